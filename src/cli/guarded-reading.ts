/** One file after another through a guarded worker: what became of it, how long it took, how much memory it needed. */
import { createNodeWorker, processMemory } from '../files/pool/node-worker';
import { createPool } from '../files/pool/pool';
import type { ReadingAnswer, ReadingJob } from './reading-worker';

/** As the product bounds them: see src/cli/main.ts and src/files/pool/pool.ts. */
const MEMORY_PER_FILE = 512 * 1024 * 1024;
const TIME_LIMIT_MS = 20_000;
const SAMPLE_MS = 10;

export interface GuardedOutcome {
  /** "crashed" is a bug of ours: the reader threw or its thread died. "timed-out": stopped after 20 seconds. */
  readonly state: 'read' | 'refused' | 'crashed' | 'timed-out';
  /** Why it was refused; null when read. */
  readonly reason: string | null;
  readonly detail: string | null;
  readonly milliseconds: number;
  /** The most memory the whole process held while this file was read, in megabytes. */
  readonly megabytes: number;
  readonly answer: Extract<ReadingAnswer, { state: 'read' }> | null;
}

export interface GuardedReader {
  readonly read: (job: ReadingJob) => Promise<GuardedOutcome>;
  readonly close: () => void;
}

/** One worker: files are read one by one, so that time and memory belong to the file they are told of. */
export function createGuardedReader(): GuardedReader {
  const faults: string[] = [];
  const pool = createPool<ReadingJob, ReadingAnswer>({
    size: 1,
    timeLimitMs: TIME_LIMIT_MS,
    createWorker: () => createNodeWorker(new URL('./reading-worker.mjs', import.meta.url)),
    memory: { read: processMemory, growthBytes: MEMORY_PER_FILE, everyMs: 100 },
    onFault: (message) => {
      faults.push(message);
    },
  });
  const read = async (job: ReadingJob): Promise<GuardedOutcome> => {
    faults.length = 0;
    let most = processMemory();
    const sampler = setInterval(() => {
      most = Math.max(most, processMemory());
    }, SAMPLE_MS);
    const began = performance.now();
    const result = await pool.run(job);
    clearInterval(sampler);
    const elapsed = performance.now() - began;
    const megabytes = Math.round(Math.max(most, processMemory()) / 1024 / 1024);
    if (!result.ok) {
      const { code, detail } = result.error;
      const state = code === 'too-slow' ? 'timed-out' : code === 'damaged' ? 'crashed' : 'refused';
      return { state, reason: code, detail: faults.at(-1) ?? detail, milliseconds: Math.round(elapsed), megabytes, answer: null };
    }
    const answer = result.value;
    const milliseconds = Math.round(answer.milliseconds * 10) / 10;
    return answer.state === 'read'
      ? { state: 'read', reason: null, detail: null, milliseconds, megabytes, answer }
      : { state: 'refused', reason: answer.refusal.code, detail: answer.refusal.detail, milliseconds, megabytes, answer: null };
  };
  return { read, close: pool.cancel };
}
