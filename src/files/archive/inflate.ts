/**
 * Deflated bytes to plain ones, never more than a bound allows, whatever a header declares. Runs anywhere; where the
 * platform can do the same faster, it is told so once at the start (see ./inflate-node).
 */
import { Inflate, inflateSync } from 'fflate';

/** More comes out than the bound allows. */
export class InflatesTooLarge extends Error {}

/**
 * Inflates raw deflate data. `declaredBytes` is only a hint for the size of buffers. Throws `InflatesTooLarge` beyond
 * `bound` bytes, any other error where the data are damaged or end too soon.
 */
export type BoundedInflate = (data: Uint8Array, declaredBytes: number, bound: number) => Uint8Array;

/** Deflate expands at most 1,032 times, so 16 KB in are at most 16 MB out before the count is looked at. */
const STEP = 16 * 1024;
/** Below this, inflating at once into a buffer of the declared size costs at most 66 MB of work and is faster. */
const SMALL = 64 * 1024;

let chosen: BoundedInflate = inflatePlainly;

/** Inflates within the bound; see {@link BoundedInflate}. */
export function inflateBounded(data: Uint8Array, declaredBytes: number, bound: number): Uint8Array {
  return chosen(data, declaredBytes, bound);
}

/** Lets another implementation of the same promises do the work from now on, in this thread. */
export function useInflate(other: BoundedInflate): void {
  chosen = other;
}

/** A part of a zip as it lies there, and what the table of contents says of it. */
export interface PackedPart {
  readonly packed: Uint8Array;
  readonly declaredBytes: number;
  /** CRC-32 of what comes out. */
  readonly checksum: number;
}

/** What came out of several parts, in their order. */
export interface InflatedParts {
  readonly parts: readonly Uint8Array[];
  /** Gives their memory back at once, where the platform can: they are empty from then on. */
  readonly release: () => void;
}

/**
 * Inflates several parts in one go: what comes out of each has the declared size and checksum. Null where that is not so, or
 * where the platform has no way that is cheaper than one after another.
 */
export type InflateTogether = (parts: readonly PackedPart[]) => InflatedParts | null;

let together: InflateTogether = () => null;

/** Several parts at once, or null; see {@link InflateTogether}. */
export function inflateTogether(parts: readonly PackedPart[]): InflatedParts | null {
  return together(parts);
}

/** Lets the platform inflate several parts at once from now on, in this thread. */
export function useInflateTogether(other: InflateTogether): void {
  together = other;
}

/** The portable way; see {@link BoundedInflate}. */
export function inflatePlainly(data: Uint8Array, declaredBytes: number, bound: number): Uint8Array {
  if (data.length > SMALL || declaredBytes > bound) return inflateCounted(data, bound);
  // One byte more than declared: filling it proves that the header lied. fflate drops what does not fit.
  return inflateSync(data, { out: new Uint8Array(declaredBytes + 1) });
}

function inflateCounted(data: Uint8Array, bound: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  let count = 0;
  const state = { finished: false };
  const stream = new Inflate((piece, final) => {
    count += piece.length;
    if (count > bound) throw new InflatesTooLarge();
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
