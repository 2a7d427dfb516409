/** "Gửi mẫu": what is in the archive, and that what comes back is known again whatever happened to it on the way. */
import { strFromU8, unzipSync } from 'fflate';
import { read, utils, write } from '@e965/xlsx';

import { receiveWorkbook, type ReceiveSettings } from '../../src/app/receive-workbook';
import { sendOut } from '../../src/app/send-out';
import { loadProvinces, rosterOfProvince } from '../../src/catalogue/administrative-units';
import { FORMS } from '../../src/catalogue/forms';
import type { Campaign } from '../../src/core/campaign/campaign';
import { indexRoster } from '../../src/core/campaign/identify';
import { parseRoster } from '../../src/core/campaign/roster';
import type { RosterUnit } from '../../src/core/campaign/roster-unit';
import { sentFileNames } from '../../src/core/campaign/sent-names';
import { consolidate } from '../../src/core/consolidation/consolidate';
import type { Consolidation, Submission } from '../../src/core/consolidation/consolidation';
import { planUnitWorkbook } from '../../src/core/sheets/plan-unit-workbook';
import { readWorkbook } from '../../src/files/read/read-workbook';
import { writeXlsx } from '../../src/files/write/write-xlsx';
import { guideWords } from '../../src/messages/sending-words';
import { sheetWords } from '../../src/messages/sheet-words';
import { Random } from '../proof/fuzz/random';
import { FORM } from '../support/annex';
import { cellsOfForm, fillCells, fillForm } from '../support/fill';
import { convertMany } from '../support/libreoffice';
import { sha256 } from '../support/received';
import { campaignOf } from '../support/campaigns';

const CAMPAIGN = campaignOf('lai-chau-2024');
const SETTINGS: ReceiveSettings = {
  form: FORM,
  forms: FORMS,
  expected: { year: CAMPAIGN.year, theme: CAMPAIGN.theme, campaign: CAMPAIGN.id },
  acceptProposals: false,
};

const ROWS = [
  ['code', 'name', 'superior', 'deadline'],
  ['T01', 'UBND xã Suối Ngân', 'UBND huyện Khe Vàng', ''],
  ['T02', 'UBND xã Đồi Chè', 'UBND huyện Khe Vàng', 'chậm nhất 16g00 ngày 18/10/2024'],
  ['', 'Trường THCS Bản Sậy', '', ''],
];
const UNITS = parseRoster(ROWS).roster.units;

/** Name → bytes, as whoever opens the archive gets them. */
function archiveOf(units: readonly RosterUnit[], campaign: Campaign | null = CAMPAIGN): Map<string, Uint8Array> {
  const pieces = [...sendOut({ form: FORM, campaign, units, withTexts: true })];
  const whole = new Uint8Array(Buffer.concat(pieces));
  return new Map(Object.entries(unzipSync(whole)));
}

function receiveAll(files: ReadonlyMap<string, Uint8Array>, units: readonly RosterUnit[]): Consolidation {
  const all = [...files].map(([file, bytes]) => receiveWorkbook(bytes, { file, hash: sha256(file), fileTime: null }, SETTINGS));
  return consolidate(FORM, all, { roster: indexRoster({ units }) });
}

function codes({ findings }: Submission): readonly string[] {
  return findings.map((one) => one.code);
}

test('R-SEND-01 one workbook per unit, numbered as the roster, with names every system takes and no two alike', () => {
  const odd = [
    'Trường "A/B": <C>?',
    'UBND xã\tA.',
    `Trường ${'rất dài '.repeat(40)}`,
    'COM1',
    '  ',
    'a\ud800b',
    'Trường\u202E MN',
  ];
  const names = sentFileNames(odd.map((name) => ({ code: null, name })));
  for (const [index, name] of names.entries()) {
    expect(name).toMatch(new RegExp(`^00${String(index + 1)}( .*)?\\.xlsx$`));
    expect(name).not.toMatch(/[<>:"/\\|?*\u0000-\u001f\u202e]|[. ]\.xlsx$/);
    expect(name.length).toBeLessThanOrEqual(120);
    expect(name).not.toMatch(/\p{Surrogate}/u);
  }
  expect(sentFileNames(UNITS)[1]).toBe('002 UBND xã Đồi Chè.xlsx');
  const many = sentFileNames(Array.from({ length: 3321 }, () => ({ code: null, name: 'UBND xã Tân Lập' })));
  expect(new Set(many.map((one) => one.toLowerCase())).size).toBe(3321);
  expect([...many].sort()).toEqual(many);
  expect([...archiveOf(UNITS).keys()]).toEqual(sentFileNames(UNITS));
});

test('R-SEND-02 a workbook says whose it is on its sheet and in its properties, with campaign, title, "Kèm theo" and validation', () => {
  const [, second] = [...archiveOf(UNITS).values()];
  const read1 = readWorkbook(second ?? new Uint8Array());
  if (!read1.ok) throw new Error('not a workbook');
  expect(read1.value.sheets.map((one) => one.sheet)).toEqual(['Phụ lục II', 'Báo cáo', 'Hướng dẫn']);
  expect(read1.value.properties.custom).toMatchObject({
    'TongHop.UnitCode': 'T02',
    'TongHop.UnitName': 'UBND xã Đồi Chè',
    'TongHop.Campaign': 'lai-chau-2024',
    'TongHop.Form': FORM.id,
  });
  const texts = read1.value.sheets.map((sheet) => JSON.stringify(sheet.rows));
  expect(texts[0]).toMatch(/NĂM 2024.*Kèm theo Báo cáo số .*năm 2024.*UBND xã Đồi Chè.*Mã đơn vị báo cáo:.*T02/s);
  const xml = strFromU8(unzipSync(second ?? new Uint8Array())['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(xml).toMatch(/<sheetProtection sheet="1"/);
  expect(xml).toMatch(/<dataValidation [^>]*type="whole"/);
});

test("R-SEND-03 the guide names unit, campaign, theme, the unit's own deadline and where to send, and leaves out what nobody knows", () => {
  const guideOf = (index: number, campaign: Campaign | null): string => {
    const unit = UNITS[index];
    if (unit === undefined) throw new Error('no unit');
    const plan = planUnitWorkbook({ form: FORM, campaign, unit, texts: null, words: sheetWords, guide: guideWords });
    return (plan.sheets.at(-1)?.cells ?? []).flatMap(({ value }) => (value?.kind === 'text' ? [value.value] : [])).join('\n');
  };
  expect(guideOf(0, CAMPAIGN)).toMatch(
    /UBND xã Suối Ngân \(mã T01\)\n.*Lai Châu\n.*“Phát triển văn hóa đọc.*trước ngày 20\/10\/2024\nNơi nhận\nỦy ban nhân dân tỉnh/s,
  );
  expect(guideOf(1, CAMPAIGN)).toMatch(/chậm nhất 16 giờ 00 phút ngày 18\/10\/2024/);
  const bare = guideOf(2, null);
  expect(bare).not.toMatch(/Hạn gửi|Chủ đề|Nơi nhận\n|null|undefined|mã /);
  expect(bare).toMatch(/Trường THCS Bản Sậy/);
});

test('R-SEND-04 the same archive every time; nearly equal parts are compressed once and say the same', async () => {
  const one = Buffer.concat([...sendOut({ form: FORM, campaign: CAMPAIGN, units: UNITS, withTexts: false })]);
  const two = Buffer.concat([...sendOut({ form: FORM, campaign: CAMPAIGN, units: UNITS, withTexts: false })]);
  expect(one.equals(two)).toBe(true);
  const files = Object.entries(unzipSync(new Uint8Array(one)));
  for (const [index, unit] of UNITS.entries()) {
    const plan = planUnitWorkbook({ form: FORM, campaign: CAMPAIGN, unit, texts: null, words: sheetWords, guide: guideWords });
    expect(Buffer.from(await writeXlsx(plan)).equals(Buffer.from(files[index]?.[1] ?? []))).toBe(true);
  }
});

test('R-SEND-05 sent out, filled, renamed at random, received again: every workbook finds its unit', async () => {
  const seed = 20241020;
  const random = new Random(seed);
  const province = (await loadProvinces()).find((one) => one.name === 'Tỉnh Lai Châu');
  if (province === undefined) throw new Error('no such province');
  const schools = parseRoster(Array.from({ length: 70 }, (_, index) => [`Trường Tiểu học số ${String(index + 1)} Nậm Mạ`])).roster
    .units;
  const units = [...rosterOfProvince(province), ...schools];
  expect(units.length).toBeGreaterThan(100);
  const odd = ['Book1', 'Copy of Book1', 'Bieu mau', 'scan0001', 'PL2 (1)', 'báo cáo', 'New Microsoft Excel Worksheet', 'aaa'];
  const files = [...archiveOf(units)];
  const truth = new Map<string, string>();
  const back = new Map<string, Uint8Array>();
  random.shuffled(files).forEach(([name, bytes], index) => {
    const unit = units[files.findIndex(([one]) => one === name)];
    // Some get another unit's name: a clerk saves over the file received before.
    const stem = random.percent(25) ? random.pick(units).name : random.pick(odd);
    const renamed = `${String(index)}/${stem}.xlsx`;
    truth.set(renamed, unit?.name ?? '');
    back.set(
      renamed,
      fillForm(bytes, FORM, {
        '2/count': random.below(400),
        '1.1/count': random.below(9) + 1,
        '1.1/people': 10 + random.below(90),
      }),
    );
  });
  const result = receiveAll(back, units);
  const wrong = result.submissions.filter((one) => one.state !== 'counted' || one.unit?.name !== truth.get(one.file));
  expect({
    seed,
    wrong: wrong.map((one) => `${one.file} ${one.state} ${one.unit?.name ?? '–'}: ${codes(one).join(' ')}`),
  }).toEqual({ seed, wrong: [] });
  expect(result.missing).toEqual([]);
}, 60_000);

test('R-SEND-06 saved again by LibreOffice as .xlsx, .ods and .xls, every workbook still finds its unit', () => {
  const filled = new Map(
    [...archiveOf(UNITS)].map(([, bytes], index) => [`tep ${String(index)}`, fillForm(bytes, FORM, { '2/count': 5 + index })]),
  );
  for (const type of ['xlsx', 'ods', 'xls']) {
    const saved = new Map([...convertMany(filled, 'xlsx', type)].map(([name, bytes]) => [`${name}.${type}`, bytes]));
    const result = receiveAll(saved, UNITS);
    expect(result.submissions.map((one) => `${one.state} ${one.unit?.name ?? ''}`)).toEqual(
      UNITS.map((one) => `counted ${one.name}`),
    );
    expect(result.totals.find((one) => one.field.key === '2/count')?.value).toBe(18);
  }
}, 120_000);

test('R-SEND-07 a sheet that was renamed, or copied alone into a workbook without any mark, still finds its unit', () => {
  const [first, , third] = [...archiveOf(UNITS).values()];
  const copy = (bytes: Uint8Array | undefined, values: Record<string, number>): Uint8Array => {
    const source = read(fillForm(bytes ?? new Uint8Array(), FORM, values), { type: 'array' });
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([['Sổ công tác']]), 'Việc cần làm');
    utils.book_append_sheet(book, source.Sheets['Phụ lục II'] ?? {}, 'Sheet nộp');
    return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
  };
  const result = receiveAll(
    new Map([
      ['x.xlsx', copy(first, { '2/count': 3 })],
      ['y.xlsx', copy(third, { '2/count': 4 })],
    ]),
    UNITS,
  );
  expect(result.submissions.map((one) => [one.state, one.unit?.name])).toEqual([
    ['counted', 'UBND xã Suối Ngân'],
    ['counted', 'Trường THCS Bản Sậy'],
  ]);
});

test('R-SEND-08 a code and a typed name that disagree wait; so do two codes; a typed name over a name without code is said', () => {
  const [first, second, third] = [...archiveOf(UNITS).values()];
  const unitCell = (bytes: Uint8Array | undefined): string => {
    const got = readWorkbook(bytes ?? new Uint8Array());
    const grid = got.ok ? got.value.sheets[0] : undefined;
    for (const row of grid?.rows ?? []) {
      for (const cell of row.cells) {
        if (cell.value.kind === 'text' && UNITS.some((unit) => cell.value.kind === 'text' && unit.name === cell.value.value)) {
          return String.fromCharCode(65 + cell.column) + String(row.index + 1);
        }
      }
    }
    throw new Error('the name is nowhere');
  };
  const typedOver = (bytes: Uint8Array | undefined, name: string): Uint8Array =>
    fillCells(fillForm(bytes ?? new Uint8Array(), FORM, { '2/count': 7 }), new Map([[unitCell(bytes), name]]));
  // The sheet of one unit in the workbook made for another: the sheet's code and that of the properties differ.
  const book = read(fillForm(first ?? new Uint8Array(), FORM, { '2/count': 9 }), { type: 'array' });
  book.Custprops = { 'TongHop.UnitCode': 'T02' };
  const copied = new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
  const result = receiveAll(
    new Map([
      ['1.xlsx', typedOver(second, 'UBND xã Suối Ngân')],
      ['2.xlsx', copied],
      ['3.xlsx', typedOver(third, 'UBND xã Đồi Chè')],
    ]),
    UNITS,
  );
  expect(result.submissions.map((one) => `${one.state} ${one.reason ?? '–'}`)).toEqual([
    'undetermined unit-ambiguous',
    'undetermined unit-ambiguous',
    'counted –',
  ]);
  expect(result.submissions.map((one) => codes(one).filter((code) => code.startsWith('unit-')))).toEqual([
    ['unit-code-disagrees'],
    ['unit-codes-differ'],
    ['unit-mark-disagrees'],
  ]);
});

test('R-SEND-09 a workbook of another campaign is said; one of this campaign, or without a mark, is not', () => {
  const older = { ...CAMPAIGN, id: 'lai-chau-2023' };
  const [[, sent] = ['', new Uint8Array()]] = [...archiveOf(UNITS.slice(0, 1), older)];
  const [[, own] = ['', new Uint8Array()]] = [...archiveOf(UNITS.slice(1, 2))];
  const result = receiveAll(
    new Map([
      ['a.xlsx', fillForm(sent, FORM, { '2/count': 1 })],
      ['b.xlsx', fillForm(own, FORM, { '2/count': 1 })],
    ]),
    UNITS,
  );
  expect(result.submissions.map((one) => codes(one).includes('other-campaign'))).toEqual([true, false]);
});

test('R-SEND-10 the blank form that comes back says that it is blank, and its guide is never taken for a form', () => {
  const [[name, bytes] = ['', new Uint8Array()]] = [...archiveOf(UNITS.slice(0, 1))];
  const result = receiveAll(new Map([[name, bytes]]), UNITS);
  expect(result.submissions.flatMap(codes)).toContain('empty-report');
  expect(cellsOfForm(bytes, FORM).size).toBeGreaterThan(40);
});

test('R-SEND-11 a list goes out the same way: its own guide, its own deadline, no sheet for the report', () => {
  const list = FORMS.find((one) => one.kind === 'list');
  const campaign = campaignOf('ninh-thuan-2022');
  if (list === undefined) throw new Error('the catalogue has no list');
  const [[name, bytes] = ['', new Uint8Array()]] = Object.entries(
    unzipSync(new Uint8Array(Buffer.concat([...sendOut({ form: list, campaign, units: UNITS, withTexts: true })]))),
  );
  expect(name).toBe('001 UBND xã Suối Ngân.xlsx');
  const workbook = readWorkbook(bytes);
  if (!workbook.ok) throw new Error('not a workbook');
  expect(workbook.value.sheets.map((one) => one.sheet).slice(1)).toEqual(['Hướng dẫn']);
  const guide = JSON.stringify(workbook.value.sheets.at(-1)?.rows);
  expect(guide).toMatch(/trước ngày 01\/10\/2022/);
  expect(guide).toMatch(/mỗi việc một dòng/);
  expect(guide).not.toMatch(/chỉ gồm chữ số|đã được khóa/);
});
