/** What the pane knows, and how it changes: a reducer without side effects. */
import type { FormChoice, Outcome, PickedFile, Progress } from '../wiring/messages';

export type Notice =
  | { readonly kind: 'nothing-chosen' }
  | { readonly kind: 'not-a-file' }
  | { readonly kind: 'already-there'; readonly count: number }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'saved'; readonly name: string };

export interface PaneState {
  /** Empty until the desk is ready. */
  readonly forms: readonly FormChoice[];
  readonly formId: string | null;
  /** Files whose reading is finished. */
  readonly files: readonly PickedFile[];
  /** The files being read; null when nothing is read. */
  readonly reading: { readonly run: number; readonly files: readonly PickedFile[]; readonly progress: Progress } | null;
  /** The number of the last run. */
  readonly run: number;
  readonly outcome: Outcome | null;
  readonly notice: Notice | null;
  readonly saving: boolean;
  /** Report of a bug, shown instead of everything. */
  readonly failure: string | null;
}

export type PaneAction =
  | { readonly kind: 'ready'; readonly forms: readonly FormChoice[]; readonly formId: string }
  | { readonly kind: 'form-chosen'; readonly formId: string }
  | { readonly kind: 'started'; readonly run: number; readonly files: readonly PickedFile[]; readonly keep: boolean }
  | ({ readonly kind: 'progressed'; readonly run: number } & Progress)
  | { readonly kind: 'finished'; readonly run: number; readonly outcome: Outcome }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'noticed'; readonly notice: Notice | null }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly name: string }
  | { readonly kind: 'failed'; readonly report: string }
  | { readonly kind: 'began-anew' };

export const EMPTY_PANE: PaneState = {
  forms: [],
  formId: null,
  files: [],
  reading: null,
  run: 0,
  outcome: null,
  notice: null,
  saving: false,
  failure: null,
};

const NO_PROGRESS: Progress = { done: 0, total: null, recent: [] };

export function changePane(state: PaneState, action: PaneAction): PaneState {
  switch (action.kind) {
    case 'ready':
      return { ...state, forms: action.forms, formId: state.formId ?? action.formId };
    case 'form-chosen':
      return { ...state, formId: action.formId, notice: null };
    case 'started':
      return {
        ...state,
        run: action.run,
        files: action.keep ? state.files : [],
        outcome: action.keep ? state.outcome : null,
        reading: { run: action.run, files: action.files, progress: NO_PROGRESS },
        notice: state.notice?.kind === 'already-there' ? state.notice : null,
      };
    case 'progressed': {
      // News of a run that was stopped come late.
      if (state.reading?.run !== action.run) return state;
      const { done, total, recent } = action;
      return { ...state, reading: { ...state.reading, progress: { done, total, recent } } };
    }
    case 'finished':
      if (state.reading?.run !== action.run) return state;
      return { ...state, reading: null, files: [...state.files, ...state.reading.files], outcome: action.outcome };
    case 'cancelled':
      return { ...state, reading: null, notice: { kind: 'cancelled' } };
    case 'noticed':
      return { ...state, notice: action.notice };
    case 'saving':
      return { ...state, saving: true, notice: null };
    case 'saved':
      return { ...state, saving: false, notice: { kind: 'saved', name: action.name } };
    case 'failed':
      return { ...state, reading: null, saving: false, failure: action.report };
    case 'began-anew':
      return { ...EMPTY_PANE, forms: state.forms, formId: state.formId, run: state.run };
  }
}
