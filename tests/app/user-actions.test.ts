/** The user actions over a host that is only data: they need nothing of Excel but the contract. */
import { FakeHost } from './fake-host';
import { checkSheet } from '../../src/app/check-sheet';
import { addLateFiles, consolidateIntoWorkbook, plainSettings } from '../../src/app/consolidate-into-workbook';
import { UndoStack, fixFindings } from '../../src/app/fix-finding';
import { findHandWork } from '../../src/app/hand-corrections';
import { insertForm } from '../../src/app/insert-form';
import { watchSheet } from '../../src/app/watch-sheet';
import type { CheckedSheet } from '../../src/app/check-sheet';
import { sheetWords } from '../../src/messages/sheet-words';
import { laiChau } from '../support/sample-consolidation';

const settings = { forms: [laiChau], expected: { year: 2024, theme: null } };

test('R-XLS-80 insert, check, fix, watch and consolidate over a host that is only data', async () => {
  const host = new FakeHost();
  const inserted = await insertForm(host, { form: laiChau, campaign: null, unit: { code: 'A1', name: 'UBND xã A' } });
  expect(inserted.ok).toBe(true);
  host.type('Phụ lục II', 'D12', '15/450');
  const checked = await checkSheet(host, settings);
  if (!checked.ok) throw new Error(checked.error.code);
  expect(checked.value.findings.map((one) => one.code)).toContain('proposed-pair');
  expect(host.marked).toContain('D12');

  const news: CheckedSheet[] = [];
  const watch = await watchSheet(host, settings, checked.value, {
    onChecked: (one) => news.push(one),
    onProblem: () => undefined,
  });
  if (!watch.ok) throw new Error(watch.error.code);
  const undo = new UndoStack();
  const step = await fixFindings(host, 'Phụ lục II', checked.value.findings);
  if (!step.ok) throw new Error(step.error.code);
  undo.push(step.value);
  await watch.value.recheck();
  expect(news.at(-1)?.findings.map((one) => one.code)).not.toContain('proposed-pair');
  await watch.value.stop();
  expect((await undo.undoLast(host)).ok).toBe(true);
  expect(await undo.undoLast(host)).toEqual({ ok: false, error: { code: 'changed-meanwhile', detail: null } });
});

test('R-XLS-80 a host that refuses is heard: nothing is planned over it', async () => {
  const host = new FakeHost();
  host.trouble = { code: 'newer-version', detail: null };
  const plain = plainSettings(laiChau, 'Nhập tay');
  expect(await consolidateIntoWorkbook(host, [], plain)).toEqual({
    ok: false,
    error: { code: 'newer-version', detail: null },
  });
  expect(host.own).toEqual([]);
  expect(await addLateFiles(host, [], plain)).toEqual({ ok: false, error: { code: 'no-summary', detail: null } });
  expect((await consolidateIntoWorkbook(host, [], plain)).ok).toBe(true);
  expect(host.own.map((one) => one.role)).toContain('tong-hop/summary');
  expect((await addLateFiles(host, [], plain)).ok).toBe(true);
});

test('R-XLS-34 a “Chi tiết” whose headers were changed, or a baseline that says nothing, gives no corrections', () => {
  const grid = { sheet: 'x', visibility: 'visible' as const, rows: [], merges: [], hiddenColumns: [] };
  expect(findHandWork(grid, grid, sheetWords.details)).toEqual({ corrections: [], added: [] });
});
