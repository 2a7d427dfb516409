/** One worksheet part of an .xlsx or .xlsm: rows, cells, hidden rows and columns, merges. Nothing else is looked at. */
import type { CellValue } from '../../../core/cells/cell';
import { type GridBuilder, ReadingRefused } from '../grid-builder';
import { MAX_COLUMNS, MAX_ROWS } from '../limits';
import { isoToSerial, numberValue } from '../number-formats';
import type { XmlScanner } from '../xml-scanner';
import { PlainCell } from './plain-cell';
import { decodeEscapes, readString, type CellString } from './strings';
import type { CellStyle } from './styles';

export interface SheetContext {
  readonly strings: readonly CellString[];
  readonly styles: readonly CellStyle[];
  readonly epoch1904: boolean;
}

const UNCALCULATED: CellValue = { kind: 'uncalculated' };
const NO_VALUE: CellValue = { kind: 'empty' };

/** "BC12" → zero-based place, or null. Written out because it runs once a cell. */
function parsePlace(reference: string): { readonly row: number; readonly column: number } | null {
  let column = 0;
  let at = 0;
  for (; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) & 0xdf;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + (letter - 64);
  }
  let row = 0;
  for (; at < reference.length; at++) {
    const digit = reference.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return null;
    row = row * 10 + digit;
  }
  if (column < 1 || column > MAX_COLUMNS || row < 1 || row > MAX_ROWS) return null;
  return { row: row - 1, column: column - 1 };
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true' || value === 'on';

/** Reads the sheet into the builder. Throws `XmlError` or `ReadingRefused`. */
export function readSheetXml(scanner: XmlScanner, context: SheetContext, grid: GridBuilder): void {
  let row = -1;
  let column = -1;
  const plain = new PlainCell();
  for (;;) {
    if (scanner.takePlain(plain.take)) {
      column = plain.column;
      if (plain.raw !== null) addPlainCell(plain, plain.raw, context, grid);
      continue;
    }
    const event = scanner.next();
    if (event === 'end') return;
    if (event !== 'open') continue;
    switch (scanner.name) {
      case 'row': {
        const number = scanner.attribute('r');
        row = number === undefined ? row + 1 : Number.parseInt(number, 10) - 1;
        if (!(row >= 0 && row < MAX_ROWS)) throw new ReadingRefused('damaged');
        column = -1;
        if (isTrue(scanner.attribute('hidden'))) grid.hideRow(row);
        break;
      }
      case 'c': {
        const reference = scanner.attribute('r');
        const place = reference === undefined ? { row, column: column + 1 } : parsePlace(reference);
        if (place === null) throw new ReadingRefused('damaged');
        column = place.column;
        readCell(scanner, place.row, place.column, context, grid);
        break;
      }
      case 'col':
        if (isTrue(scanner.attribute('hidden'))) {
          const from = Number.parseInt(scanner.attribute('min') ?? '', 10) - 1;
          grid.hideColumns(from, Number.parseInt(scanner.attribute('max') ?? '', 10) - 1);
        }
        break;
      case 'mergeCell': {
        const [first, last] = (scanner.attribute('ref') ?? '').split(':');
        const from = parsePlace(first ?? '');
        const to = parsePlace(last ?? first ?? '');
        if (from !== null && to !== null) {
          grid.merge({ top: from.row, left: from.column, bottom: to.row, right: to.column });
        }
        break;
      }
      case 'extLst':
      case 'conditionalFormatting':
      case 'dataValidations':
        scanner.skip();
        break;
      default:
    }
  }
}

function readCell(scanner: XmlScanner, row: number, column: number, context: SheetContext, grid: GridBuilder): void {
  const type = scanner.attribute('t') ?? 'n';
  const style = scanner.attribute('s');
  const outer = scanner.depth;
  let formula = false;
  let raw: string | null = null;
  let inline: CellString | null = null;
  for (;;) {
    const event = scanner.next();
    if (event === 'close' && scanner.depth < outer) break;
    if (event !== 'open') continue;
    if (scanner.name === 'v') raw = scanner.collectText();
    else if (scanner.name === 'f') {
      formula = true;
      scanner.skip();
    } else if (scanner.name === 'is') inline = readString(scanner);
    else scanner.skip();
  }
  addCell(row, column, { type, style, raw, formula, inline }, context, grid);
}

function addPlainCell({ row, column, type, style }: PlainCell, raw: string, context: SheetContext, grid: GridBuilder): void {
  const look = context.styles[style];
  if (type !== 's' || raw === '') {
    grid.add(row, column, cellValue(type, raw, null, look, context), false, look?.legacyFont);
    return;
  }
  const string = stringAt(raw, context);
  const font = string.runFont === null ? look?.legacyFont : string.runFont === 'other' ? undefined : string.runFont;
  grid.add(row, column, { kind: 'text', value: string.text }, false, font);
}

function stringAt(raw: string, context: SheetContext): CellString {
  const string = context.strings[Number.parseInt(raw, 10)];
  // A reference to a string that is not there: what the cell said is lost, and guessing would be worse.
  if (string === undefined) throw new ReadingRefused('damaged');
  return string;
}

/** A cell as it is written: its type, the number of its style, its value. */
interface WrittenCell {
  readonly type: string;
  readonly style: string | undefined;
  readonly raw: string | null;
  readonly formula: boolean;
  readonly inline: CellString | null;
}

function addCell(row: number, column: number, cell: WrittenCell, context: SheetContext, grid: GridBuilder): void {
  const { type, raw, formula, inline } = cell;
  const style = context.styles[cell.style === undefined ? 0 : Number.parseInt(cell.style, 10)];
  let font = style?.legacyFont;
  let string = inline;
  if (type === 's' && raw !== null && raw !== '') string = stringAt(raw, context);
  if (string !== null && string.runFont !== null) font = string.runFont === 'other' ? undefined : string.runFont;

  if (formula && inline === null && (raw === null || (raw === '' && type !== 'str'))) {
    grid.add(row, column, UNCALCULATED, true, font);
    return;
  }
  grid.add(row, column, cellValue(type, raw, string, style, context), formula, font);
}

function cellValue(
  type: string,
  raw: string | null,
  string: CellString | null,
  style: CellStyle | undefined,
  context: SheetContext,
): CellValue {
  if (string !== null) return { kind: 'text', value: string.text };
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
