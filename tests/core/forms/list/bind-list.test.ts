import { NINH_THUAN, boundSchedule, date, HEADER, linesOf, SCHEDULE, scheduleRows } from '../../../support/schedule';
import type { Plain } from '../../../support/grid';
import { parseFormDefinition, formAsData } from '../../../../src/core/forms/definition';
import { datedForm } from '../../../../src/core/forms/list/dated-form';
import { findForm, FORMS } from '../../../../src/catalogue/forms';
import schedule from '../../../../src/catalogue/forms/lich-dang-ky-ninh-thuan-2022/form.json';
import { TCVN3 } from '../../../../src/core/cells/legacy/tables';

const toTcvn3 = new Map([...TCVN3].map(([shown, letter]) => [letter, shown]));
const encodeTcvn3 = (text: string): string => [...text].map((letter) => toTcvn3.get(letter) ?? letter).join('');

const codes = (findings: readonly { readonly code: string; readonly at: { readonly cell: string | null } | null }[]): string[] =>
  findings.map((one) => `${one.code} ${one.at?.cell ?? '–'}`);

test('R-LIST-01 the schedule is a list of the catalogue: columns, three lines a day, the days of its week, its slip corrected', () => {
  expect(SCHEDULE).toMatchObject({ kind: 'list', status: 'official', year: 2022, indicators: [], measures: [], columns: [] });
  expect(SCHEDULE.list.columns.filter((one) => one.printed !== false).map((one) => one.header)).toEqual([
    'TT',
    'Ngày',
    'Địa điểm',
    'Nội dung',
    'Ghi chú',
  ]);
  expect(SCHEDULE.list).toMatchObject({ linesPerDay: 3, week: { from: '2022-10-01', to: '2022-10-07' }, step: 'registration' });
  for (const { from, to } of SCHEDULE.list.corrections) {
    expect(SCHEDULE.title.filled.join(' ')).toContain(to);
    expect(SCHEDULE.title.filled.join(' ')).not.toContain(from);
  }
  expect(FORMS.filter((form) => form.kind === 'indicators').map((form) => form.id)).toContain('phu-luc-ii/lai-chau-2024');
});

test('R-LIST-02 a form as data is accepted again, of either kind', () => {
  for (const form of FORMS) {
    const again = parseFormDefinition(JSON.parse(JSON.stringify(formAsData(form))));
    expect(again).toEqual({ ok: true, value: form });
  }
});

test.each([
  [
    'a column id used twice',
    { columns: [...schedule.list.columns, { ...schedule.list.columns[0], header: 'Khác' }] },
    'tt',
    'id',
  ],
  ['a heading used twice', { columns: [...schedule.list.columns, { ...schedule.list.columns[5], id: 'x' }] }, 'x', 'header'],
  [
    'two columns of days',
    { columns: [...schedule.list.columns, { ...schedule.list.columns[1], id: 'x', header: 'Khác' }] },
    null,
    'columns',
  ],
  ['no content', { columns: schedule.list.columns.filter((one) => one.id !== 'content') }, null, 'columns'],
  ['a week that ends before it begins', { week: { from: '2022-10-07', to: '2022-10-01' } }, null, 'week'],
  ['a week of a year', { week: { from: '2022-01-01', to: '2022-12-31' } }, null, 'week'],
])('R-LIST-02 a list with %s is refused with the place', (_what, change, row, field) => {
  const parsed = parseFormDefinition({ ...schedule, list: { ...schedule.list, ...change } });
  expect(parsed.ok).toBe(false);
  if (!parsed.ok) expect(parsed.error.map((flaw) => [flaw.row, flaw.field])).toContainEqual([row, field]);
});

test('R-LIST-03 a campaign gives a list its days; what the print says of its own plan stays with its own days', () => {
  const other = datedForm(SCHEDULE, { year: 2026, week: { from: '2026-10-01', to: '2026-10-07' } });
  expect(other).toMatchObject({ year: 2026, list: { week: { from: '2026-10-01' }, footer: null, attachedTo: null } });
  expect(datedForm(SCHEDULE, { year: 2026, week: { from: '2026-10-01', to: '2026-10-07' } })).toBe(other);
  expect(datedForm(SCHEDULE, { year: 2022, week: { from: '2022-10-01', to: '2022-10-07' } })).toBe(SCHEDULE);
  expect(NINH_THUAN.form).toBe(SCHEDULE);
  expect(datedForm(SCHEDULE, { year: 2025 })).toMatchObject({ year: 2025, list: { week: null } });
  const annex = findForm('phu-luc-ii/lai-chau-2024');
  expect(annex && datedForm(annex, { year: 2026 })).toBe(annex);
});

const LINES: Plain[][] = [
  [1, date('2022-10-01'), 'Hội trường UBND huyện', 'Lễ khai mạc', 'Cấp huyện'],
  [null, null, 'Thư viện huyện', 'Ngày hội đọc sách', null],
  [2, '03-05/10', 'Nhà văn hóa thôn 1', 'Lớp tin học', null],
];
const READ = [
  '2022-10-01 Hội trường UBND huyện | Lễ khai mạc | Cấp huyện',
  '2022-10-01 Thư viện huyện | Ngày hội đọc sách',
  '2022-10-03/2022-10-05 Nhà văn hóa thôn 1 | Lớp tin học',
];

test('R-LIST-04 the day of a line is its own or that of the line above it', () => {
  const form = boundSchedule(scheduleRows(LINES));
  expect(linesOf(form)).toEqual(READ);
  expect(form.units[0]?.text).toBe('UBND huyện Thử Nghiệm');
  expect(codes(form.findings)).toEqual(['day-reworded B8']);
});

test('R-LIST-04 a merged day stands for all its lines, and a blank line is none', () => {
  const rows = scheduleRows([
    [1, 'Ngày 3/10', 'A1', 'Một'],
    [null, null, 'A2', 'Hai'],
    [null, null, null, null],
    [2, '04/10', null, null],
    [null, null, 'A3', 'Ba'],
  ]);
  const merges = [{ top: 5, left: 1, bottom: 7, right: 1 }];
  expect(linesOf(boundSchedule(rows, { merges }))).toEqual(['2022-10-03 A1 | Một', '2022-10-03 A2 | Hai', '2022-10-04 A3 | Ba']);
});

test('R-LIST-04 where every line has its day a blank one is a slip: the day above is only proposed', () => {
  const rows = scheduleRows([
    [1, '03/10', 'A1', 'Một'],
    [2, '03/10', 'A2', 'Hai'],
    [3, null, 'A3', 'Ba'],
  ]);
  const form = boundSchedule(rows);
  expect(linesOf(form)).toEqual(['2022-10-03 A1 | Một', '2022-10-03 A2 | Hai', '?2022-10-03 A3 | Ba']);
  expect(codes(form.findings)).toEqual(['proposed-day B8']);
});

test.each([
  ['moved', ['Nội dung', 'TT', 'Ghi chú', 'Địa điểm', 'Ngày'], [3, 1, 4, 2, 0]],
  ['other words', ['STT', 'Ngày tổ chức', 'Nơi tổ chức', 'Tên hoạt động', 'Ghi chú'], [0, 1, 2, 3, 4]],
  ['capitals and typing errors', ['SỐ TT', 'NGÀY, THÁNG', 'ĐỊA ĐIỄM', 'NỘI DUNG HỌAT ĐỘNG', 'GHI CHÚ'], [0, 1, 2, 3, 4]],
  ['time for day', ['TT', 'Thời gian', 'Địa điểm', 'Nội dung', 'Ghi chú'], [0, 1, 2, 3, 4]],
])('R-LIST-05 columns are found by their headings: %s', (_what, header, order) => {
  const original = LINES;
  const places = _what === 'moved' ? [3, 0, 4, 2, 1] : order;
  const lines = original.map((line) => places.map((place) => line[place] ?? null));
  expect(linesOf(boundSchedule(scheduleRows(lines, undefined, header)))).toEqual(READ);
});

test('R-LIST-05 headings on two rows, numbers of the columns below them, and hours beside the day', () => {
  const rows: Plain[][] = [
    ['Đơn vị báo cáo: UBND xã A'],
    ['TT', 'Thời gian', null, 'Địa điểm', 'Nội dung'],
    [null, 'Ngày', 'Giờ', null, null],
    ['(1)', '(2)', '(3)', '(4)', '(5)'],
    [1, '03/10', '14 giờ', 'Hội trường', 'Tọa đàm'],
  ];
  const merges = [{ top: 1, left: 1, bottom: 1, right: 2 }];
  expect(linesOf(boundSchedule(rows, { merges }))).toEqual(['2022-10-03 14 giờ | Hội trường | Tọa đàm']);
});

test('R-LIST-05 a time beside the day in its cell is the time of the line', () => {
  expect(linesOf(boundSchedule(scheduleRows([[1, '7h30 ngày 3/10', 'Hội trường', 'Tọa đàm']])))).toEqual([
    '2022-10-03 7h30 | Hội trường | Tọa đàm',
  ]);
});

test('R-LIST-06 a table for each day, its day above it, is one list', () => {
  const table = (day: string, place: string): Plain[][] => [[day], ['TT', 'Địa điểm', 'Nội dung'], [1, place, 'Tọa đàm'], []];
  const rows = [
    ['Đơn vị báo cáo: UBND xã A'],
    ...table('Thứ Hai, ngày 03/10/2022', 'Hội trường'),
    ...table('Thứ Ba, ngày 04/10/2022', 'Thư viện'),
  ];
  expect(linesOf(boundSchedule(rows))).toEqual(['2022-10-03 Hội trường | Tọa đàm', '2022-10-04 Thư viện | Tọa đàm']);
});

test('R-LIST-07 columns the form does not have stay with their lines; telephone numbers do not', () => {
  const form = boundSchedule(
    scheduleRows([[1, '03/10', 'A', 'Một', null, 'Hội Khuyến học', '0912 345 678']], undefined, [
      ...HEADER,
      'Chủ trì',
      'Số điện thoại',
    ]),
  );
  expect(form.list?.entries[0]?.extra).toEqual([{ header: 'Chủ trì', text: 'Hội Khuyến học' }]);
  expect(codes(form.findings)).toEqual(['column-kept F6', 'column-private G6']);
  expect(JSON.stringify(form)).not.toContain('0912');
});

test('R-LIST-08 signatures and notes under the table are no lines, and no name of a person is kept', () => {
  const rows = scheduleRows(LINES);
  rows.splice(
    -2,
    2,
    [null, null, null, 'Ninh Sơn, ngày 28 tháng 9 năm 2022'],
    [null, null, null, 'KT. CHỦ TỊCH'],
    [],
    [null, null, null, 'Họ Và Tên'],
    ['Nơi nhận:'],
    ['- Như trên;'],
  );
  expect(linesOf(boundSchedule(rows))).toEqual(READ);
  const held = scheduleRows([
    [1, '03/10', 'Hội trường', 'Giám đốc Sở dự Lễ khai mạc'],
    [null, null, 'Hội trường', 'Thủ trưởng các đơn vị gặp mặt'],
  ]);
  expect(linesOf(boundSchedule(held))).toHaveLength(2);
});

test('R-LIST-09 texts in a legacy encoding are read as Unicode and said', () => {
  const rows = scheduleRows([
    [1, '03/10', encodeTcvn3('Hội trường huyện'), encodeTcvn3('Ngày hội đọc sách, giới thiệu sách mới')],
  ]);
  const form = boundSchedule(rows);
  expect(linesOf(form)).toEqual(['2022-10-03 Hội trường huyện | Ngày hội đọc sách, giới thiệu sách mới']);
  expect(form.findings.map((one) => one.code)).toContain('text-converted');
});
