/** The stand-in in real Chromium: the contract over the native bridge and framed as on the web, and a person at the grid. */
import { join } from 'node:path';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { CONTRACT_CASES } from '../../../src/excel/contract/run-contract';
import type { ContractOutcome } from '../../../src/excel/contract/case';
import { buildBundles, type Bundles } from '../../../src/standin/server/bundles';
import { FRAMED_ADDRESSES, NATIVE_ADDRESSES } from '../../../src/standin/server/rewrite-html';
import { serve, type Served } from '../../../src/standin/server/serve';
import { makeSite, type SiteOptions } from '../../../src/standin/server/site';
import { startChromium } from '../../support/chromium';

const root = join(__dirname, '..', '..', '..');
const LIMIT = 120_000;

let browser: Browser;
let bundles: Bundles;
let served: Served;
const outside: string[] = [];
const broken: string[] = [];

const site = (addresses: SiteOptions['addresses']): ReturnType<typeof makeSite> =>
  // A folder that is not there: the add-in under test is the stand-in's own small one.
  makeSite({ root, bundles, addresses, addinFolder: join(root, 'khong-co') });

beforeAll(async () => {
  [browser, bundles] = await Promise.all([startChromium(), buildBundles(root)]);
  served = await serve(site(NATIVE_ADDRESSES), 0);
}, LIMIT);

afterAll(async () => {
  await browser.close();
  await served.close();
});

async function watched(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  page.on('pageerror', (error) => broken.push(error.message));
  return page;
}

/** Opens the visible stand-in; the manifest is the probe's own, whatever the project has. */
async function openNative(): Promise<{ page: Page; pane: Frame; close: () => Promise<void> }> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const probe = site(NATIVE_ADDRESSES)('/standin/probe/manifest.xml');
  await context.route('**/*', (route) => {
    const url = route.request().url();
    if (url === `${served.origin}/manifest.xml`) return route.fulfill({ body: probe.body, contentType: 'text/xml' });
    if (url.startsWith(`${served.origin}/`) || /^(?:blob|data):/.test(url)) return route.continue();
    outside.push(url);
    return route.abort();
  });
  const page = await watched(context);
  await page.goto(`${served.origin}/standin/`);
  const pane = await readyProbe(page);
  return { page, pane, close: () => context.close() };
}

async function readyProbe(page: Page): Promise<Frame> {
  for (;;) {
    const frame = page.frames().find((one) => one.url().includes('/standin/probe/'));
    if (frame !== undefined) {
      await frame.waitForFunction('window.probeReady === true', null, { timeout: 60_000 });
      return frame;
    }
    await page.waitForTimeout(50);
  }
}

async function runContractIn(pane: Frame): Promise<ContractOutcome[]> {
  await pane.click('#contract');
  await pane.waitForFunction('window.probeContract !== undefined', null, { timeout: LIMIT });
  return pane.evaluate('window.probeContract');
}

const failures = (outcomes: readonly ContractOutcome[]): unknown[] => outcomes.filter((outcome) => !outcome.passed);

test(
  'R-STD-03 the contract passes over the native bridge with the spreadsheet around it',
  async () => {
    const { page, pane, close } = await openNative();
    const outcomes = await runContractIn(pane);
    expect(failures(outcomes)).toEqual([]);
    expect(outcomes).toHaveLength(CONTRACT_CASES.length);
    expect(await page.evaluate('standinHost.gaps')).toEqual([]);
    await close();
  },
  LIMIT * 2,
);

test(
  'R-STD-04 the contract passes framed as Excel on the web',
  async () => {
    const context = await browser.newContext();
    const framed = site(FRAMED_ADDRESSES);
    await context.route('**/*', (route) => {
      const url = new URL(route.request().url());
      if (url.origin !== 'https://localhost') {
        outside.push(url.href);
        return route.abort();
      }
      const answer = framed(url.pathname);
      return route.fulfill({ status: answer.status, contentType: answer.type, body: answer.body });
    });
    const page = await watched(context);
    await page.goto('https://localhost/standin/web/');
    const pane = await readyProbe(page);
    expect(await pane.evaluate('Office.context.platform')).toBe('OfficeOnline');
    const outcomes = await runContractIn(pane);
    expect(failures(outcomes)).toEqual([]);
    expect(outcomes).toHaveLength(CONTRACT_CASES.length);
    await context.close();
  },
  LIMIT * 2,
);

test(
  'R-STD-25 what a person types is calculated, told to the add-in and held against validation',
  async () => {
    const { page, pane, close } = await openNative();
    await pane.click('#fill');
    await page.waitForFunction('standinHost.workbook.active.content(7, 1).value === 34', null, { timeout: 20_000 });
    await page.waitForTimeout(600);
    const grid = await gridTop(page);
    // B5: the second column, two rows below the frozen ones.
    const cell = { x: grid.x + 46 + 200 + 30, y: grid.y + 20 + 4 * 20 + 10 };
    await page.mouse.click(cell.x, cell.y);
    await page.keyboard.type('9');
    await page.keyboard.press('Enter');
    await page.waitForFunction('standinHost.workbook.active.content(7, 1).value === 36', null, { timeout: 10_000 });
    await pane.waitForFunction("document.getElementById('out').textContent.includes('B5: 7 → 9')", null, { timeout: 10_000 });
    await page.mouse.click(cell.x, cell.y);
    await page.keyboard.type('abc');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#box[open]', { timeout: 10_000 });
    expect(await page.textContent('#box-message')).toBe('Đề nghị nhập số nguyên không âm.');
    expect(await page.evaluate('standinHost.workbook.active.content(4, 1).value')).toBe(9);
    await close();
  },
  LIMIT,
);

async function gridTop(page: Page): Promise<{ x: number; y: number }> {
  const boxes = await page.$$eval('#grid canvas', (canvases) =>
    canvases.map((canvas) => {
      const { x, y, width, height } = canvas.getBoundingClientRect();
      return { x, y, width, height };
    }),
  );
  const found = boxes.find(({ width, height }) => width > 300 && height > 200);
  if (found === undefined) throw new Error('The grid is not drawn.');
  return found;
}

test(
  'R-STD-27 a button of the ribbon runs its function in the add-in, and the pane closes and opens',
  async () => {
    const { page, close } = await openNative();
    await page.click('#ribbon-Probe\\.Fill');
    await page.waitForFunction('standinHost.workbook.active.content(7, 1).value === 34', null, { timeout: 20_000 });
    const cost = await page.evaluate('standinHost.counters.actions.at(-1).action');
    expect(cost).toBe('ribbon: Probe.Fill');
    await page.click('#pane-close');
    expect(await page.isVisible('#pane')).toBe(false);
    await page.click('#ribbon-Probe\\.Open');
    expect(await page.isVisible('#pane')).toBe(true);
    const width = async (): Promise<number> => (await page.locator('#pane').boundingBox())?.width ?? 0;
    const before = await width();
    await page.focus('#divider');
    for (let presses = 0; presses < 6; presses += 1) await page.keyboard.press('ArrowRight');
    expect(await width()).toBe(320);
    expect(before).toBe(350);
    await close();
  },
  LIMIT,
);

test('R-STD-05 nothing outside localhost was asked for, and no page broke', () => {
  expect(outside).toEqual([]);
  expect(broken).toEqual([]);
});
