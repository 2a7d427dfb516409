/** What the place "Báo cáo" knows. */
import type { DocumentPhoto } from '../../core/document/document-plan';
import type { ReportChoices } from '../../core/narrative/context';
import type { Narrative } from '../../core/narrative/narrative';
import type { Outcome } from '../wiring/messages';
import type { FigureShown, ReportShown } from '../wiring/report-messages';

export type ReportBusy = 'making' | 'writing' | 'word' | 'reminder' | 'chase' | 'lastYear';

/** A picture the clerk chose, with its file's name. */
export interface ChosenPhoto extends DocumentPhoto {
  readonly name: string;
}

export interface ReportState {
  /** The report as the clerk has it now; null before the first was made. */
  readonly narrative: Narrative | null;
  /** What came with it: silent rows, the sheet's name, how many units to remind. */
  readonly shown: Omit<ReportShown, 'narrative' | 'choices' | 'lastYear'> | null;
  readonly choices: ReportChoices | null;
  readonly lastYear: ReadonlyMap<string, number> | null;
  /** The figures it was made of; another outcome asks for another report. */
  readonly madeOf: Outcome | null;
  readonly formId: string | null;
  /** Whether something was changed here that the workbook's sheet does not have. */
  readonly isDirty: boolean;
  readonly busy: ReportBusy | null;
  /** The paragraph whose words are being edited, with them: leaving the place must not lose a sentence. */
  readonly open: { readonly id: string; readonly text: string } | null;
  /** A new paragraph being written. */
  readonly adding: { readonly section: string; readonly text: string; readonly asItem: boolean } | null;
  /** The figure whose sources are shown; `found` null while they are looked up. `from`: the paragraph it was pressed in. */
  readonly figure: {
    readonly fact: string;
    readonly figure: string;
    readonly text: string;
    readonly from: string;
    readonly found: FigureShown | null;
  } | null;
  /** Where the keyboard goes once the report is shown again. */
  readonly returnTo: string | null;
  readonly photos: readonly ChosenPhoto[];
}

export const EMPTY_REPORT: ReportState = {
  narrative: null,
  shown: null,
  choices: null,
  lastYear: null,
  madeOf: null,
  formId: null,
  isDirty: false,
  busy: null,
  open: null,
  adding: null,
  figure: null,
  returnTo: null,
  photos: [],
};
