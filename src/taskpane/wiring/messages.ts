/**
 * What the page and its desk, the worker that does the work, say to each other. All of it can be copied between threads,
 * and the page gets what it shows, already in words: schemas, forms and rules stay in the desk.
 */
import type { Difference } from '../../app/compare-submissions';
import type { HostProblem, SummaryKeeping } from '../../app/host';
import type { Question } from '../../app/open-questions';
import type { UnitLetter } from '../../app/send-back';
import type { TypedInFlaw } from '../../app/type-in-unit';
import type { Campaign } from '../../core/campaign/campaign';
import type { Decisions, TypedIn } from '../../core/campaign/decisions';
import type { ReportingUnit } from '../../core/campaign/reporting-unit';
import type { CellGrid } from '../../core/cells/cell';
import type { Submission } from '../../core/consolidation/consolidation';
import type { Severity } from '../../core/findings';
import type { FormDefinition } from '../../core/forms/definition';
import type { Result } from '../../core/result';
import type { ReportDraft, ReportQuestions } from './report-messages';

/** A file the clerk chose, with the path it is known by: "a.xlsx", or "xa/a.xlsx" inside a chosen folder. */
export interface PickedFile {
  readonly path: string;
  readonly file: File;
}

/** A small file among others: its bytes stand in `together` from a place on. */
export interface SmallFile {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** As a `File` has it. */
  readonly lastModified: number;
  readonly from: number;
  readonly together: Blob;
}

/** A chosen file as the desk gets it. */
export type HandedFile = PickedFile | SmallFile;

/** A form that can be consolidated, as much of it as the page shows. */
export interface FormChoice {
  readonly id: string;
  readonly name: string;
  readonly annexLabel: string;
  readonly year: number | null;
}

/** What files are consolidated with. `formId` null leaves it to the campaign, or to the catalogue's default. */
export interface DeskSettings {
  readonly formId: string | null;
  readonly campaign: Campaign | null;
  readonly decisions: Decisions;
  /** Forms the clerk made; they stand behind the catalogue's. */
  readonly learnedForms: readonly FormDefinition[];
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
  /** How many of them could not be read. */
  readonly unread: number;
  /** Milliseconds that are probably left; null before anything can be said. */
  readonly left: number | null;
  /** The newest first. */
  readonly recent: readonly ReadFile[];
}

/** One received file as the lists show it. Its findings are asked for when somebody looks. */
export interface FileLine {
  readonly file: string;
  readonly unit: ReportingUnit | null;
  readonly state: Submission['state'];
  readonly reason: Submission['reason'];
  /** Why it is in its state, as a sentence; empty for a counted one. */
  readonly sentence: string;
  readonly errors: number;
  readonly warnings: number;
  readonly hints: number;
  readonly typedIn: boolean;
  /** The file of the same unit that took its place, or whose place it took; null for none. */
  readonly rival: string | null;
}

export interface FindingLine {
  readonly severity: Severity;
  readonly sentence: string;
}

/** A row of the form as a screen shows it. `null` under a measure the row does not have. */
export interface FormRow {
  readonly id: string;
  readonly number: string;
  readonly text: string;
  readonly unitOfMeasure: string;
  /** Rows of a heading's children are set in. */
  readonly level: 0 | 1;
  /** Its figure follows from its children's, where those are filled. */
  readonly isSum: boolean;
  readonly fields: readonly ({ readonly key: string; readonly unit: string } | null)[];
}

export interface FormShape {
  readonly form: FormChoice;
  /** A list has lines by day where a table of quantities has totals. */
  readonly kind: FormDefinition['kind'];
  readonly measures: readonly string[];
  readonly rows: readonly FormRow[];
  readonly roster: readonly ReportingUnit[];
}

/** The total of a field. */
export interface TotalLine {
  readonly value: number;
  readonly reporters: number;
}

/** When a file was received: confirmed by the clerk, or only offered by the file ("2024-10-19"). */
export interface ReceiptLine {
  readonly file: string;
  readonly unit: string;
  readonly offered: string | null;
  readonly confirmed: string | null;
}

/** What the page shows of a consolidation: contributions stay in the desk, where the workbook is made. */
export interface Outcome {
  readonly submissions: readonly FileLine[];
  readonly questions: readonly Question[];
  readonly receipts: readonly ReceiptLine[];
  /** By field key. */
  readonly totals: Readonly<Record<string, TotalLine>>;
  /** Days with the number of their lines, in order; the lines without a certain day last. Empty for quantities. */
  readonly days: readonly { readonly day: string | null; readonly lines: number }[];
  readonly contributors: number;
  readonly missing: readonly ReportingUnit[];
  /** The last day on which a report is on time; null without a deadline. */
  readonly lastSafeDay: string | null;
  /** Sentences that concern no single file: about roster, campaign, units compared with each other. */
  readonly remarks: readonly { readonly severity: Severity; readonly sentence: string }[];
  /** Files and units of the refused and doubtful ones. */
  readonly sentBack: number;
}

/** A line of the calendar: whose it is and what it says, in the order of the form's columns. */
export interface DayLine {
  readonly unit: string;
  /** The last day of an activity over several days; null for a single one. */
  readonly until: string | null;
  /** As written, where no day is certain. */
  readonly rawDay: string;
  readonly texts: readonly { readonly column: string; readonly text: string }[];
}

/** One unit's part of a total. `share` is its part of the largest, from 0 to 1. */
export interface DrillLine {
  readonly unit: ReportingUnit;
  readonly file: string;
  readonly sheet: string;
  readonly cell: string | null;
  readonly raw: string;
  readonly value: number;
  readonly fromChildren: boolean;
  /** The figure was corrected by hand in "Chi tiết"; `raw` is what the file says. */
  readonly byHand: boolean;
}

export interface Drill {
  readonly key: string;
  readonly row: string;
  readonly measure: string;
  readonly unit: string;
  readonly value: number;
  readonly reporters: number;
  readonly lines: readonly DrillLine[];
}

/** What the desk can be asked, and what it answers. */
export interface Questions extends ReportQuestions {
  readonly findings: { readonly ask: { readonly file: string }; readonly answer: readonly FindingLine[] };
  readonly drill: { readonly ask: { readonly key: string }; readonly answer: Drill | null };
  /** Which field a cell of the sheet "Tổng hợp" shows. */
  readonly 'drill-cell': { readonly ask: { readonly sheet: CellGrid; readonly cell: string }; readonly answer: Drill | null };
  /** The lines of a day of the calendar; null stands for those without a certain day. */
  readonly day: { readonly ask: { readonly day: string | null }; readonly answer: readonly DayLine[] };
  readonly compare: {
    readonly ask: { readonly before: string; readonly after: string };
    readonly answer: readonly Difference[] | null;
  };
  readonly letters: { readonly ask: Record<never, never>; readonly answer: readonly UnitLetter[] };
  /** The decisions with a unit's figures typed in, for the session to keep. */
  readonly 'type-in': { readonly ask: { readonly entry: TypedIn }; readonly answer: Result<Decisions, TypedInFlaw> };
  /** The summary as a workbook of its own. */
  readonly workbook: { readonly ask: { readonly today: string }; readonly answer: Uint8Array<ArrayBuffer> };
  readonly list: { readonly ask: { readonly as: 'xlsx' | 'csv' }; readonly answer: Uint8Array<ArrayBuffer> };
  /** Writes the summary into the open workbook, all or nothing; with a draft the written report as well. */
  readonly 'into-workbook': {
    readonly ask: { readonly today: string; readonly report?: ReportDraft };
    readonly answer: Result<IntoWorkbook, HostProblem>;
  };
  /** Takes up what was consolidated in the open workbook before: how many files, and the name of its summary. */
  readonly restore: {
    readonly ask: Record<never, never>;
    readonly answer: Result<{ readonly files: number; readonly summarySheet: string | null }, HostProblem>;
  };
}
export type QuestionKind = keyof Questions;

export interface IntoWorkbook {
  readonly decisions: Decisions;
  /** Corrections by hand that stay, and those whose file changed or is gone. */
  readonly kept: number;
  readonly dropped: number;
  readonly summarySheet: string;
  /** The sheet of the written report; null where the workbook has none. */
  readonly reportSheet: string | null;
}

/** What the desk needs of the workbook; the page answers with the session's host. */
export type HostCall = 'readSummary' | 'replaceSummary';
export type HostArguments<C extends HostCall> = Parameters<SummaryKeeping[C]>;

/** Page → desk. A run is numbered, so that an answer to a stopped one is told apart. */
export type DeskOrder =
  | { readonly kind: 'settle'; readonly settings: DeskSettings }
  /** Files of a run that begins with the first of them; handing over thousands at once would hold up the page. */
  | { readonly kind: 'files'; readonly run: number; readonly files: readonly HandedFile[] }
  /** The last files of a run; once all are read, they are added to those already read. */
  | { readonly kind: 'receive'; readonly run: number; readonly files: readonly HandedFile[] }
  /** The clerk is about to choose files. */
  | { readonly kind: 'expect' }
  | { readonly kind: 'cancel'; readonly run: number }
  | { readonly kind: 'forget' }
  | {
      readonly [K in QuestionKind]: {
        readonly kind: 'ask';
        readonly id: number;
        readonly about: K;
        readonly ask: Questions[K]['ask'];
      };
    }[QuestionKind]
  | { readonly kind: 'host-answer'; readonly id: number; readonly result: Result<unknown, HostProblem> };

/** Desk → page. */
export type DeskNews =
  | { readonly kind: 'ready'; readonly forms: readonly FormChoice[] }
  /** The form that is consolidated now, and who is asked. */
  | { readonly kind: 'settled'; readonly shape: FormShape }
  | ({ readonly kind: 'progress'; readonly run: number } & Progress)
  /** A run ended: `run` says which. Null: decisions or settings changed. Of an empty desk the outcome is null. */
  | { readonly kind: 'outcome'; readonly run: number | null; readonly outcome: Outcome | null; readonly isInWorkbook: boolean }
  | {
      readonly [K in QuestionKind]: {
        readonly kind: 'answer';
        readonly id: number;
        readonly about: K;
        readonly answer: Questions[K]['answer'];
      };
    }[QuestionKind]
  | { readonly kind: 'host-call'; readonly id: number; readonly call: HostCall; readonly with: readonly unknown[] }
  /** A bug; the message names no data. `id`: the question it was about. */
  | { readonly kind: 'failed'; readonly report: string; readonly id: number | null };
