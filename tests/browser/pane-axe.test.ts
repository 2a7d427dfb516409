/**
 * The pane as it ships, looked at by axe in real Chromium: every place, in Excel and in a plain browser, light, dark and with
 * a contrast theme; and whether anything is cut or scrolls sideways at 320 pixels, at twice the size too.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Frame } from 'playwright-core';

import type { Served } from '../../src/standin/server/serve';
import { startChromium } from '../support/chromium';
import { ROOT } from '../support/source-tree';
import {
  cutTexts,
  openInBrowser,
  openInStandIn,
  paste,
  rowsByNumber,
  serveStandIn,
  shoot,
  type OpenPane,
} from './support/stand-in-pane';

const AXE = readFileSync(createRequire(join(ROOT, 'package.json')).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let served: Served;

beforeAll(async () => {
  [browser, served] = await Promise.all([startChromium(), serveStandIn()]);
}, 400_000);

afterAll(async () => {
  await browser.close();
  await served.close();
});

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What axe calls serious or critical, with the elements. */
async function grave(pane: Frame): Promise<readonly string[]> {
  await pane.evaluate(AXE);
  const violations = await pane.evaluate<readonly Violation[]>(
    "axe.run(document, { resultTypes: ['violations'] }).then((found) => found.violations)",
  );
  return violations
    .filter((one) => one.impact === 'serious' || one.impact === 'critical')
    .flatMap((one) =>
      one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 120)} ${(node.failureSummary ?? '').slice(0, 160)}`),
    );
}

const tab = async (pane: Frame, name: string): Promise<void> => {
  await pane.getByRole('tab', { name, exact: true }).click();
};
const menu = async (pane: Frame, name: string): Promise<void> => {
  await pane.getByRole('button', { name: 'Thêm lựa chọn' }).click();
  await pane.getByRole('menuitem', { name }).click();
};

/** A sheet with findings of every kind. */
async function fill({ page, pane }: OpenPane): Promise<void> {
  await tab(pane, 'Mẫu');
  await pane.getByRole('button', { name: 'Chèn mẫu' }).click();
  await pane.getByText('Đã chèn mẫu').waitFor();
  const row = await rowsByNumber(page);
  const at = (number: string, column: string): string => `${column}${String(row[number])}`;
  await paste(pane, {
    [at('1.1', 'D')]: '15/450',
    [at('1.3', 'D')]: '12 lớp',
    [at('2', 'D')]: 'khá nhiều',
    [at('3', 'D')]: -5,
    [at('4.1', 'D')]: 'hơn 200',
  });
}

/** Every place of the menu and of the tabs, each shown until it is there. */
const PLACES: readonly (readonly [name: string, show: (pane: Frame) => Promise<void>])[] = [
  [
    'mau',
    async (pane) => {
      await tab(pane, 'Mẫu');
      await pane.getByText('Tên đơn vị báo cáo').waitFor();
    },
  ],
  [
    'kiem-tra',
    async (pane) => {
      await tab(pane, 'Kiểm tra');
      await pane.getByText('“khá nhiều” không phải là số').waitFor();
    },
  ],
  [
    'tong-hop',
    async (pane) => {
      await tab(pane, 'Tổng hợp');
      await pane.getByRole('button', { name: 'Chọn tệp báo cáo' }).waitFor();
    },
  ],
  [
    'bao-cao',
    async (pane) => {
      await tab(pane, 'Báo cáo');
      await pane.getByRole('tabpanel').getByText(/\S/).first().waitFor();
    },
  ],
  [
    'cai-dat-trong',
    async (pane) => {
      await menu(pane, 'Cài đặt đợt báo cáo');
      await pane.getByRole('heading', { name: 'Danh sách đơn vị báo cáo' }).waitFor();
    },
  ],
  [
    'cai-dat',
    async (pane) => {
      const choice = pane.locator('summary').first();
      await choice.click();
      await pane.getByText('năm 2024 – tỉnh Lai Châu').last().click();
      await pane.getByLabel('Năm', { exact: true }).fill('2023');
      await pane.getByLabel('Năm', { exact: true }).press('Enter');
      await pane.getByText('Tuần lễ diễn ra ngày').first().waitFor();
    },
  ],
  [
    'tro-giup',
    async (pane) => {
      await menu(pane, 'Trợ giúp');
      await pane.getByText('Trang hỗ trợ').waitFor();
    },
  ],
  [
    'kiem-tra-tien-ich',
    async (pane) => {
      await menu(pane, 'Kiểm tra tiện ích');
      await pane.getByRole('button', { name: 'Bắt đầu kiểm tra' }).waitFor();
    },
  ],
  [
    'huong-dan',
    async (pane) => {
      await menu(pane, 'Xem lại hướng dẫn');
      await pane.getByRole('button', { name: 'Bỏ qua' }).waitFor();
    },
  ],
];

test.each([
  ['sang', 320, {}],
  ['toi', 350, { colorScheme: 'dark' }],
  ['tuong-phan', 320, { forcedColors: 'active', colorScheme: 'dark' }],
] as const)(
  'R-SHELL-40 R-SHELL-41 axe finds nothing serious in any place, and nothing is cut (%s, %i pixels)',
  async (look, width, context) => {
    const open = await openInStandIn(browser, served, { width, context });
    const { page, pane, close } = open;
    await fill(open);
    const found: string[] = [];
    for (const [name, show] of PLACES) {
      await show(pane);
      await page.waitForTimeout(300);
      await shoot(page, `${name}-${look}`);
      for (const one of await cutTexts(pane)) found.push(`${name}: ${one}`);
      for (const one of await grave(pane)) found.push(`${name}: ${one}`);
    }
    expect(found).toEqual([]);
    await close();
  },
  300_000,
);

test('R-SHELL-40 R-SHELL-41 the same in a plain browser', async () => {
  const { page, pane, complaints, close } = await openInBrowser(browser, served, { width: 320, tour: true });
  const found: string[] = [];
  const look = async (name: string): Promise<void> => {
    await page.waitForTimeout(300);
    await shoot(page, `trinh-duyet-${name}`);
    for (const one of await cutTexts(pane)) found.push(`${name}: ${one}`);
    for (const one of await grave(pane)) found.push(`${name}: ${one}`);
  };
  await look('huong-dan');
  await pane.getByRole('button', { name: 'Bỏ qua' }).click();
  for (const name of ['Mẫu', 'Báo cáo', 'Tổng hợp']) {
    await tab(pane, name);
    await look(name);
  }
  expect(found).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
}, 120_000);

test('R-SHELL-42 at twice the size nothing is cut: what does not fit beside goes below', async () => {
  // A pane of 320 pixels at 200 % has 160 of its own.
  const { page, pane, close } = await openInBrowser(browser, served, { width: 320 });
  await page.setViewportSize({ width: 175, height: 400 });
  const found: string[] = [];
  for (const name of ['Mẫu', 'Báo cáo', 'Tổng hợp']) {
    await tab(pane, name);
    await page.waitForTimeout(200);
    await shoot(page, `gap-doi-${name}`);
    for (const one of await cutTexts(pane)) found.push(`${name}: ${one}`);
  }
  await menu(pane, 'Cài đặt đợt báo cáo');
  await pane.locator('summary').first().click();
  await pane.getByText('năm 2024 – tỉnh Lai Châu').last().click();
  await pane.getByLabel('Năm', { exact: true }).waitFor();
  await shoot(page, 'gap-doi-cai-dat');
  for (const one of await cutTexts(pane)) found.push(`settings: ${one}`);
  expect(found).toEqual([]);
  await close();
}, 120_000);

test('R-SHELL-43 by keyboard alone: tabs by arrows, a menu by Enter, and focus lands where reading goes on', async () => {
  const open = await openInStandIn(browser, served);
  const { pane, close } = open;
  await fill(open);
  const focused = (): Promise<string> =>
    pane.evaluate("(document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent).trim()");
  await pane.getByRole('tab', { name: 'Mẫu' }).focus();
  await pane.page().keyboard.press('ArrowRight');
  expect(await focused()).toBe('Kiểm tra');
  await pane.getByText('“khá nhiều” không phải là số').waitFor();
  const fix = pane.getByRole('button', { name: /^Sửa ô / }).first();
  await fix.focus();
  await pane.page().keyboard.press('Enter');
  await pane.getByText(/Đã sửa \d ô/).waitFor();
  await pane.waitForFunction("document.activeElement.closest('li') !== null");
  await pane.getByRole('button', { name: 'Thêm lựa chọn' }).focus();
  await pane.page().keyboard.press('Enter');
  await pane.getByRole('menuitem', { name: 'Cài đặt đợt báo cáo' }).waitFor();
  await pane.page().keyboard.press('Enter');
  await pane.waitForFunction("document.activeElement.textContent === 'Cài đặt đợt báo cáo'");
  await pane.page().keyboard.press('Shift+Tab');
  expect(await focused()).toBe('Quay lại');
  await pane.page().keyboard.press('Enter');
  expect(await pane.getByRole('tab', { name: 'Kiểm tra' }).getAttribute('aria-selected')).toBe('true');
  await close();
}, 120_000);
