/** "Báo cáo" of the pane as it ships, in real Chromium: the samples consolidated, a sentence edited, kept, saved for Word. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, Frame, Page } from 'playwright-core';

import type { Served } from '../../src/standin/server/serve';
import { startChromium } from '../support/chromium';
import { ROOT } from '../support/source-tree';
import { cutTexts, openInBrowser, openInStandIn, serveStandIn, sheetNames, shoot } from './support/stand-in-pane';

const AXE = readFileSync(createRequire(join(ROOT, 'package.json')).resolve('axe-core/axe.min.js'), 'utf8');
const RECEIVED = join(ROOT, 'samples', 'received');
const SAMPLES = readdirSync(RECEIVED, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name));

let browser: Browser;
let served: Served;

beforeAll(async () => {
  [browser, served] = await Promise.all([startChromium(), serveStandIn()]);
}, 400_000);

afterAll(async () => {
  await browser.close();
  await served.close();
});

async function consolidate(pane: Frame, files: readonly string[]): Promise<void> {
  await pane.getByRole('tab', { name: 'Tổng hợp' }).click();
  await pane.locator('input[data-pick="files"]').setInputFiles([...files]);
  await pane.getByRole('heading', { name: /^Đã tính/ }).waitFor({ timeout: 60_000 });
  await pane.getByRole('tab', { name: 'Báo cáo', exact: true }).click();
  await pane.getByText('số liệu chi tiết tại').waitFor({ timeout: 30_000 });
}

async function edit(pane: Frame, paragraph: RegExp, text: string): Promise<void> {
  await pane.getByRole('button', { name: paragraph }).click();
  await pane.getByRole('textbox', { name: 'Nội dung đoạn' }).fill(text);
  await pane.getByRole('button', { name: 'Xong' }).click();
}

/** The text of the document inside a .docx file. */
async function wordText(page: Page, pane: Frame, button: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), pane.getByRole('button', { name: button }).click()]);
  const parts = unzipSync(readFileSync(await download.path()));
  const document = parts['word/document.xml'];
  if (document === undefined) throw new Error('no document');
  return strFromU8(document)
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '');
}

test('R-PREP-12 R-PREP-13 in a browser: consolidated, edited, made anew, saved for Word; nothing cut at 320 pixels', async () => {
  const { page, pane, complaints, close } = await openInBrowser(browser, served, { width: 320 });
  await pane.getByRole('tab', { name: 'Báo cáo', exact: true }).click();
  await pane.getByRole('heading', { name: 'Chưa có gì để lập báo cáo' }).waitFor();
  await shoot(page, 'bao-cao-chua-co-320');
  const late = SAMPLES.filter((file) => file.includes('THCS Ban Say'));
  await consolidate(
    pane,
    SAMPLES.filter((file) => !late.includes(file)),
  );
  await shoot(page, 'bao-cao-320');
  await edit(pane, /^Sửa đoạn: Kết quả dưới đây/, 'Sở tổng hợp kết quả của các đơn vị như sau.');
  await pane.getByText('Đã sửa đoạn. Lần lập báo cáo sau giữ nguyên đoạn này.').waitFor();
  await pane.getByRole('button', { name: 'Sửa đoạn: Sở tổng hợp kết quả' }).click();
  await shoot(page, 'bao-cao-sua-320');
  expect(await cutTexts(pane)).toEqual([]);
  await pane.getByRole('button', { name: 'Bỏ phần vừa sửa' }).click();

  // A late file: the edited sentence stays, the rest follows.
  await pane.getByRole('tab', { name: 'Tổng hợp' }).click();
  await pane.locator('input[data-pick="files"]').setInputFiles(late);
  await pane.getByRole('heading', { name: /^Đã tính/ }).waitFor({ timeout: 60_000 });
  await pane.getByRole('tab', { name: 'Báo cáo', exact: true }).click();
  await pane.getByText('Sở tổng hợp kết quả của các đơn vị như sau.').waitFor();
  await pane.getByText('Cách viết báo cáo').click();
  await pane.getByText('Ảnh kèm theo').click();
  await shoot(page, 'bao-cao-cach-viet-320');
  expect(await cutTexts(pane)).toEqual([]);

  const figure = pane.getByRole('button', { name: /Xem nguồn của số này$/ }).first();
  await figure.click();
  await pane.getByRole('heading', { name: /^Nguồn của số liệu/ }).waitFor();
  await shoot(page, 'bao-cao-nguon-320');
  expect(await cutTexts(pane)).toEqual([]);
  await page.keyboard.press('Escape');
  await pane.getByRole('heading', { name: 'Báo cáo bằng văn bản' }).waitFor();

  const text = await wordText(page, pane, 'Lưu thành Word (.docx)');
  expect(text).toContain('Sở tổng hợp kết quả của các đơn vị như sau.');
  expect(text).toMatch(/BÁO CÁO/);
  await pane.getByText('Đã lưu tệp “Báo cáo kết quả năm 2024.docx” vào thư mục tải về').waitFor();
  await pane.evaluate(AXE);
  const violations = await pane.evaluate<readonly { id: string; impact: string; nodes: readonly { html: string }[] }[]>(
    "axe.run(document, { resultTypes: ['violations'] }).then((found) => found.violations)",
  );
  expect(
    violations
      .filter((one) => one.impact === 'serious' || one.impact === 'critical')
      .map((one) => `${one.id}: ${one.nodes[0]?.html ?? ''}`),
  ).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
}, 180_000);

test('R-PREP-14 in the stand-in: the report becomes a sheet of the workbook, and comes back with it', async () => {
  const { page, pane, complaints, close } = await openInStandIn(browser, served, {
    width: 350,
    context: { colorScheme: 'dark' },
  });
  await consolidate(pane, SAMPLES);
  await shoot(page, 'bao-cao-350-toi');
  await edit(pane, /^Sửa đoạn: Kết quả dưới đây/, 'Câu sửa trong khung.');
  await pane.getByRole('button', { name: 'Đưa vào trang tính “Báo cáo”' }).click();
  await pane.getByText('Trang “Báo cáo” đã có những sửa đổi này.').waitFor({ timeout: 60_000 });
  expect(await sheetNames(page)).toEqual(expect.arrayContaining(['Tổng hợp', 'Báo cáo']));
  await shoot(page, 'bao-cao-da-dua-350-toi');
  await page.waitForTimeout(1500);
  await page.evaluate("document.getElementById('pane-frame').src += ''");
  await page.waitForTimeout(500);
  const again = page.frames().find((one) => one.url().includes('excel.html'));
  if (again === undefined) throw new Error('no pane');
  await again.getByRole('tab', { name: 'Báo cáo', exact: true }).click();
  await again.getByText('Câu sửa trong khung.').waitFor({ timeout: 60_000 });
  await again.getByText('Trang “Báo cáo” đã có những sửa đổi này.').waitFor();
  expect(complaints).toEqual([]);
  await close();
}, 180_000);
