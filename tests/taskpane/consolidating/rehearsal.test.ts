/** Readers that get into practice while the clerk looks for the files. */
import '../support/node-globals';
import { createPacker } from '../../../src/app/packed-received';
import type { PlaceAnswer } from '../../../src/app/receive-items';
import { receiveJob } from '../../../src/app/receive-one';
import { NO_DECISIONS } from '../../../src/core/campaign/decisions';
import { ok } from '../../../src/core/result';
import type { Pool } from '../../../src/files/pool/pool';
import { createPreparedReaders } from '../../../src/taskpane/wiring/readers';
import type { ReaderJob } from '../../../src/taskpane/wiring/reader-job';
import { FORM } from '../../support/annex';
import { annexFile } from '../../support/annex-file';
import { openInProcess, picked, talkTo, type ReaderHooks } from '../support/desk-in-process';

const files = () => ['A', 'B', 'C'].map((name, at) => picked(`${name}.xlsx`, annexFile({ '1.1': [at + 3, 100] }, { unit: `UBND xã ${name}` })));

/** A desk whose readers tell what they read. */
function watched(hooks: ReaderHooks = {}) {
  const read: string[] = [];
  const counts = { opened: 0 };
  let hear: (count: number) => void = () => undefined;
  const desk = talkTo(
    openInProcess({
      ...hooks,
      onOpened: () => (counts.opened += 1),
      beforeFile: (file) => {
        read.push(file);
        hear(read.length);
        return Promise.resolve();
      },
    }),
  );
  const untilRead = (count: number): Promise<void> =>
    new Promise((resolve) => {
      hear = (now) => {
        if (now >= count) resolve();
      };
      hear(read.length);
    });
  return { desk, read, counts, untilRead };
}

test('R-PCON-26 a run that was expected goes to readers in practice, and nothing of the rehearsal shows', async () => {
  const { desk, read, counts, untilRead } = watched();
  desk.settle();
  desk.order({ kind: 'expect' });
  desk.order({ kind: 'expect' });
  await untilRead(50);
  const outcome = await desk.read(files());
  const done = read.length;
  expect(counts.opened).toBe(1);
  expect(read.slice(-3).sort()).toEqual(['A.xlsx', 'B.xlsx', 'C.xlsx']);
  expect(outcome.submissions.map((one) => [one.file, one.state])).toEqual([
    ['A.xlsx', 'counted'],
    ['B.xlsx', 'counted'],
    ['C.xlsx', 'counted'],
  ]);
  const plain = watched().desk;
  plain.settle();
  expect(outcome).toEqual(await plain.read(files()));
  for (const news of desk.news) {
    if (news.kind === 'progress') expect([3, null]).toContain(news.total);
  }
  expect(desk.news.filter((news) => news.kind === 'outcome')).toHaveLength(1);
  expect(read).toHaveLength(done);
});

test('R-PCON-26 a rehearsal ends by itself, and readers wait for the run', async () => {
  let time = 0;
  const { desk, read, counts, untilRead } = watched({ now: () => time });
  desk.settle();
  desk.order({ kind: 'expect' });
  await untilRead(30);
  time = 60_000;
  await new Promise((resolve) => setTimeout(resolve, 200));
  const rehearsed = read.length;
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(read).toHaveLength(rehearsed);
  await desk.read(files());
  expect([counts.opened, read.length]).toEqual([1, rehearsed + 3]);
});

test('R-PCON-26 readers that rehearsed for other settings are sent away', async () => {
  const { desk, counts, untilRead } = watched();
  desk.settle();
  desk.order({ kind: 'expect' });
  await untilRead(5);
  const settled = desk.nextOutcome();
  desk.settle({ formId: 'lich-dang-ky/ninh-thuan-2022' });
  await settled;
  const outcome = await desk.read(files());
  expect(counts.opened).toBe(2);
  expect(outcome.submissions.map((one) => one.state)).toEqual(['refused', 'refused', 'refused']);
});

test('R-PCON-26 while files are read nothing is rehearsed; a run that is stopped in the middle of a rehearsal leaves nothing', async () => {
  const { desk, read, counts, untilRead } = watched();
  desk.settle();
  desk.order({ kind: 'expect' });
  await untilRead(5);
  desk.order({ kind: 'files', run: 7, files: files() });
  desk.order({ kind: 'expect' });
  desk.order({ kind: 'cancel', run: 7 });
  const outcome = await desk.read(files());
  expect(counts.opened).toBe(2);
  expect(outcome.submissions).toHaveLength(3);
  expect(read.slice(-3).sort()).toEqual(['A.xlsx', 'B.xlsx', 'C.xlsx']);
});

test('R-PCON-26 readers that could not rehearse are not taken', async () => {
  const opened: boolean[] = [];
  const settings = { form: FORM, campaign: null, roster: null, decisions: NO_DECISIONS, expected: { year: 2024, theme: null }, typedInLabel: '', today: null };
  const open = (): Pool<ReaderJob, PlaceAnswer> => {
    const isBroken = opened.push(true) === 1;
    const pack = createPacker('p');
    return {
      run: () => Promise.reject(new Error('not asked for')),
      runAll: async function* (jobs) {
        let index = 0;
        for await (const job of jobs) {
          if (isBroken || 'source' in job) throw new Error('a bug');
          yield { job, index: index++, result: ok(await receiveJob(job, { ...settings, forms: [FORM], acceptProposals: false }, pack)) };
        }
      },
      cancel: () => undefined,
    };
  };
  const readers = createPreparedReaders(open, () => 0);
  const forms = [FORM];
  readers.expect(settings, forms);
  await new Promise((resolve) => setTimeout(resolve, 20));
  await readers.take(settings, forms).free;
  expect(opened).toHaveLength(2);
});
