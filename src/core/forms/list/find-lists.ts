/**
 * Where in a sheet a list is, found by the words of its header, in any order of columns, on one to three rows. A header
 * that is printed again goes on with the same list: a table for each day, a page for each sheet of paper.
 */
import { foldText } from '../../cells/fold';
import { comparable, compareTexts, type ComparableText } from '../../cells/similarity';
import type { ListForm } from '../definition';
import type { GridView, ViewRow } from '../grid-view';
import type { ListColumn } from './list-part';

/** A table of the list: its header, and the rows up to the next header or the end of the sheet. */
export interface ListTable {
  readonly header: { readonly first: number; readonly last: number };
  /** Last row that may belong to it (inclusive). */
  readonly end: number;
  /** Column id → column of the sheet. */
  readonly columns: ReadonlyMap<string, number>;
}

interface PreparedHeader {
  readonly column: ListColumn;
  readonly words: readonly ComparableText[];
}

interface ListMatcher {
  readonly columns: readonly PreparedHeader[];
  readonly required: readonly string[];
  readonly fits: Map<string, readonly Claim[]>;
}

interface Claim {
  readonly column: ListColumn;
  readonly fit: number;
}

const LONGEST_HEADER = 60;
const HEADER_ROWS = 3;
const ALIKE = 0.85;
const REMEMBERED = 2_000;
/** A later alias is a weaker one: "Thời gian" is the day only where no other column is. */
const ALIAS_STEP = 0.004;
/** Tables beyond this many in one sheet are no report. */
/** A claim this much better is no near thing. */
const CLEARLY = 0.1;
const MOST_TABLES = 400;

const prepared = new WeakMap<ListForm, ListMatcher>();

function matcherOf(form: ListForm): ListMatcher {
  const known = prepared.get(form);
  if (known !== undefined) return known;
  const columns = form.list.columns.map((column) => ({ column, words: [column.header, ...column.aliases].map(comparable) }));
  const required = form.list.columns.filter((one) => one.required).map((one) => one.id);
  const made = { columns, required, fits: new Map<string, readonly Claim[]>() };
  prepared.set(form, made);
  return made;
}

/** Every table of the list on a sheet, from top to bottom; none where the sheet holds no such header. */
export function findLists(form: ListForm, view: GridView): readonly ListTable[] {
  const matcher = matcherOf(form);
  const tables: ListTable[] = [];
  for (let index = 0; index < view.rows.length && tables.length < MOST_TABLES; index += 1) {
    const header = headerAt(matcher, view, index);
    if (header === null) continue;
    const before = tables.at(-1);
    if (before !== undefined) tables[tables.length - 1] = { ...before, end: header.first - 1 };
    const end = view.rows.at(-1)?.index ?? header.last;
    tables.push({ header: { first: header.first, last: header.last }, end, columns: header.columns });
    while ((view.rows[index + 1]?.index ?? Number.POSITIVE_INFINITY) <= header.last) index += 1;
  }
  return tables;
}

interface Header {
  readonly first: number;
  readonly last: number;
  readonly columns: ReadonlyMap<string, number>;
}

/** The header that begins at a row of the view, one to three rows deep; the deepest that adds a column. */
function headerAt(matcher: ListMatcher, view: GridView, index: number): Header | null {
  const rows: ViewRow[] = [];
  let best: Header | null = null;
  for (let depth = 0; depth < HEADER_ROWS; depth += 1) {
    const row = view.rows[index + depth];
    const above = rows.at(-1);
    if (row === undefined || (above !== undefined && row.index !== above.index + 1) || !isHeaderRow(matcher, row)) break;
    rows.push(row);
    const columns = columnsOf(matcher, rows);
    if (isEnough(matcher, columns) && columns.size > (best?.columns.size ?? 0)) {
      best = { first: rows[0]?.index ?? row.index, last: row.index, columns };
    }
  }
  if (best === null) return null;
  const numbering = view.row(best.last + 1);
  return numbering !== undefined && isNumbering(numbering) ? { ...best, last: best.last + 1 } : best;
}

/** Every text of it is short, and one of them names a column. */
function isHeaderRow(matcher: ListMatcher, row: ViewRow): boolean {
  return (
    row.cells.every((cell) => cell.text.length <= LONGEST_HEADER && cell.value.kind === 'text') &&
    row.cells.some((cell) => claimsOf(matcher, cell.folded).length > 0)
  );
}

/** "(1) (2) (3)", "A B 1 2": the numbers of the columns under a header. */
function isNumbering(row: ViewRow): boolean {
  return row.cells.length >= 3 && row.cells.every((cell) => /^\(?(?:\d{1,2}|[a-zđ])\)?$/iu.test(cell.text.trim()));
}

/** At most one required column may be missing, and two columns must be there that are asked for. */
function isEnough(matcher: ListMatcher, columns: ReadonlyMap<string, number>): boolean {
  const there = matcher.required.filter((id) => columns.has(id)).length;
  return there >= 2 && there >= matcher.required.length - 1;
}

/** Lower rows of a header say more than the ones above them: "Thời gian" over "Ngày" and "Giờ". */
function columnsOf(matcher: ListMatcher, rows: readonly ViewRow[]): ReadonlyMap<string, number> {
  const claims = rows.flatMap((row, depth) =>
    row.cells.flatMap((cell) =>
      claimsOf(matcher, cell.folded).map((one) => ({ ...one, place: cell.column, fit: one.fit + depth * 0.2 })),
    ),
  );
  claims.sort((a, b) => b.fit - a.fit || a.place - b.place);
  const columns = new Map<string, number>();
  const taken = new Set<number>();
  // What every line must say chooses first, unless the words are clearly another column's: a lone "Thời gian" is the day.
  const isFirst = (one: (typeof claims)[number]): boolean =>
    one.column.required && !claims.some((other) => other.place === one.place && other.fit > one.fit + CLEARLY);
  for (const { column, place } of [...claims.filter(isFirst), ...claims]) {
    if (columns.has(column.id) || taken.has(place)) continue;
    columns.set(column.id, place);
    taken.add(place);
  }
  return columns;
}

/** The columns that a folded header may name, each with how well. */
function claimsOf(matcher: ListMatcher, folded: string): readonly Claim[] {
  if (folded === '' || folded.length > LONGEST_HEADER) return [];
  let known = matcher.fits.get(folded);
  if (known === undefined) {
    const header = comparable(folded);
    known = matcher.columns.flatMap(({ column, words }) => {
      const fit = fitOf(header, words);
      return fit > 0 ? [{ column, fit }] : [];
    });
    if (matcher.fits.size > REMEMBERED) matcher.fits.clear();
    matcher.fits.set(folded, known);
  }
  return known;
}

function fitOf(header: ComparableText, words: readonly ComparableText[]): number {
  let best = 0;
  words.forEach((word, rank) => {
    const weaker = Math.min(rank, 20) * ALIAS_STEP;
    if (word.folded === header.folded) best = Math.max(best, 1 - weaker);
    // "Ngày 3/10" in a line begins like the header "Ngày" and is none.
    else if (header.folded.startsWith(`${word.folded} `) && !/\d/.test(header.folded)) best = Math.max(best, 0.9 - weaker);
    else if (word.folded.length >= 5) {
      const likeness = compareTexts(word, header);
      if (likeness >= ALIKE) best = Math.max(best, likeness - 0.1 - weaker);
    }
  });
  return best;
}

/** What stands above a column of a table, from top to bottom; empty where nothing does. */
export function headerText(view: GridView, { header }: ListTable, column: number): string {
  const texts: string[] = [];
  for (let row = header.first; row <= header.last; row += 1) {
    const text = view.headerText(row, column).trim();
    if (/\p{L}/u.test(text) && !texts.includes(text)) texts.push(text);
  }
  return texts.join(' – ').slice(0, 200);
}

/** Columns of telephone numbers and addresses of persons: the product keeps none of it. */
export function isPrivate(header: string): boolean {
  return /(dien thoai|so dt|sdt|di dong|lien he|email|e mail|zalo|facebook|cccd|cmnd|ngay sinh)/.test(foldText(header));
}
