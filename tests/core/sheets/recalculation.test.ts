import { readLineage } from '../../../src/core/sheets/lineage';
import type { SheetPlan, WorkbookPlan } from '../../../src/core/sheets/sheet-plan';
import { rangeOf } from '../../../src/core/sheets/sheet-builder';
import { writeXlsx } from '../../../src/files/write/write-xlsx';
import { sheetWords } from '../../../src/messages/sheet-words';
import { changeSheets, convert, recalculate, withoutResults } from '../../support/libreoffice';
import { cellOf, readBack, sheetJs } from '../../support/read-back';
import { smallSample } from '../../support/sample-consolidation';
import { samplePlan } from '../../support/sample-summary';

const { summary, details } = sheetWords.sheetNames;
// LibreOffice takes seconds, and the machine may be busy.
jest.setTimeout(180_000);

/** Results of all formulas of a workbook: "sheet!A1" → number or text. Where they are stored is all that is read. */
function resultsOf(bytes: Uint8Array): Map<string, unknown> {
  const book = sheetJs(bytes);
  const results = new Map<string, unknown>();
  for (const sheet of book.SheetNames) {
    for (const address of Object.keys(book.Sheets[sheet] ?? {})) {
      const cell = address.startsWith('!') ? undefined : cellOf(book, sheet, address);
      if (cell?.f !== undefined) results.set(`${sheet}!${address}`, cell.v ?? '');
    }
  }
  return results;
}

/** Formulas whose stored result is not what LibreOffice calculates. */
function wrongResults(bytes: Uint8Array): string[] {
  const stored = resultsOf(bytes);
  const calculated = resultsOf(recalculate(bytes));
  return [...stored].filter(([place, result]) => (calculated.get(place) ?? '') !== result).map(([place]) => place);
}

/** The first quantity of a row of "Tổng hợp" found by its TT. */
function totalsIn(bytes: Uint8Array): (tt: string) => unknown {
  const book = sheetJs(bytes);
  const sheet = book.Sheets[summary] ?? {};
  return (tt) => {
    const place = Object.keys(sheet).find((one) => /^A\d+$/.test(one) && cellOf(book, summary, one)?.v === tt);
    return cellOf(book, summary, `D${place?.slice(1) ?? ''}`)?.v;
  };
}

function changeDetails(
  plan: WorkbookPlan,
  change: (sheet: SheetPlan, column: (header: string) => number) => SheetPlan,
): WorkbookPlan {
  return {
    ...plan,
    sheets: plan.sheets.map((sheet) =>
      sheet.name === details ? change(sheet, (header) => sheet.tables[0]?.columns.indexOf(header) ?? -1) : sheet,
    ),
  };
}

test('R-SHT-33 LibreOffice calculates every formula to the stored result, and a planted wrong one is noticed', async () => {
  const bytes = await writeXlsx(samplePlan(smallSample()));
  expect(resultsOf(bytes).size).toBeGreaterThan(100);
  changeSheets(withoutResults(bytes), (xml) => {
    expect(xml).not.toContain('</f><v>');
    return xml;
  });
  expect(wrongResults(bytes)).toEqual([]);

  const planted = changeSheets(bytes, (xml, part) =>
    part.endsWith('sheet1.xml') ? xml.replace('</f><v>12</v>', '</f><v>13</v>') : xml,
  );
  const wrong = wrongResults(planted);
  expect(wrong).toHaveLength(1);
  expect(wrong[0]).toMatch(/^Tổng hợp!D\d+$/);
});

test('R-SHT-33 R-SHT-40 figures and lineage come back through the format of another program', async () => {
  const bytes = await writeXlsx(samplePlan(smallSample()));
  const back = convert(convert(bytes, 'xlsx', 'ods'), 'ods', 'xlsx');
  expect(totalsIn(back)('10.1')).toBe(17_500_000);
  const [before, after] = [readLineage(readBack(bytes)), readLineage(readBack(back))];
  if (!before.ok || !after.ok) throw new Error('no lineage');
  expect(after.value).toEqual(before.value);
  expect(after.value.contributors).toHaveLength(3);
});

test('R-SHT-34 correcting a child moves the parent and the total', async () => {
  const plan = changeDetails(samplePlan(smallSample()), (sheet, column) => ({
    ...sheet,
    cells: sheet.cells.map((cell) =>
      cell.row === 3 && cell.column === column('1.1 – Lớp') ? { ...cell, value: { kind: 'number', value: 30 } } : cell,
    ),
  }));
  const total = totalsIn(recalculate(await writeXlsx(plan)));
  expect([total('1.1'), total('1'), total('5')]).toEqual([30, 34 + 0 + 5, 13]);
});

test('R-SHT-34 a row added to the table counts, a deleted one no longer', async () => {
  const plan = changeDetails(samplePlan(smallSample()), (sheet, column) => {
    const table = sheet.tables[0];
    if (table === undefined) throw new Error('no table');
    const added = table.range.bottom + 1;
    const parent = table.calculated['1 – Lớp'];
    if (parent === undefined) throw new Error('no formula');
    const kept = sheet.cells.filter((cell) => cell.row !== table.range.top + 2);
    return {
      ...sheet,
      cells: [
        ...kept,
        {
          row: added,
          column: column('Đơn vị báo cáo'),
          value: { kind: 'text', value: 'UBND xã Dào San' },
          style: 'text',
        },
        { row: added, column: column('1.1 – Lớp'), value: { kind: 'number', value: 100 }, style: 'figure' },
        {
          row: added,
          column: column('1 – Lớp'),
          value: { kind: 'formula', formula: parent, result: null },
          style: 'calculated',
        },
      ],
      tables: [{ ...table, range: rangeOf(table.range.top, table.range.left, added, table.range.right) }],
    };
  });
  const total = totalsIn(recalculate(await writeXlsx(plan)));
  expect([total('1.1'), total('1'), total('5.1'), total('10.1')]).toEqual([103, 7 + 5 + 100, 2, 5_000_000]);
});

test('R-SHT-33 a machine without LibreOffice fails and says what to install', () => {
  const path = process.env['PATH'];
  process.env['PATH'] = '/nowhere';
  try {
    expect(() => convert(new Uint8Array(), 'xlsx', 'pdf')).toThrow('apt-get install libreoffice-calc');
  } finally {
    process.env['PATH'] = path;
  }
});
