/**
 * What a sheet looks like, independent of any host: the last station before Excel or an .xlsx file.
 * Places are zero-based. Text is always text: only a cell of kind "formula" is ever evaluated.
 */
import type { CellRange } from '../cells/cell';

export type PlanValue =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  /** ISO date "2024-10-20". */
  | { readonly kind: 'date'; readonly iso: string }
  /**
   * A formula in en-US notation without the leading "=", and the result it has for the values of this plan
   * (number, text, or null for none), so that a reader that does not calculate sees the right figures.
   */
  | { readonly kind: 'formula'; readonly formula: string; readonly result: number | string | null };

/** Named looks; how each is drawn is one table in `cell-styles.ts`, shared by every host. */
export type PlanStyle =
  | 'plain'
  | 'officeName'
  | 'motto'
  | 'title'
  /** What stands over a table within a sheet: a day of a calendar. */
  | 'sectionHeading'
  | 'subtitle'
  | 'unitLine'
  | 'header'
  | 'label'
  | 'labelHeading'
  | 'number'
  | 'numberHeading'
  /** A quantity the row does not ask for. */
  | 'notAsked'
  | 'tt'
  | 'unitOfMeasure'
  | 'note'
  /** A place to type a number, a text, a date, or the name on the line of the reporting unit. */
  | 'input'
  | 'inputText'
  | 'inputDate'
  | 'inputLine'
  | 'calculated'
  | 'date'
  /** Cells of a list: text, a short entry in the middle, a code such as "03244", a number, words around a header. */
  | 'text'
  | 'textCentre'
  | 'code'
  | 'figure'
  | 'columnNote'
  | 'sideNote'
  | 'severityError'
  | 'severityWarning'
  | 'severityHint'
  | 'signature'
  | 'signatureNote'
  | 'small';

export interface PlanCell {
  readonly row: number;
  readonly column: number;
  readonly value: PlanValue | null;
  readonly style: PlanStyle;
  /** A place in this workbook that a click leads to: {sheet, cell}. */
  readonly link?: { readonly sheet: string; readonly cell: string };
}

export type PlanValidation =
  | {
      readonly kind: 'wholeNumber' | 'decimal';
      readonly range: CellRange;
      readonly minimum: number;
      readonly prompt: { readonly title: string; readonly message: string };
      readonly alert: { readonly title: string; readonly message: string };
    }
  /** A day from `from` to `to` (ISO). Excel asks before it takes another one: a text such as "03-05/10" stays possible. */
  | {
      readonly kind: 'date';
      readonly range: CellRange;
      readonly from: string;
      readonly to: string;
      readonly prompt: { readonly title: string; readonly message: string };
      readonly alert: { readonly title: string; readonly message: string };
    }
  | {
      readonly kind: 'list';
      readonly range: CellRange;
      readonly source: readonly string[] | { readonly formula: string };
      readonly prompt: { readonly title: string; readonly message: string };
      readonly alert: { readonly title: string; readonly message: string };
    }
  /** Anything may be typed; the prompt says what is expected. */
  | {
      readonly kind: 'any';
      readonly range: CellRange;
      readonly prompt: { readonly title: string; readonly message: string };
    };

/** A conditional format: a formula relative to the range's top-left cell, and the look it gives. */
export interface PlanConditionalFormat {
  readonly range: CellRange;
  readonly formula: string;
  readonly look: 'error' | 'warning' | 'hint' | 'stale';
}

/** An Excel table; its header row is the range's first row. Names are ASCII and unique in the workbook. */
export interface PlanTable {
  readonly name: string;
  readonly range: CellRange;
  readonly columns: readonly string[];
  /** Columns whose cells are all the same formula: a row added in Excel gets it too. Header → formula without "=". */
  readonly calculated: Readonly<Record<string, string>>;
}

export interface SheetPlan {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  readonly cells: readonly PlanCell[];
  readonly merges: readonly CellRange[];
  /** Width in characters of the standard font, by column. */
  readonly columnWidths: readonly number[];
  /** Height in points for the rows that need one (row index → points). */
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly hiddenColumns: readonly number[];
  readonly validations: readonly PlanValidation[];
  readonly conditionalFormats: readonly PlanConditionalFormat[];
  readonly tables: readonly PlanTable[];
  /** Filter buttons over a plain range; never together with a table over the same range. */
  readonly autoFilter: CellRange | null;
  /** Rows and columns that stay in view. */
  readonly freeze: { readonly rows: number; readonly columns: number };
  readonly page: {
    readonly orientation: 'portrait' | 'landscape';
    /** Rows printed on top of every page (first and last, zero-based); null for none. */
    readonly titleRows: { readonly first: number; readonly last: number } | null;
    readonly fitToWidth: boolean;
    /** How many pages side by side "fit to width" means; a table of 100 columns on one page would be unreadable. */
    readonly pagesWide: number;
    /** Columns printed at the left of every page; null for none. */
    readonly titleColumns: { readonly first: number; readonly last: number } | null;
    readonly printArea: CellRange | null;
    /** "document": the margins of Decree 30/2020 for official documents. "list": narrow ones for working tables. */
    readonly margins: 'document' | 'list';
  };
  /** Whether the host's own grid lines show on screen. */
  readonly gridLines: boolean;
  /** Ranges a clerk may type into when the labels are protected; null leaves the sheet unprotected. */
  readonly editable: readonly CellRange[] | null;
  /** Marks that the add-in made this sheet and what it is; kept with the sheet. */
  readonly role: string;
}

export interface WorkbookPlan {
  readonly title: string;
  readonly sheets: readonly SheetPlan[];
  /** Workbook names: name → reference in A1 notation with sheet. */
  readonly names: Readonly<Record<string, string>>;
  /** Custom document properties. */
  readonly properties: Readonly<Record<string, string>>;
}
