/**
 * The summary workbook: totals, the table by unit, the ledger, what needs a look, texts, and the hidden lineage.
 * Last station before Excel or an .xlsx file; everything here follows from the consolidation alone.
 */
import type { ReportingUnit } from '../campaign/reporting-unit';
import type { Consolidation, Submission } from '../consolidation/consolidation';
import type { Finding } from '../findings';
import { isDay } from './figures';
import { planListSheets } from './list/plan-list-sheets';
import { PROPERTY } from './markers';
import { planDetails } from './plan-details';
import { planLedger, type DueColumn } from './plan-ledger';
import { planLineage } from './plan-lineage';
import { planOther } from './plan-other';
import { planReview } from './plan-review';
import { planTotals } from './plan-totals';
import type { SheetPlan, WorkbookPlan } from './sheet-plan';
import type { SheetWords } from './sheet-words';

export interface SummaryOptions {
  readonly words: SheetWords;
  readonly year: number | null;
  /** The whole line "(Kèm theo Báo cáo số …)"; null prints it with dotted blanks. */
  readonly attachedTo: string | null;
  /** The office that consolidates, for the line of the reporting unit; null leaves it to be filled in. */
  readonly office: ReportingUnit | null;
  /** The day of consolidating, ISO; null says nothing of it. */
  readonly consolidatedOn: string | null;
  /** The sentence of a finding. */
  readonly describe: (finding: Finding) => string;
  /** State and reason of a submission in words a clerk reads. */
  readonly describeState: (submission: Submission) => { readonly state: string; readonly reason: string };
  /** Days of receipt the clerk confirmed: file → ISO date. */
  readonly receivedDates?: ReadonlyMap<string, string>;
  /** How units stand against the campaign's deadline. */
  readonly due?: DueColumn;
}

/**
 * Plans the whole workbook. The results stored with its formulas equal the totals of the consolidation; a field that
 * nobody reported has an empty total, not 0.
 */
export function planSummary(consolidation: Consolidation, options: SummaryOptions): WorkbookPlan {
  const { words, year, office, consolidatedOn } = options;
  const hints = consolidatedOn !== null && isDay(consolidatedOn) ? [words.consolidatedOn(consolidatedOn)] : [];
  const receivedDates = options.receivedDates ?? new Map<string, string>();
  const ledger = planLedger(consolidation, { words, hints, describeState: options.describeState, receivedDates, ...(options.due === undefined ? {} : { due: options.due }) });
  const review = planReview(consolidation, { words, hints, describe: options.describe });
  const { form } = consolidation;
  return {
    title: (form.kind === 'list' ? form.list.overview.title : form.title.filled)
      .join(' ')
      .replaceAll('{year}', year === null ? '' : String(year))
      .trim(),
    sheets:
      form.kind === 'list'
        ? planListSheets(form, consolidation, { words, year, office, hints }, [ledger, review])
        : planFigureSheets(consolidation, options, { hints, ledger, review }),
    names: {},
    properties: {
      [PROPERTY.kind]: 'summary',
      [PROPERTY.form]: consolidation.form.id,
      ...(year === null ? {} : { [PROPERTY.year]: String(year) }),
      ...(office === null ? {} : { [PROPERTY.unitName]: office.name }),
      ...(office === null || office.code === null ? {} : { [PROPERTY.unitCode]: office.code }),
    },
  };
}

/** The sheets of a table of quantities. */
function planFigureSheets(
  consolidation: Consolidation,
  { words, year, office, attachedTo }: SummaryOptions,
  { hints, ledger, review }: { readonly hints: readonly string[]; readonly ledger: SheetPlan; readonly review: SheetPlan },
): readonly SheetPlan[] {
  const details = planDetails(consolidation, words, hints);
  const heading = { purpose: 'filled', year, attachedTo, unit: office } as const;
  return [
    planTotals(consolidation, details, heading, words),
    details.sheet,
    ledger,
    review,
    planOther(consolidation, words),
    planLineage(consolidation, words.sheetNames.summary, details, year),
  ];
}
