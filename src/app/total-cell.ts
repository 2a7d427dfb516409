/** From a field to the cell of "Tổng hợp" that shows its total: the way back of `totalAt`. */
import { bindSheet } from '../core/forms/bind-form';
import { fieldKey, type FormDefinition } from '../core/forms/definition';
import { SHEET_ROLES } from '../core/sheets/markers';
import type { SummarySheets } from './host';

/** Sheet and cell ("D12"); null where the sheet of totals is not there or was changed so that the row is not found. */
export function cellOfTotal(
  form: FormDefinition,
  workbook: SummarySheets,
  key: string,
): { readonly sheet: string; readonly cell: string } | null {
  const grid = workbook.own.find((one) => one.role === SHEET_ROLES.summary)?.grid;
  if (grid === undefined || form.kind === 'list') return null;
  for (const bound of bindSheet(form, { ...grid, visibility: 'visible' })) {
    for (const line of bound.lines) {
      const found = Object.entries(line.cells).find(([measure]) => fieldKey(line.indicator, measure) === key)?.[1];
      if (found !== undefined) return { sheet: grid.sheet, cell: found };
    }
  }
  return null;
}
