/** The table within a selection: titles above it, rows of headings, rows of data; or why there is none. */
import { cellAddress } from '../../cells/address';
import type { CellRange } from '../../cells/cell';
import { fail, ok, type Result } from '../../result';
import type { GridView, ViewCell } from '../grid-view';
import type { LearnProblem } from './learned-draft';

export interface TableArea {
  readonly title: readonly string[];
  readonly left: number;
  readonly right: number;
  /** Rows of headings, first and last. */
  readonly header: { readonly first: number; readonly last: number };
  /** Rows of data, first and last. */
  readonly first: number;
  readonly last: number;
}

const MOST_ROWS = 500;
const MOST_COLUMNS = 40;
const MOST_HEADER_ROWS = 3;

const isFilled = (cell: ViewCell | undefined): cell is ViewCell => cell !== undefined && cell.text.trim() !== '';

/** Finds the table. A selection of one cell stands for everything around it up to the next blank row and column. */
export function tableArea(view: GridView, merges: readonly CellRange[], selection: CellRange): Result<TableArea, LearnProblem> {
  const wanted =
    selection.top === selection.bottom && selection.left === selection.right ? regionAround(view, merges, selection) : selection;
  const area = trimmed(view, merges, wanted);
  if (area === null) return fail({ code: 'nothing', cell: null });
  if (area.bottom - area.top > MOST_ROWS || area.right - area.left >= MOST_COLUMNS)
    return fail({ code: 'too-large', cell: null });
  const { title, top } = titleOf(view, merges, area);
  if (area.right === area.left || top >= area.bottom) return fail({ code: 'no-table', cell: null });
  const inside = merges.filter(
    (one) => one.bottom >= top && one.top <= area.bottom && one.right >= area.left && one.left <= area.right,
  );
  const last = lastHeaderRow(view, inside, { ...area, top });
  if (last - top >= MOST_HEADER_ROWS) return fail({ code: 'header-too-deep', cell: cellAddress(top, area.left) });
  let first = last + 1;
  if (isNumbering(view, first, area)) first += 1;
  if (first > area.bottom) return fail({ code: 'no-table', cell: null });
  const across = inside.find((one) => one.bottom >= first && one.bottom > one.top);
  if (across !== undefined) return fail({ code: 'merged-rows', cell: cellAddress(across.top, across.left) });
  return ok({ title, left: area.left, right: area.right, header: { first: top, last }, first, last: area.bottom });
}

/** The block of filled cells around a cell. */
function regionAround(view: GridView, merges: readonly CellRange[], at: CellRange): CellRange {
  let area = at;
  for (let round = 0; round < MOST_ROWS; round += 1) {
    const wider = {
      top: Math.max(0, area.top - 1),
      left: Math.max(0, area.left - 1),
      bottom: area.bottom + 1,
      right: area.right + 1,
    };
    const filled = filledPlaces(view, merges, wider);
    const next = {
      top: Math.min(area.top, ...filled.map((one) => one.top)),
      left: Math.min(area.left, ...filled.map((one) => one.left)),
      bottom: Math.max(area.bottom, ...filled.map((one) => one.bottom)),
      right: Math.max(area.right, ...filled.map((one) => one.right)),
    };
    if (next.top === area.top && next.left === area.left && next.bottom === area.bottom && next.right === area.right) return area;
    if (next.bottom - next.top > MOST_ROWS || next.right - next.left > MOST_COLUMNS) return next;
    area = next;
  }
  return area;
}

/** What is filled within an area: cells, and merged areas whose first cell is. */
function filledPlaces(view: GridView, merges: readonly CellRange[], area: CellRange): CellRange[] {
  const cells = view.rows.flatMap((row) =>
    row.index < area.top || row.index > area.bottom
      ? []
      : row.cells
          .filter((cell) => isFilled(cell) && cell.column >= area.left && cell.column <= area.right)
          .map((cell) => ({ top: row.index, left: cell.column, bottom: row.index, right: cell.column })),
  );
  const merged = merges.filter(
    (one) =>
      one.top <= area.bottom &&
      one.bottom >= area.top &&
      one.left <= area.right &&
      one.right >= area.left &&
      isFilled(view.cell(one.top, one.left)),
  );
  return [...cells, ...merged];
}

/** The filled part of a selection; whole columns may be selected. */
function trimmed(view: GridView, merges: readonly CellRange[], area: CellRange): CellRange | null {
  const filled = filledPlaces(view, merges, area);
  if (filled.length === 0) return null;
  return {
    top: Math.max(area.top, Math.min(...filled.map((one) => one.top))),
    left: Math.max(area.left, Math.min(...filled.map((one) => one.left))),
    bottom: Math.min(area.bottom, Math.max(...filled.map((one) => one.bottom))),
    right: Math.min(area.right, Math.max(...filled.map((one) => one.right))),
  };
}

/** Rows of one text above the headings are titles. */
function titleOf(
  view: GridView,
  merges: readonly CellRange[],
  area: CellRange,
): { readonly title: readonly string[]; readonly top: number } {
  const title: string[] = [];
  let top = area.top;
  for (; top < area.bottom; top += 1) {
    const cells = (view.row(top)?.cells ?? []).filter(
      (cell) => isFilled(cell) && cell.column >= area.left && cell.column <= area.right,
    );
    const [only] = cells;
    if (cells.length > 1) break;
    const merge = only === undefined ? undefined : merges.find((one) => one.top === top && one.left === only.column);
    // One heading over everything below it is a heading, not a title: it is merged downwards.
    if (merge !== undefined && merge.bottom > merge.top) break;
    if (only !== undefined) title.push(only.text.replace(/\s+/g, ' ').trim());
  }
  return { title, top };
}

/** Headings end where the deepest of the merged ones in their first row does, and below every group. */
function lastHeaderRow(view: GridView, merges: readonly CellRange[], area: CellRange): number {
  let last = area.top;
  for (let row = area.top; row <= last && row <= area.bottom; row += 1) {
    for (const one of merges) {
      if (one.top !== row) continue;
      last = Math.max(last, one.bottom);
      // A group has its columns in the row below it.
      if (one.right > one.left) last = Math.max(last, one.bottom + 1);
    }
  }
  // Groups that somebody forgot to merge: the next row has texts only under blanks and beside blanks.
  if (last === area.top && last + 1 < area.bottom) {
    const [upper, lower] = [area.top, area.top + 1].map((row) => (column: number) => view.cell(row, column));
    const columns = Array.from({ length: area.right - area.left + 1 }, (_, index) => area.left + index);
    const isLower = columns.every((column) => {
      const [above, below] = [upper?.(column), lower?.(column)];
      return !isFilled(below) || (below.value.kind === 'text' && (!isFilled(above) || column > area.left));
    });
    const gaps = columns.some((column) => !isFilled(upper?.(column)) && isFilled(lower?.(column)));
    const startsBlank = !isFilled(lower?.(area.left)) && isFilled(upper?.(area.left));
    if (isLower && gaps && startsBlank) last += 1;
  }
  return last;
}

/** "(1) (2) (3)" under the headings. */
function isNumbering(view: GridView, row: number, area: CellRange): boolean {
  const cells = (view.row(row)?.cells ?? []).filter(
    (cell) => isFilled(cell) && cell.column >= area.left && cell.column <= area.right,
  );
  return cells.length >= 3 && cells.every((cell) => /^\(?(?:\d{1,2}|[a-zđ])\)?$/iu.test(cell.text.trim()));
}
