/** Marks on a live sheet, and leading the clerk to a cell. */
import type { LiveSheet, Marking } from '../app/host';
import { Batcher } from './batcher';
import { codeOfError } from './host-problems';
import { loadMarks, ownMarks, putMarks, removeMarks } from './marks';
import { loose } from './rects';
import { stop, type RunExcel } from './run-excel';

export function marking(runExcel: RunExcel): Marking {
  return {
    mark: (before, findings) =>
      runExcel(async (context) => {
        const sheet = context.workbook.worksheets.getItem(before.id);
        const put = async (known: LiveSheet): Promise<LiveSheet> => {
          const batcher = new Batcher(context);
          await putMarks(sheet, known, findings, batcher);
          const formats = loadMarks(sheet);
          await batcher.send();
          return { ...known, marks: ownMarks(formats) };
        };
        try {
          return await put(before);
        } catch (error) {
          const code = codeOfError(error);
          if (code === 'AccessDenied') stop('sheet-protected', before.grid.sheet);
          if (code !== 'ItemNotFound') throw error;
        }
        // Somebody took a mark away by hand meanwhile: look again, then mark.
        return put({ ...before, marks: await marksNow(context, sheet) });
      }),
    clearMarks: (id) =>
      runExcel(async (context) => {
        const sheet = context.workbook.worksheets.getItem(id);
        const marks = await marksNow(context, sheet);
        const batcher = new Batcher(context);
        await removeMarks(sheet, marks, batcher);
        if (marks.length > 0) await batcher.send();
        return marks.length;
      }),
    selectCell: (where, cell) =>
      runExcel(async (context) => {
        const sheet = context.workbook.worksheets.getItem('id' in where ? where.id : where.name);
        sheet.activate();
        loose(sheet.getRange(cell)).select();
        await context.sync();
        return null;
      }),
  };
}

async function marksNow(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<readonly string[]> {
  const formats = loadMarks(sheet);
  await context.sync();
  return ownMarks(formats);
}
