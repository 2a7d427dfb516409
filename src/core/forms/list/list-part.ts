/**
 * The second kind of form, as data: a list in which a unit writes as many lines as it needs (a schedule of activities),
 * in columns that say what a line is asked. No other code knows what the list is about.
 */
import * as z from 'zod/mini';

import { foldText } from '../../cells/fold';
import { isCalendarDay } from '../../campaign/moments';

const identifier = z.string().check(z.regex(/^[0-9A-Za-z_-]{1,60}$/));
const words = z.string().check(z.minLength(1), z.maxLength(2_000));
const calendarDay = z.string().check(z.refine(isCalendarDay, 'must be a day like "2022-10-03"'));

/**
 * What a column asks for. "order": a running number, never kept. "date": the day. "session": the time of day, by which
 * lines of one day are put in order. "place": where. "content": what; a line is called by it. "quantity": a number.
 */
export const LIST_COLUMN_TYPES = ['order', 'date', 'session', 'place', 'content', 'quantity', 'text'] as const;

const listColumn = z.strictObject({
  id: identifier,
  type: z.enum(LIST_COLUMN_TYPES),
  header: words,
  /** Other words under which received files head this column, the surest first. */
  aliases: z.array(words),
  /** Width in characters of the standard font, for printing on A4. */
  width: z.number().check(z.positive(), z.lte(200)),
  /** Every line must say it. */
  required: z.boolean(),
  /** False for a column that the form does not print, but that units add and that is understood. */
  printed: z.optional(z.boolean()),
  /** For a quantity: its unit of measure and what it counts. */
  unit: z.optional(words),
  nature: z.optional(z.enum(['things', 'persons', 'money'])),
  /** What to write here, as the prompt beside the cell says it. */
  prompt: z.optional(z.string().check(z.minLength(1), z.maxLength(225))),
});
export type ListColumn = z.infer<typeof listColumn>;

const week = z.strictObject({ from: calendarDay, to: calendarDay });
/** First and last day that lines are asked for, ISO. */
export type Week = z.infer<typeof week>;

export const listPart = z.strictObject({
  columns: z.array(listColumn).check(z.minLength(2), z.maxLength(30)),
  /** Lines the blank form offers for each day; a unit may add more. */
  linesPerDay: z.int().check(z.gte(1), z.lte(50)),
  /** The days the form prints; null leaves them to the campaign. */
  week: z.nullable(week),
  /** The step of a campaign that asks for it: a schedule is registered before the week, results come after it. */
  step: z.enum(['result', 'registration', 'budget']),
  /** The line under the title, "(Đính kèm theo Kế hoạch …)"; null prints none. */
  attachedTo: z.nullable(words),
  /** Who signs, as printed; null for "THỦ TRƯỞNG ĐƠN VỊ". */
  signer: z.nullable(words),
  /** The line at the end, "(Nộp về … trước ngày …)"; null prints none. */
  footer: z.nullable(words),
  /** How the lines of all units together are called: name of the sheet, title lines ("{year}" is the campaign's year). */
  overview: z.strictObject({ sheet: z.string().check(z.minLength(1), z.maxLength(31)), title: z.array(words) }),
  corrections: z.array(z.strictObject({ from: words, to: words, confidence: words })),
});
export type ListPart = z.infer<typeof listPart>;

const LONGEST_WEEK = 62;

/** Days from the first to the last, both included: what may be printed and what a span may cover is bounded. */
export function daysOfWeek({ from, to }: Week): readonly string[] {
  const days: string[] = [];
  const last = Date.parse(`${to}T00:00:00Z`);
  for (let time = Date.parse(`${from}T00:00:00Z`); time <= last && days.length <= LONGEST_WEEK; time += 86_400_000) {
    days.push(new Date(time).toISOString().slice(0, 10));
  }
  return days;
}

/** What a schema cannot say of a list: which column is at fault (its id), and the problem. */
export function listFlaws(
  list: ListPart,
): readonly { readonly column: string | null; readonly field: string; readonly problem: string }[] {
  const flaws: { column: string | null; field: string; problem: string }[] = [];
  const ids = new Set<string>();
  const headers = new Set<string>();
  for (const column of list.columns) {
    if (ids.has(column.id)) flaws.push({ column: column.id, field: 'id', problem: 'is used twice' });
    ids.add(column.id);
    const folded = foldText(column.header);
    if (headers.has(folded)) flaws.push({ column: column.id, field: 'header', problem: 'is used twice' });
    headers.add(folded);
    if (column.required && column.printed === false)
      flaws.push({ column: column.id, field: 'printed', problem: 'a required column is printed' });
  }
  for (const type of ['order', 'date', 'session', 'content'] as const) {
    if (list.columns.filter((one) => one.type === type).length > 1) {
      flaws.push({ column: null, field: 'columns', problem: `only one column may have the type "${type}"` });
    }
  }
  if (!list.columns.some((one) => one.type === 'content')) {
    flaws.push({ column: null, field: 'columns', problem: 'one column has the type "content"' });
  }
  if (list.columns.filter((one) => one.required).length < 2) {
    flaws.push({ column: null, field: 'columns', problem: 'at least two columns are required: the table is known by them' });
  }
  if (list.week !== null) {
    const days = daysOfWeek(list.week).length;
    if (days === 0) flaws.push({ column: null, field: 'week', problem: 'ends before it begins' });
    if (days > LONGEST_WEEK) flaws.push({ column: null, field: 'week', problem: `is longer than ${String(LONGEST_WEEK)} days` });
  }
  return flaws;
}
