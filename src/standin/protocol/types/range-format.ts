/** Excel.RangeFormat and what hangs on it: font, fill, borders, alignment, size, cell protection. */
import { autofitColumns, autofitRows } from '../../model/autofit';
import { normalizeColor, type BorderLine, type CellFormat, type FormatPatch } from '../../model/cell-format';
import {
  applyFormat,
  readBorder,
  setColumnWidth,
  setRowHeight,
  sharedValue,
  writeBorder,
  type RangeBorderSide,
} from '../../model/formats';
import { invalidArgument } from '../../model/host-error';
import { requireUnprotected } from '../../model/protection';
import { isWholeColumns, isWholeRows, type Rect } from '../../model/rect';
import { STANDARD_HEIGHT, STANDARD_WIDTH, type Sheet } from '../../model/sheet';
import type { TrackedRange } from '../../model/workbook';
import { HostObject, asBoolean, asNumber, asString, defineType, lookups, oneOf, type HostServices } from '../host-type';

interface Self {
  readonly tracked: TrackedRange;
}

const place = (self: Self): { sheet: Sheet; rect: Rect } => {
  if (self.tracked.rect === null || self.tracked.sheet.deleted) throw invalidArgument();
  return { sheet: self.tracked.sheet, rect: self.tracked.rect };
};

const shared =
  <T>(read: (format: CellFormat) => T) =>
  (self: Self): T | null =>
    sharedValue(place(self).sheet, place(self).rect, read);

const change =
  (patch: (value: unknown) => FormatPatch) =>
  (self: Self, value: unknown, host: HostServices): void => {
    if (value === null) return;
    applyFormat(host.workbook, place(self).sheet, place(self).rect, patch(value));
  };

const color = (value: unknown): string => {
  const normal = normalizeColor(value);
  if (normal === null) throw invalidArgument();
  return normal;
};

const fontType = defineType<Self>('RangeFont', {
  get: {
    Name: shared((format) => format.fontName),
    Size: shared((format) => format.fontSize),
    Color: shared((format) => format.fontColor),
    Bold: shared((format) => format.bold),
    Italic: shared((format) => format.italic),
    Underline: shared((format) => format.underline),
    Strikethrough: shared((format) => format.strikethrough),
    Subscript: shared((format) => format.subscript),
    Superscript: shared((format) => format.superscript),
  },
  set: {
    Name: change((value) => ({ fontName: asString(value) })),
    Size: change((value) => {
      const size = asNumber(value);
      if (size < 1 || size > 409) throw invalidArgument();
      return { fontSize: size };
    }),
    Color: change((value) => ({ fontColor: color(value) })),
    Bold: change((value) => ({ bold: asBoolean(value) })),
    Italic: change((value) => ({ italic: asBoolean(value) })),
    Underline: change((value) => ({
      underline: oneOf(value, ['None', 'Single', 'Double', 'SingleAccountant', 'DoubleAccountant']),
    })),
    Strikethrough: change((value) => ({ strikethrough: asBoolean(value) })),
    Subscript: change((value) => ({ subscript: asBoolean(value) })),
    Superscript: change((value) => ({ superscript: asBoolean(value) })),
  },
});

const fillType = defineType<Self>('RangeFill', {
  get: {
    // A cell without fill answers white, as Excel does.
    Color: shared((format) => (format.fillColor === '' ? '#FFFFFF' : format.fillColor)),
    Pattern: shared((format) => (format.fillColor === '' ? 'None' : 'Solid')),
  },
  set: { Color: change((value) => ({ fillColor: value === '' ? '' : color(value) })) },
  methods: {
    Clear: (self, _args, host) => applyFormat(host.workbook, place(self).sheet, place(self).rect, { fillColor: '' }),
  },
});

const protectionType = defineType<Self>('FormatProtection', {
  get: { Locked: shared((format) => format.locked), FormulaHidden: shared((format) => format.formulaHidden) },
  set: {
    Locked: (self, value, host) => {
      requireUnprotected(place(self).sheet);
      change((flag) => ({ locked: asBoolean(flag) }))(self, value, host);
    },
    FormulaHidden: (self, value, host) => {
      requireUnprotected(place(self).sheet);
      change((flag) => ({ formulaHidden: asBoolean(flag) }))(self, value, host);
    },
  },
});

const SIDES: readonly RangeBorderSide[] = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideVertical',
  'InsideHorizontal',
  'DiagonalDown',
  'DiagonalUp',
];
const LINE_STYLES = ['None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot', 'Double', 'SlantDashDot'] as const;
const WEIGHTS = ['Hairline', 'Thin', 'Medium', 'Thick'] as const;

interface BorderSelf extends Self {
  readonly side: RangeBorderSide;
}

const readLine =
  (name: keyof BorderLine) =>
  (self: BorderSelf): string | null =>
    readBorder(place(self).sheet, place(self).rect, self.side, name);

const writeLine =
  (change_: (value: unknown) => Partial<BorderLine>) =>
  (self: BorderSelf, value: unknown, host: HostServices): void =>
    writeBorder(host.workbook, place(self).sheet, place(self).rect, self.side, change_(value));

const borderType = defineType<BorderSelf>('RangeBorder', {
  identity: ['SideIndex'],
  get: {
    SideIndex: (self) => self.side,
    Style: readLine('style'),
    Weight: readLine('weight'),
    Color: readLine('color'),
  },
  set: {
    Style: writeLine((value) => ({ style: oneOf(value, LINE_STYLES) })),
    Weight: writeLine((value) => ({ weight: oneOf(value, WEIGHTS) })),
    Color: writeLine((value) => ({ color: color(value) })),
  },
});

const sides = (self: Self): HostObject[] => SIDES.map((side) => HostObject.of(borderType, { ...self, side }));

const bordersType = defineType<Self>('RangeBorderCollection', {
  get: { Count: () => SIDES.length },
  items: sides,
  methods: {
    ...lookups(sides, (self: Self, key) => HostObject.of(borderType, { ...self, side: oneOf(key, SIDES) })),
  },
});

const HORIZONTAL = ['General', 'Left', 'Center', 'Right', 'Fill', 'Justify', 'CenterAcrossSelection', 'Distributed'] as const;
const VERTICAL = ['Top', 'Center', 'Bottom', 'Justify', 'Distributed'] as const;

/** Equal sizes of all lines, or null. */
function sharedSize(first: number, last: number, read: (line: number) => number): number | null {
  const value = read(first);
  for (let line = first + 1; line <= Math.min(last, first + 50_000); line += 1) if (read(line) !== value) return null;
  return value;
}

const formatType = defineType<Self>('RangeFormat', {
  get: {
    WrapText: shared((format) => format.wrapText),
    HorizontalAlignment: shared((format) => format.horizontalAlignment),
    VerticalAlignment: shared((format) => format.verticalAlignment),
    IndentLevel: shared((format) => format.indentLevel),
    ShrinkToFit: shared((format) => format.shrinkToFit),
    TextOrientation: shared((format) => format.textOrientation),
    ReadingOrder: shared((format) => format.readingOrder),
    ColumnWidth: (self) => {
      const { sheet, rect } = place(self);
      return sharedSize(rect.left, rect.right, (column) => (sheet.isColumnHidden(column) ? 0 : sheet.columnWidth(column)));
    },
    RowHeight: (self) => {
      const { sheet, rect } = place(self);
      return sharedSize(rect.top, rect.bottom, (row) => (sheet.isRowHidden(row) ? 0 : sheet.rowHeight(row)));
    },
    UseStandardHeight: (self) => {
      const { sheet, rect } = place(self);
      const height = sharedSize(rect.top, rect.bottom, (row) => sheet.rowHeight(row));
      return height === null ? null : height === STANDARD_HEIGHT;
    },
    UseStandardWidth: (self) => {
      const { sheet, rect } = place(self);
      const width = sharedSize(rect.left, rect.right, (column) => sheet.columnWidth(column));
      return width === null ? null : width === STANDARD_WIDTH;
    },
  },
  set: {
    WrapText: change((value) => ({ wrapText: asBoolean(value) })),
    HorizontalAlignment: change((value) => ({ horizontalAlignment: oneOf(value, HORIZONTAL) })),
    VerticalAlignment: change((value) => ({ verticalAlignment: oneOf(value, VERTICAL) })),
    IndentLevel: change((value) => {
      const level = asNumber(value);
      if (!Number.isInteger(level) || level < 0 || level > 250) throw invalidArgument();
      return { indentLevel: level };
    }),
    ShrinkToFit: change((value) => ({ shrinkToFit: asBoolean(value) })),
    TextOrientation: change((value) => {
      const angle = asNumber(value);
      if (!Number.isInteger(angle) || (angle !== 180 && Math.abs(angle) > 90)) throw invalidArgument();
      return { textOrientation: angle };
    }),
    ReadingOrder: change((value) => ({ readingOrder: oneOf(value, ['Context', 'LeftToRight', 'RightToLeft']) })),
    ColumnWidth: (self, value, host) => setColumnWidth(host.workbook, place(self).sheet, place(self).rect, asNumber(value)),
    RowHeight: (self, value, host) => setRowHeight(host.workbook, place(self).sheet, place(self).rect, asNumber(value)),
    UseStandardHeight: (self, value, host) => {
      if (asBoolean(value)) setRowHeight(host.workbook, place(self).sheet, place(self).rect, null);
    },
    UseStandardWidth: (self, value, host) => {
      if (asBoolean(value)) setColumnWidth(host.workbook, place(self).sheet, place(self).rect, null);
    },
  },
  navigate: {
    Font: (self) => HostObject.of(fontType, self),
    Fill: (self) => HostObject.of(fillType, self),
    Borders: (self) => HostObject.of(bordersType, self),
    Protection: (self) => HostObject.of(protectionType, self),
  },
  methods: {
    AutofitColumns: async (self, _args, host) => {
      await host.calculation.settle();
      const { sheet, rect } = place(self);
      autofitColumns(host.workbook, sheet, isWholeRows(rect) ? (sheet.usedRect(true) ?? rect) : rect);
    },
    AutofitRows: async (self, _args, host) => {
      await host.calculation.settle();
      const { sheet, rect } = place(self);
      autofitRows(host.workbook, sheet, isWholeColumns(rect) ? (sheet.usedRect(true) ?? rect) : rect);
    },
  },
});

export const rangeFormatOf = (self: Self): HostObject => HostObject.of(formatType, self);
