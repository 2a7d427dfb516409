/**
 * "Báo cáo" inside Excel: the written report of what was consolidated here, as a sheet of the workbook and as a document
 * for Word. What the clerk changed in the sheet is read back first; a late file or a decision changes only the rest.
 */
import { fail, ok } from '../core/result';
import {
  addLateFiles,
  consolidationShown,
  type ConsolidatedWorkbook,
  type ConsolidationSettings,
} from './consolidate-into-workbook';
import type { HostResult, SummaryKeeping } from './host';
import { hasReport, makeReport, USUAL_REQUEST, type MadeReport, type ReportRequest } from './report-sheet';
import { readStored } from './stored-files';

/** Makes the report and puts its sheet into the workbook, in one exchange with the other sheets of the summary. */
export async function putReport(
  host: SummaryKeeping,
  settings: ConsolidationSettings,
  request: ReportRequest,
): HostResult<ConsolidatedWorkbook & { readonly report: MadeReport }> {
  const written = await addLateFiles(host, [], { ...settings, report: request });
  if (!written.ok) return written;
  const { report } = written.value;
  return report === null ? fail({ code: 'no-summary', detail: null }) : ok({ ...written.value, report });
}

/**
 * The report as the workbook has it now, the clerk's changes in the sheet included; nothing is written. Without a report
 * sheet it is the one that would be made with the usual choices. "no-summary" where nothing was consolidated here.
 */
export async function readReport(host: SummaryKeeping, settings: ConsolidationSettings): HostResult<MadeReport> {
  const before = await host.readSummary();
  if (!before.ok) return before;
  const received = await readStored(before.value, settings);
  if (!received.ok) return received;
  const { campaign, roster } = settings;
  const ground = { ...consolidationShown(before.value, received.value, settings), received: received.value, campaign, roster };
  return ok(makeReport(ground, before.value, hasReport(before.value) ? null : USUAL_REQUEST));
}
