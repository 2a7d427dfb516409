/** Tables as clerks really make them: columns of other years and units, parts of persons, lines right above the header. */
import type { CellRange } from '../../../src/core/cells/cell';
import { checkForm } from '../../../src/core/checks/check-form';
import type { FilledForm } from '../../../src/core/forms/filled-form';
import { describeFinding } from '../../../src/messages/vi';
import { annexRows, FORM, type AnnexValues } from '../../support/annex';
import { bindOne, certain } from '../../support/bound';
import { gridOf, type Plain } from '../../support/grid';

const VALUES: AnnexValues = { '1.1': [2, 40], '1.6': [3, 90], '2': [7], '5.3': [1, 30] };
const ALL = {
  '1.1': { count: 2, people: 40 },
  '1.6': { count: 3, people: 90 },
  '2': { count: 7 },
  '5.3': { count: 1, people: 30 },
};
const QUANTITIES_ONLY = { '1.1': { count: 2 }, '1.6': { count: 3 }, '2': { count: 7 }, '5.3': { count: 1 } };
const FIXED = ['TT', 'Nội dung các hoạt động', 'Đơn vị'] as const;
const HEADER_TOP = 5;

/** The annex with other quantity columns: two header rows, and what stands in them for a row's two figures. */
function tableWith(
  top: readonly Plain[],
  below: readonly Plain[],
  cells: (figures: readonly Plain[]) => readonly Plain[],
): Plain[][] {
  return annexRows(VALUES).map((row, index): Plain[] => {
    if (index === HEADER_TOP) return [...FIXED, ...top];
    if (index === HEADER_TOP + 1) return [null, null, null, ...below];
    const isBody = index > HEADER_TOP + 1 && index < HEADER_TOP + 2 + FORM.indicators.length;
    return isBody ? [...row.slice(0, 3), ...cells([row[3] ?? null, row[4] ?? null])] : [...row];
  });
}

const over = (left: number, right: number): CellRange => ({ top: HEADER_TOP, left, bottom: HEADER_TOP, right });
const bind = (rows: Plain[][], merges: readonly CellRange[] = []): FilledForm => bindOne(gridOf(rows, { merges: [...merges] }));
const said = (filled: FilledForm): string[] =>
  filled.findings
    .filter((one) => !/^rows?-missing$/.test(one.code))
    .map((one) => `${one.severity} ${one.code} ${one.at?.cell ?? '–'}`);
/** Something else in every row that has a figure. */
const other = (figure: Plain | undefined, value: number): Plain => (figure === null || figure === undefined ? null : value);
const PAIR = ['Số lớp/số cuộc thi', 'Người'] as const;

describe('several columns headed alike', () => {
  test('R-ODD-01 of two years the one in the title counts, on either side', () => {
    const later = tableWith(['Năm 2023', null, 'Năm 2024', null], [...PAIR, ...PAIR], ([a, b]) => [
      other(a, 9),
      other(b, 99),
      a ?? null,
      b ?? null,
    ]);
    const filled = bind(later, [over(3, 4), over(5, 6)]);
    expect(certain(filled)).toEqual(ALL);
    expect(said(filled)).toEqual(['warning column-extra D9', 'warning column-extra E9']);
    const earlier = tableWith(['Năm 2024', null, 'Năm 2023', null], [...PAIR, ...PAIR], ([a, b]) => [
      a ?? null,
      b ?? null,
      other(a, 9),
      other(b, 99),
    ]);
    expect(certain(bind(earlier, [over(3, 4), over(5, 6)]))).toEqual(ALL);
  });

  test('R-ODD-02 a plan, last year, and what is only a part stand aside', () => {
    for (const aside of ['Kế hoạch', 'Chỉ tiêu giao', 'Cùng kỳ năm trước', 'Dự kiến']) {
      const rows = tableWith([aside, null, 'Thực hiện', null], [...PAIR, ...PAIR], ([a, b]) => [
        other(a, 9),
        other(b, 99),
        a ?? null,
        b ?? null,
      ]);
      expect([aside, certain(bind(rows, [over(3, 4), over(5, 6)]))]).toEqual([aside, ALL]);
    }
    const women = tableWith(['Số lớp', 'Người', null], [null, 'Trong đó nữ', 'Tổng số'], ([a, b]) => [
      a ?? null,
      other(b, 10),
      b ?? null,
    ]);
    expect(certain(bind(women, [over(4, 5)]))).toEqual(ALL);
  });

  test('R-ODD-03 of a column a school and their total, the total counts', () => {
    const rows = tableWith(['Trường A', null, 'Trường B', null, 'Tổng cộng', null], [...PAIR, ...PAIR, ...PAIR], ([a, b]) => [
      other(a, 1),
      other(b, 10),
      other(a, 1),
      other(b, 20),
      a ?? null,
      b ?? null,
    ]);
    expect(certain(bind(rows, [over(3, 4), over(5, 6), over(7, 8)]))).toEqual(ALL);
  });

  test('R-ODD-04 where nothing tells them apart none counts, an error names them, and the report is not called empty', () => {
    const rows = tableWith(['Trường A', null, 'Trường B', null], [...PAIR, ...PAIR], ([a, b]) => [
      a ?? null,
      b ?? null,
      other(a, 1),
      other(b, 10),
    ]);
    const filled = bind(rows, [over(3, 4), over(5, 6)]);
    expect(certain(filled)).toEqual({});
    expect(said(filled)).toEqual(['error column-unclear B6', 'error column-unclear B6']);
    const { findings } = checkForm(FORM, filled, { year: 2024, theme: null });
    expect(findings.map((one) => one.code)).not.toContain('empty-report');
    expect(describeFinding(findings.find((one) => one.code === 'column-unclear') ?? filled.findings[0]!)).toContain('D, F');
  });

  test('R-ODD-05 men and women apart are not all persons', () => {
    const rows = tableWith(['Số lớp', 'Số người', null], [null, 'Nam', 'Nữ'], ([a, b]) => [
      a ?? null,
      other(b, 15),
      other(b, 25),
    ]);
    const filled = bind(rows, [over(4, 5)]);
    expect(certain(filled)).toEqual(QUANTITIES_ONLY);
    expect(said(filled)).toEqual(['error column-unclear B6']);
  });

  test('R-ODD-06 classes in one column and contests in another are one measure', () => {
    const rows = annexRows(VALUES).map((row, index): Plain[] => {
      if (index === HEADER_TOP) return [...FIXED, 'Số lớp', 'Số cuộc', 'Số người', 'Ghi chú'];
      const isBody = index > HEADER_TOP + 1 && index < HEADER_TOP + 2 + FORM.indicators.length;
      if (!isBody) return index === HEADER_TOP + 1 ? [] : [...row];
      const classes = String(row[2]).startsWith('Lớp');
      return [...row.slice(0, 3), classes ? (row[3] ?? null) : null, classes ? null : (row[3] ?? null), row[4] ?? null];
    });
    expect(certain(bind(rows))).toEqual(ALL);
  });

  test('R-ODD-07 one header over several columns is one column', () => {
    const rows = tableWith(['Số lượng', null, null, null], ['Số lớp/số cuộc thi', null, 'Người', null], ([a, b]) => [
      a ?? null,
      null,
      b ?? null,
      null,
    ]);
    const merges = [over(3, 6), { ...over(3, 4), top: 6, bottom: 6 }, { ...over(5, 6), top: 6, bottom: 6 }];
    const filled = bind(rows, merges);
    expect(certain(filled)).toEqual(ALL);
    expect(said(filled)).toEqual([]);
  });
});

test('R-ODD-08 a column without any header right of "Số lượng" belongs to it', () => {
  const rows = tableWith(['Số lượng', null, 'Ghi chú'], [], ([a, b]) => [a ?? null, b ?? null]);
  expect(certain(bind(rows))).toEqual(ALL);
});

test('R-ODD-09 a column of numbers that the form does not have is said once, by its header', () => {
  const rows = tableWith(['Được cấp', 'Số lớp', 'Số người'], [], ([a, b]) => [other(a, 5), a ?? null, b ?? null]);
  const filled = bind(rows);
  expect(certain(filled)).toEqual(ALL);
  const [only] = filled.findings.filter((one) => one.code === 'column-extra');
  expect(only?.params).toEqual({ column: 'Được cấp', count: 4 });
});

test('R-ODD-10 the line with the unit’s name may stand right above the header, with a colon or without', () => {
  for (const line of [
    'Đơn vị: UBND xã Thử',
    'Đơn vị báo cáo: ……UBND xã Thử……',
    'Đơn vị báo cáo UBND xã Thử',
    'ĐƠN VỊ BÁO CÁO: UBND xã Thử',
  ]) {
    const rows = annexRows(VALUES, { unit: null });
    rows.splice(3, 2, [line]);
    const filled = bind(rows);
    expect([line, filled.units.map((one) => one.text)]).toEqual([line, ['UBND xã Thử']]);
    expect(certain(filled)).toEqual(ALL);
  }
});

test('R-ODD-11 the header printed again on the next page is no row', () => {
  const rows = annexRows(VALUES);
  rows.splice(
    HEADER_TOP + 20,
    0,
    ['TT', ...FIXED.slice(1), 'Số lượng', null, 'Ghi chú'],
    [null, null, null, ...PAIR, null],
    ['1', '2', '3', '4', '5', '6'],
  );
  const filled = bind(rows);
  expect(certain(filled)).toEqual(ALL);
  expect(filled.extras).toEqual([]);
  expect(said(filled)).toEqual([]);
});

test('R-ODD-12 a figure written into the label instead of its cell is said', () => {
  const rows = annexRows({ '1.1': [2, 40] });
  const row = rows.find((one) => one[0] === '2');
  if (row !== undefined) row[1] = `${String(row[1])}: 12 tin`;
  const filled = bind(rows);
  expect(certain(filled)).toEqual({ '1.1': { count: 2, people: 40 } });
  expect(said(filled)).toContain('warning number-unplaced B22');
});

test('R-ODD-13 details of an item (1.6.1) do not enter the comparison of its parent’s parent', () => {
  const rows = annexRows({ '1': [5], '1.1': [2, 40], '1.6': [3, 90] });
  const at = rows.findIndex((one) => one[0] === '1.6');
  rows.splice(at + 1, 0, ['1.6.1', 'Trường TH A', 'Lớp/người', 1, 30], ['1.6.2', 'Trường THCS B', 'Lớp/người', 2, 60]);
  const { findings, extras } = checkForm(FORM, bind(rows), { year: 2024, theme: null });
  expect(findings.map((one) => one.code)).toEqual(['row-extra', 'row-extra']);
  expect(extras.map((one) => [one.text, one.parent])).toEqual([
    ['Trường TH A', null],
    ['Trường THCS B', null],
  ]);
});

test('R-ODD-14 a parent that equals the form’s own rows differs from nothing, whatever row was added', () => {
  const rows = annexRows({ '1': [2], '1.12': [2, 40], '5': [1], '5.4': [1, 20] });
  const after = (number: string, row: Plain[]): void => {
    rows.splice(rows.findIndex((one) => one[0] === number) + 1, 0, row);
  };
  after('1.12', ['1.13', 'Lớp thêm', 'Lớp/người', 3, 60]);
  after('5.4', ['5.5', 'Thi thêm', 'Số cuộc/người', 4, 80]);
  const { findings } = checkForm(FORM, bind(rows), { year: 2024, theme: null });
  expect(findings.map((one) => one.code)).toEqual(['row-extra-numbered', 'row-extra-numbered']);
});
