/** A workbook of ours, opened as a new one: works on every desktop, where saving a file from the pane does not. */
import type { WorkbookOpening } from '../app/host';
import type { RunExcel } from './run-excel';

/** `createWorkbook` is Excel's own: it takes the file as base64. */
export function opening(runExcel: RunExcel, createWorkbook: (base64: string) => Promise<void>): WorkbookOpening {
  return {
    openAsNew: (bytes) =>
      // Inside a run, so that its errors become problems like all others.
      runExcel(async () => {
        await createWorkbook(asBase64(bytes));
        return null;
      }),
  };
}

function asBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += 8_192)
    binary += String.fromCharCode(...bytes.subarray(start, start + 8_192));
  return btoa(binary);
}
