/** Saving and opening workbooks: LibreOffice must find in the file what the host holds. */
import './support/univer-in-jest';
import { read, type WorkBook } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { Workbook } from '../../src/standin/model/workbook';
import { openWorkbook } from '../../src/standin/xlsx/open';
import { saveWorkbook } from '../../src/standin/xlsx/save';
import { convert } from '../support/libreoffice';
import { openAddinPage, type AddinPage } from './support/addin-page';

let page: AddinPage;
let saved: Uint8Array;

beforeAll(async () => {
  page = await openAddinPage();
  await page.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    sheet.name = 'Tổng hợp & số';
    sheet.getRange('A1:C1').merge();
    sheet.getRange('A1').values = [['SỐ LIỆU <"TUẦN LỄ">']];
    sheet.getRange('A1').format.font.bold = true;
    sheet.getRange('A1').format.fill.color = '#FFF2CC';
    sheet.getRange('A3:C5').values = [
      ['Đơn vị', 'Số lớp', 'Tỉ lệ'],
      ['Xã A', 12, 0.25],
      ['Xã B', 7, 0.5],
    ];
    const table = sheet.tables.add('A3:C5', true);
    table.name = 'Bang_nop';
    sheet.getRange('C4:C5').numberFormat = [['0.0%'], ['0.0%']];
    sheet.getRange('E3:E6').formulas = [['=SUM(Bang_nop[Số lớp])'], ['=IF(E3>10,"đủ","thiếu")'], ['=1/0'], ['=Tong_lop*2']];
    context.workbook.names.add('Tong_lop', sheet.getRange('E3'));
    sheet.getRange('F1').values = [["'=1+1"]];
    sheet.getRange('F2').values = [['2024-10-02']];
    sheet.getRange('B4:B5').dataValidation.rule = { wholeNumber: { formula1: 0, operator: 'GreaterThanOrEqualTo' } };
    sheet.getRange('B4:B5').dataValidation.errorAlert = {
      title: 'Chưa đúng',
      message: 'Cần số nguyên.',
      showAlert: true,
      style: 'Stop',
    };
    sheet.getRange('G1').dataValidation.rule = { list: { inCellDropDown: true, source: 'Có,Không' } };
    const mark = sheet.getRange('B4:B5').conditionalFormats.add('Custom');
    mark.custom.rule.formula = '=B4>10';
    mark.custom.format.fill.color = '#FFC7CE';
    sheet.getRange('A:A').format.columnWidth = 150;
    sheet.freezePanes.freezeRows(3);
    sheet.pageLayout.orientation = 'Landscape';
    sheet.pageLayout.paperSize = 'A4';
    sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
    sheet.pageLayout.setPrintTitleRows('$3:$3');
    sheet.pageLayout.setPrintArea('A1:F20');
    sheet.getRange('A7').hyperlink = { documentReference: "'Tổng hợp & số'!A1", textToDisplay: 'Về đầu' };
    const hidden = context.workbook.worksheets.add('Ẩn');
    hidden.visibility = 'VeryHidden';
    await context.sync();
  });
  await page.host.calculation.settle();
  saved = saveWorkbook(page.host.workbook);
}, 60_000);

afterAll(() => page.close());

const cell = (book: WorkBook, address: string): unknown => book.Sheets['Tổng hợp & số']?.[address]?.v as unknown;

test('R-STD-28 LibreOffice finds values, formulas, merges, validation and print set-up', () => {
  const ods = convert(saved, 'xlsx', 'fods');
  const xml = new TextDecoder().decode(ods);
  expect(xml.replaceAll('&quot;', '"')).toContain('SỐ LIỆU &lt;"TUẦN LỄ"&gt;');
  expect(xml).toContain('table:number-columns-spanned="3"');
  expect(xml).toMatch(/table:formula="of:=SUM\([^"]*\)" office:value-type="float" office:value="19"/);
  expect(xml).toContain('office:value="38"');
  expect(xml).toContain('table:content-validation');
  expect(xml).toContain('Cần số nguyên.');
  expect(xml).toMatch(/style:print-orientation="landscape"/);
  expect(xml).toMatch(/table:print-ranges="[^"]*A1:[^"]*F20"/);
  expect(xml).toContain('<table:table-header-rows>');
  expect(xml).toMatch(/calcext:conditional-format/);
  expect(xml).toContain('table:database-range');
}, 120_000);

test('R-STD-28 another reader finds the same figures, texts and hidden sheets', () => {
  const book = read(saved, { type: 'array', cellFormula: true });
  expect([cell(book, 'A1'), cell(book, 'B4'), cell(book, 'C5'), cell(book, 'E3'), cell(book, 'E4'), cell(book, 'F1')]).toEqual([
    'SỐ LIỆU <"TUẦN LỄ">',
    12,
    0.5,
    19,
    'đủ',
    '=1+1',
  ]);
  expect(book.Sheets['Tổng hợp & số']?.['F1']).toMatchObject({ t: 's' });
  expect(book.Workbook?.Sheets?.map(({ name, Hidden }) => [name, Hidden])).toEqual([
    ['Tổng hợp & số', 0],
    ['Ẩn', 2],
  ]);
  const sheet = strFromU8(unzipSync(saved)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(sheet).toContain('<mergeCell ref="A1:C1"/>');
  expect(sheet).toContain('<pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/>');
  expect(sheet).toContain('<pageSetup paperSize="9" fitToWidth="1" fitToHeight="0" orientation="landscape"/>');
  expect(sheet).toMatch(/<dataValidation type="list"[^>]*><formula1>&quot;Có,Không&quot;<\/formula1>/);
});

test('R-STD-29 what was saved opens again: values, merges, hidden sheets, number formats', () => {
  const workbook = new Workbook();
  expect(openWorkbook(workbook, 'da-luu.xlsx', saved)).toBeNull();
  expect(workbook.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
    ['Tổng hợp & số', 'Visible'],
    ['Ẩn', 'VeryHidden'],
  ]);
  const [sheet] = workbook.sheets;
  expect([sheet?.content(3, 1).value, sheet?.content(2, 4).value, sheet?.content(4, 4)]).toEqual([
    12,
    19,
    { value: '#DIV/0!', type: 'Error', formula: null },
  ]);
  expect(sheet?.format(3, 2).numberFormat).toBe('0.0%');
  expect(sheet?.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 2 }]);
  expect(workbook.name).toBe('da-luu.xlsx');
});

test('R-STD-29 a file that is no workbook leaves everything as it was and says why', () => {
  const workbook = new Workbook();
  const before = workbook.sheets[0];
  const said = openWorkbook(workbook, 'anh.pdf', new TextEncoder().encode('%PDF-1.7\n%âãÏÓ\n1 0 obj <<>> endobj'));
  expect(said).toMatch(/“anh\.pdf”/);
  expect(workbook.sheets).toEqual([before]);
});
