import { identifyUnit, indexRoster } from '../../../src/core/campaign/identify';
import { parseRoster } from '../../../src/core/campaign/roster';
import { rosterRows } from '../../../src/core/campaign/roster-table';
import { kindOf, UNIT_KINDS } from '../../../src/core/campaign/unit-kind';
import type { UnitEvidence } from '../../../src/core/forms/filled-form';
import { UNIT_KIND_WORDS } from '../../../src/messages/campaign-words';
import { describeFinding } from '../../../src/messages/vi';
import { consolidateAll, received, states } from '../../support/received';

const said = (text: string, source: UnitEvidence['source'] = 'unitLine', superior: string | null = null): UnitEvidence => ({ source, text, superior, at: null });

test('R-ROS-01 a table pasted from Word: title, heading below it, numbering, group lines and merged cells', () => {
  const parsed = parseRoster([
    ['DANH SÁCH ĐƠN VỊ BÁO CÁO', '', ''],
    ['', '', ''],
    ['TT', 'Tên cơ quan, đơn vị', 'Trực thuộc'],
    ['I', 'Các trường mầm non', ''],
    ['1', '1. Hoa Sen', 'UBND phường 4'],
    ['2', 'Trường MN\nHọa Mi', 'UBND phường 4'],
    ['II. Trường tiểu học', 'II. Trường tiểu học', 'II. Trường tiểu học'],
    ['3', 'Trường Tiểu học  Lê Lợi', 'UBND phường 4'],
    ['', '', ''],
  ]);
  expect(parsed.findings).toEqual([]);
  expect(parsed.roster.units.map((unit) => [unit.name, unit.kind, unit.superior])).toEqual([
    ['Hoa Sen', 'kindergarten', 'UBND phường 4'],
    ['Trường MN Họa Mi', 'kindergarten', 'UBND phường 4'],
    ['Trường Tiểu học Lê Lợi', 'primary', 'UBND phường 4'],
  ]);
});

test('R-ROS-02 merged cells of a sheet speak for every line they cover', () => {
  const text = (column: number, value: string) => ({ column, value: { kind: 'text', value } as const });
  const rows = rosterRows({
    sheet: 'DS',
    visibility: 'visible',
    hiddenColumns: [],
    merges: [{ top: 1, left: 1, bottom: 2, right: 1 }],
    rows: [
      { index: 0, cells: [text(0, 'Tên đơn vị'), text(1, 'Cấp trên')] },
      { index: 1, cells: [text(0, 'Trường TH A'), text(1, 'UBND xã X')] },
      { index: 2, cells: [text(0, 'Trường TH B')] },
    ],
  });
  expect(parseRoster(rows).roster.units.map((unit) => unit.superior)).toEqual(['UBND xã X', 'UBND xã X']);
});

test('R-ROS-03 lists without a heading: a name alone, a number and a name, or the usual columns', () => {
  const names = (rows: string[][]): string[] => parseRoster(rows).roster.units.map((unit) => `${unit.code ?? '–'} ${unit.name}`);
  expect(names([['UBND xã A'], ['UBND xã B']])).toEqual(['– UBND xã A', '– UBND xã B']);
  expect(names([['1', 'UBND xã A'], ['2', 'UBND xã B']])).toEqual(['– UBND xã A', '– UBND xã B']);
  expect(names([['01', 'UBND xã A', 'UBND'], ['07', 'UBND xã B', 'UBND']])).toEqual(['01 UBND xã A', '07 UBND xã B']);
});

test('R-ROS-04 capitals stay as written and are found; TCVN3 is converted and said', () => {
  const parsed = parseRoster([['name'], ['TRƯỜNG TIỂU HỌC KIM GIANG'], ['Tr­êng TiÓu häc Hoµng V¨n Thô']]);
  expect(parsed.roster.units.map((unit) => unit.name)).toEqual(['TRƯỜNG TIỂU HỌC KIM GIANG', 'Trường Tiểu học Hoàng Văn Thụ']);
  expect(parsed.findings.map((one) => one.code)).toEqual(['text-converted']);
  expect(identifyUnit([said('TH Kim Giang')], indexRoster(parsed.roster))).toMatchObject({ known: true, unit: { name: 'TRƯỜNG TIỂU HỌC KIM GIANG' } });
});

test('R-ROS-05 equal names: told apart by their superior, left out and said where nothing tells them apart', () => {
  const parsed = parseRoster([
    ['name', 'superior'],
    ['UBND xã Tân Phong', 'Huyện A'],
    ['UBND xã Tân Phong', 'Huyện B'],
    ['UBND xã Tân Phong', 'Huyện B'],
  ]);
  expect(parsed.roster.units.map((unit) => unit.name)).toEqual(['UBND xã Tân Phong – Huyện A', 'UBND xã Tân Phong – Huyện B']);
  expect(parsed.findings.map(describeFinding)).toEqual([
    'Tên “UBND xã Tân Phong” ở dòng 4 của danh sách đơn vị trùng với dòng 3 mà không có cấp trên để phân biệt nên dòng này được bỏ qua. Đề nghị ghi thêm mã hoặc cấp trên.',
  ]);
  const rows = [['name', 'superior'], ['UBND xã Tân Phong', 'Huyện A'], ['UBND xã Tân Phong', 'Huyện B']];
  const result = consolidateAll([received('Huyện A/1.xlsx', { '2': [1] }, { unit: 'UBND xã Tân Phong' }), received('huyen B.zip!2.xlsx', { '2': [2] }, { unit: 'UBND xã Tân Phong' }), received('3.xlsx', { '2': [4] }, { unit: 'UBND xã Tân Phong' })], rows);
  expect(states(result)).toEqual(['3.xlsx undetermined unit-ambiguous', 'Huyện A/1.xlsx counted –', 'huyen B.zip!2.xlsx counted –']);
  expect(result.missing).toEqual([]);
});

test('R-ROS-06 every kind of the seeds is known by its name, and has its words', () => {
  const kinds: Record<string, string> = {
    'Sở Nội vụ': 'department', 'Sở, ban, ngành': 'department', 'UBND phường 4': 'committee', 'Phòng VH-XH xã A': 'committee', 'Phòng Tài chính - Kế hoạch': 'office',
    'Trường MN 13': 'kindergarten', 'Trường TH Kim Giang': 'primary', 'Trường TH&THCS A': 'lowerSecondary', 'THCS': 'lowerSecondary', 'Trường THCS&THPT B': 'upperSecondary',
    'PTDTNT tỉnh': 'upperSecondary', 'TT GDNN-GDTX quận A': 'continuingEducation', 'TT HTCĐ phường 4': 'communityLearning', 'Hội Khuyến học tỉnh': 'learningPromotion',
    'UBMTTQ tỉnh': 'organisation', 'Tỉnh đoàn': 'organisation', 'Hội LHPN tỉnh': 'organisation', 'Báo Lai Châu': 'press', 'Đài PT-TH tỉnh': 'press', 'Công ty A': 'other',
  };
  for (const [name, kind] of Object.entries(kinds)) expect([name, kindOf(name)]).toEqual([name, kind]);
  expect(Object.keys(UNIT_KIND_WORDS).sort()).toEqual([...UNIT_KINDS].sort());
});

test('R-ROS-07 a roster longer than can be read is cut and said', () => {
  const parsed = parseRoster([['name'], ...Array.from({ length: 20_100 }, (_, index) => [`Trường TH số ${String(index)}`])]);
  expect(parsed.findings.map((one) => one.code)).toEqual(['roster-line']);
});

const index = indexRoster(
  parseRoster([
    ['code', 'name', 'superior'],
    ['01', 'UBND phường 4', 'Quận A'],
    ['02', 'UBND phường 5', 'Quận A'],
    ['03', 'UBND quận C', ''],
    ['04', 'Phòng GDĐT quận C', ''],
  ]).roster,
  { remembered: new Map([['Khối phố mới', '02']]), elsewhere: [] },
);

test('R-UNI-24 a code of another campaign is said and the name decides; a code and a name that disagree wait for the clerk', () => {
  expect(identifyUnit([said('X99', 'code'), said('P.4')], index)).toMatchObject({ known: true, unit: { code: '01' }, unknownCode: 'X99' });
  expect(identifyUnit([said('X99', 'code')], index)).toMatchObject({ known: false, reason: 'unit-unknown', unknownCode: 'X99' });
  expect(identifyUnit([said('02', 'code'), said('P.4')], index)).toMatchObject({ known: false, reason: 'unit-ambiguous', codeSays: { unit: { code: '02' } } });
  expect(identifyUnit([said('02', 'code'), said('phường năm')], index)).toMatchObject({ known: true, unit: { code: '02' } });
  const result = consolidateAll([received('a.xlsx', { '2': [1] }, { unit: 'P.4', above: [['Mã đơn vị: 02']] })], [['code', 'name'], ['01', 'UBND phường 4'], ['02', 'UBND phường 5']]);
  expect(result.submissions[0]?.findings.map(describeFinding)).toContain('Mã “02” trong tệp là của “UBND phường 5” nhưng tên ghi là “P.4”. Đề nghị chọn đơn vị báo cáo cho tệp này.');
});

test('R-UNI-25 remembered decisions, a department beside its committee, and a superior that contradicts', () => {
  expect(identifyUnit([said('KHỐI PHỐ MỚI')], index)).toMatchObject({ known: true, unit: { code: '02' } });
  expect(identifyUnit([said('Phòng GD&ĐT quận C')], index)).toMatchObject({ known: true, unit: { code: '04' } });
  expect(identifyUnit([said('UBND quận C')], index)).toMatchObject({ known: true, unit: { code: '03' } });
  expect(identifyUnit([said('UBND phường 4', 'letterhead', 'UBND quận B')], index)).toMatchObject({ known: false });
  expect(identifyUnit([said('UBND phường 4', 'letterhead', 'UBND quận A')], index)).toMatchObject({ known: true, unit: { code: '01' } });
});

test('R-UNI-26 a name found through a typing error says so', () => {
  const result = consolidateAll([received('a.xlsx', { '2': [1] }, { unit: 'UBND phường Kim Ginag' })], [['code', 'name'], ['1', 'UBND phường Kim Giang']]);
  expect(result.submissions[0]?.findings.map((one) => one.code)).toEqual(['unit-respelt']);
});
