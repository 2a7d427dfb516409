/** What the page shows of a consolidation, cut down to what can be painted. */
import type { Consolidation } from '../../core/consolidation/consolidation';
import { fieldKey } from '../../core/forms/definition';
import type { Outcome, TotalRow } from './messages';

/** Totals by row, one cell a measure in the form's order; rows without a measure are left out. */
export function outcomeOf({ form, submissions, totals, missing }: Consolidation): Outcome {
  const byKey = new Map(totals.map((total) => [total.field.key, total]));
  const rows = form.indicators.flatMap((row): TotalRow[] => {
    if (row.fields.length === 0) return [];
    const cells = form.measures.map((measure) => {
      const total = byKey.get(fieldKey(row.id, measure.id));
      return total === undefined ? null : { value: total.value, reporters: total.reporters };
    });
    const { id, number, text, unitOfMeasure } = row;
    return [{ id, number, text, unitOfMeasure, level: row.parent === null ? 0 : 1, cells }];
  });
  return {
    form: { id: form.id, name: form.name, annexLabel: form.annexLabel, year: form.year },
    measures: form.measures.map((measure) => measure.name),
    submissions,
    totals: rows,
    missing,
  };
}
