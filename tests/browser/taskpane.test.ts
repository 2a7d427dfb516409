/** The real dist in Chromium: choosing files, reading them, saving the workbook; nothing leaves the machine. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { read, utils, write, type WorkBook } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import type { Browser, BrowserContext, Page } from 'playwright-core';

import { annexRows, type AnnexValues } from '../support/annex';
import { servePane, type ServedPane } from '../support/built-pane';
import { findChromium, startChromium } from '../support/chromium';
import { noise, withPhoto } from '../support/with-photo';

let browser: Browser;
let served: ServedPane;
let folder: string;

/** A filled annex as the bytes of an .xlsx file. */
function workbook(unit: string, values: AnnexValues): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(annexRows(values, { unit }) as unknown[][]), 'Phụ lục II');
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
}

const MUONG_SO = workbook('UBND xã Mường So', { '1.1': [3, 120], '1.2': [4, 1250], '10.1': [5_000_000] });
const PHONG_THO = workbook('UBND xã Phong Thổ', { '1.1': ['2', 45], '1.3': ['khá nhiều'] });
const DAO_SAN = workbook('UBND xã Dào San', { '1.1': [1, 30] });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tong-hop-pane-'));
  mkdirSync(join(folder, 'nhận', 'xã'), { recursive: true });
  writeFileSync(join(folder, 'Mường So.xlsx'), MUONG_SO);
  writeFileSync(join(folder, 'Phong Thổ.xlsx'), PHONG_THO);
  writeFileSync(join(folder, 'thư mời.xlsx'), strToU8('không phải bảng tính'));
  writeFileSync(join(folder, 'nộp muộn.zip'), zipSync({ 'Dào San.xlsx': DAO_SAN }));
  writeFileSync(join(folder, 'nhận', 'xã', 'Mường So.xlsx'), MUONG_SO);
  writeFileSync(join(folder, 'nhận', 'Phong Thổ.xlsx'), PHONG_THO);
  [served, browser] = await Promise.all([servePane(), startChromium()]);
}, 400_000);

afterAll(async () => {
  await browser.close();
  await served.close();
  rmSync(folder, { recursive: true, force: true });
});

interface OpenPane {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Console output, page errors and broken policies. */
  readonly complaints: string[];
  readonly requests: string[];
}

async function openPane(options: { readonly width?: number; readonly dark?: boolean } = {}): Promise<OpenPane> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 350, height: 600 },
    colorScheme: options.dark === true ? 'dark' : 'light',
    acceptDownloads: true,
  });
  const complaints: string[] = [];
  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  context.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  context.on('weberror', (error) => complaints.push(String(error.error())));
  const page = await context.newPage();
  await page.goto(served.url);
  await page.getByRole('button', { name: 'Chọn tệp báo cáo' }).waitFor();
  return { page, context, complaints, requests };
}

const choose = async (page: Page, ...names: readonly string[]): Promise<void> => {
  await page.locator('input[data-pick="files"]').setInputFiles(names.map((name) => join(folder, name)));
};
/** The result's own parts; the place around it is a panel too. */
const files = (page: Page) => page.getByRole('tabpanel', { name: /^Tệp/ });
const headline = (page: Page, text: string): Promise<void> =>
  page.getByRole('heading', { name: text }).waitFor({ timeout: 20_000 });

async function savedWorkbook(page: Page): Promise<{ readonly name: string; readonly book: WorkBook }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Lưu bảng tổng hợp (.xlsx)' }).click(),
  ]);
  const path = join(folder, 'saved.xlsx');
  await download.saveAs(path);
  return { name: download.suggestedFilename(), book: read(readFileSync(path), { dense: false }) };
}

/** The figures of a row of the sheet "Tổng hợp", from the cells right of the label that begins so. */
function figures(book: WorkBook, number: string): readonly unknown[] {
  const sheet = book.Sheets['Tổng hợp'];
  if (sheet === undefined) throw new Error(`no summary sheet among ${book.SheetNames.join(', ')}`);
  const rows = utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: true, defval: null });
  const row = rows.find((one) => String(one[0]).trim() === number);
  return (row ?? []).slice(3, 5);
}

test('R-PANE-01 R-PANE-02 R-PANE-06 from chosen files to a saved workbook', async () => {
  const { page, context, complaints, requests } = await openPane();
  await choose(page, 'Mường So.xlsx', 'Phong Thổ.xlsx', 'thư mời.xlsx');
  await headline(page, 'Đã tính 2 trong 3 tệp nhận được.');

  const rows = await files(page).getByRole('listitem').filter({ hasText: '.xlsx' }).allInnerTexts();
  expect(rows).toHaveLength(3);
  expect(rows[0]).toMatch(/thư mời\.xlsx[^]*Không đọc được · Không tìm thấy bảng số liệu theo mẫu/);
  expect(rows[1]).toMatch(/UBND xã Mường So[^]*Đã tính/);
  expect(rows[2]).toMatch(/UBND xã Phong Thổ[^]*1 lỗi/);
  await page.getByText('1 lỗi').click();
  await page.getByText('“khá nhiều” không phải là số').waitFor();

  await page.getByRole('tab', { name: 'Số liệu' }).click();
  const first = await page.getByRole('row', { name: /^1\.1\. / }).innerText();
  expect(first.replace(/\s+/g, ' ')).toMatch(/ 5 ?\(2\) 165 ?\(2\)$/);
  expect(await page.getByRole('row', { name: /^1\.4\. / }).innerText()).toContain('–');

  const { name, book } = await savedWorkbook(page);
  expect(name).toBe('Bảng tổng hợp Phụ lục II năm 2024.xlsx');
  expect(book.SheetNames.slice(0, 4)).toEqual(['Tổng hợp', 'Chi tiết', 'Tình hình nộp báo cáo', 'Cần rà soát']);
  expect(figures(book, '1.1')).toEqual([5, 165]);
  expect(figures(book, '1.2')).toEqual([4, 1250]);
  await page.getByText('Đã lưu tệp “Bảng tổng hợp').waitFor();

  expect(requests.filter((url) => !url.startsWith(served.url) && !url.startsWith('blob:') && !url.startsWith('data:'))).toEqual(
    [],
  );
  expect(requests.some((url) => url.includes('desk-worker') || url.endsWith('.js'))).toBe(true);
  expect(complaints).toEqual([]);
  await context.close();
}, 60_000);

test('R-PCON-12 R-READ-95 large files are opened by their readers: a photo inside, a photo under the name, an archive', async () => {
  const { page, context, complaints } = await openPane();
  const large = withPhoto(DAO_SAN, 1, 2_000_000);
  const jpeg = noise(2_000_000, 2);
  jpeg.set([0xff, 0xd8, 0xff, 0xe0]);
  writeFileSync(join(folder, 'có ảnh.xlsx'), large);
  writeFileSync(join(folder, 'ảnh chụp.xlsx'), jpeg);
  writeFileSync(join(folder, 'gói có ảnh.zip'), zipSync({ 'có ảnh.xlsx': [large, { level: 0 }] }));
  await choose(page, 'có ảnh.xlsx', 'ảnh chụp.xlsx', 'gói có ảnh.zip');
  await headline(page, 'Đã tính 1 trong 3 tệp nhận được.');
  const rows = await files(page).getByRole('listitem').filter({ hasText: '.xlsx' }).allInnerTexts();
  expect(rows.sort().join('\n')).toMatch(/\ncó ảnh\.xlsx\nĐã tính\n[^]*!có ảnh\.xlsx\nTrùng với tệp khác[^]*ảnh chụp\.xlsx\nKhông đọc được · Đây không phải là bảng tính \(tệp ảnh\)/);
  expect(complaints).toEqual([]);
  await context.close();
});

test('R-PANE-03 R-PANE-04 an archive, then a folder, join what was read; the same file is not read again', async () => {
  const { page, context, complaints } = await openPane();
  await choose(page, 'nộp muộn.zip');
  await headline(page, 'Đã tính 1 trong 1 tệp nhận được.');
  expect(await files(page).innerText()).toContain('nộp muộn.zip!Dào San.xlsx');

  await page.locator('input[data-pick="folder"]').setInputFiles(join(folder, 'nhận'));
  await headline(page, 'Đã tính 3 trong 3 tệp nhận được.');
  expect(await files(page).innerText()).toMatch(/\bxã\/Mường So\.xlsx/);

  await page.locator('input[data-pick="folder"]').setInputFiles(join(folder, 'nhận'));
  await page.getByText('2 tệp đã được chọn từ trước nên không đọc lại.').waitFor();
  const { book } = await savedWorkbook(page);
  expect(figures(book, '1.1')).toEqual([6, 195]);
  expect(complaints).toEqual([]);
  await context.close();
}, 60_000);

test('R-PANE-05 stopping leaves the pane as it was', async () => {
  const { page, context, complaints } = await openPane();
  await choose(page, 'Mường So.xlsx');
  await headline(page, 'Đã tính 1 trong 1 tệp nhận được.');
  // Enough work to be stopped in: many copies in one archive.
  const many = zipSync(Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`xã ${String(index)}.xlsx`, PHONG_THO])));
  await page
    .locator('input[data-pick="files"]')
    .setInputFiles({ name: 'nhiều.zip', mimeType: 'application/zip', buffer: Buffer.from(many) });
  const stop = page.getByRole('button', { name: 'Dừng lại' });
  await stop.waitFor();
  const began = Date.now();
  await stop.click();
  await headline(page, 'Đã tính 1 trong 1 tệp nhận được.');
  expect(Date.now() - began).toBeLessThan(10_000);
  await page.getByText('Đã dừng.').waitFor();
  await page.waitForTimeout(1000);
  expect(await page.getByRole('heading', { name: /^Đã tính/ }).innerText()).toBe('Đã tính 1 trong 1 tệp nhận được.');
  // What comes after is not disturbed by what was stopped.
  await choose(page, 'Phong Thổ.xlsx');
  await headline(page, 'Đã tính 2 trong 2 tệp nhận được.');
  expect(complaints).toEqual([]);
  await context.close();
}, 60_000);

test.each([
  [320, false],
  [320, true],
  [350, true],
])(
  'R-PANE-07 at %i pixels, dark %s, nothing is cut',
  async (width, dark) => {
    const { page, context } = await openPane({ width, dark });
    /** Elements that reach beyond the page, or whose text is wider than they are. */
    const cut = (): Promise<string[]> =>
      page.evaluate(() => {
        const out: string[] = [];
        const limit = document.documentElement.clientWidth;
        for (const element of document.querySelectorAll('body *')) {
          const box = element.getBoundingClientRect();
          const style = getComputedStyle(element);
          if (box.width < 2 || style.visibility === 'hidden' || style.clipPath !== 'none') continue;
          if (box.right > limit + 1)
            out.push(`${element.tagName} reaches ${String(Math.round(box.right))}: ${element.textContent.slice(0, 40)}`);
          if (style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1)
            out.push(`${element.tagName} is cut: ${element.textContent.slice(0, 40)}`);
        }
        return out;
      });
    expect(await cut()).toEqual([]);
    await choose(page, 'Mường So.xlsx', 'Phong Thổ.xlsx', 'thư mời.xlsx');
    await headline(page, 'Đã tính 2 trong 3 tệp nhận được.');
    expect(await cut()).toEqual([]);
    await page.getByRole('tab', { name: 'Số liệu' }).click();
    await page.getByRole('table').waitFor();
    expect(await cut()).toEqual([]);
    for (const name of [/^Chờ/, 'Biểu đồ']) {
      await page.getByRole('tab', { name }).click();
      await page.getByRole('tabpanel', { name }).waitFor();
      expect(await cut()).toEqual([]);
    }
    await page.getByRole('button', { name: 'Nhập tay' }).click();
    await page.getByRole('heading', { name: 'Nhập tay báo cáo giấy' }).waitFor();
    expect(await cut()).toEqual([]);
    await context.close();
  },
  60_000,
);

/** The page's tasks over 50 milliseconds since the moment, in milliseconds. */
const longTasks = (page: Page, since: number): Promise<number[]> =>
  page.evaluate(
    (from) =>
      (window as unknown as { longTasks: [number, number][] }).longTasks.flatMap(([start, length]) =>
        start > from ? [length] : [],
      ),
    since,
  );

test('R-PCON-20 while 500 workbooks are read the page stays free, and stopping answers at once', async () => {
  const many = join(folder, 'nhiều');
  mkdirSync(many);
  for (let number = 0; number < 500; number += 1)
    writeFileSync(join(many, `xã ${String(number)}.xlsx`), workbook(`UBND xã Số ${String(number)}`, { '1.1': [1, number] }));
  const { page, context, complaints } = await openPane();
  await page.evaluate(() => {
    const found: [number, number][] = [];
    Object.assign(window, { longTasks: found });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) found.push([entry.startTime, entry.duration]);
    }).observe({ type: 'longtask' });
  });
  await page.locator('input[data-pick="folder"]').setInputFiles(many);
  await page
    .getByText(/^Đã đọc [1-9]/)
    .first()
    .waitFor({ timeout: 60_000 });
  const since = await page.evaluate(() => performance.now());
  await headline(page, 'Đã tính 500 trong 500 tệp nhận được.');
  const lengths = await longTasks(page, since);
  process.stdout.write(
    `longest task of the page while 500 workbooks are read: ${String(Math.round(Math.max(0, ...lengths)))} ms\n`,
  );
  // On a quiet machine none is over 100; a machine that builds and tests beside this one makes every task longer.
  expect(Math.max(0, ...lengths)).toBeLessThan(2_000);

  await page.getByRole('button', { name: 'Làm lại từ đầu' }).click();
  await page.getByRole('button', { name: 'Bỏ hết và làm lại?' }).click();
  await page.locator('input[data-pick="folder"]').setInputFiles(many);
  await page
    .getByText(/^Đã đọc [1-9]/)
    .first()
    .waitFor({ timeout: 60_000 });
  const took = await page.evaluate(async () => {
    const began = performance.now();
    document.querySelector<HTMLElement>('[data-focus="cancel"]')?.click();
    while (document.querySelector('input[data-pick="folder"]') === null) await new Promise((resolve) => setTimeout(resolve, 5));
    return performance.now() - began;
  });
  process.stdout.write(`stopping answered after ${String(Math.round(took))} ms\n`);
  // Half a second at most on a quiet machine.
  expect(took).toBeLessThan(5_000);
  expect(complaints).toEqual([]);
  await context.close();
}, 180_000);

test('R-PANE-08 a missing Chromium is an error that says what to install', () => {
  const before = process.env['CHROMIUM_PATH'];
  process.env['CHROMIUM_PATH'] = join(folder, 'no-chromium');
  try {
    expect(findChromium).toThrow(/apt-get install chromium/);
  } finally {
    if (before === undefined) delete process.env['CHROMIUM_PATH'];
    else process.env['CHROMIUM_PATH'] = before;
  }
});
