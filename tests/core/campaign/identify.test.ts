import { unitFromFileName } from '../../../src/core/campaign/file-name';
import { identifyUnit, indexRoster } from '../../../src/core/campaign/identify';
import { parseRoster } from '../../../src/core/campaign/roster';
import { unitKey } from '../../../src/core/campaign/unit-name';
import type { UnitEvidence } from '../../../src/core/forms/filled-form';

const said = (text: string, source: UnitEvidence['source'] = 'unitLine', superior: string | null = null): UnitEvidence => ({
  source,
  text,
  superior,
  at: null,
});

test('R-UNI-10 names of the same unit meet, whatever their abbreviations, marks and numbers', () => {
  const same = [
    ['UBND Phường 4', 'P.04', 'phường bốn', 'UBND P 4', 'Ủy ban nhân dân phường 4', 'Phòng VH-XH phường 4', 'P4'],
    ['UBND xã Nậm Tăm', 'UBND X. Nậm Tăm', 'xa nam tam', 'Phòng Văn hóa - Xã hội xã Nậm Tăm'],
    ['Phòng Giáo dục và Đào tạo huyện Sìn Hồ', 'Phòng GD&ĐT huyện Sìn Hồ', 'PGD huyện Sìn Hồ', 'UBND huyện Sìn Hồ', 'UBND H. Sìn Hồ'],
    ['Trường Tiểu học Kim Giang', 'TH Kim Giang', 'TRUONG TIEU HOC KIM GIANG'],
    ['Trung tâm GDNN-GDTX huyện A', 'TT GDNN - GDTX huyện A', 'Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên huyện A'],
    ['UBND thị trấn Tam Đường', 'UBND TT. Tam Đường', 'thị trấn Tam Đường'],
  ];
  for (const names of same) expect(new Set(names.map(unitKey)).size).toBe(1);
});

test('R-UNI-11 names of different units stay apart', () => {
  const different = ['Phường 4', 'Phường 14', 'Xã 4', 'Hội Khuyến học phường 4', 'Trường THCS Phường 4', 'Trường TH Phường 4', 'Quận 4'];
  expect(new Set(different.map(unitKey)).size).toBe(different.length);
});

test('R-UNI-12 file names: the unit between form words, versions, dates and separators', () => {
  expect(unitFromFileName('Phu luc II - Phuong Kim Giang (lan 2).xlsx')).toBe('Phuong Kim Giang');
  expect(unitFromFileName('PL2_UBND P Kim Giang.xls')).toBe('UBND P Kim Giang');
  expect(unitFromFileName('12. Trường THCS Lê Lợi - báo cáo tuần lễ 2024.xlsx')).toBe('Trường THCS Lê Lợi');
  expect(unitFromFileName('bao-cao-ubnd-xa-nam-tam.xlsx')).toBe('ubnd xa nam tam');
  expect(unitFromFileName('goi.zip!Xã Nậm Tăm/phu luc 2.xlsx')).toBe('Xã Nậm Tăm');
  for (const nothing of ['a.xlsx', 'Book1.xlsx', 'Phụ lục II.xlsx', 'báo cáo.xlsx', 'So lieu 2024.xlsx']) expect(unitFromFileName(nothing)).toBeNull();
});

const ROSTER = indexRoster(
  parseRoster([
    ['mã', 'tên đơn vị', 'loại', 'cấp trên'],
    ['01', 'UBND phường Kim Giang', 'UBND', 'Thành phố Hà Nội'],
    ['02', 'UBND xã Tân Phong', 'UBND', 'Huyện A'],
    ['03', 'UBND xã Tân Phong', 'UBND', 'Huyện B'],
    ['04', 'UBND phường 4', 'UBND', ''],
    ['05', 'UBND phường 14', 'UBND', ''],
  ]).roster,
);

const codeOf = (...evidence: UnitEvidence[]): string => {
  const identity = identifyUnit(evidence, ROSTER);
  return identity.known ? (identity.unit.code ?? '') : identity.reason;
};

test('R-UNI-13 a roster unit by code, name, abbreviation, bare place name or small typing error', () => {
  expect(codeOf(said('01', 'code'))).toBe('01');
  expect(codeOf(said('UBND P Kim Giang', 'fileName'))).toBe('01');
  expect(codeOf(said('Kim Giang'))).toBe('01');
  expect(codeOf(said('UBND phường Kim Ginag'))).toBe('01');
  expect(codeOf(said('P.04'))).toBe('04');
});

test('R-UNI-14 doubt is never a guess', () => {
  expect(codeOf(said('UBND phường 5'))).toBe('unit-not-in-roster');
  expect(codeOf(said('UBND xã Tân Phong'))).toBe('unit-ambiguous');
  expect(codeOf(said('UBND xã Tân Phong, huyện B'))).not.toBe('02');
  expect(codeOf(said('UBND xã Tân Phong', 'letterhead', 'UBND huyện A'))).toBe('02');
  expect(codeOf()).toBe('unit-unknown');
});

test('R-UNI-15 evidence in the order of its strength: the line for the name before letterhead and file name', () => {
  expect(codeOf(said('UBND phường 14', 'fileName'), said('UBND phường 4', 'unitLine'))).toBe('04');
  expect(codeOf(said('UBND phường 14', 'fileName'), said('CÔNG TY SÁCH', 'letterhead'))).toBe('05');
  expect(codeOf(said('UBND phường 14', 'fileName'), said('Trường THCS Lạ', 'unitLine'))).toBe('unit-not-in-roster');
});

test('R-UNI-16 a roster file: any order of columns, lines without a name and repeated codes are said', () => {
  const parsed = parseRoster([
    ['name', 'code', 'aliases'],
    ['Xã A', '1', 'A; Xã cũ A'],
    ['', '2', ''],
    ['Xã B', '1', ''],
    ['', '', ''],
  ]);
  expect(parsed.roster.units.map((unit) => [unit.code, unit.name, unit.aliases])).toEqual([['1', 'Xã A', ['A', 'Xã cũ A']]]);
  expect(parsed.findings.map((one) => one.params)).toEqual([
    { line: 3, problem: 'no-name' },
    { line: 4, problem: 'code-twice' },
  ]);
});
