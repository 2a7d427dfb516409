/**
 * Many received files, each read and checked in a worker. What cannot be read is an outcome like any other; one bad
 * file never stops the rest.
 */
import type { Received } from '../core/consolidation/received';
import type { ReceivedFile } from '../files/archive/expand';
import { digestPieces, WHOLE_BYTES, type Digest } from '../files/fingerprint';
import type { Pool } from '../files/pool/pool';
import type { PackedReceived } from './packed-received';
import { packOne, receiveOne, refused } from './receive-one';
import type { ReceiveSettings } from './receive-workbook';

/** What a worker gets for one file. */
export interface FileJob {
  readonly file: string;
  readonly fileTime: string | null;
  readonly bytes: Uint8Array;
}

/** The worker's side: reads, binds and checks one file. */
export function receiveJob(
  job: FileJob,
  settings: ReceiveSettings,
  pack: (received: Received) => PackedReceived,
  digest: Digest = digestPieces,
): Promise<PackedReceived> {
  // Begun first: where it is worked out elsewhere, it is there when the file has been read.
  const early = job.bytes.length <= WHOLE_BYTES ? digest([job.bytes]) : null;
  return packOne(receiveOne(job.bytes, job, settings), pack, early === null ? digest : () => early);
}

/**
 * Receives every file; `unpack` is the one for all that this pool's workers pack; `onReceived` is told of each as it is
 * done, in the order they are done. The result holds one entry per file, in no particular order. Rejects with
 * `PoolCancelled` when the pool is cancelled.
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
