import fc from 'fast-check';

import { FORM, type AnnexValues } from '../support/annex';
import { consolidateAll, received, states, totals } from '../support/received';
import type { Plain } from '../support/grid';

/** What a unit may write into a quantity cell: figures, nothing, quirks. */
const cell: fc.Arbitrary<Plain> = fc.oneof(
  { weight: 5, arbitrary: fc.nat(2000) },
  { weight: 4, arbitrary: fc.constant(null) },
  { weight: 2, arbitrary: fc.constantFrom('0', '-', '1.250', '02', '15/450', 'khoảng 20', 'khá nhiều', '12 lớp/90 người', 'x', '…') },
);

const values: fc.Arbitrary<AnnexValues> = fc
  .array(fc.tuple(fc.constantFrom(...FORM.indicators.map((row) => row.id)), cell, cell), { maxLength: 25 })
  .map((rows) => Object.fromEntries(rows.map(([id, first, second]) => [id, [first, second] as const])));

const UNITS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((letter) => `UBND xã ${letter}`);
const filled = fc.uniqueArray(fc.tuple(fc.constantFrom(...UNITS), values), { selector: ([unit]) => unit, minLength: 1, maxLength: 8 });

test('R-PRO-01 the order of received files never matters', () => {
  fc.assert(
    fc.property(filled, fc.array(fc.nat()), (units, keys) => {
      const all = units.map(([unit, one], index) => received(`${String(index)}.xlsx`, one, { unit }));
      const mixed = all.map((one, index) => ({ one, key: keys[index] ?? 0 })).sort((a, b) => a.key - b.key);
      const again = consolidateAll(mixed.map(({ one }) => one));
      const first = consolidateAll(all);
      expect(states(again)).toEqual(states(first));
      expect(again.totals).toEqual(first.totals);
    }),
    { numRuns: 25 },
  );
});

test('R-PRO-02 a total equals the sum of its contributions, and its reporters are counted', () => {
  fc.assert(
    fc.property(filled, (units) => {
      const result = consolidateAll(units.map(([unit, one], index) => received(`${String(index)}.xlsx`, one, { unit })));
      for (const total of result.totals) {
        expect(total.value).toBe(total.contributions.reduce((sum, one) => sum + one.value, 0));
        expect(total.reporters).toBe(total.contributions.length);
      }
    }),
    { numRuns: 25 },
  );
});

test('R-PRO-03 totals of two halves add up to the totals of all', () => {
  fc.assert(
    fc.property(filled, (units) => {
      const all = units.map(([unit, one], index) => received(`${String(index)}.xlsx`, one, { unit }));
      const half = Math.floor(all.length / 2);
      const parts = [all.slice(0, half), all.slice(half)].map((part) => totals(consolidateAll(part)));
      for (const [key, [value, reporters]] of Object.entries(totals(consolidateAll(all)))) {
        const sums = parts.map((part): [number, number] => part[key] ?? [0, 0]);
        expect([value, reporters]).toEqual([sums.reduce((sum, [one]) => sum + one, 0), sums.reduce((sum, [, one]) => sum + one, 0)]);
      }
    }),
    { numRuns: 25 },
  );
});
