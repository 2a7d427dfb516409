/** What consolidating yields: submissions with their states, contributors, totals with every contribution. */
import type { CheckedForm } from '../checks/checked-form';
import type { ReportingUnit } from '../campaign/reporting-unit';
import type { Finding } from '../findings';
import type { Refusal, SubmissionReason } from '../finding-codes';
import type { Field, FormDefinition } from '../forms/definition';
import type { CountedFigures, CountedValue } from '../forms/roll-up';
import type { CalendarLine } from './list/calendar';

export type SubmissionState = 'counted' | 'superseded' | 'duplicate' | 'contained' | 'undetermined' | 'refused';

/** One file (or entry of an archive) that was received, and what became of it. */
export interface Submission {
  /** "a.xlsx", "xa/a.xlsx" or "b.zip!c/d.xlsx". */
  readonly file: string;
  readonly sheet: string | null;
  readonly unit: ReportingUnit | null;
  readonly state: SubmissionState;
  readonly reason: SubmissionReason | Refusal['code'] | null;
  readonly refusal: Refusal | null;
  /** The file's fingerprint, see `Received`; null where nothing of it was looked at. */
  readonly hash: string | null;
  /** The figures were typed in by hand; "file" then says so. */
  readonly typedIn?: true;
  /** When the file was last saved (its own properties, else its time on disk); ISO 8601, or null. */
  readonly savedAt: string | null;
  /** Số, ký hiệu and date of the report, where the file gives them. */
  readonly documentNumber: string | null;
  readonly documentDate: string | null;
  /** All findings of this file, its form's and those about its state, in reading order. */
  readonly findings: readonly Finding[];
}

/** The figures of one unit as they enter the totals. A consolidated workbook brings several. */
export interface Contributor {
  readonly unit: ReportingUnit;
  /** The file that brought it, and the office that passed it on when it came inside a consolidated workbook. */
  readonly file: string;
  readonly via: ReportingUnit | null;
  readonly form: CheckedForm;
  /** The fingerprint of the unit's own file, as far as known; tells the same child delivered both ways. */
  readonly hash: string | null;
  /** Per field key: what is counted, after rolling up. Absent keys were not reported. */
  readonly counted: CountedFigures;
}

/** One unit's part of a total, down to the cell. For "children" the cell is that of the row itself (it may be empty). */
export interface Contribution {
  readonly unit: ReportingUnit;
  readonly file: string;
  readonly sheet: string;
  readonly cell: string | null;
  readonly raw: string;
  readonly value: number;
  readonly from: CountedValue['from'];
  /** Corrected by hand in "Chi tiết": the value is the clerk's, `raw` still the file's. */
  readonly byHand?: true;
}

/** The total of one field. `reporters` 0 means nobody reported: another thing than a total of zero. */
export interface Total {
  readonly field: Field;
  readonly value: number;
  readonly reporters: number;
  readonly contributions: readonly Contribution[];
}

export interface Consolidation {
  readonly form: FormDefinition;
  /** By file path; every received file has exactly one. */
  readonly submissions: readonly Submission[];
  /** By unit name, then file: the order of received files never matters. */
  readonly contributors: readonly Contributor[];
  /** One per declared field, in the form's order. */
  readonly totals: readonly Total[];
  /** Where the form is a list: the lines of all contributors, by day, time and unit. */
  readonly calendar?: readonly CalendarLine[];
  /** Roster units without any submission that could be read; empty without a roster. */
  readonly missing: readonly ReportingUnit[];
  /** Findings that concern no single file. */
  readonly findings: readonly Finding[];
}
