/**
 * Received files that lie where a worker can open them: it gets their place, not their bytes, so that nothing is copied
 * between threads and the first thread is free. Archives, and what only the first thread can read, go the usual way.
 */
import type { Received } from '../core/consolidation/received';
import type { Refusal } from '../core/finding-codes';
import type { Result } from '../core/result';
import type { ReceivedBytes } from '../files/archive/byte-source';
import { expandReceived, isExpandable, type ReceivedItem } from '../files/archive/expand';
import { digestPieces, type Digest } from '../files/fingerprint';
import type { Pool } from '../files/pool/pool';
import type { PackedReceived } from './packed-received';
import { type FileJob, packOne, type ReadOne, receiveOne, refused } from './receive-one';
import type { ReceiveSettings } from './receive-workbook';

/** A file for a worker to open by itself. */
export interface PlaceJob<Place = string> {
  readonly file: string;
  readonly source: Place;
}

/** The worker's answer for an archive, whose members are files of their own. */
const ARCHIVE = 'archive';

/** A worker's answer to a {@link PlaceJob}. */
export type PlaceAnswer = PackedReceived | typeof ARCHIVE;

/**
 * The worker's side of a {@link PlaceJob}, as much of it as needs the file open; `content` is the file, or why there is
 * none. Null for an archive. What was found goes through {@link packPlace} before the next file is opened.
 */
export function receivePlace(
  file: string,
  fileTime: string | null,
  content: Result<ReceivedBytes, Refusal>,
  settings: ReceiveSettings,
): ReadOne | null {
  if (!content.ok) return { received: refused(file, fileTime, content.error), looked: null };
  const one = receiveOne(content.value, { file, fileTime }, settings);
  const unread = one.received.outcome === 'refused' && one.received.refusal.code === 'not-a-workbook';
  return unread && isExpandable(content.value) ? null : one;
}

/** The rest of it: the answer for the way back. */
export function packPlace(
  one: ReadOne | null,
  pack: (received: Received) => PackedReceived,
  digest: Digest = digestPieces,
): PlaceAnswer | Promise<PlaceAnswer> {
  return one === null ? ARCHIVE : packOne(one, pack, digest);
}

/**
 * Receives every item, in the order they come; archives that only a worker found to be such are opened when all others are
 * done. What cannot be read is an outcome like any other; one bad file never stops the rest. `unpack` is the one for all
 * that this pool's workers pack; `onReceived` is told of each file as it is done. The result holds one entry per file, in no
 * particular order. Rejects with `PoolCancelled` when the pool is cancelled.
 */
export async function receiveItems<Place>(
  items: AsyncIterable<ReceivedItem<Place>> | Iterable<ReceivedItem<Place>>,
  pool: Pool<FileJob | PlaceJob<Place>, PlaceAnswer>,
  unpack: (packed: PackedReceived) => Received,
  onReceived: (received: Received) => void = () => undefined,
): Promise<readonly Received[]> {
  const all: Received[] = [];
  const archives: ReceivedItem<Place>[] = [];
  const asked = new Map<number, ReceivedItem<Place>>();
  const add = (received: Received): void => {
    all.push(received);
    onReceived(received);
  };
  const answered = (answer: PlaceAnswer): Received => {
    if (answer === ARCHIVE) throw new Error('an archive among files that were handed over');
    return unpack(answer);
  };
  let count = 0;
  async function* jobs(): AsyncGenerator<FileJob | PlaceJob<Place>, void, undefined> {
    for await (const item of items) {
      if (item.source !== undefined) {
        asked.set(count++, item);
        yield { file: item.path, source: item.source };
        continue;
      }
      for await (const { path, fileTime, bytes } of expandReceived([item])) {
        if (!bytes.ok) {
          add(refused(path, fileTime, bytes.error));
          continue;
        }
        count += 1;
        yield { file: path, fileTime, bytes: bytes.value };
      }
    }
  }
  for await (const { job, index, result } of pool.runAll(jobs())) {
    const item = asked.get(index);
    asked.delete(index);
    if (item !== undefined && result.ok && result.value === ARCHIVE) {
      archives.push(item);
      continue;
    }
    if (result.ok) add(answered(result.value));
    // Asked for only here: of a file on a disk it takes a look at the disk.
    else add(refused(job.file, 'bytes' in job ? job.fileTime : (item?.fileTime ?? null), result.error));
  }
  if (archives.length === 0) return all;
  // Without its place an archive is read here.
  const toOpen = archives.map(({ path, fileTime, read }) => ({ path, fileTime, read }));
  return [...all, ...(await receiveItems(toOpen, pool, unpack, onReceived))];
}
