/**
 * What a contract case is. The cases say what an Excel host must do for the add-in; the same list runs in the
 * stand-in under test and in a real Excel from inside the add-in. Only members of ExcelApi 1.14 and below.
 */

export type RunBatch = <T>(work: (context: Excel.RequestContext) => Promise<T>) => Promise<T>;

export interface ContractTools {
  readonly run: RunBatch;
  /** The name of a fresh, empty sheet of this case; it is removed afterwards. */
  readonly sheet: string;
  /** Fails the case unless both are equal, compared as JSON. */
  readonly same: (actual: unknown, expected: unknown, what?: string) => void;
  /** Fails the case unless the work fails with one of these codes. */
  readonly fails: (work: () => Promise<unknown>, codes: string | readonly string[]) => Promise<void>;
  /** Waits until the condition holds; fails the case after the given time (milliseconds, 3000 by default). */
  readonly until: (condition: () => boolean | Promise<boolean>, what: string, limit?: number) => Promise<void>;
}

export interface ContractCase {
  /** Stable name, "area/what". */
  readonly id: string;
  readonly title: string;
  readonly run: (tools: ContractTools) => Promise<void>;
}

export type ContractOutcome =
  | { readonly id: string; readonly title: string; readonly passed: true }
  | { readonly id: string; readonly title: string; readonly passed: false; readonly reason: string };

/** The error code of whatever was thrown; Office.js puts it into `code`. */
export function codeOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.name : String(error);
}
