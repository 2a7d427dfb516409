/** What a clerk does with a consolidated workbook: type a unit in, add rows, ask where a total comes from, hand it on. */
import { good, openExcel, type ExcelPage } from './support/excel-page';
import { manyUnits, receiveSamples } from './support/samples';
import { consolidateIntoWorkbook, addLateFiles, plainSettings } from '../../src/app/consolidate-into-workbook';
import { drillDown, totalAt } from '../../src/app/drill-down';
import { exportSummary } from '../../src/app/export-summary';
import { consolidateAgain, withTypedIn } from '../../src/app/type-in-unit';
import { receiveWorkbook } from '../../src/app/receive-workbook';
import { NO_DECISIONS } from '../../src/core/campaign/decisions';
import { readStored } from '../../src/app/stored-files';
import type { Received } from '../../src/core/consolidation/received';
import { consolidate } from '../../src/core/consolidation/consolidate';
import { laiChau } from '../support/sample-consolidation';
import { FORMS } from '../../src/catalogue/forms';

let excel: ExcelPage;
let samples: readonly Received[];
beforeAll(async () => {
  samples = await receiveSamples();
}, 60_000);
beforeEach(async () => {
  excel = await openExcel();
});
afterEach(() => {
  expect(excel.page.host.gaps).toEqual([]);
  excel.close();
});

const settings = plainSettings(laiChau, 'Nhập tay');
const entry = {
  unit: { code: null, name: 'UBND xã Giấy' },
  values: { '2/count': 7, '1.1/count': 2, '1.1/people': 40 },
  notes: {},
  receivedAt: null,
};

test('R-XLS-70 a unit typed in by hand is a row like any other, and typing it again replaces it', async () => {
  const decisions = good(withTypedIn(laiChau, NO_DECISIONS, entry));
  const first = good(await consolidateAgain(excel.host(), { ...settings, decisions }));
  expect(first.consolidation.totals.find((one) => one.field.key === '2/count')?.value).toBe(7);
  const changed = good(withTypedIn(laiChau, decisions, { ...entry, values: { '2/count': 9 } }));
  expect(changed.typedIn).toHaveLength(1);
  const second = good(await consolidateAgain(excel.host(), { ...settings, decisions: changed }));
  expect(second.consolidation.totals.find((one) => one.field.key === '2/count')?.value).toBe(9);
  expect(second.consolidation.contributors.map((one) => one.file)).toEqual(['Nhập tay: UBND xã Giấy']);
  // The decision is kept with the workbook.
  expect(good(await excel.host().loadState())?.decisions.typedIn).toEqual(changed.typedIn);
}, 60_000);

test('R-XLS-71 figures that no form asks for, negative or broken ones, and a unit without name are refused', () => {
  expect(withTypedIn(laiChau, NO_DECISIONS, { ...entry, unit: { code: null, name: ' ' } })).toEqual({
    ok: false,
    error: { code: 'unit-missing' },
  });
  for (const [key, value] of [
    ['99/count', 1],
    ['2/count', -1],
    ['2/count', 1.5],
    ['2/people', 3],
    ['2/count', 1e16],
  ] as const) {
    expect(withTypedIn(laiChau, NO_DECISIONS, { ...entry, values: { [key]: value } })).toEqual({
      ok: false,
      error: { code: 'figure-wrong', key },
    });
  }
  expect(withTypedIn(laiChau, NO_DECISIONS, { ...entry, values: {} })).toEqual({
    ok: false,
    error: { code: 'nothing-typed' },
  });
});

test('R-XLS-72 a row added to “Chi tiết” by hand stays through the next run as a unit typed in', async () => {
  const few = samples.filter((one) => one.outcome === 'form').slice(0, 3);
  const first = good(await consolidateIntoWorkbook(excel.host(), few, settings));
  await excel.look(async (context) => {
    const table = context.workbook.tables.getItem('ChiTiet');
    const headers = table.getHeaderRowRange();
    headers.load('values');
    await context.sync();
    const line = ((headers.values[0] ?? []) as string[]).map((header) =>
      header === 'Đơn vị báo cáo' ? 'UBND xã Thêm' : header === '2 – Tin, bài/cuộc' ? 500 : '',
    );
    table.rows.add(undefined, [line]);
    await context.sync();
  });
  const again = good(await addLateFiles(excel.host(), [], settings));
  const total = (one: typeof first): number => one.consolidation.totals.find(({ field }) => field.key === '2/count')?.value ?? 0;
  expect(total(again)).toBe(total(first) + 500);
  expect(again.consolidation.contributors.map((one) => one.unit.name)).toContain('UBND xã Thêm');
  expect(again.decisions.typedIn.map((one) => one.values)).toEqual([{ '2/count': 500 }]);
}, 60_000);

test('R-XLS-73 a total, clicked, says who contributed what, down to file and cell', async () => {
  const made = good(await consolidateIntoWorkbook(excel.host(), samples, settings));
  const summary = good(await excel.host().readSummary()).own.find((one) => one.role === 'tong-hop/summary');
  if (summary === undefined) throw new Error('no summary');
  const row = summary.grid.rows.find((one) =>
    one.cells.some((cell) => cell.column === 0 && cell.value.kind === 'text' && cell.value.value === '2'),
  );
  const total = totalAt(made.consolidation, summary.grid, `$D$${String((row?.index ?? 0) + 1)}`);
  expect(total?.field.key).toBe('2/count');
  if (total === null) return;
  const { lines } = drillDown(total, [], () => []);
  expect(lines.reduce((sum, one) => sum + one.value, 0)).toBe(total.value);
  expect(lines.every((one) => one.file !== '' && one.cell !== null)).toBe(true);
  expect(lines.map((one) => one.value)).toEqual(lines.map((one) => one.value).sort((a, b) => b - a));
  expect(totalAt(made.consolidation, summary.grid, 'A1')).toBeNull();
  expect(totalAt(made.consolidation, summary.grid, 'x')).toBeNull();
}, 60_000);

test('R-XLS-74 the summary, handed on as a workbook of its own, is consolidated by the next level without loss', async () => {
  const made = good(await consolidateIntoWorkbook(excel.host(), samples, settings));
  const opened: string[] = [];
  excel.page.host.onCreateWorkbook((base64) => opened.push(base64 ?? ''));
  good(await exportSummary(excel.host(), settings));
  expect(opened).toHaveLength(1);
  const bytes = Uint8Array.from(atob(opened[0] ?? ''), (letter) => letter.charCodeAt(0));
  const expected = { year: laiChau.year, theme: null };
  const received = receiveWorkbook(
    bytes,
    { file: 'huyen.xlsx', hash: null, fileTime: null },
    { form: laiChau, forms: FORMS, expected, acceptProposals: false },
  );
  const next = consolidate(laiChau, [received], { roster: null });
  const sums = (all: typeof next): unknown[] => all.totals.map((one) => [one.field.key, one.value, one.reporters]);
  expect(sums(next)).toEqual(sums(made.consolidation));
}, 60_000);

test('R-XLS-75 without a summary nothing can be added, exported or asked for', async () => {
  const none = { ok: false, error: { code: 'no-summary', detail: null } };
  expect(await addLateFiles(excel.host(), [], settings)).toEqual(none);
  expect(await exportSummary(excel.host(), settings)).toEqual(none);
});

test('R-XLS-76 for 3,321 units no request is larger than 4 MB', async () => {
  const host = excel.page.host as unknown as { handle: (text: string, flags: number) => Promise<string> };
  const handle = host.handle.bind(excel.page.host);
  const sizes: number[] = [];
  const replies: number[] = [];
  host.handle = async (text, flags) => {
    const reply = await handle(text, flags);
    sizes.push(Buffer.byteLength(text));
    replies.push(Buffer.byteLength(reply));
    return reply;
  };
  good(await consolidateIntoWorkbook(excel.host(), manyUnits(samples, 3321), settings));
  expect(Math.max(...sizes)).toBeLessThan(4_000_000);
  // The next run reads all of it again.
  const before = good(await excel.host().readSummary());
  expect(good(await readStored(before, settings))).toHaveLength(3321);
  expect(Math.max(...replies)).toBeLessThan(4_000_000);
  process.stdout.write(
    `3,321 units: ${String(sizes.length)} batches, largest ${String(Math.round(Math.max(...sizes) / 1000))} kB\n`,
  );
}, 600_000);
