/** Lets files that need each other's objects meet without importing each other in a circle. */
import type { Rect } from '../../model/rect';
import type { Sheet } from '../../model/sheet';
import type { HostObject, HostServices } from '../host-type';

interface Makers {
  sheet: ((sheet: Sheet) => HostObject) | null;
  range: ((host: HostServices, sheet: Sheet, rect: Rect) => HostObject) | null;
}

const makers: Makers = { sheet: null, range: null };

export function registerSheetMaker(make: (sheet: Sheet) => HostObject): void {
  makers.sheet = make;
}

export function registerRangeMaker(make: (host: HostServices, sheet: Sheet, rect: Rect) => HostObject): void {
  makers.range = make;
}

export function sheetObject(sheet: Sheet): HostObject {
  if (makers.sheet === null) throw new Error('The worksheet type is not loaded.');
  return makers.sheet(sheet);
}

export function makeRange(host: HostServices, sheet: Sheet, rect: Rect): HostObject {
  if (makers.range === null) throw new Error('The range type is not loaded.');
  return makers.range(host, sheet, rect);
}
