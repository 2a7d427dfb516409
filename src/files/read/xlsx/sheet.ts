/** One worksheet part of an .xlsx or .xlsm: rows, cells, hidden rows and columns, merges. Nothing else is looked at. */
import type { CellValue } from '../../../core/cells/cell';
import { type GridBuilder, ReadingRefused } from '../grid-builder';
import { MAX_COLUMNS, MAX_ROWS } from '../limits';
import type { XmlScanner } from '../xml-scanner';
import { cellValue, fontOf, isTrue, stringAt, type SheetContext } from './cell-values';
import { PlainRow } from './plain-row';
import { readString, type CellString } from './cell-string';

const UNCALCULATED: CellValue = { kind: 'uncalculated' };

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

/** What a sheet is read into. */
export type SheetTarget = Pick<GridBuilder, 'add' | 'addRow' | 'hideRow' | 'hideColumns' | 'merge'>;

/** Reads the sheet into the builder. Throws `XmlError` or `ReadingRefused`. */
export function readSheetXml(scanner: XmlScanner, context: SheetContext, grid: SheetTarget): void {
  let row = -1;
  let column = -1;
  const plain = new PlainRow(context, grid);
  for (;;) {
    if (scanner.takePlain(plain.take)) {
      row = plain.row;
      continue;
    }
    if (scanner.takePlain(plain.takeCell)) {
      column = plain.column;
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

function readCell(scanner: XmlScanner, row: number, column: number, context: SheetContext, grid: SheetTarget): void {
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

/** A cell as it is written: its type, the number of its style, its value. */
interface WrittenCell {
  readonly type: string;
  readonly style: string | undefined;
  readonly raw: string | null;
  readonly formula: boolean;
  readonly inline: CellString | null;
}

function addCell(row: number, column: number, cell: WrittenCell, context: SheetContext, grid: SheetTarget): void {
  const { type, raw, formula, inline } = cell;
  const style = context.styles[cell.style === undefined ? 0 : Number.parseInt(cell.style, 10)];
  const string = type === 's' && raw !== null && raw !== '' ? stringAt(Number.parseInt(raw, 10), context) : inline;
  const font = fontOf(string, style);

  if (formula && inline === null && (raw === null || (raw === '' && type !== 'str'))) {
    grid.add(row, column, UNCALCULATED, true, font);
    return;
  }
  grid.add(row, column, cellValue(type, raw, string, style, context), formula, font);
}
