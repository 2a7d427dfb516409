/** The check desk joined to a component: what it finds, and acts that say what came of them. */
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Host } from '../../app/host';
import type { Finding } from '../../core/findings';
import { CHECKING_WORDS } from '../../messages/checking-words';
import { useSessionStore } from '../state/session';
import type { CheckState, Done } from './check-desk';
import { checkDeskOf } from './session-check';

export interface CheckActs {
  readonly check: () => void;
  /** Resolves when Excel has it and the list is new; false where it did not go. */
  readonly fix: (findings: readonly Finding[]) => Promise<boolean>;
  readonly undo: () => Promise<boolean>;
  readonly clearMarks: () => Promise<boolean>;
  readonly goTo: (finding: Finding) => void;
}

/** Checks the open sheet when the place is shown, and whichever is shown while the place is. */
export function useCheck(host: Host): readonly [CheckState, CheckActs] {
  const store = useSessionStore();
  const desk = useMemo(() => checkDeskOf(store, host), [store, host]);
  const state = useSyncExternalStore(desk.subscribe, desk.current);

  useEffect(() => {
    const stop = desk.follow();
    // The ribbon's button may have checked this very sheet a moment ago.
    if (!desk.current().isBusy) void desk.look();
    return stop;
  }, [desk]);

  const tellDone = useCallback(
    async (work: Promise<Done>, sentence: ((cells: number) => string) | null): Promise<boolean> => {
      const done = await work;
      if (!done.ok) await store.tellProblem(done.error);
      else if (sentence !== null) store.tell(sentence(done.value.cells));
      return done.ok;
    },
    [store],
  );
  const acts = useMemo(
    (): CheckActs => ({
      check: () => {
        store.tell(null);
        void desk.check();
      },
      fix: (findings) =>
        tellDone(desk.fix(findings), (cells) => (cells === 0 ? CHECKING_WORDS.nothingFixed : CHECKING_WORDS.fixed(cells))),
      undo: () => tellDone(desk.undo(), () => CHECKING_WORDS.undone),
      clearMarks: () => tellDone(desk.clearMarks(), () => CHECKING_WORDS.marksCleared),
      goTo: (finding) => void tellDone(desk.goTo(finding), null),
    }),
    [desk, store, tellDone],
  );
  return [state, acts];
}
