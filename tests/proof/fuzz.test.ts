/** The fuzzer itself, for a short while with a fixed seed, and what it found so far. */
import { join } from 'node:path';
import { FORM, annexRows } from '../support/annex';
import { gridOf } from '../support/grid';
import { readWorkbook } from '../../src/files/read/read-workbook';
import { bindSheet } from '../../src/core/forms/bind-form';
import { generateAnnex } from './fuzz/annexes';
import { readFixtures, runCase } from './fuzz/cases';
import { judgeAnnexes, receive } from './fuzz/judge';
import { mutateBytes } from './fuzz/mutations';
import { Random } from './fuzz/random';

const FIXTURES = readFixtures(join(__dirname, '../fixtures'));
/** Enough for every kind of case and format, few enough for ten seconds on a busy machine. */
const CASES = 50;

test('R-FUZ-01 damaged files and annexes filled in odd ways: no fault, no silent wrong number', () => {
  const found: string[] = [];
  for (let number = 0; number < CASES; number++) {
    const wrong = runCase(2024, number, FIXTURES);
    if (wrong !== null) found.push(`case ${String(number)}: ${wrong}`);
  }
  expect(found).toEqual([]);
}, 60_000);

test('R-FUZ-02 the judge notices a wrong number, a lost one and a lost file', () => {
  const annex = generateAnnex(new Random(5), 1);
  expect(judgeAnnexes([annex])).toBeNull();
  const [key, truth] = [...annex.truth].find(([, one]) => one.state === 'certain') ?? [];
  if (key === undefined || truth?.state !== 'certain') throw new Error('the annex says nothing');
  const other = new Map(annex.truth).set(key, { state: 'certain', value: truth.value + 1 });
  expect(judgeAnnexes([{ ...annex, truth: other }])).toContain(key);
  const less = new Map(annex.truth);
  less.delete(key);
  expect(judgeAnnexes([{ ...annex, truth: less }])).toContain(key);
  expect(judgeAnnexes([{ ...annex, bytes: annex.bytes.slice(0, 100) }])).toContain('refused');
});

test('R-FUZ-03 the same seed gives the same case', () => {
  const bytes = Uint8Array.from({ length: 500 }, (_, index) => index);
  expect(mutateBytes(new Random(7), bytes)).toEqual(mutateBytes(new Random(7), bytes));
  expect(generateAnnex(new Random(7), 3).truth).toEqual(generateAnnex(new Random(7), 3).truth);
  const [a, b] = [generateAnnex(new Random(7), 3), generateAnnex(new Random(7), 3)];
  expect(receive('a', a.bytes).outcome).toBe(receive('a', b.bytes).outcome);
});

describe('R-FUZ-04 found by the fuzzer and mended', () => {
  const values = { '1': [174], '1.1': [3, 60], '2': [9] } as const;

  test('R-FUZ-04 a letter missing in the first row does not make it part of the header', () => {
    const rows = annexRows(values).map((row) =>
      row.map((cell) => (cell === FORM.indicators[0]?.text ? 'Các lớp bồi dưỡng, tập huấn tổ chức trong Tuầ lễ' : cell)),
    );
    const [filled] = bindSheet(FORM, gridOf(rows));
    expect(filled?.lines.find((line) => line.indicator === '1')?.readings['count']).toMatchObject({ state: 'certain', value: 174 });
    expect(filled?.lines.find((line) => line.indicator === '1.1')?.readings['count']).toMatchObject({ state: 'certain', value: 3 });
  });

  test('R-FUZ-04 a column headed "Nội dung" is no row "Nội dung khác", in whatever order the columns are', () => {
    const order = [1, 4, 2, 0, 5, 3];
    const rows = annexRows(values)
      .filter((_, index) => index !== 6)
      .map((row) => (row[0] === 'TT' ? ['TT', 'Nội dung', 'Đơn vị', 'Số lớp/số cuộc thi', 'Người', 'Ghi chú'] : row))
      .map((row) => (row.length < 5 ? row : order.map((column) => row[column] ?? null)));
    const [filled] = bindSheet(FORM, gridOf(rows));
    const line = filled?.lines.find((one) => one.indicator === '1.1');
    expect(line?.readings['count']).toMatchObject({ state: 'certain', value: 3 });
    expect(line?.readings['people']).toMatchObject({ state: 'certain', value: 60 });
  });

  test('R-FUZ-04 a formula of an old .xls that ends before the length of its code is damaged, not read for ever', () => {
    const old = FIXTURES.find(({ name }) => name.endsWith('biff3.xls'))?.bytes;
    if (old === undefined) throw new Error('no fixture');
    const view = new DataView(old.buffer, old.byteOffset, old.byteLength);
    let formula = -1;
    for (let at = 0; at + 4 <= old.length && formula < 0; at += 4 + view.getUint16(at + 2, true)) if (view.getUint16(at, true) === 0x0206) formula = at;
    const size = view.getUint16(formula + 2, true);
    expect(size).toBeGreaterThanOrEqual(18);
    for (let shorter = 0; shorter < 18; shorter += 1) {
      const bytes = Uint8Array.from([...old.subarray(0, formula + 4 + shorter), ...old.subarray(formula + 4 + size)]);
      new DataView(bytes.buffer).setUint16(formula + 2, shorter, true);
      expect(readWorkbook(bytes)).toMatchObject({ ok: false, error: { code: 'damaged' } });
    }
    expect(readWorkbook(old)).toMatchObject({ ok: true });
  });
});
