/**
 * Reads the hidden lineage sheet of a received workbook. It is hostile input like every received file: each row is
 * checked against a schema, sizes are bounded, and text is only ever a key of a Map.
 */
import * as z from 'zod/mini';

import type { CellGrid, GridRow } from '../cells/cell';
import { fail, ok, type Result } from '../result';
import { COLUMN_KINDS } from './details-columns';
import { LINEAGE_VERSION } from './plan-lineage';
import { TEXT_KINDS } from './unit-texts';

/**
 * Why a lineage cannot be used. "none": there is no such sheet. "other-version": made by a newer program.
 * "malformed": not what the product writes. "too-large": more than any country needs. "columns-changed": the table
 * that holds the figures is gone or lost its headers.
 */
export type LineageProblem = 'none' | 'other-version' | 'malformed' | 'too-large' | 'columns-changed';

const MOST_ROWS = 400_000;
const MOST_COLUMNS = 4_000;
const MOST_CONTRIBUTORS = 50_000;
const MOST_CELLS = 1_000;

const text = z.string().check(z.maxLength(32_767));
const order = z.string().check(z.regex(/^[1-9]\d{0,5}$/));
const key = z.string().check(z.regex(/^[0-9A-Za-z._-]{1,100}\/[0-9A-Za-z._-]{1,100}$/));

const column = z.strictObject({
  kind: z.enum(COLUMN_KINDS),
  header: text.check(z.minLength(1)),
  key: z.union([z.literal(''), key]),
});
const contributor = z.strictObject({
  order,
  code: text,
  name: text,
  viaCode: text,
  viaName: text,
  file: text,
  hash: z.string().check(z.regex(/^([0-9A-Fa-f]{64})?$/)),
  row: z.string().check(z.regex(/^[1-9]\d{0,6}$/)),
});
const unitText = z.strictObject({
  order,
  kind: z.enum(TEXT_KINDS),
  indicator: text,
  number: text,
  sheet: text,
  cell: z.string().check(z.regex(/^([A-Z]{1,3}[1-9]\d{0,6})?$/)),
  figures: z.array(text),
  text: z.array(text),
});

export type LineageColumn = z.infer<typeof column>;
export type LineageUnit = z.infer<typeof contributor>;
export type LineageText = z.infer<typeof unitText>;

export interface LineageRows {
  readonly formId: string;
  readonly year: number | null;
  /** Names of the sheets with the totals and with the figures, as they were. */
  readonly summary: string;
  readonly details: string;
  readonly columns: readonly LineageColumn[];
  readonly contributors: ReadonlyMap<number, LineageUnit>;
  readonly texts: readonly LineageText[];
}

/** Reads the sheet row by row. Anything unknown, missing, doubled or too long makes the whole malformed. */
export function readLineageRows(grid: CellGrid): Result<LineageRows, LineageProblem> {
  if (grid.rows.length > MOST_ROWS) return fail('too-large');
  const head = new Map<string, string>();
  const columns: LineageColumn[] = [];
  const contributors = new Map<number, LineageUnit>();
  const texts: LineageText[] = [];
  let end: string | null = null;
  for (const row of grid.rows) {
    const cells = cellsOf(row);
    if (cells === null || end !== null) return fail('malformed');
    const at = (place: number): string => cells[place] ?? '';
    switch (at(0)) {
      case 'format':
        if (at(1) !== LINEAGE_VERSION) return fail('other-version');
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
        const one = z.safeParse(column, { kind: at(1), header: at(2), key: at(3) });
        if (!one.success) return fail('malformed');
        columns.push(one.data);
        break;
      }
      case 'contributor': {
        const fields = {
          order: at(1),
          code: at(2),
          name: at(3),
          viaCode: at(4),
          viaName: at(5),
          file: at(6),
          hash: at(7),
          row: at(8),
        };
        const one = z.safeParse(contributor, fields);
        if (!one.success || contributors.has(Number(one.data.order))) return fail('malformed');
        contributors.set(Number(one.data.order), one.data);
        break;
      }
      case 'text': {
        const count = /^\d{1,3}$/.test(at(7)) ? Number(at(7)) : -1;
        if (count < 0 || count + 8 > MOST_CELLS) return fail('malformed');
        const figures = Array.from({ length: count }, (_, index) => at(8 + index));
        const fields = {
          order: at(1),
          kind: at(2),
          indicator: at(3),
          number: at(4),
          sheet: at(5),
          cell: at(6),
          figures,
          text: cells.slice(8 + count),
        };
        const one = z.safeParse(unitText, fields);
        if (!one.success) return fail('malformed');
        texts.push(one.data);
        break;
      }
      case 'end':
        end = at(1);
        break;
      default:
        return fail('malformed');
    }
    if (columns.length > MOST_COLUMNS || contributors.size > MOST_CONTRIBUTORS) return fail('too-large');
  }
  const formId = head.get('form') ?? '';
  const year = head.get('year') ?? '';
  const known = head.has('format') && /^[a-z0-9-]{1,100}\/[a-z0-9-]{1,100}$/.test(formId) && /^(\d{4})?$/.test(year);
  // Without its last row a sheet was cut short, and units may be missing.
  if (!known || end !== String(contributors.size) || texts.some((one) => !contributors.has(Number(one.order))))
    return fail('malformed');
  const [summary, details] = [head.get('summary') ?? '', head.get('details') ?? ''];
  return ok({ formId, year: year === '' ? null : Number(year), summary, details, columns, contributors, texts });
}

/** The cells of a row as texts by place; null where a cell is no text. Numbers are accepted: another program may convert. */
function cellsOf(row: GridRow): string[] | null {
  const cells: string[] = [];
  for (const { column: place, value } of row.cells) {
    if (place >= MOST_CELLS) return null;
    while (cells.length < place) cells.push('');
    if (value.kind === 'text') cells[place] = value.value;
    else if (value.kind === 'number') cells[place] = String(value.value);
    else return null;
  }
  return cells;
}
