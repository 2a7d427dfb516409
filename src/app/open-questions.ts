/**
 * What waits for the clerk after consolidating: readings to accept, units to choose, supplements, versions. Each question
 * carries all that is needed to put it; its answer is a change of `Decisions`, and the next consolidation shows the effect.
 */
import type { ReportingUnit } from '../core/campaign/reporting-unit';
import type { RosterIndex } from '../core/campaign/identify';
import { matchName } from '../core/campaign/match-name';
import { isSameUnit } from '../core/campaign/unit-key';
import type { Consolidation, Submission } from '../core/consolidation/consolidation';
import type { Finding } from '../core/findings';

export type Question =
  /** A reading that counts only once it is accepted. `sentence` says what stands there and how it would be read. */
  | {
      readonly kind: 'proposal';
      readonly file: string;
      readonly unit: string;
      readonly row: string;
      readonly cell: string | null;
      readonly sentence: string;
    }
  /** Nobody knows whose file it is. `heard`: what it calls itself, or empty. */
  | {
      readonly kind: 'unit';
      readonly file: string;
      readonly heard: string;
      readonly sentence: string;
      readonly candidates: readonly ReportingUnit[];
    }
  /** Several reports of one unit, and nothing says which is the newest. */
  | {
      readonly kind: 'version';
      readonly unit: string;
      readonly files: readonly { readonly file: string; readonly savedAt: string | null }[];
    }
  | { readonly kind: 'supplement'; readonly file: string; readonly unit: string; readonly earlier: string | null }
  /** Only the unit can mend it: two tables in one file, figures that differ from those passed on by another office. */
  | { readonly kind: 'mend'; readonly file: string; readonly unit: string; readonly sentence: string };

const FIRST_CANDIDATES = 5;
/** States in which a file's figures count or may come to count. */
const ALIVE: ReadonlySet<Submission['state']> = new Set(['counted', 'undetermined']);

/** All open questions: those that keep whole files out first, then single readings, each in the order of the files. */
export function openQuestions(
  consolidation: Consolidation,
  roster: RosterIndex | null,
  describe: (finding: Finding) => string,
): readonly Question[] {
  const { submissions } = consolidation;
  const whole = submissions.flatMap((one) => questionOfFile(one, submissions, roster, describe));
  return [...whole, ...submissions.flatMap((one) => proposalsOf(one, describe))];
}

function proposalsOf(one: Submission, describe: (finding: Finding) => string): readonly Question[] {
  if (!ALIVE.has(one.state) || one.reason === 'returned' || one.reason === 'switched-off') return [];
  return one.findings.flatMap((found): Question[] => {
    // Accepted ones have become hints.
    if (found.proposal === undefined || found.severity === 'hint') return [];
    const unit = one.unit?.name ?? '';
    const { indicator: row } = found.proposal;
    return [{ kind: 'proposal', file: one.file, unit, row, cell: found.at?.cell ?? null, sentence: describe(found) }];
  });
}

function questionOfFile(
  one: Submission,
  all: readonly Submission[],
  roster: RosterIndex | null,
  describe: (finding: Finding) => string,
): readonly Question[] {
  if (one.state !== 'undetermined') return [];
  const { file } = one;
  const unit = one.unit?.name ?? '';
  const said = (code: Finding['code']): string =>
    one.findings
      .filter((found) => found.code === code)
      .map(describe)
      .join(' ');
  switch (one.reason) {
    case 'unit-unknown':
    case 'unit-not-in-roster':
    case 'unit-ambiguous': {
      const heard = heardName(one);
      const sentence = said(one.reason) || said('unit-code-disagrees');
      return [{ kind: 'unit', file, heard, sentence, candidates: candidatesFor(one, heard, roster) }];
    }
    case 'version-unknown': {
      const rivals = all.filter(
        (other) =>
          other.reason === 'version-unknown' && other.unit !== null && one.unit !== null && isSameUnit(other.unit, one.unit),
      );
      // One question for all of them, at the first.
      if (rivals[0] !== one) return [];
      return [{ kind: 'version', unit, files: rivals.map((rival) => ({ file: rival.file, savedAt: rival.savedAt })) }];
    }
    case 'supplement': {
      const isEarlier = (other: Submission): boolean =>
        other.state === 'counted' && other.unit !== null && one.unit !== null && isSameUnit(other.unit, one.unit);
      return [{ kind: 'supplement', file, unit, earlier: all.find(isEarlier)?.file ?? null }];
    }
    case 'several-forms':
    case 'inside-other-differs':
      return [{ kind: 'mend', file, unit, sentence: said(one.reason) }];
    default:
      return [];
  }
}

function heardName(one: Submission): string {
  for (const found of one.findings) {
    if (found.code === 'unit-not-in-roster' || found.code === 'unit-ambiguous') return found.params.unit;
    if (found.code === 'unit-code-disagrees') return found.params.heard;
  }
  return '';
}

/** The units it may be: those the name fits, else those that resemble it. */
function candidatesFor(one: Submission, heard: string, roster: RosterIndex | null): readonly ReportingUnit[] {
  if (roster === null) return [];
  const named = one.findings.flatMap((found) => (found.code === 'unit-ambiguous' ? found.params.candidates.split('; ') : []));
  const fitting = roster.roster.units.filter((unit) => named.includes(unit.name));
  const match = heard === '' ? null : matchName(roster, heard);
  const units = [...new Set([...fitting, ...(match?.units ?? []), ...(match?.resembling ?? [])])];
  return units.slice(0, FIRST_CANDIDATES).map(({ code, name }) => ({ code, name }));
}
