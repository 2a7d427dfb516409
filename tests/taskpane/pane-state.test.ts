/** The pane's state and the picking of files, without a browser. */
import { addPicked } from '../../src/taskpane/picking/pick';
import { changePane, EMPTY_PANE, type PaneState } from '../../src/taskpane/state/pane-state';
import type { Outcome, PickedFile } from '../../src/taskpane/wiring/messages';

function picked(path: string, content = 'a', lastModified = 1): PickedFile {
  return { path, file: new File([content], path.split('/').at(-1) ?? path, { lastModified }) };
}

const OUTCOME: Outcome = {
  form: { id: 'f', name: 'F', annexLabel: 'Phụ lục II', year: 2024 },
  measures: [],
  submissions: [],
  totals: [],
  missing: [],
};

const started = (files: readonly PickedFile[], from: PaneState = EMPTY_PANE): PaneState =>
  changePane(from, { kind: 'started', run: from.run + 1, files, keep: true });

test('R-PANE-10 the same file again is left out; another of the same name gets a number', () => {
  const there = [picked('a.xlsx'), picked('xã/a.xlsx')];
  const again = picked('a.xlsx');
  const other = picked('a.xlsx', 'longer', 2);
  const third = picked('a.xlsx', 'longest', 3);
  const result = addPicked(there, [again, other, third, other, picked('xã.1/không đuôi'), picked('xã.1/không đuôi', 'bb')]);
  expect(result.added.map((one) => one.path)).toEqual(['a (2).xlsx', 'a (3).xlsx', 'xã.1/không đuôi', 'xã.1/không đuôi (2)']);
  expect(result.again).toBe(2);
});

test('R-PANE-10 a file that got a number is known when it is chosen once more', () => {
  const other = picked('a.xlsx', 'longer', 2);
  const first = addPicked([picked('a.xlsx')], [other]);
  expect(addPicked([picked('a.xlsx'), ...first.added], [other])).toEqual({ added: [], again: 1 });
});

test('R-PANE-11 news of a stopped run change nothing', () => {
  const reading = started([picked('a.xlsx')]);
  const stopped = changePane(reading, { kind: 'cancelled' });
  expect(stopped).toMatchObject({ reading: null, files: [], outcome: null, notice: { kind: 'cancelled' } });
  expect(changePane(stopped, { kind: 'progressed', run: 1, done: 1, total: 1, recent: [] })).toBe(stopped);
  expect(changePane(stopped, { kind: 'finished', run: 1, outcome: OUTCOME })).toBe(stopped);
  const next = started([picked('b.xlsx')], stopped);
  expect(changePane(next, { kind: 'finished', run: 1, outcome: OUTCOME })).toBe(next);
  const done = changePane(next, { kind: 'finished', run: 2, outcome: OUTCOME });
  expect(done.files.map((one) => one.path)).toEqual(['b.xlsx']);
  expect(done.outcome).toBe(OUTCOME);
});

test('R-PANE-05 stopping keeps what was read before', () => {
  const done = changePane(started([picked('a.xlsx')]), { kind: 'finished', run: 1, outcome: OUTCOME });
  const stopped = changePane(started([picked('b.xlsx')], done), { kind: 'cancelled' });
  expect(stopped.outcome).toBe(OUTCOME);
  expect(stopped.files.map((one) => one.path)).toEqual(['a.xlsx']);
  expect(stopped.run).toBe(2);
});
