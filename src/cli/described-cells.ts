/** The cells of a workbook as plain data with A1 addresses: what `npm run cells` prints and `npm run corpus` compares. */
import { cellAddress } from '../core/cells/address';
import type { CellGrid, CellValue, WorkbookCells } from '../core/cells/cell';

/**
 * One cell. `t` is the type: "n" number, "s" text, "bool", "date" (local ISO moment), "duration" (seconds, where the
 * format counts hours beyond a day), "e" error, "uncalculated" (a formula whose result the file does not hold; no `v`).
 * `serial` is the number behind a date or duration, `f` marks the cached result of a formula.
 */
export interface DescribedCell {
  readonly t: 'n' | 's' | 'bool' | 'date' | 'duration' | 'e' | 'uncalculated';
  readonly v?: number | string | boolean;
  readonly serial?: number;
  readonly f?: true;
}

export interface DescribedSheet {
  readonly name: string;
  readonly visibility: CellGrid['visibility'];
  /** "A1:C2" */
  readonly merged: readonly string[];
  /** One-based, as Excel shows them. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly string[];
  readonly cells: Readonly<Record<string, DescribedCell>>;
}

/** A format that shows more than 24 hours as hours: "[h]:mm". */
const ELAPSED = /\[(?:h+|m+|s+)\]/i;
const SECONDS_A_DAY = 86_400;

export function describeCells(workbook: WorkbookCells): readonly DescribedSheet[] {
  return workbook.sheets.map(describeSheet);
}

function describeSheet(grid: CellGrid): DescribedSheet {
  const cells: [string, DescribedCell][] = [];
  for (const row of grid.rows) {
    for (const cell of row.cells) {
      const described = describeValue(cell.value);
      if (described === null) continue;
      const marked = cell.formula === true ? { ...described, f: true as const } : described;
      cells.push([cellAddress(row.index, cell.column), marked]);
    }
  }
  return {
    name: grid.sheet,
    visibility: grid.visibility,
    merged: grid.merges.map((one) => `${cellAddress(one.top, one.left)}:${cellAddress(one.bottom, one.right)}`),
    hiddenRows: grid.rows.filter((row) => row.hidden === true).map((row) => row.index + 1),
    hiddenColumns: grid.hiddenColumns.map((column) => cellAddress(0, column).replace(/\d+$/, '')),
    cells: Object.fromEntries(cells),
  };
}

function describeValue(value: CellValue): DescribedCell | null {
  switch (value.kind) {
    case 'empty':
      return null;
    case 'number':
      return { t: 'n', v: value.value };
    case 'text':
      return { t: 's', v: value.value };
    case 'boolean':
      return { t: 'bool', v: value.value };
    case 'error':
      return { t: 'e', v: value.code };
    case 'uncalculated':
      return { t: 'uncalculated' };
    case 'date':
      return ELAPSED.test(value.format ?? '')
        ? { t: 'duration', v: Math.round(value.serial * SECONDS_A_DAY), serial: value.serial }
        : { t: 'date', v: value.iso, serial: value.serial };
  }
}
