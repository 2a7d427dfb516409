/** Which rows above a table are its header: those that name its columns. */
import { foldText } from '../cells/fold';
import type { FormMatcher } from './form-matcher';
import type { GridView, ViewCell } from './grid-view';

/** How far above the first row of the form a header may begin. */
const HEADER_REACH = 8;

/** The rows of the header, first and last, of a table whose first recognised row is `firstRow`; null where it has none. */
export function findHeader(
  matcher: FormMatcher,
  view: GridView,
  label: number,
  firstRow: number,
): { readonly first: number; readonly last: number } | null {
  let first: number | null = null;
  for (let row = firstRow - 1; row >= Math.max(0, firstRow - HEADER_REACH); row -= 1) {
    const named = columnsNamedIn(matcher, view, row);
    const labelText = foldText(view.headerText(row, label));
    const labelNamed = matcher.columns.some(
      (column) => column.column.role === 'label' && matcher.headerFit(labelText, column) > 0,
    );
    if (named >= 2 || (named >= 1 && labelNamed) || (first !== null && named >= 1)) first = row;
    else if (first !== null) break;
  }
  return first === null ? null : { first, last: firstRow - 1 };
}

/** How many cells of a row name a column of the form, or a group of them. */
export function columnsNamedIn(matcher: FormMatcher, view: GridView, row: number): number {
  const groups = groupWords(matcher);
  return (view.row(row)?.cells ?? []).filter(
    (cell) =>
      cell.folded.length <= 60 &&
      !namesTheUnit(matcher, cell) &&
      (groups.includes(cell.folded) || matcher.columns.some((column) => matcher.headerFit(cell.folded, column) > 0)),
  ).length;
}

/** "Đơn vị: UBND xã A" right above the table begins like the header "Đơn vị" and is none. */
function namesTheUnit(matcher: FormMatcher, cell: ViewCell): boolean {
  return cell.text.includes(':') || cell.folded.startsWith(`${foldText(matcher.form.unitLine)} `);
}

/** The folded words that stand above several columns. */
export function groupWords(matcher: FormMatcher): readonly string[] {
  return matcher.columns.flatMap((one) => (one.column.group === undefined ? [] : [foldText(one.column.group)]));
}
