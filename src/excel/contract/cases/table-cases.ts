/** Contract: tables. */
import type { ContractCase } from '../case';

const ROWS: (string | number)[][] = [
  ['Đơn vị', 'Số lớp', 'Số người'],
  ['Xã A', 2, 60],
  ['Xã B', 3, 90],
];

export const TABLE_CASES: readonly ContractCase[] = [
  {
    id: 'tables/structured-totals',
    title: 'structured references follow the rows of a table',
    run: async ({ run, sheet, same }) => {
      const seen = await run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.getRange('A1:C3').values = ROWS;
        const table = own.tables.add('A1:C3', true);
        table.name = 'Bang_hop_dong';
        const totals = own.getRange('E1:E3');
        totals.formulas = [
          ['=SUM(Bang_hop_dong[Số lớp])'],
          ['=COUNTA(Bang_hop_dong[Đơn vị])'],
          ['=SUM(Bang_hop_dong[[Số lớp]:[Số người]])'],
        ];
        totals.load('values');
        await context.sync();
        const before = totals.values;
        table.rows.add(undefined, [['Xã C', 5, 150]]);
        totals.load('values');
        const body = table.getDataBodyRange();
        body.load('address');
        table.rows.load('count');
        await context.sync();
        return [before, totals.values, body.address.split('!')[1], table.rows.count];
      });
      same(seen, [[[5], [2], [155]], [[10], [3], [310]], 'A2:C4', 3]);
    },
  },
  {
    id: 'tables/this-row',
    title: 'a formula in a row reads its own row',
    run: async ({ run, sheet, same }) => {
      const values = await run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.getRange('A1:D1').values = [['Đơn vị', 'Số lớp', 'Số người', 'Bình quân']];
        own.getRange('A2:C3').values = ROWS.slice(1);
        own.tables.add('A1:D3', true);
        const column = own.getRange('D2:D3');
        column.formulas = [['=[@[Số người]]/[@[Số lớp]]'], ['=[@[Số người]]/[@[Số lớp]]']];
        column.load('values');
        await context.sync();
        return column.values;
      });
      same(values, [[30], [30]]);
    },
  },
  {
    id: 'tables/parts',
    title: 'header, body, columns, style and filter button',
    run: async ({ run, sheet, same }) => {
      const seen = await run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.getRange('B2:D4').values = ROWS;
        const table = own.tables.add('B2:D4', true);
        table.style = 'TableStyleLight9';
        table.showFilterButton = false;
        table.load('name,style,showFilterButton,showHeaders,showTotals,id');
        const header = table.getHeaderRowRange();
        header.load('values');
        const column = table.columns.getItem('Số người');
        column.load('index,values');
        const missing = own.tables.getItemOrNullObject('Bảng không có');
        table.columns.load('items/name');
        await context.sync();
        const names = table.columns.items.map((item) => item.name);
        return [header.values[0], column.index, column.values, table.style, table.showFilterButton, missing.isNullObject, names];
      });
      same(seen, [ROWS[0], 2, [['Số người'], [60], [90]], 'TableStyleLight9', false, true, ROWS[0]]);
    },
  },
  {
    id: 'tables/resize-and-convert',
    title: 'a table can be resized, and turned back into cells',
    run: async ({ run, sheet, same }) => {
      const seen = await run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.getRange('A1:C3').values = ROWS;
        own.getRange('A4:C4').values = [['Xã C', 4, 1]];
        const table = own.tables.add('A1:C3', true);
        table.resize('A1:C4');
        const range = table.getRange();
        range.load('address');
        await context.sync();
        const address = range.address.split('!')[1];
        const plain = table.convertToRange();
        plain.load('values');
        const count = own.tables.getCount();
        await context.sync();
        return [address, plain.values.length, count.value];
      });
      same(seen, ['A1:C4', 4, 0]);
    },
  },
  {
    id: 'tables/overlap',
    title: 'tables cannot overlap',
    run: async ({ run, sheet, fails }) => {
      await fails(
        () =>
          run(async (context) => {
            const own = context.workbook.worksheets.getItem(sheet);
            own.tables.add('A1:C3', true);
            own.tables.add('B2:D5', true);
            await context.sync();
          }),
        ['InvalidArgument', 'GeneralException'],
      );
    },
  },
  {
    id: 'tables/headings',
    title: 'equal and empty headings are made different',
    run: async ({ run, sheet, same }) => {
      const names = await run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.getRange('A1:C1').values = [['Tên', 'Tên', '']];
        const table = own.tables.add('A1:C3', true);
        const header = table.getHeaderRowRange();
        header.load('values');
        await context.sync();
        return header.values[0];
      });
      same(names, ['Tên', 'Tên2', 'Column3']);
    },
  },
];
