/**
 * Our own sheets read again, in as many requests as their size asks for: Excel on the web gives no answer above 5 MB, and
 * the figures of all communes of the country with the files behind them are six times that. Cells only: what else lies on
 * these sheets we put there ourselves.
 */
import { SHEET_ROLES } from '../core/sheets/markers';
import type { CellGrid, CellRange, GridRow } from '../core/cells/cell';
import type { KnownSheet } from './own-sheets';
import { isHiddenRole } from './own-sheets';
import { askForGrid, CELLS, rowsOf } from './read-sheet';
import { loose, rangeAt } from './rects';

/** Bytes of one answer. Below 4 MB by a distance, since sizes are estimates. */
const ANSWER_LIMIT = 2_000_000;
/** What a cell takes in an answer: value, type, format and formula; a short text alone; a piece of a long text. */
const CELL_BYTES = 160;
const TEXT_BYTES = 40;
const PIECE_BYTES = 33_000;

interface Part {
  /** Place of the sheet among those that are read. */
  readonly sheet: number;
  readonly rect: CellRange;
  readonly bytes: number;
  readonly isText: boolean;
}

/** The cells of these sheets, in their order. The sheet of totals comes with merges and hidden lines. */
export async function readOwnGrids(context: Excel.RequestContext, sheets: readonly KnownSheet[]): Promise<readonly CellGrid[]> {
  const places = sheets.map(({ id, role }) => {
    const sheet = context.workbook.worksheets.getItem(id);
    if (role === SHEET_ROLES.summary) return { sheet, whole: askForGrid(sheet), used: null };
    // What the next level reads is of no use here.
    if (role === SHEET_ROLES.lineage) return { sheet, whole: null, used: null };
    const used = loose(sheet.getUsedRange(true));
    used.load('rowIndex,columnIndex,rowCount,columnCount');
    return { sheet, whole: null, used };
  });
  if (sheets.length > 0) await context.sync();
  const parts = places.flatMap(({ used }, index) =>
    used === null ? [] : partsOf(used, index, isHiddenRole(sheets[index]?.role ?? '')),
  );
  const rows = sheets.map((): GridRow[] => []);
  for (let start = 0; start < parts.length;) {
    let end = start;
    for (let bytes = 0; end < parts.length; end += 1) {
      bytes += parts[end]?.bytes ?? 0;
      if (end > start && bytes > ANSWER_LIMIT) break;
    }
    // A range lives from its request to the next: made where it is asked for.
    const together = parts.slice(start, end).flatMap(({ sheet, rect, isText }) => {
      const place = places[sheet]?.sheet;
      if (place === undefined) return [];
      const range = rangeAt(place, rect);
      range.load(isText ? 'values,rowIndex,columnIndex' : CELLS);
      return [{ sheet, range, isText }];
    });
    // One answer at a time is the point: together they are too large.
    // eslint-disable-next-line office-addins/no-context-sync-in-loop
    await context.sync();
    for (const { range, isText, sheet } of together)
      rows[sheet]?.push(...(isText ? textRowsOf(range) : rowsOf(range, new Set())));
    start = end;
  }
  return sheets.map(({ name }, index): CellGrid => {
    const whole = places[index]?.whole?.() ?? { rows: rows[index] ?? [], merges: [], hiddenColumns: [] };
    return { sheet: name, visibility: 'visible', ...whole };
  });
}

/** Rows that fit into one answer together, from the used range's loaded place. */
function partsOf(used: Excel.Range, index: number, isText: boolean): readonly Part[] {
  const { rowIndex, columnIndex, rowCount, columnCount } = used;
  const cell = !isText ? CELL_BYTES : columnCount === 1 ? PIECE_BYTES : TEXT_BYTES;
  const height = Math.max(1, Math.floor(ANSWER_LIMIT / (cell * columnCount)));
  const parts: Part[] = [];
  for (let done = 0; done < rowCount; done += height) {
    const bottom = Math.min(done + height, rowCount) - 1;
    const rect = {
      top: rowIndex + done,
      left: columnIndex,
      bottom: rowIndex + bottom,
      right: columnIndex + columnCount - 1,
    };
    parts.push({ sheet: index, rect, bytes: (bottom - done + 1) * columnCount * cell, isText });
  }
  return parts;
}

/** Sheets that keep data for us hold texts only. */
function textRowsOf({ values, rowIndex, columnIndex }: Excel.Range): GridRow[] {
  return values.flatMap((line: readonly unknown[], index): GridRow[] => {
    const cells = line.flatMap((value, place) =>
      typeof value === 'string' && value !== '' ? [{ column: columnIndex + place, value: { kind: 'text' as const, value } }] : [],
    );
    return cells.length === 0 ? [] : [{ index: rowIndex + index, cells }];
  });
}
