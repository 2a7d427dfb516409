/** Last year's totals, out of one received file: a summary of the same form, to compare this year's figures with. */
import { reportedValues } from '../core/checks/check';
import type { Received } from '../core/consolidation/received';
import type { FormDefinition } from '../core/forms/definition';
import { rollUp } from '../core/forms/roll-up';

/** By field key, rolled up as this year's figures are; null where the file holds no table of this form. */
export function lastYearTotals(form: FormDefinition, received: Received): ReadonlyMap<string, number> | null {
  if (received.outcome !== 'form') return null;
  const counted = rollUp(form, reportedValues(received.form));
  return new Map([...counted].map(([key, one]) => [key, one.value]));
}
