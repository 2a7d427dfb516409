/** A form as clerks fill it in: typed past the validation, as pasting does. */
import { insertForm } from '../../../src/app/insert-form';
import type { FormDefinition } from '../../../src/core/forms/definition';
import { sheetInserting } from '../../../src/excel/insert-sheet';
import { good, type ExcelPage } from './excel-page';

/** Column letter and number of a row ("1.1") → what is typed there. A leading "=" is a formula, an ISO date a date. */
export type Typed = readonly {
  readonly row: string;
  readonly column: string;
  readonly value: string | number;
  readonly format?: string;
}[];

export const QUIRKS: Typed = [
  { row: '1.1', column: 'D', value: '15/450' },
  { row: '1.2', column: 'D', value: 45567, format: 'd-mmm' },
  { row: '1.3', column: 'D', value: '12 lớp' },
  { row: '1.3', column: 'E', value: '1.250' },
  { row: '1.4', column: 'D', value: 'mười lăm' },
  { row: '1.4', column: 'E', value: 'hơn 200' },
  { row: '1.6', column: 'D', value: 3 },
  { row: '1.6', column: 'E', value: 1.25, format: '0.00' },
  { row: '2', column: 'D', value: 'khá nhiều' },
  { row: '3', column: 'D', value: -5 },
  { row: '4.1', column: 'D', value: '=NA()' },
  { row: '4.3', column: 'D', value: '45 ' },
  { row: '6', column: 'D', value: 4 },
  { row: '6', column: 'E', value: '12 345' },
  { row: '1', column: 'D', value: 99 },
];

export interface FilledSheet {
  readonly sheet: string;
  readonly id: string;
  /** The address of a typed cell: at('1.1', 'D'). */
  readonly at: (row: string, column: string) => string;
}

export async function insertAndType(excel: ExcelPage, form: FormDefinition, typed: Typed): Promise<FilledSheet> {
  const inserted = good(await insertForm(sheetInserting(excel.runExcel), { form, campaign: null, unit: null }));
  const rows = new Map<string, number>();
  for (const [key, { value }] of excel.sheet(inserted.sheet).cells) {
    if (key % 16_384 === 0 && typeof value === 'string') rows.set(value, Math.floor(key / 16_384) + 1);
  }
  const at = (row: string, column: string): string => {
    const line = rows.get(row);
    if (line === undefined) throw new Error(`no row ${row}`);
    return `${column}${String(line)}`;
  };
  await excel.look(async (context) => {
    const sheet = context.workbook.worksheets.getItem(inserted.id);
    for (const { row, column, value, format } of typed) {
      const range = sheet.getRange(at(row, column));
      const isText = typeof value === 'string' && !value.startsWith('=');
      range.numberFormat = [[isText ? '@' : (format ?? '#,##0')]];
      range.formulas = [[value]];
      if (isText) range.numberFormat = [['#,##0']];
    }
    await context.sync();
  });
  return { ...inserted, at };
}
