/** Quantity and persons of the same row against each other, and money that is too small to be in đồng. */
import { finding, type Finding } from '../findings';
import type { Indicator, IndicatorField } from '../forms/definition';
import type { FilledLine } from '../forms/filled-form';
import { rowName } from '../forms/row-drafts';
import { certainValue, placeOf, type Check, type CheckSubject } from './check';

export const checkQuantities: Check = (subject) => {
  const findings: Finding[] = [];
  for (const indicator of subject.form.indicators) {
    const line = subject.line(indicator.id);
    if (line?.at == null) continue;
    for (const person of indicator.fields) {
      const accompanies = subject.form.measures.find((one) => one.id === person.measure)?.accompanies ?? null;
      const thing = indicator.fields.find((field) => field.measure === accompanies);
      if (thing !== undefined) findings.push(...comparePair(subject, indicator, line, thing, person));
    }
    findings.push(...smallMoney(subject, indicator, line));
  }
  return findings;
};

function comparePair(
  { form, filled }: CheckSubject,
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

function smallMoney({ form, filled }: CheckSubject, indicator: Indicator, line: FilledLine): readonly Finding[] {
  return indicator.fields.flatMap((field) => {
    const value = certainValue(line.readings[field.measure]);
    if (field.nature !== 'money' || value === null || value <= 0 || value >= form.thresholds.smallMoney) return [];
    return [finding('small-money', 'warning', placeOf(filled, line, field.measure), { row: rowName(indicator), value })];
  });
}
