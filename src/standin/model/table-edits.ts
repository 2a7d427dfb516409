/** Making, changing and removing tables. */
import { BLANK } from './cell';
import { invalidArgument, itemAlreadyExists } from './host-error';
import { isValidName } from './names';
import { requireUnprotected } from './protection';
import { columnCount, intersect, rowCount, type Rect } from './rect';
import { keyOf, type Sheet } from './sheet';
import { insertCells, removeCells } from './structure';
import { keysIn, putContent } from './store';
import { Table } from './table';
import { rewriteStructured, uniqueColumn, writeHeaders } from './table-headings';
import type { Actor, Workbook } from './workbook';

export function addTable(workbook: Workbook, sheet: Sheet, rect: Rect, hasHeaders: boolean, actor: Actor): Table {
  requireUnprotected(sheet);
  if (workbook.tablesOn(sheet).some((table) => intersect(table.range, rect) !== null)) throw invalidArgument();
  sheet.merges = sheet.merges.filter((merge) => intersect(merge, rect) === null);
  let range = rect;
  if (!hasHeaders) {
    insertCells(workbook, sheet, { ...rect, bottom: rect.top }, 'Down', actor);
    range = { ...rect, bottom: rect.bottom + 1 };
  } else if (rowCount(rect) === 1) {
    range = { ...rect, bottom: rect.bottom + 1 };
  }
  let number = workbook.tables.length + 1;
  const nameTaken = (name: string): boolean => workbook.tables.some((t) => t.name.toLowerCase() === name.toLowerCase());
  while (nameTaken(`Table${String(number)}`)) number += 1;
  const table = new Table(workbook.newId(), `Table${String(number)}`, sheet, range);
  for (let offset = 0; offset < columnCount(range); offset += 1) {
    const text = hasHeaders ? String(sheet.content(range.top, range.left + offset).value) : '';
    table.addColumn(
      uniqueColumn(
        text,
        table.columns.map((column) => column.name),
        offset,
      ),
    );
  }
  workbook.tables.push(table);
  writeHeaders(workbook, table);
  workbook.markSymbolicStale();
  workbook.note({ aspect: 'tables', sheet });
  workbook.emit({ kind: 'tableAdded', table, actor });
  return table;
}

export function renameTable(workbook: Workbook, table: Table, name: string): void {
  if (!isValidName(name)) throw invalidArgument();
  const wanted = name.toLowerCase();
  if (workbook.tables.some((other) => other !== table && other.name.toLowerCase() === wanted)) throw itemAlreadyExists();
  if (workbook.names.some((entry) => entry.name.toLowerCase() === wanted)) throw itemAlreadyExists();
  const before = table.name.toLowerCase();
  rewriteStructured(workbook, (text) => {
    const open = text.indexOf('[');
    return text.slice(0, open).toLowerCase() === before ? name + text.slice(open) : text;
  });
  table.name = name;
  workbook.markSymbolicStale();
}

/** A new place for the table: the header row must stay where it is, and both must overlap. */
export function resizeTable(workbook: Workbook, table: Table, sheet: Sheet, rect: Rect): void {
  requireUnprotected(table.sheet);
  if (sheet !== table.sheet || rect.top !== table.range.top || rowCount(rect) < 2) throw invalidArgument();
  if (intersect(rect, table.range) === null) throw invalidArgument();
  const clash = workbook.tablesOn(sheet).some((other) => other !== table && intersect(other.range, rect) !== null);
  if (clash) throw invalidArgument();
  const before = table.columns.map((column) => ({ ...column }));
  const shift = rect.left - table.range.left;
  table.columns.splice(0);
  for (let offset = 0; offset < columnCount(rect); offset += 1) {
    const old = before[offset + shift];
    const taken = table.columns.map((column) => column.name);
    const text = old?.name ?? String(sheet.content(rect.top, rect.left + offset).value);
    table.addColumn(uniqueColumn(text, taken, offset));
  }
  table.range = rect;
  writeHeaders(workbook, table);
  workbook.markSymbolicStale();
  workbook.note({ aspect: 'tables', sheet });
}

/** Adds rows before `index` (null: at the end) and shifts what lies below within the table's columns. */
export function addTableRows(workbook: Workbook, table: Table, index: number | null, count: number, actor: Actor): Rect {
  requireUnprotected(table.sheet);
  const { body } = table;
  const size = rowCount(body);
  const place = index === null || index === -1 ? size : index;
  if (place < 0 || place > size || count < 1) throw invalidArgument();
  const top = body.top + place;
  const rect: Rect = { top, bottom: top + count - 1, left: table.range.left, right: table.range.right };
  const range = { ...table.range, bottom: table.range.bottom + count };
  insertCells(workbook, table.sheet, rect, 'Down', actor, table);
  table.range = range;
  workbook.markSymbolicStale();
  workbook.note({ aspect: 'tables', sheet: table.sheet });
  return rect;
}

export function removeTableRows(workbook: Workbook, table: Table, index: number, count: number, actor: Actor): void {
  requireUnprotected(table.sheet);
  const { body } = table;
  if (index < 0 || count < 1 || index + count > rowCount(body)) throw invalidArgument();
  const rect: Rect = { ...body, top: body.top + index, bottom: body.top + index + count - 1 };
  const onlyRow = count === rowCount(body);
  const range = { ...table.range, bottom: table.range.bottom - count + (onlyRow ? 1 : 0) };
  if (onlyRow) {
    // A table keeps at least one row, an empty one.
    for (const key of keysIn(table.sheet.cells, rect)) putContent(workbook, table.sheet, key, BLANK);
    if (count > 1) removeCells(workbook, table.sheet, { ...rect, top: rect.top + 1 }, 'Up', actor, table);
  } else {
    removeCells(workbook, table.sheet, rect, 'Up', actor, table);
  }
  table.range = range;
  workbook.markSymbolicStale();
  workbook.note({ aspect: 'tables', sheet: table.sheet });
}

export function addTableColumn(
  workbook: Workbook,
  table: Table,
  index: number | null,
  name: string | null,
  actor: Actor,
): number {
  requireUnprotected(table.sheet);
  const size = table.columns.length;
  const place = index === null || index === -1 ? size : index;
  if (place < 0 || place > size) throw invalidArgument();
  const range = { ...table.range, right: table.range.right + 1 };
  const left = table.range.left + place;
  insertCells(workbook, table.sheet, { ...table.range, left, right: left }, 'Right', actor, table);
  table.range = range;
  table.addColumn(
    uniqueColumn(
      name ?? '',
      table.columns.map((column) => column.name),
      place,
    ),
    place,
  );
  writeHeaders(workbook, table);
  workbook.markSymbolicStale();
  workbook.note({ aspect: 'tables', sheet: table.sheet });
  return place;
}

export function removeTableColumn(workbook: Workbook, table: Table, index: number, actor: Actor): void {
  requireUnprotected(table.sheet);
  if (table.columns.length === 1) {
    removeTable(workbook, table, actor, true);
    return;
  }
  const left = table.range.left + index;
  const range = { ...table.range, right: table.range.right - 1 };
  removeCells(workbook, table.sheet, { ...table.range, left, right: left }, 'Left', actor, table);
  table.columns.splice(index, 1);
  table.range = range;
  workbook.markSymbolicStale();
  workbook.note({ aspect: 'tables', sheet: table.sheet });
}

/** Takes the totals row in or out; cells below move. */
export function showTotals(workbook: Workbook, table: Table, show: boolean, actor: Actor): void {
  if (show === table.showTotals) return;
  requireUnprotected(table.sheet);
  const { range } = table;
  if (show) {
    const row = { ...range, top: range.bottom + 1, bottom: range.bottom + 1 };
    insertCells(workbook, table.sheet, row, 'Down', actor, table);
    table.range = { ...range, bottom: range.bottom + 1 };
    table.showTotals = true;
    putContent(workbook, table.sheet, keyOf(row.top, row.left), { value: 'Total', type: 'String', formula: null });
  } else {
    removeCells(workbook, table.sheet, { ...range, top: range.bottom }, 'Up', actor, table);
    table.range = { ...range, bottom: range.bottom - 1 };
    table.showTotals = false;
  }
  workbook.markSymbolicStale();
  workbook.note({ aspect: 'tables', sheet: table.sheet });
}

/** Removes the table; with `cells` its cells go too (delete), else they stay as plain ones (convertToRange). */
export function removeTable(workbook: Workbook, table: Table, actor: Actor, cells: boolean): void {
  requireUnprotected(table.sheet);
  const index = workbook.tables.indexOf(table);
  if (index >= 0) workbook.tables.splice(index, 1);
  if (cells) {
    for (const key of keysIn(table.sheet.cells, table.range)) putContent(workbook, table.sheet, key, BLANK);
    for (const key of keysIn(table.sheet.formats, table.range)) table.sheet.formats.delete(key);
  }
  workbook.markSymbolicStale();
  workbook.note({ aspect: 'tables', sheet: table.sheet });
  workbook.note({ aspect: 'cells', sheet: table.sheet, rect: table.range });
  workbook.emit({ kind: 'tableDeleted', table, actor });
}
