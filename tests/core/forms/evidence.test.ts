import { bindOne } from '../../support/bound';
import { annexRows } from '../../support/annex';
import { gridOf, type Plain } from '../../support/grid';
import { versionOf } from '../../../src/core/forms/document-evidence';

function unitsOf(rows: Plain[][]): [string, string, string | null][] {
  return bindOne(gridOf(rows)).units.map((one) => [one.source, one.text, one.superior]);
}

const blank = { unit: null } as const;

test('R-UNI-01 the line for the unit, its name in the same cell or beside it', () => {
  expect(unitsOf(annexRows({ '2': [1] }, { unit: 'UBND xã Bản Lầu' }))).toEqual([['unitLine', 'UBND xã Bản Lầu', null]]);
  const beside = annexRows({ '2': [1] }, blank);
  beside[3] = ['Tên đơn vị:', null, 'Trường THCS Lê Lợi'];
  expect(unitsOf(beside)).toEqual([['unitLine', 'Trường THCS Lê Lợi', null]]);
  const dotted = annexRows({ '2': [1] }, blank);
  dotted[3] = ['Đơn vị báo cáo: ……UBND phường Tân Phong…………'];
  expect(unitsOf(dotted)).toEqual([['unitLine', 'UBND phường Tân Phong', null]]);
});

test('R-UNI-01 the blank of the form is no name', () => {
  expect(unitsOf(annexRows({ '2': [1] }, blank))).toEqual([]);
});

test('R-UNI-02 the letterhead: superior above, name over two lines, country name ignored', () => {
  const head: Plain[][] = [
    ['UBND XÃ BẢN LẦU', null, null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    ['TRƯỜNG TIỂU HỌC SỐ 1', null, null, 'Độc lập - Tự do - Hạnh phúc'],
    ['Số: 12/BC-TH', null, null, 'Bản Lầu, ngày 10 tháng 10 năm 2024'],
  ];
  expect(unitsOf(annexRows({ '2': [1] }, { ...blank, above: head }))).toEqual([
    ['letterhead', 'TRƯỜNG TIỂU HỌC SỐ 1', 'UBND XÃ BẢN LẦU'],
  ]);
  const committee: Plain[][] = [['ỦY BAN NHÂN DÂN'], ['XÃ BẢN LẦU'], ['Số: 05/BC-UBND']];
  expect(unitsOf(annexRows({ '2': [1] }, { ...blank, above: committee }))).toEqual([
    ['letterhead', 'ỦY BAN NHÂN DÂN XÃ BẢN LẦU', null],
  ]);
  const department: Plain[][] = [['SỞ GIÁO DỤC VÀ ĐÀO TẠO\nTRƯỜNG THPT SỐ 2', null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM']];
  expect(unitsOf(annexRows({ '2': [1] }, { ...blank, above: department }))).toEqual([
    ['letterhead', 'TRƯỜNG THPT SỐ 2', 'SỞ GIÁO DỤC VÀ ĐÀO TẠO'],
  ]);
});

test('R-UNI-03 the report the annex is attached to names its office; the plan’s issuer is not the unit', () => {
  const rows = annexRows({ '2': [1] }, blank);
  rows.splice(3, 0, ['(Kèm theo Báo cáo số 31/BC-UBND ngày 12 tháng 10 năm 2024 của UBND xã Mường So)']);
  expect(unitsOf(rows)).toEqual([['attachedTo', 'UBND xã Mường So', null]]);
  const plan = annexRows({ '2': [1] }, blank);
  plan.splice(3, 0, ['(Kèm theo Kế hoạch số: 10/KH-UBND ngày 5 tháng 9 năm 2024 của Ủy ban nhân dân tỉnh Lai Châu)']);
  expect(unitsOf(plan)).toEqual([]);
});

test('R-DOC-01 number, date, year and theme are read from the text above the table', () => {
  const head: Plain[][] = [
    ['UBND XÃ A'],
    ['Số: 31/BC-UBND', null, 'A, ngày 05 tháng 10 năm 2024'],
    ['Chủ đề: “Phát triển văn hóa đọc”'],
  ];
  expect(bindOne(gridOf(annexRows({ '2': [1] }, { above: head, year: 2023 }))).document).toEqual({
    number: '31/BC-UBND',
    date: '2024-10-05',
    year: 2023,
    theme: 'Phát triển văn hóa đọc',
    versionMark: null,
  });
  const unfilled: Plain[][] = [['Số:      /BC-UBND', null, 'A, ngày     tháng 10 năm 2024']];
  expect(bindOne(gridOf(annexRows({ '2': [1] }, { above: unfilled }))).document).toMatchObject({ number: null, date: null });
});

test('R-DOC-02 versions: lần 2, thay thế, đính chính, sửa, v2 replace; bổ sung supplements; lần 1 is the first', () => {
  expect(versionOf('Báo cáo (lần 2)')).toEqual({ kind: 'replaces', order: 2 });
  expect(versionOf('PL2_Xa A_lan thu ba')).toEqual({ kind: 'replaces', order: 3 });
  expect(versionOf('PL2 xa A v2')).toEqual({ kind: 'replaces', order: 2 });
  for (const word of ['thay thế', 'đính chính', 'đã sửa', 'sửa đổi', 'phiên bản 2'])
    expect(versionOf(`PL2 ${word}`)?.kind).toBe('replaces');
  expect(versionOf('Báo cáo bổ sung')).toEqual({ kind: 'supplements', order: 2 });
  for (const first of ['Báo cáo lần 1', 'PL2 xa A v1', 'Phụ lục 2 xã Bản Lan', 'Trường MN Hoa Lan 2'])
    expect(versionOf(first)).toBeNull();
});
