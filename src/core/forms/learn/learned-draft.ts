/**
 * A form in the making: what was guessed of a table that a clerk selected, for her to confirm or correct. Every guess is
 * plain data that a screen can change; `formOfDraft` makes the form of it.
 */
import type { FieldNature } from '../definition';

export type LearnedRole = 'number' | 'label' | 'unitOfMeasure' | 'measure' | 'note' | 'ignored';

export interface LearnedColumn {
  /** Column of the sheet, zero-based. */
  readonly place: number;
  readonly header: string;
  /** The heading above it that it shares with its neighbours; null for none. */
  readonly group: string | null;
  readonly role: LearnedRole;
  /** For measures: what is counted, and its unit of measure where the row does not say. */
  readonly nature: FieldNature;
  readonly unit: string;
}

export interface LearnedRow {
  /** Row of the sheet, zero-based. */
  readonly place: number;
  readonly number: string;
  readonly text: string;
  readonly unitOfMeasure: string;
  /** "heading" asks for nothing itself; "ignored" is left out of the form: a row of sums, a note. */
  readonly kind: 'heading' | 'item' | 'ignored';
  /** Index of the row it belongs to in `rows`; null for a row at the top. */
  readonly parent: number | null;
  /** How it relates to its children: they are all there is, or each is counted by itself. Null without children. */
  readonly rollUp: 'sum' | 'none' | null;
}

/** What the clerk is asked to look at. `column` and `row` are indexes into the draft; null where it is about neither. */
export interface LearnDoubt {
  readonly code: LearnDoubtCode;
  readonly column: number | null;
  readonly row: number | null;
}

export type LearnDoubtCode =
  /** The column has words in some rows and numbers in others. */
  | 'column-mixed'
  /** Nothing stands in the column and its heading does not tell. */
  | 'column-blank'
  | 'column-without-header'
  /** More than one column could hold the names of the rows. */
  | 'label-unsure'
  /** A text column that is neither label, unit of measure nor note: left out. */
  | 'column-left-out'
  /** A column or row counted in thousands or millions of đồng; the form asks for đồng, and its heading says so. */
  | 'money-unit'
  /** Taken for a sum over the whole table, left out. */
  | 'sum-row'
  /** The row has rows below it: are they all there is of it? */
  | 'parent-sum'
  /** Two rows have the same number; the form prints the number of the row above as well. */
  | 'number-repeated'
  /** Two rows read alike. */
  | 'label-repeated';

export interface LearnedDraft {
  readonly name: string;
  /** Lines above the table, as they stand; may be empty. */
  readonly title: readonly string[];
  /** Where the table stands: "Trang1!A3:F20". */
  readonly from: string;
  readonly headerRows: number;
  readonly columns: readonly LearnedColumn[];
  readonly rows: readonly LearnedRow[];
  readonly doubts: readonly LearnDoubt[];
}

/** Why a selection makes no form. `cell` is where, as an address; null for the whole. */
export interface LearnProblem {
  readonly code:
    | 'nothing'
    /** One row or one column, or nothing but numbers. */
    | 'no-table'
    | 'too-large'
    /** Cells merged over several rows inside the table. */
    | 'merged-rows'
    /** More than three rows of headings. */
    | 'header-too-deep'
    /** Headings that do not say which column is which. */
    | 'header-unclear'
    | 'no-labels'
    | 'no-quantities';
  readonly cell: string | null;
}
