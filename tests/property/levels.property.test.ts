import fc from 'fast-check';

import { receiveWorkbook } from '../../src/app/receive-workbook';
import type { Consolidation } from '../../src/core/consolidation/consolidation';
import type { Received } from '../../src/core/consolidation/received';
import { planSummary } from '../../src/core/sheets/plan-summary';
import { writeXlsx } from '../../src/files/write/write-xlsx';
import { sheetWords } from '../../src/messages/sheet-words';
import { describeReason, STATE_WORDS } from '../../src/messages/submission-words';
import { describeFinding } from '../../src/messages/vi';
import { FORM, type AnnexValues } from '../support/annex';
import { consolidateAll, received, SETTINGS, sha256, states, totals } from '../support/received';

/** The summary workbook of a consolidation, written, and received by the next level. */
async function passOn(consolidation: Consolidation, file: string, office: string | null = null): Promise<Received> {
  const plan = planSummary(consolidation, {
    words: sheetWords,
    year: 2024,
    attachedTo: null,
    office: office === null ? null : { code: null, name: office },
    consolidatedOn: null,
    describe: describeFinding,
    describeState: (submission) => ({ state: STATE_WORDS[submission.state], reason: describeReason(submission) }),
  });
  return receiveWorkbook(await writeXlsx(plan), { file, hash: sha256(file), fileTime: null }, SETTINGS);
}

const figure = fc.oneof(fc.nat(3000), fc.constant(null), fc.constantFrom('-', '0', 'nhiều', '12 lớp/300 người'));
const values: fc.Arbitrary<AnnexValues> = fc
  .array(fc.tuple(fc.constantFrom(...FORM.indicators.map((row) => row.id)), figure, figure), { minLength: 1, maxLength: 30 })
  .map((rows) => Object.fromEntries(rows.map(([id, first, second]) => [id, [first, second] as const])));

test('R-PRO-04 consolidating consolidations equals consolidating all of the lowest level', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(values, { minLength: 2, maxLength: 6 }), fc.nat(), async (units, cut) => {
      const all = units.map((one, index) => received(`${String(index)}.xlsx`, one, { unit: `UBND xã số ${String(index)}` }));
      const at = 1 + (cut % (all.length - 1));
      const flat = consolidateAll(all);
      const upper = consolidateAll([
        await passOn(consolidateAll(all.slice(0, at)), 'x.xlsx'),
        await passOn(consolidateAll(all.slice(at)), 'y.xlsx'),
      ]);
      expect(totals(upper)).toEqual(totals(flat));
      const third = consolidateAll([await passOn(upper, 'z.xlsx')]);
      expect(totals(third)).toEqual(totals(flat));
    }),
    { numRuns: 12 },
  );
});

const A = received('a.xlsx', { '1': [4], '2': [5] }, { unit: 'UBND xã A' });
const B = received('b.xlsx', { '1.1': [3, 60], '2': [7] }, { unit: 'UBND xã B' });

test('R-CON-20 a unit delivered both ways is contained when the figures agree, and waits when they differ', async () => {
  const summary = await passOn(consolidateAll([A, B]), 'huyen.xlsx', 'Phòng GDĐT huyện X');
  const both = consolidateAll([summary, A]);
  expect(states(both)).toEqual(['a.xlsx contained inside-other', 'huyen.xlsx counted –']);
  expect(totals(both)).toEqual(totals(consolidateAll([A, B])));
  const corrected = received('a.xlsx', { '1': [4], '2': [6] }, { unit: 'UBND xã A' });
  const differing = consolidateAll([summary, corrected]);
  expect(states(differing)).toEqual(['a.xlsx undetermined inside-other-differs', 'huyen.xlsx counted –']);
});

test('R-CON-21 a child that two consolidated workbooks bring is counted once', async () => {
  const one = await passOn(consolidateAll([A, B]), 'one.xlsx', 'Phòng GDĐT huyện X');
  const two = await passOn(consolidateAll([B, received('c.xlsx', { '2': [1] }, { unit: 'UBND xã C' })]), 'two.xlsx', 'Phòng GDĐT huyện Y');
  const result = consolidateAll([one, two]);
  expect(totals(result)['2/count']).toEqual([13, 3]);
  expect(result.submissions.flatMap((each) => each.findings.map((finding) => finding.code))).toContain('inside-other');
});

test('R-CON-22 units inside a workbook are believed only if they add up to its totals', async () => {
  const summary = await passOn(consolidateAll([A, B]), 'huyen.xlsx', 'Phòng GDĐT huyện X');
  if (summary.outcome !== 'form' || summary.lineage === null) throw new Error('the summary carries its units');
  const [first, ...rest] = summary.lineage.contributors;
  if (first === undefined) throw new Error('no contributors');
  const forged = { ...first, values: new Map([...first.values].map(([key, one]) => [key, { ...one, value: one.value + 1 }])) };
  const result = consolidateAll([{ ...summary, lineage: { ...summary.lineage, contributors: [forged, ...rest] } }]);
  expect(result.submissions[0]?.findings.map((one) => one.code)).toContain('lineage-disagrees');
  expect(result.contributors.map((one) => one.unit.name)).toEqual(['Phòng GDĐT huyện X']);
  expect(totals(result)['2/count']).toEqual([12, 1]);
});

test('R-CON-23 units inside consolidated workbooks are the same under code or name, and differ by their marks', async () => {
  const alike = await passOn(
    consolidateAll([
      received('1.xlsx', { '2': [5] }, { unit: 'UBND xã Tân Thành' }),
      received('2.xlsx', { '2': [7] }, { unit: 'UBND xã Tân Thạnh' }),
    ]),
    'alike.xlsx',
    'Sở GDĐT tỉnh X',
  );
  expect(totals(consolidateAll([alike]))['2/count']).toEqual([12, 2]);
  const roster = [
    ['code', 'name'],
    ['01', 'UBND xã A'],
    ['99', 'Phòng GDĐT huyện X'],
  ];
  const coded = consolidateAll([await passOn(consolidateAll([A, B]), 'huyen.xlsx', 'Phòng GDĐT huyện X'), A], roster);
  expect(states(coded)).toEqual(['a.xlsx contained inside-other', 'huyen.xlsx counted –']);
});
