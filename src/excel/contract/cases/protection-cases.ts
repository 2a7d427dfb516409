/** Contract: protection. */
import type { ContractCase } from '../case';

export const PROTECTION_CASES: readonly ContractCase[] = [
  {
    id: 'protection/locked',
    title: 'locked cells of a protected sheet refuse, unlocked ones take values',
    run: async ({ run, sheet, same, fails }) => {
      const seen = await run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.getRange('B2:B5').format.protection.locked = false;
        own.protection.protect({ allowFormatColumns: true, selectionMode: 'Normal' });
        own.getRange('B3').values = [[9]];
        own.protection.load('protected,options');
        const cell = own.getRange('B3');
        cell.load('values');
        await context.sync();
        return [
          own.protection.protected,
          own.protection.options.allowFormatColumns,
          own.protection.options.allowSort,
          cell.values,
        ];
      });
      same(seen, [true, true, false, [[9]]]);
      const write = (address: string) => () =>
        run(async (context) => {
          context.workbook.worksheets.getItem(sheet).getRange(address).values = [[1]];
          await context.sync();
        });
      await fails(write('A1'), 'AccessDenied');
      await fails(
        () =>
          run(async (context) => {
            context.workbook.worksheets.getItem(sheet).getRange('A1').format.fill.color = '#FF0000';
            await context.sync();
          }),
        'AccessDenied',
      );
      await run(async (context) => {
        context.workbook.worksheets.getItem(sheet).protection.unprotect();
        await context.sync();
      });
      await write('A1')();
    },
  },
  {
    id: 'protection/rows',
    title: 'rows of a protected sheet are inserted only where that is allowed',
    run: async ({ run, sheet, fails }) => {
      const insert = () =>
        run(async (context) => {
          context.workbook.worksheets.getItem(sheet).getRange('2:2').insert('Down');
          await context.sync();
        });
      await run(async (context) => {
        context.workbook.worksheets.getItem(sheet).protection.protect();
        await context.sync();
      });
      await fails(insert, 'AccessDenied');
      await run(async (context) => {
        const { protection } = context.workbook.worksheets.getItem(sheet);
        protection.unprotect();
        protection.protect({ allowInsertRows: true });
        await context.sync();
      });
      await insert();
    },
  },
];
