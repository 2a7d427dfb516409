import { annexRows, type AnnexValues } from '../../support/annex';
import { bindOne } from '../../support/bound';
import { gridOf } from '../../support/grid';
import type { FilledForm } from '../../../src/core/forms/filled-form';

function read(values: AnnexValues): FilledForm {
  return bindOne(gridOf(annexRows(values)));
}

/** "certain 15" per measure of one row. */
function readings(filled: FilledForm, indicator: string): Record<string, string> {
  const line = filled.lines.find((one) => one.indicator === indicator);
  return Object.fromEntries(
    Object.entries(line?.readings ?? {}).map(([measure, one]) => [
      measure,
      'value' in one ? `${one.state} ${String(one.value)}` : one.state,
    ]),
  );
}

const found = (filled: FilledForm): [string, string, string | null | undefined][] =>
  filled.findings.map((one) => [one.severity, one.code, one.at?.cell]);

test('R-FLD-01 one cell with words for both quantities is split for certain', () => {
  for (const values of [['15 lớp/450 người'], [null, '15 lớp với 450 lượt người']] as const) {
    const filled = read({ '1.1': values });
    expect(readings(filled, '1.1')).toEqual({ count: 'certain 15', people: 'certain 450' });
    expect(found(filled)).toEqual([['hint', 'value-reworded', values[0] === null ? 'E9' : 'D9']]);
  }
});

test('R-FLD-02 "15/450" is proposed for both, and where 450 stands beside it for the quantity', () => {
  const filled = read({ '1.1': ['15/450'] });
  expect(readings(filled, '1.1')).toEqual({ count: 'proposed 15', people: 'proposed 450' });
  expect(filled.findings[0]).toMatchObject({
    code: 'proposed-pair',
    severity: 'warning',
    proposal: { indicator: '1.1', values: { count: 15, people: 450 } },
    fix: {
      writes: [
        { cell: 'D9', value: 15 },
        { cell: 'E9', value: 450 },
      ],
    },
  });
  expect(readings(read({ '1.1': ['15/450', 450] }), '1.1')).toEqual({ count: 'proposed 15', people: 'certain 450' });
  const contradicted = read({ '1.1': ['15/450', 300] });
  expect(readings(contradicted, '1.1')).toEqual({ count: 'unreadable', people: 'certain 300' });
  expect(found(contradicted)).toEqual([['error', 'unreadable-text', 'D9']]);
});

test('R-FLD-02 2 October in a Lớp/người cell is proposed as 2 and 10, elsewhere it is no number', () => {
  const date = { kind: 'date', iso: '2024-10-02T00:00:00', serial: 45567 } as const;
  expect(readings(read({ '1.1': [date] }), '1.1')).toEqual({ count: 'proposed 2', people: 'proposed 10' });
  const single = read({ '2': [date] });
  expect(readings(single, '2')).toEqual({ count: 'unreadable' });
  expect(found(single)).toEqual([['error', 'unreadable-date', 'D22']]);
});

test('R-FLD-03 persons in the column of classes are counted as persons', () => {
  const filled = read({ '1.1': ['350 người'] });
  expect(readings(filled, '1.1')).toEqual({ count: 'absent', people: 'certain 350' });
  expect(found(filled)).toEqual([['hint', 'value-in-other-column', 'D9']]);
  const swapped = read({ '1.1': [null, '12 lớp'] });
  expect(readings(swapped, '1.1')).toEqual({ count: 'certain 12', people: 'absent' });
  const both = read({ '1.1': ['350 người', 340] });
  expect(readings(both, '1.1')).toEqual({ count: 'unreadable', people: 'certain 340' });
  expect(found(both)).toEqual([['error', 'unreadable-other-unit', 'D9']]);
});

test('R-FLD-04 a one-quantity row may be filled in the other column', () => {
  const filled = read({ '2': [null, 25], '4.2': [30], '10.1': [null, 5000000] });
  expect([readings(filled, '2'), readings(filled, '4.2'), readings(filled, '10.1')]).toEqual([
    { count: 'certain 25' },
    { people: 'certain 30' },
    { count: 'certain 5000000' },
  ]);
  expect(found(filled).map(([severity, code]) => `${severity} ${code}`)).toEqual(Array(3).fill('hint value-in-other-column'));
});

test('R-FLD-05 a row that counts things with numbers in both columns: the first counts, the second is kept, not summed', () => {
  const filled = read({ '4.3': [500, 60], '1': [12, 340] });
  expect([readings(filled, '4.3'), readings(filled, '1')]).toEqual([{ count: 'certain 500' }, { count: 'certain 12' }]);
  expect(filled.lines.find((line) => line.indicator === '4.3')?.besides).toMatchObject({
    people: { state: 'certain', value: 60 },
  });
  expect(found(filled).map(([severity, code]) => `${severity} ${code}`)).toEqual(Array(2).fill('hint value-beside-kept'));
  expect(readings(read({ '4.3': [null, '60 người'] }), '4.3')).toEqual({ count: 'absent' });
  expect(readings(read({ '4.3': ['60 người'] }), '4.3')).toEqual({ count: 'absent' });
});

test('R-FLD-06 two different numbers in a row of persons or of money: the one in its own column is proposed', () => {
  const filled = read({ '9.2': [3, 4], '10.2': [1000000, 2000000] });
  expect([readings(filled, '9.2'), readings(filled, '10.2')]).toEqual([{ people: 'proposed 4' }, { count: 'proposed 1000000' }]);
  expect(found(filled).map(([severity, code]) => `${severity} ${code}`)).toEqual(Array(2).fill('warning proposed-own-column'));
  expect(readings(read({ '9.2': [4, 4] }), '9.2')).toEqual({ people: 'certain 4' });
  expect(readings(read({ '9.2': ['-', 4] }), '9.2')).toEqual({ people: 'certain 4' });
});

test('R-FLD-07 numbers in a heading that asks for none are kept and said', () => {
  const filled = read({ '10': [7000000], '4': [12] });
  expect(found(filled)).toEqual([
    ['hint', 'number-not-asked', 'D24'],
    ['hint', 'number-not-asked', 'D45'],
  ]);
});

test('R-FLD-08 a money row whose unit of measure says triệu đồng is offered in millions', () => {
  const rows = annexRows({ '10.1': [25] });
  const row = rows.find((one) => one[0] === '10.1');
  if (row !== undefined) row[2] = 'Triệu đồng';
  const filled = bindOne(gridOf(rows));
  expect(readings(filled, '10.1')).toEqual({ count: 'proposed 25000000' });
  expect(filled.findings).toEqual([
    expect.objectContaining({ code: 'proposed-money-unit', proposal: { indicator: '10.1', values: { count: 25000000 } } }),
  ]);
});

test('R-FLD-09 "x" stands for one only where the form says so', () => {
  expect(readings(read({ '7.1': ['x'] }), '7.1')).toEqual({ count: 'proposed 1' });
  const elsewhere = read({ '2': ['x'] });
  expect(readings(elsewhere, '2')).toEqual({ count: 'unreadable' });
  expect(found(elsewhere)).toEqual([['error', 'unreadable-mark', 'D22']]);
});

test('R-FLD-10 blank, zero and unreadable are three things', () => {
  const filled = read({ '1.1': ['…', '.....'], '1.2': [0, '-'], '1.3': ['khá nhiều', 'không có'] });
  expect([readings(filled, '1.1'), readings(filled, '1.2'), readings(filled, '1.3')]).toEqual([
    { count: 'absent', people: 'absent' },
    { count: 'certain 0', people: 'certain 0' },
    { count: 'unreadable', people: 'certain 0' },
  ]);
});
