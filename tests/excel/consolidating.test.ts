/** "Tổng hợp" into the workbook: the totals of the command line, all or nothing, and nothing of the clerk's overwritten. */
import { good, openExcel, type ExcelPage } from './support/excel-page';
import { expectedTotals, manyUnits, receiveSamples } from './support/samples';
import { differences, workbookSnapshot } from './support/snapshot';
import { addLateFiles, consolidateIntoWorkbook, plainSettings } from '../../src/app/consolidate-into-workbook';
import { withCorrections } from '../../src/app/corrected-totals';
import type { Received } from '../../src/core/consolidation/received';
import { readWorkbook } from '../../src/files/read/read-workbook';
import { sheetWords } from '../../src/messages/sheet-words';
import { convert, withoutResults } from '../support/libreoffice';
import { laiChau } from '../support/sample-consolidation';

let excel: ExcelPage;
let samples: readonly Received[];
let few: readonly Received[];
beforeAll(async () => {
  samples = await receiveSamples();
  few = samples.filter((one) => one.outcome === 'form').slice(0, 3);
}, 60_000);
beforeEach(async () => {
  excel = await openExcel();
});
afterEach(() => {
  expect(excel.page.host.gaps).toEqual([]);
  expect(excel.page.refused).toEqual([]);
  excel.close();
});

const hostOf = (page: ExcelPage) => page.host();
const settings = plainSettings(laiChau, 'Nhập tay');
const snapshot = async (): Promise<unknown> => {
  await excel.page.host.calculation.settle();
  return workbookSnapshot(excel.page.host.workbook);
};

/** Until the library has given back what a finished run kept: those batches are not the ones to fail. */
const quiet = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60));

/** Row id → quantity column → total shown on a sheet of totals, read from live values or from a file. */
function totalsFrom(cells: ReadonlyMap<string, unknown>): Record<string, Record<string, unknown>> {
  const totals: Record<string, Record<string, unknown>> = {};
  const bodyTop = 9;
  laiChau.indicators.forEach((indicator, index) => {
    const row: Record<string, unknown> = {};
    laiChau.columns.forEach((column, place) => {
      const value = cells.get(`${String(bodyTop + index)} ${String(place)}`);
      if (column.role === 'measure' && column.measure !== undefined && typeof value === 'number') row[column.measure] = value;
    });
    if (Object.keys(row).length > 0) totals[indicator.id] = row;
  });
  return totals;
}

/** What samples/expected.json says, without the numbers of reporters. */
function expectedSums(): Record<string, Record<string, unknown>> {
  const sums: Record<string, Record<string, unknown>> = {};
  for (const [id, row] of Object.entries(expectedTotals())) {
    const rest = Object.fromEntries(Object.entries(row).filter(([, value]) => typeof value === 'number'));
    const reporters = (row['reporters'] ?? {}) as Record<string, number>;
    const reported = Object.fromEntries(Object.entries(rest).filter(([measure]) => (reporters[measure] ?? 0) > 0));
    if (Object.keys(reported).length > 0) sums[id] = reported;
  }
  return sums;
}

async function liveTotals(sheet = 'Tổng hợp'): Promise<Record<string, Record<string, unknown>>> {
  await excel.page.host.calculation.settle();
  const cells = [...excel.sheet(sheet).cells].map(
    ([key, { value }]) => [`${String(Math.floor(key / 16_384))} ${String(key % 16_384)}`, value] as const,
  );
  return totalsFrom(new Map(cells));
}

/** Types into the cell of a unit (part of its name) and column of "Chi tiết". */
async function typeInDetails(unit: string, header: string, value: number | string): Promise<void> {
  await excel.look(async (context) => {
    const table = context.workbook.tables.getItem('ChiTiet');
    const body = table.getDataBodyRange();
    const headers = table.getHeaderRowRange();
    body.load('values');
    headers.load('values');
    await context.sync();
    const column = (headers.values[0] ?? []).indexOf(header);
    const row = body.values.findIndex((line: unknown[]) => String(line[2]).includes(unit));
    if (row < 0 || column < 0) throw new Error(`no cell for ${unit} ${header}`);
    body.getCell(row, column).values = [[value]];
    await context.sync();
  });
}

async function detailsCell(unit: string, header: string): Promise<unknown> {
  return excel.look(async (context) => {
    const table = context.workbook.tables.getItem('ChiTiet');
    const body = table.getDataBodyRange();
    const headers = table.getHeaderRowRange();
    body.load('values');
    headers.load('values');
    await context.sync();
    const line = body.values.find((one: unknown[]) => String(one[2]).includes(unit)) as unknown[] | undefined;
    return line?.[(headers.values[0] ?? []).indexOf(header)];
  });
}

test('R-XLS-30 the samples give the totals of the command line, live and recalculated by LibreOffice', async () => {
  good(await consolidateIntoWorkbook(hostOf(excel), samples, settings));
  expect(await liveTotals()).toEqual(expectedSums());
  const recalculated = readWorkbook(convert(withoutResults(await excel.save()), 'xlsx', 'xlsx'));
  const grid = good(recalculated).sheets.find((one) => one.sheet === 'Tổng hợp');
  const cells = (grid?.rows ?? []).flatMap((row) =>
    row.cells.map(
      ({ column, value }) => [`${String(row.index)} ${String(column)}`, value.kind === 'number' ? value.value : null] as const,
    ),
  );
  expect(totalsFrom(new Map(cells))).toEqual(expectedSums());
}, 120_000);

test('R-XLS-31 a run that fails at any batch, once or from there on, leaves the workbook as it was', async () => {
  const host = hostOf(excel);
  for (const stage of ['first run', 'second run'] as const) {
    if (stage === 'second run') good(await consolidateIntoWorkbook(host, few, settings));
    await excel.look(async (context) => {
      context.workbook.worksheets.getFirst().getRange('A1').values = [['của tôi']];
      await context.sync();
    });
    const before = await snapshot();
    const { faults } = excel.page.host;
    let batches = 0;
    for (let batch = 1; batch < 20; batch += 1) {
      await quiet();
      faults.failOnce(batch);
      const once = await consolidateIntoWorkbook(hostOf(excel), samples.slice(0, 12), settings);
      faults.clear();
      if (once.ok) {
        batches = batch - 1;
        break;
      }
      expect([stage, batch, ...differences(before, await snapshot())]).toEqual([stage, batch]);
      await quiet();
      faults.failFrom(batch);
      expect((await consolidateIntoWorkbook(hostOf(excel), samples.slice(0, 12), settings)).ok).toBe(false);
      faults.clear();
      // The next start.
      good(await hostOf(excel).recover());
      expect([stage, batch, 'from', ...differences(before, await snapshot())]).toEqual([stage, batch, 'from']);
    }
    expect(batches).toBeGreaterThanOrEqual(5);
  }
}, 240_000);

test('R-XLS-32 a run that Excel ends in the middle of the exchange is taken back or carried on, never left half', async () => {
  const host = hostOf(excel);
  good(await consolidateIntoWorkbook(host, few, settings));
  const before = await snapshot();
  // Old sheets were renamed aside and the new ones stand there unnamed: the state part still names the old run.
  await excel.look(async (context) => {
    context.workbook.worksheets.getItem('Tổng hợp').name = '~cu-x 0';
    context.workbook.worksheets.getItem('Chi tiết').name = '~cu-x 1';
    const staged = context.workbook.worksheets.add('~th-x 0');
    staged.customProperties.add('TongHop.Role', 'tong-hop/summary');
    staged.customProperties.add('TongHop.Run', 'x');
    staged.visibility = 'VeryHidden';
    await context.sync();
  });
  expect(good(await host.recover())).toBe(3);
  expect(differences(before, await snapshot())).toEqual([]);
  expect(good(await host.recover())).toBe(0);
}, 60_000);

test('R-XLS-33 sheets of the clerk with our names stay; ours get a free name, and a second run replaces only ours', async () => {
  await excel.look(async (context) => {
    for (const name of ['Tổng hợp', 'Chi tiết', 'chi tiết (2)'])
      context.workbook.worksheets.add(name).getRange('A1').values = [[`của tôi ${name}`]];
    context.workbook.worksheets.getItem('Tổng hợp').tables.add('C1:D2', true).name = 'ChiTiet';
    await context.sync();
  });
  const mine = (): unknown[] =>
    ['Tổng hợp', 'Chi tiết', 'chi tiết (2)'].map((name) => JSON.stringify([...excel.sheet(name).cells]));
  const before = mine();
  const first = good(await consolidateIntoWorkbook(hostOf(excel), few, settings));
  expect(first.sheetNames.get('tong-hop/summary')).toBe('Tổng hợp (2)');
  expect(first.sheetNames.get('tong-hop/details')).toBe('Chi tiết (3)');
  expect(Object.keys(await liveTotals('Tổng hợp (2)')).length).toBeGreaterThan(3);
  await excel.look(async (context) => {
    // A copy the clerk keeps, and a name of the clerk's choice for ours.
    context.workbook.worksheets.getItem('Tổng hợp (2)').name = 'Tổng hợp của Sở';
    await context.sync();
  });
  const second = good(await consolidateIntoWorkbook(hostOf(excel), samples, settings));
  expect(second.sheetNames.get('tong-hop/summary')).toBe('Tổng hợp của Sở');
  expect(await liveTotals('Tổng hợp của Sở')).toEqual(expectedSums());
  expect(mine()).toEqual(before);
  expect(excel.page.host.workbook.sheets).toHaveLength(4 + 8);
}, 60_000);

test('R-XLS-34 numbers corrected by hand stay through a second run, are marked, and move the totals', async () => {
  good(await consolidateIntoWorkbook(hostOf(excel), samples, settings));
  const header = '2 – Tin, bài/cuộc';
  const before = await detailsCell('Nà Lanh', header);
  const total = (await liveTotals())['2']?.['count'];
  await typeInDetails('Nà Lanh', header, 1000);
  const again = good(await addLateFiles(hostOf(excel), [], settings));
  expect(again.kept.map(({ unit, value, original }) => ({ unit, value, original }))).toEqual([
    { unit: 'UBND xã Nà Lanh', value: 1000, original: typeof before === 'number' ? String(before) : '' },
  ]);
  expect(await detailsCell('Nà Lanh', header)).toBe(1000);
  expect((await liveTotals())['2']?.['count']).toBe(Number(total) - (typeof before === 'number' ? before : 0) + 1000);
  // The drill-down speaks of the same totals, all of them.
  const shown = withCorrections(again.consolidation, again.kept, sheetWords.details);
  const live = await liveTotals();
  for (const { field, value, reporters } of shown.totals)
    expect([field.key, live[field.indicator.id]?.[field.measure.id] ?? null]).toEqual([
      field.key,
      reporters === 0 ? null : value,
    ]);
  const marks = excel.sheet('Chi tiết').conditionalFormats.filter((one) => one.formula.startsWith('=ROW('));
  expect(marks).toHaveLength(1);
  // Still known as a correction in the run after; set back by hand it is none any more.
  const third = good(await addLateFiles(hostOf(excel), [], settings));
  expect(third.kept).toHaveLength(1);
  await typeInDetails('Nà Lanh', header, typeof before === 'number' ? before : '');
  const fourth = good(await addLateFiles(hostOf(excel), [], settings));
  expect(fourth.kept).toEqual([]);
  expect(await liveTotals()).toEqual(expectedSums());
}, 60_000);

test('R-XLS-35 a late file is added without the others, with the result of all at once', async () => {
  const late = samples.slice(-4);
  good(await consolidateIntoWorkbook(hostOf(excel), samples.slice(0, -4), settings));
  expect(await liveTotals()).not.toEqual(expectedSums());
  const added = good(await addLateFiles(hostOf(excel), late, settings));
  expect(added.received).toHaveLength(samples.length);
  expect(await liveTotals()).toEqual(expectedSums());
}, 60_000);

test('R-XLS-36 a protected workbook is refused with a reason and stays as it was', async () => {
  await excel.look(async (context) => {
    context.workbook.protection.protect();
    await context.sync();
  });
  const before = await snapshot();
  expect(await consolidateIntoWorkbook(hostOf(excel), few, settings)).toEqual({
    ok: false,
    error: { code: 'workbook-protected', detail: null },
  });
  expect(differences(before, await snapshot())).toEqual([]);
});

test('R-XLS-37 168 units cost at most eight batches, again in the second run', async () => {
  const units = manyUnits(samples, 168);
  const host = hostOf(excel);
  const first = await excel.batchesOf(async () => good(await consolidateIntoWorkbook(host, units, settings)));
  const second = await excel.batchesOf(async () => good(await consolidateIntoWorkbook(host, units, settings)));
  expect([first, second].every((one) => one <= 8)).toBe(true);
  expect((await liveTotals())['2']?.['count']).toBe((168 * 167) / 2);
}, 120_000);
