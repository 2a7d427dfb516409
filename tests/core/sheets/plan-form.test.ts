import { cellAddress } from '../../../src/core/cells/address';
import { planForm, planFormWorkbook, type FormSheetOptions } from '../../../src/core/sheets/plan-form';
import type { PlanCell, SheetPlan } from '../../../src/core/sheets/sheet-plan';
import { writeXlsx } from '../../../src/files/write/write-xlsx';
import { sheetWords } from '../../../src/messages/sheet-words';
import { drawPages } from '../../support/libreoffice';
import { expectGolden, sheetText } from '../../support/plan-text';
import { laiChau, threeMeasures } from '../../support/sample-consolidation';

const blank: FormSheetOptions = {
  words: sheetWords,
  sheetName: null,
  purpose: 'blank',
  year: 2024,
  attachedTo: null,
  unit: null,
};

const textOf = (cell: PlanCell | undefined): string | null => (cell?.value?.kind === 'text' ? cell.value.value : null);
const texts = (plan: SheetPlan): string[] => plan.cells.flatMap((cell) => textOf(cell) ?? []);
const at = (plan: SheetPlan, row: number, column: number): PlanCell | undefined =>
  plan.cells.find((cell) => cell.row === row && cell.column === column);
const rowOf = (plan: SheetPlan, label: string): number => plan.cells.find((cell) => textOf(cell) === label)?.row ?? -1;

test('R-SHT-20 every row stands in order, its number as text, below a header with groups', () => {
  const plan = planForm(laiChau, blank);
  const top = (plan.page.titleRows?.last ?? 0) + 1;
  laiChau.indicators.forEach((indicator, index) => {
    expect(textOf(at(plan, top + index, 0)) ?? '').toBe(indicator.number);
    expect(at(plan, top + index, 0)?.style).toBe('tt');
    expect(textOf(at(plan, top + index, 1))).toBe(indicator.text);
    expect(at(plan, top + index, 1)?.style).toBe(indicator.kind === 'heading' ? 'labelHeading' : 'label');
    expect(textOf(at(plan, top + index, 2)) ?? '').toBe(indicator.unitOfMeasure);
  });
  const header = plan.page.titleRows?.first ?? 0;
  expect([0, 1, 2, 3, 5].map((column) => textOf(at(plan, header, column)))).toEqual([
    'TT',
    'Nội dung các hoạt động',
    'Đơn vị',
    'Số lượng',
    'Ghi chú',
  ]);
  expect([3, 4].map((column) => textOf(at(plan, header + 1, column)))).toEqual(['Số lớp/số cuộc thi', 'Người']);
  const merges = plan.merges.map((one) => `${cellAddress(one.top, one.left)}:${cellAddress(one.bottom, one.right)}`);
  expect(merges).toContain(`${cellAddress(header, 3)}:${cellAddress(header, 4)}`);
  expect(merges).toContain(`${cellAddress(header, 1)}:${cellAddress(header + 1, 1)}`);
  expect(plan.freeze.rows).toBe(header + 2);
});

test('R-SHT-21 the blank form says MẪU and has dotted blanks, the filled one neither', () => {
  const empty = texts(planForm(laiChau, blank));
  expect(empty).toContain('MẪU TỔNG HỢP SỐ LIỆU KẾT QUẢ TỔ CHỨC');
  expect(empty).toContain('TUẦN LỄ HƯỞNG ỨNG HỌC TẬP SUỐT ĐỜI NĂM 2024');
  expect(empty.some((text) => /^\(Kèm theo Báo cáo số …+/.test(text))).toBe(true);
  const attachedTo = '(Kèm theo Báo cáo số 12/BC-UBND ngày 15 tháng 10 năm 2025)';
  const filled = texts(planForm(laiChau, { ...blank, purpose: 'filled', year: 2025, attachedTo }));
  expect(filled.join('\n')).not.toMatch(/MẪU|2024|\{year\}/);
  expect(filled).toContain(attachedTo);
  expect(texts(planForm(laiChau, { ...blank, year: null })).join('\n')).not.toContain('{year}');
});

test('R-SHT-22 the unit stands in the sheet and in the properties', () => {
  const unit = { code: '03244', name: '=UBND xã Mường So' };
  const workbook = planFormWorkbook(laiChau, { ...blank, unit, sheetName: 'a/b' });
  const plan = workbook.sheets[0];
  if (plan === undefined) throw new Error('no sheet');
  expect(plan.name).toBe('a b');
  const row = rowOf(plan, 'Đơn vị báo cáo:');
  expect(at(plan, row, 2)?.value).toEqual({ kind: 'text', value: unit.name });
  expect(at(plan, rowOf(plan, 'Mã đơn vị báo cáo:'), 2)?.value).toEqual({ kind: 'text', value: '03244' });
  expect(workbook.properties).toMatchObject({
    'TongHop.UnitCode': '03244',
    'TongHop.UnitName': unit.name,
    'TongHop.Form': laiChau.id,
    'TongHop.Year': '2024',
  });
  expect(at(planForm(laiChau, blank), rowOf(planForm(laiChau, blank), 'Đơn vị báo cáo:'), 2)?.value).toBeNull();
});

test('R-SHT-23 asked quantities are validated inputs, the others are grey and locked', () => {
  const plan = planForm(laiChau, { ...blank, values: new Map([['1.1/people', 0]]), notes: new Map([['9.1', '=1']]) });
  const top = (plan.page.titleRows?.last ?? 0) + 1;
  const inside = (
    ranges: readonly { top: number; left: number; bottom: number; right: number }[],
    row: number,
    column: number,
  ): boolean => ranges.some((one) => row >= one.top && row <= one.bottom && column >= one.left && column <= one.right);
  const numbers = plan.validations.flatMap((one) => (one.kind === 'wholeNumber' ? [one] : []));
  laiChau.indicators.forEach((indicator, index) => {
    laiChau.measures.forEach((measure, place) => {
      const asked = indicator.fields.some((field) => field.measure === measure.id);
      const style = at(plan, top + index, 3 + place)?.style;
      expect(style).toBe(asked ? 'input' : indicator.kind === 'free' ? 'inputText' : 'notAsked');
      expect(
        inside(
          numbers.map((one) => one.range),
          top + index,
          3 + place,
        ),
      ).toBe(asked);
      expect(inside(plan.editable ?? [], top + index, 3 + place)).toBe(asked || indicator.kind === 'free');
    });
    expect(inside(plan.editable ?? [], top + index, 1)).toBe(false);
  });
  expect(numbers.every((one) => one.minimum === 0 && one.alert.message.includes('số nguyên'))).toBe(true);
  expect(plan.validations.some((one) => one.prompt.message.includes('đồng'))).toBe(true);
  for (const one of plan.validations) {
    expect(one.prompt.title.length).toBeLessThanOrEqual(32);
    expect(one.prompt.message.length).toBeLessThanOrEqual(225);
  }
  expect(at(plan, top + 1, 4)?.value).toEqual({ kind: 'number', value: 0 });
  expect(at(plan, top + laiChau.indicators.findIndex((one) => one.id === '9.1'), 5)?.value).toEqual({
    kind: 'text',
    value: '=1',
  });
});

test('R-SHT-24 a form of three measures and one header row is laid out from its definition alone', () => {
  const plan = planForm(threeMeasures, blank);
  expect(plan.page.titleRows?.first).toBe(plan.page.titleRows?.last);
  const header = plan.page.titleRows?.first ?? 0;
  expect([0, 1, 2, 3].map((column) => textOf(at(plan, header, column)))).toEqual([
    'Việc',
    'Cây',
    'Diện tích',
    'Chi phí',
  ]);
  expect([1, 2, 3].map((column) => at(plan, header + 1, column)?.style)).toEqual(['input', 'notAsked', 'notAsked']);
  expect([1, 2, 3].map((column) => at(plan, header + 3, column)?.style)).toEqual(['input', 'input', 'input']);
});

test('R-SHT-25 the form looks as planned', () => {
  expectGolden('form-lai-chau-2024.txt', sheetText(planForm(laiChau, blank)));
});

test('R-SHT-25 LibreOffice draws the form on two A4 pages', async () => {
  const pages = drawPages(await writeXlsx(planFormWorkbook(laiChau, blank)), 'xlsx', 40);
  expect(pages).toHaveLength(2);
  for (const page of pages) {
    // Width and height stand in the first chunk of a PNG; A4 is 210 × 297 mm.
    const size = [16, 20].map((at) => Math.round((Buffer.from(page).readUInt32BE(at) / 40) * 25.4));
    expect(Math.abs((size[0] ?? 0) - 210) + Math.abs((size[1] ?? 0) - 297)).toBeLessThanOrEqual(3);
  }
}, 120_000);
