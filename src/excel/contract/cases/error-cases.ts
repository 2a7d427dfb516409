/** Contract: what goes wrong says so, with the code that the documentation names. */
import type { ContractCase } from '../case';

export const ERROR_CASES: readonly ContractCase[] = [
  {
    id: 'errors/missing-sheet',
    title: 'a sheet that is not there: ItemNotFound, or a null object',
    run: async ({ run, same, fails }) => {
      await fails(
        () =>
          run(async (context) => {
            context.workbook.worksheets.getItem('Không có trang này').load('name');
            await context.sync();
          }),
        'ItemNotFound',
      );
      const isNull = await run(async (context) => {
        const none = context.workbook.worksheets.getItemOrNullObject('Không có trang này');
        const below = none.getRange('A1');
        below.load('values');
        await context.sync();
        return [none.isNullObject, below.isNullObject];
      });
      same(isNull, [true, true]);
    },
  },
  {
    id: 'errors/removed-sheet',
    title: 'a sheet removed meanwhile: ItemNotFound',
    run: async ({ run, sheet, fails }) => {
      await fails(
        () =>
          run(async (context) => {
            const other = context.workbook.worksheets.add(`${sheet} xóa`);
            other.load('name');
            await context.sync();
            other.delete();
            await context.sync();
            other.getRange('A1').values = [[1]];
            await context.sync();
          }),
        ['ItemNotFound', 'InvalidReference'],
      );
    },
  },
  {
    id: 'errors/wrong-shape',
    title: 'values of the wrong shape: InvalidArgument',
    run: async ({ run, sheet, fails }) => {
      const write = (values: (string | number)[][]) => () =>
        run(async (context) => {
          context.workbook.worksheets.getItem(sheet).getRange('A1:B2').values = values;
          await context.sync();
        });
      await fails(write([[1]]), 'InvalidArgument');
      await fails(write([[1, 2]]), 'InvalidArgument');
      await fails(write([[1, 2], [3]]), 'InvalidArgument');
    },
  },
  {
    id: 'errors/unloaded-property',
    title: 'a property that was not loaded: PropertyNotLoaded',
    run: async ({ run, sheet, fails }) => {
      await fails(
        () =>
          run(async (context) => {
            const range = context.workbook.worksheets.getItem(sheet).getRange('A1');
            range.load('address');
            await context.sync();
            return range.values;
          }),
        'PropertyNotLoaded',
      );
    },
  },
  {
    id: 'errors/misspelt-load',
    title: 'a misspelt name in load: InvalidArgument',
    run: async ({ run, sheet, fails }) => {
      for (const name of ['vals', 'format/fil/color']) {
        await fails(
          () =>
            run(async (context) => {
              context.workbook.worksheets.getItem(sheet).getRange('A1').load(name);
              await context.sync();
            }),
          'InvalidArgument',
        );
      }
    },
  },
  {
    id: 'errors/bad-address',
    title: 'an address that is none: InvalidArgument',
    run: async ({ run, sheet, fails }) => {
      for (const address of ['A0', 'khong_co_ten', 'A1:B2:C3', 'ZZZZ1']) {
        await fails(
          () =>
            run(async (context) => {
              context.workbook.worksheets.getItem(sheet).getRange(address).load('address');
              await context.sync();
            }),
          ['InvalidArgument', 'ItemNotFound'],
        );
      }
    },
  },
  {
    id: 'errors/effects-before',
    title: 'what came before the error in the same batch is done',
    run: async ({ run, sheet, same }) => {
      try {
        await run(async (context) => {
          const own = context.workbook.worksheets.getItem(sheet);
          own.getRange('A1').values = [['trước']];
          context.workbook.worksheets.getItem('Không có trang này').activate();
          own.getRange('A2').values = [['sau']];
          await context.sync();
        });
      } catch {
        // The error itself is another case's business.
      }
      const values = await run(async (context) => {
        const range = context.workbook.worksheets.getItem(sheet).getRange('A1:A2');
        range.load('values');
        await context.sync();
        return range.values;
      });
      same(values, [['trước'], ['']]);
    },
  },
  {
    id: 'errors/outside-the-sheet',
    title: 'a range that would leave the sheet: InvalidArgument',
    run: async ({ run, sheet, fails }) => {
      await fails(
        () =>
          run(async (context) => {
            context.workbook.worksheets.getItem(sheet).getRange('A1').getOffsetRange(-1, 0).load('address');
            await context.sync();
          }),
        'InvalidArgument',
      );
    },
  },
];
