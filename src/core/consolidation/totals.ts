/** Totals per declared field, with every contribution down to file, sheet, cell, raw text and reading. */
import { placeOf } from '../checks/check';
import { fieldsOf, type Field, type FormDefinition } from '../forms/definition';
import type { Contribution, Contributor, Total } from './consolidation';

/**
 * One total per declared field, in the form's order; the unit of measure is the field's. A total equals the sum of
 * its contributions; `reporters` counts the contributors whose value, own or rolled up, is there.
 */
export function totalsOf(form: FormDefinition, contributors: readonly Contributor[]): readonly Total[] {
  return fieldsOf(form).map((field) => totalOf(field, contributors));
}

/** Contributions are listed when somebody asks: there are as many as figures in all files. */
function totalOf(field: Field, contributors: readonly Contributor[]): Total {
  let value = 0;
  let reporters = 0;
  for (const { counted } of contributors) {
    const one = counted.valueOf(field.key);
    if (one === null) continue;
    value += one;
    reporters += 1;
  }
  let listed: readonly Contribution[] | null = null;
  return {
    field,
    value,
    reporters,
    get contributions() {
      return (listed ??= contributors.flatMap((contributor) => contributionOf(field, contributor)));
    },
  };
}

function contributionOf(field: Field, contributor: Contributor): readonly Contribution[] {
  const counted = contributor.counted.get(field.key);
  if (counted === undefined) return [];
  const line = contributor.form.lines.find((one) => one.indicator === field.indicator.id);
  const reading = line?.readings[field.measure.id];
  const place = placeOf(contributor.form, line, field.measure.id);
  return [
    {
      unit: contributor.unit,
      file: contributor.file,
      sheet: place.sheet,
      cell: place.cell,
      raw: reading === undefined || reading.state === 'absent' ? '' : reading.raw,
      value: counted.value,
      from: counted.from,
    },
  ];
}
