/** What has to be said of a bound table as a whole: rows and columns that are missing, numbers beside them, converted texts. */
import { columnLetters } from '../cells/address';
import { rawText } from '../cells/cell-text';
import { finding, type Finding } from '../findings';
import type { FormDefinition } from './definition';
import type { FoundTable } from './find-tables';
import type { GridView, ViewCell } from './grid-view';
import type { RowMatch } from './match-rows';
import { rowName } from './row-drafts';

/** More than this many stray numbers in one sheet say nothing new. */
const STRAY_LIMIT = 20;
const FEW_ROWS = 3;

/** Each missing row by name while they are few; a unit that kept only its own rows gets one sentence. */
export function sayMissingRows(
  form: FormDefinition,
  sheet: string,
  found: ReadonlyMap<string, RowMatch>,
  findings: Finding[],
): void {
  if (found.size === form.indicators.length) return;
  const missing = form.indicators.filter((indicator) => !found.has(indicator.id));
  const at = { sheet, cell: null };
  if (missing.length > FEW_ROWS) {
    const rows = missing.map((indicator) => (indicator.number === '' ? indicator.text : indicator.number)).join(', ');
    findings.push(finding('rows-missing', 'warning', at, { count: missing.length, rows }));
    return;
  }
  for (const indicator of missing) findings.push(finding('row-missing', 'warning', at, { row: rowName(indicator) }));
}

/** Quantity columns of the form that the table lacks, or that several columns could be. */
export function sayMissingColumns(form: FormDefinition, view: GridView, table: FoundTable, findings: Finding[]): void {
  for (const column of form.columns) {
    if (column.role !== 'measure' || column.measure === undefined || table.columns.measures.has(column.measure)) continue;
    const at = table.columns.header === null ? null : view.ref(table.columns.header.first, table.columns.label);
    const rivals = table.columns.unclear.get(column.measure);
    if (rivals !== undefined) {
      const columns = rivals.map((one) => columnLetters(one)).join(', ');
      findings.push(finding('column-unclear', 'error', at, { column: column.header, columns }));
      continue;
    }
    findings.push(finding('column-missing', 'warning', at, { column: column.header }));
  }
}

/** Numbers of matched rows in columns the form does not know: a column of them is said once, by its header. */
export function sayStrayNumbers(view: GridView, table: FoundTable, matches: readonly RowMatch[], findings: Finding[]): void {
  const { columns } = table;
  const quantities = [...columns.measures.values(), ...[...columns.also.values(), ...columns.unclear.values()].flat()];
  const known = new Set([columns.number, columns.label, columns.unitOfMeasure, columns.note, ...quantities]);
  const strays = new Map<number, ViewCell[]>();
  for (const match of matches) {
    if (match.indicator.indicator.kind === 'free') continue;
    for (const cell of view.row(match.row.row)?.cells ?? []) {
      if (known.has(cell.column) || cell.value.kind !== 'number') continue;
      strays.set(cell.column, [...(strays.get(cell.column) ?? []), cell]);
    }
  }
  for (const [column, cells] of [...strays].sort((a, b) => a[0] - b[0])) {
    const header = headerOf(view, table, column);
    const first = view.ref(Math.min(...cells.map((cell) => cell.row)), column);
    if (cells.length > 1 && header !== '') {
      findings.push(finding('column-extra', 'warning', first, { column: header, count: cells.length }));
      continue;
    }
    for (const cell of cells.slice(0, STRAY_LIMIT)) {
      findings.push(finding('number-unplaced', 'warning', view.ref(cell.row, column), { raw: rawText(cell.value) }));
    }
  }
}

/** What stands above a column, from top to bottom: "Năm 2023 – Người"; empty where nothing does. */
function headerOf(view: GridView, { columns: { header } }: FoundTable, column: number): string {
  const texts: string[] = [];
  for (let row = header?.first ?? 0; header !== null && row <= header.last; row += 1) {
    const text = view.headerText(row, column).trim();
    if (/\p{L}{2}/u.test(text) && !texts.includes(text)) texts.push(text);
  }
  return texts.join(' – ');
}

/** One finding per encoding: how many cells, and one of them before and after. */
export function sayConversions(view: GridView, findings: Finding[]): void {
  for (const encoding of new Set(view.conversions.map((one) => one.encoding))) {
    const all = view.conversions.filter((one) => one.encoding === encoding);
    const first = all[0];
    if (first === undefined) continue;
    const params = { encoding, before: first.before, after: first.after, count: all.length };
    findings.push(finding('text-converted', 'hint', first.at, params));
  }
}
