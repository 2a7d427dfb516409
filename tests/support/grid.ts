/** Grids for tests, written as rows of plain values; a string is text, a number a number, null nothing. */
import type { CellGrid, CellValue } from '../../src/core/cells/cell';

export type Plain = string | number | boolean | null | CellValue;

export function cellOf(value: Plain): CellValue | null {
  if (value === null || value === '') return null;
  if (typeof value === 'object') return value;
  if (typeof value === 'number') return { kind: 'number', value };
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  return { kind: 'text', value };
}

export function gridOf(rows: readonly (readonly Plain[])[], extra: Partial<CellGrid> = {}): CellGrid {
  return {
    sheet: 'Sheet1',
    visibility: 'visible',
    merges: [],
    hiddenColumns: [],
    ...extra,
    rows: rows.flatMap((row, index) => {
      const cells = row.flatMap((plain, column) => {
        const value = cellOf(plain);
        return value === null ? [] : [{ column, value }];
      });
      return cells.length === 0 ? [] : [{ index, cells }];
    }),
  };
}
