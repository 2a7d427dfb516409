/** What a unit wrote besides figures: free text, rows it added, notes. Kept letter by letter. */
import type { Contributor } from '../consolidation/consolidation';
import type { CellRef } from '../cells/cell-ref';
import type { FormDefinition } from '../forms/definition';

export const TEXT_KINDS = ['free', 'extra', 'note'] as const;

export interface UnitText {
  readonly kind: (typeof TEXT_KINDS)[number];
  /** The row it belongs to: the row itself, or the parent of an added row; null for none. */
  readonly indicator: string | null;
  /** The number of an added row as written; else empty. */
  readonly number: string;
  readonly text: string;
  /** The other cells of the row, as written. */
  readonly figures: readonly string[];
  readonly at: CellRef | null;
}

export function unitTexts(form: FormDefinition, contributor: Contributor): UnitText[] {
  const free = new Set(form.indicators.filter((row) => row.kind === 'free').map((row) => row.id));
  const texts: UnitText[] = [];
  for (const line of contributor.form.lines) {
    const isFree = free.has(line.indicator);
    // In the row for free text, anything typed under a measure is text as well.
    const beside = isFree
      ? Object.values(line.besides).flatMap((one) => (one.state === 'absent' ? [] : [one.raw]))
      : [];
    if (line.note === '' && beside.length === 0) continue;
    texts.push({
      kind: isFree ? 'free' : 'note',
      indicator: line.indicator,
      number: '',
      text: line.note,
      figures: beside,
      at: line.at,
    });
  }
  for (const row of contributor.form.extras) {
    texts.push({
      kind: 'extra',
      indicator: row.parent,
      number: row.number,
      text: row.text,
      figures: row.rest,
      at: row.at,
    });
  }
  return texts;
}
