/**
 * @jest-environment jsdom
 *
 * The screen of "Kiểm tra tiện ích": what it says before, while and after, what can be copied, and how it is stopped.
 */
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CaseResult, ExcelChecking, ExcelCheckOptions, ExcelCheckReport } from '../../src/app/excel-check';
import type { HostProblem } from '../../src/app/host';
import { fail, ok, type Result } from '../../src/core/result';
import { DIAGNOSTICS_WORDS as WORDS } from '../../src/messages/diagnostics-words';
import { DiagnosticsPanel } from '../../src/taskpane/diagnostics/diagnostics-panel';

const passed: CaseResult = { id: 'values/round-trip', title: 'values come back', reason: null };
const wrong: CaseResult = { id: 'names/range', title: 'a name', reason: 'value: expected 1, got 2' };
const facts = { host: 'Excel 16.0 (PC)', languages: ['vi-VN'], requirementSets: ['ExcelApi 1.14'] };

/** A check that is answered by hand. */
class HandCheck implements ExcelChecking {
  options: ExcelCheckOptions | null = null;
  private answer: ((result: Result<ExcelCheckReport, HostProblem>) => void) | null = null;
  runs = 0;

  run(options: ExcelCheckOptions): Promise<Result<ExcelCheckReport, HostProblem>> {
    this.options = options;
    this.runs += 1;
    return new Promise((resolve) => {
      this.answer = resolve;
    });
  }

  finish(results: readonly CaseResult[], total = results.length, left: readonly string[] | null = []): void {
    this.answer?.(ok({ facts, results, total, left }));
  }

  refuse(problem: HostProblem): void {
    this.answer?.(fail(problem));
  }
}

function open(check: ExcelChecking | null): () => void {
  const { unmount } = render(
    <FluentProvider theme={webLightTheme}>
      <DiagnosticsPanel openCheck={() => check} />
    </FluentProvider>,
  );
  return unmount;
}
const press = (name: string): Promise<void> => userEvent.click(screen.getByRole('button', { name }));
const report = (): string => screen.getByRole<HTMLTextAreaElement>('textbox', { name: WORDS.report }).value;

test('R-XLS-95 the screen says what it will do, how far it is, and how it went, with a text to copy', async () => {
  const check = new HandCheck();
  open(check);
  expect(screen.getByText(WORDS.what)).toBeTruthy();
  expect(screen.getByText(WORDS.caution)).toBeTruthy();
  await press(WORDS.start);
  act(() => check.options?.onProgress(12, 77));
  expect(await screen.findByText('Đã thử 12/77 việc')).toBeTruthy();
  expect(screen.queryByRole('button', { name: WORDS.start })).toBeNull();
  check.finish([passed, wrong]);
  expect(await screen.findByText(WORDS.someFailed(1, 2))).toBeTruthy();
  expect(document.activeElement?.textContent).toBe(WORDS.result);
  expect(screen.getByRole('row', { name: 'Đọc và ghi ô 1/1' })).toBeTruthy();
  expect(screen.getByRole('row', { name: 'Tên vùng 0/1' })).toBeTruthy();
  expect(report()).toContain('- names/range: a name\n    value: expected 1, got 2');
  await press(WORDS.again);
  check.finish([passed]);
  expect(await screen.findByText(WORDS.allPassed(1))).toBeTruthy();
  expect(check.runs).toBe(2);
});

test('R-XLS-96 the report is copied, or made ready for Ctrl+C where the clipboard is forbidden', async () => {
  const user = userEvent.setup();
  const check = new HandCheck();
  open(check);
  await user.click(screen.getByRole('button', { name: WORDS.start }));
  check.finish([passed]);
  await user.click(await screen.findByRole('button', { name: WORDS.copy }));
  expect(await screen.findByText(WORDS.copied)).toBeTruthy();
  expect(await navigator.clipboard.readText()).toBe(report());
  jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('forbidden', 'NotAllowedError'));
  await user.click(screen.getByRole('button', { name: WORDS.copy }));
  expect(await screen.findByText(WORDS.copyByHand)).toBeTruthy();
  const box = screen.getByRole<HTMLTextAreaElement>('textbox', { name: WORDS.report });
  expect(document.activeElement).toBe(box);
  expect(box.value.slice(box.selectionStart, box.selectionEnd)).toBe(report());
});

test('R-XLS-97 it can be stopped, by the button or by leaving; what Excel refuses becomes a sentence', async () => {
  const check = new HandCheck();
  const leave = open(check);
  await press(WORDS.start);
  await press(WORDS.stop);
  expect(check.options?.signal.aborted).toBe(true);
  expect(screen.getByText(WORDS.stopping)).toBeTruthy();
  check.finish([passed], 77);
  expect(await screen.findByText(WORDS.stopped(1, 77))).toBeTruthy();
  await press(WORDS.again);
  check.finish([passed], 77, ['Thử tiện ích 2']);
  expect(await screen.findByText(WORDS.left(['Thử tiện ích 2']))).toBeTruthy();
  expect(screen.queryByText(WORDS.stopped(1, 77))).toBeNull();
  await press(WORDS.again);
  check.refuse({ code: 'read-only', detail: null });
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('chỉ đọc'));
  await press(WORDS.again);
  expect(check.options?.signal.aborted).toBe(false);
  leave();
  expect(check.options?.signal.aborted).toBe(true);
});

test('R-XLS-98 in a plain browser it says that it needs Excel', () => {
  open(null);
  expect(screen.getByText(WORDS.onlyInExcel)).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});
