/**
 * The Excel side under test: our code over Microsoft's own library over the stand-in's host, with the library's gate for
 * members above the declared requirement set switched on.
 */
import '../../standin/support/univer-in-jest';
import type { Host } from '../../../src/app/host';
import { hostOver } from '../../../src/excel/excel-host';
import { runExcelWith, type RunBatch, type RunExcel } from '../../../src/excel/run-excel';
import type { Sheet } from '../../../src/standin/model/sheet';
import { saveWorkbook } from '../../../src/standin/xlsx/save';
import { openAddinPage, type AddinPage } from '../../standin/support/addin-page';

export interface ExcelPage {
  readonly page: AddinPage;
  readonly runExcel: RunExcel;
  /** All capabilities; a new one is a new session of the add-in. */
  readonly host: () => Host;
  /** Runs work straight over the library, for looking at what was made. */
  readonly look: AddinPage['run'];
  /** How many batches the work took. */
  batchesOf(work: () => Promise<unknown>): Promise<number>;
  sheet(name: string): Sheet;
  /** The workbook as an .xlsx file, calculated. */
  save(): Promise<Uint8Array>;
  close(): void;
}

let runs = 0;

export async function openExcel(): Promise<ExcelPage> {
  const page = await openAddinPage();
  const extension = page.window['OfficeExtension'] as { CommonUtility: { _doApiNotSupportedCheck: boolean } };
  extension.CommonUtility._doApiNotSupportedCheck = true;
  const run: RunBatch = (options, work) => page.excel.run(options, work);
  return {
    page,
    runExcel: runExcelWith(run),
    host: () =>
      hostOver({
        run,
        createWorkbook: (base64) => page.excel.createWorkbook(base64),
        newRun: () => `${String((runs += 1)).padStart(8, '0')}-run`,
      }),
    look: page.run,
    batchesOf: async (work) => {
      const before = page.host.counters.total.batches;
      await work();
      // The library gives back what it kept only after its own promise is settled.
      await new Promise((resolve) => setTimeout(resolve, 50));
      return page.host.counters.total.batches - before;
    },
    sheet: (name) => {
      const found = page.host.workbook.sheets.find((one) => one.name === name);
      if (found === undefined) throw new Error(`no sheet ${name}`);
      return found;
    },
    save: async () => {
      await page.host.calculation.settle();
      return saveWorkbook(page.host.workbook);
    },
    close: () => page.close(),
  };
}

/** The value of a result that must have gone well. */
export function good<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T {
  if (!result.ok) throw new Error(`expected success, got ${JSON.stringify(result.error)}`);
  return result.value;
}
