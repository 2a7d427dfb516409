/** "Kiểm tra tiện ích" in a clerk's workbook: every case passes, and afterwards everything is as before. */
import { good, openExcel, type ExcelPage } from './support/excel-page';
import { differences, workbookSnapshot } from './support/snapshot';
import { byArea, reportText, type ExcelCheckReport, type ExcelChecking } from '../../src/app/excel-check';
import type { ContractCase } from '../../src/excel/contract/case';
import { CONTRACT_CASES } from '../../src/excel/contract/run-contract';
import { TRACES } from '../../src/excel/contract/traces';
import { excelChecking, excelFacts } from '../../src/excel/excel-check';
import type { RunBatch } from '../../src/excel/run-excel';
import { describeHostProblem } from '../../src/messages/host-words';

let excel: ExcelPage;
let run: RunBatch;
beforeEach(async () => {
  excel = await openExcel();
  run = (options, work) => excel.page.excel.run(options, work);
  // A workbook in use: a sheet named like ours, another selected place, calculating by hand.
  await excel.look(async (context) => {
    const mine = context.workbook.worksheets.add('Thử tiện ích 1');
    mine.getRange('B2').values = [[5]];
    mine.getRange('A1:B1').formulas = [['của tôi', '=SUM(B2)']];
    context.workbook.worksheets.add('Trang mật').visibility = 'VeryHidden';
    mine.activate();
    mine.getRange('C3:D4').select();
    await context.sync();
    await excel.page.host.calculation.settle();
    context.application.calculationMode = 'Manual';
    context.workbook.properties.title = 'Báo cáo của tôi';
    await context.sync();
  });
}, 60_000);
afterEach(() => {
  expect(excel.page.host.gaps).toEqual([]);
  expect(excel.page.refused).toEqual([]);
  excel.close();
});

const snapshot = (): unknown => [workbookSnapshot(excel.page.host.workbook), excel.page.host.workbook.active.selection];
const check = (cases?: readonly ContractCase[]): ExcelChecking => excelChecking(run, () => excelFacts(excel.page.office), cases);
const runCheck = async (
  checking: ExcelChecking,
  onProgress: (done: number) => void = () => undefined,
): Promise<ExcelCheckReport> => good(await checking.run({ onProgress, signal: new AbortController().signal }));

/** A case that makes everything a case may make, and then breaks off. */
const MESSY: ContractCase = {
  id: 'tables/messy',
  title: 'leaves everything behind',
  run: async ({ run: work, sheet }) => {
    await work(async (context) => {
      const { workbook } = context;
      const own = workbook.worksheets.getItem(sheet);
      workbook.names.add(TRACES.workbookName, own.getRange('A1'));
      workbook.customXmlParts.add(`<a xmlns="${TRACES.xmlNamespace}"/>`);
      workbook.settings.add(TRACES.setting, 1);
      workbook.properties.custom.add(TRACES.property, 'x');
      workbook.properties.title = TRACES.title;
      workbook.application.calculationMode = 'Manual';
      workbook.worksheets.add(`${sheet} thêm`).activate();
      own.protection.protect({}, 'mật khẩu');
      own.visibility = 'VeryHidden';
      await context.sync();
    });
    throw new Error('half way');
  },
};

test('R-XLS-90 the check passes in a workbook in use and leaves it as it was', async () => {
  const before = snapshot();
  const told: number[] = [];
  const report = await runCheck(check(), (done) => told.push(done));
  expect(report.results.filter((one) => one.reason !== null)).toEqual([]);
  expect(report).toMatchObject({ total: CONTRACT_CASES.length, left: [] });
  expect(told).toEqual(Array.from({ length: CONTRACT_CASES.length + 1 }, (_unused, index) => index));
  expect(differences(before, snapshot())).toEqual([]);
  expect(report.facts).toEqual({
    host: 'Excel 16.0.14332.20000 (PC)',
    languages: ['vi-VN'],
    requirementSets: expect.arrayContaining(['ExcelApi 1.14', 'SharedRuntime 1.1']) as unknown,
  });
}, 60_000);

test('R-XLS-91 the report is plain text: host, versions, each case with its outcome, nothing of the workbook', async () => {
  const failing: ContractCase = {
    id: 'values/wrong',
    title: 'a sum that is none',
    run: ({ same }) => {
      same(1 + 1, 3, 'one and one');
      return Promise.resolve();
    },
  };
  const report = await runCheck(check([...CONTRACT_CASES.slice(0, 2), failing]));
  const text = reportText(report);
  expect(text).toContain('Excel: Excel 16.0.14332.20000 (PC)');
  expect(text).toContain('ExcelApi 1.14');
  expect(text).toContain('Đạt 2/3 việc đã thử.');
  expect(text).toContain('- values/wrong: a sum that is none\n    one and one: expected 3, got 2');
  expect(text).toContain(`+ ${CONTRACT_CASES[0]?.id ?? ''}: `);
  for (const secret of ['của tôi', 'Trang mật', 'Báo cáo của tôi']) expect(text).not.toContain(secret);
  expect(byArea(report.results)).toEqual([{ area: 'Đọc và ghi ô', passed: 2, total: 3 }]);
});

test('R-XLS-92 a case that breaks off half way leaves nothing behind, and neither does a stop', async () => {
  const before = snapshot();
  const messy = await runCheck(check([MESSY]));
  expect(messy.results).toEqual([{ id: MESSY.id, title: MESSY.title, reason: expect.stringContaining('half way') as unknown }]);
  expect(messy.left).toEqual([]);
  expect(differences(before, snapshot())).toEqual([]);

  const stopping = new AbortController();
  const stopped = good(
    await check([MESSY, ...CONTRACT_CASES]).run({
      signal: stopping.signal,
      onProgress: (done) => {
        if (done === 3) stopping.abort();
      },
    }),
  );
  expect([stopped.results.length, stopped.total, stopped.left]).toEqual([3, CONTRACT_CASES.length + 1, []]);
  expect(differences(before, snapshot())).toEqual([]);
});

test('R-XLS-93 where Excel stops answering the next start takes the scratch sheets away', async () => {
  const before = workbookSnapshot(excel.page.host.workbook) as { sheets: unknown };
  const dying: ContractCase = {
    id: 'errors/dying',
    title: 'nothing works any more',
    run: async ({ run: work, sheet }) => {
      await work(async (context) => {
        context.workbook.worksheets.add(`${sheet} thêm`);
        await context.sync();
      });
      excel.page.host.faults.failFrom(1);
      await work((context) => context.sync());
    },
  };
  const report = await runCheck(check([dying]));
  expect(report.left).toBeNull();
  expect(reportText(report)).toContain('tiện ích sẽ xóa khi được mở lần sau');
  excel.page.host.faults.clear();
  expect(good(await excel.host().recover())).toBe(2);
  const after = workbookSnapshot(excel.page.host.workbook) as { sheets: unknown };
  expect(differences(before.sheets, after.sheets)).toEqual([]);
});

test('R-XLS-94 a workbook that takes no sheets is refused with a sentence, untouched', async () => {
  await excel.look(async (context) => {
    context.workbook.protection.protect();
    await context.sync();
  });
  const before = snapshot();
  const refused = await check().run({ onProgress: () => undefined, signal: new AbortController().signal });
  expect(refused.ok ? '' : describeHostProblem(refused.error)).toContain('Bảo vệ sổ làm việc');
  expect(differences(before, snapshot())).toEqual([]);
});
