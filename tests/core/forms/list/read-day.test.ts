import fc from 'fast-check';

import { isCalendarDay } from '../../../../src/core/campaign/moments';
import { readDay, weekdayOf, type DayContext } from '../../../../src/core/forms/list/read-day';
import { minuteOf, NO_TIME } from '../../../../src/core/forms/list/session-time';
import { placesIn } from '../../../../src/core/forms/list/split-places';

const WEEK: DayContext = { week: { from: '2022-10-01', to: '2022-10-07' }, year: 2022 };

/** "2022-10-03" certain, "~2022-10-03" certain and reworded, "?2022-10-03" proposed with its reason, "!" unreadable, "–" absent. */
function read(text: string, context: DayContext = WEEK): string {
  const one = readDay({ kind: 'text', value: text }, text, context);
  const span = ({ from, to }: { from: string; to: string }): string => (from === to ? from : `${from}/${to}`);
  switch (one.state) {
    case 'certain':
      return `${one.reworded ? '~' : ''}${span(one.span)}`;
    case 'proposed':
      return `?${one.spans.map(span).join('+')} ${one.why}`;
    default:
      return one.state === 'absent' ? '–' : '!';
  }
}

test.each([
  ['01/10', '2022-10-01'],
  ['1/10', '2022-10-01'],
  ['03/10/2022', '2022-10-03'],
  ['ngày 3/10 (thứ Hai)', '~2022-10-03'],
  ['Thứ Hai, ngày 03 tháng 10 năm 2022', '~2022-10-03'],
  ['3.10', '~2022-10-03'],
  ['2022-10-03', '~2022-10-03'],
  ['7h30 ngày 3/10', '~2022-10-03'],
  ['03-05/10', '~2022-10-03/2022-10-05'],
  ['3 - 5/10', '~2022-10-03/2022-10-05'],
  ['từ ngày 3 đến ngày 5/10', '~2022-10-03/2022-10-05'],
  ['từ 30/9 đến hết ngày 02/10/2022', '~2022-09-30/2022-10-02'],
  ['3, 4/10', '~2022-10-03/2022-10-04'],
  ['31/10', '2022-10-31'],
])('R-LIST-10 "%s" is read as %s', (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  ['ngày 3/10 (thứ Sáu)', '?2022-10-03 weekday'],
  ['Thứ Năm', '?2022-10-06 weekday-only'],
  ['Thứ 2 đến thứ 4', '?2022-10-03/2022-10-05 weekday-only'],
  ['CN', '?2022-10-02 weekday-only'],
  ['cả tuần', '?2022-10-01/2022-10-07 whole-week'],
  ['3/10 và 6/10', '?2022-10-03+2022-10-06 several'],
  ['3', '?2022-10-03 day-only'],
  ['3-5', '?2022-10-03/2022-10-05 day-only'],
  ['3/10/2021', '?2022-10-03 year'],
  ['10/03/2022', '?2022-10-03 swapped'],
  ['3/10 tại xã A', '?2022-10-03 words'],
])('R-LIST-11 "%s" is only proposed: %s', (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each(['khá sớm', '30/2', '05-03/10', '3//10', 'đầu tháng', '99', '0/10'])(
  'R-LIST-12 nobody can tell the day of "%s"',
  (text) => {
    expect(read(text)).toBe('!');
  },
);

test.each(['', '…', '......', '___'])('R-LIST-12 "%s" is a place to write in, not a day', (text) => {
  expect(read(text)).toBe('–');
});

test('R-LIST-13 what Excel makes of a typed day is proposed: a bare number, 3.1 for "3.10", a serial number', () => {
  const of = (value: number, text: string): unknown => {
    const one = readDay({ kind: 'number', value }, text, WEEK);
    return one.state === 'proposed' ? [one.spans[0]?.from, one.why] : one.state;
  };
  expect(of(3, '3')).toEqual(['2022-10-03', 'day-only']);
  expect(of(3.1, '3.1')).toEqual(['2022-10-03', 'number']);
  expect(of(5.1, '5.10')).toEqual(['2022-10-05', 'number']);
  expect(of(44_837, '44837')).toEqual(['2022-10-03', 'number']);
  expect(of(-3, '-3')).toBe('unreadable');
});

test('R-LIST-13 an Excel date is certain inside the week; one of another year, or with day and month swapped, is proposed', () => {
  const of = (iso: string): unknown => {
    const one = readDay({ kind: 'date', iso: `${iso}T00:00:00`, serial: 44_000 }, '', WEEK);
    return one.state === 'proposed' ? [one.why, one.spans[0]?.from] : one.state === 'certain' ? one.span.from : one.state;
  };
  expect(of('2022-10-07')).toBe('2022-10-07');
  expect(of('2022-11-15')).toBe('2022-11-15');
  expect(of('2023-10-07')).toEqual(['year', '2022-10-07']);
  expect(of('2022-07-10')).toEqual(['swapped', '2022-10-07']);
});

test('R-LIST-14 without a week the year comes from the campaign; without a year there is no day', () => {
  expect(read('3/10', { week: null, year: 2026 })).toBe('2026-10-03');
  expect(read('3/10', { week: null, year: null })).toBe('!');
  expect(read('3/10/2025', { week: null, year: null })).toBe('2025-10-03');
  // A week over New Year: each day in its own year.
  const turn: DayContext = { week: { from: '2025-12-29', to: '2026-01-04' }, year: 2025 };
  expect([read('30/12', turn), read('02/01', turn)]).toEqual(['2025-12-30', '2026-01-02']);
});

test('R-LIST-15 every day written as d/m, d/m/yyyy or in words is read back, with its own weekday and no other', () => {
  const names = ['Hai', 'Ba', 'Tư', 'Năm', 'Sáu', 'Bảy'];
  fc.assert(
    fc.property(fc.date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true }), (when) => {
      const day = when.toISOString().slice(0, 10);
      const [y = '', m = '', d = ''] = day.split('-');
      const context = { week: null, year: Number(y) };
      const plain = `${String(Number(d))}/${String(Number(m))}`;
      for (const text of [plain, `${d}/${m}/${y}`, `ngày ${d} tháng ${m} năm ${y}`])
        expect(read(text, context).replace('~', '')).toBe(day);
      const weekday = weekdayOf(day);
      const name = weekday === 7 ? 'chủ nhật' : `thứ ${names[weekday - 1] ?? ''}`;
      expect(read(`ngày ${plain} (${name})`, context)).toBe(`~${day}`);
      expect(read(`ngày ${plain} (${weekday === 1 ? 'thứ Ba' : 'thứ Hai'})`, context)).toBe(`?${day} weekday`);
    }),
    { numRuns: 200 },
  );
});

test('R-LIST-16 whatever a cell holds, reading gives days of the calendar or none', () => {
  const pieces = fc.array(
    fc.constantFrom('3', '10', '/', '-', ' ', 'ngày', 'thứ', 'Sáu', 'đến', ',', '2022', 'và', 'h', '30', '(', ')', 'tháng', '.'),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        pieces.map((all) => all.join('')),
        fc.string({ maxLength: 500, unit: 'grapheme' }),
      ),
      (text) => {
        const one = readDay({ kind: 'text', value: text }, text, WEEK);
        const spans = one.state === 'certain' ? [one.span] : one.state === 'proposed' ? one.spans : [];
        for (const { from, to } of spans)
          expect([isCalendarDay(from), isCalendarDay(to), from <= to]).toEqual([true, true, true]);
      },
    ),
    { numRuns: 500 },
  );
  // Ten thousand repetitions: only the beginning is looked at.
  for (const unit of ['3/10, ', 'thứ ', '1-', 'ngày '.repeat(3)]) expect(read(unit.repeat(10_000))).toMatch(/^[?!~2–]/);
});

test.each([
  ['Sáng', 420],
  ['7h30', 450],
  ['14 giờ 00', 840],
  ['2 giờ chiều', 840],
  ['Buổi chiều', 780],
  ['08:15', 495],
  ['Cả ngày', 0],
  ['', NO_TIME],
  ['sau giờ học', NO_TIME],
])('R-LIST-17 the time "%s" is minute %i of its day', (text, minute) => {
  expect(minuteOf(text)).toBe(minute);
});

test.each([
  ['Hội trường UBND xã; Nhà văn hóa thôn 1', ['Hội trường UBND xã', 'Nhà văn hóa thôn 1']],
  ['Trường TH A, Trường TH B', ['Trường TH A', 'Trường TH B']],
  ['Hội trường A và Nhà văn hóa B', ['Hội trường A', 'Nhà văn hóa B']],
  ['1) Hội trường A 2) Sân vận động', ['Hội trường A', 'Sân vận động']],
  ['Hội trường UBND\nTrường THCS A', ['Hội trường UBND', 'Trường THCS A']],
  ['Trường THCS A, xã B, huyện C', null],
  ['Thư viện, Trường TH A', null],
  ['Trường THCS\nNguyễn Văn Cừ', null],
  ['Phường Đô Vinh và phường Bảo An', null],
  ['Quảng trường 16/4', null],
])('R-LIST-18 places in "%s"', (text, expected) => {
  expect(placesIn(text)).toEqual(expected);
});
