/** Parent rows against their children, by the form's roll-ups; every departure from what was reported is said. */
import { finding, type Finding } from '../findings';
import type { Indicator } from '../forms/definition';
import type { FilledForm } from '../forms/filled-form';
import { rowName } from '../forms/row-drafts';
import { childrenSum, rollUp } from '../forms/roll-up';
import { certainValue, placeOf, reportedValues, unitOf, type Check } from './check';

export const checkParents: Check = ({ form, filled, line }) => {
  const counted = rollUp(form, reportedValues(filled));
  const findings: Finding[] = [];
  for (const indicator of form.indicators) {
    if (indicator.rollUp !== 'sum' && indicator.rollUp !== 'atLeast') continue;
    const own = line(indicator.id);
    for (const measure of form.measures) {
      const declared = indicator.fields.some((field) => field.measure === measure.id);
      // A parent that declares nothing (money, printed blank) is compared where its children have a figure.
      if (!declared && indicator.fields.length > 0) continue;
      const reading = declared ? own?.readings[measure.id] : own?.besides[measure.id];
      const reported = certainValue(reading);
      const computed = childrenSum(form, indicator.id, measure.id, counted);
      const extra = extraSum(filled, indicator.id, measure.id);
      const at = placeOf(filled, own, measure.id);
      const unit = unitOf(form, indicator, measure.id);
      findings.push(...compare(indicator, { reported, computed, extra: extra.sum, extraName: extra.names, unit, at, declared }));
    }
  }
  return findings;
};

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
