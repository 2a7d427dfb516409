/** Contract: data validation. */
import type { ContractCase } from '../case';

export const VALIDATION_CASES: readonly ContractCase[] = [
  {
    id: 'validation/whole-number',
    title: 'a rule with prompt and alert comes back',
    run: async ({ run, sheet, same }) => {
      const seen = await run(async (context) => {
        const { dataValidation } = context.workbook.worksheets.getItem(sheet).getRange('B2:B9');
        dataValidation.rule = { wholeNumber: { formula1: 0, operator: 'GreaterThanOrEqualTo' } };
        dataValidation.prompt = { title: 'Số lớp', message: 'Nhập số nguyên.', showPrompt: true };
        dataValidation.errorAlert = { title: 'Chưa đúng', message: 'Cần số nguyên.', showAlert: true, style: 'Warning' };
        dataValidation.load('type,rule,prompt,errorAlert,ignoreBlanks');
        await context.sync();
        const { rule, prompt, errorAlert } = dataValidation;
        return [
          dataValidation.type,
          rule.wholeNumber?.operator,
          Number(rule.wholeNumber?.formula1),
          prompt.title,
          errorAlert.style,
        ];
      });
      same(seen, ['WholeNumber', 'GreaterThanOrEqualTo', 0, 'Số lớp', 'Warning']);
    },
  },
  {
    id: 'validation/list',
    title: 'a list can be typed out or come from a range',
    run: async ({ run, sheet, same }) => {
      const seen = await run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.getRange('A1').dataValidation.rule = { list: { inCellDropDown: true, source: 'Có,Không' } };
        own.getRange('A2').dataValidation.rule = { list: { inCellDropDown: true, source: '=$D$1:$D$3' } };
        const [first, second] = [own.getRange('A1').dataValidation, own.getRange('A2').dataValidation];
        first.load('type,rule');
        second.load('rule');
        await context.sync();
        return [first.type, first.rule.list?.source, second.rule.list?.source];
      });
      same(seen, ['List', 'Có,Không', '=$D$1:$D$3']);
    },
  },
  {
    id: 'validation/long-list',
    title: 'a typed list of more than 255 characters is refused',
    run: async ({ run, sheet, fails }) => {
      const source = Array.from({ length: 60 }, (_unused, index) => `Mục số ${String(index)}`).join(',');
      await fails(
        () =>
          run(async (context) => {
            context.workbook.worksheets.getItem(sheet).getRange('A1').dataValidation.rule = {
              list: { inCellDropDown: true, source },
            };
            await context.sync();
          }),
        ['InvalidArgument', 'GeneralException'],
      );
    },
  },
  {
    id: 'validation/not-enforced-on-writes',
    title: 'values written by code go in, and `valid` tells that they break the rule',
    run: async ({ run, sheet, same }) => {
      const seen = await run(async (context) => {
        const range = context.workbook.worksheets.getItem(sheet).getRange('A1:A2');
        range.dataValidation.rule = { decimal: { formula1: 0, formula2: 10, operator: 'Between' } };
        range.values = [[5], [99]];
        const [good, bad] = [range.getCell(0, 0).dataValidation, range.getCell(1, 0).dataValidation];
        good.load('valid');
        bad.load('valid');
        range.dataValidation.load('valid');
        range.load('values');
        await context.sync();
        return [good.valid, bad.valid, range.dataValidation.valid, range.values];
      });
      same(seen, [true, false, null, [[5], [99]]]);
    },
  },
  {
    id: 'validation/clear-and-mixed',
    title: 'a cleared cell has none, and the range is then inconsistent',
    run: async ({ run, sheet, same }) => {
      const seen = await run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.getRange('A1:A3').dataValidation.rule = { custom: { formula: '=A1<>""' } };
        own.getRange('A2').dataValidation.clear();
        const [one, all] = [own.getRange('A2').dataValidation, own.getRange('A1:A3').dataValidation];
        one.load('type');
        all.load('type,rule');
        await context.sync();
        return [one.type, all.type];
      });
      same(seen, ['None', 'Inconsistent']);
    },
  },
];
