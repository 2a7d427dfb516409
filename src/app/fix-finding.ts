/** Applying the fixes that findings offer, singly or all at once, and taking them back. */
import type { CellGrid } from '../core/cells/cell';
import type { Finding, Fix } from '../core/findings';
import { fail } from '../core/result';
import type { HostResult, Mending, UndoStep } from './host';

/**
 * Writes what the findings offer. Findings without a fix are passed over; without any, there is nothing to undo.
 * `seen`: the grid that was checked, so that nothing typed since is overwritten.
 */
export async function fixFindings(
  host: Mending,
  sheetId: string,
  findings: readonly Finding[],
  seen?: CellGrid,
): HostResult<UndoStep> {
  const fixes = findings.flatMap((one): Fix[] => (one.fix === undefined ? [] : [one.fix]));
  return host.applyFixes(sheetId, fixes, seen);
}

/** The steps taken in one sitting, to be taken back in turn. */
export class UndoStack {
  private readonly steps: UndoStep[] = [];

  get size(): number {
    return this.steps.length;
  }

  push(step: UndoStep): void {
    if (step.cells.length > 0) this.steps.push(step);
  }

  /** Takes the last step back. It stays on the stack where that fails for now; a step overtaken by typing is dropped. */
  async undoLast(host: Mending): HostResult<null> {
    const step = this.steps.at(-1);
    if (step === undefined) return fail({ code: 'changed-meanwhile', detail: null });
    const done = await host.undo(step);
    if (done.ok || done.error.code === 'changed-meanwhile' || done.error.code === 'sheet-missing') this.steps.pop();
    return done;
  }
}
