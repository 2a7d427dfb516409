/** What is done with the lines of a list as a whole: comparing, accepting what was proposed, joining. */
import type { FilledEntry, FilledList, Reading } from '../filled-form';

/** Everything a list says, as one comparable text; where it stood does not matter. */
export function listKey(list: FilledList | undefined): string {
  return (list?.entries ?? []).map(entryKey).join('\n');
}

/** Everything one line says, as one comparable text. */
export function entryKey(entry: FilledEntry): string {
  const { day } = entry;
  const days =
    day.state === 'certain' ? `${day.span.from}/${day.span.to}` : day.state === 'absent' ? '' : `${day.state}:${day.raw}`;
  const reading = (one: Reading): string =>
    one.state === 'absent' ? '' : one.state === 'unreadable' ? `?${one.raw}` : `${one.state}${String(one.value)}`;
  const pairs = (record: Readonly<Record<string, string>>): string =>
    Object.entries(record)
      .map(([id, text]) => `${id}=${text}`)
      .sort()
      .join('|');
  const numbers = Object.fromEntries(Object.entries(entry.numbers).map(([id, one]) => [id, reading(one)]));
  return [days, pairs(entry.texts), pairs(numbers), extraText(entry)].join('¦');
}

/** What stands in columns the form does not have, as one text: "Chủ trì: Hội Khuyến học; Ghi thêm: …". */
export function extraText({ extra }: Pick<FilledEntry, 'extra'>): string {
  return extra.map(({ header, text }) => (header === '' ? text : `${header}: ${text}`)).join('; ');
}

/**
 * The list with what was proposed made certain, for the cells that are accepted: a line of several days or places becomes
 * as many lines, the first with the line's own id.
 */
export function acceptInList(list: FilledList, accepts: (cell: string) => boolean): FilledList {
  return { entries: list.entries.flatMap((entry) => acceptInEntry(entry, accepts)) };
}

function acceptInEntry(entry: FilledEntry, accepts: (cell: string) => boolean): readonly FilledEntry[] {
  const { day, split } = entry;
  const numbers = Object.fromEntries(
    Object.entries(entry.numbers).map(([id, one]) =>
      one.state === 'proposed' && accepts(one.at.cell ?? '')
        ? [id, { ...one, state: 'certain', accepted: true } as const]
        : [id, one],
    ),
  );
  const dated: FilledEntry[] =
    day.state === 'proposed' && accepts(day.at.cell ?? '')
      ? day.spans.map((span) => ({
          ...entry,
          numbers,
          day: { state: 'certain', span, raw: day.raw, at: day.at, accepted: true },
        }))
      : [{ ...entry, numbers }];
  const parted =
    split !== null && accepts(entry.cells[split.column] ?? '')
      ? dated.flatMap((one) =>
          split.parts.map((part) => ({ ...one, texts: { ...one.texts, [split.column]: part }, split: null })),
        )
      : dated;
  return parted.map((one, index) => (index === 0 ? one : { ...one, id: `${entry.id}.${String(index + 1)}` }));
}

/** The lines of a report and of its supplement; a line that stands in both stays once. */
export function joinLists(first: FilledList, second: FilledList): FilledList {
  const known = new Set(first.entries.map(entryKey));
  const added = second.entries.filter((entry) => !known.has(entryKey(entry))).map((entry) => ({ ...entry, id: `+${entry.id}` }));
  return { entries: [...first.entries, ...added] };
}
