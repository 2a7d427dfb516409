/**
 * A live sheet as a `CellGrid`: from here on the clerk's own sheet and a received file go the same way. One request reads
 * everything a report can need; only a sheet that is too large for one answer is read in parts.
 */
import type { LiveSheet, RowSpan, SheetReading } from '../app/host';
import { isLegacyFont, liveCellValue } from '../app/live-cells';
import type { Cell, CellGrid, CellRange, GridRow } from '../core/cells/cell';
import { codeOfError } from './host-problems';
import { loadMarks, ownMarks } from './marks';
import { SHEET_PROPERTY, textOfProperty } from './sheet-marks';
import { loose, rangeAt } from './rects';
import { stop, type RunExcel } from './run-excel';

/** Cells of one answer when a sheet is read in parts, and the largest sheet that is read at all. */
const PART = 100_000;
const MOST_CELLS = 2_000_000;

export function sheetReading(runExcel: RunExcel): SheetReading {
  return {
    readActiveSheet: () =>
      runExcel(async (context) => {
        try {
          return await readLive(context, context.workbook.worksheets.getActiveWorksheet());
        } catch (error) {
          // A chart sheet is active and no worksheet: that it is an error is known (office-js 2444), which one is not.
          if (['ItemNotFound', 'InvalidReference', 'InvalidOperation'].includes(codeOfError(error) ?? '')) {
            stop('chart-sheet');
          }
          throw error;
        }
      }),
    readSheet: (id) => runExcel((context) => readLive(context, context.workbook.worksheets.getItem(id))),
    readRows: (before, rows) => runExcel((context) => readRowsOf(context, before, rows)),
  };
}

const VISIBILITY = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'veryHidden' } as const;
export const CELLS = 'values,valueTypes,numberFormat,formulas,rowIndex,columnIndex,rowCount,columnCount';

/** Everything about a sheet that is read besides its cells, asked for in the open request. */
export function askForSheet(
  sheet: Excel.Worksheet,
): () => Omit<LiveSheet, 'grid'> & { readonly name: string; readonly visibility: CellGrid['visibility'] } {
  sheet.load('id,name,visibility');
  sheet.protection.load('protected');
  const role = sheet.customProperties.getItemOrNullObject(SHEET_PROPERTY.role);
  role.load('value');
  const formats = loadMarks(sheet);
  return () => ({
    role: textOfProperty(role),
    id: sheet.id,
    name: sheet.name,
    visibility: VISIBILITY[sheet.visibility],
    isProtected: sheet.protection.protected,
    marks: ownMarks(formats),
  });
}

async function readLive(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<LiveSheet> {
  const about = askForSheet(sheet);
  const read = askForGrid(sheet);
  try {
    await context.sync();
  } catch (error) {
    const code = codeOfError(error);
    if (code !== 'ResponsePayloadSizeLimitExceeded' && code !== 'RangeExceedsLimit' && code !== 'OperationCellsExceedLimit')
      throw error;
    return readInParts(context, sheet);
  }
  const { name, visibility, ...live } = about();
  return { ...live, grid: { sheet: name, visibility, ...read() } };
}

type GridBody = Pick<CellGrid, 'rows' | 'merges' | 'hiddenColumns'>;

/** Asks for all cells with what belongs to them; the answer is built after the request was sent. */
export function askForGrid(sheet: Excel.Worksheet): () => GridBody {
  // An empty sheet answers with its first cell.
  const used = loose(sheet.getUsedRange(true));
  used.load(`${CELLS},format/font/name`);
  const shape = askForShape(used, used);
  return () => {
    // Where fonts differ from cell to cell Excel gives none; the words themselves then tell the encoding.
    const name = used.format.font.name as string | null;
    const { merges, hiddenColumns, hiddenRows } = shape();
    return {
      merges,
      hiddenColumns,
      rows: rowsOf(used, hiddenRows, name !== null && isLegacyFont(name) ? name : undefined),
    };
  };
}

interface Shape {
  readonly merges: readonly CellRange[];
  readonly hiddenColumns: readonly number[];
  readonly hiddenRows: ReadonlySet<number>;
}

/** `place` is the same range with its first row and column loaded. */
function askForShape(used: Excel.Range, place: Excel.Range): () => Shape {
  const rows = used.getRowProperties({ rowHidden: true });
  const columns = used.getColumnProperties({ columnHidden: true });
  const merged = loose(used.getMergedAreasOrNullObject());
  merged.areas.load('items/rowIndex,items/columnIndex,items/rowCount,items/columnCount');
  return () => ({
    merges: merged.isNullObject
      ? []
      : merged.areas.items.map(({ rowIndex, columnIndex, rowCount, columnCount }) => ({
          top: rowIndex,
          left: columnIndex,
          bottom: rowIndex + rowCount - 1,
          right: columnIndex + columnCount - 1,
        })),
    hiddenRows: new Set(rows.value.flatMap((one, index) => (one.rowHidden === true ? [place.rowIndex + index] : []))),
    hiddenColumns: columns.value.flatMap((one, index) => (one.columnHidden === true ? [place.columnIndex + index] : [])),
  });
}

/** Loaded cells as rows: only what holds something. */
export function rowsOf(range: Excel.Range, hidden: ReadonlySet<number>, font?: string): GridRow[] {
  const { values, valueTypes, numberFormat, formulas, rowIndex, columnIndex } = range;
  const rows: GridRow[] = [];
  values.forEach((line: readonly unknown[], index) => {
    const cells: Cell[] = [];
    line.forEach((value, place) => {
      const format: unknown = numberFormat[index]?.[place];
      const kept = liveCellValue(value, valueTypes[index]?.[place] ?? '', typeof format === 'string' ? format : '');
      if (kept.kind === 'empty') return;
      const formula: unknown = formulas[index]?.[place];
      // Text that only looks like a formula is equal to its own value.
      const isFormula = typeof formula === 'string' && formula.startsWith('=') && formula !== value;
      cells.push({
        column: columnIndex + place,
        value: kept,
        ...(isFormula ? { formula: true as const } : {}),
        ...(font === undefined ? {} : { font }),
      });
    });
    const row = rowIndex + index;
    if (cells.length > 0) rows.push({ index: row, cells, ...(hidden.has(row) ? { hidden: true as const } : {}) });
  });
  return rows;
}

/** A sheet that does not fit into one answer. */
async function readInParts(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<LiveSheet> {
  const about = askForSheet(sheet);
  const used = loose(sheet.getUsedRange(true));
  used.load('rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  const { name, visibility, ...live } = about();
  if (used.rowCount * used.columnCount > MOST_CELLS) stop('sheet-too-large', name);
  const shape = askForShape(loose(sheet.getUsedRange(true)), used);
  await context.sync();
  const { hiddenRows, merges, hiddenColumns } = shape();
  const height = Math.max(1, Math.floor(PART / used.columnCount));
  const rows: GridRow[] = [];
  for (let done = 0; done < used.rowCount; done += height) {
    const last = Math.min(done + height, used.rowCount) - 1;
    const part = rangeAt(sheet, {
      top: used.rowIndex + done,
      left: used.columnIndex,
      bottom: used.rowIndex + last,
      right: used.columnIndex + used.columnCount - 1,
    });
    part.load(CELLS);
    // One answer at a time is the point: together they are too large.
    // eslint-disable-next-line office-addins/no-context-sync-in-loop
    await context.sync();
    rows.push(...rowsOf(part, hiddenRows));
  }
  return { ...live, grid: { sheet: name, visibility, rows, merges, hiddenColumns } };
}

/** Reads some rows again. Columns beyond those known are read too: somebody may have typed beside the table. */
async function readRowsOf(context: Excel.RequestContext, before: LiveSheet, spans: readonly RowSpan[]): Promise<LiveSheet> {
  const sheet = context.workbook.worksheets.getItem(before.id);
  sheet.load('name');
  sheet.protection.load('protected');
  const formats = loadMarks(sheet);
  const parts = spans.map((span) => {
    const part = loose(
      loose(sheet.getRange(`${String(span.first + 1)}:${String(span.last + 1)}`)).getUsedRangeOrNullObject(true),
    );
    part.load(CELLS);
    return part;
  });
  await context.sync();
  const again = (index: number): boolean => spans.some((span) => index >= span.first && index <= span.last);
  const hidden = new Set(before.grid.rows.flatMap((row) => (row.hidden === true ? [row.index] : [])));
  const fresh = parts.flatMap((part) => (part.isNullObject ? [] : rowsOf(part, hidden)));
  const rows = [...before.grid.rows.filter((row) => !again(row.index)), ...fresh].sort((a, b) => a.index - b.index);
  return {
    id: before.id,
    // eslint-disable-next-line office-addins/load-object-before-read -- loaded through `sheet.protection`
    isProtected: sheet.protection.protected,
    marks: ownMarks(formats),
    grid: { ...before.grid, sheet: sheet.name, rows },
  };
}
