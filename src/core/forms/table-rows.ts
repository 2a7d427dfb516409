/** The rows of a found table as candidates for matching, and where the table ends. */
import type { CellValue } from '../cells/cell';
import { EMPTY } from '../cells/cell';
import { isPlaceholder } from '../cells/placeholder';
import { foldText } from '../cells/fold';
import type { FoundTable } from './find-tables';
import type { FormMatcher } from './form-matcher';
import type { GridView, ViewCell, ViewRow } from './grid-view';
import { candidateRow, type CandidateRow } from './match-rows';

/** Words that open what stands below a table: signatures, recipients, place and date (folded). */
const AFTER_TABLE = [
  'noi nhan',
  'nguoi lap',
  'nguoi tong hop',
  'thu truong',
  'hieu truong',
  'giam doc',
  'pho giam doc',
  'chu tich',
  'pho chu tich',
  'truong phong',
  'pho truong phong',
  'tm ',
  'kt ',
  'tl ',
  'ky ten',
  'xac nhan',
  'ghi chu ',
  'luu y',
];

/** How far below the last recognised row added rows are looked for. */
const TAIL = 40;

/** Every row of the table that holds something, with what matching needs. */
export function rowsOfTable(matcher: FormMatcher, view: GridView, table: FoundTable): readonly CandidateRow[] {
  const last = lastRowOf(view, table);
  const rows: CandidateRow[] = [];
  for (const row of view.rows) {
    if (row.index < table.firstRow || row.index > last || repeatsHeader(matcher, row)) continue;
    const candidate = candidateOf(view, table, row);
    if (candidate !== null) rows.push(candidate);
  }
  return rows;
}

/** Text that is nothing but the number of a column: "(3)". */
const COLUMN_NUMBER = /^\W*(\d{1,2})\W*$/;

/** The numbers of the columns in a row of their own: (1), (2), (3) … */
function numbersColumns(row: ViewRow): boolean {
  const numbers = row.cells.map((cell) => COLUMN_NUMBER.exec(cell.text)?.[1]);
  return numbers.length >= 4 && numbers.every((one, index) => one !== undefined && Number(one) === Number(numbers[0]) + index);
}

/** Whether a row with this label can never pass for a header or for numbers of columns, whatever else stands in it. */
export function isNoHeaderLabel(matcher: FormMatcher, label: ViewCell): boolean {
  return (
    label.value.kind === 'text' &&
    /\p{L}{2}/u.test(label.text) &&
    !COLUMN_NUMBER.test(label.text) &&
    !matcher.columns.some(({ column, words }) => words.includes(label.folded) || foldText(column.group ?? '') === label.folded)
  );
}

/** A header printed again on the next page: nothing but its words and the numbers of its columns. */
function repeatsHeader(matcher: FormMatcher, row: ViewRow): boolean {
  if (numbersColumns(row)) return true;
  const words = row.cells.filter((cell) => cell.value.kind === 'text' && /\p{L}{2}/u.test(cell.text));
  return (
    words.length >= 2 &&
    row.cells.every((cell) => words.includes(cell) || /^\W*\w{0,2}\W*$/u.test(cell.text)) &&
    words.every((cell) =>
      matcher.columns.some(
        ({ column, words: names }) => names.includes(cell.folded) || foldText(column.group ?? '') === cell.folded,
      ),
    )
  );
}

function candidateOf(view: GridView, table: FoundTable, row: ViewRow): CandidateRow | null {
  const { columns } = table;
  const number: CellValue = columns.number === null ? EMPTY : (view.cell(row.index, columns.number)?.value ?? EMPTY);
  const label = view.cell(row.index, columns.label)?.text ?? '';
  const unit = columns.unitOfMeasure === null ? '' : (view.cell(row.index, columns.unitOfMeasure)?.text ?? '');
  const descriptive = new Set([columns.number, columns.label, columns.unitOfMeasure]);
  const hasValues = row.cells.some((cell) => !descriptive.has(cell.column) && cell.text !== '' && !isPlaceholder(cell.text));
  const hasNumber = number.kind !== 'empty';
  if (!hasNumber && label === '' && !hasValues) return null;
  return candidateRow(row.index, number, label, unit, hasValues);
}

/** The last row that may belong to a table: its last recognised one, or one added right below. */
export function lastRowOf(view: GridView, table: FoundTable): number {
  let last = table.lastRow;
  let previous = table.lastRow;
  for (const row of view.rows) {
    if (row.index <= table.lastRow) continue;
    if (row.index > table.lastRow + TAIL || row.index > previous + 1 || closesTable(row)) break;
    last = row.index;
    previous = row.index;
  }
  return last;
}

function closesTable(row: ViewRow): boolean {
  return row.cells.some(
    (cell) =>
      cell.folded.length <= 80 &&
      (AFTER_TABLE.some((words) => `${cell.folded} `.startsWith(words)) || /(^| )ngay .*thang .*nam /.test(`${cell.folded} `)),
  );
}
