/** What a release holds: the address, the pages, the headers of the server examples, and the way into a real Excel. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { JSDOM } from 'jsdom';

import { buildPane, policyOf } from '../support/built-pane';
import { ADDRESS, parseManifest } from '../support/manifest';
import { readText, ROOT } from '../support/source-tree';

interface Run {
  readonly status: number | null;
  readonly text: string;
}

function node(...args: string[]): Run {
  const done = spawnSync(process.execPath, args, {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '' },
  });
  return { status: done.status, text: done.stdout + done.stderr };
}

/** The value of an expression over a module of tools. */
function evaluate(module: string, expression: string): unknown {
  const code = `import * as tool from './tools/${module}'; process.stdout.write(JSON.stringify(${expression}) ?? 'null');`;
  const done = node('--input-type=module', '-e', code);
  if (done.status !== 0) throw new Error(done.text);
  return JSON.parse(done.text);
}

let dist: string;
beforeAll(() => {
  dist = buildPane();
}, 300_000);

const built = (name: string): string => readFileSync(join(dist, name), 'utf8');
const nginx = readText('docs/deploy/nginx.conf');
const iis = readText('docs/deploy/web.config');

test('R-REL-01 the address goes into the manifest and the plain page', () => {
  const source = (file: string): string => `tool.withAddress(${JSON.stringify(readText(file))}, 'https://a.example/tong-hop')`;
  const manifest = evaluate('manifest.mjs', source('manifest.xml')) as string;
  expect(manifest).not.toContain('localhost');
  expect(manifest.split('https://a.example/tong-hop/').length).toBe(readText('manifest.xml').split(ADDRESS).length);
  expect(manifest).toContain('"https://a.example/tong-hop/icons/sum-16.png"');
  expect(evaluate('manifest.mjs', source('assets/pages/unsupported.html'))).toContain('https://a.example/tong-hop/index.html');
  expect(() => evaluate('manifest.mjs', "tool.withAddress('nothing here', 'https://a.example/')")).toThrow('does not occur');
});

test.each(['http://a.example/', 'a.example', 'https://a.example/?x=1', 'file:///c/tong-hop/'])(
  'R-REL-01 the build refuses %s',
  (url) => {
    const refused = node('tools/stages.mjs', 'build', '--env', `url=${url}`);
    expect(refused.status).toBe(1);
    expect(refused.text).toContain('--env url must');
  },
  60_000,
);

test('R-REL-02 what the manifest and the pages name is in the build', () => {
  const manifest = parseManifest(built('manifest.xml'));
  const values = [...manifest.getElementsByTagName('*')].flatMap((one) => [...one.attributes].map((each) => each.value));
  const named = new Set(values.filter((value) => value.startsWith('https://')).map((value) => new URL(value).pathname.slice(1)));
  expect(named.size).toBeGreaterThan(40);
  expect([...named].filter((name) => !existsSync(join(dist, name)))).toEqual([]);
  for (const page of ['index.html', 'unsupported.html', 'privacy.html', 'support.html']) {
    const { document } = new JSDOM(built(page)).window;
    const links = [...document.querySelectorAll('[href], [src]')].map(
      (one) => one.getAttribute('href') ?? one.getAttribute('src') ?? '',
    );
    const ours = links.filter((link) => !link.startsWith('https://appsforoffice.microsoft.com/'));
    const own = ours.map((link) => new URL(link, 'https://a.example/').pathname.slice(1));
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter((name) => !existsSync(join(dist, name)))).toEqual([]);
  }
});

/** "a b; c d" → name → sources. */
const directives = (policy: string): Map<string, string> =>
  new Map(policy.split('; ').map((one) => [one.split(' ')[0] ?? '', one.split(' ').slice(1).join(' ')]));

test('R-REL-03 the headers carry the policy of the page, and who may frame it', () => {
  const ofNginx = [...nginx.matchAll(/add_header Content-Security-Policy "([^"]*)" always;/g)].map((match) => match[1] ?? '');
  const ofIis = [...iis.matchAll(/name="Content-Security-Policy" value="([^"]*)"/g)].map((match) => match[1] ?? '');
  // nginx drops a server's headers in a location with headers of its own: each must repeat them.
  expect(ofNginx).toHaveLength([...nginx.matchAll(/^\s*location /gm)].length);
  expect(ofIis).toHaveLength(1);
  const page = directives(policyOf(built('index.html')));
  for (const policy of [...ofNginx, ...ofIis]) {
    const { 'frame-ancestors': ancestors, ...rest } = Object.fromEntries(directives(policy));
    expect(rest).toEqual(Object.fromEntries(page));
    expect(ancestors).toBe(
      "'self' https://*.officeapps.live.com https://*.sharepoint.com https://onedrive.live.com https://excel.cloud.microsoft",
    );
  }
  expect(page.has('frame-ancestors')).toBe(false);
  expect(node('tools/headers.mjs', '--check')).toEqual({ status: 0, text: '' });
});

test('R-REL-04 pages are asked about, hashed files kept, icons may be kept', () => {
  /** Location pattern → what it says of keeping. */
  const locations = [...nginx.matchAll(/^\s*location (?:~ "([^"]+)"|(\/)) \{([^}]*)\}/gm)].map((match) => [
    match[1] ?? match[2],
    /Cache-Control "([^"]*)"/.exec(match[3] ?? '')?.[1],
  ]);
  expect(locations).toEqual([
    ['/', 'no-cache'],
    ['/icons/[\\w-]+\\.png$', 'public, max-age=86400'],
    ['\\.[0-9a-f]{10}\\.(?:js|css)$', 'public, max-age=31536000, immutable'],
  ]);
  const hashed = /\.[0-9a-f]{10}\.(?:js|css)$/;
  const scripts = [...built('index.html').matchAll(/(?:src|href)="?([^"\s>]+\.(?:js|css))/g)].map((match) => match[1] ?? '');
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.filter((name) => !hashed.test(name) && !name.startsWith('https://appsforoffice.microsoft.com/'))).toEqual([]);
  const config = new JSDOM(iis, { contentType: 'application/xml' }).window.document;
  const kept = [...config.querySelectorAll('add[name="Cache-Control"]')].map((one) => [
    one.closest('location')?.getAttribute('path') ?? '',
    one.getAttribute('value'),
  ]);
  expect(kept).toEqual([
    ['', 'no-cache'],
    ['icons', 'public, max-age=86400'],
  ]);
  expect(config.querySelector('outboundRules action')?.getAttribute('value')).toBe('public, max-age=31536000, immutable');
  expect(new RegExp(config.querySelector('preCondition add')?.getAttribute('pattern') ?? '$^').test('/pane.0123456789.js')).toBe(
    true,
  );
});

test('R-REL-05 the plain page is read without scripts and offers the version for a browser', () => {
  const page = readText('assets/pages/unsupported.html');
  const { document } = new JSDOM(page).window;
  expect(document.querySelector('h1')?.textContent).toContain('chưa chạy được');
  expect(document.querySelector('a.button')?.getAttribute('href')).toBe(`${ADDRESS}index.html`);
  expect(document.querySelector('.address')?.textContent).toBe(`${ADDRESS}index.html`);
  // The page's own script is old enough for Internet Explorer 11, and the policy allows nothing in the page's text.
  expect(readText('assets/pages/unsupported.js')).not.toMatch(/=>|\b(const|let|class|async)\b|`/);
  expect(readText('assets/pages/plain.css')).not.toMatch(/var\(|display: (grid|flex)/);
  expect(page).not.toMatch(/<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\bsrc=)/);
  expect(
    [...document.querySelectorAll('script')].every(
      (script) => script.nextElementSibling === null || script.nextElementSibling.tagName === 'SCRIPT',
    ),
  ).toBe(true);
});

test('R-REL-06 privacy and support are pages', () => {
  for (const [name, words] of [
    ['privacy', 'telemetryservice.firstpartyapps.oaspapps.com'],
    ['support', 'Bật chỉnh sửa'],
  ] as const) {
    const { document } = new JSDOM(built(`${name}.html`)).window;
    expect(document.documentElement.lang).toBe('vi');
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    expect(document.body.textContent).toContain(words);
    expect(document.body.textContent).not.toMatch(/\*\*|\]\(|^#|`/m);
  }
  const page = evaluate('pages.mjs', 'tool.pageOf("# A <b>\\n\\nx & `y` [z](support.md)\\n\\n- one\\n- two")') as string;
  expect(page).toContain('<title>A &lt;b&gt;</title>');
  expect(page).toContain('<p>x &amp; <code>y</code> <a href="support.html">z</a></p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>');
  for (const odd of ['# A\\n\\n| a | b |', '# A\\n\\n### deep', '# A\\n\\ntext\\n- not a list', 'no title']) {
    expect(() => evaluate('pages.mjs', `tool.pageOf("${odd}")`)).toThrow(/not turned into a page|no title/);
  }
});

test('R-REL-07 the way into a real Excel, and where there is none', () => {
  const plan = (args: string[]): unknown =>
    evaluate('sideload.mjs', `tool.commandsFor(tool.readArguments(${JSON.stringify(args)}), '/home/a')`);
  expect(plan([])).toMatchObject({
    certificate: ['npx', '--yes', 'office-addin-dev-certs@3', 'install'],
    start: ['npx', '--yes', 'office-addin-debugging@7', 'start', 'manifest.xml', 'desktop', '--app', 'excel', '--no-debug'],
    stop: ['npx', '--yes', 'office-addin-debugging@7', 'stop', 'manifest.xml', 'desktop'],
  });
  expect(plan(['--web', 'https://a.sharepoint.com/b.xlsx'])).toMatchObject({
    start: expect.arrayContaining(['web', '--document', 'https://a.sharepoint.com/b.xlsx']),
  });
  const whyNot = (args: string[], platform: string, environment: object): unknown =>
    evaluate(
      'sideload.mjs',
      `tool.whyNot(tool.readArguments(${JSON.stringify(args)}), '${platform}', ${JSON.stringify(environment)})`,
    );
  const web = ['--web', 'https://a.sharepoint.com/b.xlsx'];
  expect([whyNot([], 'win32', {}), whyNot([], 'darwin', {}), whyNot(web, 'linux', { DISPLAY: ':0' })]).toEqual([
    null,
    null,
    null,
  ]);
  expect(whyNot([], 'linux', { DISPLAY: ':0' })).toContain('Excel runs on Windows and Mac only');
  expect(whyNot(web, 'linux', {})).toContain('no desktop');
  expect(node('tools/excel.mjs', '--web', 'http://a/').status).toBe(2);
  expect(node('tools/excel.mjs', '--what').text).toContain('"--what" is not known.');
  expect(node('tools/excel.mjs', '--print')).toMatchObject({ status: 0, text: expect.stringContaining('webpack serve') });
});

test('R-REL-08 every command of the guide exists', () => {
  const guide = readText('docs/deploy.md');
  const { scripts } = JSON.parse(readText('package.json')) as { scripts: Record<string, string> };
  const run = [...guide.matchAll(/npm (?:run )?([a-z-]+)/g)].map((match) => match[1] ?? '').filter((name) => name !== 'ci');
  expect(run).toEqual(expect.arrayContaining(['build', 'excel', 'start', 'test']));
  expect(run.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  const files = [...guide.matchAll(/node (tools\/[\w.-]+)/g)].map((match) => match[1] ?? '');
  expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  const linked = [...guide.matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1] ?? '');
  expect(linked.length).toBeGreaterThan(3);
  expect(linked.filter((file) => !existsSync(join(ROOT, 'docs', file)))).toEqual([]);
});
