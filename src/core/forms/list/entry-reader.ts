/** Reads one line of a list: its day, its words, its quantities, and what has to be said of them. */
import { cellAddress } from '../../cells/address';
import type { CellRef } from '../../cells/cell-ref';
import { rawText } from '../../cells/cell-text';
import { readQuantity } from '../../cells/quantity';
import { formatVietnameseDate } from '../../cells/vietnamese-dates';
import { finding, type Finding, type Fix } from '../../findings';
import type { Indicator, ListForm } from '../definition';
import type { DayReading, DaySpan, FilledEntry, Reading } from '../filled-form';
import type { GridView, ViewCell } from '../grid-view';
import { RowDrafts } from '../row-drafts';
import type { ListTable } from './find-lists';
import type { ListColumn } from './list-part';
import { isBlank, type LineRow } from './list-rows';
import { readDay, type ReadDay } from './read-day';
import { placesIn } from './split-places';

/** Longer words are no entry of a schedule; a cell may hold 32,767 characters. */
const LONGEST_TEXT = 4_000;
const LONGEST_NAME = 80;

export class EntryReader {
  /** What a cell of days says is worked out and said once, however many lines it stands for. */
  private readonly days = new Map<string, ReadDay>();
  private readonly told = new Set<string>();

  constructor(
    private readonly form: ListForm,
    private readonly view: GridView,
    private readonly titleYear: number | null,
    private readonly extras: ReadonlyMap<ListTable, ReadonlyMap<number, string>>,
    private readonly repeatsDays: boolean,
    private readonly findings: Finding[],
  ) {}

  read(line: LineRow): FilledEntry {
    const { table, row } = line;
    const texts: Record<string, string> = {};
    const numbers: Record<string, Reading> = {};
    const cells: Record<string, string> = {};
    const name = this.nameOf(line);
    let split: FilledEntry['split'] = null;
    for (const column of this.form.list.columns) {
      const place = table.columns.get(column.id);
      if (place === undefined) continue;
      cells[column.id] = cellAddress(row.index, place);
      const cell = row.cells.find((one) => one.column === place);
      if (cell === undefined || isBlank(cell) || column.type === 'order' || column.type === 'date') continue;
      if (column.type === 'quantity') numbers[column.id] = this.readNumber(column, cell, name);
      else texts[column.id] = this.readWords(column, cell, name);
      if (column.type === 'place') split ??= this.splitOf(column, cell, name);
    }
    const day = this.readDays(line, name);
    const session = this.form.list.columns.find((one) => one.type === 'session');
    const time = line.dayCell === null ? '' : (this.days.get(this.keyOf(line.dayCell))?.time ?? '');
    const extra = this.extraOf(line);
    if (time !== '' && (session === undefined || texts[session.id] === undefined)) {
      if (session !== undefined) texts[session.id] = time;
      else extra.push({ header: '', text: time });
    }
    if (row.hidden)
      this.findings.push(finding('value-hidden', 'hint', this.view.ref(row.index, firstColumn(line)), { row: name }));
    const at = this.view.ref(row.index, firstColumn(line));
    return { id: String(row.index + 1), at, day, texts, numbers, extra, cells, split };
  }

  /** What a line is called in sentences: its content, else its place, else its number. */
  private nameOf({ table, row }: LineRow): string {
    const wordsOf = (type: ListColumn['type']): string => {
      const column = this.form.list.columns.find((one) => one.type === type);
      const place = column === undefined ? undefined : table.columns.get(column.id);
      const cell = row.cells.find((one) => one.column === place);
      return cell === undefined || isBlank(cell) ? '' : cell.text.replace(/\s+/g, ' ');
    };
    const words = wordsOf('content') || wordsOf('place');
    const line = `dòng ${String(row.index + 1)}`;
    return words === '' ? line : `${line}: ${words.length > LONGEST_NAME ? `${words.slice(0, LONGEST_NAME - 1)}…` : words}`;
  }

  private readWords(column: ListColumn, cell: ViewCell, name: string): string {
    const text =
      cell.value.kind === 'date' && column.type === 'session' && cell.value.serial < 1 ? cell.value.iso.slice(11, 16) : cell.text;
    if (text.length <= LONGEST_TEXT) return text;
    const params = { row: name, column: column.header, limit: LONGEST_TEXT };
    this.findings.push(finding('line-cut', 'warning', this.view.ref(cell.row, cell.column), params));
    return `${text.slice(0, LONGEST_TEXT)}…`;
  }

  private splitOf(column: ListColumn, cell: ViewCell, name: string): FilledEntry['split'] {
    const parts = placesIn(cell.text);
    const at = this.view.ref(cell.row, cell.column);
    if (parts === null || at.cell === null) return null;
    const reading = parts.map((one) => `“${one}”`).join(', ');
    const params = { row: name, raw: rawText(cell.value), reading, column: column.header, count: parts.length };
    const proposal = { indicator: at.cell, values: {}, texts: { [column.id]: parts.join('; ') } };
    this.findings.push(finding('proposed-split', 'warning', at, params, { proposal }));
    return { column: column.id, parts };
  }

  /** A quantity by the rules of every quantity, with the findings they have. */
  private readNumber(column: ListColumn, cell: ViewCell, name: string): Reading {
    const at = this.view.ref(cell.row, cell.column);
    const field = {
      measure: column.id,
      nature: column.nature ?? 'things',
      unit: column.unit ?? column.header.toLowerCase(),
    } as const;
    const row: Indicator = {
      id: at.cell ?? '',
      number: '',
      text: name,
      aliases: [],
      unitOfMeasure: '',
      kind: 'item',
      parent: null,
      rollUp: null,
      fields: [field],
      noteAsks: null,
      reason: name,
    };
    const quantity = { measure: column.id, at, value: cell.value };
    const drafts = new RowDrafts(this.form, row, [quantity]);
    drafts.settle(
      field,
      quantity,
      readQuantity(cell.value, { nature: field.nature, unit: field.unit, yesNo: false, pair: null }),
    );
    const read = drafts.readings();
    this.findings.push(...read.findings);
    return read.readings[column.id] ?? { state: 'absent' };
  }

  private keyOf(cell: ViewCell): string {
    return `${String(cell.row)} ${String(cell.column)}`;
  }

  private readDays(line: LineRow, name: string): DayReading {
    const cell = line.dayCell;
    if (cell === null) return this.withoutDay(line, name);
    const key = this.keyOf(cell);
    let read = this.days.get(key);
    if (read === undefined) {
      read = readDay(cell.value, cell.text, { week: this.form.list.week, year: this.form.year ?? this.titleYear });
      this.days.set(key, read);
    }
    const at = this.view.ref(cell.row, cell.column);
    const raw = rawText(cell.value);
    const first = !this.told.has(key);
    this.told.add(key);
    switch (read.state) {
      case 'absent':
        return this.withoutDay(line, name);
      case 'unreadable':
        if (first) this.findings.push(finding('unreadable-day', 'error', at, { row: name, raw }));
        return { state: 'unreadable', raw, at };
      case 'proposed':
        if (first) this.propose(at, raw, read.spans, read.why, name);
        return { state: 'proposed', spans: read.spans, raw, at };
      case 'certain':
        if (line.dayFrom === 'carried' && this.repeatsDays) return this.carried(line, read.span, name);
        if (first && read.reworded) {
          const params = { row: name, raw, reading: spanWords(read.span) };
          this.findings.push(finding('day-reworded', 'hint', at, params, fixOf(at, [read.span])));
        }
        return { state: 'certain', span: read.span, raw, at };
    }
  }

  /** Everybody else's line has its day, this one has none: probably the day of the line above. */
  private carried(line: LineRow, span: DaySpan, name: string): DayReading {
    const at = this.dayPlace(line);
    this.propose(at, '', [span], 'carried', name);
    return { state: 'proposed', spans: [span], raw: '', at };
  }

  private propose(
    at: CellRef,
    raw: string,
    spans: readonly DaySpan[],
    why: Extract<ReadDay, { state: 'proposed' }>['why'],
    name: string,
  ): void {
    const reading = spans.map(spanWords).join('; ');
    const date = this.form.list.columns.find((one) => one.type === 'date')?.id ?? 'date';
    const texts = { [date]: spans.map(({ from, to }) => (from === to ? from : `${from}/${to}`)).join('; ') };
    const proposal = { indicator: at.cell ?? '', values: {}, texts };
    this.findings.push(
      finding('proposed-day', 'warning', at, { row: name, raw, reading, why }, { proposal, ...fixOf(at, spans) }),
    );
  }

  private withoutDay(line: LineRow, name: string): DayReading {
    if (this.form.list.columns.some((one) => one.type === 'date')) {
      this.findings.push(finding('line-without-day', 'error', this.dayPlace(line), { row: name }));
    }
    return { state: 'absent' };
  }

  /** Where the day of a line stands or would stand. */
  private dayPlace({ table, row }: LineRow): CellRef {
    const date = this.form.list.columns.find((one) => one.type === 'date');
    const place = date === undefined ? undefined : table.columns.get(date.id);
    return place === undefined ? { sheet: this.view.sheet, cell: null } : this.view.ref(row.index, place);
  }

  private extraOf({ table, row }: LineRow): { header: string; text: string }[] {
    const columns = this.extras.get(table);
    return row.cells.flatMap((cell) => {
      const header = columns?.get(cell.column);
      return header === undefined || isBlank(cell) ? [] : [{ header, text: cell.text.slice(0, LONGEST_TEXT) }];
    });
  }
}

function firstColumn({ row }: LineRow): number {
  return row.cells.find((cell) => !isBlank(cell))?.column ?? 0;
}

/** "ngày 03/10/2022", "từ ngày 03/10/2022 đến ngày 05/10/2022". */
export function spanWords({ from, to }: DaySpan): string {
  const first = formatVietnameseDate(from);
  return from === to ? `ngày ${first}` : `từ ngày ${first} đến ngày ${formatVietnameseDate(to)}`;
}

/** The day written plainly into its cell; several days have no cell of their own. */
function fixOf(at: CellRef, spans: readonly DaySpan[]): { fix?: Fix } {
  const [span] = spans;
  if (at.cell === null || span === undefined || spans.length > 1 || span.from !== span.to) return {};
  return { fix: { writes: [{ cell: at.cell, value: formatVietnameseDate(span.from) }] } };
}
