/** A figure of the report, opened: what it was counted from, down to units, sheets and cells. Runs in the desk. */
import type { SummarySheets } from '../../app/host';
import { cellOfTotal } from '../../app/total-cell';
import { fieldsOf } from '../../core/forms/definition';
import { rowName } from '../../core/forms/row-drafts';
import type { ReportingUnit } from '../../core/campaign/reporting-unit';
import type { Consolidation, Contribution } from '../../core/consolidation/consolidation';
import type { Fact, FigureCell, FigureSource } from '../../core/narrative/facts/fact';
import type { FigureLine, FigurePlace, FigureShown } from './report-messages';

/** Lines a person reads; a whole province stands in the sheet "Chi tiết". */
const MOST_LINES = 50;

export function shownFigure(
  facts: readonly Fact[],
  consolidation: Consolidation,
  workbook: SummarySheets | null,
  factId: string,
  name: string,
): FigureShown | null {
  const fact = facts.find((one) => one.id === factId);
  const figure = fact?.figures.find((one) => one.name === name);
  if (fact === undefined || figure === undefined) return null;
  const { source } = figure;
  const keys = keysOf(source);
  const lines = linesOf(source, consolidation);
  const names = source.kind === 'rows' ? source.rows : rowsOf(consolidation, keys);
  return {
    value: figure.value,
    unit: figure.unit,
    kind: source.kind,
    rule: fact.rule,
    rows: names.map((id) => nameOfRow(consolidation, id)),
    parts: partsOf(source).flatMap((part) => {
      const found = fact.figures.find((one) => one.name === part);
      return found === undefined ? [] : [{ fact: factId, figure: part, value: found.value, unit: found.unit }];
    }),
    lines: lines.slice(0, MOST_LINES),
    more: Math.max(0, lines.length - MOST_LINES),
    places: source.kind === 'totals' ? placesOf(consolidation, workbook, keys) : [],
  };
}

function keysOf(source: FigureSource): readonly string[] {
  if (source.kind === 'totals' || source.kind === 'lastYear') return source.keys;
  return source.kind === 'unit' ? [source.key] : [];
}

function partsOf(source: FigureSource): readonly string[] {
  if (source.kind === 'share') return [source.part, source.whole];
  return source.kind === 'change' ? [source.now, source.before] : [];
}

function linesOf(source: FigureSource, consolidation: Consolidation): readonly FigureLine[] {
  switch (source.kind) {
    case 'totals':
      return source.keys
        .flatMap((key) => contributionsOf(consolidation, key))
        .map(lineOf)
        .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
    case 'unit':
      return contributionsOf(consolidation, source.key)
        .filter(({ unit }) => isSame(unit, source.unit))
        .map(lineOf);
    case 'units': {
      const files = new Map(consolidation.contributors.map((one) => [unitKey(one.unit), one.file]));
      return source.units.map((unit) => plainLine(unit.name, files.get(unitKey(unit)) ?? ''));
    }
    case 'cells':
    case 'texts':
      return source.cells.map(cellLine);
    default:
      return [];
  }
}

function contributionsOf(consolidation: Consolidation, key: string): readonly Contribution[] {
  return consolidation.totals.find((one) => one.field.key === key)?.contributions ?? [];
}

const lineOf = ({ unit, file, sheet, cell, raw, value }: Contribution): FigureLine => ({
  unit: unit.name,
  file,
  sheet,
  cell,
  raw,
  value,
});
const cellLine = ({ unit, file, sheet, cell }: FigureCell): FigureLine => ({
  unit: unit.name,
  file,
  sheet,
  cell,
  raw: '',
  value: null,
});
const plainLine = (unit: string, file: string): FigureLine => ({ unit, file, sheet: '', cell: null, raw: '', value: null });

const unitKey = (unit: ReportingUnit): string => unit.code ?? unit.name;
const isSame = (a: ReportingUnit, b: ReportingUnit): boolean => unitKey(a) === unitKey(b);

/** Ids of the rows of these fields, each once. */
function rowsOf({ form }: Consolidation, keys: readonly string[]): readonly string[] {
  const wanted = new Set(keys);
  return [...new Set(fieldsOf(form).flatMap((one) => (wanted.has(one.key) ? [one.indicator.id] : [])))];
}

function nameOfRow({ form }: Consolidation, id: string): string {
  const row = form.indicators.find((one) => one.id === id);
  return row === undefined ? id : rowName(row);
}

function placesOf(consolidation: Consolidation, workbook: SummarySheets | null, keys: readonly string[]): readonly FigurePlace[] {
  return workbook === null ? [] : keys.flatMap((key) => cellOfTotal(consolidation.form, workbook, key) ?? []);
}
