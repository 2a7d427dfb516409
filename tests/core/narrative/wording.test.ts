/** Sentences from the form's own data: with its wording, without any, and for another form altogether. */
import { findForm } from '../../../src/catalogue/forms';
import { DEFAULT_OUTLINE } from '../../../src/catalogue/outlines';
import type { Consolidation } from '../../../src/core/consolidation/consolidation';
import { fieldsOf, formAsData, parseFormDefinition, type FormDefinition } from '../../../src/core/forms/definition';
import { textOf, type Narrative } from '../../../src/core/narrative/narrative';
import { isAttendance, nounOf } from '../../../src/core/narrative/row-nouns';
import { writeReport, type WrittenReport } from '../../../src/core/narrative/write-report';
import { describeDue } from '../../../src/messages/campaign-words';
import { narrativeWords } from '../../../src/messages/narrative-words';
import { laiChau, sampleConsolidation, threeMeasures, type SampleUnit } from '../../support/sample-consolidation';

function report(consolidation: Consolidation, lastYear: ReadonlyMap<string, number> | null = null): WrittenReport {
  return writeReport(consolidation, {
    words: narrativeWords,
    outline: DEFAULT_OUTLINE,
    campaign: null,
    ledger: null,
    lastYear,
    received: [],
    describeEntry: describeDue,
  });
}

const told = (form: FormDefinition, units: readonly SampleUnit[], id: string): string => {
  const found = report(sampleConsolidation(form, units)).narrative.paragraphs.find((one) => one.id === `results/${id}`);
  return found === undefined ? '' : textOf(found.parts);
};
const unit = (name: string, reported: Readonly<Record<string, number>>): SampleUnit => ({ name, reported });

/** The form as it would be without any wording for the report. */
const bare: FormDefinition = (() => {
  const data = formAsData(laiChau);
  const indicators = (data['indicators'] as readonly Record<string, unknown>[]).map((row) =>
    Object.fromEntries(Object.entries(row).filter(([key]) => key !== 'wording')),
  );
  const parsed = parseFormDefinition({ ...data, indicators });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
})();

test('R-NARR-80 “lượt người” only in rows that count persons along with a thing; rows that count persons stay persons', () => {
  const attended = fieldsOf(laiChau).filter((field) => {
    const declared = field.indicator.fields.find((one) => one.measure === field.measure.id);
    return declared !== undefined && isAttendance(laiChau, field.indicator, declared);
  });
  expect(attended.every((field) => field.indicator.unitOfMeasure.endsWith('/người'))).toBe(true);
  expect(attended.map((field) => field.indicator.id)).not.toEqual(expect.arrayContaining(['4.2']));
  expect(told(laiChau, [unit('A', { '4.2/people': 30, '9.2/people': 5 })], '4')).toMatch(/30 cá nhân tặng sách/);
  expect(told(laiChau, [unit('A', { '4.2/people': 30, '9.2/people': 5 })], '9')).toBe(
    'Qua tổ chức Tuần lễ, có 05 cá nhân được khen thưởng.',
  );
});

test('R-NARR-81 “gồm” only where the parts are all of the total; else “trong đó”', () => {
  const complete = [unit('A', { '6/count': 5, '6.1/count': 2, '6.2/count': 3 }), unit('B', { '6/count': 1, '6.1/count': 1 })];
  expect(told(laiChau, complete, '6')).toMatch(/tổng số 06 cuộc, gồm: 03 cuộc thể dục thể thao; 03 cuộc văn nghệ\.$/);
  const partly = [unit('A', { '5/count': 9, '5.1/count': 2 }), unit('B', { '5/count': 1 })];
  expect(told(laiChau, partly, '5')).toMatch(/tổng số 10 cuộc; trong đó: 02 cuộc hội sách/);
});

test('R-NARR-82 a form without wording is told in its own words', () => {
  const units = [
    unit('A', {
      '1/count': 3,
      '1.2/count': 3,
      '1.2/people': 60,
      '2/count': 7,
      '4.1/count': 2,
      '7.2/count': 4,
      '8/count': 1,
      '10.1/count': 5_000_000,
    }),
    unit('B', { '2/count': 5 }),
  ];
  expect(told(bare, units, '1')).toBe(
    'Có 01/02 đơn vị báo cáo có nội dung “Các lớp bồi dưỡng, tập huấn tổ chức trong Tuần lễ”, với tổng số 03 lớp và 60 lượt người tham gia, gồm: 03 lớp bồi dưỡng nâng cao trình độ ngoại ngữ cho cán bộ, công chức, viên chức (60 lượt người tham gia).',
  );
  expect(told(bare, units, '2')).toBe(
    'Số tin bài về các hoạt động của Tuần lễ: 12 tin bài về các hoạt động của Tuần lễ (02/02 đơn vị báo cáo có thực hiện).',
  );
  expect(told(bare, units, '8')).toMatch(/: 01 cuộc hội thảo, sinh hoạt chuyên đề \(01\/02/);
  expect(told(bare, units, '10')).toMatch(/Kinh phí: 5\.000\.000 đồng, toàn bộ từ nguồn ngân sách nhà nước/);
  const nouns = new Map(bare.indicators.map((row) => [row.id, row.fields[0] === undefined ? '' : nounOf(row, row.fields[0])]));
  expect(nouns.get('4.1')).toBe('tập thể tặng sách');
  expect(nouns.get('7.2')).toBe('cơ sở giáo dục tổ chức Lễ khai mạc Tuần lễ');
});

test('R-NARR-83 another form, its columns and its annex come out of its definition', () => {
  const { narrative, document } = report(
    sampleConsolidation(threeMeasures, [unit('A', { 'b/trees': 5, 'b/area': 2, 'c/trees': 1, 'c/cost': 300_000 })]),
  );
  expect(narrative.paragraphs.map((one) => textOf(one.parts)).join('\n')).toMatch(/06 cây/);
  const [annex] = document.annexes;
  const table = annex?.blocks[0];
  expect(
    table?.kind === 'table'
      ? [table.header.map((row) => row.map((cell) => cell.text)), table.rows.map((row) => row.map((cell) => cell.text))]
      : null,
  ).toEqual([
    [['Việc', 'Cây', 'Diện tích', 'Chi phí']],
    [
      ['Trồng cây', '6', '', ''],
      ['Trong trường', '5', '2', ''],
      ['Trong trường', '1', '', '300.000'],
    ],
  ]);
});

test('R-NARR-84 one unit only: the report speaks of it alone, in the singular', () => {
  const all = report(
    sampleConsolidation(laiChau, [unit('Trường TH A', { '1/count': 2, '1.6/count': 2, '1.6/people': 60, '2/count': 4 })]),
  );
  const text = all.narrative.paragraphs.map((one) => textOf(one.parts)).join('\n');
  expect(text).toContain(
    'Đơn vị đã tổ chức các lớp bồi dưỡng, tập huấn trong Tuần lễ, với tổng số 02 lớp và 60 lượt người tham gia',
  );
  expect(text).toContain('Đơn vị đã đăng, phát 04 tin, bài về các hoạt động của Tuần lễ.');
  expect(text).not.toMatch(/01\/01|Các đơn vị đã/);
});

test('R-NARR-85 no units, nothing reported, zeros only: said honestly, without a boast', () => {
  const said = (narrative: Narrative): string => narrative.paragraphs.map((one) => textOf(one.parts)).join('\n');
  expect(said(report(sampleConsolidation(laiChau, [])).narrative)).toContain(
    'Chưa có đơn vị nào gửi số liệu được tính vào kết quả.',
  );
  expect(said(report(sampleConsolidation(laiChau, [unit('A', {})])).narrative)).toContain(
    'Các nội dung chưa có đơn vị nào báo cáo số liệu:',
  );
  const zero = said(report(sampleConsolidation(laiChau, [unit('A', { '2/count': 0 }), unit('B', { '8/count': 1 })])).narrative);
  expect(zero).toMatch(/Các nội dung được báo cáo là không phát sinh: “Số tin bài về các hoạt động của Tuần lễ” \(mục 2\)\./);
  expect(zero).toContain('01 đơn vị báo cáo không phát sinh nội dung “Công tác thông tin, tuyên truyền”');
  for (const boast of ['rực rỡ', 'tốt đẹp', 'thành công', 'sâu rộng', 'đông đảo', 'sôi nổi']) expect(zero).not.toContain(boast);
});

test('R-NARR-86 last year’s totals of another form change nothing: only fields of this form are compared', () => {
  const consolidation = sampleConsolidation(laiChau, [unit('A', { '2/count': 50 })]);
  expect(
    report(
      consolidation,
      new Map([
        ['x/y', 3],
        ['99/count', 5],
      ]),
    ).narrative,
  ).toEqual(report(consolidation).narrative);
});

test('R-NARR-87 wording in the catalogue names measures and rows that exist', () => {
  for (const id of ['phu-luc-ii/lai-chau-2024', 'phu-luc-ii/hai-cap-de-xuat', 'phu-luc-ii/trung-lap']) {
    const form = findForm(id);
    if (form === undefined) throw new Error(id);
    const ids = new Set(form.indicators.map((row) => row.id));
    for (const row of form.indicators) {
      for (const measure of Object.keys(row.wording?.nouns ?? {}))
        expect(row.fields.map((field) => field.measure)).toContain(measure);
      if (row.wording?.within !== undefined) expect(ids).toContain(row.wording.within);
    }
  }
});
