/**
 * The worker for Word documents, and saving by the kind of machine.
 * @jest-environment jsdom
 */
import { execFileSync } from 'node:child_process';

import { officePlatform } from '../../src/excel/office-platform';
import { documentWorkInWorker, type DocumentOrder, type DocumentWorker } from '../../src/taskpane/wiring/document-work';
import { saveFile, WORD_TYPE } from '../../src/taskpane/wiring/save-file';
import { reportPlan } from '../support/document-plans';
import { ROOT } from '../support/source-tree';

interface FakeWorker extends DocumentWorker {
  readonly orders: DocumentOrder[];
  readonly answer: (data: unknown) => void;
  readonly break: () => void;
  ended: boolean;
}

function fakeWorker(): FakeWorker {
  const listeners = new Map<string, (event: unknown) => void>();
  const worker: FakeWorker = {
    orders: [],
    ended: false,
    answer: (data) => listeners.get('message')?.({ data }),
    break: () => listeners.get('error')?.({}),
    postMessage: (order: DocumentOrder) => worker.orders.push(order),
    terminate: () => {
      worker.ended = true;
    },
    addEventListener: (name: string, listener: unknown) => {
      listeners.set(name, listener as (event: unknown) => void);
    },
  };
  return worker;
}

test('R-WORD-60 the worker starts at the first document, answers find who asked, a fault rejects without its text', async () => {
  const workers: FakeWorker[] = [];
  const work = documentWorkInWorker(() => {
    const made = fakeWorker();
    workers.push(made);
    return made;
  });
  expect(workers).toHaveLength(0);
  const [one, two] = [work.write(reportPlan()), work.write(reportPlan({ number: '6' }))];
  expect(workers).toHaveLength(1);
  expect(workers[0]?.orders.map((order) => [order.id, order.plan.number])).toEqual([
    [1, '5'],
    [2, '6'],
  ]);
  workers[0]?.answer({ id: 2, bytes: new Uint8Array([2]) });
  workers[0]?.answer({ id: 1, failed: 'TypeError' });
  await expect(two).resolves.toEqual(new Uint8Array([2]));
  await expect(one).rejects.toThrow(/^TypeError$/);
  const three = work.write(reportPlan());
  workers[0]?.break();
  await expect(three).rejects.toThrow('ended');
  expect(workers[0]?.ended).toBe(true);
  void work.write(reportPlan()).catch(() => undefined);
  expect(workers).toHaveLength(2);
});

test('R-WORD-64 what the worker loads needs no eval, no blob and no network, and stays below 100 KB compressed', () => {
  // In a process of its own: the bundler does not run inside the page of this test.
  const script =
    "import { build } from 'esbuild'; import { gzipSync } from 'node:zlib';" +
    "const { outputFiles } = await build({ entryPoints: ['src/taskpane/wiring/document-worker.ts'], bundle: true, minify: true, write: false," +
    "format: 'esm', platform: 'browser', target: 'es2022', logLevel: 'silent' }); const text = outputFiles[0].text;" +
    'const banned = /new Function|[^\\w.]eval\\(|createObjectURL|importScripts|new Worker|XMLHttpRequest|[^\\w.]fetch\\(/g;' +
    'console.log(JSON.stringify({ size: gzipSync(text).length, banned: text.match(banned) ?? [] }));';
  const told = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: ROOT, encoding: 'utf8' });
  const { size, banned } = JSON.parse(told) as { readonly size: number; readonly banned: readonly string[] };
  expect(banned).toEqual([]);
  // Word's writer with fflate: 81 KB. Loaded only when a document is asked for.
  expect(size).toBeGreaterThan(20_000);
  expect(size).toBeLessThan(100 * 1024);
});

describe('saving', () => {
  let clicked: { readonly href: string; readonly download: string }[];
  beforeEach(() => {
    clicked = [];
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
      clicked.push({ href: this.href, download: this.download });
    });
    URL.createObjectURL = () => 'blob:made';
    URL.revokeObjectURL = () => undefined;
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });
  const bytes = new Uint8Array([80, 75, 3, 4]);

  test.each([
    [null, 'downloads', /thư mục tải về \(Downloads\) của trình duyệt/],
    ['web', 'downloads', /Downloads/],
    ['windows', 'bar-in-pane', /thanh thông báo trong khung này/],
    ['other', 'downloads', /Downloads/],
  ] as const)('R-WORD-61 on %s the file is downloaded, and the clerk is told where it went', (platform, to, sentence) => {
    const saved = saveFile('Báo cáo.docx', bytes, WORD_TYPE, platform);
    expect(saved).toEqual({ name: 'Báo cáo.docx', to, sentence: expect.stringMatching(sentence) });
    expect(saved.sentence).toContain('“Báo cáo.docx”');
    expect(clicked).toEqual([{ href: 'blob:made', download: 'Báo cáo.docx' }]);
  });

  test('R-WORD-62 Excel for Mac gets a data address, since it ignores blobs; what to do otherwise is said', () => {
    const saved = saveFile('Báo cáo.docx', bytes, WORD_TYPE, 'mac');
    expect(clicked).toEqual([{ href: `data:${WORD_TYPE};base64,UEsDBA==`, download: 'Báo cáo.docx' }]);
    expect(saved.sentence).toMatch(/trình duyệt \(Safari, Chrome\)/);
    const large = new Uint8Array(300_000).fill(65);
    saveFile('a.docx', large, WORD_TYPE, 'mac');
    expect(atob(clicked[1]?.href.split(',')[1] ?? '')).toHaveLength(300_000);
  });

  test('R-WORD-63 a name keeps what every system takes', () => {
    const nameOf = (name: string): string => saveFile(name, bytes, WORD_TYPE, null).name;
    expect(nameOf('Báo cáo: 12/BC-UBND?.docx')).toBe('Báo cáo 12 BC-UBND.docx');
    expect(nameOf('a\u202egpj.docx')).toBe('a gpj.docx');
    expect(nameOf('.docx')).toMatch(/docx$/);
    expect(nameOf(`${'x'.repeat(400)}.docx`)).toHaveLength(125);
    expect(nameOf('CON . .docx')).toBe('CON.docx');
  });
});

test('R-WORD-61 the kind of machine is what Office says; a plain browser has none', () => {
  const types = { PC: 'PC', Universal: 'Universal', Mac: 'Mac', OfficeOnline: 'OfficeOnline', iOS: 'iOS' };
  const saidBy = (context: unknown): unknown => {
    Object.assign(globalThis, { Office: { PlatformType: types, context } });
    try {
      return officePlatform();
    } finally {
      Reflect.deleteProperty(globalThis, 'Office');
    }
  };
  expect(officePlatform()).toBeNull();
  expect(saidBy(undefined)).toBeNull();
  expect(saidBy({ platform: null })).toBeNull();
  expect(['PC', 'Universal', 'Mac', 'OfficeOnline', 'iOS'].map((platform) => saidBy({ platform }))).toEqual([
    'windows',
    'windows',
    'mac',
    'web',
    'other',
  ]);
});
