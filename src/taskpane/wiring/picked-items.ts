/** Chosen files as items to receive: their bytes are read only when their turn comes. */
import { fail, ok } from '../../core/result';
import { isHiddenName, type ReceivedItem } from '../../files/archive/expand';
import { DEFAULT_LIMITS, describeBytes } from '../../files/read/limits';
import type { PickedFile } from './messages';

const BOUND = Math.max(DEFAULT_LIMITS.zipFileBytes, DEFAULT_LIMITS.archiveFileBytes, DEFAULT_LIMITS.plainFileBytes);

/** Hidden files that a folder brings along are left out, as everywhere. */
export function itemsOf(files: readonly PickedFile[]): readonly ReceivedItem[] {
  return files
    .filter(({ path }) => !isHiddenName(path))
    .map(({ path, file }) => ({
      path,
      fileTime: new Date(file.lastModified).toISOString(),
      read: async () => {
        if (file.size > BOUND) return fail({ code: 'too-large', detail: describeBytes(BOUND) });
        try {
          return ok(new Uint8Array(await file.arrayBuffer()));
        } catch {
          // Moved, deleted or locked since it was chosen.
          return fail({ code: 'not-permitted', detail: null });
        }
      },
    }));
}
