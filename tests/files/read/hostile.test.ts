/**
 * Files made to hurt: each is refused or read within seconds and little memory. They are made here, byte by byte,
 * because a zip bomb has no place in a repository.
 */
import { strToU8, zipSync } from 'fflate';
import { looksLikeZip } from '../../../src/files/archive/zip-directory';
import { readWorkbook } from '../../../src/files/read/read-workbook';
import { partialSource } from '../../support/partial-source';
import { makeXlsx, patchDirectory, workbookParts, zipOf } from './workbook-maker';

const SHEET = 'xl/worksheets/sheet1.xml';

function refusal(bytes: Uint8Array): string {
  const result = readWorkbook(bytes);
  // Large zips are read in parts: no guard may be weaker there (R-READ-90). Anything else is read whole.
  if (looksLikeZip(bytes)) {
    const inParts = readWorkbook(partialSource(bytes));
    expect(inParts.ok ? 'read' : inParts.error).toEqual(result.ok ? 'read' : result.error);
  }
  return result.ok ? 'read' : result.error.code;
}

/** One member of a gigabyte of zeros or of one row over and over, deflated in pieces so that making it is cheap. */
function bomb(opening: string, piece: string, bytes: number): Uint8Array {
  const repeated = strToU8(piece.repeat(Math.ceil((1 << 20) / piece.length)));
  const content = new Uint8Array(Math.min(bytes, 200 << 20));
  content.set(strToU8(opening));
  for (let at = opening.length; at < content.length; at += repeated.length) {
    content.set(repeated.subarray(0, content.length - at), at);
  }
  return content;
}

const started = performance.now();
let slowest = 0;

beforeEach(() => {
  slowest = performance.now();
});

afterEach(() => {
  // Making the file is part of the time; what counts is that nothing takes seconds to refuse.
  expect(performance.now() - slowest).toBeLessThan(20_000);
});

afterAll(() => {
  expect(performance.now() - started).toBeLessThan(50_000);
});

describe('hostile workbooks', () => {
  const honest = workbookParts({ sheets: [{ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }] });

  test('R-READ-20 a sheet that inflates beyond the bound is too large, whatever its header says', () => {
    const zip = zipSync({
      ...Object.fromEntries(Object.entries(honest).map(([name, content]) => [name, strToU8(String(content))])),
      [SHEET]: [bomb('<worksheet><sheetData>', '<row><c><v>1</v></c></row>', 200 << 20), { level: 1 }],
    });
    expect(refusal(zip)).toBe('too-large');
    expect(['too-large', 'damaged']).toContain(refusal(patchDirectory(zip, SHEET, 24, 1000)));
  });

  test('R-READ-21 declared sizes and checksums that do not agree with the content mean damaged', () => {
    const zip = makeXlsx({ sheets: [{ rows: '<row r="1"><c r="A1"><v>1</v></c></row>'.repeat(50) }] });
    expect(refusal(zip)).toBe('read');
    expect(refusal(patchDirectory(zip, SHEET, 24, 10))).toBe('damaged');
    expect(refusal(patchDirectory(zip, SHEET, 24, 0x7fffffff))).toBe('damaged');
    expect(refusal(patchDirectory(zip, SHEET, 16, 0x12345678))).toBe('damaged');
    expect(refusal(patchDirectory(zip, SHEET, 20, 0x7fffffff))).toBe('damaged');
    expect(refusal(patchDirectory(zip, SHEET, 42, 0))).toBe('damaged');
  });

  test('R-READ-22 photos and other parts nobody needs are not inflated', () => {
    const photo = {
      'xl/media/image1.jpg': new Uint8Array(100_000).map((_, index) => index * 7),
      'xl/drawings/drawing1.xml': '<broken',
    };
    const zip = zipOf({ ...honest, ...photo });
    const broken = patchDirectory(patchDirectory(zip, 'xl/media/image1.jpg', 16, 1), 'xl/media/image1.jpg', 24, 0xfffffff0);
    expect(refusal(broken)).toBe('read');
  });

  test('R-READ-23 document types and entities are refused in every part that is read', () => {
    const entities = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';
    for (const part of ['xl/workbook.xml', SHEET, '_rels/.rels', 'xl/_rels/workbook.xml.rels']) {
      const content = String(honest[part]).replace('?>\n', `?>\n${entities}`);
      expect(content).toContain('ENTITY');
      expect(refusal(zipOf({ ...honest, [part]: content }))).toBe('damaged');
    }
    expect(refusal(zipOf({ ...honest, [SHEET]: '<worksheet>&b;</worksheet>' }))).toBe('damaged');
  });

  test('R-READ-24 a used range of the whole sheet costs nothing; a lonely cell in its last corner is read', () => {
    const result = readWorkbook(
      makeXlsx({
        sheets: [
          {
            before: '<dimension ref="A1:XFD1048576"/>',
            rows: '<row r="1048576"><c r="XFD1048576"><v>5</v></c></row>',
            after:
              '<mergeCells><mergeCell ref="A1:XFD1048575"/></mergeCells><hyperlinks><hyperlink ref="A1:XFD1048576" ' +
              'location="x"/></hyperlinks>',
          },
        ],
      }),
    );
    expect(result.ok && result.value.sheets[0]?.rows).toEqual([
      { index: 1_048_575, cells: [{ column: 16_383, value: { kind: 'number', value: 5 } }] },
    ]);
    for (const reference of ['A1048577', 'XFE1', 'A0', 'A99999999999999999999', '1', '']) {
      expect(refusal(makeXlsx({ sheets: [{ rows: `<row r="1"><c r="${reference}"><v>1</v></c></row>` }] }))).toBe('damaged');
    }
  });

  test('R-READ-25 more cells, merges or sheets than allowed are refused while they are counted', () => {
    const million = `<row>${'<c><v>1</v></c>'.repeat(500)}</row>`.repeat(2001);
    expect(refusal(makeXlsx({ sheets: [{ rows: million }] }))).toBe('too-many-cells');
    const merges = '<mergeCell ref="A1:B1"/>'.repeat(100_001);
    expect(refusal(makeXlsx({ sheets: [{ after: `<mergeCells>${merges}</mergeCells>` }] }))).toBe('too-many-cells');
    expect(refusal(makeXlsx({ sheets: Array.from({ length: 257 }, () => ({ rows: '' })) }))).toBe('too-many-cells');
  });

  test('R-READ-26 deep nesting, long formulas and endless attributes are refused or stepped over', () => {
    expect(refusal(zipOf({ ...honest, [SHEET]: `<worksheet>${'<a>'.repeat(100_000)}` }))).toBe('damaged');
    const deep = `${'IF(A1,'.repeat(5000)}1${')'.repeat(5000)}`;
    expect(refusal(makeXlsx({ sheets: [{ rows: `<row><c><f>${deep}</f><v>1</v></c></row>` }] }))).toBe('read');
    expect(refusal(makeXlsx({ sheets: [{ rows: `<row ${'x="1" '.repeat(200_000)}/>` }] }))).toBe('read');
    expect(refusal(zipOf({ ...honest, [SHEET]: `<worksheet ${'a'.repeat(5_000_000)}` }))).toBe('damaged');
    expect(refusal(zipOf({ ...honest, [SHEET]: `<worksheet>${'<'.repeat(1_000_000)}` }))).toBe('damaged');
    expect(refusal(zipOf({ ...honest, [SHEET]: `<worksheet>${'<!--'.repeat(1_000_000)}` }))).toBe('damaged');
  });

  test('R-READ-27 a workbook cut off anywhere is damaged, never half read', () => {
    const zip = makeXlsx({ sheets: [{ rows: '<row><c><v>1</v></c></row>'.repeat(1000) }] });
    for (let part = 1; part < 20; part++) {
      const cut = zip.subarray(0, Math.floor((zip.length * part) / 20));
      expect(refusal(cut)).toBe('damaged');
    }
  });

  test('R-READ-28 overlapping entries are refused', () => {
    const zip = zipOf({ ...honest, 'a.bin': new Uint8Array(5000) }, 0);
    const view = new DataView(zip.buffer);
    let target = 0;
    for (let at = 0; at + 46 <= zip.length; at++) {
      if (view.getUint32(at, true) === 0x02014b50 && target === 0) target = view.getUint32(at + 42, true) + 1;
    }
    expect(refusal(patchDirectory(zip, 'a.bin', 42, target))).toBe('damaged');
  });

  test('R-READ-29 an .ods with two hundred million repeated rows is refused by its cells; empty repetition is free', () => {
    const ods = (rows: string): Uint8Array =>
      zipOf({
        mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
        'content.xml':
          '<office:document-content><office:body><office:spreadsheet><table:table table:name="A">' +
          `${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
      });
    const cell = '<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="200"/>';
    expect(refusal(ods(`<table:table-row table:number-rows-repeated="1000000">${cell}</table:table-row>`))).toBe(
      'too-many-cells',
    );
    const empty =
      '<table:table-row table:number-rows-repeated="2147483647"><table:table-cell ' +
      'table:number-columns-repeated="16384"/></table:table-row>';
    expect(refusal(ods(empty))).toBe('read');
    expect(refusal(ods(`${empty}<table:table-row>${cell}</table:table-row>`))).toBe('damaged');
  });

  test('R-READ-30 a text of millions of separators is refused by its cells or read within bounds', () => {
    expect(refusal(strToU8('1,2,3,4,5,6,7,8\n'.repeat(130_000)))).toBe('too-many-cells');
    expect(refusal(strToU8(','.repeat(20_000_000)))).toBe('read');
    expect(refusal(strToU8(`"${'x'.repeat(5_000_000)}`))).toBe('read');
  });
});
