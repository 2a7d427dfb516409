import fc from 'fast-check';

import { parseFormDefinition, formAsData, fieldsOf, type FormDefinition } from '../../../../src/core/forms/definition';
import { formOfDraft, learnTable, rowsNotFound, type LearnedNaming } from '../../../../src/core/forms/learn/learn-form';
import type { LearnedDraft } from '../../../../src/core/forms/learn/learned-draft';
import { describeLearnDoubt, describeLearnProblem } from '../../../../src/messages/learn-words';
import { annexRows, FORM } from '../../../support/annex';
import { gridOf, type Plain } from '../../../support/grid';
import type { CellGrid, CellRange } from '../../../../src/core/cells/cell';

const NAMING: LearnedNaming = {
  name: 'Biểu trồng cây',
  taken: [],
  unitLine: 'Đơn vị báo cáo',
  source: 'thử',
  label: 'Mẫu tự tạo',
};

const TREES: Plain[][] = [
  ['BIỂU TRỒNG CÂY NĂM 2026'],
  [],
  ['STT', 'Nội dung', 'ĐVT', 'Kết quả', null, 'Kinh phí (đồng)', 'Ghi chú'],
  [null, null, null, 'Số lượng', 'Số người tham gia', null, null],
  ['I', 'Trồng cây', null, null, null, null, null],
  ['1', 'Cây ăn quả', 'cây', 120, 30, 5_000_000, null],
  ['2', 'Cây bóng mát', 'cây', 45, 20, null, null],
  ['II', 'Vệ sinh môi trường', null, null, null, null, null],
  ['1', 'Số buổi ra quân', 'buổi', 3, 210, null, 'cả xã'],
  ['2', 'Rác thu gom', 'kg', 800, null, null, null],
  [null, 'Tổng cộng', null, 968, 260, 5_000_000, null],
];
const TREES_MERGES: CellRange[] = [
  { top: 0, left: 0, bottom: 0, right: 6 },
  { top: 2, left: 0, bottom: 3, right: 0 },
  { top: 2, left: 1, bottom: 3, right: 1 },
  { top: 2, left: 2, bottom: 3, right: 2 },
  { top: 2, left: 3, bottom: 2, right: 4 },
  { top: 2, left: 5, bottom: 3, right: 5 },
  { top: 2, left: 6, bottom: 3, right: 6 },
];
const trees = gridOf(TREES, { merges: TREES_MERGES });
const whole: CellRange = { top: 0, left: 0, bottom: 10, right: 6 };

function draftOf(grid: CellGrid, range: CellRange): LearnedDraft {
  const learned = learnTable(grid, range);
  if (!learned.ok) throw new Error(describeLearnProblem(learned.error));
  return learned.value;
}

function formOf(draft: LearnedDraft, naming = NAMING): FormDefinition {
  const made = formOfDraft(draft, naming);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value;
}

test('R-LIST-60 headings on two rows, groups, units of measure, quantities and notes are guessed from the table', () => {
  const draft = draftOf(trees, whole);
  expect(draft.title).toEqual(['BIỂU TRỒNG CÂY NĂM 2026']);
  expect(draft.columns.map((one) => [one.role, one.header, one.group, one.nature])).toEqual([
    ['number', 'STT', null, 'things'],
    ['label', 'Nội dung', null, 'things'],
    ['unitOfMeasure', 'ĐVT', null, 'things'],
    ['measure', 'Số lượng', 'Kết quả', 'things'],
    ['measure', 'Số người tham gia', 'Kết quả', 'persons'],
    ['measure', 'Kinh phí (đồng)', null, 'money'],
    ['note', 'Ghi chú', null, 'things'],
  ]);
});

test('R-LIST-61 rows belong under rows by their numbers; a sum row is left out, and every guess in doubt is asked', () => {
  const draft = draftOf(trees, whole);
  expect(
    draft.rows.map((row) => [
      row.number,
      row.text,
      row.kind,
      row.parent === null ? null : draft.rows[row.parent]?.text,
      row.rollUp,
    ]),
  ).toEqual([
    ['I', 'Trồng cây', 'item', null, 'sum'],
    ['1', 'Cây ăn quả', 'item', 'Trồng cây', null],
    ['2', 'Cây bóng mát', 'item', 'Trồng cây', null],
    ['II', 'Vệ sinh môi trường', 'heading', null, 'none'],
    ['1', 'Số buổi ra quân', 'item', 'Vệ sinh môi trường', null],
    ['2', 'Rác thu gom', 'item', 'Vệ sinh môi trường', null],
    ['', 'Tổng cộng', 'ignored', null, null],
  ]);
  expect(draft.doubts.map((one) => [one.code, one.row ?? one.column])).toEqual([
    ['parent-sum', 0],
    ['parent-sum', 3],
    ['number-repeated', 4],
    ['number-repeated', 5],
    ['sum-row', 6],
  ]);
  for (const { code } of draft.doubts) expect(describeLearnDoubt(code, 'x')).toMatch(/^\p{Lu}.*“x”.*\.$/u);
});

test('R-LIST-62 the confirmed draft is a definition like any other: unofficial, accepted as data, its own table read by it', () => {
  const form = formOf(draftOf(trees, whole));
  expect(form).toMatchObject({ id: 'tu-tao/bieu-trong-cay', status: 'unofficial', kind: 'indicators', year: null });
  expect(parseFormDefinition(JSON.parse(JSON.stringify(formAsData(form))))).toEqual({ ok: true, value: form });
  expect(form.indicators.map((row) => row.number)).toEqual(['I', '1', '2', 'II', 'II.1', 'II.2']);
  expect(fieldsOf(form).map((field) => `${field.indicator.text}: ${field.unit} ${field.nature}`)).toContain(
    'Cây ăn quả: cây things',
  );
  expect(rowsNotFound(form, trees)).toEqual([]);
  expect(formOf(draftOf(trees, whole), { ...NAMING, taken: ['tu-tao/bieu-trong-cay'] }).id).toBe('tu-tao/bieu-trong-cay-2');
});

test('R-LIST-62 what the clerk corrects counts: another role, another kind of row, another relation', () => {
  const draft = draftOf(trees, whole);
  const corrected: LearnedDraft = {
    ...draft,
    columns: draft.columns.map((one) => (one.header === 'Kinh phí (đồng)' ? { ...one, role: 'ignored' } : one)),
    rows: draft.rows.map((row) => (row.text === 'Trồng cây' ? { ...row, kind: 'heading', rollUp: 'none' } : row)),
  };
  const form = formOf(corrected);
  expect(form.measures.map((one) => one.name)).toEqual(['Số lượng', 'Số người tham gia']);
  expect(form.indicators[0]).toMatchObject({ kind: 'heading', fields: [], rollUp: 'none' });
  expect(formOfDraft({ ...draft, rows: [] }, NAMING).ok).toBe(false);
  expect(formOfDraft({ ...draft, columns: draft.columns.filter((one) => one.role !== 'label') }, NAMING).ok).toBe(false);
});

test('R-LIST-63 one selected cell stands for the table around it, a selection of whole columns for what is in them', () => {
  const alone = draftOf(trees, { top: 6, left: 2, bottom: 6, right: 2 });
  expect(alone.rows).toHaveLength(7);
  expect(draftOf(trees, { top: 0, left: 0, bottom: 1_048_575, right: 6 }).rows).toHaveLength(7);
});

test('R-LIST-64 the official annex itself is learned: its rows, numbers and measures', () => {
  const merges: CellRange[] = [
    ...[0, 1, 2, 5].map((column) => ({ top: 5, left: column, bottom: 6, right: column })),
    { top: 5, left: 3, bottom: 5, right: 4 },
  ];
  const grid = gridOf(annexRows({ '2': [5], '1.1': [3, 40] }), { merges });
  const draft = draftOf(grid, { top: 5, left: 0, bottom: 6 + FORM.indicators.length, right: 5 });
  const form = formOf(draft);
  expect(form.indicators.map((row) => row.text)).toEqual(FORM.indicators.map((row) => row.text));
  const numbered = (one: FormDefinition): string[] => one.indicators.map((row) => row.number);
  expect(numbered(form)).toEqual(numbered(FORM));
  expect(form.measures.map((one) => one.accompanies)).toEqual([null, 'm1']);
  expect(form.indicators.find((row) => row.number === '1.1')?.fields.map((field) => field.measure)).toEqual(['m1', 'm2']);
  expect(form.indicators.find((row) => row.number === '2')?.fields.map((field) => field.measure)).toEqual(['m1']);
  expect(rowsNotFound(form, grid)).toEqual([]);
});

test.each<[string, CellGrid, CellRange, string]>([
  ['nothing in it', gridOf([['a', 'b']]), { top: 5, left: 5, bottom: 9, right: 9 }, 'nothing'],
  ['one column', gridOf([['Nội dung'], ['a'], ['b']]), { top: 0, left: 0, bottom: 2, right: 0 }, 'no-table'],
  ['one row', gridOf([['Nội dung', 'Số lượng']]), { top: 0, left: 0, bottom: 0, right: 1 }, 'no-table'],
  [
    'running text',
    gridOf([['Kính gửi: UBND xã A'], ['Thực hiện công văn số 1 …'], ['Trân trọng.']]),
    { top: 0, left: 0, bottom: 2, right: 4 },
    'no-table',
  ],
  [
    'nothing but numbers',
    gridOf([
      ['A', 'B'],
      [1, 2],
      [3, 4],
    ]),
    { top: 0, left: 0, bottom: 2, right: 1 },
    'no-labels',
  ],
  [
    'nothing to count',
    gridOf([
      ['Nội dung', 'Ghi chú'],
      ['Việc một', 'x'],
      ['Việc hai', 'y'],
    ]),
    { top: 0, left: 0, bottom: 2, right: 1 },
    'no-quantities',
  ],
  [
    'rows merged inside the data',
    gridOf(
      [
        ['Nội dung', 'Số lượng'],
        ['Việc một', 1],
        [null, 2],
        ['Việc hai', 3],
      ],
      { merges: [{ top: 1, left: 0, bottom: 2, right: 0 }] },
    ),
    { top: 0, left: 0, bottom: 3, right: 1 },
    'merged-rows',
  ],
  [
    'four rows of headings',
    gridOf(
      [
        ['Nội dung', 'Kết quả'],
        [null, 'Năm'],
        [null, 'Quý'],
        [null, 'Số lượng'],
        ['Việc một', 1],
        ['Việc hai', 2],
      ],
      {
        merges: [{ top: 0, left: 0, bottom: 3, right: 0 }],
      },
    ),
    { top: 0, left: 0, bottom: 5, right: 1 },
    'header-too-deep',
  ],
  [
    'two columns headed alike',
    gridOf([
      ['Nội dung', 'Số lượng', 'Số lượng'],
      ['Việc một', 1, 2],
      ['Việc hai', 3, 4],
    ]),
    { top: 0, left: 0, bottom: 2, right: 2 },
    'header-unclear',
  ],
  [
    'a column of numbers without a heading',
    gridOf([
      ['Nội dung', 'Số lượng', null],
      ['Việc một', 1, 2],
      ['Việc hai', 3, 4],
    ]),
    { top: 0, left: 0, bottom: 2, right: 2 },
    'header-unclear',
  ],
  [
    'more rows than a form has',
    gridOf([['Nội dung', 'Số lượng'], ...Array.from({ length: 600 }, (_, index): Plain[] => [`Việc ${String(index)}`, index])]),
    { top: 0, left: 0, bottom: 600, right: 1 },
    'too-large',
  ],
])('R-LIST-65 a selection with %s is refused with a clear sentence', (_what, grid, range, code) => {
  const learned = learnTable(grid, range);
  expect(learned).toMatchObject({ ok: false, error: { code } });
  if (!learned.ok) expect(describeLearnProblem(learned.error)).toMatch(/^\p{Lu}.*Xin .*\.$/u);
});

test('R-LIST-66 whatever is selected, learning ends in a draft whose form is accepted, or in a reason', () => {
  const cell = fc.oneof(
    fc.constantFrom<Plain>(null, 'TT', 'Nội dung', 'Số lượng', 'Đơn vị tính', 'I', '1', '1.1', 'a)', 'Tổng cộng', 5, 1.1, true),
    fc.string({ maxLength: 12 }),
  );
  const merge = fc
    .tuple(fc.nat(5), fc.nat(5), fc.nat(3), fc.nat(3))
    .map(([top, left, high, wide]): CellRange => ({ top, left, bottom: top + high, right: left + wide }));
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 10 }),
      fc.array(merge, { maxLength: 3 }),
      (rows, merges) => {
        const learned = learnTable(gridOf(rows, { merges }), { top: 0, left: 0, bottom: 12, right: 8 });
        if (!learned.ok) return;
        const made = formOfDraft(learned.value, NAMING);
        if (made.ok) expect(parseFormDefinition(formAsData(made.value)).ok).toBe(true);
        else expect(made.error.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 300 },
  );
});
