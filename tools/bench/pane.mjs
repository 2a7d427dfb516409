/**
 * The pane in Chromium against the command line on the same files: from the moment the files are chosen to the headline of
 * the result. The pane is the one in `dist` (`npm run build`), served with its own policy, in a fresh profile. As a clerk has
 * it, the file dialog is open for a while before files are chosen in it; files may also come at once, without a dialog.
 */
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

/* global document, MutationObserver -- what is evaluated in the page */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml' };
/** In milliseconds; a busy machine may take long. */
const PATIENCE = 600_000;

/** The browser's program, or null where none is installed: CHROMIUM_PATH, or where Debian and others put it. */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  return named ?? PLACES.find((place) => existsSync(place)) ?? null;
}

async function serve(dist) {
  const page = await readFile(join(dist, 'index.html'), 'utf8');
  const policy = /http-equiv="?Content-Security-Policy"? content="([^"]+)"/.exec(page)?.[1];
  if (policy === undefined) throw new Error('the page has no content security policy');
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(dist, path === '/' ? 'index.html' : path);
    readFile(file).then(
      (content) => {
        response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'content-security-policy': policy });
        response.end(content);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/**
 * Seconds the pane takes for the files of a folder, in a page that was opened anew. `looking` is how long the file dialog is
 * open before, in milliseconds; null hands over the files without one.
 */
export async function measurePane(dist, folder, looking) {
  const { chromium } = await import('playwright-core');
  const files = readdirSync(folder).map((name) => join(folder, name));
  const server = await serve(dist);
  const browser = await chromium.launch({ executablePath: findChromium(), headless: true, args: FLAGS });
  try {
    const page = await browser.newPage({ viewport: { width: 350, height: 600 } });
    page.setDefaultTimeout(PATIENCE);
    await page.goto(`http://localhost:${server.address().port}/`);
    const button = page.getByRole('button', { name: 'Chọn tệp báo cáo' });
    await button.waitFor();
    // Timed inside the page: handing over a thousand paths is the tool's work, not the pane's.
    await page.evaluate(() => {
      const input = document.querySelector('input[data-pick="files"]');
      input.addEventListener('change', () => (globalThis.begun ??= performance.now()), { capture: true });
      new MutationObserver((_changes, watch) => {
        const done = [...document.querySelectorAll('h1,h2,h3')].some((one) => /^Đã tính \d/.test(one.textContent));
        if (!done || globalThis.begun === undefined) return;
        globalThis.spent = performance.now() - globalThis.begun;
        watch.disconnect();
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    if (looking === null) await page.locator('input[data-pick="files"]').setInputFiles(files);
    else {
      const [dialog] = await Promise.all([page.waitForEvent('filechooser'), button.click()]);
      await page.waitForTimeout(looking);
      await dialog.setFiles(files);
    }
    const spent = await page.waitForFunction(() => globalThis.spent, null, { polling: 100, timeout: PATIENCE });
    return (await spent.jsonValue()) / 1000;
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}
