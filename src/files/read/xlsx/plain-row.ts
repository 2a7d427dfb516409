/**
 * A row of nothing but plain cells (see ./plain-cell), in ascending order: most rows of most sheets. Taken in one go, or
 * left to the scanner, which asks for the plain cells among the others.
 */
import type { Cell } from '../../../core/cells/cell';
import { remembered } from '../../../core/cells/remembered';
import type { GridBuilder } from '../grid-builder';
import { MAX_ROWS } from '../limits';
import { isTrue, plainValue, type SheetContext } from './cell-values';
import { KnownRows, type TakenCell } from './known-rows';
import { PlainCell } from './plain-cell';

const OPENING = '<row r="';
const CLOSING = '</row>';
const ROW = /^<row r="([1-9]\d{0,6})"((?: [A-Za-z0-9]+(?::[A-Za-z0-9]+)?="[^"<>&]*")*)>$/;
const HIDDEN = /[ :]hidden="([^"]*)"/;

/** What the opening mark of a row says; null where it is written in an unusual way. */
interface RowMark {
  readonly row: number;
  readonly hidden: boolean;
  /** What rows that open so were found to say; null further down than forms reach. */
  readonly known: KnownRows | null;
}

/** Forms are shorter; rows further down have no equals. */
const LAST_KNOWN = 400;

/** The same rows open in the same way in all files of a form. */
const markOf = remembered((tag): RowMark | null => {
  const [, number, rest = ''] = ROW.exec(tag) ?? [];
  const row = Number(number) - 1;
  if (number === undefined || row >= MAX_ROWS) return null;
  return { row, hidden: isTrue(HIDDEN.exec(rest)?.[1]), known: row > LAST_KNOWN ? null : new KnownRows() };
});

/** Takes plain rows into a grid. */
export class PlainRow {
  /** The row that was taken last, and the column of the cell that was taken by itself; zero-based. */
  row = -1;
  column = -1;
  private readonly cell = new PlainCell();
  /** The filled cells of the row that was taken last, and the letters of their texts. */
  private cells: readonly Cell[] = [];
  private letters = 0;

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
    const whole = mark.known?.findWhole(source, opened, this.context) ?? null;
    const end = whole === null ? this.takeCells(source, opened, mark) : opened + whole.letters.length;
    if (end < 0) return -1;
    this.row = mark.row;
    if (mark.hidden) this.grid.hideRow(mark.row);
    if (whole === null) this.grid.addRow(mark.row, this.cells, this.letters);
    else this.grid.addRow(mark.row, whole.cells, whole.textLetters);
    return end;
  };

  /** Takes the cells of a row from the place of the first on; gives where the row ends, or -1 where one of them is not plain. */
  private takeCells(source: string, opened: number, mark: RowMark): number {
    const { cell, context } = this;
    const { known } = mark;
    const beginning = known?.findBeginning(source, opened, context) ?? null;
    const cells = beginning === null ? [] : [...beginning.cells];
    const taken: TakenCell[] = [];
    let letters = beginning?.textLetters ?? 0;
    let last = beginning?.lastColumn ?? -1;
    let place = opened + (beginning?.letters.length ?? 0);
    let isBlank = true;
    for (let end = cell.take(source, place); end >= 0; end = cell.take(source, place)) {
      if (cell.row !== mark.row || cell.column <= last) return -1;
      last = cell.column;
      place = end;
      const filled = cell.hasValue ? plainValue(cell, source, context) : null;
      if (cell.hasValue) isBlank = false;
      if (known !== null && beginning === null) taken.push({ end: end - opened, column: last, filled, string: cell.stringOf(source) });
      if (filled === null) continue;
      cells.push(filled);
      if (filled.value.kind === 'text') letters += filled.value.value.length;
    }
    if (!source.startsWith(CLOSING, place)) return -1;
    const end = place + CLOSING.length;
    if (beginning === null) known?.learn(source.slice(opened, end), taken, context);
    else if (isBlank) known?.learnBlank(source.slice(opened, end), beginning, last);
    this.cells = cells;
    this.letters = letters;
    return end;
  }

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
