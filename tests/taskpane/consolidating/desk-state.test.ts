/** The place's state, the picking of files and what is typed, without a browser. */
import { addPicked, withoutMedia } from '../../../src/taskpane/picking/pick';
import { changeDesk, EMPTY_DESK, HOME, type DeskState } from '../../../src/taskpane/consolidating/desk-state';
import { filesByDay } from '../../../src/taskpane/consolidating/files-by-day';
import { readDay } from '../../../src/taskpane/consolidating/typed-day';
import { readTyped } from '../../../src/taskpane/consolidating/typed-figures';
import { deskOver, DeskFailure } from '../../../src/taskpane/wiring/desk';
import type { Outcome, PickedFile } from '../../../src/taskpane/wiring/messages';
import { picked } from '../support/desk-in-process';

const OUTCOME: Outcome = {
  submissions: [],
  questions: [],
  receipts: [],
  totals: {},
  days: [],
  contributors: 0,
  missing: [],
  lastSafeDay: null,
  remarks: [],
  sentBack: 0,
};
const PROGRESS = { done: 1, total: 1, unread: 0, left: null, recent: [] };

const started = (files: readonly PickedFile[], from: DeskState = EMPTY_DESK): DeskState =>
  changeDesk(from, { kind: 'started', run: from.run + 1, files, keep: true });

test('R-PANE-10 the same file again is left out; another of the same name gets a number', () => {
  const file = (path: string, content = 'a', time = 1): PickedFile => picked(path, content, time);
  const there = [file('a.xlsx'), file('xã/a.xlsx')];
  const other = file('a.xlsx', 'longer', 2);
  const third = file('a.xlsx', 'longest', 3);
  const chosen = [file('a.xlsx'), other, third, other, file('xã.1/không đuôi'), file('xã.1/không đuôi', 'bb')];
  const result = addPicked(there, chosen);
  expect(result.added.map((one) => one.path)).toEqual(['a (2).xlsx', 'a (3).xlsx', 'xã.1/không đuôi', 'xã.1/không đuôi (2)']);
  expect(result.again).toBe(2);
  const first = addPicked([file('a.xlsx')], [other]);
  expect(addPicked([file('a.xlsx'), ...first.added], [other])).toEqual({ added: [], again: 1 });
});

test('R-PANE-11 R-PANE-05 news of a stopped run change nothing; what was read before stays', () => {
  const reading = started([picked('a.xlsx', 'a')]);
  const stopped = changeDesk(reading, { kind: 'cancelled' });
  expect(stopped).toMatchObject({ reading: null, files: [], outcome: null });
  expect(changeDesk(stopped, { kind: 'progressed', run: 1, ...PROGRESS })).toBe(stopped);
  expect(changeDesk(stopped, { kind: 'outcome', run: 1, outcome: OUTCOME, isInWorkbook: false })).toBe(stopped);
  const next = started([picked('b.xlsx', 'b')], stopped);
  expect(changeDesk(next, { kind: 'outcome', run: 1, outcome: OUTCOME, isInWorkbook: false })).toBe(next);
  const done = changeDesk(next, { kind: 'outcome', run: 2, outcome: OUTCOME, isInWorkbook: false });
  expect(done.files.map((one) => one.path)).toEqual(['b.xlsx']);
  expect(done.outcome).toBe(OUTCOME);
  const again = changeDesk(started([picked('c.xlsx', 'c')], done), { kind: 'cancelled' });
  expect(again.outcome).toBe(OUTCOME);
  expect(again.files.map((one) => one.path)).toEqual(['b.xlsx']);
});

test('R-PCON-15 a decision while files are read shows at once, and the run goes on; a bug keeps its report', () => {
  const reading = started([picked('a.xlsx', 'a')]);
  const decided = changeDesk(reading, { kind: 'outcome', run: null, outcome: OUTCOME, isInWorkbook: false });
  expect(decided.reading).toBe(reading.reading);
  expect(decided.outcome).toBe(OUTCOME);
  const failed = changeDesk(reading, { kind: 'failed', report: 'Error\n at x' });
  expect(failed).toMatchObject({ reading: null, busy: null, failure: 'Error\n at x' });
  expect(changeDesk(failed, { kind: 'began-anew' })).toMatchObject({ failure: null, outcome: null, view: HOME, run: 1 });
});

test('R-PCON-15 questions to a desk that broke or was closed do not wait for ever', async () => {
  const heard: string[] = [];
  const { desk, hear } = deskOver(
    () => undefined,
    (news) => heard.push(news.kind),
    () => undefined,
  );
  const one = desk.ask('letters', {});
  const other = desk.ask('findings', { file: 'a' });
  const third = desk.ask('letters', {});
  hear({ kind: 'answer', id: 1, about: 'letters', answer: [] });
  expect(await one).toEqual([]);
  hear({ kind: 'failed', id: 2, report: 'place' });
  await expect(other).rejects.toThrow(DeskFailure);
  hear({ kind: 'failed', id: null, report: 'place' });
  await expect(third).rejects.toThrow(DeskFailure);
  expect(heard).toEqual(['failed']);
  const last = desk.ask('letters', {});
  desk.close();
  await expect(last).rejects.toThrow(DeskFailure);
});

test('R-PCON-12 photos, films and sound are left out by name and counted', () => {
  const files = ['a.xlsx', 'IMG_1.JPG', 'x/phim.MOV', 'ghi âm.m4a', 'scan.pdf', 'ảnh.jpg.xlsx'].map((path) =>
    picked(path, 'abc'),
  );
  const { kept, skipped, bytes } = withoutMedia(files);
  expect(kept.map((one) => one.path)).toEqual(['a.xlsx', 'scan.pdf', 'ảnh.jpg.xlsx']);
  expect([skipped, bytes]).toEqual([3, 9]);
});

test('R-PCON-21 days as they are typed, and files by day', () => {
  expect(['19/10/2024', '1-2-24', ' 09.10.2024 ', ''].map(readDay)).toEqual(['2024-10-19', '2024-02-01', '2024-10-09', '']);
  expect(['31/2/2024', '2024-10-19', 'mai', '1/13/2024', '19/10'].map(readDay)).toEqual([null, null, null, null, null]);
  const receipt = (offered: string | null, confirmed: string | null) => ({ file: 'f', unit: 'u', offered, confirmed });
  const { days, most } = filesByDay([
    receipt('2024-10-18', null),
    receipt('2024-10-18', '2024-10-17T15:30'),
    receipt('2024-10-17', null),
    receipt(null, null),
  ]);
  expect(days).toEqual([
    { day: '2024-10-17', confirmed: 1, offered: 1 },
    { day: '2024-10-18', confirmed: 0, offered: 1 },
  ]);
  expect(most).toBe(2);
});

test('R-PCON-11 figures as they are typed', () => {
  const { values, wrong } = readTyped({
    a: '1.250',
    b: ' 12 ',
    c: '',
    d: '0',
    e: 'khá nhiều',
    f: '-3',
    g: '1,5',
    h: '5000000',
    i: '1e3',
  });
  expect(values).toEqual({ a: 1250, b: 12, d: 0, h: 5_000_000 });
  expect(wrong).toEqual(['e', 'f', 'g', 'i']);
});
