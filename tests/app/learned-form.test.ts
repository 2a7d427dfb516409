/** A form nobody planned for goes the whole way: learned from a table, kept, inserted, filled, sent in, consolidated. */
import { consolidateIntoWorkbook, plainSettings } from '../../src/app/consolidate-into-workbook';
import { formFromText, formShelf } from '../../src/app/form-shelf';
import { insertForm } from '../../src/app/insert-form';
import { stateAsText, stateFromText, EMPTY_STATE } from '../../src/app/kept-state';
import { confirmDraft, formAsText, learnFromSelection, withoutLearned } from '../../src/app/learn-form';
import { receiveWorkbook } from '../../src/app/receive-workbook';
import { checkSettings, chosenForm } from '../../src/app/session-forms';
import { FORMS } from '../../src/catalogue/forms';
import { isLearned } from '../../src/core/forms/learn/learn-form';
import { consolidate } from '../../src/core/consolidation/consolidate';
import type { FormDefinition } from '../../src/core/forms/definition';
import { planFormWorkbook } from '../../src/core/sheets/plan-form';
import { writeXlsx } from '../../src/files/write/write-xlsx';
import { describeConfirmFailure, describeLearnProblem } from '../../src/messages/learn-words';
import { sheetWords } from '../../src/messages/sheet-words';
import { fillForm } from '../support/fill';
import { gridOf, type Plain } from '../support/grid';
import { states, totals } from '../support/received';
import { FakeHost } from './fake-host';

/** A table as a clerk has it in an old file: titles, a blank line, figures of some other year. */
const TABLE: Plain[][] = [
  [null, 'THỐNG KÊ XÓA MÙ CHỮ'],
  [],
  [null, 'TT', 'Chỉ tiêu', 'Đơn vị tính', 'Số lượng', 'Người'],
  [null, 1, 'Lớp xóa mù chữ', 'Lớp/người', 4, 80],
  [null, 1.1, 'Giai đoạn 1', 'Lớp/người', 3, 60],
  [null, 1.2, 'Giai đoạn 2', 'Lớp/người', 1, 20],
  [null, 2, 'Giáo viên tham gia', 'Người', 12, null],
];

async function learned(): Promise<{ host: FakeHost; form: FormDefinition; all: readonly FormDefinition[] }> {
  const host = new FakeHost();
  host.sheets.set('Sheet1', gridOf(TABLE));
  host.active = 'Sheet1';
  host.selection = { top: 0, left: 1, bottom: 6, right: 5 };
  const selection = await learnFromSelection(host);
  if (!selection.ok) throw new Error(JSON.stringify(selection.error));
  const confirmed = confirmDraft(selection.value, 'Thống kê xóa mù chữ', []);
  if (!confirmed.ok) throw new Error(describeConfirmFailure(confirmed.error));
  const [form] = confirmed.value;
  if (form === undefined) throw new Error('no form');
  return { host, form, all: confirmed.value };
}

test('R-LIST-70 a form learned from a table goes the whole way without a line of code for it', async () => {
  const { host, form, all } = await learned();
  expect(form).toMatchObject({ id: 'tu-tao/thong-ke-xoa-mu-chu', status: 'unofficial', annexLabel: 'Mẫu tự tạo' });
  expect(isLearned(form)).toBe(true);
  expect(form.indicators.at(-1)?.fields).toEqual([{ measure: 'm1', nature: 'persons', unit: 'người' }]);
  // Kept with the workbook and found again.
  const kept = stateFromText(stateAsText({ ...EMPTY_STATE, formId: form.id, learnedForms: all }));
  if (!kept.ok) throw new Error(kept.error);
  const shelf = formShelf(kept.value.learnedForms);
  expect(shelf.forms).toHaveLength(FORMS.length + 1);
  const found = chosenForm(form.id, null, shelf);
  expect(found).toEqual(form);
  expect(checkSettings(form.id, null, shelf).forms[0]).toEqual(form);
  // Inserted into the workbook, and made a file for each unit.
  const inserted = await insertForm(host, { form: found, campaign: null, unit: null });
  expect(inserted).toMatchObject({ ok: true, value: { sheet: 'Mẫu tự tạo' } });
  const received = await Promise.all(
    [
      ['UBND xã A', { '1.1/m1': 2, '1.1/m2': 41, '1.2/m1': 1, '1.2/m2': 15, '2/m1': 6 }] as const,
      ['UBND xã B', { '1.1/m1': 3, '1.1/m2': 55, '2/m1': 'khá nhiều' }] as const,
    ].map(async ([name, values]) => {
      const unit = { code: null, name };
      const plan = planFormWorkbook(found, {
        words: sheetWords,
        sheetName: null,
        purpose: 'blank',
        year: 2026,
        attachedTo: null,
        unit,
      });
      const bytes = fillForm(new Uint8Array(await writeXlsx(plan)), found, values);
      const settings = { form: found, forms: shelf.forms, expected: { year: 2026, theme: null }, acceptProposals: false };
      return receiveWorkbook(bytes, { file: `${name}.xlsx`, hash: null, fileTime: null }, settings);
    }),
  );
  const consolidation = consolidate(found, received, { roster: null });
  expect(states(consolidation)).toEqual(['UBND xã A.xlsx counted –', 'UBND xã B.xlsx counted –']);
  expect(totals(consolidation)).toEqual({
    '1/m1': [6, 2],
    '1/m2': [111, 2],
    '1.1/m1': [5, 2],
    '1.1/m2': [96, 2],
    '1.2/m1': [1, 1],
    '1.2/m2': [15, 1],
    '2/m1': [6, 1],
  });
  expect(consolidation.submissions[1]?.findings.map((one) => one.code)).toContain('unreadable-text');
  const written = await consolidateIntoWorkbook(host, received, plainSettings(found, 'Nhập tay'));
  expect(written.ok && [...written.value.sheetNames.values()]).toContain('Chi tiết');
});

test('R-LIST-71 a learned form is saved as a file and read again; what is no form is told apart', async () => {
  const { form } = await learned();
  expect(formFromText(formAsText(form))).toEqual({ ok: true, value: form });
  expect(formFromText('{"kind":')).toEqual({ ok: false, error: 'not-json' });
  expect(formFromText('{"kind":"list","id":"x/y"}')).toEqual({ ok: false, error: 'not-form' });
  expect(formFromText('7')).toEqual({ ok: false, error: 'not-form' });
  expect(formFromText(`"${'x'.repeat(200_000)}"`)).toEqual({ ok: false, error: 'too-large' });
});

test('R-LIST-72 names are asked for, ids never collide, what a workbook keeps is bounded, and a form can be thrown away', async () => {
  const { host, form, all } = await learned();
  host.active = 'Sheet1';
  const selection = await learnFromSelection(host);
  if (!selection.ok) throw new Error('no selection');
  expect(confirmDraft(selection.value, '   ', all)).toEqual({ ok: false, error: { code: 'no-name' } });
  const second = confirmDraft(selection.value, 'Thống kê xóa mù chữ', all);
  expect(second.ok && second.value.map((one) => one.id)).toEqual([form.id, `${form.id}-2`]);
  expect(second.ok && withoutLearned(second.value, form.id).map((one) => one.id)).toEqual([`${form.id}-2`]);
  const many = Array.from({ length: 60 }, (_, index) => ({ ...form, id: `tu-tao/x-${String(index)}` }));
  expect(confirmDraft(selection.value, 'Một mẫu nữa', many)).toEqual({ ok: false, error: { code: 'too-large' } });
  const alike = {
    ...selection.value.draft,
    rows: selection.value.draft.rows.map((row) => ({ ...row, text: 'Dòng không có trong bảng này chút nào' })),
  };
  const failed = confirmDraft({ ...selection.value, draft: alike }, 'Sai', all);
  expect(failed).toMatchObject({ ok: false, error: { code: 'rows-not-found' } });
  if (!failed.ok) expect(describeConfirmFailure(failed.error)).toContain('Xin ghi rõ hơn');
});

test('R-LIST-73 a selection that is no table, and an Excel that says no, are told with a sentence', async () => {
  const host = new FakeHost();
  host.sheets.set('Sheet1', gridOf([['Kính gửi UBND xã A'], ['Trân trọng.']]));
  host.active = 'Sheet1';
  const learnedNothing = await learnFromSelection(host);
  if (learnedNothing.ok || learnedNothing.error.from !== 'table') throw new Error('a form of nothing');
  expect(describeLearnProblem(learnedNothing.error.problem)).toMatch(/không phải là một bảng/);
  host.trouble = { code: 'no-selection', detail: null };
  expect(await learnFromSelection(host)).toEqual({
    ok: false,
    error: { from: 'excel', problem: { code: 'no-selection', detail: null } },
  });
});

test('R-LIST-74 kept forms that were forged make the state unreadable; a state without any is read as before', () => {
  const forged = JSON.stringify({
    ...(JSON.parse(stateAsText(EMPTY_STATE)) as object),
    learnedForms: [{ kind: 'indicators', id: 'x' }],
  });
  expect(stateFromText(forged)).toEqual({ ok: false, error: 'state-unreadable' });
  expect(stateFromText(stateAsText({ ...EMPTY_STATE, learnedForms: [] }))).toEqual({ ok: true, value: EMPTY_STATE });
});
