/**
 * A workbook plan as an .xlsx file. Only fflate stands below it: the libraries tried miss what these sheets need
 * (text such as "#N/A" that stays text, quotePrefix, calculated columns of tables, properties of sheets, files that
 * come out equal for equal plans); the parts themselves are small and written here, one file per kind of part.
 */
import { strToU8, zipSync, type Zippable } from 'fflate';

import { legalSheetName } from '../../core/sheets/sheet-name';
import type { SheetPlan, WorkbookPlan } from '../../core/sheets/sheet-plan';
import { SharedStrings } from './shared-strings';
import { sheetXml } from './sheet-part';
import { StylesPart } from './styles-part';
import { tableXml } from './table-part';
import * as parts from './workbook-parts';

/** The oldest time a zip can hold, in the machine's own zone: the same bytes everywhere. */
const STAMP = new Date(1980, 0, 1);
const LEVEL = 6;

/**
 * Writes a plan as the bytes of an .xlsx file; the same plan gives the same bytes. Text is always text. Names of
 * sheets that no program would accept are made legal; planners that refer to a sheet do so before (`legalSheetName`).
 * Throws only for a plan that contradicts itself (a cell twice, a table without its header, no visible sheet).
 */
// eslint-disable-next-line @typescript-eslint/require-await -- the contract is asynchronous, so that it may move to a worker
export async function writeXlsx(plan: WorkbookPlan): Promise<Uint8Array> {
  const named = { ...plan, sheets: withLegalNames(plan.sheets) };
  const files = new Map<string, { readonly bytes: Uint8Array; readonly type: string | null }>();
  const add = (name: string, type: string | null, content: string | Uint8Array): void => {
    files.set(name, { type, bytes: typeof content === 'string' ? strToU8(content) : content });
  };
  const styles = new StylesPart();
  const strings = new SharedStrings();
  const relations: parts.Relation[] = [];
  const active = parts.activeSheet(named);
  let tables = 0;

  named.sheets.forEach((sheet, index) => {
    const number = String(index + 1);
    const own: parts.Relation[] = [{ id: 'rId1', type: 'customProperty', target: `../customProperty${number}.bin` }];
    add(`xl/customProperty${number}.bin`, parts.CONTENT_TYPE.sheetProperty, utf16(sheet.role));
    for (const table of sheet.tables) {
      tables += 1;
      own.push({ id: `rId${String(own.length + 1)}`, type: 'table', target: `../tables/table${String(tables)}.xml` });
      add(`xl/tables/table${String(tables)}.xml`, parts.CONTENT_TYPE.table, tableXml(sheet, table, tables));
    }
    const ids = { role: 'rId1', tables: own.slice(1).map((one) => one.id) };
    add(
      `xl/worksheets/sheet${number}.xml`,
      parts.CONTENT_TYPE.sheet,
      sheetXml(sheet, ids, styles, strings, index === active),
    );
    add(`xl/worksheets/_rels/sheet${number}.xml.rels`, null, parts.relationsXml(own));
    relations.push({ id: `rId${number}`, type: 'worksheet', target: `worksheets/sheet${number}.xml` });
  });
  for (const [type, target] of [
    ['styles', 'styles.xml'],
    ['sharedStrings', 'sharedStrings.xml'],
  ] as const) {
    relations.push({ id: `rId${String(relations.length + 1)}`, type, target });
  }
  add('xl/styles.xml', parts.CONTENT_TYPE.styles, styles.xml());
  add('xl/sharedStrings.xml', parts.CONTENT_TYPE.strings, strings.xml());
  add('xl/_rels/workbook.xml.rels', null, parts.relationsXml(relations));
  add('xl/workbook.xml', parts.CONTENT_TYPE.workbook, parts.workbookXml(named));
  add('docProps/core.xml', parts.CONTENT_TYPE.core, parts.corePropertiesXml(plan.title));
  add('docProps/app.xml', parts.CONTENT_TYPE.app, parts.appPropertiesXml());
  add('docProps/custom.xml', parts.CONTENT_TYPE.custom, parts.customPropertiesXml(plan.properties));
  add('_rels/.rels', null, parts.relationsXml(parts.ROOT_RELATIONS));

  const zip: Zippable = {};
  const types = [...files].flatMap(([name, file]) => (file.type === null ? [] : [[name, file.type] as const]));
  // The list of content types comes first: some readers tell the format from the first entry.
  zip['[Content_Types].xml'] = strToU8(parts.contentTypesXml(types));
  for (const [name, file] of files) zip[name] = file.bytes;
  return zipSync(zip, { level: LEVEL, mtime: STAMP });
}

function withLegalNames(sheets: readonly SheetPlan[]): SheetPlan[] {
  const taken: string[] = [];
  return sheets.map((sheet) => {
    const name = legalSheetName(sheet.name, taken);
    taken.push(name);
    return { ...sheet, name };
  });
}

/** The content of a sheet property: UTF-16, little end first, without a mark. */
function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    bytes[place * 2] = code & 0xff;
    bytes[place * 2 + 1] = code >> 8;
  }
  return bytes;
}
