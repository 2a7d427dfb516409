/** "Chèn mẫu": one planned sheet into the open workbook, under a free name. When anything fails, no sheet stays behind. */
import type { SheetInserting } from '../app/host';
import { legalSheetName } from '../core/sheets/sheet-name';
import type { SheetPlan } from '../core/sheets/sheet-plan';
import { Batcher } from './batcher';
import { codeOfError } from './host-problems';
import { stop, type RunExcel } from './run-excel';
import { SHEET_PROPERTY } from './sheet-marks';
import { writeSheets } from './write-plan';

export function sheetInserting(runExcel: RunExcel): SheetInserting {
  return {
    insertSheet: (plan) =>
      runExcel(async (context) => {
        const { workbook } = context;
        workbook.load('readOnly');
        workbook.protection.load('protected');
        workbook.worksheets.load('items/name');
        workbook.tables.load('items/name');
        await context.sync();
        refuseClosedWorkbook(workbook);
        const names = workbook.worksheets.items.map((one) => one.name);
        const known = names.length;
        const tables = workbook.tables.items.map((one) => one.name);
        for (;;) {
          const name = legalSheetName(plan.name, names);
          try {
            return await addSheet(context, plan, name, tables);
          } catch (error) {
            // Chart sheets bear names that no list of worksheets tells; so may a sheet that a co-worker just added.
            if (codeOfError(error) !== 'ItemAlreadyExists' || names.length > known + CLASHES) throw error;
            names.push(name);
          }
        }
      }),
  };
}

/** How many names may turn out to be taken before that is an error. */
const CLASHES = 5;

/** Writes the sheet and shows it; nothing of it stays where that fails. */
async function addSheet(
  context: Excel.RequestContext,
  plan: SheetPlan,
  name: string,
  tables: readonly string[],
): Promise<{ readonly sheet: string; readonly id: string }> {
  try {
    const order = { plan, name, finalName: name, hidden: false, marks: {} };
    const { sheets } = await writeSheets(context, [order], tables, new Batcher(context));
    const [sheet] = sheets;
    if (sheet === undefined) throw new Error('no sheet was written');
    sheet.activate();
    sheet.load('id');
    await context.sync();
    return { sheet: name, id: sheet.id };
  } catch (error) {
    await removeSheet(context, name);
    throw error;
  }
}

/** Nothing can be added to these; said before anything is tried. Both properties must be loaded. */
export function refuseClosedWorkbook(workbook: Excel.Workbook): void {
  if (workbook.readOnly) stop('read-only');
  if (workbook.protection.protected) stop('workbook-protected');
}

async function removeSheet(context: Excel.RequestContext, name: string): Promise<void> {
  try {
    const left = context.workbook.worksheets.getItemOrNullObject(name);
    const role = left.customProperties.getItemOrNullObject(SHEET_PROPERTY.role);
    await context.sync();
    // A sheet of that name without our mark is somebody else's, put there in the meantime.
    if (left.isNullObject || role.isNullObject) return;
    left.delete();
    await context.sync();
  } catch {
    // Excel refuses everything now; the first error is the one to tell.
  }
}
