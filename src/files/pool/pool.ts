/**
 * Runs jobs in workers that can be killed. A worker that dies, takes too long or eats the memory costs only the file
 * it was at; a fresh one takes its place, and what it had in hand besides. Jobs are taken from their source only as
 * workers become free.
 */
import type { Refusal } from '../../core/finding-codes';
import { fail, ok, type Result } from '../../core/result';
import { runJobs, type PoolAnswer } from './run-jobs';
import { READY, type AnswerMessage, type WorkerHandle } from './worker-handle';

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
  /**
   * Jobs that a worker is given besides the one it is at, so that it need not wait for the next. 0 if absent. They must
   * be answered one after another (see ./serve-jobs): the time of each counts from the answer to the one before.
   */
  readonly ahead?: number;
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
  /** Many jobs, answers in the order they are ready; what workers have in hand and `size` more are taken ahead of them. */
  readonly runAll: (jobs: AsyncIterable<Job> | Iterable<Job>) => AsyncGenerator<PoolAnswer<Job, Answer>, void, undefined>;
  /**
   * Ends all workers at once; what runs or waits rejects. The pool cannot be used again. Also to be called when all is
   * done: idle workers keep a Node process alive.
   */
  readonly cancel: () => void;
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
  /** What the worker was given and has not answered; it is at the first. */
  readonly inHand: { readonly id: number; readonly task: Task<Job, Answer> }[];
  timer: ReturnType<typeof setTimeout> | null;
  memoryBefore: number;
}

const DEFAULT_TIME_LIMIT_MS = 20_000;
/** The share of a job's bound on memory from which on its worker is replaced. */
const HEAVY_SHARE = 0.2;
/** Asking for the memory of the process costs as much as a small file: it is asked once in so many milliseconds. */
const LOOK_AFTER_MS = 20;

/** Makes a pool; see {@link Pool}. */
export function createPool<Job, Answer>(options: PoolOptions): Pool<Job, Answer> {
  const timeLimitMs = options.timeLimitMs ?? DEFAULT_TIME_LIMIT_MS;
  const size = Math.max(1, Math.floor(options.size));
  const most = 1 + Math.max(0, Math.floor(options.ahead ?? 0));
  const seats = new Set<Seat<Job, Answer>>();
  const waiting: Task<Job, Answer>[] = [];
  const suspects: Task<Job, Answer>[] = [];
  let cancelled = false;
  let nextId = 1;
  let watch: ReturnType<typeof setInterval> | null = null;
  let lastLook = { at: Number.NEGATIVE_INFINITY, memory: 0 };

  const busy = (): Seat<Job, Answer>[] => [...seats].filter((seat) => seat.inHand.length > 0);

  const memoryNow = (): number => {
    const at = performance.now();
    if (at - lastLook.at >= LOOK_AFTER_MS) lastLook = { at, memory: options.memory?.read() ?? 0 };
    return lastLook.memory;
  };

  /** The worker is at its first job from now on. */
  const begin = (seat: Seat<Job, Answer>): void => {
    if (seat.timer !== null) clearTimeout(seat.timer);
    seat.timer = null;
    if (seat.inHand.length === 0) return;
    seat.memoryBefore = memoryNow();
    seat.timer = setTimeout(() => {
      refuse(seat, 'too-slow');
    }, timeLimitMs);
  };

  /** Ends a worker. Gives what it was at; what it had in hand besides is done by others. */
  const dismiss = (seat: Seat<Job, Answer>): Task<Job, Answer> | null => {
    seats.delete(seat);
    seat.worker.terminate();
    const [first, ...others] = seat.inHand.splice(0);
    begin(seat);
    waiting.unshift(...others.map(({ task }) => task));
    return first?.task ?? null;
  };

  const refuse = (seat: Seat<Job, Answer>, code: Refusal['code']): void => {
    dismiss(seat)?.resolve(fail({ code, detail: null }));
    advance();
  };

  const receive = (seat: Seat<Job, Answer>, message: unknown): void => {
    if (message === READY) {
      lastLook = { ...lastLook, at: Number.NEGATIVE_INFINITY };
      begin(seat);
      return;
    }
    const answer = message as AnswerMessage;
    const [first] = seat.inHand;
    if (first === undefined || answer.id !== first.id) return;
    if (!answer.done) {
      options.onFault?.(answer.message);
      // A handler that failed may have left anything behind: the worker is not used again.
      refuse(seat, answer.memory ? 'too-large' : 'damaged');
      return;
    }
    const memory = options.memory;
    const heavy = memory !== undefined && memoryNow() - seat.memoryBefore > memory.growthBytes * HEAVY_SHARE;
    if (heavy) {
      // What a heavy file left in a worker's heap is not given back while the worker lives.
      dismiss(seat);
    } else {
      seat.inHand.shift();
      begin(seat);
    }
    first.task.resolve(ok(answer.answer as Answer));
    advance();
  };

  const start = (): Seat<Job, Answer> => {
    const seat: Seat<Job, Answer> = { worker: options.createWorker(), inHand: [], timer: null, memoryBefore: 0 };
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

  /** The worker to give a job to: one without work, else a new one, else the one with the least in hand; null for none. */
  const freeSeat = (): Seat<Job, Answer> | null => {
    let best: Seat<Job, Answer> | null = null;
    for (const seat of seats) if (best === null || seat.inHand.length < best.inHand.length) best = seat;
    if (best === null || (best.inHand.length > 0 && seats.size < size)) return start();
    return best.inHand.length < most ? best : null;
  };

  const give = (seat: Seat<Job, Answer>, task: Task<Job, Answer>): void => {
    const id = nextId++;
    seat.inHand.push({ id, task });
    if (seat.inHand.length === 1) begin(seat);
    seat.worker.post({ id, job: task.job });
  };

  const advance = (): void => {
    if (cancelled) return;
    if (suspects.length > 0) {
      const [suspect] = suspects;
      if (suspect !== undefined && busy().length === 0) {
        suspects.shift();
        give(freeSeat() ?? start(), suspect);
      }
    } else if (![...seats].some((seat) => seat.inHand[0]?.task.suspect === true)) {
      for (let seat = waiting.length > 0 ? freeSeat() : null; seat !== null; seat = waiting.length > 0 ? freeSeat() : null) {
        const task = waiting.shift();
        if (task !== undefined) give(seat, task);
      }
    }
    observe();
  };

  const observe = (): void => {
    const memory = options.memory;
    if (memory === undefined) return;
    const active = [...seats].some((seat) => seat.inHand.length > 0);
    if (active && watch === null) {
      watch = setInterval(() => {
        const now = memory.read();
        lastLook = { at: performance.now(), memory: now };
        const running = busy();
        if (!running.some((seat) => now - seat.memoryBefore > memory.growthBytes)) return;
        if (running.length === 1 && running[0]?.inHand.length === 1) refuse(running[0], 'too-large');
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

  const runAll = (jobs: AsyncIterable<Job> | Iterable<Job>): AsyncGenerator<PoolAnswer<Job, Answer>, void, undefined> =>
    runJobs(jobs, run, size * (most + 1));

  const cancel = (): void => {
    cancelled = true;
    for (const seat of [...seats]) dismiss(seat)?.reject(new PoolCancelled());
    for (const task of [...waiting.splice(0), ...suspects.splice(0)]) task.reject(new PoolCancelled());
    observe();
  };

  return { run, runAll, cancel };
}
