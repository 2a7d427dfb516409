/**
 * What the clerk corrected in the details of a list: found by comparing the sheet with what was written there, and put into
 * the units' lines before the next run, as long as a unit's file is the same. So calendar, counts and the next level agree.
 */
import { cellText } from '../core/cells/cell-text';
import type { CellGrid, CellValue, GridRow } from '../core/cells/cell';
import { isCalendarDay } from '../core/campaign/moments';
import { formatVietnameseDate } from '../core/cells/vietnamese-dates';
import type { CheckedForm } from '../core/checks/checked-form';
import type { Consolidation } from '../core/consolidation/consolidation';
import type { Received } from '../core/consolidation/received';
import type { ListForm } from '../core/forms/definition';
import type { FilledEntry } from '../core/forms/filled-form';
import { readDay } from '../core/forms/list/read-day';
import { listDetailColumns, type ListDetailColumn } from '../core/sheets/list/list-columns';
import { emptySheet } from '../core/sheets/sheet-builder';
import type { PlanCell, PlanValue, SheetPlan } from '../core/sheets/sheet-plan';
import type { SheetWords } from '../core/sheets/sheet-words';
import { BASELINE_ROLE, BASELINE_SHEET, type HandCorrection } from './hand-corrections';

/** First cell of a baseline that belongs to a list. */
const LIST = 'list';
const HEAD = [LIST, 'code', 'unit', 'file', 'hash', 'line'] as const;

/** The columns that may be corrected: days and what the line says. */
function correctable(
  columns: readonly ListDetailColumn[],
): readonly { readonly column: ListDetailColumn; readonly index: number }[] {
  return columns.flatMap((column, index) =>
    column.kind === 'day' || column.kind === 'until' || column.kind === 'field' ? [{ column, index }] : [],
  );
}

function plannedWord(value: PlanValue | null): string {
  if (value === null) return '';
  return value.kind === 'date' ? value.iso : value.kind === 'formula' ? '' : String(value.value).trim();
}

function liveWord(value: CellValue | undefined): string {
  if (value === undefined) return '';
  return value.kind === 'date' && value.serial >= 1 ? value.iso.slice(0, 10) : cellText(value).trim();
}

/** What was written into the details, for the next run to compare with; `kept` are corrections that were carried on. */
export function planListBaseline(
  form: ListForm,
  consolidation: Consolidation,
  details: SheetPlan,
  words: SheetWords,
  kept: readonly HandCorrection[],
): SheetPlan {
  const columns = correctable(listDetailColumns(form, consolidation, words));
  const top = details.tables[0]?.range.top ?? 0;
  const written = new Map(details.cells.map((cell) => [`${String(cell.row)} ${String(cell.column)}`, plannedWord(cell.value)]));
  const originals = new Map(kept.map((one) => [keyOf(one), one.original]));
  const hashes = new Map(consolidation.contributors.map((one) => [`${one.file}\n${one.unit.name}`, one.hash ?? '']));
  const cells: PlanCell[] = [];
  const put = (row: number, column: number, value: string): void => {
    if (value !== '') cells.push({ row, column, value: { kind: 'text', value: value.slice(0, 30_000) }, style: 'plain' });
  };
  HEAD.forEach((word, index) => put(0, index, word));
  columns.forEach(({ column }, place) => put(0, HEAD.length + place, column.header));
  (consolidation.calendar ?? []).forEach(({ unit, file, entry }, index) => {
    const hash = hashes.get(`${file}\n${unit.name}`) ?? '';
    [String(index + 1), unit.code ?? '', unit.name, file, hash, entry.id].forEach((word, place) => put(index + 1, place, word));
    columns.forEach(({ column, index: at }, place) => {
      const key = keyOf({ code: unit.code ?? '', unit: unit.name, file, hash, line: entry.id, header: column.header });
      put(index + 1, HEAD.length + place, originals.get(key) ?? written.get(`${String(top + 1 + index)} ${String(at)}`) ?? '');
    });
  });
  return { ...emptySheet(BASELINE_SHEET, BASELINE_ROLE), visibility: 'veryHidden', cells, gridLines: true };
}

function keyOf(one: Pick<HandCorrection, 'code' | 'unit' | 'file' | 'hash' | 'header'> & { readonly line?: string }): string {
  return [one.code, one.unit, one.file, one.hash, one.line ?? '', one.header].join('\n');
}

const wordsOf = (row: GridRow): ReadonlyMap<number, string> =>
  new Map(row.cells.map(({ column, value }) => [column, liveWord(value)]));

/** Whether a baseline was written for a list. */
export function isListBaseline(baseline: CellGrid): boolean {
  const [first] = baseline.rows;
  return first !== undefined && wordsOf(first).get(0) === LIST;
}

/** Compares the live details with their baseline. Lines are known by their number, wherever the table was sorted to. */
export function findListCorrections(
  details: CellGrid,
  baseline: CellGrid,
  words: SheetWords['details'],
): readonly HandCorrection[] {
  const [head, ...rows] = baseline.rows;
  if (head === undefined) return [];
  const headers = [...wordsOf(head)].filter(([column]) => column >= HEAD.length);
  const wanted = [words.order, words.unit, ...headers.map(([, header]) => header)];
  const live = details.rows.find((row) => {
    const texts = new Set(wordsOf(row).values());
    return wanted.every((one) => texts.has(one));
  });
  if (live === undefined) return [];
  const places = new Map([...wordsOf(live)].map(([column, header]) => [header, column]));
  const byOrder = new Map<string, ReadonlyMap<number, string>>();
  for (const row of details.rows) {
    if (row.index <= live.index) continue;
    const said = wordsOf(row);
    const order = said.get(places.get(words.order) ?? -1) ?? '';
    if (order !== '' && !byOrder.has(order)) byOrder.set(order, said);
  }
  return rows.flatMap((row) => {
    const known = wordsOf(row);
    const of = (place: number): string => known.get(place) ?? '';
    const said = byOrder.get(of(0));
    if (said === undefined || said.get(places.get(words.unit) ?? -1) !== of(2)) return [];
    return headers.flatMap(([column, header]): HandCorrection[] => {
      const [before, now] = [of(column), said.get(places.get(header) ?? -1) ?? ''];
      if (before === now) return [];
      return [
        {
          code: of(1),
          unit: of(2),
          file: of(3),
          hash: of(4),
          line: of(5),
          header,
          value: now === '' ? null : now,
          original: before,
        },
      ];
    });
  });
}

export interface CorrectedLists {
  readonly received: readonly Received[];
  readonly kept: readonly HandCorrection[];
  /** Of files that changed or are gone. */
  readonly dropped: readonly HandCorrection[];
}

/** The received lists with the corrections in their lines. */
export function correctLists(
  form: ListForm,
  received: readonly Received[],
  corrections: readonly HandCorrection[],
  words: SheetWords,
): CorrectedLists {
  if (corrections.length === 0) return { received, kept: [], dropped: [] };
  const kept = new Set<HandCorrection>();
  const correct = (
    file: string,
    entries: readonly FilledEntry[],
    belongs: (one: HandCorrection) => boolean,
  ): readonly FilledEntry[] =>
    entries.map((entry) => {
      const own = corrections.filter((one) => one.file === file && one.line === entry.id && belongs(one));
      for (const one of own) kept.add(one);
      return own.length === 0 ? entry : correctEntry(form, entry, own, words);
    });
  const all = received.map((one): Received => {
    if (one.outcome !== 'form' || !corrections.some((each) => each.file === one.file)) return one;
    if (one.lineage !== null) {
      const contributors = one.lineage.contributors.map((inside) => ({
        ...inside,
        entries: correct(
          one.file,
          inside.entries ?? [],
          (each) => each.unit === inside.unit.name && each.hash === (inside.hash ?? ''),
        ),
      }));
      return { ...one, lineage: { ...one.lineage, contributors } };
    }
    const entries = correct(one.file, one.form.list?.entries ?? [], (each) => each.hash === (one.hash ?? ''));
    const list: CheckedForm = { ...one.form, list: { entries } };
    return { ...one, form: list };
  });
  return { received: all, kept: [...kept], dropped: corrections.filter((one) => !kept.has(one)) };
}

function correctEntry(
  form: ListForm,
  entry: FilledEntry,
  corrections: readonly HandCorrection[],
  words: SheetWords,
): FilledEntry {
  let { day } = entry;
  const texts = { ...entry.texts };
  const numbers = { ...entry.numbers };
  const dayOf = (value: HandCorrection['value']): string | null => {
    const text = value === null ? '' : String(value);
    if (isCalendarDay(text)) return text;
    const read = readDay({ kind: 'text', value: text }, text, { week: form.list.week, year: form.year });
    return read.state === 'certain' ? read.span.from : null;
  };
  const given = (header: string): string | null | undefined => {
    const one = corrections.find((each) => each.header === header);
    return one === undefined ? undefined : dayOf(one.value);
  };
  const [from, to] = [given(words.list.day), given(words.list.until)];
  if (from !== undefined || to !== undefined) {
    const before = day.state === 'certain' ? day.span : null;
    const first = from ?? before?.from ?? to ?? null;
    const at = day.state === 'absent' ? entry.at : day.at;
    const raw = day.state === 'absent' ? '' : day.raw;
    // The first day moved alone takes a line of one day with it.
    const last = to ?? (from != null && before !== null && before.from !== before.to && before.to >= from ? before.to : first);
    if (first !== null && last !== null)
      day = { state: 'certain', span: { from: first, to: last < first ? first : last }, raw, at };
    else if (from === null && day.state === 'certain')
      day = { state: 'unreadable', raw: raw === '' ? formatVietnameseDate(day.span.from) : raw, at };
  }
  for (const { header, value } of corrections) {
    const column = form.list.columns.find((one) => one.header === header);
    if (column === undefined || header === words.list.day || header === words.list.until) continue;
    if (column.type === 'quantity') {
      const number = value === null ? Number.NaN : Number(value);
      const at = { sheet: entry.at.sheet, cell: entry.cells[column.id] ?? entry.at.cell };
      if (value === null) Reflect.deleteProperty(numbers, column.id);
      else
        numbers[column.id] =
          Number.isFinite(number) && number >= 0
            ? { state: 'certain', value: number, raw: String(value), at }
            : { state: 'unreadable', raw: String(value), at };
    } else if (value === null) Reflect.deleteProperty(texts, column.id);
    else texts[column.id] = String(value);
  }
  return { ...entry, day, texts, numbers };
}
