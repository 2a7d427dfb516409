/** Campaign and decisions, kept with the workbook: loaded when it opens, saved as soon as the clerk decides something. */
import type { StateKeeping } from '../app/host';
import { stateAsText, stateFromText } from '../app/kept-state';
import { planText, textOfSheet } from '../app/text-sheet';
import { Batcher } from './batcher';
import { refuseClosedWorkbook } from './insert-sheet';
import { deleteSheet, STAGED, viewBook } from './own-sheets';
import { askForGrid } from './read-sheet';
import { stop, type RunExcel } from './run-excel';
import { SHEET_PROPERTY } from './sheet-marks';
import { fitsPart, partXml, STATE_ROLE, STATE_SHEET } from './state-part';
import { putPart, refuseStrangeState } from './summary-keeping';
import { writeSheets } from './write-plan';

export function stateKeeping(runExcel: RunExcel, newRun: () => string): StateKeeping {
  return {
    loadState: () =>
      runExcel(async (context) => {
        const view = await viewBook(context);
        refuseStrangeState(view);
        if (view.part === null) return null;
        const { overflow } = view.part;
        let text = view.part.text;
        if (overflow !== null) {
          const sheet = view.sheets.find((one) => one.role === STATE_ROLE && one.run === overflow);
          if (sheet === undefined) stop('state-unreadable');
          const grid = askForGrid(context.workbook.worksheets.getItem(sheet.id));
          await context.sync();
          text = textOfSheet({ sheet: sheet.name, visibility: 'veryHidden', ...grid() });
        }
        if (text === null) return null;
        const read = stateFromText(text);
        return read.ok ? read.value : stop(read.error);
      }),
    saveState: (state) =>
      runExcel(async (context) => {
        const view = await viewBook(context);
        refuseStrangeState(view);
        const text = stateAsText(state);
        const inPart = fitsPart(text);
        const old = view.sheets.filter((one) => one.role === STATE_ROLE && one.run !== null);
        const run = newRun();
        if (!inPart) {
          refuseClosedWorkbook(context.workbook);
          const plan = planText(STATE_SHEET, STATE_ROLE, text);
          const marks = { [SHEET_PROPERTY.run]: run, [SHEET_PROPERTY.name]: `${STATE_SHEET} ${run.slice(0, 8)}` };
          const order = { plan, name: `${STAGED}${run.slice(0, 8)}`, finalName: plan.name, hidden: true, marks };
          const batcher = new Batcher(context);
          const { sheets } = await writeSheets(
            context,
            [order],
            view.tables.map((one) => one.name),
            batcher,
          );
          await batcher.send();
          for (const sheet of sheets) sheet.name = `${STATE_SHEET} ${run.slice(0, 8)}`;
        }
        const part = { run: view.part?.run ?? null, text: inPart ? text : null, overflow: inPart ? null : run };
        putPart(context, view.partId, partXml(part));
        for (const one of old) deleteSheet(context, one.id);
        await context.sync();
        return null;
      }),
  };
}
