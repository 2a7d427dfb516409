/** Structured references ("Bang1[Số lượng]", "[@Tổng]", "Bang1[[#Totals],[a]:[c]]") in terms of rectangles. */
import type { Rect } from '../model/rect';

/** What this module must know of a table. */
export interface TableShape {
  readonly name: string;
  readonly sheet: string;
  readonly range: Rect;
  readonly showHeaders: boolean;
  readonly showTotals: boolean;
  readonly columns: readonly string[];
}

export type StructuredTarget = { readonly sheet: string; readonly rect: Rect } | 'name-error' | 'ref-error' | 'value-error';

const unescape = (text: string): string => text.replace(/'([[\]#'@])/g, '$1');

interface Parts {
  readonly items: readonly string[];
  readonly firstColumn: string | null;
  readonly lastColumn: string | null;
}

/** Splits "[[#All],[a]:[b]]" at its top-level commas and colons. */
function readInside(inside: string): Parts | null {
  const text = inside.trim();
  if (text === '') return { items: [], firstColumn: null, lastColumn: null };
  if (!text.startsWith('[')) {
    if (text.startsWith('@')) return thisRow(text.slice(1).trim());
    if (text.startsWith('#')) return { items: [text.toLowerCase()], firstColumn: null, lastColumn: null };
    return { items: [], firstColumn: unescape(text), lastColumn: null };
  }
  const items: string[] = [];
  const columns: string[] = [];
  const pattern = /\[((?:'.|[^\]'])*)\]\s*([,:;]?)\s*/y;
  let place = 0;
  while (place < text.length) {
    pattern.lastIndex = place;
    const match = pattern.exec(text);
    if (match?.[1] === undefined) return null;
    if (match[1].startsWith('#')) items.push(match[1].toLowerCase());
    else columns.push(unescape(match[1]));
    place = pattern.lastIndex;
  }
  return { items, firstColumn: columns[0] ?? null, lastColumn: columns[1] ?? null };
}

function thisRow(rest: string): Parts | null {
  if (rest === '') return { items: ['#this row'], firstColumn: null, lastColumn: null };
  const inner = readInside(rest);
  return inner === null ? null : { ...inner, items: ['#this row'] };
}

function rowsOf(table: TableShape, items: readonly string[], row: number): { top: number; bottom: number } | null {
  const { range } = table;
  const bodyTop = range.top + (table.showHeaders ? 1 : 0);
  const bodyBottom = range.bottom - (table.showTotals ? 1 : 0);
  const parts = (items.length === 0 ? ['#data'] : items).map((item) => {
    if (item === '#all') return { top: range.top, bottom: range.bottom };
    if (item === '#data') return { top: bodyTop, bottom: bodyBottom };
    if (item === '#headers') return table.showHeaders ? { top: range.top, bottom: range.top } : null;
    if (item === '#totals') return table.showTotals ? { top: range.bottom, bottom: range.bottom } : null;
    if (item === '#this row') return row >= bodyTop && row <= bodyBottom ? { top: row, bottom: row } : null;
    return null;
  });
  const found = parts.filter((part) => part !== null);
  if (found.length !== parts.length || found.length === 0) return null;
  return { top: Math.min(...found.map((p) => p.top)), bottom: Math.max(...found.map((p) => p.bottom)) };
}

/**
 * What a structured reference means in a cell.
 * `home` is the table that the cell stands in (for "[@x]"), or null; `row` is the cell's zero-based row.
 */
export function resolveStructured(
  text: string,
  findTable: (name: string) => TableShape | null,
  home: TableShape | null,
  row: number,
): StructuredTarget {
  const open = text.indexOf('[');
  const name = text.slice(0, open);
  const table = name === '' ? home : findTable(name);
  if (table === null) return 'name-error';
  const parts = readInside(text.slice(open + 1, -1));
  if (parts === null) return 'ref-error';
  const indexOf = (column: string | null): number =>
    column === null ? -1 : table.columns.findIndex((other) => other.toLowerCase() === column.toLowerCase());
  const first = parts.firstColumn === null ? 0 : indexOf(parts.firstColumn);
  const last =
    parts.lastColumn !== null ? indexOf(parts.lastColumn) : parts.firstColumn === null ? table.columns.length - 1 : first;
  if (first < 0 || last < 0) return 'ref-error';
  const rows = rowsOf(table, parts.items, row);
  if (rows === null) return parts.items.includes('#this row') ? 'value-error' : 'ref-error';
  const rect = {
    top: rows.top,
    bottom: rows.bottom,
    left: table.range.left + Math.min(first, last),
    right: table.range.left + Math.max(first, last),
  };
  return { sheet: table.sheet, rect };
}
