/**
 * Chosen files as items to receive. Small ones are read here when their turn comes, while readers are at the ones before;
 * large ones are opened by readers, which then need not load the photos in them, and read here only if they are archives.
 */
import type { Refusal } from '../../core/finding-codes';
import { fail, ok, type Result } from '../../core/result';
import { isHiddenName, type ReceivedItem } from '../../files/archive/expand';
import { DEFAULT_LIMITS } from '../../files/read/limits';
import { handedOver, isSmall } from './handed-files';
import type { HandedFile, SmallFile } from './messages';

/** No file of any kind may be larger. In bytes. */
export const MOST_BYTES = Math.max(DEFAULT_LIMITS.zipFileBytes, DEFAULT_LIMITS.archiveFileBytes, DEFAULT_LIMITS.plainFileBytes);

/** Hidden files that a folder brings along are left out, as everywhere. */
export function itemsOf(files: readonly HandedFile[]): readonly ReceivedItem<File>[] {
  const shown = handedOver(files.filter(({ path }) => !isHiddenName(path)));
  const readSmall = readTogether(shown.filter(isSmall));
  return shown.map((one) => {
    if (isSmall(one)) return { path: one.path, fileTime: timeOf(one), read: () => readSmall(one) };
    const { path, file } = one;
    return { path, fileTime: timeOf(file), read: () => readFile(file), source: file };
  });
}

type Reading = ReturnType<typeof readFile>;

/**
 * Reads files that are asked for in order: those of one blob at once, and those of the next while the first are at work.
 * Asking the browser takes as long as the reading of a hundred kilobytes.
 */
function readTogether(files: readonly SmallFile[]): (file: SmallFile) => Reading {
  const blobs = [...new Set(files.map(({ together }) => together))];
  const left = new Map(blobs.map((blob) => [blob, files.filter(({ together }) => together === blob).length]));
  const begun = new Map<Blob, Reading>();
  const begin = (blob: Blob | undefined): Reading | null => {
    if (blob === undefined) return null;
    const known = begun.get(blob);
    if (known !== undefined) return known;
    const reading = readFile(blob);
    begun.set(blob, reading);
    return reading;
  };
  return async ({ together, from, size }) => {
    const reading = begin(together) ?? readFile(together);
    const rest = (left.get(together) ?? 0) - 1;
    left.set(together, rest);
    if (rest > 0) void begin(blobs[blobs.indexOf(together) + 1]);
    // Nobody else will ask for it.
    else begun.delete(together);
    const all = await reading;
    // One that cannot be read spoils the blob: which of them it is is found out one by one.
    return all.ok && all.value.length === together.size ? ok(all.value.slice(from, from + size)) : readFile(together.slice(from, from + size));
  };
}

/** ISO 8601 in UTC. Some programs hand over files with a time that is no day of any calendar. */
export function timeOf(file: Pick<File, 'lastModified'>): string | null {
  const time = new Date(file.lastModified);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}

async function readFile(file: Blob): Promise<Result<Uint8Array, Refusal>> {
  try {
    return ok(new Uint8Array(await file.arrayBuffer()));
  } catch {
    // Moved, deleted or locked since it was chosen.
    return fail({ code: 'not-permitted', detail: null });
  }
}
