/**
 * Heights of rows whose text wraps. Excel fits such rows when it opens a file, other programs do not (LibreOffice
 * shows one line), so an estimate is stored; it is not marked as set by hand, and Excel fits the row anew on an edit.
 */
import { CELL_LOOKS } from '../../core/sheets/cell-styles';
import { heightOf } from '../../core/sheets/text-height';
import type { PlanCell, SheetPlan } from '../../core/sheets/sheet-plan';

const USUAL_WIDTH = 9;

/** Estimates the height in points that one row needs, from its cells that are not merged; null when one line does. */
export class RowHeights {
  private readonly merged = new Set<string>();
  private readonly known = new Map<string, number>();

  constructor(private readonly sheet: SheetPlan) {
    for (const { top, left } of sheet.merges) this.merged.add(`${String(top)} ${String(left)}`);
  }

  estimate(cells: readonly PlanCell[]): number | null {
    let most = 0;
    for (const { row, column, value, style } of cells) {
      const look = CELL_LOOKS[style];
      if (value === null) continue;
      if (value.kind !== 'text' || !look.wrap || this.merged.has(`${String(row)} ${String(column)}`)) {
        most = Math.max(most, heightOf('0', USUAL_WIDTH, look.size, false));
      } else {
        most = Math.max(most, this.heightOfText(value.value, column, look.size, look.bold));
      }
    }
    return most === 0 ? null : most;
  }

  private heightOfText(text: string, column: number, size: number, bold: boolean): number {
    const key = `${String(column)} ${String(size)} ${String(bold)} ${text}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const height = heightOf(text, this.sheet.columnWidths[column] ?? USUAL_WIDTH, size, bold);
    if (text.length < 200) this.known.set(key, height);
    return height;
  }
}
