/**
 * Whether the lines inside a consolidated workbook are those of the calendar it was signed with, and whether two copies of
 * a unit's lines say the same. As with figures, a list inside is believed only when it agrees with what everybody sees.
 */
import { foldText } from '../../cells/fold';
import { lineName } from '../../checks/list-checks';
import type { ListForm } from '../../forms/definition';
import type { FilledEntry, FilledForm } from '../../forms/filled-form';
import { entryKey } from '../../forms/list/list-entries';

/**
 * The first line that stands only in the calendar or only among the units' lines; null when all agree. A line of several
 * days stands in the calendar once for each, so only whether it is there counts, and not how often.
 */
export function listDisagreement(
  form: ListForm,
  shown: FilledForm,
  contributors: readonly { readonly entries?: readonly FilledEntry[] }[],
): { readonly row: string; readonly shown: number; readonly computed: number } | null {
  const columns = form.list.columns.filter((one) => one.type === 'place' || one.type === 'content').map((one) => one.id);
  const wordsOf = (entry: FilledEntry): string => columns.map((id) => foldText(entry.texts[id] ?? '')).join('|');
  const entriesInside = contributors.flatMap((one) => one.entries ?? []);
  const inside = new Set(entriesInside.map(wordsOf));
  const visible = new Set((shown.list?.entries ?? []).map(wordsOf));
  const only = (shown.list?.entries ?? []).find((entry) => !inside.has(wordsOf(entry)));
  if (only !== undefined) return { row: lineName(form, only), shown: 1, computed: 0 };
  const unseen = entriesInside.find((entry) => !visible.has(wordsOf(entry)));
  return unseen === undefined ? null : { row: lineName(form, unseen), shown: 0, computed: 1 };
}

/** The name of the first line in which two copies of a unit's lines differ; null when they say the same. */
export function differingEntry(form: ListForm, a: readonly FilledEntry[], b: readonly FilledEntry[]): string | null {
  const [mine, other] = [new Set(a.map(entryKey)), new Set(b.map(entryKey))];
  const entry = a.find((one) => !other.has(entryKey(one))) ?? b.find((one) => !mine.has(entryKey(one)));
  return entry === undefined ? null : lineName(form, entry);
}
