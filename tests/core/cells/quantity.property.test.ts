import fc from 'fast-check';

import type { CellValue } from '../../../src/core/cells/cell';
import { formatNumber } from '../../../src/core/cells/number-format';
import { readQuantity, type QuantityContext, type QuantityReading } from '../../../src/core/cells/quantity';

const LETTERS = Array.from('abcdeghklmnpqrstuvxyàáảãạđêôơư .,/()-…');
const natures = fc.constantFrom('things', 'persons', 'money');
const units = fc.constantFrom(
  'lớp',
  'người',
  'đồng',
  'tin, bài/cuộc',
  'quyển/tờ',
  'tập thể',
  'huyện',
  'trường/trung tâm',
  'đơn vị',
  '',
  '/',
  '(',
);
const contexts: fc.Arbitrary<QuantityContext> = fc.record({
  nature: natures,
  unit: units,
  yesNo: fc.boolean(),
  pair: fc.constantFrom(null, { thing: 'lớp', person: 'người' }, { thing: 'cuộc', person: 'người' }),
});

/** Texts made of what really stands in such cells, in any order. */
const pieces = fc.constantFrom(
  ...[
    '1',
    '12',
    '450',
    '1.250',
    '1,234',
    '12 345',
    '0',
    '007',
    '½',
    '-',
    '–',
    '/',
    ' ',
    '\n',
    '(',
    ')',
    '.',
    '…',
    ',',
    ';',
    '+',
    '~',
    '>',
    '×',
    'x',
  ],
  ...[
    'lớp',
    'người',
    'lượt người',
    'học sinh',
    'quyển',
    'tin',
    'bài',
    'triệu',
    'đồng',
    'đ',
    'tr',
    'nghìn',
    'rưỡi',
    'mười',
    'lăm',
    'hai',
    'trăm',
  ],
  ...[
    'không',
    'có',
    'khoảng',
    'hơn',
    'mỗi',
    'suất',
    'với',
    'và',
    'trong đó',
    'ngày',
    'tháng',
    '%',
    '\u00A0',
    '\u200B',
    'Ｘ',
    '１',
  ],
);
const cellTexts = fc.oneof(
  fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(' ')),
  fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
);

const cells: fc.Arbitrary<CellValue> = fc.oneof(
  cellTexts.map((value): CellValue => ({ kind: 'text', value })),
  fc.double().map((value): CellValue => ({ kind: 'number', value })),
  fc.tuple(fc.string(), fc.double(), fc.string()).map(([iso, serial, format]): CellValue => ({
    kind: 'date',
    iso,
    serial,
    format,
  })),
  fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }).map((date): CellValue => ({
    kind: 'date',
    iso: date.toISOString().slice(0, 19),
    serial: 1,
  })),
  fc.string().map((code): CellValue => ({ kind: 'error', code })),
);

function values(reading: QuantityReading): readonly number[] {
  if (reading.state === 'certain' || reading.state === 'proposed') return [reading.value];
  return reading.state === 'certain-pair' || reading.state === 'proposed-pair' ? [reading.thing, reading.person] : [];
}

test('R-VAL-40 reading never throws, and every value read is a whole number from 0 to a million billion', () => {
  fc.assert(
    fc.property(cells, contexts, (cell, context) => {
      for (const value of values(readQuantity(cell, context))) {
        expect(Number.isInteger(value) && value >= 0 && value <= 1e15 && !Object.is(value, -0)).toBe(true);
      }
    }),
    { numRuns: 5000 },
  );
});

test('R-VAL-41 a text without a figure or a number word is certain only as zero', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...LETTERS), maxLength: 20 }), contexts, (value, context) => {
      const reading = readQuantity({ kind: 'text', value }, context);
      expect(reading.state === 'certain' ? reading.value : 0).toBe(0);
      expect(reading.state).not.toBe('certain-pair');
    }),
    { numRuns: 2000 },
  );
});

test('R-VAL-42 a pair is read only where the row asks for two quantities', () => {
  fc.assert(
    fc.property(cells, contexts, (cell, context) => {
      expect(readQuantity(cell, { ...context, pair: null }).state).not.toMatch(/pair/);
    }),
    { numRuns: 2000 },
  );
});

test('R-VAL-43 a whole number is the same in every way of writing it', () => {
  fc.assert(
    fc.property(fc.nat({ max: 999_999_999 }), (value) => {
      const context: QuantityContext = {
        nature: 'persons',
        unit: 'người',
        yesNo: false,
        pair: null,
      };
      const spaced = formatNumber(value).replaceAll('.', '\u00A0');
      for (const text of [
        String(value),
        formatNumber(value),
        spaced,
        ` ${String(value)} `,
        `${formatNumber(value)} người`,
        `0${String(value)}`,
      ]) {
        const reading = readQuantity({ kind: 'text', value: text }, context);
        expect([text, reading.state, ...values(reading)]).toEqual([text, 'certain', value]);
      }
      expect(readQuantity({ kind: 'number', value }, context)).toEqual({
        state: 'certain',
        value,
        reworded: false,
        saysNature: null,
      });
    }),
  );
});

test('R-VAL-43 two quantities with their words are read back in every way of joining them', () => {
  const joins = fc.constantFrom('/', ' / ', ', ', '; ', ' - ', ' với ', ' và ', ' (', '\n', ' cho ');
  const people = fc.constantFrom('người', 'lượt người', 'học sinh', 'hội viên', 'học viên', 'em', 'HS', 'đại biểu');
  fc.assert(
    fc.property(fc.nat({ max: 99999 }), fc.nat({ max: 9_999_999 }), joins, people, (thing, person, join, word) => {
      const value = `${formatNumber(thing)} lớp${join}${formatNumber(person)} ${word}${join === ' (' ? ')' : ''}`;
      const context: QuantityContext = {
        nature: 'things',
        unit: 'lớp',
        yesNo: false,
        pair: { thing: 'lớp', person: 'người' },
      };
      expect([value, readQuantity({ kind: 'text', value }, context)]).toEqual([value, { state: 'certain-pair', thing, person }]);
    }),
    { numRuns: 500 },
  );
});

test('R-VAL-44 a word of doubt makes any certain reading a proposal of the same number', () => {
  const doubt = fc.constantFrom('khoảng', 'gần', 'hơn', 'trên', 'Ước', '~', '≥');
  fc.assert(
    fc.property(fc.nat({ max: 999_999 }), doubt, fc.constantFrom('', ' lớp', ' người'), (value, word, unit) => {
      const context: QuantityContext = {
        nature: 'things',
        unit: 'lớp',
        yesNo: false,
        pair: null,
      };
      const text = `${word} ${formatNumber(value)}${unit}`;
      expect(readQuantity({ kind: 'text', value: text }, context)).toEqual({
        state: 'proposed',
        value,
        why: 'approximate',
      });
    }),
  );
});

test('R-TXT-03 quantity cells of 50,000 characters are harmless', () => {
  const context: QuantityContext = {
    nature: 'things',
    unit: 'lớp',
    yesNo: true,
    pair: { thing: 'lớp', person: 'người' },
  };
  for (const piece of [
    '1',
    '1 ',
    '12 345 ',
    '1.',
    '(',
    '()',
    'một ',
    'không ',
    '- ',
    'lớp ',
    'trong đó ',
    'x',
    '\n',
    '0 người/',
    '😀',
    '\u0301',
  ]) {
    const reading = readQuantity({ kind: 'text', value: piece.repeat(Math.ceil(50000 / piece.length)) }, context);
    expect(['absent', 'unreadable']).toContain(reading.state);
    expect(readQuantity({ kind: 'text', value: piece.repeat(Math.floor(300 / piece.length)) }, context)).toBeDefined();
  }
  expect(readQuantity({ kind: 'text', value: `${' '.repeat(50000)}12` }, context)).toMatchObject({ state: 'certain', value: 12 });
});
