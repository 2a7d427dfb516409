import { strToU8 } from 'fflate';
import fc from 'fast-check';
import type { CellGrid } from '../../../src/core/cells/cell';
import { readCsvRows } from '../../../src/files/read/csv';
import { detectFileKind } from '../../../src/files/read/file-kind';
import { DEFAULT_LIMITS } from '../../../src/files/read/limits';
import { readWorkbook } from '../../../src/files/read/read-workbook';
import { makeXlsx, zipOf } from './workbook-maker';

function rowsOf(bytes: Uint8Array): readonly (readonly (readonly [number, string])[])[] {
  const result = readWorkbook(bytes);
  if (!result.ok) throw new Error(result.error.code);
  const grid: CellGrid | undefined = result.value.sheets[0];
  return (grid?.rows ?? []).map((row) =>
    row.cells.map((cell) => {
      if (cell.value.kind !== 'text') throw new Error('not text');
      return [cell.column, cell.value.value] as const;
    }),
  );
}

const latin1 = (text: string): Uint8Array => Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)));

function refusal(bytes: Uint8Array): readonly [string, string | null] {
  const result = readWorkbook(bytes);
  return result.ok ? ['read', null] : [result.error.code, result.error.detail];
}

describe('text files', () => {
  const table = (separator: string): string =>
    ['TT', 'Nội dung, đơn vị', 'Số lượng'].join(separator) + '\n' + ['1.10', 'Lớp', '1.234,5'].join(separator) + '\r\n';

  test.each([';', '\t'])('R-READ-70 the separator %j is found beside commas in the words; values stay text', (separator) => {
    expect(rowsOf(strToU8(table(separator)))).toEqual([
      [
        [0, 'TT'],
        [1, 'Nội dung, đơn vị'],
        [2, 'Số lượng'],
      ],
      [
        [0, '1.10'],
        [1, 'Lớp'],
        [2, '1.234,5'],
      ],
    ]);
  });

  test('R-READ-70 commas with quotes, line breaks inside quotes, and a first line "sep="', () => {
    expect(rowsOf(strToU8('a,"b, c","d\ne"\n1,2,3\n'))).toEqual([
      [
        [0, 'a'],
        [1, 'b, c'],
        [2, 'd\ne'],
      ],
      [
        [0, '1'],
        [1, '2'],
        [2, '3'],
      ],
    ]);
    expect(rowsOf(strToU8('sep=|\na|b,c\n'))).toEqual([
      [
        [0, 'a'],
        [1, 'b,c'],
      ],
    ]);
    expect(rowsOf(strToU8('Kính gửi quý cơ quan.\nXin cảm ơn.'))).toEqual([[[0, 'Kính gửi quý cơ quan.']], [[0, 'Xin cảm ơn.']]]);
  });

  test('R-READ-71 UTF-8, UTF-16, code pages 1258 and 1252 are told apart by their bytes', () => {
    const expected = [
      [
        [0, 'Số'],
        [1, 'lượng'],
      ],
    ];
    const utf16 = (text: string, little: boolean): Uint8Array => {
      const out = new Uint8Array(text.length * 2);
      [...text].forEach((letter, index) => {
        new DataView(out.buffer).setUint16(index * 2, letter.charCodeAt(0), little);
      });
      return out;
    };
    expect(rowsOf(strToU8('Số,lượng'))).toEqual(expected);
    expect(rowsOf(strToU8('\ufeffSố,lượng'))).toEqual(expected);
    expect(rowsOf(utf16('\ufeffSố,lượng', true))).toEqual(expected);
    expect(rowsOf(utf16('\ufeffSố,lượng', false))).toEqual(expected);
    // 1258: ô is F4, acute EC, ư FD, ơ F5, dot below F2.
    expect(rowsOf(latin1('S\xf4\xec,l\xfd\xf5\xf2ng'))).toEqual(expected);
    // TCVN3 passes as the 1252 letters its font draws, for the next station to convert.
    expect(rowsOf(latin1('S\xe8 l\xad\xeeng ng\xad\xeai'))).toEqual([[[0, 'Sè l\u00adîng ng\u00adêi']]]);
  });

  test('R-READ-72 rows of our own text files keep their empty values', () => {
    expect(readCsvRows(strToU8('code;name\n;A\n'))).toEqual({ ok: true, value: [['code', 'name'], ['', 'A'], ['']] });
    expect(readCsvRows(makeXlsx({}))).toMatchObject({ ok: false });
  });
});

describe('kinds of files', () => {
  test('R-READ-73 what is no workbook is named', () => {
    const cases: readonly (readonly [Uint8Array, string])[] = [
      [latin1('%PDF-1.7\n%\xe2\xe3'), 'tệp PDF'],
      [latin1('\xff\xd8\xff\xe0\0\x10JFIF'), 'tệp ảnh'],
      [latin1('\x89PNG\r\n\x1a\n'), 'tệp ảnh'],
      [latin1('\0\0\0\x18ftypheic'), 'tệp ảnh'],
      [latin1('Rar!\x1a\x07\x01\0'), 'tệp nén RAR'],
      [latin1('{\\rtf1\\ansi'), 'tệp Word (RTF)'],
      [zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }), 'tệp Word'],
      [zipOf({ '[Content_Types].xml': '<Types/>', 'ppt/presentation.xml': '<p/>' }), 'tệp PowerPoint'],
      [zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }), 'tệp văn bản OpenDocument'],
      [latin1('MZ\x90\0\x03'), 'tệp chương trình'],
      [strToU8('<!DOCTYPE html><html><body>Không có gì</body></html>'), 'trang web không có bảng'],
      [latin1('ab\0\0\x01\x02\x03'), 'tệp không phải bảng tính'],
    ];
    for (const [bytes, detail] of cases) expect(refusal(bytes)).toEqual(['not-a-workbook', detail]);
  });

  test('R-READ-74 empty, blank and zeroed files are told apart', () => {
    expect(refusal(new Uint8Array(0))[0]).toBe('empty-file');
    expect(refusal(strToU8(' \r\n\t\n'))[0]).toBe('empty-file');
    expect(refusal(new Uint8Array(5000))[0]).toBe('damaged');
  });

  test('R-READ-75 a file is too large by its own bytes before anything is opened', () => {
    const limits = { ...DEFAULT_LIMITS, zipFileBytes: 100, archiveFileBytes: 100, plainFileBytes: 10 };
    const large = detectFileKind(makeXlsx({}), limits);
    expect(large).toMatchObject({ ok: false, error: { code: 'too-large', detail: '1 KB' } });
    expect(detectFileKind(strToU8('a,b,c\n1,2,3'), limits)).toMatchObject({ ok: false, error: { code: 'too-large' } });
  });

  test('R-READ-76 web pages and XML of 2003 that call themselves .xls are read, values of web pages as text', () => {
    const page =
      '<html><head><meta charset="utf-8"></head><body><table><tr><td>Số lượng</td><td>1.234</td></tr></table></body></html>';
    expect(rowsOf(strToU8(page))).toEqual([
      [
        [0, 'Số lượng'],
        [1, '1.234'],
      ],
    ]);
    const xml =
      '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook ' +
      'xmlns="urn:schemas-microsoft-com:office:spreadsheet" ' +
      'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="A"><Table><Row><Cell><Data ' +
      'ss:Type="String">Số</Data></Cell>' +
      '<Cell><Data ss:Type="Number">12.5</Data></Cell></Row></Table></Worksheet></Workbook>';
    const result = readWorkbook(strToU8(xml));
    expect(result.ok && result.value.sheets[0]?.rows[0]?.cells.map((cell) => cell.value)).toEqual([
      { kind: 'text', value: 'Số' },
      { kind: 'number', value: 12.5 },
    ]);
    expect(refusal(strToU8(xml.replace('<Workbook', '<!DOCTYPE x [<!ENTITY a "b">]><Workbook')))[0]).toBe('damaged');
  });

  test('R-READ-77 no bytes whatever make reading throw', () => {
    const workbook = makeXlsx({ sheets: [{ rows: '<row r="1"><c r="A1" t="inlineStr"><is><t>Số</t></is></c></row>' }] });
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.integer({ min: 0, max: workbook.length - 1 }),
        fc.boolean(),
        (bytes, at, whole) => {
          const input = whole ? bytes : workbook.slice();
          if (!whole) input.set(bytes.subarray(0, input.length - at), at);
          expect(typeof readWorkbook(input).ok).toBe('boolean');
        },
      ),
      { numRuns: 500 },
    );
  });
});
