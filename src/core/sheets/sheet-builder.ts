/** Collects the cells of one sheet plan. Planners say what stands where; defaults and merged areas are handled here. */
import type { CellRange } from '../cells/cell';
import { CELL_LOOKS } from './cell-styles';
import { heightOf } from './text-height';
import type { PlanCell, PlanStyle, PlanValue, SheetPlan } from './sheet-plan';

/** A rectangle by its corners, both included, zero-based. */
export function rangeOf(top: number, left: number, bottom: number, right: number): CellRange {
  return { top, left, bottom, right };
}

/** A sheet with nothing on it: visible, unprotected, A4 portrait, one page wide. */
export function emptySheet(name: string, role: string): SheetPlan {
  return {
    name,
    visibility: 'visible',
    cells: [],
    merges: [],
    columnWidths: [],
    rowHeights: new Map(),
    hiddenColumns: [],
    validations: [],
    conditionalFormats: [],
    tables: [],
    autoFilter: null,
    freeze: { rows: 0, columns: 0 },
    page: {
      orientation: 'portrait',
      titleRows: null,
      fitToWidth: true,
      pagesWide: 1,
      titleColumns: null,
      printArea: null,
      margins: 'document',
    },
    gridLines: false,
    editable: null,
    role,
  };
}

export class SheetBuilder {
  readonly cells: PlanCell[] = [];
  readonly merges: CellRange[] = [];
  readonly rowHeights = new Map<number, number>();

  constructor(readonly columnWidths: readonly number[]) {}

  put(row: number, column: number, value: PlanValue | null, style: PlanStyle, link?: PlanCell['link']): void {
    this.cells.push({ row, column, value, style, ...(link === undefined ? {} : { link }) });
  }

  /** Text; an empty one leaves the cell blank but drawn. */
  text(row: number, column: number, value: string | null, style: PlanStyle): void {
    this.put(row, column, value === null || value === '' ? null : { kind: 'text', value }, style);
  }

  number(row: number, column: number, value: number | null, style: PlanStyle): void {
    this.put(row, column, value === null ? null : { kind: 'number', value }, style);
  }

  /** A text over a merged area. Every cell of it is drawn, since borders belong to cells and not to the area. */
  merged(range: CellRange, value: string | null, style: PlanStyle): void {
    for (let row = range.top; row <= range.bottom; row += 1) {
      for (let column = range.left; column <= range.right; column += 1) {
        this.text(row, column, row === range.top && column === range.left ? value : null, style);
      }
    }
    if (range.top !== range.bottom || range.left !== range.right) this.merges.push(range);
  }

  /**
   * A line of text over the columns `left`…`right` with the height its words need: hosts fit the height of a row to
   * its text by themselves, but never where cells are merged.
   */
  line(row: number, left: number, right: number, value: string, style: PlanStyle): void {
    this.merged(rangeOf(row, left, row, right), value, style);
    const look = CELL_LOOKS[style];
    const height = heightOf(value, this.widthOf(left, right), look.size, look.bold);
    this.rowHeights.set(row, Math.max(height, this.rowHeights.get(row) ?? 0));
  }

  /** Width of the columns `left`…`right` in characters of the standard font. */
  widthOf(left: number, right: number): number {
    return this.columnWidths.slice(left, right + 1).reduce((sum, width) => sum + width, 0);
  }

  /** The plan: cells in reading order, everything else as given over the defaults. */
  build(
    name: string,
    role: string,
    rest: Partial<Omit<SheetPlan, 'page'>> & { readonly page?: Partial<SheetPlan['page']> },
  ): SheetPlan {
    const base = emptySheet(name, role);
    const cells = [...this.cells].sort((a, b) => a.row - b.row || a.column - b.column);
    return {
      ...base,
      cells,
      merges: this.merges,
      columnWidths: this.columnWidths,
      rowHeights: this.rowHeights,
      ...rest,
      page: { ...base.page, ...rest.page },
    };
  }
}
