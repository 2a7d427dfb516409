/**
 * The units inside a consolidated list with their lines: who they are from the hidden sheet, what they say from the
 * visible "Chi tiết". All of it is hostile input like every received file: checked row by row, bounded, never executed.
 */
import * as z from 'zod/mini';

import { cellAddress } from '../../cells/address';
import type { CellGrid, CellValue, GridRow, WorkbookCells } from '../../cells/cell';
import { cellText, rawText } from '../../cells/cell-text';
import { readQuantity } from '../../cells/quantity';
import type { Lineage, LineageContributor } from '../../consolidation/lineage';
import type { ListForm } from '../../forms/definition';
import type { DayReading, FilledEntry, Reading } from '../../forms/filled-form';
import { readDay } from '../../forms/list/read-day';
import { fail, ok, type Result } from '../../result';
import type { LineageProblem } from '../lineage-rows';
import { LINEAGE_SHEET } from '../markers';
import { LIST_COLUMN_KINDS } from './list-columns';
import { LIST_LINEAGE_VERSION } from './plan-list-lineage';

export interface ReadListLineage extends Lineage {
  /** The sheet with the calendar as it was called. */
  readonly summarySheet: string;
}

const MOST_ROWS = 60_000;
const MOST_LINES = 400_000;
const LONGEST = 32_767;

const text = z.string().check(z.maxLength(LONGEST));
const column = z.strictObject({ kind: z.enum(LIST_COLUMN_KINDS), header: text.check(z.minLength(1)), id: text });
const contributor = z.strictObject({
  order: z.string().check(z.regex(/^[1-9]\d{0,5}$/)),
  code: text,
  name: text.check(z.minLength(1)),
  viaCode: text,
  viaName: text,
  file: text,
  hash: z.string().check(z.regex(/^([0-9A-Fa-f]{64})?$/)),
});
type LineageColumn = z.infer<typeof column>;
type LineageUnit = z.infer<typeof contributor>;

interface Rows {
  readonly head: ReadonlyMap<string, string>;
  readonly columns: readonly LineageColumn[];
  readonly units: ReadonlyMap<number, LineageUnit>;
}

/** Reads the lineage of a consolidated list; "none" where the workbook has none of this kind. */
export function readListLineage(form: ListForm, workbook: WorkbookCells): Result<ReadListLineage, LineageProblem> {
  const hidden = workbook.sheets.find((sheet) => sheet.sheet === LINEAGE_SHEET);
  if (hidden === undefined) return fail('none');
  const read = readRows(hidden);
  if (!read.ok) return read;
  const { head, columns, units } = read.value;
  const found = findTable(workbook, columns, head.get('details') ?? '');
  if (found === null) return fail('columns-changed');
  const entries = new Map<number, FilledEntry[]>();
  const added = new Map<string, LineageContributor & { entries: FilledEntry[] }>();
  const visible = new Set<number>();
  let count = 0;
  for (const row of found.grid.rows) {
    if (row.index <= found.headerRow) continue;
    count += 1;
    if (count > MOST_LINES) return fail('too-large');
    const line = readLine(form, found, row);
    const source = Number(/^\d+$/.test(line.source) ? line.source : '0');
    const unit = units.get(source);
    if (unit !== undefined && oneLine(unit.name) === oneLine(line.unit)) {
      visible.add(source);
      // A unit without lines has a row that has no number.
      if (line.order !== '' && line.says) entries.set(source, [...(entries.get(source) ?? []), line.entry]);
    } else if (line.unit !== '' && line.says) {
      const key = `${line.code} ${oneLine(line.unit)}`;
      const known = added.get(key) ?? {
        unit: { code: line.code === '' ? null : line.code, name: line.unit },
        via: null,
        file: line.file,
        hash: null,
        values: new Map<string, never>(),
        entries: [],
      };
      known.entries.push(line.entry);
      added.set(key, known);
    }
  }
  const contributors = [...units]
    // Only who is seen in the table is believed to be inside.
    .filter(([order]) => visible.has(order))
    .map(([order, one]): LineageContributor => ({
      unit: { code: one.code === '' ? null : one.code, name: one.name },
      via: one.viaName === '' ? null : { code: one.viaCode === '' ? null : one.viaCode, name: one.viaName },
      file: one.file,
      hash: one.hash === '' ? null : one.hash,
      values: new Map(),
      entries: entries.get(order) ?? [],
    }));
  const year = head.get('year') ?? '';
  return ok({
    formId: head.get('form') ?? '',
    year: year === '' ? null : Number(year),
    sheet: found.grid.sheet,
    summarySheet: head.get('summary') ?? '',
    contributors: [...contributors, ...added.values()],
  });
}

function readRows(grid: CellGrid): Result<Rows, LineageProblem> {
  if (grid.rows.length > MOST_ROWS) return fail('too-large');
  const head = new Map<string, string>();
  const columns: LineageColumn[] = [];
  const units = new Map<number, LineageUnit>();
  let end: string | null = null;
  for (const row of grid.rows) {
    const cells = new Map(
      row.cells.map((cell) => [
        cell.column,
        cell.value.kind === 'text' || cell.value.kind === 'number' ? String(cell.value.value) : '',
      ]),
    );
    const at = (place: number): string => cells.get(place) ?? '';
    if (end !== null) return fail('malformed');
    switch (at(0)) {
      case 'format':
        if (at(1) !== LIST_LINEAGE_VERSION) return fail('other-version');
        head.set('format', at(1));
        break;
      case 'form':
      case 'year':
      case 'summary':
      case 'details':
        if (head.has(at(0))) return fail('malformed');
        head.set(at(0), at(1));
        break;
      case 'column': {
        const one = z.safeParse(column, { kind: at(1), header: at(2), id: at(3) });
        if (!one.success || columns.length > 100) return fail('malformed');
        columns.push(one.data);
        break;
      }
      case 'contributor': {
        const one = z.safeParse(contributor, {
          order: at(1),
          code: at(2),
          name: at(3),
          viaCode: at(4),
          viaName: at(5),
          file: at(6),
          hash: at(7),
        });
        if (!one.success || units.has(Number(one.data.order))) return fail('malformed');
        units.set(Number(one.data.order), one.data);
        break;
      }
      case 'end':
        end = at(1);
        break;
      default:
        return fail('malformed');
    }
  }
  const known =
    head.has('format') &&
    /^[a-z0-9-]{1,100}\/[a-z0-9-]{1,100}$/.test(head.get('form') ?? '') &&
    /^(\d{4})?$/.test(head.get('year') ?? '');
  // Without its last row a sheet was cut short, and units may be missing.
  return known && end === String(units.size) ? ok({ head, columns, units }) : fail('malformed');
}

interface FoundTable {
  readonly grid: CellGrid;
  readonly headerRow: number;
  readonly columns: ReadonlyMap<number, LineageColumn>;
}

/** The table is known by its headers, wherever it was moved and whatever its sheet is called now. */
function findTable(workbook: WorkbookCells, columns: readonly LineageColumn[], details: string): FoundTable | null {
  const byHeader = new Map(columns.map((one) => [one.header, one]));
  if (byHeader.size !== columns.length) return null;
  const sheets = [...workbook.sheets].sort((a, b) => Number(b.sheet === details) - Number(a.sheet === details));
  for (const grid of sheets) {
    if (grid.sheet === LINEAGE_SHEET) continue;
    for (const row of grid.rows) {
      const found = new Map<number, LineageColumn>();
      for (const { column: place, value } of row.cells) {
        const header = value.kind === 'text' ? byHeader.get(value.value.trim()) : undefined;
        if (header !== undefined && ![...found.values()].includes(header)) found.set(place, header);
      }
      if (found.size === columns.length) return { grid, headerRow: row.index, columns: found };
    }
  }
  return null;
}

interface Line {
  readonly order: string;
  readonly code: string;
  readonly unit: string;
  readonly file: string;
  readonly source: string;
  readonly entry: FilledEntry;
  /** Whether it says anything besides whose it is. */
  readonly says: boolean;
}

function readLine(form: ListForm, { grid, columns }: FoundTable, row: GridRow): Line {
  const words = new Map<string, string>();
  const texts: Record<string, string> = {};
  const numbers: Record<string, Reading> = {};
  const cells: Record<string, string> = {};
  const values = new Map<string, CellValue>();
  for (const { column: place, value } of row.cells) {
    const meaning = columns.get(place);
    if (meaning === undefined) continue;
    const shown = cellText(value).trim();
    if (meaning.kind !== 'field') {
      words.set(meaning.kind, shown);
      values.set(meaning.kind, value);
      continue;
    }
    const own = form.list.columns.find((one) => one.id === meaning.id);
    if (own === undefined || shown === '') continue;
    const at = { sheet: grid.sheet, cell: cellAddress(row.index, place) };
    cells[own.id] = at.cell;
    if (own.type === 'quantity') {
      const read = readQuantity(value, {
        nature: own.nature ?? 'things',
        unit: own.unit ?? own.header.toLowerCase(),
        yesNo: false,
        pair: null,
      });
      const raw = rawText(value);
      if (read.state === 'certain' || read.state === 'proposed')
        numbers[own.id] = { state: read.state, value: read.value, raw, at };
      else if (read.state !== 'absent') numbers[own.id] = { state: 'unreadable', raw, at };
    } else texts[own.id] = shown;
  }
  const extra = words.get('extra') ?? '';
  const day = dayOf(form, grid.sheet, row, columns, values, words);
  const entry: FilledEntry = {
    id: words.get('order') === undefined || words.get('order') === '' ? `+${String(row.index + 1)}` : (words.get('order') ?? ''),
    at: { sheet: grid.sheet, cell: cellAddress(row.index, 0) },
    day,
    texts,
    numbers,
    extra: extra === '' ? [] : [{ header: '', text: extra }],
    cells,
    split: null,
  };
  const says = day.state !== 'absent' || Object.keys(texts).length + Object.keys(numbers).length > 0;
  const of = (kind: string): string => words.get(kind) ?? '';
  return { order: of('order'), code: of('code'), unit: of('unit'), file: of('file'), source: of('source'), entry, says };
}

/** The day that stands in its own column is certain; without one, what the unit wrote is read again. */
function dayOf(
  form: ListForm,
  sheet: string,
  row: GridRow,
  columns: ReadonlyMap<number, LineageColumn>,
  values: ReadonlyMap<string, CellValue>,
  words: ReadonlyMap<string, string>,
): DayReading {
  const place = [...columns].find(([, one]) => one.kind === 'day')?.[0];
  const at = { sheet, cell: place === undefined ? null : cellAddress(row.index, place) };
  const context = { week: form.list.week, year: form.year };
  const raw = words.get('written') ?? '';
  const [from, to] = ['day', 'until'].map((kind) => isoDay(values.get(kind), words.get(kind) ?? '', context));
  if (from != null) return { state: 'certain', span: { from, to: to != null && to >= from ? to : from }, raw, at };
  const own = words.get('day') ?? '';
  const written = own === '' ? raw : own;
  const read = readDay(written === '' ? { kind: 'empty' } : { kind: 'text', value: written }, written, context);
  switch (read.state) {
    case 'absent':
      return { state: 'absent' };
    case 'unreadable':
      return { state: 'unreadable', raw: written, at };
    case 'certain':
      return { state: 'proposed', spans: [read.span], raw: written, at };
    case 'proposed':
      return { state: 'proposed', spans: read.spans, raw: written, at };
  }
}

/** A date cell, or a plain date typed as text by whoever corrected it; null for anything else. */
function isoDay(value: CellValue | undefined, shown: string, context: Parameters<typeof readDay>[2]): string | null {
  if (value === undefined || value.kind === 'empty') return null;
  if (value.kind === 'date') return value.serial < 1 ? null : value.iso.slice(0, 10);
  const read = readDay(value, shown, { ...context, week: null });
  return read.state === 'certain' && !read.reworded ? read.span.from : null;
}

/** Names are compared without regard to spaces and line breaks, which programs rewrite. */
function oneLine(name: string): string {
  return name.replace(/\s+/g, ' ').trim();
}
