/**
 * Which column of a table is which column of the form: by the words of its header (in any order, on one or more
 * levels, merged or not), then by what stands in it. Coordinates never decide.
 */
import { foldText } from '../cells/fold';
import type { FormMatcher } from './form-matcher';
import { documentEvidence, linesAbove } from './document-evidence';
import type { GridView } from './grid-view';
import { findHeader, groupWords } from './header-rows';
import { settleRivals } from './rival-columns';

export interface TableColumns {
  readonly number: number | null;
  readonly label: number;
  readonly unitOfMeasure: number | null;
  readonly note: number | null;
  /** Measure id → column; a measure whose column the table lacks is absent. */
  readonly measures: ReadonlyMap<string, number>;
  /** Measure id → further columns that hold it in the rows where the first is blank ("Số lớp" and "Số cuộc"). */
  readonly also: ReadonlyMap<string, readonly number[]>;
  /** Measures that several columns claim and nothing tells apart; they have no column above. */
  readonly unclear: ReadonlyMap<string, readonly number[]>;
  /** Rows of the header, first and last; null where the table has none. */
  readonly header: { readonly first: number; readonly last: number } | null;
  /** The words of the header alone decided every column: no rivals, nothing placed by what stands below. */
  readonly byHeader: boolean;
}

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
  const extent = { label, firstRow, lastRow, header };
  const named = header === null ? NOTHING_NAMED : rolesByHeader(matcher, view, { ...extent, header }, columns);
  const roles = new Map(named.roles).set(label, { kind: 'label' });
  const byHeader = header !== null && !named.contested && namesEverything(matcher, roles);
  return {
    ...fillGaps(matcher, view, roles, columns, extent, named.unclear),
    also: named.also,
    unclear: named.unclear,
    byHeader,
  };
}

function namesEverything(matcher: FormMatcher, roles: ReadonlyMap<number, Role>): boolean {
  const all = [...roles.values()];
  return (
    all.some((role) => role.kind === 'number') &&
    all.some((role) => role.kind === 'unitOfMeasure') &&
    matcher.form.measures.every((one) => all.some((role) => role.kind === 'measure' && role.measure === one.id))
  );
}

type Role =
  /** "aside": headed like a measure, but not the one that counts. */
  | { readonly kind: 'number' | 'label' | 'unitOfMeasure' | 'note' | 'group' | 'aside' }
  | { readonly kind: 'measure'; readonly measure: string };

/** What the header says of the columns, and where it says one thing of several. */
interface NamedColumns {
  readonly roles: ReadonlyMap<number, Role>;
  readonly also: ReadonlyMap<string, readonly number[]>;
  readonly unclear: ReadonlyMap<string, readonly number[]>;
  /** Several columns claimed one measure, and more than the header's words decided. */
  readonly contested: boolean;
}
const NOTHING_NAMED: NamedColumns = { roles: new Map(), also: new Map(), unclear: new Map(), contested: false };

/** The columns in which any cell of the rows from first to last holds something, ascending. */
export function columnsInUse(view: GridView, first: number, last: number): readonly number[] {
  const seen = new Set<number>();
  for (const row of view.rows) {
    if (row.index < first || row.index > last) continue;
    for (const cell of row.cells) seen.add(cell.column);
  }
  return [...seen].sort((a, b) => a - b);
}

/** Claims this close to the best are claims to the same column. */
const EQUAL_CLAIM = 0.05;

function rolesByHeader(
  matcher: FormMatcher,
  view: GridView,
  extent: TableExtent & { readonly header: NonNullable<TableColumns['header']> },
  columns: readonly number[],
): NamedColumns {
  const { header, label } = extent;
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
  const also = new Map<string, readonly number[]>();
  const unclear = new Map<string, readonly number[]>();
  let year: number | null | undefined;
  for (const claim of claims) {
    const name = claim.role.kind === 'measure' ? `measure ${claim.role.measure}` : claim.role.kind;
    if (claim.column === label || roles.has(claim.column) || given.has(name)) continue;
    given.add(name);
    const rivals = claim.role.kind === 'measure' ? rivalsOf(claims, claim, label, roles) : [];
    if (claim.role.kind !== 'measure' || rivals.length < 2) {
      roles.set(claim.column, claim.role);
      continue;
    }
    year ??= documentEvidence(linesAbove(view, header.first)).year;
    const verdict = settleRivals(view, { ...extent, year }, rivals);
    for (const column of rivals) roles.set(column, { kind: 'aside' });
    if (verdict.kind === 'unclear') {
      unclear.set(claim.role.measure, verdict.columns);
      continue;
    }
    const [chosen = claim.column, ...others] = verdict.kind === 'one' ? [verdict.column] : verdict.columns;
    roles.set(chosen, claim.role);
    if (others.length > 0) also.set(claim.role.measure, others);
  }
  for (const column of underGroup) if (!roles.has(column) && column !== label) roles.set(column, { kind: 'group' });
  return { roles, also, unclear, contested: year !== undefined };
}

interface Claim {
  readonly column: number;
  readonly role: Role;
  readonly fit: number;
}

/** The columns that claim the same measure about as well, from left to right. */
function rivalsOf(claims: readonly Claim[], best: Claim, label: number, roles: ReadonlyMap<number, Role>): readonly number[] {
  const rivals = claims.filter(
    (one) =>
      one.role.kind === 'measure' &&
      best.role.kind === 'measure' &&
      one.role.measure === best.role.measure &&
      one.fit >= best.fit - EQUAL_CLAIM &&
      one.column !== label &&
      !roles.has(one.column) &&
      // A column that claims another role better goes there: "Người" beside "Số lớp" under one group.
      !claims.some(
        (other) => other.column === one.column && other.fit > one.fit + EQUAL_CLAIM && !sameRole(other.role, one.role),
      ),
  );
  return [...new Set(rivals.map((one) => one.column))].sort((a, b) => a - b);
}

function sameRole(a: Role, b: Role): boolean {
  return a.kind === 'measure' && b.kind === 'measure' ? a.measure === b.measure : a.kind === b.kind;
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
  unclear: ReadonlyMap<string, readonly number[]>,
): Omit<TableColumns, 'also' | 'unclear' | 'byHeader'> {
  const find = (kind: Role['kind']): number | null => [...roles].find(([, role]) => role.kind === kind)?.[0] ?? null;
  const measures = new Map<string, number>();
  for (const [column, role] of roles) if (role.kind === 'measure') measures.set(role.measure, column);
  const free = columns.filter((column) => !roles.has(column));
  const number = find('number') ?? columnLike(view, free, extent, (cell) => matcher.byNumber.has(cell.text.trim()));
  const unit =
    find('unitOfMeasure') ??
    columnLike(view, free, extent, (cell) => matcher.indicators.some((one) => one.unitOfMeasure === cell.folded));
  const note = find('note');
  const aside = [...roles].flatMap(([column, role]) => (role.kind === 'aside' ? [column] : []));
  const taken = new Set([number, unit, note, extent.label, ...measures.values(), ...aside]);
  placeUnnamedMeasures(matcher, view, roles, columns, extent, measures, taken, unclear);
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
  unclear: ReadonlyMap<string, readonly number[]>,
): void {
  const wanted = matcher.form.measures.filter((one) => !measures.has(one.id) && !unclear.has(one.id));
  if (wanted.length === 0) return;
  const grouped = [...roles].flatMap(([column, role]) => (role.kind === 'group' ? [column] : [])).sort((a, b) => a - b);
  const known = new Set([...measures.values(), ...grouped]);
  // Beside "Số lượng" a column without any header belongs to it: somebody forgot to merge the cells.
  const numeric = columns.filter(
    (column) =>
      isNumeric(view, column, extent) && (known.size === 0 || (known.has(column - 1) && isHeadless(view, column, extent))),
  );
  for (const column of [...grouped, ...numeric]) {
    if (taken.has(column)) continue;
    const next = wanted.shift();
    if (next === undefined) return;
    measures.set(next.id, column);
    taken.add(column);
  }
}

function isHeadless(view: GridView, column: number, { header }: TableExtent): boolean {
  if (header === null) return false;
  for (let row = header.first; row <= header.last; row += 1) if (/\p{L}/u.test(view.headerText(row, column))) return false;
  return true;
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
