/** A file that is not in memory, for tests: every read is a copy of its own, is held against the file's bounds, and counted. */
import { inBlocks, type ByteSource } from '../../src/files/archive/byte-source';

export interface PartialSource extends ByteSource {
  /** Bytes read so far, those read again counted again. */
  readonly count: () => number;
  readonly reads: () => readonly (readonly [from: number, to: number])[];
}

/** `bytesNow` gives what the file holds when it is asked: fewer than at first for a file that becomes shorter. */
export function partialSource(bytes: Uint8Array, bytesNow: () => Uint8Array = () => bytes): PartialSource {
  const reads: (readonly [number, number])[] = [];
  return {
    size: bytes.length,
    read: (from, to) => {
      if (!(from >= 0 && from <= to && to <= bytes.length)) throw new Error(`read outside the file: ${String(from)}–${String(to)}`);
      reads.push([from, to]);
      return bytesNow().slice(from, to);
    },
    count: () => reads.reduce((sum, [from, to]) => sum + to - from, 0),
    reads: () => reads,
  };
}

/** The ways in which a file can be read besides from memory. */
export function partialWays(bytes: Uint8Array): readonly ByteSource[] {
  return [partialSource(bytes), inBlocks(partialSource(bytes))];
}
