/**
 * Everything the stand-in serves, as one function from a path to an answer: the http server of `npm start` and the
 * browser driver's routing in tests both use it, so that both serve the same bytes.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, normalize, sep } from 'node:path';
import type { Bundles } from './bundles';
import { contentType } from './content-types';
import { rewriteHtml, type LocalAddresses } from './rewrite-html';

export interface SiteOptions {
  /** The project's folder: manifest.xml, dist, samples and node_modules lie in it. */
  readonly root: string;
  readonly bundles: Bundles;
  readonly addresses: LocalAddresses;
  /** Where the add-in's built files lie; `dist` in the project by default. */
  readonly addinFolder?: string;
}

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
}

export type Site = (path: string) => Answer;

const NOT_FOUND: Answer = { status: 404, type: 'text/plain; charset=utf-8', body: Buffer.from('Không có tệp này.') };

/** A bare page around the add-in, for the framed way: everything in it is the script's doing. */
const FRAME_PAGE =
  '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Excel mô phỏng trên web</title></head>' +
  '<body><script src="/standin/web-frame.js"></script></body></html>';

const text = (type: string, body: string): Answer => ({ status: 200, type, body: Buffer.from(body) });

function fileAnswer(folder: string, path: string): Answer | null {
  const inside = normalize(join(folder, sep));
  const file = join(inside, normalize(path));
  if (!file.startsWith(inside) || !existsSync(file) || !statSync(file).isFile()) return null;
  return { status: 200, type: contentType(file), body: readFileSync(file) };
}

/** The folder of Microsoft's library, from the pinned development dependency. */
export function officeJsFolder(root: string): string {
  const require = createRequire(join(root, 'package.json'));
  return join(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');
}

/** Names of the sample files, in the order a person expects. */
function sampleNames(root: string): string[] {
  const folder = join(root, 'samples', 'received');
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
  return names.sort((a, b) => (a < b ? -1 : 1));
}

export function makeSite(options: SiteOptions): Site {
  const { root, bundles, addresses } = options;
  const library = officeJsFolder(root);
  const addin = options.addinFolder ?? join(root, 'dist');
  const probe = join(root, 'src', 'standin', 'probe');
  const html = (answer: Answer | null): Answer | null =>
    answer?.type.startsWith('text/html') === true
      ? { ...answer, body: Buffer.from(rewriteHtml(answer.body.toString('utf8'), addresses)) }
      : answer;
  return (requested) => {
    const path = decodeURIComponent(requested.split(/[?#]/)[0] ?? '/');
    if (path === '/') return { status: 302, type: '/standin/', body: Buffer.alloc(0) };
    if (path === '/favicon.ico') return { status: 204, type: 'image/x-icon', body: Buffer.alloc(0) };
    if (path === '/standin/') return text('text/html; charset=utf-8', bundles.pageHtml);
    if (path === '/standin/web/') return text('text/html; charset=utf-8', FRAME_PAGE);
    if (path === '/standin/page.js') return text('text/javascript; charset=utf-8', bundles.pageScript);
    if (path === '/standin/page.css') return text('text/css; charset=utf-8', bundles.pageStyle);
    if (path === '/standin/bridge.js') return text('text/javascript; charset=utf-8', bundles.bridgeScript);
    if (path === '/standin/web-frame.js') return text('text/javascript; charset=utf-8', bundles.webFrameScript);
    if (path === '/standin/probe.js') return text('text/javascript; charset=utf-8', bundles.probeScript);
    if (path.startsWith('/standin/probe/')) return html(fileAnswer(probe, path.slice('/standin/probe/'.length))) ?? NOT_FOUND;
    if (path.startsWith('/office-js/')) return fileAnswer(library, path.slice('/office-js/'.length)) ?? NOT_FOUND;
    if (path === '/samples.json') return text('application/json; charset=utf-8', JSON.stringify(sampleNames(root)));
    if (path.startsWith('/samples/'))
      return fileAnswer(join(root, 'samples', 'received'), path.slice('/samples/'.length)) ?? NOT_FOUND;
    if (path === '/manifest.xml') return fileAnswer(root, 'manifest.xml') ?? fileAnswer(probe, 'manifest.xml') ?? NOT_FOUND;
    return html(fileAnswer(addin, path)) ?? NOT_FOUND;
  };
}
