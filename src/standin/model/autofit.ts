/** Sizes by content. Real Excel measures glyphs; here a letter counts by its font's size, which is near enough to see. */
import { formatText } from './cell';
import { setColumnWidth, setRowHeight } from './formats';
import { intersect, rectOf, type Rect } from './rect';
import { STANDARD_HEIGHT, columnOf, rowOf, type Sheet } from './sheet';
import { keysIn } from './store';
import type { Workbook } from './workbook';

/** Average advance of a letter, as a part of the font size. */
const LETTER = 0.53;
const PADDING = 9;

function textWidth(sheet: Sheet, key: number): number {
  const [row, column] = [rowOf(key), columnOf(key)];
  const format = sheet.format(row, column);
  const text = formatText(sheet.content(row, column), format.numberFormat);
  const longest = Math.max(...text.split('\n').map((line) => line.length));
  return longest * format.fontSize * LETTER * (format.bold ? 1.08 : 1) + PADDING;
}

export function autofitColumns(workbook: Workbook, sheet: Sheet, rect: Rect): void {
  const widest = new Map<number, number>();
  for (const key of keysIn(sheet.cells, rect)) {
    const [row, column] = [rowOf(key), columnOf(key)];
    if (sheet.mergeAt(row, column) !== null || sheet.format(row, column).wrapText) continue;
    widest.set(column, Math.max(widest.get(column) ?? 0, textWidth(sheet, key)));
  }
  for (const [column, width] of widest) {
    setColumnWidth(workbook, sheet, rectOf(rect.top, column), Math.min(1350, Math.max(12, Math.round(width))));
  }
}

export function autofitRows(workbook: Workbook, sheet: Sheet, rect: Rect): void {
  const tallest = new Map<number, number>();
  for (const key of keysIn(sheet.cells, rect)) {
    const [row, column] = [rowOf(key), columnOf(key)];
    if (sheet.mergeAt(row, column) !== null) continue;
    const format = sheet.format(row, column);
    const width = Math.max(12, sheet.columnWidth(column) - PADDING);
    const text = formatText(sheet.content(row, column), format.numberFormat);
    const letter = format.fontSize * LETTER * (format.bold ? 1.08 : 1);
    const lines = text
      .split('\n')
      .reduce((total, line) => total + (format.wrapText ? Math.max(1, Math.ceil((line.length * letter) / width)) : 1), 0);
    tallest.set(row, Math.max(tallest.get(row) ?? STANDARD_HEIGHT, Math.ceil(lines * format.fontSize * 1.36)));
  }
  for (let row = rect.top; row <= Math.min(rect.bottom, rect.top + 20_000); row += 1) {
    const height = tallest.get(row);
    const line = intersect(rect, rectOf(row, rect.left));
    if (line !== null) setRowHeight(workbook, sheet, line, height === undefined ? null : Math.min(409, height));
  }
}
