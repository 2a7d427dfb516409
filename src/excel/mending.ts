/**
 * Fixes in a live sheet, and taking them back. Excel's own undo forgets what an add-in did as soon as sheets are added,
 * so what stood there is kept here: content, whether it was text, and number format.
 */
import type { Mending, UndoCell } from '../app/host';
import { hidesNumbers, liveCellValue } from '../app/live-cells';
import { parseCellAddress } from '../core/cells/address';
import type { CellGrid } from '../core/cells/cell';
import type { Fix } from '../core/findings';
import { codeOfError } from './host-problems';
import { loose } from './rects';
import { stop, type RunExcel } from './run-excel';

type Content = string | number | boolean;

interface Seen {
  readonly range: Excel.Range;
  readonly cell: string;
}

/** One format for one cell, as the library wants it. */
const one = <T>(value: T): T[][] => [[value]];
const first = (block: readonly (readonly unknown[])[]): Content => {
  const value = block[0]?.[0];
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string' ? value : '';
};

function look(sheet: Excel.Worksheet, cell: string): Seen {
  const range = loose(sheet.getRange(cell));
  range.load('formulas,values,valueTypes,numberFormat');
  return { range, cell };
}

export function mending(runExcel: RunExcel): Mending {
  return {
    applyFixes: (sheetId, fixes, checked) =>
      runExcel(async (context) => {
        const sheet = context.workbook.worksheets.getItem(sheetId);
        sheet.load('name');
        const writes = lastWrites(fixes);
        const seen = [...writes.keys()].map((cell) => look(sheet, cell));
        await context.sync();
        if (checked !== undefined) refuseStale(checked, seen);
        const cells = seen.map(({ range, cell }): UndoCell => {
          const value = writes.get(cell) ?? '';
          const format = String(first(range.numberFormat));
          writeCell(loose(sheet.getRange(cell)), value, format);
          const isText = first(range.valueTypes) === 'String' && first(range.formulas) === first(range.values);
          return { cell, before: { content: first(range.formulas), isText, format }, after: value };
        });
        await send(context, sheet.name);
        return { sheet: sheetId, cells };
      }),
    undo: (step) =>
      runExcel(async (context) => {
        const sheet = context.workbook.worksheets.getItem(step.sheet);
        sheet.load('name');
        const seen = step.cells.map(({ cell }) => look(sheet, cell));
        await context.sync();
        step.cells.forEach(({ cell, after }, index) => {
          const range = seen[index]?.range;
          if (range === undefined || first(range.formulas) !== after) stop('changed-meanwhile', cell);
        });
        for (const { cell, before } of step.cells) restoreCell(loose(sheet.getRange(cell)), before);
        await send(context, sheet.name);
        return null;
      }),
  };
}

/** The findings speak of what stood there: a row that moved or a cell typed into since makes them void. */
function refuseStale(checked: CellGrid, seen: readonly Seen[]): void {
  for (const { range, cell } of seen) {
    const now = liveCellValue(first(range.values), String(first(range.valueTypes)), String(first(range.numberFormat)));
    const place = parseCellAddress(cell);
    const row = checked.rows.find((one) => one.index === place?.row);
    const before = row?.cells.find((one) => one.column === place?.column)?.value ?? { kind: 'empty' };
    if (JSON.stringify(now) !== JSON.stringify(before)) stop('changed-since-check', cell);
  }
}

/** Cell → what is written there: the last fix has its say. */
function lastWrites(fixes: readonly Fix[]): ReadonlyMap<string, string | number> {
  return new Map(fixes.flatMap((fix) => fix.writes.map(({ cell, value }) => [cell, value ?? ''] as const)));
}

function writeCell(range: Excel.Range, value: string | number, format: string): void {
  // A number in a cell that Excel had made a date would show as a date again; in a text cell it would be text.
  if (typeof value === 'number' && hidesNumbers(format)) range.numberFormat = one('#,##0');
  if (typeof value === 'string' && value !== '') range.numberFormat = one('@');
  range.values = one(value);
}

function restoreCell(range: Excel.Range, before: UndoCell['before']): void {
  // Text goes back as text ("45 ", "2/10"), then the cell gets its format again; that does not change what it holds.
  range.numberFormat = one(before.isText ? '@' : before.format);
  range.formulas = one(before.content);
  if (before.isText && before.format !== '@') range.numberFormat = one(before.format);
}

async function send(context: Excel.RequestContext, sheet: string): Promise<void> {
  try {
    await context.sync();
  } catch (error) {
    if (codeOfError(error) === 'AccessDenied') stop('sheet-protected', sheet);
    throw error;
  }
}
