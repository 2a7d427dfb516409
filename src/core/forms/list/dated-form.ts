/**
 * A form as one campaign uses it: a list asks for lines of the campaign's week, whatever days its own print had. Forms of
 * the other kind stay as they are.
 */
import type { FormDefinition, ListForm } from '../definition';
import type { Week } from './list-part';

export interface FormDates {
  readonly year: number | null;
  readonly week?: Week | null;
}

/** The form with the days that are expected; as it is where no week is. */
export function expectedForm(form: FormDefinition, expected: FormDates): FormDefinition {
  return expected.week == null ? form : datedForm(form, expected);
}

const dated = new WeakMap<FormDefinition, Map<string, FormDefinition>>();

/**
 * The form with the days of a campaign. Without a week the days printed in the form stay, if they are of that year; what
 * the print says of its own plan and deadline holds for its own days only. Asked again, the same form comes back.
 */
export function datedForm(form: FormDefinition, { year, week = null }: FormDates): FormDefinition {
  if (form.kind !== 'list') return form;
  const own = form.list.week;
  const wanted = week ?? (year === null || own?.from.slice(0, 4) === String(year) ? own : null);
  const inYear = week === null ? (year ?? form.year) : Number(week.from.slice(0, 4));
  if (wanted?.from === own?.from && wanted?.to === own?.to && inYear === form.year) return form;
  const key = `${wanted?.from ?? ''} ${wanted?.to ?? ''} ${String(inYear)}`;
  const known = dated.get(form) ?? new Map<string, FormDefinition>();
  dated.set(form, known);
  const found = known.get(key);
  if (found !== undefined) return found;
  const isOwn = own !== null && wanted?.from === own.from && wanted.to === own.to;
  const list = isOwn ? { ...form.list, week: wanted } : { ...form.list, week: wanted, attachedTo: null, footer: null };
  const made: ListForm = { ...form, year: inYear, list };
  known.set(key, made);
  return made;
}
