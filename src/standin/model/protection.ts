/** Sheet and workbook protection: who may change what. */
import { accessDenied, invalidArgument, invalidOperation } from './host-error';
import { PROTECTION_OPTIONS, type ProtectionOption, type SheetProtection } from './parts';
import { cellCount, intersect, type Rect } from './rect';
import { columnOf, rowOf, type Sheet } from './sheet';
import type { Workbook } from './workbook';

/** Refuses to change the contents of `rect` when a locked cell of it is protected. */
export function requireUnlocked(sheet: Sheet, rect: Rect): void {
  if (sheet.protection === null) return;
  if (!isUnlocked(sheet, rect)) throw accessDenied();
}

export function isUnlocked(sheet: Sheet, rect: Rect): boolean {
  if (cellCount(rect) <= 200_000) {
    for (let row = rect.top; row <= rect.bottom; row += 1) {
      for (let column = rect.left; column <= rect.right; column += 1) {
        if (sheet.format(row, column).locked) return false;
      }
    }
    return true;
  }
  // Huge ranges: unlocked only where the sheet's default and every exception in the range is.
  if (sheet.baseFormat.locked) return false;
  for (const [key, format] of sheet.formats) {
    const place = { top: rowOf(key), bottom: rowOf(key), left: columnOf(key), right: columnOf(key) };
    if (format.locked && intersect(place, rect) !== null) return false;
  }
  return true;
}

/** Refuses what the protection does not allow by one of its options. */
export function requireAllowed(sheet: Sheet, option: ProtectionOption): void {
  if (sheet.protection !== null && !sheet.protection.options[option]) throw accessDenied();
}

/**
 * Refuses every change that no option can allow (validation; page set-up stays free). Conditional formats go by "format cells":
 * Microsoft's page on protecting a worksheet says so of both dialog boxes.
 */
export function requireUnprotected(sheet: Sheet): void {
  if (sheet.protection !== null) throw accessDenied();
}

export function readProtectionOptions(input: unknown): Pick<SheetProtection, 'options' | 'selectionMode'> {
  const given: Record<string, unknown> = {};
  if (typeof input === 'object' && input !== null) Object.assign(given, input);
  else if (input !== null && input !== undefined) throw invalidArgument();
  const entries = PROTECTION_OPTIONS.map((option): [ProtectionOption, boolean] => [option, given[option] === true]);
  const selectionMode = given['selectionMode'] ?? 'Normal';
  if (selectionMode !== 'Normal' && selectionMode !== 'Unlocked' && selectionMode !== 'None') throw invalidArgument();
  return { options: Object.fromEntries(entries) as Record<ProtectionOption, boolean>, selectionMode };
}

export function protectSheet(workbook: Workbook, sheet: Sheet, options: unknown, password: string | null): void {
  if (sheet.protection !== null) throw invalidOperation();
  sheet.protection = { ...readProtectionOptions(options), password };
  workbook.note({ aspect: 'protection', sheet });
}

export function unprotectSheet(workbook: Workbook, sheet: Sheet, password: string | null): void {
  if (sheet.protection === null) return;
  if (sheet.protection.password !== null && sheet.protection.password !== password) throw accessDenied();
  sheet.protection = null;
  workbook.note({ aspect: 'protection', sheet });
}
