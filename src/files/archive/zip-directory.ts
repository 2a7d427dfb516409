/**
 * The table of contents of a zip, read from its end and checked before anything is inflated: no more entries than
 * allowed, every entry inside the file, none overlapping another. Zip64 is understood; several disks are not.
 */
import type { Refusal } from '../../core/finding-codes';
import { fail, ok, type Result } from '../../core/result';
import { describeCount } from '../read/limits';
import type { ByteSource } from './byte-source';
import { findZipEnd, readBehind } from './zip-end';
import { decodeZipName } from './zip-names';

export interface ZipEntry {
  /** As decoded, separators as they were. */
  readonly name: string;
  readonly directory: boolean;
  readonly encrypted: boolean;
  readonly method: number;
  readonly checksum: number;
  readonly compressedBytes: number;
  /** What the directory says. Never believed, only compared with what comes out. */
  readonly declaredBytes: number;
  /** Where the entry's local header starts, from the start of the file. */
  readonly offset: number;
  /** When the member was last saved, ISO 8601 in UTC, or null. Worked out when asked for. */
  readonly fileTime: () => string | null;
}

export interface ZipDirectory {
  /** In the order of the directory. */
  readonly entries: readonly ZipEntry[];
  /** Where it begins; every entry lies before it. */
  readonly start: number;
  /** The bytes from there to the end of the file: name, size and checksum of every entry, whoever reads it or not. */
  readonly bytes: Uint8Array;
}

const CENTRAL = 0x02014b50;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;

const damaged = (detail: string | null = null): Result<never, Refusal> => fail({ code: 'damaged', detail });

/** True when the bytes begin like a zip: a local entry, or the end of an empty one. */
export function looksLikeZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6));
}

/** DOS times carry no zone; the senders sit in Vietnam (UTC+7), which is what is assumed. Two-second steps. */
function dosTime(time: number, date: number): string | null {
  const month = (date >> 5) & 15;
  const day = date & 31;
  if (month < 1 || month > 12 || day < 1) return null;
  const utc = Date.UTC(1980 + (date >> 9), month - 1, day, (time >> 11) - 7, (time >> 5) & 63, (time & 31) * 2);
  return new Date(utc).toISOString();
}

interface Extras {
  unicodePath: Uint8Array | null;
  fileTime: (() => string) | null;
  zip64: DataView | null;
}

const NO_EXTRAS: Extras = { unicodePath: null, fileTime: null, zip64: null };

function readExtras(extra: Uint8Array): Extras {
  if (extra.length === 0) return NO_EXTRAS;
  const found: Extras = { unicodePath: null, fileTime: null, zip64: null };
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  for (let at = 0; at + 4 <= extra.length;) {
    const id = view.getUint16(at, true);
    const size = view.getUint16(at + 2, true);
    at += 4;
    if (at + size > extra.length) break;
    if (id === 0x7075) found.unicodePath = extra.subarray(at, at + size);
    if (id === 0x0001) found.zip64 = new DataView(extra.buffer, extra.byteOffset + at, size);
    // Extended timestamp: seconds since 1970, UTC, so better than the DOS time.
    if (id === 0x5455 && size >= 5 && (view.getUint8(at) & 1) === 1) {
      const seconds = view.getInt32(at + 1, true);
      found.fileTime = () => new Date(seconds * 1000).toISOString();
    }
    at += size;
  }
  return found;
}

/**
 * The table of contents of a zip.
 * Fails with "damaged" (no directory, entries outside the file or over one another) or "too-large" (too many entries).
 */
export function readZipDirectory(source: ByteSource, maximumEntries: number): Result<ZipDirectory, Refusal> {
  const found = findZipEnd(source);
  if (found === null) return damaged();
  const { end, tail } = found;
  if (end.count > maximumEntries) {
    return fail({ code: 'too-large', detail: `quá ${describeCount(maximumEntries)} mục trong một tệp nén` });
  }
  const shift = end.directoryEnd - end.size - end.start;
  if (shift < 0 || end.size > source.size) return damaged();
  const start = end.start + shift;
  const bytes = readBehind(tail, start, source.size);
  if (bytes === null) return damaged();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

  const entries: ZipEntry[] = [];
  let at = 0;
  for (let index = 0; index < end.count; index++) {
    if (at + CENTRAL_BYTES > end.size || view.getUint32(at, true) !== CENTRAL) return damaged();
    const nameBytes = view.getUint16(at + 28, true);
    const extraBytes = view.getUint16(at + 30, true);
    const next = at + CENTRAL_BYTES + nameBytes + extraBytes + view.getUint16(at + 32, true);
    if (next > end.size) return damaged();
    const flags = view.getUint16(at + 8, true);
    const raw = bytes.subarray(at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameBytes);
    const extras = readExtras(bytes.subarray(at + CENTRAL_BYTES + nameBytes, at + CENTRAL_BYTES + nameBytes + extraBytes));
    const [time, date] = [view.getUint16(at + 12, true), view.getUint16(at + 14, true)];
    let compressedBytes = view.getUint32(at + 20, true);
    let declaredBytes = view.getUint32(at + 24, true);
    let offset = view.getUint32(at + 42, true);
    if (extras.zip64 !== null) {
      // The 64-bit field holds, in this order, only those values whose 32-bit place is full.
      let wide = 0;
      const take = (): number => {
        if (extras.zip64 === null || wide + 8 > extras.zip64.byteLength) return Number.MAX_SAFE_INTEGER;
        const value = Number(extras.zip64.getBigUint64(wide, true));
        wide += 8;
        return value;
      };
      if (declaredBytes === 0xffffffff) declaredBytes = take();
      if (compressedBytes === 0xffffffff) compressedBytes = take();
      if (offset === 0xffffffff) offset = take();
    }
    const name = decodeZipName(raw, (flags & 0x800) !== 0, extras.unicodePath);
    entries.push({
      name,
      directory: /[\\/]$/.test(name),
      encrypted: (flags & 1) !== 0,
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      compressedBytes,
      declaredBytes,
      offset: offset + shift,
      fileTime: extras.fileTime ?? ((): string | null => dosTime(time, date)),
    });
    at = next;
  }

  // Overlapping entries let a small file hold the same compressed bytes thousands of times.
  let covered = 0;
  for (const entry of [...entries].sort((a, b) => a.offset - b.offset)) {
    if (entry.offset < covered) return damaged();
    covered = entry.offset + LOCAL_BYTES + entry.compressedBytes;
    if (covered > start) return damaged();
  }
  return ok({ entries, start, bytes });
}
