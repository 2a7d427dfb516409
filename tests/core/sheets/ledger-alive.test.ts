/** The ledger that lives: deadlines and receipts in it are dates, and its formulas follow them and the calendar. */
import { ledgerColumns } from '../../../src/app/ledger-columns';
import { typedReceipts, withReceipts } from '../../../src/app/ledger-receipts';
import { parseDecisions, NO_DECISIONS, type Decisions } from '../../../src/core/campaign/decisions';
import { indexRoster } from '../../../src/core/campaign/identify';
import { parseRoster } from '../../../src/core/campaign/roster';
import type { CellGrid, CellValue } from '../../../src/core/cells/cell';
import { consolidate } from '../../../src/core/consolidation/consolidate';
import type { SheetPlan } from '../../../src/core/sheets/sheet-plan';
import { readWorkbook } from '../../../src/files/read/read-workbook';
import { writeXlsx } from '../../../src/files/write/write-xlsx';
import { sheetWords } from '../../../src/messages/sheet-words';
import { FORM } from '../../support/annex';
import { recalculate } from '../../support/libreoffice';
import { received } from '../../support/received';
import { samplePlan } from '../../support/sample-summary';
import { campaignOf } from '../../support/campaigns';

const CAMPAIGN = campaignOf('lai-chau-2024');
const ROSTER = indexRoster(
  parseRoster([
    ['code', 'name', 'deadline'],
    ['01', 'UBND xã Một', ''],
    ['02', 'UBND xã Hai', ''],
    ['03', 'UBND xã Ba', 'chậm nhất 16g00 ngày 18/10/2024'],
    ['04', 'UBND xã Bốn', ''],
    ['05', 'UBND xã Năm', '2999-01-10'],
    ['06', 'UBND xã Sáu', ''],
  ]).roster,
);
const FILES = ['Một', 'Hai', 'Ba', 'Sáu'].map((name, index) =>
  received(`${String(index + 1)}.xlsx`, { '2': [index + 1] }, { unit: `UBND xã ${name}` }),
);
const RECEIPTS = { '1.xlsx': '2024-10-19T15:30', '2.xlsx': '2024-10-22', '3.xlsx': '2024-10-18' };

function decided(receipts: Readonly<Record<string, string>>): Decisions {
  const parsed = parseDecisions({ receipts });
  return parsed.ok ? parsed.value : NO_DECISIONS;
}

function planned(today: string | null): { readonly ledger: SheetPlan; readonly bytes: Promise<Uint8Array> } {
  const decisions = decided(RECEIPTS);
  const result = consolidate(FORM, FILES, { roster: ROSTER, decisions });
  const plan = samplePlan(result, {
    receivedDates: new Map(Object.entries(RECEIPTS).map(([file, at]) => [file, at.slice(0, 10)])),
    ...ledgerColumns(result, { roster: ROSTER, campaign: CAMPAIGN, decisions, today }),
  });
  const ledger = plan.sheets.find((one) => one.role === 'tong-hop/ledger');
  if (ledger === undefined) throw new Error('no ledger');
  return { ledger, bytes: writeXlsx(plan) };
}

/** Header → texts or results down its column. */
function columnOf(ledger: SheetPlan, header: string): (string | number | null)[] {
  const [table] = ledger.tables;
  const column = table?.columns.indexOf(header) ?? -1;
  return ledger.cells
    .filter((cell) => cell.column === column && cell.row > (table?.range.top ?? 0))
    .map(({ value }) =>
      value === null ? null : value.kind === 'date' ? value.iso : value.kind === 'formula' ? value.result : value.value,
    );
}

test('R-SEND-50 the ledger has the last safe day, the hour, the day of receipt, and how they stand to each other', () => {
  const { ledger } = planned('2024-10-25');
  expect(columnOf(ledger, 'Hạn nộp')).toEqual([
    '2024-10-19',
    '2024-10-19',
    '2024-10-18',
    '2024-10-19',
    '2024-10-19',
    '2999-01-10',
  ]);
  expect(columnOf(ledger, 'Giờ hạn')).toEqual([null, null, '16:00', null, null, null]);
  expect(columnOf(ledger, 'Ngày nhận')).toEqual(['2024-10-19', '2024-10-22', '2024-10-18', null, null, null]);
  const [one, two, three, four, five, six] = columnOf(ledger, 'So với hạn nộp');
  expect([one, two, three, four, five]).toEqual([
    'Đúng hạn',
    'Chậm 3 ngày',
    'Cần xem giờ nhận',
    'Chưa rõ ngày nhận',
    'Quá hạn 6 ngày',
  ]);
  expect(six).toMatch(/^Còn \d+ ngày$/);
  expect(columnOf(ledger, 'Tình trạng nộp').slice(0, 2)).toEqual(['Đúng hạn', 'Nộp chậm']);
  expect(Object.keys(ledger.tables[0]?.calculated ?? {})).toEqual(['So với hạn nộp']);
  // What depends on the day is left to the program that opens the file.
  expect(columnOf(planned(null).ledger, 'So với hạn nộp').slice(4)).toEqual([null, null]);
});

test('R-SEND-51 LibreOffice calculates the formulas to the very results that were planned', async () => {
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
  const { ledger, bytes } = planned(today);
  const read = readWorkbook(recalculate(await bytes));
  const grid = read.ok ? read.value.sheets.find((one) => one.sheet === ledger.name) : undefined;
  const [table] = ledger.tables;
  const column = table?.columns.indexOf('So với hạn nộp') ?? -1;
  const calculated = (grid?.rows ?? [])
    .filter((row) => row.index > (table?.range.top ?? 0))
    .flatMap((row) =>
      row.cells.flatMap((cell) => (cell.column === column && cell.value.kind === 'text' ? [cell.value.value] : [])),
    );
  expect(calculated).toEqual(columnOf(ledger, 'So với hạn nộp'));
}, 60_000);

/** The ledger as a grid, with other things typed into its column of receipts: file or unit → value. */
async function typedInto(changes: ReadonlyMap<string, CellValue>): Promise<CellGrid> {
  const { ledger, bytes } = planned(null);
  const read = readWorkbook(await bytes);
  const grid = read.ok ? read.value.sheets.find((one) => one.sheet === ledger.name) : undefined;
  const columns = ledger.tables[0]?.columns ?? [];
  const [file, unit, at] = ['Tệp', 'Đơn vị báo cáo', 'Ngày nhận'].map((header) => columns.indexOf(header));
  if (grid === undefined || at === undefined) throw new Error('no ledger');
  const rows = grid.rows.map((row) => {
    const words = row.cells.flatMap((cell) =>
      (cell.column === file || cell.column === unit) && cell.value.kind === 'text' ? [cell.value.value] : [],
    );
    const value = words.map((word) => changes.get(word)).find((one) => one !== undefined);
    if (value === undefined) return row;
    return {
      ...row,
      cells: [...row.cells.filter((cell) => cell.column !== at), { column: at, value }].sort((a, b) => a.column - b.column),
    };
  });
  return { ...grid, rows };
}

const text = (value: string): CellValue => ({ kind: 'text', value });

test('R-SEND-52 a day typed into the ledger counts in the next run, a day written as text too; what nobody touched stays as decided', async () => {
  const untouched = typedReceipts(await typedInto(new Map()), sheetWords.ledger, 2024);
  expect(untouched).toEqual({ changes: new Map(), findings: [] });
  const grid = await typedInto(
    new Map([
      ['4.xlsx', text('21/10')],
      ['2.xlsx', { kind: 'empty' }],
    ]),
  );
  const typed = typedReceipts(grid, sheetWords.ledger, 2024);
  expect([...typed.changes]).toEqual([
    ['2.xlsx', null],
    ['4.xlsx', '2024-10-21'],
  ]);
  // Meanwhile the pane was told of the third file's hour: that stays.
  const after = withReceipts(decided({ ...RECEIPTS, '3.xlsx': '2024-10-18T09:00' }), typed);
  expect(after.receipts).toEqual({ '1.xlsx': '2024-10-19T15:30', '3.xlsx': '2024-10-18T09:00', '4.xlsx': '2024-10-21' });
});

test('R-SEND-53 a text that is no day, and a day for a unit that sent nothing, are said and change nothing', async () => {
  const grid = await typedInto(
    new Map([
      ['4.xlsx', text('hôm qua')],
      ['UBND xã Bốn', text('20/10/2024')],
    ]),
  );
  const { changes, findings } = typedReceipts(grid, sheetWords.ledger, 2024);
  expect(changes.size).toBe(0);
  expect(findings.map((one) => [one.code, one.params])).toEqual([
    ['receipt-unreadable', { file: '4.xlsx', text: 'hôm qua' }],
    ['receipt-without-report', { office: 'UBND xã Bốn', day: '20/10/2024' }],
  ]);
  expect(typedReceipts({ ...grid, rows: grid.rows.slice(8) }, sheetWords.ledger, 2024).changes.size).toBe(0);
});
