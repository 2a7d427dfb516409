/** A sheet as the rows of a roster: merged cells speak for every row and column they cover. */
import type { CellGrid } from '../cells/cell';
import { cellText } from '../cells/cell-text';
import { decodeLegacy } from '../cells/legacy';

/** Merged areas beyond this many cells are decoration, not a list. */
const LARGEST_MERGE = 50_000;

/** The rows of a sheet that hold something, in order; a merged area's text stands in each of its cells. */
export function rosterRows(grid: CellGrid): readonly (readonly string[])[] {
  return [...textsByRow(grid).entries()].sort(([a], [b]) => a - b).map(([, texts]) => inOrder(texts));
}

/**
 * The same with every row in its place, blank ones included, so that the line of a finding is the row of the sheet.
 * `without`: columns that are no part of the list. Rows beyond `most` are left out.
 */
export function placedRosterRows(grid: CellGrid, without: ReadonlySet<number>, most: number): readonly (readonly string[])[] {
  const rows = textsByRow(grid);
  const last = Math.min(most - 1, Math.max(-1, ...rows.keys()));
  return Array.from({ length: last + 1 }, (_, index) => {
    const texts = rows.get(index);
    return texts === undefined ? [] : inOrder(new Map([...texts].filter(([column]) => !without.has(column))));
  });
}

function inOrder(texts: ReadonlyMap<number, string>): readonly string[] {
  const width = Math.max(-1, ...texts.keys()) + 1;
  return Array.from({ length: width }, (_, column) => texts.get(column) ?? '');
}

function textsByRow(grid: CellGrid): ReadonlyMap<number, ReadonlyMap<number, string>> {
  const rows = new Map<number, Map<number, string>>();
  for (const row of grid.rows) {
    const texts = new Map<number, string>();
    for (const cell of row.cells) {
      // A legacy font is evidence that is lost once only the text is left.
      const text = cellText(cell.value);
      texts.set(cell.column, cell.font === undefined ? text : decodeLegacy(text, cell.font).text);
    }
    rows.set(row.index, texts);
  }
  for (const { top, left, bottom, right } of grid.merges) {
    const text = rows.get(top)?.get(left) ?? '';
    if (text === '' || (bottom - top + 1) * (right - left + 1) > LARGEST_MERGE) continue;
    for (let row = top; row <= bottom; row += 1) {
      const texts = rows.get(row);
      // A row that holds nothing else is no line of the list.
      if (texts === undefined) continue;
      for (let column = left; column <= right; column += 1) if (!texts.has(column)) texts.set(column, text);
    }
  }
  return rows;
}
