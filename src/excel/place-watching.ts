/**
 * Told by Excel where the clerk is: which cell is selected, which sheet is shown. One handler for all sheets of the
 * workbook, so that it goes on working for sheets made later.
 */
import type { ActivationWatching, SelectionWatching } from '../app/host';
import type { RunExcel } from './run-excel';
import { stopping } from './watching';

export function placeWatching(runExcel: RunExcel): SelectionWatching & ActivationWatching {
  return {
    watchSelection: (onSelect) =>
      runExcel(async (context) => {
        const handler = context.workbook.worksheets.onSelectionChanged.add(({ worksheetId, address }) => {
          const cell = firstCellOf(address);
          if (cell !== null) onSelect({ sheetId: worksheetId, cell });
          return Promise.resolve();
        });
        await context.sync();
        return stopping(handler);
      }),
    watchActivation: (onActivate) =>
      runExcel(async (context) => {
        const handler = context.workbook.worksheets.onActivated.add(({ worksheetId }) => {
          onActivate(worksheetId);
          return Promise.resolve();
        });
        await context.sync();
        return stopping(handler);
      }),
  };
}

/**
 * The first cell of an address as events give it: "D4:E5" → "D4", "$C$2,A1" → "C2", "3:5" → "A3", "B:C" → "B1".
 * Null for what is no address. Exported for tests.
 */
export function firstCellOf(address: string): string | null {
  const first = address.replace(/^.*!/, '').replaceAll('$', '').split(/[,:]/)[0] ?? '';
  const match = /^([A-Z]{0,3})([1-9]\d{0,6})?$/i.exec(first.trim());
  if (match === null || match[0] === '') return null;
  return `${match[1] === undefined || match[1] === '' ? 'A' : match[1].toUpperCase()}${match[2] ?? '1'}`;
}
