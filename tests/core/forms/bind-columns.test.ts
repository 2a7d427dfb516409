import { bindSheet } from '../../../src/core/forms/bind-form';
import { chooseForm } from '../../../src/core/forms/choose-form';
import { annexRows, FORM } from '../../support/annex';
import { bindOne, certain, codes, everyRow, expected } from '../../support/bound';
import { gridOf, type Plain } from '../../support/grid';

const table = (): Plain[][] => annexRows(everyRow());
/** Columns of the official layout, by letter. */
const [TT, LABEL, UNIT, COUNT, PEOPLE, NOTE] = [0, 1, 2, 3, 4, 5];

function reorder(rows: readonly (readonly Plain[])[], order: readonly number[]): Plain[][] {
  return rows.map((row, index) => (index < 5 ? [...row] : order.map((column) => (column < 0 ? null : (row[column] ?? null)))));
}

test('R-BND-20 columns in any order are known by the words of their header', () => {
  const people = reorder(table(), [TT, LABEL, UNIT, PEOPLE, COUNT, NOTE]);
  // The group header stays left of both columns it spans.
  const header = people[5];
  if (header !== undefined) [header[3], header[4]] = ['Số lượng', null];
  expect(certain(bindOne(gridOf(people, { merges: [{ top: 5, left: 3, bottom: 5, right: 4 }] })))).toEqual(expected());
  const noteFirst = reorder(table(), [NOTE, TT, UNIT, LABEL, COUNT, PEOPLE]);
  expect(certain(bindOne(gridOf(noteFirst)))).toEqual(expected());
});

test('R-BND-21 empty and foreign columns between the form’s own', () => {
  const rows = reorder(table(), [TT, -1, LABEL, UNIT, -1, COUNT, PEOPLE, NOTE]);
  expect(certain(bindOne(gridOf(rows)))).toEqual(expected());
});

test('R-BND-22 headers on one level, on three levels, merged over rows', () => {
  const one = table();
  one.splice(5, 2, ['STT', 'Nội dung', 'ĐVT', 'Số lớp/cuộc', 'Số người', 'Ghi chú']);
  expect(certain(bindOne(gridOf(one)))).toEqual(expected());
  const three = table();
  three.splice(7, 0, ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)']);
  expect(certain(bindOne(gridOf(three)))).toEqual(expected());
  const merges = [TT, LABEL, UNIT, NOTE].map((column) => ({ top: 5, left: column, bottom: 6, right: column }));
  expect(certain(bindOne(gridOf(table(), { merges: [...merges, { top: 5, left: 3, bottom: 5, right: 4 }] })))).toEqual(
    expected(),
  );
});

test('R-BND-23 measures whose header words are unknown are taken in order under the group', () => {
  const rows = table();
  rows[6] = [null, null, null, 'Cột A', 'Cột B', null];
  expect(certain(bindOne(gridOf(rows, { merges: [{ top: 5, left: 3, bottom: 5, right: 4 }] })))).toEqual(expected());
});

test('R-BND-23 without any header the columns are known by what stands in them', () => {
  const rows = table();
  rows.splice(5, 2);
  expect(certain(bindOne(gridOf(rows)))).toEqual(expected());
});

test('R-BND-24 a quantity column that is not there is said', () => {
  const rows = annexRows({ '1.1': ['15 lớp/450 người'], '2': [7] }).map((row, index) =>
    index >= 5 ? [...row.slice(0, 4), row[5] ?? null] : row,
  );
  rows[6] = [null, null, null, null, null];
  const filled = bindOne(gridOf(rows));
  expect(certain(filled)).toEqual({ '1.1': { count: 15, people: 450 }, '2': { count: 7 } });
  expect(codes(filled)).toContain('column-missing');
});

test('R-BND-25 the form on any sheet, hidden ones last', () => {
  const visible = gridOf(annexRows({ '2': [5] }), { sheet: 'Biểu' });
  const hidden = gridOf(annexRows({ '2': [9] }), { sheet: 'Cũ', visibility: 'hidden' });
  const cover = gridOf([['Kính gửi: Sở Giáo dục và Đào tạo']], { sheet: 'Bìa' });
  const chosen = chooseForm(FORM, [hidden, cover, visible]);
  expect(chosen.kind === 'one' && certain(chosen.form)).toEqual({ '2': { count: 5 } });
  expect(chosen.kind === 'one' && codes(chosen.form)).toContain('other-sheet-ignored');
  const only = chooseForm(FORM, [cover, hidden]);
  expect(only.kind === 'one' && certain(only.form)).toEqual({ '2': { count: 9 } });
  const blank = gridOf(annexRows({}), { sheet: 'Mẫu' });
  const filled = chooseForm(FORM, [blank, hidden]);
  expect(filled.kind === 'one' && certain(filled.form)).toEqual({ '2': { count: 9 } });
});

test('R-BND-26 two filled forms are nobody’s to choose, a copy is no second form', () => {
  const first = gridOf(annexRows({ '2': [5] }), { sheet: 'Tổ 1' });
  const second = gridOf(annexRows({ '2': [6] }), { sheet: 'Tổ 2' });
  expect(chooseForm(FORM, [first, second])).toEqual({ kind: 'several', sheets: ['Tổ 1', 'Tổ 2'] });
  expect(chooseForm(FORM, [first, { ...first, sheet: 'Bản sao' }]).kind).toBe('one');
  const stacked = gridOf([...annexRows({ '2': [5] }), [], [], ...annexRows({ '2': [6] })], { sheet: 'Chung' });
  expect(chooseForm(FORM, [stacked])).toEqual({ kind: 'several', sheets: ['Chung', 'Chung'] });
});

test('R-BND-27 a sheet without the form, and a table that only resembles it', () => {
  expect(chooseForm(FORM, [gridOf([['Danh sách lớp'], ['STT', 'Họ và tên'], [1, 'A']])])).toEqual({
    kind: 'none',
    resembles: false,
  });
  const other = [
    ['TT', 'Nội dung', 'Đơn vị tính', 'Số lượng', 'Ghi chú'],
    ['1', 'Số máy tính', 'Chiếc', 12],
  ];
  expect(chooseForm(FORM, [gridOf(other)])).toEqual({ kind: 'none', resembles: true });
  expect(bindSheet(FORM, gridOf([]))).toEqual([]);
});

test('R-BND-28 hidden rows count and are said', () => {
  const grid = gridOf(annexRows({ '2': [5] }));
  const row = 7 + FORM.indicators.findIndex((one) => one.id === '2');
  const hidden = { ...grid, rows: grid.rows.map((one) => (one.index === row ? { ...one, hidden: true as const } : one)) };
  const filled = bindOne(hidden);
  expect(certain(filled)).toEqual({ '2': { count: 5 } });
  expect(codes(filled)).toContain('value-hidden');
});
