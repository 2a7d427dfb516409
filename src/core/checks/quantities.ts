/** Quantity and persons of the same row against each other, and money that is too small to be in đồng. */
import { finding, type Finding } from '../findings';
import type { FormDefinition, Indicator, IndicatorField } from '../forms/definition';
import type { FilledForm, FilledLine } from '../forms/filled-form';
import { rowName } from '../forms/row-drafts';
import { certainValue, eachLine, placeOf, type Check } from './check';

export const checkQuantities: Check = eachLine((form, indicator, line, filled) => {
  const findings: Finding[] = [];
  for (const person of indicator.fields) {
    const accompanies = form.measures.find((one) => one.id === person.measure)?.accompanies ?? null;
    const thing = indicator.fields.find((field) => field.measure === accompanies);
    if (thing !== undefined) findings.push(...comparePair({ form, filled }, indicator, line, thing, person));
  }
  findings.push(...smallMoney({ form, filled }, indicator, line));
  return findings;
});

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
  const row = rowName(indicator);
  const quantity = certainValue(line.readings[thing.measure]);
  const persons = certainValue(line.readings[person.measure]);
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
  return [];
}

function smallMoney({ form, filled }: Subject, indicator: Indicator, line: FilledLine): readonly Finding[] {
  return indicator.fields.flatMap((field) => {
    const value = certainValue(line.readings[field.measure]);
    if (field.nature !== 'money' || value === null || value <= 0 || value >= form.thresholds.smallMoney) return [];
    return [finding('small-money', 'warning', placeOf(filled, line, field.measure), { row: rowName(indicator), value })];
  });
}
