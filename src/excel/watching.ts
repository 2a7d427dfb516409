/**
 * Told by Excel when a sheet changes. Several kinds of edits raise no event or one without place (lists chosen with the
 * mouse, changes of other programs), so a full check stays needed; whatever is unclear here counts as "everything".
 */
import type { RowSpan, SheetChange, Watching } from '../app/host';
import type { RunExcel } from './run-excel';

export function watching(runExcel: RunExcel): Watching {
  return {
    watchSheet: (id, onChange) =>
      runExcel(async (context) => {
        const handler = context.workbook.worksheets.getItem(id).onChanged.add((event) => {
          onChange(changeOf(event.changeType, event.address));
          return Promise.resolve();
        });
        await context.sync();
        return stopping(handler);
      }),
  };
}

/** How a handler is taken away again, from a request of its own. */
export function stopping(handler: { remove(): void; readonly context: { sync(): Promise<unknown> } }): () => Promise<void> {
  return async () => {
    try {
      handler.remove();
      await handler.context.sync();
    } catch {
      // The sheet is gone, and its events with it.
    }
  };
}

/** Rows beyond this many at once are read with everything else. */
const MOST_ROWS = 500;

/** What an event says in rows: "D12", "A1:B2", "3:5", "A1,C3". Exported for tests. */
export function changeOf(type: string, address: string): SheetChange {
  if (type !== 'RangeEdited') return { kind: 'all' };
  const rows: RowSpan[] = [];
  let count = 0;
  for (const area of address.replace(/^.*!/, '').split(',')) {
    const match = /^\$?[A-Z]{0,3}\$?(\d+)(?::\$?[A-Z]{0,3}\$?(\d+))?$/.exec(area.trim());
    if (match?.[1] === undefined) return { kind: 'all' };
    const first = Number(match[1]) - 1;
    const last = match[2] === undefined ? first : Number(match[2]) - 1;
    count += last - first + 1;
    rows.push({ first, last });
  }
  return count > MOST_ROWS ? { kind: 'all' } : { kind: 'rows', rows };
}
