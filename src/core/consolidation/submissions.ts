/** The final word on each received file, and on the roster's units that did not report. */
import type { RosterIndex } from '../campaign/identify';
import type { ReportingUnit } from '../campaign/reporting-unit';
import { sortFindings } from '../checks/check-form';
import type { Finding, FindingCode } from '../findings';
import type { Contributor, Submission } from './consolidation';
import { keyOf } from '../campaign/unit-key';
import type { Draft } from './drafts';

export function submissionOf(draft: Draft): Submission {
  const { received } = draft;
  const form = received.outcome === 'form' ? received.form : null;
  const refusal = received.outcome === 'refused' ? received.refusal : null;
  return {
    file: received.file,
    sheet: form?.sheet ?? null,
    unit: draft.unit,
    state: draft.state,
    reason: refusal?.code ?? draft.reason,
    refusal,
    hash: received.hash,
    savedAt: received.savedAt ?? received.fileTime,
    ...(received.outcome === 'form' && received.typedIn === true ? { typedIn: true as const } : {}),
    documentNumber: form?.document.number ?? null,
    documentDate: form?.document.date ?? null,
    // Those of a checked form are in order already.
    findings: draft.findings.length === 0 ? formFindings(draft) : sortFindings([...draft.findings, ...formFindings(draft)]),
  };
}

/** Of a consolidated workbook only what concerns the document: its sums were compared with the units inside already. */
function formFindings({ received, inside }: Draft): readonly Finding[] {
  if (received.outcome !== 'form') return [];
  const { findings } = received.form;
  return inside === null ? findings : findings.filter((one) => OF_THE_DOCUMENT.has(one.code));
}

const OF_THE_DOCUMENT: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'other-year',
  'other-theme',
  'row-missing',
  'rows-missing',
  'row-extra',
  'row-extra-numbered',
  'row-twice',
  'unit-of-measure-changed',
  'text-converted',
]);

/** Roster units for which nothing that could be read was received, in the roster's order. */
export function missingUnits(
  roster: RosterIndex,
  all: readonly Draft[],
  contributors: readonly Contributor[],
): readonly ReportingUnit[] {
  const heard = new Set<string>();
  for (const draft of all) if (draft.unit !== null && draft.state !== 'refused') heard.add(keyOf(draft.unit));
  for (const contributor of contributors) heard.add(keyOf(contributor.unit));
  return roster.roster.units.filter((unit) => !heard.has(keyOf(unit))).map((unit) => ({ code: unit.code, name: unit.name }));
}
