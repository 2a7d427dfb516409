/**
 * Univer's formula engine behind the model's interface. The engine is given its data directly: no Univer workbook
 * is computed, so the same file serves Node and the page, and the visible grid stays a mere view.
 */
import { LocaleType, ObjectMatrix, Univer, UniverInstanceType, type ICellData, type IRange } from '@univerjs/core';
import {
  ICalculateFormulaService,
  IDependencyManagerService,
  UniverFormulaEnginePlugin,
  type IAllRuntimeData,
  type IFormulaDatasetConfig,
} from '@univerjs/engine-formula';
import type { Scalar } from '../model/cell';
import { MAX_COLUMNS, MAX_ROWS } from '../model/rect';
import type { EngineAnswer, EngineInput, EngineResult, EngineSheet, EngineSpill, FormulaEngine } from './engine';

const UNIT = 'standin';
/** Beyond the last used row and column the engine still sees this many empty ones; whole columns cost less so. */
const MARGIN = 500;

interface SheetData {
  readonly cells: ObjectMatrix<ICellData>;
  readonly formulas: Record<number, Record<number, { f: string }>>;
  readonly dates: Set<string>;
  rows: number;
  columns: number;
}

type Runtime = Record<string, Record<string, ObjectMatrix<ICellData> | null | undefined> | null | undefined>;
type SpillRanges = IFormulaDatasetConfig['arrayFormulaRange'];
type SpillCells = IFormulaDatasetConfig['arrayFormulaCellData'];

/** The result in a runtime cell: rich text (HYPERLINK) gives its words, t = 3 marks a boolean. */
function readResult(cell: ICellData | null | undefined): Scalar {
  if (cell === null || cell === undefined) return 0;
  const words = cell.p?.body?.dataStream;
  if (words !== undefined) return words.replace(/\r\n$/, '');
  const { v } = cell;
  if (v === null || v === undefined) return '';
  if (cell.t === 3) return v === 1 || v === true;
  return v;
}

function toCellData(input: EngineInput): ICellData {
  if (typeof input.value === 'boolean') return { v: input.value ? 1 : 0, t: 3 };
  if (typeof input.value === 'number') return { v: input.value, t: 2 };
  return { v: input.value ?? '', t: 1 };
}

export class UniverEngine implements FormulaEngine {
  private readonly univer = new Univer({ locale: LocaleType.EN_US, locales: {} });
  private readonly sheets = new Map<string, SheetData>();
  private readonly calculator: ICalculateFormulaService;
  private readonly dependencies: IDependencyManagerService;
  private spillRanges: SpillRanges = { [UNIT]: {} };
  private spillCells: SpillCells = { [UNIT]: {} };

  constructor() {
    this.univer.registerPlugin(UniverFormulaEnginePlugin, {});
    // The plugin starts with the first unit; this one stays empty.
    this.univer.createUnit(UniverInstanceType.UNIVER_SHEET, {
      id: UNIT,
      sheetOrder: ['none'],
      sheets: { none: { id: 'none', name: 'none', rowCount: 1, columnCount: 1, cellData: {} } },
    });
    const injector = this.univer.__getInjector();
    this.calculator = injector.get(ICalculateFormulaService);
    this.dependencies = injector.get(IDependencyManagerService);
  }

  async calculate(present: readonly EngineSheet[], inputs: readonly EngineInput[], everything: boolean): Promise<EngineAnswer> {
    this.keepSheets(present);
    for (const input of inputs) this.put(input);
    const data = await this.run(present, dirtyRanges(inputs), everything);
    this.rememberSpills(data);
    return { results: this.collect(data.unitData as Runtime), spills: this.collectSpills(data) };
  }

  dispose(): void {
    this.univer.dispose();
  }

  private keepSheets(present: readonly EngineSheet[]): void {
    const ids = new Set(present.map((sheet) => sheet.id));
    for (const [id, data] of this.sheets) {
      if (ids.has(id)) continue;
      for (const [row, columns] of Object.entries(data.formulas)) {
        for (const column of Object.keys(columns)) {
          this.dependencies.removeFormulaDependency(UNIT, id, Number(row), Number(column));
        }
      }
      this.sheets.delete(id);
    }
    for (const id of ids) {
      if (this.sheets.has(id)) continue;
      const cells = new ObjectMatrix<ICellData>({});
      this.sheets.set(id, { cells, formulas: {}, dates: new Set(), rows: MARGIN, columns: MARGIN });
    }
  }

  private put(input: EngineInput): void {
    const { sheetId, row, column } = input;
    const sheet = this.sheets.get(sheetId);
    if (sheet === undefined) return;
    sheet.rows = Math.min(MAX_ROWS, Math.max(sheet.rows, row + MARGIN));
    sheet.columns = Math.min(MAX_COLUMNS, Math.max(sheet.columns, column + MARGIN));
    const formulas = (sheet.formulas[row] ??= {});
    if (formulas[column] !== undefined) {
      delete formulas[column];
      this.dependencies.removeFormulaDependency(UNIT, sheetId, row, column);
    }
    delete this.spillRanges[UNIT]?.[sheetId]?.[row]?.[column];
    if (input.formula !== null) {
      formulas[column] = { f: input.formula };
      sheet.cells.setValue(row, column, { f: input.formula });
    } else if (input.value === null) {
      sheet.cells.realDeleteValue(row, column);
    } else {
      sheet.cells.setValue(row, column, toCellData(input));
    }
  }

  private run(
    present: readonly EngineSheet[],
    dirty: IFormulaDatasetConfig['dirtyRanges'],
    everything: boolean,
  ): Promise<IAllRuntimeData> {
    const unitData: Record<string, unknown> = {};
    const formulaData: Record<string, unknown> = {};
    for (const [id, sheet] of this.sheets) {
      unitData[id] = { cellData: sheet.cells, rowCount: sheet.rows, columnCount: sheet.columns, rowData: {}, columnData: {} };
      formulaData[id] = sheet.formulas;
    }
    const names = Object.fromEntries(present.map((sheet) => [sheet.name, sheet.id]));
    const noStyles = { getStyleByCell: () => null, get: () => null };
    const config = {
      formulaData: { [UNIT]: formulaData },
      arrayFormulaCellData: this.spillCells,
      arrayFormulaRange: this.spillRanges,
      forceCalculate: everything,
      dirtyRanges: dirty,
      dirtyNameMap: {},
      dirtyDefinedNameMap: {},
      dirtySuperTableMap: {},
      dirtyUnitFeatureMap: {},
      dirtyUnitOtherFormulaMap: {},
      clearDependencyTreeCache: {},
      maxIteration: 1,
      allUnitData: { [UNIT]: unitData },
      unitSheetNameMap: { [UNIT]: names },
      unitStylesData: { [UNIT]: noStyles },
      // The engine's own type asks for whole Univer objects where it reads only these members.
    } as unknown as IFormulaDatasetConfig;
    return new Promise((resolve, reject) => {
      const subscription = this.calculator.executionCompleteListener$.subscribe((data) => {
        subscription.unsubscribe();
        resolve(data);
      });
      this.calculator.execute(config).catch((error: unknown) => {
        subscription.unsubscribe();
        reject(error instanceof Error ? error : new Error(String(error)));
      });
    });
  }

  /** Everything computed goes into the engine's own cells too: the next run reads it from there. */
  private collect(runtime: Runtime): EngineResult[] {
    const results: EngineResult[] = [];
    for (const [sheetId, matrix] of Object.entries(runtime[UNIT] ?? {})) {
      const sheet = this.sheets.get(sheetId);
      if (matrix === null || matrix === undefined || sheet === undefined) continue;
      matrix.forValue((row, column, cell) => {
        const formula = sheet.formulas[row]?.[column];
        if (formula === undefined) return;
        const { v, t } = cell;
        const value = readResult(cell);
        sheet.cells.setValue(row, column, { f: formula.f, v: cell.p === undefined ? (v ?? '') : String(value), t: t ?? 1 });
        results.push({ sheetId, row, column, value });
      });
    }
    return results;
  }

  /** Where arrays spill is told only when they are computed; the engine wants it back at every run. */
  private rememberSpills(data: IAllRuntimeData): void {
    for (const { sheetId, row, column, range } of spillRangesOf(data)) {
      const sheet = ((this.spillRanges[UNIT] ??= {})[sheetId] ??= {});
      (sheet[row] ??= {})[column] = range;
    }
    for (const [sheetId, rows] of Object.entries<unknown>(data.arrayFormulaCellData[UNIT] ?? {})) {
      const sheet = ((this.spillCells[UNIT] ??= {})[sheetId] ??= {});
      const plain: unknown = rows instanceof ObjectMatrix ? rows.getMatrix() : rows;
      for (const [row, columns] of Object.entries((plain ?? {}) as Record<string, Record<number, ICellData>>)) {
        sheet[Number(row)] = { ...sheet[Number(row)], ...columns };
      }
    }
  }

  private collectSpills(data: IAllRuntimeData): EngineSpill[] {
    return spillRangesOf(data).map(({ sheetId, row, column, range }) => {
      const cells = this.spillCells[UNIT]?.[sheetId];
      const values: Scalar[][] = [];
      for (let r = range.startRow; r <= range.endRow; r += 1) {
        const line: Scalar[] = [];
        for (let c = range.startColumn; c <= range.endColumn; c += 1) line.push(readResult(cells?.[r]?.[c] ?? null));
        values.push(line);
      }
      return { sheetId, row, column, values };
    });
  }
}

interface SpillRange {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly range: IRange;
}

function spillRangesOf(data: IAllRuntimeData): SpillRange[] {
  const sheets = (data.arrayFormulaRange[UNIT] ?? {}) as Record<string, Record<string, Record<string, IRange>>>;
  return Object.entries(sheets).flatMap(([sheetId, rows]) =>
    Object.entries(rows).flatMap(([row, columns]) =>
      Object.entries(columns).map(([column, range]) => ({ sheetId, row: Number(row), column: Number(column), range })),
    ),
  );
}

/** Changed cells as rectangles; runs within a row are joined, which keeps the engine's search short. */
function dirtyRanges(inputs: readonly EngineInput[]): IFormulaDatasetConfig['dirtyRanges'] {
  const ranges: IFormulaDatasetConfig['dirtyRanges'] = [];
  const boxes = new Map<string, { top: number; left: number; bottom: number; right: number; count: number }>();
  for (const { sheetId, row, column } of inputs) {
    const box = boxes.get(sheetId);
    if (box === undefined) boxes.set(sheetId, { top: row, left: column, bottom: row, right: column, count: 1 });
    else {
      box.top = Math.min(box.top, row);
      box.left = Math.min(box.left, column);
      box.bottom = Math.max(box.bottom, row);
      box.right = Math.max(box.right, column);
      box.count += 1;
    }
  }
  for (const [sheetId, box] of boxes) {
    const area = (box.bottom - box.top + 1) * (box.right - box.left + 1);
    if (box.count * 4 >= area || box.count > 2000) {
      const range = { startRow: box.top, startColumn: box.left, endRow: box.bottom, endColumn: box.right };
      ranges.push({ unitId: UNIT, sheetId, range });
    } else {
      for (const input of inputs) {
        if (input.sheetId !== sheetId) continue;
        const { row, column } = input;
        const range = { startRow: row, startColumn: column, endRow: row, endColumn: column };
        ranges.push({ unitId: UNIT, sheetId, range });
      }
    }
  }
  return ranges;
}
