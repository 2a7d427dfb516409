/**
 * Checking the open sheet, outside of React: the ribbon's Kiểm tra and the place in the pane are two handles of it. One
 * sheet at a time is checked and watched; what it finds stays here while the pane shows other places or none.
 */
import { checkSheet, type CheckedSheet, type CheckSettings } from '../../app/check-sheet';
import { fixFindings, UndoStack } from '../../app/fix-finding';
import type { Host, HostProblem } from '../../app/host';
import { watchSheet, type SheetWatch } from '../../app/watch-sheet';
import type { Finding } from '../../core/findings';
import { ok, type Result } from '../../core/result';

export type CheckView =
  | { readonly kind: 'none' }
  | { readonly kind: 'checked'; readonly checked: CheckedSheet }
  | { readonly kind: 'problem'; readonly problem: HostProblem };

export interface CheckState {
  readonly view: CheckView;
  /** True while Excel is asked; the list of before stays on screen. */
  readonly isBusy: boolean;
  /** How many steps can be taken back. */
  readonly undoSteps: number;
  /** Whether findings are highlighted on the sheet; off after the clerk took the marks away. */
  readonly isMarking: boolean;
}

/** What an act of the clerk came to. */
export type Done = Result<{ readonly cells: number }, HostProblem>;

export interface CheckDesk {
  readonly current: () => CheckState;
  readonly subscribe: (onChange: () => void) => () => void;
  /** Checks the sheet that is open now, and watches it from then on. Marks are put on again where they were taken off. */
  readonly check: () => Promise<Result<CheckedSheet, HostProblem>>;
  /** As `check`, but leaves marks off where the clerk took them off. */
  readonly look: () => Promise<Result<CheckedSheet, HostProblem>>;
  /** Checks whatever sheet is shown from now on; returns how to stop that. */
  readonly follow: () => () => void;
  readonly fix: (findings: readonly Finding[]) => Promise<Done>;
  readonly undo: () => Promise<Done>;
  readonly clearMarks: () => Promise<Done>;
  readonly goTo: (finding: Finding) => Promise<Done>;
}

/** Findings whose fix writes what is counted anyway: nothing is decided by mending them all at once. */
export function clearFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((one) => one.fix !== undefined && one.proposal === undefined);
}

/** Findings whose fix accepts a reading that is only proposed. */
export function proposedFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((one) => one.fix !== undefined && one.proposal !== undefined);
}

export function createCheckDesk(host: Host, settings: () => CheckSettings): CheckDesk {
  const listeners = new Set<() => void>();
  const undoStack = new UndoStack();
  let state: CheckState = { view: { kind: 'none' }, isBusy: false, undoSteps: 0, isMarking: true };
  let watch: SheetWatch | null = null;
  /** Checks are numbered: one that was overtaken by another sheet says nothing any more. */
  let turn = 0;

  const change = (part: Partial<CheckState>): void => {
    state = { ...state, ...part };
    for (const listener of [...listeners]) listener();
  };
  /** The host as checks see it: it marks only while marks are wanted. */
  const markingHost: Host = {
    ...host,
    mark: (sheet, findings) => (state.isMarking ? host.mark(sheet, findings) : Promise.resolve(ok(sheet))),
  };

  const endWatch = async (): Promise<void> => {
    const old = watch;
    watch = null;
    await old?.stop();
  };
  const check = async (id: string | null): Promise<Result<CheckedSheet, HostProblem>> => {
    turn += 1;
    const mine = turn;
    change({ isBusy: true });
    try {
      await endWatch();
      const now = settings();
      const checked = await checkSheet(markingHost, now, id);
      if (mine !== turn) return checked;
      if (!checked.ok) {
        change({ view: { kind: 'problem', problem: checked.error } });
        return checked;
      }
      change({ view: { kind: 'checked', checked: checked.value } });
      const started = await watchSheet(markingHost, now, checked.value, {
        onChecked: (next) => {
          if (mine === turn) change({ view: { kind: 'checked', checked: next } });
        },
        onProblem: (problem) => {
          if (mine === turn) change({ view: { kind: 'problem', problem } });
        },
      });
      // Without watching the list still stands; the next check begins anew.
      if (!started.ok) return checked;
      if (mine === turn) watch = started.value;
      else await started.value.stop();
      return checked;
    } finally {
      if (mine === turn) change({ isBusy: false });
    }
  };
  /** One act at a time: a second press of a button finds the first one done. */
  let acting: Promise<unknown> = Promise.resolve();
  const act = <T>(work: () => Promise<T>): Promise<T> => {
    const done = acting.then(work, work);
    acting = done;
    return done;
  };
  const marksLeft = (): boolean => state.view.kind === 'checked' && state.view.checked.sheet.marks.length > 0;
  const again = async (): Promise<void> => {
    if (watch !== null) await watch.recheck();
    else if (state.view.kind === 'checked') await check(state.view.checked.sheet.id);
  };

  return {
    current: () => state,
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => {
        listeners.delete(onChange);
      };
    },
    check: () => {
      change({ isMarking: true });
      return check(null);
    },
    look: () => check(null),
    follow: () => {
      let stop: (() => Promise<void>) | null = null;
      let ended = false;
      const begin = async (): Promise<void> => {
        const following = await host.watchActivation((id) => {
          const { view } = state;
          if (!ended && !(view.kind === 'checked' && view.checked.sheet.id === id)) void check(id);
        });
        if (!following.ok) return;
        if (ended) await following.value();
        else stop = following.value;
      };
      void begin();
      return () => {
        ended = true;
        void stop?.();
      };
    },
    fix: (findings) =>
      act(async (): Promise<Done> => {
        if (state.view.kind !== 'checked') return ok({ cells: 0 });
        const step = await fixFindings(host, state.view.checked.sheet.id, findings, state.view.checked.sheet.grid);
        if (!step.ok) return step;
        undoStack.push(step.value);
        change({ undoSteps: undoStack.size });
        await again();
        return ok({ cells: step.value.cells.length });
      }),
    undo: () =>
      act(async (): Promise<Done> => {
        const undone = await undoStack.undoLast(host);
        change({ undoSteps: undoStack.size });
        if (!undone.ok) return undone;
        await again();
        return ok({ cells: 0 });
      }),
    clearMarks: () =>
      act(async (): Promise<Done> => {
        if (state.view.kind !== 'checked') return ok({ cells: 0 });
        change({ isMarking: false });
        const sheet = state.view.checked.sheet.id;
        const cleared = await host.clearMarks(sheet);
        if (!cleared.ok) {
          change({ isMarking: true });
          return cleared;
        }
        // What the list knows of the sheet must not name marks that are gone.
        await again();
        // A check that was under way has marked once more.
        if (marksLeft()) {
          await host.clearMarks(sheet);
          await again();
        }
        return ok({ cells: cleared.value });
      }),
    goTo: async (finding): Promise<Done> => {
      const { view } = state;
      if (view.kind !== 'checked' || finding.at?.cell == null) return ok({ cells: 0 });
      const { sheet } = view.checked;
      const where = finding.at.sheet === sheet.grid.sheet ? { id: sheet.id } : { name: finding.at.sheet };
      const selected = await host.selectCell(where, finding.at.cell);
      return selected.ok ? ok({ cells: 1 }) : selected;
    },
  };
}
