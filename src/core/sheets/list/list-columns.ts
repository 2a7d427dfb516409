/** The columns of "Chi tiết" for a list: whose line, its days, what it says, where it stood. */
import type { Consolidation } from '../../consolidation/consolidation';
import type { CalendarLine } from '../../consolidation/list/calendar';
import type { ListForm } from '../../forms/definition';
import type { ListColumn } from '../../forms/list/list-part';
import { cutAt } from '../sheet-name';
import type { PlanStyle } from '../sheet-plan';
import type { SheetWords } from '../sheet-words';

/** "field" is a column of the form. "written": the day as the unit wrote it. "source": which unit inside, for the next level. */
export const LIST_COLUMN_KINDS = [
  'order',
  'code',
  'unit',
  'via',
  'day',
  'until',
  'written',
  'field',
  'extra',
  'file',
  'cell',
  'source',
] as const;
export type ListColumnKind = (typeof LIST_COLUMN_KINDS)[number];

export interface ListDetailColumn {
  readonly kind: ListColumnKind;
  /** For "field": which column of the form. */
  readonly column: ListColumn | null;
  /** Unique in the table, whatever the case. */
  readonly header: string;
  readonly width: number;
  readonly style: PlanStyle;
}

/** The columns of the form that the lines use: those it prints, and others that some line fills in. */
export function usedColumns(form: ListForm, lines: readonly CalendarLine[]): readonly ListColumn[] {
  const used = new Set(lines.flatMap(({ entry }) => [...Object.keys(entry.texts), ...Object.keys(entry.numbers)]));
  return form.list.columns.filter(
    (one) => one.type !== 'order' && one.type !== 'date' && (one.printed !== false || used.has(one.id)),
  );
}

const STYLES: Readonly<Partial<Record<ListColumn['type'], PlanStyle>>> = { quantity: 'figure', session: 'textCentre' };

export function listDetailColumns(form: ListForm, consolidation: Consolidation, words: SheetWords): readonly ListDetailColumn[] {
  const lines = consolidation.calendar ?? [];
  const taken = new Set<string>();
  const unique = (wanted: string): string => {
    // Excel ends a header at 255 characters, and these have a meaning of their own in a reference to a table column.
    const plain = cutAt(wanted.replace(/[[\]#'@\s\p{C}]+/gu, ' ').trim(), 200);
    for (let copy = 1; ; copy += 1) {
      const header = copy === 1 ? plain : `${plain} (${String(copy)})`;
      if (taken.has(header.toLowerCase())) continue;
      taken.add(header.toLowerCase());
      return header;
    }
  };
  const fixed = (kind: ListColumnKind, header: string, width: number, style: PlanStyle): ListDetailColumn => ({
    kind,
    column: null,
    header: unique(header),
    width,
    style,
  });
  const { details, list } = words;
  const isDated = form.list.columns.some((one) => one.type === 'date');
  return [
    fixed('order', details.order, 6, 'textCentre'),
    fixed('code', details.code, 9, 'code'),
    fixed('unit', details.unit, 28, 'text'),
    ...(consolidation.contributors.some((one) => one.via !== null) ? [fixed('via', details.via, 22, 'text')] : []),
    ...(isDated
      ? [fixed('day', list.day, 12, 'date'), fixed('until', list.until, 12, 'date'), fixed('written', list.written, 16, 'text')]
      : []),
    ...usedColumns(form, lines).map((column): ListDetailColumn => ({
      kind: 'field',
      column,
      header: unique(column.header),
      width: column.width,
      style: STYLES[column.type] ?? 'text',
    })),
    ...(lines.some(({ entry }) => entry.extra.length > 0) ? [fixed('extra', list.extra, 26, 'text')] : []),
    fixed('file', details.file, 28, 'text'),
    fixed('cell', list.cell, 7, 'textCentre'),
    fixed('source', list.source, 8, 'textCentre'),
  ];
}
