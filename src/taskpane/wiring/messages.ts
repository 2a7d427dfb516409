/** What the page and its desk, the worker that does the work, say to each other. All of it can be copied between threads. */
import type { ReportingUnit } from '../../core/campaign/reporting-unit';
import type { Submission } from '../../core/consolidation/consolidation';

/** A file the clerk chose, with the path it is known by: "a.xlsx", or "xa/a.xlsx" inside a chosen folder. */
export interface PickedFile {
  readonly path: string;
  readonly file: File;
}

/** A form that can be consolidated, as much of it as the page shows. */
export interface FormChoice {
  readonly id: string;
  readonly name: string;
  readonly annexLabel: string;
  readonly year: number | null;
}

/** A file that was just read; what became of it is known only when all are there. */
export interface ReadFile {
  readonly path: string;
  readonly readable: boolean;
}

export interface Progress {
  readonly done: number;
  /** Null while it is unknown how many files an archive holds. */
  readonly total: number | null;
  /** The newest first. */
  readonly recent: readonly ReadFile[];
}

/** One row of the totals as it is shown; `null` under a measure the row does not have. */
export interface TotalRow {
  readonly id: string;
  readonly number: string;
  readonly text: string;
  readonly unitOfMeasure: string;
  /** Rows of a heading's children are set in. */
  readonly level: 0 | 1;
  readonly cells: readonly ({ readonly value: number; readonly reporters: number } | null)[];
}

/** What the page shows of a consolidation: contributions stay in the desk, where the workbook is made. */
export interface Outcome {
  readonly form: FormChoice;
  readonly measures: readonly string[];
  readonly submissions: readonly Submission[];
  readonly totals: readonly TotalRow[];
  readonly missing: readonly ReportingUnit[];
}

/** Page → desk. A run is numbered, so that an answer to a stopped one is told apart. */
export type DeskOrder =
  /**
   * Reads these files and adds them to those already read; another form begins anew. Without a form it is the default
   * one: a clerk may be quicker than the desk, which tells the forms once it is there.
   */
  | { readonly kind: 'receive'; readonly run: number; readonly formId: string | null; readonly files: readonly PickedFile[] }
  | { readonly kind: 'cancel'; readonly run: number }
  | { readonly kind: 'forget' }
  | { readonly kind: 'write'; readonly today: string };

/** Desk → page. */
export type DeskNews =
  | { readonly kind: 'ready'; readonly forms: readonly FormChoice[]; readonly formId: string }
  | ({ readonly kind: 'progress'; readonly run: number } & Progress)
  | { readonly kind: 'outcome'; readonly run: number; readonly outcome: Outcome }
  | { readonly kind: 'workbook'; readonly bytes: Uint8Array<ArrayBuffer> }
  /** A bug; the message names no data. */
  | { readonly kind: 'failed'; readonly report: string };
