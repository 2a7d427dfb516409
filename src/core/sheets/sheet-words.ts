/** The words planned sheets need. Core knows which are needed; what they say stands in `messages/`. */
import type { Field } from '../forms/definition';

export interface Bubble {
  /** At most 32 characters (a limit of Excel). */
  readonly title: string;
  /** At most 225 characters. */
  readonly message: string;
}

/** How a report stands to its deadline, in the words of the ledger's formula. Those with days end in a word of their own. */
export interface LedgerStandings {
  readonly onTime: string;
  /** Received on the last day itself, where an hour is set: the day alone does not tell. */
  readonly onLastDay: string;
  readonly late: (days: number) => string;
  readonly overdue: (days: number) => string;
  readonly lastDayToday: string;
  readonly left: (days: number) => string;
  readonly unknown: string;
  readonly notADay: string;
}

export interface SheetWords {
  readonly sheetNames: {
    readonly summary: string;
    readonly details: string;
    readonly ledger: string;
    readonly review: string;
    readonly other: string;
    /** The calendar of a list; left out, the form says how it is called. */
    readonly calendar?: string;
  };
  readonly form: {
    /** "(Kèm theo Báo cáo số …)" with dotted blanks, where the campaign does not say. */
    readonly attachedToBlank: string;
    readonly unitCode: string;
    readonly placeAndDate: (year: number | null) => string;
    readonly signer: string;
    readonly signHere: string;
    readonly unitPrompt: Bubble;
    /** What to type into a field, and what is said when it is refused. */
    readonly numberPrompt: (field: Pick<Field, 'nature' | 'unit'>) => Bubble;
    readonly numberAlert: (field: Pick<Field, 'nature' | 'unit'>) => Bubble;
    readonly notePrompt: (asks: string) => Bubble;
  };
  readonly summary: {
    /** Header of the count of units that reported a measure; `measure` is null where the form has only one. */
    readonly reporters: (measure: string | null) => string;
    readonly seeOther: string;
  };
  readonly details: {
    readonly title: string;
    readonly hint: string;
    readonly order: string;
    readonly code: string;
    readonly unit: string;
    readonly via: string;
    readonly file: string;
    readonly reported: (header: string) => string;
  };
  readonly ledger: {
    readonly title: string;
    readonly hint: string;
    readonly order: string;
    readonly code: string;
    readonly unit: string;
    readonly state: string;
    readonly reason: string;
    readonly documentNumber: string;
    readonly documentDate: string;
    readonly file: string;
    readonly received: string;
    /** Explains the columns that live, where they are there. */
    readonly lastDayHint: string;
    readonly receivedBefore: string;
    readonly lastDay: string;
    readonly hour: string;
    readonly standing: string;
    readonly standings: LedgerStandings;
    readonly savedOn: string;
    readonly errors: string;
    readonly warnings: string;
    readonly hints: string;
    readonly hash: string;
    readonly missing: string;
  };
  readonly review: {
    readonly title: string;
    readonly hint: string;
    readonly order: string;
    readonly severity: string;
    readonly unit: string;
    readonly file: string;
    readonly sheet: string;
    readonly cell: string;
    readonly sentence: string;
    readonly proposal: string;
    readonly severityWords: Readonly<Record<'error' | 'warning' | 'hint', string>>;
    readonly nothing: string;
  };
  readonly other: {
    readonly title: string;
    readonly hint: string;
    readonly order: string;
    readonly code: string;
    readonly unit: string;
    readonly kind: string;
    readonly row: string;
    readonly text: string;
    readonly figures: string;
    readonly file: string;
    readonly place: string;
    /** A row of the form in running words; its number may be empty. */
    readonly rowName: (number: string, text: string) => string;
    readonly kinds: Readonly<Record<'free' | 'extra' | 'note', string>>;
    readonly nothing: string;
  };
  /** Lists: the form to fill in, the calendar of all units, its details. */
  readonly list: {
    /** What to write under a heading of which the form says no more. */
    readonly prompt: (header: string) => string;
    /** Said when a day outside the week is typed; the clerk may keep it. */
    readonly dayAlert: (week: { readonly from: string; readonly to: string }) => Bubble;
    readonly day: string;
    readonly until: string;
    readonly written: string;
    readonly extra: string;
    readonly cell: string;
    readonly source: string;
    readonly noLines: string;
    readonly detailsTitle: string;
    readonly detailsHint: string;
    readonly calendarHint: string;
    readonly dayHeader: string;
    readonly countHeader: string;
    readonly allLines: string;
    readonly undated: string;
    readonly undatedTitle: string;
    readonly allTitle: string;
    /** "Thứ Hai, ngày 03/10/2022"; 1 is Monday, 7 Sunday, the day as it is written. */
    readonly dayTitle: (weekday: number, day: string) => string;
    readonly emptyDay: (title: string) => string;
  };
  /** "Tổng hợp ngày 21/10/2024": under the titles of the working tables. */
  readonly consolidatedOn: (iso: string) => string;
}
