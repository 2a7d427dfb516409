/**
 * Who has reported, and when: one entry per unit of the roster. The day of receipt is what the clerk confirmed; a file's
 * own time is only offered, so that no unit is called late because of a download.
 */
import type { Consolidation, Submission } from '../consolidation/consolidation';
import { keyOf } from './unit-key';
import { finding, type Finding } from '../findings';
import type { Campaign } from './campaign';
import { timingOf, type Deadline, type Timing } from './deadline';
import { NO_DECISIONS, type Decisions } from './decisions';
import { dueOf } from './due';
import { dayOf, parseMoment } from './moments';
import type { Roster, RosterUnit } from './roster';

/** Đúng hạn, nộp chậm, chưa nộp, nộp lại, trả lại, chưa rõ ngày nhận. */
export type DueState = 'onTime' | 'late' | 'missing' | 'resubmitted' | 'returned' | 'receiptUnknown';

export interface LedgerEntry {
  readonly unit: RosterUnit;
  readonly state: DueState;
  /**
   * On time or late by the first report that was not sent back; null where nothing was received or nobody confirmed when,
   * and where no deadline is set. A resubmitted report keeps the timing of the first.
   */
  readonly timing: Exclude<Timing, 'unclear'> | null;
  readonly deadline: Deadline | null;
  /** When it was received, as confirmed; null where nobody did. */
  readonly receivedAt: string | null;
  /** The day the file itself offers ("2024-10-19", in Vietnam), for the clerk to confirm. */
  readonly offeredDay: string | null;
  readonly typedIn: boolean;
  /** Files of the unit, all states, in the order of their paths. */
  readonly files: readonly string[];
}

export interface ReportingRate {
  readonly units: number;
  readonly reported: number;
  /** Of those reported with a confirmed receipt; the others stay out of the rate of timeliness. */
  readonly onTime: number;
  readonly late: number;
  readonly unconfirmed: number;
}

export interface Ledger {
  readonly entries: readonly LedgerEntry[];
  readonly all: ReportingRate;
  readonly byKind: ReadonlyMap<RosterUnit['kind'], ReportingRate>;
  /** By the superior's name as the roster gives it; units without one are not in it. */
  readonly bySuperior: ReadonlyMap<string, ReportingRate>;
  /** Own deadlines of the roster that cannot be read. */
  readonly findings: readonly Finding[];
}

export interface LedgerOptions {
  readonly roster: Roster;
  readonly campaign: Campaign | null;
  readonly decisions?: Decisions;
}

/** The ledger of a consolidation. Pure: it knows no today; "chưa nộp" is said of a unit whatever the day. */
export function ledgerOf(consolidation: Consolidation, { roster, campaign, decisions = NO_DECISIONS }: LedgerOptions): Ledger {
  const files = submissionsByUnit(consolidation);
  const inside = new Set(consolidation.contributors.map((one) => keyOf(one.unit)));
  const findings: Finding[] = [];
  const entries = roster.units.map((unit): LedgerEntry => {
    const key = keyOf(unit);
    const deadline = deadlineOf(unit, campaign, findings);
    return entryOf(unit, deadline, files.get(key) ?? [], inside.has(key), decisions);
  });
  const names = new Map(roster.units.flatMap((unit) => (unit.code === null ? [] : [[unit.code.toLowerCase(), unit.name] as const])));
  const superiorOf = ({ unit }: LedgerEntry): string | null =>
    unit.superior === null ? null : (names.get(unit.superior.toLowerCase()) ?? unit.superior);
  return {
    entries,
    all: rateOf(entries),
    byKind: ratesBy(entries, (entry) => entry.unit.kind),
    bySuperior: ratesBy(entries, superiorOf),
    findings,
  };
}

function submissionsByUnit({ submissions }: Consolidation): ReadonlyMap<string, readonly Submission[]> {
  const byUnit = new Map<string, Submission[]>();
  for (const one of submissions) {
    if (one.unit === null || one.state === 'refused') continue;
    const list = byUnit.get(keyOf(one.unit));
    if (list === undefined) byUnit.set(keyOf(one.unit), [one]);
    else list.push(one);
  }
  return byUnit;
}

function deadlineOf(unit: RosterUnit, campaign: Campaign | null, findings: Finding[]): Deadline | null {
  const { deadline, ownUnreadable } = dueOf(unit, campaign);
  if (ownUnreadable) findings.push(finding('roster-deadline', 'warning', null, { office: unit.name, text: unit.deadline ?? '' }));
  return deadline;
}

function entryOf(
  unit: RosterUnit,
  deadline: Deadline | null,
  submissions: readonly Submission[],
  inside: boolean,
  decisions: Decisions,
): LedgerEntry {
  const received = submissions.filter((one) => one.state !== 'duplicate');
  const kept = received.filter((one) => one.reason !== 'returned');
  const receipts = kept.flatMap((one) => {
    const text = receiptText(one, decisions);
    const moment = text === null ? null : parseMoment(text);
    return text === null || moment === null ? [] : [{ text, minute: moment.minute }];
  });
  // The first report decides whether a unit was on time; while one of several has no day, the first is not known.
  const first = receipts.length < kept.length ? undefined : receipts.sort((a, b) => a.minute - b.minute)[0];
  const known = first ?? (receipts.some((one) => deadline !== null && timingOf(one.text, deadline) === 'onTime') ? receipts[0] : undefined);
  const judged = known === undefined || deadline === null ? null : timingOf(known.text, deadline);
  const timing = judged === 'unclear' ? null : judged;
  return {
    unit,
    state: stateOf(received, kept, inside, timing, deadline, known !== undefined),
    timing,
    deadline,
    receivedAt: known?.text ?? null,
    offeredDay: offeredDay(kept.length > 0 ? kept : received),
    typedIn: kept.some((one) => one.typedIn === true && one.state === 'counted'),
    files: submissions.map((one) => one.file),
  };
}

function receiptText(submission: Submission, decisions: Decisions): string | null {
  if (Object.hasOwn(decisions.receipts, submission.file)) return decisions.receipts[submission.file] ?? null;
  if (submission.typedIn !== true) return null;
  return decisions.typedIn.find((entry) => submission.unit !== null && submission.file.endsWith(entry.unit.name))?.receivedAt ?? null;
}

function stateOf(
  received: readonly Submission[],
  kept: readonly Submission[],
  inside: boolean,
  timing: 'onTime' | 'late' | null,
  deadline: Deadline | null,
  confirmed: boolean,
): DueState {
  if (received.length === 0) return inside ? 'receiptUnknown' : 'missing';
  if (kept.length === 0) return 'returned';
  if (kept.length > 1 || kept.length < received.length) return 'resubmitted';
  if (timing !== null) return timing;
  // Without a deadline, what has arrived cannot be late.
  return deadline === null && confirmed ? 'onTime' : 'receiptUnknown';
}

/** The earliest time the files themselves offer, as a day in Vietnam. */
function offeredDay(submissions: readonly Submission[]): string | null {
  const minutes = submissions.flatMap((one) => (one.savedAt === null ? [] : [parseMoment(one.savedAt)?.minute ?? []])).flat();
  return minutes.length === 0 ? null : dayOf(Math.min(...minutes));
}

function rateOf(entries: readonly LedgerEntry[]): ReportingRate {
  const reported = entries.filter((one) => one.state !== 'missing' && one.state !== 'returned');
  const timed = (timing: 'onTime' | 'late'): number => reported.filter((one) => one.timing === timing).length;
  const [onTime, late] = [timed('onTime'), timed('late')];
  return { units: entries.length, reported: reported.length, onTime, late, unconfirmed: reported.length - onTime - late };
}

function ratesBy<K extends string>(entries: readonly LedgerEntry[], keyOfEntry: (entry: LedgerEntry) => K | null): ReadonlyMap<K, ReportingRate> {
  const groups = new Map<K, LedgerEntry[]>();
  for (const entry of entries) {
    const key = keyOfEntry(entry);
    if (key === null) continue;
    const list = groups.get(key);
    if (list === undefined) groups.set(key, [entry]);
    else list.push(entry);
  }
  return new Map([...groups].map(([key, list]) => [key, rateOf(list)]));
}

/** The rates as findings, for outputs that know only findings: all, then by kind, then by superior. */
export function rateFindings(ledger: Ledger): readonly Finding[] {
  const of = (group: 'all' | 'kind' | 'superior', name: string, rate: ReportingRate): Finding =>
    finding('reporting-rate', 'hint', null, { group, of: name, ...rate });
  return [
    of('all', '', ledger.all),
    ...(ledger.byKind.size > 1 ? [...ledger.byKind].map(([kind, rate]) => of('kind', kind, rate)) : []),
    ...(ledger.bySuperior.size > 1 ? [...ledger.bySuperior].map(([superior, rate]) => of('superior', superior, rate)) : []),
  ];
}
