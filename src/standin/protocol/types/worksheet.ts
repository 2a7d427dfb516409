/** Excel.Worksheet and its collection. */
import { normalizeColor } from '../../model/cell-format';
import { invalidArgument, itemNotFound } from '../../model/host-error';
import { MAX_COLUMNS, WHOLE_SHEET, rectOf } from '../../model/rect';
import { STANDARD_HEIGHT, type Sheet } from '../../model/sheet';
import { moveSheet, removeSheet, renameSheet, setVisibility } from '../../model/sheet-edits';
import {
  HostObject,
  asBoolean,
  asNumber,
  asString,
  defineType,
  lookups,
  oneOf,
  type Args,
  type HostServices,
} from '../host-type';
import { EventType, WORKBOOK_TARGET } from '../wire';
import { autoFilterOf } from './auto-filter';
import { customPropertiesOf } from './custom-properties';
import { freezePanesOf } from './freeze-panes';
import { namesOf } from './names';
import { pageLayoutOf } from './page-layout';
import { sheetProtectionOf } from './protection';
import { rangeObject } from './range';
import { resolveAddress } from './range-self';
import { registerSheetMaker } from './registry';
import { tablesOf } from './table';

const subscription =
  (eventType: number, on: boolean) =>
  (sheet: Sheet, _args: Args, host: HostServices): void =>
    host.subscribe(eventType, sheet.id, on);

function usedRange(sheet: Sheet, args: Args, host: HostServices): HostObject | null {
  const rect = sheet.usedRect(args.booleanOr(0, false));
  return rect === null ? null : rangeObject(host, sheet, rect);
}

function neighbour(sheet: Sheet, visibleOnly: boolean, step: 1 | -1, host: HostServices): Sheet | null {
  const { sheets } = host.workbook;
  for (let index = sheets.indexOf(sheet) + step; index >= 0 && index < sheets.length; index += step) {
    const other = sheets[index];
    if (other !== undefined && (!visibleOnly || other.visibility === 'Visible')) return other;
  }
  return null;
}

const required = (sheet: Sheet | null): HostObject => {
  if (sheet === null) throw itemNotFound();
  return worksheetObject(sheet);
};

const orNull = (sheet: Sheet | null): HostObject | null => (sheet === null ? null : worksheetObject(sheet));

const worksheetType = defineType<Sheet>('Worksheet', {
  identity: ['Id'],
  check: (sheet) => {
    if (sheet.deleted) throw itemNotFound();
  },
  get: {
    Id: (sheet) => sheet.id,
    Name: (sheet) => sheet.name,
    Position: (sheet, host) => host.workbook.sheets.indexOf(sheet),
    Visibility: (sheet) => sheet.visibility,
    TabColor: (sheet) => sheet.tabColor,
    ShowGridlines: (sheet) => sheet.showGridlines,
    ShowHeadings: (sheet) => sheet.showHeadings,
    StandardHeight: () => STANDARD_HEIGHT,
    StandardWidth: (sheet) => sheet.standardWidth,
    EnableCalculation: (sheet) => sheet.enableCalculation,
    TabId: (sheet, host) => host.workbook.sheets.indexOf(sheet) + 1,
  },
  set: {
    Name: (sheet, value, host) => renameSheet(host.workbook, sheet, asString(value)),
    Position: (sheet, value, host) => moveSheet(host.workbook, sheet, asNumber(value)),
    Visibility: (sheet, value, host) => {
      setVisibility(host.workbook, sheet, oneOf(value, ['Visible', 'Hidden', 'VeryHidden']), host.actor);
    },
    TabColor: (sheet, value, host) => {
      const color = value === '' ? '' : normalizeColor(value);
      if (color === null) throw invalidArgument();
      sheet.tabColor = color;
      host.workbook.note({ aspect: 'sheets' });
    },
    // The library sends these two under names of their own.
    Gridlines: (sheet, value, host) => {
      sheet.showGridlines = asBoolean(value);
      host.workbook.note({ aspect: 'layout', sheet });
    },
    Headings: (sheet, value) => {
      sheet.showHeadings = asBoolean(value);
    },
    StandardWidth: (sheet, value) => {
      sheet.standardWidth = asNumber(value);
    },
  },
  navigate: {
    Names: (sheet) => namesOf(sheet),
    Tables: (sheet) => tablesOf(sheet),
    Protection: (sheet) => sheetProtectionOf(sheet),
    PageLayout: (sheet) => pageLayoutOf(sheet),
    FreezePanes: (sheet) => freezePanesOf(sheet),
    CustomProperties: (sheet) => customPropertiesOf('Worksheet', sheet.customProperties),
    AutoFilter: (sheet) => autoFilterOf(sheet),
  },
  methods: {
    Activate: (sheet, _args, host) => host.workbook.activate(sheet, host.actor),
    Calculate: (_sheet, args, host) => host.calculation.recalculate(args.booleanOr(0, false)),
    Delete: (sheet, _args, host) => removeSheet(host.workbook, sheet, host.actor),
    GetCell: (sheet, args, host) => rangeObject(host, sheet, rectOf(args.integer(0), args.integer(1))),
    GetRange: (sheet, args, host) => {
      const address = args.optionalString(0);
      if (address === null) return rangeObject(host, sheet, WHOLE_SHEET);
      const found = resolveAddress(host.workbook, sheet, address);
      return rangeObject(host, found.sheet, found.rect);
    },
    GetRangeByIndexes: (sheet, args, host) => {
      const [row, column, rows, columns] = [args.integer(0), args.integer(1), args.integer(2), args.integer(3)];
      if (rows < 1 || columns < 1 || columns > MAX_COLUMNS) throw invalidArgument();
      return rangeObject(host, sheet, rectOf(row, column, rows, columns));
    },
    // An empty sheet: Excel answers with its first cell here, and with a null object in the other.
    GetUsedRange: (sheet, args, host) => usedRange(sheet, args, host) ?? rangeObject(host, sheet, rectOf(0, 0)),
    GetUsedRangeOrNullObject: usedRange,
    GetNext: (sheet, args, host) => required(neighbour(sheet, args.booleanOr(0, false), 1, host)),
    GetNextOrNullObject: (sheet, args, host) => orNull(neighbour(sheet, args.booleanOr(0, false), 1, host)),
    GetPrevious: (sheet, args, host) => required(neighbour(sheet, args.booleanOr(0, false), -1, host)),
    GetPreviousOrNullObject: (sheet, args, host) => orNull(neighbour(sheet, args.booleanOr(0, false), -1, host)),
    _GetSheetById: (_sheet, args, host) => required(host.workbook.findSheet(args.string(0))),
    _GetAnotherWorksheetById: (_sheet, args, host) => required(host.workbook.findSheet(args.string(0))),
    _RegisterDataChangedEvent: subscription(EventType.SheetChanged, true),
    _UnregisterDataChangedEvent: subscription(EventType.SheetChanged, false),
    _RegisterActivatedEvent: subscription(EventType.SheetActivated, true),
    _UnregisterActivatedEvent: subscription(EventType.SheetActivated, false),
    _RegisterDeactivatedEvent: subscription(EventType.SheetDeactivated, true),
    _UnregisterDeactivatedEvent: subscription(EventType.SheetDeactivated, false),
    _RegisterSelectionChangedEvent: subscription(EventType.SheetSelection, true),
    _UnregisterSelectionChangedEvent: subscription(EventType.SheetSelection, false),
    _RegisterCalculatedEvent: subscription(EventType.SheetCalculated, true),
    _UnregisterCalculatedEvent: subscription(EventType.SheetCalculated, false),
  },
});

export const worksheetObject = (sheet: Sheet): HostObject => HostObject.of(worksheetType, sheet);

const items = (_self: null, host: HostServices): HostObject[] => host.workbook.sheets.map(worksheetObject);

const find = (_self: null, key: string | number, host: HostServices): HostObject | null => {
  const sheet = typeof key === 'string' ? host.workbook.findSheet(key) : null;
  return sheet === null ? null : worksheetObject(sheet);
};

const ends = (host: HostServices, visibleOnly: boolean, last: boolean): HostObject => {
  const sheets = host.workbook.sheets.filter((sheet) => !visibleOnly || sheet.visibility === 'Visible');
  return required((last ? sheets.at(-1) : sheets[0]) ?? null);
};

const everywhere =
  (eventType: number, on: boolean) =>
  (_self: null, _args: Args, host: HostServices): void =>
    host.subscribe(eventType, WORKBOOK_TARGET, on);

const collectionType = defineType<null>('WorksheetCollection', {
  items,
  find,
  methods: {
    ...lookups<null>(items, find),
    GetCount: (_self, args, host) => {
      const visibleOnly = args.booleanOr(0, false);
      return host.workbook.sheets.filter((sheet) => !visibleOnly || sheet.visibility === 'Visible').length;
    },
    Add: (_self, args, host) => worksheetObject(host.workbook.addSheet(args.optionalString(0), host.actor)),
    GetActiveWorksheet: (_self, _args, host) => {
      // A chart sheet is no worksheet: Excel answers with an error then (office-js 2444).
      if (host.workbook.activeChart !== null) throw itemNotFound();
      return worksheetObject(host.workbook.active);
    },
    GetFirst: (_self, args, host) => ends(host, args.booleanOr(0, false), false),
    GetLast: (_self, args, host) => ends(host, args.booleanOr(0, false), true),
    _RegisterDataChangedEvent: everywhere(EventType.SheetChanged, true),
    _UnregisterDataChangedEvent: everywhere(EventType.SheetChanged, false),
    _RegisterActivatedEvent: everywhere(EventType.SheetActivated, true),
    _UnregisterActivatedEvent: everywhere(EventType.SheetActivated, false),
    _RegisterDeactivatedEvent: everywhere(EventType.SheetDeactivated, true),
    _UnregisterDeactivatedEvent: everywhere(EventType.SheetDeactivated, false),
    _RegisterSelectionChangedEvent: everywhere(EventType.SheetSelection, true),
    _UnregisterSelectionChangedEvent: everywhere(EventType.SheetSelection, false),
    _RegisterAddedEvent: everywhere(EventType.SheetAdded, true),
    _UnregisterAddedEvent: everywhere(EventType.SheetAdded, false),
    _RegisterDeletedEvent: everywhere(EventType.SheetDeleted, true),
    _UnregisterDeletedEvent: everywhere(EventType.SheetDeleted, false),
    _RegisterCalculatedEvent: everywhere(EventType.SheetCalculated, true),
    _UnregisterCalculatedEvent: everywhere(EventType.SheetCalculated, false),
  },
});

export const worksheetsObject = (): HostObject => HostObject.of(collectionType, null);

registerSheetMaker(worksheetObject);
