/** A filled annex as rows of a sheet, for tests: the form's own layout with the given values put in. */
import { findForm, DEFAULT_FORM_ID } from '../../src/catalogue/forms';
import type { FormDefinition } from '../../src/core/forms/definition';
import type { Plain } from './grid';

export const FORM: FormDefinition = (() => {
  const form = findForm(DEFAULT_FORM_ID);
  if (form === undefined) throw new Error('the default form is missing');
  return form;
})();

/** Values per indicator id: [first quantity column, second quantity column, note]. */
export type AnnexValues = Readonly<Record<string, readonly [Plain, Plain?, Plain?]>>;

export interface AnnexOptions {
  readonly unit?: string | null;
  readonly year?: number;
  readonly above?: readonly (readonly Plain[])[];
}

/** The rows of a filled annex: title, unit line, two header rows, then one row per indicator (columns A–F). */
export function annexRows(values: AnnexValues, options: AnnexOptions = {}): Plain[][] {
  const unit = options.unit === undefined ? 'UBND xã Thử Nghiệm' : options.unit;
  return [
    ...(options.above ?? []).map((row) => [...row]),
    ['Phụ lục II'],
    ['TỔNG HỢP SỐ LIỆU KẾT QUẢ TỔ CHỨC'],
    [`TUẦN LỄ HƯỞNG ỨNG HỌC TẬP SUỐT ĐỜI NĂM ${String(options.year ?? 2024)}`],
    [unit === null ? 'Đơn vị báo cáo: ………………' : `Đơn vị báo cáo: ${unit}`],
    [],
    ['TT', 'Nội dung các hoạt động', 'Đơn vị', 'Số lượng', null, 'Ghi chú'],
    [null, null, null, 'Số lớp/số cuộc thi', 'Người', null],
    ...FORM.indicators.map((row): Plain[] => {
      const [first, second, note] = values[row.id] ?? [null];
      return [row.number, row.text, row.unitOfMeasure, first ?? null, second ?? null, note ?? null];
    }),
    [],
    [null, null, null, 'THỦ TRƯỞNG ĐƠN VỊ'],
  ];
}
