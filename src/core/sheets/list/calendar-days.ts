/** Days as the calendar writes them: in headings, in cells, in formulas. */
import { formatVietnameseDate } from '../../cells/vietnamese-dates';
import type { CalendarLine } from '../../consolidation/list/calendar';
import type { DaySpan } from '../../forms/filled-form';
import { weekdayOf } from '../../forms/list/read-day';
import type { SheetWords } from '../sheet-words';

/** A day as formulas compare it. */
export function dateFormula(day: string): string {
  return `DATE(${String(Number(day.slice(0, 4)))},${String(Number(day.slice(5, 7)))},${String(Number(day.slice(8)))})`;
}

/** "Thứ Hai, ngày 03/10/2022". */
export function dayWords(day: string, words: SheetWords): string {
  return words.list.dayTitle(weekdayOf(day), formatVietnameseDate(day));
}

export function spanText({ from, to }: DaySpan): string {
  return from === to ? formatVietnameseDate(from) : `${formatVietnameseDate(from).slice(0, 5)} – ${formatVietnameseDate(to)}`;
}

export function rawDay({ day }: CalendarLine['entry']): string {
  return day.state === 'absent' ? '' : day.raw;
}
