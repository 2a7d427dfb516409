/** The page's side of the worker for single files: started at the first order, kept for the next ones. */
import type { Refusal } from '../../core/finding-codes';
import type { Result } from '../../core/result';
import type { FileWork, FormOrder } from '../state/tools';
import { sendOutInWorker } from './send-out';

/** Page → worker. Orders are numbered, so that answers find who asked. */
export type FileOrder =
  | { readonly kind: 'form'; readonly id: number; readonly order: FormOrder }
  | { readonly kind: 'rows'; readonly id: number; readonly file: File };

/** Worker → page. */
export type FileAnswer =
  | { readonly kind: 'form'; readonly id: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'rows'; readonly id: number; readonly result: Result<readonly (readonly string[])[], Refusal> }
  /** A bug; the report names no data. */
  | { readonly kind: 'failed'; readonly id: number; readonly report: string };

export function fileWorkInWorker(): FileWork {
  let worker: Worker | null = null;
  let last = 0;
  const waiting = new Map<number, { readonly hear: (answer: FileAnswer) => void; readonly fail: (error: Error) => void }>();

  const start = (): Worker => {
    const made = new Worker(new URL('./file-worker.ts', import.meta.url), { type: 'module', name: 'files' });
    made.addEventListener('message', (event: MessageEvent<FileAnswer>) => {
      waiting.get(event.data.id)?.hear(event.data);
      waiting.delete(event.data.id);
    });
    made.addEventListener('error', () => {
      // It cannot go on; the next order gets a new one.
      made.terminate();
      worker = null;
      for (const { fail } of waiting.values()) fail(new Error('the worker for files ended'));
      waiting.clear();
    });
    return made;
  };
  const ask = (
    order: { readonly kind: 'form'; readonly order: FormOrder } | { readonly kind: 'rows'; readonly file: File },
  ): Promise<FileAnswer> =>
    new Promise((resolve, reject) => {
      worker ??= start();
      last += 1;
      waiting.set(last, { hear: resolve, fail: reject });
      worker.postMessage({ ...order, id: last } satisfies FileOrder);
    });

  return {
    sendOut: sendOutInWorker,
    makeForm: async (order) => {
      const answer = await ask({ kind: 'form', order });
      if (answer.kind !== 'form') throw new Error(answer.kind === 'failed' ? answer.report : 'another answer');
      return answer.bytes;
    },
    readRows: async (file) => {
      const answer = await ask({ kind: 'rows', file });
      if (answer.kind !== 'rows') throw new Error(answer.kind === 'failed' ? answer.report : 'another answer');
      return answer.result;
    },
  };
}
