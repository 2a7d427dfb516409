/** Where the clerk is: told for every sheet, also for those made later, and quiet once it is stopped. */
import { good, openExcel, type ExcelPage } from './support/excel-page';
import type { SelectedCell } from '../../src/app/host';
import { firstCellOf } from '../../src/excel/place-watching';

let excel: ExcelPage;
beforeAll(async () => {
  excel = await openExcel();
}, 60_000);
afterAll(() => {
  expect(excel.page.host.gaps).toEqual([]);
  excel.close();
});

const until = async (condition: () => boolean): Promise<void> => {
  for (let waited = 0; !condition() && waited < 3000; waited += 10) await new Promise((resolve) => setTimeout(resolve, 10));
};
const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 100));
const select = (sheet: string, address: string): Promise<void> =>
  excel.look(async (context) => {
    context.workbook.worksheets.getItem(sheet).getRange(address).select();
    await context.sync();
  });

test('R-XLS-45 the selected cell is told with its sheet, also on a sheet made later, until that is stopped', async () => {
  const seen: SelectedCell[] = [];
  const stop = good(await excel.host().watchSelection((one) => seen.push(one)));
  await excel.look(async (context) => {
    context.workbook.worksheets.add('Mới').getRange('A1').values = [[1]];
    await context.sync();
  });
  const { id } = excel.sheet('Mới');
  await select('Mới', 'D4:E5');
  await until(() => seen.length > 0);
  expect(seen).toEqual([{ sheetId: id, cell: 'D4' }]);
  // A whole row, then a person's click.
  await select('Mới', '7:9');
  await until(() => seen.length > 1);
  excel.page.host.workbook.select(excel.sheet('Sheet1'), { top: 2, left: 3, bottom: 2, right: 3 }, 'person');
  await until(() => seen.length > 2);
  expect(seen.slice(1)).toEqual([
    { sheetId: id, cell: 'A7' },
    { sheetId: excel.sheet('Sheet1').id, cell: 'D3' },
  ]);
  await stop();
  await select('Mới', 'B2');
  await rest();
  expect(seen).toHaveLength(3);
  // Stopping twice does no harm.
  await stop();
});

test('R-XLS-46 another sheet shown is told by its id, until that is stopped', async () => {
  const seen: string[] = [];
  const stop = good(await excel.host().watchActivation((id) => seen.push(id)));
  await select('Sheet1', 'A1');
  await select('Mới', 'A1');
  await until(() => seen.length > 1);
  expect(seen).toEqual([excel.sheet('Sheet1').id, excel.sheet('Mới').id]);
  await stop();
  await select('Sheet1', 'A1');
  await rest();
  expect(seen).toHaveLength(2);
});

test('R-XLS-47 a selection names its first cell, whatever its shape', () => {
  const cells = ['D4', 'D4:E5', "'Trang 1'!$C$2,A1", '3:5', 'B:C', 'xfd1048576'].map(firstCellOf);
  expect(cells).toEqual(['D4', 'D4', 'C2', 'A3', 'B1', 'XFD1048576']);
  expect(['', 'Sheet1!', '#REF!', 'A0', 'ABCD1'].map(firstCellOf)).toEqual([null, null, null, null, null]);
});
