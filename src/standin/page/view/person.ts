/** What a person does at the grid becomes edits of the model, with the rules that Excel has for them. */
import type { ICommandInfo, IRange } from '@univerjs/core';
import type { Calculation } from '../../model/calculation';
import { mergeCells, unmergeCells, writeCells } from '../../model/edits';
import { applyFormat, setColumnWidth, setRowHeight } from '../../model/formats';
import { HostError } from '../../model/host-error';
import { MAX_COLUMNS, MAX_ROWS, rectOf, type Rect } from '../../model/rect';
import type { Sheet } from '../../model/sheet';
import { moveSheet, removeSheet, renameSheet, setVisibility } from '../../model/sheet-edits';
import { insertCells, removeCells } from '../../model/structure';
import { obeys, questionsOf } from '../../model/validation-check';
import { findValidation } from '../../model/validation-edits';
import type { Workbook } from '../../model/workbook';
import { isFormulaInput, readConstant, type Scalar } from '../../model/cell';
import { toPatch } from './cell-style';
import type { Grid } from './grid';
import type { Projector } from './projector';

export interface PersonPort {
  /** Says a sentence to the person, as Excel's own boxes do. */
  readonly say: (title: string, message: string) => void;
  /** The person began or ended typing in a cell. */
  readonly editing: (on: boolean) => void;
}

const POINTS_PER_PIXEL = 72 / 96;

type Params = Readonly<Record<string, unknown>>;

const paramsOf = (command: Readonly<ICommandInfo>): Params => ({ ...(command.params ?? {}) });

/** The grid's numbers for selections of whole rows, whole columns, and everything. */
const ROWS = 1;
const COLUMNS = 2;
const ALL = 3;

/** A selection of the grid, which knows fewer rows and columns than the sheet has. */
function toRect(range: IRange): Rect {
  const wholeRows = range.rangeType === ROWS || range.rangeType === ALL || Number.isNaN(range.startColumn);
  const wholeColumns = range.rangeType === COLUMNS || range.rangeType === ALL || Number.isNaN(range.startRow);
  return {
    top: wholeColumns ? 0 : range.startRow,
    bottom: wholeColumns ? MAX_ROWS - 1 : range.endRow,
    left: wholeRows ? 0 : range.startColumn,
    right: wholeRows ? MAX_COLUMNS - 1 : range.endColumn,
  };
}

/** Commands that the model does in the grid's stead. */
const STRUCTURE = new RegExp(
  String.raw`^sheet\.command\.(?:insert-(?:row|col|multi|range|sheet)|remove-(?:row|col|sheet)|delete-range|` +
    'add-worksheet-merge|remove-worksheet-merge|copy-sheet|set-worksheet-(?:order|hidden|name)|set-tab-color)',
);

export class Person {
  constructor(
    private readonly workbook: Workbook,
    private readonly calculation: Calculation,
    private readonly grid: Grid,
    private readonly projector: Projector,
    private readonly port: PersonPort,
  ) {
    grid.onCommand((command) => this.done(command));
    grid.onBeforeCommand((command) => {
      if (!STRUCTURE.test(command.id)) return false;
      // After this turn: the grid's own command is still being refused.
      setTimeout(() => this.attempt(() => this.restructure(command)), 0);
      return true;
    });
  }

  /** The sheet of the last selection that the grid told. */
  private selectedOn: Sheet | null = null;

  private sheetOf(params: Params): Sheet {
    const id = params['subUnitId'];
    return (typeof id === 'string' ? this.workbook.findSheet(id) : null) ?? this.workbook.active;
  }

  /** Does an edit; what the host refuses is said, and the grid shows the old state again. */
  private attempt(work: () => void): boolean {
    try {
      work();
      void this.calculation.settle();
      return true;
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      const locked = error.code === 'AccessDenied';
      this.port.say(
        'Microsoft Excel',
        locked ? 'Ô hoặc trang tính này đang được bảo vệ, không sửa được.' : `Excel không làm được việc này (${error.code}).`,
      );
      return false;
    }
  }

  private done(command: Readonly<ICommandInfo>): void {
    const params = paramsOf(command);
    switch (command.id) {
      case 'sheet.mutation.set-range-values':
        void this.typed(params);
        return;
      case 'sheet.operation.set-selections': {
        const [first] = (params['selections'] ?? []) as { readonly range: IRange }[];
        const sheet = this.sheetOf(params);
        // The grid puts a selection of its own on a sheet that it shows; the workbook knows where the clerk was there.
        const isOwn = params['type'] === undefined && sheet !== this.selectedOn;
        this.selectedOn = sheet;
        if (isOwn) this.projector.restoreSelection();
        else if (first !== undefined) this.workbook.select(sheet, toRect(first.range), 'person');
        return;
      }
      case 'sheet.operation.set-worksheet-active': {
        const sheet = this.sheetOf(params);
        // The grid turns to sheets that were just inserted, hidden ones too; nobody went there.
        if (sheet.visibility === 'Visible' && !this.projector.isFresh(sheet)) this.workbook.activate(sheet, 'person');
        return;
      }
      case 'sheet.operation.set-cell-edit-visible':
        this.port.editing(params['visible'] === true);
        return;
      case 'sheet.mutation.set-worksheet-col-width':
      case 'sheet.mutation.set-worksheet-row-height':
        this.attempt(() => this.resized(command.id, params));
        return;
      default:
        return;
    }
  }

  /** Cells that the person filled, emptied or formatted. */
  private async typed(params: Params): Promise<void> {
    const sheet = this.sheetOf(params);
    const matrix = (params['cellValue'] ?? {}) as Record<string, Record<string, Params | null>>;
    for (const [rowText, line] of Object.entries(matrix)) {
      for (const [columnText, cell] of Object.entries(line)) {
        await this.typedCell(sheet, rectOf(Number(rowText), Number(columnText)), cell ?? { v: null });
      }
    }
  }

  private async typedCell(sheet: Sheet, rect: Rect, cell: Params): Promise<void> {
    const { workbook } = this;
    const before = sheet.content(rect.top, rect.left);
    const style = cell['s'];
    const value = inputOf(cell);
    if (value !== null && value !== '' && !(await this.mayEnter(sheet, rect, value))) {
      this.projector.restore(sheet, rect);
      return;
    }
    const ok = this.attempt(() => {
      if (typeof style === 'object' && style !== null) {
        const patch = toPatch({ ...style });
        if (Object.keys(patch).length > 0) applyFormat(workbook, sheet, rect, patch);
      }
      if (value !== null && value !== (before.formula ?? before.value)) writeCells(workbook, sheet, rect, value, 'person');
    });
    if (!ok) this.projector.restore(sheet, rect);
  }

  /** Data validation, which Excel holds against typing and not against code. Formulas are judged by nothing here. */
  private async mayEnter(sheet: Sheet, rect: Rect, value: Scalar): Promise<boolean> {
    const found = findValidation(sheet, rect);
    if (found.kind !== 'one' || !found.validation.errorAlert.showAlert) return true;
    if (typeof value === 'string' && isFormulaInput(value)) return true;
    const { validation } = found;
    const place = { row: rect.top, column: rect.left };
    const { content } = readConstant(value, sheet.format(place.row, place.column).numberFormat);
    const answers = await this.calculation.evaluate(questionsOf(sheet, validation, place));
    // A custom formula looks at the cell itself, which does not hold the new value yet: it is not judged while typing.
    if (validation.rule.kind === 'custom' || obeys(this.workbook, sheet, validation, content, answers)) return true;
    const { title, message, style } = validation.errorAlert;
    this.port.say(title || 'Microsoft Excel', message || 'Giá trị này không hợp với quy tắc kiểm tra dữ liệu của ô.');
    return style !== 'Stop';
  }

  private resized(id: string, params: Params): void {
    const sheet = this.sheetOf(params);
    const shown = this.grid.workbook.getSheetBySheetId(sheet.id);
    for (const range of (params['ranges'] ?? []) as IRange[]) {
      const rect = toRect(range);
      if (id.endsWith('col-width')) {
        for (let column = rect.left; column <= Math.min(rect.right, rect.left + 200); column += 1) {
          const pixels = shown?.getColumnWidth(column) ?? 64;
          setColumnWidth(this.workbook, sheet, rectOf(0, column), pixels * POINTS_PER_PIXEL);
        }
      } else {
        for (let row = rect.top; row <= Math.min(rect.bottom, rect.top + 500); row += 1) {
          const pixels = shown?.getRowHeight(row) ?? 20;
          setRowHeight(this.workbook, sheet, rectOf(row, 0), pixels * POINTS_PER_PIXEL);
        }
      }
    }
  }

  /** Rows, columns, cells, sheets and merges: done by the model at the present selection. */
  private restructure(command: Readonly<ICommandInfo>): void {
    const { workbook } = this;
    const params = paramsOf(command);
    const sheet = this.sheetOf(params);
    const at = sheet.selection;
    const rows: Rect = { ...at, left: 0, right: MAX_COLUMNS - 1 };
    const columns: Rect = { ...at, top: 0, bottom: MAX_ROWS - 1 };
    const id = command.id.replace('sheet.command.', '');
    const below = (rect: Rect): Rect => ({ ...rect, top: rect.bottom + 1, bottom: 2 * rect.bottom - rect.top + 1 });
    const after = (rect: Rect): Rect => ({ ...rect, left: rect.right + 1, right: 2 * rect.right - rect.left + 1 });
    if (/^insert-(?:row|multi-rows)-(?:before|above)/.test(id)) insertCells(workbook, sheet, rows, 'Down', 'person');
    else if (/^insert-(?:row|multi-rows)-after/.test(id)) insertCells(workbook, sheet, below(rows), 'Down', 'person');
    else if (/^insert-(?:col-before|multi-cols-before)/.test(id)) insertCells(workbook, sheet, columns, 'Right', 'person');
    else if (/^insert-(?:col-after|multi-cols-right)/.test(id)) insertCells(workbook, sheet, after(columns), 'Right', 'person');
    else if (id.startsWith('remove-row')) removeCells(workbook, sheet, rows, 'Up', 'person');
    else if (id.startsWith('remove-col')) removeCells(workbook, sheet, columns, 'Left', 'person');
    else if (id.startsWith('insert-range-move-down')) insertCells(workbook, sheet, at, 'Down', 'person');
    else if (id.startsWith('insert-range-move-right')) insertCells(workbook, sheet, at, 'Right', 'person');
    else if (id.startsWith('delete-range-move-up')) removeCells(workbook, sheet, at, 'Up', 'person');
    else if (id.startsWith('delete-range-move-left')) removeCells(workbook, sheet, at, 'Left', 'person');
    else if (id === 'insert-sheet') workbook.activate(workbook.addSheet(null, 'person'), 'person');
    else if (id.startsWith('remove-sheet')) removeSheet(workbook, sheet, 'person');
    else if (id === 'set-worksheet-name')
      renameSheet(workbook, sheet, typeof params['name'] === 'string' ? params['name'] : sheet.name);
    else if (id === 'set-worksheet-order') moveSheet(workbook, sheet, Number(params['order'] ?? 0));
    else if (id === 'set-worksheet-hidden') setVisibility(workbook, sheet, 'Hidden', 'person');
    else if (id.startsWith('add-worksheet-merge')) mergeCells(workbook, sheet, at, id.endsWith('horizontal'));
    else if (id.startsWith('remove-worksheet-merge')) unmergeCells(workbook, sheet, at);
    else this.port.say('Excel mô phỏng', 'Excel mô phỏng không có thao tác này.');
  }
}

/** What was typed, as Range.values would take it; null when the cell's content was not touched. */
function inputOf(cell: Params): Scalar | null {
  const { f, v, t, p } = cell;
  if (typeof f === 'string' && f !== '') return f;
  const rich = (p as { readonly body?: { readonly dataStream?: string } } | null | undefined)?.body?.dataStream;
  if (typeof rich === 'string') return rich.replace(/\r\n$/, '').replaceAll('\r', '\n');
  if (v === null || (v === undefined && 'v' in cell)) return '';
  if (typeof v === 'number') return t === 3 ? v === 1 : v;
  if (typeof v === 'boolean') return v;
  if (typeof v !== 'string') return null;
  // 4: the person began with an apostrophe.
  return t === 4 ? `'${v}` : v;
}
