/**
 * Tables that were found before. Units fill in the same form, so thousands of sheets have their header, labels and row
 * numbers at the same places: there the table, its columns and its rows are the same ones, and only figures, notes and
 * the lines around the table differ. A layout is taken as known only where everything that finding and matching looked at
 * says the same again and nothing new says anything of the form; else the sheet goes the whole way. tests/proof compares.
 */
import type { CellGrid, CellRange } from '../cells/cell';
import { foldText } from '../cells/fold';
import { collectHits, LOOSE_CELLS, SHADOW, type FoundTable } from './find-tables';
import type { FormMatcher } from './form-matcher';
import type { GridView, ViewCell, ViewRow } from './grid-view';
import { LineMemory } from './line-memory';
import { columnsNamedIn } from './header-rows';
import { columnsInUse } from './match-columns';
import { isClearCut, type CandidateRow, type RowMatch, type RowMatches } from './match-rows';
import { splitLeadingNumber } from './row-number';
import { isNoHeaderLabel, lastRowOf } from './table-rows';

interface KnownLayout {
  readonly table: FoundTable;
  readonly matches: RowMatches;
  /** What rows of this layout said before. */
  readonly lines: LineMemory;
  /** Per row from the header's first to the table's last: the cells that must be there again, in the order of columns. */
  readonly fixed: ReadonlyMap<number, readonly ViewCell[]>;
  /** The merged areas that give the header its words. */
  readonly merges: readonly CellRange[];
  /** The columns in use from the header down to the last row. */
  readonly columns: ReadonlySet<number>;
  /** The columns of row number, label and unit of measure: the same again in every row. */
  readonly descriptive: ReadonlySet<number>;
  /** Per row, by its number, the cells, as one list, that were found to be the layout's last time, and how many are texts. */
  readonly found: ({ cells: readonly ViewCell[]; texts: number } | undefined)[];
}

/** A folder comes from a handful of layouts. */
const MOST_LAYOUTS = 12;
/** Forms are shorter; rows further down are looked at every time. */
const LAST_FOUND = 400;

interface Memory {
  readonly layouts: KnownLayout[];
  /** Texts that were looked at, and whether they say nothing of the form. */
  readonly inert: Map<string, boolean>;
}
const MOST_TEXTS = 5_000;
const memories = new WeakMap<FormMatcher, Memory>();

function memoryOf(matcher: FormMatcher): Memory {
  let memory = memories.get(matcher);
  if (memory === undefined) {
    memory = { layouts: [], inert: new Map() };
    memories.set(matcher, memory);
  }
  return memory;
}

/** The layout of a sheet if it was learnt before, else null. */
export function recallLayout(matcher: FormMatcher, view: GridView, grid: CellGrid): KnownLayout | null {
  const memory = memoryOf(matcher);
  const found = memory.layouts.findIndex((layout) => isAgain(layout, memory, matcher, view, grid));
  const layout = memory.layouts[found];
  if (layout === undefined) return null;
  if (found > 0) {
    memory.layouts.splice(found, 1);
    memory.layouts.unshift(layout);
  }
  return layout;
}

/** Learns the layout of a sheet that went the whole way, where it is regular enough to be told again with certainty. */
export function learnLayout(
  matcher: FormMatcher,
  view: GridView,
  grid: CellGrid,
  table: FoundTable,
  rows: readonly CandidateRow[],
  matches: RowMatches,
): void {
  const { columns } = table;
  const { header } = columns;
  if (!columns.byHeader || header === null || columns.number === null || columns.unitOfMeasure === null) return;
  if (table.firstRow !== header.last + 1 || lastRowOf(view, table) !== table.lastRow) return;
  if (matches.left.length > 0 || matches.doubles.length > 0 || !isClearCut(matcher, rows)) return;
  const byRow = new Map(matches.matches.map((match) => [match.row.row, match]));
  const merges = mergesOfHeader(grid.merges, header);
  if (merges.some((area) => area.top < header.first)) return;
  const descriptive = new Set([columns.number, columns.label, columns.unitOfMeasure]);
  for (const [column, hits] of collectHits(matcher, view)) {
    // The unit "Người" may resemble a row; too few of them beside the labels make no table, whatever its columns are.
    const few = column === columns.label || new Set(hits.map((hit) => hit.id)).size < table.recognised * SHADOW;
    if (!few || !descriptive.has(column) || !hits.every((hit) => byRow.has(hit.row))) return;
  }
  const fixed = new Map<number, readonly ViewCell[]>();
  const seen = new Set<number>();
  for (const row of view.rows) {
    if (row.index < header.first || row.index > table.lastRow) continue;
    const cells = row.index <= header.last ? row.cells : row.cells.filter((cell) => descriptive.has(cell.column));
    if (row.index > header.last && !isSureRow(matcher, view, row, byRow.get(row.index), columns.label)) return;
    for (const cell of cells) seen.add(cell.column);
    fixed.set(row.index, cells);
  }
  const used = columnsInUse(view, header.first, table.lastRow);
  if (!used.every((column) => seen.has(column)) || countTexts(view) > LOOSE_CELLS) return;
  const memory = memoryOf(matcher);
  if (memory.layouts.length >= MOST_LAYOUTS) memory.layouts.pop();
  memory.layouts.unshift({
    table,
    matches,
    lines: new LineMemory(columns.label, descriptive),
    fixed,
    merges,
    columns: new Set(used),
    descriptive,
    found: new Array<undefined>(LAST_FOUND + 1).fill(undefined),
  });
}

/** A row that was matched and will be looked at as a row whatever stands in its other cells. */
function isSureRow(matcher: FormMatcher, view: GridView, row: ViewRow, match: RowMatch | undefined, column: number): boolean {
  const label = view.cell(row.index, column);
  return match !== undefined && label !== undefined && isNoHeaderLabel(matcher, label);
}

function mergesOfHeader(
  merges: readonly CellRange[],
  header: { readonly first: number; readonly last: number },
): readonly CellRange[] {
  return merges.filter((area) => area.top <= header.last && area.bottom >= header.first);
}

function countTexts(view: GridView): number {
  let count = 0;
  for (const row of view.rows) for (const cell of row.cells) if (cell.value.kind === 'text') count += 1;
  return count;
}

function isAgain(layout: KnownLayout, memory: Memory, matcher: FormMatcher, view: GridView, grid: CellGrid): boolean {
  const { header } = layout.table.columns;
  if (header === null || !sameAreas(mergesOfHeader(grid.merges, header), layout.merges)) return false;
  const { descriptive } = layout;
  let texts = 0;
  let found = 0;
  for (const row of view.rows) {
    const inside = row.index >= header.first && row.index <= layout.table.lastRow;
    const again = layout.found[row.index];
    if (again?.cells === row.cells) {
      texts += again.texts;
      if (inside) found += 1;
      continue;
    }
    const before = texts;
    const fixed = layout.fixed.get(row.index);
    if (inside && fixed === undefined) return false;
    if (inside) found += 1;
    let place = 0;
    for (const cell of row.cells) {
      if (cell.value.kind === 'text') texts += 1;
      if (inside && (row.index <= header.last || descriptive.has(cell.column))) {
        const known = fixed?.[place];
        place += 1;
        if (known === undefined || !saysSame(cell, known)) return false;
      } else if (inside && !layout.columns.has(cell.column)) return false;
      else if (cell.value.kind === 'text' && !isInert(memory, matcher, cell)) return false;
    }
    if (inside && place !== fixed?.length) return false;
    if (again !== undefined) {
      again.cells = row.cells;
      again.texts = texts - before;
    } else if (row.index <= LAST_FOUND) layout.found[row.index] = { cells: row.cells, texts: texts - before };
  }
  return (
    found === layout.fixed.size &&
    texts <= LOOSE_CELLS &&
    columnsNamedIn(matcher, view, header.first - 1) === 0 &&
    lastRowOf(view, layout.table) === layout.table.lastRow
  );
}

function sameAreas(a: readonly CellRange[], b: readonly CellRange[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ top, left, bottom, right }, place) => {
      const other = b[place];
      return top === other?.top && left === other.left && bottom === other.bottom && right === other.right;
    })
  );
}

/** Everything that finding and matching look at in a cell. */
function saysSame(a: ViewCell, b: ViewCell): boolean {
  if (a === b) return true;
  if (a.column !== b.column || a.text !== b.text || a.value.kind !== b.value.kind) return false;
  switch (a.value.kind) {
    case 'text':
      return true;
    case 'number':
      return b.value.kind === 'number' && Object.is(a.value.value, b.value.value) && a.value.format === b.value.format;
    default:
      return JSON.stringify(a.value) === JSON.stringify(b.value);
  }
}

/** A text that names no row of the form, neither word for word nor nearly. See `collectHits`. */
function isInert(memory: Memory, matcher: FormMatcher, cell: ViewCell): boolean {
  const { text, folded } = cell;
  if (text.length < 4) return true;
  let inert = memory.inert.get(text);
  if (inert === undefined) {
    const label = foldText(splitLeadingNumber(text).text);
    inert =
      !matcher.exact.has(folded) &&
      !matcher.exact.has(label) &&
      (text.length < 8 || matcher.headerWords.has(folded) || matcher.resembled(label) === null);
    if (memory.inert.size >= MOST_TEXTS) memory.inert.clear();
    memory.inert.set(text, inert);
  }
  return inert;
}
