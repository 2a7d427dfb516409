import fc from 'fast-check';

import type { Cell, CellGrid, CellValue, WorkbookCells } from '../../../src/core/cells/cell';
import { fieldsOf } from '../../../src/core/forms/definition';
import { readLineage, type ReadContributor } from '../../../src/core/sheets/lineage';
import { LINEAGE_SHEET } from '../../../src/core/sheets/markers';
import type { SheetPlan, WorkbookPlan } from '../../../src/core/sheets/sheet-plan';
import { writeXlsx } from '../../../src/files/write/write-xlsx';
import { readBack } from '../../support/read-back';
import {
  laiChau,
  sampleConsolidation,
  smallSample,
  threeMeasures,
  type SampleUnit,
} from '../../support/sample-consolidation';
import { samplePlan } from '../../support/sample-summary';

/** A plan as a reader would find it, without a file between: what the properties about files are checked with. */
function cellsOf(plan: WorkbookPlan): WorkbookCells {
  const grid = (sheet: SheetPlan): CellGrid => {
    const rows = new Map<number, Cell[]>();
    for (const { row, column, value } of sheet.cells) {
      const held: CellValue | null =
        value === null
          ? null
          : value.kind === 'formula'
            ? typeof value.result === 'number'
              ? { kind: 'number', value: value.result }
              : { kind: 'text', value: value.result ?? '' }
            : value.kind === 'date'
              ? null
              : value;
      if (held !== null) rows.set(row, [...(rows.get(row) ?? []), { column, value: held }]);
    }
    const ordered = [...rows].sort((a, b) => a[0] - b[0]);
    return {
      sheet: sheet.name,
      visibility: sheet.visibility,
      rows: ordered.map(([index, cells]) => ({ index, cells })),
      merges: [],
      hiddenColumns: [],
    };
  };
  return { sheets: plan.sheets.map(grid), properties: { savedAt: null, title: null, creator: null, custom: {} } };
}

function contributorsOf(workbook: WorkbookCells): readonly ReadContributor[] {
  const read = readLineage(workbook);
  if (!read.ok) throw new Error(read.error);
  return read.value.contributors;
}

const numbers = (values: ReadonlyMap<string, { readonly value: number }>): Record<string, number> =>
  Object.fromEntries([...values].map(([key, one]) => [key, one.value]));

const changeSheet = (workbook: WorkbookCells, name: string, change: (sheet: CellGrid) => CellGrid): WorkbookCells => ({
  ...workbook,
  sheets: workbook.sheets.map((sheet) => (sheet.sheet === name ? change(sheet) : sheet)),
});
const changeCell = (sheet: CellGrid, row: number, column: number, value: CellValue): CellGrid => ({
  ...sheet,
  rows: sheet.rows.map((one) =>
    one.index === row
      ? { ...one, cells: [...one.cells.filter((cell) => cell.column !== column), { column, value }] }
      : one,
  ),
});

const anyUnit = (form: typeof laiChau): fc.Arbitrary<SampleUnit> =>
  fc.record({
    code: fc.constantFrom('03244', '1', '__proto__'),
    name: fc.oneof(
      fc.constantFrom('UBND xã A', '=1+1', '__proto__', 'constructor'),
      fc.string({ minLength: 1, maxLength: 20 }).map((text) => `xã ${text}`.trim()),
    ),
    reported: fc
      .array(fc.tuple(fc.constantFrom(...fieldsOf(form).map((field) => field.key)), fc.nat(10_000_000)), {
        maxLength: 12,
      })
      .map((pairs) => Object.fromEntries(pairs)),
    notes: fc.dictionary(
      fc.constantFrom(...form.indicators.map((row) => row.id)),
      fc.string({ minLength: 1, maxLength: 30 }),
      { maxKeys: 2 },
    ),
  });

test('R-SHT-40 plan, write, read gives back every contributor', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc
        .constantFrom(laiChau, threeMeasures)
        .chain((form) => fc.tuple(fc.constant(form), fc.array(anyUnit(form), { maxLength: 5 }))),
      async ([form, units]) => {
        const consolidation = sampleConsolidation(form, units);
        const plan = samplePlan(consolidation);
        const read = readLineage(readBack(await writeXlsx(plan)));
        if (!read.ok) throw new Error(read.error);
        expect(read.value).toMatchObject({ formId: form.id, year: 2024, sheet: 'Chi tiết', summarySheet: 'Tổng hợp' });
        const sortKeys = (values: Readonly<Record<string, number>>): [string, number][] =>
          Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
        expect(
          read.value.contributors.map((one) => [one.unit, one.file, one.hash, sortKeys(numbers(one.values))]),
        ).toEqual(
          consolidation.contributors.map((one, index) => [
            one.unit,
            one.file,
            one.hash,
            sortKeys(units[index]?.reported ?? {}),
          ]),
        );
        for (const [index, one] of read.value.contributors.entries()) {
          const counted = consolidation.contributors[index]?.counted;
          for (const [key, shown] of one.shown) expect(shown.value).toBe(counted?.get(key)?.value);
          expect(one.recorded).toBe(true);
          const notes = Object.values(units[index]?.notes ?? {});
          expect(one.texts.map((text) => text.text).sort()).toEqual([...notes].sort());
        }
      },
    ),
    { numRuns: 25 },
  );
});

test('R-SHT-40 the office between and added rows come along, long texts in one piece', () => {
  const long = `${'Nội dung rất dài. '.repeat(4000)}\u{1F600}`;
  const base = smallSample();
  const [first, second, third] = contributorsOf(cellsOf(samplePlan(base)));
  expect(first?.texts.map((one) => [one.kind, one.indicator, one.text])).toEqual([
    ['note', '1.1', 'Lớp ghép'],
    ['note', '9.1', '=1+1'],
    ['free', '11', 'Phát động phong trào “Mỗi tuần một cuốn sách”'],
  ]);
  expect(second?.texts[0]).toMatchObject({
    kind: 'extra',
    indicator: '1',
    number: '1.13',
    figures: ['Lớp/người', '2', '45'],
    at: { cell: 'B25' },
  });
  expect(third?.via).toEqual({ code: null, name: 'Sở GDĐT' });
  const [one] = contributorsOf(
    cellsOf(samplePlan(sampleConsolidation(laiChau, [{ name: 'A', reported: {}, notes: { '11': long } }]))),
  );
  expect(one?.texts[0]?.text).toBe(long);
});

describe('R-SHT-41 what the clerk changed counts', () => {
  const workbook = cellsOf(samplePlan(smallSample()));
  const header = workbook.sheets.find((sheet) => sheet.sheet === 'Chi tiết')?.rows.find((row) => row.index === 2);
  const column = (name: string): number =>
    header?.cells.find((cell) => cell.value.kind === 'text' && cell.value.value === name)?.column ?? -1;

  test('R-SHT-41 a corrected figure, an emptied one, one typed over a formula', () => {
    const changed = changeSheet(workbook, 'Chi tiết', (sheet) =>
      changeCell(
        changeCell(changeCell(sheet, 3, column('1.1 – Lớp'), { kind: 'number', value: 30 }), 3, column('1.2 – Lớp'), {
          kind: 'text',
          value: ' ',
        }),
        3,
        column('1 – Lớp'),
        { kind: 'number', value: 99 },
      ),
    );
    const [one] = contributorsOf(changed);
    expect(one?.values.get('1.1/count')).toEqual({ value: 30, cell: `G4` });
    expect(one?.values.has('1.2/count')).toBe(false);
    expect(one?.values.get('1/count')?.value).toBe(9);
    expect(one?.shown.get('1/count')?.value).toBe(99);
  });

  test('R-SHT-41 what is no figure is named, never counted', () => {
    const bad: CellValue[] = [
      { kind: 'text', value: 'khá nhiều' },
      { kind: 'number', value: -1 },
      { kind: 'number', value: 1e300 },
      { kind: 'error', code: '#REF!' },
      { kind: 'boolean', value: true },
    ];
    for (const value of bad) {
      const [one] = contributorsOf(
        changeSheet(workbook, 'Chi tiết', (sheet) => changeCell(sheet, 3, column('1.1 – Lớp'), value)),
      );
      expect(one?.values.has('1.1/count')).toBe(false);
      expect(one?.unreadable).toHaveLength(1);
      expect(one?.unreadable[0]).toMatchObject({ key: '1.1/count', cell: 'G4' });
    }
  });

  test('R-SHT-41 sorted, deleted and added rows, rows of sums, a renamed and moved sheet', () => {
    const changed = changeSheet(workbook, 'Chi tiết', (sheet) => {
      const [title, notes, head, first, , third] = sheet.rows;
      if (
        title === undefined ||
        notes === undefined ||
        head === undefined ||
        first === undefined ||
        third === undefined
      )
        throw new Error('rows');
      const typed = (index: number, name: string, figure: number): CellGrid['rows'][number] => ({
        index,
        cells: [
          { column: column('Đơn vị báo cáo'), value: { kind: 'text', value: name } },
          { column: column('1.1 – Lớp'), value: { kind: 'number', value: figure } },
        ],
      });
      const shift = 10;
      const rows = [
        head,
        { ...third, index: 3 },
        { ...first, index: 4 },
        { ...first, index: 5 },
        typed(6, 'UBND xã Dào San', 8),
        typed(7, 'Tổng cộng', 11),
        typed(9, '', 5),
        { index: 11, cells: [{ column: 2, value: { kind: 'text' as const, value: 'Người lập biểu' } }] },
      ];
      return {
        ...sheet,
        sheet: 'Số liệu',
        rows: [title, notes, ...rows].map((row) => ({ ...row, index: row.index + shift })),
      };
    });
    const read = contributorsOf(changed);
    expect(
      read.map((one) => [one.unit.name, one.recorded, one.hash !== null, one.values.get('1.1/count')?.value]),
    ).toEqual([
      ['Trường THPT Dào San', true, true, undefined],
      ['UBND xã Mường So', true, true, 3],
      ['UBND xã Mường So', false, false, 3],
      ['UBND xã Dào San', false, false, 8],
    ]);
  });
});

describe('R-SHT-42 a forged lineage is refused', () => {
  const workbook = cellsOf(samplePlan(smallSample()));
  const forge = (change: (sheet: CellGrid) => CellGrid): ReturnType<typeof readLineage> =>
    readLineage(changeSheet(workbook, LINEAGE_SHEET, change));
  const rowAt = (sheet: CellGrid, word: string): number =>
    sheet.rows.find((row) => row.cells[0]?.value.kind === 'text' && row.cells[0].value.value === word)?.index ?? -1;
  const write =
    (word: string, place: number, value: string) =>
    (sheet: CellGrid): CellGrid =>
      changeCell(sheet, rowAt(sheet, word), place, { kind: 'text', value });

  test('R-SHT-42 none, another version, a missing table', () => {
    expect(readLineage({ ...workbook, sheets: workbook.sheets.slice(0, 5) })).toEqual({ ok: false, error: 'none' });
    expect(forge(write('format', 1, '2'))).toEqual({ ok: false, error: 'other-version' });
    expect(readLineage({ ...workbook, sheets: workbook.sheets.filter((sheet) => sheet.sheet !== 'Chi tiết') })).toEqual(
      { ok: false, error: 'columns-changed' },
    );
    expect(
      readLineage(
        changeSheet(workbook, 'Chi tiết', (sheet) => changeCell(sheet, 2, 6, { kind: 'text', value: 'khác' })),
      ),
    ).toEqual({ ok: false, error: 'columns-changed' });
  });

  test.each([
    ['form', 1, '../../etc'],
    ['form', 1, ''],
    ['year', 1, 'năm nay'],
    ['column', 1, 'formula'],
    ['column', 3, '__proto__'],
    ['contributor', 1, '-1'],
    ['contributor', 7, '<script>'],
    ['contributor', 3, 'x'.repeat(40_000)],
    ['text', 1, '99'],
    ['text', 2, 'html'],
    ['text', 7, '999'],
    ['end', 1, '400'],
    ['details', 0, 'form'],
    ['details', 0, '__proto__'],
  ])('R-SHT-42 %s, cell %i: %s', (word, place, value) => {
    expect(forge(write(word, place, value))).toEqual({ ok: false, error: 'malformed' });
  });

  test('R-SHT-42 cut short, doubled, not text, endless', () => {
    expect(forge((sheet) => ({ ...sheet, rows: sheet.rows.slice(0, -1) }))).toEqual({ ok: false, error: 'malformed' });
    expect(forge((sheet) => ({ ...sheet, rows: [...sheet.rows, ...sheet.rows] }))).toEqual({
      ok: false,
      error: 'malformed',
    });
    expect(forge((sheet) => ({ ...sheet, rows: [] }))).toEqual({ ok: false, error: 'malformed' });
    expect(forge((sheet) => changeCell(sheet, 1, 1, { kind: 'boolean', value: true }))).toEqual({
      ok: false,
      error: 'malformed',
    });
    const filler = { index: 9, cells: [{ column: 0, value: { kind: 'text' as const, value: 'column' } }] };
    expect(forge((sheet) => ({ ...sheet, rows: Array.from({ length: 400_001 }, () => filler) }))).toEqual({
      ok: false,
      error: 'too-large',
    });
  });

  test('R-SHT-42 any text in any cell gives an answer, never an exception, and leaves prototypes alone', () => {
    fc.assert(
      fc.property(
        fc.nat(80),
        fc.nat(9),
        fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty')),
        (row, place, value) => {
          const read = forge((sheet) => changeCell(sheet, row, place, { kind: 'text', value }));
          expect(typeof read.ok).toBe('boolean');
          expect(Object.keys(Object.prototype)).toEqual([]);
        },
      ),
    );
  });
});
