/**
 * One conversation with Excel: the only place where `Excel.run` is called. Work fails with the host's error, which
 * becomes a problem with a sentence; bugs of ours are thrown on.
 */
import type { HostProblem, HostResult } from '../app/host';
import { fail, ok } from '../core/result';
import { problemOf } from './host-problems';

/** `Excel.run` of the library, with its options. */
export type RunBatch = <T>(
  options: Excel.RunOptions,
  work: (context: Excel.RequestContext) => Promise<T>,
) => Promise<T>;

export interface RunHooks {
  /** Told after a while without an answer: usually a cell is being typed in, and Excel waits for its end. */
  readonly onWaiting?: () => void;
  /** After how many milliseconds; two seconds by default. */
  readonly waitAfter?: number;
}

export type RunExcel = <T>(work: (context: Excel.RequestContext) => Promise<T>) => HostResult<T>;

/** An expected failure that was found while talking to Excel: ends the work, becomes its result. */
export class HostStop extends Error {
  override readonly name = 'HostStop';

  constructor(readonly problem: HostProblem) {
    super(problem.code);
  }
}

/** Ends the work with a problem. */
export function stop(code: HostProblem['code'], detail: string | null = null): never {
  throw new HostStop({ code, detail });
}

const WAIT = 2_000;

/** Makes the runner. While a cell is being typed in, Excel keeps the work back instead of refusing it. */
export function runExcelWith(run: RunBatch, hooks: RunHooks = {}): RunExcel {
  return async (work) => {
    const timer = hooks.onWaiting === undefined ? null : setTimeout(hooks.onWaiting, hooks.waitAfter ?? WAIT);
    try {
      return ok(await run({ delayForCellEdit: true }, work));
    } catch (error) {
      if (error instanceof HostStop) return fail(error.problem);
      const problem = problemOf(error);
      if (problem === null) throw error;
      return fail(problem);
    } finally {
      if (timer !== null) clearTimeout(timer);
    }
  };
}
