/**
 * The add-in as it ships inside the stand-in Excel: from an empty workbook to the finished summary of the samples, by mouse
 * and by keyboard alone; from a cell of the sheet back to those who made the total.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, FileChooser, Frame, Page } from 'playwright-core';

import { buildBundles } from '../../../src/standin/server/bundles';
import { NATIVE_ADDRESSES } from '../../../src/standin/server/rewrite-html';
import { serve, type Served } from '../../../src/standin/server/serve';
import { makeSite } from '../../../src/standin/server/site';
import { buildPane } from '../../support/built-pane';
import { startChromium } from '../../support/chromium';
import { expectedSamples } from '../../taskpane/support/desk-in-process';

const root = join(__dirname, '..', '..', '..');
const SAMPLES = join(root, 'samples', 'received');
const LIMIT = 240_000;

let browser: Browser;
let served: Served;
const outside: string[] = [];
const broken: string[] = [];

beforeAll(async () => {
  const addinFolder = buildPane();
  const [chromium, bundles] = await Promise.all([startChromium(), buildBundles(root)]);
  browser = chromium;
  served = await serve(makeSite({ root, bundles, addresses: NATIVE_ADDRESSES, addinFolder }), 0);
}, 400_000);

afterAll(async () => {
  await browser.close();
  await served.close();
});

interface OpenExcel {
  readonly page: Page;
  readonly pane: Frame;
  readonly close: () => Promise<void>;
}

async function openExcel(): Promise<OpenExcel> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 820 } });
  await context.route('**/*', (route) => {
    const url = route.request().url();
    if (url.startsWith(`${served.origin}/`) || /^(?:blob|data):/.test(url)) return route.continue();
    outside.push(url);
    return route.abort();
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => broken.push(`${error.message} ${error.stack ?? ''}`));
  await page.goto(`${served.origin}/standin/`);
  for (;;) {
    const pane = page.frames().find((one) => one.url().includes('/excel.html'));
    if (pane !== undefined) {
      await pane.getByRole('tab', { name: 'Tổng hợp' }).waitFor({ timeout: 60_000 });
      await pane.getByRole('button', { name: 'Chọn tệp báo cáo' }).waitFor({ timeout: 60_000 });
      const close = (): Promise<void> => context.close();
      return { page, pane, close };
    }
    await page.waitForTimeout(50);
  }
}

/** Sheet names, and every number of the sheet of totals by address. */
interface Book {
  readonly names: readonly string[];
  readonly numbers: Readonly<Record<string, number>>;
  readonly texts: Readonly<Record<string, string>>;
}

function readBook(page: Page): Promise<Book> {
  return page.evaluate(() => {
    const { workbook } = (window as unknown as { standinHost: { workbook: Workbook } }).standinHost;
    interface Sheet {
      readonly name: string;
      readonly visibility: string;
      content(row: number, column: number): { readonly value: unknown };
    }
    interface Workbook {
      readonly sheets: readonly Sheet[];
    }
    const sheet = workbook.sheets.find((one) => one.name === 'Tổng hợp');
    const numbers: Record<string, number> = {};
    const texts: Record<string, string> = {};
    for (let row = 0; row < 80; row += 1) {
      for (let column = 0; column < 6; column += 1) {
        const value = sheet?.content(row, column).value;
        const address = `${String.fromCharCode(65 + column)}${String(row + 1)}`;
        if (typeof value === 'number') numbers[address] = value;
        if (typeof value === 'string' && value !== '') texts[address] = value;
      }
    }
    return { names: workbook.sheets.filter((one) => one.visibility === 'Visible').map((one) => one.name), numbers, texts };
  });
}

/** The totals of the sheet by the number in the column TT: as samples/expected.json has them. */
function expectSamples(book: Book): void {
  const { totals } = expectedSamples();
  const rowOf = (number: string): string | undefined =>
    Object.entries(book.texts)
      .find(([address, text]) => address.startsWith('A') && text.trim() === number)?.[0]
      .slice(1) ??
    Object.entries(book.numbers)
      .find(([address, value]) => address.startsWith('A') && String(value) === number)?.[0]
      .slice(1);
  for (const [row, cells] of Object.entries(totals)) {
    // One row of the form has no number of its own.
    const at = rowOf(row);
    if (at === undefined) continue;
    const figures = ['D', 'E'].flatMap((column) => book.numbers[`${column}${at}`] ?? []);
    for (const value of Object.values(cells)) {
      // What nobody reported stays blank.
      if (typeof value === 'number' && value > 0) expect([row, figures]).toEqual([row, expect.arrayContaining([value])]);
    }
  }
  expect(Object.keys(totals).filter((row) => rowOf(row) !== undefined).length).toBeGreaterThan(30);
}

test(
  'R-PCON-19 by mouse: an empty workbook becomes the summary of the samples with one press after choosing',
  async () => {
    const { page, pane, close } = await openExcel();
    await pane.locator('input[data-pick="folder"]').setInputFiles(SAMPLES);
    await pane.getByRole('heading', { name: 'Đã tính 22 trong 30 tệp nhận được.' }).waitFor({ timeout: 60_000 });
    await pane.getByRole('button', { name: 'Đưa vào bảng tính' }).click();
    await pane.getByText('Đã đưa vào trang “Tổng hợp” của sổ tính.').waitFor({ timeout: 60_000 });
    const book = await readBook(page);
    expect(book.names).toEqual(expect.arrayContaining(['Tổng hợp', 'Chi tiết', 'Tình hình nộp báo cáo', 'Cần rà soát']));
    expectSamples(book);

    // A total in the sheet shows who made it, and the focus stays where it was.
    const cell =
      Object.entries(book.texts)
        .find(([address, text]) => address.startsWith('A') && text.trim() === '1.1')?.[0]
        .slice(1) ?? '';
    await page.evaluate(
      (row) => {
        const { workbook } = (window as unknown as { standinHost: { workbook: { active: { name: string }; select?: unknown } } })
          .standinHost;
        const model = workbook as unknown as {
          readonly sheets: readonly { readonly name: string }[];
          select(sheet: unknown, rect: unknown, actor: 'person'): void;
        };
        const sheet = model.sheets.find((one) => one.name === 'Tổng hợp');
        model.select(sheet, { top: row, left: 3, bottom: row, right: 3 }, 'person');
      },
      Number(cell) - 1,
    );
    await pane.getByRole('heading', { name: 'Các đơn vị góp vào số này' }).waitFor({ timeout: 20_000 });
    expect(await pane.getByRole('list', { name: 'Danh sách đơn vị góp số liệu' }).getByRole('listitem').count()).toBe(12);
    expect(await pane.evaluate(() => document.activeElement?.tagName)).not.toBe('H2');

    // A unit left out there: the pane follows at once, the sheet when it is put in again.
    await pane.getByRole('button', { name: 'Không tính đơn vị này: UBND xã Đá Vách' }).click();
    await pane.getByText('18 lớp, của 11 đơn vị báo cáo.').waitFor({ timeout: 20_000 });
    await pane.getByRole('button', { name: 'Quay lại' }).click();
    await pane.getByText('Kết quả này chưa đưa vào bảng tính.').waitFor();
    await pane.getByRole('button', { name: 'Cập nhật bảng tính' }).click();
    await pane.getByText('Bảng tính đã có kết quả này.').waitFor({ timeout: 60_000 });
    expect((await readBook(page)).numbers[`D${cell}`]).toBe(18);
    await close();
  },
  LIMIT,
);

test(
  'R-PCON-19 by keyboard alone',
  async () => {
    const { page, pane, close } = await openExcel();
    const begin = pane.getByRole('button', { name: 'Chọn tệp báo cáo' });
    // From the tab of the place on with Tab only; the spreadsheet takes the keyboard once when it is ready.
    const isThere = (): Promise<boolean> => begin.evaluate((one) => document.hasFocus() && one === document.activeElement);
    const reach = async (): Promise<boolean> => {
      await pane.getByRole('tab', { name: 'Tổng hợp' }).focus();
      for (let presses = 0; presses < 20 && !(await isThere()); presses += 1) await page.keyboard.press('Tab');
      return isThere();
    };
    let chooser: FileChooser | null = null;
    for (let tries = 0; tries < 8 && chooser === null; tries += 1) {
      if (!(await reach())) continue;
      const asked = page.waitForEvent('filechooser', { timeout: 5_000 }).catch(() => null);
      await page.keyboard.press('Enter');
      chooser = await asked;
    }
    if (chooser === null) throw new Error('the button was not reached by keyboard');
    const names = readdirSync(SAMPLES, { withFileTypes: true }).flatMap((entry) =>
      entry.isFile() ? [join(SAMPLES, entry.name)] : [],
    );
    await chooser.setFiles([...names, join(SAMPLES, 'gửi lại', 'Truong THCS Ban Say.xlsx')]);
    const heading = pane.getByRole('heading', { name: /^Đã tính 22 trong/ });
    await heading.waitFor({ timeout: 60_000 });
    // The keyboard is where the result begins.
    await pane.waitForFunction(() => document.activeElement?.textContent.startsWith('Đã tính 22') === true);
    const put = pane.getByRole('button', { name: 'Đưa vào bảng tính' });
    for (let presses = 0; presses < 60 && !(await put.evaluate((one) => one === document.activeElement)); presses += 1)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await pane.getByText('Đã đưa vào trang “Tổng hợp” của sổ tính.').waitFor({ timeout: 60_000 });
    // The keyboard was not thrown out.
    expect(await pane.evaluate(() => document.activeElement?.textContent)).toBe('Cập nhật bảng tính');
    expectSamples(await readBook(page));
    await close();
  },
  LIMIT,
);

test('R-PCON-19 nothing outside localhost was asked for, and no page broke', () => {
  expect(outside).toEqual([]);
  expect(broken).toEqual([]);
});
