/**
 * A form as one unit filled it in: what `bindForm` makes of a grid. Everything found is kept: declared rows with
 * their readings, added rows as text, and what could not be placed as findings.
 */
import type { CellRef } from '../cells/cell-ref';
import type { Finding } from '../findings';

/** The three levels of trust, and absence. "absent": not reported. A reported zero is certain with value 0. */
export type Reading =
  | { readonly state: 'absent' }
  | { readonly state: 'certain'; readonly value: number; readonly raw: string; readonly at: CellRef; readonly accepted?: true }
  | { readonly state: 'proposed'; readonly value: number; readonly raw: string; readonly at: CellRef }
  | { readonly state: 'unreadable'; readonly raw: string; readonly at: CellRef };

/** One declared row of the form in the file. */
export interface FilledLine {
  readonly indicator: string;
  /** Where the row stands (its label cell); null when the file does not have the row. */
  readonly at: CellRef | null;
  /** The reading per measure id, for the declared measures only. */
  readonly readings: Readonly<Record<string, Reading>>;
  /** A number in a column the row does not declare, kept but never summed: measure id → reading. */
  readonly besides: Readonly<Record<string, Reading>>;
  /** What the file prints as the row's unit of measure; null where it prints none. */
  readonly unitOfMeasure: string | null;
  /** The A1 address of that cell; null where there is none. */
  readonly unitCell: string | null;
  /** The text of the note column (for a free row, of the whole row); empty when there is none. */
  readonly note: string;
  /** Where a value for each measure stands or would stand: measure id → A1 address. For fixes. */
  readonly cells: Readonly<Record<string, string>>;
}

/** A row the form does not know, kept as text. */
export interface ExtraRow {
  readonly at: CellRef;
  readonly number: string;
  readonly text: string;
  /** The other cells of the row as text, in column order. */
  readonly rest: readonly string[];
  /** For a numbered row under a known parent ("1.13"): that parent, and its numbers per measure id. */
  readonly parent: string | null;
  readonly values: Readonly<Record<string, number>>;
}

/** Where a unit's name was found, strongest first. */
export type UnitEvidenceSource = 'code' | 'unitLine' | 'letterhead' | 'attachedTo' | 'metadata' | 'fileName' | 'typedIn';

export interface UnitEvidence {
  readonly source: UnitEvidenceSource;
  /** As written (legacy encodings converted). */
  readonly text: string;
  /** The line above it in a letterhead: the superior; null elsewhere. */
  readonly superior: string | null;
  readonly at: CellRef | null;
}

/** What the file says about the document it belongs to. */
export interface DocumentEvidence {
  /** Số, ký hiệu: "12/BC-UBND"; null when not given. */
  readonly number: string | null;
  /** Ngày báo cáo as ISO date; null when not given or incomplete. */
  readonly date: string | null;
  readonly year: number | null;
  readonly theme: string | null;
  /** A word in the title that says which version it is: "lần 2", "bổ sung" …; null for none. */
  readonly versionMark: string | null;
}

/** A text that was stored in a legacy encoding: how it looked and how it is read. */
export interface TextConversion {
  readonly at: CellRef;
  readonly encoding: string;
  readonly before: string;
  readonly after: string;
}

/** Days from the first to the last, both included, ISO; one day where they are equal. */
export interface DaySpan {
  readonly from: string;
  readonly to: string;
}

/** The days of a line, by the same levels of trust. "proposed": several spans are as many lines once accepted. */
export type DayReading =
  | { readonly state: 'absent' }
  | { readonly state: 'certain'; readonly span: DaySpan; readonly raw: string; readonly at: CellRef; readonly accepted?: true }
  | { readonly state: 'proposed'; readonly spans: readonly DaySpan[]; readonly raw: string; readonly at: CellRef }
  | { readonly state: 'unreadable'; readonly raw: string; readonly at: CellRef };

/** One line of a list. */
export interface FilledEntry {
  /** The row of the sheet, from 1: "12"; a line that was split has parts "12.2", "12.3". */
  readonly id: string;
  readonly at: CellRef;
  readonly day: DayReading;
  /** Column id → what it says, for the columns that hold words; blank ones are left out. */
  readonly texts: Readonly<Record<string, string>>;
  /** Column id → reading, for the columns of quantities; blank ones are left out. */
  readonly numbers: Readonly<Record<string, Reading>>;
  /** What stands in columns the form does not have. */
  readonly extra: readonly { readonly header: string; readonly text: string }[];
  /** Column id → A1 address of its cell. */
  readonly cells: Readonly<Record<string, string>>;
  /** A cell that seems to name several: as many lines, once accepted. */
  readonly split: { readonly column: string; readonly parts: readonly string[] } | null;
}

/** What a unit wrote into a list, in the order of the sheet. */
export interface FilledList {
  readonly entries: readonly FilledEntry[];
}

export interface FilledForm {
  readonly form: string;
  readonly sheet: string;
  readonly lines: readonly FilledLine[];
  readonly extras: readonly ExtraRow[];
  readonly units: readonly UnitEvidence[];
  readonly document: DocumentEvidence;
  /** The lines, where the form is a list. */
  readonly list?: FilledList;
  /** What binding and reading had to say; checks add theirs. */
  readonly findings: readonly Finding[];
}
