/** .xlsb: the same package as .xlsx with binary parts. Records nobody needs here are stepped over by their length. */
import type { CellGrid, CellValue, SheetVisibility, WorkbookCells } from '../../../core/cells/cell';
import type { GuardedZip } from '../../archive/zip-guard';
import { errorCode } from '../error-codes';
import { CellBudget, GridBuilder, ReadingRefused } from '../grid-builder';
import { isLegacyFont } from '../legacy-fonts';
import { describeCount, type ReadLimits } from '../limits';
import { builtInFormat, generalAsNull, numberValue } from '../number-formats';
import { readPart } from '../part-reader';
import { findByType, readRelationships } from '../xlsx/package';
import { propertyParts, readProperties } from '../xlsx/properties';
import type { CellStyle } from '../xlsx/styles';
import { BinaryRecords, decodeRk } from './records';

enum Brt {
  RowHeader = 0,
  CellBlank = 1,
  CellRk = 2,
  CellError = 3,
  CellBool = 4,
  CellReal = 5,
  CellString = 6,
  CellShared = 7,
  FormulaString = 8,
  FormulaNumber = 9,
  FormulaBool = 10,
  FormulaError = 11,
  /** The short kinds (13–18) leave the column out: it is the one after the cell before. */
  ShortBlank = 12,
  ShortRk = 13,
  ShortError = 14,
  ShortBool = 15,
  ShortReal = 16,
  ShortString = 17,
  ShortShared = 18,
  SharedItem = 19,
  Font = 43,
  Format = 44,
  Xf = 47,
  ColumnInfo = 60,
  CellRichString = 62,
  BeginSheetData = 145,
  EndSheetData = 146,
  WorkbookProperties = 153,
  BundleSheet = 156,
  MergeCell = 176,
  BeginCellXfs = 617,
  EndCellXfs = 618,
}

const VISIBILITIES: readonly SheetVisibility[] = ['visible', 'hidden', 'veryHidden'];

function records(zip: GuardedZip, part: string | null): BinaryRecords | null {
  const bytes = part === null ? null : readPart(zip, part);
  return bytes === null ? null : new BinaryRecords(bytes);
}

function readStyles(zip: GuardedZip, part: string | null): readonly CellStyle[] {
  const found = records(zip, part);
  if (found === null) return [];
  const formats = new Map<number, string>();
  const fonts: (string | undefined)[] = [];
  const styles: CellStyle[] = [];
  let inCellXfs = false;
  while (found.next()) {
    if (found.type === Brt.Format) formats.set(found.u16(0), found.text(2).text);
    else if (found.type === Brt.Font) {
      const name = found.text(21).text;
      fonts.push(isLegacyFont(name) ? name : undefined);
    } else if (found.type === Brt.BeginCellXfs) inCellXfs = true;
    else if (found.type === Brt.EndCellXfs) inCellXfs = false;
    else if (found.type === Brt.Xf && inCellXfs) {
      const code = formats.get(found.u16(2)) ?? builtInFormat(found.u16(2));
      styles.push({ format: generalAsNull(code), legacyFont: fonts[found.u16(4)] });
    }
  }
  return styles;
}

function readStrings(zip: GuardedZip, part: string | null): readonly string[] {
  const found = records(zip, part);
  const strings: string[] = [];
  while (found?.next() === true) if (found.type === Brt.SharedItem) strings.push(found.text(1).text);
  return strings;
}

interface Context {
  readonly strings: readonly string[];
  readonly styles: readonly CellStyle[];
  readonly epoch1904: boolean;
}

/** The value of a cell whose own bytes start at `at`: behind column and style, or behind the style alone. */
function cellValue(found: BinaryRecords, at: number, style: CellStyle | undefined, context: Context): CellValue | null {
  const format = style?.format ?? null;
  switch (found.type) {
    case Brt.CellRk:
    case Brt.ShortRk:
      return numberValue(decodeRk(found.u32(at) | 0), format, context.epoch1904);
    case Brt.CellReal:
    case Brt.ShortReal:
    case Brt.FormulaNumber:
      return numberValue(found.f64(at), format, context.epoch1904);
    case Brt.CellError:
    case Brt.ShortError:
    case Brt.FormulaError:
      return { kind: 'error', code: errorCode(found.u8(at)) };
    case Brt.CellBool:
    case Brt.ShortBool:
    case Brt.FormulaBool:
      return { kind: 'boolean', value: found.u8(at) !== 0 };
    case Brt.CellString:
    case Brt.ShortString:
    case Brt.FormulaString:
      return { kind: 'text', value: found.text(at).text };
    case Brt.CellRichString:
      return { kind: 'text', value: found.text(at + 1).text };
    case Brt.CellShared:
    case Brt.ShortShared: {
      const text = context.strings[found.u32(at)];
      if (text === undefined) throw new ReadingRefused('damaged');
      return { kind: 'text', value: text };
    }
    default:
      return null;
  }
}

function readSheet(found: BinaryRecords, context: Context, grid: GridBuilder): void {
  let row = -1;
  let column = -1;
  let inData = false;
  while (found.next()) {
    if (found.type === Brt.BeginSheetData) inData = true;
    else if (found.type === Brt.EndSheetData) inData = false;
    else if (found.type === Brt.ColumnInfo) {
      // The flags are the last two bytes; bit 0 hides.
      if ((found.u16(16) & 1) !== 0) grid.hideColumns(found.u32(0), found.u32(4));
    } else if (found.type === Brt.MergeCell) {
      grid.merge({ top: found.u32(0), bottom: found.u32(4), left: found.u32(8), right: found.u32(12) });
    } else if (inData && found.type === Brt.RowHeader) {
      row = found.u32(0);
      column = -1;
      if ((found.u8(11) & 0x10) !== 0) grid.hideRow(row);
    } else if (inData && (found.type <= Brt.ShortShared || found.type === Brt.CellRichString)) {
      const short = found.type >= Brt.ShortBlank && found.type <= Brt.ShortShared;
      column = short ? column + 1 : found.u32(0);
      const style = context.styles[found.u32(short ? 0 : 4) & 0xffffff];
      const value = cellValue(found, short ? 4 : 8, style, context);
      const formula = found.type >= Brt.FormulaString && found.type <= Brt.FormulaError;
      if (value !== null) grid.add(row, column, value, formula, style?.legacyFont);
    }
  }
  if (inData) throw new ReadingRefused('damaged');
}

/** Reads all worksheets in tab order. Throws `ReadingRefused` and `XmlError`. */
export function readXlsb(zip: GuardedZip, workbookPart: string, limits: ReadLimits): WorkbookCells {
  const packageRelationships = readRelationships(zip, '', limits);
  const relationships = readRelationships(zip, workbookPart, limits);
  const workbook = records(zip, workbookPart);
  if (workbook === null) throw new ReadingRefused('damaged');
  const entries: { readonly name: string; readonly relationship: string; readonly visibility: SheetVisibility }[] = [];
  let epoch1904 = false;
  while (workbook.next()) {
    if (workbook.type === Brt.WorkbookProperties) epoch1904 = (workbook.u32(0) & 1) !== 0;
    else if (workbook.type === Brt.BundleSheet) {
      const relationship = workbook.text(8);
      const visibility = VISIBILITIES[workbook.u32(0)] ?? 'visible';
      entries.push({ relationship: relationship.text, name: workbook.text(relationship.next).text, visibility });
    }
  }
  if (entries.length > limits.sheets) {
    throw new ReadingRefused('too-many-cells', `${describeCount(limits.sheets)} trang tính`);
  }
  const context: Context = {
    strings: readStrings(zip, findByType(relationships, 'sharedStrings')),
    styles: readStyles(zip, findByType(relationships, 'styles')),
    epoch1904,
  };
  const budget = new CellBudget(limits);
  const sheets: CellGrid[] = [];
  for (const entry of entries) {
    // A macro module from the time before VBA projects: listed among the sheets, without a part of its own.
    if (entry.relationship === '') continue;
    const relationship = relationships.get(entry.relationship);
    if (relationship !== undefined && relationship.type !== 'worksheet') continue;
    const found = relationship === undefined ? null : records(zip, relationship.target);
    if (found === null) throw new ReadingRefused('damaged', `thiếu nội dung trang tính “${entry.name}”`);
    const grid = new GridBuilder(budget);
    readSheet(found, context, grid);
    sheets.push(grid.build(entry.name, entry.visibility));
  }
  return { sheets, properties: readProperties(zip, propertyParts(packageRelationships), limits) };
}
