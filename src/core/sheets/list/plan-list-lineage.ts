/**
 * The very hidden sheet of a consolidated list: which units are inside, and which column of "Chi tiết" says what. The
 * lines themselves stand only there, so that what the clerk corrected, added or deleted is what the next level gets.
 *
 * Every row begins with a word that says what it is, all cells are text:
 *   format        "list-1"
 *   form · year · summary · details    as in a workbook of figures
 *   column        kind · header · id of the form's column       one per column of the table
 *   contributor   order · code · name · via code · via name · file · hash
 *   end           number of contributors
 */
import type { Consolidation } from '../../consolidation/consolidation';
import { LINEAGE_SHEET, SHEET_ROLES } from '../markers';
import { SheetBuilder } from '../sheet-builder';
import type { SheetPlan } from '../sheet-plan';
import type { ListDetailsPlan } from './plan-list-details';

export const LIST_LINEAGE_VERSION = 'list-1';

export function planListLineage(
  consolidation: Consolidation,
  summary: string,
  details: ListDetailsPlan,
  year: number | null,
): SheetPlan {
  const sheet = new SheetBuilder([]);
  let row = 0;
  const put = (...cells: readonly (string | null)[]): void => {
    cells.forEach((cell, column) => {
      if (cell !== null && cell !== '') sheet.text(row, column, cell, 'plain');
    });
    row += 1;
  };
  put('format', LIST_LINEAGE_VERSION);
  put('form', consolidation.form.id);
  put('year', year === null ? null : String(year));
  put('summary', summary);
  put('details', details.sheet.name);
  for (const column of details.columns) put('column', column.kind, column.header, column.column?.id ?? null);
  consolidation.contributors.forEach(({ unit, via, file, hash }, index) => {
    put('contributor', String(index + 1), unit.code, unit.name, via?.code ?? null, via?.name ?? null, file, hash);
  });
  put('end', String(consolidation.contributors.length));
  return sheet.build(LINEAGE_SHEET, SHEET_ROLES.lineage, { visibility: 'veryHidden', gridLines: true });
}
