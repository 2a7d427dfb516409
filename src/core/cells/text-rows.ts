/** A sheet as a plain table of texts, for lists that people keep in any program (the roster). */
import type { CellGrid } from './cell';
import { cellText } from './cell-text';

/** The rows that hold something, each as long as its last cell; empty places are "". */
export function textRows(grid: CellGrid): readonly (readonly string[])[] {
  return grid.rows.map((row) => {
    const texts: string[] = [];
    for (const cell of row.cells) {
      while (texts.length < cell.column) texts.push('');
      texts.push(cellText(cell.value));
    }
    return texts;
  });
}
