/**
 * What a cell of a column of days says, with how far it can be trusted. A day that Excel or the typist may have spoilt is
 * only proposed; one that nobody can tell is unreadable. The week a form asks for helps to tell, and never overrules.
 */
import type { CellValue } from '../../cells/cell';
import { isPlaceholder } from '../../cells/placeholder';
import { parseVietnameseDate } from '../../cells/vietnamese-dates';
import { isCalendarDay } from '../../campaign/moments';
import type { DayDoubt } from '../../finding-codes';
import type { DaySpan } from '../filled-form';
import { writtenDays, type WrittenDay, type WrittenDays } from './day-text';
import { daysOfWeek, type Week } from './list-part';

export interface DayContext {
  /** The days the form asks for; null where it does not say. */
  readonly week: Week | null;
  /** The year where neither cell nor week give one. */
  readonly year: number | null;
}

export type ReadDay = { /** The time of day beside the date, as written. */ readonly time: string } & (
  | { readonly state: 'absent' }
  | { readonly state: 'unreadable' }
  | { readonly state: 'certain'; readonly span: DaySpan; readonly reworded: boolean }
  | { readonly state: 'proposed'; readonly spans: readonly DaySpan[]; readonly why: DayDoubt }
);

const LONGEST_SPAN = 31;
const MOST_SPANS = 10;
/** Serial numbers of days that a report can mean: 1990 to 2064. */
const SERIALS = { first: 32_874, last: 60_000 };
const DAY = 86_400_000;

/** Reads one cell; `text` is what it shows, as Unicode. Never throws; cost is bounded whatever the cell holds. */
export function readDay(value: CellValue, text: string, context: DayContext): ReadDay {
  switch (value.kind) {
    case 'empty':
      return { state: 'absent', time: '' };
    case 'date':
      return value.serial < 1
        ? { state: 'absent', time: value.iso.slice(11, 16) }
        : settle(spanOf(value.iso.slice(0, 10)), context, '', false);
    case 'number':
      return readNumber(value.value, text, context);
    case 'text':
      return isPlaceholder(text) ? { state: 'absent', time: '' } : readText(text, context);
    default:
      return { state: 'unreadable', time: '' };
  }
}

const spanOf = (day: string): DaySpan => ({ from: day, to: day });
const isIn = (day: string, week: Week): boolean => day >= week.from && day <= week.to;
const UNREADABLE: ReadDay = { state: 'unreadable', time: '' };

/** Excel turns what is typed into numbers: 3 for the third, 3.1 for "3.10", 44837 for a date shown as a number. */
function readNumber(value: number, text: string, context: DayContext): ReadDay {
  if (Number.isInteger(value) && value >= SERIALS.first && value <= SERIALS.last) {
    const day = new Date(Date.UTC(1899, 11, 30) + value * DAY).toISOString().slice(0, 10);
    return { state: 'proposed', spans: [spanOf(day)], why: 'number', time: '' };
  }
  const [day = '', month = ''] = text.split('.');
  for (const one of month === '1' ? ['10', '1'] : [month]) {
    const found =
      one === '' ? dayOnly(Number(day), context.week) : isoOf({ day: Number(day), month: Number(one), year: null }, context);
    if (found !== null && (context.week === null || isIn(found, context.week)))
      return { state: 'proposed', spans: [spanOf(found)], why: one === '' ? 'day-only' : 'number', time: '' };
  }
  return UNREADABLE;
}

function readText(text: string, context: DayContext): ReadDay {
  const written = writtenDays(text);
  const { time } = written;
  if (written.spans.length === 0) return written.otherWords ? amongWords(text, context, time) : withoutDate(written, context);
  const spans: DaySpan[] = [];
  for (const one of written.spans) {
    const span = resolveSpan(one.from, one.to, context);
    if (span === null) return { state: 'unreadable', time };
    spans.push(span);
  }
  if (written.spans.some((one) => one.from.month === null))
    return { state: 'proposed', spans: merged(spans), why: 'day-only', time };
  const joined = merged(spans);
  const [first] = joined;
  if (first === undefined || joined.length > MOST_SPANS) return { state: 'unreadable', time };
  if (written.otherWords) return { state: 'proposed', spans: joined, why: 'words', time };
  if (joined.length > 1) return { state: 'proposed', spans: joined, why: 'several', time };
  const range = dashedDays(text, written, first, context.week);
  if (range !== null) return { state: 'proposed', spans: [range], why: 'day-only', time };
  if (contradicts(written.weekdays, first)) return { state: 'proposed', spans: joined, why: 'weekday', time };
  return settle(first, context, time, !written.plain);
}

/** "3/10 tại xã A": a date among other words. */
function amongWords(text: string, context: DayContext, time: string): ReadDay {
  const date = parseVietnameseDate(text);
  const day = date === null ? null : isoOf(date, context);
  return day === null ? { state: 'unreadable', time } : { state: 'proposed', spans: [spanOf(day)], why: 'words', time };
}

/** "3-5" is 3 May, unless the week has a third and a fifth and no May. */
function dashedDays(text: string, { spans }: WrittenDays, read: DaySpan, week: Week | null): DaySpan | null {
  const written = spans[0]?.from;
  if (week === null || isIn(read.from, week) || text.includes('/') || written?.month == null || written.year !== null)
    return null;
  const [from, to] = [dayOnly(written.day, week), dayOnly(written.month, week)];
  return from !== null && to !== null && from < to ? { from, to } : null;
}

/** "Thứ Hai", "cả tuần": only the week can tell which day is meant. */
function withoutDate(written: WrittenDays, { week }: DayContext): ReadDay {
  const { time, weekdays } = written;
  if (week === null) return time !== '' ? { state: 'absent', time } : { state: 'unreadable', time };
  const days = weekdays.map((weekday) => daysOfWeek(week).filter((day) => weekdayOf(day) === weekday));
  const [from, to] = [days[0]?.[0], days.at(-1)?.[0]];
  if (from !== undefined && to !== undefined && days.every((one) => one.length === 1)) {
    const spans = written.weekdaySpan && from <= to ? [{ from, to }] : merged(days.flatMap((one) => one.map(spanOf)));
    return { state: 'proposed', spans, why: 'weekday-only', time };
  }
  if (written.wholeWeek) return { state: 'proposed', spans: [week], why: 'whole-week', time };
  return time !== '' ? { state: 'absent', time } : { state: 'unreadable', time };
}

/** A day outside the week that another year, or day and month the other way round, would bring into it, is only proposed. */
function settle(span: DaySpan, { week }: DayContext, time: string, reworded: boolean): ReadDay {
  if (week !== null && !(isIn(span.from, week) && isIn(span.to, week))) {
    const inYear = moved(span, (day) => `${week.from.slice(0, 4)}${day.slice(4)}`);
    if (inYear !== null && isIn(inYear.from, week) && isIn(inYear.to, week))
      return { state: 'proposed', spans: [inYear], why: 'year', time };
    const swapped = moved(span, (day) => `${day.slice(0, 5)}${day.slice(8)}-${day.slice(5, 7)}`);
    if (swapped !== null && isIn(swapped.from, week) && isIn(swapped.to, week))
      return { state: 'proposed', spans: [swapped], why: 'swapped', time };
  }
  return { state: 'certain', span, reworded, time };
}

function moved({ from, to }: DaySpan, change: (day: string) => string): DaySpan | null {
  const span = { from: change(from), to: change(to) };
  return isCalendarDay(span.from) && isCalendarDay(span.to) && span.from <= span.to ? span : null;
}

function resolveSpan(from: WrittenDay, to: WrittenDay, context: DayContext): DaySpan | null {
  const [first, last] = [isoOf({ ...from, year: from.year ?? to.year }, context), isoOf(to, context)];
  if (first === null || last === null || last < first) return null;
  return (Date.parse(last) - Date.parse(first)) / DAY < LONGEST_SPAN ? { from: first, to: last } : null;
}

/** The day of a written date; the year is the week's, else the one given. Null where there is no such day. */
function isoOf({ day, month, year }: WrittenDay, { week, year: usual }: DayContext): string | null {
  if (month === null) return dayOnly(day, week);
  const two = (value: number): string => String(value).padStart(2, '0');
  const made = (one: number | null | undefined): string | null => {
    const text = one == null ? '' : `${String(one)}-${two(month)}-${two(day)}`;
    return isCalendarDay(text) ? text : null;
  };
  if (year !== null) return made(year);
  if (week === null) return made(usual);
  const years = [Number(week.from.slice(0, 4)), Number(week.to.slice(0, 4))];
  return years.map(made).find((one) => one !== null && isIn(one, week)) ?? made(years[0]);
}

/** A bare "3": the one day of the week with that number. */
function dayOnly(day: number, week: Week | null): string | null {
  const found = week === null ? [] : daysOfWeek(week).filter((one) => Number(one.slice(8)) === day);
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Spans in order, those that touch made one. */
function merged(spans: readonly DaySpan[]): readonly DaySpan[] {
  const all: DaySpan[] = [];
  for (const span of [...spans].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const last = all.at(-1);
    const next = last === undefined ? '' : new Date(Date.parse(last.to) + DAY).toISOString().slice(0, 10);
    if (last !== undefined && span.from <= next)
      all[all.length - 1] = { from: last.from, to: span.to > last.to ? span.to : last.to };
    else all.push(span);
  }
  return all;
}

function contradicts(weekdays: readonly number[], { from, to }: DaySpan): boolean {
  if (weekdays.length === 0) return false;
  if (from === to) return weekdays.some((one) => one !== weekdayOf(from));
  return weekdays.length === 2 && (weekdays[0] !== weekdayOf(from) || weekdays[1] !== weekdayOf(to));
}

/** The day of the week, 1 Monday to 7 Sunday. */
export function weekdayOf(day: string): number {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 ? 7 : weekday;
}
