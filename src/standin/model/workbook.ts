/**
 * The workbook behind the host: sheets, names, tables, parts, and the notes of what changed.
 * It knows nothing of requests, of Univer's grid or of a browser.
 */
import type { Rect } from './rect';
import { bounding } from './rect';
import { accessDenied, invalidArgument, itemAlreadyExists, itemNotFound } from './host-error';
import type { CustomProperty, CustomXmlPart } from './parts';
import { Sheet } from './sheet';
import type { Table } from './table';

export type EventSource = 'Local' | 'Remote';
/** Who did it: the add-in under test or the person at the grid. */
export type Actor = 'addin' | 'person';

export interface ChangeDetails {
  readonly valueBefore: unknown;
  readonly valueAfter: unknown;
  readonly valueTypeBefore: string;
  readonly valueTypeAfter: string;
}

export type WorkbookEvent =
  | {
      readonly kind: 'changed';
      readonly sheet: Sheet;
      readonly rect: Rect;
      readonly changeType: string;
      readonly changeDirection: string | null;
      readonly details: ChangeDetails | null;
      readonly actor: Actor;
    }
  | { readonly kind: 'activated' | 'deactivated' | 'added' | 'deleted'; readonly sheet: Sheet; readonly actor: Actor }
  | { readonly kind: 'selection'; readonly sheet: Sheet; readonly rect: Rect; readonly actor: Actor }
  | { readonly kind: 'calculated'; readonly sheet: Sheet }
  | { readonly kind: 'tableAdded' | 'tableDeleted'; readonly table: Table; readonly actor: Actor };

/** What a view must draw anew. `rect` null means the whole sheet. */
export type ViewNote =
  | { readonly aspect: 'cells'; readonly sheet: Sheet; readonly rect: Rect | null }
  | { readonly aspect: 'layout' | 'validation' | 'tables' | 'conditional' | 'freeze' | 'protection'; readonly sheet: Sheet }
  | { readonly aspect: 'sheets' | 'selection' | 'names' };

export interface DefinedName {
  name: string;
  readonly scope: Sheet | null;
  /** With "=". */
  formula: string;
  comment: string;
  visible: boolean;
}

/** A range that somebody holds on to: it moves with its cells. `rect` null once all of them were deleted. */
export interface TrackedRange {
  sheet: Sheet;
  rect: Rect | null;
}

export interface DocumentProperties {
  title: string;
  subject: string;
  author: string;
  keywords: string;
  comments: string;
  lastAuthor: string;
  revisionNumber: number;
  creationDate: string;
  category: string;
  manager: string;
  company: string;
  readonly custom: CustomProperty[];
}

const FORBIDDEN_IN_NAMES = /[\\/?*[\]:]/;

export class Workbook {
  name = 'Sổ làm việc 1.xlsx';
  readonly sheets: Sheet[] = [];
  readonly names: DefinedName[] = [];
  readonly tables: Table[] = [];
  readonly xmlParts: CustomXmlPart[] = [];
  readonly settings: CustomProperty[] = [];
  readonly tracked = new Set<TrackedRange>();
  readonly properties: DocumentProperties = {
    title: '',
    subject: '',
    author: '',
    keywords: '',
    comments: '',
    lastAuthor: '',
    revisionNumber: 0,
    creationDate: '2024-01-01T00:00:00Z',
    category: '',
    manager: '',
    company: '',
    custom: [],
  };
  calculationMode: 'Automatic' | 'AutomaticExceptTables' | 'Manual' = 'Automatic';
  structureProtection: { readonly password: string | null } | null = null;
  isDirty = false;
  /** Opened for reading only. */
  readOnly = false;
  /** Names of chart sheets: tabs without cells, which no collection of worksheets lists. */
  readonly chartSheets: string[] = [];
  private chartShown: string | null = null;
  private activeSheet: Sheet;
  private counter = 0;
  private readonly eventListeners = new Set<(event: WorkbookEvent) => void>();
  private readonly viewListeners = new Set<(note: ViewNote) => void>();
  /** Cells the formula engine has not seen yet. */
  readonly stale = new Map<Sheet, Set<number>>();
  /** Formula cells whose meaning hangs on tables or names. */
  readonly symbolic = new Map<Sheet, Set<number>>();

  constructor(firstSheet = 'Sheet1') {
    this.activeSheet = new Sheet(this.newId(), firstSheet);
    this.sheets.push(this.activeSheet);
  }

  /** Braced ids as Excel gives them, in order, so that runs can be compared. */
  newId(): string {
    this.counter += 1;
    return `{00000000-0001-0000-0000-${this.counter.toString(16).toUpperCase().padStart(12, '0')}}`;
  }

  get active(): Sheet {
    return this.activeSheet;
  }

  /** The chart sheet that is shown; null while a worksheet is. */
  get activeChart(): string | null {
    return this.chartShown;
  }

  /** A person adds a chart sheet, which is shown then. */
  addChartSheet(name: string): void {
    this.requireOpenStructure();
    this.checkSheetName(name);
    this.chartSheets.push(name);
    this.chartShown = name;
    this.emit({ kind: 'deactivated', sheet: this.activeSheet, actor: 'person' });
  }

  onEvent(listener: (event: WorkbookEvent) => void): () => void {
    this.eventListeners.add(listener);
    return () => this.eventListeners.delete(listener);
  }

  onView(listener: (note: ViewNote) => void): () => void {
    this.viewListeners.add(listener);
    return () => this.viewListeners.delete(listener);
  }

  emit(event: WorkbookEvent): void {
    if (event.kind === 'changed') this.isDirty = true;
    for (const listener of this.eventListeners) listener(event);
  }

  note(note: ViewNote): void {
    for (const listener of this.viewListeners) listener(note);
  }

  markStale(sheet: Sheet, key: number): void {
    let keys = this.stale.get(sheet);
    if (keys === undefined) this.stale.set(sheet, (keys = new Set()));
    keys.add(key);
  }

  /** Every formula that names a table or a defined name is read anew. */
  markSymbolicStale(): void {
    for (const sheet of this.sheets) {
      for (const key of sheet.formulaKeys) {
        const formula = sheet.cells.get(key)?.formula ?? '';
        const known = this.symbolic.get(sheet)?.has(key) === true;
        // A name that did not exist before was no symbol then: "#NAME?" cells are tried again too.
        if (known || formula.includes('[') || sheet.cells.get(key)?.value === '#NAME?') this.markStale(sheet, key);
      }
    }
  }

  markAllFormulasStale(): void {
    for (const sheet of this.sheets) for (const key of sheet.formulaKeys) this.markStale(sheet, key);
  }

  findSheet(nameOrId: string): Sheet | null {
    const wanted = nameOrId.toLowerCase();
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === wanted || sheet.id.toLowerCase() === wanted) ?? null;
  }

  /** Excel's rules for tab names: 1–31 characters, none of \ / ? * [ ] :, no apostrophe at either end, not "History". */
  checkSheetName(name: string, except: Sheet | null = null): void {
    const bad = name === '' || name.length > 31 || FORBIDDEN_IN_NAMES.test(name) || name.startsWith("'") || name.endsWith("'");
    if (bad || name.toLowerCase() === 'history') throw invalidArgument();
    const isSame = (other: string): boolean => other.toLowerCase() === name.toLowerCase();
    if (this.sheets.some((sheet) => sheet !== except && isSame(sheet.name)) || this.chartSheets.some(isSame)) {
      throw itemAlreadyExists();
    }
  }

  requireOpenStructure(): void {
    if (this.structureProtection !== null) throw accessDenied();
  }

  addSheet(name: string | null, actor: Actor, position = this.sheets.length): Sheet {
    this.requireOpenStructure();
    let free = name;
    if (free === null) {
      let number = this.sheets.length + 1;
      while (this.findSheet(`Sheet${String(number)}`) !== null) number += 1;
      free = `Sheet${String(number)}`;
    }
    this.checkSheetName(free);
    const sheet = new Sheet(this.newId(), free);
    this.sheets.splice(position, 0, sheet);
    this.note({ aspect: 'sheets' });
    this.emit({ kind: 'added', sheet, actor });
    return sheet;
  }

  activate(sheet: Sheet, actor: Actor): void {
    if (sheet.deleted) throw itemNotFound();
    if (sheet === this.activeSheet && this.chartShown === null) return;
    if (sheet.visibility !== 'Visible') throw invalidArgument();
    const before = this.chartShown === null ? this.activeSheet : null;
    this.chartShown = null;
    this.activeSheet = sheet;
    this.note({ aspect: 'sheets' });
    this.note({ aspect: 'selection' });
    if (before !== null && !before.deleted) this.emit({ kind: 'deactivated', sheet: before, actor });
    this.emit({ kind: 'activated', sheet, actor });
  }

  /** The sheet shown after one was hidden or removed: the next visible one, else the one before. */
  neighbourOf(index: number): Sheet | null {
    const after = this.sheets.slice(index).find((sheet) => sheet.visibility === 'Visible' && !sheet.deleted);
    const before = this.sheets.slice(0, index).reverse();
    return after ?? before.find((sheet) => sheet.visibility === 'Visible' && !sheet.deleted) ?? null;
  }

  select(sheet: Sheet, rect: Rect, actor: Actor): void {
    if (sheet !== this.activeSheet || this.chartShown !== null) this.activate(sheet, actor);
    const same = JSON.stringify(sheet.selection) === JSON.stringify(rect);
    sheet.selection = rect;
    this.note({ aspect: 'selection' });
    if (!same) this.emit({ kind: 'selection', sheet, rect, actor });
  }

  tablesOn(sheet: Sheet): Table[] {
    return this.tables.filter((table) => table.sheet === sheet);
  }

  tableAt(sheet: Sheet, row: number, column: number): Table | null {
    return (
      this.tables.find(
        ({ sheet: home, range }) =>
          home === sheet && row >= range.top && row <= range.bottom && column >= range.left && column <= range.right,
      ) ?? null
    );
  }

  /** A name seen from a sheet: the sheet's own first, then the workbook's. */
  findName(name: string, from: Sheet | null): DefinedName | null {
    const wanted = name.toLowerCase();
    const own = this.names.find((entry) => entry.scope === from && entry.name.toLowerCase() === wanted);
    return own ?? this.names.find((entry) => entry.scope === null && entry.name.toLowerCase() === wanted) ?? null;
  }

  /** Notes of many cells at once. */
  noteCells(sheet: Sheet, rects: readonly Rect[]): void {
    const [first, ...rest] = rects;
    if (first !== undefined) this.note({ aspect: 'cells', sheet, rect: rest.reduce(bounding, first) });
  }
}
