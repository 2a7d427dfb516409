/**
 * The summary as a workbook of its own, for the next level up: the same sheets, without what only this workbook needs.
 * It opens as a new workbook in Excel, which the clerk saves where she likes.
 */
import type { Consolidation } from '../core/consolidation/consolidation';
import { SHEET_ROLES } from '../core/sheets/markers';
import type { WorkbookPlan } from '../core/sheets/sheet-plan';
import { fail } from '../core/result';
import { writeXlsx } from '../files/write/write-xlsx';
import { sheetWords } from '../messages/sheet-words';
import { consolidationShown, planAll, type ConsolidationSettings, handWorkOf } from './consolidate-into-workbook';
import type { HandCorrection } from './hand-corrections';
import { BASELINE_ROLE, withAddedUnits } from './hand-corrections';
import type { HostResult, SummaryKeeping, WorkbookOpening } from './host';
import { hasReport, makeReport, planReport } from './report-sheet';
import { readStored } from './stored-files';

/** The plan of the workbook to hand on. */
export function planExport(
  received: Parameters<typeof planAll>[0],
  settings: ConsolidationSettings,
  corrections: readonly HandCorrection[],
): { readonly plan: WorkbookPlan; readonly consolidation: Consolidation } {
  const { plan, consolidation } = planAll(received, settings, sheetWords, corrections);
  return { plan, consolidation };
}

/** Makes the workbook from what stands in this one, corrections by hand included, and opens it beside it. */
export async function exportSummary(host: SummaryKeeping & WorkbookOpening, settings: ConsolidationSettings): HostResult<null> {
  const before = await host.readSummary();
  if (!before.ok) return before;
  const stored = await readStored(before.value, settings);
  if (!stored.ok) return stored;
  const sheet = (role: string) => before.value.own.find((one) => one.role === role);
  const [details, baseline] = [sheet(SHEET_ROLES.details), sheet(BASELINE_ROLE)];
  if (details === undefined || baseline === undefined) return fail({ code: 'no-summary', detail: null });
  const work = handWorkOf(before.value);
  const decisions = withAddedUnits(settings.decisions, work.added);
  const { plan } = planExport(stored.value, { ...settings, decisions }, work.corrections);
  const { campaign, roster } = settings;
  const ground = { ...consolidationShown(before.value, stored.value, settings), received: stored.value, campaign, roster };
  const names = plan.sheets.map((one) => one.name);
  // The next level hears what this office says of the Week, as it hears its units.
  const report = hasReport(before.value)
    ? [planReport(makeReport(ground, before.value, null), { ...before.value, taken: [] }, names)]
    : [];
  return host.openAsNew(new Uint8Array(await writeXlsx({ ...plan, sheets: [...plan.sheets, ...report] })));
}
