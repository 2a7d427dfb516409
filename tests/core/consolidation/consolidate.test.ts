import { consolidateAll, received, refused, states, totals } from '../../support/received';

const A = { unit: 'UBND xã A' };
const B = { unit: 'UBND xã B' };

test('R-CON-01 totals per declared field, with every contribution down to the cell', () => {
  const result = consolidateAll([received('a.xlsx', { '2': ['1.250'] }, A), received('b.xlsx', { '2': [null, 5] }, B)]);
  expect(totals(result)).toEqual({ '2/count': [1255, 2] });
  const total = result.totals.find((one) => one.field.key === '2/count');
  expect(total?.contributions).toEqual([
    { unit: { code: null, name: 'UBND xã A' }, file: 'a.xlsx', sheet: 'Sheet1', cell: 'D22', raw: '1.250', value: 1250, from: 'reported' },
    { unit: { code: null, name: 'UBND xã B' }, file: 'b.xlsx', sheet: 'Sheet1', cell: 'E22', raw: '5', value: 5, from: 'reported' },
  ]);
});

test('R-CON-02 nobody reported differs from zero, unreadable and proposed are not counted', () => {
  const result = consolidateAll([received('a.xlsx', { '2': [0], '3': ['khá nhiều'], '1.1': ['15/450'] }, A)]);
  expect(totals(result)).toEqual({ '2/count': [0, 1] });
});

test('R-CON-03 a parent with roll-up "sum": its children, or what was reported where no child was filled', () => {
  const result = consolidateAll([
    received('a.xlsx', { '1': [9], '1.1': [3, 60], '1.2': [4, 80] }, A),
    received('b.xlsx', { '1': [5] }, B),
    received('c.xlsx', { '1.1': [0, 0] }, { unit: 'UBND xã C' }),
  ]);
  expect(totals(result)['1/count']).toEqual([12, 3]);
  expect(result.totals.find((one) => one.field.key === '1/count')?.contributions.map((one) => one.from)).toEqual([
    'children',
    'reported',
    'children',
  ]);
});

test('R-CON-04 a parent with roll-up "atLeast": what was reported, or the children where that is larger or nothing was', () => {
  const result = consolidateAll([
    received('a.xlsx', { '5': [9], '5.1': [4] }, A),
    received('b.xlsx', { '5': [2], '5.1': [4], '5.2': [1] }, B),
    received('c.xlsx', { '5.1': [6] }, { unit: 'UBND xã C' }),
  ]);
  expect(totals(result)['5/count']).toEqual([9 + 5 + 6, 3]);
});

test('R-CON-05 the same bytes count once; the first path stays', () => {
  const again = { ...A, hash: 'one' };
  const result = consolidateAll([received('z/b.xlsx', { '2': [5] }, again), received('a.xlsx', { '2': [5] }, again)]);
  expect(states(result)).toEqual(['a.xlsx counted –', 'z/b.xlsx duplicate same-bytes']);
  expect(totals(result)).toEqual({ '2/count': [5, 1] });
});

test('R-CON-05 the same unit with the same cells counts once', () => {
  const result = consolidateAll([received('a.xlsx', { '2': [5] }, A), received('a (1).xlsx', { '2': [5] }, A)]);
  expect(states(result)).toEqual(['a (1).xlsx counted –', 'a.xlsx duplicate same-cells']);
});

test('R-CON-06 two units with equal numbers are never duplicates', () => {
  const result = consolidateAll([received('a.xlsx', { '2': [5] }, A), received('b.xlsx', { '2': [5] }, B)]);
  expect(totals(result)).toEqual({ '2/count': [10, 2] });
});

test('R-CON-07 a name or title that says lần 2, thay thế, đính chính, sửa, v2 replaces the earlier one', () => {
  for (const name of ['a lần 2.xlsx', 'a (thay thế).xlsx', 'a_dinh chinh.xlsx', 'a - đã sửa.xlsx', 'a v2.xlsx']) {
    const result = consolidateAll([
      received('a.xlsx', { '2': [5] }, { ...A, savedAt: '2024-10-12T08:00:00Z' }),
      received(name, { '2': [7] }, { ...A, savedAt: '2024-10-10T08:00:00Z' }),
    ]);
    expect(totals(result)).toEqual({ '2/count': [7, 1] });
    expect(states(result)).toContain('a.xlsx superseded resubmitted');
  }
  const titled = consolidateAll([
    received('a.xlsx', { '2': [5] }, { ...A, above: [['BÁO CÁO (lần 3)']] }),
    received('b lần 2.xlsx', { '2': [7] }, A),
  ]);
  expect(totals(titled)).toEqual({ '2/count': [5, 1] });
});

test('R-CON-08 else the later saved time wins, by the workbook’s own time before the file’s', () => {
  const result = consolidateAll([
    received('new.xlsx', { '2': [7] }, { ...A, savedAt: '2024-10-12T08:00:00Z', fileTime: '2024-10-01T00:00:00Z' }),
    received('old.xlsx', { '2': [5] }, { ...A, savedAt: '2024-10-10T08:00:00Z', fileTime: '2024-10-30T00:00:00Z' }),
  ]);
  expect(states(result)).toEqual(['new.xlsx counted –', 'old.xlsx superseded resubmitted']);
  const byFile = consolidateAll([
    received('x.xlsx', { '2': [7] }, { ...A, fileTime: '2024-10-01T00:00:00Z' }),
    received('y.xlsx', { '2': [5] }, { ...A, fileTime: '2024-10-02T00:00:00Z' }),
  ]);
  expect(states(byFile)).toEqual(['x.xlsx superseded resubmitted', 'y.xlsx counted –']);
});

test('R-CON-09 where neither words nor times decide, all versions wait', () => {
  const result = consolidateAll([received('x.xlsx', { '2': [7] }, A), received('y.xlsx', { '2': [5] }, A), received('b.xlsx', { '2': [1] }, B)]);
  expect(states(result)).toEqual(['b.xlsx counted –', 'x.xlsx undetermined version-unknown', 'y.xlsx undetermined version-unknown']);
  expect(totals(result)).toEqual({ '2/count': [1, 1] });
});

test('R-CON-10 a supplement waits for the clerk', () => {
  const result = consolidateAll([received('a.xlsx', { '2': [5] }, A), received('a bổ sung.xlsx', { '2': [2] }, A)]);
  expect(states(result)).toEqual(['a bổ sung.xlsx undetermined supplement', 'a.xlsx counted –']);
  expect(totals(result)).toEqual({ '2/count': [5, 1] });
});

test('R-CON-11 a unit that cannot be known waits, a refused file stays with its reason, the others go on', () => {
  const result = consolidateAll([received('1.xlsx', { '2': [5] }, { unit: null }), refused('2.xlsx'), received('b.xlsx', { '2': [1] }, B)]);
  expect(states(result)).toEqual(['1.xlsx undetermined unit-unknown', '2.xlsx refused password', 'b.xlsx counted –']);
});

test('R-CON-12 a unit known by its file name only is counted and said', () => {
  const result = consolidateAll([received('PL2 - UBND xa Nam Tam.xlsx', { '2': [5] }, { unit: null })]);
  expect(result.submissions[0]?.unit).toEqual({ code: null, name: 'UBND xa Nam Tam' });
  expect(result.submissions[0]?.findings.map((one) => one.code)).toEqual(['unit-from-file-name']);
});

test('R-CON-13 a sheet and a file name that name different places are said', () => {
  const [one] = consolidateAll([received('PL2 xã Bản Lang.xlsx', { '2': [5] }, { unit: 'UBND xã Nậm Tăm' })]).submissions;
  expect(one?.findings.map((each) => each.code)).toEqual(['unit-disagrees']);
});

test('R-CON-14 with a roster: who is missing, who is not in it', () => {
  const roster = [
    ['code', 'name', 'kind', 'superior', 'email', 'deadline', 'aliases'],
    ['01', 'UBND xã A', '', '', '', '', 'xã A cũ; A xã'],
    ['02', 'UBND xã B', '', '', '', '', ''],
    ['03', 'UBND xã C', '', '', '', '', ''],
  ];
  const result = consolidateAll(
    [received('1.xlsx', { '2': [5] }, { unit: 'Phòng Văn hóa - Xã hội xã A' }), received('2.xlsx', { '2': [5] }, { unit: 'UBND xã Lạ' }), refused('xã C.xlsx')],
    roster,
  );
  expect(states(result)).toEqual(['1.xlsx counted –', '2.xlsx undetermined unit-not-in-roster', 'xã C.xlsx refused password']);
  expect(result.submissions[0]?.unit).toEqual({ code: '01', name: 'UBND xã A' });
  expect(result.missing.map((unit) => unit.name)).toEqual(['UBND xã B', 'UBND xã C']);
});

test('R-CON-15 names that differ in nothing but their marks are two units; one without marks among them waits', () => {
  const [first, second] = [{ unit: 'UBND xã Tân Thành' }, { unit: 'UBND xã Tân Thạnh' }];
  const two = consolidateAll([received('1.xlsx', { '2': [5] }, first), received('2.xlsx', { '2': [7] }, second)]);
  expect(totals(two)).toEqual({ '2/count': [12, 2] });
  const three = consolidateAll([
    received('1.xlsx', { '2': [5] }, first),
    received('2.xlsx', { '2': [7] }, second),
    received('UBND xa Tan Thanh.xlsx', { '2': [9] }, { unit: null }),
  ]);
  expect(states(three)).toContain('UBND xa Tan Thanh.xlsx undetermined unit-ambiguous');
  const same = consolidateAll([
    received('1.xlsx', { '2': [5] }, { unit: 'UBND xã Hòa Bình' }),
    received('UBND xa Hoa Binh lan 2.xlsx', { '2': [9] }, { unit: null }),
    received('3 lan 3.xlsx', { '2': [8] }, { unit: 'UBND XÃ HOÀ BÌNH' }),
  ]);
  expect(totals(same)).toEqual({ '2/count': [8, 1] });
});
