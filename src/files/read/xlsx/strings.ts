/** The shared strings of a workbook. */
import type { GuardedZip } from '../../archive/zip-guard';
import type { ReadLimits } from '../limits';
import { readPart, scanBytes } from '../part-reader';
import { readString, type CellString } from './cell-string';
import { recallStrings } from './known-strings';

/** In the order in which cells refer to them; empty when the workbook has none. */
export function readSharedStrings(zip: GuardedZip, part: string | null, limits: ReadLimits): readonly CellString[] {
  const bytes = part === null ? null : readPart(zip, part);
  if (bytes === null) return [];
  return recallStrings(bytes, limits) ?? scanStrings(bytes, limits);
}

function scanStrings(bytes: Uint8Array, limits: ReadLimits): readonly CellString[] {
  const scanner = scanBytes(bytes, limits);
  const strings: CellString[] = [];
  if (scanner === null) return strings;
  for (let event = scanner.next(); event !== 'end'; event = scanner.next()) {
    if (event === 'open' && scanner.name === 'si') strings.push(readString(scanner));
  }
  return strings;
}
