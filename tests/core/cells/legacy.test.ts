import fc from 'fast-check';
import iconv from 'iconv-lite';

import { decodeLegacy } from '../../../src/core/cells/legacy';
import { judgeSyllable } from '../../../src/core/cells/legacy/syllables';
import { TCVN3, VNI } from '../../../src/core/cells/legacy/tables';
import { similarity } from '../../../src/core/cells/similarity';
import { FORM_ROWS, NAME_SYLLABLES } from './fixtures/correct-text';

const FONTS = [undefined, '.VnTime', '.VnTimeH', 'VnTime', '.VnArial', 'VNI-Times', 'Times New Roman'] as const;
const correctWords = NAME_SYLLABLES.filter((word) => judgeSyllable(word) === 'possible');

function inverse(table: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const back = new Map<string, string>();
  for (const [shown, letter] of table) if (!back.has(letter)) back.set(letter, shown);
  return back;
}
const toTcvn3 = inverse(TCVN3);
const toVni = inverse(VNI);
const encode = (text: string, table: ReadonlyMap<string, string>): string =>
  Array.from(text, (letter) => table.get(letter) ?? letter).join('');
const tcvn3 = (text: string): string => encode(text, toTcvn3);
const vni = (text: string): string => encode(text, toVni);
const misreadUtf8 = (text: string): string => iconv.decode(Buffer.from(text, 'utf8'), 'latin1');
/** Only VN1 and VN2 have toned capitals; TCVN3 proper cannot write them. */
const hasTonedCapital = (text: string): boolean =>
  /[ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠ-Ỹ]/u.test(text) && /(?=\p{Lu})[^ĂÂÊÔƠƯĐA-Z]/u.test(text);

test('R-TXT-20 the TCVN3 table agrees with an independent one, letter by letter', () => {
  expect(TCVN3.size).toBe(74 + 16);
  for (const [shown, letter] of TCVN3) {
    expect(iconv.decode(Buffer.from([shown.charCodeAt(0)]), 'tcvn').normalize('NFC')).toBe(letter);
  }
});

test('R-TXT-20 the VNI table writes every Vietnamese letter in one way', () => {
  const letters = 'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ';
  for (const letter of letters + letters.toUpperCase()) expect(toVni.has(letter)).toBe(true);
});

test.each(FORM_ROWS.filter((row) => !hasTonedCapital(row)))('R-TXT-21 TCVN3 text is recognised by itself: %s', (row) => {
  for (const font of [undefined, '.VnTime', 'VnTime'])
    expect(decodeLegacy(tcvn3(row), font)).toEqual({
      text: row,
      encoding: 'tcvn3',
    });
});

test.each(FORM_ROWS.filter((row) => vni(row) !== row))('R-TXT-22 VNI text is recognised by itself: %s', (row) => {
  for (const font of [undefined, 'VNI-Times'])
    expect(decodeLegacy(vni(row), font)).toEqual({
      text: row,
      encoding: 'vni',
    });
});

test.each(FORM_ROWS)('R-TXT-23 wrongly read UTF-8 is recognised by itself: %s', (row) => {
  expect(decodeLegacy(misreadUtf8(row), undefined)).toEqual({
    text: row,
    encoding: 'utf8-as-1252',
  });
  // The bytes that Windows-1252 lacks are lost: most words allow one letter only, the others the likeliest.
  const damaged = iconv.decode(Buffer.from(row, 'utf8'), 'win1252').replaceAll('\uFFFD', '');
  expect(similarity(decodeLegacy(damaged, '.VnTime').text, row)).toBeGreaterThan(0.9);
});

test.each([
  ['Tr\u00ADêng', '.VnTime', 'Trường', 'tcvn3'],
  ['tr\u00ADêng', '.VnTimeH', 'TRƯỜNG', 'tcvn3'],
  ['TR\u00ADêNG THCS', undefined, 'TRƯỜNG THCS', 'tcvn3'],
  ['giáo'.replace('á', '¸'), '.VnTime', 'giáo', 'tcvn3'],
  ['x· hội'.replace('ộ', 'é'), '.VnTime', 'xã hội', 'tcvn3'],
  ['12 líp', '.VnTime', '12 lớp', 'tcvn3'],
  ['15 líp/450 ng\u00ADêi', undefined, '15 lớp/450 người', 'tcvn3'],
  ['®îc', '.VnTime', 'đợc', 'tcvn3'],
  ['bíc sang n¨m häc míi', '.VnTime', 'bớc sang năm học mới', 'tcvn3'],
  ['Tröôøng Tieåu hoïc', 'VNI-Times', 'Trường Tiểu học', 'vni'],
  ['TRÖÔØNG', undefined, 'TRƯỜNG', 'vni'],
  ['Soá löôïng', undefined, 'Số lượng', 'vni'],
  ['ñöôïc', undefined, 'được', 'vni'],
  ['TrÆ°á»\u009Dng', undefined, 'Trường', 'utf8-as-1252'],
  ['TrÆ°á»ng', undefined, 'Trường', 'utf8-as-1252'],
  ['cÃ¡c lá»›p lÃ  tá»•', undefined, 'các lớp là tổ', 'utf8-as-1252'],
] as const)('R-TXT-24 %j in font %s reads %j', (text, font, expected, encoding) => {
  expect(decodeLegacy(text, font)).toEqual({ text: expected, encoding });
});

test.each([
  ['Các lớp', '.VnTime'],
  ['cá nhân', '.VnTime'],
  ['xã', '.VnTime'],
  ['cô', 'VNI-Times'],
  ['hoà', 'VNI-Times'],
  ['Số', '.VnTimeH'],
  ['lai chau 2024', '.VnTimeH'],
  ['15/450', '.VnTime'],
  ['© 2024', '.VnTime'],
  ['25 °C ± 2', undefined],
  ['100 m²', '.VnTime'],
  ['café', undefined],
  ['« cá nhân »', undefined],
  ['xà hội', '.VnTime'],
])('R-TXT-25 a font is no proof: %j in font %s stays', (text, font) => {
  expect(decodeLegacy(text, font)).toEqual({ text, encoding: null });
});

test('R-TXT-25 correct text in any form of Unicode and in any font is left alone', () => {
  for (const row of FORM_ROWS) {
    for (const font of FONTS) {
      for (const form of ['NFC', 'NFD'] as const) {
        const text = row.normalize(form);
        expect(decodeLegacy(text, font)).toEqual({ text, encoding: null });
      }
    }
  }
  for (const word of NAME_SYLLABLES)
    for (const font of FONTS) expect([word, font, decodeLegacy(word, font).text]).toEqual([word, font, word]);
});

test('R-TXT-25 correct names put together from real syllables are left alone', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...correctWords), {
        minLength: 1,
        maxLength: 8,
      }),
      fc.constantFrom(...FONTS),
      (words, font) => {
        for (const text of [words.join(' '), words.join(' ').toUpperCase(), words.join(' ').toLowerCase()]) {
          expect(decodeLegacy(text, font)).toEqual({ text, encoding: null });
        }
      },
    ),
    { numRuns: 1000 },
  );
});

test('R-TXT-26 nothing is converted twice, pure ASCII stays, no text throws', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({
      unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)),
      maxLength: 30,
    }),
    fc.constantFrom(...FORM_ROWS).map(tcvn3),
    fc.constantFrom(...FORM_ROWS).map(vni),
    fc.constantFrom(...FORM_ROWS).map(misreadUtf8),
  );
  fc.assert(
    fc.property(anything, fc.constantFrom(...FONTS), (text, font) => {
      const once = decodeLegacy(text, font);
      expect(decodeLegacy(once.text, font)).toEqual({
        text: once.text,
        encoding: null,
      });
      if (once.encoding === null) expect(once.text).toBe(text);
    }),
    { numRuns: 2000 },
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii' }), fc.constantFrom(...FONTS), (text, font) => {
      expect(decodeLegacy(text, font)).toEqual({ text, encoding: null });
    }),
  );
});

test('R-TXT-26 names written in a legacy encoding come back, with their font, but for words that could be either', () => {
  let right = 0;
  let wrong = 0;
  const sample = correctWords.filter((word) => !hasTonedCapital(word) && /[^\u0000-\u007F]/.test(word));
  for (let at = 0; at + 1 < sample.length; at += 2) {
    const name = `${sample[at] ?? ''} ${sample[at + 1] ?? ''}`;
    for (const [encoded, font] of [
      [tcvn3(name), '.VnTime'],
      [vni(name), 'VNI-Times'],
    ] as const) {
      const { text } = decodeLegacy(encoded, font);
      if (text === name) right += 1;
      else if (text !== encoded) wrong += 1;
    }
  }
  expect(wrong).toBe(0);
  expect(right / sample.length).toBeGreaterThan(0.9);
});

test('R-TXT-03 legacy text of 50,000 characters is harmless', () => {
  for (const piece of ['Tr\u00ADêng ', 'á»', 'Ã', '·', '\u00AD', 'aù']) {
    const long = piece.repeat(50000 / piece.length);
    expect(typeof decodeLegacy(long, '.VnTime').text).toBe('string');
  }
});

test('R-TXT-27 the syllable model knows what can be Vietnamese', () => {
  for (const word of FORM_ROWS.join(' ').match(/\p{L}+/gu) ?? []) {
    if (['THCS', 'Tuần', 'zôn'].includes(word)) continue;
    expect([word, judgeSyllable(word)]).toEqual([word, 'possible']);
  }
  for (const word of ['cỏc', 'ngêi', 'trãng', 'tr', 'kà', 'cê', 'áb', 'ñôn', 'hoáà', 'löôïng', 'vổổ']) {
    expect([word, judgeSyllable(word)]).toEqual([word, word === 'trãng' ? 'possible' : 'impossible']);
  }
  expect(judgeSyllable('đợc')).toBe('damaged');
});
