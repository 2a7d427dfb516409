/** A zip archive without compression: what Excel and LibreOffice read as gladly, and needs no library. */
import { crc32 } from '../../files/archive/crc32';

export interface ZipPart {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
/** Names are UTF-8. */
const UTF8_FLAG = 0x0800;
/** 1 January 1980, the oldest date a zip knows: equal workbooks give equal files. */
const DATE = 0x0021;

function record(signature: number, fields: readonly (readonly [number, 2 | 4])[], tail: Uint8Array): Uint8Array {
  const size = fields.reduce((total, [, width]) => total + width, 4);
  const bytes = new Uint8Array(size + tail.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  let place = 4;
  for (const [value, width] of fields) {
    if (width === 2) view.setUint16(place, value, true);
    else view.setUint32(place, value, true);
    place += width;
  }
  bytes.set(tail, size);
  return bytes;
}

export function zipStored(parts: readonly ZipPart[]): Uint8Array {
  const chunks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes } of parts) {
    const label = new TextEncoder().encode(name);
    const crc = crc32(0, bytes);
    const common = [
      [VERSION, 2],
      [UTF8_FLAG, 2],
      [0, 2],
      [0, 2],
      [DATE, 2],
      [crc, 4],
      [bytes.length, 4],
      [bytes.length, 4],
      [label.length, 2],
      [0, 2],
    ] as const;
    const local = record(LOCAL, common, label);
    directory.push(record(CENTRAL, [[VERSION, 2], ...common, [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]], label));
    chunks.push(local, bytes);
    offset += local.length + bytes.length;
  }
  const size = directory.reduce((total, entry) => total + entry.length, 0);
  const count = parts.length;
  const end = record(
    END,
    [
      [0, 2],
      [0, 2],
      [count, 2],
      [count, 2],
      [size, 4],
      [offset, 4],
      [0, 2],
    ],
    new Uint8Array(0),
  );
  const all = [...chunks, ...directory, end];
  const out = new Uint8Array(offset + size + end.length);
  let place = 0;
  for (const chunk of all) {
    out.set(chunk, place);
    place += chunk.length;
  }
  return out;
}
