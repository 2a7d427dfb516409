/** Rectangles of cells (zero-based, both ends included) and the A1 addresses that name them. */
import { invalidArgument } from './host-error';

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

export interface Rect {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const WHOLE_SHEET: Rect = { top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 };

export const rectOf = (row: number, column: number, rows = 1, columns = 1): Rect => ({
  top: row,
  left: column,
  bottom: row + rows - 1,
  right: column + columns - 1,
});

export const rowCount = (rect: Rect): number => rect.bottom - rect.top + 1;
export const columnCount = (rect: Rect): number => rect.right - rect.left + 1;
export const cellCount = (rect: Rect): number => rowCount(rect) * columnCount(rect);

export const isWholeColumns = (rect: Rect): boolean => rect.top === 0 && rect.bottom === MAX_ROWS - 1;
export const isWholeRows = (rect: Rect): boolean => rect.left === 0 && rect.right === MAX_COLUMNS - 1;
/** Excel's documentation calls these unbounded: cell-level properties of them read as null. */
export const isUnbounded = (rect: Rect): boolean => isWholeColumns(rect) || isWholeRows(rect);

export const sameRect = (a: Rect, b: Rect): boolean =>
  a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;

export const contains = (outer: Rect, row: number, column: number): boolean =>
  row >= outer.top && row <= outer.bottom && column >= outer.left && column <= outer.right;

export const encloses = (outer: Rect, inner: Rect): boolean =>
  outer.top <= inner.top && outer.left <= inner.left && outer.bottom >= inner.bottom && outer.right >= inner.right;

export function intersect(a: Rect, b: Rect): Rect | null {
  const rect = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return rect.top > rect.bottom || rect.left > rect.right ? null : rect;
}

export const bounding = (a: Rect, b: Rect): Rect => ({
  top: Math.min(a.top, b.top),
  left: Math.min(a.left, b.left),
  bottom: Math.max(a.bottom, b.bottom),
  right: Math.max(a.right, b.right),
});

/** What is left of `rect` when `hole` is taken out: at most four pieces. */
export function subtract(rect: Rect, hole: Rect): Rect[] {
  const cut = intersect(rect, hole);
  if (cut === null) return [rect];
  const pieces: Rect[] = [];
  if (cut.top > rect.top) pieces.push({ ...rect, bottom: cut.top - 1 });
  if (cut.bottom < rect.bottom) pieces.push({ ...rect, top: cut.bottom + 1 });
  if (cut.left > rect.left) pieces.push({ top: cut.top, bottom: cut.bottom, left: rect.left, right: cut.left - 1 });
  if (cut.right < rect.right) pieces.push({ top: cut.top, bottom: cut.bottom, left: cut.right + 1, right: rect.right });
  return pieces;
}

/** True when the rectangle lies on a sheet. */
export const isOnSheet = (rect: Rect): boolean =>
  rect.top >= 0 &&
  rect.left >= 0 &&
  rect.bottom < MAX_ROWS &&
  rect.right < MAX_COLUMNS &&
  rect.top <= rect.bottom &&
  rect.left <= rect.right;

export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

export function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** "A1", "A1:B2", "A:C", "2:5" and, for the whole sheet, "1:1048576"; `mark` is "$" for absolute references. */
export function formatRect(rect: Rect, mark: '' | '$' = ''): string {
  const rows = `${mark}${String(rect.top + 1)}:${mark}${String(rect.bottom + 1)}`;
  if (isWholeRows(rect)) return rows;
  if (isWholeColumns(rect)) return `${mark}${columnName(rect.left)}:${mark}${columnName(rect.right)}`;
  const first = `${mark}${columnName(rect.left)}${mark}${String(rect.top + 1)}`;
  if (rect.top === rect.bottom && rect.left === rect.right) return first;
  return `${first}:${mark}${columnName(rect.right)}${mark}${String(rect.bottom + 1)}`;
}

/** A sheet name as it stands before "!": quoted unless it is a plain identifier. */
export function quoteSheetName(name: string): string {
  const plain =
    /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Za-z]{1,3}[0-9]+$/.test(name) && !/^[Rr][0-9]*[Cc]?[0-9]*$/.test(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

const CORNER = /^\$?([A-Za-z]{1,3})\$?([0-9]{1,7})$/;

function parseCorner(text: string): { row: number; column: number } | null {
  const match = CORNER.exec(text);
  if (match?.[1] === undefined || match[2] === undefined) return null;
  const place = { row: Number(match[2]) - 1, column: columnIndex(match[1]) };
  return place.row >= 0 && place.row < MAX_ROWS && place.column < MAX_COLUMNS ? place : null;
}

/** The rectangle that an address without sheet names, or null when it is none. */
export function parseRect(address: string): Rect | null {
  const parts = address.trim().split(':');
  const [first, second = first] = parts;
  if (first === undefined || second === undefined || parts.length > 2) return null;
  const a = parseCorner(first);
  const b = parseCorner(second);
  if (a !== null && b !== null) {
    return bounding(rectOf(a.row, a.column), rectOf(b.row, b.column));
  }
  if (parts.length !== 2) return null;
  const letters = /^\$?([A-Za-z]{1,3})$/;
  const [c1, c2] = [letters.exec(first)?.[1], letters.exec(second)?.[1]];
  if (c1 !== undefined && c2 !== undefined) {
    const [left, right] = [columnIndex(c1), columnIndex(c2)].sort((x, y) => x - y);
    if (left === undefined || right === undefined || right >= MAX_COLUMNS) return null;
    return { top: 0, bottom: MAX_ROWS - 1, left, right };
  }
  const digits = /^\$?([0-9]{1,7})$/;
  const [r1, r2] = [digits.exec(first)?.[1], digits.exec(second)?.[1]];
  if (r1 !== undefined && r2 !== undefined) {
    const [top, bottom] = [Number(r1) - 1, Number(r2) - 1].sort((x, y) => x - y);
    if (top === undefined || bottom === undefined || top < 0 || bottom >= MAX_ROWS) return null;
    return { top, bottom, left: 0, right: MAX_COLUMNS - 1 };
  }
  return null;
}

/** Splits "'Tên trang'!A1" into sheet and rest; the sheet is null when there is none. */
export function splitSheet(reference: string): { readonly sheet: string | null; readonly rest: string } {
  const text = reference.trim().replace(/^=/, '');
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.*)$/su.exec(text);
  if (match === null) return { sheet: null, rest: text };
  const sheet = match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll("''", "'");
  return { sheet, rest: match[3] ?? '' };
}

/** The rectangle of an address that must be one; InvalidArgument otherwise. */
export function requireRect(address: string): Rect {
  const rect = parseRect(splitSheet(address).rest);
  if (rect === null) throw invalidArgument();
  return rect;
}
