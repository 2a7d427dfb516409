/** The sheets of a consolidated list: the calendar, its details, and what every summary has besides. */
import type { ReportingUnit } from '../../campaign/reporting-unit';
import type { Consolidation } from '../../consolidation/consolidation';
import type { ListForm } from '../../forms/definition';
import type { SheetPlan } from '../sheet-plan';
import type { SheetWords } from '../sheet-words';
import { planCalendar } from './plan-calendar';
import { planListDetails } from './plan-list-details';
import { planListLineage } from './plan-list-lineage';

export interface ListSheetsOptions {
  readonly words: SheetWords;
  readonly year: number | null;
  readonly office: ReportingUnit | null;
  readonly hints: readonly string[];
}

/** Plans them in tab order; `common` are the ledger and the list of problems, which do not depend on the kind of form. */
export function planListSheets(
  form: ListForm,
  consolidation: Consolidation,
  options: ListSheetsOptions,
  common: readonly SheetPlan[],
): readonly SheetPlan[] {
  const { words, year, office, hints } = options;
  const details = planListDetails(form, consolidation, words, hints);
  const calendar = planCalendar(form, consolidation, { words, year, office, hints, details: details.columns });
  return [calendar, details.sheet, ...common, planListLineage(consolidation, calendar.name, details, year)];
}
