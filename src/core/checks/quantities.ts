/** Quantity and persons of the same row against each other, and money that is too small to be in đồng. */
import { finding, type Finding } from '../findings';
import type { FormDefinition, Indicator, IndicatorField } from '../forms/definition';
import type { FilledForm, FilledLine } from '../forms/filled-form';
import { rowName } from '../forms/row-drafts';
import { certainValue, placeOf, type Check } from './check';

export const checkQuantities: Check = ({ form, filled, line }) => {
  const subject = { form, filled };
  const findings: Finding[] = [];
  for (const { indicator, pairs, money } of rowsToCompare(form)) {
    const own = line(indicator.id);
    if (own?.at == null) continue;
    for (const [thing, person] of pairs) findings.push(...comparePair(subject, indicator, own, thing, person));
    for (const field of money) findings.push(...smallMoney(subject, indicator, own, field));
  }
  return findings;
};

/** A row with something to compare: things with the persons who came along, and money. */
interface RowToCompare {
  readonly indicator: Indicator;
  readonly pairs: readonly (readonly [thing: IndicatorField, person: IndicatorField])[];
  readonly money: readonly IndicatorField[];
}

const rows = new WeakMap<FormDefinition, readonly RowToCompare[]>();

/** Worked out once a form: it is asked for every received file. */
function rowsToCompare(form: FormDefinition): readonly RowToCompare[] {
  let known = rows.get(form);
  if (known === undefined) {
    known = form.indicators
      .map((indicator) => ({
        indicator,
        pairs: indicator.fields.flatMap((person) => {
          const accompanies = form.measures.find((one) => one.id === person.measure)?.accompanies ?? null;
          const thing = indicator.fields.find((field) => field.measure === accompanies);
          return thing === undefined ? [] : [[thing, person] as const];
        }),
        money: indicator.fields.filter((field) => field.nature === 'money'),
      }))
      .filter(({ pairs, money }) => pairs.length > 0 || money.length > 0);
    rows.set(form, known);
  }
  return known;
}

const NOTHING: readonly Finding[] = [];

interface Subject {
  readonly form: FormDefinition;
  readonly filled: Pick<FilledForm, 'sheet'>;
}

function comparePair(
  { form, filled }: Subject,
  indicator: Indicator,
  line: FilledLine,
  thing: IndicatorField,
  person: IndicatorField,
): readonly Finding[] {
  const quantity = certainValue(line.readings[thing.measure]);
  const persons = certainValue(line.readings[person.measure]);
  if (quantity === null && persons === null) return NOTHING;
  const row = rowName(indicator);
  const noPersons = line.readings[person.measure]?.state === 'absent';
  const noQuantity = line.readings[thing.measure]?.state === 'absent';
  if (quantity !== null && quantity > 0 && noPersons) {
    const params = { row, quantity, unit: thing.unit };
    const at = placeOf(filled, line, person.measure);
    return quantity >= form.thresholds.largeQuantity
      ? [finding('persons-as-quantity', 'warning', placeOf(filled, line, thing.measure), params)]
      : [finding('quantity-without-persons', 'warning', at, params)];
  }
  if (persons !== null && persons > 0 && noQuantity) {
    return [
      finding('persons-without-quantity', 'warning', placeOf(filled, line, thing.measure), { row, persons, unit: thing.unit }),
    ];
  }
  if (quantity !== null && persons !== null && persons < quantity) {
    const params = { row, persons, quantity, unit: thing.unit };
    return [finding('fewer-persons', 'warning', placeOf(filled, line, person.measure), params)];
  }
  return NOTHING;
}

function smallMoney({ form, filled }: Subject, indicator: Indicator, line: FilledLine, field: IndicatorField): readonly Finding[] {
  const value = certainValue(line.readings[field.measure]);
  if (value === null || value <= 0 || value >= form.thresholds.smallMoney) return NOTHING;
  return [finding('small-money', 'warning', placeOf(filled, line, field.measure), { row: rowName(indicator), value })];
}
