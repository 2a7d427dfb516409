/** Shared and inline strings: rich text flattened, phonetic guides left out, Excel's own escapes resolved. */
import type { GuardedZip } from '../../archive/zip-guard';
import { isLegacyFont } from '../legacy-fonts';
import type { ReadLimits } from '../limits';
import { scanPart } from '../part-reader';
import { unescapeXml, XmlError, type XmlScanner } from '../xml-scanner';

export interface CellString {
  readonly text: string;
  /** What the runs of rich text say about the font: a legacy font, "other" where each run names another, else null. */
  readonly runFont: string | null;
}

/** "_x000D_" is a carriage return, "_x005F_" an underline that keeps the next from being one (ECMA-376 22.9.2.19). */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Reads the string whose element (si, is) was just opened, up to its end. */
export function readString(scanner: XmlScanner): CellString {
  const outer = scanner.depth;
  let text = '';
  let legacy: string | null = null;
  let runs = 0;
  let namedRuns = 0;
  for (;;) {
    const event = scanner.next();
    if (event === 'end') throw new XmlError('unexpected end');
    if (event === 'close' && scanner.depth < outer) break;
    if (event !== 'open') continue;
    if (scanner.name === 't') text += scanner.collectText();
    else if (scanner.name === 'rPh') scanner.skip();
    else if (scanner.name === 'r') runs += 1;
    else if (scanner.name === 'rFont') {
      const name = scanner.attribute('val') ?? '';
      namedRuns += 1;
      if (legacy === null && isLegacyFont(name)) legacy = name;
    }
  }
  const runFont = legacy ?? (runs > 0 && namedRuns >= runs ? 'other' : null);
  return { text: decodeEscapes(text), runFont };
}

const OPENINGS = ['<si><t>', '<si><t xml:space="preserve">'] as const;
const CLOSING = '</t></si>';

/** The shared strings of a workbook; empty when it has none. */
export function readSharedStrings(zip: GuardedZip, part: string | null, limits: ReadLimits): readonly CellString[] {
  const scanner = part === null ? null : scanPart(zip, part, limits);
  const strings: CellString[] = [];
  if (scanner === null) return strings;
  /** A string without runs or guides; all others are left to the scanner. */
  const takeString = (source: string, at: number): number => {
    const opening = OPENINGS.find((one) => source.startsWith(one, at));
    if (opening === undefined) return -1;
    const from = at + opening.length;
    const end = source.indexOf('<', from);
    if (end < 0 || !source.startsWith(CLOSING, end)) return -1;
    const text = source.slice(from, end);
    if (text.includes('>')) return -1;
    strings.push({ text: decodeEscapes(unescapeXml(text)), runFont: null });
    return end + CLOSING.length;
  };
  for (;;) {
    if (scanner.takePlain(takeString)) continue;
    const event = scanner.next();
    if (event === 'end') return strings;
    if (event === 'open' && scanner.name === 'si') strings.push(readString(scanner));
  }
}
