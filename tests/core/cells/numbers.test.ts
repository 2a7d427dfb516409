import fc from 'fast-check';

import { formatNumber, padTwo, parseFormattedNumber } from '../../../src/core/cells/number-format';
import { parseNumberText } from '../../../src/core/cells/number-text';
import { parseNumberWords } from '../../../src/core/cells/number-words';

test.each([
  [0, '0'],
  [-0, '0'],
  [7, '7'],
  [999, '999'],
  [1000, '1.000'],
  [1234567, '1.234.567'],
  [12.5, '12,5'],
  [-1234.5, '-1.234,5'],
  [1e21, '1.000.000.000.000.000.000.000'],
  [1.5e-7, '0,00000015'],
])('R-VAL-10 %d is written %s', (value, text) => {
  expect(formatNumber(value)).toBe(text);
});

test('R-VAL-10 reading back what was written gives the same number, for every number', () => {
  fc.assert(
    fc.property(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), fc.maxSafeInteger()), (value) => {
      expect(parseFormattedNumber(formatNumber(value))).toBe(value === 0 ? 0 : value);
    }),
    { numRuns: 2000 },
  );
});

test('R-VAL-10 whole numbers as written are certain for the reader of cells too', () => {
  fc.assert(
    fc.property(fc.nat({ max: 1_000_000_000_000 }), (value) => {
      expect(parseNumberText(formatNumber(value))).toEqual({
        value,
        trust: 'certain',
        why: null,
        pointed: false,
      });
    }),
  );
});

test('R-VAL-10 padTwo writes small whole numbers with two digits', () => {
  expect([0, 2, 9, 10, 1250].map(padTwo)).toEqual(['00', '02', '09', '10', '1.250']);
  expect(padTwo(2.5)).toBe('2,5');
});

test.each([
  ['1.250', 1250],
  ['1.234,5', 1234.5],
  ['1.234.567', 1234567],
  ['12,5', 12.5],
  ['12 345', 12345],
  ['180 187 842', 180187842],
  ['180\u00A0187\u00A0842', 180187842],
  ['12\u2009345', 12345],
  ['12\u202F345,5', 12345.5],
  ['02', 2],
  ['007', 7],
  ['45 ', 45],
  [' 45.', 45],
  ['+5', 5],
  ['-5', -5],
  ['\u22125', -5],
  ["'45", 45],
  ['１２', 12],
  ['12,0', 12],
])('R-VAL-11 the text %j is certainly %d', (text, value) => {
  expect(parseNumberText(text)).toMatchObject({
    value,
    trust: 'certain',
    pointed: false,
  });
});

test.each([
  ['1,234', 1234],
  ['12,345', 12345],
  ['1,234,567', 1234567],
  ['1,234.5', 1234.5],
])('R-VAL-12 the text %j is offered as %d: its comma may group thousands', (text, value) => {
  expect(parseNumberText(text)).toEqual({
    value,
    trust: 'proposed',
    why: 'comma',
    pointed: false,
  });
});

test.each([
  '',
  '12 34',
  '0 123',
  '1 2345',
  '0912 345 678',
  '1.2.3',
  '1.234.5',
  '12..5',
  '1e5',
  '12a',
  '--5',
  '1,2,3',
  '12 345 6',
  '.',
  'abc',
  '1/2',
  '50%',
])('R-VAL-13 the text %j is no number', (text) => {
  expect(parseNumberText(text)).toBeNull();
});

test('R-VAL-13 a dot that groups nothing is marked', () => {
  expect(parseNumberText('1.25')).toEqual({
    value: 1.25,
    trust: 'certain',
    why: null,
    pointed: true,
  });
  expect(parseNumberText('0.250')).toEqual({
    value: 0.25,
    trust: 'certain',
    why: null,
    pointed: true,
  });
});

test.each([
  ['không', 0],
  ['năm', 5],
  ['mười', 10],
  ['mười lăm', 15],
  ['mười một', 11],
  ['hai mươi', 20],
  ['hai mươi mốt', 21],
  ['hai mươi tư', 24],
  ['Ba mươi nhăm', 35],
  ['hai lăm', 25],
  ['ba chục', 30],
  ['một trăm', 100],
  ['một trăm linh năm', 105],
  ['một trăm lẻ năm', 105],
  ['hai trăm rưỡi', 250],
  ['chín trăm chín mươi chín', 999],
  ['ba nghìn', 3000],
  ['ba ngàn không trăm linh hai', 3002],
  ['hai triệu rưỡi', 2500000],
  ['một tỷ hai trăm triệu', 1200000000],
  ['muoi lam', 15],
  ['hai mươi ba nghìn bốn trăm năm mươi sáu', 23456],
])('R-VAL-14 "%s" is %d', (words, value) => {
  expect(parseNumberWords(words)).toBe(value);
  expect(parseNumberText(words)).toMatchObject({
    value,
    trust: 'proposed',
    why: 'words',
  });
});

test.each([
  '',
  'trăm',
  'nghìn',
  'rưỡi',
  'vài chục',
  'hàng trăm',
  'hai hai hai',
  'một triệu ba tỷ',
  'linh năm mươi',
  'mười mười',
  'toString',
  'constructor nghìn',
])('R-VAL-14 "%s" is no number in words', (words) => {
  expect(parseNumberWords(words)).toBeNull();
});

/** Numbers in words, written independently of the reader. */
function inWords(value: number): string {
  const names = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
  const group = (n: number, full: boolean): string => {
    const [h, t, o] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10];
    const parts: string[] = [];
    if (h > 0 || full) parts.push(`${names[h] ?? ''} trăm`);
    if (t === 0 && o > 0 && parts.length > 0) parts.push('linh');
    if (t === 1) parts.push('mười');
    if (t > 1) parts.push(`${names[t] ?? ''} mươi`);
    if (o > 0) parts.push(o === 1 && t > 1 ? 'mốt' : o === 5 && t > 0 ? 'lăm' : (names[o] ?? ''));
    return parts.join(' ');
  };
  const parts: string[] = [];
  const scales: readonly (readonly [number, string])[] = [
    [1e9, 'tỷ'],
    [1e6, 'triệu'],
    [1e3, 'nghìn'],
    [1, ''],
  ];
  let rest = value;
  for (const [scale, name] of scales) {
    const here = Math.floor(rest / scale);
    rest %= scale;
    if (here > 0) parts.push(`${group(here, parts.length > 0)} ${name}`.trim());
  }
  return parts.join(' ') || 'không';
}

test('R-VAL-14 every number below a thousand billion is read back from its words', () => {
  fc.assert(
    fc.property(fc.oneof(fc.nat({ max: 9999 }), fc.nat({ max: 999_999_999_999 })), (value) => {
      expect(parseNumberWords(inWords(value))).toBe(value);
    }),
    { numRuns: 1000 },
  );
});

test('R-TXT-03 numbers in texts of 50,000 characters are harmless', () => {
  for (const piece of ['1', '1 ', '1.', '123 ', '1,', 'một ', ' ']) expect(parseNumberText(piece.repeat(50000))).toBeNull();
});
