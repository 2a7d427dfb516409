/** From an error of Office.js to a problem that has a sentence. Codes are those of Microsoft's page on error handling. */
import type { HostProblem, HostProblemCode } from '../app/host';

const CODES: Readonly<Record<string, HostProblemCode>> = {
  InvalidOperationInCellEditMode: 'cell-edit',
  AccessDenied: 'not-permitted',
  ItemNotFound: 'sheet-missing',
  InvalidReference: 'sheet-missing',
  RequestPayloadSizeLimitExceeded: 'payload-too-large',
  ResponsePayloadSizeLimitExceeded: 'payload-too-large',
  RangeExceedsLimit: 'payload-too-large',
  OperationCellsExceedLimit: 'payload-too-large',
  ApiNotFound: 'not-supported',
  ApiNotAvailable: 'not-supported',
  NotImplemented: 'not-supported',
  UnsupportedOperation: 'not-supported',
  ItemAlreadyExists: 'name-taken',
  Conflict: 'busy',
  ServiceNotAvailable: 'busy',
  RequestAborted: 'busy',
  Timeout: 'busy',
  GeneralException: 'unexpected',
  InvalidArgument: 'unexpected',
  InvalidBinding: 'unexpected',
  InvalidOperation: 'unexpected',
  InvalidRequest: 'unexpected',
  // Another workbook's window is in front, or a chart is selected (office-js 5319, 6365).
  InvalidSelection: 'not-in-view',
  InsertDeleteConflict: 'unexpected',
  NonBlankCellOffSheet: 'unexpected',
  FormulaLengthExceedsLimit: 'unexpected',
  Unauthenticated: 'not-permitted',
  AccessDeniedByPolicy: 'not-permitted',
  // What Excel answers where the active sheet is a chart, or a dialog of its own is open.
  InvalidOperationForChartSheet: 'chart-sheet',
  HostIsBusy: 'busy',
};

/** The code of an error that came from Excel, or null for a bug of ours. Office.js marks its errors with `code`. */
export function codeOfError(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error) || typeof error.code !== 'string') return null;
  // Errors of the library itself about its own use (a property that was not loaded) are bugs of ours.
  if (error.code === 'PropertyNotLoaded' || error.code === 'ValueNotLoaded' || error.code === 'InvalidObjectPath') return null;
  return error.code;
}

export function problemOf(error: unknown): HostProblem | null {
  const code = codeOfError(error);
  if (code === null) return null;
  return { code: Object.hasOwn(CODES, code) ? (CODES[code] ?? 'unexpected') : 'unexpected', detail: null };
}
