/** Writing into cells: shapes, types, formulas, protection, and the notes and events that follow. */
import { isWellFormed, joinTokens, tokenize } from '../formulas/tokens';
import { BLANK, isFormulaInput, isValidNumberFormat, readConstant, type CellContent, type Scalar } from './cell';
import { patchFormat } from './cell-format';
import { HostError, invalidArgument, wrongShape } from './host-error';
import { requireAllowed, requireUnlocked } from './protection';
import { cellCount, columnCount, intersect, isUnbounded, rowCount, subtract, type Rect } from './rect';
import { keyOf, type Sheet } from './sheet';
import { keysIn, putContent } from './store';
import { renameTableColumn } from './table-headings';
import type { Actor, ChangeDetails, Workbook } from './workbook';

const MAX_FORMULA = 8192;
const MAX_TEXT = 32_767;

/** Excel's limit for one request on the web: five million cells. */
export const MAX_CELLS = 5_000_000;

/**
 * The rows of a two-dimensional input, or the same value for every cell.
 * InvalidArgument for other shapes, for a range without bounds, and for values that are no cell values.
 */
export function readMatrix(input: unknown, rect: Rect): (row: number, column: number) => unknown {
  if (isUnbounded(rect)) throw invalidArgument();
  if (cellCount(rect) > MAX_CELLS) throw new HostError('RangeExceedsLimit', 'The cell count exceeds the limit.');
  if (!Array.isArray(input)) return () => input;
  const lines: unknown[] = input;
  if (lines.length !== rowCount(rect)) throw wrongShape();
  const width = columnCount(rect);
  for (const line of lines) {
    if (!Array.isArray(line) || line.length !== width) throw wrongShape();
  }
  const table = lines as unknown[][];
  return (row, column) => table[row]?.[column];
}

function toScalar(value: unknown): Scalar | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') {
    if (value.length > MAX_TEXT) throw invalidArgument();
    return value;
  }
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw invalidArgument();
}

/** Function names and cell references in capitals, as Excel stores them; refuses what is no formula. */
export function normalizeFormula(input: string): string {
  if (input.length > MAX_FORMULA) {
    throw new HostError('FormulaLengthExceedsLimit', 'The formula is longer than 8192 characters.');
  }
  const text = input.startsWith('=') ? input : `=${input.startsWith('@') ? input.slice(1) : input}`;
  if (!isWellFormed(text)) throw invalidArgument();
  const tokens = tokenize(text) ?? [];
  return joinTokens(
    tokens.map((token) => {
      if (token.kind === 'function' && token.sheet === null) return { ...token, text: token.text.toUpperCase() };
      if (token.kind === 'boolean') return { ...token, text: token.text.toUpperCase() };
      if (token.kind !== 'reference') return token;
      const prefix = token.text.slice(0, token.text.length - token.body.length);
      return { ...token, text: prefix + token.body.toUpperCase() };
    }),
  );
}

function patchCell(sheet: Sheet, row: number, column: number, numberFormat: string): void {
  sheet.formats.set(keyOf(row, column), patchFormat(sheet.format(row, column), { numberFormat }));
}

/** One cell's input as Range.values takes it. Returns false when the cell is left alone. */
function enter(workbook: Workbook, sheet: Sheet, row: number, column: number, value: Scalar | null): boolean {
  if (value === null) return false;
  const merge = sheet.mergeAt(row, column);
  if (merge !== null && (merge.top !== row || merge.left !== column)) return false;
  const key = keyOf(row, column);
  const { numberFormat } = sheet.format(row, column);
  if (typeof value === 'string' && numberFormat !== '@' && isFormulaInput(value)) {
    putContent(workbook, sheet, key, { value: 0, type: 'Double', formula: normalizeFormula(value) });
    sheet.hyperlinks.delete(key);
    return true;
  }
  const { content, suggestedFormat } = readConstant(value, numberFormat);
  if (suggestedFormat !== null && numberFormat === 'General') patchCell(sheet, row, column, suggestedFormat);
  putContent(workbook, sheet, key, content);
  if (content.type === 'Empty') sheet.hyperlinks.delete(key);
  const table = workbook.tableAt(sheet, row, column);
  if (table?.headerRow?.top === row) renameTableColumn(workbook, table, column - table.range.left, String(content.value));
  return true;
}

/** The `details` of an event: only single-cell changes have them (office-js 5347). */
export function detailsOf(before: CellContent, after: CellContent): ChangeDetails {
  return {
    valueBefore: before.value,
    valueAfter: after.value,
    valueTypeBefore: before.type,
    valueTypeAfter: after.type,
  };
}

/** Range.values and Range.formulas: null leaves a cell alone, "" empties it, everything else is entered. */
export function writeCells(workbook: Workbook, sheet: Sheet, rect: Rect, input: unknown, actor: Actor): void {
  const at = readMatrix(input, rect);
  requireUnlocked(sheet, rect);
  const single = cellCount(rect) === 1;
  const before = single ? sheet.content(rect.top, rect.left) : BLANK;
  let touched = false;
  for (let row = rect.top; row <= rect.bottom; row += 1) {
    for (let column = rect.left; column <= rect.right; column += 1) {
      const value = toScalar(at(row - rect.top, column - rect.left));
      touched = enter(workbook, sheet, row, column, value) || touched;
    }
  }
  if (!touched) return;
  workbook.note({ aspect: 'cells', sheet, rect });
  const details = single ? detailsOf(before, sheet.content(rect.top, rect.left)) : null;
  workbook.emit({ kind: 'changed', sheet, rect, changeType: 'RangeEdited', changeDirection: null, details, actor });
}

export function writeNumberFormats(workbook: Workbook, sheet: Sheet, rect: Rect, input: unknown): void {
  const at = readMatrix(input, rect);
  requireAllowed(sheet, 'allowFormatCells');
  for (let row = rect.top; row <= rect.bottom; row += 1) {
    for (let column = rect.left; column <= rect.right; column += 1) {
      const value = at(row - rect.top, column - rect.left);
      if (value === null || value === undefined) continue;
      if (typeof value !== 'string' || !isValidNumberFormat(value)) throw invalidArgument();
      patchCell(sheet, row, column, value === '' ? 'General' : value);
    }
  }
  workbook.note({ aspect: 'cells', sheet, rect });
}

/** Empties cells; array formulas whose first cell is emptied lose their spill at the next calculation. */
export function clearContents(workbook: Workbook, sheet: Sheet, rect: Rect, actor: Actor): void {
  requireUnlocked(sheet, rect);
  const single = cellCount(rect) === 1;
  const before = single ? sheet.content(rect.top, rect.left) : BLANK;
  for (const key of keysIn(sheet.cells, rect)) putContent(workbook, sheet, key, BLANK);
  workbook.note({ aspect: 'cells', sheet, rect });
  const details = single ? detailsOf(before, BLANK) : null;
  workbook.emit({ kind: 'changed', sheet, rect, changeType: 'RangeEdited', changeDirection: null, details, actor });
}

export function clearFormats(workbook: Workbook, sheet: Sheet, rect: Rect): void {
  requireAllowed(sheet, 'allowFormatCells');
  for (const key of keysIn(sheet.formats, rect)) sheet.formats.delete(key);
  for (const [row, info] of sheet.rows) {
    if (info.format === undefined || row < rect.top || row > rect.bottom) continue;
    const { format: _format, ...rest } = info;
    sheet.rows.set(row, rest);
  }
  for (const [column, info] of sheet.columns) {
    if (info.format === undefined || column < rect.left || column > rect.right || rect.bottom - rect.top < 1000) continue;
    const { format: _format, ...rest } = info;
    sheet.columns.set(column, rest);
  }
  sheet.conditionalFormats = sheet.conditionalFormats.filter((format) => {
    format.rects = format.rects.flatMap((piece) => subtract(piece, rect));
    return format.rects.length > 0;
  });
  workbook.note({ aspect: 'conditional', sheet });
  workbook.note({ aspect: 'cells', sheet, rect });
}

export function clearHyperlinks(workbook: Workbook, sheet: Sheet, rect: Rect): void {
  requireUnlocked(sheet, rect);
  for (const key of keysIn(sheet.hyperlinks, rect)) sheet.hyperlinks.delete(key);
  workbook.note({ aspect: 'cells', sheet, rect });
}

/** Merges a rectangle (or each of its rows): only the top-left content stays, as in Excel. */
export function mergeCells(workbook: Workbook, sheet: Sheet, rect: Rect, across: boolean): void {
  requireAllowed(sheet, 'allowFormatCells');
  requireUnlocked(sheet, rect);
  if (workbook.tablesOn(sheet).some((table) => intersect(table.range, rect) !== null)) throw invalidArgument();
  const areas: Rect[] = [];
  if (across) for (let row = rect.top; row <= rect.bottom; row += 1) areas.push({ ...rect, top: row, bottom: row });
  else areas.push(rect);
  for (const area of areas) {
    if (cellCount(area) === 1) continue;
    sheet.merges = [...sheet.merges.filter((other) => intersect(other, area) === null), area];
    keepFirst(workbook, sheet, area);
  }
  workbook.note({ aspect: 'layout', sheet });
  workbook.note({ aspect: 'cells', sheet, rect });
}

function keepFirst(workbook: Workbook, sheet: Sheet, area: Rect): void {
  const keys = keysIn(sheet.cells, area).sort((a, b) => a - b);
  const home = keyOf(area.top, area.left);
  const first = keys[0];
  if (first === undefined) return;
  const kept = sheet.cells.get(first) ?? BLANK;
  for (const key of keys) putContent(workbook, sheet, key, BLANK);
  putContent(workbook, sheet, home, kept);
}

export function unmergeCells(workbook: Workbook, sheet: Sheet, rect: Rect): void {
  requireAllowed(sheet, 'allowFormatCells');
  sheet.merges = sheet.merges.filter((merge) => intersect(merge, rect) === null);
  workbook.note({ aspect: 'layout', sheet });
}
