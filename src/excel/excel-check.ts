/**
 * Runs the contract in the workbook that is open, and puts everything back: sheets, names, parts, settings, the way of
 * calculating, the sheet and the cells that were selected. What a cut-off run leaves goes at the next start (own-sheets).
 * One thing cannot be put back: where calculating by hand is set, formulas that waited for it are calculated.
 */
import type { CaseResult, ExcelChecking, ExcelFacts } from '../app/excel-check';
import { fail, ok } from '../core/result';
import { refuseClosedWorkbook } from './insert-sheet';
import { problemOf } from './host-problems';
import { CONTRACT_STEM, TRACES } from './contract/traces';
import { CONTRACT_CASES, runContract, type ContractRun } from './contract/run-contract';
import type { RunBatch as RunCase } from './contract/case';
import { HostStop, type RunBatch } from './run-excel';

/** What is known before the first case. */
interface Before {
  readonly stem: string;
  readonly sheets: ReadonlySet<string>;
  readonly hasName: boolean;
  readonly title: string;
  readonly mode: Excel.Application['calculationMode'];
  readonly place: { readonly sheet: string; readonly cells: string | null } | null;
}

export function excelChecking(
  run: RunBatch,
  facts: () => ExcelFacts,
  cases: ContractRun['cases'] = CONTRACT_CASES,
): ExcelChecking {
  const work: RunCase = (batch) => run({ delayForCellEdit: true }, batch);
  return {
    run: async ({ onProgress, signal }) => {
      let before: Before;
      try {
        before = await lookAround(work);
      } catch (error) {
        if (error instanceof HostStop) return fail(error.problem);
        const problem = problemOf(error);
        if (problem === null) throw error;
        return fail(problem);
      }
      try {
        const outcomes = await runContract(work, { cases, stem: before.stem, onProgress, signal });
        const results = outcomes.map((one): CaseResult => ({
          id: one.id,
          title: one.title,
          reason: one.passed ? null : one.reason,
        }));
        return ok({ facts: facts(), results, total: cases.length, left: await putBack(work, before) });
      } catch (error) {
        await putBack(work, before);
        throw error;
      }
    },
  };
}

/** Reads what must be as before afterwards. Refuses a workbook to which no sheet can be added. */
async function lookAround(run: RunCase): Promise<Before> {
  const before = await run(async (context) => {
    const { workbook, application } = context;
    workbook.load('readOnly');
    workbook.protection.load('protected');
    workbook.worksheets.load('items/id,items/name');
    workbook.properties.load('title');
    application.load('calculationMode');
    const name = workbook.names.getItemOrNullObject(TRACES.workbookName);
    name.load('name');
    await context.sync();
    refuseClosedWorkbook(workbook);
    const names = workbook.worksheets.items.map((one) => one.name.toLowerCase());
    const { calculationMode } = application;
    // Formulas of the cases are read back at once. Excel takes the new way over for all open workbooks.
    if (calculationMode !== 'Automatic') {
      application.calculationMode = 'Automatic';
      await context.sync();
    }
    return {
      stem: freeStem(names),
      sheets: new Set(workbook.worksheets.items.map((one) => one.id)),
      hasName: !name.isNullObject,
      title: workbook.properties.title,
      mode: calculationMode,
    };
  });
  return { ...before, place: await placeOf(run) };
}

function freeStem(names: readonly string[]): string {
  const stem = (copy: number): string => (copy === 1 ? CONTRACT_STEM : `${CONTRACT_STEM} (${String(copy)})`);
  let copy = 1;
  while (names.some((name) => name.startsWith(`${stem(copy)} `.toLowerCase()))) copy += 1;
  return stem(copy);
}

/** Where the clerk is; null where a chart is shown, without cells where a picture or the like is selected. */
async function placeOf(run: RunCase): Promise<Before['place']> {
  const sheet = await quietly(() =>
    run(async (context) => {
      const active = context.workbook.worksheets.getActiveWorksheet();
      active.load('id');
      await context.sync();
      return active.id;
    }),
  );
  if (sheet === null) return null;
  const cells = await quietly(() =>
    run(async (context) => {
      const selected = context.workbook.getSelectedRange();
      selected.load('address');
      await context.sync();
      return selected.address.slice(selected.address.lastIndexOf('!') + 1);
    }),
  );
  return { sheet, cells };
}

/** Each thing by itself: where one cannot be put back the others still are. Returns the scratch sheets that stayed. */
async function putBack(run: RunCase, before: Before): Promise<readonly string[] | null> {
  const { stem, place } = before;
  const isOurs = (sheet: { readonly id: string; readonly name: string }): boolean =>
    !before.sheets.has(sheet.id) && sheet.name.startsWith(`${stem} `);
  const scratch = (remove: boolean): Promise<readonly string[] | null> =>
    quietly(() =>
      run(async (context) => {
        const { worksheets } = context.workbook;
        worksheets.load('items/id,items/name');
        await context.sync();
        const left = worksheets.items.filter(isOurs);
        const names = left.map((one) => one.name);
        if (!remove || left.length === 0) return names;
        for (const one of left) {
          one.visibility = 'Visible';
          one.delete();
        }
        await context.sync();
        return names;
      }),
    );
  await scratch(true);
  await quietly(() => run((context) => removeTraces(context, before)));
  await quietly(() =>
    run(async (context) => {
      context.application.calculationMode = before.mode;
      await context.sync();
    }),
  );
  if (place !== null) {
    await quietly(() =>
      run(async (context) => {
        const sheet = context.workbook.worksheets.getItem(place.sheet);
        sheet.activate();
        await context.sync();
        if (place.cells === null) return;
        sheet.getRange(place.cells).select();
        await context.sync();
      }),
    );
  }
  return scratch(false);
}

/** What cases that broke off left outside their sheets. */
async function removeTraces(context: Excel.RequestContext, before: Before): Promise<void> {
  const { workbook } = context;
  const name = workbook.names.getItemOrNullObject(TRACES.workbookName);
  const setting = workbook.settings.getItemOrNullObject(TRACES.setting);
  const property = workbook.properties.custom.getItemOrNullObject(TRACES.property);
  const parts = workbook.customXmlParts.getByNamespace(TRACES.xmlNamespace);
  parts.load('items/id');
  workbook.properties.load('title');
  await context.sync();
  if (!name.isNullObject && !before.hasName) name.delete();
  if (!setting.isNullObject) setting.delete();
  if (!property.isNullObject) property.delete();
  // eslint-disable-next-line office-addins/load-object-before-read -- 'items/id' loads the list
  for (const part of parts.items) workbook.customXmlParts.getItem(part.id).delete();
  if (workbook.properties.title === TRACES.title && before.title !== TRACES.title) workbook.properties.title = before.title;
  await context.sync();
}

/** The answer, or null where Excel refused; bugs are thrown on. */
async function quietly<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (problemOf(error) === null) throw error;
    return null;
  }
}

/** Sets the add-in uses or may come to use; versions are asked upward as long as there are some. */
const SETS = [
  'ExcelApi',
  'SharedRuntime',
  'AddinCommands',
  'RibbonApi',
  'CustomXmlParts',
  'DialogApi',
  'OpenBrowserWindowApi',
  'ExcelApiOnline',
  'ExcelApiDesktop',
];
const MOST_VERSIONS = 40;

/** What this Excel says of itself. */
export function excelFacts(office: typeof Office): ExcelFacts {
  const { requirements, diagnostics, displayLanguage, contentLanguage } = office.context;
  const highest = (set: string): string | null => {
    let found: string | null = null;
    for (let minor = 1; minor <= MOST_VERSIONS; minor += 1) {
      const version = `1.${String(minor)}`;
      if (requirements.isSetSupported(set, version)) found = version;
    }
    return found;
  };
  return {
    host: `${String(diagnostics.host)} ${diagnostics.version} (${String(diagnostics.platform)})`,
    languages: [...new Set([displayLanguage, contentLanguage])],
    requirementSets: SETS.flatMap((set) => {
      const version = highest(set);
      return version === null ? [] : [`${set} ${version}`];
    }),
  };
}

/** The check in the Excel this page lives in; null in a plain browser, where office.js is not loaded. */
export function realExcelCheck(): ExcelChecking | null {
  if (typeof Excel === 'undefined' || typeof Office === 'undefined') return null;
  return excelChecking(
    (options, work) => Excel.run(options, work),
    () => excelFacts(Office),
  );
}
