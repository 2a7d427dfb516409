/** Reads a written workbook with SheetJS, a second opinion beside our own reader. */
import { read, type CellObject, type WorkBook } from '@e965/xlsx';

import type { Cell, CellGrid, CellValue, GridRow, WorkbookCells } from '../../src/core/cells/cell';

export function sheetJs(bytes: Uint8Array): WorkBook {
  return read(bytes, {
    type: 'array',
    cellFormula: true,
    cellStyles: true,
    cellNF: true,
    sheetStubs: false,
    WTF: true,
  });
}

/** The cell of a sheet as SheetJS sees it. */
export function cellOf(book: WorkBook, sheet: string, address: string): CellObject | undefined {
  return book.Sheets[sheet]?.[address] as CellObject | undefined;
}

function valueOf(cell: CellObject): CellValue {
  if (cell.t === 'n') return { kind: 'number', value: Number(cell.v) };
  if (cell.t === 's') return { kind: 'text', value: String(cell.v) };
  if (cell.t === 'b') return { kind: 'boolean', value: cell.v === true };
  if (cell.t === 'e') return { kind: 'error', code: '#ERROR' };
  return { kind: 'empty' };
}

/** The cells of every sheet, in the product's own types. */
export function readBack(bytes: Uint8Array): WorkbookCells {
  const book = sheetJs(bytes);
  const sheets = book.SheetNames.map((name, index): CellGrid => {
    const rows = new Map<number, Cell[]>();
    for (const [address, cell] of Object.entries(book.Sheets[name] ?? {})) {
      const place = /^([A-Z]+)(\d+)$/.exec(address);
      if (place?.[1] === undefined) continue;
      const column = [...place[1]].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      const value = valueOf(cell as CellObject);
      if (value.kind === 'empty') continue;
      const row = Number(place[2]) - 1;
      rows.set(row, [...(rows.get(row) ?? []), { column, value }]);
    }
    const ordered = [...rows].sort((a, b) => a[0] - b[0]);
    const gridRows = ordered.map(([at, cells]): GridRow => ({
      index: at,
      cells: cells.sort((a, b) => a.column - b.column),
    }));
    const hidden = book.Workbook?.Sheets?.[index]?.Hidden ?? 0;
    return {
      sheet: name,
      visibility: hidden === 2 ? 'veryHidden' : hidden === 1 ? 'hidden' : 'visible',
      rows: gridRows,
      merges: [],
      hiddenColumns: [],
    };
  });
  return { sheets, properties: { savedAt: null, title: null, creator: null, custom: {} } };
}
