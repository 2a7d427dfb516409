/** What the production build holds, and that its checks can fail. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { buildPane, policyOf } from '../support/built-pane';
import { readText, ROOT } from '../support/source-tree';

let dist: string;
let scripts: ReadonlyMap<string, string>;

beforeAll(() => {
  dist = buildPane();
  const names = readdirSync(dist).filter((name) => name.endsWith('.js'));
  scripts = new Map(names.map((name) => [name, readFileSync(join(dist, name), 'utf8')]));
}, 400_000);

const tool = (name: string, ...args: string[]): { readonly status: number | null; readonly text: string } => {
  const done = spawnSync(process.execPath, [join(ROOT, 'tools', name), ...args], { cwd: ROOT, encoding: 'utf8' });
  return { status: done.status, text: done.stdout + done.stderr };
};

test('R-ARC-40 the scripts hold nothing that does not belong there', () => {
  expect(scripts.size).toBeGreaterThan(3);
  const home = ['', 'work'].join('/');
  const foreign = [/node:(fs|path|os|worker_threads|crypto)/, /from ?["'](fs|path|worker_threads)["']/, /@univer|univerjs|univer-/i, /OfficeExtension/, /sourceMappingURL/, /standin[/.'"-]/, /new Function\(/, /\beval\(/];
  const found = [...scripts].flatMap(([name, text]) => [
    ...foreign.filter((pattern) => pattern.test(text)).map((pattern) => `${name}: ${String(pattern)}`),
    ...(text.includes(ROOT) || text.includes(`${home}/`) ? [`${name}: a path of the machine`] : []),
  ]);
  expect(found).toEqual([]);
  expect(readdirSync(dist).filter((name) => name.endsWith('.map'))).toEqual([]);
});

test('R-ARC-40 every script but the page has the hash of its content in its name', () => {
  // The page for old Excels is served as it is, and asked about each time.
  expect([...scripts.keys()].filter((name) => !/\.[0-9a-f]{10}\.js$/.test(name))).toEqual(['unsupported.js']);
  expect(readdirSync(dist).filter((name) => /^(desk|reader)\.[0-9a-f]{10}\.js$/.test(name))).toHaveLength(2);
});

test('R-ARC-41 the policy allows the page\'s own files only', () => {
  const page = readText('dist/index.html');
  const policy = new Map(
    policyOf(page)
      .split('; ')
      .map((one) => one.split(' '))
      .map(([name, ...sources]) => [name ?? '', sources]),
  );
  expect(policy.get('default-src')).toEqual(["'none'"]);
  // Microsoft serves office.js from one place only; its telemetry frame is the only frame.
  expect(policy.get('script-src')).toEqual(["'self'", 'https://appsforoffice.microsoft.com']);
  expect(policy.get('frame-src')).toEqual(['https://telemetryservice.firstpartyapps.oaspapps.com']);
  expect(policy.get('worker-src')).toEqual(["'self'"]);
  expect(policy.get('connect-src')).toEqual(["'self'"]);
  const all = [...policy.values()].flat();
  expect(all.filter((source) => /unsafe-eval|blob:|\*|http:/.test(source))).toEqual([]);
  expect(all.filter((source) => source.startsWith('https:'))).toHaveLength(2);
  expect([...policy].filter(([, sources]) => sources.includes("'unsafe-inline'")).map(([name]) => name)).toEqual(['style-src-attr']);
  // Nothing in the page's own text that the policy would have to allow.
  expect(page).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>|<style|\son[a-z]+=|\sstyle=/);
});

test('R-ARC-42 the first load is below its ceiling, and above it the check fails', () => {
  expect(tool('size.mjs')).toMatchObject({ status: 0 });
  const folder = mkdtempSync(join(tmpdir(), 'tong-hop-size-'));
  try {
    cpSync(dist, folder, { recursive: true });
    const [entry] = [...scripts.keys()].filter((name) => name.startsWith('excel.'));
    // Hexadecimal digits of chance: they do not compress below half.
    writeFileSync(join(folder, 'heavy.js'), `export const heavy = "${randomBytes(150_000).toString('hex')}";`);
    writeFileSync(join(folder, entry ?? ''), `import{heavy as h}from"./heavy.js";console.log(h);${scripts.get(entry ?? '') ?? ''}`);
    const heavy = tool('size.mjs', folder);
    expect(heavy.status).toBe(1);
    expect(heavy.text).toContain('above its ceiling');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('R-ARC-43 every shipped package is in the notices, which travel with the page', () => {
  expect(tool('notices.mjs', '--check')).toEqual({ status: 0, text: '' });
  const notices = readText('THIRD-PARTY-NOTICES.md');
  const shipped = JSON.parse(readText('node_modules/.cache/tong-hop/shipped.json')) as string[];
  expect(shipped).toEqual(expect.arrayContaining(['react', 'react-dom', '@fluentui/react-button', 'fflate', 'zod', '@e965/xlsx']));
  expect(shipped.filter((name) => !notices.includes(`- ${name} (`))).toEqual([]);
  expect(readdirSync(dist)).toEqual(expect.arrayContaining(['LICENSE.txt', 'THIRD-PARTY-NOTICES.md']));
  expect(readText('dist/THIRD-PARTY-NOTICES.md')).toBe(notices);
});
