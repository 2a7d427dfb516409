/** "Kiểm tra tiện ích" in Chromium: its screen inside the stand-in Excel, in a workbook in use. */
import { buildSync } from 'esbuild';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';

import { CONTRACT_CASES } from '../../../src/excel/contract/run-contract';
import { DIAGNOSTICS_WORDS as WORDS } from '../../../src/messages/diagnostics-words';
import { buildBundles } from '../../../src/standin/server/bundles';
import { NATIVE_ADDRESSES, OFFICE_JS } from '../../../src/standin/server/rewrite-html';
import { serve, type Served } from '../../../src/standin/server/serve';
import { makeSite } from '../../../src/standin/server/site';
import { startChromium } from '../../support/chromium';

const root = join(__dirname, '..', '..', '..');
const LIMIT = 120_000;

let browser: Browser;
let served: Served;
let folder: string;

/** The screen alone in a page, as the pane shows it. */
const PAGE = `
import { createRoot } from 'react-dom/client';
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { DiagnosticsPanel } from './src/taskpane/diagnostics/diagnostics-panel';
void Office.onReady().then(() => createRoot(document.getElementById('pane')!).render(
  <FluentProvider theme={webLightTheme} style={{ padding: '12px 16px' }}><DiagnosticsPanel /></FluentProvider>,
));
`;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tong-hop-diagnostics-'));
  buildSync({
    stdin: { contents: PAGE, resolveDir: root, loader: 'tsx' },
    bundle: true,
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    outfile: join(folder, 'panel.js'),
    logLevel: 'error',
  });
  const html = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Thử</title><script src="${OFFICE_JS}"></script></head>`;
  writeFileSync(join(folder, 'panel.html'), `${html}<body><div id="pane"></div><script src="/panel.js"></script></body></html>`);
  const [chromium, bundles] = await Promise.all([startChromium(), buildBundles(root)]);
  browser = chromium;
  served = await serve(makeSite({ root, bundles, addresses: NATIVE_ADDRESSES, addinFolder: folder }), 0);
}, LIMIT);

afterAll(async () => {
  await browser.close();
  await served.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The names of all sheets, the shown one, and what it holds. */
const inWorkbook = (page: Page): Promise<unknown> =>
  page.evaluate(
    '({ sheets: standinHost.workbook.sheets.map((one) => one.name), active: standinHost.workbook.active.name,' +
      ' selection: standinHost.workbook.active.selection, cells: [...standinHost.workbook.active.cells] })',
  );

async function openPanel(): Promise<{ readonly page: Page; readonly pane: Frame; readonly outside: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const outside: string[] = [];
  const probe = await (await fetch(`${served.origin}/standin/probe/manifest.xml`)).text();
  await context.route('**/*', (route) => {
    const url = route.request().url();
    if (url === `${served.origin}/manifest.xml`)
      return route.fulfill({ body: probe.replaceAll('/standin/probe/index.html', '/panel.html'), contentType: 'text/xml' });
    if (url.startsWith(`${served.origin}/`) || /^(?:blob|data):/.test(url)) return route.continue();
    outside.push(url);
    return route.abort();
  });
  const page = await context.newPage();
  await page.goto(`${served.origin}/standin/`);
  for (;;) {
    const pane = page.frames().find((one) => one.url().endsWith('/panel.html'));
    if (pane === undefined) {
      await page.waitForTimeout(50);
      continue;
    }
    await pane.getByRole('button', { name: WORDS.start }).waitFor({ timeout: 60_000 });
    return { page, pane, outside };
  }
}

test(
  'R-XLS-99 the check runs from its screen inside the stand-in Excel and leaves the workbook as it was',
  async () => {
    const { page, pane, outside } = await openPanel();
    await page.evaluate(
      "standinHost.workbook.addSheet('Số liệu', 'person'), standinHost.workbook.select(standinHost.workbook.sheets[1]," +
        " { top: 4, left: 2, bottom: 4, right: 2 }, 'person')",
    );
    const before = await inWorkbook(page);
    await pane.getByRole('button', { name: WORDS.start }).click();
    await pane.getByText(WORDS.allPassed(CONTRACT_CASES.length)).waitFor({ timeout: LIMIT });
    expect(await pane.getByRole('textbox', { name: WORDS.report }).inputValue()).toContain(
      `Đạt ${String(CONTRACT_CASES.length)}/${String(CONTRACT_CASES.length)} việc đã thử.`,
    );
    const picture = process.env['PICTURES'];
    if (picture !== undefined) await page.screenshot({ path: join(picture, 'kiem-tra.png') });
    expect(await inWorkbook(page)).toEqual(before);
    expect(await page.evaluate('standinHost.gaps')).toEqual([]);
    expect(outside).toEqual([]);
  },
  LIMIT * 2,
);
