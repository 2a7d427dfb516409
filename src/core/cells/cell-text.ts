/** A cell as text: what a clerk sees in it, for labels, row numbers and for quoting in findings. */
import type { CellValue } from './cell';
import { formatVietnameseDate } from './vietnamese-dates';

/** Findings quote cells; a cell may hold 32,767 characters, which nobody would read in a sentence. */
const LONGEST_QUOTE = 500;

/** Excel shows and keeps 15 significant digits: 0.1 + 0.2 is 0.3 there. */
function generalNumber(value: number): string {
  // Counts are whole numbers: nothing to round.
  return Number.isInteger(value) && Math.abs(value) < 1e15 ? String(value) : String(Number(value.toPrecision(15)));
}

/** A number under a format of plain digits keeps its zeros ("0.00": 1.1 → "1.10", "00": 5 → "05"); else as "General". */
function numberText(value: number, format: string | undefined): string {
  const digits = format === undefined ? null : /^(0{1,15})(?:\.(0{1,15}))?(?:_\)|_-)?$/.exec(format.split(';')[0] ?? '');
  if (digits?.[1] === undefined || !Number.isFinite(value) || Math.abs(value) >= 1e15) return generalNumber(value);
  const [whole = '0', fraction] = Math.abs(value)
    .toFixed(digits[2]?.length ?? 0)
    .split('.');
  const sign = value < 0 ? '-' : '';
  return `${sign}${whole.padStart(digits[1].length, '0')}${fraction === undefined ? '' : `.${fraction}`}`;
}

/**
 * What a clerk sees in a cell. Numbers keep a decimal point and no grouping (row numbers: 1.1, and 1.10 under the
 * format "0.00"), dates are dd/mm/yyyy, errors as printed; an empty or uncalculated cell gives "".
 */
export function cellText(value: CellValue): string {
  switch (value.kind) {
    case 'empty':
    case 'uncalculated':
      return '';
    case 'number':
      return numberText(value.value, value.format);
    case 'text':
      return value.value;
    case 'boolean':
      return value.value ? 'TRUE' : 'FALSE';
    case 'date':
      return formatVietnameseDate(value.iso);
    case 'error':
      return value.code;
  }
}

/** What a finding quotes: the cell's text letter by letter, ends trimmed, cut with "…" after 500 characters. */
export function rawText(value: CellValue): string {
  const text = cellText(value).trim();
  return text.length <= LONGEST_QUOTE ? text : `${text.slice(0, LONGEST_QUOTE)}…`;
}
