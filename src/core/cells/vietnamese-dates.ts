/** Dates as Vietnamese documents write them: day, month, year. Pure text; nothing here knows today's date. */

/** A date found in a text; the year is null where the text leaves it out. */
export interface VietnameseDate {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

/** Only the beginning of a text is searched: a date line is short, a cell may hold 32,767 characters. */
const SEARCHED = 400;

const IN_WORDS = /ngày\s{0,8}(\d{1,2})\s{0,8}tháng\s{0,8}(\d{1,2})(?!\d)(?:\s{0,8},?\s{0,8}năm\s{0,8}(\d{4}))?/giu;
const YEAR_FIRST = /(?<![\d/.-])(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/g;
const WITH_YEAR = /(?<![\d/.-])(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d/])/g;
const WITHOUT_YEAR = /(?<![\d/.-])(\d{1,2})\s?[/-]\s?(\d{1,2})(?![\d/.,-])/g;

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function dateOf(year: string | undefined, month: string | undefined, day: string | undefined): VietnameseDate | null {
  const m = Number(month);
  const d = Number(day);
  let y = year === undefined ? null : Number(year);
  if (y !== null && y < 100) y += 2000;
  if (!(d >= 1 && d <= (DAYS[m - 1] ?? 0))) return null;
  if (y !== null && m === 2 && d === 29 && (y % 4 !== 0 || (y % 100 === 0 && y % 400 !== 0))) return null;
  return { year: y, month: m, day: d };
}

/**
 * The first date a text names: "ngày 05 tháng 10 năm 2024", "15/10/2024", "15-10-2024", "2024-10-15", "ngày 3/10
 * (thứ Sáu)" (year null). Null where there is none, where a part is missing or where the calendar has no such day.
 */
export function parseVietnameseDate(text: string): VietnameseDate | null {
  const searched = text.slice(0, SEARCHED).normalize('NFC');
  for (const match of searched.matchAll(IN_WORDS)) {
    const found = dateOf(match[3], match[2], match[1]);
    if (found !== null) return found;
  }
  for (const match of searched.matchAll(YEAR_FIRST)) {
    const found = dateOf(match[1], match[2], match[3]);
    if (found !== null) return found;
  }
  for (const match of searched.matchAll(WITH_YEAR)) {
    const found = dateOf(match[4], match[3], match[1]);
    if (found !== null) return found;
  }
  for (const match of searched.matchAll(WITHOUT_YEAR)) {
    const found = dateOf(undefined, match[2], match[1]);
    if (found !== null) return found;
  }
  return null;
}

/** An ISO date or local date-time as dd/mm/yyyy: "2024-10-05T00:00:00" → "05/10/2024". Other texts come back unchanged. */
export function formatVietnameseDate(iso: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  return match === null ? iso : `${match[3] ?? ''}/${match[2] ?? ''}/${match[1] ?? ''}`;
}
