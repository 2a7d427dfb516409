/**
 * Received files that lie where a worker can open them: it gets their place, not their bytes, so that nothing is copied
 * between threads and the first thread is free. Archives, and what only the first thread can read, go the usual way.
 */
import type { Received } from '../core/consolidation/received';
import type { Refusal } from '../core/finding-codes';
import type { Result } from '../core/result';
import { expandReceived, isExpandable, type ReceivedItem } from '../files/archive/expand';
import type { Pool } from '../files/pool/pool';
import type { PackedReceived } from './packed-received';
import { receiveFiles, refused, type FileJob } from './receive-files';
import { receiveWorkbook, type ReceiveSettings } from './receive-workbook';

/** A file for a worker to open by itself. */
export interface PlaceJob {
  readonly file: string;
  readonly source: string;
}

/** The worker's answer for an archive, whose members are files of their own. */
const ARCHIVE = 'archive';

/** A worker's answer to a {@link PlaceJob}. */
export type PlaceAnswer = PackedReceived | typeof ARCHIVE;

/** The worker's side of a {@link PlaceJob}; `bytes` are those of the file, or why there are none. */
export function receivePlace(
  file: string,
  fileTime: string | null,
  bytes: Result<Uint8Array, Refusal>,
  settings: ReceiveSettings,
  pack: (received: Received) => PackedReceived,
  hash: (bytes: Uint8Array) => string,
): PlaceAnswer {
  if (!bytes.ok) return pack(refused(file, fileTime, bytes.error));
  const received = receiveWorkbook(bytes.value, { file, fileTime, hash: hash(bytes.value) }, settings);
  const unread = received.outcome === 'refused' && received.refusal.code === 'not-a-workbook';
  return unread && isExpandable(bytes.value) ? ARCHIVE : pack(received);
}

/** Receives items, as `receiveFiles` does with files; archives are opened when all others are done. */
export async function receiveItems(
  items: Iterable<ReceivedItem>,
  pool: Pool<FileJob | PlaceJob, PlaceAnswer>,
  unpack: (packed: PackedReceived) => Received,
  onReceived: (received: Received) => void = () => undefined,
): Promise<readonly Received[]> {
  const all: Received[] = [];
  const others: ReceivedItem[] = [];
  const asked = new Map<number, ReceivedItem>();
  const answered = (answer: PlaceAnswer): Received => {
    if (answer === ARCHIVE) throw new Error('an archive among files that were handed over');
    return unpack(answer);
  };
  let count = 0;
  function* jobs(): Generator<PlaceJob, void, undefined> {
    for (const item of items) {
      if (item.source === undefined) {
        others.push(item);
        continue;
      }
      asked.set(count++, item);
      yield { file: item.path, source: item.source };
    }
  }
  for await (const { job, index, result } of pool.runAll(jobs())) {
    const item = asked.get(index);
    asked.delete(index);
    if (item !== undefined && result.ok && result.value === ARCHIVE) {
      others.push(item);
      continue;
    }
    const received = result.ok ? answered(result.value) : refused(job.file, item?.fileTime ?? null, result.error);
    all.push(received);
    onReceived(received);
  }
  return others.length === 0 ? all : [...all, ...(await receiveFiles(expandReceived(others), pool, answered, onReceived))];
}
