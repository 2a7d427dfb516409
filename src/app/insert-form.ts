/** "Chèn mẫu": a blank official form into the open workbook, ready to fill in, to print and to send; or as a file of its own. */
import type { Campaign } from '../core/campaign/campaign';
import type { ReportingUnit } from '../core/campaign/reporting-unit';
import type { FormDefinition } from '../core/forms/definition';
import { datedForm } from '../core/forms/list/dated-form';
import { planForm, planFormWorkbook, type FormSheetOptions } from '../core/sheets/plan-form';
import type { SheetPlan, WorkbookPlan } from '../core/sheets/sheet-plan';
import { sheetWords } from '../messages/sheet-words';
import type { HostResult, SheetInserting } from './host';

export interface InsertSettings {
  readonly form: FormDefinition;
  readonly campaign: Campaign | null;
  /** The unit on the line "Đơn vị báo cáo: ……"; null leaves it to be filled in. */
  readonly unit: ReportingUnit | null;
}

/** A list asks for the days of the campaign's week. */
function formOf({ form, campaign }: InsertSettings): FormDefinition {
  return campaign === null ? form : datedForm(form, campaign);
}

function optionsOf({ form, campaign, unit }: InsertSettings): FormSheetOptions {
  return {
    purpose: 'blank',
    year: campaign?.year ?? form.year,
    attachedTo: campaign?.attachedTo ?? null,
    unit,
    words: sheetWords,
    sheetName: null,
  };
}

/** The sheet that is inserted, planned. */
export function planBlankForm(settings: InsertSettings): SheetPlan {
  return planForm(formOf(settings), optionsOf(settings));
}

/** The same as a workbook of its own, for those who have no Excel around the pane. */
export function planBlankWorkbook(settings: InsertSettings): WorkbookPlan {
  return planFormWorkbook(formOf(settings), optionsOf(settings));
}

/** Inserts the form; returns the name of the new sheet. */
export function insertForm(
  host: SheetInserting,
  settings: InsertSettings,
): HostResult<{ readonly sheet: string; readonly id: string }> {
  return host.insertSheet(planBlankForm(settings));
}
