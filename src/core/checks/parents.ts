/** Parent rows against their children, by the form's roll-ups; every departure from what was reported is said. */
import { finding, type Finding } from '../findings';
import type { FormDefinition, Indicator } from '../forms/definition';
import type { FilledForm } from '../forms/filled-form';
import { rowName } from '../forms/row-drafts';
import { childPlaces, sumOf } from '../forms/roll-up';
import { certainValue, placeOf, unitOf, type Check } from './check';

export const checkParents: Check = ({ form, filled, counted, line }) => {
  const findings: Finding[] = [];
  for (const { indicator, measure, declared, children, unit } of parentsOf(form)) {
    const own = line(indicator.id);
    const reported = certainValue(declared ? own?.readings[measure] : own?.besides[measure]);
    const computed = sumOf(children, counted.values);
    if (reported === null && computed === null) continue;
    const extra = extraSum(filled, indicator.id, measure);
    const at = placeOf(filled, own, measure);
    findings.push(...compare(indicator, { reported, computed, extra: extra.sum, extraName: extra.names, unit, at, declared }));
  }
  return findings;
};

/** A parent row in one measure. */
interface Parent {
  readonly indicator: Indicator;
  readonly measure: string;
  readonly declared: boolean;
  readonly children: readonly number[];
  readonly unit: string;
}

const parents = new WeakMap<FormDefinition, readonly Parent[]>();

/** Worked out once a form: it is asked for every received file. */
function parentsOf(form: FormDefinition): readonly Parent[] {
  let known = parents.get(form);
  if (known === undefined) {
    known = form.indicators.flatMap((indicator) => {
      if (indicator.rollUp !== 'sum' && indicator.rollUp !== 'atLeast') return [];
      return form.measures.flatMap(({ id: measure }) => {
        const declared = indicator.fields.some((field) => field.measure === measure);
        // A parent that declares nothing (money, printed blank) is compared where its children have a figure.
        if (!declared && indicator.fields.length > 0) return [];
        const children = childPlaces(form, indicator.id, measure);
        return [{ indicator, measure, declared, children, unit: unitOf(form, indicator, measure) }];
      });
    });
    parents.set(form, known);
  }
  return known;
}

interface Comparison {
  readonly reported: number | null;
  readonly computed: number | null;
  readonly extra: number;
  readonly extraName: string;
  readonly unit: string;
  readonly at: ReturnType<typeof placeOf>;
  readonly declared: boolean;
}

function compare(indicator: Indicator, one: Comparison): readonly Finding[] {
  const row = rowName(indicator);
  const { reported, computed, unit, at } = one;
  if (computed === null) {
    if (reported === null || reported === 0 || !one.declared) return [];
    return [finding('parent-only', 'hint', at, { row, reported, unit })];
  }
  if (reported === null) {
    return one.declared && computed > 0 ? [finding('children-only', 'hint', at, { row, computed, unit })] : [];
  }
  const difference = { row, reported, computed, unit };
  if (indicator.rollUp === 'atLeast') {
    return reported < computed ? [finding('parent-below', 'warning', at, difference, fixTo(at.cell, computed))] : [];
  }
  // Equal without an added row too: what is counted is what was reported, and the added row has its own finding.
  if (reported === computed) return [];
  if (one.extra !== 0 && reported === computed + one.extra) {
    return [finding('parent-has-extra-row', 'warning', at, { ...difference, extra: one.extraName })];
  }
  return [finding('parent-differs', 'warning', at, difference, fixTo(at.cell, computed))];
}

function fixTo(cell: string | null, value: number): { fix?: { writes: { cell: string; value: number }[] } } {
  return cell === null ? {} : { fix: { writes: [{ cell, value }] } };
}

const NOTHING = { sum: 0, names: '' } as const;

/** Added numbered rows under a parent ("1.13") take part in the comparison; the form has no field to count them in. */
function extraSum(filled: FilledForm, parent: string, measure: string): { readonly sum: number; readonly names: string } {
  if (filled.extras.length === 0) return NOTHING;
  const rows = filled.extras.filter((extra) => extra.parent === parent && extra.values[measure] !== undefined);
  return {
    sum: rows.reduce((sum, extra) => sum + (extra.values[measure] ?? 0), 0),
    names: rows.map((extra) => [extra.number, extra.text].filter((one) => one !== '').join('. ')).join('; '),
  };
}
