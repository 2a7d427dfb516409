/**
 * Zip archives written piece by piece (APPNOTE 6.3.10). Parts may be compressed beforehand: what thousands of workbooks
 * have in common is compressed once, and an archive of workbooks never has to be in memory as a whole.
 */
import { deflateSync } from 'fflate';

import { crc32 } from '../archive/crc32';

/** A part ready to be put into an archive. */
export interface PackedPart {
  readonly crc: number;
  /** Bytes of the content itself. */
  readonly size: number;
  readonly method: 'stored' | 'deflated';
  readonly bytes: Uint8Array;
}

const LEVEL = 6;

export function deflatePart(content: Uint8Array): PackedPart {
  return { crc: crc32(0, content), size: content.length, method: 'deflated', bytes: deflateSync(content, { level: LEVEL }) };
}

/** For what is compressed already: a workbook inside an archive. */
export function storePart(content: Uint8Array): PackedPart {
  return { crc: crc32(0, content), size: content.length, method: 'stored', bytes: content };
}

const SIGNATURE = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const;
const VERSION = 20;
/** Names are UTF-8. */
const UTF8_NAMES = 0x0800;
/** 1 January 1980, the oldest date a zip knows: equal contents give equal archives. */
const DATE = 0x0021;
const METHOD: Readonly<Record<PackedPart['method'], number>> = { stored: 0, deflated: 8 };
/** Beyond these an archive would need Zip64, which older programs cannot open. */
const MOST_ENTRIES = 0xffff;
const MOST_BYTES = 0xffff_ffff;

/** The archive has more entries or bytes than a plain zip holds. */
export class ArchiveTooLarge extends Error {}

type Field = readonly [value: number, width: 2 | 4];

function record(signature: number, fields: readonly Field[], tail: Uint8Array): Uint8Array {
  const head = fields.reduce((total, [, width]) => total + width, 4);
  const bytes = new Uint8Array(head + tail.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  let place = 4;
  for (const [value, width] of fields) {
    if (width === 2) view.setUint16(place, value, true);
    else view.setUint32(place, value, true);
    place += width;
  }
  bytes.set(tail, head);
  return bytes;
}

/** Makes the pieces of one archive in the order they are to be written; keeps nothing but its directory. */
export class ZipWriter {
  private readonly directory: Uint8Array[] = [];
  private offset = 0;
  private readonly names = new TextEncoder();

  /** The pieces of one entry. Throws `ArchiveTooLarge` where a plain zip ends. */
  add(name: string, part: PackedPart): readonly Uint8Array[] {
    const label = this.names.encode(name);
    const common: readonly Field[] = [
      [VERSION, 2],
      [UTF8_NAMES, 2],
      [METHOD[part.method], 2],
      [0, 2],
      [DATE, 2],
      [part.crc, 4],
      [part.bytes.length, 4],
      [part.size, 4],
      [label.length, 2],
      [0, 2],
    ];
    const local = record(SIGNATURE.local, common, label);
    const place: readonly Field[] = [
      [0, 2],
      [0, 2],
      [0, 2],
      [0, 4],
      [this.offset, 4],
    ];
    this.directory.push(record(SIGNATURE.central, [[VERSION, 2], ...common, ...place], label));
    this.offset += local.length + part.bytes.length;
    if (this.directory.length > MOST_ENTRIES || this.offset > MOST_BYTES) throw new ArchiveTooLarge();
    return [local, part.bytes];
  }

  /** The directory: the last pieces of the archive. */
  end(): readonly Uint8Array[] {
    const count = this.directory.length;
    const size = this.directory.reduce((total, one) => total + one.length, 0);
    const fields: readonly Field[] = [
      [0, 2],
      [0, 2],
      [count, 2],
      [count, 2],
      [size, 4],
      [this.offset, 4],
      [0, 2],
    ];
    return [...this.directory, record(SIGNATURE.end, fields, new Uint8Array(0))];
  }
}

/** A whole archive at once. */
export function zipParts(parts: Iterable<readonly [name: string, part: PackedPart]>): Uint8Array {
  const zip = new ZipWriter();
  const pieces: Uint8Array[] = [];
  for (const [name, part] of parts) pieces.push(...zip.add(name, part));
  pieces.push(...zip.end());
  const whole = new Uint8Array(pieces.reduce((total, one) => total + one.length, 0));
  let place = 0;
  for (const piece of pieces) {
    whole.set(piece, place);
    place += piece.length;
  }
  return whole;
}
