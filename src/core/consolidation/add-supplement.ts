/** "Cộng thêm vào bản trước": a report and its supplement as one contribution of their unit. */
import { checkForm } from '../checks/check-form';
import type { CheckedForm } from '../checks/checked-form';
import { fieldsOf, type FormDefinition } from '../forms/definition';
import type { FilledLine, Reading } from '../forms/filled-form';
import { joinLists } from '../forms/list/list-entries';

/**
 * The sum of two filled forms, field by field: a figure that only one has stays, two are added ("12 + 3"). Parents are
 * rolled up from the added children afterwards, like those of any report.
 */
export function addForms(form: FormDefinition, first: CheckedForm, second: CheckedForm): CheckedForm {
  const added = new Map(second.lines.map((line) => [line.indicator, line]));
  const fields = fieldsOf(form);
  const lines = first.lines.map((line): FilledLine => {
    const other = added.get(line.indicator);
    if (other === undefined) return line;
    const readings: Record<string, Reading> = { ...line.readings };
    for (const field of fields) {
      if (field.indicator.id !== line.indicator) continue;
      const sum = addReadings(line.readings[field.measure.id], other.readings[field.measure.id]);
      if (sum !== undefined) readings[field.measure.id] = sum;
    }
    return { ...line, readings, note: [line.note, other.note].filter((one) => one !== '').join('; ') };
  });
  const list = first.list === undefined || second.list === undefined ? {} : { list: joinLists(first.list, second.list) };
  const filled = { ...first, lines, ...list, extras: [...first.extras, ...second.extras], findings: [] };
  return checkForm(form, filled, { year: null, theme: null });
}

function addReadings(one: Reading | undefined, other: Reading | undefined): Reading | undefined {
  if (other === undefined || other.state !== 'certain') return one ?? other;
  if (one === undefined || one.state !== 'certain') return other;
  return { ...one, value: one.value + other.value, raw: `${one.raw} + ${other.raw}` };
}
