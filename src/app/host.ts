/**
 * What the user actions need of Excel, one interface per need. The real ones stand in src/excel, fakes in tests. Expected
 * failures are results; `messages/host-words` has a sentence for every code.
 */
import type { CellGrid, CellRange } from '../core/cells/cell';
import type { Finding, Fix } from '../core/findings';
import type { Result } from '../core/result';
import type { SheetPlan } from '../core/sheets/sheet-plan';
import type { HostProblem, HostProblemCode } from '../messages/host-words';
import type { KeptState } from './kept-state';

export type { HostProblem, HostProblemCode };
export type HostResult<T> = Promise<Result<T, HostProblem>>;

/** A sheet as it stands in Excel now. `id` stays when the sheet is renamed. */
export interface LiveSheet {
  readonly id: string;
  readonly grid: CellGrid;
  readonly isProtected: boolean;
  /** What the add-in made this sheet as (`SHEET_ROLES`); null where it is none of ours. */
  readonly role?: string | null;
  /** Names of our own conditional formats on it, from this session or an earlier one. */
  readonly marks: readonly string[];
}

export interface SheetInserting {
  /** Adds the sheet beside the active one under a free name and shows it; returns the name it got. */
  insertSheet(plan: SheetPlan): HostResult<{ readonly sheet: string; readonly id: string }>;
}

export interface SheetReading {
  readActiveSheet(): HostResult<LiveSheet>;
  readSheet(id: string): HostResult<LiveSheet>;
  /** Reads the given rows again (zero-based, both ends included); everything else is taken from `before`. */
  readRows(before: LiveSheet, rows: readonly RowSpan[]): HostResult<LiveSheet>;
}

export interface RowSpan {
  readonly first: number;
  readonly last: number;
}

export interface Marking {
  /** Takes earlier marks away and highlights the cells of these findings; the marked sheet comes back. */
  mark(sheet: LiveSheet, findings: readonly Finding[]): HostResult<LiveSheet>;
  /** Takes all marks off a sheet: nothing of them stays. */
  clearMarks(id: string): HostResult<number>;
  selectCell(sheet: { readonly id: string } | { readonly name: string }, cell: string): HostResult<null>;
}

/** What stood in the cells before a fix. Opaque to its keeper: only `undo` reads it. */
export interface UndoStep {
  readonly sheet: string;
  readonly cells: readonly UndoCell[];
}

export interface UndoCell {
  readonly cell: string;
  readonly before: { readonly content: string | number | boolean; readonly isText: boolean; readonly format: string };
  readonly after: string | number | boolean;
}

export interface Mending {
  /**
   * Writes the fixes into the sheet; returns how to take them back. `seen`: the sheet as it was checked; where a cell holds
   * something else by now it fails with "changed-since-check", and nothing is written.
   */
  applyFixes(sheetId: string, fixes: readonly Fix[], seen?: CellGrid): HostResult<UndoStep>;
  /** Puts back what stood there. Fails with "changed-meanwhile" where somebody has typed since; nothing is written then. */
  undo(step: UndoStep): HostResult<null>;
}

export type SheetChange =
  /** Cells of these rows have other contents. */
  | { readonly kind: 'rows'; readonly rows: readonly RowSpan[] }
  /** Rows, columns or cells moved, or it is not known what changed. */
  | { readonly kind: 'all' };

export interface Watching {
  /** Tells of every change of a sheet; returns how to stop. */
  watchSheet(id: string, onChange: (change: SheetChange) => void): HostResult<() => Promise<void>>;
}

export interface SelectionReading {
  /** What is selected now: its sheet, read whole, and the rectangle (zero-based; whole columns reach to the last row). */
  readSelection(): HostResult<{ readonly sheet: LiveSheet; readonly range: CellRange }>;
}

/** A cell the clerk went to; of a selected block the first one ("D4" for "D4:E5", "A3" for the whole of row 3). */
export interface SelectedCell {
  readonly sheetId: string;
  readonly cell: string;
}

export interface SelectionWatching {
  /** Tells which cell is selected whenever that changes, on any sheet; returns how to stop. */
  watchSelection(onSelect: (selected: SelectedCell) => void): HostResult<() => Promise<void>>;
}

export interface ActivationWatching {
  /** Tells the id of the sheet that is shown whenever another one is; returns how to stop. A chart sheet raises nothing. */
  watchActivation(onActivate: (sheetId: string) => void): HostResult<() => Promise<void>>;
}

export interface StateKeeping {
  /** What the workbook keeps; null where it keeps nothing yet. */
  loadState(): HostResult<KeptState | null>;
  saveState(state: KeptState): HostResult<null>;
}

/** One of our consolidated sheets with what is in it, or a sheet that keeps data for us. */
export interface OwnSheet {
  readonly role: string;
  readonly grid: CellGrid;
}

/** What stands in the workbook before a consolidation. */
export interface SummarySheets {
  /** Our sheets of the last finished run; empty before the first. */
  readonly own: readonly OwnSheet[];
  /** Names of all other sheets. */
  readonly taken: readonly string[];
  readonly state: KeptState | null;
}

export interface SummaryKeeping {
  /** Reads our own sheets and removes what an interrupted run left behind. */
  readSummary(): HostResult<SummarySheets>;
  /**
   * Puts these sheets in the place of our own of the last run, all or none: when anything fails the workbook is as before.
   * Sheets of a role that is not in the list go away.
   */
  replaceSummary(
    sheets: readonly SheetPlan[],
    state: KeptState,
    properties: Readonly<Record<string, string>>,
  ): HostResult<null>;
  /** Removes what an interrupted run left behind; returns the number of sheets removed. */
  recover(): HostResult<number>;
}

export interface WorkbookOpening {
  /** Opens these bytes (.xlsx) as a new, unsaved workbook beside this one. */
  openAsNew(bytes: Uint8Array): HostResult<null>;
}

/** Everything together, as src/excel offers it. */
export type Host = SheetInserting &
  SheetReading &
  Marking &
  Mending &
  Watching &
  SelectionReading &
  SelectionWatching &
  ActivationWatching &
  StateKeeping &
  SummaryKeeping &
  WorkbookOpening;
