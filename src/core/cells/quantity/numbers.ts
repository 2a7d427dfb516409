/** Number and date cells as quantities. */
import type { FieldNature } from '../../forms/definition';
import type { CellValue } from '../cell';
import type { QuantityContext, QuantityReading, UnreadableReason } from './reading';

/** Above this, spreadsheets lose digits and no such quantity exists (a million billion). */
export const LARGEST = 1e15;
/** Sums and products of decimal fractions miss the whole number by less than this. */
const TOLERANCE = 1e-6;

export function unreadable(why: UnreadableReason): QuantityReading {
  return { state: 'unreadable', why };
}

/** The whole number a value stands for within floating error, or null. */
export function wholeNumber(value: number): number | null {
  const near = Math.round(value);
  return Math.abs(value - near) <= TOLERANCE ? near + 0 : null;
}

/**
 * A number cell. Whole numbers are certain. 1.25 in a count of things or persons is 1250 typed with a thousands dot
 * into an English Excel (proposed). Money above 1000 with a fraction of a đồng is offered rounded, for a formula left it so.
 */
export function readNumberQuantity(value: number, nature: FieldNature): QuantityReading {
  if (Number.isNaN(value)) return unreadable('error');
  if (value < 0 && wholeNumber(value) !== 0) return unreadable('negative');
  if (value > LARGEST) return unreadable('too-large');
  const whole = wholeNumber(value);
  if (whole !== null)
    return {
      state: 'certain',
      value: Math.abs(whole),
      reworded: false,
      saysNature: null,
    };
  return readFraction(value, nature);
}

/** A positive number that is not whole. */
export function readFraction(value: number, nature: FieldNature): QuantityReading {
  if (nature === 'money') {
    return value >= 1000 ? { state: 'proposed', value: Math.round(value), why: 'approximate' } : unreadable('fraction');
  }
  const thousands = wholeNumber(value * 1000);
  return value > 1 && value < 1000 && thousands !== null
    ? { state: 'proposed', value: thousands, why: 'thousands' }
    : unreadable('fraction');
}

/**
 * A date in a quantity column. Where the row asks for two quantities, Excel made it of "2/10": day and month are
 * proposed, in the order its format shows them; a month with a year ("10/45") gives month and the year's two digits.
 * Times, and the dates around 1900 that a plain number shows in a cell formatted as a date, are unreadable.
 */
export function readDateQuantity(date: CellValue & { kind: 'date' }, context: QuantityContext): QuantityReading {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T00:00(?::00(?:\.0+)?)?Z?)?$/.exec(date.iso);
  if (context.pair === null || match === null) return unreadable('date');
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const order = shownOrder(date.format);
  if (order === 'month-year') {
    return day === 1
      ? {
          state: 'proposed-pair',
          thing: month,
          person: year % 100,
          why: 'date',
        }
      : unreadable('date');
  }
  if (year < 1930) return unreadable('date');
  const [thing, person] = order === 'month-day' ? [month, day] : [day, month];
  return { state: 'proposed-pair', thing, person, why: 'date' };
}

/** The order of day, month and year that a number format shows; literals and colours do not count. */
function shownOrder(format: string | undefined): 'day-month' | 'month-day' | 'month-year' {
  const letters = (format ?? '')
    .slice(0, 100)
    .replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')
    .toLowerCase()
    .split(';')[0];
  const order = (letters ?? '').replace(/[^dmy]/g, '').replace(/(.)\1+/g, '$1');
  if (order === 'my' || order === 'ym') return 'month-year';
  // "m/d" is what an English Excel shows of what was typed as month and day; "d-mmm" and all others begin with the day.
  return order === 'md' ? 'month-day' : 'day-month';
}
