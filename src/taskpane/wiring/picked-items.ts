/** Chosen files as items to receive: their bytes are read only when their turn comes, and not at all where the head says enough. */
import type { Refusal } from '../../core/finding-codes';
import { fail, ok, type Result } from '../../core/result';
import { isHiddenName, type ReceivedItem } from '../../files/archive/expand';
import { detectFileKind } from '../../files/read/file-kind';
import { DEFAULT_LIMITS, describeBytes } from '../../files/read/limits';
import type { PickedFile } from './messages';

const BOUND = Math.max(DEFAULT_LIMITS.zipFileBytes, DEFAULT_LIMITS.archiveFileBytes, DEFAULT_LIMITS.plainFileBytes);
/** From this size on the head is looked at first: a photo called .xlsx, a scan of 80 MB. In bytes. */
const LARGE = 256 * 1024;
const HEAD = 4 * 1024;

/** Hidden files that a folder brings along are left out, as everywhere. */
export function itemsOf(files: readonly PickedFile[]): readonly ReceivedItem[] {
  return files
    .filter(({ path }) => !isHiddenName(path))
    .map(({ path, file }) => ({ path, fileTime: timeOf(file), read: () => readFile(file) }));
}

/** Some programs hand over files with a time that is no day of any calendar. */
function timeOf(file: File): string | null {
  const time = new Date(file.lastModified);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}

async function readFile(file: File): Promise<Result<Uint8Array, Refusal>> {
  if (file.size > BOUND) return fail({ code: 'too-large', detail: describeBytes(BOUND) });
  try {
    if (file.size > LARGE) {
      const refusal = refusalByHead(new Uint8Array(await file.slice(0, HEAD).arrayBuffer()));
      if (refusal !== null) return fail(refusal);
    }
    return ok(new Uint8Array(await file.arrayBuffer()));
  } catch {
    // Moved, deleted or locked since it was chosen.
    return fail({ code: 'not-permitted', detail: null });
  }
}

/** What the first bytes rule out for certain; a zip or a compound file needs its end as well. */
function refusalByHead(head: Uint8Array): Refusal | null {
  const isPackage = (head[0] === 0x50 && head[1] === 0x4b) || (head[0] === 0xd0 && head[1] === 0xcf);
  if (isPackage) return null;
  const kind = detectFileKind(head, DEFAULT_LIMITS);
  return !kind.ok && kind.error.code === 'not-a-workbook' ? kind.error : null;
}
