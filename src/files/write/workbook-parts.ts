/** The parts around the sheets: workbook.xml, relations, content types, document properties. ECMA-376 Parts 1 and 2. */
import { quoteSheetName } from '../../core/sheets/sheet-name';
import type { SheetPlan, WorkbookPlan } from '../../core/sheets/sheet-plan';
import { absoluteAddress, columnsReference } from './references';
import { attributes, escapePlain, XML_HEAD } from './xml-text';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export interface Relation {
  readonly id: string;
  /** The last word of the relation's type: "worksheet", "table". */
  readonly type: string;
  readonly target: string;
}

export function relationsXml(relations: readonly Relation[]): string {
  const items = relations.map((one) => {
    const type =
      one.type === 'core-properties'
        ? `${PACKAGE}/relationships/metadata/core-properties`
        : `${OFFICE}/relationships/${one.type}`;
    return `<Relationship${attributes({ Id: one.id, Type: type, Target: one.target })}/>`;
  });
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

export const ROOT_RELATIONS: readonly Relation[] = [
  { id: 'rId1', type: 'officeDocument', target: 'xl/workbook.xml' },
  { id: 'rId2', type: 'core-properties', target: 'docProps/core.xml' },
  { id: 'rId3', type: 'extended-properties', target: 'docProps/app.xml' },
  { id: 'rId4', type: 'custom-properties', target: 'docProps/custom.xml' },
];

export function workbookXml(plan: WorkbookPlan): string {
  const sheets = plan.sheets.map((sheet, index) => {
    const state = sheet.visibility === 'visible' ? null : sheet.visibility;
    return `<sheet${attributes({ name: sheet.name, sheetId: index + 1, state })} r:id="rId${String(index + 1)}"/>`;
  });
  const names = [
    ...plan.sheets.flatMap(sheetNames),
    ...Object.entries(plan.names).map(
      ([name, reference]) => `<definedName${attributes({ name })}>${escapePlain(reference)}</definedName>`,
    ),
  ];
  return (
    `${XML_HEAD}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}/relationships">` +
    '<workbookPr/>' +
    '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000"' +
    `${attributes({ activeTab: activeSheet(plan) })}/></bookViews>` +
    `<sheets>${sheets.join('')}</sheets>${names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`}` +
    // Results are stored, but Excel calculates again when it opens the file: no figure rests on our arithmetic alone.
    '<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>'
  );
}

/** The sheet in front: the first that can be seen. A workbook without one cannot be opened. */
export function activeSheet(plan: WorkbookPlan): number {
  const first = plan.sheets.findIndex((sheet) => sheet.visibility === 'visible');
  if (first < 0) throw new Error('a workbook needs a sheet that can be seen');
  return first;
}

function sheetNames(sheet: SheetPlan, index: number): string[] {
  const own = (name: string, reference: string, hidden: boolean): string =>
    `<definedName${attributes({ name, localSheetId: index, hidden: hidden ? 1 : null })}>${escapePlain(reference)}</definedName>`;
  const on = `${quoteSheetName(sheet.name)}!`;
  const { titleRows, titleColumns, printArea } = sheet.page;
  const titles = [
    titleColumns === null ? null : `${on}${columnsReference(titleColumns.first, titleColumns.last)}`,
    titleRows === null ? null : `${on}$${String(titleRows.first + 1)}:$${String(titleRows.last + 1)}`,
  ].filter((one) => one !== null);
  return [
    ...(sheet.autoFilter === null ? [] : [own('_xlnm._FilterDatabase', on + absoluteAddress(sheet.autoFilter), true)]),
    ...(printArea === null ? [] : [own('_xlnm.Print_Area', on + absoluteAddress(printArea), false)]),
    ...(titles.length === 0 ? [] : [own('_xlnm.Print_Titles', titles.join(','), false)]),
  ];
}

/** Content types per part: [name of the part, last words of its type]. */
export function contentTypesXml(parts: readonly (readonly [string, string])[]): string {
  const items = parts.map(([name, type]) => `<Override${attributes({ PartName: `/${name}`, ContentType: type })}/>`);
  return (
    `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${items.join('')}</Types>`
  );
}

export const CONTENT_TYPE = {
  workbook: `${TYPE}.sheet.main+xml`,
  sheet: `${TYPE}.worksheet+xml`,
  table: `${TYPE}.table+xml`,
  styles: `${TYPE}.styles+xml`,
  strings: `${TYPE}.sharedStrings+xml`,
  sheetProperty: `${TYPE}.customProperty`,
  core: 'application/vnd.openxmlformats-package.core-properties+xml',
  app: 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
  custom: 'application/vnd.openxmlformats-officedocument.custom-properties+xml',
} as const;

/** Title only: no author, no times, so that nobody's name leaves the machine and equal plans give equal files. */
export function corePropertiesXml(title: string): string {
  return (
    `${XML_HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapePlain(title)}</dc:title></cp:coreProperties>`
  );
}

export function appPropertiesXml(): string {
  return `${XML_HEAD}<Properties xmlns="${OFFICE}/extended-properties"><Application>Tong hop</Application></Properties>`;
}

/** Custom document properties, all as text. The first two ids are reserved by the format. */
export function customPropertiesXml(properties: Readonly<Record<string, string>>): string {
  const items = Object.entries(properties).map(
    ([name, value], index) =>
      `<property${attributes({ fmtid: '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}', pid: index + 2, name })}>` +
      `<vt:lpwstr>${escapePlain(value)}</vt:lpwstr></property>`,
  );
  return (
    `${XML_HEAD}<Properties xmlns="${OFFICE}/custom-properties" xmlns:vt="${OFFICE}/docPropsVTypes">` +
    `${items.join('')}</Properties>`
  );
}
