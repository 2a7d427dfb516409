/** The check desk over a host that is only data: one sheet, its findings, mends and their undoing, marks on and off. */
import { insertForm } from '../../src/app/insert-form';
import { checkSettings } from '../../src/app/session-forms';
import { clearFindings, createCheckDesk, proposedFindings, type CheckDesk } from '../../src/taskpane/checking/check-desk';
import { keysOf } from '../../src/taskpane/checking/finding-keys';
import { FakeHost } from '../app/fake-host';
import { laiChau } from '../support/sample-consolidation';
import { until } from './support/session-around';

const NAME = 'Phụ lục II';
let host: FakeHost;
let desk: CheckDesk;

beforeEach(async () => {
  host = new FakeHost();
  await insertForm(host, { form: laiChau, campaign: null, unit: null });
  desk = createCheckDesk(host, () => checkSettings(null, null));
});

const show = (sheet: string): void => {
  host.active = sheet;
  host.onActivate?.(sheet);
};
const codes = (): readonly string[] => {
  const { view } = desk.current();
  return view.kind === 'checked' ? view.checked.findings.map((one) => one.code) : [view.kind];
};
const findings = () => {
  const { view } = desk.current();
  return view.kind === 'checked' ? view.checked.findings : [];
};

test('R-SHELL-10 a form just inserted has nothing to look at, and typing is seen', async () => {
  expect((await desk.check()).ok).toBe(true);
  expect(codes()).toEqual([]);
  host.type(NAME, 'D12', 'khá nhiều');
  await until(() => codes().includes('unreadable-text'));
  expect(host.marked).toContain('D12');
});

test('R-SHELL-11 what is clear is mended at once, what is proposed only when it is accepted; each is one step back', async () => {
  host.type(NAME, 'D12', '12 lớp');
  host.type(NAME, 'D13', '15/450');
  host.type(NAME, 'D14', 'khá nhiều');
  await desk.check();
  expect(clearFindings(findings()).map((one) => one.code)).toEqual(['value-reworded']);
  expect(proposedFindings(findings()).map((one) => one.code)).toEqual(['proposed-pair']);
  expect(await desk.fix(clearFindings(findings()))).toEqual({ ok: true, value: { cells: 1 } });
  expect(codes()).not.toContain('value-reworded');
  expect(codes()).toContain('proposed-pair');
  expect(await desk.fix(proposedFindings(findings()))).toEqual({ ok: true, value: { cells: 2 } });
  expect(codes()).not.toContain('proposed-pair');
  expect(codes()).toContain('unreadable-text');
  expect(desk.current().undoSteps).toBe(2);
  expect((await desk.undo()).ok).toBe(true);
  expect(desk.current().undoSteps).toBe(1);
  // Nothing to mend is nothing to take back.
  expect(await desk.fix([])).toEqual({ ok: true, value: { cells: 0 } });
  expect(desk.current().undoSteps).toBe(1);
});

test('R-SHELL-12 marks taken off stay off while typing goes on, and come back with the next check', async () => {
  host.type(NAME, 'D12', 'khá nhiều');
  await desk.check();
  expect(host.marked).toEqual(['D12']);
  expect((await desk.clearMarks()).ok).toBe(true);
  expect(host.marked).toEqual([]);
  host.type(NAME, 'D13', 'nhiều');
  await until(() => codes().length === 2);
  expect(host.marked).toEqual([]);
  expect(desk.current().isMarking).toBe(false);
  await desk.check();
  expect(host.marked).toEqual(['D12', 'D13']);
});

test('R-SHELL-13 a refusal is shown in place of the list, and the next try begins anew', async () => {
  host.trouble = { code: 'cell-edit', detail: null };
  expect((await desk.check()).ok).toBe(false);
  expect(desk.current()).toMatchObject({ view: { kind: 'problem', problem: { code: 'cell-edit' } }, isBusy: false });
  expect(await desk.fix([])).toEqual({ ok: true, value: { cells: 0 } });
  await desk.check();
  expect(codes()).toEqual([]);
});

test('R-SHELL-13 a mend that Excel refuses is told, and changes neither list nor steps', async () => {
  host.type(NAME, 'D12', '12 lớp');
  await desk.check();
  host.trouble = { code: 'sheet-protected', detail: NAME };
  expect(await desk.fix(clearFindings(findings()))).toEqual({ ok: false, error: { code: 'sheet-protected', detail: NAME } });
  expect(codes()).toContain('value-reworded');
  expect(desk.current().undoSteps).toBe(0);
});

test('R-SHELL-14 the sheet that is shown is the one that is checked; one that was overtaken says nothing', async () => {
  host.type(NAME, 'D12', 'khá nhiều');
  host.sheets.set('Khác', { sheet: 'Khác', visibility: 'visible', rows: [], merges: [], hiddenColumns: [] });
  await desk.check();
  const stop = desk.follow();
  await new Promise((resolve) => setTimeout(resolve, 0));
  show('Khác');
  show(NAME);
  show('Khác');
  await until(() => desk.current().view.kind === 'problem' && !desk.current().isBusy);
  expect(desk.current().view).toEqual({ kind: 'problem', problem: { code: 'no-form', detail: 'Khác' } });
  show(NAME);
  await until(() => codes().includes('unreadable-text'));
  stop();
  show('Khác');
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(desk.current().view.kind).toBe('checked');
});

test('R-SHELL-15 each finding keeps its name while others come and go', async () => {
  for (const cell of ['D12', 'D13', 'D14']) host.type(NAME, cell, 'khá nhiều');
  await desk.check();
  const before = keysOf(findings());
  expect(new Set(before).size).toBe(before.length);
  host.type(NAME, 'D13', 5);
  await until(() => !findings().some((one) => one.code === 'unreadable-text' && one.at?.cell === 'D13'));
  const after = keysOf(findings());
  expect(before.filter((one) => !after.includes(one))).toEqual(
    before.filter((one) => one.startsWith('unreadable-text') && one.includes('D13')),
  );
});
