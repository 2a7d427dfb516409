/** A table that is told again from memory must be the one that would have been found. */
import fc from 'fast-check';
import type { CellGrid } from '../../src/core/cells/cell';
import { bindSheet } from '../../src/core/forms/bind-form';
import type { FormDefinition } from '../../src/core/forms/definition';
import { annexRows, FORM } from '../support/annex';
import { gridOf, type Plain } from '../support/grid';

/** Where the parts of `annexRows` stand. */
const HEADER = 5;
const FIRST = 7;
const LAST = FIRST + FORM.indicators.length - 1;
const MERGES = [
  { top: HEADER, left: 3, bottom: HEADER, right: 4 },
  { top: HEADER, left: 5, bottom: HEADER + 1, right: 5 },
];

/** The form as another object: nothing is remembered of it. */
const forgetful = (): FormDefinition => ({ ...FORM });

const labels = FORM.indicators.map((one) => one.text);
const said = fc.oneof(
  fc.constantFrom<Plain>(
    '',
    'x',
    '-',
    '15 lớp/450 người',
    'không',
    'Nội dung',
    'Người',
    'Số lượng',
    'Ghi chú',
    'Đơn vị',
    'Kinh phí',
    '(3)',
    'Năm 2023',
  ),
  fc.constantFrom<Plain>(
    'Đơn vị: UBND xã Khác',
    'Nội dung các hoạt động',
    'Số lớp/số cuộc thi',
    'Nơi nhận:',
    'ngày 2 tháng 10 năm 2024',
    'TM. ỦY BAN',
    'Sè l­îng',
  ),
  fc.constantFrom<Plain>(...labels, ...labels.map((text) => text.slice(0, 20)), ...labels.map((text) => `1.1. ${text}`)),
  fc.constantFrom<Plain>(0, -0, 1, 12, 450, 1.5, 2024, 1e15, true),
  fc.constantFrom<Plain>(
    { kind: 'number', value: 1.1, format: '0.00' },
    { kind: 'date', iso: '2024-10-02T00:00:00', serial: 45567 },
    { kind: 'uncalculated' },
    { kind: 'error', code: '#N/A' },
  ),
  fc.integer({ min: 0, max: 40 }),
  fc.string({ maxLength: 30 }),
);

type Change = (rows: Plain[][], extra: { -readonly [K in keyof CellGrid]?: CellGrid[K] }) => void;

function put(rows: Plain[][], row: number, column: number, value: Plain): void {
  const cells = (rows[row] ??= []);
  while (cells.length <= column) cells.push(null);
  cells[column] = value;
}

const rowOfTable = fc.integer({ min: FIRST, max: LAST });
const anyRow = fc.integer({ min: 0, max: LAST + 3 });
const anyColumn = fc.integer({ min: 0, max: 8 });

/** What every filled sheet has, and keeps its layout. */
const usual: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(rowOfTable, fc.integer({ min: 3, max: 5 }), said).map(([row, column, value]): Change => (rows) => {
    put(rows, row, column, value);
  }),
  fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 2 }), said).map(([row, column, value]): Change => (rows) => {
    put(rows, row, column, value);
  }),
);

/** What may change it, or only seems to. */
const unusual: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(anyRow, anyColumn, said).map(([row, column, value]): Change => (rows) => {
    put(rows, row, column, value);
  }),
  rowOfTable.map((row): Change => (rows) => {
    rows.splice(row, 1);
  }),
  fc.tuple(rowOfTable, fc.array(said, { maxLength: 6 })).map(([row, cells]): Change => (rows) => {
    rows.splice(row, 0, cells);
  }),
  fc.tuple(anyRow, anyRow).map(([from, to]): Change => (rows) => {
    rows.splice(to, 0, [...(rows[from] ?? [])]);
  }),
  fc.tuple(fc.integer({ min: 0, max: LAST }), fc.integer({ min: 0, max: 3 })).map(([top, height]): Change => (_rows, extra) => {
    extra.merges = [...(extra.merges ?? []), { top, left: 0, bottom: top + height, right: 5 }];
  }),
  fc.tuple(anyRow, anyColumn).map(([row, column]): Change => (_rows, extra) => {
    extra.merges = [{ top: row, left: column, bottom: row + 1, right: column + 1 }];
  }),
  anyColumn.map((column): Change => (_rows, extra) => {
    extra.hiddenColumns = [column];
  }),
  fc.constantFrom('Sheet1', 'PL2').map((sheet): Change => (_rows, extra) => {
    extra.sheet = sheet;
  }),
  fc.constant<Change>((rows) => {
    rows.unshift([]);
  }),
  fc.constant<Change>((rows) => {
    rows.push(...rows.slice(HEADER, LAST).map((row) => [...row]));
  }),
);

function sheetOf(changes: readonly Change[], hidden: readonly number[]): CellGrid {
  const rows = annexRows({});
  const extra: { -readonly [K in keyof CellGrid]?: CellGrid[K] } = { merges: MERGES };
  for (const change of changes) change(rows, extra);
  const grid = gridOf(rows, extra);
  return { ...grid, rows: grid.rows.map((row) => (hidden.includes(row.index) ? { ...row, hidden: true as const } : row)) };
}

const sheet = (changes: fc.Arbitrary<Change>, most: number): fc.Arbitrary<CellGrid> =>
  fc
    .tuple(fc.array(changes, { maxLength: most }), fc.array(anyRow, { maxLength: 1 }))
    .map(([all, hidden]) => sheetOf(all, hidden));

test('R-FAST-01 a folder of sheets is bound as each of them is bound alone', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(sheet(usual, 12), sheet(fc.oneof(usual, unusual), 4)), { minLength: 2, maxLength: 6 }),
      (sheets) => {
        const folder = forgetful();
        bindSheet(folder, sheetOf([], []));
        for (const grid of sheets) expect(bindSheet(folder, grid)).toEqual(bindSheet(forgetful(), grid));
      },
    ),
    { numRuns: 30, seed: 20260401 },
  );
});

test('R-FAST-02 every single cell that differs is bound as if nothing were remembered', () => {
  const folder = forgetful();
  bindSheet(folder, sheetOf([], []));
  for (let row = 0; row <= LAST + 3; row += 1) {
    const value = ['Nội dung', 'Số lượng', FORM.indicators[3]?.text ?? '', 7][row % 4] ?? 7;
    const grid = sheetOf(
      [
        (rows) => {
          put(rows, row, (row * 5) % 7, value);
        },
      ],
      [],
    );
    expect(bindSheet(folder, grid)).toEqual(bindSheet(forgetful(), grid));
  }
});

test('R-FAST-03 a sheet of a known layout is told from memory: rows that say the same are one object', () => {
  const folder = forgetful();
  const change: Change = (rows) => {
    put(rows, 3, 0, 'Đơn vị báo cáo: UBND xã Khác');
    put(rows, FIRST + 1, 3, 12);
    put(rows, FIRST + 1, 5, 'Có kèm ảnh');
  };
  bindSheet(folder, sheetOf([], []));
  const [before] = bindSheet(folder, sheetOf([], []));
  const [after] = bindSheet(folder, sheetOf([change], []));
  if (before === undefined || after === undefined) throw new Error('not bound');
  expect(after.lines.filter((line, place) => line === before.lines[place])).toHaveLength(FORM.indicators.length - 1);
  expect(after.units[0]?.text).toBe('UBND xã Khác');
  expect(after.lines[1]?.note).toBe('Có kèm ảnh');
});

/** What stands in quantity cells and beside them, as often as in life: whole figures, now and then something else. */
const figure: fc.Arbitrary<Plain> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 2_000 }) },
  { weight: 2, arbitrary: fc.constantFrom<Plain>(0, 500_000, 25_000_000) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Plain>(-0, -3, 1.25, 1e15, 2e15, '12', '5 triệu', 'x', '-', { kind: 'number', value: 7, format: '000' }, {
      kind: 'number',
      value: 1250,
      format: '#,##0',
    }),
  },
);
const figures: fc.Arbitrary<Change> = fc
  .array(fc.tuple(rowOfTable, fc.integer({ min: 3, max: 5 }), figure), { maxLength: 60 })
  .map((cells): Change => (rows) => {
    for (const [row, column, value] of cells) put(rows, row, column, value);
  });

test('R-FAST-07 rows of figures are bound from their shape as they are bound alone, whatever came before', () => {
  const money = FORM.indicators.findIndex((one) => one.fields.some((field) => field.nature === 'money'));
  // A unit of measure that multiplies what stands beside it, in the first sheet and so in the layout.
  const scaled: Change = (rows) => {
    put(rows, FIRST + money, 2, 'triệu đồng');
  };
  fc.assert(
    fc.property(fc.boolean(), fc.array(figures, { minLength: 3, maxLength: 8 }), (isScaled, all) => {
      const folder = forgetful();
      const before = isScaled ? [scaled] : [];
      bindSheet(folder, sheetOf(before, []));
      for (const change of all) {
        const grid = sheetOf([...before, change], []);
        expect(bindSheet(folder, grid)).toEqual(bindSheet(forgetful(), grid));
      }
    }),
    { numRuns: 40, seed: 20261129 },
  );
});

test('R-FAST-07 a zero teaches nothing of a row whose unit of measure multiplies', () => {
  const money = FORM.indicators.findIndex((one) => one.fields.some((field) => field.nature === 'money'));
  const own = FORM.measures.findIndex((one) => one.id === FORM.indicators[money]?.fields[0]?.measure);
  const reading = (value: number): unknown => {
    const [filled] = bindSheet(
      folder,
      sheetOf(
        [
          (rows) => {
            put(rows, FIRST + money, 2, 'triệu đồng');
            put(rows, FIRST + money, 3 + own, value);
          },
        ],
        [],
      ),
    );
    return Object.values(filled?.lines[money]?.readings ?? {})[0];
  };
  const folder = forgetful();
  for (const value of [0, 0, 5]) {
    const [state, counted] = value === 0 ? ['certain', 0] : ['proposed', 5_000_000];
    expect(reading(value)).toMatchObject({ state, value: counted });
  }
});

test('R-FAST-07 two reports that differ in their figures share everything else of their rows', () => {
  const folder = forgetful();
  const filled = (quantity: number): CellGrid =>
    sheetOf(
      [
        (rows) => {
          put(rows, FIRST + 1, 3, quantity);
          put(rows, FIRST + 1, 4, quantity * 30);
        },
      ],
      [],
    );
  bindSheet(folder, sheetOf([], []));
  const [one, other] = [3, 4].map((quantity) => bindSheet(folder, filled(quantity))[0]?.lines[1]);
  if (one === undefined || other === undefined) throw new Error('not bound');
  expect(Object.values(other.readings).map((reading) => 'value' in reading && reading.value)).toEqual([4, 120]);
  expect([other.at === one.at, other.cells === one.cells]).toEqual([true, true]);
});
