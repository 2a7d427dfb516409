/** What readers read to get into practice never shows in what they read afterwards. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPacker, createUnpacker } from '../../src/app/packed-received';
import type { PlaceAnswer, PlaceJob } from '../../src/app/receive-items';
import { receiveJob, type FileJob } from '../../src/app/receive-one';
import { rehearsalItems, rehearse } from '../../src/app/rehearsal';
import type { ReceiveSettings } from '../../src/app/receive-workbook';
import { FORMS } from '../../src/catalogue/forms';
import { NO_DECISIONS } from '../../src/core/campaign/decisions';
import type { FormDefinition } from '../../src/core/forms/definition';
import { ok } from '../../src/core/result';
import type { Pool } from '../../src/files/pool/pool';
import { FORM } from '../support/annex';
import { generateAnnex } from './fuzz/annexes';
import { Random } from './fuzz/random';

const SAMPLES = join(__dirname, '..', '..', 'samples', 'received');

const settingsFor = (form: FormDefinition): ReceiveSettings => ({
  form,
  forms: FORMS,
  expected: { year: form.year, theme: null },
  acceptProposals: false,
});
const consolidating = (form: FormDefinition) => ({
  ...{ form, campaign: null, roster: null, decisions: NO_DECISIONS, typedInLabel: 'Nhập tay', today: null },
  expected: { year: form.year, theme: null },
});

/** A pool of one reader, without threads. */
function poolOf(settings: ReceiveSettings): Pool<FileJob | PlaceJob, PlaceAnswer> {
  const pack = createPacker('here');
  return {
    run: () => Promise.reject(new Error('nobody asks for one')),
    runAll: async function* (jobs) {
      let index = 0;
      for await (const job of jobs) {
        if ('source' in job) throw new Error('nothing lies on a disk');
        yield { job, index: index++, result: ok(await receiveJob(job, settings, pack)) };
      }
    },
    cancel: () => undefined,
  };
}

/** The samples and annexes with random quirks, as jobs. */
function jobsOfAllKinds(): readonly FileJob[] {
  const samples = readdirSync(SAMPLES, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [{ file: entry.name, bytes: new Uint8Array(readFileSync(join(entry.parentPath, entry.name))) }] : [],
  );
  const made = Array.from({ length: 60 }, (_, seed) => {
    const { name, bytes } = generateAnnex(new Random(seed), seed);
    return { file: name, bytes };
  });
  return [...samples, ...made].map((one) => ({ ...one, fileTime: null }));
}

/** What a reader says that was started a moment ago, and did what `before` asks of it: it remembers nothing of earlier tests. */
async function readByFresh(jobs: readonly FileJob[], rehearses: boolean): Promise<readonly string[]> {
  const said: string[] = [];
  await jest.isolateModulesAsync(async () => {
    const fresh = {
      ...(await import('../../src/app/rehearsal')),
      ...(await import('../../src/app/packed-received')),
      ...(await import('../../src/app/receive-one')),
      ...(await import('../../src/catalogue/forms')),
    };
    const form = fresh.findForm(fresh.DEFAULT_FORM_ID);
    if (form === undefined) throw new Error('the default form is missing');
    const settings = { ...settingsFor(form), forms: fresh.FORMS };
    if (rehearses) {
      const items = fresh.rehearsalItems(form);
      for (let read = 0; read < 100; read += 1) {
        const { path, read: bytes } = items.next().value;
        const got = await bytes();
        if (!got.ok) throw new Error('no bytes');
        fresh.receiveOne(got.value, { file: path, fileTime: null }, settings);
      }
    }
    for (const job of jobs) said.push(JSON.stringify(fresh.receiveOne(job.bytes, job, settings).received));
  });
  return said;
}

test('R-FAST-08 readers that rehearsed say of every file what readers say that did not', async () => {
  const jobs = jobsOfAllKinds();
  const plain = await readByFresh(jobs, false);
  const practised = await readByFresh(jobs, true);
  expect(plain.length).toBeGreaterThan(80);
  expect(new Set(plain).size).toBeGreaterThan(70);
  expect(practised).toEqual(plain);
});

test.each(FORMS.map((form) => [form.id, form] as const))('R-FAST-08 a rehearsal reads forms of its kind: %s', async (_id, form) => {
  const settings = settingsFor(form);
  const unpack = createUnpacker(form);
  const pack = createPacker('p');
  const items = rehearsalItems(form);
  const outcomes = new Map<string, number>();
  for (let place = 0; place < 45; place += 1) {
    const { path, read } = items.next().value;
    const bytes = await read();
    if (!bytes.ok) throw new Error('no bytes');
    const received = unpack(await receiveJob({ file: path, fileTime: null, bytes: bytes.value }, settings, pack));
    if (received.outcome !== 'form') throw new Error(`${path} is ${received.outcome}`);
    const figures = received.form.counted.values.filter((one) => !Number.isNaN(one)).length;
    outcomes.set(path, received.form.list?.entries.length ?? figures);
  }
  // Over and over the same ones, each filled.
  expect(outcomes.size).toBe(40);
  expect(Math.min(...outcomes.values())).toBeGreaterThan(form.kind === 'list' ? 0 : 10);
});

test('R-FAST-08 a rehearsal ends when it is enough, with nothing in hand', async () => {
  const asked: number[] = [];
  const read = await rehearse(consolidating(FORM), poolOf(settingsFor(FORM)), createUnpacker(FORM), (begun) => {
    asked.push(begun);
    return begun >= 85;
  });
  expect(read).toBe(85);
  expect(asked).toEqual(Array.from({ length: 86 }, (_, begun) => begun));
});
