import { CELL_LOOKS, SHEET_FONT } from '../../../src/core/sheets/cell-styles';
import { groupDigits, isDay, vietnameseDay } from '../../../src/core/sheets/figures';
import { legalSheetName, quoteSheetName } from '../../../src/core/sheets/sheet-name';
import { heightOf, linesOf } from '../../../src/core/sheets/text-height';

test('R-SHT-15 numbers are grouped and shrink; no look wraps and shrinks', () => {
  expect(SHEET_FONT).toBe('Times New Roman');
  for (const style of ['number', 'numberHeading', 'input', 'calculated', 'figure'] as const) {
    expect(CELL_LOOKS[style]).toMatchObject({ numberFormat: '#,##0', shrink: true, horizontal: 'right' });
  }
  for (const look of Object.values(CELL_LOOKS)) expect(look.wrap && look.shrink).toBe(false);
  expect(CELL_LOOKS.tt.numberFormat).toBe('@');
});

test('R-SHT-14 the estimate grows with the text and ends at what Excel allows', () => {
  expect(linesOf('một hai ba', 40, 11, false)).toBe(1);
  expect(linesOf('một hai ba', 4, 11, false)).toBe(3);
  expect(linesOf('x'.repeat(100), 10, 11, false)).toBeGreaterThanOrEqual(9);
  expect(linesOf('a\nb\nc', 40, 11, false)).toBe(3);
  expect(heightOf('x '.repeat(30_000), 10, 11, false)).toBe(409);
});

test('R-SHT-04 names and references to them', () => {
  expect(legalSheetName('Chi tiết', ['chi TIẾT'])).toBe('Chi tiết (2)');
  expect(legalSheetName('x'.repeat(40), ['x'.repeat(31)])).toBe(`${'x'.repeat(27)} (2)`);
  expect(legalSheetName('a\ud800b')).toBe('a b');
  expect(quoteSheetName("Sở 'A'")).toBe("'Sở ''A'''");
});

test('R-SHT-13 days are those of Viet Nam', () => {
  expect(vietnameseDay('2024-10-15T19:30:00Z')).toBe('2024-10-16');
  expect(vietnameseDay('hôm qua')).toBeNull();
  expect(vietnameseDay(null)).toBeNull();
  expect(isDay('2024-02-29')).toBe(true);
  expect(isDay('2023-02-29')).toBe(false);
  expect(isDay('1899-12-31')).toBe(false);
});

test('R-SHT-37 figures in sentences are grouped by dots', () => {
  expect([0, 999, 1250, 12345678, 1.5].map(groupDigits)).toEqual(['0', '999', '1.250', '12.345.678', '1,5']);
});
