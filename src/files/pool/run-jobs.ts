/** Many jobs through a pool: as many at once as it has use for, answers as they are ready. */
import type { Refusal } from '../../core/finding-codes';
import type { Result } from '../../core/result';

export interface PoolAnswer<Job, Answer> {
  readonly job: Job;
  /** The place of the job in its source, from 0. */
  readonly index: number;
  readonly result: Result<Answer, Refusal>;
}

/**
 * Runs many jobs, at most `most` of them begun and unanswered; answers in the order they are ready. Ends with the first
 * reason for which a job was given up. Leaving early takes no further jobs; those that were begun run on unheard.
 */
export async function* runJobs<Job, Answer>(
  jobs: AsyncIterable<Job> | Iterable<Job>,
  run: (job: Job) => Promise<Result<Answer, Refusal>>,
  most: number,
): AsyncGenerator<PoolAnswer<Job, Answer>, void, undefined> {
  const source = Symbol.asyncIterator in jobs ? jobs[Symbol.asyncIterator]() : jobs[Symbol.iterator]();
  const ready: PoolAnswer<Job, Answer>[] = [];
  /** Why it ended, once it was cancelled. */
  const ends: unknown[] = [];
  let wake: () => void = () => undefined;
  let room: () => void = () => undefined;
  let running = 0;
  const state = { isLeft: false, isExhausted: false };
  const begin = (job: Job, place: number): void => {
    running += 1;
    // Left early or cancelled: what still runs must not surface as an unhandled rejection.
    run(job).then(
      (result) => {
        ready.push({ job, index: place, result });
        wake();
      },
      (reason: unknown) => {
        ends.push(reason);
        wake();
      },
    );
  };
  /** Takes jobs as long as there is room; a source that makes one wait holds up no answer. */
  const feed = async (): Promise<void> => {
    try {
      for (let index = 0; ; index += 1) {
        while (running >= most && !state.isLeft) {
          await new Promise<void>((resolve) => {
            room = resolve;
          });
        }
        const next = state.isLeft ? null : await source.next();
        if (next === null || next.done === true) break;
        begin(next.value, index);
      }
    } catch (error) {
      ends.push(error);
    }
    state.isExhausted = true;
    wake();
  };
  try {
    void feed();
    for (;;) {
      if (ends.length > 0) throw ends[0];
      if (ready.length === 0) {
        if (state.isExhausted && running === 0) return;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      for (const answer of ready.splice(0)) {
        running -= 1;
        room();
        yield answer;
      }
    }
  } finally {
    state.isLeft = true;
    room();
    await source.return?.();
  }
}
