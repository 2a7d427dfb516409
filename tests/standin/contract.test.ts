/** The contract suite in the fast set: Microsoft's library in jsdom over the stand-in's host. */
import './support/univer-in-jest';
import { CONTRACT_CASES, runCase } from '../../src/excel/contract/run-contract';
import { openAddinPage, type AddinPage } from './support/addin-page';

let page: AddinPage;

beforeAll(async () => {
  page = await openAddinPage();
}, 60_000);

afterAll(() => page.close());

test.each(CONTRACT_CASES.map((contractCase, index) => ({ ...contractCase, index })))(
  'R-STD-01 contract $id: $title',
  async ({ index, ...contractCase }) => {
    const outcome = await runCase(contractCase, page.run, `Thử tiện ích ${String(index + 1)}`);
    expect(outcome).toEqual({ id: contractCase.id, title: contractCase.title, passed: true });
  },
);

test('R-STD-02 the contract meets no gap of the stand-in and asks for nothing outside', () => {
  expect(page.host.gaps).toEqual([]);
  expect(page.refused).toEqual([]);
});
