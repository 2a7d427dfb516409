/** The limits of what a clerk's actions may cost Excel; `npm run bench` prints the same figures. */
import '../standin/support/univer-in-jest';
import { LARGEST_REQUEST, measureActions, type ActionCost } from './support/counts';
import { receiveSamples } from './support/samples';
import { openAddinPage } from '../standin/support/addin-page';
import { laiChau } from '../support/sample-consolidation';

test('R-XLS-130 no action costs Excel more batches than it may, and no request is too large', async () => {
  const model = (await receiveSamples()).find((one) => one.outcome === 'form' && one.lineage === null);
  if (model === undefined) throw new Error('no sample');
  const page = await openAddinPage();
  const costs: ActionCost[] = [];
  await measureActions(page, laiChau, model, [168], (cost) => costs.push(cost));
  page.close();
  expect(costs.map((one) => one.action)).toEqual([
    'Chèn mẫu',
    'Kiểm tra',
    'Kiểm tra lại',
    'Sửa tất cả',
    'Tổng hợp 168 đơn vị',
    'Thêm tệp nộp sau vào 168 đơn vị',
  ]);
  for (const { action, batches, limit, largest, largestReply } of costs) {
    expect([action, batches <= (limit ?? Infinity)]).toEqual([action, true]);
    expect([action, largestReply < LARGEST_REQUEST]).toEqual([action, true]);
    expect([action, largest < LARGEST_REQUEST]).toEqual([action, true]);
  }
}, 120_000);
