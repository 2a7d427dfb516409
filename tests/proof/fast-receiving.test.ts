/** Jobs given ahead, files opened by the workers themselves, and what Node does natively: nothing of it may show. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { createPacker, createUnpacker } from '../../src/app/packed-received';
import { receiveJob, type FileJob } from '../../src/app/receive-one';
import { packPlace, receiveItems, receivePlace, type PlaceAnswer, type PlaceJob } from '../../src/app/receive-items';
import type { ReceiveSettings } from '../../src/app/receive-workbook';
import type { Received } from '../../src/core/consolidation/received';
import { fail, ok } from '../../src/core/result';
import { crc32, plainCrc32, useChecksum } from '../../src/files/archive/crc32';

import { withFileAt } from '../../src/files/file-at-node';
import { WHOLE_BYTES } from '../../src/files/fingerprint';
import { useNode } from '../../src/files/platform-node';
import { createNodeWorker } from '../../src/files/pool/node-worker';
import { createPool, type Pool } from '../../src/files/pool/pool';
import { decodeXml } from '../../src/files/read/decode-text';
import { receivePaths } from '../../src/files/receive-node';
import { FORM } from '../support/annex';
import { withPhoto } from '../support/with-photo';
import { generateAnnex } from './fuzz/annexes';
import { Random } from './fuzz/random';

const CODE = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', ({ id, job }) => {
  if (job === 'die') process.exit(3);
  if (job === 'hang') for (;;);
  parentPort.postMessage({ id, done: true, answer: job * 2 });
});`;

test('R-FAST-04 a worker with jobs in hand that dies or hangs costs only the one it was at', async () => {
  const pool = createPool<number | string, number>({
    size: 2,
    ahead: 4,
    timeLimitMs: 1_000,
    createWorker: () => createNodeWorker(CODE, { evaluate: true }),
  });
  const jobs = Array.from({ length: 60 }, (_, place): number | 'die' | 'hang' => (place === 7 || place === 30 ? 'die' : place === 21 ? 'hang' : place));
  const answers: unknown[] = [];
  for await (const { index, result } of pool.runAll(jobs)) answers[index] = result.ok ? result.value : result.error.code;
  pool.cancel();
  expect(answers).toEqual(jobs.map((job) => (job === 'die' ? 'damaged' : job === 'hang' ? 'too-slow' : job * 2)));
});

const settings: ReceiveSettings = { form: FORM, forms: [FORM], expected: { year: 2024, theme: null }, acceptProposals: false };
const digest = (pieces: readonly Uint8Array[]): string => String(pieces.reduce(plainCrc32, 0));

/** A pool without threads. */
function poolHere(): Pool<FileJob | PlaceJob, PlaceAnswer> {
  const pack = createPacker('here');
  const memory = new Uint8Array(WHOLE_BYTES);
  const answer = async (job: FileJob | PlaceJob): Promise<PlaceAnswer> => {
    if (!('source' in job)) return receiveJob(job, settings, pack, digest);
    return packPlace(withFileAt(job.source, memory, (content, time) => receivePlace(job.file, time, content, settings)), pack, digest);
  };
  return {
    run: async (job) => ok(await answer(job)),
    runAll: async function* (jobs) {
      let index = 0;
      for await (const job of jobs) {
        const result = job.file.includes('slow') ? fail({ code: 'too-slow', detail: null } as const) : ok(await answer(job));
        yield { job, index: index++, result };
      }
    },
    cancel: () => undefined,
  };
}

test('R-FAST-05 files that workers open say the same as files that are handed over, archives among them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'opened-'));
  try {
    const [a, b, c, d] = [1, 2, 3, 4].map((seed) => generateAnnex(new Random(seed), seed));
    if (a === undefined || b === undefined || c === undefined || d === undefined) throw new Error('no annexes');
    writeFileSync(join(folder, a.name), a.bytes);
    writeFileSync(join(folder, 'thư.xlsx'), 'không phải bảng tính');
    writeFileSync(join(folder, 'rỗng.xlsx'), '');
    writeFileSync(join(folder, 'slow.xlsx'), b.bytes);
    const large = withPhoto(d.bytes, 1);
    writeFileSync(join(folder, 'có ảnh.xlsx'), large);
    writeFileSync(join(folder, 'gói có ảnh.zip'), zipSync({ 'có ảnh.xlsx': large }));
    writeFileSync(join(folder, 'gói không đuôi'), zipSync({ [b.name]: b.bytes, 'ghi chú.txt': strToU8('x') }));
    writeFileSync(join(folder, 'gói.zip'), zipSync({ [c.name]: c.bytes }));
    const sorted = (all: readonly Received[]): readonly Received[] =>
      [...all].sort((one, other) => (one.file < other.file ? -1 : 1));
    const told: string[] = [];
    const opened = await receiveItems(receivePaths([folder]), poolHere(), createUnpacker(FORM), (one) => told.push(one.file));
    // The same without their places: read here, and handed over.
    const here = [...receivePaths([folder])].map(({ path, fileTime, read }) => ({ path, fileTime, read }));
    const handed = await receiveItems(here, poolHere(), createUnpacker(FORM));
    expect(sorted(opened)).toEqual(sorted(handed));
    expect(told.sort()).toEqual(opened.map((one) => one.file).sort());
    expect(opened.map((one) => one.file)).toEqual(
      expect.arrayContaining([`gói không đuôi!${b.name}`, `gói.zip!${c.name}`, 'slow.xlsx']),
    );
    const photos = opened.filter((one) => one.file.endsWith('có ảnh.xlsx'));
    expect(photos.map((one) => one.outcome)).toEqual(['form', 'form']);
    expect(photos[0]?.hash).toBe(photos[1]?.hash);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('R-FAST-06 what Node does natively says the same as portable code', () => {
  const portable = { crc: (bytes: Uint8Array) => plainCrc32(0, bytes) };
  const prolog = fc.constantFrom('<?xml version="1.0" encoding="UTF-8"?>', '<?xml version="1.0"?>', '', '\ufeff');
  const cases = fc.oneof(
    fc.tuple(prolog, fc.string({ unit: 'grapheme' })).map((parts) => strToU8(parts.join(''))),
    fc.tuple(prolog, fc.string()).map((parts) => strToU8(parts.join(''))),
    fc.uint8Array({ maxLength: 60 }),
  );
  const samples = fc.sample(cases, { numRuns: 300, seed: 7 });
  const before = samples.map((bytes) => decodeXml(bytes));
  useNode();
  expect(samples.map((bytes) => decodeXml(bytes))).toEqual(before);
  for (const bytes of samples) {
    expect(crc32(0, bytes)).toBe(portable.crc(bytes));
    expect(crc32(crc32(0, bytes.subarray(0, 5)), bytes.subarray(5))).toBe(portable.crc(bytes));
  }
  useChecksum(plainCrc32);
});
