/**
 * Where the table of contents of a zip lies. Its end record stands at the end of the file, behind the table: the last
 * kilobytes are read, and more only where they do not hold it.
 */
import type { ByteSource } from './byte-source';

export interface ZipEnd {
  readonly count: number;
  readonly size: number;
  readonly start: number;
  /** Where the table must end; bytes before the archive shift everything by the difference. */
  readonly directoryEnd: number;
}

const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const END_BYTES = 22;
const LOCATOR64_BYTES = 20;
const END64_BYTES = 56;

/** The end record and the table of a usual workbook: a dozen entries of about a hundred bytes. */
const NEAR = 8 * 1024;
/** The record is followed by a comment of at most 65,535 bytes. */
const FARTHEST = END_BYTES + 0xffff;

/** The last bytes of a file, which are read first. */
export interface ZipTail {
  readonly source: ByteSource;
  readonly from: number;
  readonly bytes: Uint8Array;
}

/** The bytes of a zip from `from` to before `to`, inside the file; null where it has become shorter since. */
export function readBehind({ source, from: tail, bytes }: ZipTail, from: number, to: number): Uint8Array | null {
  const found = from >= tail ? bytes.subarray(from - tail, to - tail) : source.read(from, to);
  return found.length === to - from ? found : null;
}

/** The end of a zip, and what was read to find it; null where there is none. */
export function findZipEnd(source: ByteSource): { readonly end: ZipEnd; readonly tail: ZipTail } | null {
  let tail = readTail(source, NEAR);
  let at = findEnd(tail.bytes);
  if (at < 0 && tail.from > 0) {
    tail = readTail(source, FARTHEST);
    at = findEnd(tail.bytes);
  }
  // A file that has become shorter ends elsewhere.
  if (at < 0 || tail.from + tail.bytes.length < source.size) return null;
  const end = readEnd(tail, at);
  return end === null ? null : { end, tail };
}

function readTail(source: ByteSource, length: number): ZipTail {
  const from = Math.max(0, source.size - length);
  return { source, from, bytes: source.read(from, source.size) };
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function findEnd(bytes: Uint8Array): number {
  const view = viewOf(bytes);
  for (let at = view.byteLength - END_BYTES; at >= 0; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  return -1;
}

function readEnd(tail: ZipTail, at: number): ZipEnd | null {
  const view = viewOf(tail.bytes);
  const plain = {
    count: view.getUint16(at + 10, true),
    size: view.getUint32(at + 12, true),
    start: view.getUint32(at + 16, true),
    directoryEnd: tail.from + at,
  };
  if (plain.count !== 0xffff && plain.size !== 0xffffffff && plain.start !== 0xffffffff) return plain;
  return readEnd64(tail, plain);
}

/** A full place means: look for the wider record, if there is one. */
function readEnd64(tail: ZipTail, plain: ZipEnd): ZipEnd | null {
  const at = plain.directoryEnd - LOCATOR64_BYTES;
  if (at < 0) return plain;
  const locator = readBehind(tail, at, plain.directoryEnd);
  if (locator === null) return null;
  const view = viewOf(locator);
  if (view.getUint32(0, true) !== LOCATOR64) return plain;
  const at64 = Number(view.getBigUint64(8, true));
  const record = at64 + END64_BYTES > tail.source.size ? null : readBehind(tail, at64, at64 + END64_BYTES);
  if (record === null) return null;
  const wide = viewOf(record);
  if (wide.getUint32(0, true) !== END64) return null;
  return {
    count: Number(wide.getBigUint64(32, true)),
    size: Number(wide.getBigUint64(40, true)),
    start: Number(wide.getBigUint64(48, true)),
    directoryEnd: at64,
  };
}
