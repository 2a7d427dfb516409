import { chooseForm, chooseSummary } from '../../../src/core/forms/choose-form';
import { planFormWorkbook } from '../../../src/core/sheets/plan-form';
import type { WorkbookPlan } from '../../../src/core/sheets/sheet-plan';
import { writeXlsx } from '../../../src/files/write/write-xlsx';
import { sheetWords } from '../../../src/messages/sheet-words';
import { readBack } from '../../support/read-back';
import { laiChau, smallSample } from '../../support/sample-consolidation';
import { samplePlan } from '../../support/sample-summary';

const found = async (plan: WorkbookPlan, choose: typeof chooseForm): Promise<ReturnType<typeof chooseForm>> =>
  choose(laiChau, readBack(await writeXlsx(plan)).sheets);

test('R-SHT-26 the written form gives every row back, and the unit', async () => {
  const plan = planFormWorkbook(laiChau, {
    words: sheetWords,
    sheetName: null,
    purpose: 'blank',
    year: 2024,
    attachedTo: null,
    unit: { code: '03244', name: 'UBND xã Mường So' },
    values: new Map([
      ['1.4a/people', 45],
      ['10.1/count', 0],
    ]),
  });
  const chosen = await found(plan, chooseForm);
  if (chosen.kind !== 'one') throw new Error(chosen.kind);
  expect(chosen.form.findings).toEqual([]);
  expect(chosen.form.extras).toEqual([]);
  expect(chosen.form.lines.filter((line) => line.at === null)).toEqual([]);
  const certain = chosen.form.lines.flatMap((line) =>
    Object.entries(line.readings).flatMap(([measure, one]) =>
      one.state === 'certain' ? [`${line.indicator}/${measure} ${String(one.value)}`] : [],
    ),
  );
  expect(certain).toEqual(['1.4a/people 45', '10.1/count 0']);
  expect(chosen.form.units.map((one) => [one.source, one.text])).toEqual([
    ['code', '03244'],
    ['unitLine', 'UBND xã Mường So'],
  ]);
});

test('R-SHT-26 the next level finds the totals of a summary', async () => {
  const consolidation = smallSample();
  const chosen = await found(samplePlan(consolidation), chooseSummary);
  if (chosen.kind !== 'one') throw new Error(chosen.kind);
  expect(chosen.form.sheet).toBe('Tổng hợp');
  for (const { field, value, reporters } of consolidation.totals) {
    const reading = chosen.form.lines.find((line) => line.indicator === field.indicator.id)?.readings[field.measure.id];
    expect([field.key, reading?.state === 'certain' ? reading.value : null]).toEqual([
      field.key,
      reporters === 0 ? null : value,
    ]);
  }
});
