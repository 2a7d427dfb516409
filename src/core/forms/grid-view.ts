/**
 * A grid as the binder looks at it: every cell with its text in Unicode (legacy encodings converted once), folded
 * for matching on demand, and merged areas resolved for headers. The grid itself is never changed.
 */
import type { Cell, CellGrid, CellRange, CellValue, GridRow } from '../cells/cell';
import { cellAddress } from '../cells/address';
import type { CellRef } from '../cells/cell-ref';
import { cellText } from '../cells/cell-text';
import { foldText } from '../cells/fold';
import { decodeLegacy } from '../cells/legacy';
import { normalizeText } from '../cells/normalize';
import { ownText } from '../cells/own-text';
import type { TextConversion } from './filled-form';

export interface ViewCell {
  readonly row: number;
  readonly column: number;
  /** The value with text converted to Unicode; other kinds as they are. */
  readonly value: CellValue;
  /** What the cell shows, as Unicode. */
  readonly text: string;
  /** The text folded for matching. */
  readonly folded: string;
  readonly formula: boolean;
}

export interface ViewRow {
  readonly index: number;
  readonly hidden: boolean;
  readonly cells: readonly ViewCell[];
}

export interface GridView {
  readonly sheet: string;
  readonly rows: readonly ViewRow[];
  readonly conversions: readonly TextConversion[];
  /** The row of that index, or undefined when it holds nothing. */
  row(index: number): ViewRow | undefined;
  /** The cell at a place, or undefined when it is empty. */
  cell(row: number, column: number): ViewCell | undefined;
  /** The text of the merged area a place lies in, or of the cell itself. */
  headerText(row: number, column: number): string;
  isHidden(row: number, column: number): boolean;
  /** Merged areas that cover cells of one column, two rows and more. */
  mergesOver(column: number): readonly CellRange[];
  ref(row: number, column: number): CellRef;
}

/** Rows beyond this are not looked at: no form is near this long, and a sheet of a million rows must not cost more. */
export const MAX_VIEW_ROWS = 20_000;

/** Makes the view of a grid. Cost grows with the cells that hold something, not with the sheet's extent. */
export function viewGrid(grid: CellGrid): GridView {
  const conversions: TextConversion[] = [];
  const rows = new Map<number, ViewRow>();
  for (const row of grid.rows.slice(0, MAX_VIEW_ROWS)) {
    rows.set(row.index, { index: row.index, hidden: row.hidden === true, cells: viewCells(grid.sheet, row, conversions) });
  }
  const hiddenColumns = new Set(grid.hiddenColumns);
  const cellAt = (row: number, column: number): ViewCell | undefined => cellOfRow(rows.get(row)?.cells ?? [], column);
  return {
    sheet: grid.sheet,
    rows: [...rows.values()],
    conversions,
    row: (index) => rows.get(index),
    cell: cellAt,
    headerText: (row, column) => {
      const area = mergedArea(grid.merges, row, column);
      const cell = area === undefined ? cellAt(row, column) : cellAt(area.top, area.left);
      return cell?.text ?? '';
    },
    mergesOver: (column) => grid.merges.filter((area) => area.left <= column && column <= area.right && area.bottom > area.top),
    isHidden: (row, column) => rows.get(row)?.hidden === true || hiddenColumns.has(column),
    ref: (row, column) => ({ sheet: grid.sheet, cell: cellAddress(row, column) }),
  };
}

/** Cells stand in the order of their columns. */
function cellOfRow(cells: readonly ViewCell[], column: number): ViewCell | undefined {
  let low = 0;
  let high = cells.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const cell = cells[middle];
    if (cell === undefined || cell.column === column) return cell;
    if (cell.column < column) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

function mergedArea(merges: readonly CellRange[], row: number, column: number): CellRange | undefined {
  return merges.find((area) => area.top <= row && row <= area.bottom && area.left <= column && column <= area.right);
}

/** A stored text as Unicode, and folded. The same labels stand in every received file: each is worked out once. */
interface KnownText {
  readonly text: string;
  readonly folded: string;
  readonly encoding: string | null;
}

/** By font, then by text as stored: nearly all texts have no legacy font. */
const knownTexts = new Map<string | undefined, Map<string, KnownText>>();
const REMEMBERED = 5_000;
const FONTS_REMEMBERED = 20;
/** Longer texts are no labels and would only fill the memory. */
const LONGEST_REMEMBERED = 400;

function knownText(before: string, font: string | undefined): KnownText {
  let known = knownTexts.get(font);
  if (known === undefined) {
    if (knownTexts.size > FONTS_REMEMBERED) knownTexts.clear();
    known = new Map();
    knownTexts.set(font, known);
  }
  const found = known.get(before);
  if (found !== undefined) return found;
  if (before.length > LONGEST_REMEMBERED) return understood(before, font);
  const own = ownText(before);
  const made = understood(own, font);
  if (known.size > REMEMBERED) known.clear();
  known.set(own, made);
  return made;
}

function understood(before: string, font: string | undefined): KnownText {
  const decoded = decodeLegacy(before, font);
  const text = normalizeText(decoded.text);
  return { text, folded: foldText(text), encoding: decoded.encoding };
}

/** What stood in a row of an earlier sheet, and how it was seen. */
interface SeenRow {
  readonly cells: readonly Cell[];
  readonly views: readonly ViewCell[];
  /** The row, in part or whole, as it was found again last; readers give a row that they met before as the same list. */
  again: { readonly cells: readonly Cell[]; readonly views: readonly ViewCell[] } | null;
}

const seenRows = new Map<number, SeenRow>();
/** Forms are shorter; rows further down have no equals. */
const LAST_SEEN_ROW = 400;

/**
 * The cells of a row. Sheets filled into the same form hold the very same labels at the same places: a cell that is equal
 * to one seen there before is the same object again, and is told from others at a glance.
 */
function viewCells(sheet: string, row: GridRow, conversions: TextConversion[]): readonly ViewCell[] {
  const seen = seenRows.get(row.index);
  if (seen !== undefined && seen.again?.cells === row.cells) return seen.again.views;
  const before = conversions.length;
  let again = 0;
  let at = 0;
  const views = row.cells.map((cell) => {
    while (at < (seen?.cells.length ?? 0) && (seen?.cells[at]?.column ?? 0) < cell.column) at += 1;
    const view = seen?.views[at];
    if (view === undefined || !isSame(cell, seen?.cells[at])) return viewCell(sheet, row.index, cell, conversions);
    again += 1;
    return view;
  });
  if (seen !== undefined && again === views.length) seen.again = { cells: row.cells, views };
  // A text that was converted is said for every sheet; a sheet of another layout takes the place of the one before.
  if (conversions.length === before && again * 2 < views.length && row.index <= LAST_SEEN_ROW) {
    seenRows.set(row.index, { cells: row.cells, views, again: null });
  }
  return views;
}

/** The same value as an object: equal ones that are two objects are told apart, and looked at anew. */
function isSame(cell: Cell, other: Cell | undefined): boolean {
  return (
    cell.value === other?.value && cell.column === other.column && cell.font === other.font && cell.formula === other.formula
  );
}

function isPlainDigits(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    if (letter < 0x30 || letter > 0x39) return false;
  }
  return text !== '';
}

function viewCell(sheet: string, row: number, cell: Cell, conversions: TextConversion[]): ViewCell {
  const { column, value } = cell;
  const formula = cell.formula === true;
  if (value.kind !== 'text') {
    const text = cellText(value);
    // Most are figures, and nothing in a figure can be folded.
    if (value.kind === 'number' && isPlainDigits(text)) return { row, column, value, text, folded: text, formula };
    return { row, column, value, text, folded: foldText(text), formula };
  }
  const { text, folded, encoding } = knownText(value.value, cell.font);
  if (encoding !== null) {
    conversions.push({ at: { sheet, cell: cellAddress(row, column) }, encoding, before: value.value, after: text });
  }
  return { row, column, value: text === value.value ? value : { kind: 'text', value: text }, text, folded, formula };
}
