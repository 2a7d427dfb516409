/** Last year's totals, out of one received file: a summary of the same form, to compare this year's figures with. */
import type { Received } from '../core/consolidation/received';

/** By field key, rolled up as this year's figures are; null where the file holds no table of this form. */
export function lastYearTotals(received: Received): ReadonlyMap<string, number> | null {
  if (received.outcome !== 'form') return null;
  return new Map([...received.form.counted].map(([key, one]) => [key, one.value]));
}
