/** "Chèn mẫu": a blank official form into the open workbook, ready to fill in, to print and to send. */
import type { Campaign } from '../core/campaign/campaign';
import type { ReportingUnit } from '../core/campaign/reporting-unit';
import type { FormDefinition } from '../core/forms/definition';
import { planForm } from '../core/sheets/plan-form';
import { sheetWords } from '../messages/sheet-words';
import type { HostResult, SheetInserting } from './host';

export interface InsertSettings {
  readonly form: FormDefinition;
  readonly campaign: Campaign | null;
  /** The unit on the line "Đơn vị báo cáo: ……"; null leaves it to be filled in. */
  readonly unit: ReportingUnit | null;
}

/** Inserts the form; returns the name of the new sheet. */
export function insertForm(
  host: SheetInserting,
  { form, campaign, unit }: InsertSettings,
): HostResult<{ readonly sheet: string; readonly id: string }> {
  return host.insertSheet(
    planForm(form, {
      purpose: 'blank',
      year: campaign?.year ?? form.year,
      attachedTo: campaign?.attachedTo ?? null,
      unit,
      words: sheetWords,
      sheetName: null,
    }),
  );
}
