import { campaignOfForm } from '../../../src/core/campaign/campaign-of-form';
import { NO_DECISIONS } from '../../../src/core/campaign/decisions';
import { indexRoster } from '../../../src/core/campaign/identify';
import { ledgerOf } from '../../../src/core/campaign/ledger';
import { parseRoster } from '../../../src/core/campaign/roster';
import { findCampaign } from '../../../src/catalogue/campaigns';
import type { Received } from '../../../src/core/consolidation/received';
import { travelAll } from '../../support/travel';
import { storeReceived, unstoreReceived } from '../../../src/app/received-store';
import {
  calendarLines,
  consolidateSchedules,
  date,
  handUp,
  NINH_THUAN,
  receivedSchedule,
  SCHEDULE,
} from '../../support/schedule';
import { states } from '../../support/received';

const A = receivedSchedule('a.xlsx', 'UBND huyện Ninh Sơn', [
  [1, date('2022-10-01'), 'Hội trường huyện', 'Lễ khai mạc'],
  [null, null, 'Thư viện huyện', 'Ngày hội đọc sách', 'Buổi chiều'],
  [3, '03-05/10', 'Nhà văn hóa thôn 1', 'Lớp tin học'],
  [5, 'khá sớm', 'Sân vận động', 'Đồng diễn'],
]);
const B = receivedSchedule('b.xlsx', 'UBND thành phố Phan Rang - Tháp Chàm', [
  [1, '01/10', 'Quảng trường', 'Lễ khai mạc'],
  [7, 'ngày 7/10 (thứ Hai)', 'Trung tâm Văn hóa', 'Bế mạc'],
]);
const NOTHING = receivedSchedule('c.xlsx', 'Sở Thông tin và Truyền thông', []);

const ALL = [
  '2022-10-01 UBND huyện Ninh Sơn: Hội trường huyện | Lễ khai mạc',
  '2022-10-01 UBND huyện Ninh Sơn: Thư viện huyện | Ngày hội đọc sách | Buổi chiều',
  '2022-10-01 UBND thành phố Phan Rang - Tháp Chàm: Quảng trường | Lễ khai mạc',
  '2022-10-03/2022-10-05 UBND huyện Ninh Sơn: Nhà văn hóa thôn 1 | Lớp tin học',
  '(khá sớm) UBND huyện Ninh Sơn: Sân vận động | Đồng diễn',
  '(ngày 7/10 (thứ Hai)) UBND thành phố Phan Rang - Tháp Chàm: Trung tâm Văn hóa | Bế mạc',
];

test('R-LIST-30 the lines of all units are one calendar: by day, time and unit; those without a certain day at its end', () => {
  const consolidation = consolidateSchedules([B, NOTHING, A]);
  expect(states(consolidation)).toEqual(['a.xlsx counted –', 'b.xlsx counted –', 'c.xlsx counted –']);
  expect(calendarLines(consolidation)).toEqual(ALL);
  expect(consolidation.totals).toEqual([]);
  const timed = consolidateSchedules([
    receivedSchedule('x.xlsx', 'UBND xã X', [
      [1, '14h 03/10', 'A', 'Chiều'],
      [2, '03/10', 'B', 'Không giờ'],
    ]),
    receivedSchedule('y.xlsx', 'UBND xã Y', [[1, '7h30 ngày 3/10', 'C', 'Sáng']]),
  ]);
  expect(timed.calendar?.map((line) => line.entry.texts['content'])).toEqual(['Sáng', 'Chiều', 'Không giờ']);
});

test('R-LIST-31 identity, duplicates, versions and supplements are those of every report', () => {
  const line = [1, '03/10', 'Hội trường', 'Tọa đàm'];
  const same = receivedSchedule('xã A (bản sao).xlsx', 'UBND xã A', [line]);
  const first = receivedSchedule('xã A.xlsx', 'UBND xã A', [line]);
  const later = receivedSchedule('xã A lần 2.xlsx', 'UBND xã A', [line, [2, '04/10', 'Thư viện', 'Hội sách']]);
  const more = receivedSchedule('xã B bổ sung.xlsx', 'UBND xã B', [[2, '05/10', 'Thư viện', 'Hội sách']]);
  const base = receivedSchedule('xã B.xlsx', 'UBND xã B', [line]);
  const nobody = receivedSchedule('1.xlsx', '……………', [line]);
  const consolidation = consolidateSchedules([same, first, later, more, base, nobody]);
  expect(states(consolidation)).toEqual([
    '1.xlsx undetermined unit-unknown',
    'xã A (bản sao).xlsx superseded resubmitted',
    'xã A lần 2.xlsx counted –',
    'xã A.xlsx duplicate same-cells',
    'xã B bổ sung.xlsx undetermined supplement',
    'xã B.xlsx counted –',
  ]);
  expect(calendarLines(consolidation)).toHaveLength(3);
  const added = consolidateSchedules([more, base], {
    decisions: { ...NO_DECISIONS, supplements: { 'xã B bổ sung.xlsx': 'add' } },
  });
  expect(calendarLines(added)).toEqual([
    '2022-10-03 UBND xã B: Hội trường | Tọa đàm',
    '2022-10-05 UBND xã B: Thư viện | Hội sách',
  ]);
});

test('R-LIST-32 proposals are accepted by file and cell, or all of them', () => {
  const accepted = (rows: 'all' | string[]): string[] =>
    calendarLines(consolidateSchedules([A, B], { decisions: { ...NO_DECISIONS, accepted: { 'b.xlsx': rows } } }));
  expect(accepted(['B7'])).toContain('2022-10-07 UBND thành phố Phan Rang - Tháp Chàm: Trung tâm Văn hóa | Bế mạc');
  expect(accepted('all')).toEqual(accepted(['B7']));
  expect(accepted(['B6'])).toEqual(ALL);
});

test('R-LIST-33 the same activity registered by two units is said once, and counted for both', () => {
  const one = receivedSchedule('a.xlsx', 'UBND xã A', [[1, '03/10', 'Hội trường huyện', 'Tọa đàm']]);
  const other = receivedSchedule('b.xlsx', 'UBND xã B', [[1, '3/10', 'HỘI TRƯỜNG HUYỆN', 'Toạ đàm']]);
  const consolidation = consolidateSchedules([one, other]);
  expect(consolidation.findings.map((finding) => finding.code)).toEqual(['line-shared']);
  expect(calendarLines(consolidation)).toHaveLength(2);
});

test('R-LIST-34 units of the roster that sent nothing are missing; the deadline is that of the registration', () => {
  const roster = parseRoster([
    ['code', 'name'],
    ['1', 'UBND huyện Ninh Sơn'],
    ['2', 'UBND huyện Bác Ái'],
    ['3', 'UBND thành phố Phan Rang - Tháp Chàm'],
  ]).roster;
  const consolidation = consolidateSchedules([A, B], { roster: indexRoster(roster) });
  expect(consolidation.missing.map((unit) => unit.name)).toEqual(['UBND huyện Bác Ái']);
  const decisions = { ...NO_DECISIONS, receipts: { 'a.xlsx': '2022-09-30', 'b.xlsx': '2022-10-01' } };
  const ledger = ledgerOf(consolidation, { roster, campaign: NINH_THUAN.campaign, decisions });
  expect(ledger.entries.map((entry) => entry.state)).toEqual(['onTime', 'missing', 'late']);
  const whole = findCampaign('ninh-thuan-2022') ?? null;
  expect(campaignOfForm(whole, { ...SCHEDULE, list: { ...SCHEDULE.list, step: 'result' } })).toBe(whole);
});

test('R-LIST-35 what was received travels between threads and rests in the workbook without loss; forged lines are refused', async () => {
  const all: Received[] = [A, B, NOTHING];
  expect(travelAll(NINH_THUAN.form, all)).toEqual(all);
  const stored = await storeReceived(all);
  const back = await unstoreReceived(stored, NINH_THUAN.form, NINH_THUAN.expected);
  expect(back).toEqual({ ok: true, value: all });
  const forged = await storeReceived([
    { ...A, form: { ...(A as { form: object }).form, list: { entries: [{ id: 7 }] } } } as unknown as Received,
  ]);
  expect(await unstoreReceived(forged, NINH_THUAN.form, NINH_THUAN.expected)).toEqual({ ok: false, error: 'state-unreadable' });
});

test('R-LIST-36 the next level gets the units with their lines, and a unit that registered nothing as well', async () => {
  const up = await handUp(consolidateSchedules([A, B, NOTHING]), 'so.xlsx', 'Sở Giáo dục và Đào tạo Ninh Thuận');
  const consolidation = consolidateSchedules([up]);
  expect(states(consolidation)).toEqual(['so.xlsx counted –']);
  expect(consolidation.submissions[0]?.unit?.name).toBe('Sở Giáo dục và Đào tạo Ninh Thuận');
  expect(calendarLines(consolidation)).toEqual(ALL);
  expect(consolidation.contributors.map((one) => [one.unit.name, one.via?.name])).toEqual(
    ['Sở Thông tin và Truyền thông', 'UBND huyện Ninh Sơn', 'UBND thành phố Phan Rang - Tháp Chàm'].map((name) => [
      name,
      'Sở Giáo dục và Đào tạo Ninh Thuận',
    ]),
  );
});

test('R-LIST-37 a unit that comes by itself and inside a consolidated list counts once, if both say the same', async () => {
  const up = await handUp(consolidateSchedules([A, B]), 'so.xlsx', 'Sở Giáo dục và Đào tạo Ninh Thuận');
  expect(states(consolidateSchedules([up, A]))).toEqual(['a.xlsx contained inside-other', 'so.xlsx counted –']);
  const other = receivedSchedule('a2.xlsx', 'UBND huyện Ninh Sơn', [[1, '02/10', 'Nơi khác', 'Việc khác']]);
  expect(states(consolidateSchedules([up, other]))).toEqual(['a2.xlsx undetermined inside-other-differs', 'so.xlsx counted –']);
});
