/** The worker that makes the workbooks to send out. Pieces go into blobs as they come, which browsers keep out of memory. */
import { sendOut } from '../../app/send-out';
import type { SendOutAnswer, SendOutRequest } from './send-out';

/** Bytes that are gathered before they become a blob. */
const GATHERED = 4 * 1024 * 1024;
/** Workbooks between two words about progress. */
const TOLD_EVERY = 10;

function tell(answer: SendOutAnswer): void {
  globalThis.postMessage(answer);
}

function make(request: SendOutRequest): Blob {
  const blobs: Blob[] = [];
  let pieces: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const gather = (): void => {
    blobs.push(new Blob(pieces));
    pieces = [];
    size = 0;
  };
  const onDone = (done: number): void => {
    if (done % TOLD_EVERY === 0) tell({ kind: 'progress', done });
  };
  for (const piece of sendOut(request, onDone)) {
    pieces.push(new Uint8Array(piece));
    size += piece.length;
    if (size > GATHERED) gather();
  }
  gather();
  return new Blob(blobs, { type: 'application/zip' });
}

globalThis.addEventListener('message', (event: MessageEvent<SendOutRequest>) => {
  try {
    tell({ kind: 'done', archive: make(event.data) });
  } catch (error) {
    // The kind of fault, not its text, which might quote a name of the list.
    tell({ kind: 'failed', report: error instanceof Error ? error.name : 'unknown' });
  }
});
