/**
 * Every code a finding can carry, with the parameters its sentence needs. Values are what a clerk reads: `row` is
 * "1.1. Bồi dưỡng …" as the form prints it, `raw` is what the cell says, letter by letter.
 */

interface InRow {
  readonly row: string;
}
interface RawInRow extends InRow {
  readonly raw: string;
}
interface ReadInRow extends RawInRow {
  /** The reading in words: "15 lớp và 450 người", "1.250". */
  readonly reading: string;
}
interface Difference extends InRow {
  readonly reported: number;
  readonly computed: number;
  readonly unit: string;
}

/** Why the days of a line are only proposed. */
export type DayDoubt =
  | 'year'
  | 'swapped'
  | 'weekday'
  | 'weekday-only'
  | 'day-only'
  | 'number'
  | 'carried'
  | 'several'
  | 'whole-week'
  | 'words';

interface UnusualRatio {
  readonly office: string;
  readonly value: number;
  readonly median: number;
  readonly factor: number;
  readonly units: number;
  readonly unit: string;
}

export interface FindingParameters {
  // Level 1: certain, reworded (hints)
  readonly 'value-reworded': ReadInRow;
  readonly 'value-in-other-column': ReadInRow & { readonly column: string };
  readonly 'value-beside-kept': RawInRow & { readonly unit: string };
  readonly 'value-hidden': InRow;

  // Level 2: proposed (warnings), not counted until accepted
  readonly 'proposed-pair': ReadInRow;
  readonly 'proposed-date': ReadInRow;
  readonly 'proposed-approximate': ReadInRow;
  readonly 'proposed-words': ReadInRow;
  readonly 'proposed-thousands': ReadInRow;
  readonly 'proposed-comma': ReadInRow;
  readonly 'proposed-sum': ReadInRow;
  readonly 'proposed-mark': ReadInRow;
  readonly 'proposed-money-unit': ReadInRow & { readonly unit: string };
  readonly 'proposed-own-column': ReadInRow & { readonly other: string };

  // Level 3: unreadable (errors), not counted
  readonly 'unreadable-text': RawInRow;
  readonly 'unreadable-negative': RawInRow;
  readonly 'unreadable-error': RawInRow;
  readonly 'unreadable-product': RawInRow;
  readonly 'unreadable-mark': RawInRow;
  readonly 'unreadable-fraction': RawInRow;
  readonly 'unreadable-uncalculated': InRow;
  readonly 'unreadable-date': RawInRow;
  readonly 'unreadable-other-unit': RawInRow & { readonly unit: string };
  readonly 'unreadable-too-large': RawInRow;

  // Binding
  readonly 'row-missing': InRow;
  readonly 'rows-missing': { readonly count: number; readonly rows: string };
  readonly 'row-extra': { readonly text: string };
  readonly 'row-extra-numbered': { readonly text: string; readonly parent: string };
  readonly 'row-relabelled': InRow & { readonly found: string };
  readonly 'row-twice': InRow & { readonly other: string };
  readonly 'column-missing': { readonly column: string };
  /** A column of numbers that the form does not have; `count`: how many of its cells hold one. */
  readonly 'column-extra': { readonly column: string; readonly count: number };
  /** Several columns headed alike, none of them counted; `columns`: their letters. */
  readonly 'column-unclear': { readonly column: string; readonly columns: string };
  readonly 'number-not-asked': RawInRow;
  readonly 'number-unplaced': { readonly raw: string };
  readonly 'text-converted': { readonly encoding: string; readonly before: string; readonly after: string; readonly count: number };
  readonly 'other-sheet-ignored': { readonly sheet: string };
  readonly 'unit-unknown': Record<never, never>;
  readonly 'unit-from-metadata': { readonly unit: string };
  readonly 'unit-from-file-name': { readonly unit: string };
  readonly 'unit-disagrees': { readonly sheet: string; readonly other: string };

  // Lists: the days and the words of a line. `row` is what the line is about, or "dòng 12".
  readonly 'day-reworded': ReadInRow;
  readonly 'proposed-day': ReadInRow & { readonly why: DayDoubt };
  readonly 'proposed-split': ReadInRow & { readonly column: string; readonly count: number };
  readonly 'unreadable-day': RawInRow;
  readonly 'line-without-day': InRow;
  readonly 'line-incomplete': InRow & { readonly column: string };
  readonly 'line-twice': InRow & { readonly other: string };
  readonly 'line-cut': InRow & { readonly column: string; readonly limit: number };
  readonly 'lines-too-many': { readonly limit: number };
  readonly 'day-outside': InRow & { readonly day: string; readonly from: string; readonly to: string };
  /** A column the form does not have: its words stay with their lines. */
  readonly 'column-kept': { readonly column: string; readonly count: number };
  /** A column of telephone numbers and the like: nothing of it is kept. */
  readonly 'column-private': { readonly column: string; readonly count: number };
  readonly 'line-shared': InRow & { readonly day: string; readonly office: string; readonly other: string };

  // Checks within one form
  readonly 'unit-of-measure-changed': InRow & { readonly found: string; readonly expected: string };
  readonly 'quantity-without-persons': InRow & { readonly quantity: number; readonly unit: string };
  readonly 'persons-without-quantity': InRow & { readonly persons: number; readonly unit: string };
  readonly 'fewer-persons': InRow & { readonly persons: number; readonly quantity: number; readonly unit: string };
  readonly 'persons-as-quantity': InRow & { readonly quantity: number; readonly unit: string };
  readonly 'parent-differs': Difference;
  readonly 'parent-below': Difference;
  readonly 'parent-has-extra-row': Difference & { readonly extra: string };
  readonly 'parent-only': InRow & { readonly reported: number; readonly unit: string };
  readonly 'children-only': InRow & { readonly computed: number; readonly unit: string };
  readonly 'overlap-equal': InRow & { readonly other: string; readonly value: number };
  readonly 'empty-report': Record<never, never>;
  readonly 'small-money': InRow & { readonly value: number };
  readonly 'note-asked': InRow & { readonly asks: string };
  readonly 'other-year': { readonly found: number; readonly expected: number };
  readonly 'other-theme': { readonly found: string; readonly expected: string };

  // What a unit wrote, against its own figures
  readonly 'text-contradicts-figures': InRow & { readonly quote: string; readonly said: number; readonly reported: number; readonly unit: string };
  readonly 'text-beyond-figures': InRow & { readonly quote: string; readonly said: number; readonly unit: string };
  readonly 'text-denies-figures': InRow & { readonly quote: string; readonly reported: number; readonly unit: string };
  readonly 'text-cut': { readonly kept: number; readonly length: number };
  readonly 'text-slogan': { readonly quote: string };

  // Across submissions
  readonly 'same-bytes': { readonly first: string };
  readonly 'same-cells': { readonly first: string };
  readonly 'replaced-by': { readonly file: string };
  readonly 'replaces': { readonly file: string };
  readonly 'inside-other': { readonly file: string };
  readonly 'inside-other-differs': { readonly file: string; readonly row: string };
  readonly 'inside-other-corrected': { readonly file: string; readonly row: string };
  readonly 'version-unknown': { readonly files: string };
  readonly 'supplement-waits': { readonly unit: string };
  readonly 'several-forms': { readonly sheets: string };
  readonly 'unit-not-in-roster': { readonly unit: string };
  readonly 'unit-ambiguous': { readonly unit: string; readonly candidates: string };
  readonly 'lineage-disagrees': { readonly row: string; readonly shown: number; readonly computed: number };
  readonly 'lineage-unreadable': Record<never, never>;
  readonly 'roster-line': { readonly line: number; readonly problem: string };
  readonly 'roster-same-name': { readonly name: string; readonly line: number; readonly other: number; readonly kept: 'yes' | 'no' };
  readonly 'roster-deadline': { readonly office: string; readonly text: string };
  readonly 'unit-respelt': { readonly heard: string; readonly office: string };
  readonly 'unit-code-unknown': { readonly code: string };
  readonly 'unit-code-disagrees': { readonly code: string; readonly office: string; readonly heard: string };
  /** The sheet carries one code, the workbook's properties another: `codes` "03244, 03250". */
  readonly 'unit-codes-differ': { readonly codes: string; readonly candidates: string };
  /** The workbook was made for one unit, and another name was typed on it. */
  readonly 'unit-mark-disagrees': { readonly marked: string; readonly heard: string };
  readonly 'other-campaign': { readonly found: string };
  /** Of the units inside a consolidated workbook. */
  readonly 'contributor-twice': { readonly office: string; readonly code: string };
  readonly 'contributor-elsewhere': { readonly office: string; readonly home: string; readonly via: string };
  readonly 'unit-two-superiors': { readonly office: string; readonly first: string; readonly second: string };
  readonly 'roster-two-superiors': { readonly name: string; readonly line: number; readonly other: number; readonly first: string; readonly second: string };
  readonly 'roster-kind': { readonly name: string; readonly text: string };
  /** Typed into the ledger: a text that is no day; a day for a unit of which nothing came. */
  readonly 'receipt-unreadable': { readonly file: string; readonly text: string };
  readonly 'receipt-without-report': { readonly office: string; readonly day: string };
  readonly 'supplement-added': { readonly file: string };
  readonly 'decision-stale': { readonly subject: string };

  // The campaign itself
  readonly 'campaign-key-unknown': { readonly key: string; readonly meant: string };
  readonly 'campaign-key-missing': { readonly key: string };
  readonly 'campaign-week-backwards': { readonly from: string; readonly to: string };
  readonly 'campaign-year': { readonly year: number; readonly found: string };
  readonly 'campaign-deadline-early': { readonly deadline: string; readonly weekEnd: string };
  readonly 'campaign-deadline-year': { readonly deadline: string; readonly year: number };
  readonly 'campaign-steps-backwards': { readonly earlier: string; readonly later: string; readonly from: string };
  readonly 'campaign-form-unknown': { readonly form: string };

  // Across units; each sentence says its threshold. `office` is the reporting unit, `kind` the units it is compared with.
  readonly 'ratio-unusual': UnusualRatio & InRow;
  readonly 'money-ratio-unusual': UnusualRatio;
  readonly 'share-unusual': InRow & {
    readonly office: string;
    readonly value: number;
    readonly unit: string;
    readonly percent: number;
    readonly median: number;
    readonly factor: number;
    readonly units: number;
  };
  readonly 'only-one-reports': InRow & { readonly office: string; readonly units: number; readonly value: number; readonly unit: string };
  readonly 'changed-since-last-year': InRow & {
    readonly now: number;
    readonly before: number;
    readonly unit: string;
    readonly factor: number;
  };
  readonly 'reporting-rate': {
    readonly group: 'all' | 'kind' | 'superior';
    /** The kind's id or the superior's name; empty for all. */
    readonly of: string;
    readonly units: number;
    readonly reported: number;
    readonly onTime: number;
    readonly late: number;
    readonly unconfirmed: number;
  };
}

/**
 * Why a file gave no figures. Each has its sentence in `messages/`.
 * "no-form": nothing in it resembles a form we know; "wrong-form": it is another form of the catalogue.
 */
export type RefusalCode =
  | 'password'
  | 'not-a-workbook'
  | 'empty-file'
  | 'damaged'
  | 'too-large'
  | 'too-many-cells'
  | 'too-slow'
  | 'nested-archive'
  | 'archive-entry-unreadable'
  | 'not-permitted'
  | 'no-form'
  | 'wrong-form';

export interface Refusal {
  readonly code: RefusalCode;
  /** What a person may need to know besides: a form's name, a limit. Never a stack trace. */
  readonly detail: string | null;
}

/** Why a submission that could be read is not counted (or, for "replaces", why it is). */
export type SubmissionReason =
  | 'unit-unknown'
  | 'unit-not-in-roster'
  | 'unit-ambiguous'
  | 'version-unknown'
  | 'supplement'
  | 'several-forms'
  | 'inside-other-differs'
  | 'same-bytes'
  | 'same-cells'
  | 'resubmitted'
  /** Decided by the clerk: the report went back to its unit, or the unit is left out for now. */
  | 'returned'
  | 'switched-off'
  | 'inside-other';
