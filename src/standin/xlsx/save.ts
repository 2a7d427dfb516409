/**
 * The workbook as an .xlsx file: everything the model holds and files can hold. `WorkbookPlan` of the core knows
 * only the add-in's own looks, so the parts are written from the model, with the XML helpers of src/files.
 */
import { relationsXml, type Relation } from '../../files/write/workbook-parts';
import { XML_HEAD, attributes, escapePlain } from '../../files/write/xml-text';
import { absoluteReference } from '../model/names';
import { MAX_COLUMNS, MAX_ROWS, formatRect } from '../model/rect';
import type { Sheet } from '../model/sheet';
import type { Table } from '../model/table';
import type { Workbook } from '../model/workbook';
import { sheetXml } from './sheet-xml';
import { Styles } from './styles-xml';
import { zipStored, type ZipPart } from './zip';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

interface Part {
  readonly name: string;
  readonly type: string | null;
  readonly content: string;
}

function tableXml(table: Table, id: number): string {
  const { range, columns } = table;
  const filtered = { ...range, bottom: table.showTotals ? range.bottom - 1 : range.bottom };
  const own = {
    xmlns: MAIN,
    id,
    name: table.name,
    displayName: table.name,
    ref: formatRect(range),
    headerRowCount: table.showHeaders ? null : 0,
    totalsRowCount: table.showTotals ? 1 : null,
    totalsRowShown: table.showTotals ? null : 0,
  };
  const style = {
    name: table.style,
    showFirstColumn: table.highlightFirstColumn ? 1 : 0,
    showLastColumn: table.highlightLastColumn ? 1 : 0,
    showRowStripes: table.showBandedRows ? 1 : 0,
    showColumnStripes: table.showBandedColumns ? 1 : 0,
  };
  const list = columns.map((column, index) => `<tableColumn${attributes({ id: index + 1, name: column.name })}/>`);
  const filter = table.showHeaders && table.showFilterButton ? `<autoFilter${attributes({ ref: formatRect(filtered) })}/>` : '';
  return (
    `${XML_HEAD}<table${attributes(own)}>${filter}` +
    `<tableColumns count="${String(list.length)}">${list.join('')}</tableColumns><tableStyleInfo${attributes(style)}/></table>`
  );
}

/** Print areas, title rows and filters are hidden names of their sheet; the workbook's own names follow. */
function namesXml(workbook: Workbook): string {
  const names: string[] = [];
  const add = (name: string, sheet: Sheet | null, text: string, hidden = false): void => {
    const localSheetId = sheet === null ? null : workbook.sheets.indexOf(sheet);
    names.push(`<definedName${attributes({ name, localSheetId, hidden: hidden ? 1 : null })}>${escapePlain(text)}</definedName>`);
  };
  for (const sheet of workbook.sheets) {
    const { printArea, titleRows, titleColumns } = sheet.pageLayout;
    if (sheet.autoFilter !== null) add('_xlnm._FilterDatabase', sheet, absoluteReference(sheet, sheet.autoFilter), true);
    if (printArea.length > 0) {
      add('_xlnm.Print_Area', sheet, printArea.map((rect) => absoluteReference(sheet, rect)).join(','));
    }
    const titles = [
      titleColumns === null ? null : { ...titleColumns, top: 0, bottom: MAX_ROWS - 1 },
      titleRows === null ? null : { ...titleRows, left: 0, right: MAX_COLUMNS - 1 },
    ].filter((rect) => rect !== null);
    if (titles.length > 0) add('_xlnm.Print_Titles', sheet, titles.map((rect) => absoluteReference(sheet, rect)).join(','));
  }
  for (const name of workbook.names) add(name.name, name.scope, name.formula.slice(1), !name.visible);
  return names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`;
}

function workbookXml(workbook: Workbook): string {
  const sheets = workbook.sheets.map((sheet, index) => {
    const state = sheet.visibility === 'Visible' ? null : sheet.visibility === 'Hidden' ? 'hidden' : 'veryHidden';
    return `<sheet${attributes({ name: sheet.name, sheetId: index + 1, state, 'r:id': `rId${String(index + 1)}` })}/>`;
  });
  const activeTab = workbook.sheets.indexOf(workbook.active);
  return (
    `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><workbookPr/>` +
    (workbook.structureProtection === null ? '' : '<workbookProtection lockStructure="1"/>') +
    `<bookViews><workbookView${attributes({ activeTab })}/></bookViews>` +
    `<sheets>${sheets.join('')}</sheets>${namesXml(workbook)}<calcPr fullCalcOnLoad="1"/></workbook>`
  );
}

function sheetParts(workbook: Workbook, styles: Styles): Part[] {
  const parts: Part[] = [];
  let tableNumber = 0;
  workbook.sheets.forEach((sheet, index) => {
    const number = String(index + 1);
    const relations: Relation[] = [];
    const tableIds = workbook.tablesOn(sheet).map((table) => {
      tableNumber += 1;
      const id = `rId${String(relations.length + 1)}`;
      relations.push({ id, type: 'table', target: `../tables/table${String(tableNumber)}.xml` });
      parts.push({
        name: `xl/tables/table${String(tableNumber)}.xml`,
        type: `${SHEET_TYPE}.table+xml`,
        content: tableXml(table, tableNumber),
      });
      return id;
    });
    const linkIds = new Map<number, string>();
    const outside: string[] = [];
    for (const [key, { address }] of sheet.hyperlinks) {
      if (address === null) continue;
      const id = `rId${String(relations.length + outside.length + 1)}`;
      linkIds.set(key, id);
      outside.push(
        `<Relationship${attributes({ Id: id, Type: `${OFFICE}/relationships/hyperlink`, Target: address, TargetMode: 'External' })}/>`,
      );
    }
    const tableAt = (row: number, column: number): string | null => workbook.tableAt(sheet, row, column)?.name ?? null;
    const content = sheetXml(sheet, styles, { active: sheet === workbook.active, tableIds, linkIds, tableAt });
    parts.push({ name: `xl/worksheets/sheet${number}.xml`, type: `${SHEET_TYPE}.worksheet+xml`, content });
    if (relations.length + outside.length > 0) {
      const related = relationsXml(relations).replace('</Relationships>', `${outside.join('')}</Relationships>`);
      parts.push({ name: `xl/worksheets/_rels/sheet${number}.xml.rels`, type: null, content: related });
    }
  });
  return parts;
}

function contentTypes(parts: readonly Part[]): string {
  const overrides = parts
    .filter((part) => part.type !== null)
    .map((part) => `<Override${attributes({ PartName: `/${part.name}`, ContentType: part.type })}/>`);
  return (
    `${XML_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`
  );
}

function coreProperties(workbook: Workbook): string {
  const { title, subject } = workbook.properties;
  return (
    `${XML_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
    `xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapePlain(title)}</dc:title>` +
    `<dc:subject>${escapePlain(subject)}</dc:subject></cp:coreProperties>`
  );
}

/** The file's bytes. Results must be settled before: they are stored beside their formulas. */
export function saveWorkbook(workbook: Workbook): Uint8Array {
  const styles = new Styles();
  const sheets = sheetParts(workbook, styles);
  const relations: Relation[] = workbook.sheets.map((_sheet, index) => ({
    id: `rId${String(index + 1)}`,
    type: 'worksheet',
    target: `worksheets/sheet${String(index + 1)}.xml`,
  }));
  relations.push({ id: `rId${String(relations.length + 1)}`, type: 'styles', target: 'styles.xml' });
  const root: Relation[] = [
    { id: 'rId1', type: 'officeDocument', target: 'xl/workbook.xml' },
    { id: 'rId2', type: 'core-properties', target: 'docProps/core.xml' },
  ];
  workbook.xmlParts.forEach((_part, index) => {
    const target = `../customXml/item${String(index + 1)}.xml`;
    relations.push({ id: `rId${String(relations.length + 1)}`, type: 'customXml', target });
  });
  const parts: Part[] = [
    { name: 'xl/workbook.xml', type: `${SHEET_TYPE}.sheet.main+xml`, content: workbookXml(workbook) },
    { name: 'xl/_rels/workbook.xml.rels', type: null, content: relationsXml(relations) },
    ...sheets,
    { name: 'xl/styles.xml', type: `${SHEET_TYPE}.styles+xml`, content: styles.xml() },
    ...workbook.xmlParts.map((part, index) => ({
      name: `customXml/item${String(index + 1)}.xml`,
      type: 'application/xml',
      content: part.xml,
    })),
    {
      name: 'docProps/core.xml',
      type: 'application/vnd.openxmlformats-package.core-properties+xml',
      content: coreProperties(workbook),
    },
    { name: '_rels/.rels', type: null, content: relationsXml(root) },
  ];
  const all = [{ name: '[Content_Types].xml', type: null, content: contentTypes(parts) }, ...parts];
  const encoder = new TextEncoder();
  return zipStored(all.map(({ name, content }): ZipPart => ({ name, bytes: encoder.encode(content) })));
}
