/** Excel.RangeAreas: several rectangles of one sheet, as print areas and merged areas come. */
import { itemNotFound } from '../../model/host-error';
import { cellCount, formatRect, quoteSheetName, type Rect } from '../../model/rect';
import type { Sheet } from '../../model/sheet';
import { HostObject, defineType, lookups, type HostServices } from '../host-type';
import { makeRange, sheetObject } from './registry';

interface AreasSelf {
  readonly sheet: Sheet;
  readonly rects: readonly Rect[];
}

export const rangeAreasObject = (_host: HostServices, sheet: Sheet, rects: readonly Rect[]): HostObject =>
  HostObject.of(rangeAreasType, { sheet, rects });

/** The rectangles of an argument that is a RangeAreas, or null. */
export const areasOf = (value: unknown): AreasSelf | null => HostObject.selfOf(rangeAreasType, value);

const items = (self: AreasSelf, host: HostServices): HostObject[] => self.rects.map((rect) => makeRange(host, self.sheet, rect));

const areasCollection = defineType<AreasSelf>('RangeCollection', {
  items,
  methods: lookups(items, () => null),
});

const addressOf = (self: AreasSelf): string =>
  self.rects.map((rect) => `${quoteSheetName(self.sheet.name)}!${formatRect(rect)}`).join(',');

const rangeAreasType = defineType<AreasSelf>('RangeAreas', {
  check: (self) => {
    if (self.sheet.deleted) throw itemNotFound();
  },
  get: {
    Address: addressOf,
    AddressLocal: addressOf,
    AreaCount: (self) => self.rects.length,
    CellCount: (self) => self.rects.reduce((total, rect) => total + cellCount(rect), 0),
    IsEntireColumn: () => false,
    IsEntireRow: () => false,
  },
  navigate: {
    Areas: (self) => HostObject.of(areasCollection, self),
    Worksheet: (self) => sheetObject(self.sheet),
  },
});
