/** A shared or inline string: rich text flattened, phonetic guides left out, Excel's own escapes resolved. */
import type { CellValue } from '../../../core/cells/cell';
import { withPlainLines } from '../grid-builder';
import { isLegacyFont } from '../legacy-fonts';
import { XmlError, type XmlScanner } from '../xml-scanner';

export interface CellString {
  readonly text: string;
  /** The text as the value of a cell; one object for all cells that hold it. */
  readonly value: CellValue;
  /** What the runs of rich text say about the font: a legacy font, "other" where each run names another, else null. */
  readonly runFont: string | null;
}

function cellString(text: string, runFont: string | null): CellString {
  return { text, value: { kind: 'text', value: withPlainLines(text) }, runFont };
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
  return cellString(decodeEscapes(text), runFont);
}
