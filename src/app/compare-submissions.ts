/** Two reports of one unit side by side: every cell that differs, for the clerk who must know what was resubmitted. */
import type { Received } from '../core/consolidation/received';
import { fieldsOf, type FormDefinition, type ListForm } from '../core/forms/definition';
import type { FilledEntry, Reading } from '../core/forms/filled-form';
import { entryKey } from '../core/forms/list/list-entries';
import { CALENDAR_WORDS } from '../messages/calendar-words';

/** What one report says in one field. `value` null: not reported, or not readable. */
export interface ComparedCell {
  readonly cell: string | null;
  readonly raw: string;
  readonly value: number | null;
  /** What it says in words, where it is a line of a list. */
  readonly words?: string;
}

export interface Difference {
  /** The row as the form prints it: "1.1", "Bồi dưỡng …". */
  readonly number: string;
  readonly text: string;
  readonly measure: string;
  readonly before: ComparedCell;
  readonly after: ComparedCell;
}

/**
 * The fields of two tables of quantities, or the lines of two lists, two received forms differ, in the form's order: another figure, or one that only one of them has.
 * "02" and 2 are the same figure. Null where one of them brought no form.
 */
export function compareSubmissions(form: FormDefinition, before: Received, after: Received): readonly Difference[] | null {
  if (before.outcome !== 'form' || after.outcome !== 'form') return null;
  if (form.kind === 'list') return listDifferences(form, before.form.list?.entries ?? [], after.form.list?.entries ?? []);
  const lines = (received: typeof before): ReadonlyMap<string, (typeof received.form.lines)[number]> =>
    new Map(received.form.lines.map((line) => [line.indicator, line]));
  const [old, now] = [lines(before), lines(after)];
  return fieldsOf(form).flatMap(({ indicator, measure }): Difference[] => {
    const one = comparedCell(old.get(indicator.id)?.readings[measure.id]);
    const other = comparedCell(now.get(indicator.id)?.readings[measure.id]);
    const same = one.value === other.value && (one.value !== null || one.raw === other.raw);
    if (same) return [];
    return [{ number: indicator.number, text: indicator.text, measure: measure.name, before: one, after: other }];
  });
}

/** Lines that only one of the two has, those of the earlier first; a line that was changed is one of each. */
function listDifferences(form: ListForm, before: readonly FilledEntry[], after: readonly FilledEntry[]): readonly Difference[] {
  const empty: ComparedCell = { cell: null, raw: '', value: null };
  const without = (entries: readonly FilledEntry[], others: readonly FilledEntry[]): readonly FilledEntry[] => {
    const left = new Map<string, number>();
    for (const one of others) left.set(entryKey(one), (left.get(entryKey(one)) ?? 0) + 1);
    return entries.filter((one) => {
      const count = left.get(entryKey(one)) ?? 0;
      left.set(entryKey(one), count - 1);
      return count <= 0;
    });
  };
  const difference = (entry: FilledEntry, isNew: boolean): Difference => {
    const { day } = entry;
    const texts = form.list.columns.flatMap(({ id }) => entry.texts[id] ?? []);
    const cell = { cell: entry.at.cell, raw: texts.join('; '), value: null, words: texts.join('; ') };
    const at = day.state === 'absent' ? '' : day.raw;
    return { number: '', text: at, measure: CALENDAR_WORDS.line, before: isNew ? empty : cell, after: isNew ? cell : empty };
  };
  return [
    ...without(before, after).map((entry) => difference(entry, false)),
    ...without(after, before).map((entry) => difference(entry, true)),
  ];
}

function comparedCell(reading: Reading | undefined): ComparedCell {
  if (reading === undefined || reading.state === 'absent') return { cell: null, raw: '', value: null };
  const value = reading.state === 'unreadable' ? null : reading.value;
  return { cell: reading.at.cell, raw: reading.raw, value };
}
