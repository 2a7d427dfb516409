/** The reminder as a công văn: who, what, by when; nothing that ledger, list or campaign do not say. */
import { findCampaign } from '../../../src/catalogue/campaigns';
import type { Campaign } from '../../../src/core/campaign/campaign';
import { chaseList } from '../../../src/core/campaign/chasing';
import { NO_DECISIONS, parseDecisions } from '../../../src/core/campaign/decisions';
import { indexRoster } from '../../../src/core/campaign/identify';
import { ledgerOf } from '../../../src/core/campaign/ledger';
import { parseRoster } from '../../../src/core/campaign/roster';
import { consolidate } from '../../../src/core/consolidation/consolidate';
import type { Received } from '../../../src/core/consolidation/received';
import type { DocumentPlan } from '../../../src/core/document/document-plan';
import { planReminder } from '../../../src/core/document/reminder';
import { writeDocx } from '../../../src/files/write/docx/write-docx';
import { narrativeWords } from '../../../src/messages/narrative-words';
import { reminderWords } from '../../../src/messages/reminder-words';
import { FORM } from '../../support/annex';
import { all, readDocx, textOf } from '../../support/docx';
import { received, refused } from '../../support/received';

const CAMPAIGN = findCampaign('lai-chau-2024')!;

function remind(
  units: readonly string[],
  files: readonly Received[],
  change: { campaign?: Campaign | null; returned?: string[]; deadline?: string } = {},
): DocumentPlan | null {
  const campaign = change.campaign === undefined ? CAMPAIGN : change.campaign;
  const rows = units.map((name, index) => [name, index === 0 ? (change.deadline ?? '') : '']);
  const { roster } = parseRoster([['name', 'deadline'], ...rows]);
  const index = indexRoster(roster);
  const parsed = parseDecisions({ returned: change.returned ?? [] });
  const decisions = parsed.ok ? parsed.value : NO_DECISIONS;
  const result = consolidate(FORM, files, { roster: index, decisions });
  const ledger = ledgerOf(result, { roster, campaign, decisions });
  const list = chaseList(result, ledger, { roster: index, today: null });
  return planReminder(list, ledger, { form: FORM, campaign, words: reminderWords, officeWords: narrativeWords });
}

const bodyText = (plan: DocumentPlan | null): string =>
  (plan?.body ?? []).map((block) => ('runs' in block ? block.runs.map((run) => run.text).join('') : '')).join('\n');

const UNITS = ['UBND xã Một', 'UBND xã Hai', 'UBND xã Ba', 'UBND xã Bốn', 'UBND xã Năm'];
const FILES = [
  received('mot.xlsx', { '2': [3] }, { unit: 'UBND xã Một' }),
  received('hai.xlsx', { '2': ['nhiều'] }, { unit: 'UBND xã Hai' }),
  refused('PL2 - UBND xã Ba.xlsx'),
  received('bon.xlsx', { '2': [7] }, { unit: 'UBND xã Bốn' }),
];

test('R-WORD-40 the reminder is a công văn of the office that consolidates; what it does not know stays blank', () => {
  const plan = remind(UNITS, FILES, { returned: ['bon.xlsx'] });
  expect(plan).toMatchObject({
    kind: 'official-letter',
    title: null,
    number: null,
    symbol: null,
    date: null,
    year: 2024,
    subject: 'đôn đốc báo cáo kết quả tổ chức Tuần lễ hưởng ứng học tập suốt đời năm 2024',
    addressees: ['Các đơn vị có tên trong danh sách dưới đây'],
  });
  expect(plan?.issuer?.toLowerCase()).toBe('sở giáo dục và đào tạo lai châu');
  const blank = remind(UNITS, FILES, { campaign: null });
  expect(blank).toMatchObject({ superior: null, issuer: null, place: null, year: null });
  expect(bodyText(blank)).toContain('Thực hiện ……………………, các đơn vị');
});

test('R-WORD-41 counts are those of the ledger; every unit stands once with what it has to do', () => {
  const plan = remind(UNITS, FILES, { returned: ['bon.xlsx'] });
  expect(bodyText(plan)).toContain(
    'đến nay có 03/05 đơn vị đã gửi báo cáo; còn 01 đơn vị chưa gửi báo cáo; 01 đơn vị gửi tệp chưa sử dụng được; ' +
      '02 đơn vị đã gửi nhưng báo cáo còn nội dung cần chỉnh sửa hoặc xác nhận (danh sách dưới đây).',
  );
  const table = plan?.body.find((block) => block.kind === 'table');
  expect(table?.kind === 'table' ? table.rows.map((row) => row.map((cell) => cell.text)) : []).toEqual([
    ['1', 'UBND xã Hai', 'Sửa hoặc xác nhận 01 chỗ trong số liệu và gửi bản thay thế'],
    ['2', 'UBND xã Ba', expect.stringMatching(/^Gửi lại tệp báo cáo: /)],
    ['3', 'UBND xã Bốn', 'Sửa theo ý kiến đã trả lại và gửi bản thay thế'],
    ['4', 'UBND xã Năm', 'Gửi báo cáo'],
  ]);
});

test('R-WORD-42 the deadline that was set is told, the new one left to fill in; deadlines that differ stand by each unit', () => {
  expect(bodyText(remind(UNITS, FILES))).toContain('trước ngày …… tháng …… năm 20…… (thời hạn đã giao là trước ngày 20/10/2024)');
  const own = remind(UNITS, [], { deadline: 'chậm nhất ngày 30/10/2024' });
  const table = own?.body.find((block) => block.kind === 'table');
  expect(table?.kind === 'table' ? table.rows.map((row) => row[2]?.text) : []).toEqual([
    'chậm nhất ngày 30/10/2024',
    ...Array<string>(4).fill('trước ngày 20/10/2024'),
  ]);
  expect(bodyText(own)).not.toContain('thời hạn đã giao là');
  expect(bodyText(remind(UNITS, [], { campaign: null }))).not.toContain('thời hạn đã giao là');
});

test('R-WORD-43 what to send and how is what the campaign says; groups without units are not spoken of', () => {
  const text = bodyText(remind(['UBND xã Một'], []));
  expect(text).toContain(
    'về Ủy ban nhân dân tỉnh (qua Sở Giáo dục và Đào tạo) (hồ sơ gồm: Báo cáo theo Phụ lục I; Phụ lục II; Một số hình ảnh tiêu biểu)',
  );
  expect(text).toContain('Hình thức gửi: Công văn; Tệp gửi qua thư điện tử');
  expect(text).not.toMatch(/cần chỉnh sửa/);
  expect(bodyText(remind(['UBND xã Một'], [], { campaign: null }))).toContain('lập và gửi báo cáo số liệu theo Phụ lục II;');
});

test('R-WORD-44 more than ten units stand in an annex with its own numbering', async () => {
  const plan = remind(
    Array.from({ length: 11 }, (_, index) => `UBND xã Số ${String(index + 1)}`),
    [],
  );
  if (plan === null) throw new Error('no reminder');
  expect(plan.addressees).toEqual(['Các đơn vị có tên trong danh sách kèm theo']);
  expect(plan.body.some((block) => block.kind === 'table')).toBe(false);
  expect(bodyText(plan)).toContain('(danh sách tại Phụ lục kèm theo)');
  const docx = readDocx(await writeDocx(plan));
  expect(docx.sections).toHaveLength(2);
  const annex = docx.tables.at(-1);
  expect(annex === undefined ? 0 : all(annex, 'tr').length).toBe(12);
  expect(docx.paragraphs.map(({ element }) => textOf(element))).toContain('DANH SÁCH ĐƠN VỊ CẦN GỬI HOẶC CHỈNH SỬA BÁO CÁO');
  expect(
    remind(
      Array.from({ length: 10 }, (_, index) => `UBND xã Số ${String(index + 1)}`),
      [],
    )?.annexes,
  ).toEqual([]);
});

test('R-WORD-45 when every unit has reported in order there is nothing to remind of', () => {
  expect(remind(['UBND xã Một'], [received('mot.xlsx', { '2': [3] }, { unit: 'UBND xã Một' })])).toBeNull();
});
