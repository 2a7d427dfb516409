import type { Cell, CellGrid, WorkbookCells } from '../../../src/core/cells/cell';
import { readWorkbook } from '../../../src/files/read/read-workbook';
import { makeXlsx, workbookParts, zipOf, type SheetParts, type WorkbookParts } from './workbook-maker';

function read(bytes: Uint8Array): WorkbookCells {
  const result = readWorkbook(bytes);
  if (!result.ok) throw new Error(`refused: ${result.error.code} ${result.error.detail ?? ''}`);
  return result.value;
}

function firstSheet(bytes: Uint8Array): CellGrid {
  const grid = read(bytes).sheets[0];
  if (grid === undefined) throw new Error('no sheet');
  return grid;
}

/** A workbook of one sheet. */
function sheet(one: SheetParts, rest: WorkbookParts = {}): CellGrid {
  return firstSheet(makeXlsx({ ...rest, sheets: [one] }));
}

function cells(grid: CellGrid): readonly Cell[] {
  return grid.rows.flatMap((row) => row.cells);
}

const STYLES =
  '<numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="#,##0&quot; ' +
  'đồng&quot;"/></numFmts>' +
  '<fonts><font><name val="Times New Roman"/></font><font><sz val="12"/><name val=".VnTime"/></font><font><name ' +
  'val="VNI-Times"/></font></fonts>' +
  '<cellStyleXfs><xf numFmtId="14" fontId="1"/></cellStyleXfs>' +
  '<cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="164" fontId="0"/><xf numFmtId="165" fontId="0"/><xf ' +
  'numFmtId="0" fontId="1"/>' +
  '<xf numFmtId="0" fontId="2"/><xf numFmtId="2" fontId="0"/><xf numFmtId="20" fontId="0"/><xf numFmtId="46" ' +
  'fontId="0"/></cellXfs>';

describe('.xlsx', () => {
  test('R-READ-01 each kind of cell keeps its type', () => {
    const grid = sheet(
      {
        rows:
          '<row r="2"><c r="A2"><v>12.5</v></c><c r="B2" t="s"><v>0</v></c><c r="C2" t="b"><v>1</v></c><c r="D2" ' +
          't="e"><v>#N/A</v></c>' +
          '<c r="E2" s="1"><v>45567</v></c><c r="F2" s="2"><v>1250000</v></c><c r="G2" t="inlineStr"><is><t> x </t></is></c>' +
          '<c r="H2" s="1"/><c r="I2" t="str"><v>chữ</v></c><c r="J2" t="d"><v>2024-10-02T08:30:00</v></c>' +
          '<c r="K2" t="inlineStr"><is><t>1.10</t></is></c></row>',
      },
      { styles: STYLES, strings: '<si><t>Nội dung</t></si>' },
    );
    expect(grid.rows).toEqual([
      {
        index: 1,
        cells: [
          { column: 0, value: { kind: 'number', value: 12.5 } },
          { column: 1, value: { kind: 'text', value: 'Nội dung' } },
          { column: 2, value: { kind: 'boolean', value: true } },
          { column: 3, value: { kind: 'error', code: '#N/A' } },
          { column: 4, value: { kind: 'date', iso: '2024-10-02T00:00:00', serial: 45567, format: 'dd/mm/yyyy' } },
          { column: 5, value: { kind: 'number', value: 1250000, format: '#,##0" đồng"' } },
          { column: 6, value: { kind: 'text', value: ' x ' } },
          { column: 8, value: { kind: 'text', value: 'chữ' } },
          { column: 9, value: expect.objectContaining({ kind: 'date', iso: '2024-10-02T08:30:00' }) as unknown },
          { column: 10, value: { kind: 'text', value: '1.10' } },
        ],
      },
    ]);
  });

  test('R-READ-02 the format of a number tells 1.10 from 1.1', () => {
    const grid = sheet({ rows: '<row r="1"><c r="A1" s="5"><v>1.1</v></c><c r="B1"><v>1.1</v></c></row>' }, { styles: STYLES });
    expect(cells(grid).map((cell) => cell.value)).toEqual([
      { kind: 'number', value: 1.1, format: '0.00' },
      { kind: 'number', value: 1.1 },
    ]);
  });

  test('R-READ-03 times and durations are dates on day 0, and the 1904 system moves days by 1462', () => {
    const rows = '<row r="1"><c r="A1" s="6"><v>0.5</v></c><c r="B1" s="7"><v>1.25</v></c><c r="C1" s="1"><v>1</v></c></row>';
    expect(cells(sheet({ rows }, { styles: STYLES })).map((cell) => cell.value)).toMatchObject([
      { kind: 'date', iso: '1899-12-31T12:00:00', serial: 0.5 },
      { kind: 'date', iso: '1900-01-01T06:00:00', serial: 1.25, format: '[h]:mm:ss' },
      { kind: 'date', iso: '1900-01-01T00:00:00' },
    ]);
    const in1904 = sheet({ rows }, { styles: STYLES, workbookProperties: '<workbookPr date1904="1"/>' });
    expect(cells(in1904)[2]?.value).toMatchObject({ kind: 'date', iso: '1904-01-02T00:00:00', serial: 1 });
  });

  test('R-READ-04 a formula without a cached result is uncalculated, not empty and not zero', () => {
    const grid = sheet({
      rows:
        '<row r="1"><c r="A1"><f>SUM(B1:B9)</f></c><c r="B1"><f>1+1</f><v></v></c><c r="C1"><f>1+1</f><v>2</v></c>' +
        '<c r="D1" t="str"><f>""</f><v></v></c><c r="E1" t="str"><f>A9</f><v>tốt</v></c><c r="F1" t="e"><f>1/0</f><v>' +
        '#DIV/0!</v></c></row>',
    });
    expect(cells(grid)).toEqual([
      { column: 0, value: { kind: 'uncalculated' }, formula: true },
      { column: 1, value: { kind: 'uncalculated' }, formula: true },
      { column: 2, value: { kind: 'number', value: 2 }, formula: true },
      { column: 4, value: { kind: 'text', value: 'tốt' }, formula: true },
      { column: 5, value: { kind: 'error', code: '#DIV/0!' }, formula: true },
    ]);
  });

  test('R-READ-05 rich text is flattened, phonetic guides left out, escapes and entities resolved', () => {
    const strings =
      '<si><r><rPr><b/></rPr><t>Lớp/</t></r><r><t xml:space="preserve">người </t></r></si>' +
      '<si><t>a</t><rPh sb="0" eb="1"><t>XX</t></rPh></si><si><t>d1_x000D_\nd2_x005F_x0041_</t></si>' +
      '<si><t>&lt;b&gt; &amp;amp; &#273;&#x110;<![CDATA[<&]]></t></si><si/>';
    const rows = `<row>${[0, 1, 2, 3, 4].map((index) => `<c t="s"><v>${String(index)}</v></c>`).join('')}</row>`;
    expect(cells(sheet({ rows }, { strings })).map((cell) => cell.value)).toEqual([
      { kind: 'text', value: 'Lớp/người ' },
      { kind: 'text', value: 'a' },
      { kind: 'text', value: 'd1\nd2_x0041_' },
      { kind: 'text', value: '<b> &amp; đĐ<&' },
    ]);
  });

  test('R-READ-06 hidden rows, columns and sheets are read and marked, merges kept', () => {
    const workbook = read(
      makeXlsx({
        sheets: [
          {
            before: '<cols><col min="2" max="2" hidden="1"/><col min="4" max="16384" hidden="1"/></cols>',
            rows:
              '<row r="1"><c r="A1"><v>1</v></c><c r="E1"><v>1</v></c></row><row r="3" hidden="1"><c r="B3"><v>' +
              '2</v></c></row>',
            after: '<mergeCells count="2"><mergeCell ref="A1:C2"/><mergeCell ref="D4"/></mergeCells>',
          },
          { state: 'hidden', rows: '<row><c><v>1</v></c></row>' },
          { state: 'veryHidden', rows: '' },
        ],
      }),
    );
    expect(workbook.sheets.map((grid) => grid.visibility)).toEqual(['visible', 'hidden', 'veryHidden']);
    const grid = workbook.sheets[0];
    expect(grid?.hiddenColumns).toEqual([1, 3, 4]);
    expect(grid?.rows.map((row) => [row.index, row.hidden])).toEqual([
      [0, undefined],
      [2, true],
    ]);
    expect(grid?.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 2 }]);
  });

  test('R-READ-07 the font of a cell is given when its name is one of a legacy encoding', () => {
    const strings =
      '<si><t>Sè l­îng</t></si><si><r><rPr><rFont val="Arial"/></rPr><t>số</t></r></si><si><r><rPr><rFont ' +
      'val="VnTime"/></rPr><t>sè</t></r></si>';
    const grid = sheet(
      {
        rows:
          '<row><c s="3" t="s"><v>0</v></c><c s="4" t="s"><v>0</v></c><c s="0" t="s"><v>0</v></c>' +
          '<c s="3" t="s"><v>1</v></c><c s="0" t="s"><v>2</v></c></row>',
      },
      { styles: STYLES, strings },
    );
    expect(cells(grid).map((cell) => cell.font)).toEqual(['.VnTime', 'VNI-Times', undefined, undefined, 'VnTime']);
  });

  test('R-READ-08 document properties are read, custom ones with any name', () => {
    const { properties } = read(
      makeXlsx({
        core:
          '<dc:title>Phụ lục II</dc:title><dc:creator>Phòng VH-XH</dc:creator>' +
          '<dcterms:modified>2024-10-18T09:30:00Z</dcterms:modified>',
        custom:
          '<property name="unit"><vt:lpwstr>UBND xã A</vt:lpwstr></property><property name="__proto__"><vt:i4>' +
          '7</vt:i4></property>',
      }),
    );
    expect(properties).toMatchObject({ title: 'Phụ lục II', creator: 'Phòng VH-XH', savedAt: '2024-10-18T09:30:00.000Z' });
    expect(Object.entries(properties.custom)).toEqual([
      ['unit', 'UBND xã A'],
      ['__proto__', '7'],
    ]);
    expect(({} as Record<string, unknown>)['unit']).toBeUndefined();
  });

  test('R-READ-09 strict files, prefixed elements, UTF-16 parts and backslash names read like any other', () => {
    const rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>Đơn vị</t></is></c></row>';
    const expected = [{ column: 0, value: { kind: 'text', value: 'Đơn vị' } }];
    expect(cells(sheet({ rows }, { main: 'http://purl.oclc.org/ooxml/spreadsheetml/main' }))).toEqual(expected);
    const prefixed =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>Đơn vị</x:t></x:is>' +
      '</x:c></x:row></x:sheetData></x:worksheet>';
    expect(cells(sheet({ xml: prefixed }))).toEqual(expected);
    const wide = `\ufeff<?xml version="1.0" encoding="UTF-16"?>${prefixed}`;
    const bytes = new Uint8Array(Uint16Array.from(wide, (letter) => letter.charCodeAt(0)).buffer);
    expect(cells(sheet({}, { parts: { 'xl/worksheets/sheet1.xml': bytes } }))).toEqual(expected);
    const files = Object.entries(workbookParts({ sheets: [{ rows }] })).map(([name, content]) => [
      name.replace(/\//g, '\\'),
      content,
    ]);
    expect(cells(firstSheet(zipOf(Object.fromEntries(files) as Record<string, string>)))).toEqual(expected);
  });

  test('R-READ-10 rows and cells out of order, without references, or given twice end in order, the later value kept', () => {
    const grid = sheet({
      rows:
        '<row r="5"><c r="C5"><v>3</v></c><c r="A5"><v>1</v></c><c><v>2</v></c></row><row r="2"><c><v>9</v></c><c/><c>' +
        '<v>8</v></c></row>' +
        '<row r="5"><c r="A5"><v>7</v></c></row>',
    });
    expect(grid.rows.map((row) => [row.index, row.cells.map((cell) => [cell.column, cell.value])])).toEqual([
      [
        1,
        [
          [0, { kind: 'number', value: 9 }],
          [2, { kind: 'number', value: 8 }],
        ],
      ],
      [
        4,
        [
          [0, { kind: 'number', value: 7 }],
          [1, { kind: 'number', value: 2 }],
          [2, { kind: 'number', value: 3 }],
        ],
      ],
    ]);
  });

  test('R-READ-11 chart, dialog and macro sheets are passed over; a missing worksheet means damaged', () => {
    const parts = workbookParts({ sheets: [{ rows: '<row><c><v>1</v></c></row>' }, { name: 'Biểu đồ' }] });
    const relationships = String(parts['xl/_rels/workbook.xml.rels']);
    const chart = relationships.replace(/worksheet" Target="worksheets\/sheet2/, 'chartsheet" Target="chartsheets/sheet2');
    expect(read(zipOf({ ...parts, 'xl/_rels/workbook.xml.rels': chart })).sheets.map((grid) => grid.sheet)).toEqual(['Sheet1']);
    delete parts['xl/worksheets/sheet2.xml'];
    expect(readWorkbook(zipOf(parts))).toMatchObject({
      ok: false,
      error: { code: 'damaged', detail: expect.stringContaining('Biểu đồ') as unknown },
    });
  });

  test('R-READ-12 what a number cell holds that is no number stays text; NFD stays as it is', () => {
    const decomposed = 'số lượng'.normalize('NFD');
    const grid = sheet({
      rows:
        `<row><c><v>12abc</v></c><c><v>0x1F</v></c><c><v>1.5E+3</v></c><c t="inlineStr"><is><t>${decomposed}</t>` +
        `</is></c></row>`,
    });
    expect(cells(grid).map((cell) => cell.value)).toEqual([
      { kind: 'text', value: '12abc' },
      { kind: 'text', value: '0x1F' },
      { kind: 'number', value: 1500 },
      { kind: 'text', value: decomposed },
    ]);
  });
});
