/**
 * The one place that calls SheetJS: the record stream of .xls (BIFF 2–8), XML spreadsheets of 2003 and HTML tables.
 * What it gets is bounded and prepared before; what it gives is checked, because it swallows errors of single sheets.
 */
import { read, set_cptable, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx';
import type { CellValue } from '../../core/cells/cell';
import { errorCode } from './error-codes';
import { type GridBuilder, ReadingRefused } from './grid-builder';
import { generalAsNull, numberValue } from './number-formats';

/** Code pages of .xls as the platform names them; the library's own tables would add 400 KB to the bundle. */
const CODE_PAGES: Readonly<Record<number, string>> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  1250: 'windows-1250',
  1251: 'windows-1251',
  1253: 'windows-1253',
  1254: 'windows-1254',
  1255: 'windows-1255',
  1256: 'windows-1256',
  1257: 'windows-1257',
  1258: 'windows-1258',
  10000: 'macintosh',
  65001: 'utf-8',
};

const decoders = new Map<number, TextDecoder>();

function decode(codePage: number, data: Uint8Array | readonly number[] | string): string {
  if (typeof data === 'string') return data;
  let decoder = decoders.get(codePage);
  if (decoder === undefined) {
    decoder = new TextDecoder(CODE_PAGES[codePage] ?? 'windows-1252', { ignoreBOM: true });
    decoders.set(codePage, decoder);
  }
  return decoder.decode(data instanceof Uint8Array ? data : Uint8Array.from(data));
}

function encode(codePage: number, text: string): number[] {
  return [...text].map((letter) => (codePage === 1200 ? letter.charCodeAt(0) : letter.charCodeAt(0) & 0xff));
}

set_cptable({ utils: { decode, encode } });

const OPTIONS = { dense: true, cellFormula: false, cellHTML: false, cellText: false, cellNF: true } as const;

/** Reads prepared bytes or decoded text. Any exception of the library means the file is damaged. */
export function readWithLibrary(data: Uint8Array | string): WorkBook {
  try {
    if (typeof data === 'string') return read(data, { ...OPTIONS, type: 'string', raw: true });
    // "buffer" keeps the bytes as they are; "array" would copy them into a plain array, eight times the size.
    return read(data, { ...OPTIONS, type: 'buffer' });
  } catch (error) {
    throw libraryError(error);
  }
}

function libraryError(error: unknown): ReadingRefused {
  const message = error instanceof Error ? error.message : String(error);
  return new ReadingRefused(/password|encrypt/i.test(message) ? 'password' : 'damaged');
}

/** Whether the 1904 date system is in force. */
export function usesEpoch1904(workbook: WorkBook): boolean {
  return workbook.Workbook?.WBProps?.date1904 === true;
}

function valueOf(cell: CellObject, epoch1904: boolean): CellValue {
  const { t: type, v: value } = cell;
  if (type === 'b') return { kind: 'boolean', value: value === true };
  if (type === 'e') return { kind: 'error', code: errorCode(typeof value === 'number' ? value : 0x2a) };
  if (type === 'n' && typeof value === 'number') {
    return numberValue(value, generalAsNull(cell.z === undefined ? null : String(cell.z)), epoch1904);
  }
  if (value === undefined || type === 'z') return { kind: 'empty' };
  return { kind: 'text', value: String(value) };
}

/** Puts a sheet's cells into the grid; `describe` says what the library does not keep of a place. */
export function fillGrid(
  sheet: WorkSheet,
  epoch1904: boolean,
  grid: GridBuilder,
  describe: (row: number, column: number) => { readonly formula: boolean; readonly font: string | undefined },
): void {
  const rows: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? [];
  // forEach steps over holes, however wide: a lonely cell in the last row costs nothing.
  rows.forEach((cells, row) => {
    cells?.forEach((cell, column) => {
      if (cell === undefined) return;
      const { formula, font } = describe(row, column);
      grid.add(row, column, valueOf(cell, epoch1904), formula, font);
    });
  });
  for (const merge of sheet['!merges'] ?? []) {
    grid.merge({ top: merge.s.r, left: merge.s.c, bottom: merge.e.r, right: merge.e.c });
  }
  sheet['!rows']?.forEach((row, index) => {
    if (row.hidden === true) grid.hideRow(index);
  });
}
