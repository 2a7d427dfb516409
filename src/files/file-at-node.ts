/**
 * Node only: one received file on a disk. Most are small and are read at once: thousands of small files are read five
 * times faster so than through Node's promises, and whoever asks has nothing else to do. A large one is left open and
 * read in parts, because most of it is photos, which nobody looks at.
 */
import { closeSync, constants, fstatSync, openSync, readSync, statSync, type Stats } from 'node:fs';
import type { Refusal } from '../core/finding-codes';
import { fail, ok, type Result } from '../core/result';
import { inBlocks, type ByteSource, type ReceivedBytes } from './archive/byte-source';
import { WHOLE_BYTES } from './fingerprint';
import { ReadingRefused } from './read/grid-builder';
import { DEFAULT_LIMITS, describeBytes, type ReadLimits } from './read/limits';

/**
 * Opens a file, lets `use` do with it what must be done while it is open, and closes it whatever happens. `memory` of
 * `WHOLE_BYTES` is used again for the next file: what `use` was given is gone then. The file's time is ISO 8601 in UTC, or
 * null where it cannot be found out. Refusals: "not-a-workbook" (a pipe, a device), "too-large" (detail: the bound),
 * "not-permitted", "damaged" (it becomes shorter while it is read).
 */
export function withFileAt<T>(
  path: string,
  memory: Uint8Array,
  use: (content: Result<ReceivedBytes, Refusal>, fileTime: string | null) => T,
  limits: ReadLimits = DEFAULT_LIMITS,
): T {
  const opened = openAt(path, limits);
  try {
    return use(opened.refusal === null ? contentOf(opened.file, opened.size, memory) : fail(opened.refusal), opened.fileTime);
  } finally {
    if (opened.file !== null) closeSync(opened.file);
  }
}

/** All bytes of a file, in memory of their own; refusals as {@link withFileAt} has them. */
export function readFileAt(path: string, limits: ReadLimits = DEFAULT_LIMITS): Result<Uint8Array, Refusal> {
  const opened = openAt(path, limits);
  try {
    return opened.refusal === null ? readAtOnce(opened.file, opened.size, new Uint8Array(opened.size)) : fail(opened.refusal);
  } finally {
    if (opened.file !== null) closeSync(opened.file);
  }
}

type Opened =
  | { readonly file: number; readonly size: number; readonly fileTime: string | null; readonly refusal: null }
  | { readonly file: number | null; readonly fileTime: string | null; readonly refusal: Refusal };

const NOT_PERMITTED: Refusal = { code: 'not-permitted', detail: null };
const NOT_A_FILE: Refusal = { code: 'not-a-workbook', detail: null };

/** Without it, opening a pipe would wait for its writer. Windows has neither. */
const WITHOUT_WAITING = constants.O_RDONLY | constants.O_NONBLOCK;

/** Opens a file and asks the file that was opened, not the path, which may lead elsewhere a moment later. */
function openAt(path: string, limits: ReadLimits): Opened {
  let file: number | null = null;
  let fileTime: string | null = null;
  try {
    let facts: Stats;
    try {
      file = openSync(path, WITHOUT_WAITING);
      facts = fstatSync(file);
    } catch {
      // No right, a socket, or a file that another machine's program has to let go of first, which is worth waiting for.
      facts = statSync(path);
    }
    fileTime = facts.mtime.toISOString();
    if (!facts.isFile()) return { file, fileTime, refusal: NOT_A_FILE };
    const bound = Math.max(limits.zipFileBytes, limits.archiveFileBytes, limits.plainFileBytes);
    if (facts.size > bound) return { file, fileTime, refusal: { code: 'too-large', detail: describeBytes(bound) } };
    file ??= openSync(path, 'r');
    return { file, size: facts.size, fileTime, refusal: null };
  } catch {
    return { file, fileTime, refusal: NOT_PERMITTED };
  }
}

function contentOf(file: number, size: number, memory: Uint8Array): Result<ReceivedBytes, Refusal> {
  return size > WHOLE_BYTES ? ok(inBlocks(partsOf(file, size, memory))) : readAtOnce(file, size, memory);
}

function readAtOnce(file: number, size: number, memory: Uint8Array): Result<Uint8Array, Refusal> {
  try {
    const bytes = readInto(file, memory, 0, size);
    return bytes.length < size ? fail({ code: 'damaged', detail: null }) : ok(bytes);
  } catch {
    return fail(NOT_PERMITTED);
  }
}

/** An open file as a source. Parts take their place in `memory` one behind the other, then each has its own. */
function partsOf(file: number, size: number, memory: Uint8Array): ByteSource {
  let used = 0;
  const room = (length: number): Uint8Array => {
    if (used + length > memory.length) return new Uint8Array(length);
    used += length;
    return memory.subarray(used - length, used);
  };
  return {
    size,
    read: (from, to) => {
      const into = room(to - from);
      try {
        return readInto(file, into, from, to - from);
      } catch {
        throw new ReadingRefused('not-permitted');
      }
    },
  };
}

/** `size` bytes of a file from a place on, or fewer where it ends before. */
function readInto(file: number, bytes: Uint8Array, from: number, size: number): Uint8Array {
  let count = 0;
  for (let got = -1; got !== 0 && count < size; count += got) got = readSync(file, bytes, count, size - count, from + count);
  return bytes.subarray(0, count);
}
