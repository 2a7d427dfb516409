/** What the stand-in serves, and that Microsoft's files are Microsoft's. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Bundles } from '../../src/standin/server/bundles';
import { FRAMED_ADDRESSES, NATIVE_ADDRESSES, OFFICE_JS, rewriteHtml } from '../../src/standin/server/rewrite-html';
import { serve } from '../../src/standin/server/serve';
import { makeSite, officeJsFolder } from '../../src/standin/server/site';

const root = join(__dirname, '..', '..');
const bundles: Bundles = {
  pageHtml: '<p>trang</p>',
  pageScript: 'page',
  pageStyle: 'style',
  bridgeScript: 'bridge',
  webFrameScript: 'frame',
  probeScript: 'probe',
};

/** Of every file of the package @microsoft/office-js 1.1.110, by path and content. */
const PACKAGE_HASH = '0c95e9f98e2cf7fcaf34999d22f7e22a6fc29398377557eb5868b29f09a098c1';

function filesOf(folder: string, prefix = ''): string[] {
  return readdirSync(join(folder, prefix), { withFileTypes: true }).flatMap((entry) => {
    const name = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
    return entry.isDirectory() ? filesOf(folder, name) : [name];
  });
}

test('R-STD-06 the installed package of Microsoft is unmodified', () => {
  const folder = dirname(officeJsFolder(root));
  const hash = createHash('sha256');
  for (const name of filesOf(folder).sort((a, b) => (a < b ? -1 : 1))) {
    hash
      .update(name)
      .update('\0')
      .update(
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest(),
      );
  }
  expect(hash.digest('hex')).toBe(PACKAGE_HASH);
});

const PAGE =
  `<!doctype html><html><head><title>x</title><script type="text/javascript" src="${OFFICE_JS}"></script>` +
  '<script type="module" src="pane.123.js"></script></head><body></body></html>';

test('R-STD-07 the page differs in the address of office.js and one script before it, and in nothing else', () => {
  const served = rewriteHtml(PAGE, NATIVE_ADDRESSES);
  const back = served.replace('<script src="/standin/bridge.js"></script>', '').replace('/office-js/office.js', OFFICE_JS);
  expect(back).toBe(PAGE);
  expect(served.indexOf('/standin/bridge.js')).toBeLessThan(served.indexOf('/office-js/office.js'));
  expect(rewriteHtml(PAGE, FRAMED_ADDRESSES)).toBe(PAGE.replace(OFFICE_JS, '/office-js/office.js'));
  const plain = '<!doctype html><script src="other.js"></script>';
  expect(rewriteHtml(plain, NATIVE_ADDRESSES)).toBe(plain);
});

test('R-STD-07 every other file of the add-in is served byte for byte', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tong-hop-site-'));
  try {
    mkdirSync(join(folder, 'assets'));
    const script = `const a = "${OFFICE_JS}"; // <script src="${OFFICE_JS}"></script>`;
    writeFileSync(join(folder, 'pane.123.js'), script);
    writeFileSync(join(folder, 'index.html'), PAGE);
    writeFileSync(join(folder, 'assets', 'icon.png'), Buffer.from([137, 80, 78, 71, 0, 255]));
    const site = makeSite({ root, bundles, addresses: NATIVE_ADDRESSES, addinFolder: folder });
    expect(site('/pane.123.js').body.toString()).toBe(script);
    expect([...site('/assets/icon.png').body]).toEqual([137, 80, 78, 71, 0, 255]);
    expect(site('/index.html').body.toString()).toBe(rewriteHtml(PAGE, NATIVE_ADDRESSES));
    expect(site('/office-js/office.js').body.equals(readFileSync(join(officeJsFolder(root), 'office.js')))).toBe(true);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('R-STD-08 nothing outside the served folders is given', () => {
  const site = makeSite({ root, bundles, addresses: NATIVE_ADDRESSES });
  const tries = [
    '/../package.json',
    '/office-js/../package.json',
    '/samples/..%2F..%2Fpackage.json',
    '/standin/probe/../server/site.ts',
    '/khong-co',
  ];
  expect(tries.map((path) => site(path).status)).toEqual(tries.map(() => 404));
});

test('R-STD-08 only localhost is answered, and only reading', async () => {
  const served = await serve(makeSite({ root, bundles, addresses: NATIVE_ADDRESSES }), 0);
  try {
    expect(new URL(served.origin).hostname).toBe('localhost');
    const page = await fetch(`${served.origin}/standin/`);
    expect([page.status, await page.text(), page.headers.get('cache-control')]).toEqual([200, '<p>trang</p>', 'no-store']);
    expect((await fetch(`${served.origin}/standin/`, { method: 'POST' })).status).toBe(405);
    expect((await fetch(`${served.origin}/%E0%A4%A`)).status).toBe(400);
    const { port } = new URL(served.origin);
    expect(await statusWithHost(Number(port), 'evil.example')).toBe(403);
    const second = serve(makeSite({ root, bundles, addresses: NATIVE_ADDRESSES }), Number(port));
    await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' });
  } finally {
    await served.close();
  }
});

async function statusWithHost(port: number, host: string): Promise<number | undefined> {
  const { request } = await import('node:http');
  return new Promise((resolve, reject) => {
    request({ host: 'localhost', port, path: '/', headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

test('R-STD-09 the build of the add-in starts at the pane and names nothing of the stand-in', () => {
  const config = readFileSync(join(root, 'webpack.config.js'), 'utf8');
  expect(config).not.toMatch(/standin|office-js|univer/);
  const importers = filesOf(join(root, 'src')).filter((name) => /\.tsx?$/.test(name) && !/^(standin|cli)\//.test(name));
  const guilty = importers.filter((name) => /from '[^']*\/standin/.test(readFileSync(join(root, 'src', name), 'utf8')));
  expect(guilty).toEqual([]);
});
