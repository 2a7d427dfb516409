/**
 * One sheet as a worksheet part (xl/worksheets/sheetN.xml). The order of its elements is fixed by CT_Worksheet,
 * ECMA-376 Part 1, 18.3.1.99; Excel refuses a file where it is broken.
 */
import { cellAddress } from '../../core/cells/address';
import { PAGE_MARGINS, SHEET_FONT } from '../../core/sheets/cell-styles';
import { quoteSheetName } from '../../core/sheets/sheet-name';
import type { PlanCell, SheetPlan } from '../../core/sheets/sheet-plan';
import { dateSerial } from './date-serial';
import { rangeAddress } from './references';
import { RowHeights } from './row-heights';
import type { SharedStrings } from './shared-strings';
import type { StylesPart } from './styles-part';
import { validationsXml } from './validations-xml';
import { attributes, escapePlain, escapeText, fitCellText, XML_HEAD } from './xml-text';

/** Ids of the relations of this sheet to its other parts. */
export interface SheetRelations {
  readonly tables: readonly string[];
  readonly role: string;
}

/** Text that Excel would take for a formula, or whose own apostrophe it would swallow, when the cell is edited. */
const LIKE_A_FORMULA = /^[=+\-@']/;

export function sheetXml(
  sheet: SheetPlan,
  relations: SheetRelations,
  styles: StylesPart,
  strings: SharedStrings,
  active: boolean,
): string {
  return [
    XML_HEAD,
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ' +
      'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">',
    sheet.page.fitToWidth ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : '',
    viewXml(sheet, active),
    '<sheetFormatPr defaultRowHeight="15"/>',
    columnsXml(sheet),
    ...sheetDataXml(sheet, styles, strings),
    sheet.editable === null
      ? ''
      : '<sheetProtection sheet="1" objects="1" scenarios="1" formatCells="0" formatColumns="0" formatRows="0" insertRows="0"/>',
    sheet.autoFilter === null ? '' : `<autoFilter ref="${rangeAddress(sheet.autoFilter)}"/>`,
    listXml(
      'mergeCells',
      sheet.merges.map((range) => `<mergeCell ref="${rangeAddress(range)}"/>`),
    ),
    conditionalXml(sheet, styles),
    validationsXml(sheet.validations),
    linksXml(sheet.cells),
    pageXml(sheet),
    `<customProperties><customPr name="TongHop.Role" r:id="${relations.role}"/></customProperties>`,
    ignoredErrorsXml(sheet),
    listXml(
      'tableParts',
      relations.tables.map((id) => `<tablePart r:id="${id}"/>`),
    ),
    '</worksheet>',
  ].join('');
}

function listXml(tag: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `<${tag} count="${String(items.length)}">${items.join('')}</${tag}>`;
}

function viewXml(sheet: SheetPlan, active: boolean): string {
  const { rows, columns } = sheet.freeze;
  const pane = columns > 0 ? (rows > 0 ? 'bottomRight' : 'topRight') : 'bottomLeft';
  const frozen =
    rows + columns === 0
      ? ''
      : `<pane${attributes({
          xSplit: columns > 0 ? columns : null,
          ySplit: rows > 0 ? rows : null,
          topLeftCell: cellAddress(rows, columns),
          activePane: pane,
          state: 'frozen',
        })}/><selection pane="${pane}"/>`;
  const view = attributes({
    showGridLines: sheet.gridLines ? null : 0,
    tabSelected: active ? 1 : null,
    workbookViewId: 0,
  });
  return `<sheetViews><sheetView${view}>${frozen}</sheetView></sheetViews>`;
}

function columnsXml(sheet: SheetPlan): string {
  const hidden = new Set(sheet.hiddenColumns);
  const count = Math.max(sheet.columnWidths.length, ...sheet.hiddenColumns.map((column) => column + 1));
  const columns: string[] = [];
  for (let column = 0; column < count; column += 1) {
    const width = sheet.columnWidths[column];
    if (width === undefined && !hidden.has(column)) continue;
    const place = column + 1;
    columns.push(
      // The margin inside a cell takes 5 of the about 7 pixels of a digit: the width in the file includes it (18.3.1.13).
      `<col${attributes({ min: place, max: place, width: (width ?? 9) + 0.71, customWidth: 1 })}` +
        `${hidden.has(column) ? ' hidden="1"' : ''}/>`,
    );
  }
  return columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`;
}

/** The cells, row by row, in ascending order whatever the order of the plan. */
function sheetDataXml(sheet: SheetPlan, styles: StylesPart, strings: SharedStrings): string[] {
  const rows = new Map<number, PlanCell[]>();
  for (const cell of sheet.cells) {
    const row = rows.get(cell.row);
    if (row === undefined) rows.set(cell.row, [cell]);
    else row.push(cell);
  }
  for (const row of sheet.rowHeights.keys()) if (!rows.has(row)) rows.set(row, []);
  const editable = sheet.editable ?? [];
  const heights = new RowHeights(sheet);
  const parts = ['<sheetData>'];
  for (const index of [...rows.keys()].sort((a, b) => a - b)) {
    const fixed = sheet.rowHeights.get(index);
    const cells = rows.get(index) ?? [];
    const height = fixed ?? heights.estimate(cells);
    parts.push(`<row${attributes({ r: index + 1, ht: height, customHeight: fixed === undefined ? null : 1 })}>`);
    cells.sort((a, b) => a.column - b.column);
    cells.forEach((cell, place) => {
      if (cells[place - 1]?.column === cell.column) {
        throw new Error(`sheet "${sheet.name}": cell ${cellAddress(cell.row, cell.column)} is planned twice`);
      }
      const unlocked = editable.some(
        (range) =>
          cell.row >= range.top && cell.row <= range.bottom && cell.column >= range.left && cell.column <= range.right,
      );
      parts.push(cellXml(cell, unlocked, styles, strings));
    });
    parts.push('</row>');
  }
  parts.push('</sheetData>');
  return parts;
}

function cellXml(cell: PlanCell, unlocked: boolean, styles: StylesPart, strings: SharedStrings): string {
  const { value } = cell;
  const quoted = value !== null && value.kind === 'text' && LIKE_A_FORMULA.test(value.value);
  const style = styles.cellFormat(cell.style, { unlocked, quoted, link: cell.link !== undefined });
  const head = `<c r="${cellAddress(cell.row, cell.column)}" s="${String(style)}"`;
  if (value === null) return `${head}/>`;
  switch (value.kind) {
    case 'text':
      return `${head} t="s"><v>${String(strings.place(fitCellText(value.value)))}</v></c>`;
    case 'number':
      return Number.isFinite(value.value) ? `${head}><v>${String(value.value)}</v></c>` : `${head}/>`;
    case 'date':
      return `${head}><v>${String(dateSerial(value.iso))}</v></c>`;
    case 'formula': {
      const formula = `<f>${escapePlain(value.formula)}</f>`;
      // No result is an empty text: what IF(…,"",…) yields.
      if (typeof value.result === 'number') return `${head}>${formula}<v>${String(value.result)}</v></c>`;
      return `${head} t="str">${formula}<v>${escapeText(fitCellText(value.result ?? ''))}</v></c>`;
    }
  }
}

function conditionalXml(sheet: SheetPlan, styles: StylesPart): string {
  return sheet.conditionalFormats
    .map(
      (one, index) =>
        `<conditionalFormatting sqref="${rangeAddress(one.range)}">` +
        `<cfRule type="expression" dxfId="${String(styles.difference(one.look))}" ` +
        `priority="${String(index + 1)}"><formula>${escapePlain(one.formula)}</formula></cfRule></conditionalFormatting>`,
    )
    .join('');
}

function linksXml(cells: readonly PlanCell[]): string {
  const links = cells.flatMap((cell) => {
    if (cell.link === undefined) return [];
    const location = `${quoteSheetName(cell.link.sheet)}!${cell.link.cell}`;
    return [`<hyperlink${attributes({ ref: cellAddress(cell.row, cell.column), location })}/>`];
  });
  return links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`;
}

const MM_PER_INCH = 25.4;

/** A4, page numbers centred in the top margin and none on the first page (Decree 30/2020, Appendix I, II.9). */
function pageXml(sheet: SheetPlan): string {
  const margins = PAGE_MARGINS[sheet.page.margins];
  const inches = (mm: number): number => Math.round((mm / MM_PER_INCH) * 1000) / 1000;
  const setup = {
    paperSize: 9,
    orientation: sheet.page.orientation,
    fitToWidth: sheet.page.fitToWidth ? sheet.page.pagesWide : null,
    fitToHeight: sheet.page.fitToWidth ? 0 : null,
  };
  return (
    '<printOptions horizontalCentered="1"/>' +
    `<pageMargins${attributes({
      left: inches(margins.left),
      right: inches(margins.right),
      top: inches(margins.top),
      bottom: inches(margins.bottom),
      header: inches(margins.header),
      footer: inches(margins.footer),
    })}/><pageSetup${attributes(setup)}/>` +
    `<headerFooter differentFirst="1"><oddHeader>&amp;C&amp;"${SHEET_FONT},Regular"&amp;13&amp;P</oddHeader></headerFooter>`
  );
}

/** Texts such as "1.10" stand in their column on purpose: no green corner in the row numbers. */
function ignoredErrorsXml(sheet: SheetPlan): string {
  const last = sheet.cells.reduce((most, cell) => Math.max(most, cell.row), 0);
  const right = sheet.cells.reduce((most, cell) => Math.max(most, cell.column), 0);
  const all = rangeAddress({ top: 0, left: 0, bottom: last, right });
  return `<ignoredErrors><ignoredError sqref="${all}" numberStoredAsText="1"/></ignoredErrors>`;
}
