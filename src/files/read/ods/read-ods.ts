/** .ods: content.xml straight to cells. Repeated rows and columns cost nothing until they hold something. */
import type { CellGrid, CellValue, WorkbookCells } from '../../../core/cells/cell';
import type { GuardedZip } from '../../archive/zip-guard';
import { CellBudget, GridBuilder, ReadingRefused } from '../grid-builder';
import { describeCount, MAX_COLUMNS, MAX_ROWS, type ReadLimits } from '../limits';
import { isoToSerial, numberValue, serialToIso } from '../number-formats';
import { scanPart } from '../part-reader';
import { NO_PROPERTIES, readProperties } from '../xlsx/properties';
import { XmlError, XmlScanner } from '../xml-scanner';
import { OdsStyles } from './styles';

function count(text: string | undefined): number {
  const value = text === undefined ? 1 : Number.parseInt(text, 10);
  return value >= 1 ? value : 1;
}

/** True when the package declares any of its parts encrypted. */
export function isOdsEncrypted(zip: GuardedZip, limits: ReadLimits): boolean {
  if (zip.find('encrypted-package') !== null) return true;
  const scanner = scanPart(zip, 'META-INF/manifest.xml', limits);
  if (scanner === null) return false;
  for (let event = scanner.next(); event !== 'end'; event = scanner.next()) {
    if (event === 'open' && scanner.name === 'encryption-data') return true;
  }
  return false;
}

/** Reads all tables in order. Throws `ReadingRefused` and `XmlError`. */
export function readOds(zip: GuardedZip, limits: ReadLimits): WorkbookCells {
  const styles = new OdsStyles();
  const named = scanPart(zip, 'styles.xml', limits);
  if (named !== null) {
    for (let event = named.next(); event !== 'end'; event = named.next()) {
      if (event !== 'open') continue;
      if (named.name === 'master-styles') named.skip();
      else styles.take(named);
    }
  }
  const scanner = scanPart(zip, 'content.xml', limits);
  if (scanner === null) throw new ReadingRefused('damaged');
  return { sheets: readTables(scanner, styles, limits), properties: readProperties(zip, ['meta.xml'], limits) };
}

/** A flat OpenDocument file: the same elements in one text. Throws `ReadingRefused` and `XmlError`. */
export function readFlatOds(text: string, limits: ReadLimits): WorkbookCells {
  const scanner = new XmlScanner(text, limits.xmlDepth);
  return { sheets: readTables(scanner, new OdsStyles(), limits), properties: NO_PROPERTIES };
}

function readTables(scanner: XmlScanner, styles: OdsStyles, limits: ReadLimits): readonly CellGrid[] {
  const sheets: CellGrid[] = [];
  const budget = new CellBudget(limits);
  let inSpreadsheet = false;
  for (let event = scanner.next(); event !== 'end'; event = scanner.next()) {
    if (event !== 'open') continue;
    if (scanner.name === 'spreadsheet') inSpreadsheet = true;
    else if (!inSpreadsheet) styles.take(scanner);
    else if (scanner.name === 'tracked-changes' || scanner.name === 'dde-links') scanner.skip();
    else if (scanner.name === 'table') {
      if (sheets.length >= limits.sheets) {
        throw new ReadingRefused('too-many-cells', `${describeCount(limits.sheets)} trang tính`);
      }
      sheets.push(readTable(scanner, styles, budget));
    }
  }
  return sheets;
}

function readTable(scanner: XmlScanner, styles: OdsStyles, budget: CellBudget): CellGrid {
  const name = scanner.attribute('name') ?? '';
  const hidden = styles.isTableHidden(scanner.attribute('style-name'));
  const grid = new GridBuilder(budget);
  const outer = scanner.depth;
  let row = 0;
  let column = 0;
  for (;;) {
    const event = scanner.next();
    if (event === 'end') throw new XmlError('unexpected end');
    if (event === 'close' && scanner.depth < outer) break;
    if (event !== 'open') continue;
    if (scanner.name === 'table-column') {
      const repeat = count(scanner.attribute('number-columns-repeated'));
      if (isOutOfSight(scanner)) grid.hideColumns(column, Math.min(column + repeat, MAX_COLUMNS) - 1);
      column += repeat;
    } else if (scanner.name === 'table-row') {
      const repeat = count(scanner.attribute('number-rows-repeated'));
      readRow(scanner, row, repeat, styles, grid);
      row += repeat;
    } else if (scanner.name === 'shapes' || scanner.name === 'table') scanner.skip();
  }
  return grid.build(name, hidden ? 'hidden' : 'visible');
}

function isOutOfSight(scanner: XmlScanner): boolean {
  const visibility = scanner.attribute('table:visibility') ?? scanner.attribute('visibility');
  return visibility === 'collapse' || visibility === 'filter';
}

function readRow(scanner: XmlScanner, row: number, repeat: number, styles: OdsStyles, grid: GridBuilder): void {
  const outer = scanner.depth;
  const hidden = isOutOfSight(scanner);
  let column = 0;
  let filled = false;
  for (;;) {
    const event = scanner.next();
    if (event === 'end') throw new XmlError('unexpected end');
    if (event === 'close' && scanner.depth < outer) break;
    if (event !== 'open') continue;
    if (scanner.name === 'covered-table-cell') {
      // What lies under a merged area is not shown; Excel would not have kept it.
      column += count(scanner.attribute('number-columns-repeated'));
      scanner.skip();
    } else if (scanner.name === 'table-cell') {
      const across = count(scanner.attribute('number-columns-repeated'));
      const spanDown = count(scanner.attribute('number-rows-spanned'));
      const spanAcross = count(scanner.attribute('number-columns-spanned'));
      const font = styles.legacyFont(scanner.attribute('style-name'));
      const formula = scanner.attribute('formula') !== undefined;
      const value = readCell(scanner, styles.format(scanner.attribute('style-name')), formula);
      if (spanDown > 1 || spanAcross > 1) {
        grid.merge({ top: row, left: column, bottom: row + spanDown - 1, right: column + spanAcross - 1 });
      }
      if (value.kind !== 'empty' && !(value.kind === 'text' && value.value === '')) {
        filled = true;
        for (let down = 0; down < repeat; down++) {
          for (let step = 0; step < across; step++) grid.add(row + down, column + step, value, formula, font);
        }
      }
      column += across;
    }
  }
  if (hidden && filled) for (let down = 0; down < Math.min(repeat, MAX_ROWS); down++) grid.hideRow(row + down);
}

/** Reads the cell just opened, to its end. */
function readCell(scanner: XmlScanner, format: string | null, formula: boolean): CellValue {
  const type = scanner.attribute('office:value-type') ?? scanner.attribute('value-type');
  const isError = scanner.attribute('calcext:value-type') === 'error';
  const value = scanner.attribute('value');
  const date = scanner.attribute('date-value');
  const time = scanner.attribute('time-value');
  const boolean = scanner.attribute('boolean-value');
  const string = scanner.attribute('string-value');
  const text = readCellText(scanner);
  if (isError || (formula && type === 'string' && /^(#[A-Z/0!?]+|Err:\d+)$/.test(text))) return { kind: 'error', code: text };
  switch (type) {
    case 'float':
    case 'currency':
    case 'percentage': {
      const number = value === undefined || value.trim() === '' ? Number.NaN : Number(value);
      return Number.isFinite(number) ? numberValue(number, format, false) : { kind: 'text', value: value ?? text };
    }
    case 'date': {
      const serial = date === undefined ? null : isoToSerial(date, false);
      const iso = serial === null ? null : serialToIso(serial, false);
      if (serial === null || iso === null) return { kind: 'text', value: text };
      return { kind: 'date', iso, serial, format: format ?? 'yyyy-mm-dd' };
    }
    case 'time': {
      const match = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?$/.exec(time ?? '');
      const part = (digits: string | undefined): number =>
        digits === undefined ? 0 : Number.parseFloat(digits.replace(',', '.'));
      const serial = match === null ? null : (part(match[1]) * 3600 + part(match[2]) * 60 + part(match[3])) / 86_400;
      const iso = serial === null ? null : serialToIso(serial, false);
      if (serial === null || iso === null) return { kind: 'text', value: text };
      return { kind: 'date', iso, serial, format: format ?? 'h:mm:ss' };
    }
    case 'boolean':
      return { kind: 'boolean', value: boolean === 'true' };
    case 'string':
      return { kind: 'text', value: text === '' && string !== undefined ? string : text };
    default:
      if (formula) return { kind: 'uncalculated' };
      return text === '' ? { kind: 'empty' } : { kind: 'text', value: text };
  }
}

/** The paragraphs of a cell, one a line. Notes, drawings and anything else beside them are left out. */
function readCellText(scanner: XmlScanner): string {
  const outer = scanner.depth;
  let paragraphs: string[] | null = null;
  for (;;) {
    const event = scanner.next();
    if (event === 'end') throw new XmlError('unexpected end');
    if (event === 'close' && scanner.depth < outer) break;
    if (event !== 'open') continue;
    if (scanner.name === 'p') (paragraphs ??= []).push(readParagraph(scanner));
    else scanner.skip();
  }
  return paragraphs === null ? '' : paragraphs.join('\n');
}

function readParagraph(scanner: XmlScanner): string {
  const outer = scanner.depth;
  let text = '';
  for (;;) {
    const event = scanner.next();
    if (event === 'end') throw new XmlError('unexpected end');
    if (event === 'close' && scanner.depth < outer) return text;
    // White space in the file is layout; the spaces a person typed are elements of their own.
    if (event === 'text') text += scanner.text.replace(/[ \t\r\n]+/g, ' ');
    if (event !== 'open') continue;
    if (scanner.name === 's') text += ' '.repeat(Math.min(count(scanner.attribute('c')), 10_000));
    else if (scanner.name === 'tab') text += '\t';
    else if (scanner.name === 'line-break') text += '\n';
    else if (scanner.name === 'annotation' || scanner.name === 'ruby-text') scanner.skip();
  }
}
