/**
 * From a sheet to a filled form: find the table, match its columns and rows, read its values and what stands
 * around it. Nothing found is dropped: what has no place in the form becomes an extra row or a finding.
 */
import type { CellGrid } from '../cells/cell';
import { EMPTY } from '../cells/cell';
import { isPlaceholder } from '../cells/placeholder';
import { readQuantity } from '../cells/quantity';
import { finding, type Finding } from '../findings';
import type { FormDefinition, Indicator } from './definition';
import { documentEvidence, linesAbove } from './document-evidence';
import type { ExtraRow, FilledForm, FilledLine } from './filled-form';
import { findTables, type FoundTable } from './find-tables';
import { matcherOf, type FormMatcher } from './form-matcher';
import { viewGrid, type GridView } from './grid-view';
import { learnLayout, recallLayout } from './known-layouts';
import type { BoundLine, LineMemory } from './line-memory';
import { matchRows, parentByNumber, type CandidateRow, type RowMatch, type RowMatches } from './match-rows';
import { bindList } from './list/bind-list';
import { readMoneyUnit } from './money-unit';
import { readFields } from './read-fields';
import { rowName, type QuantityCell } from './row-drafts';
import { splitLeadingNumber } from './row-number';
import { sayConversions, sayMissingColumns, sayMissingRows, sayStrayNumbers } from './table-findings';
import { rowsOfTable } from './table-rows';
import { unitEvidence } from './unit-evidence';

const CLEAR_FIT = 0.95;

/**
 * Binds every table of the form that a sheet holds, from top to bottom; none when the form is not in it.
 * Findings carry the sheet and cell; readings keep the raw text.
 */
export function bindSheet(form: FormDefinition, grid: CellGrid): readonly FilledForm[] {
  if (form.kind === 'list') return bindList(form, grid);
  const matcher = matcherOf(form);
  const view = viewGrid(grid);
  const known = recallLayout(matcher, view, grid);
  if (known !== null) return [bindTable(matcher, view, known.table, known.matches, known.lines)];
  const tables = findTables(matcher, view);
  return tables.map((table) => {
    const rows = rowsOfTable(matcher, view, table);
    const matches = matchRows(matcher, rows);
    if (tables.length === 1) learnLayout(matcher, view, grid, table, rows, matches);
    return bindTable(matcher, view, table, matches, null);
  });
}

/** Whether any quantity cell of a filled form says something. */
export function hasFigures(filled: FilledForm): boolean {
  if (filled.list !== undefined) return filled.list.entries.length > 0;
  return filled.lines.some(({ readings, besides }) => {
    for (const measure in readings) if (readings[measure]?.state !== 'absent') return true;
    for (const measure in besides) if (besides[measure] !== undefined) return true;
    return false;
  });
}

function bindTable(
  matcher: FormMatcher,
  view: GridView,
  table: FoundTable,
  { matches, doubles, left }: RowMatches,
  memory: LineMemory | null,
): FilledForm {
  const { form } = matcher;
  const findings: Finding[] = [];
  const byId = matchesById(matches);
  const lines = form.indicators.map((indicator) => {
    const match = byId.get(indicator.id);
    const bind = (): BoundLine => {
      const said: Finding[] = [];
      return { line: bindLine(form, view, table, indicator, match, said), findings: said };
    };
    const bound = memory === null ? bind() : memory.take(view, indicator.id, match?.row.row ?? null, bind);
    for (const one of bound.findings) findings.push(one);
    return bound.line;
  });
  const free = byId.get(form.indicators.find((one) => one.kind === 'free')?.id ?? '');
  for (const double of doubles) {
    const name = rowName(double.winner.indicator.indicator);
    const other = view.ref(double.winner.row.row, table.columns.label).cell ?? '';
    findings.push(finding('row-twice', 'warning', view.ref(double.row.row, table.columns.label), { row: name, other }));
  }
  const extras = [...left, ...doubles.map((double) => double.row)]
    .sort((a, b) => a.row - b.row)
    .map((row) =>
      bindExtra(
        matcher,
        view,
        table,
        row,
        free,
        doubles.some((double) => double.row === row),
        findings,
      ),
    );
  sayMissingRows(form, view.sheet, byId, findings);
  sayMissingColumns(form, view, table, findings);
  sayStrayNumbers(view, table, matches, findings);
  sayConversions(view, findings);
  const top = table.columns.header?.first ?? table.firstRow;
  const above = linesAbove(view, top);
  return {
    form: form.id,
    sheet: view.sheet,
    lines,
    extras: extras.filter((extra) => extra !== null),
    units: unitEvidence(view, above, form.unitLine),
    document: documentEvidence(above),
    findings,
  };
}

const byIds = new WeakMap<readonly RowMatch[], ReadonlyMap<string, RowMatch>>();

/** The matches by their indicator's id; those of a known layout are the same in thousands of sheets. */
function matchesById(matches: readonly RowMatch[]): ReadonlyMap<string, RowMatch> {
  let known = byIds.get(matches);
  if (known === undefined) {
    known = new Map(matches.map((match) => [match.indicator.indicator.id, match]));
    byIds.set(matches, known);
  }
  return known;
}

function bindLine(
  form: FormDefinition,
  view: GridView,
  table: FoundTable,
  indicator: Indicator,
  match: RowMatch | undefined,
  findings: Finding[],
): FilledLine {
  const { columns } = table;
  if (match === undefined) {
    const readings = Object.fromEntries(indicator.fields.map((field) => [field.measure, { state: 'absent' } as const]));
    return { indicator: indicator.id, at: null, readings, besides: {}, unitOfMeasure: null, unitCell: null, note: '', cells: {} };
  }
  const row = match.row.row;
  const at = view.ref(row, columns.label);
  const label = view.cell(row, columns.label)?.text ?? '';
  if (match.fit < CLEAR_FIT) findings.push(finding('row-relabelled', 'hint', at, { row: rowName(indicator), found: label }));
  const cells: QuantityCell[] = [...columns.measures].map(([measure, first]) => {
    const column = [first, ...(columns.also.get(measure) ?? [])].find((one) => view.cell(row, one) !== undefined) ?? first;
    return { measure, at: view.ref(row, column), value: view.cell(row, column)?.value ?? EMPTY };
  });
  const read = readFields(form, indicator, cells);
  const unitOfMeasure = columns.unitOfMeasure === null ? null : (view.cell(row, columns.unitOfMeasure)?.text ?? null);
  const scaled = readMoneyUnit(indicator, unitOfMeasure, read);
  findings.push(...scaled.findings);
  if (view.isHidden(row, columns.label) && Object.values(scaled.readings).some((one) => one.state !== 'absent')) {
    findings.push(finding('value-hidden', 'hint', at, { row: rowName(indicator) }));
  }
  // "Số tin bài …: 12 tin" with blank cells beside it: somebody meant a figure, and nobody counts it there.
  const saysNothing = Object.values(scaled.readings).every((one) => one.state === 'absent');
  if (indicator.fields.length > 0 && saysNothing && figuresIn(label).length > figuresIn(indicator.text).length) {
    findings.push(finding('number-unplaced', 'warning', at, { raw: label }));
  }
  return {
    indicator: indicator.id,
    at,
    readings: scaled.readings,
    besides: read.besides,
    unitOfMeasure,
    unitCell: columns.unitOfMeasure === null ? null : view.ref(row, columns.unitOfMeasure).cell,
    note: indicator.kind === 'free' ? freeText(view, table, row) : noteOf(view, table, row),
    cells: Object.fromEntries(cells.map((cell) => [cell.measure, cell.at.cell ?? ''])),
  };
}

/** The figures in a label, without the number it may begin with. */
function figuresIn(label: string): readonly string[] {
  return splitLeadingNumber(label).text.match(/\d+/g) ?? [];
}

function noteOf(view: GridView, table: FoundTable, row: number): string {
  const { note } = table.columns;
  const text = note === null ? '' : (view.cell(row, note)?.text ?? '');
  return isPlaceholder(text) ? '' : text;
}

/** Everything a free row says outside its number and printed label. */
function freeText(view: GridView, table: FoundTable, row: number): string {
  const { number, label } = table.columns;
  return (view.row(row)?.cells ?? [])
    .filter((cell) => cell.column !== number && cell.column !== label && cell.text !== '' && !isPlaceholder(cell.text))
    .map((cell) => cell.text)
    .join('; ');
}

function bindExtra(
  matcher: FormMatcher,
  view: GridView,
  table: FoundTable,
  row: CandidateRow,
  free: RowMatch | undefined,
  double: boolean,
  findings: Finding[],
): ExtraRow | null {
  const { columns } = table;
  const at = view.ref(row.row, columns.label);
  const text = view.cell(row.row, columns.label)?.text ?? '';
  const rest = (view.row(row.row)?.cells ?? [])
    .filter((cell) => cell.column !== columns.label && cell.column !== columns.number)
    .map((cell) => cell.text)
    .filter((one) => one !== '' && !isPlaceholder(one));
  const number = columns.number === null ? '' : (view.cell(row.row, columns.number)?.text ?? '');
  if ((text === '' || isPlaceholder(text)) && rest.length === 0) return null;
  const values: Record<string, number> = {};
  const parent = double ? null : parentByNumber(matcher, row.numbers);
  for (const [measure, column] of columns.measures) {
    const field = parent?.indicator.fields.find((one) => one.measure === measure);
    const read = readQuantity(view.cell(row.row, column)?.value ?? EMPTY, {
      nature: field?.nature ?? 'things',
      unit: field?.unit ?? '',
      yesNo: false,
      pair: null,
    });
    if (read.state === 'certain') values[measure] = read.value;
  }
  const name = [row.numbers[0] ?? '', text].filter((one) => one !== '').join('. ');
  const belongsToFree = free !== undefined && row.row > free.row.row;
  if (parent !== null) {
    findings.push(finding('row-extra-numbered', 'warning', at, { text: name, parent: rowName(parent.indicator) }));
  } else if (!double && !belongsToFree) {
    const code =
      text === ''
        ? finding('number-unplaced', 'warning', at, { raw: rest.join('; ') })
        : finding('row-extra', 'hint', at, { text: name });
    findings.push(code);
  }
  return { at, number, text, rest, parent: parent?.indicator.id ?? null, values };
}
