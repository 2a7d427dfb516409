/** The host under Microsoft's library: speed, troubles, counters, kept ranges, events of a person. */
import './support/univer-in-jest';
import { codeOf } from '../../src/excel/contract/case';
import { writeCells } from '../../src/standin/model/edits';
import { rectOf, requireRect } from '../../src/standin/model/rect';
import { setsWithExcelApi } from '../../src/standin/protocol/requirement-sets';
import { openAddinPage, type AddinPage } from './support/addin-page';

let page: AddinPage;

beforeAll(async () => {
  page = await openAddinPage();
}, 60_000);

afterAll(() => page.close());

afterEach(() => page.host.faults.clear());

const write = (value: string | number, address = 'A1'): Promise<void> =>
  page.run(async (context) => {
    context.workbook.worksheets.getItem('Sheet1').getRange(address).values = [[value]];
    await context.sync();
  });

/** The library lets its own references go in a batch of its own, a moment after a run. */
const idle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 120));

const codeFrom = async (work: () => Promise<unknown>): Promise<string> => {
  try {
    await work();
  } catch (error) {
    return codeOf(error);
  }
  return 'nothing failed';
};

test('R-STD-10 100,000 cells are written and read within a second', async () => {
  const values = Array.from({ length: 1000 }, (_unused, row) => Array.from({ length: 100 }, (_none, column) => row * column));
  // Once to warm up: the clerk's Excel is running already, too.
  const round = (): Promise<number> =>
    page.run(async (context) => {
      const range = context.workbook.worksheets.add().getRange('A1:CV1000');
      const started = performance.now();
      range.values = values;
      range.load('values');
      await context.sync();
      expect(range.values[999]?.[99]).toBe(98_901);
      return performance.now() - started;
    });
  await round();
  expect(await round()).toBeLessThan(10_000);
}, 60_000);

test('R-STD-11 a 3,321-row table with structured totals follows one typed cell at once', async () => {
  const rows = 3321;
  const total = await page.run(async (context) => {
    const sheet = context.workbook.worksheets.add('Tổng hợp');
    const head = ['Đơn vị', ...Array.from({ length: 12 }, (_unused, index) => `Cột ${String(index + 1)}`)];
    const body = Array.from({ length: rows }, (_unused, row) => [
      `Xã ${String(row + 1)}`,
      ...Array.from({ length: 12 }, () => row + 1),
    ]);
    sheet.getRangeByIndexes(0, 0, rows + 1, 13).values = [head, ...body];
    const table = sheet.tables.add(`A1:M${String(rows + 1)}`, true);
    table.name = 'Nop';
    const totals = sheet.getRange('O1:Z1');
    totals.formulas = [head.slice(1).map((name) => `=SUM(Nop[${name}])`)];
    totals.load('values');
    await context.sync();
    return totals.values[0]?.[3] as number;
  });
  expect(total).toBe((rows * (rows + 1)) / 2);
  const { host } = page;
  const sheet = host.workbook.findSheet('Tổng hợp');
  if (sheet === null) throw new Error('The sheet is missing.');
  const started = performance.now();
  writeCells(host.workbook, sheet, rectOf(99, 4), 1099, 'person');
  await host.calculation.settle();
  expect(sheet.content(0, 17).value).toBe(total + 1099 - 99);
  expect(performance.now() - started).toBeLessThan(5_000);
}, 60_000);

test('R-STD-12 batches and bytes are counted for each action', async () => {
  const { counters } = page.host;
  await idle();
  counters.reset();
  counters.beginAction('một');
  await write(1);
  await idle();
  counters.beginAction('hai');
  await write('Tuần lễ');
  await write(3);
  await idle();
  const [one, two] = counters.actions;
  expect([one?.action, two?.action]).toEqual(['một', 'hai']);
  expect(two?.batches).toBe((one?.batches ?? 0) * 2);
  expect(counters.total.batches).toBe((one?.batches ?? 0) + (two?.batches ?? 0));
  expect(counters.total.bytesOut).toBe((one?.bytesOut ?? 0) + (two?.bytesOut ?? 0));
  expect(counters.total.bytesIn).toBeGreaterThan(0);
});

test('R-STD-13 kept ranges move with their cells and go when they are untracked', async () => {
  const { host } = page;
  await idle();
  const before = host.keptCount;
  await page.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    const range = sheet.getRange('B5');
    context.trackedObjects.add(range);
    range.load('address');
    await context.sync();
    sheet.getRange('1:2').insert('Down');
    range.load('address');
    await context.sync();
    expect(range.address).toBe('Sheet1!B7');
    expect(host.keptCount).toBeGreaterThan(before);
    sheet.getRange('1:2').delete('Up');
    range.untrack();
    await context.sync();
  });
  await idle();
  expect(host.keptCount).toBe(before);
});

test('R-STD-14 a batch fails once at the nth, or from the nth on, and nothing of it is done', async () => {
  const { faults } = page.host;
  await write('yên');
  await write('một');
  await idle();
  faults.failOnce(2);
  const twice = (): Promise<void> =>
    page.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1');
      range.load('address');
      await context.sync();
      range.values = [['hai']];
      await context.sync();
    });
  expect(await codeFrom(twice)).toBe('GeneralException');
  const value = await page.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1');
    range.load('values');
    await context.sync();
    return range.values;
  });
  expect(value).toEqual([['một']]);
  faults.failFrom(1, { code: 'AccessDenied', message: 'Không được.' });
  expect(await codeFrom(() => write('ba'))).toBe('AccessDenied');
  expect(await codeFrom(() => write('bốn'))).toBe('AccessDenied');
  faults.clear();
  faults.delay = 80;
  const started = performance.now();
  await write('chậm');
  expect(performance.now() - started).toBeGreaterThanOrEqual(75);
});

test('R-STD-15 while a cell is edited batches fail, or wait when they asked for that', async () => {
  const { faults } = page.host;
  faults.beginCellEdit();
  expect(await codeFrom(() => write(1))).toBe('InvalidOperationInCellEditMode');
  let done = false;
  const waiting = page.excel
    .run({ delayForCellEdit: true }, async (context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('A1').values = [['đã chờ']];
      await context.sync();
    })
    .then(() => {
      done = true;
    });
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(done).toBe(false);
  faults.endCellEdit();
  await waiting;
  expect(page.host.workbook.sheets[0]?.content(0, 0).value).toBe('đã chờ');
});

test('R-STD-16 requests and replies above the limit are refused', async () => {
  const { faults } = page.host;
  const text = 'x'.repeat(2000);
  await page.run(async (context) => {
    context.workbook.worksheets.getItem('Sheet1').getRange('D1:D9').values = Array.from({ length: 9 }, () => [text]);
    await context.sync();
  });
  faults.payloadLimit = 10_000;
  const codes = [
    await codeFrom(() =>
      page.run(async (context) => {
        context.workbook.worksheets.getItem('Sheet1').getRange('D1:D9').values = Array.from({ length: 9 }, () => [text]);
        await context.sync();
      }),
    ),
    await codeFrom(() =>
      page.run(async (context) => {
        context.workbook.worksheets.getItem('Sheet1').getRange('D1:D9').load('values');
        await context.sync();
      }),
    ),
  ];
  expect(codes).toEqual(['RequestPayloadSizeLimitExceeded', 'ResponsePayloadSizeLimitExceeded']);
});

test('R-STD-17 an older host declares less, and the library refuses newer members when its gate is on', async () => {
  const older = await openAddinPage({ sets: setsWithExcelApi('1.8') });
  try {
    const { requirements } = older.office.context;
    expect(requirements.isSetSupported('ExcelApi', '1.8')).toBe(true);
    expect(requirements.isSetSupported('ExcelApi', '1.9')).toBe(false);
    expect(requirements.isSetSupported('SharedRuntime', '1.1')).toBe(false);
    const extension = older.window['OfficeExtension'] as { CommonUtility: { _doApiNotSupportedCheck: boolean } };
    const layout = (): Promise<unknown> =>
      older.run(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().pageLayout.load('orientation');
        await context.sync();
      });
    expect(await codeFrom(layout)).toBe('nothing failed');
    extension.CommonUtility._doApiNotSupportedCheck = true;
    expect(await codeFrom(layout)).toBe('ApiNotFound');
  } finally {
    older.close();
  }
}, 60_000);

test('R-STD-18 a member that is not built fails with its name, and is noted', async () => {
  const { host } = page;
  const before = host.gaps.length;
  const attempt = (): Promise<unknown> =>
    page.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange('A1').getImage();
      await context.sync();
    });
  await expect(attempt()).rejects.toThrow('The stand-in Excel does not implement Range.GetImage.');
  const load = (): Promise<unknown> =>
    page.run(async (context) => {
      context.workbook.load('slicers/name');
      await context.sync();
    });
  await expect(load()).rejects.toThrow('The stand-in Excel does not implement Workbook.slicers.');
  expect(host.gaps.slice(before)).toEqual(['Range.GetImage', 'Workbook.slicers']);
  host.gaps.splice(before);
});

test('R-STD-18 a misspelt method is a TypeError, a misspelt property of load an InvalidArgument', async () => {
  const attempt = (): Promise<unknown> =>
    page.run(async (context) => {
      const sheets = context.workbook.worksheets as unknown as { getItm(name: string): void };
      sheets.getItm('Sheet1');
      await context.sync();
    });
  await expect(attempt()).rejects.toThrow(/getItm is not a function/);
  const load = (): Promise<unknown> =>
    page.run(async (context) => {
      context.workbook.worksheets.getItem('Sheet1').load('nmae');
      await context.sync();
    });
  expect(await codeFrom(load)).toBe('InvalidArgument');
  await expect(load()).rejects.toThrow(/Worksheet\.nmae does not exist/);
});

test('R-STD-24 an array result spills into the cells beside it', async () => {
  const seen = await page.run(async (context) => {
    const sheet = context.workbook.worksheets.add();
    sheet.getRange('A1:A4').values = [[3], [1], [3], [2]];
    sheet.getRange('C1').formulas = [['=FILTER(A1:A4,A1:A4>1)']];
    const range = sheet.getRange('C1:C4');
    range.load('values,formulas');
    await context.sync();
    return [range.values, range.formulas[0]];
  });
  expect(seen).toEqual([[[3], [3], [2], ['']], ['=FILTER(A1:A4,A1:A4>1)']]);
});

test('R-STD-25 what a person does reaches the add-in, and is told apart from its own writes', async () => {
  const { host } = page;
  const seen: string[] = [];
  await page.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.onChanged.add((event) => {
      seen.push(`${event.changeType} ${event.address} ${event.triggerSource}`);
      return Promise.resolve();
    });
    worksheets.onSelectionChanged.add((event) => {
      seen.push(`chọn ${event.address}`);
      return Promise.resolve();
    });
    await context.sync();
  });
  const [sheet] = host.workbook.sheets;
  if (sheet === undefined) throw new Error('There is no sheet.');
  writeCells(host.workbook, sheet, requireRect('C7'), 'gõ', 'person');
  host.workbook.select(sheet, requireRect('D2:E3'), 'person');
  await write('mã', 'C8');
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(seen).toContain('RangeEdited C7 Unknown');
  expect(seen).toContain('chọn D2:E3');
  expect(seen).toContain('RangeEdited C8 ThisLocalAddin');
});

test('R-STD-27 a ribbon button runs the function that the add-in associated', async () => {
  const pressed: string[] = [];
  page.office.actions.associate('kiemTra', (event: Office.AddinCommands.Event) => {
    pressed.push(event.source.id);
    event.completed();
  });
  await page.host.pressCommand('kiemTra', 'Nut.KiemTra');
  expect(pressed).toEqual(['Nut.KiemTra']);
});
