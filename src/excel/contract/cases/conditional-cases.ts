/** Contract: conditional formats. */
import type { ContractCase } from '../case';

export const CONDITIONAL_CASES: readonly ContractCase[] = [
  {
    id: 'conditional/custom',
    title: 'a formula with a look is kept, and goes without touching the cell',
    run: async ({ run, sheet, same }) => {
      const seen = await run(async (context) => {
        const range = context.workbook.worksheets.getItem(sheet).getRange('A1:A5');
        range.format.fill.color = '#EEEEEE';
        const mark = range.conditionalFormats.add('Custom');
        mark.custom.rule.formula = '=$A1=""';
        mark.custom.format.fill.color = '#FFC7CE';
        mark.custom.format.font.color = '#9C0006';
        mark.stopIfTrue = true;
        mark.load('id,type,priority,stopIfTrue');
        mark.custom.rule.load('formula');
        mark.custom.format.fill.load('color');
        range.load('format/fill/color');
        await context.sync();
        const kept = [mark.type, mark.priority, mark.stopIfTrue, mark.custom.rule.formula, mark.custom.format.fill.color];
        const found = range.conditionalFormats.getItem(mark.id);
        found.delete();
        const count = range.conditionalFormats.getCount();
        range.load('format/fill/color');
        await context.sync();
        return [...kept, count.value, range.format.fill.color];
      });
      same(seen, ['Custom', 0, true, '=$A1=""', '#FFC7CE', 0, '#EEEEEE']);
    },
  },
  {
    id: 'conditional/order',
    title: 'the newest comes first; priority can be changed',
    run: async ({ run, sheet, same }) => {
      const seen = await run(async (context) => {
        const formats = context.workbook.worksheets.getItem(sheet).getRange('A1').conditionalFormats;
        const first = formats.add('CellValue');
        first.cellValue.rule = { formula1: '=5', operator: 'GreaterThan' };
        first.cellValue.format.font.bold = true;
        const second = formats.add('Custom');
        second.custom.rule.formula = '=TRUE';
        first.load('priority,id');
        second.load('priority,id');
        await context.sync();
        const before = [first.priority, second.priority];
        first.priority = 0;
        formats.load('items/id');
        await context.sync();
        return [before, formats.items[0]?.id === first.id];
      });
      same(seen, [[1, 0], true]);
    },
  },
  {
    id: 'conditional/clear-all',
    title: 'clearAll takes them off the range',
    run: async ({ run, sheet, same }) => {
      const seen = await run(async (context) => {
        const range = context.workbook.worksheets.getItem(sheet).getRange('A1:B2');
        range.conditionalFormats.add('Custom').custom.rule.formula = '=TRUE';
        range.conditionalFormats.clearAll();
        const count = range.conditionalFormats.getCount();
        await context.sync();
        return count.value;
      });
      same(seen, 0);
    },
  },
];
