/**
 * Days and minutes in Vietnam. Deadlines are kept in Vietnamese wall time (UTC+7, no daylight saving), files carry
 * instants in UTC: everything is brought to one count of minutes, and nothing here knows what time it is.
 */

/** Minutes since 1970-01-01T00:00 Vietnamese wall time. */
export type WallMinute = number;

const UTC_OFFSET_MINUTES = 7 * 60;
export const MINUTES_OF_DAY = 24 * 60;

/** Whether a text is a calendar day, "2024-10-20"; 2024-02-30 is none. */
export function isCalendarDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return false;
  const time = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return new Date(time).toISOString().slice(0, 10) === text;
}

/** The first minute of a day given as "2024-10-20"; `time` "16:00" adds hours and minutes. NaN for no day. */
export function wallMinute(day: string, time = '00:00'): WallMinute {
  if (!isCalendarDay(day)) return Number.NaN;
  const [hours = Number.NaN, minutes = Number.NaN] = time.split(':').map(Number);
  return Date.parse(`${day}T00:00:00Z`) / 60_000 + hours * 60 + minutes;
}

/** The day of a minute: "2024-10-20". */
export function dayOf(minute: WallMinute): string {
  return new Date(minute * 60_000).toISOString().slice(0, 10);
}

/** The time of day of a minute: "16:00". */
export function timeOf(minute: WallMinute): string {
  return new Date(minute * 60_000).toISOString().slice(11, 16);
}

/** A moment known to the minute, or to the day only. */
export interface Moment {
  readonly minute: WallMinute;
  readonly exact: boolean;
}

/**
 * Reads a moment: a day "2024-10-19" or a wall time "2024-10-19T15:30" as they stand in Vietnam; an instant with a zone
 * ("2024-10-19T08:30:00Z", "…+07:00") is brought to Vietnamese wall time. Null for anything else.
 */
export function parseMoment(text: string): Moment | null {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(text.trim());
  const day = match?.[1];
  if (match === null || day === undefined || !isCalendarDay(day)) return null;
  if (match[2] === undefined || match[3] === undefined) return { minute: wallMinute(day), exact: false };
  if (Number(match[2]) > 23 || Number(match[3]) > 59) return null;
  const minute = wallMinute(day, `${match[2]}:${match[3]}`);
  const zone = match[4];
  if (zone === undefined) return { minute, exact: true };
  const offset = zone === 'Z' ? 0 : (zone.startsWith('-') ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2)));
  return { minute: minute - offset + UTC_OFFSET_MINUTES, exact: true };
}
