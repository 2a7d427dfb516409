/** How a unit's parent rows follow from its child rows; the one place that knows "sum" and "atLeast". */
import { childrenOf, fieldKey, type FormDefinition } from './definition';

/** "reported": the unit's own figure. "children": the sum of its children, in place of or beyond what was reported. */
export interface CountedValue {
  readonly value: number;
  readonly from: 'reported' | 'children';
}

/**
 * What counts per field key, given what one unit reported (field key → value; absent keys were not reported).
 * A parent with roll-up "sum" counts the sum of its children, or what was reported where no child was filled;
 * "atLeast" counts what was reported, or the children's sum where that is larger or nothing was reported.
 */
export function rollUp(form: FormDefinition, reported: ReadonlyMap<string, number>): ReadonlyMap<string, CountedValue> {
  const counted = new Map<string, CountedValue>();
  // Children come after their parents in every definition, so from the end upwards each child is ready.
  for (const indicator of [...form.indicators].reverse()) {
    for (const field of indicator.fields) {
      const key = fieldKey(indicator.id, field.measure);
      const own = reported.get(key);
      const children = childrenSum(form, indicator.id, field.measure, counted);
      const value = countedValue(indicator.rollUp, own, children);
      if (value !== null) counted.set(key, value);
    }
  }
  return counted;
}

function countedValue(
  rule: 'sum' | 'atLeast' | 'none' | null,
  own: number | undefined,
  children: number | null,
): CountedValue | null {
  const reported = own === undefined ? null : ({ value: own, from: 'reported' } as const);
  if (children === null || rule === null || rule === 'none') return reported;
  if (rule === 'sum') return own === children ? reported : { value: children, from: 'children' };
  return own === undefined || children > own ? { value: children, from: 'children' } : reported;
}

/** The sum of a row's children in one measure, from what counts for each; null where no child has a value. */
export function childrenSum(
  form: FormDefinition,
  parent: string,
  measure: string,
  counted: ReadonlyMap<string, CountedValue>,
): number | null {
  let sum: number | null = null;
  for (const child of childrenOf(form, parent)) {
    const one = counted.get(fieldKey(child.id, measure));
    if (one !== undefined) sum = (sum ?? 0) + one.value;
  }
  return sum;
}
