/** Runs contract cases one after the other, each on a sheet of its own, and says how they went. */
import { codeOf, type ContractCase, type ContractOutcome, type ContractTools, type RunBatch } from './case';
import { CONDITIONAL_CASES } from './cases/conditional-cases';
import { ERROR_CASES } from './cases/error-cases';
import { EVENT_CASES } from './cases/event-cases';
import { FORMAT_CASES } from './cases/format-cases';
import { FORMULA_CASES } from './cases/formula-cases';
import { NAME_CASES } from './cases/name-cases';
import { PAGE_CASES } from './cases/page-cases';
import { PROTECTION_CASES } from './cases/protection-cases';
import { SHEET_CASES } from './cases/sheet-cases';
import { STORED_CASES } from './cases/stored-cases';
import { TABLE_CASES } from './cases/table-cases';
import { VALIDATION_CASES } from './cases/validation-cases';
import { VALUE_CASES } from './cases/value-cases';
import { SHEET_PROPERTY } from '../sheet-marks';
import { CONTRACT_ROLE, CONTRACT_STEM } from './traces';

export const CONTRACT_CASES: readonly ContractCase[] = [
  ...VALUE_CASES,
  ...FORMULA_CASES,
  ...FORMAT_CASES,
  ...SHEET_CASES,
  ...VALIDATION_CASES,
  ...CONDITIONAL_CASES,
  ...TABLE_CASES,
  ...NAME_CASES,
  ...STORED_CASES,
  ...EVENT_CASES,
  ...PAGE_CASES,
  ...PROTECTION_CASES,
  ...ERROR_CASES,
];

class ContractFailure extends Error {
  override readonly name = 'ContractFailure';
}

function toolsFor(run: RunBatch, sheet: string): ContractTools {
  return {
    run,
    sheet,
    same: (actual, expected, what = 'value') => {
      const [a, e] = [JSON.stringify(actual), JSON.stringify(expected)];
      if (a !== e) throw new ContractFailure(`${what}: expected ${e}, got ${a}`);
    },
    fails: async (work, codes) => {
      const allowed = typeof codes === 'string' ? [codes] : codes;
      try {
        await work();
      } catch (error) {
        const code = codeOf(error);
        if (allowed.includes(code)) return;
        throw new ContractFailure(`expected the error ${allowed.join(' or ')}, got ${code}: ${String(error)}`);
      }
      throw new ContractFailure(`expected the error ${allowed.join(' or ')}, but nothing failed`);
    },
    until: async (condition, what, limit = 3000) => {
      for (let waited = 0; !(await condition()); waited += 20) {
        if (waited > limit) throw new ContractFailure(`this never came true: ${what}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
  };
}

/** Runs one case on a fresh sheet of this name, which is removed again whatever happens. */
export async function runCase(contractCase: ContractCase, run: RunBatch, sheet: string): Promise<ContractOutcome> {
  const { id, title } = contractCase;
  // A sheet that was there before is somebody's: it is neither used nor removed.
  const made = { isOurs: false };
  try {
    await run(async (context) => {
      const { worksheets } = context.workbook;
      const taken = worksheets.getItemOrNullObject(sheet);
      await context.sync();
      if (!taken.isNullObject) throw new ContractFailure('a sheet of this name is there already');
      made.isOurs = true;
      worksheets.add(sheet).customProperties.add(SHEET_PROPERTY.role, CONTRACT_ROLE);
      await context.sync();
    });
    await contractCase.run(toolsFor(run, sheet));
    return { id, title, passed: true };
  } catch (error) {
    const reason = error instanceof ContractFailure ? error.message : `${codeOf(error)}: ${String(error)}`;
    return { id, title, passed: false, reason };
  } finally {
    if (made.isOurs) await removeQuietly(run, sheet);
  }
}

/** Takes away a case's sheet and those it made beside it. */
async function removeQuietly(run: RunBatch, sheet: string): Promise<void> {
  try {
    await run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load('items/name');
      await context.sync();
      for (const one of worksheets.items) {
        if (one.name !== sheet && !one.name.startsWith(`${sheet} `)) continue;
        // A very hidden sheet cannot be deleted; a protected one can.
        one.visibility = 'Visible';
        one.delete();
      }
      await context.sync();
    });
  } catch {
    // The next case has its own sheet: one that will not go does not spoil it.
  }
}

export interface ContractRun {
  readonly cases?: readonly ContractCase[];
  /** What the sheets of the cases are called, before their number. No other sheet's name may begin so. */
  readonly stem?: string;
  /** Told before each case how many are done, and once more at the end. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Ends the run after the case that is under way. */
  readonly signal?: AbortSignal;
}

/** Runs the cases in order; after a stop only those that were run are in the answer. */
export async function runContract(run: RunBatch, options: ContractRun = {}): Promise<ContractOutcome[]> {
  const { cases = CONTRACT_CASES, stem = CONTRACT_STEM, onProgress, signal } = options;
  const outcomes: ContractOutcome[] = [];
  for (const [index, contractCase] of cases.entries()) {
    onProgress?.(index, cases.length);
    if (signal?.aborted === true) return outcomes;
    outcomes.push(await runCase(contractCase, run, `${stem} ${String(index + 1)}`));
  }
  onProgress?.(cases.length, cases.length);
  return outcomes;
}
