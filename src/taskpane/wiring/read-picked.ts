/** A run of reading: chosen files to received ones, told of on the way, with the time that is probably left. */
import { receiveItems } from '../../app/receive-items';
import type { Received } from '../../core/consolidation/received';
import { PoolCancelled } from '../../files/pool/pool';
import type { FileQueue } from './file-queue';
import type { Progress, ReadFile } from './messages';
import type { Readers } from './readers';

/** News of progress are gathered, so that a thousand files do not paint a thousand times. In milliseconds. */
const NEWS_EVERY = 200;
/** Names shown while reading. */
const RECENT = 8;
/** Before this many files and this much time (milliseconds) a forecast would jump about. */
const FEWEST = 5;
const SHORTEST = 1_000;

/** Reads them all by readers that nobody else uses; null when the run was stopped. */
export async function readPicked(
  files: FileQueue,
  { pool, unpack, free }: Readers,
  now: () => number,
  onProgress: (progress: Progress) => void,
): Promise<readonly Received[] | null> {
  const began = now();
  let [done, unread, told] = [0, 0, 0];
  let recent: readonly ReadFile[] = [];
  try {
    await free;
    return await receiveItems(files.items, pool, unpack, (one) => {
      done += 1;
      const readable = one.outcome !== 'refused';
      if (!readable) unread += 1;
      recent = [{ path: one.file, readable }, ...recent].slice(0, RECENT);
      const at = now();
      if (at - told < NEWS_EVERY) return;
      told = at;
      const total = files.total();
      onProgress({ done, total, unread, recent, left: timeLeft(done, total, at - began) });
    });
  } catch (error) {
    if (error instanceof PoolCancelled) return null;
    throw error;
  }
}

/** By the pace so far; null while it says too little. */
export function timeLeft(done: number, total: number | null, spent: number): number | null {
  if (total === null || done < FEWEST || spent < SHORTEST) return null;
  return Math.max(0, (spent / done) * (total - done));
}
