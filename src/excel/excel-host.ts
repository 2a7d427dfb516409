/** Excel as the user actions know it: every capability over one way of talking to the program. */
import type { Host } from '../app/host';
import { sheetInserting } from './insert-sheet';
import { marking } from './marking';
import { mending } from './mending';
import { opening } from './opening';
import { placeWatching } from './place-watching';
import { selectionReading } from './read-selection';
import { sheetReading } from './read-sheet';
import { runExcelWith, type RunBatch, type RunHooks } from './run-excel';
import { stateKeeping } from './state-keeping';
import { summaryKeeping } from './summary-keeping';
import { watching } from './watching';

/** What of the library is used besides a request's own objects, and the names of runs (never twice the same). */
export interface ExcelPorts {
  readonly run: RunBatch;
  readonly createWorkbook: (base64: string) => Promise<void>;
  readonly newRun: () => string;
}

export function hostOver({ run, createWorkbook, newRun }: ExcelPorts, hooks: RunHooks = {}): Host {
  const runExcel = runExcelWith(run, hooks);
  return {
    ...sheetInserting(runExcel),
    ...sheetReading(runExcel),
    ...marking(runExcel),
    ...mending(runExcel),
    ...watching(runExcel),
    ...selectionReading(runExcel),
    ...placeWatching(runExcel),
    ...stateKeeping(runExcel, newRun),
    ...summaryKeeping(runExcel, newRun),
    ...opening(runExcel, createWorkbook),
  };
}

/** The Excel this page lives in. Call once, after `Office.onReady`. */
export function excelHost(hooks: RunHooks = {}): Host {
  const ports: ExcelPorts = {
    run: (options, work) => Excel.run(options, work),
    createWorkbook: (base64) => Excel.createWorkbook(base64),
    newRun: () => crypto.randomUUID(),
  };
  return hostOver(ports, hooks);
}
