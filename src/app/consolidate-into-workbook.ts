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
import { withCorrections } from './corrected-totals';
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
import { correctLists, findListCorrections, isListBaseline, planListBaseline } from './list-corrections';
import { ledgerColumns } from './ledger-columns';
import { typedReceipts, withReceipts } from './ledger-receipts';
import { hasReport, makeReport, planReport, type MadeReport, type ReportRequest } from './report-sheet';
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
  /** The official list by code: whose the units inside received summaries are. Left out, only the roster is asked. */
  readonly official?: ConsolidateOptions['official'];
  /** Makes the written report as well; left out, only a report that is there already is made anew. */
  readonly report?: ReportRequest;
}

export interface ConsolidatedWorkbook {
  readonly consolidation: Consolidation;
  readonly received: readonly Received[];
  readonly decisions: Decisions;
  /** Corrections by hand that stay, and those whose file changed or is gone. */
  readonly kept: readonly HandCorrection[];
  readonly dropped: readonly HandCorrection[];
  /** The written report, where the workbook has one. */
  readonly report: MadeReport | null;
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

const sheetOf = (sheets: SummarySheets, role: string): OwnSheet | undefined => sheets.own.find((one) => one.role === role);

async function write(
  host: SummaryKeeping,
  before: SummarySheets,
  received: readonly Received[],
  settings: ConsolidationSettings,
): HostResult<ConsolidatedWorkbook> {
  const { made, words, decisions } = planFrom(before, received, settings);
  const { consolidation, plan } = made;
  const asked = settings.report ?? null;
  const { campaign, roster } = settings;
  const ground = {
    consolidation: withCorrections(consolidation, made.kept, words.details),
    received,
    decisions,
    campaign,
    roster,
  };
  const report = asked === null && !hasReport(before) ? null : makeReport(ground, before, asked);
  const reportSheets =
    report === null
      ? []
      : [
          planReport(
            report,
            before,
            plan.sheets.map((one) => one.name),
          ),
        ];
  const sheets = [...plan.sheets, ...reportSheets, made.baseline, await planStored(received)];
  const state = { formId: settings.form.id, campaign: settings.campaign, decisions };
  // What else the workbook keeps stays as it is.
  const written = await host.replaceSummary(sheets, { ...(before.state ?? EMPTY_STATE), ...state }, plan.properties);
  if (!written.ok) return written;
  return ok({
    consolidation,
    received,
    decisions,
    kept: made.kept,
    dropped: made.dropped,
    report,
    sheetNames: new Map(sheets.map((one) => [one.role, one.name])),
  });
}

/** What the clerk corrected in "Chi tiết" since the last run, and what she corrected before. */
export function correctionsIn(before: SummarySheets): readonly HandCorrection[] {
  return handWorkOf(before).corrections;
}

interface Planned {
  readonly made: Made;
  readonly words: SheetWords;
  readonly decisions: Decisions;
}

/** Everything the workbook says besides the files is heard first: corrections, days of receipt, added units. */
function planFrom(before: SummarySheets, received: readonly Received[], settings: ConsolidationSettings): Planned {
  const work = handWorkOf(before);
  const typed = typedReceipts(
    sheetOf(before, SHEET_ROLES.ledger)?.grid ?? null,
    sheetWords.ledger,
    settings.campaign?.year ?? null,
  );
  const decisions = withReceipts(withAddedUnits(settings.decisions, work.added), typed);
  const words = namedWords(before, settings.form);
  const findings = [...(settings.findings ?? []), ...typed.findings];
  return { made: planAll(received, { ...settings, decisions, findings }, words, work.corrections), words, decisions };
}

/** The consolidation as the workbook shows it, corrections by hand included; nothing is written. */
export function consolidationShown(
  before: SummarySheets,
  received: readonly Received[],
  settings: ConsolidationSettings,
): { readonly consolidation: Consolidation; readonly decisions: Decisions } {
  const { made, words, decisions } = planFrom(before, received, settings);
  return { consolidation: withCorrections(made.consolidation, made.kept, words.details), decisions };
}

/** What the clerk did by hand in the details of the last run, of either kind of form. */
export function handWorkOf(before: SummarySheets): HandWork {
  const [details, baseline] = [sheetOf(before, SHEET_ROLES.details), sheetOf(before, BASELINE_ROLE)];
  if (details === undefined || baseline === undefined) return { corrections: [], added: [] };
  if (isListBaseline(baseline.grid))
    return { corrections: findListCorrections(details.grid, baseline.grid, sheetWords.details), added: [] };
  return findHandWork(details.grid, baseline.grid, sheetWords.details);
}

/** Our sheets keep the names they have, even those the clerk gave them; new ones get a free name: "Tổng hợp (2)". */
function namedWords(before: SummarySheets, form: FormDefinition): SheetWords {
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
      // A list has a calendar where a table of quantities has its totals.
      ...(form.kind === 'list'
        ? { summary, calendar: nameOf(SHEET_ROLES.summary, form.list.overview.sheet) }
        : { summary: nameOf(SHEET_ROLES.summary, summary) }),
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
  const { campaign, decisions, form, today } = settings;
  const corrected = form.kind === 'list' ? correctLists(form, received, corrections, words) : null;
  const consolidation = consolidateWith(corrected?.received ?? received, settings);
  const plan = planSummary(consolidation, {
    words,
    year: campaign?.year ?? form.year,
    attachedTo: campaign?.attachedTo ?? null,
    office: campaign?.office ?? null,
    consolidatedOn: today,
    describe: describeFinding,
    describeState: (one) => ({ state: STATE_WORDS[one.state], reason: describeReason(one) }),
    receivedDates: new Map(Object.entries(decisions.receipts).map(([file, at]) => [file, at.slice(0, 10)])),
    ...ledgerColumns(consolidation, settings),
  });
  const details = plan.sheets.find((one) => one.role === SHEET_ROLES.details);
  if (details === undefined) throw new Error('the summary has no sheet of details');
  if (form.kind === 'list' && corrected !== null) {
    const { kept, dropped } = corrected;
    return { consolidation, plan, baseline: planListBaseline(form, consolidation, details, words, kept), kept, dropped };
  }
  const { kept, dropped } = placeCorrections(consolidation, details, words, corrections);
  const shown = keepCorrections(details, kept);
  return {
    consolidation,
    plan: { ...plan, sheets: plan.sheets.map((one) => (one === details ? shown : one)) },
    baseline: planBaseline(consolidation, details, words, kept),
    kept: kept.map((one) => one.correction),
    dropped,
  };
}

/** The consolidation with the numbers and words corrected by hand in "Chi tiết". */
export function consolidationWith(
  received: readonly Received[],
  settings: ConsolidationSettings,
  corrections: readonly HandCorrection[],
): Consolidation {
  const { form } = settings;
  if (form.kind === 'list') return consolidateWith(correctLists(form, received, corrections, sheetWords).received, settings);
  return withCorrections(consolidateWith(received, settings), corrections, sheetWords.details);
}

function consolidateWith(received: readonly Received[], settings: ConsolidationSettings): Consolidation {
  const { form, roster, decisions, expected, typedInLabel, campaign, findings, official } = settings;
  return consolidate(form, received, {
    roster,
    decisions,
    expected,
    typedInLabel,
    thresholds: campaign?.thresholds ?? {},
    ...(findings === undefined ? {} : { findings }),
    ...(official === undefined ? {} : { official }),
  });
}

/** Settings for a workbook in which nothing was decided yet. */
export function plainSettings(form: FormDefinition, typedInLabel: string): ConsolidationSettings {
  const expected = { year: form.year, theme: null };
  return { form, campaign: null, roster: null, decisions: NO_DECISIONS, expected, typedInLabel, today: null };
}
