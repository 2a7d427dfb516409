/**
 * Calls that read and then write what the add-in keeps in the workbook (state part, summary sheets), one after the other:
 * saving a decision while a consolidation is written would put the state of before over the new run.
 */
import type { Host } from '../../app/host';

/** The host with those calls in a queue; all others go through at once. */
export function oneAtATime(host: Host): Host {
  let last: Promise<unknown> = Promise.resolve();
  const queued = <A extends readonly unknown[], R>(call: (...args: A) => Promise<R>): ((...args: A) => Promise<R>) => {
    return (...args) => {
      const done = last.then(
        () => call(...args),
        () => call(...args),
      );
      last = done;
      return done;
    };
  };
  return {
    ...host,
    loadState: queued(() => host.loadState()),
    saveState: queued((state) => host.saveState(state)),
    readSummary: queued(() => host.readSummary()),
    replaceSummary: queued((...args) => host.replaceSummary(...args)),
    recover: queued(() => host.recover()),
  };
}
