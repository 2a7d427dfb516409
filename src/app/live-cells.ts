/** What a cell of a live sheet holds, in the words of the line: the same rules as for cells of a file. */
import type { CellValue } from '../core/cells/cell';
import { isLegacyFont } from '../files/read/legacy-fonts';
import { generalAsNull, isDateFormat, numberValue } from '../files/read/number-formats';
import { dateSerial } from '../files/write/date-serial';

/** `type` as Excel names it: "Empty", "Double", "String", "Boolean", "Error" … `format` is the number format code. */
export function liveCellValue(value: unknown, type: string, format: string): CellValue {
  if (typeof value === 'number') return numberValue(value, generalAsNull(format), false);
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if (typeof value !== 'string' || value === '') return { kind: 'empty' };
  return type === 'Error' ? { kind: 'error', code: value } : { kind: 'text', value };
}

/** Whether a number written into a cell of this format would show as a date, or turn into text. */
export function hidesNumbers(format: string): boolean {
  return format === '@' || isDateFormat(format);
}

export { dateSerial, isLegacyFont };
