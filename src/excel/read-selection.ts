/** What is selected in Excel: the sheet it is on, read whole, and the rectangle. */
import type { SelectionReading } from '../app/host';
import { codeOfError } from './host-problems';
import { askForGrid, askForSheet } from './read-sheet';
import { stop, type RunExcel } from './run-excel';

/** Rows and columns that a selected rectangle may reach; whole columns are cut to what is used. */
const MOST = 1_048_576;

export function selectionReading(runExcel: RunExcel): SelectionReading {
  return {
    readSelection: () =>
      runExcel(async (context) => {
        const selected = context.workbook.getSelectedRange();
        selected.load('rowIndex,columnIndex,rowCount,columnCount');
        // What is selected is on the sheet that is open.
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        const about = askForSheet(sheet);
        const grid = askForGrid(sheet);
        try {
          await context.sync();
        } catch (error) {
          const code = codeOfError(error) ?? '';
          // Several areas at once, or a shape: Excel answers with one of these.
          if (['InvalidSelection', 'InvalidReference', 'ItemNotFound'].includes(code)) stop('no-selection');
          if (['ResponsePayloadSizeLimitExceeded', 'RangeExceedsLimit', 'OperationCellsExceedLimit'].includes(code))
            stop('sheet-too-large');
          throw error;
        }
        const { name, visibility, ...live } = about();
        const { rowIndex, columnIndex, rowCount, columnCount } = selected;
        const range = {
          top: rowIndex,
          left: columnIndex,
          bottom: Math.min(MOST, rowIndex + rowCount) - 1,
          right: Math.min(MOST, columnIndex + columnCount) - 1,
        };
        return { sheet: { ...live, grid: { sheet: name, visibility, ...grid() } }, range };
      }),
  };
}
