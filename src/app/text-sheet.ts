/** A long text in a very hidden sheet: what is too large for the workbook's custom XML part. */
import type { CellGrid } from '../core/cells/cell';
import { emptySheet } from '../core/sheets/sheet-builder';
import { cutAt } from '../core/sheets/sheet-name';
import type { PlanCell, SheetPlan } from '../core/sheets/sheet-plan';

/** A cell holds 32,767 characters. */
const CELL = 30_000;

/** A piece in each row of the first column. */
export function planText(name: string, role: string, text: string): SheetPlan {
  const cells: PlanCell[] = [];
  for (let rest = text; rest !== '';) {
    const piece = cutAt(rest, CELL);
    cells.push({ row: cells.length, column: 0, value: { kind: 'text', value: piece }, style: 'plain' });
    rest = rest.slice(piece.length);
  }
  return { ...emptySheet(name, role), visibility: 'veryHidden', cells, gridLines: true };
}

/** The text again, whatever else somebody put beside it. */
export function textOfSheet(grid: CellGrid): string {
  return grid.rows
    .map((row) => row.cells.map(({ value }) => (value.kind === 'text' ? value.value : '')).join(''))
    .join('');
}
