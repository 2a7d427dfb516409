/**
 * What the page asks its desk about the written report, and what it answers. The report is made in the desk; the page
 * holds its paragraphs, edits them at once and hands them back with the next order.
 */
import type { HostProblem } from '../../app/host';
import type { DocumentPhoto, DocumentPlan } from '../../core/document/document-plan';
import type { ReportChoices } from '../../core/narrative/context';
import type { Narrative } from '../../core/narrative/narrative';
import type { EarlierReport } from '../../core/narrative/report-sheet/earlier-report';
import type { Result } from '../../core/result';

export interface ReportDraft {
  /** Null: as the workbook's sheet keeps them, else the usual ones. */
  readonly made: { readonly choices: ReportChoices; readonly lastYear: ReadonlyMap<string, number> | null } | null;
  /** The report as the page holds it; null leaves it to the workbook's sheet, else the report is all new. */
  readonly earlier: EarlierReport | null;
  /** Whether there is a workbook whose sheet may hold a report. */
  readonly inExcel: boolean;
}

export interface ReportShown {
  /** Without its facts: the desk keeps them and answers for each figure. */
  readonly narrative: Narrative;
  readonly choices: ReportChoices;
  readonly lastYear: ReadonlyMap<string, number> | null;
  /** Rows nobody reported, which the clerk may call a tồn tại. */
  readonly silentRows: readonly { readonly id: string; readonly name: string }[];
  /** The name of the sheet that holds the report in the open workbook; null for none. */
  readonly sheet: string | null;
  /** How many units are to be reminded; null without a list of units. */
  readonly toChase: number | null;
}

/** One place a figure comes from. */
export interface FigureLine {
  readonly unit: string;
  /** Empty where the unit is only counted. */
  readonly file: string;
  readonly sheet: string;
  readonly cell: string | null;
  /** What is written there; empty where it is not known. */
  readonly raw: string;
  /** Null where the line counts as one. */
  readonly value: number | null;
}

/** A cell of the open workbook where the figure stands. */
export interface FigurePlace {
  readonly sheet: string;
  readonly cell: string;
}

export interface FigureShown {
  readonly value: number;
  readonly unit: string;
  readonly kind: 'totals' | 'units' | 'cells' | 'rows' | 'unit' | 'lastYear' | 'share' | 'change' | 'texts' | 'finding';
  /** Why the report speaks of it: the rule that chose the fact, and its threshold. */
  readonly rule: { readonly name: string; readonly threshold: number | null };
  /** Rows of the form it is about, by name. */
  readonly rows: readonly string[];
  /** Figures it is worked out from: of a share or a change. */
  readonly parts: readonly { readonly fact: string; readonly figure: string; readonly value: number; readonly unit: string }[];
  /** The largest first, as many as a person reads. */
  readonly lines: readonly FigureLine[];
  /** How many more there are. */
  readonly more: number;
  /** Where it stands in the open workbook. */
  readonly places: readonly FigurePlace[];
}

type NoReminder = 'no-roster' | 'nobody';

/** What the desk can be asked about the report. Null where nothing was consolidated. */
export interface ReportQuestions {
  readonly report: { readonly ask: { readonly draft: ReportDraft }; readonly answer: Result<ReportShown | null, HostProblem> };
  readonly 'report-figure': {
    readonly ask: { readonly fact: string; readonly figure: string };
    readonly answer: FigureShown | null;
  };
  readonly 'report-document': {
    readonly ask: { readonly draft: ReportDraft; readonly photos: readonly DocumentPhoto[] };
    readonly answer: Result<DocumentPlan | null, HostProblem>;
  };
  /** The công văn that reminds, as a document. */
  readonly reminder: { readonly ask: { readonly today: string }; readonly answer: Result<DocumentPlan, NoReminder> };
  /** The list of units to remind with their texts, as a workbook. */
  readonly 'chase-list': {
    readonly ask: { readonly today: string };
    readonly answer: Result<Uint8Array<ArrayBuffer>, NoReminder>;
  };
  /** The totals of last year's summary, out of a file. */
  readonly 'last-year': {
    readonly ask: { readonly file: File };
    readonly answer: Result<ReadonlyMap<string, number>, 'unreadable' | 'other-form'>;
  };
}
