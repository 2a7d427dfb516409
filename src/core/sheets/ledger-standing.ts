/** How a report stands to its deadline: the formula that lives in the ledger, and the result it has for what is planned. */
import { isDay } from './figures';
import type { SheetWords } from './sheet-words';

type Words = Pick<SheetWords['ledger'], 'lastDay' | 'hour' | 'received' | 'state' | 'missing' | 'standings'>;

/**
 * The formula of every row of the table: it follows the day of receipt that the clerk types, and the calendar. Without a
 * last day it says nothing; a text that is no day is said rather than compared.
 */
export function standingFormula(table: string, words: Words, hasHours: boolean): string {
  const cell = (header: string): string => `${table}[[#This Row],[${header}]]`;
  const [last, received, state] = [cell(words.lastDay), cell(words.received), cell(words.state)];
  const { standings: say } = words;
  const said = (text: string): string => `"${text}"`;
  const counted = (words2: (days: number) => string, days: string): string => {
    const [before = '', after = ''] = words2(0).split('0');
    return `${said(before)}&(${days})&${said(after)}`;
  };
  const onLastDay = hasHours ? `IF(${cell(words.hour)}="",${said(say.onTime)},${said(say.onLastDay)})` : said(say.onTime);
  const arrived =
    `IF(NOT(ISNUMBER(${received})),${said(say.notADay)},IF(${received}<${last},${said(say.onTime)},` +
    `IF(${received}=${last},${onLastDay},${counted(say.late, `${received}-${last}`)})))`;
  const awaited =
    `IF(TODAY()>${last},${counted(say.overdue, `TODAY()-${last}`)},` +
    `IF(TODAY()=${last},${said(say.lastDayToday)},${counted(say.left, `${last}-TODAY()`)}))`;
  return `IF(${last}="","",IF(${received}<>"",${arrived},IF(${state}=${said(words.missing)},${awaited},${said(say.unknown)})))`;
}

export interface StandingOf {
  readonly last: { readonly day: string; readonly hour: string | null } | null;
  readonly received: string | null;
  /** Nothing has come of the unit. */
  readonly missing: boolean;
  readonly today: string | null;
}

/** The formula's result for these values; null where it depends on a day that is not known. */
export function standing({ standings: say }: Words, { last, received, missing, today }: StandingOf): string | null {
  if (last === null) return '';
  if (received !== null) {
    if (!isDay(received)) return say.notADay;
    const days = daysBetween(last.day, received);
    if (days === 0) return last.hour === null ? say.onTime : say.onLastDay;
    return days < 0 ? say.onTime : say.late(days);
  }
  if (!missing) return say.unknown;
  if (today === null) return null;
  const days = daysBetween(last.day, today);
  if (days === 0) return say.lastDayToday;
  return days > 0 ? say.overdue(days) : say.left(-days);
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}
