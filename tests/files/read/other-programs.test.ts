/**
 * One made workbook, saved by LibreOffice in its other formats and by SheetJS as .xlsb, must say the same as the
 * original. LibreOffice has to be there; without it this fails rather than passes unseen.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read as readBySheetJs, write as writeBySheetJs } from '@e965/xlsx';
import type { CellGrid, CellValue, WorkbookCells } from '../../../src/core/cells/cell';
import { readWorkbook } from '../../../src/files/read/read-workbook';
import { makeXlsx } from './workbook-maker';

const SOURCE = makeXlsx({
  core:
    '<dc:title>Phụ lục II</dc:title><dc:creator>Người lập</dc:creator>' +
    '<dcterms:modified xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="dcterms:W3CDTF">' +
    '2024-10-18T09:30:00Z</dcterms:modified>',
  custom:
    '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="unit"><vt:lpwstr>UBND xã Mường ' +
    'Tè</vt:lpwstr></property>',
  styles:
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>' +
    '<fonts count="3"><font><sz val="11"/><name val="Times New Roman"/></font><font><sz val="11"/><name val=".VnTime"/></font>' +
    '<font><sz val="11"/><name val="VNI-Times"/></font></fonts>' +
    '<fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="7">' +
    [
      [0, 0],
      [2, 0],
      [3, 0],
      [164, 0],
      [0, 1],
      [0, 2],
      [9, 0],
    ]
      .map(
        ([format, font]) =>
          `<xf numFmtId="${String(format)}" fontId="${String(font)}" fillId="0" borderId="0" xfId="0" ` +
          `applyNumberFormat="1" applyFont="1"/>`,
      )
      .join('') +
    '</cellXfs>',
  sheets: [
    {
      name: 'Phụ lục II',
      before: '<cols><col min="6" max="6" width="9" hidden="1"/></cols>',
      rows:
        '<row r="1"><c r="A1" t="inlineStr"><is><t>1.10</t></is></c><c r="B1" t="inlineStr"><is><t>Số lượng “lớp” ' +
        '&amp; người</t></is></c>' +
        '<c r="C1"><v>12</v></c><c r="D1" s="2"><v>1250000</v></c><c r="E1" s="1"><v>1.1</v></c><c r="F1"><v>7</v></c></row>' +
        '<row r="2"><c r="A2" s="3"><v>45567</v></c><c r="B2" s="3"><v>45567.354166666664</v></c><c r="C2"><f>C1*2</f>' +
        '<v>24</v></c>' +
        '<c r="D2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E2" s="6"><v>0.25</v></c></row>' +
        '<row r="3"><c r="A3" s="4" t="inlineStr"><is><t>Sè l­îng</t></is></c><c r="B3" s="5" t="inlineStr"><is><t>' +
        'Soá löôïng</t></is></c>' +
        '<c r="C3" t="str"><f>"a"&amp;"b"</f><v>ab</v></c></row>' +
        '<row r="4"><c r="A4" t="inlineStr"><is><t xml:space="preserve">hai\ndòng</t></is></c></row>' +
        '<row r="6" hidden="1"><c r="A6" t="inlineStr"><is><t>ẩn</t></is></c></row>',
      after: '<mergeCells count="1"><mergeCell ref="A4:C5"/></mergeCells>',
    },
    { name: 'Trang ẩn', state: 'hidden', rows: '<row r="1"><c r="A1"><v>-3.5</v></c></row>' },
  ],
});

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'reading-'));
  writeFileSync(join(folder, 'source.xlsx'), SOURCE);
  for (const format of [
    'ods',
    'xls:MS Excel 97',
    'xlsm:Calc MS Excel 2007 VBA XML',
    'fods',
    'csv:Text - txt - csv (StarCalc):59,34,76,1',
  ]) {
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        format,
        '--outdir',
        folder,
        join(folder, 'source.xlsx'),
      ],
      { stdio: 'pipe' },
    );
  }
}, 120_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function readBytes(bytes: Uint8Array): WorkbookCells {
  const result = readWorkbook(bytes);
  if (!result.ok) throw new Error(`refused: ${result.error.code}`);
  return result.value;
}

/** Formats are spelled by each program in its own way: only values are compared here, dates by day. */
function plain(value: CellValue): unknown {
  if (value.kind === 'number') return value.value;
  if (value.kind === 'date') return value.iso;
  if (value.kind === 'error') return value.code;
  return value.kind === 'text' || value.kind === 'boolean' ? value.value : value.kind;
}

function summary(grid: CellGrid | undefined): unknown {
  return {
    sheet: grid?.sheet,
    visibility: grid?.visibility,
    merges: grid?.merges,
    hiddenColumns: grid?.hiddenColumns,
    rows: grid?.rows.map((row) => [
      row.index,
      row.hidden ?? false,
      row.cells.map((cell) => [cell.column, plain(cell.value), cell.formula ?? false]),
    ]),
  };
}

const EXPECTED = [
  {
    sheet: 'Phụ lục II',
    visibility: 'visible',
    merges: [{ top: 3, left: 0, bottom: 4, right: 2 }],
    hiddenColumns: [5],
    rows: [
      [
        0,
        false,
        [
          [0, '1.10', false],
          [1, 'Số lượng “lớp” & người', false],
          [2, 12, false],
          [3, 1250000, false],
          [4, 1.1, false],
          [5, 7, false],
        ],
      ],
      [
        1,
        false,
        [
          [0, '2024-10-02T00:00:00', false],
          [1, '2024-10-02T08:30:00', false],
          [2, 24, true],
          [3, '#DIV/0!', true],
          [4, 0.25, false],
        ],
      ],
      [
        2,
        false,
        [
          [0, 'Sè l­îng', false],
          [1, 'Soá löôïng', false],
          [2, 'ab', true],
        ],
      ],
      [3, false, [[0, 'hai\ndòng', false]]],
      [5, true, [[0, 'ẩn', false]]],
    ],
  },
  { sheet: 'Trang ẩn', visibility: 'hidden', merges: [], hiddenColumns: [], rows: [[0, false, [[0, -3.5, false]]]] },
];

describe('the same workbook from other programs', () => {
  test.each(['xlsx', 'ods', 'fods', 'xls', 'xlsm'])('R-READ-60 .%s says the same', (extension) => {
    const workbook = readBytes(new Uint8Array(readFileSync(join(folder, `source.${extension}`))));
    expect(workbook.sheets.map(summary)).toEqual(EXPECTED);
    const first = workbook.sheets[0]?.rows ?? [];
    expect(first[2]?.cells.map((cell) => cell.font)).toEqual(['.VnTime', 'VNI-Times', undefined]);
    expect(first[0]?.cells[4]?.value).toMatchObject({ format: '0.00' });
    expect(first[0]?.cells[3]?.value).toMatchObject({ format: '#,##0' });
  });

  test.each(['xlsx', 'ods', 'xls', 'xlsm'])('R-READ-61 .%s keeps title, author and custom properties', (extension) => {
    const { properties } = readBytes(new Uint8Array(readFileSync(join(folder, `source.${extension}`))));
    expect(properties).toMatchObject({ title: 'Phụ lục II', creator: 'Người lập', custom: { unit: 'UBND xã Mường Tè' } });
    expect(properties.savedAt).toMatch(/^20\d\d-.*Z$/);
  });

  test('R-READ-62 .xlsb says the same', () => {
    const book = readBySheetJs(SOURCE, { type: 'buffer', cellNF: true, cellStyles: true });
    const bytes = new Uint8Array(writeBySheetJs(book, { type: 'buffer', bookType: 'xlsb' }) as Buffer);
    const workbook = readBytes(bytes);
    const values = (grids: readonly CellGrid[]): unknown =>
      grids.map((grid) => [
        grid.sheet,
        grid.merges,
        grid.rows.map((row) => [row.index, row.cells.map((cell) => [cell.column, plain(cell.value)])]),
      ]);
    expect(values(workbook.sheets)).toEqual(values(readBytes(SOURCE).sheets));
    expect(workbook.sheets[1]?.visibility).toBe('hidden');
  });

  test('R-READ-63 .csv says the same in words', () => {
    const workbook = readBytes(new Uint8Array(readFileSync(join(folder, 'source.csv'))));
    expect(workbook.sheets[0]?.rows[0]?.cells.slice(0, 3).map((cell) => cell.value)).toEqual([
      { kind: 'text', value: '1.10' },
      { kind: 'text', value: 'Số lượng “lớp” & người' },
      { kind: 'text', value: '12' },
    ]);
  });
});
