/**
 * The only door through which bytes leave a zip. Entries are inflated on demand, one at a time; what really comes out
 * is counted as it comes, against the bound of one part and of the whole file, and compared with the declared size
 * and checksum. Nothing else is ever inflated: photos, drawings, macros and printer settings stay shut.
 */
import type { Refusal } from '../../core/finding-codes';
import { fail, ok, type Result } from '../../core/result';
import { describeBytes } from '../read/limits';
import { sourceOf, type ByteSource, type Look, type ReceivedBytes } from './byte-source';
import { crc32 } from './crc32';
import { inflateBounded, InflatesTooLarge } from './inflate';
import { readZipDirectory, type ZipEntry } from './zip-directory';

export interface ZipLimits {
  readonly entries: number;
  /** Bytes one entry may inflate to. */
  readonly partBytes: number;
  /** Bytes all inflated entries may have together. */
  readonly totalBytes: number;
}

export interface GuardedZip {
  readonly entries: readonly ZipEntry[];
  /** The entry of this name; case and kind of slash do not matter, as they do not to Excel. */
  readonly find: (path: string) => ZipEntry | null;
  /** The entry's bytes as they lie in the archive, for telling equal parts of two files apart; null where there are none. */
  readonly packed: (entry: ZipEntry) => Uint8Array | null;
  /** The inflated bytes, checked. Fails with "password", "too-large" or "damaged". */
  readonly read: (entry: ZipEntry) => Result<Uint8Array, Refusal>;
}

const STORED = 0;
const DEFLATED = 8;
/** An entry's own header begins with 04034B50. */
const LOCAL_LOW = 0x4b50;
const LOCAL_HIGH = 0x0403;
const LOCAL_BYTES = 30;

function normalizePath(path: string): string {
  if (!path.includes('\\') && !path.startsWith('/')) return path.toLowerCase();
  return path.replace(/\\/g, '/').replace(/^\/+/, '').toLowerCase();
}

/**
 * Opens a zip for guarded reading. `look` is told of the table of contents and, once each, of the packed bytes of the
 * entries that are asked for; what it was told of is what is read, even of a file that changes meanwhile.
 * Fails as {@link readZipDirectory} does. Where the file can no longer be read, `ReadingRefused` is thrown, here and later.
 */
export function openZip(received: ReceivedBytes, limits: ZipLimits, look?: Look): Result<GuardedZip, Refusal> {
  const source = sourceOf(received);
  const directory = readZipDirectory(source, limits.entries);
  if (!directory.ok) return directory;
  const { entries, start: directoryStart, bytes: contents } = directory.value;
  look?.(directoryStart, contents);
  const lookedAt = look === undefined ? null : new Map<ZipEntry, Uint8Array>();
  let total = 0;
  let byPath: Map<string, ZipEntry> | null = null;

  const find = (path: string): ZipEntry | null => {
    if (byPath === null) {
      byPath = new Map();
      for (const entry of entries) byPath.set(normalizePath(entry.name), entry);
    }
    return byPath.get(normalizePath(path)) ?? null;
  };

  const packed = (entry: ZipEntry): Uint8Array | null => {
    const known = lookedAt?.get(entry);
    if (known !== undefined) return known;
    const start = packedStart(source, entry);
    const end = start + entry.compressedBytes;
    if (start < 0 || end > source.size) return null;
    const bytes = source.read(start, end);
    if (bytes.length < entry.compressedBytes) return null;
    lookedAt?.set(entry, bytes);
    look?.(start, bytes);
    return bytes;
  };

  const read = (entry: ZipEntry): Result<Uint8Array, Refusal> => {
    const damaged = fail<Refusal>({ code: 'damaged', detail: null });
    if (entry.encrypted) return fail({ code: 'password', detail: null });
    const data = packed(entry);
    if (data === null) return damaged;
    const bound = Math.min(limits.partBytes, limits.totalBytes - total);
    const tooLarge = fail<Refusal>({
      code: 'too-large',
      detail: describeBytes(bound < limits.partBytes ? limits.totalBytes : limits.partBytes),
    });
    let out: Uint8Array;
    try {
      if (entry.method === STORED) out = data;
      else if (entry.method === DEFLATED) out = inflateBounded(data, entry.declaredBytes, bound);
      else return damaged;
    } catch (error) {
      return error instanceof InflatesTooLarge ? tooLarge : damaged;
    }
    total += out.length;
    if (out.length > bound) return tooLarge;
    if (out.length !== entry.declaredBytes || crc32(0, out) !== entry.checksum) return damaged;
    return ok(out);
  };

  return ok({ entries, find, packed, read });
}

/** Where the packed bytes of an entry begin, behind its own header; -1 where there is no header. */
function packedStart(source: ByteSource, { offset }: ZipEntry): number {
  if (offset + LOCAL_BYTES > source.size) return -1;
  const header = source.read(offset, offset + LOCAL_BYTES);
  if (header.length < LOCAL_BYTES || uint16(header, 0) !== LOCAL_LOW || uint16(header, 2) !== LOCAL_HIGH) return -1;
  return offset + LOCAL_BYTES + uint16(header, 26) + uint16(header, 28);
}

const uint16 = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
