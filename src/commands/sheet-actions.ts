/**
 * The ribbon's Chèn mẫu and Kiểm tra: they work on the open sheet without the pane. What they did is told to whoever
 * listens (the pane, when it is open); only a problem needs words, and then the pane is opened for them.
 */
import { checkSheet, type CheckedSheet, type CheckSettings } from '../app/check-sheet';
import { insertForm, type InsertSettings } from '../app/insert-form';
import type { HostProblem, Marking, SheetInserting, SheetReading } from '../app/host';
import type { Actions } from './associate-actions';

export interface SheetActionSettings {
  /** What the workbook's campaign says now; asked at every press. */
  readonly insert: () => InsertSettings;
  readonly check: () => CheckSettings;
}

export interface SheetActionNews {
  readonly onInserted: (sheet: string) => void;
  readonly onChecked: (checked: CheckedSheet) => void;
  /** Shows the problem, in the pane. */
  readonly onProblem: (problem: HostProblem) => Promise<void>;
}

export function sheetActions(
  host: SheetInserting & SheetReading & Marking,
  settings: SheetActionSettings,
  news: SheetActionNews,
): Pick<Actions, 'insertForm' | 'checkSheet'> {
  return {
    insertForm: async () => {
      const inserted = await insertForm(host, settings.insert());
      if (inserted.ok) news.onInserted(inserted.value.sheet);
      else await news.onProblem(inserted.error);
    },
    checkSheet: async () => {
      const checked = await checkSheet(host, settings.check());
      if (!checked.ok) await news.onProblem(checked.error);
      else {
        news.onChecked(checked.value);
        if (checked.value.notMarked !== null) await news.onProblem(checked.value.notMarked);
      }
    },
  };
}
