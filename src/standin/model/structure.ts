/** Cells move: inserting and deleting cells, rows and columns, and everything that must move along. */
import { moveReferences, type Mover } from '../formulas/references';
import type { CellContent } from './cell';
import { HostError, accessDenied } from './host-error';
import { requireAllowed } from './protection';
import {
  MAX_COLUMNS,
  MAX_ROWS,
  columnCount,
  encloses,
  intersect,
  isWholeColumns,
  isWholeRows,
  rowCount,
  type Rect,
} from './rect';
import { columnOf, keyOf, rowOf, type Sheet } from './sheet';
import { keysIn, putContent } from './store';
import type { Table } from './table';
import type { Actor, Workbook } from './workbook';

export type InsertShift = 'Down' | 'Right';
export type DeleteShift = 'Up' | 'Left';

/** Where rectangles go when cells are inserted at `hole`. */
function insertMover(hole: Rect, shift: InsertShift): Mover {
  const by = shift === 'Down' ? rowCount(hole) : columnCount(hole);
  return (rect) => {
    if (shift === 'Down') {
      if (rect.left < hole.left || rect.right > hole.right || rect.bottom < hole.top || isWholeColumns(rect)) return rect;
      const bottom = Math.min(rect.bottom + by, MAX_ROWS - 1);
      return { ...rect, top: rect.top >= hole.top ? rect.top + by : rect.top, bottom };
    }
    if (rect.top < hole.top || rect.bottom > hole.bottom || rect.right < hole.left || isWholeRows(rect)) return rect;
    const right = Math.min(rect.right + by, MAX_COLUMNS - 1);
    return { ...rect, left: rect.left >= hole.left ? rect.left + by : rect.left, right };
  };
}

/** Where rectangles go when the cells of `hole` are deleted; null for those that lay in it. */
function removeMover(hole: Rect, shift: DeleteShift): Mover {
  const squeeze = (first: number, last: number, from: number, to: number): [number, number] | null => {
    const by = to - from + 1;
    const start = first < from ? first : first > to ? first - by : from;
    const end = last < from ? last : last > to ? last - by : from - 1;
    return end < start ? null : [start, end];
  };
  return (rect) => {
    if (shift === 'Up') {
      if (rect.left < hole.left || rect.right > hole.right || isWholeColumns(rect)) return rect;
      const rows = squeeze(rect.top, rect.bottom, hole.top, hole.bottom);
      return rows === null ? null : { ...rect, top: rows[0], bottom: rows[1] };
    }
    if (rect.top < hole.top || rect.bottom > hole.bottom || isWholeRows(rect)) return rect;
    const columns = squeeze(rect.left, rect.right, hole.left, hole.right);
    return columns === null ? null : { ...rect, left: columns[0], right: columns[1] };
  };
}

function moveMap<T>(map: Map<number, T>, move: Mover, affected: Rect): void {
  const moved: [number, T][] = [];
  for (const key of keysIn(map, affected)) {
    const value = map.get(key);
    map.delete(key);
    const [row, column] = [rowOf(key), columnOf(key)];
    const place = move({ top: row, bottom: row, left: column, right: column });
    if (place !== null && value !== undefined) moved.push([keyOf(place.top, place.left), value]);
  }
  for (const [key, value] of moved) map.set(key, value);
}

const moveRects = (rects: readonly Rect[], move: Mover): Rect[] =>
  rects.flatMap((rect) => {
    const next = move(rect);
    return next === null ? [] : [next];
  });

/** The strip of cells that move: from the hole to the end of the sheet. */
const strip = (hole: Rect, down: boolean): Rect =>
  down ? { ...hole, bottom: MAX_ROWS - 1 } : { ...hole, right: MAX_COLUMNS - 1 };

function moveLines<T>(map: Map<number, T>, first: number, by: number, removed: number): void {
  const entries = [...map.entries()].sort(([a], [b]) => a - b);
  map.clear();
  for (const [line, info] of entries) {
    if (line < first) map.set(line, info);
    else if (line >= first + removed) map.set(line + by, info);
  }
}

/** Refuses to tear a table or a merged area apart: only those wholly inside or outside the moving strip can stay. */
function requireWhole(workbook: Workbook, sheet: Sheet, moving: Rect, except: Table | null): void {
  const torn = (rect: Rect): boolean => intersect(rect, moving) !== null && !encloses(moving, rect);
  const across = (rect: Rect): boolean => {
    // A strip of whole rows or columns may cut through: it inserts into the table.
    if (isWholeRows(moving)) return false;
    return torn(rect);
  };
  for (const table of workbook.tablesOn(sheet)) {
    if (table !== except && across(table.range) && !isWholeColumns(moving)) {
      throw new HostError('InsertDeleteConflict', 'The insert or delete operation attempted resulted in a conflict.', 409);
    }
  }
  for (const merge of sheet.merges) {
    const crosses = moving.left > merge.left && moving.left <= merge.right && isWholeColumns(moving);
    if (!crosses && across(merge) && !isWholeColumns(moving)) {
      throw new HostError('InsertDeleteConflict', 'The insert or delete operation attempted resulted in a conflict.', 409);
    }
  }
}

function checkProtection(sheet: Sheet, rect: Rect, inserting: boolean): void {
  if (sheet.protection === null) return;
  if (isWholeRows(rect)) requireAllowed(sheet, inserting ? 'allowInsertRows' : 'allowDeleteRows');
  else if (isWholeColumns(rect)) requireAllowed(sheet, inserting ? 'allowInsertColumns' : 'allowDeleteColumns');
  else throw accessDenied();
}

export function insertCells(
  workbook: Workbook,
  sheet: Sheet,
  rect: Rect,
  shift: InsertShift,
  actor: Actor,
  within: Table | null = null,
): void {
  checkProtection(sheet, rect, true);
  const down = isWholeRows(rect) || (shift === 'Down' && !isWholeColumns(rect));
  const moving = strip(rect, down);
  requireWhole(workbook, sheet, moving, within);
  const by = down ? rowCount(rect) : columnCount(rect);
  const last = sheet.usedRect(true, moving);
  if (last !== null && (down ? last.bottom + by >= MAX_ROWS : last.right + by >= MAX_COLUMNS)) {
    throw new HostError(
      'NonBlankCellOffSheet',
      "Microsoft Excel can't insert new cells because it would push non-empty cells off the end of the worksheet.",
    );
  }
  const move = insertMover(rect, down ? 'Down' : 'Right');
  moveEverything(workbook, sheet, move, moving, down, by, 0, within);
  copyNeighbourFormats(sheet, rect, down);
  finish(workbook, sheet, rect, { down, inserted: true, actor });
}

export function removeCells(
  workbook: Workbook,
  sheet: Sheet,
  rect: Rect,
  shift: DeleteShift,
  actor: Actor,
  within: Table | null = null,
): void {
  checkProtection(sheet, rect, false);
  const up = isWholeRows(rect) || (shift === 'Up' && !isWholeColumns(rect));
  const moving = strip(rect, up);
  requireWhole(workbook, sheet, moving, within);
  const by = up ? rowCount(rect) : columnCount(rect);
  const move = removeMover(rect, up ? 'Up' : 'Left');
  moveEverything(workbook, sheet, move, moving, up, -by, by, within);
  finish(workbook, sheet, rect, { down: up, inserted: false, actor });
}

function moveEverything(
  workbook: Workbook,
  sheet: Sheet,
  move: Mover,
  moving: Rect,
  vertical: boolean,
  by: number,
  removed: number,
  within: Table | null,
): void {
  for (const key of keysIn(sheet.cells, moving)) {
    workbook.markStale(sheet, key);
    sheet.formulaKeys.delete(key);
  }
  moveMap<CellContent>(sheet.cells, move, moving);
  for (const key of keysIn(sheet.cells, moving)) {
    workbook.markStale(sheet, key);
    if (sheet.cells.get(key)?.formula != null) sheet.formulaKeys.add(key);
  }
  moveMap(sheet.formats, move, moving);
  moveMap(sheet.hyperlinks, move, moving);
  if (isWholeRows(moving)) moveLines(sheet.rows, moving.top, by, removed);
  if (isWholeColumns(moving) && !vertical) moveLines(sheet.columns, moving.left, by, removed);
  sheet.merges = moveRects(sheet.merges, move).filter((rect) => rect.top !== rect.bottom || rect.left !== rect.right);
  sheet.validations = sheet.validations
    .map((validation) => ({ ...validation, rects: moveRects(validation.rects, move) }))
    .filter((validation) => validation.rects.length > 0);
  for (const format of sheet.conditionalFormats) format.rects = moveRects(format.rects, move);
  sheet.conditionalFormats = sheet.conditionalFormats.filter((format) => format.rects.length > 0);
  moveTables(workbook, sheet, move, within);
  const layout = sheet.pageLayout;
  layout.printArea = moveRects(layout.printArea, move);
  layout.titleRows = layout.titleRows === null ? null : move(layout.titleRows);
  layout.titleColumns = layout.titleColumns === null ? null : move(layout.titleColumns);
  sheet.autoFilter = sheet.autoFilter === null ? null : move(sheet.autoFilter);
  for (const range of workbook.tracked) {
    if (range.sheet === sheet && range.rect !== null) range.rect = move(range.rect);
  }
  rewriteAllFormulas(workbook, (formula, home) => moveReferences(formula, home, sheet.name, move));
}

/** Tables move with their cells; whole columns inserted or deleted inside one change its columns. */
function moveTables(workbook: Workbook, sheet: Sheet, move: Mover, within: Table | null): void {
  for (const table of workbook.tablesOn(sheet)) {
    if (table === within) continue;
    const next = move(table.range);
    if (next === null) {
      workbook.tables.splice(workbook.tables.indexOf(table), 1);
      continue;
    }
    const kept = table.columns.filter((_column, index) => {
      const left = table.range.left + index;
      return move({ ...table.range, left, right: left }) !== null;
    });
    if (kept.length < table.columns.length) table.columns.splice(0, table.columns.length, ...kept);
    while (table.columns.length < columnCount(next)) table.addColumn(`Column${String(table.columns.length + 1)}`);
    table.range = next;
  }
}

/** Rewrites cell formulas, names, validations and conditional formats. */
export function rewriteAllFormulas(workbook: Workbook, change: (formula: string, homeSheet: string) => string): void {
  for (const sheet of workbook.sheets) {
    for (const key of sheet.formulaKeys) {
      const content = sheet.cells.get(key);
      if (content === undefined || content.formula === null) continue;
      const next = change(content.formula, sheet.name);
      if (next !== content.formula) putContent(workbook, sheet, key, { ...content, formula: next });
    }
    sheet.validations = sheet.validations.map((validation) => {
      const { rule } = validation;
      const fix = (text: string): string => (text.startsWith('=') ? change(text, sheet.name) : text);
      if (rule.kind === 'list') return { ...validation, rule: { ...rule, source: fix(rule.source) } };
      if (rule.kind === 'custom') return { ...validation, rule: { ...rule, formula: fix(rule.formula) } };
      if (rule.kind === 'none') return validation;
      const side = <T extends string | number | null>(value: T): T => (typeof value === 'string' ? (fix(value) as T) : value);
      return { ...validation, rule: { ...rule, formula1: side(rule.formula1), formula2: side(rule.formula2) } };
    });
    for (const format of sheet.conditionalFormats) {
      if (format.formula !== '') format.formula = change(format.formula, sheet.name);
    }
  }
  for (const name of workbook.names) name.formula = change(name.formula, name.scope?.name ?? '');
}

/** New rows look like the row above, new columns like the column before, as Excel makes them. */
function copyNeighbourFormats(sheet: Sheet, rect: Rect, down: boolean): void {
  if (down ? rect.top === 0 : rect.left === 0) return;
  const line = down
    ? { ...rect, top: rect.top - 1, bottom: rect.top - 1 }
    : { ...rect, left: rect.left - 1, right: rect.left - 1 };
  for (const key of keysIn(sheet.formats, line)) {
    const format = sheet.formats.get(key);
    if (format === undefined) continue;
    const count = Math.min(down ? rowCount(rect) : columnCount(rect), 5000);
    for (let step = 1; step <= count; step += 1) {
      const target = down ? keyOf(rowOf(key) + step, columnOf(key)) : keyOf(rowOf(key), columnOf(key) + step);
      sheet.formats.set(target, format);
    }
  }
}

function finish(
  workbook: Workbook,
  sheet: Sheet,
  rect: Rect,
  what: { readonly down: boolean; readonly inserted: boolean; readonly actor: Actor },
): void {
  const kind = isWholeRows(rect) ? 'Row' : isWholeColumns(rect) ? 'Column' : 'Cell';
  const change = `${kind}${what.inserted ? 'Inserted' : 'Deleted'}`;
  const direction = what.inserted ? (what.down ? 'InsertDown' : 'InsertRight') : what.down ? 'DeleteUp' : 'DeleteLeft';
  workbook.markSymbolicStale();
  workbook.note({ aspect: 'cells', sheet, rect: null });
  for (const aspect of ['layout', 'validation', 'conditional', 'tables', 'freeze'] as const) workbook.note({ aspect, sheet });
  workbook.emit({
    kind: 'changed',
    sheet,
    rect,
    changeType: change,
    changeDirection: kind === 'Cell' ? direction : null,
    details: null,
    actor: what.actor,
  });
}
