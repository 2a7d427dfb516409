/**
 * The end of an exchange of old sheets for new, in an order that can be taken up again wherever it stopped: as long as
 * anything is left to do, a new sheet still bears the name of its making or an old one that of its leaving. What is to be
 * done stands on each new sheet, so that the next start can do it too.
 */
import * as z from 'zod/mini';

import { legalSheetName } from '../core/sheets/sheet-name';
import type { SheetPlan } from '../core/sheets/sheet-plan';
import { freezePanes } from './write/sheet-parts';

/** A table of the workbook. */
export interface KnownTable {
  readonly name: string;
  /** The id of its sheet. */
  readonly sheet: string;
}

/** What a new sheet still needs besides its name. */
export interface LastSteps {
  readonly visible: boolean;
  /** Rows and columns that stay in view: only sheets that can be seen take them. */
  readonly panes: readonly [number, number];
  /** Names of tables: as made beside those of the last run → as planned. */
  readonly tables: readonly (readonly [string, string])[];
  /** Document properties of the workbook. */
  readonly properties: Readonly<Record<string, string>>;
}

export interface SheetToFinish {
  readonly sheet: Excel.Worksheet;
  readonly name: string;
  readonly steps: LastSteps;
}

const count = z.int().check(z.gte(0), z.lte(100));
const lastSteps = z.object({
  visible: z.boolean(),
  panes: z.tuple([count, count]),
  tables: z.array(z.tuple([z.string(), z.string()])),
  properties: z.record(z.string(), z.string()),
});

export function lastStepsOf(
  plan: SheetPlan,
  tableNames: ReadonlyMap<string, string>,
  properties: Readonly<Record<string, string>>,
): LastSteps {
  return {
    visible: plan.visibility === 'visible',
    panes: [plan.freeze.rows, plan.freeze.columns],
    tables: plan.tables.map(({ name }) => [tableNames.get(name) ?? name, name] as const),
    properties,
  };
}

/** Reads what stands on a sheet; a sheet that says nothing we wrote is only shown. */
export function readLastSteps(text: string | null, visible: boolean): LastSteps {
  const nothing: LastSteps = { visible, panes: [0, 0], tables: [], properties: {} };
  if (text === null) return nothing;
  try {
    const parsed = z.safeParse(lastSteps, JSON.parse(text));
    return parsed.success ? parsed.data : nothing;
  } catch {
    return nothing;
  }
}

/**
 * Gives the new sheets all they still need, in the open request; their names come last. `tables`: all of the workbook;
 * `leaving`: ids of the sheets that go, whose tables give up their names; `taken`: names of all other sheets.
 */
export function finishSheets(
  context: Excel.RequestContext,
  sheets: readonly SheetToFinish[],
  tables: readonly KnownTable[],
  leaving: ReadonlySet<string>,
  taken: readonly string[],
): void {
  for (const { sheet, steps } of sheets) {
    if (!steps.visible) continue;
    sheet.visibility = 'Visible';
    freezePanes(sheet, ...steps.panes);
  }
  giveTableNames(context, sheets, tables, leaving);
  for (const { steps } of sheets)
    for (const [key, value] of Object.entries(steps.properties)) context.workbook.properties.custom.add(key, value);
  const names = [...taken];
  for (const { sheet, name } of sheets) {
    sheet.name = legalSheetName(name, names);
    names.push(name);
  }
}

/** Tables that had to stand beside those of the last run take over their names; formulas follow. */
function giveTableNames(
  context: Excel.RequestContext,
  sheets: readonly SheetToFinish[],
  tables: readonly KnownTable[],
  leaving: ReadonlySet<string>,
): void {
  const homes = new Map(tables.map((one) => [one.name.toLowerCase(), one.sheet]));
  const item = (name: string): Excel.Table => context.workbook.tables.getItem(name);
  for (const [name, wanted] of sheets.flatMap(({ steps }) => steps.tables)) {
    if (name === wanted) continue;
    const home = homes.get(wanted.toLowerCase());
    // Somebody else's: ours keeps its second-best name. Without a home the name may be free, or ours already.
    if (home !== undefined && !leaving.has(home)) continue;
    if (home !== undefined) {
      let aside = `${wanted}_cu`;
      for (let copy = 2; homes.has(aside.toLowerCase()); copy += 1) aside = `${wanted}_cu${String(copy)}`;
      item(wanted).name = aside;
      homes.set(aside.toLowerCase(), home);
    }
    item(name).name = wanted;
  }
}
