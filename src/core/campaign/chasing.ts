/**
 * Whom to write to, and why: the units of the roster whose report is missing, cannot be read, waits, came late or has
 * something to mend. The words stand in `messages/chasing-words`; the day is given, nothing here knows what day it is.
 */
import type { Consolidation, Submission } from '../consolidation/consolidation';
import type { Finding, FindingCode } from '../findings';
import { lastSafeDay, type Deadline } from './deadline';
import { foldersOf, unitFromFileName } from './file-name';
import { identifyUnit, type RosterIndex } from './identify';
import type { Ledger, LedgerEntry } from './ledger';
import { MINUTES_OF_DAY, wallMinute } from './moments';
import type { RosterUnit } from './roster-unit';
import { keyOf } from './unit-key';

/**
 * "missing": nothing came. "refused": a file whose name tells the unit could not be read. "undetermined": figures came and
 * wait (several versions, a supplement …). "returned": sent back, nothing new yet. "toMend": counted, with something to
 * correct or confirm. "late": all well, but late.
 */
export type ChaseState = 'missing' | 'refused' | 'undetermined' | 'returned' | 'toMend' | 'late';

export interface ChaseEntry {
  readonly unit: RosterUnit;
  readonly state: ChaseState;
  /** Received after the deadline; beside another state as well. */
  readonly late: boolean;
  readonly deadline: Deadline | null;
  /** The last day on which a report is on time (ISO), and how many days are left until then: below 0 it is over. */
  readonly lastDay: string | null;
  readonly daysLeft: number | null;
  /** As the clerk confirmed it. */
  readonly receivedAt: string | null;
  /** The files it is about. */
  readonly submissions: readonly Submission[];
  /** What the unit is asked to mend, the gravest first. */
  readonly problems: readonly Finding[];
}

export interface ChaseList {
  /** In the order of the roster; units without anything to say are not in it. */
  readonly entries: readonly ChaseEntry[];
  /** Files that wait or were refused, and nobody knows whose they are. */
  readonly unplaced: readonly Submission[];
}

export interface ChaseOptions {
  readonly roster: RosterIndex;
  /** ISO day; null leaves out what depends on it. */
  readonly today: string | null;
}

/** The list of a consolidation, with its ledger. */
export function chaseList(consolidation: Consolidation, ledger: Ledger, { roster, today }: ChaseOptions): ChaseList {
  const own = new Map<string, Submission[]>();
  const unplaced: Submission[] = [];
  for (const one of consolidation.submissions) {
    const key = ownerOf(one, roster);
    if (key !== null) own.set(key, [...(own.get(key) ?? []), one]);
    else if (one.state === 'refused' || one.state === 'undetermined') unplaced.push(one);
  }
  const entries = ledger.entries.flatMap((entry) => entryOf(entry, own.get(keyOf(entry.unit)) ?? [], today) ?? []);
  return { entries, unplaced };
}

/** The unit of a file; one that could not be read may still name its unit in its own name. */
function ownerOf(one: Submission, roster: RosterIndex): string | null {
  if (one.unit !== null) return keyOf(one.unit);
  const named = one.state === 'refused' ? unitFromFileName(one.file) : null;
  if (named === null) return null;
  const identity = identifyUnit([{ source: 'fileName', text: named, superior: null, at: null }], roster, foldersOf(one.file));
  return identity.known ? keyOf(identity.unit) : null;
}

function entryOf(entry: LedgerEntry, files: readonly Submission[], today: string | null): ChaseEntry | null {
  const found = stateOf(entry, files);
  if (found === null) return null;
  const { unit, deadline, receivedAt } = entry;
  const lastDay = deadline === null ? null : lastSafeDay(deadline);
  const daysLeft = lastDay === null || today === null ? null : (wallMinute(lastDay) - wallMinute(today)) / MINUTES_OF_DAY;
  return { unit, deadline, lastDay, daysLeft, receivedAt, late: entry.timing === 'late', ...found };
}

function stateOf(
  entry: LedgerEntry,
  files: readonly Submission[],
): Pick<ChaseEntry, 'state' | 'submissions' | 'problems'> | null {
  const counted = files.filter((one) => one.state === 'counted');
  const refused = files.filter((one) => one.state === 'refused');
  const waiting = files.filter((one) => one.state === 'undetermined' && one.reason !== 'returned');
  const about = (
    state: ChaseState,
    submissions: readonly Submission[],
  ): Pick<ChaseEntry, 'state' | 'submissions' | 'problems'> => ({
    state,
    submissions,
    problems: submissions.flatMap((one) => one.findings.filter(concernsUnit)),
  });
  if (entry.state === 'returned')
    return about(
      'returned',
      files.filter((one) => one.reason === 'returned'),
    );
  if (entry.state === 'missing') return refused.length > 0 ? about('refused', refused) : about('missing', []);
  if (counted.length === 0 && waiting.length > 0) {
    // Left out by the clerk's own decision: nothing to ask the unit.
    return waiting.every((one) => one.reason === 'switched-off') ? null : about('undetermined', waiting);
  }
  // Figures typed in by hand are the clerk's own.
  const mending = about(
    'toMend',
    counted.filter((one) => one.typedIn !== true),
  );
  if (mending.problems.length > 0) return mending;
  return entry.timing === 'late' ? about('late', counted) : null;
}

/** Of the sheet as a whole, and the unit's to mend. */
const OF_THE_SHEET: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'column-missing',
  'column-extra',
  'column-unclear',
  'row-missing',
  'rows-missing',
  'empty-report',
  'other-year',
  'other-theme',
  'other-campaign',
]);

/** Names and versions are the clerk's business; a cell that is wrong is the unit's. */
function concernsUnit({ severity, at, code }: Finding): boolean {
  const ofItsName = code.startsWith('unit-') && code !== 'unit-of-measure-changed';
  if (severity === 'hint' || ofItsName) return false;
  return (at !== null && at.cell !== null) || OF_THE_SHEET.has(code);
}
