/**
 * Runs jobs in workers that can be killed. A worker that dies, takes too long or eats the memory costs only the file
 * it was at; a fresh one takes its place. Jobs are taken from their source only when a worker is free.
 */
import type { Refusal } from '../../core/finding-codes';
import { fail, ok, type Result } from '../../core/result';
import type { AnswerMessage, WorkerHandle } from './worker-handle';

/**
 * A look at the memory of the whole process, because the bounds of a worker do not count array buffers. When it grows
 * beyond the limit while jobs run, all of them are stopped and run again one by one: who alone exceeds it is refused.
 */
export interface MemoryWatch {
  /** Bytes in use by the process. */
  readonly read: () => number;
  /** Growth since a job began, in bytes, from which on it is stopped. */
  readonly growthBytes: number;
  readonly everyMs: number;
}

export interface PoolOptions {
  /** Workers at once, at least 1. They are started when first needed. */
  readonly size: number;
  readonly createWorker: () => WorkerHandle;
  /** A job's time in milliseconds, from the moment a worker has it. 20,000 if absent. */
  readonly timeLimitMs?: number;
  readonly memory?: MemoryWatch;
  /** Told why a worker or its handler failed: the file is refused as damaged, but it may be a bug, or a missing worker. */
  readonly onFault?: (message: string) => void;
}

export interface Pool<Job, Answer> {
  /**
   * One job. Refusals: "too-slow", "too-large" (out of memory), "damaged" (the worker crashed over it).
   * Rejects with `PoolCancelled` after `cancel`.
   */
  readonly run: (job: Job) => Promise<Result<Answer, Refusal>>;
  /** Many jobs, answers in the order they are ready; at most twice `size` are taken ahead of the answers. */
  readonly runAll: (jobs: AsyncIterable<Job> | Iterable<Job>) => AsyncGenerator<PoolAnswer<Job, Answer>, void, undefined>;
  /**
   * Ends all workers at once; what runs or waits rejects. The pool cannot be used again. Also to be called when all is
   * done: idle workers keep a Node process alive.
   */
  readonly cancel: () => void;
}

export interface PoolAnswer<Job, Answer> {
  readonly job: Job;
  /** The place of the job in its source, from 0. */
  readonly index: number;
  readonly result: Result<Answer, Refusal>;
}

export class PoolCancelled extends Error {
  constructor() {
    super('cancelled');
  }
}

interface Task<Job, Answer> {
  readonly job: Job;
  readonly resolve: (result: Result<Answer, Refusal>) => void;
  readonly reject: (reason: PoolCancelled) => void;
  /** Stopped once because memory grew while others ran too; runs again with nobody beside it. */
  suspect: boolean;
}

interface Seat<Job, Answer> {
  readonly worker: WorkerHandle;
  task: Task<Job, Answer> | null;
  id: number;
  timer: ReturnType<typeof setTimeout> | null;
  memoryBefore: number;
}

const DEFAULT_TIME_LIMIT_MS = 20_000;
/** The share of a job's bound on memory from which on its worker is replaced. */
const HEAVY_SHARE = 0.2;

/** Makes a pool; see {@link Pool}. */
export function createPool<Job, Answer>(options: PoolOptions): Pool<Job, Answer> {
  const timeLimitMs = options.timeLimitMs ?? DEFAULT_TIME_LIMIT_MS;
  const size = Math.max(1, Math.floor(options.size));
  const seats = new Set<Seat<Job, Answer>>();
  const waiting: Task<Job, Answer>[] = [];
  const suspects: Task<Job, Answer>[] = [];
  let cancelled = false;
  let nextId = 1;
  let watch: ReturnType<typeof setInterval> | null = null;

  const busy = (): Seat<Job, Answer>[] => [...seats].filter((seat) => seat.task !== null);

  const release = (seat: Seat<Job, Answer>): Task<Job, Answer> | null => {
    const task = seat.task;
    if (seat.timer !== null) clearTimeout(seat.timer);
    seat.timer = null;
    seat.task = null;
    return task;
  };

  const dismiss = (seat: Seat<Job, Answer>): Task<Job, Answer> | null => {
    seats.delete(seat);
    seat.worker.terminate();
    return release(seat);
  };

  const refuse = (seat: Seat<Job, Answer>, code: Refusal['code']): void => {
    dismiss(seat)?.resolve(fail({ code, detail: null }));
    advance();
  };

  const receive = (seat: Seat<Job, Answer>, message: unknown): void => {
    const answer = message as AnswerMessage;
    if (seat.task === null || answer.id !== seat.id) return;
    if (!answer.done) {
      options.onFault?.(answer.message);
      // A handler that failed may have left anything behind: the worker is not used again.
      refuse(seat, answer.memory ? 'too-large' : 'damaged');
      return;
    }
    const memory = options.memory;
    const heavy = memory !== undefined && memory.read() - seat.memoryBefore > memory.growthBytes * HEAVY_SHARE;
    // What a heavy file left in a worker's heap is not given back while the worker lives.
    (heavy ? dismiss(seat) : release(seat))?.resolve(ok(answer.answer as Answer));
    advance();
  };

  const start = (): Seat<Job, Answer> => {
    const seat: Seat<Job, Answer> = { worker: options.createWorker(), task: null, id: 0, timer: null, memoryBefore: 0 };
    seat.worker.onMessage((message) => {
      receive(seat, message);
    });
    seat.worker.onDeath((death, message) => {
      if (message !== null) options.onFault?.(message);
      refuse(seat, death === 'out-of-memory' ? 'too-large' : 'damaged');
    });
    seats.add(seat);
    return seat;
  };

  const give = (task: Task<Job, Answer>): void => {
    const seat = [...seats].find((candidate) => candidate.task === null) ?? start();
    seat.task = task;
    seat.id = nextId++;
    seat.memoryBefore = options.memory?.read() ?? 0;
    seat.timer = setTimeout(() => {
      refuse(seat, 'too-slow');
    }, timeLimitMs);
    seat.worker.post({ id: seat.id, job: task.job });
  };

  const advance = (): void => {
    if (cancelled) return;
    const running = busy();
    const alone = running.some((seat) => seat.task?.suspect === true);
    if (suspects.length > 0) {
      if (running.length === 0) {
        const suspect = suspects.shift();
        if (suspect !== undefined) give(suspect);
      }
    } else if (!alone) {
      for (let free = size - running.length; free > 0 && waiting.length > 0; free--) {
        const task = waiting.shift();
        if (task !== undefined) give(task);
      }
    }
    observe();
  };

  const observe = (): void => {
    const memory = options.memory;
    if (memory === undefined) return;
    const active = busy().length > 0;
    if (active && watch === null) {
      watch = setInterval(() => {
        const now = memory.read();
        const running = busy();
        if (!running.some((seat) => now - seat.memoryBefore > memory.growthBytes)) return;
        if (running.length === 1 && running[0] !== undefined) refuse(running[0], 'too-large');
        else {
          for (const seat of running) {
            const task = dismiss(seat);
            if (task !== null) suspects.push(Object.assign(task, { suspect: true }));
          }
          advance();
        }
      }, memory.everyMs);
    } else if (!active && watch !== null) {
      clearInterval(watch);
      watch = null;
    }
  };

  const run = (job: Job): Promise<Result<Answer, Refusal>> =>
    new Promise((resolve, reject) => {
      if (cancelled) {
        reject(new PoolCancelled());
        return;
      }
      waiting.push({ job, resolve, reject, suspect: false });
      advance();
    });

  async function* runAll(jobs: AsyncIterable<Job> | Iterable<Job>): AsyncGenerator<PoolAnswer<Job, Answer>, void, undefined> {
    const source = Symbol.asyncIterator in jobs ? jobs[Symbol.asyncIterator]() : jobs[Symbol.iterator]();
    const running = new Map<number, Promise<PoolAnswer<Job, Answer>>>();
    let index = 0;
    let exhausted = false;
    try {
      for (;;) {
        while (!exhausted && running.size < size * 2) {
          const next = await source.next();
          if (next.done === true) {
            exhausted = true;
            break;
          }
          const place = index++;
          const job = next.value;
          running.set(
            place,
            run(job).then((result) => ({ job, index: place, result })),
          );
        }
        if (running.size === 0) return;
        const answer = await Promise.race(running.values());
        running.delete(answer.index);
        yield answer;
      }
    } finally {
      // Left early or cancelled: what still runs must not surface as an unhandled rejection.
      for (const promise of running.values()) promise.catch(() => undefined);
      await source.return?.();
    }
  }

  const cancel = (): void => {
    cancelled = true;
    for (const seat of [...seats]) dismiss(seat)?.reject(new PoolCancelled());
    for (const task of [...waiting.splice(0), ...suspects.splice(0)]) task.reject(new PoolCancelled());
    observe();
  };

  return { run, runAll, cancel };
}
