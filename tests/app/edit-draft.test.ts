/** Correcting a form in the making: each edit is a new draft, and the doubt it answers is gone. */
import {
  depthOf,
  possibleParents,
  withHeader,
  withNature,
  withParent,
  withRollUp,
  withRowKind,
  withRowTexts,
  withUnit,
} from '../../src/app/edit-draft';
import {
  addSavedForm,
  confirmDraft,
  formAsText,
  learnFromSelection,
  withColumnRole,
  type LearnedSelection,
} from '../../src/app/learn-form';
import { FORMS } from '../../src/catalogue/forms';
import { gridOf, type Plain } from '../support/grid';
import { FakeHost } from './fake-host';

async function learn(rows: Plain[][]): Promise<LearnedSelection> {
  const host = new FakeHost();
  host.sheets.set('Trang1', gridOf(rows, { sheet: 'Trang1' }));
  host.active = 'Trang1';
  host.selection = { top: 0, left: 0, bottom: rows.length - 1, right: Math.max(...rows.map((row) => row.length)) - 1 };
  const learned = await learnFromSelection(host);
  if (!learned.ok) throw new Error(JSON.stringify(learned.error));
  return learned.value;
}

const TABLE: Plain[][] = [
  ['TT', 'Nội dung', 'Đơn vị tính', 'Số lượng', 'Kinh phí (triệu đồng)'],
  [1, 'Lớp học', 'lớp', 5, 10],
  [1.1, 'Lớp ngày', 'lớp', 3, 6],
  [1.2, 'Lớp tối', 'lớp', 2, 4],
  [2, 'Cuộc thi', 'cuộc', 1, 3],
  [null, 'Tổng cộng', null, 6, 13],
];

test('R-PCAM-02 an edit changes one thing and answers its doubt; the draft of before stays as it was', async () => {
  const { draft } = await learn(TABLE);
  const codes = (one: typeof draft): string[] => one.doubts.map(({ code }) => code);
  expect(codes(draft)).toEqual(['money-unit', 'parent-sum', 'sum-row']);

  const money = withNature(draft, 4, 'money');
  expect([money.columns[4]?.unit, codes(money)]).toEqual(['đồng', ['parent-sum', 'sum-row']]);
  expect(withNature(draft, 3, 'persons').columns[3]).toMatchObject({ nature: 'persons', unit: 'người' });
  expect(withNature(withNature(draft, 3, 'persons'), 3, 'things').columns[3]).toMatchObject({ unit: 'số lượng' });
  expect(withUnit(draft, 3, 'lượt').columns[3]?.unit).toBe('lượt');
  expect(withHeader(draft, 3, 'x'.repeat(500)).columns[3]?.header).toHaveLength(200);

  const summed = withRollUp(draft, 0, 'none');
  expect([summed.rows[0]?.rollUp, codes(summed)]).toEqual(['none', ['money-unit', 'sum-row']]);
  const kept = withRowKind(draft, 4, 'item');
  expect([kept.rows[4]?.kind, codes(kept)]).toEqual(['item', ['money-unit', 'parent-sum']]);
  expect(withRowTexts(draft, 3, { text: 'Hội thi', unitOfMeasure: 'hội thi' }).rows[3]).toMatchObject({
    text: 'Hội thi',
    number: '2',
  });
  expect(codes(draft)).toEqual(['money-unit', 'parent-sum', 'sum-row']);
});

test('R-PCAM-02 a row is moved under another one; parents without children ask for no sum', async () => {
  const { draft } = await learn(TABLE);
  expect(draft.rows.map((_, place) => depthOf(draft.rows, place))).toEqual([0, 1, 1, 0, 0]);
  expect(possibleParents(draft, 3)).toEqual([0, 1, 2]);
  const moved = withParent(draft, 3, 0);
  expect(depthOf(moved.rows, 3)).toBe(1);
  const alone = withParent(withParent(draft, 1, null), 2, null);
  expect(alone.rows[0]).toMatchObject({ rollUp: null, kind: 'item' });
  expect(alone.doubts.map(({ code }) => code)).toEqual(['money-unit', 'sum-row']);
  const under = withParent(draft, 2, 1);
  expect(under.rows[1]).toMatchObject({ rollUp: 'none' });
  // A heading that becomes the sum of its rows has a figure.
  expect(withRollUp(withRowKind(draft, 0, 'heading'), 0, 'sum').rows[0]).toMatchObject({ kind: 'item', rollUp: 'sum' });
});

test('R-PCAM-02 what was corrected is in the form', async () => {
  const selection = await learn(TABLE);
  const draft = withParent(withRowTexts(withNature(selection.draft, 3, 'persons'), 3, { unitOfMeasure: '' }), 3, null);
  const made = confirmDraft({ ...selection, draft: withRollUp(draft, 0, 'none') }, '  Thống  kê ', []);
  if (!made.ok) throw new Error(made.error.code);
  const form = made.value[0];
  expect(form).toMatchObject({ name: 'Thống kê', measures: [{ name: 'Số lượng' }, { name: 'Kinh phí (đồng)' }] });
  expect(form?.indicators[0]).toMatchObject({ rollUp: 'none', unitOfMeasure: 'lớp' });
  expect(form?.indicators[3]?.fields[0]).toEqual({ measure: 'm1', nature: 'persons', unit: 'người' });
});

test('R-PCAM-03 another column of names has the rows read again; each role is given once', async () => {
  const selection = await learn([
    ['TT', 'Mã hiệu', 'Diễn giải chi tiết', 'Số lượng'],
    [1, 'LH-A', 'Lớp học ban ngày tại trung tâm', 5],
    [2, 'LH-B', 'Lớp học buổi tối tại thư viện', 3],
  ]);
  expect(selection.draft.rows.map((row) => row.text)).toEqual([
    'Lớp học ban ngày tại trung tâm',
    'Lớp học buổi tối tại thư viện',
  ]);
  const edited = { ...selection, draft: withRowTexts(selection.draft, 0, { text: 'Sửa tay' }) };
  // What is counted does not touch the rows; whose names they are does.
  expect(withColumnRole(edited, 3, 'note').draft.rows[0]?.text).toBe('Sửa tay');
  const other = withColumnRole(edited, 1, 'label');
  expect(other.draft.columns.map((one) => one.role)).toEqual(['number', 'label', 'ignored', 'measure']);
  expect(other.draft.rows.map((row) => row.text)).toEqual(['LH-A', 'LH-B']);
  expect(other.draft.doubts.filter((one) => one.column === 1)).toEqual([]);
});

test('R-PCAM-06 a saved form is opened in another workbook once; anything else is told apart', async () => {
  const made = confirmDraft(await learn(TABLE), 'Thống kê', []);
  if (!made.ok || made.value[0] === undefined) throw new Error('no form');
  const text = formAsText(made.value[0]);
  expect(addSavedForm(text, [])).toEqual({ ok: true, value: made.value });
  expect(addSavedForm(`\uFEFF${text}`, [])).toEqual({ ok: true, value: made.value });
  expect(addSavedForm(text, made.value)).toEqual({ ok: false, error: 'known' });
  expect(addSavedForm(JSON.stringify(FORMS[0]), [])).toMatchObject({ ok: false });
  expect(addSavedForm('{', [])).toEqual({ ok: false, error: 'not-json' });
  expect(addSavedForm('{"kind":"indicators"}', [])).toEqual({ ok: false, error: 'not-form' });
  expect(addSavedForm(' '.repeat(100_001), [])).toEqual({ ok: false, error: 'too-large' });
  const many = Array.from(
    { length: 60 },
    (_, index) => ({ ...made.value[0], id: `tu-tao/x-${String(index)}` }) as (typeof made.value)[number],
  );
  expect(addSavedForm(text, many)).toEqual({ ok: false, error: 'full' });
});

test('R-PCAM-08 money counted in millions is asked in đồng: headings and units of measure of the form say so, and so does a doubt', async () => {
  const selection = await learn([
    ['TT', 'Nội dung', 'Đơn vị tính', 'Số lượng', 'Kinh phí (Triệu đồng)'],
    [1, 'Lớp học', 'lớp', 5, 10],
    [2, 'Tiền thưởng', 'nghìn đồng', 700, 2],
  ]);
  expect(selection.draft.columns[4]).toMatchObject({ header: 'Kinh phí (đồng)', nature: 'money', unit: 'đồng' });
  expect(selection.draft.rows[1]?.unitOfMeasure).toBe('đồng');
  expect(selection.draft.doubts.filter((one) => one.code === 'money-unit')).toEqual([
    { code: 'money-unit', column: 4, row: null },
    { code: 'money-unit', column: null, row: 1 },
  ]);
  const made = confirmDraft(selection, 'Thống kê', []);
  expect(made.ok && made.value[0]?.indicators[1]?.fields.map((one) => one.unit)).toEqual(['đồng', 'đồng']);
});
