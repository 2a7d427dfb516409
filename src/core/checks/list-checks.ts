/** Checks of a list's lines: what each must say, days inside the week, the same line twice. */
import { foldText } from '../cells/fold';
import { formatVietnameseDate } from '../cells/vietnamese-dates';
import { finding, type Finding } from '../findings';
import type { FilledEntry } from '../forms/filled-form';
import type { ListForm } from '../forms/definition';
import type { Check } from './check';

/** What a line is called in sentences: "dòng 12: Lễ khai mạc". */
export function lineName(form: ListForm, entry: FilledEntry): string {
  const content = form.list.columns.find((one) => one.type === 'content');
  const place = form.list.columns.find((one) => one.type === 'place');
  const words = entry.texts[content?.id ?? ''] ?? entry.texts[place?.id ?? ''] ?? '';
  const short = words.replace(/\s+/g, ' ');
  return `dòng ${entry.id}${short === '' ? '' : `: ${short.length > 80 ? `${short.slice(0, 79)}…` : short}`}`;
}

/** Every rule about single lines; none for a form of the other kind. */
export const checkList: Check = ({ form, filled }) => {
  if (form.kind !== 'list' || filled.list === undefined) return [];
  const { entries } = filled.list;
  return [
    ...entries.flatMap((entry) => [...incomplete(form, entry, filled.sheet), ...outside(form, entry)]),
    ...twice(form, entries),
  ];
};

function incomplete(form: ListForm, entry: FilledEntry, sheet: string): Finding[] {
  return form.list.columns.flatMap((column) => {
    // A day that is missing is said where it is read; a column that is missing once for all lines.
    if (!column.required || column.type === 'date' || column.type === 'order' || entry.cells[column.id] === undefined) return [];
    if (entry.texts[column.id] !== undefined || entry.numbers[column.id] !== undefined) return [];
    const at = { sheet, cell: entry.cells[column.id] ?? entry.at.cell };
    return [finding('line-incomplete', 'warning', at, { row: lineName(form, entry), column: column.header })];
  });
}

function outside(form: ListForm, entry: FilledEntry): Finding[] {
  const { week } = form.list;
  const { day } = entry;
  if (week === null || day.state !== 'certain' || (day.span.from >= week.from && day.span.to <= week.to)) return [];
  const said = day.span.from < week.from ? day.span.from : day.span.to;
  const params = {
    row: lineName(form, entry),
    day: formatVietnameseDate(said),
    from: formatVietnameseDate(week.from),
    to: formatVietnameseDate(week.to),
  };
  return [finding('day-outside', 'warning', day.at, params)];
}

/** The same day, place and content in two lines: perhaps copied and not changed. */
function twice(form: ListForm, entries: readonly FilledEntry[]): Finding[] {
  const seen = new Map<string, FilledEntry>();
  return entries.flatMap((entry) => {
    const days =
      entry.day.state === 'certain'
        ? `${entry.day.span.from}/${entry.day.span.to}`
        : entry.day.state === 'absent'
          ? ''
          : entry.day.raw;
    const key = [days, ...form.list.columns.map((column) => foldText(entry.texts[column.id] ?? ''))].join('|');
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, entry);
      return [];
    }
    return [finding('line-twice', 'warning', entry.at, { row: lineName(form, entry), other: first.id })];
  });
}
