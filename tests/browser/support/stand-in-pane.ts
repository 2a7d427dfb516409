/** The pane as it ships, inside the stand-in Excel, in real Chromium; and the same pane in a plain browser tab. */
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Frame, Page } from 'playwright-core';

import { buildBundles } from '../../../src/standin/server/bundles';
import { NATIVE_ADDRESSES } from '../../../src/standin/server/rewrite-html';
import { serve, type Served } from '../../../src/standin/server/serve';
import { makeSite } from '../../../src/standin/server/site';
import { buildPane } from '../../support/built-pane';
import { ROOT } from '../../support/source-tree';

/** Serves stand-in and pane. `PANE_FOLDER` names a build made elsewhere, for looking at one screen again and again. */
export async function serveStandIn(): Promise<Served> {
  const addinFolder = process.env['PANE_FOLDER'] ?? buildPane();
  return serve(makeSite({ root: ROOT, bundles: await buildBundles(ROOT), addresses: NATIVE_ADDRESSES, addinFolder }), 0);
}

export interface OpenPane {
  readonly page: Page;
  /** The pane's own frame; in a plain browser the page's. */
  readonly pane: Frame;
  /** Errors of pages, messages of the console that are no notes, requests that left this machine. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

export interface OpenOptions {
  /** Of the pane, in pixels; 350 as Excel has it. */
  readonly width?: number;
  readonly height?: number;
  readonly context?: BrowserContextOptions;
  /** Shown once to everybody; most tests begin after it. */
  readonly tour?: boolean;
}

async function openPage(
  browser: Browser,
  served: Served,
  options: OpenOptions,
  viewport: { width: number; height: number },
): Promise<{
  page: Page;
  complaints: string[];
  close: () => Promise<void>;
}> {
  const context = await browser.newContext({ viewport, acceptDownloads: true, ...options.context });
  if (options.tour !== true) await context.addInitScript("localStorage.setItem('tong-hop/tour-seen', '1')");
  const complaints: string[] = [];
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
  });
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(served.origin) && !/^(?:blob|data|about):/.test(url)) complaints.push(`request: ${url}`);
  });
  return { page, complaints, close: () => context.close() };
}

/** Opens the stand-in and waits until the pane has its workbook. */
export async function openInStandIn(browser: Browser, served: Served, options: OpenOptions = {}): Promise<OpenPane> {
  const width = options.width ?? 350;
  const { page, complaints, close } = await openPage(browser, served, options, { width: 1366, height: options.height ?? 900 });
  await page.goto(`${served.origin}/standin/`);
  await page.waitForSelector('#pane-frame');
  await page.evaluate(`document.getElementById('pane').style.width = '${String(width)}px'`);
  for (;;) {
    const pane = page.frames().find((one) => one.url().includes('excel.html'));
    if (pane !== undefined) {
      await pane.getByRole('tab', { name: 'Kiểm tra' }).waitFor({ timeout: 60_000 });
      return { page, pane, complaints, close };
    }
    await page.waitForTimeout(50);
  }
}

/** Opens the browser version. */
export async function openInBrowser(browser: Browser, served: Served, options: OpenOptions = {}): Promise<OpenPane> {
  const viewport = { width: options.width ?? 350, height: options.height ?? 700 };
  const { page, complaints, close } = await openPage(browser, served, options, viewport);
  await page.goto(`${served.origin}/index.html`);
  await page.getByRole('tab', { name: 'Mẫu' }).waitFor();
  return { page, pane: page.mainFrame(), complaints, close };
}

/** What stands in the open workbook, asked of the stand-in's own model. */
export const sheetNames = (page: Page): Promise<string[]> => page.evaluate('standinHost.workbook.sheets.map((one) => one.name)');
export const activeSheet = (page: Page): Promise<string> => page.evaluate('standinHost.workbook.active.name');

/** Rows of the active sheet by their number in column A: "1.1" → 12. */
export async function rowsByNumber(page: Page): Promise<Readonly<Record<string, number>>> {
  return page.evaluate(`(() => {
    const found = {};
    for (const [key, { value }] of standinHost.workbook.active.cells) {
      if (key % 16384 === 0 && typeof value === 'string') found[value] = Math.floor(key / 16384) + 1;
    }
    return found;
  })()`);
}

/** Values as pasting puts them there, past the validation; texts stay texts. Told to the add-in like every edit. */
export async function paste(pane: Frame, cells: Readonly<Record<string, string | number>>): Promise<void> {
  await pane.evaluate(`Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    for (const [address, value] of Object.entries(${JSON.stringify(cells)})) {
      const range = sheet.getRange(address);
      if (typeof value === 'string') range.numberFormat = [['@']];
      range.values = [[value]];
      if (typeof value === 'string') range.numberFormat = [['#,##0']];
    }
    await context.sync();
  })`);
}

export const valueAt = (pane: Frame, cell: string): Promise<unknown> =>
  pane.evaluate(`Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange('${cell}');
    range.load('values');
    await context.sync();
    return range.values[0][0];
  })`);

/** Elements that reach beyond the page, or whose text is wider than they are. */
export const cutTexts = (pane: Frame): Promise<string[]> =>
  pane.evaluate(() => {
    const out: string[] = [];
    const limit = document.documentElement.clientWidth;
    for (const element of document.querySelectorAll('body *')) {
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      if (box.width < 2 || style.visibility === 'hidden' || style.clipPath !== 'none') continue;
      const text = `${element.tagName} ${element.textContent.slice(0, 40)}`;
      if (box.right > limit + 1) out.push(`reaches ${String(Math.round(box.right))} of ${String(limit)}: ${text}`);
      const isField = element.tagName === 'INPUT' || element.tagName === 'TEXTAREA' || element.tagName === 'SELECT';
      if (!isField && style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1) out.push(`is cut: ${text}`);
    }
    return out;
  });

export const SHOTS = process.env['PANE_SHOTS'] ?? null;

/** A picture of the pane for a person to look at; only where PANE_SHOTS names a folder. */
export async function shoot(page: Page, name: string): Promise<void> {
  if (SHOTS === null) return;
  const frame = page.locator('#pane-frame');
  const path = join(SHOTS, `${name}.png`);
  await ((await frame.count()) > 0 ? frame.screenshot({ path }) : page.screenshot({ path, fullPage: true }));
}
