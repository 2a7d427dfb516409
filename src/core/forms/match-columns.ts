/**
 * Which column of a table is which column of the form: by the words of its header (in any order, on one or more
 * levels, merged or not), then by what stands in it. Coordinates never decide.
 */
import { foldText } from '../cells/fold';
import type { FormMatcher } from './form-matcher';
import type { GridView } from './grid-view';

export interface TableColumns {
  readonly number: number | null;
  readonly label: number;
  readonly unitOfMeasure: number | null;
  readonly note: number | null;
  /** Measure id → column; a measure whose column the table lacks is absent. */
  readonly measures: ReadonlyMap<string, number>;
  /** Rows of the header, first and last; null where the table has none. */
  readonly header: { readonly first: number; readonly last: number } | null;
}

/** How far above the first row of the form a header may begin. */
const HEADER_REACH = 8;

/** Finds the columns of a table whose labels stand in `label` and whose first recognised row is `firstRow`. */
export function matchColumns(
  matcher: FormMatcher,
  view: GridView,
  label: number,
  firstRow: number,
  lastRow: number,
): TableColumns {
  const header = findHeader(matcher, view, label, firstRow);
  const columns = columnsInUse(view, header?.first ?? firstRow, lastRow);
  const roles = header === null ? new Map<number, Role>() : rolesByHeader(matcher, view, header, columns, label);
  roles.set(label, { kind: 'label' });
  return fillGaps(matcher, view, roles, columns, { label, firstRow, lastRow, header });
}

type Role =
  | { readonly kind: 'number' | 'label' | 'unitOfMeasure' | 'note' | 'group' }
  | { readonly kind: 'measure'; readonly measure: string };

function findHeader(
  matcher: FormMatcher,
  view: GridView,
  label: number,
  firstRow: number,
): { readonly first: number; readonly last: number } | null {
  const groups = groupWords(matcher);
  let first: number | null = null;
  for (let row = firstRow - 1; row >= Math.max(0, firstRow - HEADER_REACH); row -= 1) {
    const cells = view.row(row)?.cells ?? [];
    const named = cells.filter(
      (cell) =>
        cell.folded.length <= 60 &&
        (groups.includes(cell.folded) || matcher.columns.some((column) => matcher.headerFit(cell.folded, column) > 0)),
    ).length;
    const labelText = foldText(view.headerText(row, label));
    const labelNamed = matcher.columns.some(
      (column) => column.column.role === 'label' && matcher.headerFit(labelText, column) > 0,
    );
    if (named >= 2 || (named >= 1 && labelNamed) || (first !== null && named >= 1)) first = row;
    else if (first !== null) break;
  }
  return first === null ? null : { first, last: firstRow - 1 };
}

function groupWords(matcher: FormMatcher): readonly string[] {
  return matcher.columns.flatMap((one) => (one.column.group === undefined ? [] : [foldText(one.column.group)]));
}

function columnsInUse(view: GridView, first: number, last: number): readonly number[] {
  const seen = new Set<number>();
  for (const row of view.rows) {
    if (row.index < first || row.index > last) continue;
    for (const cell of row.cells) seen.add(cell.column);
  }
  return [...seen].sort((a, b) => a - b);
}

function rolesByHeader(
  matcher: FormMatcher,
  view: GridView,
  header: { readonly first: number; readonly last: number },
  columns: readonly number[],
  label: number,
): Map<number, Role> {
  const groups = groupWords(matcher);
  const claims: { column: number; role: Role; fit: number }[] = [];
  const underGroup = new Set<number>();
  const width = Math.max(...columns, label) + 1;
  const all = Array.from({ length: Math.min(width, 200) }, (_, column) => column);
  for (const column of all) {
    for (let row = header.first; row <= header.last; row += 1) {
      const text = foldText(view.headerText(row, column));
      if (groups.includes(text)) underGroup.add(column);
      for (const one of matcher.columns) {
        const fit = matcher.headerFit(text, one);
        if (fit === 0) continue;
        // Lower rows of a header say more than the ones they stand under.
        const depth = (row - header.first) * 0.001;
        const role: Role =
          one.column.role === 'measure' && one.column.measure !== undefined
            ? { kind: 'measure', measure: one.column.measure }
            : { kind: one.column.role === 'measure' ? 'group' : one.column.role };
        claims.push({ column, role, fit: fit + depth });
      }
    }
  }
  claims.sort((a, b) => b.fit - a.fit || a.column - b.column);
  const roles = new Map<number, Role>();
  const given = new Set<string>(['label']);
  for (const claim of claims) {
    const name = claim.role.kind === 'measure' ? `measure ${claim.role.measure}` : claim.role.kind;
    if (claim.column === label || roles.has(claim.column) || given.has(name)) continue;
    roles.set(claim.column, claim.role);
    given.add(name);
  }
  for (const column of underGroup) if (!roles.has(column) && column !== label) roles.set(column, { kind: 'group' });
  return roles;
}

interface TableExtent {
  readonly label: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly header: TableColumns['header'];
}

function fillGaps(
  matcher: FormMatcher,
  view: GridView,
  roles: ReadonlyMap<number, Role>,
  columns: readonly number[],
  extent: TableExtent,
): TableColumns {
  const find = (kind: Role['kind']): number | null => [...roles].find(([, role]) => role.kind === kind)?.[0] ?? null;
  const measures = new Map<string, number>();
  for (const [column, role] of roles) if (role.kind === 'measure') measures.set(role.measure, column);
  const free = columns.filter((column) => !roles.has(column));
  const number = find('number') ?? columnLike(view, free, extent, (cell) => matcher.byNumber.has(cell.text.trim()));
  const unit =
    find('unitOfMeasure') ??
    columnLike(view, free, extent, (cell) => matcher.indicators.some((one) => one.unitOfMeasure === cell.folded));
  const note = find('note');
  const taken = new Set([number, unit, note, extent.label, ...measures.values()]);
  placeUnnamedMeasures(matcher, view, roles, columns, extent, measures, taken);
  return { number, label: extent.label, unitOfMeasure: unit, note, measures, header: extent.header };
}

/** The free column of which most cells pass a test, or null. */
function columnLike(
  view: GridView,
  free: readonly number[],
  extent: TableExtent,
  passes: (cell: { readonly text: string; readonly folded: string }) => boolean,
): number | null {
  let best: number | null = null;
  let bestCount = 2;
  for (const column of free) {
    let count = 0;
    for (const row of view.rows) {
      if (row.index < extent.firstRow || row.index > extent.lastRow) continue;
      const cell = view.cell(row.index, column);
      if (cell !== undefined && cell.text !== '' && passes(cell)) count += 1;
    }
    if (count > bestCount) {
      best = column;
      bestCount = count;
    }
  }
  return best;
}

/**
 * Measures whose header words were not found: first the columns that stand under the group's header, then columns
 * right of the labels that hold numbers; both from left to right in the form's order of measures.
 */
function placeUnnamedMeasures(
  matcher: FormMatcher,
  view: GridView,
  roles: ReadonlyMap<number, Role>,
  columns: readonly number[],
  extent: TableExtent,
  measures: Map<string, number>,
  taken: Set<number | null>,
): void {
  const wanted = matcher.form.measures.filter((one) => !measures.has(one.id));
  if (wanted.length === 0) return;
  const grouped = [...roles].flatMap(([column, role]) => (role.kind === 'group' ? [column] : [])).sort((a, b) => a - b);
  const numeric = measures.size > 0 || grouped.length > 0 ? [] : columns.filter((column) => isNumeric(view, column, extent));
  for (const column of [...grouped, ...numeric]) {
    if (taken.has(column)) continue;
    const next = wanted.shift();
    if (next === undefined) return;
    measures.set(next.id, column);
    taken.add(column);
  }
}

function isNumeric(view: GridView, column: number, extent: TableExtent): boolean {
  if (column < extent.label) return false;
  let numbers = 0;
  let others = 0;
  for (const row of view.rows) {
    if (row.index < extent.firstRow || row.index > extent.lastRow) continue;
    const value = view.cell(row.index, column)?.value;
    if (value === undefined || value.kind === 'empty') continue;
    if (value.kind === 'number' || (value.kind === 'text' && /\d/.test(value.value) && value.value.length < 30)) numbers += 1;
    else others += 1;
  }
  return numbers > 0 && numbers >= others;
}
