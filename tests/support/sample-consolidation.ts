/** Consolidations made by hand for tests: what each unit reported, per field key, is all one has to say. */
import { findForm } from '../../src/catalogue/forms';
import type { ReportingUnit } from '../../src/core/campaign/reporting-unit';
import type { Consolidation, Contributor, Submission, Total } from '../../src/core/consolidation/consolidation';
import type { CheckedForm } from '../../src/core/checks/checked-form';
import { finding } from '../../src/core/findings';
import { fieldKey, fieldsOf, parseFormDefinition, type FormDefinition } from '../../src/core/forms/definition';
import type { ExtraRow, FilledForm, Reading } from '../../src/core/forms/filled-form';
import { figuresOf, rollUp } from '../../src/core/forms/roll-up';

export interface SampleUnit {
  readonly code?: string;
  readonly name: string;
  readonly via?: ReportingUnit;
  /** Field key → figure, as reported. */
  readonly reported: Readonly<Record<string, number>>;
  /** Indicator id → note. */
  readonly notes?: Readonly<Record<string, string>>;
  readonly extras?: readonly ExtraRow[];
  readonly file?: string;
}

export const laiChau: FormDefinition = requireForm('phu-luc-ii/lai-chau-2024');

function requireForm(id: string): FormDefinition {
  const form = findForm(id);
  if (form === undefined) throw new Error(`no form ${id}`);
  return form;
}

/** A small form of three measures and one header row, to show that nothing rests on the shape of the usual one. */
export const threeMeasures: FormDefinition = (() => {
  const row = { aliases: [], unitOfMeasure: 'Cây/ha', parent: null, rollUp: null, noteAsks: null, reason: 'for tests' };
  const fields = [
    { measure: 'trees', nature: 'things', unit: 'cây' },
    { measure: 'area', nature: 'things', unit: 'ha' },
  ];
  const parsed = parseFormDefinition({
    kind: 'indicators',
    id: 'test/three-measures',
    name: 'Ba cột',
    status: 'unofficial',
    source: 'made for tests',
    year: null,
    annexLabel: 'Biểu số 1',
    title: { blank: ['MẪU TRỒNG CÂY NĂM {year}'], filled: ['TRỒNG CÂY NĂM {year}'] },
    unitLine: 'Trường',
    headerRows: 1,
    columns: [
      { role: 'label', header: 'Việc', aliases: [], width: 30 },
      { role: 'measure', measure: 'trees', header: 'Cây', aliases: [], width: 10 },
      { role: 'measure', measure: 'area', header: 'Diện tích', aliases: [], width: 10 },
      { role: 'measure', measure: 'cost', header: 'Chi phí', aliases: [], width: 14 },
    ],
    measures: [
      { id: 'trees', name: 'Cây', accompanies: null },
      { id: 'area', name: 'Diện tích', accompanies: null },
      { id: 'cost', name: 'Chi phí', accompanies: null },
    ],
    indicators: [
      { ...row, id: 'a', number: '', text: 'Trồng cây', kind: 'heading', fields: [fields[0]], rollUp: 'sum' },
      { ...row, id: 'b', number: '', text: 'Trong trường', kind: 'item', fields, parent: 'a' },
      {
        ...row,
        id: 'c',
        number: '',
        text: 'Trong trường',
        kind: 'item',
        fields: [...fields, { measure: 'cost', nature: 'money', unit: 'đồng' }],
        parent: 'a',
      },
    ],
    overlaps: [],
    corrections: [],
    thresholds: { smallMoney: 100000, largeQuantity: 100 },
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
})();

export function sampleContributor(form: FormDefinition, sample: SampleUnit): Contributor {
  const unit = { code: sample.code ?? null, name: sample.name };
  const via = sample.via ?? null;
  const file = sample.file ?? `${sample.name}.xlsx`;
  const lines = form.indicators.map((row, index) => {
    const readings: Record<string, Reading> = {};
    for (const { measure } of row.fields) {
      const value = sample.reported[fieldKey(row.id, measure)];
      const at = { sheet: 'Phụ lục II', cell: `D${String(index + 12)}` };
      readings[measure] = value === undefined ? { state: 'absent' } : { state: 'certain', value, raw: String(value), at };
    }
    const note = sample.notes?.[row.id] ?? '';
    return {
      indicator: row.id,
      at: { sheet: 'Phụ lục II', cell: `B${String(index + 12)}` },
      readings,
      besides: {},
      unitOfMeasure: null,
      unitCell: null,
      note,
      cells: {},
    };
  });
  const document = { number: null, date: null, year: null, theme: null, versionMark: null };
  const filled: FilledForm = {
    form: form.id,
    sheet: 'Phụ lục II',
    lines,
    extras: sample.extras ?? [],
    units: [],
    document,
    findings: [],
  };
  const counted = rollUp(form, figuresOf(form, new Map(Object.entries(sample.reported))));
  return { unit, file, via, form: { ...filled, counted } as CheckedForm, hash: hashOf(file), counted };
}

/** The totals of these contributors, added up here anew: not by the code under test. */
function totalsOfAll(form: FormDefinition, contributors: readonly Contributor[]): Total[] {
  return fieldsOf(form).map((field) => {
    const values = contributors.flatMap((one) => one.counted.get(field.key)?.value ?? []);
    return { field, value: values.reduce((sum, one) => sum + one, 0), reporters: values.length, contributions: [] };
  });
}

/** Something like a SHA-256 for a name: 64 hexadecimal digits that differ between files. */
function hashOf(name: string): string {
  let state = 7;
  for (const letter of name) state = (state * 31 + (letter.codePointAt(0) ?? 0)) % 0xffffffff;
  return state.toString(16).padStart(8, '0').repeat(8);
}

/** The consolidation of these units; `rest` replaces parts of it. */
export function sampleConsolidation(
  form: FormDefinition,
  units: readonly SampleUnit[],
  rest: Partial<Consolidation> = {},
): Consolidation {
  const contributors = units.map((unit) => sampleContributor(form, unit));
  const submissions = contributors.map((one): Submission => ({
    file: one.file,
    sheet: 'Phụ lục II',
    unit: one.unit,
    state: 'counted',
    reason: null,
    refusal: null,
    hash: one.hash,
    savedAt: '2024-10-15T19:30:00Z',
    documentNumber: '12/BC-UBND',
    documentDate: '2024-10-15',
    findings: one.form.findings,
  }));
  return {
    form,
    submissions,
    contributors,
    totals: totalsOfAll(form, contributors),
    missing: [],
    findings: [],
    ...rest,
  };
}

/** Three units with every case that matters: zero, blank, parents that differ, notes, free text, an added row. */
export function smallSample(): Consolidation {
  const base = sampleConsolidation(laiChau, [
    {
      code: '03244',
      name: 'UBND xã Mường So',
      reported: {
        '1/count': 9,
        '1.1/count': 3,
        '1.1/people': 120,
        '1.2/count': 4,
        '1.2/people': 1250,
        '5/count': 7,
        '5.1/count': 2,
        '10.1/count': 5000000,
      },
      notes: { '11': 'Phát động phong trào “Mỗi tuần một cuốn sách”', '9.1': '=1+1', '1.1': 'Lớp ghép' },
    },
    {
      code: '03390',
      name: 'UBND xã Phong Thổ',
      reported: {
        '1/count': 5,
        '1.1/count': 0,
        '1.1/people': 0,
        '5.1/count': 2,
        '5.2/count': 3,
        '10.1/count': 12500000,
      },
      extras: [
        {
          at: { sheet: 'Phụ lục II', cell: 'B25' },
          number: '1.13',
          text: 'Lớp truyền thông',
          rest: ['Lớp/người', '2', '45'],
          parent: '1',
          values: { count: 2, people: 45 },
        },
      ],
    },
    { name: 'Trường THPT Dào San', reported: { '1/count': 5, '5/count': 1 }, via: { code: null, name: 'Sở GDĐT' } },
  ]);
  const refused: Submission = {
    file: 'báo cáo tuần lễ.xlsx',
    sheet: null,
    unit: null,
    state: 'refused',
    reason: 'password',
    refusal: { code: 'password', detail: null },
    hash: null,
    savedAt: null,
    documentNumber: null,
    documentDate: 'tháng 10/2024',
    findings: [],
  };
  const waiting: Submission = {
    ...refused,
    file: 'xã Sin Suối Hồ.xls',
    sheet: 'Sheet1',
    unit: { code: null, name: 'UBND xã Sin Suối Hồ' },
    state: 'undetermined',
    reason: 'version-unknown',
    refusal: null,
    findings: [
      finding(
        'proposed-pair',
        'warning',
        { sheet: 'Sheet1', cell: 'D12' },
        { row: '1.1. Bồi dưỡng', raw: '15/450', reading: '15 lớp và 450 người' },
        {
          proposal: { indicator: '1.1', values: { count: 15, people: 1450 } },
        },
      ),
      finding('unreadable-text', 'error', { sheet: 'Sheet1', cell: 'D30' }, { row: '2. Số tin bài', raw: 'khá nhiều' }),
    ],
  };
  return {
    ...base,
    submissions: [...base.submissions, refused, waiting],
    missing: [{ code: '03400', name: 'UBND xã Khổng Lào' }],
  };
}
