/**
 * Several columns headed alike ("Năm 2023 | Năm 2024", "Kế hoạch | Thực hiện", a school a column and their total):
 * which one holds the unit's figures. Where the words do not tell, nobody may choose for the unit.
 */
import { foldText } from '../cells/fold';
import type { GridView } from './grid-view';

export type RivalVerdict =
  | { readonly kind: 'one'; readonly column: number }
  /** No row is filled in two of them ("Số lớp" for classes, "Số cuộc" for contests): together they are the column. */
  | { readonly kind: 'together'; readonly columns: readonly number[] }
  | { readonly kind: 'unclear'; readonly columns: readonly number[] };

/** What is not what the unit did this year, or only a part of it (folded, from the beginning of a header text). */
const ASIDE = /^(ke hoach|chi tieu|du kien|dang ky|duoc giao|cung ky|nam truoc|nam ngoai|trong do|vi du|mau)( |$)/;
const PART = new Set(['nam', 'nu', 'nam gioi', 'nu gioi', 'so nu', 'so nam']);
const TOTAL = /^(tong|tong so|tong cong|cong|t so|toan (xa|phuong|huyen|truong|nganh))( |$)/;

export interface RivalPlace {
  /** Rows of the header, first and last. */
  readonly header: { readonly first: number; readonly last: number };
  readonly firstRow: number;
  readonly lastRow: number;
  /** The year in the title above the table; null where it names none. */
  readonly year: number | null;
}

/** Decides between columns that the header names equally well for one measure; `columns` ascending, at least two. */
export function settleRivals(view: GridView, place: RivalPlace, columns: readonly number[]): RivalVerdict {
  const texts = new Map(columns.map((column) => [column, headerTexts(view, place, column)]));
  const keepIf = (from: readonly number[], test: (texts: readonly string[]) => boolean): readonly number[] =>
    from.filter((column) => test(texts.get(column) ?? []));
  const filled = columns.filter((column) => rowsFilled(view, place, column).length > 0);
  const first = columns[0] ?? 0;
  if (filled.length === 0) return { kind: 'one', column: first };
  // A part stays a part where it stands alone: "Nam | Nữ" with only one of them filled in is not all persons.
  const whole = keepIf(columns, (all) => !all.some((text) => ASIDE.test(text) || PART.has(text)));
  const candidates = whole.filter((column) => filled.includes(column));
  if (candidates.length === 0) return { kind: 'unclear', columns };
  const totals = keepIf(candidates, (all) => all.some((text) => TOTAL.test(text)));
  const { year } = place;
  const ofYear = keepIf(candidates, (all) => year !== null && all.some((text) => text.split(' ').includes(String(year))));
  const [only] = candidates.length === 1 ? candidates : totals.length === 1 ? totals : ofYear.length === 1 ? ofYear : [];
  if (only !== undefined) return { kind: 'one', column: only };
  return areDisjoint(view, place, candidates)
    ? { kind: 'together', columns: candidates }
    : { kind: 'unclear', columns: candidates };
}

/** The texts above a column, folded, top to bottom; numbers of columns ("(4)", "a") say nothing. */
function headerTexts(view: GridView, { header }: RivalPlace, column: number): readonly string[] {
  const texts: string[] = [];
  for (let row = header.first; row <= header.last; row += 1) {
    const text = foldText(view.headerText(row, column));
    if (/\p{L}{2}|\d{4}/u.test(text) && !texts.includes(text)) texts.push(text);
  }
  return texts;
}

function rowsFilled(view: GridView, { firstRow, lastRow }: RivalPlace, column: number): readonly number[] {
  return view.rows
    .filter((row) => row.index >= firstRow && row.index <= lastRow && (view.cell(row.index, column)?.text ?? '') !== '')
    .map((row) => row.index);
}

function areDisjoint(view: GridView, place: RivalPlace, columns: readonly number[]): boolean {
  const rows = columns.flatMap((column) => rowsFilled(view, place, column));
  return new Set(rows).size === rows.length;
}
