/** The pane's state joined to a desk: what a clerk does becomes orders, news become state. */
import { useCallback, useEffect, useReducer, useRef } from 'react';
import { PANE_WORDS } from '../../messages/pane-words';
import { addPicked } from '../picking/pick';
import type { Desk, OpenDesk } from '../wiring/desk';
import type { DeskNews, PickedFile } from '../wiring/messages';
import { changePane, EMPTY_PANE, type PaneState } from './pane-state';

export interface PaneActs {
  readonly add: (picked: readonly PickedFile[], dropped: boolean) => void;
  readonly chooseForm: (formId: string) => void;
  readonly cancel: () => void;
  readonly save: () => void;
  readonly beginAnew: () => void;
}

/** Hands a finished workbook to the clerk. */
export type SaveFile = (name: string, bytes: Uint8Array<ArrayBuffer>) => void;

/** Opens a desk for as long as the pane is there. */
export function usePane(openDesk: OpenDesk, saveFile: SaveFile): readonly [PaneState, PaneActs] {
  const [state, dispatch] = useReducer(changePane, EMPTY_PANE);
  const desk = useRef<Desk | null>(null);
  /** The newest state for news, which arrive between paintings. */
  const latest = useRef(state);
  latest.current = state;

  const hear = (news: DeskNews): void => {
    switch (news.kind) {
      case 'ready':
        dispatch(news);
        break;
      case 'progress':
        dispatch({ ...news, kind: 'progressed' });
        break;
      case 'outcome':
        dispatch({ ...news, kind: 'finished' });
        break;
      case 'workbook': {
        const { outcome } = latest.current;
        if (outcome === null) break;
        const name = PANE_WORDS.fileName(outcome.form.annexLabel, outcome.form.year);
        saveFile(name, news.bytes);
        dispatch({ kind: 'saved', name });
        break;
      }
      case 'failed':
        dispatch({ kind: 'failed', report: news.report });
        break;
    }
  };
  const hearing = useRef(hear);
  hearing.current = hear;

  const open = useCallback((): void => {
    desk.current?.close();
    desk.current = openDesk((news) => {
      hearing.current(news);
    });
  }, [openDesk]);

  useEffect(() => {
    open();
    return () => {
      desk.current?.close();
      desk.current = null;
    };
  }, [open]);

  const start = (formId: string | null, files: readonly PickedFile[], keep: boolean): void => {
    const run = latest.current.run + 1;
    dispatch({ kind: 'started', run, files, keep });
    desk.current?.order({ kind: 'receive', run, formId, files });
  };

  const acts: PaneActs = {
    add: (picked, dropped) => {
      if (picked.length === 0) {
        dispatch({ kind: 'noticed', notice: { kind: dropped ? 'not-a-file' : 'nothing-chosen' } });
        return;
      }
      const { added, again } = addPicked(state.files, picked);
      dispatch({ kind: 'noticed', notice: again > 0 ? { kind: 'already-there', count: again } : null });
      if (added.length > 0) start(state.formId, added, true);
    },
    chooseForm: (formId) => {
      dispatch({ kind: 'form-chosen', formId });
      // Figures of one form say nothing about another: everything is read anew.
      if (state.files.length > 0) start(formId, state.files, false);
    },
    cancel: () => {
      if (state.reading === null) return;
      desk.current?.order({ kind: 'cancel', run: state.reading.run });
      dispatch({ kind: 'cancelled' });
    },
    save: () => {
      dispatch({ kind: 'saving' });
      desk.current?.order({ kind: 'write', today: localDay(new Date()) });
    },
    beginAnew: () => {
      // After a bug nobody knows what the desk still holds.
      if (state.failure === null) desk.current?.order({ kind: 'forget' });
      else open();
      dispatch({ kind: 'began-anew' });
    },
  };
  return [state, acts];
}

/** The day on the clerk's calendar, not in Greenwich: "2024-10-21". */
function localDay(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
