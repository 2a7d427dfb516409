/**
 * A received file to be read at any place, so that what nobody needs of it (photos above all) is never loaded. Bytes in
 * memory are one; what reads a disk or a picked file lies beside the platform that can (../file-at-node, ../blob-source).
 */
import { ReadingRefused } from '../read/grid-builder';

export interface ByteSource {
  /** In bytes, as it was when the file was opened. */
  readonly size: number;
  /**
   * The bytes from `from` to before `to`, within the size; fewer where the file has become shorter since. They stay what
   * they are while the file is read, and may be gone with the next one.
   * Throws `ReadingRefused` ("not-permitted") where the file can no longer be read.
   */
  readonly read: (from: number, to: number) => Uint8Array;
}

/** A received file: its bytes, or the means to read them. */
export type ReceivedBytes = Uint8Array | ByteSource;

/** Told of each stretch of a file whose bytes were looked at, and of where it begins (see ../fingerprint). */
export type Look = (from: number, bytes: Uint8Array) => void;

/** What a file was given as, to be read at any place. Of bytes in memory nothing is copied. */
export function sourceOf(received: ReceivedBytes): ByteSource {
  if ('read' in received) return received;
  return { size: received.length, read: (from, to) => received.subarray(from, to) };
}

/** All bytes. Throws `ReadingRefused`: "damaged" for a file that has become shorter, and as the source does. */
export function readWhole(received: ReceivedBytes): Uint8Array {
  if (!('read' in received)) return received;
  const bytes = received.read(0, received.size);
  if (bytes.length < received.size) throw new ReadingRefused('damaged');
  return bytes;
}

/** The parts of a usual workbook without its photos are 10–30 KB and lie side by side. */
const BLOCK = 32 * 1024;

/**
 * The same file, read a block at a time: each read of a disk or a picked file has its price, and a workbook has a dozen
 * small parts. What reaches beyond a block is read by itself.
 */
export function inBlocks(source: ByteSource): ByteSource {
  const blocks = new Map<number, Uint8Array>();
  return {
    size: source.size,
    read: (from, to) => {
      const start = from - (from % BLOCK);
      if (to > start + BLOCK) return source.read(from, to);
      let block = blocks.get(start);
      if (block === undefined) {
        block = source.read(start, Math.min(source.size, start + BLOCK));
        blocks.set(start, block);
      }
      return block.subarray(from - start, to - start);
    },
  };
}
