/** Files read now beside those read before: nothing that was read is lost, and no two files share a path. */
import type { Received } from '../core/consolidation/received';

/**
 * The earlier files with the late ones added. A late file with the path of an earlier one takes its place when it is the
 * same file (equal fingerprints) or the earlier one gave no figures; otherwise both stay and the late one gets a number,
 * "PL2 (2).xlsx": offices of different units use the same names, and whether one replaces the other is decided later,
 * by unit.
 */
export function joinReceived(earlier: readonly Received[], late: readonly Received[]): readonly Received[] {
  const all = new Map(earlier.map((one) => [one.file, one]));
  for (const one of late) {
    let path = one.file;
    for (let number = 2; ; number += 1) {
      const there = all.get(path);
      if (there === undefined || mayReplace(there, one)) break;
      path = numbered(one.file, number);
    }
    all.set(path, path === one.file ? one : { ...one, file: path });
  }
  return [...all.values()];
}

function mayReplace(earlier: Received, late: Received): boolean {
  return earlier.outcome === 'refused' || (earlier.hash !== null && earlier.hash === late.hash);
}

/** "xã/PL2.xlsx" → "xã/PL2 (2).xlsx". */
export function numbered(path: string, number: number): string {
  const dot = path.lastIndexOf('.');
  const cut = dot > path.lastIndexOf('/') + 1 ? dot : path.length;
  return `${path.slice(0, cut)} (${String(number)})${path.slice(cut)}`;
}
