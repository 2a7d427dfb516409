import fc from 'fast-check';

import type { CellValue } from '../../../src/core/cells/cell';
import { cellText, rawText } from '../../../src/core/cells/cell-text';
import { formatVietnameseDate, parseVietnameseDate } from '../../../src/core/cells/vietnamese-dates';

test.each<[CellValue, string]>([
  [{ kind: 'empty' }, ''],
  [{ kind: 'uncalculated' }, ''],
  [{ kind: 'number', value: 1.1 }, '1.1'],
  [{ kind: 'number', value: 1.1, format: '0.00' }, '1.10'],
  [{ kind: 'number', value: 5, format: '00' }, '05'],
  [{ kind: 'number', value: 1.1, format: '@' }, '1.1'],
  [{ kind: 'number', value: 1250, format: '#,##0' }, '1250'],
  [{ kind: 'number', value: 0.1 + 0.2 }, '0.3'],
  [{ kind: 'number', value: -1.5, format: '0.0' }, '-1.5'],
  [{ kind: 'text', value: ' 12 lớp ' }, ' 12 lớp '],
  [{ kind: 'boolean', value: true }, 'TRUE'],
  [{ kind: 'date', iso: '2024-10-02T00:00:00', serial: 45567 }, '02/10/2024'],
  [{ kind: 'error', code: '#N/A' }, '#N/A'],
])('R-TXT-30 the cell %j reads as %j', (value, text) => {
  expect(cellText(value)).toBe(text);
  expect(rawText(value)).toBe(text.trim());
});

test('R-TXT-30 a quoted cell is letter by letter and never endless', () => {
  const text = `khá  nhiều ${'a'.repeat(50000)}`;
  expect(rawText({ kind: 'text', value: text })).toBe(`${text.slice(0, 500)}…`);
  expect(rawText({ kind: 'text', value: 'hòa\u00A0bình' })).toBe('hòa\u00A0bình');
});

test.each([
  ['ngày 05 tháng 10 năm 2024', 2024, 10, 5],
  ['Lai Châu, ngày 15  tháng 9 năm 2024', 2024, 9, 15],
  ['NGÀY 15 THÁNG 9, NĂM 2024', 2024, 9, 15],
  ['15/10/2024', 2024, 10, 15],
  ['15-10-2024', 2024, 10, 15],
  ['15.10.2024', 2024, 10, 15],
  ['15/10/24', 2024, 10, 15],
  ['2024-10-15', 2024, 10, 15],
  ['2024-10-15T08:00:00', 2024, 10, 15],
  ['ngày 3/10 (thứ Sáu)', null, 10, 3],
  ['ngày 3 tháng 10', null, 10, 3],
  ['từ 01/10 đến 07/10/2024', 2024, 10, 7],
  ['29/02/2024', 2024, 2, 29],
])('R-VAL-50 %j names a date', (text, year, month, day) => {
  expect(parseVietnameseDate(text)).toEqual({ year, month, day });
  expect(parseVietnameseDate(text.normalize('NFD'))).toEqual({
    year,
    month,
    day,
  });
});

test.each([
  '',
  'ngày     tháng 10 năm 2024',
  '31/02/2024',
  '29/02/2023',
  '15/450',
  '12.5',
  '1.250',
  '15/13/2024',
  'Số 12/BC-UBND',
  '12/2024',
  '0/10',
])('R-VAL-50 %j names no date', (text) => {
  expect(parseVietnameseDate(text)).toBeNull();
});

test('R-VAL-50 every date is read back from both ways of writing it', () => {
  fc.assert(
    fc.property(
      fc.date({
        min: new Date('2000-01-01'),
        max: new Date('2099-12-31'),
        noInvalidDate: true,
      }),
      (date) => {
        const iso = date.toISOString();
        const expected = {
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        };
        expect(parseVietnameseDate(formatVietnameseDate(iso))).toEqual(expected);
        expect(
          parseVietnameseDate(`ngày ${String(expected.day)} tháng ${String(expected.month)} năm ${String(expected.year)}`),
        ).toEqual(expected);
      },
    ),
  );
});

test('R-VAL-50 no text throws, whatever its length', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const date = parseVietnameseDate(text);
      expect(date === null || date.day >= 1).toBe(true);
    }),
  );
  for (const piece of ['1/', '1-', 'ngày 1', ' ', 'ngày ', '11'])
    expect(() => parseVietnameseDate(piece.repeat(20000))).not.toThrow();
  expect(formatVietnameseDate('chưa rõ')).toBe('chưa rõ');
});
