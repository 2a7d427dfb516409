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
  const shown = files.filter(({ path }) => !isHiddenName(path));
  const readSmall = readTogether(shown.map(({ file }) => file).filter((file) => file.size <= WHOLE_BYTES));
  return shown.map(({ path, file }) => {
    const item = { path, fileTime: timeOf(file) };
    return file.size > WHOLE_BYTES ? { ...item, read: () => readFile(file), source: file } : { ...item, read: () => readSmall(file) };
  });
}

/** Small files that are read together: asking the browser takes as long as the reading of a hundred kilobytes. */
const TOGETHER = 48;

type Reading = ReturnType<typeof readFile>;

/** Reads files that are asked for in order: some at once, and the next ones while those are at work. */
function readTogether(files: readonly File[]): (file: File) => Reading {
  const begun = new Map<File, Reading>();
  let next = 0;
  const begin = (): void => {
    const some = files.slice(next, next + TOGETHER).filter((file) => !begun.has(file));
    next += TOGETHER;
    const all = readAll(some);
    for (const [place, file] of some.entries()) begun.set(file, all.then((read) => read?.[place] ?? readFile(file)));
  };
  return (file) => {
    if (next < files.length && begun.size < TOGETHER) begin();
    const reading = begun.get(file) ?? readFile(file);
    begun.delete(file);
    return reading;
  };
}

/** The files as one, cut apart again; null where one of them cannot be read, which is then found out one by one. */
async function readAll(files: readonly File[]): Promise<readonly Result<Uint8Array, Refusal>[] | null> {
  const whole = await readFile(new Blob([...files]));
  if (!whole.ok || whole.value.length !== files.reduce((sum, { size }) => sum + size, 0)) return null;
  let at = 0;
  return files.map(({ size }) => ok(whole.value.slice(at, (at += size))));
}

/** ISO 8601 in UTC. Some programs hand over files with a time that is no day of any calendar. */
export function timeOf(file: File): string | null {
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
