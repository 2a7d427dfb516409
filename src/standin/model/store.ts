/** The two things every edit does with sparse cells: putting content in, and finding what lies in a rectangle. */
import type { CellContent } from './cell';
import { cellCount, type Rect } from './rect';
import { columnOf, keyOf, rowOf, type Sheet } from './sheet';
import type { Workbook } from './workbook';

/** Puts content into one cell without any check; callers note and emit. */
export function putContent(workbook: Workbook, sheet: Sheet, key: number, content: CellContent): void {
  if (sheet.spills.delete(key)) {
    // What the old array formula spilled goes with it.
    for (const [other, cell] of sheet.cells) if (cell.spilledFrom === key) sheet.cells.delete(other);
  }
  if (content.type === 'Empty' && content.formula === null) sheet.cells.delete(key);
  else sheet.cells.set(key, content);
  if (content.formula === null) sheet.formulaKeys.delete(key);
  else sheet.formulaKeys.add(key);
  workbook.markStale(sheet, key);
}

/** The keys of a sparse map that lie in a rectangle: walks whichever is smaller. */
export function keysIn(map: ReadonlyMap<number, unknown>, rect: Rect): number[] {
  const keys: number[] = [];
  if (cellCount(rect) < map.size) {
    for (let row = rect.top; row <= rect.bottom; row += 1) {
      for (let column = rect.left; column <= rect.right; column += 1) {
        const key = keyOf(row, column);
        if (map.has(key)) keys.push(key);
      }
    }
    return keys;
  }
  for (const key of map.keys()) {
    const [row, column] = [rowOf(key), columnOf(key)];
    if (row >= rect.top && row <= rect.bottom && column >= rect.left && column <= rect.right) keys.push(key);
  }
  return keys;
}
