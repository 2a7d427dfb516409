/** Excel.Range on the wire: values, shape and place. Its looks, validations and conditional formats have their own files. */
import { formatText, isValidNumberFormat, type CellContent } from '../../model/cell';
import {
  clearContents,
  clearFormats,
  clearHyperlinks,
  mergeCells,
  unmergeCells,
  writeCells,
  writeNumberFormats,
} from '../../model/edits';
import { setColumnsHidden, setRowsHidden } from '../../model/formats';
import { GapError, invalidArgument, itemNotFound } from '../../model/host-error';
import { writeHyperlink } from '../../model/hyperlinks';
import {
  MAX_COLUMNS,
  MAX_ROWS,
  bounding,
  cellCount,
  columnCount,
  formatRect,
  intersect,
  isOnSheet,
  isUnbounded,
  isWholeColumns,
  isWholeRows,
  rowCount,
  type Rect,
} from '../../model/rect';
import { keyOf, type Sheet } from '../../model/sheet';
import { insertCells, removeCells } from '../../model/structure';
import type { CellFormat } from '../../model/cell-format';
import { HostObject, asBoolean, asRecord, defineType, type Args, type HostServices } from '../host-type';
import { conditionalFormatsOf } from './conditional-format';
import { validationOf } from './data-validation';
import { rangeAreasObject } from './range-areas';
import { rangeFormatOf } from './range-format';
import { addressOf, rangeArgument, rectOfRange, sheetOf, type RangeSelf } from './range-self';
import { registerRangeMaker, sheetObject } from './registry';

export const rangeObject = (host: HostServices, sheet: Sheet, rect: Rect): HostObject => {
  if (!isOnSheet(rect)) throw invalidArgument();
  return HostObject.of(rangeType, { tracked: host.track(sheet, rect) });
};

const MAX_READ = 5_000_000;

/** One value for each cell; null for a range without bounds, as Excel's documentation says. */
function eachCell<T>(self: RangeSelf, read: (content: CellContent, format: CellFormat) => T): T[][] | null {
  const [sheet, rect] = [sheetOf(self), rectOfRange(self)];
  if (isUnbounded(rect)) return null;
  if (cellCount(rect) > MAX_READ) throw invalidArgument();
  const lines: T[][] = [];
  for (let row = rect.top; row <= rect.bottom; row += 1) {
    const line: T[] = [];
    for (let column = rect.left; column <= rect.right; column += 1) {
      line.push(read(sheet.content(row, column), sheet.format(row, column)));
    }
    lines.push(line);
  }
  return lines;
}

/** true, false, or null when some are and some are not. */
function mixed(first: number, last: number, read: (line: number) => boolean): boolean | null {
  const value = read(first);
  for (let line = first + 1; line <= Math.min(last, first + 100_000); line += 1) if (read(line) !== value) return null;
  return value;
}

const sum = (first: number, last: number, read: (line: number) => number): number => {
  let total = 0;
  for (let line = first; line <= last; line += 1) total += read(line);
  return total;
};

type Move = (rect: Rect, args: Args) => Rect;

/** A method that yields another range of the same sheet. */
const derive =
  (move: Move) =>
  (self: RangeSelf, args: Args, host: HostServices): HostObject =>
    rangeObject(host, sheetOf(self), move(rectOfRange(self), args));

const deriveOrNull =
  (move: (rect: Rect, args: Args, sheet: Sheet, host: HostServices) => Rect | null) =>
  (self: RangeSelf, args: Args, host: HostServices): HostObject | null => {
    const rect = move(rectOfRange(self), args, sheetOf(self), host);
    return rect === null ? null : rangeObject(host, sheetOf(self), rect);
  };

const other = (self: RangeSelf, args: Args, host: HostServices): Rect => {
  const found = rangeArgument(args.at(0), sheetOf(self), host.workbook);
  if (found.sheet !== sheetOf(self)) throw invalidArgument();
  return found.rect;
};

function usedRange(self: RangeSelf, args: Args, host: HostServices): HostObject | null {
  const [sheet, rect] = [sheetOf(self), rectOfRange(self)];
  const used = sheet.usedRect(args.booleanOr(0, false), rect);
  return used === null ? null : rangeObject(host, sheet, used);
}

function adjacent(rect: Rect, count: number, rows: boolean): Rect {
  if (count === 0) throw invalidArgument();
  if (rows) {
    return count > 0
      ? { ...rect, top: rect.bottom + 1, bottom: rect.bottom + count }
      : { ...rect, top: rect.top + count, bottom: rect.top - 1 };
  }
  return count > 0
    ? { ...rect, left: rect.right + 1, right: rect.right + count }
    : { ...rect, left: rect.left + count, right: rect.left - 1 };
}

/** The region of filled cells around a range, up to blank rows and columns. */
function surroundingRegion(sheet: Sheet, rect: Rect): Rect {
  const used = sheet.usedRect(true);
  if (used === null) return rect;
  let region = rect;
  for (;;) {
    const grown = {
      top: Math.max(0, region.top - 1),
      left: Math.max(0, region.left - 1),
      bottom: Math.min(MAX_ROWS - 1, region.bottom + 1),
      right: Math.min(MAX_COLUMNS - 1, region.right + 1),
    };
    const found = sheet.usedRect(true, grown);
    const next = found === null ? region : bounding(region, found);
    if (formatRect(next) === formatRect(region)) return region;
    region = next;
  }
}

function writeFormulas(self: RangeSelf, value: unknown, host: HostServices): void {
  writeCells(host.workbook, sheetOf(self), rectOfRange(self), value, host.actor);
}

export const rangeType = defineType<RangeSelf>('Range', {
  check: (self) => void rectOfRange(self),
  computed: ['Values', 'Text', 'ValueTypes', 'HasSpill'],
  get: {
    Address: (self) => addressOf(sheetOf(self), rectOfRange(self)),
    AddressLocal: (self) => addressOf(sheetOf(self), rectOfRange(self)),
    RowIndex: (self) => rectOfRange(self).top,
    ColumnIndex: (self) => rectOfRange(self).left,
    RowCount: (self) => rowCount(rectOfRange(self)),
    ColumnCount: (self) => columnCount(rectOfRange(self)),
    // A 32-bit count in Excel: -1 beyond 2^31 - 1.
    CellCount: (self) => (cellCount(rectOfRange(self)) > 2_147_483_647 ? -1 : cellCount(rectOfRange(self))),
    IsEntireColumn: (self) => isWholeColumns(rectOfRange(self)),
    IsEntireRow: (self) => isWholeRows(rectOfRange(self)),
    Values: (self) => eachCell(self, (content) => content.value),
    Text: (self) => eachCell(self, (content, format) => formatText(content, format.numberFormat)),
    ValueTypes: (self) => eachCell(self, (content) => content.type),
    Formulas: (self) => eachCell(self, (content) => content.formula ?? content.value),
    FormulasLocal: (self) => eachCell(self, (content) => content.formula ?? content.value),
    NumberFormat: (self) => eachCell(self, (_content, format) => format.numberFormat),
    NumberFormatLocal: (self) => eachCell(self, (_content, format) => format.numberFormat),
    HasSpill: (self) => {
      const flags = eachCell(self, (content) => content.spilledFrom !== undefined)?.flat() ?? [];
      const any = flags.some(Boolean);
      return any === flags.every(Boolean) ? any : null;
    },
    RowHidden: (self) => {
      const [sheet, rect] = [sheetOf(self), rectOfRange(self)];
      return mixed(rect.top, rect.bottom, (row) => sheet.isRowHidden(row));
    },
    ColumnHidden: (self) => {
      const [sheet, rect] = [sheetOf(self), rectOfRange(self)];
      return mixed(rect.left, rect.right, (column) => sheet.isColumnHidden(column));
    },
    Hidden: (self) => {
      const [sheet, rect] = [sheetOf(self), rectOfRange(self)];
      const rows = mixed(rect.top, rect.bottom, (row) => sheet.isRowHidden(row));
      const columns = mixed(rect.left, rect.right, (column) => sheet.isColumnHidden(column));
      if (rows === true || columns === true) return true;
      return rows === null || columns === null ? null : false;
    },
    Hyperlink: (self) => {
      const [sheet, rect] = [sheetOf(self), rectOfRange(self)];
      const link = sheet.hyperlinks.get(keyOf(rect.top, rect.left));
      if (link === undefined) return null;
      return Object.fromEntries(Object.entries(link).filter(([, value]) => value !== null));
    },
    Style: (self) => {
      const styles = new Set(eachCell(self, (_content, format) => format.style)?.flat() ?? ['Normal']);
      const [first = null] = styles;
      return styles.size === 1 ? first : null;
    },
    Top: (self) =>
      sum(0, rectOfRange(self).top - 1, (row) => (sheetOf(self).isRowHidden(row) ? 0 : sheetOf(self).rowHeight(row))),
    Left: (self) =>
      sum(0, rectOfRange(self).left - 1, (c) => (sheetOf(self).isColumnHidden(c) ? 0 : sheetOf(self).columnWidth(c))),
    Height: (self) => {
      const [sheet, rect] = [sheetOf(self), rectOfRange(self)];
      return sum(rect.top, rect.bottom, (row) => (sheet.isRowHidden(row) ? 0 : sheet.rowHeight(row)));
    },
    Width: (self) => {
      const [sheet, rect] = [sheetOf(self), rectOfRange(self)];
      return sum(rect.left, rect.right, (column) => (sheet.isColumnHidden(column) ? 0 : sheet.columnWidth(column)));
    },
    LinkedDataTypeState: (self) => eachCell(self, () => 'None'),
    SavedAsArray: () => false,
    NumberFormatCategories: (self) => eachCell(self, (_content, format) => categoryOf(format.numberFormat)),
  },
  set: {
    Values: writeFormulas,
    Formulas: writeFormulas,
    FormulasLocal: writeFormulas,
    NumberFormat: (self, value, host) => writeNumberFormats(host.workbook, sheetOf(self), rectOfRange(self), value),
    NumberFormatLocal: (self, value, host) => {
      if (typeof value === 'string' && !isValidNumberFormat(value)) throw invalidArgument();
      writeNumberFormats(host.workbook, sheetOf(self), rectOfRange(self), value);
    },
    RowHidden: (self, value, host) => setRowsHidden(host.workbook, sheetOf(self), rectOfRange(self), asBoolean(value)),
    ColumnHidden: (self, value, host) => setColumnsHidden(host.workbook, sheetOf(self), rectOfRange(self), asBoolean(value)),
    Hyperlink: (self, value, host) => {
      writeHyperlink(host.workbook, sheetOf(self), rectOfRange(self), value === null ? null : asRecord(value), host.actor);
    },
  },
  navigate: {
    Worksheet: (self) => sheetObject(sheetOf(self)),
    Format: (self) => rangeFormatOf(self),
    DataValidation: (self) => validationOf(self),
    ConditionalFormats: (self) => conditionalFormatsOf(self),
  },
  methods: {
    GetCell: derive((rect, args) => {
      const [row, column] = [rect.top + args.integer(0), rect.left + args.integer(1)];
      return { top: row, bottom: row, left: column, right: column };
    }),
    GetRow: derive((rect, args) => {
      const row = rect.top + args.integer(0);
      return { ...rect, top: row, bottom: row };
    }),
    GetColumn: derive((rect, args) => {
      const column = rect.left + args.integer(0);
      return { ...rect, left: column, right: column };
    }),
    GetOffsetRange: derive((rect, args) => ({
      top: rect.top + args.integer(0),
      bottom: rect.bottom + args.integer(0),
      left: rect.left + args.integer(1),
      right: rect.right + args.integer(1),
    })),
    GetResizedRange: derive((rect, args) => ({
      ...rect,
      bottom: rect.bottom + args.integer(0),
      right: rect.right + args.integer(1),
    })),
    GetAbsoluteResizedRange: derive((rect, args) => ({
      ...rect,
      bottom: rect.top + args.integer(0) - 1,
      right: rect.left + args.integer(1) - 1,
    })),
    GetEntireRow: derive((rect) => ({ ...rect, left: 0, right: MAX_COLUMNS - 1 })),
    GetEntireColumn: derive((rect) => ({ ...rect, top: 0, bottom: MAX_ROWS - 1 })),
    GetLastCell: derive((rect) => ({ ...rect, top: rect.bottom, left: rect.right })),
    GetLastRow: derive((rect) => ({ ...rect, top: rect.bottom })),
    GetLastColumn: derive((rect) => ({ ...rect, left: rect.right })),
    GetRowsAbove: derive((rect, args) => adjacent(rect, -args.integerOr(0, 1), true)),
    GetRowsBelow: derive((rect, args) => adjacent(rect, args.integerOr(0, 1), true)),
    GetColumnsBefore: derive((rect, args) => adjacent(rect, -args.integerOr(0, 1), false)),
    GetColumnsAfter: derive((rect, args) => adjacent(rect, args.integerOr(0, 1), false)),
    GetBoundingRect: (self, args, host) => rangeObject(host, sheetOf(self), bounding(rectOfRange(self), other(self, args, host))),
    GetIntersection: (self, args, host) => {
      const cut = intersect(rectOfRange(self), other(self, args, host));
      if (cut === null) throw itemNotFound();
      return rangeObject(host, sheetOf(self), cut);
    },
    GetIntersectionOrNullObject: (self, args, host) => {
      const cut = intersect(rectOfRange(self), other(self, args, host));
      return cut === null ? null : rangeObject(host, sheetOf(self), cut);
    },
    GetUsedRange: (self, args, host) => {
      const used = usedRange(self, args, host);
      if (used === null) throw itemNotFound();
      return used;
    },
    GetUsedRangeOrNullObject: usedRange,
    GetSurroundingRegion: deriveOrNull((rect, _args, sheet) => surroundingRegion(sheet, rect)),
    GetMergedAreasOrNullObject: (self, _args, host) => {
      const [sheet, rect] = [sheetOf(self), rectOfRange(self)];
      const merges = sheet.merges.filter((merge) => intersect(merge, rect) !== null);
      return merges.length === 0 ? null : rangeAreasObject(host, sheet, merges);
    },
    Clear: (self, args, host) => {
      const what = args.oneOf(0, ['All', 'Formats', 'Contents', 'Hyperlinks', 'RemoveHyperlinks'], 'All');
      const [sheet, rect] = [sheetOf(self), rectOfRange(self)];
      if (what === 'All' || what === 'Contents') clearContents(host.workbook, sheet, rect, host.actor);
      if (what === 'All' || what === 'Formats') clearFormats(host.workbook, sheet, rect);
      if (what === 'All') unmergeCells(host.workbook, sheet, rect);
      if (what !== 'Formats' && what !== 'Contents') clearHyperlinks(host.workbook, sheet, rect);
    },
    Delete: (self, args, host) => {
      removeCells(host.workbook, sheetOf(self), rectOfRange(self), args.oneOf(0, ['Up', 'Left']), host.actor);
    },
    Insert: (self, args, host) => {
      const [sheet, rect] = [sheetOf(self), rectOfRange(self)];
      insertCells(host.workbook, sheet, rect, args.oneOf(0, ['Down', 'Right']), host.actor);
      return rangeObject(host, sheet, rect);
    },
    Merge: (self, args, host) => mergeCells(host.workbook, sheetOf(self), rectOfRange(self), args.booleanOr(0, false)),
    Unmerge: (self, _args, host) => unmergeCells(host.workbook, sheetOf(self), rectOfRange(self)),
    Select: (self, _args, host) => host.workbook.select(sheetOf(self), rectOfRange(self), host.actor),
    Calculate: (_self, _args, host) => host.calculation.recalculate(false),
    // Of the properties that can be asked for, whether lines are hidden is built; others are gaps.
    GetRowProperties: (self, args) => {
      const [sheet, rect] = [sheetOf(self), rectOfRange(self)];
      onlyAsks(args.at(0), 'rowHidden', 'Range.getRowProperties');
      return Array.from({ length: rowCount(rect) }, (_unused, index) => ({ rowHidden: sheet.isRowHidden(rect.top + index) }));
    },
    GetColumnProperties: (self, args) => {
      const [sheet, rect] = [sheetOf(self), rectOfRange(self)];
      onlyAsks(args.at(0), 'columnHidden', 'Range.getColumnProperties');
      return Array.from({ length: columnCount(rect) }, (_unused, index) => ({ columnHidden: sheet.isColumnHidden(rect.left + index) }));
    },
    _ValidateArraySize: (self, args) => {
      const rect = rectOfRange(self);
      if (args.integer(0) !== rowCount(rect) || args.integer(1) !== columnCount(rect)) {
        throw invalidArgument(
          "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
        );
      }
    },
  },
});

function onlyAsks(value: unknown, name: string, member: string): void {
  for (const asked of Object.keys(asRecord(value))) if (asked !== name) throw new GapError(`${member} of ${asked}`);
}

function categoryOf(numberFormat: string): string {
  if (numberFormat === 'General') return 'General';
  if (numberFormat === '@') return 'Text';
  if (numberFormat.includes('%')) return 'Percentage';
  if (/[ymdhs]/i.test(numberFormat)) return 'Date';
  return /^[#0,. ]+$/.test(numberFormat) ? 'Number' : 'Custom';
}

registerRangeMaker(rangeObject);
