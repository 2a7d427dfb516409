/**
 * From a sheet to the lines a unit wrote: the second kind of form on the same line as the first. Nothing found is
 * dropped: what has no column of its own stays with its line, and what cannot be told is said.
 */
import type { CellGrid } from '../../cells/cell';
import { foldText } from '../../cells/fold';
import { finding, type Finding } from '../../findings';
import type { ListForm } from '../definition';
import { documentEvidence, linesAbove } from '../document-evidence';
import type { FilledForm, TextConversion } from '../filled-form';
import { viewGrid, type GridView } from '../grid-view';
import { unitEvidence } from '../unit-evidence';
import { EntryReader } from './entry-reader';
import { findLists, headerText, isPrivate, type ListTable } from './find-lists';
import { isBlank, linesOfList, MOST_LINES, type LineRow } from './list-rows';

/** Binds the list that a sheet holds, all its tables together; none when the sheet has no such header. */
export function bindList(form: ListForm, grid: CellGrid): readonly FilledForm[] {
  const view = viewGrid(grid);
  const tables = findLists(form, view);
  const [first] = tables;
  if (first === undefined) return [];
  const findings: Finding[] = [];
  const above = linesAbove(view, first.header.first);
  const document = documentEvidence(above);
  const { lines, cut } = linesOfList(form, view, tables);
  if (cut) findings.push(finding('lines-too-many', 'error', { sheet: view.sheet, cell: null }, { limit: MOST_LINES }));
  sayColumns(form, view, first, findings);
  const extras = extraColumns(view, lines, findings);
  const reader = new EntryReader(form, view, document.year, extras, repeatsDays(lines), findings);
  const entries = lines.map((line) => reader.read(line));
  sayConversions(view.conversions, findings);
  const label = foldText(form.unitLine);
  return [
    {
      form: form.id,
      sheet: view.sheet,
      lines: [],
      extras: [],
      // The printed label of the line ("UBND huyện, thành phố (hoặc Sở, ngành)") is itself like a name, and is none.
      units: unitEvidence(view, above, form.unitLine).filter((one) => foldText(one.text) !== label),
      document,
      list: { entries },
      findings,
    },
  ];
}

/** Whether a clerk writes the day on every line, also where it is the same: then a blank is a slip. */
function repeatsDays(lines: readonly LineRow[]): boolean {
  return lines.some((line, index) => {
    const before = lines[index - 1];
    return line.dayFrom === 'own' && before?.dayFrom === 'own' && before.dayCell?.text === line.dayCell?.text;
  });
}

function sayColumns(form: ListForm, view: GridView, table: ListTable, findings: Finding[]): void {
  for (const column of form.list.columns) {
    if (!column.required || table.columns.has(column.id)) continue;
    const at = { sheet: view.sheet, cell: null };
    findings.push(finding('column-missing', 'warning', at, { column: column.header }));
  }
}

/** More columns than this are no list any more. */
const MOST_EXTRA = 12;

/** Columns beside the form's own, per table: column of the sheet → its heading. Private ones are only counted. */
function extraColumns(
  view: GridView,
  lines: readonly LineRow[],
  findings: Finding[],
): ReadonlyMap<ListTable, ReadonlyMap<number, string>> {
  const byTable = new Map<ListTable, Map<number, string>>();
  const said = new Map<string, { readonly kept: boolean; readonly cell: string | null; count: number }>();
  for (const { table, row } of lines) {
    const own = new Set(table.columns.values());
    const extras = byTable.get(table) ?? new Map<number, string>();
    byTable.set(table, extras);
    for (const cell of row.cells) {
      if (own.has(cell.column) || isBlank(cell)) continue;
      const header = headerText(view, table, cell.column);
      const kept = !isPrivate(header) && (extras.has(cell.column) || extras.size < MOST_EXTRA);
      if (kept) extras.set(cell.column, header);
      const known = said.get(header) ?? { kept, cell: view.ref(row.index, cell.column).cell, count: 0 };
      known.count += 1;
      said.set(header, known);
    }
  }
  for (const [header, { kept, cell, count }] of said) {
    const params = { column: header, count };
    const at = { sheet: view.sheet, cell };
    if (!kept) findings.push(finding('column-private', 'hint', at, params));
    // A column without a heading is somebody's side note; its words stay all the same.
    else if (header !== '') findings.push(finding('column-kept', 'hint', at, params));
  }
  return byTable;
}

/** One finding per encoding: how many cells, and one of them before and after. */
function sayConversions(conversions: readonly TextConversion[], findings: Finding[]): void {
  for (const encoding of new Set(conversions.map((one) => one.encoding))) {
    const all = conversions.filter((one) => one.encoding === encoding);
    const [first] = all;
    if (first === undefined) continue;
    const { before, after } = first;
    findings.push(finding('text-converted', 'hint', first.at, { encoding, before, after, count: all.length }));
  }
}
