/** The values and formulas of a planned sheet. Values go in as blocks of rows; formulas later, once every table is there. */
import { dateSerial } from '../../app/live-cells';
import type { PlanCell, PlanValue, SheetPlan } from '../../core/sheets/sheet-plan';
import { ARRAY_LIMIT, bytesOf, COMMAND_BYTES, type Batcher } from '../batcher';
import { boundsOf, rangeAt, rectsOfCells } from '../rects';

/** What is written for a value. Formulas have their turn later; text stands in cells of the text format. */
function written(value: PlanValue | null): string | number {
  if (value === null) return '';
  switch (value.kind) {
    case 'text':
    case 'number':
      return value.value;
    case 'date':
      return dateSerial(value.iso);
    case 'formula':
      return '';
  }
}

export async function writeValues(sheet: Excel.Worksheet, plan: SheetPlan, batcher: Batcher): Promise<void> {
  const filled = plan.cells.filter((cell) => cell.value !== null && cell.value.kind !== 'formula');
  const bounds = boundsOf(filled);
  if (bounds === null) return;
  const width = bounds.right - bounds.left + 1;
  const rows = new Map<number, PlanCell[]>();
  for (const cell of filled) {
    const row = rows.get(cell.row);
    if (row === undefined) rows.set(cell.row, [cell]);
    else row.push(cell);
  }
  let block: (string | number)[][] = [];
  let bytes = 0;
  let first = bounds.top;
  const flush = async (next: number): Promise<void> => {
    if (block.length > 0) {
      await batcher.room(bytes + COMMAND_BYTES);
      rangeAt(sheet, { top: first, left: bounds.left, bottom: first + block.length - 1, right: bounds.right }).values =
        block;
    }
    block = [];
    bytes = 0;
    first = next;
  };
  for (let row = bounds.top; row <= bounds.bottom; row += 1) {
    const line: (string | number)[] = Array.from({ length: width }, () => '');
    let size = width * 4;
    for (const cell of rows.get(row) ?? []) {
      const value = written(cell.value);
      line[cell.column - bounds.left] = value;
      size += bytesOf(value);
    }
    if (bytes > 0 && bytes + size > ARRAY_LIMIT) await flush(row);
    block.push(line);
    bytes += size;
  }
  await flush(bounds.bottom + 1);
}

/** Writes the formulas; `rename` gives tables the names they have in this workbook. */
export async function writeFormulas(
  sheet: Excel.Worksheet,
  plan: SheetPlan,
  rename: (formula: string) => string,
  batcher: Batcher,
): Promise<void> {
  const formulas = new Map<string, string>();
  const cells = plan.cells.filter((cell) => cell.value?.kind === 'formula');
  for (const { row, column, value } of cells) {
    if (value?.kind === 'formula') formulas.set(`${String(row)} ${String(column)}`, `=${rename(value.formula)}`);
  }
  for (const rect of rectsOfCells(cells)) {
    let block: string[][] = [];
    let bytes = 0;
    let first = rect.top;
    for (let row = rect.top; row <= rect.bottom; row += 1) {
      const line: string[] = [];
      for (let column = rect.left; column <= rect.right; column += 1)
        line.push(formulas.get(`${String(row)} ${String(column)}`) ?? '');
      bytes += line.reduce((sum, one) => sum + bytesOf(one), 0);
      block.push(line);
      if (bytes < ARRAY_LIMIT && row < rect.bottom) continue;
      await batcher.room(bytes + COMMAND_BYTES);
      rangeAt(sheet, { ...rect, top: first, bottom: row }).formulas = block;
      block = [];
      bytes = 0;
      first = row + 1;
    }
  }
}
