/**
 * The five campaigns of the catalogue from their first day to their last inside Excel: our user actions over Microsoft's
 * own library over the stand-in's host, with the desk's own settings. Besides them a form that a clerk learned from a
 * table, and the schedule.
 */
import { good, openExcel, type ExcelPage } from '../excel/support/excel-page';
import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';

import { checkSheet } from '../../src/app/check-sheet';
import {
  addLateFiles,
  consolidateIntoWorkbook,
  type ConsolidatedWorkbook,
  type ConsolidationSettings,
} from '../../src/app/consolidate-into-workbook';
import { formShelf } from '../../src/app/form-shelf';
import { insertForm } from '../../src/app/insert-form';
import { EMPTY_STATE, type KeptState } from '../../src/app/kept-state';
import { confirmDraft, learnFromSelection } from '../../src/app/learn-form';
import { putReport, readReport } from '../../src/app/report';
import { USUAL_REQUEST } from '../../src/app/report-sheet';
import { receiveWorkbook } from '../../src/app/receive-workbook';
import { rosterOfCampaign } from '../../src/app/roster-of-campaign';
import { insertRoster, readRoster, withRoster } from '../../src/app/roster-sheet';
import { sendOut } from '../../src/app/send-out';
import { checkSettings, chosenForm } from '../../src/app/session-forms';
import { takeRoster } from '../../src/app/take-roster';
import { DEFAULT_FORM_ID, FORMS } from '../../src/catalogue/forms';
import type { Campaign } from '../../src/core/campaign/campaign';
import { chaseList } from '../../src/core/campaign/chasing';
import { lastSafeMinute } from '../../src/core/campaign/deadline';
import { NO_DECISIONS, type Decisions } from '../../src/core/campaign/decisions';
import { ledgerOf } from '../../src/core/campaign/ledger';
import { dayOf } from '../../src/core/campaign/moments';
import type { Received } from '../../src/core/consolidation/received';
import { planReminder } from '../../src/core/document/reminder';
import type { FormDefinition } from '../../src/core/forms/definition';
import { SHEET_ROLES } from '../../src/core/sheets/markers';
import { writeDocx } from '../../src/files/write/docx/write-docx';
import { narrativeWords } from '../../src/messages/narrative-words';
import { reminderWords } from '../../src/messages/reminder-words';
import { sheetWords } from '../../src/messages/sheet-words';
import { settleDesk, type Settled } from '../../src/taskpane/wiring/settled';
import { campaignOf, ROSTERS } from '../support/campaigns';
import { fillCells, fillForm } from '../support/fill';
import { states, totals } from '../support/received';
import { calendarLines } from '../support/schedule';

let excel: ExcelPage;
beforeEach(async () => {
  excel = await openExcel();
}, 60_000);
afterEach(() => {
  expect(excel.page.host.gaps).toEqual([]);
  expect(excel.page.refused).toEqual([]);
  excel.close();
});

const UNIT = sheetWords.ledger.unit;
const PORTS = { forms: FORMS, defaultFormId: DEFAULT_FORM_ID, loadNames: () => Promise.resolve([]) };

/** What the pane's desk makes of the kept state. */
const settle = (state: KeptState): Promise<Settled> =>
  settleDesk({ ...state, learnedForms: state.learnedForms ?? [] }, PORTS, null);

const settingsOn = ({ consolidating }: Settled, today: string, decisions?: Decisions): ConsolidationSettings => ({
  ...consolidating,
  today,
  ...(decisions === undefined ? {} : { decisions }),
});

function received(file: string, bytes: Uint8Array, { form, forms, consolidating }: Settled): Received {
  const hash = createHash('sha256').update(bytes).digest('hex');
  const { expected } = consolidating;
  return receiveWorkbook(bytes, { file, hash, fileTime: null }, { form, forms, expected, acceptProposals: false });
}

/** The campaign with its roster put into a sheet, edited there and read back, as the settings do. */
async function setUp(campaign: Campaign, names: readonly string[], form: FormDefinition): Promise<KeptState> {
  const host = excel.host();
  const listed = takeRoster([['code', 'name'], ...names.slice(0, -1).map((name, index) => [`M${String(index + 1)}`, name])]);
  const inserted = good(await insertRoster(host, listed.roster.units));
  await excel.look(async (context) => {
    const table = context.workbook.tables.getItem('DanhSachDonVi');
    table.rows.add(undefined, [['', `M${String(names.length)}`, names.at(-1) ?? '', '', '', '', '', '']]);
    await context.sync();
  });
  const read = good(await readRoster(host, { id: inserted.id }, campaign));
  expect(read.findings).toEqual([]);
  expect(read.units.map((unit) => unit.name)).toEqual(names);
  const state = { ...EMPTY_STATE, formId: form.id, campaign: withRoster(campaign, read.units) };
  good(await host.saveState(state));
  // Another session of the add-in finds it.
  const kept = good(await excel.host().loadState());
  expect(kept).toEqual(state);
  return state;
}

/** One blank workbook per unit, in the roster's order. */
function sentOut(settled: Settled, campaign: Campaign): readonly Uint8Array[] {
  const { units } = rosterOfCampaign(campaign);
  const pieces = [...sendOut({ form: settled.form, campaign, units, withTexts: true })];
  const files = Object.entries(unzipSync(new Uint8Array(Buffer.concat(pieces))));
  expect(files).toHaveLength(units.length);
  expect(files.map(([name]) => name)).toEqual(files.map(([name]) => name).sort());
  return files.map(([, bytes]) => bytes);
}

type LedgerLine = Readonly<Record<string, unknown>>;

/** The ledger as it stands in the sheet, calculated: a line a file, and one for each unit that sent none. */
async function ledger(): Promise<readonly LedgerLine[]> {
  await excel.page.host.calculation.settle();
  let values: unknown[][] = [];
  await excel.look(async (context) => {
    const range = context.workbook.tables.getItem('TinhHinhNop').getRange();
    range.load('values');
    await context.sync();
    values = range.values as unknown[][];
  });
  const [headers = [], ...lines] = values;
  return lines.map((line) => Object.fromEntries(line.map((value, column) => [String(headers[column]), value])));
}

/** Unit → how its reports stand to the deadline; "" for files of nobody. */
async function standings(): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {};
  for (const line of await ledger()) {
    const unit = String(line[UNIT]);
    found[unit] = [found[unit], String(line['Tình trạng nộp'])].filter((one) => one !== undefined).join(' + ');
  }
  return found;
}

/** What stands in the row of that number of the calculated summary, from the column of units of measure on. */
async function summaryRow(number: string, sheet = 'Tổng hợp'): Promise<readonly unknown[]> {
  await excel.page.host.calculation.settle();
  const shown = excel.sheet(sheet);
  const { bottom = -1, right = -1 } = shown.usedRect(true) ?? {};
  for (let row = 0; row <= bottom; row += 1) {
    if (String(shown.content(row, 0).value) !== number) continue;
    return Array.from({ length: right }, (_, column) => shown.content(row, column + 1).value).filter(
      (value) => typeof value === 'number',
    );
  }
  throw new Error(`no row ${number} in ${sheet}`);
}

const bodyOf = (docx: Uint8Array): string => strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array());

/** The reminder as a Word document: its text. */
async function reminderOf(
  { consolidation }: ConsolidatedWorkbook,
  settled: Settled,
  decisions: Decisions,
  today: string,
): Promise<string> {
  const { roster, campaign, form } = settled;
  if (roster === null) throw new Error('no roster');
  const ledger = ledgerOf(consolidation, { roster: roster.roster, campaign, decisions });
  const plan = planReminder(chaseList(consolidation, ledger, { roster, today }), ledger, {
    form,
    campaign,
    words: reminderWords,
    officeWords: narrativeWords,
  });
  if (plan === null) throw new Error('nobody to remind');
  return bodyOf(await writeDocx(plan));
}

test.each(Object.keys(ROSTERS))(
  'R-PCAM-30 in Excel the campaign %s runs from its first day to its last',
  async (id) => {
    const names = ROSTERS[id] ?? [];
    const form = chosenForm(null, campaignOf(id));
    const state = await setUp(campaignOf(id), names, form);
    const { campaign } = state;
    const step = campaign?.steps.find((one) => one.what === 'result');
    if (campaign === null || step?.deadline == null) throw new Error('no deadline');
    const last = lastSafeMinute(step.deadline);
    const [inTime, nextDay, today] = [-3, 1, 5].map((days) => dayOf(last + days * 24 * 60)) as [string, string, string];
    const settled = await settle(state);
    expect(settled.consolidating.findings).toEqual([]);

    // The form in the workbook, as Mẫu and the ribbon insert it; blank, it has nothing to mend.
    const host = excel.host();
    good(await insertForm(host, { form, campaign, unit: null }));
    const checked = good(await checkSheet(host, checkSettings(state.formId, campaign)));
    expect([checked.formDefinition.id, checked.findings.filter((one) => one.severity === 'error')]).toEqual([form.id, []]);

    // Out and back: renamed at will, with odd figures, twice, broken; one is late, two never come.
    const blank = sentOut(settled, campaign);
    const fill = (file: string, index: number, values: Readonly<Record<string, number | string>>): Received =>
      received(file, fillForm(blank[index] ?? new Uint8Array(), form, values), settled);
    const files = [
      fill('Book1.xlsx', 0, { '2/count': 10, '1.1/count': 2, '1.1/people': 50 }),
      fill('gửi sở.xlsx', 1, { '2/count': '20 ', '1.1/count': '15/450' }),
      fill('tre.xlsx', 2, { '2/count': 30 }),
      fill('la.xlsx', 3, { '2/count': 'khá nhiều', '1.1/count': '12 lớp', '1.1/people': '1.350 người' }),
      fill('hai lan.xlsx', 4, { '2/count': 5 }),
      fill('hai lan (lần 2).xlsx', 4, { '2/count': 55 }),
      received('hong.xlsx', new TextEncoder().encode('đây không phải bảng tính'), settled),
    ];
    const first = good(await consolidateIntoWorkbook(host, files, settingsOn(settled, today)));
    expect(states(first.consolidation)).toEqual([
      'Book1.xlsx counted –',
      'gửi sở.xlsx counted –',
      'hai lan (lần 2).xlsx counted –',
      'hai lan.xlsx superseded resubmitted',
      'hong.xlsx refused no-form',
      'la.xlsx counted –',
      'tre.xlsx counted –',
    ]);
    expect(first.consolidation.missing.map((unit) => unit.name)).toEqual(names.slice(5));
    expect(totals(first.consolidation)).toMatchObject({ '2/count': [115, 4], '1.1/people': [1400, 2] });
    expect((await summaryRow('2'))[0]).toBe(115);

    // The ledger lives: days typed into it say who was late, and the next run knows them.
    const [one, two, three, four, five, six, seven, eight, nine] = names as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    const unknown = 'Chưa rõ ngày nhận';
    expect(await standings()).toEqual({
      ...{ [one]: unknown, [two]: unknown, [three]: unknown, [four]: unknown, [five]: 'Nộp lại + Nộp lại', '': '' },
      ...{ [six]: 'Chưa nộp', [seven]: 'Chưa nộp', [eight]: 'Chưa nộp', [nine]: 'Chưa nộp' },
    });
    const serial = (day: string): number => (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
    const lines = await ledger();
    const lineOf = (unit: string): number => lines.findIndex((line) => line[UNIT] === unit);
    await excel.look(async (context) => {
      const body = context.workbook.tables.getItem('TinhHinhNop').columns.getItem('Ngày nhận').getDataBodyRange();
      body.getCell(lineOf(one), 0).values = [[serial(inTime)]];
      body.getCell(lineOf(three), 0).values = [[serial(nextDay)]];
      await context.sync();
    });
    const report = good(await putReport(host, settingsOn(settled, today), USUAL_REQUEST));
    expect(await standings()).toMatchObject({ [one]: 'Đúng hạn', [two]: unknown, [three]: 'Nộp chậm' });
    expect(report.decisions.receipts).toEqual({ 'Book1.xlsx': inTime, 'tre.xlsx': nextDay });

    // The report says the campaign's year; the reminder names who did not report, and whose report has to be mended.
    expect(excel.page.host.workbook.sheets.map((sheet) => sheet.name)).toContain(report.sheetNames.get(SHEET_ROLES.report));
    const written = bodyOf(await writeDocx(report.report.document));
    expect(written).toContain(String(campaign.year));
    const reminder = await reminderOf(report, settled, report.decisions, today);
    for (const name of [names[3] ?? '', ...names.slice(5)]) expect(reminder).toContain(name);
    expect(reminder).not.toContain(names[0]);

    // Late files are added in another session; the report follows, nothing of before is lost.
    const kept = good(await excel.host().loadState());
    if (kept === null) throw new Error('nothing was kept');
    expect(kept).toMatchObject({ formId: form.id, campaign });
    const later = await settle(kept);
    const late = [fill('la lần 2.xlsx', 3, { '2/count': 40 }), fill('cuoi cung.xlsx', 5, { '2/count': 60 })];
    const second = good(await addLateFiles(excel.host(), late, settingsOn(later, today)));
    expect(totals(second.consolidation)).toMatchObject({ '2/count': [215, 6] });
    expect(second.consolidation.missing.map((unit) => unit.name)).toEqual(names.slice(6));
    expect((await summaryRow('2'))[0]).toBe(215);
    expect(await standings()).toMatchObject({ [one]: 'Đúng hạn', [three]: 'Nộp chậm', [six]: unknown, [seven]: 'Chưa nộp' });
    const again = good(await readReport(excel.host(), settingsOn(later, today)));
    expect(JSON.stringify(again.document)).not.toBe(JSON.stringify(report.report.document));
  },
  60_000,
);

test('R-PCAM-31 in Excel a form learned from a table goes the whole way', async () => {
  await excel.look(async (context) => {
    const sheet = context.workbook.worksheets.add('Bảng cũ');
    const range = sheet.getRange('B2:F7');
    range.numberFormat = Array.from({ length: 6 }, () => ['@', '@', '@', 'General', 'General']);
    range.values = [
      ['THỐNG KÊ XÓA MÙ CHỮ', '', '', '', ''],
      ['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Số lượng', 'Kinh phí (đồng)'],
      ['1', 'Lớp xóa mù chữ', 'lớp', 4, 8_000_000],
      ['1.1', 'Giai đoạn 1', 'lớp', 3, 6_000_000],
      ['1.2', 'Giai đoạn 2', 'lớp', 1, 2_000_000],
      ['2', 'Giáo viên tham gia', 'người', 12, ''],
    ];
    sheet.activate();
    sheet.getRange('C4').select();
    await context.sync();
  });
  const learned = await learnFromSelection(excel.host());
  if (!learned.ok) throw new Error(JSON.stringify(learned.error));
  const confirmed = confirmDraft(learned.value, 'Thống kê xóa mù chữ', []);
  if (!confirmed.ok || confirmed.value[0] === undefined) throw new Error('no form');
  const [form] = confirmed.value;
  const state = {
    ...(await setUp(campaignOf('lai-chau-2024'), ['UBND xã Một', 'UBND xã Hai', 'UBND xã Ba'], form)),
    learnedForms: confirmed.value,
  };
  good(await excel.host().saveState(state));
  const kept = good(await excel.host().loadState());
  if (kept?.campaign == null) throw new Error('nothing was kept');
  const settled = await settle(kept);
  expect(settled.form).toEqual(form);

  const shelf = formShelf(kept.learnedForms);
  good(
    await insertForm(excel.host(), { form: chosenForm(kept.formId, kept.campaign, shelf), campaign: kept.campaign, unit: null }),
  );
  const checked = good(await checkSheet(excel.host(), checkSettings(kept.formId, kept.campaign, shelf)));
  expect(checked.formDefinition.id).toBe('tu-tao/thong-ke-xoa-mu-chu');

  const blank = sentOut(settled, kept.campaign);
  const fill = (file: string, index: number, values: Readonly<Record<string, number | string>>): Received =>
    received(file, fillForm(blank[index] ?? new Uint8Array(), form, values), settled);
  const files = [
    fill('x.xlsx', 0, { '1.1/m1': 2, '1.2/m1': '1 lớp', '1.1/m2': 4_000_000, '2/m1': 6 }),
    fill('y.xlsx', 1, { '1.1/m1': 3, '2/m1': 'khá nhiều' }),
  ];
  const done = good(await consolidateIntoWorkbook(excel.host(), files, settingsOn(settled, '2024-10-25')));
  expect(totals(done.consolidation)).toEqual({
    '1/m1': [6, 2],
    '1/m2': [4_000_000, 1],
    '1.1/m1': [5, 2],
    '1.1/m2': [4_000_000, 1],
    '1.2/m1': [1, 1],
    '2/m1': [6, 1],
  });
  expect((await summaryRow('1')).slice(0, 2)).toEqual([6, 4_000_000]);
  expect(Object.values(await standings())).toEqual(['Chưa rõ ngày nhận', 'Chưa rõ ngày nhận', 'Chưa nộp']);
  const late = good(await addLateFiles(excel.host(), [fill('z.xlsx', 2, { '1.1/m1': 10 })], settingsOn(settled, '2024-10-25')));
  expect([totals(late.consolidation)['1/m1'], (await summaryRow('1'))[0]]).toEqual([[16, 3], 16]);
  expect(good(await excel.host().loadState())?.learnedForms).toEqual(confirmed.value);
}, 60_000);

test('R-PCAM-22 R-PCAM-32 in Excel the schedule goes the whole way, with the days and the deadline of its campaign', async () => {
  const names = ['UBND huyện Ninh Sơn', 'UBND huyện Bác Ái', 'Sở Khoa học và Công nghệ'];
  const form = FORMS.find((one) => one.kind === 'list');
  if (form === undefined) throw new Error('no list');
  const state = await setUp(campaignOf('ninh-thuan-2022'), names, form);
  const { campaign } = state;
  if (campaign === null) throw new Error('no campaign');
  const settled = await settle(state);
  expect(settled.campaign?.steps.map((one) => one.what)).toEqual(['result']);
  expect(settled.consolidating.campaign).toBe(campaign);

  const inserted = good(await insertForm(excel.host(), { form, campaign, unit: null }));
  expect(excel.sheet(inserted.sheet).validations.find((one) => one.rule.kind === 'date')).toMatchObject({
    rule: { formula1: campaign.week?.from, formula2: campaign.week?.to },
  });
  const checked = good(await checkSheet(excel.host(), checkSettings(state.formId, campaign)));
  expect(checked.formDefinition.id).toBe(form.id);

  const blank = sentOut(settled, campaign);
  const fill = (file: string, index: number, cells: Readonly<Record<string, string | number>>): Received =>
    received(file, fillCells(blank[index] ?? new Uint8Array(), new Map(Object.entries(cells))), settled);
  const files = [
    fill('a.xlsx', 0, { C9: 'Hội trường', D9: 'Lễ khai mạc', B15: 'ngày 3/10 (thứ Sáu)', C15: 'Thư viện', D15: 'Tọa đàm' }),
    fill('b.xlsx', 1, { C9: 'Sân vận động', D9: 'Đồng diễn' }),
  ];
  const first = good(await consolidateIntoWorkbook(excel.host(), files, settingsOn(settled, '2022-10-02')));
  expect(calendarLines(first.consolidation)).toEqual([
    '2022-10-01 UBND huyện Bác Ái: Sân vận động | Đồng diễn',
    '2022-10-01 UBND huyện Ninh Sơn: Hội trường | Lễ khai mạc',
    '(ngày 3/10 (thứ Sáu)) UBND huyện Ninh Sơn: Thư viện | Tọa đàm',
  ]);
  expect((await standings())[names[2] ?? '']).toBe('Chưa nộp');
  // Kept as it was set up, not as the schedule alone sees it.
  expect(good(await excel.host().loadState())?.campaign).toEqual(campaign);
  const reminder = await reminderOf(first, settled, NO_DECISIONS, '2022-10-02');
  expect(reminder).toContain(names[2]);

  const late = good(
    await addLateFiles(
      excel.host(),
      [fill('c.xlsx', 2, { C9: 'Nhà văn hóa', D9: 'Trưng bày sách' })],
      settingsOn(settled, '2022-10-02'),
    ),
  );
  expect(late.consolidation.calendar).toHaveLength(4);
  expect(late.consolidation.missing).toEqual([]);
  expect(excel.page.host.workbook.sheets.map((sheet) => sheet.name)).toEqual(
    expect.arrayContaining(['Lịch tổng hợp', 'Chi tiết', 'Tình hình nộp báo cáo']),
  );
}, 60_000);
