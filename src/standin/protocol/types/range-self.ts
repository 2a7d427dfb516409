/** What stands behind a range on the wire, and how addresses and range arguments are read. */
import { invalidArgument, invalidReference, itemNotFound } from '../../model/host-error';
import { formatRect, parseRect, quoteSheetName, splitSheet, type Rect } from '../../model/rect';
import type { Sheet } from '../../model/sheet';
import type { TrackedRange, Workbook } from '../../model/workbook';
import { HostObject } from '../host-type';

export interface RangeSelf {
  readonly tracked: TrackedRange;
}

/** The self of a value that is a range object, else null. */
export const rangeSelf = (value: unknown): RangeSelf | null => HostObject.selfNamed<RangeSelf>('Range', value);

export function sheetOf(self: RangeSelf): Sheet {
  if (self.tracked.sheet.deleted) throw itemNotFound();
  return self.tracked.sheet;
}

export function rectOfRange(self: RangeSelf): Rect {
  if (self.tracked.sheet.deleted) throw itemNotFound();
  if (self.tracked.rect === null) throw invalidReference();
  return self.tracked.rect;
}

export const addressOf = (sheet: Sheet, rect: Rect): string => `${quoteSheetName(sheet.name)}!${formatRect(rect)}`;

/**
 * The range an address names, seen from a sheet (or from the workbook when `sheet` is null):
 * A1 notation, a defined name, or a table's name; InvalidArgument for anything else.
 */
export function resolveAddress(workbook: Workbook, sheet: Sheet | null, address: string): { sheet: Sheet; rect: Rect } {
  const { sheet: named, rest } = splitSheet(address);
  const home = named === null ? sheet : workbook.findSheet(named);
  if (named !== null && home === null) throw invalidArgument();
  if (sheet !== null && home !== sheet) throw invalidArgument();
  const rect = parseRect(rest);
  if (rect !== null) {
    if (home === null) throw invalidArgument();
    return { sheet: home, rect };
  }
  const name = workbook.findName(rest, home);
  const target = name === null ? null : splitSheet(name.formula);
  const targetRect = target === null ? null : parseRect(target.rest);
  const targetSheet = target?.sheet == null ? home : workbook.findSheet(target.sheet);
  if (targetRect !== null && targetSheet !== null) return { sheet: targetSheet, rect: targetRect };
  const table = workbook.tables.find((other) => other.name.toLowerCase() === rest.toLowerCase());
  if (table !== undefined) return { sheet: table.sheet, rect: table.body };
  throw invalidArgument();
}

/** Reads an argument that is a range, or an address on the same sheet. */
export function rangeArgument(value: unknown, sheet: Sheet, workbook: Workbook): { sheet: Sheet; rect: Rect } {
  const self = rangeSelf(value);
  if (self !== null) return { sheet: sheetOf(self), rect: rectOfRange(self) };
  if (typeof value === 'string') return resolveAddress(workbook, sheet, value);
  throw invalidArgument();
}
