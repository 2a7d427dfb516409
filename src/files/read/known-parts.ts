/**
 * Parts that files of one origin have in common. Reports are filled into the same form, so most received files carry the
 * very same styles, relationships and list of sheets: what one of them was found to say is kept and not worked out again.
 * Equal means: the same packed bytes under the same declared size and checksum, which were verified the first time.
 */
import type { GuardedZip } from '../archive/zip-guard';
import type { ReadLimits } from './limits';

interface KnownPart<T> {
  readonly packed: Uint8Array;
  readonly method: number;
  readonly declaredBytes: number;
  readonly checksum: number;
  readonly limits: ReadLimits;
  readonly content: T;
}

/** A folder comes from a handful of programs; larger parts differ anyway. */
const MOST = 8;
const LONGEST = 64 * 1024;

export class KnownParts<T> {
  private readonly known: KnownPart<T>[] = [];

  /** What the part says: as found before, or by `parse`. What is given out is shared and must not be changed. */
  take(zip: GuardedZip, path: string, limits: ReadLimits, parse: () => T): T {
    const entry = zip.find(path);
    const packed = entry === null || entry.encrypted ? null : zip.packed(entry);
    if (entry === null || packed === null || packed.length > LONGEST) return parse();
    const { method, declaredBytes, checksum } = entry;
    const found = this.known.find(
      (one) =>
        one.checksum === checksum &&
        one.declaredBytes === declaredBytes &&
        one.method === method &&
        one.limits === limits &&
        sameBytes(one.packed, packed),
    );
    if (found !== undefined) return found.content;
    const content = parse();
    if (this.known.length >= MOST) this.known.shift();
    this.known.push({ packed: packed.slice(), method, declaredBytes, checksum, limits, content });
    return content;
  }
}

type SameBytes = (a: Uint8Array, b: Uint8Array) => boolean;

let sameBytes: SameBytes = (a, b) => {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
};

/** Lets the platform compare bytes from now on, in this thread. */
export function useSameBytes(other: SameBytes): void {
  sameBytes = other;
}
