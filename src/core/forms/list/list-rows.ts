/** Which rows of a list's tables are lines of it, and which cell says the day of each. */
import { foldText } from '../../cells/fold';
import { isPlaceholder } from '../../cells/placeholder';
import type { ListForm } from '../definition';
import type { GridView, ViewCell, ViewRow } from '../grid-view';
import { writtenDays } from './day-text';
import type { ListTable } from './find-lists';

export interface LineRow {
  readonly table: ListTable;
  readonly row: ViewRow;
  /** The cell that says the day; null where none does. */
  readonly dayCell: ViewCell | null;
  /** "own": in the row itself. "shared": of a merged area, a heading, or the line above. */
  readonly dayFrom: 'own' | 'shared' | 'carried';
}

export interface ListLines {
  readonly lines: readonly LineRow[];
  /** Lines beyond the limit were left out. */
  readonly cut: boolean;
}

/** A report has some dozens; this many is a hostile file or another kind of list. */
export const MOST_LINES = 2_000;

/** How the lines after a table begin: signature, recipients, notes of the form (folded). */
const AFTER =
  /^(thu truong|hieu truong|pho hieu truong|giam doc|pho giam doc|chu tich|pho chu tich|truong phong|truong ban|bi thu|ke toan|tm|kt|tl|tuq|nguoi lap|nguoi tong hop|noi nhan|nhu tren|luu|ky ten|xac nhan|lanh dao|nop ve|ghi chu|luu y|da ky|ngay thang nam)( |$)/;
/** "Phan Rang, ngày 28 tháng 9 năm 2022": where and when it was signed. */
const PLACE_AND_DATE = /^[^\d]{0,40},?\s*ngày\s*[\d…. ]{1,10}\s*tháng\s*[\d…. ]{1,10}\s*năm/iu;
const LONGEST_SIGNATURE = 90;

/** The lines of all tables, in the order of the sheet. */
export function linesOfList(form: ListForm, view: GridView, tables: readonly ListTable[]): ListLines {
  const lines: LineRow[] = [];
  let cut = false;
  for (const table of tables) {
    if (lines.length >= MOST_LINES) {
      cut = true;
      break;
    }
    cut = readTable(form, view, table, lines) || cut;
  }
  return { lines, cut };
}

/** Adds the lines of one table; true where the limit cut them. */
function readTable(form: ListForm, view: GridView, table: ListTable, lines: LineRow[]): boolean {
  const roles = rolesOf(form, table);
  const merges = dayMerges(view, roles.date);
  // A day stands over its table, between the one before and the header: "Thứ Hai, ngày 03/10/2022".
  let current: { readonly cell: ViewCell; readonly row: number } | null = headingAbove(view, table);
  for (const row of view.rows) {
    if (row.index <= table.header.last || row.index > table.end) continue;
    const cells = row.cells.filter((cell) => !isBlank(cell));
    if (cells.length === 0) continue;
    if (cells.every(isAfterTable)) break;
    const own = roles.date === null ? undefined : cells.find((cell) => cell.column === roles.date);
    const said = cells.filter((cell) => roles.words.has(cell.column));
    const others = cells.filter((cell) => cell !== own && cell.column !== roles.order && !roles.words.has(cell.column));
    const [only] = cells;
    if (cells.length === 1 && only !== undefined && only !== own && isDayHeading(only)) {
      current = { cell: only, row: row.index };
      continue;
    }
    if (own !== undefined) current = { cell: own, row: row.index };
    const says = said.length > 0 || (others.length > 0 && own !== undefined);
    if (!says) continue;
    const shares =
      current !== null &&
      (current.row < row.index ? merges.get(row.index) === current.row || current.cell.column !== roles.date : false);
    if (lines.length >= MOST_LINES) return true;
    lines.push({
      table,
      row,
      dayCell: current?.cell ?? null,
      dayFrom: own !== undefined ? 'own' : shares ? 'shared' : 'carried',
    });
  }
  return false;
}

function rolesOf(form: ListForm, table: ListTable): { order: number | null; date: number | null; words: ReadonlySet<number> } {
  const words = new Set<number>();
  let order: number | null = null;
  let date: number | null = null;
  for (const column of form.list.columns) {
    const place = table.columns.get(column.id);
    if (place === undefined) continue;
    if (column.type === 'order') order = place;
    else if (column.type === 'date') date = place;
    else words.add(place);
  }
  return { order, date, words };
}

/** Row → first row of the merged area of the column of days that it lies in. */
function dayMerges(view: GridView, date: number | null): ReadonlyMap<number, number> {
  const rows = new Map<number, number>();
  if (date === null) return rows;
  for (const { top, bottom } of view.mergesOver(date)) {
    for (let row = top; row <= Math.min(bottom, top + MOST_LINES); row += 1) rows.set(row, top);
  }
  return rows;
}

function headingAbove(view: GridView, table: ListTable): { readonly cell: ViewCell; readonly row: number } | null {
  const cells = (view.row(table.header.first - 1)?.cells ?? []).filter((cell) => !isBlank(cell));
  const [only] = cells;
  return cells.length === 1 && only !== undefined && isDayHeading(only) ? { cell: only, row: only.row } : null;
}

const LONGEST_HEADING = 60;

/** A cell that says nothing but one day: no title, no line of the unit. */
function isDayHeading(cell: ViewCell): boolean {
  if (cell.value.kind === 'date') return true;
  if (cell.value.kind !== 'text' || cell.text.length > LONGEST_HEADING) return false;
  const written = writtenDays(cell.text.replace(/\s[-–:]\s.*$/u, ''));
  const [day] = written.spans;
  return written.spans.length === 1 && day !== undefined && day.from === day.to && day.from.month !== null && !written.otherWords;
}

export function isBlank(cell: ViewCell): boolean {
  return cell.value.kind === 'empty' || isPlaceholder(cell.text);
}

/** Part of a signature or of a note under the table, and no line of the list. */
function isAfterTable(cell: ViewCell): boolean {
  if (cell.value.kind !== 'text') return false;
  const text = cell.text.replace(/^[\s(*]+/, '');
  if (text.length > LONGEST_SIGNATURE) return /^nộp về/iu.test(text);
  if (PLACE_AND_DATE.test(text)) return true;
  const folded = `${foldText(text)} `;
  if (!AFTER.test(folded)) return false;
  // "Giám đốc Sở dự khai mạc" is something to do; "GIÁM ĐỐC" and "(Nộp về …)" are not.
  return (
    text === text.toUpperCase() ||
    /^(noi nhan|nop ve|ghi chu|luu|nguoi lap|nhu tren|ky ten|da ky)/.test(folded) ||
    folded.split(' ').length <= 5
  );
}
