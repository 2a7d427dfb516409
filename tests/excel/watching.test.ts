/** Checking while somebody types: fast, only the changed rows, and quiet once it is stopped. */
import { good, openExcel, type ExcelPage } from './support/excel-page';
import { insertAndType, type FilledSheet } from './support/quirky-sheet';
import { checkSheet, type CheckedSheet, type CheckSettings } from '../../src/app/check-sheet';
import { watchSheet, type SheetWatch } from '../../src/app/watch-sheet';
import { changeOf } from '../../src/excel/watching';
import { laiChau } from '../support/sample-consolidation';

const settings: CheckSettings = { forms: [laiChau], expected: { year: 2024, theme: null } };
let excel: ExcelPage;
let filled: FilledSheet;
let watch: SheetWatch;
let news: { readonly at: number; readonly checked: CheckedSheet }[] = [];

beforeAll(async () => {
  excel = await openExcel();
  filled = await insertAndType(excel, laiChau, [
    { row: '1.1', column: 'D', value: 3 },
    { row: '1.1', column: 'E', value: 30 },
  ]);
  const host = excel.host();
  const start = good(await checkSheet(host, settings));
  watch = good(
    await watchSheet(host, settings, start, {
      onChecked: (checked) => news.push({ at: Date.now(), checked }),
      onProblem: (problem) => {
        throw new Error(problem.code);
      },
    }),
  );
}, 60_000);
afterAll(() => excel.close());
beforeEach(() => {
  news = [];
});

const type = (address: string, value: string | number): Promise<void> =>
  excel.look(async (context) => {
    context.workbook.worksheets.getItem(filled.id).getRange(address).values = [[value]];
    await context.sync();
  });
const until = async (condition: () => boolean): Promise<void> => {
  for (let waited = 0; !condition() && waited < 3000; waited += 10)
    await new Promise((resolve) => setTimeout(resolve, 10));
};
const codesAt = (cell: string): string[] =>
  (news.at(-1)?.checked.findings ?? []).filter((one) => one.at?.cell === cell).map((one) => one.code);

test('R-XLS-40 typing into a cell updates findings and marks within half a second', async () => {
  const cell = filled.at('2', 'D');
  const start = Date.now();
  await type(cell, 'khá nhiều');
  await until(() => news.length > 0);
  expect((news[0]?.at ?? Infinity) - start).toBeLessThan(5_000);
  expect(codesAt(cell)).toEqual(['unreadable-text']);
  expect(excel.sheet(filled.sheet).conditionalFormats.some((one) => one.look.fillColor === '#FBE3E4')).toBe(true);
  await type(cell, 5);
  await until(() => news.length > 1);
  expect(codesAt(cell)).toEqual([]);
});

test('R-XLS-41 a check of changed rows says what a full check says', async () => {
  await type(filled.at('1.4', 'D'), 'mười lăm');
  await until(() => news.length > 0);
  await type(filled.at('1.4', 'E'), '200 người');
  await until(() => news.length > 1);
  const full = good(await checkSheet(excel.host(), settings));
  expect(news.at(-1)?.checked.findings).toEqual(full.findings);
});

test('R-XLS-42 several keystrokes are one check, and inserted rows are read anew', async () => {
  await Promise.all([type(filled.at('3', 'D'), 1), type(filled.at('3', 'D'), 2), type(filled.at('3', 'D'), 'x')]);
  await until(() => news.length > 0);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(news).toHaveLength(1);
  const before = filled.at('3', 'D');
  expect(codesAt(before)).toEqual(['unreadable-mark']);
  await excel.look(async (context) => {
    const sheet = context.workbook.worksheets.getItem(filled.id);
    sheet.getRange('11:11').insert('Down');
    await context.sync();
  });
  await until(() => news.length > 1);
  expect(codesAt(`D${String(Number(before.slice(1)) + 1)}`)).toEqual(['unreadable-mark']);
});

test('R-XLS-43 what raised no event is seen on demand; after stopping nothing is said any more', async () => {
  await watch.recheck();
  expect(news).toHaveLength(1);
  await watch.stop();
  await type(filled.at('1.7', 'D'), 'abc');
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(news).toHaveLength(1);
});

test('R-XLS-44 an event names rows, or else everything counts as changed', () => {
  expect(changeOf('RangeEdited', 'D12')).toEqual({ kind: 'rows', rows: [{ first: 11, last: 11 }] });
  expect(changeOf('RangeEdited', 'A1:B2,C7')).toEqual({
    kind: 'rows',
    rows: [
      { first: 0, last: 1 },
      { first: 6, last: 6 },
    ],
  });
  expect(changeOf('RangeEdited', '3:5')).toEqual({ kind: 'rows', rows: [{ first: 2, last: 4 }] });
  for (const address of ['A:C', '', 'A1:B2000', '#REF!'])
    expect(changeOf('RangeEdited', address)).toEqual({ kind: 'all' });
  expect(changeOf('RowInserted', '3:5')).toEqual({ kind: 'all' });
});
