/** Defined names. */
import { tokenize } from '../formulas/tokens';
import { invalidArgument, itemAlreadyExists } from './host-error';
import { formatRect, parseRect, quoteSheetName, splitSheet, type Rect } from './rect';
import type { Sheet } from './sheet';
import type { DefinedName, Workbook } from './workbook';

/** Excel's rules: starts with a letter, _ or \; no spaces; not like a cell; at most 255 characters. */
export function isValidName(name: string): boolean {
  if (name.length === 0 || name.length > 255) return false;
  if (!/^[\p{L}_\\][\p{L}\p{M}\p{N}_.\\?]*$/u.test(name)) return false;
  if (/^[rc]$/i.test(name) || /^r[0-9]*c[0-9]*$/i.test(name)) return false;
  return parseRect(name) === null && !/^(?:true|false)$/i.test(name);
}

export const absoluteReference = (sheet: Sheet, rect: Rect): string => `${quoteSheetName(sheet.name)}!${formatRect(rect, '$')}`;

export function addName(workbook: Workbook, scope: Sheet | null, name: string, formula: string, comment: string): DefinedName {
  if (!isValidName(name)) throw invalidArgument();
  const taken = workbook.names.some((entry) => entry.scope === scope && entry.name.toLowerCase() === name.toLowerCase());
  if (taken) throw itemAlreadyExists();
  const text = formula.startsWith('=') ? formula : `="${formula.replaceAll('"', '""')}"`;
  if (tokenize(text) === null) throw invalidArgument();
  const entry: DefinedName = { name, scope, formula: text, comment, visible: true };
  workbook.names.push(entry);
  workbook.markSymbolicStale();
  workbook.note({ aspect: 'names' });
  return entry;
}

export function removeName(workbook: Workbook, entry: DefinedName): void {
  const index = workbook.names.indexOf(entry);
  if (index >= 0) workbook.names.splice(index, 1);
  workbook.markSymbolicStale();
  workbook.note({ aspect: 'names' });
}

/** The range a name stands for, or null when its formula is anything else. */
export function nameTarget(workbook: Workbook, entry: DefinedName): { sheet: Sheet; rect: Rect } | null {
  const { sheet, rest } = splitSheet(entry.formula);
  const home = sheet === null ? entry.scope : workbook.findSheet(sheet);
  const rect = parseRect(rest);
  return home === null || rect === null ? null : { sheet: home, rect };
}
