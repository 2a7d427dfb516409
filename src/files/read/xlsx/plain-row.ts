/**
 * A row of nothing but plain cells (see ./plain-cell), in ascending order: most rows of most sheets. Taken in one go, or
 * left to the scanner, which asks for the plain cells among the others.
 */
import type { Cell } from '../../../core/cells/cell';
import { remembered } from '../../../core/cells/remembered';
import type { GridBuilder } from '../grid-builder';
import { MAX_ROWS } from '../limits';
import { isTrue, plainValue, type SheetContext } from './cell-values';
import { PlainCell } from './plain-cell';

const OPENING = '<row r="';
const CLOSING = '</row>';
const ROW = /^<row r="([1-9]\d{0,6})"((?: [A-Za-z0-9]+(?::[A-Za-z0-9]+)?="[^"<>&]*")*)>$/;
const HIDDEN = /[ :]hidden="([^"]*)"/;

/** What the opening mark of a row says; null where it is written in an unusual way. */
interface RowMark {
  readonly row: number;
  readonly hidden: boolean;
}

/** The same rows open in the same way in all files of a form. */
const markOf = remembered((tag): RowMark | null => {
  const [, number, rest = ''] = ROW.exec(tag) ?? [];
  const row = Number(number) - 1;
  if (number === undefined || row >= MAX_ROWS) return null;
  return { row, hidden: isTrue(HIDDEN.exec(rest)?.[1]) };
});

/** Takes plain rows into a grid. */
export class PlainRow {
  /** The row that was taken last, and the column of the cell that was taken by itself; zero-based. */
  row = -1;
  column = -1;
  private readonly cell = new PlainCell();

  constructor(
    private readonly context: SheetContext,
    private readonly grid: Pick<GridBuilder, 'add' | 'addRow' | 'hideRow'>,
  ) {}

  /** Where the plain row that begins at `at` ends, its cells in the grid; -1 where none does, and nothing was added. */
  readonly take = (source: string, at: number): number => {
    if (!source.startsWith(OPENING, at)) return -1;
    const opened = source.indexOf('>', at) + 1;
    const mark = opened === 0 ? null : markOf(source.slice(at, opened));
    if (mark === null) return -1;
    const { cell, context } = this;
    const cells: Cell[] = [];
    let letters = 0;
    let last = -1;
    let place = opened;
    for (let end = cell.take(source, place); end >= 0; end = cell.take(source, place)) {
      if (cell.row !== mark.row || cell.column <= last) return -1;
      last = cell.column;
      place = end;
      const filled = cell.hasValue ? plainValue(cell, source, context) : null;
      if (filled === null) continue;
      cells.push(filled);
      if (filled.value.kind === 'text') letters += filled.value.value.length;
    }
    if (!source.startsWith(CLOSING, place)) return -1;
    this.row = mark.row;
    if (mark.hidden) this.grid.hideRow(mark.row);
    this.grid.addRow(mark.row, cells, letters);
    return place + CLOSING.length;
  };
  /** Where the plain cell that begins at `at` ends, the cell in the grid; -1 where none does. */
  readonly takeCell = (source: string, at: number): number => {
    const { cell, grid } = this;
    const end = cell.take(source, at);
    if (end < 0) return -1;
    this.column = cell.column;
    const filled = cell.hasValue ? plainValue(cell, source, this.context) : null;
    if (filled !== null) grid.add(cell.row, filled.column, filled.value, false, filled.font);
    return end;
  };
}
