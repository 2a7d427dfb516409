/** Contract: formulas are calculated, and stay true when cells move. */
import type { ContractCase } from '../case';

export const FORMULA_CASES: readonly ContractCase[] = [
  {
    id: 'formulas/calculate',
    title: 'a formula gives its result and can be read back',
    run: async ({ run, sheet, same }) => {
      const read = await run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.getRange('A1:A3').values = [[1], [2], [3]];
        const cell = own.getRange('A4:B4');
        cell.formulas = [['=SUM(A1:A3)', '=IF(A4>5,"đủ","thiếu")']];
        cell.load('values,formulas,valueTypes');
        await context.sync();
        return cell.toJSON();
      });
      same(read.values, [[6, 'đủ']]);
      same(read.formulas, [['=SUM(A1:A3)', '=IF(A4>5,"đủ","thiếu")']]);
      same(read.valueTypes, [['Double', 'String']]);
    },
  },
  {
    id: 'formulas/recalculate',
    title: 'a changed cell changes what depends on it, across sheets',
    run: async ({ run, sheet, same }) => {
      const other = `${sheet} b`;
      const values = await run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        const second = context.workbook.worksheets.add(other);
        own.getRange('A1').values = [[10]];
        const total = second.getRange('B2');
        total.formulas = [[`='${sheet}'!A1*2`]];
        total.load('values');
        await context.sync();
        const before = total.values;
        own.getRange('A1').values = [[11]];
        total.load('values');
        await context.sync();
        const after = total.values;
        second.delete();
        await context.sync();
        return [before, after];
      });
      same(values, [[[20]], [[22]]]);
    },
  },
  {
    id: 'formulas/errors',
    title: 'error values are texts of the type Error',
    run: async ({ run, sheet, same }) => {
      const read = await run(async (context) => {
        const range = context.workbook.worksheets.getItem(sheet).getRange('A1:B1');
        range.formulas = [['=1/0', '=KHONGCO(1)']];
        range.load('values,valueTypes');
        await context.sync();
        return [range.values, range.valueTypes];
      });
      same(read, [[['#DIV/0!', '#NAME?']], [['Error', 'Error']]]);
    },
  },
  {
    id: 'formulas/refused',
    title: 'a broken formula is refused',
    run: async ({ run, sheet, fails }) => {
      await fails(
        () =>
          run(async (context) => {
            context.workbook.worksheets.getItem(sheet).getRange('A1').formulas = [['=SUM(1,']];
            await context.sync();
          }),
        'InvalidArgument',
      );
    },
  },
  {
    id: 'formulas/rows-inserted',
    title: 'references grow with rows inserted inside them',
    run: async ({ run, sheet, same }) => {
      const read = await run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.getRange('A1:A3').values = [[1], [2], [3]];
        own.getRange('B1').formulas = [['=SUM(A1:A3)']];
        own.getRange('2:2').insert('Down');
        own.getRange('A2').values = [[10]];
        const cell = own.getRange('B1');
        cell.load('formulas,values');
        await context.sync();
        return [cell.formulas, cell.values];
      });
      same(read, [[['=SUM(A1:A4)']], [[16]]]);
    },
  },
  {
    id: 'formulas/rows-deleted',
    title: 'a reference to deleted cells becomes #REF!',
    run: async ({ run, sheet, same }) => {
      const read = await run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.getRange('A1:A3').values = [[1], [2], [3]];
        own.getRange('C5:C6').formulas = [['=A2'], ['=SUM(A1:A3)']];
        own.getRange('2:2').delete('Up');
        const cells = own.getRange('C4:C5');
        cells.load('formulas,values');
        await context.sync();
        return [cells.formulas, cells.values];
      });
      same(read, [
        [['=#REF!'], ['=SUM(A1:A2)']],
        [['#REF!'], [4]],
      ]);
    },
  },
  {
    id: 'formulas/functions',
    title: 'the functions the add-in writes are there',
    run: async ({ run, sheet, same }) => {
      const values = await run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.getRange('A1:B4').values = [
          ['a', 1],
          ['b', 2],
          ['a', 3],
          ['c', ''],
        ];
        const range = own.getRange('D1:D8');
        range.formulas = [
          ['=SUMIFS(B1:B4,A1:A4,"a")'],
          ['=COUNTIF(A1:A4,"a")'],
          ['=IFERROR(VLOOKUP("z",A1:B4,2,FALSE),"không có")'],
          ['=INDEX(B1:B4,MATCH("b",A1:A4,0))'],
          ['=COUNTBLANK(B1:B4)'],
          ['=SUBTOTAL(109,B1:B4)'],
          ['=TEXT(45567,"dd/mm/yyyy")'],
          ['=AND(ISNUMBER(B1),B1<5)'],
        ];
        range.load('values');
        await context.sync();
        return range.values;
      });
      same(values, [[4], [2], ['không có'], [2], [1], [6], ['02/10/2024'], [true]]);
    },
  },
  {
    id: 'formulas/manual-mode',
    title: 'in manual mode results wait for calculate()',
    run: async ({ run, sheet, same }) => {
      const values = await run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.getRange('A1').values = [[1]];
        const cell = own.getRange('B1');
        cell.formulas = [['=A1+1']];
        await context.sync();
        context.application.calculationMode = 'Manual';
        own.getRange('A1').values = [[5]];
        cell.load('values');
        await context.sync();
        const before = cell.values;
        context.application.calculate('Full');
        cell.load('values');
        await context.sync();
        const after = cell.values;
        context.application.calculationMode = 'Automatic';
        await context.sync();
        return [before, after];
      });
      same(values, [[[2]], [[6]]]);
    },
  },
];
