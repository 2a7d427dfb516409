/**
 * Requests that Excel breaks off in their middle: what came before stays done, nothing after it is. The exchange of old
 * sheets for new is then taken back or carried on, at once where Excel still answers, else at the next start.
 */
import { good, openExcel, type ExcelPage } from './support/excel-page';
import { differences, workbookSnapshot } from './support/snapshot';
import type { HostResult } from '../../src/app/host';
import { EMPTY_STATE } from '../../src/app/kept-state';
import { SHEET_ROLES } from '../../src/core/sheets/markers';
import { emptySheet } from '../../src/core/sheets/sheet-builder';
import type { PlanCell, SheetPlan } from '../../src/core/sheets/sheet-plan';
import { removeSheet, setVisibility } from '../../src/standin/model/sheet-edits';

let excel: ExcelPage;
beforeAll(async () => {
  excel = await openExcel();
}, 120_000);
afterAll(() => {
  expect(excel.page.host.gaps).toEqual([]);
  excel.close();
});

/** A summary in little: a sheet that sums a table, the table, a very hidden sheet. */
function plans(figure: number): readonly SheetPlan[] {
  const text = (row: number, value: string): PlanCell => ({ row, column: 0, value: { kind: 'text', value }, style: 'plain' });
  const number = (row: number, value: number): PlanCell => ({
    row,
    column: 0,
    value: { kind: 'number', value },
    style: 'number',
  });
  const sum = { kind: 'formula' as const, formula: 'SUM(ChiTiet[Số])', result: figure + 1 };
  return [
    {
      ...emptySheet('Tổng hợp', SHEET_ROLES.summary),
      cells: [text(0, `Bản ${String(figure)}`), { row: 1, column: 0, value: sum, style: 'calculated' }],
      freeze: { rows: 1, columns: 0 },
    },
    {
      ...emptySheet('Chi tiết', SHEET_ROLES.details),
      cells: [text(0, 'Số'), number(1, figure), number(2, 1)],
      tables: [{ name: 'ChiTiet', range: { top: 0, left: 0, bottom: 2, right: 0 }, columns: ['Số'], calculated: {} }],
    },
    { ...emptySheet('_tonghop', SHEET_ROLES.lineage), visibility: 'veryHidden', cells: [text(0, String(figure))] },
  ];
}

const replace = (figure: number): HostResult<null> =>
  excel.host().replaceSummary(plans(figure), EMPTY_STATE, { 'TongHop.Kind': 'x' });

async function snapshot(): Promise<unknown> {
  await excel.page.host.calculation.settle();
  const text = JSON.stringify(workbookSnapshot(excel.page.host.workbook));
  const all = JSON.parse(text.replaceAll(/\d{8}-run/g, 'RUN')) as Record<string, unknown>;
  // Which sheet is shown is no content.
  return { ...all, active: null };
}
/** The library gives back what it kept a moment after a run; that is a batch, too. */
const quiet = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 15));

async function actionsOf(work: () => Promise<unknown>): Promise<number[]> {
  await quiet();
  const counts: number[] = [];
  const { host } = excel.page;
  const handle = host.handle.bind(host);
  host.handle = (request, flags) => {
    counts.push((JSON.parse(request) as { Actions: unknown[] }).Actions.length);
    return handle(request, flags);
  };
  await work();
  host.handle = handle;
  return counts;
}

/** Back to a workbook of the clerk's alone. */
async function emptyBook(): Promise<void> {
  const { workbook } = excel.page.host;
  await excel.look(async (context) => {
    const first = context.workbook.worksheets.getItem('Sheet1');
    first.activate();
    first.getRange('A1').values = [['của tôi']];
    await context.sync();
  });
  for (const sheet of workbook.sheets.filter((one) => one.name !== 'Sheet1')) {
    setVisibility(workbook, sheet, 'Visible', 'person');
    removeSheet(workbook, sheet, 'person');
  }
  workbook.xmlParts.splice(0);
  workbook.properties.custom.splice(0);
}

/** Where a batch of this many actions is broken off: everywhere, or here and there where it is long. */
function places(actions: number): number[] {
  const step = actions <= 120 ? 1 : Math.floor(actions / 25);
  return Array.from({ length: actions }, (_unused, index) => index).filter((index) => index % step === 0);
}

describe.each([
  ['the first run', false],
  ['a second run', true],
] as const)('R-XLS-38 %s broken off after any action', (_name, isSecond) => {
  const begin = async (): Promise<unknown> => {
    await emptyBook();
    if (isSecond) good(await replace(1));
    await quiet();
    return snapshot();
  };

  test.each(['Excel answers again at once', 'Excel answers at the next start'] as const)(
    'R-XLS-38 taken back or carried on, never left half: %s',
    async (answers) => {
      await begin();
      const counts = await actionsOf(() => replace(2));
      const after = await snapshot();
      const outcomes = { before: 0, after: 0 };
      for (const [batch, actions] of counts.entries()) {
        for (const done of places(actions)) {
          const before = await begin();
          const { faults } = excel.page.host;
          faults.breakOff(batch + 1, done);
          if (answers === 'Excel answers at the next start') faults.failFrom(batch + 2);
          const result = await replace(2);
          faults.clear();
          expect([batch, done, result.ok]).toEqual([batch, done, false]);
          if (answers === 'Excel answers at the next start') good(await excel.host().recover());
          const now = await snapshot();
          // What differs from the nearer of the two.
          const rests = [differences(before, now), differences(after, now)];
          expect([batch, done, ...(rests.find((one) => one.length === 0) ?? rests[0] ?? [])]).toEqual([batch, done]);
          outcomes[rests[0]?.length === 0 ? 'before' : 'after'] += 1;
        }
      }
      expect(outcomes.before).toBeGreaterThan(50);
      expect(outcomes.after).toBeGreaterThan(0);
    },
    240_000,
  );
});
