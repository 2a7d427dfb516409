import { acceptProposals, checkForm } from '../../../src/core/checks/check-form';
import type { Finding } from '../../../src/core/findings';
import { describeFinding } from '../../../src/messages/vi';
import { annexRows, FORM, type AnnexOptions, type AnnexValues } from '../../support/annex';
import { bindOne } from '../../support/bound';
import { gridOf, type Plain } from '../../support/grid';

const EXPECTED = { year: 2024, theme: 'Phát triển văn hóa đọc thúc đẩy học tập suốt đời' };

function checked(values: AnnexValues, options: AnnexOptions = {}): readonly Finding[] {
  return checkRows(annexRows(values, options));
}

function checkRows(rows: Plain[][]): readonly Finding[] {
  return checkForm(FORM, bindOne(gridOf(rows)), EXPECTED).findings;
}

const brief = (findings: readonly Finding[]): string[] =>
  findings.map((one) => `${one.severity} ${one.code} ${one.at?.cell ?? '–'}`);

test('R-CHK-01 unit of measure changed', () => {
  const rows = annexRows({ '3': [5] });
  const row = rows.find((one) => one[0] === '3');
  if (row !== undefined) row[2] = 'Bộ';
  expect(brief(checkRows(rows))).toEqual(['warning unit-of-measure-changed C23']);
  for (const same of ['quyển / tờ', 'QUYỂN/TỜ', 'Quyển/tờ ']) {
    if (row !== undefined) row[2] = same;
    expect(checkRows(rows)).toEqual([]);
  }
});

test('R-CHK-02 quantity without persons, and the reverse, where both are due', () => {
  expect(brief(checked({ '6.1': [3] }))).toContain('warning quantity-without-persons E34');
  expect(brief(checked({ '6.1': [null, 30] }))).toContain('warning persons-without-quantity D34');
  expect(brief(checked({ '6.1': [0] }))).not.toContain('warning quantity-without-persons E34');
  expect(brief(checked({ '2': [3] }))).toEqual([]);
});

test('R-CHK-03 fewer persons than classes', () => {
  expect(brief(checked({ '6.1': [30, 3] }))).toContain('warning fewer-persons E34');
  expect(brief(checked({ '6.1': [3, 3] })).join()).not.toContain('fewer-persons');
});

test('R-CHK-04 persons typed in the column of classes: a hundred or more without persons', () => {
  expect(brief(checked({ '6.1': [120] }))).toContain('warning persons-as-quantity D34');
  expect(brief(checked({ '6.1': [99] }))).toContain('warning quantity-without-persons E34');
});

test('R-CHK-05 a parent that must equal the sum of its children', () => {
  const findings = checked({ '1': [9], '1.1': [3, 60], '1.2': [4, 80] });
  expect(findings).toEqual([
    expect.objectContaining({
      code: 'parent-differs',
      params: expect.objectContaining({ reported: 9, computed: 7 }),
      fix: { writes: [{ cell: 'D8', value: 7 }] },
    }),
  ]);
  expect(brief(checked({ '1': [7], '1.1': [3, 60], '1.2': [4, 80] }))).toEqual([]);
  expect(brief(checked({ '1': [7] }))).toEqual(['hint parent-only D8']);
  expect(brief(checked({ '1.1': [3, 60] }))).toEqual(['hint children-only D8']);
});

test('R-CHK-06 a parent that may be more than its children, never less', () => {
  expect(brief(checked({ '5': [9], '5.1': [4] }))).toEqual([]);
  expect(brief(checked({ '5': [3], '5.1': [4] }))).toEqual(['warning parent-below D28']);
});

test('R-CHK-07 an added numbered row takes part in the comparison with its parent', () => {
  const rows = annexRows({ '1': [9], '1.1': [3, 60], '1.2': [4, 80] });
  rows.splice(21, 0, ['1.13', 'Lớp kỹ năng số', 'Lớp/người', 2, 40]);
  expect(brief(checkRows(rows))).toEqual(['warning parent-has-extra-row D8', 'warning row-extra-numbered B22']);
});

test('R-CHK-08 money typed into a heading is compared with its children', () => {
  expect(brief(checked({ '10': [3000000], '10.1': [1000000], '10.2': [1000000] }))).toEqual([
    'warning parent-differs D45',
    'hint number-not-asked D45',
  ]);
  expect(brief(checked({ '10': [2000000], '10.1': [1000000], '10.2': [1000000] }))).toEqual(['hint number-not-asked D45']);
});

test('R-CHK-09 rows that may report the same twice', () => {
  const values = { '6': [3, 90], '6.4': [3, 90] } as const;
  expect(brief(checked({ ...values, '8': [3] }))).toEqual(['hint overlap-equal D41']);
  expect(brief(checked({ ...values, '8': [4] }))).toEqual([]);
  expect(brief(checked({ '6.4': [0, 0], '8': [0], '6': [0, 0] }))).toEqual([]);
});

test('R-CHK-10 an empty report is said; a report of zeros is none', () => {
  expect(brief(checked({}))).toEqual(['warning empty-report –']);
  expect(checked({ '2': [0] })).toEqual([]);
});

test('R-CHK-11 money under 100.000 đồng', () => {
  expect(brief(checked({ '10.1': [5000] }))).toEqual(['warning small-money D46']);
  expect(brief(checked({ '10.1': [100000], '10.2': [0] }))).toEqual([]);
});

test('R-CHK-12 year and theme of another campaign', () => {
  expect(brief(checked({ '2': [1] }, { year: 2023 }))).toEqual(['warning other-year –']);
  const theme = (text: string): string[] => brief(checked({ '2': [1] }, { above: [[`Chủ đề: ${text}`]] }));
  expect(theme('“Học để phát triển bản thân”')).toEqual(['warning other-theme –']);
  expect(theme('PHÁT TRIỂN VĂN HOÁ ĐỌC THÚC ĐẨY HỌC TẬP SUỐT ĐỜI.')).toEqual([]);
});

test('R-CHK-13 rewards ask for their decision in the note column', () => {
  expect(brief(checked({ '9.1': [2] }))).toEqual(['hint note-asked D43']);
  expect(checked({ '9.1': [2, null, 'QĐ 15/QĐ-UBND'] })).toEqual([]);
  expect(checked({ '9.1': [0] })).toEqual([]);
});

test('R-CHK-14 findings come by severity, then by place; checking twice finds the same', () => {
  const values = { '1': [9], '1.1': ['3/60'], '2': ['khá nhiều'], '6.1': [30, 3], '10.1': ['5 triệu'] } as const;
  const first = checked(values);
  expect(brief(first).map((line) => line.split(' ')[0])).toEqual(['error', 'warning', 'warning', 'hint', 'hint', 'hint', 'hint']);
  expect(checked(values)).toEqual(first);
});

test('R-CHK-15 accepted proposals are certain, checked like any figure, and their findings become hints', () => {
  const filled = bindOne(gridOf(annexRows({ '1.1': ['15/450'], '1': [14] })));
  const after = checkForm(FORM, acceptProposals(filled), EXPECTED);
  expect(after.lines.find((line) => line.indicator === '1.1')?.readings).toMatchObject({
    count: { state: 'certain', value: 15, accepted: true },
    people: { state: 'certain', value: 450 },
  });
  expect(brief(after.findings)).toEqual(['warning parent-differs D8', 'hint proposed-pair D9']);
});

test('R-MSG-01 a finding is a sentence that begins with its cell, names the row and says what to do', () => {
  expect(checked({ '2': ['khá nhiều'] }).map(describeFinding)).toEqual([
    'Ô D22 (2. Số tin bài về các hoạt động của Tuần lễ): “khá nhiều” không phải là số. Đề nghị nhập số lượng, hoặc để trống nếu không có.',
  ]);
});

test('R-MSG-02 received text inside a sentence is shortened and on one line', () => {
  const [sentence] = checked({ '2': [`dòng một\n${'rất dài '.repeat(500)}`] }).map(describeFinding);
  expect(sentence).toContain('“dòng một rất dài');
  expect(sentence?.length).toBeLessThan(300);
});
