/**
 * Where in a sheet a form's table is, found by content: a column whose cells say what the form's rows say.
 * A sheet may hold none, one, or several (then each is reported, and the caller decides).
 */
import { foldText } from '../cells/fold';
import type { FormMatcher } from './form-matcher';
import type { GridView, ViewCell } from './grid-view';
import { matchColumns, type TableColumns } from './match-columns';
import { splitLeadingNumber } from './row-number';

export interface FoundTable {
  readonly columns: TableColumns;
  /** First and last row that say something of the form (inclusive); rows after it may still belong to it. */
  readonly firstRow: number;
  readonly lastRow: number;
  /** How many different rows of the form were recognised while searching. */
  readonly recognised: number;
}

/** A table with a header needs few rows (units delete what they did not do); without one it needs more. */
const ENOUGH_WITH_HEADER = 2;
const ENOUGH_ALONE = 4;
/** A table with less than this share of another's rows beside it is none. */
export const SHADOW = 0.5;
/** Loose matching is dear: only this many text cells a sheet are tried, a form is never longer. */
export const LOOSE_CELLS = 600;

export interface Hit {
  readonly row: number;
  readonly id: string;
  readonly loose: boolean;
}

/** Finds every table of the form in a sheet, from top to bottom. */
export function findTables(matcher: FormMatcher, view: GridView): readonly FoundTable[] {
  const byColumn = collectHits(matcher, view);
  const tables: FoundTable[] = [];
  for (const [column, hits] of byColumn) {
    for (const block of splitBlocks(hits)) {
      const table = tableOf(matcher, view, column, block);
      if (table !== null) tables.push(table);
    }
  }
  tables.sort((a, b) => b.recognised - a.recognised || a.firstRow - b.firstRow);
  return withoutShadows(tables).sort((a, b) => a.firstRow - b.firstRow || a.columns.label - b.columns.label);
}

/** Which rows of the form the cells of each column say; exact words first, loose ones only where those are few. */
export function collectHits(matcher: FormMatcher, view: GridView): ReadonlyMap<number, readonly Hit[]> {
  const byColumn = new Map<number, Hit[]>();
  const unknown: ViewCell[] = [];
  const add = (cell: ViewCell, id: string, loose: boolean): void => {
    const hits = byColumn.get(cell.column) ?? [];
    hits.push({ row: cell.row, id, loose });
    byColumn.set(cell.column, hits);
  };
  for (const row of view.rows) {
    for (const cell of row.cells) {
      if (cell.value.kind !== 'text' || cell.text.length < 4) continue;
      const exact = matcher.exact.get(cell.folded) ?? matcher.exact.get(foldText(splitLeadingNumber(cell.text).text));
      if (exact?.[0] !== undefined) add(cell, exact[0].indicator.id, false);
      else if (cell.text.length >= 8 && unknown.length < LOOSE_CELLS && !matcher.headerWords.has(cell.folded)) unknown.push(cell);
    }
  }
  for (const cell of unknown) {
    const found = matcher.resembled(foldText(splitLeadingNumber(cell.text).text));
    if (found !== null) add(cell, found.indicator.id, true);
  }
  for (const hits of byColumn.values()) hits.sort((a, b) => a.row - b.row);
  return byColumn;
}

/**
 * Cuts a column's hits where the form starts over. A single repeated row is a slip; a second table repeats many.
 */
function splitBlocks(hits: readonly Hit[]): readonly (readonly Hit[])[] {
  const blocks: Hit[][] = [];
  let block: Hit[] = [];
  let seen = new Set<string>();
  hits.forEach((hit, index) => {
    if (seen.has(hit.id) && !hit.loose) {
      const ahead = hits.slice(index).filter((next) => !next.loose);
      const repeated = ahead.filter((next) => seen.has(next.id)).length;
      if (repeated >= Math.max(3, seen.size / 2)) {
        blocks.push(block);
        block = [];
        seen = new Set();
      }
    }
    block.push(hit);
    seen.add(hit.id);
  });
  if (block.length > 0) blocks.push(block);
  return blocks;
}

/** A misspelt row right above the first firm one, or right below the last, is the table's own; it is no header. */
function withNeighbours(firm: readonly Hit[], hits: readonly Hit[]): readonly Hit[] {
  const rows = new Map(hits.map((hit) => [hit.row, hit]));
  const all = [...firm];
  const top = firm[0]?.row ?? 0;
  const bottom = firm[firm.length - 1]?.row ?? -1;
  for (let row = top - 1, hit = rows.get(row); hit !== undefined; row -= 1, hit = rows.get(row)) all.unshift(hit);
  for (let row = bottom + 1, hit = rows.get(row); hit !== undefined; row += 1, hit = rows.get(row)) all.push(hit);
  return all;
}

function tableOf(matcher: FormMatcher, view: GridView, column: number, hits: readonly Hit[]): FoundTable | null {
  const firm = hits.filter((hit) => !hit.loose);
  // Where most labels are word for word, a loose likeness elsewhere (in a note, a title) must not stretch the table.
  const anchors = firm.length >= hits.length * 0.6 ? withNeighbours(firm, hits) : hits;
  const first = anchors[0];
  const last = anchors[anchors.length - 1];
  if (first === undefined || last === undefined) return null;
  const recognised = new Set(anchors.map((hit) => hit.id)).size;
  if (recognised < ENOUGH_WITH_HEADER) return null;
  const columns = matchColumns(matcher, view, column, first.row, last.row);
  const named = columns.header !== null && columns.measures.size > 0;
  if (!named && recognised < ENOUGH_ALONE) return null;
  const from = columns.header === null ? first.row : firstRowBelowHeader(matcher, view, columns, first.row);
  return { columns, firstRow: from, lastRow: last.row, recognised };
}

/** Rows between header and first recognised row belong to the table when they are no part of the header. */
function firstRowBelowHeader(matcher: FormMatcher, view: GridView, columns: TableColumns, firstRow: number): number {
  const header = columns.header;
  if (header === null) return firstRow;
  const words = matcher.headerWords;
  let from = firstRow;
  for (let row = firstRow - 1; row > header.first; row -= 1) {
    const cells = view.row(row)?.cells ?? [];
    const label = view.cell(row, columns.label);
    const isHeader = label === undefined || cells.some((cell) => words.has(cell.folded)) || /^\W*\w{0,2}\W*$/u.test(label.folded);
    if (isHeader) break;
    from = row;
  }
  return from;
}

/** A column beside the labels that repeats a few of their words is no table of its own. */
function withoutShadows(tables: readonly FoundTable[]): FoundTable[] {
  const kept: FoundTable[] = [];
  for (const table of tables) {
    const overlaps = kept.some(
      (other) =>
        table.firstRow <= other.lastRow && other.firstRow <= table.lastRow && table.recognised < other.recognised * SHADOW,
    );
    if (!overlaps) kept.push(table);
  }
  return kept;
}
