/** One calendar of the lines of all units: by day, time and unit. Lines whose day is not certain stand at its end. */
import type { ReportingUnit } from '../../campaign/reporting-unit';
import type { CheckedForm } from '../../checks/checked-form';
import { foldText } from '../../cells/fold';
import { formatVietnameseDate } from '../../cells/vietnamese-dates';
import { lineName } from '../../checks/list-checks';
import { finding, type Finding } from '../../findings';
import type { FormDefinition, ListForm } from '../../forms/definition';
import type { DaySpan, FilledEntry } from '../../forms/filled-form';
import { entryKey } from '../../forms/list/list-entries';
import { minuteOf } from '../../forms/list/session-time';

/** A line of one unit in its place in the calendar. */
export interface CalendarLine {
  readonly unit: ReportingUnit;
  readonly file: string;
  readonly via: ReportingUnit | null;
  readonly entry: FilledEntry;
  /** Null while no day is certain: the line waits and is counted on no day. */
  readonly span: DaySpan | null;
}

/** Who brings lines: the part of a contributor that the calendar needs. */
export interface BringsLines {
  readonly unit: ReportingUnit;
  readonly file: string;
  readonly via: ReportingUnit | null;
  readonly form: CheckedForm;
}

/** The lines of all contributors in order. The order in which files were received never matters. */
export function calendarOf(form: FormDefinition, contributors: readonly BringsLines[]): readonly CalendarLine[] {
  if (form.kind !== 'list') return [];
  const session = form.list.columns.find((one) => one.type === 'session')?.id ?? '';
  const keyed = contributors.flatMap(({ unit, file, via, form: { list } }) =>
    (list?.entries ?? []).map((entry, place) => {
      const span = entry.day.state === 'certain' ? entry.day.span : null;
      const line: CalendarLine = { unit, file, via, entry, span };
      const words = entry.texts[session] ?? entry.extra.find((one) => one.header === '')?.text;
      return { line, minute: minuteOf(words), place, key: entryKey(entry) };
    }),
  );
  keyed.sort(
    (a, b) =>
      compare(a.line.span?.from ?? '~', b.line.span?.from ?? '~') ||
      a.minute - b.minute ||
      compare(a.line.unit.name, b.line.unit.name) ||
      compare(a.line.unit.code ?? '', b.line.unit.code ?? '') ||
      a.place - b.place ||
      compare(a.key, b.key) ||
      compare(a.line.file, b.line.file),
  );
  return keyed.map((one) => one.line);
}

/** By code units, the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** An activity that two units registered: on the same day, at the same place, with the same words. Counted for both. */
export function sharedLines(form: ListForm, lines: readonly CalendarLine[]): readonly Finding[] {
  const seen = new Map<string, CalendarLine>();
  const said = new Set<string>();
  const findings: Finding[] = [];
  const columns = form.list.columns.filter((one) => one.type === 'place' || one.type === 'content');
  for (const line of lines) {
    if (line.span === null) continue;
    const words = columns.map((one) => foldText(line.entry.texts[one.id] ?? ''));
    if (words.some((one) => one === '')) continue;
    const key = [line.span.from, line.span.to, ...words].join('|');
    const first = seen.get(key);
    if (first === undefined) seen.set(key, line);
    else if (first.unit.name !== line.unit.name && !said.has(key)) {
      said.add(key);
      const day = formatVietnameseDate(line.span.from);
      findings.push(
        finding('line-shared', 'hint', null, {
          row: lineName(form, line.entry),
          day,
          office: first.unit.name,
          other: line.unit.name,
        }),
      );
    }
  }
  return findings.slice(0, MOST_SHARED);
}

/** A hundred such sentences say no more than these. */
const MOST_SHARED = 50;
