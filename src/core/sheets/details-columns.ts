/** The columns of "Chi tiết": who reported, one column per declared field, and for rolled-up parents what was reported. */
import type { Consolidation } from '../consolidation/consolidation';
import { childrenOf, fieldKey, fieldsOf, type Field, type FormDefinition } from '../forms/definition';
import { cutAt } from './sheet-name';
import type { SheetWords } from './sheet-words';

/** What a column of "Chi tiết" holds; the lineage sheet stores these words. */
export const COLUMN_KINDS = ['order', 'code', 'unit', 'via', 'field', 'reported', 'file'] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

export interface DetailColumn {
  readonly kind: ColumnKind;
  /** For "field" and "reported": which field. */
  readonly field: Field | null;
  /** Unique in the table, whatever the case. */
  readonly header: string;
  readonly width: number;
}

/** Keys of the fields that roll up into a field, in the form's order; empty for a field that is only reported. */
export function childKeys(form: FormDefinition, field: Field): readonly string[] {
  if (field.indicator.rollUp !== 'sum' && field.indicator.rollUp !== 'atLeast') return [];
  return childrenOf(form, field.indicator.id)
    .filter((child) => child.fields.some((one) => one.measure === field.measure.id))
    .map((child) => fieldKey(child.id, field.measure.id));
}

const FIGURE_WIDTH = 10;
const SINGLE_WIDTH = 13;
const MONEY_WIDTH = 16;
const LONGEST_LABEL = 26;

/** Builds the columns; "via" appears when a figure came through another office. */
export function detailColumns(consolidation: Consolidation, words: SheetWords['details']): DetailColumn[] {
  const { form } = consolidation;
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
  const fixed = (kind: ColumnKind, header: string, width: number): DetailColumn => ({
    kind,
    field: null,
    header: unique(header),
    width,
  });

  const columns = [fixed('order', words.order, 6), fixed('code', words.code, 9), fixed('unit', words.unit, 30)];
  if (consolidation.contributors.some((one) => one.via !== null)) columns.push(fixed('via', words.via, 24));
  for (const field of fieldsOf(form)) {
    const header = unique(headerOf(field));
    const single = field.indicator.fields.length === 1 && childKeys(form, field).length === 0;
    const width = field.nature === 'money' ? MONEY_WIDTH : single ? SINGLE_WIDTH : FIGURE_WIDTH;
    columns.push({ kind: 'field', field, header, width });
    if (childKeys(form, field).length > 0)
      columns.push({ kind: 'reported', field, header: unique(words.reported(header)), width: SINGLE_WIDTH });
  }
  columns.push(fixed('file', words.file, 36));
  return columns;
}

/** "1.1 – Lớp"; the text of the row stands in for a number that the form does not print. */
function headerOf(field: Field): string {
  const { number, text } = field.indicator;
  const unit = field.unit.charAt(0).toUpperCase() + field.unit.slice(1);
  return `${number === '' ? shorten(text, LONGEST_LABEL) : number} – ${unit}`;
}

/** A text cut at a word, with a mark. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const head = cutAt(text, length);
  const space = head.lastIndexOf(' ');
  return `${(space > length / 2 ? head.slice(0, space) : head).replace(/[\s,;:.(]+$/, '')}…`;
}
