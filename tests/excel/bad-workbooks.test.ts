/** Workbooks that are not as one wishes: closed, foreign, newer, changed meanwhile. A sentence each, the workbook unharmed. */
import { good, openExcel, type ExcelPage } from './support/excel-page';
import { insertAndType, QUIRKS } from './support/quirky-sheet';
import { receiveSamples } from './support/samples';
import { differences, sheetSnapshot, workbookSnapshot } from './support/snapshot';
import { checkSheet } from '../../src/app/check-sheet';
import { addLateFiles, consolidateIntoWorkbook, plainSettings } from '../../src/app/consolidate-into-workbook';
import { exportSummary } from '../../src/app/export-summary';
import { fixFindings } from '../../src/app/fix-finding';
import type { Host, HostResult } from '../../src/app/host';
import { insertForm } from '../../src/app/insert-form';
import { EMPTY_STATE } from '../../src/app/kept-state';
import type { Received } from '../../src/core/consolidation/received';
import { partXml } from '../../src/excel/state-part';
import { describeHostProblem } from '../../src/messages/host-words';
import { openWorkbook } from '../../src/standin/xlsx/open';
import { laiChau } from '../support/sample-consolidation';

let excel: ExcelPage;
let samples: readonly Received[];
beforeAll(async () => {
  samples = (await receiveSamples()).slice(0, 4);
}, 60_000);
beforeEach(async () => {
  excel = await openExcel();
}, 60_000);
afterEach(() => {
  expect(excel.page.host.gaps).toEqual([]);
  excel.close();
});

const blank = { form: laiChau, campaign: null, unit: null };
const check = { forms: [laiChau], expected: { year: 2024, theme: null } };
const settings = plainSettings(laiChau, 'Nhập tay');

/** What the clerk reads; the workbook must be as before, whatever it says. */
async function sentence(work: () => HostResult<unknown>): Promise<string> {
  await excel.page.host.calculation.settle();
  const before = workbookSnapshot(excel.page.host.workbook);
  const result = await work();
  await excel.page.host.calculation.settle();
  if (result.ok) return 'went well';
  expect(differences(before, workbookSnapshot(excel.page.host.workbook))).toEqual([]);
  return describeHostProblem(result.error);
}
const consolidate = (host: Host = excel.host()): HostResult<unknown> => consolidateIntoWorkbook(host, samples, settings);
const inExcel = (work: (workbook: Excel.Workbook) => void): Promise<void> =>
  excel.look(async (context) => {
    work(context.workbook);
    await context.sync();
  });

test('R-XLS-110 a workbook opened for reading only takes no form and no summary', async () => {
  good(await insertForm(excel.host(), blank));
  excel.page.host.workbook.readOnly = true;
  for (const work of [() => insertForm(excel.host(), blank), consolidate])
    expect(await sentence(work)).toContain('chế độ chỉ đọc');
  // Looking is allowed.
  expect((await checkSheet(excel.host(), check)).ok).toBe(true);
});

test('R-XLS-111 a chart sheet: nothing to check on it, a form can be inserted beside it, its name is respected', async () => {
  excel.page.host.workbook.addChartSheet('Phụ lục II');
  expect(await sentence(() => checkSheet(excel.host(), check))).toContain('trang biểu đồ');
  expect(good(await insertForm(excel.host(), blank)).sheet).toBe('Phụ lục II (2)');
  expect(excel.page.host.workbook.activeChart).toBeNull();
  excel.page.host.workbook.addChartSheet('Chi tiết');
  expect(await sentence(consolidate)).toContain('có thể là trang biểu đồ');
});

test('R-XLS-112 another workbook in front: a sentence that says so', async () => {
  excel.page.host.faults.failFrom(1, { code: 'InvalidSelection', message: 'x' });
  expect(await sentence(() => checkSheet(excel.host(), check))).toContain('một sổ tính khác');
  excel.page.host.faults.clear();
});

test('R-XLS-113 a protected sheet takes no fix and no undoing, and says which sheet that is', async () => {
  const filled = await insertAndType(excel, laiChau, QUIRKS);
  const host = excel.host();
  const { findings } = good(await checkSheet(host, check));
  const step = good(await fixFindings(host, filled.id, findings.slice(0, 5)));
  await inExcel((workbook) => {
    const sheet = workbook.worksheets.getItem(filled.id);
    sheet.protection.unprotect();
    sheet.getRange().format.protection.locked = true;
    sheet.protection.protect({}, 'mật khẩu của tôi');
  });
  expect(await sentence(() => fixFindings(host, filled.id, findings))).toContain('“Phụ lục II” đang được bảo vệ');
  expect(await sentence(() => host.undo(step))).toContain('“Phụ lục II” đang được bảo vệ');
});

test('R-XLS-114 a fix never lands in a cell that changed since the check, or in a row that moved', async () => {
  const filled = await insertAndType(excel, laiChau, QUIRKS);
  const host = excel.host();
  const checked = good(await checkSheet(host, check));
  const fixable = checked.findings.filter((one) => one.fix !== undefined);
  const pair = fixable.filter((one) => one.code === 'proposed-pair');
  await inExcel((workbook) => {
    workbook.worksheets.getItem(filled.id).getRange(filled.at('1.1', 'E')).values = [[77]];
  });
  const fix = (): HostResult<unknown> => fixFindings(host, filled.id, pair, checked.sheet.grid);
  expect(await sentence(fix)).toContain(`Ô “${filled.at('1.1', 'E')}” đã được sửa sau lần kiểm tra`);
  await inExcel((workbook) => {
    const sheet = workbook.worksheets.getItem(filled.id);
    sheet.getRange(filled.at('1.1', 'E')).values = [['']];
    sheet.protection.unprotect();
    sheet.getRange('9:9').insert('Down');
  });
  expect(await sentence(fix)).toContain('đã được sửa sau lần kiểm tra');
  // Checked again, all is well.
  const again = good(await checkSheet(host, check));
  const fixes = again.findings.filter((one) => one.code === 'proposed-pair');
  good(await fixFindings(host, filled.id, fixes, again.sheet.grid));
  expect(good(await checkSheet(host, check)).findings.map((one) => one.code)).not.toContain('proposed-pair');
});

test('R-XLS-115 a name that is taken while the figures are computed: the workbook stays as it is', async () => {
  const host = excel.host();
  const slow: Host = {
    ...host,
    readSummary: async () => {
      const read = await host.readSummary();
      await inExcel((workbook) => workbook.worksheets.add('chi TIẾT'));
      return read;
    },
  };
  const refused = await consolidateIntoWorkbook(slow, samples, settings);
  expect(refused.ok ? '' : describeHostProblem(refused.error)).toContain('“Chi tiết” không phải do tiện ích tạo ra');
  expect(excel.page.host.workbook.sheets.map((one) => one.name)).toEqual(['Sheet1', 'chi TIẾT']);
  expect(excel.page.host.workbook.xmlParts).toEqual([]);
});

test('R-XLS-116 a workbook of a newer add-in: refused, and nothing of it is tidied away', async () => {
  good(await consolidateIntoWorkbook(excel.host(), samples, settings));
  const run = excel.sheet('Tổng hợp').customProperties.find((one) => one.key === 'TongHop.Run')?.value as string;
  // Sheets that this version would take for leftovers of its own.
  await inExcel((workbook) => {
    const sheet = workbook.worksheets.add('~th-0000 1');
    sheet.customProperties.add('TongHop.Role', 'tong-hop/details');
    sheet.customProperties.add('TongHop.Run', 'khác');
  });
  const ofState = partXml({ run, text: '{"version":2,"formId":null,"moi":{}}', overflow: null });
  const ofPart = partXml({ run, text: null, overflow: 'abc' }).replace('version="1"', 'version="2"');
  const ofWord = partXml({ run, text: '{}', overflow: null }).replace('version="1"', 'version="2026-a"');
  for (const xml of [ofState, ofPart, ofWord]) {
    excel.page.host.workbook.xmlParts.splice(0);
    await inExcel((workbook) => workbook.customXmlParts.add(xml));
    const host = excel.host();
    const acts = [
      consolidate,
      () => addLateFiles(host, samples, settings),
      () => host.loadState(),
      () => host.saveState(EMPTY_STATE),
    ];
    for (const act of acts) expect(await sentence(act)).toContain('cập nhật tiện ích');
    const before = workbookSnapshot(excel.page.host.workbook);
    expect(good(await host.recover())).toBe(0);
    expect(differences(before, workbookSnapshot(excel.page.host.workbook))).toEqual([]);
    // What has nothing to do with it still works.
    const { sheet } = good(await insertForm(host, blank));
    await inExcel((workbook) => workbook.worksheets.getItem(sheet).delete());
  }
});

test('R-XLS-117 a summary made elsewhere is not overwritten: the sentence says to use a new workbook', async () => {
  good(await consolidateIntoWorkbook(excel.host(), samples, settings));
  const handed: Uint8Array[] = [];
  const host = excel.host();
  good(
    await exportSummary(
      {
        ...host,
        openAsNew: (bytes) => {
          handed.push(bytes);
          return Promise.resolve({ ok: true, value: null });
        },
      },
      settings,
    ),
  );
  expect(openWorkbook(excel.page.host.workbook, 'Bảng tổng hợp.xlsx', handed[0] ?? new Uint8Array())).toBeNull();
  expect(excel.sheet('_tonghop').visibility).toBe('VeryHidden');
  expect(await sentence(consolidate)).toContain('Xin mở một sổ tính mới');
  // Its form can be checked and a blank one inserted all the same.
  good(await insertForm(excel.host(), blank));
});

test('R-XLS-118 fixes, marks and forms that fail at any batch, once or from there on, leave the sheet as it was', async () => {
  const filled = await insertAndType(excel, laiChau, QUIRKS);
  const host = excel.host();
  const checked = good(await checkSheet(host, check));
  good(await host.clearMarks(filled.id));
  const { faults } = excel.page.host;
  const acts: readonly (() => HostResult<unknown>)[] = [
    () => fixFindings(excel.host(), filled.id, checked.findings, checked.sheet.grid),
    () => excel.host().mark({ ...checked.sheet, marks: [] }, checked.findings),
    () => insertForm(excel.host(), blank),
  ];
  for (const act of acts) {
    let failures = 0;
    for (const kind of ['once', 'from'] as const) {
      for (let batch = 1; batch < 8; batch += 1) {
        // The library gives back what it kept a moment after a run; that is a batch, too.
        await new Promise((resolve) => setTimeout(resolve, 50));
        const before = sheetSnapshot(excel.sheet(filled.sheet));
        const names = excel.page.host.workbook.sheets.map((one) => one.name);
        if (kind === 'once') faults.failOnce(batch);
        else faults.failFrom(batch);
        const done = await act();
        faults.clear();
        if (done.ok) break;
        failures += 1;
        good(await excel.host().recover());
        expect([kind, batch, ...differences(before, sheetSnapshot(excel.sheet(filled.sheet)))]).toEqual([kind, batch]);
        expect(excel.page.host.workbook.sheets.map((one) => one.name)).toEqual(names);
      }
      if (act === acts[0]) {
        // Put back what the successful round changed.
        await inExcel((workbook) => workbook.worksheets.getItem(filled.id).delete());
        Object.assign(filled, await insertAndType(excel, laiChau, QUIRKS));
      }
    }
    expect(failures).toBeGreaterThanOrEqual(2);
  }
}, 60_000);
