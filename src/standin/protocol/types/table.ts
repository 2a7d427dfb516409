/** Excel.Table with its columns and rows. */
import { writeCells } from '../../model/edits';
import { invalidArgument, itemNotFound } from '../../model/host-error';
import { rowCount, type Rect } from '../../model/rect';
import type { Sheet } from '../../model/sheet';
import {
  addTable,
  addTableColumn,
  addTableRows,
  removeTable,
  removeTableColumn,
  removeTableRows,
  renameTable,
  resizeTable,
  showTotals,
} from '../../model/table-edits';
import { renameTableColumn } from '../../model/table-headings';
import type { Table } from '../../model/table';
import { HostObject, asBoolean, asString, defineType, lookups, type Args, type HostServices } from '../host-type';
import { EventType, WORKBOOK_TARGET } from '../wire';
import { rangeArgument, rangeSelf, rectOfRange, resolveAddress, sheetOf } from './range-self';
import { makeRange, sheetObject } from './registry';

const need = (rect: Rect | null): Rect => {
  if (rect === null) throw itemNotFound();
  return rect;
};

const checkTable = (table: Table, host: HostServices): void => {
  if (!host.workbook.tables.includes(table)) throw itemNotFound();
};

/** Values as they stand in a rectangle. */
const valuesOf = (sheet: Sheet, rect: Rect): unknown[][] => {
  const lines: unknown[][] = [];
  for (let row = rect.top; row <= rect.bottom; row += 1) {
    const line: unknown[] = [];
    for (let column = rect.left; column <= rect.right; column += 1) line.push(sheet.content(row, column).value);
    lines.push(line);
  }
  return lines;
};

interface ColumnSelf {
  readonly table: Table;
  readonly column: Table['columns'][number];
}

const columnRect = ({ table, column }: ColumnSelf, rect: Rect): Rect => {
  const left = table.range.left + table.columns.indexOf(column);
  return { ...rect, left, right: left };
};

const columnType = defineType<ColumnSelf>('TableColumn', {
  identity: ['Id'],
  computed: ['Values'],
  check: ({ table, column }, host) => {
    checkTable(table, host);
    if (!table.columns.includes(column)) throw itemNotFound();
  },
  get: {
    Id: ({ column }) => column.id,
    Index: ({ table, column }) => table.columns.indexOf(column),
    Name: ({ column }) => column.name,
    Values: (self) => valuesOf(self.table.sheet, columnRect(self, self.table.range)),
  },
  set: {
    Name: ({ table, column }, value, host) => {
      const name = asString(value);
      if (name === '') throw invalidArgument();
      renameTableColumn(host.workbook, table, table.columns.indexOf(column), name);
    },
    Values: (self, value, host) => {
      writeCells(host.workbook, self.table.sheet, columnRect(self, self.table.range), value, host.actor);
    },
  },
  methods: {
    Delete: ({ table, column }, _args, host) => {
      removeTableColumn(host.workbook, table, table.columns.indexOf(column), host.actor);
    },
    GetRange: (self, _args, host) => makeRange(host, self.table.sheet, columnRect(self, self.table.range)),
    GetDataBodyRange: (self, _args, host) => makeRange(host, self.table.sheet, columnRect(self, self.table.body)),
    GetHeaderRowRange: (self, _args, host) => makeRange(host, self.table.sheet, columnRect(self, need(self.table.headerRow))),
    GetTotalRowRange: (self, _args, host) => makeRange(host, self.table.sheet, columnRect(self, need(self.table.totalRow))),
  },
});

const columnItems = (table: Table): HostObject[] => table.columns.map((column) => HostObject.of(columnType, { table, column }));

const findColumn = (table: Table, key: string | number): HostObject | null => {
  const column = table.columns.find((other) =>
    typeof key === 'number' ? other.id === key : other.name.toLowerCase() === key.toLowerCase(),
  );
  return column === undefined ? null : HostObject.of(columnType, { table, column });
};

const columnsType = defineType<Table>('TableColumnCollection', {
  check: checkTable,
  get: { Count: (table) => table.columns.length },
  items: columnItems,
  find: findColumn,
  methods: {
    ...lookups<Table>(columnItems, findColumn),
    Add: (table, args, host) => {
      const index = addTableColumn(
        host.workbook,
        table,
        args.has(0) ? args.integer(0) : null,
        args.optionalString(2),
        host.actor,
      );
      const column = table.columns[index];
      if (column === undefined) throw invalidArgument();
      if (args.has(1)) {
        const rect = columnRect({ table, column }, table.range);
        writeCells(host.workbook, table.sheet, rect, args.at(1), host.actor);
      }
      return HostObject.of(columnType, { table, column });
    },
  },
});

interface RowSelf {
  readonly table: Table;
  readonly index: number;
}

const rowRect = ({ table, index }: RowSelf): Rect => {
  const { body } = table;
  if (index < 0 || index >= rowCount(body)) throw itemNotFound();
  return { ...body, top: body.top + index, bottom: body.top + index };
};

const rowType = defineType<RowSelf>('TableRow', {
  computed: ['Values'],
  check: ({ table }, host) => checkTable(table, host),
  get: { Index: ({ index }) => index, Values: (self) => valuesOf(self.table.sheet, rowRect(self)) },
  set: {
    Values: (self, value, host) => writeCells(host.workbook, self.table.sheet, rowRect(self), value, host.actor),
  },
  methods: {
    Delete: ({ table, index }, _args, host) => removeTableRows(host.workbook, table, index, 1, host.actor),
    GetRange: (self, _args, host) => makeRange(host, self.table.sheet, rowRect(self)),
  },
});

const rowItems = (table: Table): HostObject[] =>
  Array.from({ length: rowCount(table.body) }, (_unused, index) => HostObject.of(rowType, { table, index }));

const rowsType = defineType<Table>('TableRowCollection', {
  check: checkTable,
  get: { Count: (table) => rowCount(table.body) },
  items: rowItems,
  methods: {
    GetCount: (table) => rowCount(table.body),
    GetItemAt: (table, args) => HostObject.of(rowType, { table, index: args.integer(0) }),
    Add: (table, args, host) => {
      const values = args.has(1) ? args.at(1) : null;
      const count = Array.isArray(values) ? values.length : 1;
      const lines: unknown[] = Array.isArray(values) ? values : [];
      if (lines.some((line) => !Array.isArray(line) || line.length !== table.columns.length)) throw invalidArgument();
      const rect = addTableRows(host.workbook, table, args.has(0) ? args.integer(0) : null, count, host.actor);
      if (values !== null) writeCells(host.workbook, table.sheet, rect, values, host.actor);
      return HostObject.of(rowType, { table, index: rect.top - table.body.top });
    },
    DeleteRowsAt: (table, args, host) => removeTableRows(host.workbook, table, args.integer(0), args.integerOr(1, 1), host.actor),
  },
});

const subscription =
  (eventType: number, on: boolean) =>
  (table: Table, _args: Args, host: HostServices): void =>
    host.subscribe(eventType, table.id, on);

const flag =
  (name: 'showBandedRows' | 'showBandedColumns' | 'showFilterButton' | 'highlightFirstColumn' | 'highlightLastColumn') =>
  (table: Table, value: unknown, host: HostServices): void => {
    table[name] = asBoolean(value);
    host.workbook.note({ aspect: 'tables', sheet: table.sheet });
  };

const tableType = defineType<Table>('Table', {
  identity: ['Id'],
  check: checkTable,
  get: {
    Id: (table) => table.id,
    LegacyId: (table) => table.id,
    Name: (table) => table.name,
    Style: (table) => table.style,
    ShowHeaders: (table) => table.showHeaders,
    ShowTotals: (table) => table.showTotals,
    ShowBandedRows: (table) => table.showBandedRows,
    ShowBandedColumns: (table) => table.showBandedColumns,
    ShowFilterButton: (table) => table.showFilterButton,
    HighlightFirstColumn: (table) => table.highlightFirstColumn,
    HighlightLastColumn: (table) => table.highlightLastColumn,
  },
  set: {
    Name: (table, value, host) => renameTable(host.workbook, table, asString(value)),
    Style: (table, value, host) => {
      const style = asString(value);
      if (!/^TableStyle(?:Light(?:1?[0-9]|2[01])|Medium(?:1?[0-9]|2[0-8])|Dark(?:[1-9]|1[01]))$/.test(style)) {
        throw invalidArgument();
      }
      table.style = style;
      host.workbook.note({ aspect: 'tables', sheet: table.sheet });
    },
    ShowTotals: (table, value, host) => showTotals(host.workbook, table, asBoolean(value), host.actor),
    ShowBandedRows: flag('showBandedRows'),
    ShowBandedColumns: flag('showBandedColumns'),
    ShowFilterButton: flag('showFilterButton'),
    HighlightFirstColumn: flag('highlightFirstColumn'),
    HighlightLastColumn: flag('highlightLastColumn'),
  },
  navigate: {
    Columns: (table) => HostObject.of(columnsType, table),
    Rows: (table) => HostObject.of(rowsType, table),
    Worksheet: (table) => sheetObject(table.sheet),
  },
  methods: {
    GetRange: (table, _args, host) => makeRange(host, table.sheet, table.range),
    GetDataBodyRange: (table, _args, host) => makeRange(host, table.sheet, table.body),
    GetHeaderRowRange: (table, _args, host) => makeRange(host, table.sheet, need(table.headerRow)),
    GetTotalRowRange: (table, _args, host) => makeRange(host, table.sheet, need(table.totalRow)),
    Resize: (table, args, host) => {
      const target = rangeArgument(args.at(0), table.sheet, host.workbook);
      resizeTable(host.workbook, table, target.sheet, target.rect);
    },
    ConvertToRange: (table, _args, host) => {
      const range = makeRange(host, table.sheet, table.range);
      removeTable(host.workbook, table, host.actor, false);
      return range;
    },
    Delete: (table, _args, host) => removeTable(host.workbook, table, host.actor, true),
    ClearFilters: () => undefined,
    _RegisterDataChangedEvent: subscription(EventType.TableChanged, true),
    _UnregisterDataChangedEvent: subscription(EventType.TableChanged, false),
    _RegisterSelectionChangedEvent: subscription(EventType.TableSelection, true),
    _UnregisterSelectionChangedEvent: subscription(EventType.TableSelection, false),
  },
});

interface Scope {
  /** Null for the tables of the whole workbook. */
  readonly sheet: Sheet | null;
}

const tables = (self: Scope, host: HostServices): Table[] =>
  host.workbook.tables.filter((table) => self.sheet === null || table.sheet === self.sheet);

const items = (self: Scope, host: HostServices): HostObject[] =>
  tables(self, host).map((table) => HostObject.of(tableType, table));

const find = (self: Scope, key: string | number, host: HostServices): HostObject | null => {
  const wanted = String(key).toLowerCase();
  const table = tables(self, host).find((other) => other.name.toLowerCase() === wanted || other.id.toLowerCase() === wanted);
  return table === undefined ? null : HostObject.of(tableType, table);
};

const everywhere =
  (eventType: number, on: boolean) =>
  (self: Scope, _args: Args, host: HostServices): void =>
    host.subscribe(eventType, self.sheet?.id ?? WORKBOOK_TARGET, on);

const collectionType = defineType<Scope>('TableCollection', {
  get: { Count: (self, host) => tables(self, host).length },
  items,
  find,
  methods: {
    ...lookups<Scope>(items, find),
    Add: (self, args, host) => {
      const range = rangeSelf(args.at(0));
      const place =
        range === null
          ? resolveAddress(host.workbook, self.sheet ?? host.workbook.active, args.string(0))
          : { sheet: sheetOf(range), rect: rectOfRange(range) };
      if (self.sheet !== null && place.sheet !== self.sheet) throw invalidArgument();
      return HostObject.of(tableType, addTable(host.workbook, place.sheet, place.rect, args.booleanOr(1, true), host.actor));
    },
    _RegisterDataChangedEvent: everywhere(EventType.TableChanged, true),
    _UnregisterDataChangedEvent: everywhere(EventType.TableChanged, false),
    _RegisterAddedEvent: everywhere(EventType.TableAdded, true),
    _UnregisterAddedEvent: everywhere(EventType.TableAdded, false),
    _RegisterDeletedEvent: everywhere(EventType.TableDeleted, true),
    _UnregisterDeletedEvent: everywhere(EventType.TableDeleted, false),
  },
});

export const tablesOf = (sheet: Sheet | null): HostObject => HostObject.of(collectionType, { sheet });
