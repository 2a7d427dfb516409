/**
 * The calendar: how many lines each day has, then the lines of all units, a table for every day. Its cells are formulas
 * over "Chi tiết", so that what is corrected there shows here; lines whose day nobody knows yet stand at the end.
 */
import type { ReportingUnit } from '../../campaign/reporting-unit';
import type { CellRange } from '../../cells/cell';
import { cellAddress, columnLetters } from '../../cells/address';
import type { Consolidation } from '../../consolidation/consolidation';
import type { CalendarLine } from '../../consolidation/list/calendar';
import type { ListForm } from '../../forms/definition';
import type { DaySpan } from '../../forms/filled-form';
import { daysOfWeek, type ListColumn } from '../../forms/list/list-part';
import { CELL_LOOKS } from '../cell-styles';
import { withYear } from '../form-layout';
import { SHEET_ROLES } from '../markers';
import { tableColumn } from '../plan-details';
import { rangeOf, SheetBuilder } from '../sheet-builder';
import { legalSheetName } from '../sheet-name';
import type { PlanConditionalFormat, PlanStyle, PlanValue, SheetPlan } from '../sheet-plan';
import type { SheetWords } from '../sheet-words';
import { heightOf } from '../text-height';
import { dateFormula, dayWords, rawDay, spanText } from './calendar-days';
import { usedColumns, type ListDetailColumn } from './list-columns';

export interface CalendarOptions {
  readonly words: SheetWords;
  readonly year: number | null;
  readonly office: ReportingUnit | null;
  readonly hints: readonly string[];
  readonly details: readonly ListDetailColumn[];
}

/** From this many lines on the calendar holds plain words: so many formulas would make Excel slow at every edit. */
const MOST_LIVE = 20_000;
const LINE_HEIGHT = 18;

interface CalendarColumn {
  readonly kind: 'order' | 'day' | 'unit' | 'field';
  readonly column: ListColumn | null;
  readonly header: string;
  readonly width: number;
  readonly style: PlanStyle;
}

/** Plans the calendar of a consolidated list. */
export function planCalendar(form: ListForm, consolidation: Consolidation, options: CalendarOptions): SheetPlan {
  const lines = consolidation.calendar ?? [];
  const columns = calendarColumns(form, lines, options.words);
  const writer = new CalendarWriter(form, columns, options, lines.length <= MOST_LIVE);
  writer.heading();
  const numbered = lines.map((line, index) => ({ line, order: index + 1 }));
  const days = daysOf(form, lines);
  writer.overview(days, numbered);
  for (const day of days)
    writer.section(
      day,
      numbered.filter(({ line }) => covers(line.span, day)),
    );
  const undated = numbered.filter(({ line }) => line.span === null);
  if (undated.length > 0) writer.section(null, undated);
  // Without any line the headings still say what this is, to a reader and to the next level.
  if (lines.length === 0) writer.header();
  writer.signature();
  return writer.build();
}

interface Numbered {
  readonly line: CalendarLine;
  /** Its number in "Chi tiết". */
  readonly order: number;
}

const covers = (span: DaySpan | null, day: string): boolean => span !== null && span.from <= day && day <= span.to;

/** The days of the week, and every other day that some line has. */
function daysOf(form: ListForm, lines: readonly CalendarLine[]): readonly string[] {
  const days = new Set(form.list.week === null ? [] : daysOfWeek(form.list.week));
  for (const { span } of lines) if (span !== null) for (const day of daysOfWeek(span)) days.add(day);
  return [...days].sort();
}

function calendarColumns(form: ListForm, lines: readonly CalendarLine[], words: SheetWords): readonly CalendarColumn[] {
  const isDated = form.list.columns.some((one) => one.type === 'date');
  const date = form.list.columns.find((one) => one.type === 'date');
  const fields = usedColumns(form, lines).map((column): CalendarColumn => ({
    kind: 'field',
    column,
    header: column.header,
    width: column.width,
    style: column.type === 'quantity' ? 'figure' : column.type === 'session' ? 'textCentre' : 'text',
  }));
  const session = fields.filter((one) => one.column?.type === 'session');
  return [
    {
      kind: 'order',
      column: null,
      header: form.list.columns.find((one) => one.type === 'order')?.header ?? words.details.order,
      width: 6,
      style: 'textCentre',
    },
    ...(isDated
      ? [{ kind: 'day', column: null, header: date?.header ?? words.list.day, width: 21, style: 'textCentre' } as const]
      : []),
    ...session,
    { kind: 'unit', column: null, header: words.details.unit, width: 26, style: 'text' },
    ...fields.filter((one) => !session.includes(one)),
  ];
}

class CalendarWriter {
  private readonly sheet: SheetBuilder;
  private readonly formats: PlanConditionalFormat[] = [];
  private readonly right: number;
  private row = 0;

  constructor(
    private readonly form: ListForm,
    private readonly columns: readonly CalendarColumn[],
    private readonly options: CalendarOptions,
    private readonly isLive: boolean,
  ) {
    // Two hidden columns at the right: where the line stands in "Chi tiết", and whether its day was changed there.
    this.sheet = new SheetBuilder([...columns.map((one) => one.width), 8, 8]);
    this.right = columns.length - 1;
  }

  heading(): void {
    const { words, year, office, hints } = this.options;
    for (const line of this.form.list.overview.title) this.wide(withYear(line, year), 'title');
    if (office !== null) {
      // The next level reads here whose calendar it is.
      this.wide(`${words.details.unit}: ${office.name}`, 'subtitle');
      if (office.code !== null) this.wide(`${words.form.unitCode}: ${office.code}`, 'subtitle');
    }
    this.wide([words.list.calendarHint, ...hints].join(' '), 'small');
    this.row += 1;
  }

  /** How many lines each day has, counted in "Chi tiết". */
  overview(days: readonly string[], lines: readonly Numbered[]): void {
    const { words, details } = this.options;
    const column = (kind: ListDetailColumn['kind']): string =>
      tableColumn(details.find((one) => one.kind === kind)?.header ?? '');
    const put = (label: string, formula: string, result: number, style: 'label' | 'labelHeading'): void => {
      this.sheet.merged(rangeOf(this.row, 0, this.row, 1), label, style);
      this.sheet.put(this.row, 2, { kind: 'formula', formula, result }, style === 'label' ? 'number' : 'numberHeading');
      this.row += 1;
    };
    this.sheet.merged(rangeOf(this.row, 0, this.row, 1), words.list.dayHeader, 'header');
    this.sheet.text(this.row, 2, words.list.countHeader, 'header');
    this.sheet.rowHeights.set(this.row, 32);
    this.row += 1;
    for (const day of days) {
      const date = dateFormula(day);
      const formula = `COUNTIFS(${column('day')},"<="&${date},${column('until')},">="&${date})`;
      put(dayWords(day, words), formula, lines.filter(({ line }) => covers(line.span, day)).length, 'label');
    }
    const undated = lines.filter(({ line }) => line.span === null).length;
    if (days.length > 0 && undated > 0)
      put(words.list.undated, `COUNT(${column('order')})-COUNT(${column('day')})`, undated, 'label');
    put(words.list.allLines, `COUNT(${column('order')})`, lines.length, 'labelHeading');
    this.row += 1;
  }

  /** One day with its lines; null for the lines that wait for a day. */
  section(day: string | null, lines: readonly Numbered[]): void {
    const { words } = this.options;
    const isDated = this.columns.some((one) => one.kind === 'day');
    const title = day === null ? (isDated ? words.list.undatedTitle : words.list.allTitle) : dayWords(day, words);
    this.wide(lines.length === 0 ? words.list.emptyDay(title) : title, 'sectionHeading');
    if (lines.length === 0) {
      this.sheet.rowHeights.set(this.row, 6);
      this.row += 1;
      return;
    }
    this.header();
    const top = this.row;
    lines.forEach((line, index) => {
      this.line(line, index + 1, day);
    });
    if (this.isLive && day !== null) {
      const moved = `$${columnLetters(this.right + 2)}${String(top + 1)}<>""`;
      this.formats.push({ range: rangeOf(top, 0, this.row - 1, this.right), formula: moved, look: 'stale' });
    }
    this.row += 1;
  }

  header(): void {
    this.columns.forEach((column, index) => {
      this.sheet.text(this.row, index, column.header, 'header');
    });
    this.row += 1;
  }

  private line(numbered: Numbered, number: number, day: string | null): void {
    const { line, order } = numbered;
    const { details } = this.options;
    const place = `$${cellAddress(this.row, this.right + 1)}`;
    const of = (header: string): string => `INDEX(${tableColumn(header)},${place})`;
    const headerOf = (kind: ListDetailColumn['kind'], id: string | null = null): string =>
      details.find((one) => one.kind === kind && (id === null || one.column?.id === id))?.header ?? '';
    if (this.isLive) {
      const found = `IFERROR(MATCH(${String(order)},${tableColumn(headerOf('order'))},0),"")`;
      this.sheet.put(this.row, this.right + 1, { kind: 'formula', formula: found, result: order }, 'plain');
      if (day !== null) {
        const [from, to] = [of(headerOf('day')), of(headerOf('until'))];
        const date = dateFormula(day);
        const formula = `IFERROR(IF(AND(${from}<=${date},${to}>=${date}),"","x"),"x")`;
        this.sheet.put(this.row, this.right + 2, { kind: 'formula', formula, result: '' }, 'plain');
      }
    }
    let height = LINE_HEIGHT;
    this.columns.forEach((column, index) => {
      const value = this.valueOf(column, line, number, { of, headerOf });
      this.sheet.put(this.row, index, value, column.style);
      // No host fits a row to the text that a formula brings.
      const shown =
        value === null ? '' : value.kind === 'formula' ? String(value.result ?? '') : value.kind === 'text' ? value.value : '';
      if (shown !== '') height = Math.max(height, heightOf(shown, column.width, CELL_LOOKS[column.style].size, false));
    });
    this.sheet.rowHeights.set(this.row, height);
    this.row += 1;
  }

  private valueOf(
    column: CalendarColumn,
    line: CalendarLine,
    number: number,
    { of, headerOf }: { of: (header: string) => string; headerOf: (kind: ListDetailColumn['kind'], id?: string) => string },
  ): PlanValue | null {
    const live = (formula: string, result: string): PlanValue | null =>
      this.isLive
        ? { kind: 'formula', formula: `IFERROR(${formula},"")`, result }
        : result === ''
          ? null
          : { kind: 'text', value: result };
    const { entry, span } = line;
    switch (column.kind) {
      case 'order':
        return { kind: 'number', value: number };
      case 'unit':
        return live(`${of(headerOf('unit'))}&""`, line.unit.name);
      case 'day': {
        const [from, to, written] = [of(headerOf('day')), of(headerOf('until')), of(headerOf('written'))];
        const two = `IF(${from}=${to},TEXT(${from},"dd/mm/yyyy"),TEXT(${from},"dd/mm")&" – "&TEXT(${to},"dd/mm/yyyy"))`;
        return live(`IF(${from}="",${written}&"",${two})`, span === null ? rawDay(entry) : spanText(span));
      }
      case 'field': {
        const id = column.column?.id ?? '';
        const cell = of(headerOf('field', id));
        const reading = entry.numbers[id];
        if (reading?.state !== 'certain') {
          const raw = reading === undefined || reading.state === 'absent' ? (entry.texts[id] ?? '') : reading.raw;
          return live(`${cell}&""`, raw);
        }
        if (!this.isLive) return { kind: 'number', value: reading.value };
        return { kind: 'formula', formula: `IFERROR(IF(${cell}="","",${cell}),"")`, result: reading.value };
      }
    }
  }

  signature(): void {
    const { words, year } = this.options;
    const left = Math.max(0, this.right - 1);
    for (const [line, style] of [
      [words.form.placeAndDate(year), 'signatureNote'],
      [words.form.signer, 'signature'],
      [words.form.signHere, 'signatureNote'],
    ] as const) {
      this.sheet.line(this.row, left, this.right, line, style);
      this.row += 1;
    }
    this.row += 3;
  }

  private wide(words: string, style: PlanStyle): void {
    this.sheet.line(this.row, 0, this.right, words, style);
    this.row += 1;
  }

  build(): SheetPlan {
    const { words } = this.options;
    const name = legalSheetName(words.sheetNames.calendar ?? this.form.list.overview.sheet);
    const area: CellRange = rangeOf(0, 0, this.row, this.right);
    return this.sheet.build(name, SHEET_ROLES.summary, {
      conditionalFormats: this.formats,
      hiddenColumns: [this.right + 1, this.right + 2],
      page: { orientation: 'landscape', margins: 'list', printArea: area },
    });
  }
}
