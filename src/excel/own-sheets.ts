/**
 * Which sheets of the workbook are ours, and which are left over from a run that was interrupted. Our sheets carry their
 * run; the finished run stands in the state part, which is written in the middle of the exchange of old sheets for new:
 *
 *   1. old sheets are renamed aside   2. the state part names the new run   3. new sheets are shown and get their names
 *   4. old ones go
 *
 * Wherever that stops, the part says which set is whole: the old one is put back, or the exchange is carried on.
 */
import { stateFromText } from '../app/kept-state';
import { SHEET_ROLES } from '../core/sheets/markers';
import { CONTRACT_ROLE, CONTRACT_STEM } from './contract/traces';
import { finishSheets, readLastSteps, type KnownTable, type SheetToFinish } from './exchange';
import { STATE_NAMESPACE, STATE_ROLE, readPartXml, type StatePart } from './state-part';
import { SHEET_PROPERTY, textOfProperty, UNFINISHED } from './sheet-marks';

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
  /** What it needs when the exchange is finished, as text. */
  readonly steps: string | null;
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
      steps: property(SHEET_PROPERTY.steps),
    };
  });
  // eslint-disable-next-line office-addins/load-object-before-read -- 'items/id' loads the list
  const [first] = parts.items;
  const xml = first?.getXml();
  await context.sync();
  const part = xml === undefined ? null : readPartXml(xml.value);
  return {
    sheets: marks.map(({ sheet, role, run, name, steps }) => ({
      id: sheet.id,
      name: sheet.name,
      role: textOfProperty(role),
      run: textOfProperty(run),
      givenName: textOfProperty(name),
      steps: textOfProperty(steps),
    })),
    tables: outline().tables,
    part,
    partId: first?.id ?? null,
    partBroken: xml !== undefined && part === null,
  };
}

/** Why nothing that the add-in keeps here may be touched; null where it may. Not asked: what a newer state says in a sheet. */
export function problemOfState(view: BookView): 'state-unreadable' | 'newer-version' | null {
  if (view.partBroken) return 'state-unreadable';
  if (view.part === null) return null;
  if (view.part.isNewer) return 'newer-version';
  if (view.part.text === null) return null;
  const read = stateFromText(view.part.text);
  return !read.ok && read.error === 'newer-version' ? read.error : null;
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
  if (problemOfState(view) !== null) return 0;
  const run = view.part?.run ?? null;
  const overflow = view.part?.overflow ?? null;
  const isWhole = (one: KnownSheet): boolean => one.run === (one.role === STATE_ROLE ? overflow : run);
  const aside = view.sheets.filter((one) => one.run !== null && (one.name.startsWith(STAGED) || one.name.startsWith(REPLACED)));
  const isAside = (one: KnownSheet): boolean => aside.includes(one);
  const gone = [
    ...aside.filter((one) => !isWhole(one)),
    ...view.sheets.filter((one) => one.run !== null && one.steps === UNFINISHED && !isAside(one) && !isWhole(one)),
    ...unmarkedSheets(view),
    ...contractSheets(view),
  ];
  const back = aside.filter(isWhole);
  // Names come first: a workbook must never be without a sheet that can be seen.
  const taken = view.sheets.filter((one) => !back.includes(one)).map((one) => one.name);
  const toFinish = back.map((one): SheetToFinish => {
    const visible = one.role !== null && !isHiddenRole(one.role);
    // Old sheets that are taken back have all they need; the clerk may have changed it since.
    const steps = readLastSteps(one.name.startsWith(STAGED) ? one.steps : null, visible);
    return { sheet: context.workbook.worksheets.getItem(one.id), name: one.givenName ?? one.name, steps };
  });
  finishSheets(context, toFinish, view.tables, new Set(gone.map((one) => one.id)), taken);
  for (const one of gone) deleteSheet(context, one.id);
  return back.length + gone.length;
}

/** Begun and broken off before their run was written on them: known by a name that only we give. */
function unmarkedSheets(view: BookView): readonly KnownSheet[] {
  const given = new RegExp(`^${STAGED}[\\w-]{8}( \\d+)?$`);
  return view.sheets.filter((one) => one.run === null && given.test(one.name));
}

/** Sheets of a check of the add-in that was cut off: those it marked, and what stands beside them under their names. */
function contractSheets(view: BookView): readonly KnownSheet[] {
  const marked = view.sheets.filter((one) => one.role === CONTRACT_ROLE && one.name.startsWith(CONTRACT_STEM));
  const isBeside = (one: KnownSheet): boolean => marked.some(({ name }) => one.name.startsWith(`${name} `));
  return view.sheets.filter((one) => marked.includes(one) || (one.role === null && isBeside(one)));
}
