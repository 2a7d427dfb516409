/** Of all styles only two things matter: the number format of a cell, and whether its font is one of a legacy encoding. */
import type { GuardedZip } from '../../archive/zip-guard';
import { isLegacyFont } from '../legacy-fonts';
import { KnownParts } from '../known-parts';
import type { ReadLimits } from '../limits';
import { builtInFormat, generalAsNull } from '../number-formats';
import { scanPart } from '../part-reader';

export interface CellStyle {
  /** Null for "General". */
  readonly format: string | null;
  /** The font's name when it is a legacy font. */
  readonly legacyFont: string | undefined;
}

const known = new KnownParts<readonly CellStyle[]>();

/** The cell styles in the order cells refer to them; empty when the workbook has no styles part. */
export function readStyles(zip: GuardedZip, part: string | null, limits: ReadLimits): readonly CellStyle[] {
  return part === null ? [] : known.take(zip, part, limits, () => parseStyles(zip, part, limits));
}

function parseStyles(zip: GuardedZip, part: string, limits: ReadLimits): readonly CellStyle[] {
  const scanner = scanPart(zip, part, limits);
  if (scanner === null) return [];
  const formats = new Map<number, string>();
  const fonts: (string | undefined)[] = [];
  const pairs: { format: number; font: number }[] = [];
  const path: string[] = [];
  for (let event = scanner.next(); event !== 'end'; event = scanner.next()) {
    if (event === 'close') path.pop();
    if (event !== 'open') continue;
    const parent = path.at(-1);
    path.push(scanner.name);
    if (scanner.name === 'numFmt' && parent === 'numFmts') {
      formats.set(Number.parseInt(scanner.attribute('numFmtId') ?? '', 10), scanner.attribute('formatCode') ?? 'General');
    } else if (scanner.name === 'font' && parent === 'fonts') {
      fonts.push(undefined);
    } else if (scanner.name === 'name' && parent === 'font' && path.at(-3) === 'fonts') {
      const name = scanner.attribute('val') ?? '';
      if (isLegacyFont(name)) fonts[fonts.length - 1] = name;
    } else if (scanner.name === 'xf' && parent === 'cellXfs') {
      pairs.push({
        format: Number.parseInt(scanner.attribute('numFmtId') ?? '0', 10),
        font: Number.parseInt(scanner.attribute('fontId') ?? '0', 10),
      });
    }
  }
  return pairs.map((pair) => {
    const code = formats.get(pair.format) ?? builtInFormat(pair.format);
    return { format: generalAsNull(code), legacyFont: fonts[pair.font] };
  });
}
