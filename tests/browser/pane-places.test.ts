/** Mẫu and Kiểm tra of the pane as it ships, inside the stand-in Excel: insert, fill, find, fix, undo, type. */
import type { Browser } from 'playwright-core';

import type { Served } from '../../src/standin/server/serve';
import { startChromium } from '../support/chromium';
import {
  activeSheet,
  openInBrowser,
  openInStandIn,
  paste,
  rowsByNumber,
  serveStandIn,
  sheetNames,
  shoot,
  valueAt,
} from './support/stand-in-pane';

let browser: Browser;
let served: Served;

beforeAll(async () => {
  [browser, served] = await Promise.all([startChromium(), serveStandIn()]);
}, 400_000);

afterAll(async () => {
  await browser.close();
  await served.close();
});

test('R-SHELL-30 R-SHELL-31 R-SHELL-32 from an inserted form to a checked and mended one', async () => {
  const { page, pane, complaints, close } = await openInStandIn(browser, served);
  await pane.getByRole('tab', { name: 'Mẫu' }).click();
  await pane.getByLabel('Tên đơn vị báo cáo').fill('UBND xã Mường So');
  expect(await pane.getByRole('region', { name: 'Nội dung sẽ chèn' }).innerText()).toContain('UBND xã Mường So');
  await shoot(page, 'mau');
  await pane.getByRole('button', { name: 'Chèn mẫu' }).click();
  await pane.getByText('Đã chèn mẫu vào trang “Phụ lục II”.').waitFor();
  expect(await activeSheet(page)).toBe('Phụ lục II');
  await pane.getByRole('button', { name: 'Chèn mẫu' }).click();
  await pane.getByText('Đã có trang “Phụ lục II” nên mẫu mới được chèn vào trang “Phụ lục II (2)”').waitFor();

  await pane.getByRole('tab', { name: 'Kiểm tra' }).click();
  await pane.getByText('Mẫu chưa được điền').waitFor();
  const row = await rowsByNumber(page);
  const at = (number: string, column: string): string => `${column}${String(row[number])}`;
  await paste(pane, {
    [at('1.1', 'D')]: '15/450',
    [at('1.3', 'D')]: '12 lớp',
    [at('1.3', 'E')]: '1.250',
    [at('2', 'D')]: 'khá nhiều',
    [at('3', 'D')]: -5,
  });
  const list = pane.getByRole('list', { name: 'Các nội dung cần rà soát' });
  await list.getByText('“khá nhiều” không phải là số').waitFor();
  const severities = (await list.getByRole('listitem').allInnerTexts()).map(
    (text) => /^(Lỗi|Cảnh báo|Gợi ý)/.exec(text.trim())?.[0],
  );
  const order = ['Lỗi', 'Cảnh báo', 'Gợi ý'];
  const ranks = severities.map((one) => order.indexOf(one ?? ''));
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  const errors = severities.filter((one) => one === 'Lỗi').length;
  expect(errors).toBe(2);
  await shoot(page, 'kiem-tra');

  await pane.getByRole('button', { name: '2 lỗi' }).click();
  expect(await list.getByRole('listitem').count()).toBe(2);
  await pane.getByRole('button', { name: /^Tất cả: / }).click();

  await list.getByRole('button', { name: /khá nhiều/ }).click();
  await page.waitForFunction(
    `(() => {
    const { selection, active } = standinHost.workbook;
    return JSON.stringify(selection ?? active.selection).includes('"top":${String((row['2'] ?? 0) - 1)}');
  })()`,
    null,
    { timeout: 10_000 },
  );

  await pane.getByRole('button', { name: new RegExp(`^Sửa ô ${at('1.1', 'D')}: `) }).click();
  await pane.getByText('Đã sửa 2 ô.').waitFor();
  expect([await valueAt(pane, at('1.1', 'D')), await valueAt(pane, at('1.1', 'E'))]).toEqual([15, 450]);
  await pane.getByRole('button', { name: /^Sửa tất cả lỗi rõ ràng/ }).click();
  await page.waitForTimeout(600);
  expect([await valueAt(pane, at('1.3', 'D')), await valueAt(pane, at('1.3', 'E'))]).toEqual([12, 1250]);
  // What nobody can read stays for the clerk.
  expect(await valueAt(pane, at('2', 'D'))).toBe('khá nhiều');
  await shoot(page, 'kiem-tra-da-sua');
  await pane.getByRole('button', { name: 'Hoàn tác (2 lần sửa)' }).click();
  await pane.getByRole('button', { name: 'Hoàn tác (1 lần sửa)' }).click();
  await pane.getByRole('button', { name: 'Hoàn tác', exact: true }).waitFor();
  expect([await valueAt(pane, at('1.1', 'D')), await valueAt(pane, at('1.3', 'E'))]).toEqual(['15/450', '1.250']);

  const began = Date.now();
  await paste(pane, { [at('2', 'D')]: 7 });
  await list.getByText('“khá nhiều”').waitFor({ state: 'detached' });
  expect(Date.now() - began).toBeLessThan(5_000);

  await pane.getByRole('button', { name: 'Bỏ đánh dấu' }).click();
  await pane.getByText('Đã bỏ đánh dấu trên trang').waitFor();
  expect(await page.evaluate('standinHost.workbook.active.conditionalFormats.length')).toBe(0);
  await paste(pane, { [at('4.1', 'D')]: 'nhiều' });
  await list.getByText('“nhiều”').waitFor();
  expect(await page.evaluate('standinHost.workbook.active.conditionalFormats.length')).toBe(0);
  expect(complaints).toEqual([]);
  expect(await page.evaluate('standinHost.gaps')).toEqual([]);
  await close();
}, 120_000);

test('R-SHELL-33 the list follows the sheet that is shown, and a sheet without the form has a way on', async () => {
  const { page, pane, close } = await openInStandIn(browser, served);
  await pane.getByRole('tab', { name: 'Kiểm tra' }).click();
  await pane.getByText('Trang tính “Sheet1” không có bảng số liệu theo mẫu.').waitFor();
  await shoot(page, 'kiem-tra-khong-co-mau');
  await pane.getByRole('button', { name: 'Chèn mẫu mới' }).click();
  await pane.getByRole('button', { name: 'Chèn mẫu' }).click();
  await pane.getByText('Đã chèn mẫu').waitFor();
  await pane.getByRole('tab', { name: 'Kiểm tra' }).click();
  await pane.getByRole('heading', { name: 'Trang “Phụ lục II”' }).waitFor();
  await pane.evaluate(
    "Excel.run(async (context) => { context.workbook.worksheets.getItem('Sheet1').activate(); await context.sync(); })",
  );
  await pane.getByText('Trang tính “Sheet1” không có bảng số liệu theo mẫu.').waitFor();
  await pane.evaluate(
    "Excel.run(async (context) => { context.workbook.worksheets.getItem('Phụ lục II').activate(); await context.sync(); })",
  );
  await pane.getByRole('heading', { name: 'Trang “Phụ lục II”' }).waitFor();
  await close();
}, 120_000);

test('R-SHELL-34 R-SHELL-35 the ribbon uses the session of the pane, and opens it for a problem', async () => {
  const { page, pane, close } = await openInStandIn(browser, served);
  await page.click('#pane-close');
  await page.click('#ribbon-TongHop\\.InsertForm');
  await page.waitForFunction("standinHost.workbook.sheets.some((one) => one.name === 'Phụ lục II')");
  await page.click('#ribbon-TongHop\\.CheckSheet');
  await page.waitForTimeout(1500);
  expect(await page.isVisible('#pane')).toBe(false);
  // The first batch ends the watching of before, the second reads the sheet; showing the pane is the third.
  await page.evaluate('standinHost.faults.failOnce(1); standinHost.faults.failOnce(2)');
  await page.click('#ribbon-TongHop\\.CheckSheet');
  await page.waitForSelector('#pane', { state: 'visible' });
  await pane.getByText('Excel báo lỗi ngoài dự kiến').first().waitFor();
  await page.evaluate('standinHost.faults.clear()');
  await page.click('#pane-close');
  await page.click('#ribbon-TongHop\\.Consolidate');
  expect(await pane.getByRole('tab', { name: 'Tổng hợp' }).getAttribute('aria-selected')).toBe('true');
  await close();
}, 120_000);

test('R-SHELL-36 campaign and roster, once set, come back with the workbook after the pane is loaded anew', async () => {
  const { page, pane, complaints, close } = await openInStandIn(browser, served);
  await pane.getByRole('button', { name: 'Thêm lựa chọn' }).click();
  await pane.getByRole('menuitem', { name: 'Cài đặt đợt báo cáo' }).click();
  await pane.getByText('Chưa chọn đợt báo cáo').first().click();
  await pane.getByText('năm 2024 – tỉnh Lai Châu').click();
  await pane.getByLabel('Năm', { exact: true }).waitFor();
  await pane.getByLabel('Tỉnh, thành phố').selectOption({ label: 'Tỉnh Lai Châu' });
  await pane.getByRole('button', { name: 'Lấy các xã, phường' }).click();
  await pane.getByText('Đã nhận 38 đơn vị báo cáo.').waitFor();
  await shoot(page, 'cai-dat');
  await page.waitForTimeout(1500);
  await page.evaluate("document.getElementById('pane-frame').src += ''");
  await page.waitForTimeout(500);
  const again = page.frames().find((one) => one.url().includes('excel.html'));
  if (again === undefined) throw new Error('no pane');
  await again.getByRole('tab', { name: 'Mẫu' }).click();
  await again.locator('summary').filter({ hasText: 'năm 2024 – tỉnh Lai Châu' }).waitFor();
  expect(complaints).toEqual([]);
  await close();
}, 120_000);

test('R-SHELL-37 in a plain browser the form is saved as a file, and nothing asks for Excel', async () => {
  const { page, pane, complaints, close } = await openInBrowser(browser, served);
  expect(await pane.getByRole('tab').allInnerTexts()).toEqual(['Mẫu', 'Tổng hợp', 'Báo cáo']);
  await pane.getByRole('tab', { name: 'Mẫu' }).click();
  await pane.getByLabel('Tên đơn vị báo cáo').fill('UBND xã Mường So / thử');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    pane.getByRole('button', { name: 'Lưu mẫu (.xlsx)' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('Mẫu Phụ lục II năm 2024 – UBND xã Mường So thử.xlsx');
  await shoot(page, 'trinh-duyet-mau');
  expect(complaints).toEqual([]);
  expect(await sheetNames(page).catch(() => [])).toEqual([]);
  await close();
}, 120_000);
