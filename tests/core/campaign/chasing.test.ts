/** Whom to write to and what: the list, its texts, the sheet and the .csv. */
import { chase, type Chase } from '../../../src/app/chase';
import type { Campaign } from '../../../src/core/campaign/campaign';
import { NO_DECISIONS, parseDecisions, type Decisions } from '../../../src/core/campaign/decisions';
import { indexRoster } from '../../../src/core/campaign/identify';
import { ledgerOf } from '../../../src/core/campaign/ledger';
import { parseRoster } from '../../../src/core/campaign/roster';
import { consolidate } from '../../../src/core/consolidation/consolidate';
import type { Received } from '../../../src/core/consolidation/received';
import { FORM } from '../../support/annex';
import { received, refused } from '../../support/received';
import { campaignOf } from '../../support/campaigns';

const CAMPAIGN = campaignOf('lai-chau-2024');
const ROSTER = [
  ['code', 'name', 'email', 'deadline'],
  ['01', 'UBND xã Một', 'xa-mot@example.vn', ''],
  ['02', 'UBND xã Hai', '', ''],
  ['03', 'UBND xã Ba', '', ''],
  ['04', 'UBND xã Bốn', '', ''],
  ['05', 'UBND xã Năm', '', ''],
  ['06', 'UBND xã Sáu', '', ''],
  ['07', 'UBND xã Bảy', '', ''],
  ['08', 'UBND xã Tám', '', 'chậm nhất 16g00 ngày 30/10/2024'],
];

function decisions(given: unknown): Decisions {
  const parsed = parseDecisions(given);
  return parsed.ok ? parsed.value : NO_DECISIONS;
}

const GOOD = { '2': [3] } as const;
const FILES: readonly Received[] = [
  received('mot.xlsx', GOOD, { unit: 'UBND xã Một' }),
  received('hai.xlsx', { '2': ['nhiều'], '1.1': [3, 1] }, { unit: 'UBND xã Hai' }),
  received('ba a.xlsx', { '2': [5] }, { unit: 'UBND xã Ba' }),
  received('ba b.xlsx', { '2': [6] }, { unit: 'UBND xã Ba' }),
  refused('PL2 - UBND xã Bốn.xlsx'),
  refused('scan0001.xlsx'),
  received('nam.xlsx', GOOD, { unit: 'UBND xã Năm' }),
  received('sau.xlsx', { '2': [7] }, { unit: 'UBND xã Sáu' }),
];
const DECIDED = decisions({
  receipts: { 'mot.xlsx': '2024-10-19', 'hai.xlsx': '2024-10-18', 'nam.xlsx': '2024-10-23', 'sau.xlsx': '2024-10-19' },
  returned: ['sau.xlsx'],
});

function chaseAll(today: string | null, campaign: Campaign | null = CAMPAIGN): Chase {
  const roster = indexRoster(parseRoster(ROSTER).roster);
  const result = consolidate(FORM, FILES, { roster, decisions: DECIDED });
  const ledger = ledgerOf(result, { roster: roster.roster, campaign, decisions: DECIDED });
  return chase(result, ledger, { roster, campaign, today });
}

test('R-SEND-40 each unit is on the list once, for its own reason; units in order and on time are not', () => {
  const list = chaseAll('2024-10-25');
  expect(list.entries.map((one) => `${one.unit.name}: ${one.stateWords}`)).toEqual([
    'UBND xã Hai: Cần sửa hoặc xác nhận',
    'UBND xã Ba: Chờ xác nhận, quá hạn 6 ngày',
    'UBND xã Bốn: Tệp không đọc được, quá hạn 6 ngày',
    'UBND xã Năm: Nộp chậm',
    'UBND xã Sáu: Đã trả lại, chưa nộp lại, quá hạn 6 ngày',
    'UBND xã Bảy: Chưa nộp, quá hạn 6 ngày',
    'UBND xã Tám: Chưa nộp',
  ]);
  // A file that nobody can be written about stays visible.
  expect(JSON.stringify(list.sheet.cells)).toMatch(/scan0001\.xlsx/);
});

test('R-SEND-41 the texts are whole letters: whom, about what, why, until when, what to do', () => {
  const letters = new Map(chaseAll('2024-10-25').entries.map((one) => [one.unit.name, one.letter]));
  const body = (name: string): string => letters.get(`UBND xã ${name}`)?.body ?? '';
  for (const [name, letter] of letters) {
    expect(letter.body.startsWith(`Kính gửi: ${name}\n\nĐể tổng hợp kết quả “Tuần lễ`)).toBe(true);
    expect(letter.body.endsWith('\n\nTrân trọng cảm ơn./.')).toBe(true);
    expect(letter.body).not.toMatch(/undefined|null|NaN|\{|\[object|\.\.| {2}/);
    expect(letter.subject).toMatch(/ – Tuần lễ hưởng ứng học tập suốt đời năm 2024/);
  }
  expect(body('Bảy')).toMatch(
    /Sở Giáo dục và Đào tạo Lai Châu đến ngày 25\/10\/2024 chưa nhận được báo cáo của quý đơn vị\. Hạn gửi là trước ngày 20\/10\/2024, đến nay đã quá hạn 6 ngày\./,
  );
  expect(body('Tám')).toMatch(
    /xin nhắc hạn gửi báo cáo của quý đơn vị là chậm nhất 16 giờ 00 phút ngày 30\/10\/2024 \(còn 5 ngày\)/,
  );
  expect(letters.get('UBND xã Tám')?.subject).toMatch(/^Nhắc hạn/);
  expect(body('Năm')).toMatch(/Báo cáo nhận ngày 23\/10\/2024, sau hạn gửi \(trước ngày 20\/10\/2024\)\./);
  expect(body('Bốn')).toMatch(/tệp “PL2 - UBND xã Bốn\.xlsx” của quý đơn vị nhưng chưa đọc được số liệu\.\n- Tệp có mật khẩu/);
  expect(body('Ba')).toMatch(/“ba a\.xlsx”, “ba b\.xlsx”.*\n- ba a\.xlsx: Không rõ bản nào mới nhất\./);
  expect(body('Hai')).toMatch(/\n- Ô D\d+ \(2\..*“nhiều” không phải là số.*\n- Ô E\d+ .*ít hơn số lớp/s);
  expect(body('Hai')).toMatch(/gửi lại bản đã sửa/);
});

test('R-SEND-42 without a day, and without a deadline, nothing is said of being over time', () => {
  const list = chaseAll(null);
  expect(list.entries.map((one) => one.daysLeft)).toEqual([null, null, null, null, null, null, null]);
  const seven = list.entries.find((one) => one.unit.code === '07')?.letter.body ?? '';
  expect(seven).toMatch(/chưa nhận được báo cáo của quý đơn vị\. Hạn gửi là trước ngày 20\/10\/2024\.\n/);
  const bare = chaseAll('2024-10-25', null).entries.find((one) => one.unit.code === '07')?.letter.body ?? '';
  expect(bare).toMatch(
    /“Tuần lễ hưởng ứng học tập suốt đời”, cơ quan tổng hợp đến ngày 25\/10\/2024 chưa nhận được báo cáo của quý đơn vị\.\n/,
  );
});

test('R-SEND-43 on the last day the text says so, and a day later that one day has passed', () => {
  const seven = (today: string): string => chaseAll(today).entries.find((one) => one.unit.code === '07')?.letter.body ?? '';
  expect(seven('2024-10-18')).toMatch(/còn 1 ngày/);
  expect(seven('2024-10-19')).toMatch(/hôm nay là ngày cuối cùng/);
  expect(seven('2024-10-20')).toMatch(/đã quá hạn 1 ngày/);
});

test('R-SEND-44 the .csv has one quoted line a unit, and no text in it is a formula', () => {
  const { csv } = chaseAll('2024-10-25');
  expect(csv.startsWith('\uFEFF"STT","Mã","Đơn vị báo cáo"')).toBe(true);
  expect(csv.match(/\r\n"\d+",/g)).toHaveLength(8);
  const roster = indexRoster(parseRoster([['01', '=cmd()', 'UBND', '', '', '', '']]).roster);
  const result = consolidate(FORM, [], { roster });
  const list = chase(result, ledgerOf(result, { roster: roster.roster, campaign: null }), {
    roster,
    campaign: null,
    today: null,
  });
  expect(list.csv).toMatch(/"'=cmd\(\)"/);
});
