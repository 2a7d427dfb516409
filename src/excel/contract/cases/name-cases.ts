/** Contract: defined names. */
import type { ContractCase } from '../case';
import { TRACES } from '../traces';

export const NAME_CASES: readonly ContractCase[] = [
  {
    id: 'names/range',
    title: 'a name for a range can be used in formulas and found again',
    run: async ({ run, sheet, same }) => {
      const seen = await run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.getRange('A1:A2').values = [[3], [4]];
        const name = own.names.add('Tong_lop', own.getRange('A1:A2'), 'ghi chú');
        const cell = own.getRange('C1');
        cell.formulas = [['=SUM(Tong_lop)']];
        name.load('name,type,value,scope,comment,formula');
        cell.load('values');
        const range = name.getRange();
        range.load('address');
        const missing = own.names.getItemOrNullObject('Khong_co');
        await context.sync();
        const value: unknown = name.value;
        return [
          name.name,
          name.type,
          value,
          name.scope,
          name.comment,
          cell.values,
          range.address.split('!')[1],
          missing.isNullObject,
        ];
      });
      same(seen, ['Tong_lop', 'Range', `'${sheet}'!$A$1:$A$2`, 'Worksheet', 'ghi chú', [[7]], 'A1:A2', true]);
    },
  },
  {
    id: 'names/of-the-workbook',
    title: 'a name of the workbook is seen from every sheet and can be deleted',
    run: async ({ run, sheet, same }) => {
      const seen = await run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.getRange('A1').values = [[21]];
        const name = context.workbook.names.add(TRACES.workbookName, own.getRange('A1'));
        const cell = own.getRange('B1');
        cell.formulas = [[`=${TRACES.workbookName}*2`]];
        cell.load('values');
        name.load('scope');
        await context.sync();
        const before = [name.scope, cell.values];
        name.delete();
        cell.load('values');
        await context.sync();
        return [...before, cell.values];
      });
      same(seen, ['Workbook', [[42]], [['#NAME?']]]);
    },
  },
  {
    id: 'names/refused',
    title: 'names that look like cells, or are taken, are refused',
    run: async ({ run, sheet, fails }) => {
      const add = (name: string) => () =>
        run(async (context) => {
          const own = context.workbook.worksheets.getItem(sheet);
          own.names.add(name, own.getRange('A1'));
          await context.sync();
        });
      await fails(add('A1'), 'InvalidArgument');
      await fails(add('có dấu cách'), 'InvalidArgument');
      await add('Lan_dau')();
      await fails(add('Lan_dau'), ['ItemAlreadyExists', 'InvalidArgument']);
    },
  },
];
