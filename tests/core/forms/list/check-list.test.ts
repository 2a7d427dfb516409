import fc from 'fast-check';

import { findForm } from '../../../../src/catalogue/forms';
import { acceptProposals } from '../../../../src/core/checks/check-form';
import { bindSheet } from '../../../../src/core/forms/bind-form';
import { gridOf, type Plain } from '../../../support/grid';
import { boundSchedule, linesOf, receivedGrid, SCHEDULE, SCHEDULE_SETTINGS, scheduleRows } from '../../../support/schedule';

const codes = (findings: readonly { readonly code: string; readonly at: { readonly cell: string | null } | null }[]): string[] =>
  findings.map((one) => `${one.code} ${one.at?.cell ?? '–'}`);

const LINES: Plain[][] = [[1, '01/10', 'Hội trường UBND huyện', 'Lễ khai mạc', 'Cấp huyện']];

test('R-LIST-20 a line must say its place and its content; a line without any day is said', () => {
  const form = boundSchedule(
    scheduleRows([
      [1, null, 'Hội trường', 'Tọa đàm'],
      [2, '03/10', null, 'Hội thi'],
      [3, '04/10', 'Thư viện', null],
    ]),
  );
  expect(codes(form.findings)).toEqual(['line-without-day B6', 'line-incomplete C7', 'line-incomplete D8']);
  expect(linesOf(form)).toEqual(['– Hội trường | Tọa đàm', '2022-10-03 Hội thi', '2022-10-04 Thư viện']);
});

test('R-LIST-21 a day outside the week is counted on its day and said; the same line twice is said', () => {
  const form = boundSchedule(
    scheduleRows([
      [1, '15/11', 'A', 'Một'],
      [2, '03/10', 'B', 'Hai'],
      [3, '3/10', 'b', 'HAI'],
    ]),
  );
  expect(codes(form.findings)).toEqual(['day-outside B6', 'line-twice A8']);
  expect(linesOf(form)[0]).toBe('2022-11-15 A | Một');
});

test('R-LIST-22 what is proposed waits; accepted, days and places become certain lines of their own', () => {
  const form = boundSchedule(
    scheduleRows([
      [1, 'ngày 3/10 (thứ Sáu)', 'Hội trường', 'Tọa đàm'],
      [null, null, 'Thư viện', 'Hội sách'],
      [2, '4/10 và 6/10', 'Trường TH A; Trường TH B', 'Kể chuyện'],
    ]),
  );
  expect(codes(form.findings)).toEqual(['proposed-day B6', 'proposed-day B8', 'proposed-split C8']);
  const [first] = form.findings;
  expect(first?.proposal).toEqual({ indicator: 'B6', values: {}, texts: { date: '2022-10-03' } });
  expect(first?.fix).toEqual({ writes: [{ cell: 'B6', value: '03/10/2022' }] });
  const one = acceptProposals(form, (cell) => cell === 'B6');
  expect(linesOf(one)).toEqual([
    '2022-10-03 Hội trường | Tọa đàm',
    '2022-10-03 Thư viện | Hội sách',
    '?2022-10-04+2022-10-06 Trường TH A; Trường TH B | Kể chuyện',
  ]);
  expect(one.findings.map((each) => each.severity)).toEqual(['hint', 'warning', 'warning']);
  expect(linesOf(acceptProposals(form)).slice(2)).toEqual([
    '2022-10-04 Trường TH A | Kể chuyện',
    '2022-10-04 Trường TH B | Kể chuyện',
    '2022-10-06 Trường TH A | Kể chuyện',
    '2022-10-06 Trường TH B | Kể chuyện',
  ]);
});

test('R-LIST-23 a list of numberless length is cut at a bound and says so; long words are cut', () => {
  const rows = scheduleRows(Array.from({ length: 5_000 }, (_, index) => [index, '03/10', 'A', `Việc ${String(index)}`]));
  const form = boundSchedule(rows);
  expect(form.list?.entries).toHaveLength(2_000);
  expect(form.findings.map((one) => one.code)).toEqual(['lines-too-many']);
  const long = boundSchedule(scheduleRows([[1, '03/10', 'A', 'x'.repeat(30_000)]]));
  expect(long.list?.entries[0]?.texts['content']).toHaveLength(4_001);
  expect(codes(long.findings)).toEqual(['line-cut D6']);
});

test('R-LIST-24 an annex of figures is no schedule, a schedule is no annex, and each is refused with the name of the other', () => {
  const annex = findForm('phu-luc-ii/lai-chau-2024');
  if (annex === undefined) throw new Error('no annex');
  const grid = gridOf(scheduleRows(LINES));
  expect(bindSheet(annex, grid)).toEqual([]);
  expect(receivedGrid('a.xlsx', grid, { ...SCHEDULE_SETTINGS, form: annex })).toMatchObject({
    outcome: 'refused',
    refusal: { code: 'wrong-form', detail: SCHEDULE.name },
  });
  const rows: Plain[][] = [
    ['TT', 'Nội dung các hoạt động', 'Đơn vị', 'Số lượng', null, 'Ghi chú'],
    [null, null, null, 'Số lớp', 'Người', null],
    ...annex.indicators.map((row): Plain[] => [row.number, row.text, row.unitOfMeasure, 1, 2, null]),
  ];
  expect(bindSheet(SCHEDULE, gridOf(rows))).toEqual([]);
  expect(receivedGrid('a.xlsx', gridOf(rows))).toMatchObject({ outcome: 'refused', refusal: { code: 'wrong-form' } });
});

test('R-LIST-24 a blank schedule is one report that says nothing', () => {
  const form = boundSchedule(scheduleRows([1, 2, 3].flatMap((day) => [[day, `0${String(day)}/10`, null, '……'], [], []])));
  expect(form.list?.entries).toEqual([]);
  expect(form.findings.map((one) => one.code)).toEqual(['empty-report']);
});

test('R-LIST-25 whatever stands in a sheet, binding keeps every word of a line or says what became of it', () => {
  const cell = fc.oneof(
    fc.constantFrom<Plain>(
      null,
      'Ngày',
      'Địa điểm',
      'Nội dung',
      '03/10',
      'thứ Sáu',
      'THỦ TRƯỞNG',
      '…',
      'Hội trường',
      3,
      44_837,
      true,
    ),
    fc.string({ maxLength: 20 }),
  );
  const row = fc.array(cell, { maxLength: 7 });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
      const grid = gridOf(scheduleRows(rows));
      const [form] = bindSheet(SCHEDULE, grid);
      for (const entry of form?.list?.entries ?? []) {
        const place = grid.rows.find((one) => String(one.index + 1) === entry.id);
        expect(place).toBeDefined();
      }
      expect(bindSheet(SCHEDULE, grid)).toEqual(form === undefined ? [] : [form]);
    }),
    { numRuns: 150 },
  );
});
