/** Draws the model: listens to what changed and puts just that into the grid, once per frame. */
import { mergeWorksheetSnapshotWithDefault, type ICellData, type IObjectMatrixPrimitiveType, type IRange } from '@univerjs/core';
import type { Calculation } from '../../model/calculation';
import { bounding, type Rect } from '../../model/rect';
import { columnOf, keyOf, rowOf, type Sheet } from '../../model/sheet';
import { keysIn } from '../../model/store';
import type { ViewNote, Workbook } from '../../model/workbook';
import { toStyle, withOverlay, type Overlay } from './cell-style';
import type { Grid } from './grid';
import { conditionalOverlays, tableOverlayAt } from './overlays';
import { validationRules } from './validation-rules';

type Aspect = 'layout' | 'validation' | 'tables' | 'conditional' | 'freeze' | 'protection';

interface Dirt {
  cells: Rect | 'all' | null;
  readonly aspects: Set<Aspect>;
}

const PIXELS_PER_POINT = 96 / 72;
const MIN_ROWS = 200;
const MIN_COLUMNS = 40;

const toRange = (rect: Rect): IRange => ({
  startRow: rect.top,
  endRow: rect.bottom,
  startColumn: rect.left,
  endColumn: rect.right,
});

export class Projector {
  private readonly dirt = new Map<Sheet, Dirt>();
  private sheetsDirty = false;
  private selectionDirty = false;
  private frame: number | null = null;
  private readonly shown = new Map<string, Set<number>>();
  private readonly overlays = new Map<Sheet, Map<number, Overlay>>();
  private readonly validationIds = new Map<string, string[]>();
  /** Sheets that the grid has just been given: it turns to them by itself, though nobody went there. */
  private readonly fresh = new Set<Sheet>();
  private freshTimer: ReturnType<typeof setTimeout> | null = null;
  private overlayTimer: ReturnType<typeof setTimeout> | null = null;

  constructor(
    private readonly workbook: Workbook,
    private readonly calculation: Calculation,
    private readonly grid: Grid,
  ) {
    workbook.onView((note) => this.take(note));
    this.drawAll();
  }

  /** Everything anew: after a workbook was opened. */
  drawAll(): void {
    this.sheetsDirty = true;
    this.selectionDirty = true;
    for (const sheet of this.workbook.sheets) {
      this.dirt.set(sheet, { cells: 'all', aspects: new Set(['layout', 'validation', 'conditional', 'freeze']) });
    }
    this.schedule();
  }

  /** Puts a rectangle back as the model has it: after input that was refused. */
  restore(sheet: Sheet, rect: Rect): void {
    this.take({ aspect: 'cells', sheet, rect });
    this.take({ aspect: 'layout', sheet });
  }

  /** Shows the selection that the model has. */
  restoreSelection(): void {
    this.take({ aspect: 'selection' });
  }

  /** Whether the grid turned to this sheet by itself. The sheet of the model comes back in a moment. */
  isFresh(sheet: Sheet): boolean {
    return this.fresh.has(sheet);
  }

  private settleFresh(): void {
    if (this.freshTimer !== null) clearTimeout(this.freshTimer);
    this.freshTimer = setTimeout(() => {
      this.fresh.clear();
      this.activate();
      this.restoreSelection();
    }, 150);
  }

  private take(note: ViewNote): void {
    if (note.aspect === 'sheets') this.sheetsDirty = true;
    else if (note.aspect === 'selection') this.selectionDirty = true;
    else if ('sheet' in note) {
      const dirt = this.dirt.get(note.sheet) ?? { cells: null, aspects: new Set<Aspect>() };
      this.dirt.set(note.sheet, dirt);
      if (note.aspect !== 'cells') {
        dirt.aspects.add(note.aspect);
        if (note.aspect === 'tables') dirt.cells = 'all';
      } else if (note.rect === null || dirt.cells === 'all') dirt.cells = 'all';
      else dirt.cells = dirt.cells === null ? note.rect : bounding(dirt.cells, note.rect);
    }
    this.schedule();
  }

  private schedule(): void {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = null;
      this.flush();
    });
  }

  private flush(): void {
    if (this.sheetsDirty) {
      this.sheetsDirty = false;
      this.drawSheets();
      // The grid makes a new sheet's skeleton in its own frame; cells can be drawn after that.
      this.schedule();
      return;
    }
    for (const [sheet, dirt] of this.dirt) {
      if (sheet.deleted) continue;
      if (dirt.cells !== null) this.drawCells(sheet, dirt.cells === 'all' ? null : dirt.cells);
      if (dirt.aspects.has('layout')) this.drawLayout(sheet);
      if (dirt.aspects.has('freeze')) this.drawFreeze(sheet);
      if (dirt.aspects.has('validation')) this.drawValidation(sheet);
      if (sheet.conditionalFormats.length > 0 || this.overlays.has(sheet)) this.scheduleOverlays();
    }
    this.dirt.clear();
    if (this.selectionDirty) this.drawSelection();
    this.selectionDirty = false;
  }

  /** Adds, removes, renames, orders, hides and colours the tabs until they are the model's. */
  private drawSheets(): void {
    const { grid, workbook } = this;
    workbook.sheets.forEach((sheet, index) => {
      if (grid.workbook.getSheetBySheetId(sheet.id) != null) return;
      const sheetData = { id: sheet.id, name: sheet.name, rowCount: MIN_ROWS, columnCount: MIN_COLUMNS, cellData: {} };
      this.fresh.add(sheet);
      this.settleFresh();
      grid.project('sheet.mutation.insert-sheet', { index, sheet: mergeWorksheetSnapshotWithDefault(sheetData) });
      const dirt = this.dirt.get(sheet) ?? { cells: null, aspects: new Set<Aspect>() };
      dirt.aspects.add('layout');
      this.dirt.set(sheet, dirt);
    });
    const ids = new Set(workbook.sheets.map((sheet) => sheet.id));
    for (const shown of [...grid.workbook.getSheets()]) {
      const id = shown.getSheetId();
      if (ids.has(id)) continue;
      if (grid.workbook.getActiveSheet().getSheetId() === id) this.activate();
      grid.project('sheet.mutation.remove-sheet', { subUnitId: id });
      this.shown.delete(id);
    }
    workbook.sheets.forEach((sheet, toOrder) => {
      const shown = grid.workbook.getSheetBySheetId(sheet.id);
      if (shown == null) return;
      const subUnitId = sheet.id;
      if (shown.getName() !== sheet.name) grid.project('sheet.mutation.set-worksheet-name', { subUnitId, name: sheet.name });
      const fromOrder = grid.workbook.getSheetIndex(shown);
      if (fromOrder !== toOrder) grid.project('sheet.mutation.set-worksheet-order', { subUnitId, fromOrder, toOrder });
      const hidden = sheet.visibility === 'Visible' ? 0 : 1;
      if (shown.isSheetHidden() !== hidden) grid.project('sheet.mutation.set-worksheet-hidden', { subUnitId, hidden });
      if ((shown.getTabColor() ?? '') !== sheet.tabColor)
        grid.project('sheet.mutation.set-tab-color', { subUnitId, color: sheet.tabColor });
    });
    this.activate();
  }

  private activate(): void {
    const { id } = this.workbook.active;
    if (this.grid.workbook.getActiveSheet().getSheetId() === id) return;
    this.grid.project('sheet.operation.set-worksheet-active', { subUnitId: id });
  }

  private drawSelection(): void {
    this.activate();
    const sheet = this.workbook.active;
    const shown = this.grid.workbook.getSheetBySheetId(sheet.id);
    const wanted = toRange(this.withMerges(sheet));
    const range = {
      ...wanted,
      endRow: Math.min(wanted.endRow, (shown?.getRowCount() ?? MIN_ROWS) - 1),
      endColumn: Math.min(wanted.endColumn, (shown?.getColumnCount() ?? MIN_COLUMNS) - 1),
    };
    const primary = {
      ...range,
      endRow: range.startRow,
      endColumn: range.startColumn,
      actualRow: range.startRow,
      actualColumn: range.startColumn,
      isMerged: false,
      isMergedMainCell: false,
    };
    this.grid.project('sheet.operation.set-selections', {
      subUnitId: sheet.id,
      selections: [{ range, primary, style: null }],
      type: 2,
    });
  }

  /** A merged area is selected as one cell. */
  private withMerges(sheet: Sheet): Rect {
    const { top, left } = sheet.selection;
    const merge = sheet.mergeAt(top, left);
    return merge === null ? sheet.selection : bounding(merge, sheet.selection);
  }

  private cellData(sheet: Sheet, row: number, column: number): ICellData {
    const content = sheet.content(row, column);
    const format = sheet.format(row, column);
    const table = format.fillColor === '' ? tableOverlayAt(this.workbook, sheet, row, column) : null;
    const conditional = this.overlays.get(sheet)?.get(keyOf(row, column)) ?? null;
    const s = withOverlay(withOverlay(toStyle(format), table), conditional);
    const data: ICellData = { s, p: null, f: content.formula, si: null };
    if (content.type === 'Boolean') return { ...data, v: content.value === true ? 1 : 0, t: 3 };
    if (content.type === 'Double') return { ...data, v: content.value, t: 2 };
    if (content.type === 'Empty') return { ...data, v: null, t: null };
    return { ...data, v: content.value, t: 1 };
  }

  /** Cells that are filled or formatted now, and those that were drawn before and must be wiped. */
  private drawCells(sheet: Sheet, rect: Rect | null): void {
    const used = sheet.usedRect(false);
    this.growTo(sheet, used);
    const shown = this.shown.get(sheet.id) ?? new Set<number>();
    this.shown.set(sheet.id, shown);
    const within = rect ?? { top: 0, left: 0, bottom: 1_048_575, right: 16_383 };
    const keys = new Set([...keysIn(sheet.cells, within), ...keysIn(sheet.formats, within)]);
    for (const table of this.workbook.tablesOn(sheet)) {
      for (let row = table.range.top; row <= table.range.bottom; row += 1) {
        for (let column = table.range.left; column <= table.range.right; column += 1) keys.add(keyOf(row, column));
      }
    }
    for (const key of this.overlays.get(sheet)?.keys() ?? []) keys.add(key);
    const cellValue: IObjectMatrixPrimitiveType<ICellData | null> = {};
    const put = (key: number, data: ICellData | null): void => {
      (cellValue[rowOf(key)] ??= {})[columnOf(key)] = data;
    };
    for (const key of shown) {
      const [row, column] = [rowOf(key), columnOf(key)];
      if (keys.has(key) || row < within.top || row > within.bottom || column < within.left || column > within.right) continue;
      put(key, null);
      shown.delete(key);
    }
    for (const key of keys) {
      put(key, this.cellData(sheet, rowOf(key), columnOf(key)));
      shown.add(key);
    }
    this.grid.project('sheet.mutation.set-range-values', { subUnitId: sheet.id, cellValue });
  }

  private growTo(sheet: Sheet, used: Rect | null): void {
    const shown = this.grid.workbook.getSheetBySheetId(sheet.id);
    if (shown == null || used === null) return;
    const rowCount = used.bottom + 100;
    const columnCount = used.right + 12;
    if (shown.getRowCount() < rowCount) {
      this.grid.project('sheet.mutation.set-worksheet-row-count', {
        subUnitId: sheet.id,
        rowCount: Math.max(rowCount, MIN_ROWS),
      });
    }
    if (shown.getColumnCount() < columnCount) {
      this.grid.project('sheet.mutation.set-worksheet-column-count', { subUnitId: sheet.id, columnCount });
    }
  }

  /** Widths, heights, hidden lines, merges, gridlines. */
  private drawLayout(sheet: Sheet): void {
    const { grid } = this;
    const subUnitId = sheet.id;
    const shown = grid.workbook.getSheetBySheetId(subUnitId);
    if (shown == null) return;
    this.growTo(sheet, sheet.usedRect(false));
    const [rows, columns] = [shown.getRowCount(), shown.getColumnCount()];
    const all = [{ startRow: 0, endRow: rows - 1, startColumn: 0, endColumn: columns - 1 }];
    const heights: Record<number, number> = {};
    const widths: Record<number, number> = {};
    for (let row = 0; row < rows; row += 1) heights[row] = Math.round(sheet.rowHeight(row) * PIXELS_PER_POINT);
    for (let column = 0; column < columns; column += 1) widths[column] = Math.round(sheet.columnWidth(column) * PIXELS_PER_POINT);
    grid.project('sheet.mutation.set-worksheet-row-height', { subUnitId, ranges: all, rowHeight: heights });
    grid.project('sheet.mutation.set-worksheet-col-width', { subUnitId, ranges: all, colWidth: widths });
    grid.project('sheet.mutation.set-row-visible', { subUnitId, ranges: all });
    grid.project('sheet.mutation.set-col-visible', { subUnitId, ranges: all });
    const lines = (info: ReadonlyMap<number, { readonly hidden?: boolean }>): number[] =>
      [...info].filter(([, { hidden }]) => hidden === true).map(([line]) => line);
    const hiddenRows = lines(sheet.rows).map((row) => ({ startRow: row, endRow: row, startColumn: 0, endColumn: columns - 1 }));
    const hiddenColumns = lines(sheet.columns).map((column) => ({
      startRow: 0,
      endRow: rows - 1,
      startColumn: column,
      endColumn: column,
    }));
    if (hiddenRows.length > 0) grid.project('sheet.mutation.set-row-hidden', { subUnitId, ranges: hiddenRows });
    if (hiddenColumns.length > 0) grid.project('sheet.mutation.set-col-hidden', { subUnitId, ranges: hiddenColumns });
    const before = shown.getMergeData();
    if (before.length > 0) grid.project('sheet.mutation.remove-worksheet-merge', { subUnitId, ranges: [...before] });
    if (sheet.merges.length > 0) {
      grid.project('sheet.mutation.add-worksheet-merge', { subUnitId, ranges: sheet.merges.map(toRange) });
    }
    grid.project('sheet.mutation.toggle-gridlines', { subUnitId, showGridlines: sheet.showGridlines ? 1 : 0 });
  }

  private drawFreeze(sheet: Sheet): void {
    const { rows, columns } = sheet.freeze;
    this.grid.project('sheet.mutation.set-frozen', {
      subUnitId: sheet.id,
      startRow: rows === 0 ? -1 : rows,
      startColumn: columns === 0 ? -1 : columns,
      ySplit: rows,
      xSplit: columns,
    });
  }

  /** Drop-down lists and prompts are the grid's; whether input is allowed is decided by the model. */
  private drawValidation(sheet: Sheet): void {
    for (const ruleId of this.validationIds.get(sheet.id) ?? []) {
      this.grid.project('data-validation.mutation.removeRule', { subUnitId: sheet.id, ruleId });
    }
    const rules = validationRules(this.workbook, sheet);
    for (const rule of rules) this.grid.project('data-validation.mutation.addRule', { subUnitId: sheet.id, rule });
    this.validationIds.set(
      sheet.id,
      rules.map((rule) => rule.uid),
    );
  }

  private scheduleOverlays(): void {
    if (this.overlayTimer !== null) clearTimeout(this.overlayTimer);
    this.overlayTimer = setTimeout(() => {
      this.overlayTimer = null;
      void this.refreshOverlays();
    }, 60);
  }

  private async refreshOverlays(): Promise<void> {
    for (const sheet of this.workbook.sheets) {
      if (sheet.conditionalFormats.length === 0 && !this.overlays.has(sheet)) continue;
      const before = this.overlays.get(sheet);
      const after = await conditionalOverlays(this.calculation, sheet);
      if (sheet.deleted) continue;
      if (after.size === 0) this.overlays.delete(sheet);
      else this.overlays.set(sheet, after);
      if (JSON.stringify([...(before ?? [])]) !== JSON.stringify([...after])) this.drawCells(sheet, null);
    }
  }
}
