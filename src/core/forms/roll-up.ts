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
  for (const { key, rule, children } of stepsOf(form)) {
    const value = countedValue(rule, reported.get(key), sumOf(children, counted));
    if (value !== null) counted.set(key, value);
  }
  return counted;
}

/** What rolling up goes through for every file: worked out once a form. */
interface Step {
  readonly key: string;
  readonly rule: 'sum' | 'atLeast' | 'none' | null;
  readonly children: readonly string[];
}
const steps = new WeakMap<FormDefinition, readonly Step[]>();

function stepsOf(form: FormDefinition): readonly Step[] {
  let known = steps.get(form);
  if (known === undefined) {
    // Children come after their parents in every definition, so from the end upwards each child is ready.
    known = [...form.indicators]
      .reverse()
      .flatMap(({ id, rollUp: rule, fields }) =>
        fields.map(({ measure }) => ({ key: fieldKey(id, measure), rule, children: childKeys(form, id, measure) })),
      );
    steps.set(form, known);
  }
  return known;
}

const keysOfChildren = new WeakMap<FormDefinition, Map<string, readonly string[]>>();

function childKeys(form: FormDefinition, parent: string, measure: string): readonly string[] {
  let ofForm = keysOfChildren.get(form);
  if (ofForm === undefined) {
    ofForm = new Map();
    keysOfChildren.set(form, ofForm);
  }
  const key = fieldKey(parent, measure);
  let keys = ofForm.get(key);
  if (keys === undefined) {
    keys = childrenOf(form, parent).map((child) => fieldKey(child.id, measure));
    ofForm.set(key, keys);
  }
  return keys;
}

function sumOf(keys: readonly string[], counted: ReadonlyMap<string, CountedValue>): number | null {
  let sum: number | null = null;
  for (const key of keys) {
    const one = counted.get(key);
    if (one !== undefined) sum = (sum ?? 0) + one.value;
  }
  return sum;
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
  return sumOf(childKeys(form, parent, measure), counted);
}
