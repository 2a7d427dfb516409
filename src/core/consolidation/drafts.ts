/** A submission while its state is being decided: identity first, then the resolvers in turn. */
import { NO_DECISIONS, type Decisions } from '../campaign/decisions';
import { foldersOf, unitFromFileName, versionFromFileName } from '../campaign/file-name';
import { identifyUnit, type Identity, type RosterIndex } from '../campaign/identify';
import type { ReportingUnit } from '../campaign/reporting-unit';
import { isSameUnit, keyOf } from '../campaign/unit-key';
import { looksLikeUnit, unitKey } from '../campaign/unit-name';
import { finding, type Finding } from '../findings';
import type { SubmissionReason } from '../finding-codes';
import type { FormDefinition } from '../forms/definition';
import { versionOf, type Version } from '../forms/document-evidence';
import type { UnitEvidence } from '../forms/filled-form';
import { decidedIdentity, own } from './apply-decisions';
import type { SubmissionState } from './consolidation';
import { disagreement, type LineageContributor } from './lineage';
import type { Received } from './received';

export interface Draft {
  readonly received: Received;
  readonly unit: ReportingUnit | null;
  /** The key under which submissions of the same unit meet; null while the unit is unknown. */
  readonly unitKey: string | null;
  readonly identity: Identity | null;
  readonly version: Version | null;
  /** The units inside a consolidated workbook, once their figures were found to agree; else null. */
  readonly inside: readonly LineageContributor[] | null;
  /** The clerk chose this version of its unit's reports. */
  readonly chosen?: true;
  /** A supplement that the clerk wants added to the earlier report. */
  readonly adds?: true;
  state: SubmissionState;
  reason: SubmissionReason | null;
  readonly findings: Finding[];
}

/** One draft per received file: identified where possible, counted until something speaks against it. */
export function drafts(
  form: FormDefinition,
  received: readonly Received[],
  roster: RosterIndex | null,
  decisions: Decisions = NO_DECISIONS,
): readonly Draft[] {
  const off = new Set(decisions.switchedOff.flatMap((one) => [`code:${one.toLowerCase()}`, `name:${unitKey(one)}`]));
  return received.map((one) => {
    const draft = decided(draftOf(form, one, roster, decisions), decisions);
    if (draft.unitKey === null || draft.state === 'refused' || !isOff(draft, off)) return draft;
    return { ...draft, state: 'undetermined', reason: 'switched-off' };
  });
}

function isOff(draft: Draft, off: ReadonlySet<string>): boolean {
  if (off.size === 0) return false;
  return off.has(draft.unitKey ?? '') || (draft.unit !== null && off.has(`name:${unitKey(draft.unit.name)}`));
}

/** What the clerk decided of the file itself: sent back, chosen, a supplement that replaces or adds. */
function decided(draft: Draft, decisions: Decisions): Draft {
  const { file } = draft.received;
  if (draft.state === 'refused') return draft;
  if (decisions.returned.includes(file)) return { ...draft, state: 'undetermined', reason: 'returned' };
  if (decisions.versions.includes(file)) return { ...draft, chosen: true };
  const supplement = draft.version?.kind === 'supplements' ? own(decisions.supplements, file) : undefined;
  if (supplement === 'add') return { ...draft, adds: true };
  return supplement === 'replace' ? { ...draft, version: { kind: 'replaces', order: REPLACES_ALL } } : draft;
}

/** Ranks a supplement that takes the place of everything before it behind every numbered version. */
const REPLACES_ALL = 1000;

function draftOf(form: FormDefinition, received: Received, roster: RosterIndex | null, decisions: Decisions): Draft {
  const blank = { received, unit: null, unitKey: null, identity: null, version: null, inside: null, findings: [] };
  if (received.outcome === 'refused') return { ...blank, state: 'refused', reason: null };
  if (received.outcome === 'several') {
    const several = finding('several-forms', 'error', null, { sheets: received.sheets.join(', ') });
    return { ...blank, state: 'undetermined', reason: 'several-forms', findings: [several] };
  }
  const findings: Finding[] = [];
  const inside = believedLineage(form, received, findings);
  const given = decidedIdentity(received, roster, decisions);
  const identity = given ?? identifyUnit(evidenceOf(received), roster, foldersOf(received.file));
  const version = strongerVersion(
    versionFromFileName(received.file),
    received.form.document.versionMark === null ? null : versionOf(received.form.document.versionMark),
  );
  // A consolidated workbook brings units that are known by themselves; only without a roster may its own office be unsaid.
  const carried = inside !== null && !identity.known && identity.reason === 'unit-unknown' && roster === null;
  const known = identity.known || carried;
  if (given === null) sayIdentity(received, identity, carried, findings);
  const unit = identity.known ? identity.unit : null;
  return {
    received,
    unit,
    unitKey: unit === null ? null : keyOf(unit),
    identity,
    version,
    inside,
    findings,
    state: known ? 'counted' : 'undetermined',
    reason: identity.known || carried ? null : identity.reason,
  };
}

function evidenceOf(received: Extract<Received, { outcome: 'form' }>): readonly UnitEvidence[] {
  const fromName = unitFromFileName(received.file);
  const name: UnitEvidence[] = fromName === null ? [] : [{ source: 'fileName', text: fromName, superior: null, at: null }];
  return [...received.form.units, ...received.metadata, ...name];
}

function sayIdentity(
  received: Extract<Received, { outcome: 'form' }>,
  identity: Identity,
  carried: boolean,
  findings: Finding[],
): void {
  const at = { sheet: received.form.sheet, cell: null };
  if (identity.unknownCode !== undefined) findings.push(finding('unit-code-unknown', 'warning', at, { code: identity.unknownCode }));
  if (!identity.known) {
    if (identity.codeSays !== undefined) {
      const { code, unit } = identity.codeSays;
      findings.push(finding('unit-code-disagrees', 'error', at, { code, office: unit.name, heard: identity.heard }));
      return;
    }
    if (identity.codes !== undefined) {
      const candidates = identity.candidates.map((one) => one.name).join('; ');
      findings.push(finding('unit-codes-differ', 'error', at, { codes: identity.codes.join(', '), candidates }));
      return;
    }
    if (identity.reason === 'unit-unknown') findings.push(finding('unit-unknown', carried ? 'hint' : 'error', at, {}));
    else if (identity.reason === 'unit-not-in-roster') {
      findings.push(finding('unit-not-in-roster', 'error', at, { unit: identity.heard }));
    } else {
      const candidates = identity.candidates.map((one) => one.name).join('; ');
      findings.push(finding('unit-ambiguous', 'error', at, { unit: identity.heard, candidates }));
    }
    return;
  }
  const { evidence, unit } = identity;
  if (identity.respelt !== undefined) {
    findings.push(finding('unit-respelt', 'hint', evidence.at ?? at, { heard: identity.respelt, office: unit.name }));
  }
  const marked = received.metadata.find((one) => one.source === 'metadata');
  if (marked !== undefined && evidence.source === 'unitLine' && !isOneName(marked.text, unit.name)) {
    findings.push(finding('unit-mark-disagrees', 'warning', evidence.at ?? at, { marked: marked.text, heard: evidence.text }));
  }
  if (evidence.source === 'metadata') findings.push(finding('unit-from-metadata', 'hint', at, { unit: unit.name }));
  if (evidence.source === 'fileName') findings.push(finding('unit-from-file-name', 'warning', at, { unit: unit.name }));
  const fileName = unitFromFileName(received.file);
  if (fileName === null || evidence.source === 'fileName' || evidence.source === 'code') return;
  if (contradicts(evidence.text, fileName)) {
    findings.push(finding('unit-disagrees', 'warning', evidence.at ?? at, { sheet: evidence.text, other: fileName }));
  }
}

/** Whether two names can mean one unit: the same words, or one within the other ("Mầm non A" and "Trường Mầm non A, xã B"). */
function isOneName(name: string, other: string): boolean {
  const [a, b] = [` ${unitKey(name)} `, ` ${unitKey(other)} `];
  if (a === b) return isSameUnit({ code: null, name }, { code: null, name: other });
  return a.includes(b) || b.includes(a);
}

/** Two names of places of the same kind that differ: "xã A" in the sheet, "xa B" in the file name. */
function contradicts(name: string, other: string): boolean {
  const [a, b] = [unitKey(name), unitKey(other)];
  const kind = (key: string): string => /^(xa|phuong|thi tran|dac khu|huyen|quan|tieu hoc|mam non|trung hoc \S+ \S+)(?= )/.exec(key)?.[1] ?? '';
  return looksLikeUnit(other) && kind(a) !== '' && kind(a) === kind(b) && !a.startsWith(b) && !b.startsWith(a);
}

function strongerVersion(a: Version | null, b: Version | null): Version | null {
  if (a === null || b === null) return a ?? b;
  if (a.kind !== b.kind) return a.kind === 'supplements' ? a : b;
  return a.order >= b.order ? a : b;
}

/** The lineage of a consolidated workbook, if its figures add up to the totals it was signed with. */
function believedLineage(
  form: FormDefinition,
  received: Extract<Received, { outcome: 'form' }>,
  findings: Finding[],
): readonly LineageContributor[] | null {
  if (received.lineageBroken) findings.push(finding('lineage-unreadable', 'warning', null, {}));
  const { lineage } = received;
  if (lineage === null || lineage.contributors.length === 0) return null;
  if (lineage.formId !== form.id) {
    findings.push(finding('lineage-unreadable', 'warning', null, {}));
    return null;
  }
  const differs = disagreement(form, received.form, lineage.contributors);
  if (differs === null) return lineage.contributors;
  findings.push(finding('lineage-disagrees', 'error', { sheet: received.form.sheet, cell: null }, { ...differs }));
  return null;
}
