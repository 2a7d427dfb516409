/**
 * What one sheet says, cell by cell, independent of any file format and of Excel.
 *
 * This is the second station of the line (bytes → cells → form → …): received files and the live sheet both
 * arrive here, so that every later step knows only these types.
 */

/** The value of one cell. Absence is a value too: an empty cell never turns into 0 or "". */
export type CellValue =
  | { readonly kind: 'empty' }
  /** `format` is the number format code when it is not "General": it tells 1.10 from 1.1 in a column of numbers. */
  | { readonly kind: 'number'; readonly value: number; readonly format?: string }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** A number shown as a date or time. `iso` is local and zone-free: "2024-10-02T00:00:00". `serial` is what the file holds. */
  | { readonly kind: 'date'; readonly iso: string; readonly serial: number; readonly format?: string }
  /** An Excel error value, as printed: "#DIV/0!", "#N/A" … */
  | { readonly kind: 'error'; readonly code: string }
  /** A formula whose result the file does not hold. It is not empty: somebody meant a value. */
  | { readonly kind: 'uncalculated' };

/** A cell that holds something. Row and column are zero-based everywhere in core. */
export interface Cell {
  readonly column: number;
  readonly value: CellValue;
  /** True when the value is the cached result of a formula. */
  readonly formula?: true;
  /** The font's name where the format gives it and it is a font of a legacy encoding (".VnTime", "VNI-Times" …). */
  readonly font?: string;
}

/** A row that holds at least one cell; cells in ascending column order, none of them empty. */
export interface GridRow {
  readonly index: number;
  readonly cells: readonly Cell[];
  readonly hidden?: true;
}

/** A rectangle of cells, both ends included, zero-based. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export type SheetVisibility = 'visible' | 'hidden' | 'veryHidden';

/** One sheet: only what is there, rows ascending. A merged area keeps its value in its top-left cell. */
export interface CellGrid {
  readonly sheet: string;
  readonly visibility: SheetVisibility;
  readonly rows: readonly GridRow[];
  readonly merges: readonly CellRange[];
  readonly hiddenColumns: readonly number[];
}

/** What a workbook says about itself besides its cells. */
export interface WorkbookProperties {
  /** When the workbook was last saved, as its own properties say; ISO 8601 in UTC, or null. */
  readonly savedAt: string | null;
  readonly title: string | null;
  readonly creator: string | null;
  /** The custom document properties (docProps/custom.xml and its like), text only. */
  readonly custom: Readonly<Record<string, string>>;
}

/** A whole workbook after reading: its sheets in tab order. */
export interface WorkbookCells {
  readonly sheets: readonly CellGrid[];
  readonly properties: WorkbookProperties;
}

export const EMPTY: CellValue = { kind: 'empty' };
