/** Sheet "Tình hình nộp báo cáo": every received file with its state, then the units that sent nothing. */
import type { ReportingUnit } from '../campaign/reporting-unit';
import type { Consolidation, Submission } from '../consolidation/consolidation';
import type { Severity } from '../findings';
import { cellAddress } from '../cells/address';
import { isDay, vietnameseDay } from './figures';
import { standing, standingFormula } from './ledger-standing';
import { day, number, planList, text, type ListCell, type ListColumn } from './list-sheet';
import { SHEET_ROLES } from './markers';
import { rangeOf } from './sheet-builder';
import type { PlanStyle, SheetPlan } from './sheet-plan';
import type { SheetWords } from './sheet-words';

export interface LedgerOptions {
  readonly words: SheetWords;
  readonly hints: readonly string[];
  /** State and reason in words a clerk reads; the reason may be empty. */
  readonly describeState: (submission: Submission) => { readonly state: string; readonly reason: string };
  /** Days of receipt that the clerk confirmed: file → ISO date. */
  readonly receivedDates: ReadonlyMap<string, string>;
  /** How units stand against the deadline; without it the sheet has no such column. */
  readonly due?: DueColumn;
}

/** A column that says on time, late, not yet sent …, and lines above the table (rates). */
export interface DueColumn {
  readonly header: string;
  readonly ofUnit: (unit: ReportingUnit) => string;
  readonly lines: readonly string[];
  /** The last day on which the unit's report is on time (ISO), and the hour on that day where one is set. */
  readonly lastDayOf: (unit: ReportingUnit) => { readonly day: string; readonly hour: string | null } | null;
  /** ISO day of planning, for what the formulas say today; null leaves that to the program that opens the file. */
  readonly today: string | null;
}

export const LEDGER_TABLE = 'TinhHinhNop';

/** How a state stands out: waiting for the clerk, or without figures. */
const STATE_STYLE: Readonly<Record<Submission['state'], PlanStyle>> = {
  counted: 'textCentre',
  superseded: 'textCentre',
  duplicate: 'textCentre',
  contained: 'textCentre',
  undetermined: 'severityWarning',
  refused: 'severityError',
};

export function planLedger(consolidation: Consolidation, options: LedgerOptions): SheetPlan {
  const words = options.words.ledger;
  const { due } = options;
  const dueOf = (unit: ReportingUnit | null): ListCell[] =>
    due === undefined ? [] : [text(unit === null ? null : due.ofUnit(unit))];
  const units = [...consolidation.submissions.flatMap((one) => one.unit ?? []), ...consolidation.missing];
  const hasHours = units.some((unit) => due?.lastDayOf(unit)?.hour != null);
  const formula = standingFormula(LEDGER_TABLE, words, hasHours);
  /** Last day, hour, day of receipt, and how they stand to each other: the part of the sheet that lives. */
  const timesOf = (unit: ReportingUnit | null, received: string | undefined, missing: boolean): ListCell[] => {
    const receipt: ListCell = received === undefined ? { value: null } : dayOrText(received);
    if (due === undefined) return [receipt];
    const last = unit === null ? null : due.lastDayOf(unit);
    const result = standing(words, { last, received: received ?? null, missing, today: due.today });
    const hour = hasHours ? [text(last?.hour ?? null)] : [];
    return [day(last?.day ?? null), ...hour, receipt, { value: { kind: 'formula', formula, result } }];
  };
  const columns: ListColumn[] = [
    { header: words.order, width: 6, style: 'textCentre' },
    { header: words.code, width: 9, style: 'code' },
    { header: words.unit, width: 32, style: 'text' },
    { header: words.state, width: 15, style: 'textCentre' },
    ...(due === undefined ? [] : [{ header: due.header, width: 18, style: 'textCentre' } as const]),
    { header: words.reason, width: 30, style: 'text' },
    { header: words.documentNumber, width: 16, style: 'code' },
    { header: words.documentDate, width: 13, style: 'date' },
    { header: words.file, width: 34, style: 'text' },
    ...(due === undefined ? [] : [{ header: words.lastDay, width: 13, style: 'date' } as const]),
    ...(due === undefined || !hasHours ? [] : [{ header: words.hour, width: 8, style: 'textCentre' } as const]),
    { header: words.received, width: 13, style: 'inputDate' },
    ...(due === undefined ? [] : [{ header: words.standing, width: 18, style: 'textCentre' } as const]),
    { header: words.errors, width: 8, style: 'figure' },
    { header: words.warnings, width: 10, style: 'figure' },
    { header: words.hints, width: 8, style: 'figure' },
    { header: words.savedOn, width: 13, style: 'date' },
    { header: words.hash, width: 66, style: 'text', hidden: true },
    // What stood in the column of receipts when it was written: tells what the clerk typed since.
    { header: words.receivedBefore, width: 13, style: 'code', hidden: true },
  ];
  const rows: ListCell[][] = consolidation.submissions.map((submission, index) => {
    const { state, reason } = options.describeState(submission);
    const count = (severity: Severity): ListCell => number(submission.findings.filter((one) => one.severity === severity).length);
    return [
      number(index + 1),
      text(submission.unit?.code ?? null),
      text(submission.unit?.name ?? null),
      { ...text(state), style: STATE_STYLE[submission.state] },
      ...dueOf(submission.unit),
      text(reason),
      text(submission.documentNumber),
      dayOrText(submission.documentDate),
      text(submission.file),
      ...timesOf(submission.unit, options.receivedDates.get(submission.file), false),
      count('error'),
      count('warning'),
      count('hint'),
      day(vietnameseDay(submission.savedAt)),
      text(submission.hash),
      text(options.receivedDates.get(submission.file) ?? null),
    ];
  });
  consolidation.missing.forEach((unit, index) => {
    rows.push([
      number(consolidation.submissions.length + index + 1),
      text(unit.code),
      text(unit.name),
      { ...text(words.missing), style: 'severityWarning' },
      ...dueOf(unit),
      ...[text(null), text(null), text(null), text(null)],
      ...(due === undefined ? [] : timesOf(unit, undefined, true)),
    ]);
  });
  const plan = planList({
    name: options.words.sheetNames.ledger,
    role: SHEET_ROLES.ledger,
    table: LEDGER_TABLE,
    title: words.title,
    hints: [[words.hint, ...(due === undefined ? [] : [words.lastDayHint]), ...options.hints].join(' '), ...(due?.lines ?? [])],
    columns,
    rows,
    frozenColumns: 3,
  });
  return due === undefined ? plan : alive(plan, columns, words, formula);
}

/** A row that is added gets the formula too, and what is over its time stands out. */
function alive(plan: SheetPlan, columns: readonly ListColumn[], words: SheetWords['ledger'], formula: string): SheetPlan {
  const [table] = plan.tables;
  if (table === undefined) return plan;
  const column = columns.findIndex((one) => one.header === words.standing);
  const { top, bottom } = table.range;
  const first = cellAddress(top + 1, column);
  const over = [words.standings.late(0), words.standings.overdue(0)].map((one) => one.split(' ')[0] ?? '');
  return {
    ...plan,
    tables: [{ ...table, calculated: { [words.standing]: formula } }],
    conditionalFormats: [
      {
        range: rangeOf(top + 1, column, bottom, column),
        formula: `OR(${over.map((word) => `LEFT(${first},${String(word.length)})="${word}"`).join(',')})`,
        look: 'warning',
      },
    ],
  };
}

/** A date as a date where a spreadsheet can hold it, else as it was written. */
function dayOrText(iso: string | null): ListCell {
  return iso === null || isDay(iso) ? day(iso) : text(iso);
}
