/**
 * A workbook plan as an .xlsx file. Only fflate stands below it: the libraries tried miss what these sheets need
 * (text such as "#N/A" that stays text, quotePrefix, calculated columns of tables, properties of sheets, files that
 * come out equal for equal plans); the parts themselves are small and written here, one file per kind of part.
 */
import { strToU8 } from 'fflate';

import { legalSheetName } from '../../core/sheets/sheet-name';
import type { SheetPlan, WorkbookPlan } from '../../core/sheets/sheet-plan';
import { SharedStrings } from './shared-strings';
import { sheetXml } from './sheet-part';
import { StylesPart } from './styles-part';
import { tableXml } from './table-part';
import * as parts from './workbook-parts';
import { deflatePart, zipParts, type PackedPart } from './zip-writer';

/**
 * Writes a plan as the bytes of an .xlsx file; the same plan gives the same bytes. Text is always text. Names of
 * sheets that no program would accept are made legal; planners that refer to a sheet do so before (`legalSheetName`).
 * Throws only for a plan that contradicts itself (a cell twice, a table without its header, no visible sheet).
 */
// eslint-disable-next-line @typescript-eslint/require-await -- the contract is asynchronous, so that it may move to a worker
export async function writeXlsx(plan: WorkbookPlan): Promise<Uint8Array> {
  return zipParts(xlsxParts(plan).map(([name, content]) => [name, deflatePart(bytesOf(content))] as const));
}

/**
 * A writer for many workbooks that are nearly alike: a part that says the same as in the workbook before is not compressed
 * again. The bytes are those of `writeXlsx`.
 */
export function xlsxWriter(): (plan: WorkbookPlan) => Uint8Array {
  const before = new Map<string, { readonly content: Part[1]; readonly packed: PackedPart }>();
  return (plan) =>
    zipParts(
      xlsxParts(plan).map(([name, content]) => {
        const known = before.get(name);
        if (known !== undefined && isSame(known.content, content)) return [name, known.packed] as const;
        const packed = deflatePart(bytesOf(content));
        before.set(name, { content, packed });
        return [name, packed] as const;
      }),
    );
}

function isSame(a: Part[1], b: Part[1]): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  return a.length === b.length && a.every((byte, place) => byte === b[place]);
}

type Part = readonly [name: string, content: string | Uint8Array];

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? strToU8(content) : content;
}

/** The parts of the package in the order they are stored. */
function xlsxParts(plan: WorkbookPlan): readonly Part[] {
  const named = { ...plan, sheets: withLegalNames(plan.sheets) };
  const files: Part[] = [];
  const types: (readonly [name: string, type: string])[] = [];
  const add = (name: string, type: string | null, content: string | Uint8Array): void => {
    files.push([name, content]);
    if (type !== null) types.push([name, type]);
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
    add(`xl/worksheets/sheet${number}.xml`, parts.CONTENT_TYPE.sheet, sheetXml(sheet, ids, styles, strings, index === active));
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

  // The list of content types comes first: some readers tell the format from the first entry.
  return [['[Content_Types].xml', parts.contentTypesXml(types)], ...files];
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
