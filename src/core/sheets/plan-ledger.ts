/** Sheet "Tình hình nộp báo cáo": every received file with its state, then the units that sent nothing. */
import type { ReportingUnit } from '../campaign/reporting-unit';
import type { Consolidation, Submission } from '../consolidation/consolidation';
import type { Severity } from '../findings';
import { isDay, vietnameseDay } from './figures';
import { day, number, planList, text, type ListCell, type ListColumn } from './list-sheet';
import { SHEET_ROLES } from './markers';
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
}

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
    { header: words.received, width: 13, style: 'inputDate' },
    { header: words.errors, width: 8, style: 'figure' },
    { header: words.warnings, width: 10, style: 'figure' },
    { header: words.hints, width: 8, style: 'figure' },
    { header: words.savedOn, width: 13, style: 'date' },
    { header: words.hash, width: 66, style: 'text', hidden: true },
  ];
  const rows: ListCell[][] = consolidation.submissions.map((submission, index) => {
    const { state, reason } = options.describeState(submission);
    const count = (severity: Severity): ListCell =>
      number(submission.findings.filter((one) => one.severity === severity).length);
    const received = options.receivedDates.get(submission.file);
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
      received === undefined ? { value: null } : dayOrText(received),
      count('error'),
      count('warning'),
      count('hint'),
      day(vietnameseDay(submission.savedAt)),
      text(submission.hash),
    ];
  });
  consolidation.missing.forEach((unit, index) => {
    rows.push([
      number(consolidation.submissions.length + index + 1),
      text(unit.code),
      text(unit.name),
      { ...text(words.missing), style: 'severityWarning' },
      ...dueOf(unit),
    ]);
  });
  return planList({
    name: options.words.sheetNames.ledger,
    role: SHEET_ROLES.ledger,
    table: 'TinhHinhNop',
    title: words.title,
    hints: [[words.hint, ...options.hints].join(' '), ...(due?.lines ?? [])],
    columns,
    rows,
    frozenColumns: 3,
  });
}

/** A date as a date where a spreadsheet can hold it, else as it was written. */
function dayOrText(iso: string | null): ListCell {
  return iso === null || isDay(iso) ? day(iso) : text(iso);
}
