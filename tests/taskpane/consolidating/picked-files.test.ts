/** How chosen files reach the readers: as they are handed over, small ones together. */
import '../support/node-globals';
import { createFileQueue, queueOf } from '../../../src/taskpane/wiring/file-queue';
import { handedOver } from '../../../src/taskpane/wiring/handed-files';
import { itemsOf } from '../../../src/taskpane/wiring/picked-items';
import { annexFile } from '../../support/annex-file';
import { picked, talkTo } from '../support/desk-in-process';

const xa = (name: string, count: number): Uint8Array => annexFile({ '1.1': [count, 100] }, { unit: name });

test('R-PCON-23 files are read while others are still handed over', async () => {
  const desk = talkTo();
  desk.settle();
  const first = new Promise<void>((resolve) => {
    desk.onNews((news) => {
      if (news.kind === 'progress' && news.done > 0) resolve();
    });
  });
  desk.order({ kind: 'files', run: 1, files: [picked('a.xlsx', xa('UBND xã A', 3))] });
  await first;
  const outcome = desk.nextOutcome();
  desk.order({ kind: 'files', run: 1, files: [picked('b.xlsx', xa('UBND xã B', 4))] });
  desk.order({ kind: 'receive', run: 1, files: [picked('c.xlsx', xa('UBND xã C', 5))] });
  expect((await outcome)?.submissions.map((one) => [one.file, one.state])).toEqual([
    ['a.xlsx', 'counted'],
    ['b.xlsx', 'counted'],
    ['c.xlsx', 'counted'],
  ]);
  // How many there are is known with the last of them.
  const progress = desk.news.flatMap((news) => (news.kind === 'progress' ? [news.total] : []));
  expect(progress[0]).toBeNull();
});

test('R-PCON-23 a run that is stopped while files are handed over leaves nothing behind', async () => {
  const desk = talkTo();
  desk.settle();
  desk.order({ kind: 'files', run: 1, files: [picked('a.xlsx', xa('UBND xã A', 3))] });
  desk.order({ kind: 'cancel', run: 1 });
  const outcome = desk.nextOutcome();
  desk.order({ kind: 'files', run: 2, files: [picked('b.xlsx', xa('UBND xã B', 4))] });
  desk.order({ kind: 'receive', run: 2, files: [picked('c.xlsx', xa('UBND xã C', 5))] });
  expect((await outcome)?.submissions.map((one) => one.file)).toEqual(['b.xlsx', 'c.xlsx']);
  // The one after it begins before this one's last files came.
  desk.order({ kind: 'files', run: 3, files: [picked('d.xlsx', xa('UBND xã D', 1))] });
  const next = desk.nextOutcome();
  desk.order({ kind: 'receive', run: 4, files: [picked('e.xlsx', xa('UBND xã E', 1))] });
  expect((await next)?.submissions.map((one) => one.file)).toEqual(['b.xlsx', 'c.xlsx', 'e.xlsx']);
});

test('R-PCON-23 a queue gives its files in order and ends; an archive makes their number unknown', async () => {
  const queue = createFileQueue();
  const paths: string[] = [];
  const all = (async () => {
    for await (const item of queue.items) paths.push(item.path);
  })();
  queue.push([picked('a.xlsx', 'a'), picked('.ẩn.xlsx', 'b')]);
  expect(queue.total()).toBeNull();
  queue.push([picked('c.xlsx', 'c')]);
  queue.close();
  await all;
  expect([paths, queue.total()]).toEqual([['a.xlsx', 'c.xlsx'], 2]);
  expect(queueOf([picked('a.zip', 'x'), picked('b.xlsx', 'y')]).total()).toBeNull();
});

const text = (result: { readonly ok: boolean; readonly value?: Uint8Array }): string =>
  result.ok ? new TextDecoder().decode(result.value) : 'refused';

test('R-PCON-24 small files are read together, each with its own bytes', async () => {
  const contents = Array.from({ length: 130 }, (_, at) => (at % 7 === 3 ? '' : `tệp ${String(at)} ${'x'.repeat(at)}`));
  const files = contents.map((content, at) => picked(`${String(at)}.xlsx`, content));
  let reads = 0;
  const arrayBuffer = Object.getOwnPropertyDescriptor(Blob.prototype, 'arrayBuffer')?.value as (this: Blob) => Promise<ArrayBuffer>;
  const counted = jest.spyOn(Blob.prototype, 'arrayBuffer').mockImplementation(function (this: Blob) {
    reads += 1;
    return arrayBuffer.call(this);
  });
  const read: string[] = [];
  for (const item of itemsOf(files)) read.push(text(await item.read()));
  counted.mockRestore();
  expect(read).toEqual(contents);
  expect(reads).toBeLessThan(10);
});

test('R-PCON-24 one file that is gone is refused, those beside it are read', async () => {
  const files = ['một', 'hai', 'ba'].map((content, at) => picked(`${String(at)}.xlsx`, content));
  const arrayBuffer = Object.getOwnPropertyDescriptor(Blob.prototype, 'arrayBuffer')?.value as (this: Blob) => Promise<ArrayBuffer>;
  jest.spyOn(Blob.prototype, 'arrayBuffer').mockImplementation(async function (this: Blob) {
    const bytes = await arrayBuffer.call(this);
    // What a browser does with a file that changed since it was chosen, by itself or within others.
    if (new TextDecoder().decode(bytes).includes('hai')) throw new DOMException('', 'NotReadableError');
    return bytes;
  });
  const read: string[] = [];
  for (const item of itemsOf(files)) read.push(text(await item.read()));
  expect(read).toEqual(['một', 'refused', 'ba']);
});

test('R-PCON-24 the same file chosen twice is read twice', async () => {
  const one = picked('a.xlsx', 'nội dung');
  const read: string[] = [];
  for (const item of itemsOf([one, { ...one, path: 'b.xlsx' }])) read.push(text(await item.read()));
  expect(read).toEqual(['nội dung', 'nội dung']);
});

test('R-PCON-24 files are handed over in their order, small ones together, large ones by themselves', async () => {
  const large = picked('large.xlsx', new Uint8Array(300 * 1024));
  const files = [picked('a.xlsx', 'một'), large, picked('b.xlsx', ''), picked('c.xlsx', 'hai')];
  const handed = handedOver(files);
  expect(handed.map(({ path }) => path)).toEqual(['a.xlsx', 'large.xlsx', 'b.xlsx', 'c.xlsx']);
  expect(handed[1]).toBe(large);
  expect(new Set(handed.flatMap((one) => ('together' in one ? [one.together] : []))).size).toBe(1);
  // What is handed on once more stays as it is.
  expect(handedOver(handed)).toEqual(handed);
  const items = itemsOf(handed);
  expect(items.map(({ path, fileTime, source }) => [path, fileTime, source === large.file])).toEqual(
    files.map(({ path }) => [path, '2024-10-17T00:00:00.000Z', path === 'large.xlsx']),
  );
  const [a, , b, c] = items;
  // Whatever order they are asked for in.
  expect([text(await c!.read()), text(await a!.read()), text(await b!.read())]).toEqual(['hai', 'một', '']);
});
