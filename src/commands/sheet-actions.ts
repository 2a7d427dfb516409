/**
 * The ribbon's Chèn mẫu and Kiểm tra: they work on the open sheet without the pane. What they did is told to whoever
 * listens (the pane, when it is open); only a problem needs words, and then the pane is opened for them.
 */
import type { CheckedSheet } from '../app/check-sheet';
import type { HostProblem, HostResult } from '../app/host';
import type { Actions } from './associate-actions';

/** What the buttons do, with whatever the workbook's campaign says at that moment. */
export interface SheetWork {
  readonly insert: () => HostResult<{ readonly sheet: string }>;
  readonly check: () => HostResult<CheckedSheet>;
}

export interface SheetActionNews {
  readonly onInserted: (inserted: { readonly sheet: string }) => void;
  readonly onChecked: (checked: CheckedSheet) => void;
  /** Shows the problem, in the pane. */
  readonly onProblem: (problem: HostProblem) => Promise<void>;
}

export function sheetActions(work: SheetWork, news: SheetActionNews): Pick<Actions, 'insertForm' | 'checkSheet'> {
  return {
    insertForm: async () => {
      const inserted = await work.insert();
      if (inserted.ok) news.onInserted(inserted.value);
      else await news.onProblem(inserted.error);
    },
    checkSheet: async () => {
      const checked = await work.check();
      if (!checked.ok) await news.onProblem(checked.error);
      else {
        news.onChecked(checked.value);
        if (checked.value.notMarked !== null) await news.onProblem(checked.value.notMarked);
      }
    },
  };
}
