/** "Chèn mẫu" over Microsoft's library: what Excel holds afterwards, and what LibreOffice makes of it. */
import { good, openExcel, type ExcelPage } from './support/excel-page';
import { differences, workbookSnapshot } from './support/snapshot';
import { insertForm } from '../../src/app/insert-form';
import { planForm } from '../../src/core/sheets/plan-form';
import { emptySheet } from '../../src/core/sheets/sheet-builder';
import type { SheetPlan } from '../../src/core/sheets/sheet-plan';
import { readWorkbook } from '../../src/files/read/read-workbook';
import { sheetWords } from '../../src/messages/sheet-words';
import { convert, drawPages } from '../support/libreoffice';
import { laiChau } from '../support/sample-consolidation';

let excel: ExcelPage;
beforeEach(async () => {
  excel = await openExcel();
}, 60_000);
afterEach(() => {
  expect(excel.page.host.gaps).toEqual([]);
  expect(excel.page.refused).toEqual([]);
  excel.close();
});

const blank = { form: laiChau, campaign: null, unit: null };
const plan = planForm(laiChau, {
  purpose: 'blank',
  year: 2024,
  attachedTo: null,
  unit: null,
  words: sheetWords,
  sheetName: null,
});

test('R-XLS-01 Chèn mẫu gives the rows, merges, validation, page, panes and protection of the plan', async () => {
  const { sheet: name } = good(await insertForm(excel.host(), blank));
  const sheet = excel.sheet(name);
  for (const cell of plan.cells) {
    if (cell.value?.kind !== 'text') continue;
    expect(sheet.content(cell.row, cell.column)).toMatchObject({ value: cell.value.value, type: 'String' });
  }
  expect(laiChau.indicators).toHaveLength(41);
  expect(new Set(sheet.merges.map((one) => JSON.stringify(one)))).toEqual(
    new Set(plan.merges.map((one) => JSON.stringify(one))),
  );
  const wholes = sheet.validations.filter((one) => one.rule.kind === 'wholeNumber');
  expect(wholes).toHaveLength(plan.validations.filter((one) => one.kind === 'wholeNumber').length);
  for (const one of wholes)
    expect([one.prompt.message.length > 10, one.errorAlert.message.length > 10, one.errorAlert.style]).toEqual([
      true,
      true,
      'Stop',
    ]);
  expect(sheet.pageLayout).toMatchObject({
    orientation: 'Portrait',
    paperSize: 'A4',
    zoom: { horizontalFitToPages: 1 },
  });
  expect(sheet.pageLayout.titleRows).toMatchObject({ top: 7, bottom: 8 });
  expect(Math.round((sheet.pageLayout.leftMargin / 72) * 25.4)).toBe(30);
  expect(sheet.freeze).toEqual({ rows: 9, columns: 0 });
  expect(sheet.protection).toMatchObject({
    password: null,
    options: { allowFormatCells: true, allowInsertRows: true },
  });
  for (const range of plan.editable ?? []) expect(sheet.format(range.top, range.left).locked).toBe(false);
  expect(sheet.format(10, 1).locked).toBe(true);
  expect(sheet.customProperties).toEqual([{ key: 'TongHop.Role', value: 'tong-hop/form' }]);
  expect(excel.page.host.workbook.active).toBe(sheet);
});

test('R-XLS-02 saved and opened in LibreOffice the inserted form reads as planned, on A4 pages', async () => {
  const { sheet: name } = good(await insertForm(excel.host(), blank));
  const saved = await excel.save();
  const grid = good(readWorkbook(convert(saved, 'xlsx', 'xlsx'))).sheets.find((one) => one.sheet === name);
  const texts = new Map(
    (grid?.rows ?? []).flatMap((row) =>
      row.cells.map((cell) => [`${String(row.index)} ${String(cell.column)}`, cell.value] as const),
    ),
  );
  for (const { row, column, value } of plan.cells) {
    if (value?.kind === 'text')
      expect(texts.get(`${String(row)} ${String(column)}`)).toEqual({ kind: 'text', value: value.value });
  }
  expect(grid?.merges).toHaveLength(plan.merges.length);
  // The empty first sheet prints nothing; the form takes two pages of A4.
  expect(drawPages(saved, 'xlsx', 20)).toHaveLength(2);
}, 120_000);

test('R-XLS-03 text never turns into a formula, a number or a date', async () => {
  const texts = [
    '=1+1',
    '+84',
    '-',
    '@SUM(A1)',
    '1.10',
    '02',
    '2/10',
    'TRUE',
    "'nháy",
    '1e5',
    '#N/A',
    '=HYPERLINK("http://x")',
  ];
  const sheet: SheetPlan = {
    ...emptySheet('Chữ', 'tong-hop/test'),
    cells: texts.map((value, row) => ({
      row,
      column: 0,
      value: { kind: 'text' as const, value },
      style: row % 2 === 0 ? ('text' as const) : ('label' as const),
    })),
  };
  const { sheet: name } = good(await excel.host().insertSheet(sheet));
  texts.forEach((value, row) =>
    expect(excel.sheet(name).content(row, 0)).toMatchObject({ value, type: 'String', formula: null }),
  );
});

test('R-XLS-04 a name that is taken gets a number; a sheet of the clerk stays as it is', async () => {
  const first = good(await insertForm(excel.host(), blank)).sheet;
  const second = good(await insertForm(excel.host(), blank)).sheet;
  expect([first, second]).toEqual(['Phụ lục II', 'Phụ lục II (2)']);
});

test('R-XLS-05 an insertion that fails at any batch leaves no sheet behind', async () => {
  const before = workbookSnapshot(excel.page.host.workbook);
  for (const batch of [1, 2]) {
    excel.page.host.faults.failOnce(batch);
    expect(await insertForm(excel.host(), blank)).toEqual({ ok: false, error: { code: 'unexpected', detail: null } });
    excel.page.host.faults.clear();
    expect(differences(before, workbookSnapshot(excel.page.host.workbook))).toEqual([]);
  }
});

test('R-XLS-06 a list that cannot be typed out stands in a hidden column', async () => {
  const items = Array.from({ length: 60 }, (_unused, index) => `Xã số ${String(index)}, huyện cũ`);
  const bubble = { title: 'Chọn', message: 'Xin chọn một xã.' };
  const sheet: SheetPlan = {
    ...emptySheet('Chọn xã', 'tong-hop/test'),
    columnWidths: [20],
    cells: [{ row: 0, column: 0, value: null, style: 'input' }],
    validations: [
      { kind: 'list', range: { top: 0, left: 0, bottom: 0, right: 0 }, source: items, prompt: bubble, alert: bubble },
      {
        kind: 'list',
        range: { top: 1, left: 0, bottom: 1, right: 0 },
        source: ['Có', 'Không'],
        prompt: bubble,
        alert: bubble,
      },
    ],
  };
  const { sheet: name } = good(await excel.host().insertSheet(sheet));
  const [long, short] = excel.sheet(name).validations;
  expect(long?.rule).toEqual({ kind: 'list', inCellDropDown: true, source: "='Chọn xã'!$D$1:$D$60" });
  expect(short?.rule).toEqual({ kind: 'list', inCellDropDown: true, source: 'Có,Không' });
  expect(excel.sheet(name).isColumnHidden(3)).toBe(true);
});
