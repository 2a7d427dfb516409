/** What computing facts starts from. */
import type { Ledger } from '../../campaign/ledger';
import type { Consolidation } from '../../consolidation/consolidation';
import type { UnitTexts } from '../texts/unit-texts';
import type { ReportThresholds } from './fact';

export interface FactContext {
  readonly consolidation: Consolidation;
  /** Null without a roster: nothing is known of units that sent nothing, or of days of receipt. */
  readonly ledger: Ledger | null;
  /** Last year's totals by field key; null where there are none. */
  readonly lastYear: ReadonlyMap<string, number> | null;
  /** What the units wrote, by file. */
  readonly texts: ReadonlyMap<string, UnitTexts>;
  readonly thresholds: ReportThresholds;
  /** Units of measure of what is counted here: "đơn vị", "văn bản", "ô". */
  readonly words: { readonly unit: string; readonly document: string; readonly cell: string };
}
