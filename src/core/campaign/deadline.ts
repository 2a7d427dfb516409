/**
 * Deadlines as official letters set them. "Trước ngày 20/10" excludes the day: the last safe day is the 19th. "Chậm
 * nhất", "hạn chót", "hết ngày" include it. An hour counts: "16g00" is met at 16:00 and missed at 16:01.
 */
import * as z from 'zod/mini';

import { parseVietnameseDate } from '../cells/vietnamese-dates';
import { dayOf, isCalendarDay, MINUTES_OF_DAY, parseMoment, wallMinute, type WallMinute } from './moments';

export const calendarDay = z.string().check(z.refine(isCalendarDay, 'must be a day like "2024-10-20"'));

export const deadlineSchema = z.strictObject({
  /** "before" excludes the day (or the minute), "until" includes it. */
  kind: z.enum(['before', 'until']),
  date: calendarDay,
  /** Hour and minute in Vietnam, "16:00"; without one the whole day counts. */
  time: z.optional(z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))),
});
export type Deadline = z.infer<typeof deadlineSchema>;

/** The last minute at which a report is on time. */
export function lastSafeMinute({ kind, date, time }: Deadline): WallMinute {
  const start = wallMinute(date, time);
  if (kind === 'before') return start - 1;
  return time === undefined ? start + MINUTES_OF_DAY - 1 : start;
}

/** The last day on which a report can be on time: "2024-10-19" for "trước ngày 20/10/2024". */
export function lastSafeDay(deadline: Deadline): string {
  return dayOf(lastSafeMinute(deadline));
}

/** "unclear": received on the very day of a deadline with an hour, and nobody said when. */
export type Timing = 'onTime' | 'late' | 'unclear';

/**
 * Judges a receipt ("2024-10-19", "2024-10-19T15:30" in Vietnam, or an instant with a zone) against a deadline. Null for a
 * text that is no moment.
 */
export function timingOf(receipt: string, deadline: Deadline): Timing | null {
  const moment = parseMoment(receipt);
  if (moment === null) return null;
  const last = lastSafeMinute(deadline);
  if (moment.exact) return moment.minute <= last ? 'onTime' : 'late';
  if (moment.minute + MINUTES_OF_DAY - 1 <= last) return 'onTime';
  return moment.minute > last ? 'late' : 'unclear';
}

const TIME = /(\d{1,2})\s?(?:giờ|g|h|:)\s?(\d{2})?(?!\d)/iu;

/**
 * Reads a deadline as it is written: "trước ngày 20/10/2024", "chậm nhất ngày 26/9/2022", "Hạn chót 16g00, ngày
 * 13/10/2022", "2024-10-20", "20/10". A date alone includes its day. `year` stands in where the text has none. Null for
 * a text without a date.
 */
export function parseDeadline(text: string, year: number | null): Deadline | null {
  const words = text.normalize('NFC').toLowerCase();
  const date = parseVietnameseDate(words);
  const inYear = date?.year ?? year;
  if (date === null || inYear === null) return null;
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${String(inYear)}-${two(date.month)}-${two(date.day)}`;
  if (!isCalendarDay(day)) return null;
  const kind = /trước|truoc/.test(words) ? 'before' : 'until';
  const clock = TIME.exec(words.replace(/\d{1,4}\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?\d{1,4})?/g, ' '));
  const hours = Number(clock?.[1]);
  const minutes = Number(clock?.[2] ?? '0');
  const time = clock !== null && hours <= 23 && minutes <= 59 ? { time: `${two(hours)}:${two(minutes)}` } : {};
  return { kind, date: day, ...time };
}
