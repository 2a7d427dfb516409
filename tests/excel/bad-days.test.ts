/** What Excel refuses, and what the clerk then reads: a sentence each, the workbook unharmed. */
import { good, openExcel, type ExcelPage } from './support/excel-page';
import { insertAndType } from './support/quirky-sheet';
import { differences, workbookSnapshot } from './support/snapshot';
import { checkSheet } from '../../src/app/check-sheet';
import { insertForm } from '../../src/app/insert-form';
import { consolidateIntoWorkbook, plainSettings } from '../../src/app/consolidate-into-workbook';
import type { HostResult } from '../../src/app/host';
import { sheetActions } from '../../src/commands/sheet-actions';
import { problemOf } from '../../src/excel/host-problems';
import { runExcelWith } from '../../src/excel/run-excel';
import { describeHostProblem, type HostProblemCode } from '../../src/messages/host-words';
import type { HostErrorCode } from '../../src/standin/model/host-error';
import { laiChau } from '../support/sample-consolidation';

let excel: ExcelPage;
beforeAll(async () => {
  excel = await openExcel();
}, 60_000);
afterAll(() => excel.close());

const blank = { form: laiChau, campaign: null, unit: null };
const check = { forms: [laiChau], expected: { year: 2024, theme: null } };
const sentence = async (work: HostResult<unknown>): Promise<string> => {
  const result = await work;
  return result.ok ? 'went well' : describeHostProblem(result.error);
};

test('R-XLS-60 a protected workbook takes no form and no summary', async () => {
  await excel.look(async (context) => {
    context.workbook.protection.protect();
    await context.sync();
  });
  const before = workbookSnapshot(excel.page.host.workbook);
  expect(await sentence(insertForm(excel.host(), blank))).toContain('Bảo vệ sổ làm việc');
  expect(await sentence(consolidateIntoWorkbook(excel.host(), [], plainSettings(laiChau, 'Nhập tay')))).toContain(
    'Bảo vệ sổ làm việc',
  );
  expect(differences(before, workbookSnapshot(excel.page.host.workbook))).toEqual([]);
  await excel.look(async (context) => {
    context.workbook.protection.unprotect();
    await context.sync();
  });
});

test.each([
  ['AccessDenied', 'không cho phép'],
  ['ItemNotFound', 'trang biểu đồ'],
  ['InvalidOperationInCellEditMode', 'nhấn Enter'],
  ['ResponsePayloadSizeLimitExceeded', 'vượt mức Excel cho phép'],
  ['GeneralException', 'ngoài dự kiến'],
] as const)('R-XLS-61 Kiểm tra answered with %s: a sentence', async (code: HostErrorCode, words) => {
  excel.page.host.faults.failFrom(1, { code, message: 'x' });
  expect(await sentence(checkSheet(excel.host(), check))).toContain(words);
  excel.page.host.faults.clear();
});

test('R-XLS-62 while a cell is being typed in the work waits, says so, and is done afterwards', async () => {
  let told = 0;
  const waiting = runExcelWith((options, work) => excel.page.excel.run(options, work), {
    onWaiting: () => (told += 1),
    waitAfter: 50,
  });
  excel.page.host.faults.beginCellEdit();
  const done = waiting(async (context) => {
    await context.sync();
    return 'xong';
  });
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(told).toBe(1);
  excel.page.host.faults.endCellEdit();
  expect(await done).toEqual({ ok: true, value: 'xong' });
});

test('R-XLS-63 every error code of Excel has a problem with a sentence, and a bug of ours is none', () => {
  const codes = [
    'AccessDenied',
    'ItemNotFound',
    'RequestPayloadSizeLimitExceeded',
    'ApiNotFound',
    'ServiceNotAvailable',
    'Whatever',
  ];
  for (const code of codes) {
    const problem = problemOf(Object.assign(new Error('x'), { code }));
    expect(problem === null ? '' : describeHostProblem(problem)).toMatch(/^\p{Lu}.{20,}\.$/u);
  }
  expect(problemOf(new TypeError('x'))).toBeNull();
  expect(problemOf(Object.assign(new Error('x'), { code: 'PropertyNotLoaded' }))).toBeNull();
});

test('R-XLS-64 a sheet that is gone is said to be gone', async () => {
  const filled = await insertAndType(excel, laiChau, []);
  const live = good(await checkSheet(excel.host(), check));
  await excel.look(async (context) => {
    context.workbook.worksheets.getItem(filled.id).delete();
    await context.sync();
  });
  expect(await sentence(excel.host().readSheet(filled.id))).toContain('Không còn trang tính');
  expect(await sentence(excel.host().mark(live.sheet, live.findings))).toContain('Không còn trang tính');
  expect(await sentence(excel.host().selectCell({ id: filled.id }, 'A1'))).toContain('Không còn trang tính');
});

test('R-XLS-65 a sheet too large for one answer is read in parts, with the same cells', async () => {
  const filled = await insertAndType(excel, laiChau, [{ row: '2', column: 'D', value: 'khá nhiều' }]);
  const whole = good(await excel.host().readSheet(filled.id));
  excel.page.host.faults.failOnce(1, { code: 'ResponsePayloadSizeLimitExceeded', message: 'x' });
  expect(good(await excel.host().readSheet(filled.id))).toEqual(whole);
});

test('R-XLS-66 the buttons Chèn mẫu and Kiểm tra work without the pane, and open it only for a problem', async () => {
  const told: string[] = [];
  const host = excel.host();
  const actions = sheetActions(
    { insert: () => insertForm(host, blank), check: () => checkSheet(host, check) },
    {
      onInserted: ({ sheet }) => told.push(`inserted ${sheet}`),
      onChecked: (checked) => told.push(`checked ${String(checked.findings.length)}`),
      onProblem: (problem) => {
        told.push(`problem ${problem.code satisfies HostProblemCode}`);
        return Promise.resolve();
      },
    },
  );
  await actions.insertForm();
  await actions.checkSheet();
  excel.page.host.faults.failFrom(1);
  await actions.checkSheet();
  excel.page.host.faults.clear();
  expect(told[0]).toMatch(/^inserted Phụ lục II/);
  expect(told[1]).toMatch(/^checked \d+$/);
  expect(told[2]).toBe('problem unexpected');
});

test('R-XLS-67 hidden rows and columns and merged cells of a live sheet are seen', async () => {
  const live = await excel.look(async (context) => {
    const sheet = context.workbook.worksheets.add('Ẩn');
    sheet.getRange('B2:D4').values = [
      [1, 2, 3],
      [4, '', 6],
      [7, 8, 'x'],
    ];
    sheet.getRange('3:3').rowHidden = true;
    sheet.getRange('C:C').columnHidden = true;
    sheet.getRange('B5:D5').merge();
    sheet.getRange('B5').values = [['gộp']];
    sheet.load('id');
    await context.sync();
    return sheet.id;
  });
  const { grid } = good(await excel.host().readSheet(live));
  expect(grid.rows.map((row) => [row.index, row.hidden ?? false, row.cells.length])).toEqual([
    [1, false, 3],
    [2, true, 2],
    [3, false, 3],
    [4, false, 1],
  ]);
  expect(grid.hiddenColumns).toEqual([2]);
  expect(grid.merges).toEqual([{ top: 4, left: 1, bottom: 4, right: 3 }]);
});
