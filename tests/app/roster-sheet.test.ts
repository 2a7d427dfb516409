/** The roster as a sheet: planned, edited, read back; through the fake host and through a written file. */
import fc from 'fast-check';

import { insertRoster, officialRoster, readRoster, withRoster } from '../../src/app/roster-sheet';
import { rosterOfCampaign } from '../../src/app/roster-of-campaign';
import { parseRoster } from '../../src/core/campaign/roster';
import type { RosterUnit } from '../../src/core/campaign/roster-unit';
import type { CellGrid } from '../../src/core/cells/cell';
import { planRosterSheet } from '../../src/core/sheets/plan-roster-sheet';
import { readRosterSheet } from '../../src/core/sheets/roster-sheet';
import { readWorkbook } from '../../src/files/read/read-workbook';
import { writeXlsx } from '../../src/files/write/write-xlsx';
import { rosterWords } from '../../src/messages/roster-words';
import { describeFinding } from '../../src/messages/vi';
import { FakeHost } from './fake-host';
import { campaignOf } from '../support/campaigns';

const UNITS = parseRoster([
  ['code', 'name', 'kind', 'superior', 'email', 'deadline', 'aliases'],
  [
    '00004',
    'UBND phường Ba Đình',
    'Ủy ban nhân dân',
    'Thành phố Hà Nội',
    '',
    'chậm nhất 16g00 ngày 18/10/2024',
    'P. Ba Đình; UBND P Ba Đình',
  ],
  ['', 'Trường THCS Kim Giang', '', 'UBND phường Kim Giang', 'thcs@example.edu.vn', '', ''],
  ['7.10', 'Hội Khuyến học', 'Hội Khuyến học', '', '', '2024-10-19', ''],
]).roster.units;

async function throughFile(units: readonly RosterUnit[]): Promise<CellGrid> {
  const plan = planRosterSheet(units, rosterWords);
  const read = readWorkbook(await writeXlsx({ title: 'x', sheets: [plan], names: {}, properties: {} }));
  const grid = read.ok ? read.value.sheets[0] : undefined;
  if (grid === undefined) throw new Error('not readable');
  return grid;
}

test('R-SEND-30 the roster written as a sheet reads back as it was, codes with their zeros, deadlines and aliases', async () => {
  const read = readRosterSheet(await throughFile(UNITS), rosterWords, 2024);
  expect(read.roster.units).toEqual(UNITS);
  expect(read.findings).toEqual([]);
});

test('R-SEND-30 any roster survives the sheet', async () => {
  const word = fc.constantFrom('Nậm Mạ', 'Kim Giang', 'số 4', 'Hoàng Hoa Thám', '=1+1', '@A', 'Tân Thạnh', "O'Ryan", '“Sao”');
  const unit = fc.record({
    code: fc.option(fc.stringMatching(/^[0-9A-Z]{2,6}$/), { nil: '' }),
    own: word,
    kind: fc.constantFrom('', ...rosterWords.kinds),
    alias: fc.constantFrom('', 'A; B'),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(unit, { selector: (one) => (one.code === '' ? Symbol('no code') : one.code), maxLength: 12 }),
      async (list) => {
        const rows = list.map((one, index) => [one.code, `Trường ${one.own} ${String(index)}`, one.kind, '', '', '', one.alias]);
        const units = parseRoster([['code', 'name', 'kind', 'superior', 'email', 'deadline', 'aliases'], ...rows]).roster.units;
        expect(readRosterSheet(await throughFile(units), rosterWords, null).roster.units).toEqual(units);
      },
    ),
    { numRuns: 25 },
  );
});

test('R-SEND-31 what is wrong in the sheet is a sentence with its row: no name, a name twice, an unknown kind, a bad date, two superiors', () => {
  const host = new FakeHost();
  const lines = [
    ['1', '01', 'UBND xã Một', '', 'UBND huyện X', '', '', ''],
    ['2', '02', '', '', '', '', '', ''],
    ['3', '', 'Trường THCS Hai', 'Trường kiểu mới', '', '', 'giữa tháng 10', ''],
    ['4', '', 'Trường THCS Hai', '', '', '', '', ''],
    ['5', '01', 'UBND xã Một', '', 'UBND huyện Y', '', '', ''],
  ];
  const plan = planRosterSheet([], rosterWords);
  const top = plan.tables[0]?.range.top ?? 0;
  const cells = lines.flatMap((row, index) =>
    row.map((value, column) => ({
      row: top + 1 + index,
      column,
      value: { kind: 'text', value } as const,
      style: 'text' as const,
    })),
  );
  const header = plan.cells.filter((cell) => cell.row <= top || cell.column > 8);
  return host.insertSheet({ ...plan, cells: [...header, ...cells] }).then(async () => {
    const read = await readRoster(host, 'active', { year: 2024 });
    if (!read.ok) throw new Error('not read');
    expect(read.value.units.map((one) => one.name)).toEqual(['UBND xã Một', 'Trường THCS Hai']);
    const row = (index: number): string => String(top + 2 + index);
    const sentences = read.value.findings.map(describeFinding);
    expect(sentences.map((one) => one.slice(0, 60))).toHaveLength(5);
    expect(sentences.join('\n')).toMatch(new RegExp(`Dòng ${row(1)} của danh sách đơn vị không có tên`));
    expect(sentences.join('\n')).toMatch(
      new RegExp(`“Trường THCS Hai” ở dòng ${row(3)} của danh sách đơn vị trùng với dòng ${row(2)}`),
    );
    expect(sentences.join('\n')).toMatch(
      new RegExp(
        `ở dòng ${row(4)} và dòng ${row(0)} của danh sách thuộc hai cấp trên khác nhau \\(“UBND huyện X” và “UBND huyện Y”\\)`,
      ),
    );
    expect(sentences.join('\n')).toMatch(/Loại “Trường kiểu mới”/);
    expect(sentences.join('\n')).toMatch(/Hạn nộp “giữa tháng 10”/);
  });
});

test('R-SEND-32 two clicks fill the sheet from the official list; what was there stays, and the campaign keeps what was read', async () => {
  const host = new FakeHost();
  const units = await officialRoster('01');
  expect(units[0]).toMatchObject({
    code: '00004',
    name: 'UBND phường Ba Đình',
    superior: 'Thành phố Hà Nội',
    kindText: 'Ủy ban nhân dân',
  });
  const inserted = await insertRoster(host, units);
  if (!inserted.ok) throw new Error('not inserted');
  const read = await readRoster(host, { id: inserted.value.id }, null);
  if (!read.ok) throw new Error('not read');
  expect(read.value.units).toEqual(units);
  expect(read.value.findings).toEqual([]);
  const campaign = withRoster(campaignOf('lai-chau-2024'), read.value.units);
  expect(rosterOfCampaign(campaign).units).toEqual(units);
});

test('R-SEND-33 a sheet that is no list gives no units, and a failing host its own problem', async () => {
  const host = new FakeHost();
  await host.insertSheet({ ...planRosterSheet([], rosterWords), cells: [] });
  const read = await readRoster(host, 'active', null);
  expect(read.ok && read.value.units).toEqual([]);
  host.trouble = { code: 'cell-edit', detail: null };
  expect(await readRoster(host, 'active', null)).toEqual({ ok: false, error: { code: 'cell-edit', detail: null } });
});
