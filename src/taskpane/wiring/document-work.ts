/** The page's side of the worker for Word documents: started at the first order, kept for the next ones. */
import type { DocumentPlan } from '../../core/document/document-plan';

/** Page → worker. Orders are numbered, so that answers find who asked. */
export interface DocumentOrder {
  readonly id: number;
  readonly plan: DocumentPlan;
}

/** Worker → page. */
export type DocumentAnswer =
  | { readonly id: number; readonly bytes: Uint8Array<ArrayBuffer> }
  /** A bug; the report names no data. */
  | { readonly id: number; readonly failed: string };

export interface DocumentWork {
  /** The document as a .docx file. Rejects only for a bug. */
  readonly write: (plan: DocumentPlan) => Promise<Uint8Array<ArrayBuffer>>;
  /** Ends the worker; the next order starts another. */
  readonly close: () => void;
}

/** What the work needs of a worker; tests hand in their own. */
export type DocumentWorker = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

function createWorker(): DocumentWorker {
  return new Worker(new URL('./document-worker.ts', import.meta.url), { type: 'module', name: 'documents' });
}

export function documentWorkInWorker(create: () => DocumentWorker = createWorker): DocumentWork {
  let worker: DocumentWorker | null = null;
  let last = 0;
  const waiting = new Map<
    number,
    { readonly done: (bytes: Uint8Array<ArrayBuffer>) => void; readonly fail: (error: Error) => void }
  >();

  const close = (): void => {
    worker?.terminate();
    worker = null;
    for (const { fail } of waiting.values()) fail(new Error('the worker for documents ended'));
    waiting.clear();
  };
  const start = (): DocumentWorker => {
    const made = create();
    made.addEventListener('message', (event) => {
      const answer = (event as MessageEvent<DocumentAnswer>).data;
      const asked = waiting.get(answer.id);
      waiting.delete(answer.id);
      if ('bytes' in answer) asked?.done(answer.bytes);
      else asked?.fail(new Error(answer.failed));
    });
    made.addEventListener('error', close);
    return made;
  };
  return {
    write: (plan) =>
      new Promise((done, fail) => {
        worker ??= start();
        last += 1;
        waiting.set(last, { done, fail });
        worker.postMessage({ id: last, plan } satisfies DocumentOrder);
      }),
    close,
  };
}
