import { acrossUnits, changesSince, medianOf } from '../../../src/core/checks/across-units';
import { describeFinding } from '../../../src/messages/vi';
import { laiChau, sampleConsolidation, type SampleUnit } from '../../support/sample-consolidation';

const options = { roster: null, thresholds: {} };
const units = (values: readonly Record<string, number>[]): SampleUnit[] =>
  values.map((reported, index) => ({ code: String(index), name: `UBND xã ${String.fromCharCode(65 + index)}`, reported }));
const codes = (list: readonly SampleUnit[], thresholds = {}): string[] => {
  const { contributors, totals } = sampleConsolidation(laiChau, list);
  return acrossUnits(laiChau, contributors, totals, { ...options, thresholds }).map((one) => `${one.code} ${'office' in one.params ? one.params.office : ''}`);
};

test('R-ACR-01 persons per class against the median of the kind, upwards and downwards, with the threshold in the sentence', () => {
  const usual = [30, 35, 40, 45].map((people) => ({ '1.1/count': 1, '1.1/people': people }));
  expect(codes(units([...usual, { '1.1/count': 1, '1.1/people': 50 }]))).toEqual([]);
  expect(codes(units([...usual, { '1.1/count': 1, '1.1/people': 900 }]))).toContain('ratio-unusual UBND xã E');
  expect(codes(units([...usual, { '1.1/count': 20, '1.1/people': 40 }]))).toContain('ratio-unusual UBND xã E');
  const { contributors, totals } = sampleConsolidation(laiChau, units([...usual, { '1.1/count': 1, '1.1/people': 300 }]));
  const [one] = acrossUnits(laiChau, contributors, totals, options);
  expect(one === undefined ? '' : describeFinding(one)).toContain('bình quân 300 người/lớp, lệch hơn 5 lần so với mức giữa 40 người/lớp của 5 đơn vị báo cáo cùng loại');
});

test('R-ACR-02 money per participant, a share of the total far beyond the median; never among fewer than five of a kind', () => {
  const usual = [1, 2, 3, 4].map((one) => ({ '6.1/people': 100 * one, '6.1/count': one, '10.1/count': 1_000_000 * one }));
  expect(codes(units([...usual, { '6.1/people': 100, '6.1/count': 1, '10.1/count': 1_000 }]))).toEqual(['money-ratio-unusual UBND xã E']);
  const share = units([...[2, 3, 4, 5].map((value) => ({ '2/count': value })), { '2/count': 4000 }]);
  expect(codes(share)).toEqual(['share-unusual UBND xã E']);
  expect(codes(share.slice(1))).toEqual([]);
  expect(codes(share, { share: 5000 })).toEqual([]);
  expect(codes([...share.slice(0, 4), { name: 'Trường THPT Lê Lợi', reported: { '2/count': 4000 } }])).toEqual([]);
});

test('R-ACR-03 a row that a single unit reports among five or more is said', () => {
  const list = units([{ '2/count': 2 }, { '2/count': 2 }, { '2/count': 2 }, { '2/count': 2 }, { '2/count': 3, '8/count': 4 }]);
  expect(codes(list)).toEqual(['only-one-reports UBND xã E']);
  expect(codes(list.slice(1))).toEqual([]);
});

test('R-ACR-04 totals that changed beyond the factor since last year, gone and new ones included; small ones are left alone', () => {
  const { totals } = sampleConsolidation(laiChau, units([{ '2/count': 100, '3/count': 40, '8/count': 4, '4.1/count': 25 }]));
  const before = new Map([['2/count', 20], ['3/count', 20], ['8/count', 1], ['4.1/count', 0], ['4.3/count', 500], ['5.1/count', 0]]);
  const findings = changesSince(totals, before, {});
  expect(findings.map((one) => one.params)).toMatchObject([{ now: 100, before: 20, factor: 3 }, { now: 25, before: 0 }, { now: 0, before: 500 }]);
  expect(findings.map(describeFinding)[0]).toContain('năm nay 100 tin, bài/cuộc, năm trước 20 tin, bài/cuộc, chênh lệch hơn 3 lần');
  expect(changesSince(totals, before, { change: 6 })).toHaveLength(2);
});

test('R-ACR-05 the median is the middle, not the mean', () => {
  expect(medianOf([1, 1000, 2])).toBe(2);
  expect(medianOf([4, 1, 3, 2])).toBe(2.5);
});
