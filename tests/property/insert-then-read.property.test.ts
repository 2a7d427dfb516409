import fc from 'fast-check';

import { receiveWorkbook } from '../../src/app/receive-workbook';
import { FORMS } from '../../src/catalogue/forms';
import { fieldsOf, type FormDefinition } from '../../src/core/forms/definition';
import { planFormWorkbook } from '../../src/core/sheets/plan-form';
import { writeXlsx } from '../../src/files/write/write-xlsx';
import { sheetWords } from '../../src/messages/sheet-words';
import { SETTINGS } from '../support/received';


async function writeThenReceive(form: FormDefinition, values: ReadonlyMap<string, number>) {
  const unit = { code: '00123', name: 'UBND xã Thử Nghiệm' };
  const plan = planFormWorkbook(form, { words: sheetWords, sheetName: null, purpose: 'filled', year: 2024, attachedTo: null, unit, values });
  const received = receiveWorkbook(await writeXlsx(plan), { file: 'a.xlsx', hash: null, fileTime: null }, { ...SETTINGS, form });
  if (received.outcome !== 'form') throw new Error(JSON.stringify(received));
  return received;
}

test.each(FORMS.map((form) => [form.id, form] as const))('R-PRO-05 %s written empty gives every row back, empty', async (_id, form) => {
  const received = await writeThenReceive(form, new Map());
  expect(received.form.lines.map((line) => [line.indicator, line.at !== null])).toEqual(form.indicators.map((row) => [row.id, true]));
  expect(received.form.lines.flatMap((line) => Object.values(line.readings)).every((one) => one.state === 'absent')).toBe(true);
  expect(received.form.findings.map((one) => one.code)).toEqual(['empty-report']);
  expect([...received.metadata, ...received.form.units].map((one) => one.text)).toEqual(
    expect.arrayContaining(['00123', 'UBND xã Thử Nghiệm']),
  );
});

test('R-PRO-05 any figures written into the form are read back', async () => {
  const form = SETTINGS.form;
  const figures = fc.record(Object.fromEntries(fieldsOf(form).map((field) => [field.key, fc.option(fc.nat(5_000_000_000))])));
  await fc.assert(
    fc.asyncProperty(figures, async (record) => {
      const given = new Map(Object.entries(record).filter((entry): entry is [string, number] => entry[1] !== null));
      const received = await writeThenReceive(form, given);
      const back = received.form.lines.flatMap((line) =>
        Object.entries(line.readings).flatMap(([measure, one]) =>
          one.state === 'certain' ? [[`${line.indicator}/${measure}`, one.value] as const] : [],
        ),
      );
      expect(new Map(back)).toEqual(given);
    }),
    { numRuns: 15 },
  );
});
