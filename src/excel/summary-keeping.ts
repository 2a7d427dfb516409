/**
 * The consolidated sheets in the workbook, exchanged all or none. New sheets are written out of sight beside the old
 * ones; only when all are there one short request exchanges them. See `own-sheets` for what happens when it stops midway.
 */
import type { HostResult, OwnSheet, SummaryKeeping, SummarySheets } from '../app/host';
import { stateAsText, stateFromText, type KeptState } from '../app/kept-state';
import { planText, textOfSheet } from '../app/text-sheet';
import type { CellGrid } from '../core/cells/cell';
import { SHEET_ROLES } from '../core/sheets/markers';
import type { SheetPlan } from '../core/sheets/sheet-plan';
import { Batcher } from './batcher';
import { finishSheets, lastStepsOf, type SheetToFinish } from './exchange';
import { refuseClosedWorkbook } from './insert-sheet';
import {
  askForOutline,
  deleteSheet,
  isHiddenRole,
  liveSheets,
  outlineOf,
  problemOfState,
  REPLACED,
  STAGED,
  tidyUp,
  viewBook,
  type BookView,
  type KnownSheet,
} from './own-sheets';
import { readOwnGrids } from './read-own';
import { stop, type RunExcel } from './run-excel';
import { SHEET_PROPERTY } from './sheet-marks';
import { fitsPart, partXml, STATE_NAMESPACE, STATE_ROLE, STATE_SHEET } from './state-part';
import { writeSheets, type SheetOrder } from './write-plan';

/** `newRun` names a run; two runs never have the same name. */
export function summaryKeeping(runExcel: RunExcel, newRun: () => string): SummaryKeeping {
  // What `readSummary` saw spares `replaceSummary` a request, as long as the workbook still looks the same.
  let seen: BookView | null = null;
  return {
    readSummary: () =>
      runExcel(async (context) => {
        seen = null;
        const { sheets, view } = await readAll(context);
        seen = view;
        return sheets;
      }),
    recover: () =>
      runExcel(async (context) => {
        const touched = tidyUp(context, await viewBook(context));
        if (touched > 0) await context.sync();
        return touched;
      }),
    replaceSummary: (sheets, state, properties) =>
      runExcel(async (context) => {
        try {
          const known = seen;
          seen = null;
          await replaceAll(context, await viewAgain(context, known), sheets, state, properties, newRun());
        } catch (error) {
          await tidyQuietly(runExcel);
          throw error;
        }
        return null;
      }),
  };
}

async function tidyQuietly(runExcel: RunExcel): HostResult<null> {
  return runExcel(async (context) => {
    tidyUp(context, await viewBook(context));
    await context.sync();
    return null;
  });
}

async function viewAgain(context: Excel.RequestContext, known: BookView | null): Promise<BookView> {
  if (known === null) return viewBook(context);
  const outline = askForOutline(context);
  await context.sync();
  return JSON.stringify(outline()) === JSON.stringify(outlineOf(known)) ? known : viewBook(context);
}

async function readAll(context: Excel.RequestContext): Promise<{ readonly sheets: SummarySheets; readonly view: BookView }> {
  let view = await viewBook(context);
  refuseStrangeState(view);
  if (tidyUp(context, view) > 0) view = await viewBook(context);
  const live = liveSheets(view);
  const overflow = view.sheets.find((one) => one.role === STATE_ROLE && one.run === (view.part?.overflow ?? ''));
  const wanted = overflow === undefined ? live : [...live, overflow];
  const grids = await readOwnGrids(context, wanted);
  const own = wanted.flatMap(({ role, id }, index): (OwnSheet & { readonly id: string })[] => {
    const grid = grids[index];
    return role === null || grid === undefined ? [] : [{ role, id, grid }];
  });
  const ids = new Set(own.map((one) => one.id));
  const sheets: SummarySheets = {
    own: own.filter((one) => one.role !== STATE_ROLE),
    taken: view.sheets.filter((one) => !ids.has(one.id)).map((one) => one.name),
    state: stateOf(view, own.find((one) => one.role === STATE_ROLE)?.grid ?? null),
  };
  return { sheets, view };
}

function stateOf(view: BookView, overflow: CellGrid | null): KeptState | null {
  const text = overflow !== null ? textOfSheet(overflow) : (view.part?.text ?? null);
  if (text === null) {
    if (view.part?.overflow != null) stop('state-unreadable');
    return null;
  }
  const read = stateFromText(text);
  return read.ok ? read.value : stop(read.error);
}

async function replaceAll(
  context: Excel.RequestContext,
  view: BookView,
  plans: readonly SheetPlan[],
  state: KeptState,
  properties: Readonly<Record<string, string>>,
  run: string,
): Promise<void> {
  refuseClosedWorkbook(context.workbook);
  refuseStrangeState(view);
  const live = liveSheets(view);
  const oldState = view.sheets.filter((one) => one.role === STATE_ROLE && one.run !== null);
  const leaving = [...live, ...oldState];
  refuseTakenNames(plans, view, leaving);
  const text = stateAsText(state);
  const inPart = fitsPart(text);
  const all = inPart ? plans : [...plans, planText(STATE_SHEET, STATE_ROLE, text)];
  const held = new Set(leaving.map((one) => one.name.toLowerCase()));
  const orders = all.map((plan, index): SheetOrder => ({
    plan,
    name: `${STAGED}${run.slice(0, 8)} ${String(index)}`,
    finalName: plan.name,
    hidden: true,
    triesName: !held.has(plan.name.toLowerCase()),
    marks: { [SHEET_PROPERTY.run]: run, [SHEET_PROPERTY.name]: plan.name },
  }));
  const batcher = new Batcher(context);
  const tables = view.tables.map((one) => one.name);
  const { sheets, tableNames } = await writeSheets(context, orders, tables, batcher);
  const toFinish = sheets.flatMap((sheet, index): SheetToFinish[] => {
    const plan = all[index];
    if (plan === undefined) return [];
    const steps = lastStepsOf(plan, tableNames, index === 0 ? properties : {});
    sheet.customProperties.add(SHEET_PROPERTY.steps, JSON.stringify(steps));
    return [{ sheet, name: plan.name, steps }];
  });
  await batcher.send();

  leaving.forEach((old, index) => {
    context.workbook.worksheets.getItem(old.id).name = `${REPLACED}${run.slice(0, 8)} ${String(index)}`;
  });
  putPart(context, view.partId, partXml({ run, text: inPart ? text : null, overflow: inPart ? null : run }));
  const gone = new Set(leaving.map((one) => one.id));
  const others = view.sheets.filter((one) => !gone.has(one.id)).map((one) => one.name);
  finishSheets(context, toFinish, view.tables, gone, others);
  const summary = all.findIndex((plan) => plan.role === SHEET_ROLES.summary);
  sheets[summary]?.activate();
  for (const old of leaving) deleteSheet(context, old.id);
  await batcher.send();
}

/** What a newer add-in keeps here, or what cannot be read, is not ours to touch. */
export function refuseStrangeState(view: BookView): void {
  const problem = problemOfState(view);
  if (problem !== null) stop(problem);
}

/** Names were chosen before the sheets were planned; somebody may have taken one since. */
function refuseTakenNames(plans: readonly SheetPlan[], view: BookView, leaving: readonly KnownSheet[]): void {
  const gone = new Set(leaving.map((one) => one.id));
  const names = new Set(view.sheets.filter((one) => !gone.has(one.id)).map((one) => one.name.toLowerCase()));
  const clash = plans.find((plan) => names.has(plan.name.toLowerCase()));
  if (clash === undefined) return;
  // Hidden sheets have fixed names: one that is there without our run belongs to a summary made elsewhere.
  if (isHiddenRole(clash.role)) stop('foreign-summary');
  stop('name-taken', clash.name);
}

/** Writes the state part, in the open request. */
export function putPart(context: Excel.RequestContext, id: string | null, xml: string): void {
  const { customXmlParts } = context.workbook;
  if (id === null) customXmlParts.add(xml);
  else customXmlParts.getByNamespace(STATE_NAMESPACE).getItem(id).setXml(xml);
}
