/** Collects what a reader finds in any order and makes ordered `CellGrid`s of it, within the bounds on cells and merges. */
import type { Cell, CellGrid, CellRange, CellValue, GridRow, SheetVisibility } from '../../core/cells/cell';
import type { Refusal } from '../../core/finding-codes';
import { describeCount, MAX_COLUMNS, MAX_ROWS, type ReadLimits } from './limits';

/** Ends reading of the whole file with a refusal; thrown inside readers, caught in `readWorkbook`. */
export class ReadingRefused extends Error {
  readonly refusal: Refusal;

  constructor(code: Refusal['code'], detail: string | null = null) {
    super(code);
    this.refusal = { code, detail };
  }
}

interface Taken {
  readonly cells: number;
  readonly merges: number;
  readonly letters: number;
}

/** What all sheets of one workbook may hold together. */
export class CellBudget {
  private cells = 0;
  private merges = 0;
  private letters = 0;
  private readonly limits: ReadLimits;

  constructor(limits: ReadLimits) {
    this.limits = limits;
  }

  takeCells(count: number): void {
    this.cells += count;
    if (this.cells > this.limits.cells) throw new ReadingRefused('too-many-cells', `${describeCount(this.limits.cells)} ô`);
  }

  takeLetters(count: number): void {
    this.letters += count;
    if (this.letters > this.limits.letters) throw new ReadingRefused('too-large', `${describeCount(this.limits.letters)} chữ`);
  }

  /** What was taken so far, to be given back where what it was taken for is read another way. */
  taken(): Taken {
    return { cells: this.cells, merges: this.merges, letters: this.letters };
  }

  giveBack({ cells, merges, letters }: Taken): void {
    this.cells = cells;
    this.merges = merges;
    this.letters = letters;
  }

  takeMerge(): void {
    this.merges += 1;
    if (this.merges > this.limits.merges) {
      throw new ReadingRefused('too-many-cells', `${describeCount(this.limits.merges)} vùng gộp ô`);
    }
  }
}

export class GridBuilder {
  private readonly rows = new Map<number, readonly Cell[]>();
  /** Those of the rows that may be added to; the others were given whole, and may be others' too. */
  private readonly growing = new Map<number, Cell[]>();
  private readonly hiddenRows = new Set<number>();
  private readonly merges: CellRange[] = [];
  private readonly hiddenColumnSpans: (readonly [number, number])[] = [];
  private lastRow = -1;
  private lastCells: Cell[] = [];
  private lastColumn = -1;
  private readonly budget: CellBudget;

  constructor(budget: CellBudget) {
    this.budget = budget;
  }

  /** Adds one cell; an empty value is not kept. A cell given twice keeps the later value. */
  add(row: number, column: number, given: CellValue, formula: boolean, font: string | undefined): void {
    if (given.kind === 'empty' || (given.kind === 'text' && given.value === '')) return;
    const value: CellValue =
      given.kind === 'text' && given.value.includes('\r') ? { kind: 'text', value: withPlainLines(given.value) } : given;
    if (!(row >= 0 && row < MAX_ROWS && column >= 0 && column < MAX_COLUMNS)) throw new ReadingRefused('damaged');
    this.budget.takeCells(1);
    if (value.kind === 'text') this.budget.takeLetters(value.value.length);
    if (row !== this.lastRow) {
      let cells = this.growing.get(row);
      if (cells === undefined) {
        cells = [...(this.rows.get(row) ?? [])];
        this.rows.set(row, cells);
        this.growing.set(row, cells);
      }
      this.lastCells = cells;
      this.lastRow = row;
    }
    this.lastColumn = Math.max(this.lastColumn, column);
    const cell: Cell = formula ? { column, value, formula } : { column, value };
    this.lastCells.push(font === undefined ? cell : { ...cell, font });
  }

  /**
   * Adds a whole row: cells in ascending order of columns, none of them empty, line breaks plain, every place inside a
   * sheet. `letters` counts those of their texts. The list is taken as it is and never changed.
   */
  addRow(row: number, cells: readonly Cell[], letters: number): void {
    if (cells.length === 0) return;
    if (this.rows.has(row)) {
      for (const { column, value, font } of cells) this.add(row, column, value, false, font);
      return;
    }
    this.budget.takeCells(cells.length);
    this.budget.takeLetters(letters);
    this.rows.set(row, cells);
    this.lastColumn = Math.max(this.lastColumn, cells.at(-1)?.column ?? -1);
  }

  hideRow(row: number): void {
    if (row >= 0 && row < MAX_ROWS) this.hiddenRows.add(row);
  }

  /** Both ends included; may reach to the last column of the sheet without cost. */
  hideColumns(from: number, to: number): void {
    if (this.hiddenColumnSpans.length < MAX_COLUMNS) this.hiddenColumnSpans.push([from, to]);
  }

  merge(range: CellRange): void {
    if (range.top > range.bottom || range.left > range.right) return;
    if (range.top === range.bottom && range.left === range.right) return;
    if (range.bottom >= MAX_ROWS || range.right >= MAX_COLUMNS) return;
    this.budget.takeMerge();
    this.merges.push(range);
  }

  build(sheet: string, visibility: SheetVisibility): CellGrid {
    const rows: GridRow[] = [];
    for (const [index, cells] of this.rows) {
      const ordered = inOrder(cells);
      rows.push(this.hiddenRows.has(index) ? { index, cells: ordered, hidden: true } : { index, cells: ordered });
    }
    if (rows.some((row, place) => place > 0 && row.index < (rows[place - 1]?.index ?? 0))) {
      rows.sort((a, b) => a.index - b.index);
    }
    // Hidden columns matter only as far as the sheet has cells: "all columns to the right" is a common way to tidy up.
    const hidden = new Set<number>();
    for (const [from, to] of this.hiddenColumnSpans) {
      for (let column = Math.max(0, from); column <= Math.min(to, this.lastColumn); column++) hidden.add(column);
    }
    return { sheet, visibility, rows, merges: this.merges, hiddenColumns: [...hidden].sort((a, b) => a - b) };
  }
}

/** A line break in a cell is one line feed, however the writing program spelled it. */
export function withPlainLines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function inOrder(cells: readonly Cell[]): readonly Cell[] {
  let ordered = true;
  for (let place = 1; place < cells.length && ordered; place++) {
    ordered = (cells[place - 1]?.column ?? 0) < (cells[place]?.column ?? 0);
  }
  if (ordered) return cells;
  const byColumn = new Map(cells.map((cell) => [cell.column, cell]));
  return [...byColumn.values()].sort((a, b) => a.column - b.column);
}
