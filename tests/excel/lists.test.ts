/** Lists and learned forms in Excel: inserting, checking, selecting a table, consolidating, adding a late file. */
import { good, openExcel, type ExcelPage } from './support/excel-page';
import { checkSheet } from '../../src/app/check-sheet';
import { addLateFiles, consolidateIntoWorkbook, type ConsolidationSettings } from '../../src/app/consolidate-into-workbook';
import { formInCampaign, formShelf } from '../../src/app/form-shelf';
import { insertForm } from '../../src/app/insert-form';
import { EMPTY_STATE } from '../../src/app/kept-state';
import { confirmDraft, learnFromSelection } from '../../src/app/learn-form';
import { findCampaign } from '../../src/catalogue/campaigns';
import { NO_DECISIONS } from '../../src/core/campaign/decisions';
import { calendarLines, linesOf, NINH_THUAN, receivedSchedule, SCHEDULE } from '../support/schedule';

let excel: ExcelPage;
beforeAll(async () => {
  excel = await openExcel();
}, 60_000);
afterAll(() => excel.close());

async function write(sheet: string, cells: Readonly<Record<string, string | number>>): Promise<void> {
  await excel.look(async (context) => {
    for (const [cell, value] of Object.entries(cells)) {
      const range = context.workbook.worksheets.getItem(sheet).getRange(cell);
      if (typeof value === 'string') range.numberFormat = [['@']];
      range.values = [[value]];
    }
    await context.sync();
  });
}

test('R-LIST-90 the schedule is inserted with dates that Excel checks, filled, and checked in place', async () => {
  const campaign = findCampaign('ninh-thuan-2022') ?? null;
  const { form, expected } = formInCampaign(SCHEDULE, campaign);
  const inserted = good(await insertForm(excel.host(), { form, campaign, unit: { code: null, name: 'UBND huyện Ninh Sơn' } }));
  const rules = excel.sheet(inserted.sheet).validations.map((one) => one.rule.kind);
  expect(rules.filter((kind) => kind === 'date')).toHaveLength(1);
  const dates = excel.sheet(inserted.sheet).validations.find((one) => one.rule.kind === 'date');
  expect(dates).toMatchObject({ rule: { formula1: '2022-10-01', formula2: '2022-10-07' }, errorAlert: { style: 'Warning' } });
  await write(inserted.sheet, {
    C8: 'Hội trường',
    D8: 'Lễ khai mạc',
    B14: 'ngày 3/10 (thứ Sáu)',
    C14: 'Thư viện',
    D14: 'Tọa đàm',
  });
  const checked = good(await checkSheet(excel.host(), { forms: formShelf().forms, expected }));
  expect(checked.formDefinition.id).toBe(SCHEDULE.id);
  expect(linesOf(checked.form)).toEqual(['2022-10-01 Hội trường | Lễ khai mạc', '?2022-10-03 Thư viện | Tọa đàm']);
  expect(checked.sheet.marks.length).toBeGreaterThan(0);
});

test('R-LIST-91 a table selected in Excel becomes a form that the workbook keeps', async () => {
  await excel.look(async (context) => {
    const sheet = context.workbook.worksheets.add('Bảng cũ');
    const range = sheet.getRange('B2:E5');
    range.numberFormat = Array.from({ length: 4 }, () => ['@', '@', '@', 'General']);
    range.values = [
      ['TT', 'Nội dung', 'Đơn vị tính', 'Số lượng'],
      ['1', 'Trồng cây', 'cây', 5],
      ['1.1', 'Cây ăn quả', 'cây', 3],
      ['1.2', 'Cây bóng mát', 'cây', 2],
    ];
    sheet.activate();
    sheet.getRange('B2:E5').select();
    await context.sync();
  });
  const selection = await learnFromSelection(excel.host());
  if (!selection.ok) throw new Error(JSON.stringify(selection.error));
  expect(selection.value.draft.from).toBe('Bảng cũ!B2:E5');
  const confirmed = confirmDraft(selection.value, 'Trồng cây', []);
  if (!confirmed.ok) throw new Error(confirmed.error.code);
  good(await excel.host().saveState({ ...EMPTY_STATE, learnedForms: confirmed.value }));
  expect(good(await excel.host().loadState())?.learnedForms).toEqual(confirmed.value);
  // One cell inside stands for the whole table.
  await excel.look(async (context) => {
    context.workbook.worksheets.getItem('Bảng cũ').getRange('C4').select();
    await context.sync();
  });
  const alone = await learnFromSelection(excel.host());
  expect(alone.ok && alone.value.draft.rows).toHaveLength(3);
});

test('R-LIST-92 schedules are consolidated into the workbook, a late one is added, and learned forms stay kept', async () => {
  const lines = (place: string) => [
    [1, '03/10', place, 'Tọa đàm'],
    [2, '05/10', place, 'Hội thi'],
  ];
  const settings: ConsolidationSettings = {
    form: NINH_THUAN.form,
    campaign: NINH_THUAN.campaign,
    roster: null,
    decisions: NO_DECISIONS,
    expected: NINH_THUAN.expected,
    typedInLabel: 'Nhập tay',
    today: null,
  };
  const first = good(
    await consolidateIntoWorkbook(
      excel.host(),
      [receivedSchedule('a.xlsx', 'UBND huyện Ninh Sơn', lines('Hội trường'))],
      settings,
    ),
  );
  expect([...first.sheetNames.values()]).toEqual(expect.arrayContaining(['Lịch tổng hợp', 'Chi tiết']));
  await excel.page.host.calculation.settle();
  const shown = (): unknown[] => {
    const sheet = excel.sheet('Lịch tổng hợp');
    const used = sheet.usedRect(true);
    const values: unknown[] = [];
    for (let row = used?.top ?? 0; row <= (used?.bottom ?? -1); row += 1)
      for (let column = used?.left ?? 0; column <= (used?.right ?? -1); column += 1)
        values.push(sheet.content(row, column).value);
    return values;
  };
  expect(shown().filter((one) => one === 'Hội trường')).toHaveLength(2);
  const late = good(
    await addLateFiles(excel.host(), [receivedSchedule('b.xlsx', 'UBND huyện Bác Ái', lines('Thư viện'))], settings),
  );
  expect(late.consolidation.calendar).toHaveLength(4);
  await excel.page.host.calculation.settle();
  expect(shown().filter((one) => one === 'Thư viện')).toHaveLength(2);
  expect(good(await excel.host().loadState())?.learnedForms?.map((form) => form.id)).toEqual(['tu-tao/trong-cay']);
});

test('R-LIST-56 what was corrected in the details of a list is in the next run: words, days, an emptied cell; other files stay', async () => {
  const settings: ConsolidationSettings = {
    form: NINH_THUAN.form,
    campaign: NINH_THUAN.campaign,
    roster: null,
    decisions: NO_DECISIONS,
    expected: NINH_THUAN.expected,
    typedInLabel: 'Nhập tay',
    today: null,
  };
  const a = receivedSchedule('a.xlsx', 'UBND huyện Ninh Sơn', [
    [1, '03/10', 'Hội trường', 'Tọa đàm', 'ghi chú'],
    [2, 'khá sớm', 'Sân vận động', 'Đồng diễn'],
  ]);
  good(await consolidateIntoWorkbook(excel.host(), [a], settings));
  const details = excel.sheet('Chi tiết');
  const used = details.usedRect(true);
  const placeOf = (header: string): { row: number; column: number } => {
    for (let row = 0; row <= (used?.bottom ?? 0); row += 1)
      for (let column = 0; column <= (used?.right ?? 0); column += 1)
        if (details.content(row, column).value === header) return { row, column };
    throw new Error(`no ${header}`);
  };
  const type = async (header: string, line: number, value: string | number): Promise<void> => {
    const { row, column } = placeOf(header);
    await excel.look(async (context) => {
      context.workbook.worksheets.getItem('Chi tiết').getCell(row + line, column).values = [[value]];
      await context.sync();
    });
  };
  await type('Địa điểm', 1, 'Thư viện huyện');
  await type('Ghi chú', 1, '');
  // The line that nobody could place gets its day.
  await type('Từ ngày', 2, 44_839);
  const b = receivedSchedule('b.xlsx', 'UBND huyện Bác Ái', [[1, '04/10', 'Trường TH', 'Kể chuyện']]);
  const again = good(await addLateFiles(excel.host(), [b], settings));
  const expected = [
    '2022-10-03 UBND huyện Ninh Sơn: Thư viện huyện | Tọa đàm',
    '2022-10-04 UBND huyện Bác Ái: Trường TH | Kể chuyện',
    '2022-10-05 UBND huyện Ninh Sơn: Sân vận động | Đồng diễn',
  ];
  expect(calendarLines(again.consolidation)).toEqual(expected);
  expect(again.kept.map((one) => [one.header, one.value])).toEqual([
    ['Địa điểm', 'Thư viện huyện'],
    ['Ghi chú', null],
    ['Từ ngày', '2022-10-05'],
  ]);
  // And in the run after that, though nobody typed anything.
  expect(calendarLines(good(await addLateFiles(excel.host(), [], settings)).consolidation)).toEqual(expected);
  // Another file under the same path is another report: its own words count.
  const other = receivedSchedule('a.xlsx', 'UBND huyện Ninh Sơn', [[1, '03/10', 'Nhà văn hóa', 'Tọa đàm khác']]);
  const replaced = good(await addLateFiles(excel.host(), [other], settings));
  expect(calendarLines(replaced.consolidation)).toContain('2022-10-03 UBND huyện Ninh Sơn: Nhà văn hóa | Tọa đàm khác');
  expect(replaced.dropped.length).toBeGreaterThan(0);
});
