/** Contract: events. */
import type { ContractCase } from '../case';

export const EVENT_CASES: readonly ContractCase[] = [
  {
    id: 'events/changed',
    title: 'a changed cell is told with place and values, a changed block without values',
    run: async ({ run, sheet, same, until }) => {
      const seen: { address: string; type: string; details: boolean; after: unknown }[] = [];
      const handler = await run(async (context) => {
        const added = context.workbook.worksheets.getItem(sheet).onChanged.add((event) => {
          const details = event.details as Excel.ChangedEventDetail | undefined;
          seen.push({
            address: event.address,
            type: event.changeType,
            details: details !== undefined,
            after: details?.valueAfter,
          });
          return Promise.resolve();
        });
        await context.sync();
        return added;
      });
      await run(async (context) => {
        context.workbook.worksheets.getItem(sheet).getRange('B2').values = [[5]];
        await context.sync();
      });
      await until(() => seen.length === 1, 'one event for one cell');
      same(seen[0], { address: 'B2', type: 'RangeEdited', details: true, after: 5 });
      await run(async (context) => {
        context.workbook.worksheets.getItem(sheet).getRange('A1:B2').values = [
          [1, 2],
          [3, 4],
        ];
        await context.sync();
      });
      await until(() => seen.length === 2, 'one event for one block');
      same([seen[1]?.address, seen[1]?.details], ['A1:B2', false]);
      handler.remove();
      await handler.context.sync();
      await run(async (context) => {
        context.workbook.worksheets.getItem(sheet).getRange('B2').values = [[6]];
        await context.sync();
      });
      await new Promise((resolve) => setTimeout(resolve, 120));
      same(seen.length, 2, 'no events after the handler was removed');
    },
  },
  {
    id: 'events/range-of-event',
    title: 'the handler can read the changed range',
    run: async ({ run, sheet, same, until }) => {
      const values: unknown[] = [];
      const handler = await run(async (context) => {
        const added = context.workbook.worksheets.getItem(sheet).onChanged.add(async (event) => {
          await run(async (inner) => {
            const range = event.getRange(inner);
            range.load('values');
            await inner.sync();
            values.push(range.values);
          });
        });
        await context.sync();
        return added;
      });
      await run(async (context) => {
        context.workbook.worksheets.getItem(sheet).getRange('C3').values = [['gõ']];
        await context.sync();
      });
      await until(() => values.length > 0, 'the handler read the range');
      same(values[0], [['gõ']]);
      handler.remove();
      await handler.context.sync();
    },
  },
  {
    id: 'events/sheets',
    title: 'added, activated and deleted sheets are told',
    run: async ({ run, sheet, same, until }) => {
      const seen: string[] = [];
      const note = (event: { readonly type: string }): Promise<void> => {
        seen.push(event.type);
        return Promise.resolve();
      };
      const handlers = await run(async (context) => {
        const { worksheets } = context.workbook;
        const added = [worksheets.onAdded.add(note), worksheets.onActivated.add(note), worksheets.onDeleted.add(note)];
        await context.sync();
        return added;
      });
      await run(async (context) => {
        const other = context.workbook.worksheets.add(`${sheet} sự kiện`);
        other.activate();
        await context.sync();
        context.workbook.worksheets.getItem(sheet).activate();
        other.delete();
        await context.sync();
      });
      await until(() => seen.includes('WorksheetDeleted'), 'the deletion is told');
      same(
        ['WorksheetAdded', 'WorksheetActivated', 'WorksheetDeleted'].every((type) => seen.includes(type)),
        true,
        seen.join(' '),
      );
      for (const handler of handlers) {
        handler.remove();
        await handler.context.sync();
      }
    },
  },
  {
    id: 'events/selection',
    title: 'a new selection is told with its place',
    run: async ({ run, sheet, until }) => {
      const seen: string[] = [];
      const handler = await run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.activate();
        const added = own.onSelectionChanged.add((event) => {
          seen.push(event.address);
          return Promise.resolve();
        });
        await context.sync();
        return added;
      });
      await run(async (context) => {
        context.workbook.worksheets.getItem(sheet).getRange('D4:E5').select();
        await context.sync();
      });
      await until(() => seen.includes('D4:E5'), 'the selection is told');
      handler.remove();
      await handler.context.sync();
    },
  },
  {
    id: 'events/rows-inserted',
    title: 'inserted rows are told as such',
    run: async ({ run, sheet, until }) => {
      const seen: string[] = [];
      const handler = await run(async (context) => {
        const added = context.workbook.worksheets.getItem(sheet).onChanged.add((event) => {
          seen.push(`${event.changeType} ${event.address}`);
          return Promise.resolve();
        });
        await context.sync();
        return added;
      });
      await run(async (context) => {
        context.workbook.worksheets.getItem(sheet).getRange('2:3').insert('Down');
        await context.sync();
      });
      await until(() => seen.includes('RowInserted 2:3'), 'the insertion is told');
      handler.remove();
      await handler.context.sync();
    },
  },
];
