/** Totals with the numbers corrected by hand: what the sheet computes, with what the files say beside it. */
import fc from 'fast-check';
import { withCorrections } from '../../src/app/corrected-totals';
import type { HandCorrection } from '../../src/app/hand-corrections';
import type { Consolidation } from '../../src/core/consolidation/consolidation';
import { totalsOf } from '../../src/core/consolidation/totals';
import { detailColumns } from '../../src/core/sheets/details-columns';
import { sheetWords } from '../../src/messages/sheet-words';
import { laiChau, sampleConsolidation } from '../support/sample-consolidation';

const sample = sampleConsolidation(laiChau, [
  { name: 'UBND xã A', code: '1', reported: { '1.1/count': 3, '1.1/people': 30, '1.2/count': 2, '2/count': 7 } },
  { name: 'UBND xã B', code: '2', reported: { '1.1/count': 4, '2/count': 1, '3/count': 5 } },
]);
const consolidation: Consolidation = { ...sample, totals: totalsOf(laiChau, sample.contributors) };
const columns = detailColumns(consolidation, sheetWords.details);
const headerOf = (key: string, kind = 'field'): string =>
  columns.find((one) => one.kind === kind && one.field?.key === key)?.header ?? '';

function correction(unit: 0 | 1, key: string, value: number | string | null, kind?: string): HandCorrection {
  const one = consolidation.contributors[unit];
  if (one === undefined) throw new Error('no unit');
  const { code, name } = one.unit;
  return { code: code ?? '', unit: name, file: one.file, hash: one.hash ?? '', header: headerOf(key, kind), value, original: '' };
}
const correct = (...corrections: readonly HandCorrection[]): Consolidation =>
  withCorrections(consolidation, corrections, sheetWords.details);
const total = (of: Consolidation, key: string) => of.totals.find((one) => one.field.key === key);

test('R-XLS-120 a corrected number moves its total and every parent, and is marked; the rest is not', () => {
  const after = correct(correction(0, '1.1/count', 10));
  const of = (key: string): unknown => [
    total(after, key)?.value,
    total(after, key)?.contributions.map((one) => [one.value, one.byHand]),
  ];
  expect(of('1.1/count')).toEqual([
    14,
    [
      [10, true],
      [4, undefined],
    ],
  ]);
  expect(of('1/count')).toEqual([
    16,
    [
      [12, true],
      [4, undefined],
    ],
  ]);
  expect(of('2/count')).toEqual([
    8,
    [
      [7, undefined],
      [1, undefined],
    ],
  ]);
  // What the file says stays.
  expect(total(after, '1.1/count')?.contributions[0]?.raw).toBe(total(consolidation, '1.1/count')?.contributions[0]?.raw);
});

test('R-XLS-121 an emptied cell is not reported, a filled one is, a text counts for nothing', () => {
  const emptied = correct(correction(0, '2/count', null));
  expect([total(emptied, '2/count')?.value, total(emptied, '2/count')?.reporters]).toEqual([1, 1]);
  const filled = correct(correction(0, '3/count', 0));
  expect([total(filled, '3/count')?.value, total(filled, '3/count')?.reporters]).toEqual([5, 2]);
  const text = correct(correction(1, '3/count', 'đã hỏi lại'));
  expect([total(text, '3/count')?.value, total(text, '3/count')?.reporters]).toEqual([0, 0]);
});

test('R-XLS-122 a number written over the formula of a parent stands; its children stay what they are', () => {
  const after = correct(correction(0, '1/count', 99));
  expect([total(after, '1/count')?.value, total(after, '1.1/count')?.value]).toEqual([103, 7]);
});

test('R-XLS-123 without corrections, or with those of files that are gone, nothing changes', () => {
  expect(correct()).toBe(consolidation);
  const gone = correct({ ...correction(0, '2/count', 5), hash: 'other' });
  expect(gone.totals.map((one) => one.value)).toEqual(consolidation.totals.map((one) => one.value));
});

test('R-XLS-124 a total is the sum of its contributions, whatever was corrected', () => {
  const keys = columns.flatMap((one) => (one.kind === 'field' && one.field !== null ? [one.field.key] : []));
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(0 as const, 1 as const), fc.constantFrom(...keys), fc.option(fc.nat(1000))), {
        maxLength: 8,
      }),
      (all) => {
        const after = correct(...all.map(([unit, key, value]) => correction(unit, key, value)));
        for (const one of after.totals) {
          expect(one.contributions.reduce((sum, { value }) => sum + value, 0)).toBe(one.value);
          expect(one.contributions).toHaveLength(one.reporters);
        }
      },
    ),
  );
});
