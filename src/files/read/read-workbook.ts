/**
 * The first station of the line: a received file becomes cells, or a refusal with its reason. Nothing is thrown for bad
 * input. The time a file may take is not bounded here but by the worker this runs in (see ../pool).
 */
import type { CellGrid, WorkbookCells } from '../../core/cells/cell';
import type { Refusal } from '../../core/finding-codes';
import { fail, ok, type Result } from '../../core/result';
import type { Look, ReceivedBytes } from '../archive/byte-source';
import { readCsv } from './csv';
import { detectFileKind, type FileKind } from './file-kind';
import { CellBudget, GridBuilder, ReadingRefused } from './grid-builder';
import { DEFAULT_LIMITS, describeBytes, type ReadLimits } from './limits';
import { isOdsEncrypted, readFlatOds, readOds } from './ods/read-ods';
import { fillGrid, readWithLibrary, usesEpoch1904 } from './sheet-library';
import { placeKey, prepareBiff } from './xls/biff';
import { readXlsProperties } from './xls/property-set';
import { readXlsb } from './xlsb/read-xlsb';
import { NO_PROPERTIES } from './xlsx/properties';
import { readXlsx } from './xlsx/read-xlsx';
import { XmlError } from './xml-scanner';

/** Web pages and XML of 2003 go through the library's patterns, whose cost grows faster than the text. */
const MARKUP_LETTERS = 16 * 1024 * 1024;

/**
 * Reads a workbook of any kind: .xlsx .xlsm .xlsb .xls .ods .csv, and web pages or XML that call themselves .xls.
 * Refusals: "password", "not-a-workbook" (detail: what it is), "empty-file", "damaged", "too-large" (detail: the bound),
 * "too-many-cells" (detail: the bound), "not-permitted" (it can no longer be read). An archive of workbooks is
 * "not-a-workbook" here; see `expandReceived`. `look` is told of what was looked at, for the fingerprint.
 */
export function readWorkbook(
  received: ReceivedBytes,
  limits: ReadLimits = DEFAULT_LIMITS,
  look?: Look,
): Result<WorkbookCells, Refusal> {
  const detected = detectFileKind(received, limits, look);
  if (!detected.ok) return detected;
  try {
    return ok(readKind(detected.value, limits));
  } catch (error) {
    if (error instanceof ReadingRefused) return fail(error.refusal);
    if (error instanceof XmlError) return fail({ code: 'damaged', detail: null });
    throw error;
  } finally {
    // Cells hold nothing of the parts they were read from.
    if ('zip' in detected.value) detected.value.zip.close();
  }
}

function readKind(file: FileKind, limits: ReadLimits): WorkbookCells {
  switch (file.kind) {
    case 'xlsx':
      return readXlsx(file.zip, file.workbookPart, limits);
    case 'xlsb':
      return readXlsb(file.zip, file.workbookPart, limits);
    case 'ods':
      if (isOdsEncrypted(file.zip, limits)) throw new ReadingRefused('password');
      return readOds(file.zip, limits);
    case 'fods':
      return readFlatOds(file.text, limits);
    case 'xls':
      return readXls(file, limits);
    case 'xml2003':
    case 'html':
      return readMarkup(file.text, file.kind === 'xml2003', limits);
    case 'csv':
      return readCsv(file.text, limits);
    case 'archive':
      throw new ReadingRefused('not-a-workbook', 'tệp nén');
  }
}

function readXls(file: Extract<FileKind, { kind: 'xls' }>, limits: ReadLimits): WorkbookCells {
  const budget = new CellBudget(limits);
  const stream = prepareBiff(file.stream, budget);
  const book = readWithLibrary(stream.bytes);
  const epoch1904 = usesEpoch1904(book);
  const properties = file.container === null ? NO_PROPERTIES : readXlsProperties(file.container);
  // Cells were counted while the stream was prepared; the grid's own count starts anew.
  const gridBudget = new CellBudget(limits);
  if (stream.sheets.length === 0) {
    return { sheets: plainSheets(book, epoch1904, gridBudget), properties };
  }
  if (stream.sheets.length > limits.sheets) throw new ReadingRefused('too-many-cells', `${String(limits.sheets)} trang tính`);
  // The library orders sheets by where they lie in the stream, the directory by their tabs.
  const byPosition = [...stream.sheets].sort((a, b) => a.position - b.position);
  const sheets: CellGrid[] = [];
  for (const entry of stream.sheets) {
    if (!entry.worksheet) continue;
    const name = book.SheetNames[byPosition.indexOf(entry)];
    const sheet = name === undefined ? undefined : book.Sheets[name];
    if (name === undefined || sheet === undefined) throw new ReadingRefused('damaged');
    const grid = new GridBuilder(gridBudget);
    fillGrid(sheet, epoch1904, grid, (row, column) => {
      const key = placeKey(row, column);
      return { formula: entry.formulas.has(key), font: entry.fonts.get(key) };
    });
    for (const { row, column } of entry.uncalculated) grid.add(row, column, { kind: 'uncalculated' }, true, undefined);
    for (const row of entry.hiddenRows) grid.hideRow(row);
    for (const [from, to] of entry.hiddenColumns) grid.hideColumns(from, to);
    sheets.push(grid.build(name, entry.visibility));
  }
  return { sheets, properties };
}

const NOTHING_KNOWN = { formula: false, font: undefined } as const;

function plainSheets(book: ReturnType<typeof readWithLibrary>, epoch1904: boolean, budget: CellBudget): CellGrid[] {
  return book.SheetNames.map((name, index) => {
    const sheet = book.Sheets[name];
    if (sheet === undefined) throw new ReadingRefused('damaged');
    const grid = new GridBuilder(budget);
    fillGrid(sheet, epoch1904, grid, () => NOTHING_KNOWN);
    const hidden = book.Workbook?.Sheets?.[index]?.Hidden ?? 0;
    return grid.build(name, hidden === 2 ? 'veryHidden' : hidden === 1 ? 'hidden' : 'visible');
  });
}

function readMarkup(text: string, isXml: boolean, limits: ReadLimits): WorkbookCells {
  if (text.length > MARKUP_LETTERS) throw new ReadingRefused('too-large', describeBytes(MARKUP_LETTERS));
  if (isXml && /<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new ReadingRefused('damaged');
  const book = readWithLibrary(text.replace(/^\ufeff/, ''));
  if (book.SheetNames.length > limits.sheets) throw new ReadingRefused('too-many-cells', `${String(limits.sheets)} trang tính`);
  return { sheets: plainSheets(book, usesEpoch1904(book), new CellBudget(limits)), properties: NO_PROPERTIES };
}
