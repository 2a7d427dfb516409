/** What a cell of a worksheet part says, from its type, its style and the text of its value. */
import type { Cell, CellValue } from '../../../core/cells/cell';
import { ReadingRefused, withPlainLines } from '../grid-builder';
import { isoToSerial, numberValue } from '../number-formats';
import type { PlainCell } from './plain-cell';
import { decodeEscapes, type CellString } from './cell-string';
import type { CellStyle } from './styles';

export interface SheetContext {
  readonly strings: readonly CellString[];
  readonly styles: readonly CellStyle[];
  readonly epoch1904: boolean;
}

const NO_VALUE: CellValue = { kind: 'empty' };

/** How an attribute says yes. */
export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true' || value === 'on';

/** The shared string of that number. A reference to one that is not there: what the cell said is lost, guessing would be worse. */
export function stringAt(index: number, { strings }: SheetContext): CellString {
  const string = strings[index];
  if (string === undefined) throw new ReadingRefused('damaged');
  return string;
}

/** The font of a text: its runs' where they name one, else that of the cell's style. */
export function fontOf(string: CellString | null, style: CellStyle | undefined): string | undefined {
  if (string?.runFont == null) return style?.legacyFont;
  return string.runFont === 'other' ? undefined : string.runFont;
}

/** The filled cell a plain cell stands for, line breaks plain; null where its value says nothing. */
export function plainValue(cell: PlainCell, source: string, context: SheetContext): Cell | null {
  const { column, type, whole } = cell;
  const style = context.styles[cell.style];
  if (type === 's' && whole >= 0) {
    const string = stringAt(whole, context);
    return string.text === '' ? null : filled(column, string.value, fontOf(string, style));
  }
  if (type === 'n' && whole >= 0) return filled(column, wholeValue(whole, style, context), style?.legacyFont);
  const raw = cell.rawOf(source);
  const string = type === 's' && raw !== '' ? stringAt(Number.parseInt(raw, 10), context) : null;
  const value = cellValue(type, raw, string, style, context);
  if (value.kind === 'empty' || (value.kind === 'text' && value.value === '')) return null;
  return filled(column, value.kind === 'text' ? { kind: 'text', value: withPlainLines(value.value) } : value, fontOf(string, style));
}

function filled(column: number, value: CellValue, font: string | undefined): Cell {
  return font === undefined ? { column, value } : { column, value, font };
}

/** Small whole numbers are most of all figures: one object each. */
const SMALL = 4096;
const small: CellValue[] = Array.from({ length: SMALL }, (_, value) => ({ kind: 'number', value }));

function wholeValue(whole: number, style: CellStyle | undefined, { epoch1904 }: SheetContext): CellValue {
  const format = style?.format ?? null;
  return (format === null ? small[whole] : undefined) ?? numberValue(whole, format, epoch1904);
}

/** The value of a cell; "empty" where it says nothing. `string` is its shared or inline string, if it has one. */
export function cellValue(
  type: string,
  raw: string | null,
  string: CellString | null,
  style: CellStyle | undefined,
  context: SheetContext,
): CellValue {
  if (string !== null) return string.value;
  if (raw === null || raw === '') return NO_VALUE;
  switch (type) {
    case 'b':
      return { kind: 'boolean', value: isTrue(raw.trim()) };
    case 'e':
      return { kind: 'error', code: raw.trim() };
    case 'str':
    case 'inlineStr':
      return { kind: 'text', value: decodeEscapes(raw) };
    case 'd': {
      const serial = isoToSerial(raw, context.epoch1904);
      if (serial === null) return { kind: 'text', value: raw };
      return numberValue(serial, style?.format ?? 'm/d/yy', context.epoch1904);
    }
    default: {
      const trimmed = raw.trim();
      if (trimmed === '') return NO_VALUE;
      const value = Number(trimmed);
      // Excel writes no such thing; what is not a number is kept letter by letter and stays text.
      if (!Number.isFinite(value) || /^0[xob]/i.test(trimmed)) return { kind: 'text', value: raw };
      return numberValue(value, style?.format ?? null, context.epoch1904);
    }
  }
}
