/**
 * The only door through which bytes leave a zip. Entries are inflated on demand, one at a time; what really comes out
 * is counted as it comes, against the bound of one part and of the whole file, and compared with the declared size
 * and checksum. Nothing else is ever inflated: photos, drawings, macros and printer settings stay shut.
 */
import { Inflate, inflateSync } from 'fflate';
import type { Refusal } from '../../core/finding-codes';
import { fail, ok, type Result } from '../../core/result';
import { describeBytes } from '../read/limits';
import { crc32 } from './crc32';
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
  /** The inflated bytes, checked. Fails with "password", "too-large" or "damaged". */
  readonly read: (entry: ZipEntry) => Result<Uint8Array, Refusal>;
}

const STORED = 0;
const DEFLATED = 8;
const LOCAL = 0x04034b50;
/** Deflate expands at most 1,032 times, so 16 KB in are at most 16 MB out before the count is looked at. */
const STEP = 16 * 1024;
/** Below this, inflating at once into a buffer of the declared size costs at most 66 MB of work and is faster. */
const SMALL = 64 * 1024;

class TooLarge extends Error {}

function inflateCounted(data: Uint8Array, bound: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  let count = 0;
  const state = { finished: false };
  const stream = new Inflate((piece, final) => {
    count += piece.length;
    if (count > bound) throw new TooLarge();
    pieces.push(piece);
    if (final) state.finished = true;
  });
  for (let at = 0; at < data.length || at === 0; at += STEP) {
    stream.push(data.subarray(at, at + STEP), at + STEP >= data.length);
  }
  if (!state.finished) throw new Error('unfinished');
  if (pieces.length === 1 && pieces[0] !== undefined) return pieces[0];
  const whole = new Uint8Array(count);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function inflate(data: Uint8Array, declaredBytes: number, bound: number): Uint8Array {
  if (data.length > SMALL || declaredBytes > bound) return inflateCounted(data, bound);
  // One byte more than declared: filling it proves that the header lied. fflate drops what does not fit.
  return inflateSync(data, { out: new Uint8Array(declaredBytes + 1) });
}

function normalizePath(path: string): string {
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

  const read = (entry: ZipEntry): Result<Uint8Array, Refusal> => {
    const damaged = fail<Refusal>({ code: 'damaged', detail: null });
    if (entry.encrypted) return fail({ code: 'password', detail: null });
    const at = entry.offset;
    if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL) return damaged;
    const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    const end = start + entry.compressedBytes;
    if (end > bytes.length) return damaged;
    const data = bytes.subarray(start, end);
    const bound = Math.min(limits.partBytes, limits.totalBytes - total);
    const tooLarge = fail<Refusal>({
      code: 'too-large',
      detail: describeBytes(bound < limits.partBytes ? limits.totalBytes : limits.partBytes),
    });
    let out: Uint8Array;
    try {
      if (entry.method === STORED) out = data;
      else if (entry.method === DEFLATED) out = inflate(data, entry.declaredBytes, bound);
      else return damaged;
    } catch (error) {
      return error instanceof TooLarge ? tooLarge : damaged;
    }
    total += out.length;
    if (out.length > bound) return tooLarge;
    if (out.length !== entry.declaredBytes || crc32(0, out) !== entry.checksum) return damaged;
    return ok(out);
  };

  return ok({ entries, find, read });
}
