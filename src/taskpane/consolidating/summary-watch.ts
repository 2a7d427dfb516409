/** Which cell of the sheet of totals the clerk selects in Excel. Other sheets are read once, to know that they are others. */
import type { Host } from '../../app/host';
import type { CellGrid } from '../../core/cells/cell';

export interface SummaryWatchPorts {
  readonly host: () => Host | null;
  /** The name of the sheet of totals while its cells are of interest; else null. */
  readonly summarySheet: () => string | null;
  /** A cell of it was selected; `isNewest` says whether it still is the last one. */
  readonly onCell: (sheet: CellGrid, cell: string, isNewest: () => boolean) => Promise<void>;
}

export interface SummaryWatch {
  readonly start: () => Promise<void>;
  /** The sheets were exchanged: what was known of them is past. */
  readonly forget: () => void;
  readonly stop: () => void;
}

export function watchSummary({ host, summarySheet, onCell }: SummaryWatchPorts): SummaryWatch {
  /** Sheets that were looked at: whether they show the totals. */
  const sheets = new Map<string, boolean>();
  let last = 0;
  let stopWatching: (() => Promise<void>) | null = null;
  let isStopped = false;

  async function lookAt(sheetId: string, cell: string): Promise<void> {
    const wanted = summarySheet();
    const open = host();
    if (wanted === null || open === null || sheets.get(sheetId) === false) return;
    last += 1;
    const mine = last;
    // Read each time: rows may have been inserted since.
    const sheet = await open.readSheet(sheetId);
    if (!sheet.ok) return;
    const isSummary = sheet.value.grid.sheet === wanted;
    sheets.set(sheetId, isSummary);
    if (isSummary && mine === last) await onCell(sheet.value.grid, cell, () => mine === last);
  }

  return {
    start: async () => {
      const watched = await host()?.watchSelection(({ sheetId, cell }) => {
        void lookAt(sheetId, cell);
      });
      if (watched?.ok !== true) return;
      if (isStopped) await watched.value();
      else stopWatching = watched.value;
    },
    forget: () => {
      sheets.clear();
    },
    stop: () => {
      isStopped = true;
      void stopWatching?.();
    },
  };
}
