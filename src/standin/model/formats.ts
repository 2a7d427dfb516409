/** Looks of ranges: reading what all cells share, and changing it without filling a million cells. */
import { patchFormat, type BorderLine, type BorderSide, type CellFormat, type FormatPatch } from './cell-format';
import { invalidArgument } from './host-error';
import { requireAllowed } from './protection';
import { cellCount, contains, isWholeColumns, isWholeRows, type Rect } from './rect';
import { columnOf, keyOf, rowOf, type Sheet } from './sheet';
import { keysIn } from './store';
import type { Workbook } from './workbook';

const WALK_LIMIT = 300_000;

/** The different formats that occur in a rectangle. */
export function formatsIn(sheet: Sheet, rect: Rect): Set<CellFormat> {
  const found = new Set<CellFormat>();
  if (cellCount(rect) <= WALK_LIMIT) {
    for (let row = rect.top; row <= rect.bottom; row += 1) {
      for (let column = rect.left; column <= rect.right; column += 1) found.add(sheet.format(row, column));
    }
    return found;
  }
  for (const key of keysIn(sheet.formats, rect)) {
    const format = sheet.formats.get(key);
    if (format !== undefined) found.add(format);
  }
  for (const [row, info] of sheet.rows) {
    if (info.format !== undefined && row >= rect.top && row <= rect.bottom) found.add(info.format);
  }
  let columns = 0;
  for (const [column, info] of sheet.columns) {
    if (info.format === undefined || column < rect.left || column > rect.right) continue;
    found.add(info.format);
    columns += 1;
  }
  if (columns < rect.right - rect.left + 1) found.add(sheet.baseFormat);
  return found;
}

/** A property that all cells of the range share, or null when they differ: Excel's rule for mixed values. */
export function sharedValue<T>(sheet: Sheet, rect: Rect, read: (format: CellFormat) => T): T | null {
  let value: T | undefined;
  for (const format of formatsIn(sheet, rect)) {
    const own = read(format);
    if (value === undefined) value = own;
    else if (value !== own) return null;
  }
  return value ?? null;
}

/** Changes the look of every cell of a range. Whole rows and columns keep it as theirs. */
export function applyFormat(workbook: Workbook, sheet: Sheet, rect: Rect, patch: FormatPatch): void {
  requireAllowed(sheet, 'allowFormatCells');
  applyUnchecked(sheet, rect, patch);
  workbook.note({ aspect: 'cells', sheet, rect });
}

function applyUnchecked(sheet: Sheet, rect: Rect, patch: FormatPatch): void {
  const [wholeColumns, wholeRows] = [isWholeColumns(rect), isWholeRows(rect)];
  if (wholeColumns || wholeRows) {
    for (const key of keysIn(sheet.formats, rect)) {
      sheet.formats.set(key, patchFormat(sheet.format(rowOf(key), columnOf(key)), patch));
    }
    if (wholeColumns && wholeRows) {
      for (const [row, info] of sheet.rows) {
        if (info.format !== undefined) sheet.rows.set(row, { ...info, format: patchFormat(info.format, patch) });
      }
      for (const [column, info] of sheet.columns) {
        if (info.format !== undefined) sheet.columns.set(column, { ...info, format: patchFormat(info.format, patch) });
      }
      sheet.baseFormat = patchFormat(sheet.baseFormat, patch);
      return;
    }
    if (wholeColumns) applyToColumns(sheet, rect, patch);
    else applyToRows(sheet, rect, patch);
    return;
  }
  if (cellCount(rect) > 2_000_000) throw invalidArgument();
  for (let row = rect.top; row <= rect.bottom; row += 1) {
    for (let column = rect.left; column <= rect.right; column += 1) {
      sheet.formats.set(keyOf(row, column), patchFormat(sheet.format(row, column), patch));
    }
  }
}

function applyToColumns(sheet: Sheet, rect: Rect, patch: FormatPatch): void {
  for (let column = rect.left; column <= rect.right; column += 1) {
    // Where a formatted row crosses, the cell itself must remember the change.
    for (const [row, info] of sheet.rows) {
      const key = keyOf(row, column);
      if (info.format !== undefined && !sheet.formats.has(key)) {
        sheet.formats.set(key, patchFormat(info.format, patch));
      }
    }
    const info = sheet.columns.get(column);
    sheet.columns.set(column, { ...info, format: patchFormat(info?.format ?? sheet.baseFormat, patch) });
  }
}

function applyToRows(sheet: Sheet, rect: Rect, patch: FormatPatch): void {
  for (let row = rect.top; row <= rect.bottom; row += 1) {
    for (const [column, info] of sheet.columns) {
      const key = keyOf(row, column);
      if (info.format !== undefined && !sheet.formats.has(key)) {
        sheet.formats.set(key, patchFormat(sheet.rows.get(row)?.format ?? info.format, patch));
      }
    }
    const info = sheet.rows.get(row);
    sheet.rows.set(row, { ...info, format: patchFormat(info?.format ?? sheet.baseFormat, patch) });
  }
}

export type RangeBorderSide = BorderSide | 'InsideHorizontal' | 'InsideVertical';

/** For a side of a range: which cells carry it, and on which of their edges. */
function bordersOf(rect: Rect, side: RangeBorderSide): { readonly rect: Rect; readonly edge: BorderSide }[] {
  switch (side) {
    case 'EdgeTop':
      return [{ rect: { ...rect, bottom: rect.top }, edge: side }];
    case 'EdgeBottom':
      return [{ rect: { ...rect, top: rect.bottom }, edge: side }];
    case 'EdgeLeft':
      return [{ rect: { ...rect, right: rect.left }, edge: side }];
    case 'EdgeRight':
      return [{ rect: { ...rect, left: rect.right }, edge: side }];
    case 'InsideHorizontal':
      if (rect.top === rect.bottom) return [];
      return [
        { rect: { ...rect, bottom: rect.bottom - 1 }, edge: 'EdgeBottom' },
        { rect: { ...rect, top: rect.top + 1 }, edge: 'EdgeTop' },
      ];
    case 'InsideVertical':
      if (rect.left === rect.right) return [];
      return [
        { rect: { ...rect, right: rect.right - 1 }, edge: 'EdgeRight' },
        { rect: { ...rect, left: rect.left + 1 }, edge: 'EdgeLeft' },
      ];
    default:
      return [{ rect, edge: side }];
  }
}

export const NO_LINE: BorderLine = { style: 'None', weight: 'Thin', color: '#000000' };

/** One property of a range's border line, or null when its cells differ. */
export function readBorder(sheet: Sheet, rect: Rect, side: RangeBorderSide, name: keyof BorderLine): string | null {
  const [first] = bordersOf(rect, side);
  if (first === undefined) return NO_LINE[name];
  return sharedValue(sheet, first.rect, (format) => (format.borders[first.edge] ?? NO_LINE)[name]);
}

export function writeBorder(
  workbook: Workbook,
  sheet: Sheet,
  rect: Rect,
  side: RangeBorderSide,
  change: Partial<BorderLine>,
): void {
  requireAllowed(sheet, 'allowFormatCells');
  for (const { rect: cells, edge } of bordersOf(rect, side)) {
    if (change.style === 'None') {
      applyUnchecked(sheet, cells, { borders: { [edge]: null } });
      continue;
    }
    const line = sharedLine(sheet, cells, edge);
    applyUnchecked(sheet, cells, { borders: { [edge]: { ...line, style: 'Continuous', ...keepStyle(line), ...change } } });
  }
  workbook.note({ aspect: 'cells', sheet, rect });
}

const keepStyle = (line: BorderLine): Partial<BorderLine> => (line.style === 'None' ? {} : { style: line.style });

function sharedLine(sheet: Sheet, rect: Rect, edge: BorderSide): BorderLine {
  const format = sheet.format(rect.top, rect.left);
  return format.borders[edge] ?? NO_LINE;
}

/** Heights in points; hiding by height 0 is not what Excel does, so it is refused. */
export function setRowHeight(workbook: Workbook, sheet: Sheet, rect: Rect, height: number | null): void {
  requireAllowed(sheet, 'allowFormatRows');
  if (height !== null && !(height >= 0 && height <= 409.5)) throw invalidArgument();
  const last = Math.min(rect.bottom, rect.top + 20_000);
  for (let row = rect.top; row <= last; row += 1) {
    const { height: _height, ...rest } = sheet.rows.get(row) ?? {};
    sheet.rows.set(row, height === null ? rest : { ...rest, height });
  }
  workbook.note({ aspect: 'layout', sheet });
}

/** Widths in points. */
export function setColumnWidth(workbook: Workbook, sheet: Sheet, rect: Rect, width: number | null): void {
  requireAllowed(sheet, 'allowFormatColumns');
  if (width !== null && !(width >= 0 && width <= 1350)) throw invalidArgument();
  for (let column = rect.left; column <= rect.right; column += 1) {
    const { width: _width, ...rest } = sheet.columns.get(column) ?? {};
    sheet.columns.set(column, width === null ? rest : { ...rest, width });
  }
  workbook.note({ aspect: 'layout', sheet });
}

export function setRowsHidden(workbook: Workbook, sheet: Sheet, rect: Rect, hidden: boolean): void {
  requireAllowed(sheet, 'allowFormatRows');
  const last = Math.min(rect.bottom, rect.top + 20_000);
  for (let row = rect.top; row <= last; row += 1) sheet.rows.set(row, { ...sheet.rows.get(row), hidden });
  workbook.note({ aspect: 'layout', sheet });
}

export function setColumnsHidden(workbook: Workbook, sheet: Sheet, rect: Rect, hidden: boolean): void {
  requireAllowed(sheet, 'allowFormatColumns');
  for (let column = rect.left; column <= rect.right; column += 1) {
    sheet.columns.set(column, { ...sheet.columns.get(column), hidden });
  }
  workbook.note({ aspect: 'layout', sheet });
}

export const isInside = (rect: Rect, key: number): boolean => contains(rect, rowOf(key), columnOf(key));
