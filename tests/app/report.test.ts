/** "Báo cáo" in a workbook: made with the summary, the clerk's changes read back, late files change only the rest. */
import { FakeHost } from './fake-host';
import {
  addLateFiles,
  consolidateIntoWorkbook,
  plainSettings,
  type ConsolidationSettings,
} from '../../src/app/consolidate-into-workbook';
import { exportSummary } from '../../src/app/export-summary';
import { receiveCells } from '../../src/app/receive-workbook';
import { storeReceived, unstoreReceived } from '../../src/app/received-store';
import { travel } from '../support/travel';
import { putReport, readReport } from '../../src/app/report';
import { USUAL_REQUEST } from '../../src/app/report-sheet';
import type { CellGrid } from '../../src/core/cells/cell';
import type { Received } from '../../src/core/consolidation/received';
import { USUAL_CHOICES } from '../../src/core/narrative/context';
import { figuresOf, textOf, type Narrative } from '../../src/core/narrative/narrative';
import { SHEET_ROLES } from '../../src/core/sheets/markers';
import { readWorkbook } from '../../src/files/read/read-workbook';
import { annexRows, FORM } from '../support/annex';
import { gridOf } from '../support/grid';
import { SETTINGS, sha256 } from '../support/received';
import { sampleReceived, settings as sampleSettings } from '../support/sample-report';

const settings: ConsolidationSettings = plainSettings(FORM, 'Nhập tay');

function received(unit: string, news: number, ...words: readonly string[]): Received {
  const sheets = [gridOf(annexRows({ 2: [news] }, { unit }), { sheet: 'Phụ lục II' })];
  if (words.length > 0)
    sheets.push(
      gridOf(
        words.map((line) => [line]),
        { sheet: 'Báo cáo' },
      ),
    );
  const workbook = { sheets, properties: { savedAt: null, title: null, creator: null, custom: {} } };
  return receiveCells(workbook, { file: `${unit}.xlsx`, hash: sha256(unit + String(news)), fileTime: null }, SETTINGS);
}

const good = <T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const text = (narrative: Narrative, id: string): string => textOf(narrative.paragraphs.find((one) => one.id === id)?.parts ?? []);

/** Types over a text of the report sheet, as the clerk would. */
function type(host: FakeHost, before: string, after: string): void {
  const sheet = host.own.find((one) => one.role === SHEET_ROLES.report);
  if (sheet === undefined) throw new Error('no report');
  // The generated text stands beside it in a hidden column: only the second column is typed into.
  const rows = sheet.grid.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) =>
      cell.column === 1 && cell.value.kind === 'text' && cell.value.value === before
        ? { ...cell, value: { kind: 'text' as const, value: after } }
        : cell,
    ),
  }));
  const grid: CellGrid = { ...sheet.grid, rows };
  host.own = host.own.map((one) => (one === sheet ? { ...one, grid } : one));
}

async function hostWith(...files: readonly Received[]): Promise<FakeHost> {
  const host = new FakeHost();
  good(await consolidateIntoWorkbook(host, files, settings));
  return host;
}

test('R-NARR-120 the report is a sheet of the summary: made once, it follows every later consolidation', async () => {
  const host = await hostWith(received('UBND xã A', 5));
  expect(host.own.map((one) => one.role)).not.toContain(SHEET_ROLES.report);
  const { report } = good(await putReport(host, settings, USUAL_REQUEST));
  expect(host.own.map((one) => one.role)).toContain(SHEET_ROLES.report);
  expect(text(report.narrative, 'results/2')).toContain('05 tin, bài');
  const late = good(await addLateFiles(host, [received('UBND xã B', 7)], settings));
  expect(late.report === null ? '' : text(late.report.narrative, 'results/2')).toContain('12 tin, bài');
});

test('R-NARR-121 changes typed into the sheet stay when a late file is added; figures under them are marked', async () => {
  const host = await hostWith(received('UBND xã A', 5));
  const first = good(await putReport(host, settings, { ...USUAL_REQUEST, choices: { ...USUAL_CHOICES, units: 'counted' } }));
  type(host, text(first.report.narrative, 'results/2'), 'Toàn huyện có 05 tin, bài.');
  good(await addLateFiles(host, [received('UBND xã B', 7)], settings));
  const report = good(await readReport(host, settings));
  const paragraph = report.narrative.paragraphs.find((one) => one.id === 'results/2');
  expect([paragraph?.state, textOf(paragraph?.parts ?? [])]).toEqual(['edited', 'Toàn huyện có 05 tin, bài.']);
  expect(paragraph?.outdated.map(({ before, now }) => [before.text, now?.text])).toEqual([['05', '12']]);
  expect(report.request.choices.units).toBe('counted');
  expect(JSON.stringify(report.document.body)).toContain('Toàn huyện có 05 tin, bài.');
});

test('R-NARR-122 the texts of a file survive the way between threads and the workbook, whole', async () => {
  const one = received(
    'UBND xã A',
    5,
    'Ưu điểm',
    'Nhân dân tham gia tích cực',
    'Văn bản đã ban hành',
    'Kế hoạch số 1/KH-UBND ngày 01/9/2024',
    'Hình ảnh',
    'Lễ khai mạc',
  );
  expect(
    one.outcome === 'form' ? [one.texts?.passages.length, one.texts?.documents.length, one.texts?.photos.length] : null,
  ).toEqual([1, 1, 1]);
  expect(travel(FORM, one)).toEqual(one);
  expect(good(await unstoreReceived(await storeReceived([one]), FORM, settings.expected))).toEqual([one]);
});

test('R-NARR-123 every received sample comes back whole out of the workbook', async () => {
  const all = await sampleReceived();
  expect(all.filter((one) => one.outcome === 'form' && one.texts !== null)).toHaveLength(8);
  expect(good(await unstoreReceived(await storeReceived(all), FORM, sampleSettings.expected))).toEqual(all);
});

test('R-NARR-124 the exported summary carries the report, and the next level hears what this office says', async () => {
  const host = await hostWith(
    received(
      'UBND xã A',
      5,
      'Tồn tại',
      'Kinh phí còn hạn hẹp',
      'Kiến nghị',
      'Với Bộ Giáo dục và Đào tạo: Hướng dẫn sớm hơn',
      'Các hoạt động',
      'Tổ chức ngày hội đọc sách',
    ),
  );
  good(await putReport(host, settings, USUAL_REQUEST));
  good(await exportSummary(host, settings));
  const workbook = good(readWorkbook(host.opened[0] ?? new Uint8Array()));
  const above = receiveCells(workbook, { file: 'huyen.xlsx', hash: null, fileTime: null }, SETTINGS);
  const texts = above.outcome === 'form' ? above.texts : null;
  expect(texts?.passages.map((one) => [one.part, one.addressee, one.text])).toEqual(
    expect.arrayContaining([
      ['activities', null, 'Tổ chức ngày hội đọc sách.'],
      ['weaknesses', null, 'Kinh phí còn hạn hẹp.'],
      ['proposals', 'Bộ Giáo dục và Đào tạo', 'Hướng dẫn sớm hơn.'],
    ]),
  );
  expect(texts?.passages.some((one) => one.text.includes('tin, bài'))).toBe(false);
});

test('R-NARR-125 without anything consolidated there is no report, and that is said', async () => {
  const host = new FakeHost();
  expect(await readReport(host, settings)).toEqual({ ok: false, error: { code: 'no-summary', detail: null } });
  expect(await putReport(host, settings, USUAL_REQUEST)).toMatchObject({ ok: false });
});

test('R-NARR-126 corrections by hand in “Chi tiết” are in the report as they are in the totals', async () => {
  const host = await hostWith(received('UBND xã A', 5), received('UBND xã B', 7));
  const details = host.own.find((one) => one.role === SHEET_ROLES.details);
  if (details === undefined) throw new Error('no details');
  let done = false;
  const rows = details.grid.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => {
      if (done || cell.value.kind !== 'number' || cell.value.value !== 7) return cell;
      done = true;
      return { ...cell, value: { kind: 'number' as const, value: 9 } };
    }),
  }));
  host.own = host.own.map((one) => (one === details ? { ...one, grid: { ...details.grid, rows } } : one));
  const { report } = good(await putReport(host, settings, USUAL_REQUEST));
  expect(
    figuresOf(report.narrative.paragraphs.find((one) => one.id === 'results/2')?.parts ?? []).map((one) => one.value),
  ).toContain(14);
});
