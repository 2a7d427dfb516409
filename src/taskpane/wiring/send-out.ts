/** The page's side of sending out: a worker of its own for each run, so that stopping is at once and leaves nothing behind. */
import type { SendOutOrder } from '../../app/send-out';
import type { SendOutRun } from '../state/tools';

export type SendOutRequest = SendOutOrder;

/** Worker → page. */
export type SendOutAnswer =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'done'; readonly archive: Blob }
  | { readonly kind: 'failed'; readonly report: string };

/** Starts making the archive. The run's promise gives null when it was stopped, and rejects only for a bug. */
export function sendOutInWorker(request: SendOutRequest, onProgress: (done: number) => void): SendOutRun {
  const worker = new Worker(new URL('./send-out-worker.ts', import.meta.url), { type: 'module', name: 'send-out' });
  let stop = (): void => undefined;
  const archive = new Promise<Uint8Array<ArrayBuffer> | null>((resolve, reject) => {
    stop = () => {
      worker.terminate();
      resolve(null);
    };
    const fail = (report: string): void => {
      worker.terminate();
      reject(new Error(report));
    };
    worker.addEventListener('error', () => {
      fail('the worker ended');
    });
    worker.addEventListener('message', ({ data }: MessageEvent<SendOutAnswer>) => {
      if (data.kind === 'progress') onProgress(data.done);
      else if (data.kind === 'failed') fail(data.report);
      else {
        // The blob outlives its worker; its bytes are read only now, once.
        data.archive.arrayBuffer().then(
          (buffer) => {
            worker.terminate();
            resolve(new Uint8Array(buffer));
          },
          () => {
            fail('the archive could not be read');
          },
        );
      }
    });
    worker.postMessage(request);
  });
  return {
    archive,
    stop: () => {
      stop();
    },
  };
}
