/** Sheets as tabs: renamed, moved, hidden, removed – and what that does to formulas, names and tables. */
import { dropSheetReferences, renameSheetReferences } from '../formulas/references';
import { HostError, invalidArgument, itemNotFound } from './host-error';
import type { Sheet } from './sheet';
import { rewriteAllFormulas } from './structure';
import type { Actor, Workbook } from './workbook';

export function renameSheet(workbook: Workbook, sheet: Sheet, name: string): void {
  if (name === sheet.name) return;
  workbook.requireOpenStructure();
  workbook.checkSheetName(name, sheet);
  const before = sheet.name;
  sheet.name = name;
  rewriteAllFormulas(workbook, (formula) => renameSheetReferences(formula, before, name));
  workbook.markAllFormulasStale();
  workbook.note({ aspect: 'sheets' });
}

/** Removes a sheet with all that stands on it; formulas that named it say #REF!. */
export function removeSheet(workbook: Workbook, sheet: Sheet, actor: Actor): void {
  if (sheet.deleted) throw itemNotFound();
  workbook.requireOpenStructure();
  const visible = workbook.sheets.filter((other) => other.visibility === 'Visible');
  if (workbook.sheets.length === 1 || (visible.length === 1 && visible[0] === sheet)) {
    throw new HostError('InvalidOperation', 'A workbook must contain at least one visible worksheet.');
  }
  // Excel cannot delete a "very hidden" sheet: it must be made visible first (documentation of Worksheet.delete).
  if (sheet.visibility === 'VeryHidden')
    throw new HostError('InvalidOperation', 'The operation attempted is invalid on the object.');
  const index = workbook.sheets.indexOf(sheet);
  workbook.sheets.splice(index, 1);
  sheet.deleted = true;
  for (const table of workbook.tablesOn(sheet)) workbook.tables.splice(workbook.tables.indexOf(table), 1);
  for (const name of workbook.names.filter((entry) => entry.scope === sheet)) {
    workbook.names.splice(workbook.names.indexOf(name), 1);
  }
  workbook.stale.delete(sheet);
  workbook.symbolic.delete(sheet);
  for (const range of workbook.tracked) if (range.sheet === sheet) range.rect = null;
  rewriteAllFormulas(workbook, (formula) => dropSheetReferences(formula, sheet.name));
  workbook.markSymbolicStale();
  workbook.note({ aspect: 'sheets' });
  workbook.emit({ kind: 'deleted', sheet, actor });
  if (workbook.active === sheet) {
    const next = workbook.neighbourOf(index);
    if (next !== null) workbook.activate(next, actor);
  }
}

export function moveSheet(workbook: Workbook, sheet: Sheet, position: number): void {
  if (!Number.isInteger(position) || position < 0 || position >= workbook.sheets.length) throw invalidArgument();
  workbook.requireOpenStructure();
  workbook.sheets.splice(workbook.sheets.indexOf(sheet), 1);
  workbook.sheets.splice(position, 0, sheet);
  workbook.note({ aspect: 'sheets' });
}

export function setVisibility(workbook: Workbook, sheet: Sheet, visibility: Sheet['visibility'], actor: Actor): void {
  if (visibility === sheet.visibility) return;
  workbook.requireOpenStructure();
  const others = workbook.sheets.filter((other) => other !== sheet && other.visibility === 'Visible');
  if (visibility !== 'Visible' && others.length === 0) {
    throw new HostError('InvalidOperation', 'A workbook must contain at least one visible worksheet.');
  }
  sheet.visibility = visibility;
  workbook.note({ aspect: 'sheets' });
  if (visibility !== 'Visible' && workbook.active === sheet) {
    const next = workbook.neighbourOf(workbook.sheets.indexOf(sheet));
    if (next !== null) workbook.activate(next, actor);
  }
}
