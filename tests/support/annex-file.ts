/** Filled annexes as files, written by SheetJS: another program than the one under test. */
import { utils, write, type BookType, type WorkSheet } from '@e965/xlsx';

import { annexRows, type AnnexOptions, type AnnexValues } from './annex';
import type { Plain } from './grid';

type SimpleRow = readonly (string | number | boolean | null)[];

function simple(rows: readonly (readonly Plain[])[]): SimpleRow[] {
  return rows.map((row) =>
    row.map((value) => {
      if (typeof value === 'object' && value !== null) throw new Error('only plain values can be written to a file here');
      return value;
    }),
  );
}

export interface SheetContent {
  readonly name: string;
  readonly rows: readonly (readonly Plain[])[];
  readonly hidden?: boolean;
  /** More of SheetJS's own: merges, comments, links. */
  readonly change?: (sheet: WorkSheet) => void;
}

/** A workbook with these sheets in the given format ("xlsx", "biff8" for .xls, "ods", "xlsb"). */
export function workbookFile(sheets: readonly SheetContent[], type: BookType = 'xlsx', saved?: string): Uint8Array {
  const book = utils.book_new();
  for (const one of sheets) {
    const sheet = utils.aoa_to_sheet(simple(one.rows).map((row) => [...row]));
    one.change?.(sheet);
    utils.book_append_sheet(book, sheet, one.name);
  }
  book.Workbook = { Sheets: sheets.map((one) => ({ name: one.name, Hidden: one.hidden === true ? 1 : 0 })) };
  if (saved !== undefined) book.Props = { ModifiedDate: new Date(saved), CreatedDate: new Date(saved) };
  return new Uint8Array(write(book, { type: 'buffer', bookType: type, compression: true }) as Buffer);
}

/** One unit's annex as a file. */
export function annexFile(
  values: AnnexValues,
  options: AnnexOptions & { readonly saved?: string } = {},
  type: BookType = 'xlsx',
): Uint8Array {
  return workbookFile([{ name: 'Phụ lục II', rows: annexRows(values, options) }], type, options.saved);
}
