/** Estimates how tall a row must be for wrapped text in merged cells, which no host fits by itself. */
import { STANDARD_SIZE } from './cell-styles';

/** Line height in points of Times New Roman, per point of size. */
const LEADING = 1.25;
/** Average width of a letter in digits of the same size: small letters are about as wide as a digit, capitals wider. */
const SMALL = 0.9;
const CAPITAL = 1.38;
const BOLD = 1.06;

/** Width of a text in characters of the standard font. */
export function widthOfText(text: string, size: number, bold: boolean): number {
  let width = 0;
  for (const letter of text) width += letter !== letter.toLowerCase() ? CAPITAL : SMALL;
  return (width * (bold ? BOLD : 1) * size) / STANDARD_SIZE;
}

/** How many lines a text takes when wrapped at words into a column of this width (characters of the standard font). */
export function linesOf(text: string, width: number, size: number, bold: boolean): number {
  const space = widthOfText(' ', size, bold);
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let used = 0;
    lines += 1;
    for (const word of paragraph.split(' ')) {
      const wide = widthOfText(word, size, bold);
      if (used > 0 && used + space + wide > width) {
        lines += 1;
        used = 0;
      }
      used += (used > 0 ? space : 0) + wide;
      if (used > width && width > 0) {
        lines += Math.ceil(used / width) - 1;
        used %= width;
      }
    }
  }
  return lines;
}

/** Height in points for a text in a column of this width; at most what Excel allows (409). */
export function heightOf(text: string, width: number, size: number, bold: boolean): number {
  return Math.min(409, Math.ceil(linesOf(text, width, size, bold) * size * LEADING + 4));
}
