/** Forms the clerk makes and schedules, in the pane as it ships, inside the stand-in Excel. */
import type { Browser } from 'playwright-core';

import { planBlankWorkbook } from '../../src/app/insert-form';
import { FORMS } from '../../src/catalogue/forms';
import { writeXlsx } from '../../src/files/write/write-xlsx';
import type { Served } from '../../src/standin/server/serve';
import { campaignOf } from '../support/campaigns';
import { startChromium } from '../support/chromium';
import { fillCells } from '../support/fill';
import { activeSheet, cutTexts, openInStandIn, paste, serveStandIn, sheetNames, shoot } from './support/stand-in-pane';

let browser: Browser;
let served: Served;

beforeAll(async () => {
  [browser, served] = await Promise.all([startChromium(), serveStandIn()]);
}, 400_000);

afterAll(async () => {
  await browser.close();
  await served.close();
});

const TABLE = {
  ...{ A1: 'THỐNG KÊ PHONG TRÀO ĐỌC SÁCH NĂM 2025' },
  ...{ A3: 'TT', B3: 'Nội dung', C3: 'Đơn vị tính', D3: 'Số lượng', E3: 'Kinh phí (triệu đồng)', F3: 'Đơn vị phối hợp' },
  ...{ A4: 1, B4: 'Ngày hội đọc sách cấp xã và cấp trường', C4: 'cuộc', D4: 12, E4: 30, F4: 'Thư viện' },
  ...{ A5: 1.1, B5: 'Cấp xã', C5: 'cuộc', D5: 2, E5: 10, F5: 'Hội Khuyến học' },
  ...{ A6: 1.2, B6: 'Cấp trường', C6: 'cuộc', D6: 10, E6: 20, F6: 'Trường THCS' },
  ...{ A7: 2, B7: 'Học sinh tham gia', C7: 'học sinh', D7: 450, F7: 'Đoàn Thanh niên' },
  ...{ B8: 'Tổng cộng', D8: 462, E8: 30 },
};

test('R-PCAM-01 R-PCAM-04 R-PCAM-07 a table of the sheet becomes a form: corrected, kept, inserted, checked, offered for consolidating', async () => {
  const { page, pane, complaints, close } = await openInStandIn(browser, served, { width: 320 });
  await paste(pane, TABLE);
  await pane.evaluate(
    "Excel.run(async (context) => { context.workbook.worksheets.getActiveWorksheet().getRange('B5').select(); await context.sync(); })",
  );
  await pane.getByRole('tab', { name: 'Mẫu' }).click();
  const section = pane.getByRole('region', { name: 'Mẫu tự tạo', exact: true });
  await section.getByRole('button', { name: 'Tạo mẫu từ bảng đang chọn' }).click();
  await section.getByText('Mẫu mới từ bảng Sheet1!A3:F8').waitFor();
  await section.getByRole('button', { name: /^1\. Ngày hội/ }).click();
  expect(await cutTexts(pane)).toEqual([]);
  await section.getByRole('heading', { name: /^Mẫu mới từ bảng/ }).evaluate((heading) => {
    heading.scrollIntoView({ block: 'start' });
  });
  await shoot(page, 'mau-tu-tao');
  await section.getByRole('button', { name: 'Lưu mẫu', exact: true }).scrollIntoViewIfNeeded();
  await shoot(page, 'mau-tu-tao-dong');
  await section.getByLabel('Tên mẫu').fill('Phong trào đọc sách');
  await section.getByRole('button', { name: 'Lưu mẫu', exact: true }).click();
  await pane.getByText('Đã lưu mẫu “Phong trào đọc sách” cùng sổ tính').waitFor();
  await section.getByRole('button', { name: 'Xóa mẫu “Phong trào đọc sách”' }).click();
  await shoot(page, 'mau-tu-tao-xoa');
  await section.getByRole('button', { name: 'Giữ lại' }).click();

  await pane.getByRole('button', { name: 'Chèn mẫu' }).click();
  await pane.getByText('Đã chèn mẫu vào trang “Mẫu tự tạo”.').waitFor();
  expect(await activeSheet(page)).toBe('Mẫu tự tạo');
  await pane.getByRole('tab', { name: 'Kiểm tra' }).click();
  await pane.getByText('Mẫu chưa được điền').waitFor();
  await pane.getByRole('tab', { name: 'Tổng hợp' }).click();
  await pane.locator('summary', { hasText: 'Phong trào đọc sách' }).waitFor();
  expect(complaints).toEqual([]);
  expect(await page.evaluate('standinHost.gaps')).toEqual([]);
  await close();
}, 120_000);

test('R-PCAM-05 a selection that is no table is answered with a sentence', async () => {
  const { page, pane, close } = await openInStandIn(browser, served, { width: 320 });
  await pane.getByRole('tab', { name: 'Mẫu' }).click();
  await pane.getByRole('button', { name: 'Tạo mẫu từ bảng đang chọn' }).click();
  await pane.getByText(/Vùng đang chọn không có nội dung\. Xin chọn cả bảng/).waitFor();
  await pane.getByRole('region', { name: 'Mẫu tự tạo', exact: true }).scrollIntoViewIfNeeded();
  await shoot(page, 'mau-tu-tao-tu-choi');
  await close();
}, 120_000);

test('R-PCAM-10 R-PCAM-11 the schedule in the pane: inserted with the days of its campaign, checked, consolidated into the calendar', async () => {
  const campaign = campaignOf('ninh-thuan-2022');
  const form = FORMS.find((one) => one.kind === 'list');
  if (form === undefined) throw new Error('no list');
  const file = async (unit: string, cells: Readonly<Record<string, string>>): Promise<Buffer> => {
    const blank = await writeXlsx(planBlankWorkbook({ form, campaign, unit: { code: null, name: unit } }));
    return Buffer.from(fillCells(new Uint8Array(blank), new Map(Object.entries(cells))));
  };
  const { page, pane, complaints, close } = await openInStandIn(browser, served, { width: 320 });
  await pane.getByRole('tab', { name: 'Mẫu' }).click();
  await pane.locator('details summary').first().click();
  await pane.getByText(campaign.name, { exact: true }).first().click();
  await pane.locator('details summary').nth(1).click();
  await pane.getByText(form.name, { exact: true }).first().click();
  await pane.getByRole('button', { name: 'Chèn mẫu' }).click();
  await pane.getByText('Đã chèn mẫu vào trang').waitFor();
  await paste(pane, { C8: 'Hội trường', D8: 'Lễ khai mạc', B11: 'ngày 3/10 (thứ Sáu)', C11: 'Thư viện', D11: 'Tọa đàm' });
  await pane.getByRole('tab', { name: 'Kiểm tra' }).click();
  await pane
    .getByText(/thứ Sáu/)
    .first()
    .waitFor();
  await shoot(page, 'lich-kiem-tra');

  await pane.getByRole('tab', { name: 'Tổng hợp' }).click();
  await pane
    .locator('input[data-pick="files"]')
    .first()
    .setInputFiles([
      {
        name: 'a.xlsx',
        mimeType: 'application/octet-stream',
        buffer: await file('UBND huyện Ninh Sơn', { C8: 'Hội trường', D8: 'Lễ khai mạc', C11: 'Thư viện', D11: 'Tọa đàm' }),
      },
      {
        name: 'b.xlsx',
        mimeType: 'application/octet-stream',
        buffer: await file('UBND huyện Bác Ái', { C8: 'Sân', D8: 'Đồng diễn' }),
      },
    ]);
  await pane.getByRole('heading', { name: 'Đã tính 2 trong 2 tệp nhận được.' }).waitFor({ timeout: 60_000 });
  await pane.getByRole('tab', { name: 'Lịch' }).click();
  await pane.getByRole('button', { name: 'Ngày 01/10/2022: 2 hoạt động' }).click();
  await pane.getByText('UBND huyện Bác Ái').waitFor();
  expect(await cutTexts(pane)).toEqual([]);
  await shoot(page, 'lich-tong-hop');
  await pane.getByRole('button', { name: 'Đưa vào bảng tính' }).click();
  await pane.getByText('Đã đưa vào trang “Lịch tổng hợp” của sổ tính.').waitFor({ timeout: 60_000 });
  expect(await sheetNames(page)).toEqual(expect.arrayContaining(['Lịch tổng hợp', 'Chi tiết']));
  expect(complaints).toEqual([]);
  expect(await page.evaluate('standinHost.gaps')).toEqual([]);
  await close();
}, 120_000);
