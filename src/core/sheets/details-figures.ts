/**
 * The figures of "Chi tiết", and the formula of a parent's cell. The formula works on the unit's own cells, so that
 * correcting a child moves the parent and the total; it says the same as `forms/roll-up`, in Excel's words.
 */
import type { Contributor } from '../consolidation/consolidation';
import { fieldsOf, type FormDefinition } from '../forms/definition';
import { childKeys } from './details-columns';

/** The figures of one unit for one field; null where nothing was reported. */
export interface FieldFigures {
  /** What counts: the figure of a field, the rolled-up figure of a parent. */
  readonly counted: number | null;
  /** For parents: the unit's own figure in the parent's row. */
  readonly reported: number | null;
  /** Whether the parent's formula yields `counted`; where not, the figure itself is written. */
  readonly followsFormula: boolean;
}

export type ParentRule = 'sum' | 'atLeast';

/** The rule of a parent, or null for a row that is not rolled up. */
export function parentRule(rule: string | null): ParentRule | null {
  return rule === 'sum' || rule === 'atLeast' ? rule : null;
}

/** What `rollUpFormula` yields for these cells. */
export function formulaResult(
  rule: ParentRule,
  reported: number | null,
  children: readonly (number | null)[],
): number | null {
  const filled = children.filter((one) => one !== null);
  const sum = filled.reduce((total, one) => total + one, 0);
  if (rule === 'sum') return filled.length === 0 ? reported : sum;
  return filled.length === 0 && reported === null ? null : Math.max(sum, reported ?? 0);
}

/** The figures of one unit per field key, as the consolidation counted them. */
export function figuresOf(form: FormDefinition, contributor: Contributor): ReadonlyMap<string, FieldFigures> {
  const lines = new Map(contributor.form.lines.map((line) => [line.indicator, line]));
  const figures = new Map<string, FieldFigures>();
  for (const field of fieldsOf(form)) {
    const counted = contributor.counted.valueOf(field.key);
    const keys = childKeys(form, field);
    const rule = parentRule(field.indicator.rollUp);
    if (keys.length === 0 || rule === null) {
      figures.set(field.key, { counted, reported: null, followsFormula: false });
      continue;
    }
    const reading = lines.get(field.indicator.id)?.readings[field.measure.id];
    const reported = reading?.state === 'certain' ? reading.value : null;
    const children = keys.map((key) => contributor.counted.valueOf(key));
    figures.set(field.key, { counted, reported, followsFormula: formulaResult(rule, reported, children) === counted });
  }
  return figures;
}

/** Limits of Excel: characters of a formula (8,192), arguments of a function (255). */
const LONGEST_FORMULA = 8_000;
const MOST_ARGUMENTS = 250;

/** The formula of a parent over references to cells of its own row, or null where Excel could not hold it. */
export function rollUpFormula(rule: ParentRule, reported: string, children: readonly string[]): string | null {
  const all = children.join(',');
  const formula =
    rule === 'sum'
      ? `IF(COUNT(${all})=0,IF(ISNUMBER(${reported}),${reported},""),SUM(${all}))`
      : `IF(COUNT(${all},${reported})=0,"",MAX(SUM(${all}),${reported}))`;
  return children.length > MOST_ARGUMENTS || formula.length > LONGEST_FORMULA ? null : formula;
}
