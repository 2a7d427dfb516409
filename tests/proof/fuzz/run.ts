/**
 * `npm run fuzz -- --seconds N --seed S [--fixtures DIR] [--case N]`: cases run in a thread that is watched, so that a
 * hang is found too. Prints what was wrong with its case number. Exit code 0: nothing found; 1: something; 2: wrong use.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';

/** A case that takes longer hangs. In milliseconds. */
const HANGS_AFTER = 20_000;
/** Enough to look at; the rest is mostly the same. */
const MOST_FOUND = 20;

export interface FuzzOrder {
  readonly seed: number;
  readonly seconds: number;
  readonly fixtures: string;
  readonly only: number | null;
  /** [the case that runs, how many are done] */
  readonly progress: SharedArrayBuffer;
}

export type FuzzNews = { readonly found: string; readonly number: number } | { readonly done: true; readonly slowest: number };

/** Runs the fuzzer from its arguments. */
export async function run(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      seconds: { type: 'string', default: '60' },
      seed: { type: 'string', default: '1' },
      fixtures: { type: 'string', default: join(process.cwd(), 'tests', 'fixtures') },
      case: { type: 'string' },
    },
  });
  const seed = Number.parseInt(values.seed, 10);
  const seconds = Number.parseInt(values.seconds, 10);
  if (Number.isNaN(seed) || Number.isNaN(seconds)) {
    process.stderr.write('npm run fuzz -- --seconds N --seed S [--fixtures DIR] [--case N]\n');
    return 2;
  }
  const progress = new SharedArrayBuffer(8);
  const only = values.case === undefined ? null : Number.parseInt(values.case, 10);
  const order: FuzzOrder = { seed, seconds, fixtures: values.fixtures, only, progress };
  return watch(new Worker(new URL('./fuzz-worker.mjs', import.meta.url), { workerData: order }), order);
}

function watch(worker: Worker, order: FuzzOrder): Promise<number> {
  const counts = new Int32Array(order.progress);
  let found = 0;
  return new Promise((resolve) => {
    let last = { number: -1, since: performance.now() };
    const say = (number: number, text: string): void => {
      found += 1;
      process.stdout.write(`seed ${String(order.seed)} case ${String(number)}: ${text}\n`);
    };
    const end = (): void => {
      clearInterval(timer);
      void worker.terminate();
      resolve(found === 0 ? 0 : 1);
    };
    const timer = setInterval(() => {
      const number = Atomics.load(counts, 0);
      if (number !== last.number) last = { number, since: performance.now() };
      else if (performance.now() - last.since > HANGS_AFTER) {
        say(number, 'hangs');
        end();
      }
    }, 500);
    worker.on('message', (news: FuzzNews) => {
      if ('done' in news) {
        const done = Atomics.load(counts, 1);
        process.stdout.write(
          `seed ${String(order.seed)}: ${String(done)} cases, ${String(found)} found, slowest ${news.slowest.toFixed(0)} ms\n`,
        );
        end();
      } else {
        say(news.number, news.found);
        if (found >= MOST_FOUND) end();
      }
    });
    worker.on('error', (error) => {
      say(Atomics.load(counts, 0), `ended the thread: ${error.message}`);
      end();
    });
  });
}
