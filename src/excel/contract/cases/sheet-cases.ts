/** Contract: sheets. */
import type { ContractCase } from '../case';

export const SHEET_CASES: readonly ContractCase[] = [
  {
    id: 'sheets/add-list-delete',
    title: 'sheets are added, listed in order and deleted',
    run: async ({ run, sheet, same }) => {
      const seen = await run(async (context) => {
        const { worksheets } = context.workbook;
        const count = worksheets.getCount();
        const added = worksheets.add(`${sheet} thêm`);
        added.load('name,position,visibility,id');
        worksheets.load('items/name');
        await context.sync();
        const listed = worksheets.items.map((item) => item.name);
        const byId = worksheets.getItem(added.id);
        byId.load('name');
        await context.sync();
        added.delete();
        const gone = worksheets.getItemOrNullObject(`${sheet} thêm`);
        await context.sync();
        const isLast = listed.at(-1) === `${sheet} thêm`;
        return [added.position === count.value, isLast, byId.name, added.visibility, gone.isNullObject];
      });
      same(seen, [true, true, `${sheet} thêm`, 'Visible', true]);
    },
  },
  {
    id: 'sheets/rename',
    title: 'a renamed sheet is found by its new name and formulas follow',
    run: async ({ run, sheet, same }) => {
      const seen = await run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        const other = context.workbook.worksheets.add(`${sheet} cũ`);
        other.getRange('A1').values = [[4]];
        const cell = own.getRange('A1');
        cell.formulas = [[`='${sheet} cũ'!A1+1`]];
        other.name = `${sheet} mới`;
        cell.load('formulas,values');
        await context.sync();
        const result = [cell.formulas, cell.values];
        other.delete();
        cell.load('values');
        await context.sync();
        return [...result, cell.values];
      });
      same(seen, [[[`='${sheet} mới'!A1+1`]], [[5]], [['#REF!']]]);
    },
  },
  {
    id: 'sheets/bad-names',
    title: 'names that Excel does not allow are refused',
    run: async ({ run, fails, sheet }) => {
      for (const name of ['', 'a/b', 'a'.repeat(32), "'x"]) {
        await fails(
          () =>
            run(async (context) => {
              context.workbook.worksheets.getItem(sheet).name = name;
              await context.sync();
            }),
          'InvalidArgument',
        );
      }
      await fails(
        () =>
          run(async (context) => {
            context.workbook.worksheets.add(sheet);
            await context.sync();
          }),
        'ItemAlreadyExists',
      );
    },
  },
  {
    id: 'sheets/visibility',
    title: 'a hidden sheet is there and not visible; tab colours are kept',
    run: async ({ run, sheet, same }) => {
      const seen = await run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.tabColor = '#FF9900';
        own.visibility = 'VeryHidden';
        own.load('visibility,tabColor');
        await context.sync();
        const result = [own.visibility, own.tabColor];
        own.visibility = 'Visible';
        await context.sync();
        return result;
      });
      same(seen, ['VeryHidden', '#FF9900']);
    },
  },
  {
    id: 'sheets/position-and-active',
    title: 'sheets move and can be made active',
    run: async ({ run, sheet, same }) => {
      const seen = await run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.position = 0;
        own.activate();
        const first = context.workbook.worksheets.getFirst();
        const active = context.workbook.worksheets.getActiveWorksheet();
        first.load('name');
        active.load('name');
        await context.sync();
        // Whether it is ours, not what it is called: another sheet's name is nobody's business here.
        return [first.name === sheet, active.name === sheet];
      });
      same(seen, [true, true]);
    },
  },
];
