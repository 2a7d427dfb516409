/** One sheet: its cells and everything that lies on it. Pure state; edits with rules live beside this file. */
import { BLANK, type CellContent } from './cell';
import { DEFAULT_FORMAT, type CellFormat } from './cell-format';
import {
  newPageLayout,
  type ConditionalFormat,
  type CustomProperty,
  type Hyperlink,
  type PageLayout,
  type SheetProtection,
  type Validation,
} from './parts';
import { MAX_COLUMNS, type Rect } from './rect';

export type Visibility = 'Visible' | 'Hidden' | 'VeryHidden';

export interface RowInfo {
  /** Points; absent for the standard height. */
  readonly height?: number;
  readonly hidden?: boolean;
  readonly format?: CellFormat;
}

export interface ColumnInfo {
  /** Points; absent for the standard width. */
  readonly width?: number;
  readonly hidden?: boolean;
  readonly format?: CellFormat;
}

/** 15 points and 48 points (64 pixels): Calibri 11. */
export const STANDARD_HEIGHT = 15;
export const STANDARD_WIDTH = 48;

export const keyOf = (row: number, column: number): number => row * MAX_COLUMNS + column;
export const rowOf = (key: number): number => Math.floor(key / MAX_COLUMNS);
export const columnOf = (key: number): number => key % MAX_COLUMNS;

export class Sheet {
  readonly cells = new Map<number, CellContent>();
  readonly formats = new Map<number, CellFormat>();
  readonly formulaKeys = new Set<number>();
  /** Cells whose array formula fills its neighbours. */
  readonly spills = new Set<number>();
  readonly rows = new Map<number, RowInfo>();
  readonly columns = new Map<number, ColumnInfo>();
  readonly hyperlinks = new Map<number, Hyperlink>();
  baseFormat: CellFormat = DEFAULT_FORMAT;
  merges: readonly Rect[] = [];
  validations: readonly Validation[] = [];
  /** First is highest priority (0). */
  conditionalFormats: ConditionalFormat[] = [];
  readonly customProperties: CustomProperty[] = [];
  readonly pageLayout: PageLayout = newPageLayout();
  /** Rows and columns that stay in view. */
  freeze: { readonly rows: number; readonly columns: number } = { rows: 0, columns: 0 };
  protection: SheetProtection | null = null;
  autoFilter: Rect | null = null;
  visibility: Visibility = 'Visible';
  /** "#RRGGBB", or "" for none. */
  tabColor = '';
  showGridlines = true;
  showHeadings = true;
  enableCalculation = true;
  standardWidth = 8.43;
  /** The last selection on this sheet. */
  selection: Rect = { top: 0, left: 0, bottom: 0, right: 0 };
  deleted = false;

  constructor(
    readonly id: string,
    public name: string,
  ) {}

  content(row: number, column: number): CellContent {
    return this.cells.get(keyOf(row, column)) ?? BLANK;
  }

  format(row: number, column: number): CellFormat {
    return (
      this.formats.get(keyOf(row, column)) ?? this.rows.get(row)?.format ?? this.columns.get(column)?.format ?? this.baseFormat
    );
  }

  rowHeight(row: number): number {
    return this.rows.get(row)?.height ?? STANDARD_HEIGHT;
  }

  columnWidth(column: number): number {
    return this.columns.get(column)?.width ?? STANDARD_WIDTH;
  }

  isRowHidden(row: number): boolean {
    return this.rows.get(row)?.hidden === true;
  }

  isColumnHidden(column: number): boolean {
    return this.columns.get(column)?.hidden === true;
  }

  /** The merged area that a cell lies in, or null. */
  mergeAt(row: number, column: number): Rect | null {
    for (const merge of this.merges) {
      if (row >= merge.top && row <= merge.bottom && column >= merge.left && column <= merge.right) return merge;
    }
    return null;
  }

  /**
   * The smallest rectangle of cells that hold something, within `within`; null when there is none.
   * Without `valuesOnly` cells that are only formatted count too, as Excel's getUsedRange says.
   */
  usedRect(valuesOnly: boolean, within?: Rect): Rect | null {
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    const take = (key: number): void => {
      const [row, column] = [rowOf(key), columnOf(key)];
      if (within !== undefined) {
        if (row < within.top || row > within.bottom || column < within.left || column > within.right) return;
      }
      if (row < top) top = row;
      if (row > bottom) bottom = row;
      if (column < left) left = column;
      if (column > right) right = column;
    };
    for (const key of this.cells.keys()) take(key);
    if (!valuesOnly) {
      for (const [key, format] of this.formats) if (format !== this.baseFormat) take(key);
      for (const merge of this.merges) {
        take(keyOf(merge.top, merge.left));
        take(keyOf(merge.bottom, merge.right));
      }
    }
    return bottom < 0 ? null : { top, left, bottom, right };
  }
}
