/**
 * Sheet "Chi tiết" of a list: one row per line of every unit, an Excel table. It is the only place where the lines stand;
 * the calendar shows them by formulas. A unit without any line has a row of its own, so that it is seen that it reported.
 */
import type { Consolidation } from '../../consolidation/consolidation';
import type { CalendarLine } from '../../consolidation/list/calendar';
import type { ListForm } from '../../forms/definition';
import type { Reading } from '../../forms/filled-form';
import { extraText } from '../../forms/list/list-entries';
import { DETAILS_TABLE } from '../plan-details';
import { planList, text, number, day, type ListCell } from '../list-sheet';
import { SHEET_ROLES } from '../markers';
import type { SheetPlan } from '../sheet-plan';
import type { SheetWords } from '../sheet-words';
import { listDetailColumns, type ListDetailColumn } from './list-columns';

export interface ListDetailsPlan {
  readonly sheet: SheetPlan;
  readonly columns: readonly ListDetailColumn[];
}

export function planListDetails(
  form: ListForm,
  consolidation: Consolidation,
  words: SheetWords,
  hints: readonly string[],
): ListDetailsPlan {
  const columns = listDetailColumns(form, consolidation, words);
  const lines = consolidation.calendar ?? [];
  const source = new Map(consolidation.contributors.map((one, index) => [one.form.list?.entries, index + 1]));
  const byEntry = new Map(
    consolidation.contributors.flatMap((one) =>
      (one.form.list?.entries ?? []).map((entry) => [entry, source.get(one.form.list?.entries) ?? 0] as const),
    ),
  );
  const rows: ListCell[][] = lines.map((line, index) =>
    columns.map((column) => cellOf(column, line, index + 1, byEntry.get(line.entry) ?? 0)),
  );
  consolidation.contributors.forEach((one, index) => {
    if ((one.form.list?.entries.length ?? 0) > 0) return;
    const word = columns.find((column) => column.column?.type === 'content');
    rows.push(
      columns.map((column): ListCell => {
        switch (column.kind) {
          case 'code':
            return text(one.unit.code);
          case 'unit':
            return text(one.unit.name);
          case 'via':
            return text(one.via?.name ?? null);
          case 'file':
            return text(one.file);
          case 'source':
            return number(index + 1);
          default:
            return column === word ? text(words.list.noLines) : text(null);
        }
      }),
    );
  });
  const sheet = planList({
    name: words.sheetNames.details,
    role: SHEET_ROLES.details,
    table: DETAILS_TABLE,
    title: words.list.detailsTitle,
    hints: [[words.list.detailsHint, ...hints].join(' ')],
    columns: columns.map(({ header, width, style, kind }) => ({
      header,
      width,
      style,
      ...(kind === 'source' ? { hidden: true as const } : {}),
    })),
    rows,
    frozenColumns: columns.findIndex((column) => column.kind === 'unit') + 1,
  });
  return { sheet, columns };
}

function cellOf(
  column: ListDetailColumn,
  { unit, via, file, entry, span }: CalendarLine,
  order: number,
  source: number,
): ListCell {
  switch (column.kind) {
    case 'order':
      return number(order);
    case 'code':
      return text(unit.code);
    case 'unit':
      return text(unit.name);
    case 'via':
      return text(via?.name ?? null);
    case 'day':
      return day(span?.from ?? null);
    case 'until':
      return day(span?.to ?? null);
    case 'written':
      return text(entry.day.state === 'absent' ? null : entry.day.raw);
    case 'field':
      return fieldCell(column, entry);
    case 'extra':
      return text(extraText(entry));
    case 'file':
      return text(file);
    case 'cell':
      return text(entry.at.cell);
    case 'source':
      return number(source);
  }
}

function fieldCell({ column }: ListDetailColumn, entry: CalendarLine['entry']): ListCell {
  const id = column?.id ?? '';
  const reading: Reading | undefined = entry.numbers[id];
  if (reading === undefined || reading.state === 'absent') return text(entry.texts[id] ?? null);
  // What waits stays as the unit wrote it.
  return reading.state === 'certain' ? number(reading.value) : text(reading.raw);
}
