import fc from 'fast-check';

import { foldText, foldTokens } from '../../../src/core/cells/fold';
import { composeText, normalizeText } from '../../../src/core/cells/normalize';
import { isPlaceholder } from '../../../src/core/cells/placeholder';
import { FORM_ROWS, NAME_SYLLABLES } from './fixtures/correct-text';

const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 60 }));

test.each([
  ['hoà bình', 'hòa bình'],
  ['thuỷ', 'thủy'],
  ['Đường  Lối', 'đường lối'],
  ['LỚP HỌC', 'lớp học'],
  ['“Tuần lễ” – năm 2024', 'tuần lễ năm 2024'],
  ['tr­ường', 'trường'],
  ['Số\u00A0lớp/\u200Bngười', 'số lớp người'],
  ['Ðào tạo', 'đào tạo'],
])('R-TXT-01 %j and %j fold alike', (one, other) => {
  expect(foldText(one)).toBe(foldText(other));
});

test('R-TXT-01 folding keeps letters and digits, one space between words', () => {
  expect(foldText('  Hoà  BÌNH – (2024): đ/c ')).toBe('hoa binh 2024 d c');
  expect(foldTokens('1.10 Phổ cập')).toEqual(['1', '10', 'pho', 'cap']);
  expect(foldTokens(' … ')).toEqual([]);
});

test('R-TXT-01 every Unicode form of a text folds alike, and folding twice changes nothing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.constantFrom(...FORM_ROWS), anyText), (text) => {
      const folded = foldText(text);
      expect(foldText(folded)).toBe(folded);
      expect(foldText(text.normalize('NFD'))).toBe(folded);
      expect(foldText(text.normalize('NFC'))).toBe(folded);
    }),
  );
});

test('R-TXT-02 half-composed letters are composed, marks in any order', () => {
  expect(normalizeText('bie\u0301\u0302n')).toBe('biến');
  expect(normalizeText('biê\u0301n')).toBe('biến');
  expect(normalizeText('ngu\u0300\u031Bng')).toBe('ngừng');
  expect(normalizeText('lo\u0323\u0302c')).toBe('lộc');
  expect(composeText('được'.normalize('NFD'))).toBe('được');
});

test('R-TXT-02 odd spaces become one plain space, lines stay', () => {
  expect(normalizeText(' a\u00A0\u00A0b\u2009c \r\n  d\u200B ')).toBe('a b c\nd');
});

test('R-TXT-02 correct text is never changed, and normalizing twice changes nothing', () => {
  for (const text of [...FORM_ROWS, ...NAME_SYLLABLES]) expect(normalizeText(text)).toBe(text);
  fc.assert(
    fc.property(anyText, (text) => {
      const once = normalizeText(text);
      expect(normalizeText(once)).toBe(once);
    }),
  );
});

test('R-TXT-02 the soft hyphen, which is ư in TCVN3, is kept', () => {
  expect(normalizeText('tr\u00ADêng')).toBe('tr\u00ADêng');
});

test.each(['', ' ', '…', '.....', '……', '. . .', '____', '- - -', '–––', '\u00A0…\u00A0'])(
  'R-VAL-01 %j is a place to write in',
  (text) => {
    expect(isPlaceholder(text)).toBe(true);
  },
);

test.each(['-', '–', ' - ', '0', '...12...', 'x', '/'])('R-VAL-01 %j is not a place to write in', (text) => {
  expect(isPlaceholder(text)).toBe(false);
});

test('R-TXT-03 texts of 50,000 characters cost no more than their length', () => {
  for (const piece of ['a', '.', ' ', 'e\u0301\u0302', '\u0301', '- ', 'ư ', '(']) {
    const long = piece.repeat(50000);
    expect(typeof foldText(long)).toBe('string');
    expect(typeof normalizeText(long)).toBe('string');
    expect(typeof isPlaceholder(long)).toBe('boolean');
  }
});

/** Letters that are folded one by one and texts that are tidy already, among those that are not. */
const mixedText = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...'aAđĐếỔýÿ .,-()/12'.split('')) },
      { weight: 3, arbitrary: fc.integer({ min: 0, max: 0x24f }).map((code) => String.fromCharCode(code)) },
      { weight: 2, arbitrary: fc.integer({ min: 0x1ea0, max: 0x1ef9 }).map((code) => String.fromCharCode(code)) },
      { weight: 1, arbitrary: fc.integer({ min: 0x2000, max: 0x2030 }).map((code) => String.fromCharCode(code)) },
      { weight: 1, arbitrary: fc.constantFrom('\u0301', '\u031b', '\u0323', '½', 'ŀ', 'ﬁ', '中', 'Σ', '\u00ad', '\n', '\r\n') },
    ),
    { maxLength: 14 },
  )
  .map((letters) => letters.join(''));

test('R-TXT-01 letters folded one by one fold as the whole text does', () => {
  const whole = (text: string): string =>
    text
      .normalize('NFKD')
      .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
      .toLowerCase()
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .replace(/[đðɖ]/g, 'd')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  fc.assert(
    fc.property(mixedText, (text) => {
      expect(foldText(text)).toBe(whole(text));
    }),
    { numRuns: 3_000 },
  );
});

test('R-TXT-02 a text that is tidy already is left as it is, any other is tidied as before', () => {
  fc.assert(
    fc.property(mixedText, (text) => {
      // With a letter at its end that needs composing, the text takes the long way.
      const long = normalizeText(`${text}x\u0301`);
      expect(normalizeText(`${text}x`)).toBe(`${long.slice(0, -2)}x`);
      expect(composeText(`${text} `)).toBe(composeText(`${text} \u0301`).slice(0, -1));
    }),
    { numRuns: 2_000 },
  );
});
