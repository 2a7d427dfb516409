/**
 * What the clerk corrects in a form in the making: each edit gives a new draft and takes away the doubt it answers. Pure;
 * whether a form comes of the draft is said when she confirms it.
 */
import type { FieldNature } from '../core/forms/definition';
import type { LearnDoubt, LearnedColumn, LearnedDraft, LearnedRole, LearnedRow } from '../core/forms/learn/learned-draft';

/** At most one column can have these; the one that had it before is left out. */
const ONLY_ONE: ReadonlySet<LearnedRole> = new Set(['number', 'label', 'unitOfMeasure', 'note']);
const LONGEST = 1_000;

/** The columns with one of them in another role. */
export function withRoles(columns: readonly LearnedColumn[], place: number, role: LearnedRole): readonly LearnedColumn[] {
  return columns.map((one, index) => {
    if (index === place) return { ...one, role };
    return one.role === role && ONLY_ONE.has(role) ? { ...one, role: 'ignored' } : one;
  });
}

/** The heading of a column, as the form will print it. */
export function withHeader(draft: LearnedDraft, place: number, header: string): LearnedDraft {
  return ofColumn(draft, place, { header: header.slice(0, 200) }, ['column-without-header', 'label-unsure']);
}

/** What a column of quantities counts; things and persons keep their unit of measure, money is counted in đồng. */
export function withNature(draft: LearnedDraft, place: number, nature: FieldNature): LearnedDraft {
  const unit = nature === 'money' ? 'đồng' : nature === 'persons' ? 'người' : (draft.columns[place]?.header ?? '').toLowerCase();
  return ofColumn(draft, place, { nature, unit: unit === '' ? 'số lượng' : unit }, [
    'column-blank',
    'column-mixed',
    'money-unit',
  ]);
}

/** In what a column is counted where the row does not say. */
export function withUnit(draft: LearnedDraft, place: number, unit: string): LearnedDraft {
  return ofColumn(draft, place, { unit: unit.slice(0, 100) }, []);
}

/** Words, number and unit of measure of a row. */
export function withRowTexts(
  draft: LearnedDraft,
  place: number,
  texts: Partial<Pick<LearnedRow, 'number' | 'text' | 'unitOfMeasure'>>,
): LearnedDraft {
  const cut = Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text.slice(0, LONGEST)]));
  return ofRow(draft, place, cut, ['label-repeated', 'number-repeated']);
}

/** Whether a row asks for figures, is a heading, or is left out. */
export function withRowKind(draft: LearnedDraft, place: number, kind: LearnedRow['kind']): LearnedDraft {
  return ofRow(draft, place, { kind }, ['sum-row']);
}

/** How a row relates to the rows below it. */
export function withRollUp(draft: LearnedDraft, place: number, rollUp: 'sum' | 'none'): LearnedDraft {
  // A row that is the sum of others has a figure: it is no heading.
  const kind = rollUp === 'sum' && draft.rows[place]?.kind === 'heading' ? 'item' : draft.rows[place]?.kind;
  return ofRow(draft, place, { rollUp, ...(kind === undefined ? {} : { kind }) }, ['parent-sum']);
}

/** The rows that a row may belong under: those before it, that are in the form. */
export function possibleParents(draft: LearnedDraft, place: number): readonly number[] {
  return draft.rows.flatMap((row, index) => (index < place && row.kind !== 'ignored' ? [index] : []));
}

/** Puts a row under another one, or at the top. Rows that gain or lose their last child follow. */
export function withParent(draft: LearnedDraft, place: number, parent: number | null): LearnedDraft {
  const moved = draft.rows.map((row, index) => (index === place ? { ...row, parent } : row));
  const rows = moved.map((row, index): LearnedRow => {
    const hasChildren = moved.some((one) => one.parent === index);
    if (!hasChildren) return { ...row, rollUp: null, kind: row.kind === 'heading' ? 'item' : row.kind };
    return { ...row, rollUp: row.rollUp ?? 'none' };
  });
  // Whose sum it is was asked of the rows of before.
  const doubts = draft.doubts.filter((one) => one.code !== 'parent-sum' || (one.row !== null && rows[one.row]?.rollUp !== null));
  return { ...draft, rows, doubts };
}

/** How deep a row stands below the top, for showing. */
export function depthOf(rows: readonly LearnedRow[], place: number): number {
  let depth = 0;
  for (let at = rows[place]?.parent ?? null; at !== null && depth < rows.length; at = rows[at]?.parent ?? null) depth += 1;
  return depth;
}

type Code = LearnDoubt['code'];

function ofColumn(draft: LearnedDraft, place: number, part: Partial<LearnedColumn>, settled: readonly Code[]): LearnedDraft {
  return {
    ...draft,
    columns: draft.columns.map((one, index) => (index === place ? { ...one, ...part } : one)),
    doubts: draft.doubts.filter((one) => one.column !== place || !settled.includes(one.code)),
  };
}

function ofRow(draft: LearnedDraft, place: number, part: Partial<LearnedRow>, settled: readonly Code[]): LearnedDraft {
  return {
    ...draft,
    rows: draft.rows.map((one, index) => (index === place ? { ...one, ...part } : one)),
    doubts: draft.doubts.filter((one) => one.row !== place || !settled.includes(one.code)),
  };
}
