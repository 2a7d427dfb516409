import { annexRows, FORM } from '../../support/annex';
import { bindOne, certain, codes, everyRow, expected } from '../../support/bound';
import { gridOf, type Plain } from '../../support/grid';

const table = (): Plain[][] => annexRows(everyRow());
const FIRST = 7;
const LAST = FIRST + FORM.indicators.length - 1;

test('R-BND-01 the official layout gives every row its own figures', () => {
  const filled = bindOne(gridOf(table()));
  expect(certain(filled)).toEqual(expected());
  expect(filled.extras).toEqual([]);
  expect(codes(filled)).toEqual([]);
});

test('R-BND-02 rows are found wherever they were moved', () => {
  const rows = table();
  const body = rows.slice(FIRST, LAST + 1);
  const shuffled = [...body.slice(20), ...body.slice(0, 20)].map((row, index) => (index % 2 === 0 ? row : row));
  const filled = bindOne(gridOf([...rows.slice(0, FIRST), ...shuffled]));
  expect(certain(filled)).toEqual(expected());
});

test('R-BND-02 the table may begin at any cell of the sheet', () => {
  const rows = table().map((row): Plain[] => [null, null, null, ...row]);
  const blank = Array.from({ length: 25 }, (): Plain[] => []);
  expect(certain(bindOne(gridOf([...blank, ...rows])))).toEqual(expected());
});

test('R-BND-03 a deleted row is said and the others keep their figures', () => {
  const rows = table();
  rows.splice(FIRST + 3, 2);
  const filled = bindOne(gridOf(rows));
  const left = expected();
  delete left['1.3'];
  delete left['1.4'];
  expect(certain(filled)).toEqual(left);
  const missing = filled.findings.flatMap((one) => (one.code === 'row-missing' ? [one.params.row.slice(0, 3)] : []));
  expect(missing).toEqual(['1.3', '1.4']);
});

test('R-BND-03 a unit that kept only the rows it reports is still understood', () => {
  const rows = table();
  const kept = [...rows.slice(0, FIRST), ...rows.slice(FIRST).filter((row) => ['1.6', '2', '10.1'].includes(String(row[0])))];
  const filled = bindOne(gridOf(kept));
  expect(Object.keys(certain(filled)).sort()).toEqual(['1.6', '10.1', '2']);
  expect(filled.findings).toMatchObject([{ code: 'rows-missing', params: { count: 38 } }]);
});

test('R-BND-04 an added row is kept as text and takes nothing from its neighbours', () => {
  const rows = table();
  rows.splice(FIRST + 5, 0, [null, 'Tập huấn phòng cháy chữa cháy cho phụ huynh', 'Lớp/người', 3, 77]);
  const filled = bindOne(gridOf(rows));
  expect(certain(filled)).toEqual(expected());
  expect(filled.extras).toEqual([
    expect.objectContaining({
      text: 'Tập huấn phòng cháy chữa cháy cho phụ huynh',
      rest: ['Lớp/người', '3', '77'],
      parent: null,
    }),
  ]);
  expect(codes(filled)).toEqual(['row-extra']);
});

test('R-BND-05 an added numbered row knows its parent and keeps its numbers', () => {
  const rows = table();
  rows.splice(FIRST + 14, 0, ['1.13', 'Tập huấn kỹ năng số cho người cao tuổi', 'Lớp/người', 2, 50]);
  const filled = bindOne(gridOf(rows));
  expect(certain(filled)).toEqual(expected());
  expect(filled.extras).toEqual([expect.objectContaining({ number: '1.13', parent: '1', values: { count: 2, people: 50 } })]);
  expect(codes(filled)).toEqual(['row-extra-numbered']);
});

test('R-BND-06 TT as a number: 1.1 stands twice and text tells 1.1 from 1.10', () => {
  const rows = table().map((row) => [
    typeof row[0] === 'string' && /^\d+(\.\d+)?$/.test(row[0]) ? Number(row[0]) : (row[0] ?? null),
    ...row.slice(1),
  ]);
  expect(rows.filter((row) => row[0] === 1.1)).toHaveLength(2);
  expect(certain(bindOne(gridOf(rows)))).toEqual(expected());
});

test('R-BND-06 TT that Excel turned into a date', () => {
  const rows = table();
  rows[FIRST + 11] = [{ kind: 'date', iso: '2024-10-01T00:00:00', serial: 45566 }, ...(rows[FIRST + 11] ?? []).slice(1)];
  expect(certain(bindOne(gridOf(rows)))).toEqual(expected());
});

test('R-BND-07 missing TT: the text alone decides', () => {
  const rows = table().map((row, index) => (index >= FIRST ? [null, ...row.slice(1)] : row));
  expect(certain(bindOne(gridOf(rows)))).toEqual(expected());
});

test('R-BND-07 TT inside the label, with any punctuation', () => {
  const rows = table().map((row, index) =>
    index >= FIRST && index <= LAST && row[0] !== '' && row[0] !== null && row[0] !== undefined
      ? [null, `${String(row[0])}. ${String(row[1])}`, ...row.slice(2)]
      : row,
  );
  expect(certain(bindOne(gridOf(rows)))).toEqual(expected());
});

test('R-BND-08 decomposed and half-composed Unicode', () => {
  const rows = table().map((row) => row.map((cell) => (typeof cell === 'string' ? cell.normalize('NFD') : cell)));
  expect(certain(bindOne(gridOf(rows)))).toEqual(expected());
  const half = table().map((row) =>
    row.map((cell) => (typeof cell === 'string' ? cell.replace(/ế/g, 'ê\u0301').replace(/ậ/g, 'â\u0323') : cell)),
  );
  expect(certain(bindOne(gridOf(half)))).toEqual(expected());
});

test('R-BND-08 the tone mark may stand on either vowel', () => {
  const swap = (text: string): string =>
    text.replace(/óa/g, 'oá').replace(/òa/g, 'oà').replace(/ọa/g, 'oạ').replace(/hóa/g, 'hoá');
  const rows = table().map((row) => row.map((cell) => (typeof cell === 'string' ? swap(cell) : cell)));
  expect(certain(bindOne(gridOf(rows)))).toEqual(expected());
});

test('R-BND-09 capitals, lost marks and extra spaces', () => {
  const rows = table().map((row) => row.map((cell) => (typeof cell === 'string' ? ` ${cell.toUpperCase()}  ` : cell)));
  expect(certain(bindOne(gridOf(rows)))).toEqual(expected());
  const bare = table().map((row) =>
    row.map((cell) => (typeof cell === 'string' ? cell.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd') : cell)),
  );
  expect(certain(bindOne(gridOf(bare)))).toEqual(expected());
});

test('R-BND-10 small typing errors in every label', () => {
  const typo = (text: string): string => (text.length < 9 ? text : `${text.slice(0, 5)}${text.slice(6, 8)}x${text.slice(8)}`);
  const rows = table().map((row, index) =>
    index >= FIRST && index <= LAST ? [row[0] ?? null, typo(String(row[1])), ...row.slice(2)] : row,
  );
  expect(certain(bindOne(gridOf(rows)))).toEqual(expected());
});

test('R-BND-10 relabelled rows are found by number and what is left of their words', () => {
  const rows = table();
  const relabel = (offset: number, text: string): void => {
    rows[FIRST + offset] = [rows[FIRST + offset]?.[0] ?? null, text, ...(rows[FIRST + offset] ?? []).slice(2)];
  };
  relabel(3, 'Tin học cho cán bộ');
  relabel(7, 'Kỹ năng sống cho học sinh các trường');
  relabel(14, 'Tin, bài tuyên truyền về Tuần lễ');
  const filled = bindOne(gridOf(rows));
  expect(certain(filled)).toEqual(expected());
  expect(codes(filled).every((code) => code === 'row-relabelled')).toBe(true);
});

test('R-BND-11 the same row twice: the filled one counts, two filled ones are said', () => {
  const rows = table();
  rows.splice(FIRST + 2, 0, ['1.1', FORM.indicators[1]?.text ?? '', 'Lớp/người', null, null]);
  expect(certain(bindOne(gridOf(rows)))).toEqual(expected());
  const twice = table();
  twice.splice(FIRST + 2, 0, ['1.1', FORM.indicators[1]?.text ?? '', 'Lớp/người', 9, 9]);
  const filled = bindOne(gridOf(twice));
  expect(certain(filled)).toEqual(expected());
  expect(codes(filled)).toEqual(['row-twice']);
});

test('R-BND-12 numbers outside the form are findings with their cell', () => {
  const rows = table();
  rows[FIRST + 1] = [...(rows[FIRST + 1] ?? []), 55];
  rows.splice(FIRST + 2, 0, [null, null, null, 31, null]);
  const filled = bindOne(gridOf(rows));
  expect(certain(filled)).toEqual(expected());
  expect(filled.findings.map((one) => [one.code, one.at?.cell])).toEqual([
    ['number-unplaced', 'B10'],
    ['number-unplaced', 'G9'],
  ]);
});

test('R-BND-13 row 11 and what is written below it are kept as text', () => {
  const rows = table();
  rows[LAST] = ['11', 'Các nội dung khác (nếu có)', '', null, null, 'Xe loa 12 lượt'];
  rows.splice(LAST + 1, 0, [null, 'Tổ chức đi bộ hưởng ứng: 300 người']);
  const filled = bindOne(gridOf(rows));
  expect(filled.lines.find((line) => line.indicator === '11')?.note).toBe('Xe loa 12 lượt');
  expect(filled.extras.map((extra) => extra.text)).toEqual(['Tổ chức đi bộ hưởng ứng: 300 người']);
  expect(codes(filled)).toEqual([]);
});

test('R-BND-14 signatures and notes around the table are no rows', () => {
  const rows = [
    ...table().slice(0, LAST + 1),
    [null, 'Ghi chú: số liệu tính đến ngày 10/10'],
    [null, null, null, 'Xã A, ngày 12 tháng 10 năm 2024'],
    [null, 'Người lập biểu', null, 'CHỦ TỊCH'],
    ['Nơi nhận:', null, null, null],
  ];
  const filled = bindOne(gridOf(rows));
  expect(certain(filled)).toEqual(expected());
  expect(filled.extras).toEqual([]);
});
