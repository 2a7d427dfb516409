/**
 * From a planned sheet to Excel: the last station of the line. Order matters: number formats before values, tables before
 * the formulas that name them, looks before heights are fitted, protection last.
 */
import { quoteSheetName } from '../core/sheets/sheet-name';
import type { SheetPlan } from '../core/sheets/sheet-plan';
import { bytesOf, COMMAND_BYTES, type Batcher } from './batcher';
import { rangeAt } from './rects';
import { SHEET_PROPERTY, UNFINISHED } from './sheet-marks';
import { writeLooks, writeNumberFormats } from './write/cell-formats';
import { writeFormulas, writeValues } from './write/cell-values';
import {
  writeConditionalFormats,
  writeMerges,
  writePage,
  writePanes,
  writeProtection,
  writeSizes,
  writeTables,
  writeValidations,
} from './write/sheet-parts';

export interface SheetOrder {
  readonly plan: SheetPlan;
  /** The name the sheet gets while it is written. */
  readonly name: string;
  /** The name by which links and lists find it later: the same, unless it is renamed when all is done. */
  readonly finalName: string;
  /** Written out of sight, to be shown when all sheets are there. */
  readonly hidden: boolean;
  /** Whether the final name is tried at once: where no sheet that is on its way out holds it. */
  readonly triesName?: boolean;
  /** Marks besides the role. */
  readonly marks: Readonly<Record<string, string>>;
}

export interface WrittenSheets {
  /** In the order of the orders. */
  readonly sheets: readonly Excel.Worksheet[];
  /** Planned name of a table → the name it got. */
  readonly tableNames: ReadonlyMap<string, string>;
}

/** Writes the sheets, nothing sent that fits into the open batch. `takenTables`: names of tables in the workbook. */
export async function writeSheets(
  context: Excel.RequestContext,
  orders: readonly SheetOrder[],
  takenTables: Iterable<string>,
  batcher: Batcher,
): Promise<WrittenSheets> {
  const tableNames = freeTableNames(orders, takenTables);
  const nameOf = (name: string): string => tableNames.get(name) ?? name;
  const sheets: Excel.Worksheet[] = [];
  context.application.suspendScreenUpdatingUntilNextSync();
  for (const order of orders) {
    await batcher.room(COMMAND_BYTES * (6 + Object.keys(order.marks).length));
    const sheet = context.workbook.worksheets.add(order.name);
    if (order.hidden) sheet.visibility = 'VeryHidden';
    sheet.customProperties.add(SHEET_PROPERTY.role, order.plan.role);
    for (const [key, value] of Object.entries(order.marks)) sheet.customProperties.add(key, value);
    if (order.triesName === true) {
      // Chart sheets bear names that no list tells: a clash must come up now, not in the middle of the exchange. Broken
      // off between the two names, the sheet is known by this mark.
      sheet.customProperties.add(SHEET_PROPERTY.steps, UNFINISHED);
      sheet.name = order.finalName;
      sheet.name = order.name;
    }
    sheets.push(sheet);
    await writeNumberFormats(sheet, order.plan, batcher);
    await writeValues(sheet, order.plan, batcher);
    await writeLooks(sheet, order.plan, batcher);
    await writeMerges(sheet, order.plan, batcher);
    await writeSizes(sheet, order.plan, batcher);
    await writeTables(sheet, order.plan, nameOf, batcher);
  }
  const rename = renamer(tableNames);
  for (const [index, sheet] of sheets.entries()) {
    const order = orders[index];
    if (order === undefined) continue;
    const { plan } = order;
    await writeFormulas(sheet, plan, rename, batcher);
    await writeConditionalFormats(sheet, plan.conditionalFormats, batcher);
    await writeValidations(sheet, plan, order.name, batcher);
    await writeLinks(sheet, plan, finalNames(orders), batcher);
    await writePage(sheet, plan, batcher);
    if (!order.hidden) await writePanes(sheet, plan, batcher);
    await writeProtection(sheet, plan, batcher);
    if (!order.hidden && plan.visibility !== 'visible') sheet.visibility = plan.visibility === 'hidden' ? 'Hidden' : 'VeryHidden';
  }
  return { sheets, tableNames };
}

function finalNames(orders: readonly SheetOrder[]): ReadonlyMap<string, string> {
  return new Map(orders.map((one) => [one.plan.name, one.finalName]));
}

async function writeLinks(
  sheet: Excel.Worksheet,
  plan: SheetPlan,
  names: ReadonlyMap<string, string>,
  batcher: Batcher,
): Promise<void> {
  for (const { row, column, link, value } of plan.cells) {
    if (link === undefined) continue;
    const target = `${quoteSheetName(names.get(link.sheet) ?? link.sheet)}!${link.cell}`;
    await batcher.room(COMMAND_BYTES + bytesOf(target));
    const shown = value?.kind === 'text' ? { textToDisplay: value.value } : {};
    rangeAt(sheet, { top: row, left: column, bottom: row, right: column }).hyperlink = {
      documentReference: target,
      ...shown,
    };
  }
}

/** A name for every planned table that no table of the workbook has: "ChiTiet", else "ChiTiet_2" … */
function freeTableNames(orders: readonly SheetOrder[], taken: Iterable<string>): ReadonlyMap<string, string> {
  const used = new Set([...taken].map((name) => name.toLowerCase()));
  const names = new Map<string, string>();
  for (const { plan } of orders) {
    for (const { name } of plan.tables) {
      let free = name;
      for (let copy = 2; used.has(free.toLowerCase()); copy += 1) free = `${name}_${String(copy)}`;
      used.add(free.toLowerCase());
      names.set(name, free);
    }
  }
  return names;
}

/** Gives the tables in a formula their names: only where a name stands before its bracket, never inside a text or a header. */
function renamer(names: ReadonlyMap<string, string>): (formula: string) => string {
  const changed = [...names].filter(([name, free]) => name !== free);
  if (changed.length === 0) return (formula) => formula;
  const pattern = new RegExp(`"[^"]*"|(?<![\\p{L}\\p{N}_.\\]\\['])(${changed.map(([name]) => name).join('|')})(?=\\[)`, 'gu');
  return (formula) =>
    formula.replace(pattern, (whole, name: string | undefined) => (name === undefined ? whole : (names.get(name) ?? whole)));
}
