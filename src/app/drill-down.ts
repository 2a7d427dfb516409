/** From a total to those who made it: which field a cell of "Tổng hợp" shows, and who contributed what. */
import { parseCellAddress } from '../core/cells/address';
import type { CellGrid } from '../core/cells/cell';
import type { Consolidation, Total } from '../core/consolidation/consolidation';
import { bindSheet } from '../core/forms/bind-form';
import type { HandCorrection } from './hand-corrections';

/** One line under a total. `corrected`: the figure was changed by hand in "Chi tiết"; the file says `value`. */
export interface DrillLine {
  readonly unit: string;
  readonly file: string;
  readonly sheet: string;
  readonly cell: string | null;
  readonly raw: string;
  readonly value: number;
}

export interface DrillDown {
  readonly total: Total;
  /** The largest contribution first. */
  readonly lines: readonly DrillLine[];
  /** Corrections by hand that concern this field: the total of the sheet differs from the files' by them. */
  readonly corrections: readonly HandCorrection[];
}

/** The total that a cell of the live sheet of totals shows; null for any other cell. */
export function totalAt(consolidation: Consolidation, sheet: CellGrid, cell: string): Total | null {
  const place = parseCellAddress(cell);
  if (place === null) return null;
  const address = cell.replaceAll('$', '').toUpperCase();
  for (const bound of bindSheet(consolidation.form, { ...sheet, visibility: 'visible' })) {
    for (const line of bound.lines) {
      const measure = Object.entries(line.cells).find(([, where]) => where === address)?.[0];
      if (measure === undefined) continue;
      return (
        consolidation.totals.find(
          ({ field }) => field.indicator.id === line.indicator && field.measure.id === measure,
        ) ?? null
      );
    }
  }
  return null;
}

/** Everything behind one total. `headerOf` gives the heading of a field in "Chi tiết", by which corrections are known. */
export function drillDown(
  total: Total,
  corrections: readonly HandCorrection[],
  headerOf: (key: string) => readonly string[],
): DrillDown {
  const lines = total.contributions.map(({ unit, file, sheet, cell, raw, value }): DrillLine => ({
    unit: unit.name,
    file,
    sheet,
    cell,
    raw,
    value,
  }));
  const headers = new Set(headerOf(total.field.key));
  return {
    total,
    lines: lines.sort((a, b) => b.value - a.value || (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0)),
    corrections: corrections.filter((one) => headers.has(one.header)),
  };
}
