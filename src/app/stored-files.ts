/** The received files as they stand in the workbook: a very hidden sheet with the packed text of all of them. */
import type { Received } from '../core/consolidation/received';
import { fail, ok } from '../core/result';
import { SHEET_ROLES } from '../core/sheets/markers';
import type { SheetPlan } from '../core/sheets/sheet-plan';
import type { Expectations } from '../core/checks/check';
import type { FormDefinition } from '../core/forms/definition';
import type { HostResult, SummarySheets } from './host';
import { storeReceived, unstoreReceived } from './received-store';
import { planText, textOfSheet } from './text-sheet';

export const STORE_SHEET = '_tonghop_tep';
export const STORE_ROLE = `${SHEET_ROLES.lineage}-received`;

export async function planStored(received: readonly Received[]): Promise<SheetPlan> {
  return planText(STORE_SHEET, STORE_ROLE, await storeReceived(received));
}

/** Reads them back. "no-summary" where nothing was consolidated here. */
export async function readStored(
  sheets: SummarySheets,
  settings: { readonly form: FormDefinition; readonly expected: Expectations },
): HostResult<readonly Received[]> {
  const sheet = sheets.own.find((one) => one.role === STORE_ROLE);
  if (sheet === undefined) return fail({ code: 'no-summary', detail: null });
  const read = await unstoreReceived(textOfSheet(sheet.grid), settings.form, settings.expected);
  return read.ok ? ok(read.value) : fail({ code: read.error, detail: null });
}
