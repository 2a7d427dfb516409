/** Rectangles of cells: many cells that are alike become few rectangles, and few commands to Excel. */
import type { CellRange } from '../core/cells/cell';

interface Run {
  first: number;
  last: number;
}

/** Ascending numbers as runs of neighbours. */
function runsOf(sorted: Iterable<number>): Run[] {
  const runs: Run[] = [];
  for (const one of sorted) {
    const last = runs.at(-1);
    if (last !== undefined && one <= last.last + 1) last.last = Math.max(last.last, one);
    else runs.push({ first: one, last: one });
  }
  return runs;
}

const byNumber = (a: number, b: number): number => a - b;

/** Rectangles that cover exactly these cells (zero-based): runs down the columns, joined sideways where they are alike. */
export function rectsOfCells(cells: Iterable<{ readonly row: number; readonly column: number }>): CellRange[] {
  const columns = new Map<number, number[]>();
  for (const { row, column } of cells) {
    const rows = columns.get(column);
    if (rows === undefined) columns.set(column, [row]);
    else rows.push(row);
  }
  const rects: CellRange[] = [];
  for (const [column, rows] of columns) {
    for (const { first, last } of runsOf(rows.sort(byNumber))) {
      rects.push({ top: first, left: column, bottom: last, right: column });
    }
  }
  return joinRects(rects);
}

/** Joins rectangles that stand side by side or one below the other with equal edges. They must not overlap. */
export function joinRects(rects: readonly CellRange[]): CellRange[] {
  let all = [...rects];
  for (let before = -1; before !== all.length;) {
    before = all.length;
    all = joinAlong(
      all,
      (one) => `${String(one.top)} ${String(one.bottom)}`,
      (a, b) => a.left - b.left,
      (a, b) => a.right + 1 === b.left,
    );
    all = joinAlong(
      all,
      (one) => `${String(one.left)} ${String(one.right)}`,
      (a, b) => a.top - b.top,
      (a, b) => a.bottom + 1 === b.top,
    );
  }
  return all;
}

function joinAlong(
  rects: readonly CellRange[],
  keyOf: (one: CellRange) => string,
  order: (a: CellRange, b: CellRange) => number,
  touches: (a: CellRange, b: CellRange) => boolean,
): CellRange[] {
  const groups = new Map<string, CellRange[]>();
  for (const one of rects) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  const joined: CellRange[] = [];
  for (const group of groups.values()) {
    let open: CellRange | null = null;
    for (const one of group.sort(order)) {
      if (open !== null && touches(open, one)) {
        open = { top: open.top, left: open.left, bottom: one.bottom, right: one.right };
      } else {
        if (open !== null) joined.push(open);
        open = one;
      }
    }
    if (open !== null) joined.push(open);
  }
  return joined;
}

/** The smallest rectangle around all; null for none. */
export function boundsOf(cells: Iterable<{ readonly row: number; readonly column: number }>): CellRange | null {
  let bounds: { top: number; left: number; bottom: number; right: number } | null = null;
  for (const { row, column } of cells) {
    if (bounds === null) bounds = { top: row, left: column, bottom: row, right: column };
    else {
      bounds.top = Math.min(bounds.top, row);
      bounds.left = Math.min(bounds.left, column);
      bounds.bottom = Math.max(bounds.bottom, row);
      bounds.right = Math.max(bounds.right, column);
    }
  }
  return bounds;
}

/** How many cells a rectangle holds. */
export function areaOf({ top, left, bottom, right }: CellRange): number {
  return (bottom - top + 1) * (right - left + 1);
}

/** The same rows and columns as lists of indexes become spans of neighbours. */
export function spansOf(indexes: readonly number[]): { readonly first: number; readonly last: number }[] {
  return runsOf([...indexes].sort(byNumber));
}

/**
 * Lets go of a range at once: Excel need not keep it for us beyond the request. Without this every run ends with one more
 * request that only gives ranges back, and memory grows (office-js issue 1988).
 */
export function loose<T extends { untrack(): unknown }>(range: T): T {
  range.untrack();
  return range;
}

/** The range object of a rectangle, for use within one request. */
export function rangeAt(sheet: Excel.Worksheet, { top, left, bottom, right }: CellRange): Excel.Range {
  return loose(sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1));
}
