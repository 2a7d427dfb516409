/**
 * Chosen files as items to receive. Small ones are read here when their turn comes, while readers are at the ones before;
 * large ones are opened by readers, which then need not load the photos in them, and read here only if they are archives.
 */
import type { Refusal } from '../../core/finding-codes';
import { fail, ok, type Result } from '../../core/result';
import { isHiddenName, type ReceivedItem } from '../../files/archive/expand';
import { WHOLE_BYTES } from '../../files/fingerprint';
import { DEFAULT_LIMITS } from '../../files/read/limits';
import type { PickedFile } from './messages';

/** No file of any kind may be larger. In bytes. */
export const MOST_BYTES = Math.max(DEFAULT_LIMITS.zipFileBytes, DEFAULT_LIMITS.archiveFileBytes, DEFAULT_LIMITS.plainFileBytes);

/** Hidden files that a folder brings along are left out, as everywhere. */
export function itemsOf(files: readonly PickedFile[]): readonly ReceivedItem<File>[] {
  return files
    .filter(({ path }) => !isHiddenName(path))
    .map(({ path, file }) => {
      const item = { path, fileTime: timeOf(file), read: () => readFile(file) };
      return file.size > WHOLE_BYTES ? { ...item, source: file } : item;
    });
}

/** ISO 8601 in UTC. Some programs hand over files with a time that is no day of any calendar. */
export function timeOf(file: File): string | null {
  const time = new Date(file.lastModified);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}

async function readFile(file: File): Promise<Result<Uint8Array, Refusal>> {
  try {
    return ok(new Uint8Array(await file.arrayBuffer()));
  } catch {
    // Moved, deleted or locked since it was chosen.
    return fail({ code: 'not-permitted', detail: null });
  }
}
