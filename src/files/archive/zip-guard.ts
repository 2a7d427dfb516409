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
import { inflateBounded, InflatesTooLarge, inflateTogether, type InflatedParts } from './inflate';
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
  /** Entries that will be read one after another: where the platform can, they are inflated in one go. Changes no result. */
  readonly readAhead: (entries: readonly ZipEntry[]) => void;
  /** Nothing of it is needed any more: the bytes that `read` gave out may be gone. Safe to call, or not, at any time. */
  readonly close: () => void;
}

const STORED = 0;
const DEFLATED = 8;
/** Entries are read ahead as long as they are small, packed and inflated: more is not worth holding. In bytes. */
const MOST_AHEAD = { packed: 128 * 1024, inflated: 1024 * 1024 };
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
  /** What was fetched and inflated before anybody asked for it. */
  const ahead = new Map<ZipEntry, { readonly start: number; readonly bytes: Uint8Array; readonly plain: Uint8Array }>();
  const held: InflatedParts[] = [];
  let total = 0;
  let byPath: Map<string, ZipEntry> | null = null;

  const find = (path: string): ZipEntry | null => {
    if (byPath === null) {
      byPath = new Map();
      for (const entry of entries) byPath.set(normalizePath(entry.name), entry);
    }
    return byPath.get(normalizePath(path)) ?? null;
  };

  const lift = (entry: ZipEntry): { readonly start: number; readonly bytes: Uint8Array } | null => {
    const start = packedStart(source, entry);
    const end = start + entry.compressedBytes;
    if (start < 0 || end > source.size) return null;
    const bytes = source.read(start, end);
    return bytes.length < entry.compressedBytes ? null : { start, bytes };
  };

  const packed = (entry: ZipEntry): Uint8Array | null => {
    const known = lookedAt?.get(entry);
    if (known !== undefined) return known;
    const fetched = ahead.get(entry) ?? lift(entry);
    if (fetched === null) return null;
    lookedAt?.set(entry, fetched.bytes);
    look?.(fetched.start, fetched.bytes);
    return fetched.bytes;
  };

  const readAhead = (wanted: readonly ZipEntry[]): void => {
    const parts: { entry: ZipEntry; start: number; bytes: Uint8Array }[] = [];
    let [packedBytes, inflatedBytes] = [0, 0];
    for (const entry of wanted) {
      if (entry.encrypted || entry.method !== DEFLATED || ahead.has(entry)) continue;
      packedBytes += entry.compressedBytes;
      inflatedBytes += entry.declaredBytes;
      if (packedBytes > MOST_AHEAD.packed || inflatedBytes > MOST_AHEAD.inflated) return;
      const fetched = lift(entry);
      if (fetched !== null) parts.push({ entry, ...fetched });
    }
    const inflated = parts.length < 2 ? null : inflateTogether(parts.map(({ entry, bytes }) => ({ ...entry, packed: bytes })));
    if (inflated === null) return;
    held.push(inflated);
    parts.forEach(({ entry, start, bytes }, place) => {
      const plain = inflated.parts[place];
      if (plain !== undefined) ahead.set(entry, { start, bytes, plain });
    });
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
    const known = ahead.get(entry);
    if (known !== undefined && known.plain.length <= bound) {
      total += known.plain.length;
      return ok(known.plain);
    }
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

  const close = (): void => {
    ahead.clear();
    for (const inflated of held.splice(0)) inflated.release();
  };

  return ok({ entries, find, packed, read, readAhead, close });
}

/** Where the packed bytes of an entry begin, behind its own header; -1 where there is no header. */
function packedStart(source: ByteSource, { offset }: ZipEntry): number {
  if (offset + LOCAL_BYTES > source.size) return -1;
  const header = source.read(offset, offset + LOCAL_BYTES);
  if (header.length < LOCAL_BYTES || uint16(header, 0) !== LOCAL_LOW || uint16(header, 2) !== LOCAL_HIGH) return -1;
  return offset + LOCAL_BYTES + uint16(header, 26) + uint16(header, 28);
}

const uint16 = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
