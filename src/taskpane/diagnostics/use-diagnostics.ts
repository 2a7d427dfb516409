/** The state of one check of the add-in: asked for, under way, finished, refused. */
import { useEffect, useRef, useState } from 'react';
import type { ExcelCheckReport, ExcelChecking } from '../../app/excel-check';
import { DIAGNOSTICS_WORDS } from '../../messages/diagnostics-words';
import { describeHostProblem } from '../../messages/host-words';

export type DiagnosticsState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly done: number; readonly total: number; readonly stopping: boolean }
  | { readonly kind: 'finished'; readonly report: ExcelCheckReport }
  | { readonly kind: 'failed'; readonly sentence: string };

export interface Diagnostics {
  readonly state: DiagnosticsState;
  readonly start: () => void;
  readonly stop: () => void;
}

/** A pane that goes away stops the check; what it made is taken away all the same. */
export function useDiagnostics(check: ExcelChecking | null): Diagnostics {
  const [state, setState] = useState<DiagnosticsState>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);
  const isGone = useRef(false);

  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
      running.current?.abort();
    };
  }, []);

  const show = (next: DiagnosticsState): void => {
    if (!isGone.current) setState(next);
  };
  const run = async (checking: ExcelChecking, controller: AbortController): Promise<void> => {
    try {
      const done = await checking.run({
        signal: controller.signal,
        onProgress: (count, total) => show({ kind: 'running', done: count, total, stopping: controller.signal.aborted }),
      });
      show(done.ok ? { kind: 'finished', report: done.value } : { kind: 'failed', sentence: describeHostProblem(done.error) });
    } catch {
      // A bug of ours: said here, where the clerk is; the workbook was put back before.
      show({ kind: 'failed', sentence: DIAGNOSTICS_WORDS.failed });
    } finally {
      running.current = null;
    }
  };
  return {
    state,
    start: () => {
      if (check === null || running.current !== null) return;
      const controller = new AbortController();
      running.current = controller;
      setState({ kind: 'running', done: 0, total: 0, stopping: false });
      void run(check, controller);
    },
    stop: () => {
      running.current?.abort();
      setState((now) => (now.kind === 'running' ? { ...now, stopping: true } : now));
    },
  };
}
