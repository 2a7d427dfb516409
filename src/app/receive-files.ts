/**
 * Many received files, each read and checked in a worker. What cannot be read is an outcome like any other; one bad
 * file never stops the rest.
 */
import type { Received } from '../core/consolidation/received';
import type { Refusal } from '../core/finding-codes';
import type { ReceivedFile } from '../files/archive/expand';
import { hashBytes } from '../files/hash-bytes';
import type { Pool } from '../files/pool/pool';
import type { PackedReceived } from './packed-received';
import { receiveWorkbook, type ReceiveSettings } from './receive-workbook';

/** What a worker gets for one file. */
export interface FileJob {
  readonly file: string;
  readonly fileTime: string | null;
  readonly bytes: Uint8Array;
}

/** The worker's side: reads, binds and checks one file. `hash` gives the SHA-256 of bytes in hexadecimal. */
export async function receiveJob(
  job: FileJob,
  settings: ReceiveSettings,
  pack: (received: Received) => PackedReceived,
  hash: (bytes: Uint8Array) => string | Promise<string> = hashBytes,
): Promise<PackedReceived> {
  const file = { file: job.file, hash: await hash(job.bytes), fileTime: job.fileTime };
  return pack(receiveWorkbook(job.bytes, file, settings));
}

/**
 * Receives every file; `unpack` is the one for all that this pool's workers pack; `onReceived` is told of each as it is done, in the order they are done. The result holds one
 * entry per file, in no particular order. Rejects with `PoolCancelled` when the pool is cancelled.
 */
export async function receiveFiles<Other, Answer>(
  files: AsyncIterable<ReceivedFile>,
  pool: Pool<FileJob | Other, Answer>,
  unpack: (answer: Answer) => Received,
  onReceived: (received: Received) => void = () => undefined,
): Promise<readonly Received[]> {
  const all: Received[] = [];
  const add = (received: Received): void => {
    all.push(received);
    onReceived(received);
  };
  async function* jobs(): AsyncGenerator<FileJob, void, undefined> {
    for await (const { path, fileTime, bytes } of files) {
      if (bytes.ok) yield { file: path, fileTime, bytes: bytes.value };
      else add(refused(path, fileTime, bytes.error));
    }
  }
  for await (const { job: done, result } of pool.runAll(jobs())) {
    // The pool may know other jobs; here it got files.
    const job = done as FileJob;
    add(result.ok ? unpack(result.value) : refused(job.file, job.fileTime, result.error));
  }
  return all;
}

/** A file that was not read, and why. */
export function refused(file: string, fileTime: string | null, refusal: Refusal): Received {
  return { file, hash: null, savedAt: null, fileTime, outcome: 'refused', refusal };
}
