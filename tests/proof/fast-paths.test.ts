/** What was made fast must say the same as what it stands in for. */
import { zipSync } from 'fflate';
import fc from 'fast-check';
import { createPacker, createUnpacker } from '../../src/app/packed-received';
import { acceptProposals, checkForm } from '../../src/core/checks/check-form';
import type { CheckedForm } from '../../src/core/checks/checked-form';
import type { Received } from '../../src/core/consolidation/received';
import { finding, type Finding } from '../../src/core/findings';
import { inflateBounded, InflatesTooLarge } from '../../src/files/archive/inflate';
import { inflateNatively } from '../../src/files/archive/inflate-node';
import { KnownParts } from '../../src/files/read/known-parts';
import { DEFAULT_LIMITS } from '../../src/files/read/limits';
import { openZip, type GuardedZip } from '../../src/files/archive/zip-guard';
import { readWorkbook } from '../../src/files/read/read-workbook';
import { makeXlsx } from '../files/read/workbook-maker';
import { figuresKey } from '../../src/core/forms/figures-key';
import type { FilledForm } from '../../src/core/forms/filled-form';
import { FORM } from '../support/annex';
import { travelAll } from '../support/travel';
import { generateAnnex } from './fuzz/annexes';
import { receive } from './fuzz/judge';
import { Random } from './fuzz/random';

/** A form with its proposals accepted is checked like any other. */
function checkedAgain(filled: FilledForm): CheckedForm {
  return checkForm(FORM, filled, { year: 2024, theme: null });
}

test('R-SPD-01 what travels packed between threads arrives as it was', () => {
  const annexes = Array.from({ length: 12 }, (_, at) => generateAnnex(new Random(at + 1), at + 1));
  const all = annexes.flatMap((annex): Received[] => {
    const received = receive(annex.name, annex.bytes);
    if (received.outcome !== 'form') throw new Error(received.outcome);
    return [received, { ...received, form: checkedAgain(acceptProposals(received.form)) }];
  });
  expect(travelAll(FORM, all)).toEqual(all);
  // The same files again: their lines are of shapes that travelled before.
  expect(travelAll(FORM, [...all, ...all])).toEqual([...all, ...all]);
});

test('R-SPD-01 forms of two packers in turns, the shapes of each', () => {
  const [one, other] = [createPacker('one'), createPacker('other')];
  const unpack = createUnpacker(FORM);
  const all = [4, 5, 6, 7].map((seed) => {
    const annex = generateAnnex(new Random(seed), seed);
    return receive(annex.name, annex.bytes);
  });
  const packed = all.map((received, at) => (at % 2 === 0 ? one : other)(received));
  expect(packed.map((each) => unpack(structuredClone(each)))).toEqual(all);
  const later = one(all[0]!);
  expect(() => createUnpacker(FORM)(later)).toThrow('order');
});

test('R-SPD-02 lines, forms and outcomes of an unusual shape arrive as they were', () => {
  const annex = generateAnnex(new Random(3), 3);
  const received = receive(annex.name, annex.bytes);
  if (received.outcome !== 'form') throw new Error(received.outcome);
  const [first, second, ...others] = received.form.lines;
  if (first === undefined || second === undefined) throw new Error('no lines');
  const elsewhere = { ...first, at: { sheet: 'elsewhere', cell: 'A1' } };
  const raw = { ...second, readings: { count: { state: 'certain', value: 5, raw: ' 5 ', at: { sheet: 'a', cell: 'B1' }, accepted: true } } } as const;
  const odd: Received = { ...received, form: checkedAgain({ ...received.form, lines: [elsewhere, raw, ...others] }) };
  const refused: Received = { file: 'a', hash: null, savedAt: null, fileTime: null, outcome: 'refused', refusal: { code: 'password', detail: null } };
  const several: Received = { file: 'b', hash: 'h', savedAt: null, fileTime: null, outcome: 'several', sheets: ['x', 'y'] };
  const lineage = { formId: FORM.id, year: null, sheet: 's', contributors: [] };
  const consolidated: Received = { ...received, lineage };
  expect(travelAll(FORM, [odd, refused, several, consolidated, received])).toEqual([odd, refused, several, consolidated, received]);
});

test('R-SPD-02 findings that differ in one thing only arrive as they were', () => {
  const annex = generateAnnex(new Random(3), 3);
  const received = receive(annex.name, annex.bytes);
  if (received.outcome !== 'form') throw new Error(received.outcome);
  const at = { sheet: 'a', cell: 'D4' };
  const params = { row: '1. Các lớp', computed: 5, unit: 'lớp' };
  const findings: readonly Finding[] = [
    finding('children-only', 'hint', at, params),
    finding('children-only', 'hint', at, { ...params, computed: -0 }),
    finding('children-only', 'hint', at, { ...params, computed: 0.1 }),
    finding('children-only', 'warning', at, params),
    finding('children-only', 'hint', at, { ...params, unit: 'người' }),
    finding('children-only', 'hint', { sheet: 'b', cell: 'D4' }, params),
    finding('children-only', 'hint', { sheet: 'a', cell: null }, params),
    finding('children-only', 'hint', null, params),
    finding('parent-below', 'warning', at, { ...params, reported: 3 }, { fix: { writes: [{ cell: 'D4', value: 5 }] } }),
    finding('parent-below', 'warning', at, { ...params, reported: 3 }),
    finding('proposed-pair', 'warning', at, { row: 'r', raw: '5/6', reading: '5' }, { proposal: { indicator: '1.1', values: { count: 5 } } }),
    finding('empty-report', 'warning', { sheet: 'a', cell: null }, {}),
  ];
  const all = [findings, [...findings].reverse(), []].map((said): Received => ({ ...received, form: { ...received.form, findings: said } }));
  expect(travelAll(FORM, all)).toEqual(all);
  expect(travelAll(FORM, all).map((one) => JSON.stringify(one.outcome === 'form' ? one.form.findings : null))).toEqual(
    all.map((one) => JSON.stringify(one.outcome === 'form' ? one.form.findings : null)),
  );
});

test('R-SPD-02 the lines of an unpacked form stay the same, whoever asks and how often', () => {
  const annex = generateAnnex(new Random(8), 8);
  const received = receive(annex.name, annex.bytes);
  const [arrived] = travelAll(FORM, [received]);
  if (arrived?.outcome !== 'form' || received.outcome !== 'form') throw new Error('no form');
  expect(arrived.form.lines).toEqual(received.form.lines);
  expect({ ...arrived.form }.lines).toEqual(arrived.form.lines);
  expect(figuresKey(arrived.form)).toBe(figuresKey(received.form));
});

const number = fc.oneof(fc.integer({ min: -1_000_000, max: 1_000_000 }).map(String), fc.constantFrom('1e3', '0.1', '-0', '', ' 7 ', '0x10', 'text', '1.10'));
const cell = fc.record({ type: fc.constantFrom('n', 'b', 's', 'e', 'str', undefined), style: fc.constantFrom(0, 1, undefined), value: fc.option(number) });

test('R-SPD-03 cells written as every program writes them read like cells written in another order', () => {
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 20 }), (cells) => {
      const rows = (usual: boolean): string =>
        `<row r="1">${cells
          .map(({ type, style, value }, column) => {
            const text = type === 's' ? '0' : type === 'b' ? '1' : value;
            const t = type === undefined ? '' : ` t="${type}"`;
            const s = style === undefined ? '' : ` s="${String(style)}"`;
            const r = ` r="${String.fromCharCode(65 + column)}1"`;
            const inside = text === null ? '' : `<v>${text}</v>`;
            return `<c${usual ? r + s + t : t + s + r}>${inside}</c>`;
          })
          .join('')}</row>`;
      const read = (usual: boolean): unknown =>
        readWorkbook(
          makeXlsx({
            sheets: [{ rows: rows(usual) }],
            strings: usual ? '<si><t>Xã &amp; phường</t></si>' : '<si><r><t>Xã &amp; phường</t></r></si>',
            styles: '<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts><font/></fonts><cellXfs><xf/><xf numFmtId="164"/></cellXfs>',
          }),
        );
      expect(read(true)).toEqual(read(false));
    }),
    { numRuns: 150 },
  );
});

function zipWith(text: string): GuardedZip {
  const zip = openZip(zipSync({ 'a.xml': [new TextEncoder().encode(text), { level: 6 }] }), DEFAULT_LIMITS_OF_ZIP);
  if (!zip.ok) throw new Error(zip.error.code);
  return zip.value;
}
const DEFAULT_LIMITS_OF_ZIP = { entries: 10, partBytes: 1_000_000, totalBytes: 1_000_000 };

test('R-SPD-04 a part is taken as known only when its bytes and the bounds are the same', () => {
  const known = new KnownParts<string>();
  let asked = 0;
  const take = (text: string, limits = DEFAULT_LIMITS): string =>
    known.take(zipWith(text), 'a.xml', limits, () => {
      asked += 1;
      return text;
    });
  expect([take('one'), take('one'), asked]).toEqual(['one', 'one', 1]);
  expect([take('two'), asked]).toEqual(['two', 2]);
  expect([take('one', { ...DEFAULT_LIMITS, partBytes: 5 }), asked]).toEqual(['one', 3]);
  for (let filler = 0; filler < 20; filler++) take(`filler ${String(filler)}`);
  expect([take('one'), asked]).toEqual(['one', 24]);
  expect(() => known.take(zipWith('bad'), 'a.xml', DEFAULT_LIMITS, () => { throw new Error('damaged'); })).toThrow('damaged');
  expect(() => known.take(zipWith('bad'), 'a.xml', DEFAULT_LIMITS, () => { throw new Error('damaged'); })).toThrow('damaged');
});

function deflated(content: Uint8Array): Uint8Array {
  const zip = zipSync({ a: [content, { level: 6 }] });
  const view = new DataView(zip.buffer);
  const start = 30 + view.getUint16(26, true) + view.getUint16(28, true);
  return zip.subarray(start, start + view.getUint32(18, true));
}

test('R-SPD-05 both ways of inflating give the same bytes, stop at the bound and refuse what is damaged', () => {
  const content = Uint8Array.from({ length: 300_000 }, (_, index) => (index * 7) % 251);
  const data = deflated(content);
  for (const inflate of [inflateBounded, inflateNatively]) {
    expect(Buffer.from(inflate(data, content.length, 1_000_000)).equals(Buffer.from(content))).toBe(true);
    expect(Buffer.from(inflate(data, content.length, content.length)).equals(Buffer.from(content))).toBe(true);
    expect(() => inflate(data, content.length, content.length - 1)).toThrow(InflatesTooLarge);
    expect(() => inflate(deflated(new Uint8Array(5_000_000)), 5_000_000, 100_000)).toThrow(InflatesTooLarge);
    expect(() => inflate(data.subarray(0, 20), 10, 1_000_000)).toThrow();
    expect(() => inflate(new Uint8Array([0xff, 0xff, 0xff]), 10, 1_000_000)).toThrow();
  }
  // A lying size neither grows the buffer nor cuts the content without a word: the guard compares it with what came out.
  expect(inflateNatively(data, 10, 1_000_000)).toHaveLength(content.length);
});

const stringItem = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('<t>Xã &amp; phường</t>', '<t xml:space="preserve"> lớp </t>', '<t/>', '<t>a_x000D_b</t>', '<t>Đ&#7879;p</t>') },
  { weight: 2, arbitrary: fc.string({ maxLength: 8 }).map((text) => `<t>${text.replace(/[<&]/g, '')}</t>`) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '<r><rPr><rFont val=".VnTime"/></rPr><t>Líp</t></r><r><t xml:space="preserve"> häc</t></r>',
      '<t>漢</t><rPh sb="0" eb="1"><t>かん</t></rPh>',
      '<t><![CDATA[a]]></t>',
      '<t>a<!-- </si> -->b</t>',
      '',
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom('<t>a</b></t>', '<t>&unknown;</t>', '<t>', '</si><x/><si>') },
);

test('R-SPD-06 shared strings told by their bytes read as the scanner reads them', () => {
  fc.assert(
    fc.property(fc.array(stringItem, { maxLength: 12 }), fc.constantFrom('', ' ', '\n'), (items, between) => {
      const cells = items.map((_, at) => `<c r="${String.fromCharCode(65 + at)}1" t="s"><v>${String(at)}</v></c>`).join('');
      const read = (strings: string): unknown => readWorkbook(makeXlsx({ sheets: [{ rows: `<row r="1">${cells}</row>` }], strings }));
      const usual = items.map((item) => `<si>${item}</si>`).join('');
      // The comment in front is what the short way leaves to the scanner.
      const scanned = read(`<!-- a -->${items.map((item) => `<si>${item}</si>`).join(between)}`);
      expect(read(usual)).toEqual(scanned);
      expect(read(usual)).toEqual(scanned);
    }),
    { numRuns: 300 },
  );
});

test('R-SPD-06 bytes that are no UTF-8 are refused, also where the same string came before', () => {
  const part = (text: Uint8Array): Uint8Array =>
    makeXlsx({ sheets: [{ rows: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>' }], parts: { 'xl/sharedStrings.xml': text } });
  const bytes = (letters: string): Uint8Array => Uint8Array.from(`<sst xmlns="x"><si><t>${letters}</t></si></sst>`, (letter) => letter.charCodeAt(0));
  for (const letters of ['\xc3', 'x\xff', '\xe1\xba']) {
    for (let time = 0; time < 2; time += 1) expect(readWorkbook(part(bytes(letters)))).toMatchObject({ ok: false, error: { code: 'damaged' } });
  }
  expect(readWorkbook(part(bytes('x\xc3\xa3')))).toMatchObject({ ok: true });
});
