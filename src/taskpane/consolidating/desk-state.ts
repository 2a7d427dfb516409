/** What the place "Tổng hợp" knows, and how it changes: a reducer without side effects. */
import type { Drill, FormChoice, FormShape, Outcome, PickedFile, Progress } from '../wiring/messages';

/** What is shown in place of the result. */
export type View =
  | { readonly kind: 'home' }
  /** `bySelection`: opened by a cell of the sheet, where the clerk's hands are; the focus stays there. */
  | { readonly kind: 'drill'; readonly drill: Drill; readonly bySelection: boolean }
  | { readonly kind: 'compare'; readonly before: string; readonly after: string }
  /** Figures typed in: of a new unit, or of the one whose entry is changed. */
  | { readonly kind: 'typing'; readonly unit: string | null }
  | { readonly kind: 'letters' };

/** The parts of the result. */
export type Tab = 'waiting' | 'files' | 'totals' | 'drawings';

export type Busy = 'saving' | 'writing' | 'restoring';

export interface DeskState {
  /** Empty until the desk is ready. */
  readonly forms: readonly FormChoice[];
  readonly shape: FormShape | null;
  /** Files whose reading is finished. */
  readonly files: readonly PickedFile[];
  /** The files being read; null when nothing is read. */
  readonly reading: { readonly run: number; readonly files: readonly PickedFile[]; readonly progress: Progress } | null;
  /** The number of the last run. */
  readonly run: number;
  readonly outcome: Outcome | null;
  /** Whether the open workbook shows this outcome. */
  readonly isInWorkbook: boolean;
  /** The name of the sheet of totals in the open workbook; null where there is none. */
  readonly summarySheet: string | null;
  readonly busy: Busy | null;
  readonly view: View;
  /** The part the clerk chose; null before she did. */
  readonly tab: Tab | null;
  /** Report of a bug in the desk, shown instead of everything. */
  readonly failure: string | null;
}

export type DeskAction =
  | { readonly kind: 'ready'; readonly forms: readonly FormChoice[] }
  | { readonly kind: 'settled'; readonly shape: FormShape }
  | { readonly kind: 'started'; readonly run: number; readonly files: readonly PickedFile[]; readonly keep: boolean }
  | ({ readonly kind: 'progressed'; readonly run: number } & Progress)
  | { readonly kind: 'outcome'; readonly run: number | null; readonly outcome: Outcome | null; readonly isInWorkbook: boolean }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'busy'; readonly busy: Busy | null }
  | { readonly kind: 'written'; readonly summarySheet: string }
  | { readonly kind: 'restored'; readonly summarySheet: string | null; readonly files: number }
  | { readonly kind: 'viewed'; readonly view: View }
  | { readonly kind: 'tabbed'; readonly tab: Tab }
  | { readonly kind: 'failed'; readonly report: string }
  | { readonly kind: 'began-anew' };

export const HOME: View = { kind: 'home' };

export const EMPTY_DESK: DeskState = {
  forms: [],
  shape: null,
  files: [],
  reading: null,
  run: 0,
  outcome: null,
  isInWorkbook: false,
  summarySheet: null,
  busy: null,
  view: HOME,
  tab: null,
  failure: null,
};

const NO_PROGRESS: Progress = { done: 0, total: null, unread: 0, left: null, recent: [] };

export function changeDesk(state: DeskState, action: DeskAction): DeskState {
  switch (action.kind) {
    case 'ready':
      return { ...state, forms: action.forms };
    case 'settled':
      return { ...state, shape: action.shape };
    case 'started':
      return {
        ...state,
        run: action.run,
        files: action.keep ? state.files : [],
        outcome: action.keep ? state.outcome : null,
        reading: { run: action.run, files: action.files, progress: NO_PROGRESS },
        view: HOME,
        tab: null,
      };
    case 'progressed': {
      // News of a run that was stopped come late.
      if (state.reading?.run !== action.run) return state;
      const { done, total, unread, left, recent } = action;
      return { ...state, reading: { ...state.reading, progress: { done, total, unread, left, recent } } };
    }
    case 'outcome': {
      const { run, outcome, isInWorkbook } = action;
      const { reading } = state;
      // Decisions changed; a run may be under way, whose own outcome comes later.
      if (run === null) return { ...state, outcome, isInWorkbook };
      if (reading?.run !== run) return state;
      return { ...state, reading: null, files: [...state.files, ...reading.files], outcome, isInWorkbook };
    }
    case 'cancelled':
      return { ...state, reading: null };
    case 'busy':
      return { ...state, busy: action.busy };
    case 'written':
      return { ...state, busy: null, isInWorkbook: true, summarySheet: action.summarySheet };
    case 'restored':
      return { ...state, busy: null, isInWorkbook: action.files > 0, summarySheet: action.summarySheet };
    case 'viewed':
      return { ...state, view: action.view };
    case 'tabbed':
      return { ...state, tab: action.tab };
    case 'failed':
      return { ...state, reading: null, busy: null, failure: action.report };
    case 'began-anew':
      return { ...EMPTY_DESK, forms: state.forms, shape: state.shape, run: state.run, summarySheet: state.summarySheet };
  }
}
