/** Contract: values go in and come back. */
import type { ContractCase } from '../case';

export const VALUE_CASES: readonly ContractCase[] = [
  {
    id: 'values/round-trip',
    title: 'numbers, texts, booleans and empty cells come back as they were written',
    run: async ({ run, sheet, same }) => {
      const read = await run(async (context) => {
        const range = context.workbook.worksheets.getItem(sheet).getRange('B2:D3');
        range.values = [
          [1.5, 'Xóa mù chữ', true],
          ['', -7, 'x'],
        ];
        range.load('values,valueTypes,text,address,rowIndex,columnIndex,rowCount,columnCount,cellCount');
        await context.sync();
        return range.toJSON();
      });
      same(read.values, [
        [1.5, 'Xóa mù chữ', true],
        ['', -7, 'x'],
      ]);
      same(read.valueTypes, [
        ['Double', 'String', 'Boolean'],
        ['Empty', 'Double', 'String'],
      ]);
      same(read.text, [
        ['1.5', 'Xóa mù chữ', 'TRUE'],
        ['', '-7', 'x'],
      ]);
      same([read.rowIndex, read.columnIndex, read.rowCount, read.columnCount, read.cellCount], [1, 1, 2, 3, 6]);
      same(read.address, `'${sheet}'!B2:D3`);
    },
  },
  {
    id: 'values/null-and-empty',
    title: 'null leaves a cell alone, an empty text empties it',
    run: async ({ run, sheet, same }) => {
      const values = await run(async (context) => {
        const range = context.workbook.worksheets.getItem(sheet).getRange('A1:C1');
        range.values = [[1, 2, 3]];
        range.values = [[null, '', 4]];
        range.load('values');
        await context.sync();
        return range.values;
      });
      same(values, [[1, '', 4]]);
    },
  },
  {
    id: 'values/one-for-all',
    title: 'a single value fills the whole range',
    run: async ({ run, sheet, same }) => {
      const values = await run(async (context) => {
        const range = context.workbook.worksheets.getItem(sheet).getRange('A1:B2');
        range.values = 7 as unknown as number[][];
        range.load('values');
        await context.sync();
        return range.values;
      });
      same(values, [
        [7, 7],
        [7, 7],
      ]);
    },
  },
  {
    id: 'values/coercion',
    title: 'texts that look like numbers become numbers, as if they were typed',
    run: async ({ run, sheet, same }) => {
      const read = await run(async (context) => {
        const range = context.workbook.worksheets.getItem(sheet).getRange('A1:E1');
        range.values = [['12', '1.250', '1,250', '10%', 'TRUE']];
        range.load('values,numberFormat');
        await context.sync();
        return range.toJSON();
      });
      same(read.values, [[12, 1.25, 1250, 0.1, true]]);
      same(read.numberFormat?.[0]?.[2], '#,##0');
      same(read.numberFormat?.[0]?.[3], '0%');
    },
  },
  {
    id: 'values/text-format',
    title: 'in cells formatted as text everything stays text',
    run: async ({ run, sheet, same }) => {
      const read = await run(async (context) => {
        const range = context.workbook.worksheets.getItem(sheet).getRange('A1:D1');
        range.numberFormat = [['@', '@', '@', '@']];
        range.values = [['1.10', '=1+1', '-', '02']];
        range.load('values,valueTypes,formulas');
        await context.sync();
        return range.toJSON();
      });
      same(read.values, [['1.10', '=1+1', '-', '02']]);
      same(read.valueTypes, [['String', 'String', 'String', 'String']]);
    },
  },
  {
    id: 'values/apostrophe',
    title: 'a leading apostrophe keeps text and is not part of it',
    run: async ({ run, sheet, same }) => {
      const read = await run(async (context) => {
        const range = context.workbook.worksheets.getItem(sheet).getRange('A1:B1');
        range.values = [["'7.1", "'=1+1"]];
        range.load('values,valueTypes');
        await context.sync();
        return range.toJSON();
      });
      same(read.values, [['7.1', '=1+1']]);
      same(read.valueTypes, [['String', 'String']]);
    },
  },
  {
    id: 'values/dates',
    title: 'a typed date is a serial number with a date format',
    run: async ({ run, sheet, same }) => {
      const read = await run(async (context) => {
        const range = context.workbook.worksheets.getItem(sheet).getRange('A1');
        range.values = [['2024-10-02']];
        range.load('values');
        await context.sync();
        range.numberFormat = [['dd/mm/yyyy']];
        range.load('text');
        await context.sync();
        return range.toJSON();
      });
      same(read.values, [[45567]]);
      same(read.text, [['02/10/2024']]);
    },
  },
  {
    id: 'values/large',
    title: 'five thousand rows come back the same',
    run: async ({ run, sheet, same }) => {
      const rows = 5000;
      const written = Array.from({ length: rows }, (_unused, row) => [row, `Đơn vị ${String(row)}`, row / 4]);
      const values = await run(async (context) => {
        const range = context.workbook.worksheets.getItem(sheet).getRangeByIndexes(0, 0, rows, 3);
        range.values = written;
        range.load('values');
        await context.sync();
        return range.values;
      });
      same(values, written);
    },
  },
  {
    id: 'values/used-range',
    title: 'the used range holds what is filled; an empty sheet has none',
    run: async ({ run, sheet, same }) => {
      const seen = await run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        const none = own.getUsedRangeOrNullObject(true);
        await context.sync();
        const before = none.isNullObject;
        own.getRange('C3').values = [[1]];
        own.getRange('E5').values = [['x']];
        const used = own.getUsedRange(true);
        used.load('address');
        await context.sync();
        return [before, used.address];
      });
      same(seen, [true, `'${sheet}'!C3:E5`]);
    },
  },
  {
    id: 'values/moves-in-ranges',
    title: 'ranges lead to their neighbours',
    run: async ({ run, sheet, same }) => {
      const addresses = await run(async (context) => {
        const range = context.workbook.worksheets.getItem(sheet).getRange('B2:C4');
        const found = [
          range.getCell(1, 1),
          range.getOffsetRange(1, 2),
          range.getResizedRange(1, -1),
          range.getRow(2),
          range.getColumn(0),
          range.getLastCell(),
          range.getEntireRow(),
          range.getEntireColumn(),
          range.getIntersectionOrNullObject('C4:F9'),
          range.getRowsBelow(2),
          range.getBoundingRect('A1'),
        ];
        found.forEach((entry) => entry.load('address'));
        const apart = range.getIntersectionOrNullObject('F9');
        await context.sync();
        same(apart.isNullObject, true);
        return found.map((entry) => entry.address.split('!')[1]);
      });
      same(addresses, ['C3', 'D3:E5', 'B2:B5', 'B4:C4', 'B2:B4', 'C4', '2:4', 'B:C', 'C4', 'B5:C6', 'A1:C4']);
    },
  },
  {
    id: 'values/unbounded',
    title: 'values of whole columns are null, and cannot be written',
    run: async ({ run, sheet, same, fails }) => {
      const values = await run(async (context) => {
        const column = context.workbook.worksheets.getItem(sheet).getRange('A:A');
        column.load('values,isEntireColumn');
        await context.sync();
        return [column.values, column.isEntireColumn];
      });
      same(values, [null, true]);
      await fails(
        () =>
          run(async (context) => {
            context.workbook.worksheets.getItem(sheet).getRange('A:A').values = [[1]];
            await context.sync();
          }),
        'InvalidArgument',
      );
    },
  },
  {
    id: 'values/clear',
    title: 'clearing contents keeps the looks, clearing all does not',
    run: async ({ run, sheet, same }) => {
      const seen = await run(async (context) => {
        const range = context.workbook.worksheets.getItem(sheet).getRange('A1');
        range.values = [[5]];
        range.format.fill.color = '#FFFF00';
        range.clear('Contents');
        range.load('values,format/fill/color');
        await context.sync();
        const kept = [range.values, range.format.fill.color];
        range.clear();
        range.load('format/fill/color');
        await context.sync();
        return [...kept, range.format.fill.color];
      });
      same(seen, [[['']], '#FFFF00', '#FFFFFF']);
    },
  },
  {
    id: 'values/insert-delete',
    title: 'inserted rows push cells down, deleted cells pull them up',
    run: async ({ run, sheet, same }) => {
      const seen = await run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.getRange('A1:A3').values = [[1], [2], [3]];
        own.getRange('2:2').insert('Down');
        const range = own.getRange('A1:A4');
        range.load('values');
        await context.sync();
        const inserted = range.values;
        own.getRange('A2').delete('Up');
        const after = own.getRange('A1:A3');
        after.load('values');
        await context.sync();
        return [inserted, after.values];
      });
      same(seen, [
        [[1], [''], [2], [3]],
        [[1], [2], [3]],
      ]);
    },
  },
  {
    id: 'values/merge',
    title: 'a merged area keeps its first value and says where it is',
    run: async ({ run, sheet, same }) => {
      const seen = await run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        const range = own.getRange('A1:C1');
        range.values = [['Tiêu đề', 'mất', 'mất']];
        range.merge();
        range.load('values');
        const merged = own.getRange('A1:D4').getMergedAreasOrNullObject();
        merged.load('address');
        await context.sync();
        const before = [range.values, merged.address.replace(/^.*!/, '')];
        range.unmerge();
        const none = own.getRange('A1:D4').getMergedAreasOrNullObject();
        await context.sync();
        return [...before, none.isNullObject];
      });
      same(seen, [[['Tiêu đề', '', '']], 'A1:C1', true]);
    },
  },
  {
    id: 'values/hyperlink',
    title: 'a link into the workbook is kept with its words',
    run: async ({ run, sheet, same }) => {
      const link = await run(async (context) => {
        const cell = context.workbook.worksheets.getItem(sheet).getRange('A1');
        cell.hyperlink = { documentReference: `'${sheet}'!C9`, textToDisplay: 'Xem', screenTip: 'Tới ô C9' };
        cell.load('hyperlink,values');
        await context.sync();
        return [cell.hyperlink.documentReference, cell.hyperlink.screenTip, cell.values];
      });
      same(link, [`'${sheet}'!C9`, 'Tới ô C9', [['Xem']]]);
    },
  },
  {
    id: 'values/select',
    title: 'the selection follows select()',
    run: async ({ run, sheet, same }) => {
      const isThere = await run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.activate();
        own.getRange('B3:C4').select();
        const selected = context.workbook.getSelectedRange();
        selected.load('address');
        await context.sync();
        return selected.address === `'${sheet}'!B3:C4`;
      });
      same(isThere, true, 'the selection is where it was put');
    },
  },
];
