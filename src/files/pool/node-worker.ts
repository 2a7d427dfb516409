/** Node's threads as pool workers. Node only. */
import { parentPort, Worker } from 'node:worker_threads';
import type { JobPort, WorkerDeath, WorkerHandle } from './worker-handle';

/**
 * Objects of one worker, in megabytes: only the last resort. A worker that meets this bound in the middle of one large
 * allocation takes the whole process down, and array buffers are not counted by it at all. What really guards is the
 * growth of the process (see `MemoryWatch`), which stops a worker long before.
 */
const HEAP_MEGABYTES = 2048;

/**
 * Starts a thread. `source` is the worker's file, or its code with `evaluate`; `data` and `argument` (the first of its
 * command line) are what it is given at its start.
 */
export function createNodeWorker(
  source: string | URL,
  options: { readonly evaluate?: boolean; readonly data?: unknown; readonly argument?: string } = {},
): WorkerHandle {
  const worker = new Worker(source, {
    eval: options.evaluate ?? false,
    workerData: options.data,
    argv: options.argument === undefined ? [] : [options.argument],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  });
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
