/** The ledger's columns about deadlines, the same for the workbook in Excel and for the file of the command line. */
import type { Campaign } from '../core/campaign/campaign';
import { campaignOfForm } from '../core/campaign/campaign-of-form';
import { lastSafeDay } from '../core/campaign/deadline';
import type { Decisions } from '../core/campaign/decisions';
import { ledgerOf, rateFindings, type Ledger } from '../core/campaign/ledger';
import type { RosterIndex } from '../core/campaign/identify';
import { keyOf } from '../core/campaign/unit-key';
import type { Consolidation } from '../core/consolidation/consolidation';
import type { DueColumn } from '../core/sheets/plan-ledger';
import { describeDue, DUE_HEADER } from '../messages/campaign-words';
import { describeFinding } from '../messages/vi';

/** Lines of rates above the ledger; by superior there can be hundreds. */
const MOST_RATES = 20;

/** The columns of a ledger; `today` ISO, or null where the day does not matter. */
export function dueColumn(ledger: Ledger, today: string | null): DueColumn {
  const entries = new Map(ledger.entries.map((entry) => [keyOf(entry.unit), entry]));
  return {
    header: DUE_HEADER,
    ofUnit: (unit) => {
      const entry = entries.get(keyOf(unit));
      return entry === undefined ? '' : describeDue(entry);
    },
    lastDayOf: (unit) => {
      const deadline = entries.get(keyOf(unit))?.deadline ?? null;
      return deadline === null ? null : { day: lastSafeDay(deadline), hour: deadline.time ?? null };
    },
    lines: rateFindings(ledger).slice(0, MOST_RATES).map(describeFinding),
    today,
  };
}

export interface LedgerSettings {
  readonly roster: RosterIndex | null;
  readonly campaign: Campaign | null;
  readonly decisions: Decisions;
  readonly today: string | null;
}

/** `due` for the plan of a summary; nothing without a roster, because nobody is known to be due then. */
export function ledgerColumns(consolidation: Consolidation, settings: LedgerSettings): { readonly due?: DueColumn } {
  const { roster, campaign, decisions, today } = settings;
  if (roster === null) return {};
  // A list is due when the step it belongs to is.
  const own = campaignOfForm(campaign, consolidation.form);
  return { due: dueColumn(ledgerOf(consolidation, { roster: roster.roster, campaign: own, decisions }), today) };
}
