/** Node's threads as pool workers. Node only. */
import { parentPort, Worker } from 'node:worker_threads';
import resourceLimits from './thread-limits.json';
import type { JobPort, WorkerDeath, WorkerHandle } from './worker-handle';

/**
 * Starts a thread; `source` is the worker's file, or its code with `evaluate`. The bound on the objects of one worker is
 * only the last resort: a worker that meets it in the middle of one large allocation takes the whole process down, and
 * array buffers are not counted by it at all. What really guards is the growth of the process (see `MemoryWatch`), which
 * stops a worker long before.
 */
export function createNodeWorker(source: string | URL, options: { readonly evaluate?: boolean } = {}): WorkerHandle {
  return handleOf(new Worker(source, { eval: options.evaluate ?? false, resourceLimits }));
}

/** A thread that was started already as a worker of the pool; nothing may have been posted to it yet. */
export function handleOf(worker: Worker): WorkerHandle {
  let ended = false;
  return {
    post: (message) => {
      worker.postMessage(message);
    },
    onMessage: (listener) => {
      worker.on('message', listener);
    },
    onDeath: (listener) => {
      const die = (death: WorkerDeath, message: string | null): void => {
        if (ended) return;
        ended = true;
        listener(death, message);
      };
      worker.on('error', (error) => {
        const memory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        die(memory ? 'out-of-memory' : 'crashed', error.message);
      });
      worker.on('exit', () => {
        die('crashed', null);
      });
    },
    terminate: () => {
      ended = true;
      void worker.terminate();
    },
  };
}

/** The port of the thread this runs in. Throws outside a worker thread. */
export function nodeWorkerPort(): JobPort {
  const port = parentPort;
  if (port === null) throw new Error('not inside a worker thread');
  return {
    post: (message) => {
      port.postMessage(message);
    },
    onMessage: (listener) => {
      port.on('message', listener);
    },
  };
}

/** The memory of this process, all its threads and buffers included, in bytes. For `MemoryWatch`. */
export function processMemory(): number {
  return process.memoryUsage.rss();
}
