/** The little that the pool asks of a worker, so that Node's threads, web workers and test doubles serve alike. */

/** Why a worker ended by itself. */
export type WorkerDeath = 'out-of-memory' | 'crashed';

/** The pool's side of one worker. Each callback is set once, before anything is posted. */
export interface WorkerHandle {
  readonly post: (message: unknown) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
  /** Called at most once, and not after `terminate`. The message is for whoever looks for a bug, or null. */
  readonly onDeath: (listener: (death: WorkerDeath, message: string | null) => void) => void;
  readonly terminate: () => void;
}

/** The worker's side. */
export interface JobPort {
  readonly post: (message: unknown) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
}

/** What travels: a numbered job out, its numbered answer back. */
export interface JobMessage {
  readonly id: number;
  readonly job: unknown;
}

/** What a worker may post when it has started: starting takes time and memory that are no job's. */
export const READY = 'ready';

export type AnswerMessage =
  | { readonly id: number; readonly done: true; readonly answer: unknown }
  /** The handler threw: a bug, or memory that could not be had. */
  | { readonly id: number; readonly done: false; readonly memory: boolean; readonly message: string };
