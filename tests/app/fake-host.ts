/** A host without Excel: sheets as data, the same contract. For user actions in tests, and for a pane without Excel. */
import type { Host, HostProblem, HostResult, LiveSheet, OwnSheet, SelectedCell, SheetChange } from '../../src/app/host';
import type { KeptState } from '../../src/app/kept-state';
import { parseCellAddress } from '../../src/core/cells/address';
import type { Cell, CellGrid, CellRange, CellValue } from '../../src/core/cells/cell';
import { fail, ok } from '../../src/core/result';
import type { SheetPlan } from '../../src/core/sheets/sheet-plan';

function gridOf(plan: SheetPlan): CellGrid {
  const rows = new Map<number, Cell[]>();
  const put = (row: number, column: number, value: CellValue, formula: boolean): void => {
    const cells = rows.get(row) ?? [];
    cells.push({ column, value, ...(formula ? { formula: true as const } : {}) });
    rows.set(row, cells);
  };
  for (const { row, column, value } of plan.cells) {
    if (value?.kind === 'text') put(row, column, { kind: 'text', value: value.value }, false);
    if (value?.kind === 'number') put(row, column, { kind: 'number', value: value.value }, false);
    if (value?.kind === 'formula' && typeof value.result === 'number')
      put(row, column, { kind: 'number', value: value.result }, true);
  }
  const list = [...rows].sort(([a], [b]) => a - b).map(([index, cells]) => ({ index, cells }));
  return {
    sheet: plan.name,
    visibility: plan.visibility,
    rows: list,
    merges: plan.merges,
    hiddenColumns: plan.hiddenColumns,
  };
}

export class FakeHost implements Host {
  readonly sheets = new Map<string, CellGrid>();
  active = '';
  marked: readonly string[] = [];
  state: KeptState | null = null;
  own: OwnSheet[] = [];
  opened: Uint8Array[] = [];
  /** The next call fails with this. */
  trouble: HostProblem | null = null;
  private listener: ((change: SheetChange) => void) | null = null;

  private answer<T>(make: () => T): HostResult<T> {
    const { trouble } = this;
    this.trouble = null;
    return Promise.resolve(trouble === null ? ok(make()) : fail(trouble));
  }

  /** Types a value, as a person would: watchers are told. */
  type(sheet: string, cell: string, value: string | number | null): void {
    const grid = this.sheets.get(sheet);
    const place = parseCellAddress(cell);
    if (grid === undefined || place === null) throw new Error(`no cell ${cell}`);
    const old = grid.rows.find((row) => row.index === place.row)?.cells.filter((one) => one.column !== place.column) ?? [];
    const content: CellValue = typeof value === 'number' ? { kind: 'number', value } : { kind: 'text', value: value ?? '' };
    const cells = value === null ? old : [...old, { column: place.column, value: content }].sort((a, b) => a.column - b.column);
    const rows = [...grid.rows.filter((row) => row.index !== place.row), { index: place.row, cells }].sort(
      (a, b) => a.index - b.index,
    );
    this.sheets.set(sheet, { ...grid, rows });
    this.listener?.({ kind: 'rows', rows: [{ first: place.row, last: place.row }] });
  }

  private live(id: string): LiveSheet {
    const grid = this.sheets.get(id);
    if (grid === undefined) throw new Error(`no sheet ${id}`);
    return { id, grid, isProtected: false, marks: this.marked };
  }

  insertSheet: Host['insertSheet'] = (plan) =>
    this.answer(() => {
      this.sheets.set(plan.name, gridOf(plan));
      this.active = plan.name;
      return { sheet: plan.name, id: plan.name };
    });
  readActiveSheet: Host['readActiveSheet'] = () => this.answer(() => this.live(this.active));
  readSheet: Host['readSheet'] = (id) => this.answer(() => this.live(id));
  readRows: Host['readRows'] = (before) => this.answer(() => this.live(before.id));
  /** What is selected on the active sheet. */
  selection: CellRange = { top: 0, left: 0, bottom: 0, right: 0 };
  readSelection: Host['readSelection'] = () => this.answer(() => ({ sheet: this.live(this.active), range: this.selection }));
  mark: Host['mark'] = (sheet, findings) =>
    this.answer(() => {
      this.marked = findings.flatMap((one) => (one.at?.cell == null ? [] : [one.at.cell]));
      return { ...sheet, marks: this.marked };
    });
  clearMarks: Host['clearMarks'] = () =>
    this.answer(() => {
      const count = this.marked.length;
      this.marked = [];
      return count;
    });
  selectCell: Host['selectCell'] = () => this.answer(() => null);
  applyFixes: Host['applyFixes'] = (sheetId, fixes) =>
    this.answer(() => {
      const writes = fixes.flatMap((fix) => fix.writes);
      for (const { cell, value } of writes) this.type(sheetId, cell, value);
      const before = { content: '', isText: false, format: 'General' };
      return { sheet: sheetId, cells: writes.map(({ cell, value }) => ({ cell, before, after: value ?? '' })) };
    });
  undo: Host['undo'] = () => this.answer(() => null);
  watchSheet: Host['watchSheet'] = (_id, onChange) =>
    this.answer(() => {
      this.listener = onChange;
      return () => {
        this.listener = null;
        return Promise.resolve();
      };
    });
  /** Says that the clerk went to a cell, or to another sheet. */
  onSelect: ((selected: SelectedCell) => void) | null = null;
  onActivate: ((sheetId: string) => void) | null = null;
  watchSelection: Host['watchSelection'] = (onSelect) =>
    this.answer(() => {
      this.onSelect = onSelect;
      return () => {
        this.onSelect = null;
        return Promise.resolve();
      };
    });
  watchActivation: Host['watchActivation'] = (onActivate) =>
    this.answer(() => {
      this.onActivate = onActivate;
      return () => {
        this.onActivate = null;
        return Promise.resolve();
      };
    });
  loadState: Host['loadState'] = () => this.answer(() => this.state);
  saveState: Host['saveState'] = (state) =>
    this.answer(() => {
      this.state = state;
      return null;
    });
  readSummary: Host['readSummary'] = () =>
    this.answer(() => ({ own: this.own, taken: [...this.sheets.keys()], state: this.state }));
  replaceSummary: Host['replaceSummary'] = (sheets, state) =>
    this.answer(() => {
      this.own = sheets.map((plan) => ({ role: plan.role, grid: gridOf(plan) }));
      this.state = state;
      return null;
    });
  recover: Host['recover'] = () => this.answer(() => 0);
  openAsNew: Host['openAsNew'] = (bytes) =>
    this.answer(() => {
      this.opened.push(bytes);
      return null;
    });
}
