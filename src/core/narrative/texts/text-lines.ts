/**
 * A sheet as lines of text, each with the cell it stands in: what was typed into one cell with line breaks becomes
 * several, the cells of one row stay together. Legacy encodings are converted; everything is bounded.
 */
import type { Cell, CellGrid } from '../../cells/cell';
import { cellAddress } from '../../cells/address';
import { cellText } from '../../cells/cell-text';
import { decodeLegacy } from '../../cells/legacy';
import { normalizeText } from '../../cells/normalize';
import { isPlaceholder } from '../../cells/placeholder';

/** Characters read of one sheet; a report of a whole commune is a tenth of it. */
export const MOST_CHARACTERS = 50_000;
const MOST_ROWS = 3_000;
/** Lines read of one sheet. */
const MOST_LINES = 2_000;

/** The cells of one line of text, left to right: one for running text, several for the row of a table. */
export interface TextLine {
  readonly row: number;
  readonly cell: string;
  readonly cells: readonly TextCell[];
}

export interface TextCell {
  readonly column: number;
  readonly text: string;
  /** ISO day, where the cell holds a date. */
  readonly date: string | null;
}

export interface SheetLines {
  readonly lines: readonly TextLine[];
  /** Characters that stand on the sheet, and how many of them were read. */
  readonly length: number;
  readonly kept: number;
}

export function sheetLines(grid: CellGrid): SheetLines {
  const lines: TextLine[] = [];
  let length = 0;
  let kept = 0;
  for (const row of grid.rows.slice(0, MOST_ROWS)) {
    const columns = row.cells.map((cell) => {
      const whole = cell.value.kind === 'text' ? cell.value.value : cellText(cell.value);
      length += whole.length;
      const room = Math.max(0, MOST_CHARACTERS - kept);
      const taken = whole.length <= room ? whole : whole.slice(0, room);
      kept += taken.length;
      return { cell, pieces: piecesOf(taken, cell) };
    });
    const filled = columns.filter((one) => one.pieces.length > 0);
    const [only] = filled;
    if (filled.length === 1 && only !== undefined) {
      for (const cells of only.pieces) lines.push({ row: row.index, cell: cellAddress(row.index, only.cell.column), cells });
      continue;
    }
    const cells = filled.map(({ cell, pieces }): TextCell => {
      const iso = cell.value.kind === 'date' ? cell.value.iso.slice(0, 10) : null;
      return { column: cell.column, text: pieces.map((piece) => piece.map((part) => part.text).join(' ')).join('\n'), date: iso };
    });
    const [first] = filled;
    if (first !== undefined) lines.push({ row: row.index, cell: cellAddress(row.index, first.cell.column), cells });
  }
  return { lines: lines.slice(0, MOST_LINES), length, kept };
}

/** The lines of a cell; tabs part the columns of a table that was pasted into it. */
function piecesOf(text: string, cell: Cell): readonly (readonly TextCell[])[] {
  if (text === '') return [];
  const decoded = decodeLegacy(text, cell.font).text;
  return decoded.split(/\r\n?|[\n\u0085\u2028\u2029]/).flatMap((line) => {
    const cells = line
      .split('\t')
      .map((part, index): TextCell => ({ column: cell.column + index, text: normalizeText(part), date: null }))
      .filter((one) => !isPlaceholder(one.text));
    return cells.length === 0 ? [] : [cells];
  });
}
