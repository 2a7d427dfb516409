/** Roster and ledger inside Excel: sheets that live, are edited like any other, and are read back. */
import { good, openExcel, type ExcelPage } from './support/excel-page';
import { differences, workbookSnapshot } from './support/snapshot';
import { consolidateIntoWorkbook, plainSettings, type ConsolidationSettings } from '../../src/app/consolidate-into-workbook';
import { insertRoster, officialRoster, readRoster, withRoster } from '../../src/app/roster-sheet';
import { indexRoster } from '../../src/core/campaign/identify';
import { parseRoster } from '../../src/core/campaign/roster';
import { laiChau } from '../support/sample-consolidation';
import { received } from '../support/received';
import { campaignOf } from '../support/campaigns';

let excel: ExcelPage;
beforeEach(async () => {
  excel = await openExcel();
});
afterEach(() => {
  expect(excel.page.host.gaps).toEqual([]);
  expect(excel.page.refused).toEqual([]);
  excel.close();
});

const CAMPAIGN = campaignOf('lai-chau-2024');

test("R-SEND-34 in Excel the roster is a table: filled from the official list, edited, read back; the clerk's own sheets stay", async () => {
  const host = excel.host();
  await excel.look(async (context) => {
    const sheet = context.workbook.worksheets.add('Danh sách đơn vị');
    sheet.getRange('A1:B2').values = [
      ['Việc', 'Hạn'],
      ['Gọi điện', 'thứ Sáu'],
    ];
    await context.sync();
  });
  const before = workbookSnapshot(excel.page.host.workbook);
  const units = await officialRoster('12');
  const inserted = good(await insertRoster(host, units));
  expect(inserted.sheet).toBe('Danh sách đơn vị (2)');
  const changed = differences(before, workbookSnapshot(excel.page.host.workbook)).filter((one) => one.includes('Gọi điện'));
  expect(changed).toEqual([]);
  expect(good(await readRoster(host, { id: inserted.id }, CAMPAIGN)).units).toEqual(units);

  // The clerk adds a school below, gives it a deadline, and deletes the first line.
  await excel.look(async (context) => {
    const table = context.workbook.tables.getItem('DanhSachDonVi');
    table.rows.add(undefined, [['', '', 'Trường THPT Chuyên', '', '', '', '18/10/2024', 'THPT Chuyên; Chuyên LC']]);
    table.rows.getItemAt(0).delete();
    await context.sync();
  });
  const read = good(await readRoster(host, { id: inserted.id }, CAMPAIGN));
  expect(read.findings).toEqual([]);
  expect(read.units.slice(0, -1)).toEqual(units.slice(1));
  expect(read.units.at(-1)).toMatchObject({
    code: null,
    name: 'Trường THPT Chuyên',
    kind: 'upperSecondary',
    deadline: '18/10/2024',
    aliases: ['THPT Chuyên', 'Chuyên LC'],
  });
  expect(withRoster(CAMPAIGN, read.units).roster.units).toHaveLength(units.length);
}, 60_000);

const ROSTER = indexRoster(
  parseRoster([
    ['code', 'name'],
    ['01', 'UBND xã Một'],
    ['02', 'UBND xã Hai'],
    ['03', 'UBND xã Ba'],
  ]).roster,
);
const FILES = [
  received('1.xlsx', { '2': [1] }, { unit: 'UBND xã Một' }),
  received('2.xlsx', { '2': [2] }, { unit: 'UBND xã Hai' }),
];
const SETTINGS: ConsolidationSettings = {
  ...plainSettings(laiChau, 'Nhập tay'),
  campaign: CAMPAIGN,
  roster: ROSTER,
  expected: { year: 2024, theme: null },
};

async function column(header: string): Promise<readonly unknown[]> {
  await excel.page.host.calculation.settle();
  let values: unknown[][] = [];
  await excel.look(async (context) => {
    const body = context.workbook.tables.getItem('TinhHinhNop').columns.getItem(header).getDataBodyRange();
    body.load('values');
    await context.sync();
    values = body.values as unknown[][];
  });
  return values.map(([value]) => value);
}

test('R-SEND-54 in Excel the ledger has deadlines, follows the day that is typed, and the next run knows it', async () => {
  const host = excel.host();
  good(await consolidateIntoWorkbook(host, FILES, SETTINGS));
  expect(await column('Tình trạng nộp')).toEqual(['Chưa rõ ngày nhận', 'Chưa rõ ngày nhận', 'Chưa nộp']);
  const [one, two, three] = await column('So với hạn nộp');
  expect([one, two]).toEqual(['Chưa rõ ngày nhận', 'Chưa rõ ngày nhận']);
  expect(three).toMatch(/^Quá hạn \d+ ngày$/);

  // 19 and 21 October 2024 as Excel counts days.
  await excel.look(async (context) => {
    const body = context.workbook.tables.getItem('TinhHinhNop').columns.getItem('Ngày nhận').getDataBodyRange();
    body.getCell(0, 0).values = [[45584]];
    body.getCell(1, 0).values = [[45586]];
    await context.sync();
  });
  expect((await column('So với hạn nộp')).slice(0, 2)).toEqual(['Đúng hạn', 'Chậm 2 ngày']);

  const again = good(await consolidateIntoWorkbook(host, FILES, SETTINGS));
  expect(again.decisions.receipts).toEqual({ '1.xlsx': '2024-10-19', '2.xlsx': '2024-10-21' });
  expect(await column('Tình trạng nộp')).toEqual(['Đúng hạn', 'Nộp chậm', 'Chưa nộp']);
  expect(await column('Ngày nhận')).toEqual([45584, 45586, '']);
}, 60_000);
