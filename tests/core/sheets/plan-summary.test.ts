import fc from 'fast-check';

import { fieldsOf } from '../../../src/core/forms/definition';
import { countedFigures, figuresOf, rollUp } from '../../../src/core/forms/roll-up';
import { formulaResult, rollUpFormula } from '../../../src/core/sheets/details-figures';
import type { PlanCell, SheetPlan, WorkbookPlan } from '../../../src/core/sheets/sheet-plan';
import { writeXlsx } from '../../../src/files/write/write-xlsx';
import { sheetWords } from '../../../src/messages/sheet-words';
import { expectGolden, workbookText } from '../../support/plan-text';
import { sheetJs } from '../../support/read-back';
import { laiChau, sampleConsolidation, smallSample, threeMeasures } from '../../support/sample-consolidation';
import { samplePlan } from '../../support/sample-summary';

const names = sheetWords.sheetNames;

function sheetOf(plan: WorkbookPlan, name: string): SheetPlan {
  const sheet = plan.sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

const at = (sheet: SheetPlan, row: number, column: number): PlanCell | undefined =>
  sheet.cells.find((cell) => cell.row === row && cell.column === column);

/** What a cell shows: a value, or the stored result of a formula. */
function shown(cell: PlanCell | undefined): number | string | null {
  const value = cell?.value ?? null;
  if (value === null) return null;
  if (value.kind === 'formula') return value.result;
  return value.kind === 'date' ? value.iso : value.value;
}

/** The rows of a table as objects by header. */
function tableOf(sheet: SheetPlan): Record<string, number | string | null>[] {
  const table = sheet.tables[0];
  if (table === undefined) throw new Error('no table');
  const rows: Record<string, number | string | null>[] = [];
  for (let row = table.range.top + 1; row <= table.range.bottom; row += 1) {
    rows.push(
      Object.fromEntries(table.columns.map((name, index) => [name, shown(at(sheet, row, table.range.left + index))])),
    );
  }
  return rows;
}

test('R-SHT-30 R-SHT-31 totals and reporters equal those of the consolidation; nobody is not zero', () => {
  const consolidation = smallSample();
  const sheet = sheetOf(samplePlan(consolidation), names.summary);
  const top = (sheet.page.titleRows?.last ?? 0) + 1;
  const printed = sheet.page.printArea?.right ?? 0;
  for (const { field, value, reporters } of consolidation.totals) {
    const row = top + laiChau.indicators.findIndex((one) => one.id === field.indicator.id);
    const measure = laiChau.measures.findIndex((one) => one.id === field.measure.id);
    expect([field.key, shown(at(sheet, row, 3 + measure))]).toEqual([field.key, reporters === 0 ? null : value]);
    expect(shown(at(sheet, row, printed + 2 + measure))).toBe(reporters);
  }
  const zero = consolidation.totals.find((one) => one.field.key === '5/count');
  expect(zero).toMatchObject({ value: 13, reporters: 3 });
  expect(sheet.cells.some((cell) => cell.value?.kind === 'text' && cell.value.value.includes('MẪU'))).toBe(false);
});

test('R-SHT-32 the formula of a parent says what the roll-up of forms says', () => {
  const figure = fc.option(fc.nat(1000), { nil: null });
  const keys = fieldsOf(threeMeasures)
    .filter((field) => field.measure.id === 'trees')
    .map((field) => field.key);
  fc.assert(
    fc.property(figure, figure, figure, (parent, one, two) => {
      const reported = new Map(
        [parent, one, two].flatMap((value, index) => (value === null ? [] : [[keys[index] ?? '', value] as const])),
      );
      expect(formulaResult('sum', parent, [one, two])).toBe(
        rollUp(threeMeasures, figuresOf(threeMeasures, reported)).get('a/trees')?.value ?? null,
      );
      const books = new Map(
        [
          ['5/count', parent],
          ['5.1/count', one],
          ['5.4/count', two],
        ].flatMap(([key, value]) => (value === null ? [] : [[key as string, value as number]])),
      );
      expect(formulaResult('atLeast', parent, [one, two])).toBe(rollUp(laiChau, figuresOf(laiChau, books)).get('5/count')?.value ?? null);
    }),
  );
});

test('R-SHT-32 a formula Excel could not hold is not written', () => {
  expect(rollUpFormula('sum', 'r', ['a', 'b'])).toBe('IF(COUNT(a,b)=0,IF(ISNUMBER(r),r,""),SUM(a,b))');
  expect(rollUpFormula('atLeast', 'r', ['a'])).toBe('IF(COUNT(a,r)=0,"",MAX(SUM(a),r))');
  expect(
    rollUpFormula(
      'sum',
      'r',
      Array.from({ length: 251 }, () => 'a'),
    ),
  ).toBeNull();
  expect(
    rollUpFormula(
      'sum',
      'r',
      Array.from({ length: 200 }, () => 'a'.repeat(40)),
    ),
  ).toBeNull();
});

test('R-SHT-32 what was counted is shown even where the formula would say otherwise', () => {
  const consolidation = sampleConsolidation(laiChau, [{ name: 'A', reported: { '1.1/count': 2 } }]);
  const [one] = consolidation.contributors;
  if (one === undefined) throw new Error('no contributor');
  const odd = {
    ...consolidation,
    contributors: [{ ...one, counted: countedFigures(laiChau, new Map(one.counted).set('1/count', { value: 9, from: 'reported' })) }],
  };
  const sheet = sheetOf(samplePlan(odd), names.details);
  const column = sheet.tables[0]?.columns.indexOf('1 – Lớp') ?? -1;
  expect(at(sheet, 3, column)?.value).toEqual({ kind: 'number', value: 9 });
});

test('R-SHT-35 headers are unique and readable, blank and zero stay different', () => {
  const sheet = sheetOf(samplePlan(smallSample()), names.details);
  const columns = sheet.tables[0]?.columns ?? [];
  expect(columns.slice(0, 8)).toEqual([
    'STT',
    'Mã',
    'Đơn vị báo cáo',
    'Nộp qua',
    '1 – Lớp',
    '1 – Lớp (đơn vị báo cáo)',
    '1.1 – Lớp',
    '1.1 – Người',
  ]);
  expect(columns.at(-1)).toBe('Tệp nguồn');
  expect(new Set(columns.map((name) => name.toLowerCase())).size).toBe(columns.length);
  expect(columns).toContain('Học nghề cho lao động… – Lớp');
  const rows = tableOf(sheet);
  expect(rows.map((row) => row['1.1 – Lớp'])).toEqual([3, 0, null]);
  expect(rows.map((row) => row['1 – Lớp'])).toEqual([7, 0, 5]);
  expect(rows.map((row) => row['1 – Lớp (đơn vị báo cáo)'])).toEqual([9, 5, 5]);
  expect(rows.map((row) => row['Nộp qua'])).toEqual([null, null, 'Sở GDĐT']);
  expect(sheet.conditionalFormats.map((one) => one.formula)).toContain('AND(ISNUMBER(F4),F4<>E4)');
  const twins = sheetOf(samplePlan(sampleConsolidation(threeMeasures, [])), names.details).tables[0]?.columns ?? [];
  expect(twins).toContain('Trong trường – Cây');
  expect(twins).toContain('Trong trường – Cây (2)');
  expect(twins).not.toContain('Nộp qua');
});

test('R-SHT-36 the ledger has every file, then the missing units', () => {
  const receivedDates = new Map([['UBND xã Mường So.xlsx', '2024-10-18']]);
  const sheet = sheetOf(samplePlan(smallSample(), { receivedDates }), names.ledger);
  const rows = tableOf(sheet);
  expect(rows.map((row) => row['Trạng thái'])).toEqual([
    'counted',
    'counted',
    'counted',
    'refused',
    'undetermined',
    'Chưa nộp',
  ]);
  expect(rows.map((row) => row['Ngày nhận'])).toEqual(['2024-10-18', null, null, null, null, null]);
  expect(rows[0]).toMatchObject({ STT: 1, 'Ngày báo cáo': '2024-10-15', 'Ngày lưu tệp': '2024-10-16', Lỗi: 0 });
  expect(rows[4]).toMatchObject({ Lỗi: 1, 'Cảnh báo': 1, 'Gợi ý': 0, 'Ngày báo cáo': 'tháng 10/2024' });
  expect(rows[5]).toMatchObject({ 'Đơn vị báo cáo': 'UBND xã Khổng Lào', Mã: '03400', Tệp: null });
  expect(sheet.hiddenColumns.map((column) => sheet.tables[0]?.columns[column])).toEqual(['Mã kiểm tra tệp', 'Ngày nhận khi tổng hợp']);
  expect(rows[0]?.['Mã kiểm tra tệp']).toMatch(/^[0-9a-f]{64}$/);
});

test('R-SHT-37 findings come by severity with cell and proposed reading', () => {
  const rows = tableOf(sheetOf(samplePlan(smallSample()), names.review));
  expect(rows.map((row) => row['Mức độ'])).toEqual(['Lỗi', 'Cảnh báo']);
  expect(rows[1]).toMatchObject({
    'Đơn vị báo cáo': 'UBND xã Sin Suối Hồ',
    Tệp: 'xã Sin Suối Hồ.xls',
    'Trang tính': 'Sheet1',
    Ô: 'D12',
    'Cách hiểu đề xuất': '15 lớp, 1.450 người',
  });
  expect(rows[0]?.['Nội dung cần rà soát']).toContain('khá nhiều');
});

test('R-SHT-38 texts stand letter by letter with unit and row', () => {
  const rows = tableOf(sheetOf(samplePlan(smallSample()), names.other));
  expect(rows.map((row) => [row['Loại'], row['Nguyên văn']])).toEqual([
    ['Ghi chú', 'Lớp ghép'],
    ['Ghi chú', '=1+1'],
    ['Nội dung khác', 'Phát động phong trào “Mỗi tuần một cuốn sách”'],
    ['Dòng ghi thêm', 'Lớp truyền thông'],
  ]);
  expect(rows[3]).toMatchObject({
    'Thuộc dòng': '1.13 – Dòng 1: “Các lớp bồi dưỡng, tập huấn tổ chức trong Tuần lễ”',
    'Số liệu kèm theo': 'Lớp/người; 2; 45',
  });
});

test('R-SHT-39 a consolidation of nothing gives a workbook that opens', async () => {
  const plan = samplePlan(sampleConsolidation(laiChau, []), {
    year: null,
    office: null,
    attachedTo: null,
    consolidatedOn: null,
  });
  const book = sheetJs(await writeXlsx(plan));
  expect(book.SheetNames).toEqual([
    'Tổng hợp',
    'Chi tiết',
    'Tình hình nộp báo cáo',
    'Cần rà soát',
    'Nội dung khác',
    '_tonghop',
  ]);
  const totals = sheetOf(plan, names.summary).cells.filter(
    (cell) => cell.value?.kind === 'formula' && cell.style.startsWith('number'),
  );
  expect(totals.length).toBeGreaterThan(20);
  expect(totals.every((cell) => shown(cell) === null)).toBe(true);
  expect(tableOf(sheetOf(plan, names.review))[0]?.['Nội dung cần rà soát']).toBe('Không có nội dung nào cần rà soát.');
});

test('R-SHT-25 the summary of a small form looks as planned', () => {
  const units = [
    {
      code: '01',
      name: 'Trường A',
      reported: { 'a/trees': 5, 'b/trees': 2, 'b/area': 1, 'c/trees': 4, 'c/cost': 1500000 },
      notes: { b: 'đã nghiệm thu' },
    },
    { code: '02', name: 'Trường B', reported: { 'a/trees': 3 } },
  ];
  expectGolden('summary-three-measures.txt', workbookText(samplePlan(sampleConsolidation(threeMeasures, units))));
});

test('R-SHT-43 a whole country is planned and written in seconds', async () => {
  const fields = fieldsOf(laiChau);
  const units = Array.from({ length: 3321 }, (_, index) => ({
    code: String(10_000 + index),
    name: `UBND xã số ${String(index)}`,
    reported: Object.fromEntries(fields.map((field, place) => [field.key, (index * 31 + place * 7) % 900])),
  }));
  const consolidation = sampleConsolidation(laiChau, units);
  const start = performance.now();
  const bytes = await writeXlsx(samplePlan(consolidation));
  expect(performance.now() - start).toBeLessThan(20_000);
  expect(bytes.length).toBeLessThan(6_000_000);
}, 60_000);
