/** The worker's side of one received file: read, checked, with its fingerprint, packed for the way back. */
import type { Received } from '../core/consolidation/received';
import type { Refusal } from '../core/finding-codes';
import { readWhole, type ReceivedBytes } from '../files/archive/byte-source';
import { digestPieces, LookedAt, WHOLE_BYTES, type Digest } from '../files/fingerprint';
import { ReadingRefused } from '../files/read/grid-builder';
import type { PackedReceived } from './packed-received';
import { receiveWorkbook, type ReceiveSettings } from './receive-workbook';

/** What a worker gets for one file that is handed over. */
export interface FileJob {
  readonly file: string;
  readonly fileTime: string | null;
  readonly bytes: Uint8Array;
}

/** A file that was read, still without its fingerprint, and what that is taken of: null where nothing was looked at. */
export interface ReadOne {
  readonly received: Received;
  readonly looked: readonly Uint8Array[] | null;
}

/** Reads, binds and checks one file: a large one in parts, a small one whole. Never throws for anything a file can hold. */
export function receiveOne(
  content: ReceivedBytes,
  { file, fileTime }: { readonly file: string; readonly fileTime: string | null },
  settings: ReceiveSettings,
): ReadOne {
  const named = { file, hash: null, fileTime };
  const size = 'read' in content ? content.size : content.length;
  if (size > WHOLE_BYTES) {
    const lookedAt = new LookedAt(size);
    return { received: receiveWorkbook(content, named, settings, lookedAt.look), looked: lookedAt.pieces() };
  }
  try {
    const bytes = readWhole(content);
    return { received: receiveWorkbook(bytes, named, settings), looked: [bytes] };
  } catch (error) {
    if (error instanceof ReadingRefused) return { received: refused(file, fileTime, error.refusal), looked: null };
    throw error;
  }
}

/** The file with its fingerprint, for the way between threads. */
export async function packOne(
  { received, looked }: ReadOne,
  pack: (received: Received) => PackedReceived,
  digest: Digest,
): Promise<PackedReceived> {
  return pack({ ...received, hash: looked === null ? null : await digest(looked) });
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

/** A file that was not read, and why. */
export function refused(file: string, fileTime: string | null, refusal: Refusal): Received {
  return { file, hash: null, savedAt: null, fileTime, outcome: 'refused', refusal };
}
