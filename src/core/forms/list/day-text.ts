/**
 * The days a text names, as clerks write them in a column of days: "03/10", "ngày 3/10 (thứ Hai)", "03-05/10",
 * "3, 4/10", "từ ngày 3 đến ngày 5/10". Takes the text apart; what year it is and how far it is believed, others say.
 */
import { normalizeText } from '../../cells/normalize';

/** A day as written; month and year null where they are left out. */
export interface WrittenDay {
  readonly day: number;
  readonly month: number | null;
  readonly year: number | null;
}

export interface WrittenDays {
  /** Spans in the order of the text; a single day is a span of itself. */
  readonly spans: readonly { readonly from: WrittenDay; readonly to: WrittenDay }[];
  /** Days of the week that are named, 1 Monday to 7 Sunday, in order. */
  readonly weekdays: readonly number[];
  /** Two days of the week joined: "thứ Hai đến thứ Tư". */
  readonly weekdaySpan: boolean;
  /** The time of day that stands with the date, as written; empty for none. */
  readonly time: string;
  readonly wholeWeek: boolean;
  /** Words that are no part of any date. */
  readonly otherWords: boolean;
  /** Written plainly, as "3/10" or "03/10/2022". */
  readonly plain: boolean;
}

/** A cell of days is short; a cell may hold 32,767 characters. */
const SEARCHED = 200;
const MOST_PARTS = 12;

const PLAIN = /^\d{1,2}\/\d{1,2}(?:\/\d{4})?$/;
const CLOCK = String.raw`\d{1,2}\s?(?:giờ|gio|h|g(?!i)|:)\s?(?:\d{2}(?!\d|[/.]|\s?-\s?\d{1,2}[/.]))?(?:\s?(?:phút|phut|'))?`;
const TIME = new RegExp(String.raw`(?<![\d/.-])(?:lúc |từ |vào )?${CLOCK}(?:\s?(?:-|–|đến|tới)\s?${CLOCK})?`, 'giu');
const PART_OF_DAY = /(?<!\p{L})(?:buổi |cả |đầu |cuối )?(?:sáng|trưa|chiều|tối)(?!\p{L})/giu;
const WEEKDAY =
  /(?<!\p{L})(?:(?:thứ|thu)\s?(hai|ba|tư|tu|năm|nam|sáu|sau|bảy|bẩy|bay|[2-7])(?!\p{L}|\d)|(chủ\s?nhật|chu\s?nhat|cn)(?!\p{L})|t([2-7])(?!\p{L}|\d))/giu;
const WHOLE_WEEK = /(?:cả|trong|suốt|toàn|hết) tuần|hàng ngày|hằng ngày|các ngày trong/iu;
const NUMBERS: Readonly<Record<string, number>> = {
  hai: 1,
  ba: 2,
  tư: 3,
  tu: 3,
  năm: 4,
  nam: 4,
  sáu: 5,
  sau: 5,
  bảy: 6,
  bẩy: 6,
  bay: 6,
};

/** Takes a text apart. Linear in its first 200 letters; never throws. */
export function writtenDays(text: string): WrittenDays {
  const given = normalizeText(text).slice(0, SEARCHED);
  const times: string[] = [];
  const weekdays: number[] = [];
  const keepTime = (match: string): string => {
    times.push(match.trim());
    return ' ';
  };
  let rest = given.toLowerCase().replace(TIME, keepTime).replace(PART_OF_DAY, keepTime);
  const wholeWeek = WHOLE_WEEK.test(rest);
  rest = rest.replace(WEEKDAY, (_match, word?: string, sunday?: string, short?: string) => {
    const digit = short ?? word ?? '';
    weekdays.push(sunday !== undefined ? 7 : (NUMBERS[digit] ?? Number(digit) - 1));
    return ' ';
  });
  const joined = joinDates(rest);
  const weekdaySpan = weekdays.length === 2 && /^[\s,()]*-[\s,()]*$/.test(joined);
  const { spans, unread } = readParts(joined);
  const otherWords = unread && !(spans.length === 0 && (wholeWeek || weekdays.length > 0));
  return { spans, weekdays, weekdaySpan, time: times.join(' '), wholeWeek, otherWords, plain: PLAIN.test(given) };
}

/** "từ ngày 3 tháng 10 năm 2022 đến hết 5/10" → "3/10/2022 - 5/10". */
function joinDates(text: string): string {
  return text
    .replace(/(?<!\p{L})(?:bắt đầu|kết thúc|từ|tu|vào|ngày|ngay|hết|các)(?!\p{L})\s?:?/gu, ' ')
    .replace(/\s*(?<!\p{L})(?:tháng|thang)\s*(?=\d)/gu, '/')
    .replace(/[\s,]*(?<!\p{L})(?:năm|nam)\s*(?=\d{4})/gu, '/')
    .replace(/\s*(?:->|→|–|—|(?<!\p{L})(?:đến|den|tới|toi)(?!\p{L}))\s*/gu, ' - ')
    .replace(/(?<!\p{L})(?:và|va)(?!\p{L})|[&;+\n]/gu, ',')
    .replace(/[()[\]"“”]/g, ' ')
    .replace(/(\d)\s*([/.])\s*(?=\d)/g, '$1$2')
    .trim();
}

const FULL = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/;
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const SPAN = /^(\d{1,2})(?:[/.](\d{1,2})(?:[/.](\d{4}|\d{2}))?)? ?- ?(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d{2}))?$/;
const DAY_MONTH = /^(\d{1,2}) ?[/.-] ?(\d{1,2})$/;
const DAY = /^(\d{1,2})$/;
const DAYS = /^(\d{1,2}) - (\d{1,2})$/;

const num = (text: string | undefined): number | null => (text === undefined ? null : Number(text));
const yearOf = (text: string | undefined): number | null =>
  text === undefined ? null : text.length === 2 ? 2000 + Number(text) : Number(text);

function readParts(text: string): { readonly spans: WrittenDays['spans']; readonly unread: boolean } {
  const parts = text
    .split(',')
    .map((part) => part.replace(/\s+/g, ' ').replace(/^[ .:-]+|[ .:-]+$/g, ''))
    .filter((part) => part !== '');
  const spans: { from: WrittenDay; to: WrittenDay }[] = [];
  let unread = parts.length > MOST_PARTS;
  for (const part of parts.slice(0, MOST_PARTS)) {
    const span = readSpan(part);
    if (span === null) unread = true;
    else spans.push(span);
  }
  // "3, 4/10": the month stands with the last one.
  for (let index = spans.length - 2; index >= 0; index -= 1) {
    const [own, next] = [spans[index], spans[index + 1]];
    if (own === undefined || next === undefined || own.from.month !== null) continue;
    const { month, year } = next.from;
    spans[index] = {
      from: { ...own.from, month, year: own.from.year ?? year },
      to: { ...own.to, month: own.to.month ?? month, year: own.to.year ?? year },
    };
  }
  return { spans, unread };
}

function readSpan(part: string): { from: WrittenDay; to: WrittenDay } | null {
  const single = (day: number, month: number | null, year: number | null): { from: WrittenDay; to: WrittenDay } => {
    const one = { day, month, year };
    return { from: one, to: one };
  };
  const iso = ISO.exec(part);
  if (iso !== null) return single(Number(iso[3]), num(iso[2]), num(iso[1]));
  const full = FULL.exec(part);
  if (full !== null) return single(Number(full[1]), num(full[3]), yearOf(full[4]));
  const span = SPAN.exec(part);
  if (span !== null) {
    const to = { day: Number(span[4]), month: num(span[5]), year: yearOf(span[6]) };
    return {
      from: {
        day: Number(span[1]),
        month: num(span[2]) ?? to.month,
        year: yearOf(span[3]) ?? (span[2] === undefined ? to.year : null),
      },
      to,
    };
  }
  const days = DAYS.exec(part);
  if (days !== null)
    return { from: { day: Number(days[1]), month: null, year: null }, to: { day: Number(days[2]), month: null, year: null } };
  const dayMonth = DAY_MONTH.exec(part);
  if (dayMonth !== null) return single(Number(dayMonth[1]), num(dayMonth[2]), null);
  const day = DAY.exec(part);
  return day === null ? null : single(Number(day[1]), null, null);
}
