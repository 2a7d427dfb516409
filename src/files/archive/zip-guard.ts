/**
 * The only door through which bytes leave a zip. Entries are inflated on demand, one at a time; what really comes out
 * is counted as it comes, against the bound of one part and of the whole file, and compared with the declared size
 * and checksum. Nothing else is ever inflated: photos, drawings, macros and printer settings stay shut.
 */
import type { Refusal } from '../../core/finding-codes';
import { fail, ok, type Result } from '../../core/result';
import { describeBytes } from '../read/limits';
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
const LOCAL = 0x04034b50;

function normalizePath(path: string): string {
  if (!path.includes('\\') && !path.startsWith('/')) return path.toLowerCase();
  return path.replace(/\\/g, '/').replace(/^\/+/, '').toLowerCase();
}

/** Opens a zip for guarded reading. Fails as {@link readZipDirectory} does. */
export function openZip(bytes: Uint8Array, limits: ZipLimits): Result<GuardedZip, Refusal> {
  const directory = readZipDirectory(bytes, limits.entries);
  if (!directory.ok) return directory;
  const entries = directory.value;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
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
    const at = entry.offset;
    if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL) return null;
    const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    const end = start + entry.compressedBytes;
    return end > bytes.length ? null : bytes.subarray(start, end);
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
