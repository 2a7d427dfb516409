import { readLineage } from '../../../src/core/sheets/lineage';
import { readListLineage } from '../../../src/core/sheets/list/list-lineage';
import { planForm } from '../../../src/core/sheets/plan-form';
import { readWorkbook } from '../../../src/files/read/read-workbook';
import { writeXlsx } from '../../../src/files/write/write-xlsx';
import type { SheetPlan, WorkbookPlan } from '../../../src/core/sheets/sheet-plan';
import { datedForm } from '../../../src/core/forms/list/dated-form';
import { receiveWorkbook } from '../../../src/app/receive-workbook';
import { sheetWords } from '../../../src/messages/sheet-words';
import { changeSheets, recalculate } from '../../support/libreoffice';
import {
  calendarLines,
  consolidateSchedules,
  date,
  planSchedules,
  receivedSchedule,
  SCHEDULE,
  SCHEDULE_SETTINGS,
} from '../../support/schedule';
import { states } from '../../support/received';

const OPTIONS = { purpose: 'blank', year: 2022, attachedTo: null, unit: null, words: sheetWords, sheetName: null } as const;

const texts = (sheet: SheetPlan | undefined): string[] =>
  (sheet?.cells ?? []).flatMap(({ value }) =>
    value === null ? [] : [String(value.kind === 'formula' ? value.result : value.kind === 'date' ? value.iso : value.value)],
  );

const A = receivedSchedule('a.xlsx', 'UBND huyện Ninh Sơn', [
  [1, date('2022-10-01'), 'Hội trường huyện', 'Lễ khai mạc'],
  [3, '03-05/10', 'Nhà văn hóa thôn 1', 'Lớp tin học'],
  [5, 'khá sớm', 'Sân vận động', 'Đồng diễn'],
]);
const B = receivedSchedule('b.xlsx', 'UBND huyện Bác Ái', [[1, '01/10', 'Quảng trường', 'Lễ khai mạc']]);
const NOTHING = receivedSchedule('c.xlsx', 'Sở Y tế', []);
const PLAN: WorkbookPlan = planSchedules(consolidateSchedules([A, B, NOTHING]));

test('R-LIST-50 the blank schedule: three lines for each day, the day printed once over them, dates checked by Excel, prompts', () => {
  const plan = planForm(SCHEDULE, OPTIONS);
  expect(plan.name).toBe('Lịch đăng ký hoạt động');
  const days = plan.cells.flatMap(({ value, row }) => (value?.kind === 'date' ? [[value.iso, row]] : []));
  expect(days.map(([iso]) => iso)).toEqual([1, 2, 3, 4, 5, 6, 7].map((day) => `2022-10-0${String(day)}`));
  expect(plan.merges.filter((one) => one.left === 1 && one.right === 1 && one.bottom - one.top === 2)).toHaveLength(7);
  const kinds = plan.validations.map((one) => one.kind);
  expect(kinds).toEqual(['any', 'date', 'any', 'any', 'any']);
  expect(plan.validations.find((one) => one.kind === 'date')).toMatchObject({
    from: '2022-10-01',
    to: '2022-10-07',
    range: { left: 1, right: 1 },
  });
  expect(texts(plan)).toEqual(expect.arrayContaining(['(Nộp về Sở GDĐT trước ngày 01/10/2022.)', 'THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ']));
  for (const { prompt } of plan.validations)
    expect([prompt.title.length <= 32, prompt.message.length <= 225]).toEqual([true, true]);
});

test('R-LIST-50 another campaign has its own days, a campaign without a week blank ones; the old deadline is not printed', () => {
  const other = planForm(datedForm(SCHEDULE, { year: 2026, week: { from: '2026-10-01', to: '2026-10-03' } }), {
    ...OPTIONS,
    year: 2026,
  });
  expect(other.cells.filter(({ value }) => value?.kind === 'date')).toHaveLength(3);
  expect(texts(other).join(' ')).not.toMatch(/2022/);
  const undated = planForm(datedForm(SCHEDULE, { year: 2026 }), { ...OPTIONS, year: 2026 });
  expect(undated.cells.filter(({ value }) => value?.kind === 'date')).toHaveLength(0);
  expect(undated.validations.map((one) => one.kind)).toEqual(['any', 'any', 'any', 'any', 'any']);
});

test('R-LIST-51 the summary of lists: a calendar with a table for each day, details, ledger, problems, the hidden list of units', () => {
  expect(PLAN.sheets.map((one) => [one.name, one.visibility])).toEqual([
    ['Lịch tổng hợp', 'visible'],
    ['Chi tiết', 'visible'],
    ['Tình hình nộp báo cáo', 'visible'],
    ['Cần rà soát', 'visible'],
    ['_tonghop', 'veryHidden'],
  ]);
  const said = texts(PLAN.sheets[0]);
  expect(said.filter((one) => /^(Thứ|Chủ)/.test(one) && !one.includes(':'))).toEqual(
    expect.arrayContaining(['Thứ Bảy, ngày 01/10/2022', 'Thứ Hai, ngày 03/10/2022']),
  );
  expect(said).toContain('Chủ nhật, ngày 02/10/2022: chưa có hoạt động đăng ký.');
  expect(said).toContain('Chưa rõ ngày, chờ xác nhận');
  // A line of three days stands under each of them.
  expect(said.filter((one) => one === 'Lớp tin học')).toHaveLength(3);
  expect(texts(PLAN.sheets[1])).toContain('Không đăng ký hoạt động nào.');
  expect(texts(PLAN.sheets[3]).join(' ')).toContain('khá sớm');
});

test('R-LIST-52 the calendar lives: what is corrected or moved in the details shows there, and the counts of days follow', async () => {
  const bytes = await writeXlsx(PLAN);
  const again = readWorkbook(recalculate(bytes));
  if (!again.ok) throw new Error('unreadable');
  const shown = (sheet: number, book: typeof again.value): string[] =>
    (book.sheets[sheet]?.rows ?? [])
      .flatMap((row) => row.cells.map(({ value }) => ('value' in value ? String(value.value) : '')))
      .filter((one) => one !== '');
  const before = texts(PLAN.sheets[0]).filter((one) => one !== '');
  expect(shown(0, again.value)).toEqual(before);
  // Lễ khai mạc of the first line moves to 2 October and gets other words.
  const edited = changeSheets(bytes, (xml, part) =>
    part.endsWith('sheet2.xml') ? xml.replaceAll('<v>44835</v>', '<v>44836</v>') : xml,
  );
  const moved = readWorkbook(recalculate(edited));
  if (!moved.ok) throw new Error('unreadable');
  const counts = (book: typeof again.value): string[] => {
    const rows = book.sheets[0]?.rows ?? [];
    return rows
      .filter((row) => row.index >= 5 && row.index <= 13)
      .map((row) => row.cells.map(({ value }) => ('value' in value ? String(value.value) : '')).join(' '));
  };
  expect(counts(again.value).find((one) => one.includes('01/10/2022'))).toBe('Thứ Bảy, ngày 01/10/2022 2');
  expect(counts(moved.value).find((one) => one.includes('01/10/2022'))).toBe('Thứ Bảy, ngày 01/10/2022 0');
  expect(counts(moved.value).find((one) => one.includes('02/10/2022'))).toBe('Chủ nhật, ngày 02/10/2022 2');
});

test('R-LIST-53 the list of units inside is read whole; a line that was added by hand is a unit of its own, one that was deleted is gone', async () => {
  const book = readWorkbook(await writeXlsx(PLAN));
  if (!book.ok) throw new Error('unreadable');
  const read = readListLineage(SCHEDULE, book.value);
  expect(read.ok && read.value.contributors.map((one) => [one.unit.name, one.entries?.length])).toEqual([
    ['Sở Y tế', 0],
    ['UBND huyện Bác Ái', 1],
    ['UBND huyện Ninh Sơn', 3],
  ]);
  expect(readLineage(book.value)).toEqual({ ok: false, error: 'other-version' });
  const details = book.value.sheets[1];
  const last = details?.rows.at(-1);
  if (details === undefined || last === undefined) throw new Error('no details');
  const header = details.rows.find((row) =>
    row.cells.some(({ value }) => value.kind === 'text' && value.value === 'Đơn vị báo cáo'),
  );
  const column = (name: string): number =>
    header?.cells.find(({ value }) => value.kind === 'text' && value.value === name)?.column ?? -1;
  const added = {
    index: last.index + 1,
    cells: [
      { column: column('Đơn vị báo cáo'), value: { kind: 'text' as const, value: 'UBND huyện Thuận Nam' } },
      { column: column('Từ ngày'), value: { kind: 'text' as const, value: '05/10/2022' } },
      { column: column('Địa điểm'), value: { kind: 'text' as const, value: 'Nhà văn hóa' } },
      { column: column('Nội dung'), value: { kind: 'text' as const, value: 'Hội thi' } },
    ],
  };
  const rows = [
    ...details.rows.filter((row) => !row.cells.some(({ value }) => value.kind === 'text' && value.value === 'Đồng diễn')),
    added,
  ];
  const sheets = book.value.sheets.map((one) => (one === details ? { ...details, rows } : one));
  const changed = readListLineage(SCHEDULE, { ...book.value, sheets });
  expect(changed.ok && changed.value.contributors.map((one) => [one.unit.name, one.entries?.length])).toEqual([
    ['Sở Y tế', 0],
    ['UBND huyện Bác Ái', 1],
    ['UBND huyện Ninh Sơn', 2],
    ['UBND huyện Thuận Nam', 1],
  ]);
});

test('R-LIST-54 a list of units is believed only where it agrees with the calendar; units that nobody sees are not inside', async () => {
  const bytes = await writeXlsx(PLAN);
  const forged = changeSheets(bytes, (xml, part) =>
    part.endsWith('sheet1.xml') ? xml.replaceAll('Quảng trường', 'Nơi khác') : xml,
  );
  // The words stand in the shared strings or in formulas' results; forging either is found.
  const receive = (file: Uint8Array) => receiveWorkbook(file, { file: 's.xlsx', hash: null, fileTime: null }, SCHEDULE_SETTINGS);
  const consolidation = consolidateSchedules([receive(forged)]);
  expect(consolidation.submissions[0]?.findings.map((one) => one.code)).toContain('lineage-disagrees');
  expect(new Set(consolidation.contributors.map((one) => one.unit.name))).toEqual(new Set(['Sở Giáo dục và Đào tạo Ninh Thuận']));
  const book = readWorkbook(bytes);
  if (!book.ok) throw new Error('unreadable');
  const hidden = book.value.sheets.at(-1);
  if (hidden === undefined) throw new Error('no lineage');
  const text = (value: string) => ({ kind: 'text' as const, value });
  const rows = hidden.rows.flatMap((row) => {
    const [first] = row.cells;
    if (first?.value.kind !== 'text' || first.value.value !== 'end') return [row];
    const claimed = ['contributor', '4', '', 'UBND huyện Không Gửi', '', '', 'x.xlsx'].map((value, column) => ({
      column,
      value: text(value),
    }));
    return [
      { index: row.index, cells: claimed.filter((cell) => cell.value.value !== '') },
      {
        index: row.index + 1,
        cells: [
          { column: 0, value: text('end') },
          { column: 1, value: text('4') },
        ],
      },
    ];
  });
  const claiming = { ...book.value, sheets: book.value.sheets.map((one) => (one === hidden ? { ...hidden, rows } : one)) };
  const read = readListLineage(SCHEDULE, claiming);
  expect(read.ok && read.value.contributors.map((one) => one.unit.name)).not.toContain('UBND huyện Không Gửi');
});

test.each([
  ['cut short', (rows: readonly unknown[]) => rows.slice(0, -1), 'malformed'],
  ['without its first row', (rows: readonly unknown[]) => rows.slice(1), 'malformed'],
])('R-LIST-54 a hidden list that is %s is not used', async (_what, change, problem) => {
  const book = readWorkbook(await writeXlsx(PLAN));
  if (!book.ok) throw new Error('unreadable');
  const sheets = book.value.sheets.map((one) =>
    one.sheet === '_tonghop' ? { ...one, rows: change(one.rows) as typeof one.rows } : one,
  );
  expect(readListLineage(SCHEDULE, { ...book.value, sheets })).toEqual({ ok: false, error: problem });
});

test('R-LIST-55 the calendar of a consolidation and of its own handing up are equal', async () => {
  const received = receiveWorkbook(await writeXlsx(PLAN), { file: 's.xlsx', hash: null, fileTime: null }, SCHEDULE_SETTINGS);
  const levels = consolidateSchedules([received]);
  expect(states(levels)).toEqual(['s.xlsx counted –']);
  expect(calendarLines(levels)).toEqual(calendarLines(consolidateSchedules([A, B, NOTHING])));
});
