/** The check of the add-in for the screen that offers it: the one of the Excel this page lives in, or none. */
import type { ExcelChecking } from '../../app/excel-check';
import { realExcelCheck } from '../../excel/excel-check';

/** Null in a plain browser. */
export function openExcelCheck(): ExcelChecking | null {
  return realExcelCheck();
}
