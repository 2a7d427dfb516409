/**
 * Which sheets of the workbook are ours, and which are left over from a run that was interrupted. Our sheets carry their
 * run; the finished run stands in the state part, which is written in the middle of the exchange of old sheets for new:
 *
 *   1. old sheets are renamed aside   2. the state part names the new run   3. new sheets get their names   4. old ones go
 *
 * Wherever that stops, the part says which set is whole: the old one is put back, or the exchange is carried on.
 */
import { SHEET_ROLES } from '../core/sheets/markers';
import { STATE_NAMESPACE, STATE_ROLE, readPartXml, type StatePart } from './state-part';
import { SHEET_PROPERTY } from './sheet-marks';

/** Names of sheets that are being written, and of old ones on their way out. */
export const STAGED = '~th-';
export const REPLACED = '~cu-';

export interface KnownSheet {
  readonly id: string;
  readonly name: string;
  readonly role: string | null;
  readonly run: string | null;
  /** The name it was given when it was made. */
  readonly givenName: string | null;
}

export interface KnownTable {
  readonly name: string;
  /** The id of its sheet. */
  readonly sheet: string;
}

export interface BookView {
  readonly sheets: readonly KnownSheet[];
  readonly tables: readonly KnownTable[];
  readonly part: StatePart | null;
  readonly partId: string | null;
  /** True where a part of ours is there and cannot be understood. */
  readonly partBroken: boolean;
}

/** What tells in one request whether the workbook still has the sheets and tables it had. */
export interface BookOutline {
  readonly sheets: readonly { readonly id: string; readonly name: string }[];
  readonly tables: readonly KnownTable[];
}

/** Asks for sheets and tables, and whether the workbook may be changed at all. */
export function askForOutline(context: Excel.RequestContext): () => BookOutline {
  const { workbook } = context;
  workbook.worksheets.load('items/id,items/name');
  workbook.tables.load('items/name,items/worksheet/id');
  workbook.load('readOnly');
  workbook.protection.load('protected');
  return () => ({
    sheets: workbook.worksheets.items.map(({ id, name }) => ({ id, name })),
    tables: workbook.tables.items.map((table) => ({ name: table.name, sheet: table.worksheet.id })),
  });
}

export function outlineOf(view: BookView): BookOutline {
  return { sheets: view.sheets.map(({ id, name }) => ({ id, name })), tables: view.tables };
}

/** Reads names, marks and state: two requests. Refuses nothing. */
export async function viewBook(context: Excel.RequestContext): Promise<BookView> {
  const { worksheets } = context.workbook;
  const outline = askForOutline(context);
  const parts = context.workbook.customXmlParts.getByNamespace(STATE_NAMESPACE);
  parts.load('items/id');
  await context.sync();
  const marks = worksheets.items.map((sheet) => {
    const property = (key: string): Excel.WorksheetCustomProperty => {
      const one = sheet.customProperties.getItemOrNullObject(key);
      one.load('value');
      return one;
    };
    return {
      sheet,
      role: property(SHEET_PROPERTY.role),
      run: property(SHEET_PROPERTY.run),
      name: property(SHEET_PROPERTY.name),
    };
  });
  // eslint-disable-next-line office-addins/load-object-before-read -- 'items/id' loads the list
  const [first] = parts.items;
  const xml = first?.getXml();
  await context.sync();
  const valueOf = (one: Excel.WorksheetCustomProperty): string | null => (one.isNullObject ? null : one.value);
  const part = xml === undefined ? null : readPartXml(xml.value);
  return {
    sheets: marks.map(({ sheet, role, run, name }) => ({
      id: sheet.id,
      name: sheet.name,
      role: valueOf(role),
      run: valueOf(run),
      givenName: valueOf(name),
    })),
    tables: outline().tables,
    part,
    partId: first?.id ?? null,
    partBroken: xml !== undefined && part === null,
  };
}

/** Our sheets of the finished run, one per role. A copy that the clerk made of one of them is the clerk's. */
export function liveSheets(view: BookView): readonly KnownSheet[] {
  const run = view.part?.run ?? null;
  const live: KnownSheet[] = [];
  if (run === null) return live;
  for (const role of new Set(view.sheets.flatMap((one) => (one.role === null ? [] : [one.role])))) {
    const all = view.sheets.filter((one) => one.role === role && one.run === run);
    const [first] = all;
    const chosen = all.find((one) => one.name === one.givenName) ?? first;
    if (chosen !== undefined) live.push(chosen);
  }
  return live;
}

/** Excel deletes no sheet that is very hidden, so it is hidden plainly first. Another sheet must be visible. */
export function deleteSheet(context: Excel.RequestContext, id: string): void {
  const sheet = context.workbook.worksheets.getItem(id);
  sheet.visibility = 'Hidden';
  sheet.delete();
}

const HIDDEN_ROLES: ReadonlySet<string> = new Set<string>([SHEET_ROLES.lineage, STATE_ROLE]);

export function isHiddenRole(role: string): boolean {
  return HIDDEN_ROLES.has(role) || role.startsWith(`${SHEET_ROLES.lineage}-`);
}

/** Puts right what an interrupted run left behind, in the open request; returns the number of sheets concerned. */
export function tidyUp(context: Excel.RequestContext, view: BookView): number {
  const run = view.part?.run ?? null;
  const overflow = view.part?.overflow ?? null;
  let touched = 0;
  const names = new Set(view.sheets.map((one) => one.name));
  const giveName = (one: KnownSheet): void => {
    const wanted = one.givenName ?? one.name;
    const sheet = context.workbook.worksheets.getItem(one.id);
    if (!names.has(wanted)) sheet.name = wanted;
    if (one.role !== null && !isHiddenRole(one.role)) sheet.visibility = 'Visible';
    touched += 1;
  };
  const isWhole = (one: KnownSheet): boolean => one.run === (one.role === STATE_ROLE ? overflow : run);
  const aside = view.sheets.filter(
    (one) => one.run !== null && (one.name.startsWith(STAGED) || one.name.startsWith(REPLACED)),
  );
  // Names come first: a workbook must never be without a sheet that can be seen.
  for (const one of aside.filter(isWhole)) giveName(one);
  for (const one of aside.filter((other) => !isWhole(other))) {
    deleteSheet(context, one.id);
    touched += 1;
  }
  return touched;
}
