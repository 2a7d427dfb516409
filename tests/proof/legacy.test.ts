/**
 * Legacy text from bytes to findings: real .xls files, saved by LibreOffice, that mix encodings and Unicode cell by
 * cell, each cell in its own font, the fonts named with and without the dot.
 */
import iconv from 'iconv-lite';
import fc from 'fast-check';
import { decodeLegacy } from '../../src/core/cells/legacy';
import { VNI } from '../../src/core/cells/legacy/tables';
import type { Received } from '../../src/core/consolidation/received';
import { COMMON_SYLLABLES } from '../../src/core/cells/legacy/common';
import { makeXlsx } from '../files/read/workbook-maker';
import { annexRows } from '../support/annex';
import { convertMany } from '../support/libreoffice';
import { receive } from './fuzz/judge';

const FONTS = ['Times New Roman', '.VnTime', 'VnTime', 'VNI-Times'] as const;
type Font = (typeof FONTS)[number];

const vniBack = new Map([...VNI].map(([shown, letter]) => [letter, shown]));
const tcvn3 = (text: string): string => [...iconv.encode(text, 'tcvn')].map((byte) => String.fromCharCode(byte)).join('');
const vni = (text: string): string => [...text.normalize('NFC')].map((letter) => vniBack.get(letter) ?? letter).join('');
/** UTF-8 shown as Windows-1252, as mail programs and CSV imports do it. */
const misread = (text: string): string => new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));
/** Letters with their shape composed and their tone apart: half-composed Unicode. */
const halfComposed = (text: string): string =>
  text.normalize('NFD').replace(/([\p{L}][\u031b\u0302\u0306])/gu, (pair) => pair.normalize('NFC'));

interface Written {
  readonly text: string;
  readonly font: Font;
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** The annex of one unit as .xlsx; each text of the table is written as `write` says, by its place. */
function annex(write: (text: string, place: number) => Written): Uint8Array {
  const rows = annexRows({ '1.1': [3, 60], '1.2': ['12 lớp', '350 người'], '2': [9] }, { unit: 'UBND xã Đồi Chè' });
  let place = 0;
  const xml = rows.map((row, index) => {
    const cells = row.map((cell, column) => {
      const reference = `${'ABCDEF'[column] ?? 'A'}${String(index + 1)}`;
      if (typeof cell === 'number') return `<c r="${reference}"><v>${String(cell)}</v></c>`;
      if (typeof cell !== 'string' || cell === '') return '';
      const { text, font } = write(cell, place++);
      return `<c r="${reference}" s="${String(FONTS.indexOf(font))}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`;
    });
    return `<row r="${String(index + 1)}">${cells.join('')}</row>`;
  });
  return makeXlsx({
    styles:
      `<fonts count="4">${FONTS.map((name) => `<font><sz val="13"/><name val="${name}"/></font>`).join('')}</fonts>` +
      '<fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>' +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4">' +
      FONTS.map((_, font) => `<xf numFmtId="0" fontId="${String(font)}" fillId="0" borderId="0" xfId="0" applyFont="1"/>`).join('') +
      '</cellXfs>',
    sheets: [{ name: 'PL2', rows: xml.join('') }],
  });
}

/** Capitals with tones do not exist in one-byte TCVN3: such lines are typed in small letters. */
const small = (text: string): string => (/\p{Lu}{2}/u.test(text) ? text.toLowerCase() : text);
const plain = (text: string): Written => ({ text, font: 'Times New Roman' });

const WAYS: Readonly<Record<string, (text: string, place: number) => Written>> = {
  'all TCVN3 in .VnTime': (text) => ({ text: tcvn3(small(text)), font: '.VnTime' }),
  'all TCVN3 in VnTime without a dot': (text) => ({ text: tcvn3(small(text)), font: 'VnTime' }),
  'TCVN3 and Unicode cell by cell': (text, place) => (place % 2 === 0 ? plain(text) : { text: tcvn3(small(text)), font: '.VnTime' }),
  'Unicode in .VnTime cells too': (text, place) => ({ text: place % 3 === 0 ? tcvn3(small(text)) : text, font: '.VnTime' }),
  'all VNI': (text) => ({ text: vni(text), font: 'VNI-Times' }),
  'half-composed': (text) => plain(halfComposed(text)),
  'UTF-8 misread': (text) => plain(misread(text)),
};

let files: ReadonlyMap<string, Uint8Array> = new Map();

beforeAll(() => {
  files = convertMany(new Map(Object.entries(WAYS).map(([name, write]) => [name, annex(write)])), 'xlsx', 'xls');
}, 120_000);

function form(name: string): Extract<Received, { outcome: 'form' }> {
  const received = receive(`${name}.xls`, files.get(name) ?? new Uint8Array());
  if (received.outcome !== 'form') throw new Error(`${name}: ${received.outcome}`);
  return received;
}

test.each(Object.keys(WAYS))('R-LEG-01 %s: unit, rows and figures of a real .xls are those that were meant', (name) => {
  const received = form(name);
  expect(received.form.units[0]?.text.toLowerCase()).toBe('ubnd xã đồi chè');
  const reading = (row: string, measure: string): unknown => received.form.lines.find((line) => line.indicator === row)?.readings[measure];
  expect(reading('1.1', 'count')).toMatchObject({ state: 'certain', value: 3 });
  expect(reading('1.1', 'people')).toMatchObject({ state: 'certain', value: 60 });
  expect(reading('1.2', 'count')).toMatchObject({ state: 'certain', value: 12 });
  expect(reading('1.2', 'people')).toMatchObject({ state: 'certain', value: 350 });
  expect(reading('2', 'count')).toMatchObject({ state: 'certain', value: 9 });
  expect(received.form.lines.filter((line) => line.at === null)).toEqual([]);
  expect(received.form.extras).toEqual([]);
});

test.each([
  ['all TCVN3 in .VnTime', 'tcvn3'],
  ['all TCVN3 in VnTime without a dot', 'tcvn3'],
  ['TCVN3 and Unicode cell by cell', 'tcvn3'],
  ['Unicode in .VnTime cells too', 'tcvn3'],
  ['all VNI', 'vni'],
  ['UTF-8 misread', 'utf8-as-1252'],
])('R-LEG-02 %s: what was converted is shown once, before and after', (name, encoding) => {
  const said = form(name).form.findings.filter((one) => one.code === 'text-converted');
  expect(said).toHaveLength(1);
  const [finding] = said;
  if (finding?.code !== 'text-converted') throw new Error('nothing was said');
  expect(finding.params.encoding).toBe(encoding);
  expect(finding.params.before).not.toBe(finding.params.after);
  expect(decodeLegacy(finding.params.before, undefined).text.length).toBeGreaterThan(0);
  expect(finding.at?.cell).toMatch(/^[A-F]\d+$/);
});

test('R-LEG-03 half-composed text needs no conversion and is said to be none', () => {
  expect(form('half-composed').form.findings.filter((one) => one.code === 'text-converted')).toEqual([]);
});

test('R-LEG-04 a correct text is never damaged, whatever font its cell names', () => {
  const syllables = [...COMMON_SYLLABLES];
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...syllables), { minLength: 1, maxLength: 12 }),
      fc.constantFrom(undefined, ...FONTS, '.VnTimeH', 'VNI-Helve'),
      fc.constantFrom((text: string) => text, (text: string) => text.toUpperCase(), (text: string) => text.normalize('NFD'), halfComposed),
      (words, font, write) => {
        const text = write(words.join(' '));
        // Letters that only Unicode has prove the text; without one, a text can be as correct in two encodings.
        fc.pre(/[\u0102\u0103\u0110\u0111\u01A0\u01A1\u01AF\u01B0\u1EA0-\u1EF9]|\p{M}/u.test(text));
        expect(decodeLegacy(text, font)).toEqual({ text, encoding: null });
      },
    ),
    { numRuns: 500 },
  );
});

test('R-LEG-05 converting what was converted changes nothing more', () => {
  const syllables = [...COMMON_SYLLABLES];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...syllables), { minLength: 3, maxLength: 12 }), (words) => {
      const once = decodeLegacy(tcvn3(words.join(' ')), '.VnTime');
      expect(decodeLegacy(once.text, '.VnTime').text).toBe(once.text);
    }),
    { numRuns: 300 },
  );
});
