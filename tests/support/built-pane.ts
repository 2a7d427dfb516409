/** The pane as it ships, built where the sources are newer than the last build, and served on this machine. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, extname, join, normalize } from 'node:path';

import { filesUnder, readText, ROOT } from './source-tree';

const DIST = join(ROOT, 'dist');
/** What the pane is made of; the command line and the stand-in are not in it. */
const INPUTS = ['src/app', 'src/catalogue', 'src/commands', 'src/core', 'src/excel', 'src/files', 'src/messages', 'src/taskpane', 'assets', 'tools'];

/** Where one suite says that it builds. */
const BUILDING = join(ROOT, 'node_modules', '.cache', 'tong-hop', 'building');
/** A build that was killed leaves its sign behind; no build takes this long. In milliseconds. */
const ABANDONED = 300_000;

/** Builds when needed, one suite at a time; returns the folder. */
export function buildPane(): string {
  mkdirSync(dirname(BUILDING), { recursive: true });
  while (!claim()) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 250);
  try {
    return buildIfOld();
  } finally {
    rmSync(BUILDING, { recursive: true, force: true });
  }
}

function claim(): boolean {
  try {
    mkdirSync(BUILDING);
    return true;
  } catch {
    const since = statSync(BUILDING, { throwIfNoEntry: false })?.mtimeMs;
    if (since !== undefined && Date.now() - since > ABANDONED) rmSync(BUILDING, { recursive: true, force: true });
    return false;
  }
}

function buildIfOld(): string {
  const inputs = [...INPUTS.flatMap(filesUnder), 'webpack.config.js', 'package.json', 'manifest.xml', 'docs/privacy.md', 'docs/support.md'];
  const newest = Math.max(...inputs.map((file) => statSync(join(ROOT, file)).mtimeMs));
  const page = join(DIST, 'index.html');
  if (existsSync(page) && statSync(page).mtimeMs > newest) return DIST;
  const done = spawnSync(process.execPath, [join(ROOT, 'node_modules/webpack-cli/bin/cli.js'), '--mode', 'production'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (done.status !== 0) throw new Error(`the pane does not build:\n${done.stdout}${done.stderr}`);
  return DIST;
}

/** The policy the page carries. */
export function policyOf(page: string): string {
  const found = /http-equiv="?Content-Security-Policy"? content="([^"]+)"/.exec(page)?.[1];
  if (found === undefined) throw new Error('the page has no content security policy');
  return found;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export interface ServedPane {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves the built pane. Its policy goes with every answer, so that workers obey it too, which a page's own does not reach. */
export async function servePane(): Promise<ServedPane> {
  const folder = buildPane();
  const policy = policyOf(readText('dist/index.html'));
  const server: Server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(folder, path === '/' ? 'index.html' : path);
    readFile(file).then(
      (content) => {
        response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'content-security-policy': policy });
        response.end(content);
      },
      () => {
        response.writeHead(404).end();
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${String(port)}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
