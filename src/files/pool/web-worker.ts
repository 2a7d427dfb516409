/** Web workers as pool workers. */
import type { JobPort, WorkerHandle } from './worker-handle';

/** Wraps a worker made by the bundler's own form, `new Worker(new URL('./entry', import.meta.url))`. */
export function wrapWebWorker(worker: Worker): WorkerHandle {
  return {
    post: (message) => {
      worker.postMessage(message);
    },
    onMessage: (listener) => {
      worker.addEventListener('message', (event: MessageEvent<unknown>) => {
        listener(event.data);
      });
    },
    onDeath: (listener) => {
      let ended = false;
      const die = (message: string | null): void => {
        if (ended) return;
        ended = true;
        listener('crashed', message);
      };
      worker.addEventListener('error', (event) => {
        die(event.message);
      });
      worker.addEventListener('messageerror', () => {
        die(null);
      });
    },
    terminate: () => {
      worker.terminate();
    },
  };
}

/** The part of a worker's global scope that is used; its full type cannot stand beside that of a page. */
interface WorkerScope {
  postMessage: (message: unknown) => void;
  addEventListener: (type: 'message', listener: (event: { readonly data: unknown }) => void) => void;
}

/** The port of the web worker this runs in. */
export function webWorkerPort(scope: WorkerScope): JobPort {
  return {
    post: (message) => {
      scope.postMessage(message);
    },
    onMessage: (listener) => {
      scope.addEventListener('message', (event) => {
        listener(event.data);
      });
    },
  };
}
