/**
 * The fingerprint by which the same file sent twice is recognised: SHA-256 over what was looked at (see
 * docs/decisions/0007). It is the same whichever way a file came: from a disk, from memory, out of an archive, picked in
 * the pane.
 */
import type { Look } from './archive/byte-source';

/** Files of at most this many bytes are read at once and count with all their bytes. Part of what fingerprints mean. */
export const WHOLE_BYTES = 256 * 1024;

/** Gives the SHA-256 of pieces one after another in lower-case hexadecimal, 64 characters. */
export type Digest = (pieces: readonly Uint8Array[]) => string | Promise<string>;

/** What of one large file was looked at. */
export class LookedAt {
  private readonly size: number;
  private readonly stretches: { readonly from: number; readonly bytes: Uint8Array }[] = [];

  /** `size` is that of the file, in bytes. */
  constructor(size: number) {
    this.size = size;
  }

  /** To be told of each stretch once, in any order. */
  readonly look: Look = (from, bytes) => {
    this.stretches.push({ from, bytes });
  };

  /**
   * What the fingerprint is taken of. A file that was read whole: its bytes. Else the file's size, then, from the front of
   * the file to its end, each stretch behind its place and length; the numbers in eight bytes each, the lowest first.
   * Null where nothing was looked at.
   */
  pieces(): readonly Uint8Array[] | null {
    const [first] = this.stretches;
    if (first === undefined) return null;
    if (first.bytes.length === this.size) return [first.bytes];
    const inOrder = [...this.stretches].sort((a, b) => a.from - b.from || a.bytes.length - b.bytes.length);
    return [numbers(this.size), ...inOrder.flatMap(({ from, bytes }) => [numbers(from, bytes.length), bytes])];
  }
}

function numbers(...values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * 8));
  values.forEach((value, index) => {
    view.setBigUint64(index * 8, BigInt(value), true);
  });
  return new Uint8Array(view.buffer);
}

/** See {@link Digest}. Works in Node, in workers and in the pane. */
export async function digestPieces(pieces: readonly Uint8Array[]): Promise<string> {
  const digest = await globalThis.crypto.subtle.digest('SHA-256', joined(pieces));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The platform takes one piece only, and a view on shared memory not everywhere. */
function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const [first] = pieces;
  if (pieces.length === 1 && first?.buffer instanceof ArrayBuffer) return first as Uint8Array<ArrayBuffer>;
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
