/** The model alone: notation, references, tables, addresses. */
import './support/univer-in-jest';
import fc from 'fast-check';
import { moveReferences, shiftRelative } from '../../src/standin/formulas/references';
import { resolveStructured, type TableShape } from '../../src/standin/formulas/structured';
import { isWellFormed, joinTokens, tokenize } from '../../src/standin/formulas/tokens';
import { isFormulaInput, readConstant } from '../../src/standin/model/cell';
import { formatRect, parseRect, quoteSheetName, splitSheet, subtract, type Rect } from '../../src/standin/model/rect';
import { rootNamespace } from '../../src/standin/model/xml';

test.each([
  ['12', 12, 'Double', null],
  [' 45 ', 45, 'Double', null],
  ['1.250', 1.25, 'Double', null],
  ['1,250', 1250, 'Double', '#,##0'],
  ['10%', 0.1, 'Double', '0%'],
  ['(5)', -5, 'Double', null],
  ['2024-10-02', 45_567, 'Double', 'yyyy-mm-dd'],
  ['true', true, 'Boolean', null],
  ['#n/a', '#N/A', 'Error', null],
  ['12 lớp', '12 lớp', 'String', null],
  ['1.234.567', '1.234.567', 'String', null],
  ['20/10/2024', '20/10/2024', 'String', null],
  ["'12", '12', 'String', null],
  ['', '', 'Empty', null],
] as const)('R-STD-19 the constant %j becomes %j of type %s', (input, value, type, format) => {
  const read = readConstant(input, 'General');
  expect(read.content.value).toBe(value);
  expect(read.content.type).toBe(type);
  expect(read.suggestedFormat).toBe(format);
});

test('R-STD-19 in text cells everything stays text, and only true formulas are formulas', () => {
  expect(readConstant(7, '@').content).toEqual({ value: '7', type: 'String', formula: null });
  expect(readConstant('1.10', '@').content.value).toBe('1.10');
  expect(['=1', '+A1', '-x', '@SUM(A1)'].map(isFormulaInput)).toEqual([true, true, true, true]);
  expect(['-5', '+7', '-', '=', 'a=b', ''].map(isFormulaInput)).toEqual([false, false, false, false, false, false]);
});

const FORMULAS = [
  "=SUM('Tổng hợp'!$A$1:B2,C:C)+1.5e3*-2%",
  '=IF(A1="a ""b"" c",{1,2;3,4},Bang_1[[#Totals],[Số lớp]:[Số người]])',
  '=[@[Số lớp]]/[@Tổng] & "x"',
  '=LET(x,1,x+1)<>TRUE',
  '=#REF!+Sheet1!#REF!',
];

test.each(FORMULAS)('R-STD-20 %s is cut and joined without change', (formula) => {
  const tokens = tokenize(formula);
  expect(tokens).not.toBeNull();
  expect(joinTokens(tokens ?? [])).toBe(formula);
  expect(isWellFormed(formula)).toBe(true);
});

test.each(['=SUM(1,', '=1+', '=)', '="a', '=(1', '=*2', '=SUM(A1))', '=1 2', '=A1,'])(
  'R-STD-20 the broken formula %s is told',
  (formula) => {
    expect(isWellFormed(formula)).toBe(false);
  },
);

const inserted =
  (at: number, count: number) =>
  (rect: Rect): Rect => ({
    ...rect,
    top: rect.top >= at ? rect.top + count : rect.top,
    bottom: rect.bottom >= at ? rect.bottom + count : rect.bottom,
  });

test('R-STD-21 inserting rows and taking them out again leaves every reference as it was', () => {
  const corner = fc.record({ row: fc.integer({ min: 0, max: 400 }), column: fc.integer({ min: 0, max: 60 }) });
  fc.assert(
    fc.property(corner, corner, fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 50 }), (a, b, at, count) => {
      const rect = {
        top: Math.min(a.row, b.row),
        bottom: Math.max(a.row, b.row),
        left: Math.min(a.column, b.column),
        right: Math.max(a.column, b.column),
      };
      const formula = `=SUM('T 1'!${formatRect(rect, '$')},A1)`;
      const there = moveReferences(formula, 'Khác', 'T 1', inserted(at, count));
      expect(moveReferences(there, 'Khác', 'T 1', undoInserted(at, count))).toBe(formula);
    }),
  );
});

const undoInserted =
  (at: number, count: number) =>
  (rect: Rect): Rect => ({
    ...rect,
    top: rect.top >= at + count ? rect.top - count : rect.top,
    bottom: rect.bottom >= at + count ? rect.bottom - count : rect.bottom,
  });

test('R-STD-21 relative references shift, absolute ones stay, and what leaves the sheet is #REF!', () => {
  expect(shiftRelative('=A1+$A1+A$1+$A$1', 2, 1)).toBe('=B3+$A3+B$1+$A$1');
  expect(shiftRelative('=SUM(A:A,1:1)', 3, 2)).toBe('=SUM(C:C,4:4)');
  expect(shiftRelative("='T x'!B2", -2, 0)).toBe("='T x'!#REF!");
});

const TABLE: TableShape = {
  name: 'Bang',
  sheet: 'Tổng hợp',
  range: { top: 4, left: 1, bottom: 9, right: 3 },
  showHeaders: true,
  showTotals: true,
  columns: ['Đơn vị', 'Số lớp', 'Số người'],
};

test.each([
  ['Bang[Số lớp]', 'C6:C9'],
  ['Bang[]', 'B6:D9'],
  ['Bang[#All]', 'B5:D10'],
  ['Bang[[#Headers],[Số người]]', 'D5'],
  ['Bang[[#Totals],[Số lớp]]', 'C10'],
  ['Bang[[Số lớp]:[Số người]]', 'C6:D9'],
  ['Bang[[#Headers],[#Data],[Số lớp]]', 'C5:C9'],
  ['[@[Số lớp]]', 'C7'],
  ['[@]', 'B7:D7'],
])('R-STD-22 %s means %s', (text, address) => {
  const target = resolveStructured(text, (name) => (name === 'Bang' ? TABLE : null), TABLE, 6);
  expect(target).toEqual({ sheet: 'Tổng hợp', rect: parseRect(address) });
});

test('R-STD-22 unknown tables, unknown columns and rows outside are errors of their own', () => {
  const find = (name: string): TableShape | null => (name === 'Bang' ? TABLE : null);
  expect(resolveStructured('Khac[Số lớp]', find, null, 6)).toBe('name-error');
  expect(resolveStructured('Bang[Không có]', find, null, 6)).toBe('ref-error');
  expect(resolveStructured('Bang[@[Số lớp]]', find, null, 40)).toBe('value-error');
});

test('R-STD-23 every rectangle is read back from its address', () => {
  const edge = (max: number): fc.Arbitrary<number> => fc.integer({ min: 0, max });
  fc.assert(
    fc.property(
      edge(1_048_575),
      edge(1_048_575),
      edge(16_383),
      edge(16_383),
      fc.constantFrom('' as const, '$' as const),
      (a, b, c, d, mark) => {
        const rect = { top: Math.min(a, b), bottom: Math.max(a, b), left: Math.min(c, d), right: Math.max(c, d) };
        expect(parseRect(formatRect(rect, mark))).toEqual(rect);
      },
    ),
  );
  expect(['A0', 'XFE1', 'A1048577', 'A1:B2:C3', 'A:1', '', 'A'].map(parseRect)).toEqual(Array.from({ length: 7 }, () => null));
});

test('R-STD-23 sheet names are quoted where they must be, and read back', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, maxLength: 20 }).filter((name) => !/[!=\s]/.test(name)),
      (name) => {
        expect(splitSheet(`${quoteSheetName(name)}!A1`)).toEqual({ sheet: name, rest: 'A1' });
      },
    ),
  );
  expect(quoteSheetName('Tổng')).toBe('Tổng');
  expect(quoteSheetName('A1')).toBe("'A1'");
});

test('R-STD-23 what is taken out of a rectangle leaves pieces that cover the rest exactly', () => {
  const line = fc.integer({ min: 0, max: 9 });
  const box = fc.tuple(line, line, line, line).map(([a, b, c, d]) => ({
    top: Math.min(a, b),
    bottom: Math.max(a, b),
    left: Math.min(c, d),
    right: Math.max(c, d),
  }));
  const inside = (rect: Rect, row: number, column: number): boolean =>
    row >= rect.top && row <= rect.bottom && column >= rect.left && column <= rect.right;
  fc.assert(
    fc.property(box, box, (rect, hole) => {
      const pieces = subtract(rect, hole);
      for (let row = 0; row < 10; row += 1) {
        for (let column = 0; column < 10; column += 1) {
          const wanted = inside(rect, row, column) && !inside(hole, row, column) ? 1 : 0;
          expect(pieces.filter((piece) => inside(piece, row, column))).toHaveLength(wanted);
        }
      }
    }),
  );
});

test('R-STD-19 custom XML must be well formed, and its namespace is that of the root', () => {
  expect(rootNamespace('<a xmlns="urn:x"><b/>chữ &amp; số</a>')).toBe('urn:x');
  expect(rootNamespace('<p:a xmlns:p="urn:p" xmlns="urn:x"/>')).toBe('urn:p');
  expect(rootNamespace('<?xml version="1.0"?><!-- x --><a/>')).toBe('');
  for (const bad of ['', 'x', '<a>', '<a></b>', '<a/><b/>', '<a>&</a>', '<a b=c/>']) expect(rootNamespace(bad)).toBeNull();
});
