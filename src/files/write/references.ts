/** How parts of a workbook write places. */
import type { CellRange } from '../../core/cells/cell';
import { cellAddress, columnLetters } from '../../core/cells/address';

/** "A1:C3", or "A1" for a single cell. */
export function rangeAddress(range: CellRange): string {
  const from = cellAddress(range.top, range.left);
  const to = cellAddress(range.bottom, range.right);
  return from === to ? from : `${from}:${to}`;
}

/** "$A$1:$C$3", as names write it. */
export function absoluteAddress(range: CellRange): string {
  const corner = (row: number, column: number): string => `$${columnLetters(column)}$${String(row + 1)}`;
  return `${corner(range.top, range.left)}:${corner(range.bottom, range.right)}`;
}

/** "$A:$C": whole columns, as print titles write them. */
export function columnsReference(first: number, last: number): string {
  return `$${columnLetters(first)}:$${columnLetters(last)}`;
}
