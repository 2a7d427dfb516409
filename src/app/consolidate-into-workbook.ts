/**
 * "Tổng hợp" inside Excel: received files become the summary, its table by unit, the ledger and the list of problems in
 * the open workbook, all or none. A later run replaces only these sheets; corrections made by hand are carried over.
 */
import type { Campaign } from '../core/campaign/campaign';
import { NO_DECISIONS, type Decisions } from '../core/campaign/decisions';
import type { RosterIndex } from '../core/campaign/identify';
import type { Expectations } from '../core/checks/check';
import { consolidate, type ConsolidateOptions } from '../core/consolidation/consolidate';
import type { Consolidation } from '../core/consolidation/consolidation';
import type { Received } from '../core/consolidation/received';
import type { FormDefinition } from '../core/forms/definition';
import { ok } from '../core/result';
import { SHEET_ROLES } from '../core/sheets/markers';
import { planSummary } from '../core/sheets/plan-summary';
import { legalSheetName } from '../core/sheets/sheet-name';
import type { SheetPlan, WorkbookPlan } from '../core/sheets/sheet-plan';
import type { SheetWords } from '../core/sheets/sheet-words';
import { sheetWords } from '../messages/sheet-words';
import { describeReason, STATE_WORDS } from '../messages/submission-words';
import { describeFinding } from '../messages/vi';
import {
  BASELINE_ROLE,
  findHandWork,
  keepCorrections,
  placeCorrections,
  planBaseline,
  withAddedUnits,
  type HandCorrection,
  type HandWork,
} from './hand-corrections';
import type { HostResult, OwnSheet, SummaryKeeping, SummarySheets } from './host';
import { EMPTY_STATE } from './kept-state';
import { planStored, readStored } from './stored-files';

export interface ConsolidationSettings {
  readonly form: FormDefinition;
  readonly campaign: Campaign | null;
  readonly roster: RosterIndex | null;
  readonly decisions: Decisions;
  readonly expected: Expectations;
  /** What figures typed in by hand are called where a file's name would stand. */
  readonly typedInLabel: string;
  /** The day of consolidating, ISO; null says nothing of it. */
  readonly today: string | null;
  readonly findings?: ConsolidateOptions['findings'];
}

export interface ConsolidatedWorkbook {
  readonly consolidation: Consolidation;
  readonly received: readonly Received[];
  readonly decisions: Decisions;
  /** Corrections by hand that stay, and those whose file changed or is gone. */
  readonly kept: readonly HandCorrection[];
  readonly dropped: readonly HandCorrection[];
  /** Role → name of the sheet. */
  readonly sheetNames: ReadonlyMap<string, string>;
}

/** Consolidates exactly these files into the workbook. */
export async function consolidateIntoWorkbook(
  host: SummaryKeeping,
  received: readonly Received[],
  settings: ConsolidationSettings,
): HostResult<ConsolidatedWorkbook> {
  const before = await host.readSummary();
  return before.ok ? write(host, before.value, received, settings) : before;
}

/** Adds files to those consolidated before; a file under a path that is known takes the place of the earlier one. */
export async function addLateFiles(
  host: SummaryKeeping,
  late: readonly Received[],
  settings: ConsolidationSettings,
): HostResult<ConsolidatedWorkbook> {
  const before = await host.readSummary();
  if (!before.ok) return before;
  const earlier = await readStored(before.value, settings);
  if (!earlier.ok) return earlier;
  const replaced = new Set(late.map((one) => one.file));
  return write(host, before.value, [...earlier.value.filter((one) => !replaced.has(one.file)), ...late], settings);
}

const sheetOf = (sheets: SummarySheets, role: string): OwnSheet | undefined =>
  sheets.own.find((one) => one.role === role);

async function write(
  host: SummaryKeeping,
  before: SummarySheets,
  received: readonly Received[],
  settings: ConsolidationSettings,
): HostResult<ConsolidatedWorkbook> {
  const work = handWorkOf(before);
  const decisions = withAddedUnits(settings.decisions, work.added);
  const words = namedWords(before);
  const made = planAll(received, { ...settings, decisions }, words, work.corrections);
  const { consolidation, plan } = made;
  const sheets = [...plan.sheets, made.baseline, await planStored(received)];
  const state = { formId: settings.form.id, campaign: settings.campaign, decisions };
  const written = await host.replaceSummary(sheets, { ...EMPTY_STATE, ...state }, plan.properties);
  if (!written.ok) return written;
  return ok({
    consolidation,
    received,
    decisions,
    kept: made.kept,
    dropped: made.dropped,
    sheetNames: new Map(sheets.map((one) => [one.role, one.name])),
  });
}

function handWorkOf(before: SummarySheets): HandWork {
  const [details, baseline] = [sheetOf(before, SHEET_ROLES.details), sheetOf(before, BASELINE_ROLE)];
  if (details === undefined || baseline === undefined) return { corrections: [], added: [] };
  return findHandWork(details.grid, baseline.grid, sheetWords.details);
}

/** Our sheets keep the names they have, even those the clerk gave them; new ones get a free name: "Tổng hợp (2)". */
function namedWords(before: SummarySheets): SheetWords {
  const taken = [...before.taken];
  const nameOf = (role: string, usual: string): string => {
    const name = sheetOf(before, role)?.grid.sheet ?? legalSheetName(usual, taken);
    taken.push(name);
    return name;
  };
  const { summary, details, ledger, review, other } = sheetWords.sheetNames;
  return {
    ...sheetWords,
    sheetNames: {
      summary: nameOf(SHEET_ROLES.summary, summary),
      details: nameOf(SHEET_ROLES.details, details),
      ledger: nameOf(SHEET_ROLES.ledger, ledger),
      review: nameOf(SHEET_ROLES.review, review),
      other: nameOf(SHEET_ROLES.other, other),
    },
  };
}

interface Made {
  readonly consolidation: Consolidation;
  readonly plan: WorkbookPlan;
  readonly baseline: SheetPlan;
  readonly kept: readonly HandCorrection[];
  readonly dropped: readonly HandCorrection[];
}

/** Consolidates and plans every sheet. Pure. */
export function planAll(
  received: readonly Received[],
  settings: ConsolidationSettings,
  words: SheetWords,
  corrections: readonly HandCorrection[],
): Made {
  const consolidation = consolidateWith(received, settings);
  const { campaign, decisions, form, today } = settings;
  const plan = planSummary(consolidation, {
    words,
    year: campaign?.year ?? form.year,
    attachedTo: campaign?.attachedTo ?? null,
    office: campaign?.office ?? null,
    consolidatedOn: today,
    describe: describeFinding,
    describeState: (one) => ({ state: STATE_WORDS[one.state], reason: describeReason(one) }),
    receivedDates: new Map(Object.entries(decisions.receipts).map(([file, at]) => [file, at.slice(0, 10)])),
  });
  const details = plan.sheets.find((one) => one.role === SHEET_ROLES.details);
  if (details === undefined) throw new Error('the summary has no sheet of details');
  const { kept, dropped } = placeCorrections(consolidation, details, words, corrections);
  const corrected = keepCorrections(details, kept);
  return {
    consolidation,
    plan: { ...plan, sheets: plan.sheets.map((one) => (one === details ? corrected : one)) },
    baseline: planBaseline(consolidation, details, words, kept),
    kept: kept.map((one) => one.correction),
    dropped,
  };
}

export function consolidateWith(received: readonly Received[], settings: ConsolidationSettings): Consolidation {
  const { form, roster, decisions, expected, typedInLabel, campaign, findings } = settings;
  return consolidate(form, received, {
    roster,
    decisions,
    expected,
    typedInLabel,
    thresholds: campaign?.thresholds ?? {},
    ...(findings === undefined ? {} : { findings }),
  });
}

/** Settings for a workbook in which nothing was decided yet. */
export function plainSettings(form: FormDefinition, typedInLabel: string): ConsolidationSettings {
  const expected = { year: form.year, theme: null };
  return { form, campaign: null, roster: null, decisions: NO_DECISIONS, expected, typedInLabel, today: null };
}
