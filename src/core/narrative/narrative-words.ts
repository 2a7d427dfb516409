/** The words the report needs. Core decides what is said and from which facts; what it reads like stands in `messages/`. */
import type { FigurePart, Phrase } from './narrative';

/** How a group of units is spoken of: their names, or how many they are; null leaves them out. */
export type UnitsPhrase = Phrase | null;

export interface DocumentWords {
  readonly type: string | null;
  readonly number: string | null;
  /** As documents write days: "05/9/2024". */
  readonly date: string | null;
  readonly issuer: string | null;
  readonly subject: string | null;
}

export interface NarrativeWords {
  /** Units of measure of what the report counts itself. */
  readonly counted: { readonly unit: string; readonly document: string; readonly cell: string };
  /** Dotted blank for what is not known. */
  readonly blank: string;
  readonly and: string;
  readonly etc: string;
  /** Opening words of sentences in data: what "{units}" stands for. */
  readonly units: (single: boolean) => string;
  readonly subject: (year: number | null) => string;
  /** "Phụ lục I" of several, "Phụ lục" of one. */
  readonly annexName: (index: number | null) => string;

  readonly opening: (about: {
    readonly basis: readonly string[];
    readonly office: string | null;
    readonly subject: string;
  }) => string;
  readonly closing: (about: { readonly office: string | null; readonly subject: string }) => string;
  readonly week: (about: {
    readonly year: number;
    /** As documents write days: "05/9/2024". */
    readonly from: string | null;
    readonly to: string | null;
    readonly theme: string | null;
  }) => string;

  readonly direction: {
    readonly count: (all: FigurePart, units: FigurePart, types: readonly Phrase[]) => Phrase;
    readonly listed: (annex: string) => string;
    readonly document: (document: DocumentWords) => string;
    readonly promptDocuments: string;
    readonly promptEvaluation: string;
  };
  readonly activities: {
    readonly groups: (names: Phrase) => Phrase;
    readonly prompt: string;
    /** What the report calls an item of several units' words: the thought, and who said it. */
    readonly item: (text: string, units: UnitsPhrase) => Phrase;
  };
  readonly results: {
    readonly scope: (figures: {
      readonly units: FigurePart;
      readonly listed: FigurePart | null;
      readonly asked: FigurePart | null;
      readonly others: FigurePart | null;
      readonly annex: string;
    }) => Phrase;
    readonly nothing: string;
    /** After the title of a paragraph: where its rows stand in the annex. */
    readonly pointer: (rows: string, annex: string) => string;
    /** "Có 12/24 đơn vị tổ chức …"; `of` is null where only one unit reported at all. */
    readonly doing: (activity: string, doing: FigurePart, of: FigurePart | null) => Phrase;
    readonly activity: (title: string) => string;
    readonly totals: (totals: Phrase) => Phrase;
    /** The parts of a total: all there is, or some of it. */
    readonly consistsOf: (parts: Phrase) => Phrase;
    readonly amongThem: (parts: Phrase) => Phrase;
    readonly otherParts: (annex: string) => string;
    /** A quantity with its noun: "12 lớp …". */
    readonly quantity: (value: FigurePart, noun: string) => Phrase;
    /** Attendances of a quantity: within a list in brackets, at the top "với … lượt người tham gia". */
    readonly attendedBrackets: (value: FigurePart) => Phrase;
    readonly attended: (value: FigurePart) => Phrase;
    readonly attendances: (value: FigurePart) => Phrase;
    readonly opening: (title: string) => string;
    readonly reporters: (reporting: FigurePart, of: FigurePart) => Phrase;
    readonly none: (activity: string, reporting: FigurePart) => Phrase;
    readonly money: {
      readonly sum: (sum: FigurePart, unit: string) => Phrase;
      readonly single: (source: string) => Phrase;
      readonly part: (source: string, value: FigurePart, unit: string, percent: FigurePart) => Phrase;
      readonly reporters: (reporting: FigurePart, of: FigurePart) => Phrase;
    };
    readonly silent: (names: Phrase) => Phrase;
    readonly zero: (names: Phrase) => Phrase;
    /** Behind the name of a row: where it stands in the form. */
    readonly rowNumber: (number: string) => string;
    readonly moreRows: (count: number, annex: string) => string;
    readonly waiting: (
      figures: { readonly unreadable: FigurePart; readonly proposed: FigurePart; readonly units: FigurePart },
      who: UnitsPhrase,
    ) => Phrase;
  };
  /** Asks the clerk to look at figures in doubt before the report is signed. */
  readonly doubt: (named: string) => string;
  readonly strengths: {
    readonly allReported: (asked: FigurePart) => Phrase;
    readonly onTime: (onTime: FigurePart, judged: FigurePart, percent: FigurePart) => Phrase;
    readonly breadth: (
      groups: readonly {
        readonly title: string;
        readonly doing: FigurePart;
        readonly units: FigurePart;
        readonly percent: FigurePart;
      }[],
    ) => Phrase;
    readonly otherMoney: (source: string, value: FigurePart, unit: string, percent: FigurePart) => Phrase;
    readonly grown: (what: string, now: FigurePart, before: FigurePart, percent: FigurePart, unit: string) => Phrase;
    readonly leading: (
      what: string,
      units: readonly { readonly name: string; readonly value: FigurePart; readonly unit: string }[],
    ) => Phrase;
    readonly prompt: string;
  };
  readonly weaknesses: {
    readonly missing: (missing: FigurePart, asked: FigurePart, who: UnitsPhrase) => Phrase;
    readonly late: (late: FigurePart, judged: FigurePart, who: UnitsPhrase) => Phrase;
    readonly parents: (units: FigurePart, who: UnitsPhrase) => Phrase;
    readonly fallen: (what: string, now: FigurePart, before: FigurePart, percent: FigurePart, unit: string) => Phrase;
    /** Only where the clerk counts a row that nobody reported as a tồn tại. */
    readonly notDone: (row: string) => Phrase;
    readonly prompt: string;
  };
  readonly proposals: {
    readonly with: (addressee: string) => string;
    readonly withUnits: string;
    readonly said: (units: FigurePart) => Phrase;
    readonly reportInTime: string;
    readonly reviewFigures: string;
    readonly prompt: (addressee: string) => string;
    /** Difficulties that units name, by words that stand in them, and the proposal that follows. */
    readonly difficulties: readonly {
      readonly id: string;
      /** Folded words; one of them in a text makes it speak of this difficulty. */
      readonly signs: readonly string[];
      readonly proposal: string;
    }[];
    readonly follows: (proposal: string, units: FigurePart) => Phrase;
  };
  readonly who: {
    readonly named: (names: string) => string;
    readonly andMore: (names: string, more: number) => string;
    readonly counted: (units: FigurePart) => Phrase;
  };
  readonly annex: {
    readonly totalsTitle: (subject: string) => string;
    readonly unitsTitle: string;
    readonly documentsTitle: string;
    readonly photosTitle: string;
    readonly attachedTo: (about: {
      readonly number: string | null;
      readonly symbol: string | null;
      readonly date: string | null;
      readonly office: string | null;
      readonly year: number | null;
    }) => string;
    readonly order: string;
    readonly unit: string;
    readonly state: string;
    readonly receivedOn: string;
    readonly documentNumber: string;
    readonly documentDate: string;
    readonly documentSubject: string;
    readonly inResult: string;
    readonly counted: string;
    readonly notCounted: string;
  };
  readonly letterhead: {
    readonly title: string;
    readonly committee: string;
    readonly committeeOf: (place: string | null, kind: 'province' | 'commune') => string;
    readonly departmentOf: (place: string | null) => string;
    readonly signers: Readonly<Record<'committee' | 'department' | 'office' | 'school' | 'centre' | 'other', readonly string[]>>;
    readonly symbols: Readonly<Record<'committee' | 'department' | 'office', string>>;
    readonly archive: string;
    readonly asAbove: string;
  };
}
