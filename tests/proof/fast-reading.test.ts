/** Short ways of reading: parts inflated in one go, sheets of which most was met before. They must say what the long way says. */
import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { useInflateTogether } from '../../src/files/archive/inflate';
import { inflateTogetherNatively } from '../../src/files/archive/inflate-node';
import { openZip } from '../../src/files/archive/zip-guard';
import { DEFAULT_LIMITS } from '../../src/files/read/limits';
import { readWorkbook } from '../../src/files/read/read-workbook';
import { makeXlsx } from '../files/read/workbook-maker';

const LIMITS = { entries: 10, partBytes: 100_000, totalBytes: 100_000 };
const NAMES = ['a', 'b', 'c'];

/** What a zip's entries hold, each as content or as the reason why there is none; `ahead`: read in one go before. */
function contentsOf(bytes: Uint8Array, ahead: boolean): unknown {
  const zip = openZip(bytes, LIMITS);
  if (!zip.ok) return zip;
  const entries = NAMES.flatMap((name) => zip.value.find(name) ?? []);
  if (ahead) zip.value.readAhead(entries);
  return entries.map((entry) => {
    const read = zip.value.read(entry);
    return read.ok ? Buffer.from(read.value).toString('hex') : read.error;
  });
}

describe('with Node inflating several parts at once', () => {
  beforeAll(() => {
    useInflateTogether(inflateTogetherNatively);
  });
  afterAll(() => {
    useInflateTogether(() => null);
  });

  test('R-SPD-07 entries read ahead are what they are one by one, whatever was done to the zip', () => {
    const content = fc.uint8Array({ maxLength: 400 });
    const harm = fc.record({ at: fc.nat(), to: fc.nat(255) });
    fc.assert(
      fc.property(content, content, content, fc.array(harm, { maxLength: 3 }), fc.constantFrom(0, 6), (a, b, c, harms, level) => {
        const bytes = zipSync({ a: [a, { level: level === 0 ? 0 : 6 }], b: [b, { level: 6 }], c: [c, { level: 6 }] });
        for (const { at, to } of harms) bytes[at % bytes.length] = to;
        expect(contentsOf(bytes, true)).toEqual(contentsOf(bytes, false));
      }),
      { numRuns: 600 },
    );
  });

  test('R-SPD-07 what inflates beyond a bound is refused as it is one by one', () => {
    const large = zipSync({ a: [new Uint8Array(90_000), { level: 6 }], b: [new Uint8Array(20_000), { level: 6 }], c: strToU8('c') });
    expect(contentsOf(large, true)).toEqual(contentsOf(large, false));
    expect(contentsOf(large, true)).toContainEqual(expect.objectContaining({ code: 'too-large' }));
    const larger = zipSync({ a: [new Uint8Array(3_000_000), { level: 6 }], b: [new Uint8Array(20), { level: 6 }], c: strToU8('c') });
    expect(contentsOf(larger, true)).toEqual(contentsOf(larger, false));
  });
});

test('R-SPD-09 what was read ahead gives its memory back when the file is closed, and is read anew by whoever asks', () => {
  useInflateTogether(inflateTogetherNatively);
  try {
    const zip = openZip(zipSync({ a: [new Uint8Array(20_000), { level: 6 }], b: [Uint8Array.of(1, 2, 3), { level: 6 }] }), LIMITS);
    if (!zip.ok) throw new Error('no zip');
    const { entries, readAhead, read, close } = zip.value;
    readAhead(entries);
    const lengths = (): unknown[] => entries.map((entry) => read(entry)).map((part) => part.ok && part.value.length);
    const [first] = entries;
    if (first === undefined) throw new Error('no entry');
    const given = read(first);
    expect(lengths()).toEqual([20_000, 3]);
    close();
    close();
    // Node 20 cannot: the memory is left to the collector.
    expect(given.ok && given.value.length).toBe('transfer' in ArrayBuffer.prototype ? 0 : 20_000);
    expect(lengths()).toEqual([20_000, 3]);
  } finally {
    useInflateTogether(() => null);
  }
});

test('R-SPD-07 a wrong size or checksum of one part gives none', () => {
  const packed = (text: string): { packed: Uint8Array; declaredBytes: number; checksum: number } => {
    const zip = openZip(zipSync({ a: [strToU8(text), { level: 6 }] }), LIMITS);
    const entry = zip.ok ? zip.value.find('a') : null;
    if (!zip.ok || entry === null) throw new Error('no zip');
    return { packed: zip.value.packed(entry) ?? new Uint8Array(), declaredBytes: entry.declaredBytes, checksum: entry.checksum };
  };
  const [one, other] = [packed('một một một một'), packed('hai hai hai hai hai')];
  const inflated = inflateTogetherNatively([one, other]);
  expect(inflated?.parts.map((each) => Buffer.from(each).toString('utf8'))).toEqual(['một một một một', 'hai hai hai hai hai']);
  expect(inflateTogetherNatively([one, { ...other, declaredBytes: other.declaredBytes + 1 }])).toBeNull();
  expect(inflateTogetherNatively([{ ...one, declaredBytes: 3 }, other])).toBeNull();
  expect(inflateTogetherNatively([one, { ...other, checksum: other.checksum ^ 1 }])).toBeNull();
  expect(inflateTogetherNatively([{ ...one, packed: one.packed.subarray(0, -2) }, other])).toBeNull();
});

const FEW_CELLS = { ...DEFAULT_LIMITS, cells: 6 };
const USUAL = '<?xml version="1.0" encoding="UTF-8"?>';
/** The same declaration as nobody writes it: such a part goes the long way. */
const UNUSUAL = "<?xml version='1.0' encoding='UTF-8'?>";

const head = fc.constantFrom(
  '<worksheet>',
  '<worksheet><sheetPr/><cols><col min="2" max="3" width="9" hidden="1"/></cols>',
  '<worksheet><!-- <sheetData> --><cols><col min="5" max="5" hidden="true"/></cols>',
  '<worksheet><c r="F9"><v>5</v></c>',
  '<x:worksheet xmlns:x="x">',
  '<worksheet><a b="<sheetData>"/>',
  '<worksheet><a>',
);
const row = fc.oneof(
  { weight: 6, arbitrary: fc.record({ at: fc.integer({ min: 1, max: 4 }), label: fc.nat(3), figure: fc.option(fc.nat(9)) }).map(rowOf) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '<row r="2"></row>',
      '<row r="1" ht="20"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1" t="s"><v>0</v></c><c r="A1" s="1"><v>7</v></c></row>',
      '<row r="1" ht="20"><c r="A1" t="s"><v>1</v></c><c r="B1" s="1" t="s"><v>0</v></c><c r="B1" s="1"><v>7</v></c></row>',
      '<row r="3" hidden="1"><c r="A3"><v>1</v></c></row>',
      '<row r="1"><c r="A1" t="inlineStr"><is><t>Xã</t></is></c></row>',
      '<row r="1"><c r="B1"><f>1+1</f><v>2</v></c></row>',
      '<row><c><v>4</v></c></row>',
      '<!-- </sheetData> -->',
      '<row r="4"><c r="A4" t="s"><v>77</v></c></row>',
      '<row r="2"><c r="A2"><v>1</c></row>',
      '<c r="C1"><v>8</v></c>',
      '<![CDATA[</sheetData>]]>',
    ),
  },
);
const tail = fc.constantFrom(
  '</worksheet>',
  '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="A4:A5"/></mergeCells><dataValidations><dataValidation error="Ô này"/></dataValidations></worksheet>',
  '<mergeCells><mergeCell ref="A1:B1"/></mergeCells><!-- </sheetData> --></worksheet>\n',
  '<c r="G1"><v>6</v></c></worksheet>',
  '</x:worksheet>',
  '<a></worksheet>',
  '</worksheet><worksheet/>',
  '<cols><col min="1" max="1" hidden="1"/></cols></worksheet>',
);

function rowOf({ at, label, figure }: { readonly at: number; readonly label: number; readonly figure: number | null }): string {
  const place = String(at);
  const value = figure === null ? '/>' : `><v>${String(figure)}</v></c>`;
  return `<row r="${place}" ht="20"><c r="A${place}" t="s"><v>${String(label)}</v></c><c r="B${place}" s="1" t="s"><v>0</v></c><c r="C${place}" s="1"${value}<c r="D${place}"/></row>`;
}

const STYLES =
  '<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts><font/><font><name val=".VnTime"/></font></fonts><cellXfs><xf/><xf numFmtId="164" fontId="1"/></cellXfs>';
const strings = fc.constantFrom(
  ['Đơn vị', 'Lớp', 'Người', 'Ngày'],
  ['Đơn vị', 'Lớp', 'Người', 'Tháng'],
  ['', 'Lớp', 'Người', 'Ngày'],
  ['Lớp', 'Đơn vị'],
);
const styles = fc.constantFrom(STYLES, STYLES.replace('fontId="1"', ''), '<cellXfs><xf/></cellXfs>');

test('R-SPD-08 sheets of which most was met before read as they are scanned', () => {
  fc.assert(
    fc.property(head, fc.array(row, { maxLength: 5 }), tail, strings, styles, (before, rows, after, texts, styleParts) => {
      // With two spaces behind its name no row is one that was met before.
      const inside = (mark: string): string => `${before}<sheetData>${rows.join('').replaceAll('<row ', mark)}</sheetData>${after}`;
      const read = (declaration: string, mark = '<row '): unknown =>
        readWorkbook(
          makeXlsx({
            sheets: [{ xml: declaration + inside(mark) }, { rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }],
            strings: texts.map((text) => `<si><t>${text}</t></si>`).join(''),
            styles: styleParts,
          }),
        );
      const scanned = read(UNUSUAL, '<row  ');
      for (let time = 0; time < 3; time += 1) expect(read(USUAL)).toEqual(scanned);
    }),
    { numRuns: 800 },
  );
});

test('R-SPD-08 a sheet with too many cells is refused by the same count as ever', () => {
  const rows = (count: number): string =>
    Array.from({ length: count }, (_, at) => `<row r="${String(at + 1)}"><c r="A${String(at + 1)}"><v>1</v></c></row>`).join('');
  const sheet = (count: number): unknown => readWorkbook(makeXlsx({ sheets: [{ rows: rows(count) }, { rows: rows(count) }, { rows: `${rows(2)}<a` }] }));
  for (let time = 0; time < 3; time += 1) expect(sheet(3)).toMatchObject({ ok: false, error: { code: 'damaged' } });
  for (let time = 0; time < 3; time += 1) {
    expect(readWorkbook(makeXlsx({ sheets: [{ rows: rows(4) }, { rows: rows(4) }] }), FEW_CELLS)).toMatchObject({
      ok: false,
      error: { code: 'too-many-cells' },
    });
  }
  expect(readWorkbook(makeXlsx({ sheets: [{ rows: rows(3) }, { rows: rows(3) }] }), FEW_CELLS)).toMatchObject({ ok: true });
});
