/**
 * An add-in page in jsdom: Microsoft's office.js and Excel library, unmodified and read from the installed
 * package, over a host of ours. Nothing leaves the process.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { JSDOM, ResourceLoader, VirtualConsole } from 'jsdom';
import { installNativeBridge } from '../../../src/standin/bridge/native';
import { knownMembersOf } from '../../../src/standin/bridge/surface';
import { UniverEngine } from '../../../src/standin/formulas/univer-engine';
import { Host, type HostOptions } from '../../../src/standin/protocol/host';
import type { RunBatch } from '../../../src/excel/contract/case';

const LIBRARY = join(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');
const ORIGIN = 'http://localhost:3000';

/** Answers requests for office.js and its parts from the package; everything else is refused and noted. */
class LibraryLoader extends ResourceLoader {
  readonly refused: string[] = [];

  override fetch(url: string): ReturnType<ResourceLoader['fetch']> {
    const { pathname, origin } = new URL(url);
    const file = join(LIBRARY, decodeURIComponent(pathname.replace(/^\/office-js\//, '')));
    if (origin !== ORIGIN || !pathname.startsWith('/office-js/') || !existsSync(file)) {
      this.refused.push(url);
      return null;
    }
    return Promise.resolve(readFileSync(file)) as ReturnType<ResourceLoader['fetch']>;
  }
}

export interface AddinPage {
  readonly host: Host;
  readonly window: JSDOM['window'];
  readonly office: typeof Office;
  readonly excel: typeof Excel;
  readonly run: RunBatch;
  readonly refused: readonly string[];
  close(): void;
}

/** Opens the page and waits until the library says it is ready. */
export async function openAddinPage(options: Omit<HostOptions, 'engine'> = {}): Promise<AddinPage> {
  const engine = new UniverEngine();
  const host = new Host({ ...options, engine });
  const loader = new LibraryLoader();
  const html = '<!doctype html><html><head><script src="/office-js/office.js"></script></head><body></body></html>';
  const dom = new JSDOM(html, {
    url: `${ORIGIN}/addin.html`,
    runScripts: 'dangerously',
    resources: loader,
    pretendToBeVisual: true,
    virtualConsole: new VirtualConsole(),
    beforeParse: (window) => installNativeBridge(window, host),
  });
  const { window } = dom;
  await new Promise((resolve) => window.addEventListener('load', resolve, { once: true }));
  const office = window['Office'] as typeof Office;
  await office.onReady();
  const excel = window['Excel'] as typeof Excel;
  host.isKnown = knownMembersOf(() => window['Excel']);
  return {
    host,
    window,
    office,
    excel,
    run: (work) => excel.run(work),
    refused: loader.refused,
    close: () => {
      host.resetClient();
      window.close();
      engine.dispose();
    },
  };
}
