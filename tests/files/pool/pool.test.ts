import { createNodeWorker, processMemory } from '../../../src/files/pool/node-worker';
import { createPool, PoolCancelled, type Pool, type PoolOptions } from '../../../src/files/pool/pool';
import { serveJobs } from '../../../src/files/pool/serve-jobs';
import type { WorkerHandle } from '../../../src/files/pool/worker-handle';
import { wrapWebWorker } from '../../../src/files/pool/web-worker';

/** A worker of plain code, so that what it does is on the page. "die", "hang", "heap", "buffers" misbehave. */
const CODE = `
const { parentPort } = require('node:worker_threads');
const kept = [];
parentPort.on('message', ({ id, job }) => {
  if (job === 'die') process.exit(3);
  if (job === 'hang') for (;;);
  if (job === 'heap') for (;;) kept.push({ a: Math.random(), b: [id] });
  if (job === 'buffers') for (;;) kept.push(Buffer.alloc(16 << 20, 1));
  if (job === 'throw') return parentPort.postMessage({ id, done: false, memory: false, message: 'bug' });
  setTimeout(() => parentPort.postMessage({ id, done: true, answer: job * 2 }), 1);
});`;

type Job = number | 'die' | 'hang' | 'heap' | 'buffers' | 'throw';
const pools: { cancel: () => void }[] = [];

function pool(options: Partial<PoolOptions> = {}): Pool<Job, number> {
  const made = createPool<Job, number>({ size: 2, createWorker: () => createNodeWorker(CODE, { evaluate: true }), ...options });
  pools.push(made);
  return made;
}

afterEach(() => {
  for (const made of pools.splice(0)) made.cancel();
});

async function codes(made: Pool<Job, number>, jobs: readonly Job[]): Promise<readonly (number | string)[]> {
  const out: (number | string)[] = [];
  for await (const answer of made.runAll(jobs))
    out[answer.index] = answer.result.ok ? answer.result.value : answer.result.error.code;
  return out;
}

describe('worker pool', () => {
  test('R-READ-50 every job is answered once, however many there are', async () => {
    const jobs = Array.from({ length: 300 }, (_, index) => index);
    expect(await codes(pool({ size: 3 }), jobs)).toEqual(jobs.map((job) => job * 2));
  });

  test('R-READ-51 a worker that dies, hangs or throws costs only its own file', async () => {
    const faults: string[] = [];
    const made = pool({ timeLimitMs: 500, onFault: (message) => faults.push(message) });
    expect(await codes(made, [1, 'die', 2, 'hang', 3, 'throw', 4])).toEqual([2, 'damaged', 4, 'too-slow', 6, 'damaged', 8]);
    expect(faults).toContain('bug');
  });

  test('R-READ-52 a worker that fills its heap costs only its own file', async () => {
    const made = pool({ memory: { read: processMemory, growthBytes: 300 << 20, everyMs: 20 }, timeLimitMs: 15_000 });
    expect(await codes(made, [1, 'heap', 2])).toEqual([2, 'too-large', 4]);
  }, 30_000);

  test('R-READ-53 a worker that fills array buffers is found by the growth of the process, not its neighbour', async () => {
    const made = pool({ memory: { read: processMemory, growthBytes: 300 << 20, everyMs: 20 }, timeLimitMs: 15_000 });
    expect(await codes(made, [1, 'buffers', 2, 3, 4, 5])).toEqual([2, 'too-large', 4, 6, 8, 10]);
  }, 30_000);

  test('R-READ-54 jobs are taken from their source only as workers become free', async () => {
    let taken = 0;
    function* source(): Generator<number> {
      for (; taken < 1000;) yield taken++;
    }
    // Counted by answers, not by the place of a job: one worker may stay behind while the other runs on.
    let answered = 0;
    for await (const answer of pool({ size: 2 }).runAll(source())) {
      expect(answer.result.ok).toBe(true);
      answered += 1;
      expect(taken).toBeLessThanOrEqual(answered + 8);
      if (answered > 50) break;
    }
    expect(taken).toBeLessThan(100);
  });

  test('R-READ-55 cancelling ends all workers at once; what ran or waited rejects', async () => {
    let terminated = 0;
    const made = pool({
      createWorker: () => {
        const worker = createNodeWorker(CODE, { evaluate: true });
        return {
          ...worker,
          terminate: () => {
            terminated += 1;
            worker.terminate();
          },
        };
      },
    });
    const results = Promise.allSettled([made.run('hang'), made.run('hang'), made.run(1)]);
    made.cancel();
    expect((await results).map((result) => result.status === 'rejected' && result.reason instanceof PoolCancelled)).toEqual([
      true,
      true,
      true,
    ]);
    expect(terminated).toBe(2);
    await expect(made.run(1)).rejects.toBeInstanceOf(PoolCancelled);
  });

  test('R-READ-56 the worker side answers in order of arrival and tells want of memory from a bug', async () => {
    const answers: unknown[] = [];
    let arrive: (message: unknown) => void = () => undefined;
    serveJobs<number, number>(
      {
        post: (message) => answers.push(message),
        onMessage: (listener) => {
          arrive = listener;
        },
      },
      (job) => {
        if (job === 0) throw new RangeError('Array buffer allocation failed');
        if (job === 1) throw new Error('bug');
        return job;
      },
    );
    for (const message of [{ id: 1, job: 0 }, { id: 2, job: 1 }, { id: 3, job: 7 }, 'noise', null]) arrive(message);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(answers).toEqual([
      { id: 1, done: false, memory: true, message: 'Array buffer allocation failed' },
      { id: 2, done: false, memory: false, message: 'bug' },
      { id: 3, done: true, answer: 7 },
    ]);
  });

  test('R-READ-57 a web worker is wrapped alike: messages pass, the first error is its death', () => {
    const target = new EventTarget();
    const posted: unknown[] = [];
    const worker = Object.assign(target, {
      postMessage: (message: unknown) => posted.push(message),
      terminate: () => posted.push('end'),
    });
    const handle: WorkerHandle = wrapWebWorker(worker as unknown as Worker);
    const seen: unknown[] = [];
    handle.onMessage((message) => seen.push(message));
    handle.onDeath((death) => seen.push(death));
    handle.post(1);
    target.dispatchEvent(Object.assign(new Event('message'), { data: 2 }));
    target.dispatchEvent(Object.assign(new Event('error'), { message: 'x' }));
    target.dispatchEvent(Object.assign(new Event('error'), { message: 'y' }));
    handle.terminate();
    expect(posted).toEqual([1, 'end']);
    expect(seen).toEqual([2, 'crashed']);
  });
});
