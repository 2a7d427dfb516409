/** xl/worksheets/sheetN.xml: one sheet of the model, its elements in the order of ECMA-376 Part 1, 18.3.1.99. */
import { XML_HEAD, attributes, escapePlain, escapeText } from '../../files/write/xml-text';
import type { ConditionalFormat, Validation } from '../model/parts';
import { MAX_COLUMNS, MAX_ROWS, columnName, formatRect, type Rect } from '../model/rect';
import { DEFAULT_FORMAT } from '../model/cell-format';
import type { CellContent } from '../model/cell';
import { columnOf, rowOf, type Sheet } from '../model/sheet';
import type { Styles } from './styles-xml';

/** Points to the width that the file stores: characters of the standard font plus its padding. */
const widthOf = (points: number): number => Math.round((((points * 96) / 72 - 5) / 7) * 256) / 256;

const xlfn = /\b(IFS|MAXIFS|MINIFS|TEXTJOIN|CONCAT|SWITCH|XLOOKUP|XMATCH|FILTER|UNIQUE|SORT|SORTBY|SEQUENCE|LET|LAMBDA)\(/g;

/** The formula as files hold it: without "=", newer functions with their prefix, "[@x]" written out. */
export function fileFormula(formula: string): string {
  return formula
    .slice(1)
    .replace(xlfn, '_xlfn.$1(')
    .replace(/\[@\[([^\]]+)\]\]/g, '[[#This Row],[$1]]')
    .replace(/\[@([^[\]]+)\]/g, '[[#This Row],[$1]]');
}

function cellXml(row: number, column: number, style: number, content: CellContent | undefined, tableName: string | null): string {
  const place = { r: `${columnName(column)}${String(row + 1)}`, s: style === 0 ? null : style };
  if (content === undefined || content.type === 'Empty' || content.spilledFrom !== undefined) {
    return `<c${attributes(place)}/>`;
  }
  const { formula, value } = content;
  // A structured reference without a table name means the table it stands in; files name it.
  const named =
    formula === null
      ? ''
      : fileFormula(formula).replace(/(^|[^\p{L}\p{N}_\]])\[\[#This Row\]/gu, `$1${tableName ?? ''}[[#This Row]`);
  const f = formula === null ? '' : `<f>${escapePlain(named)}</f>`;
  if (typeof value === 'number') return `<c${attributes(place)}>${f}<v>${String(value)}</v></c>`;
  if (typeof value === 'boolean') return `<c${attributes({ ...place, t: 'b' })}>${f}<v>${value ? '1' : '0'}</v></c>`;
  if (content.type === 'Error') return `<c${attributes({ ...place, t: 'e' })}>${f}<v>${escapeText(value)}</v></c>`;
  if (formula !== null) return `<c${attributes({ ...place, t: 'str' })}>${f}<v>${escapeText(value)}</v></c>`;
  return `<c${attributes({ ...place, t: 'inlineStr' })}><is><t xml:space="preserve">${escapeText(value)}</t></is></c>`;
}

function rowsXml(sheet: Sheet, styles: Styles, tableAt: (row: number, column: number) => string | null): string {
  const byRow = new Map<number, number[]>();
  const note = (key: number): void => {
    const list = byRow.get(rowOf(key));
    if (list === undefined) byRow.set(rowOf(key), [key]);
    else list.push(key);
  };
  for (const key of sheet.cells.keys()) note(key);
  for (const key of sheet.formats.keys()) if (!sheet.cells.has(key)) note(key);
  for (const row of sheet.rows.keys()) if (!byRow.has(row)) byRow.set(row, []);
  const lines: string[] = [];
  for (const [row, keys] of [...byRow].sort(([a], [b]) => a - b)) {
    const info = sheet.rows.get(row);
    const cells = keys
      .sort((a, b) => a - b)
      .map((key) => {
        const column = columnOf(key);
        return cellXml(row, column, styles.cell(sheet.format(row, column)), sheet.cells.get(key), tableAt(row, column));
      });
    const own = {
      r: row + 1,
      s: info?.format === undefined ? null : styles.cell(info.format),
      customFormat: info?.format === undefined ? null : 1,
      ht: info?.height ?? null,
      customHeight: info?.height === undefined ? null : 1,
      hidden: info?.hidden === true ? 1 : null,
    };
    lines.push(`<row${attributes(own)}>${cells.join('')}</row>`);
  }
  return `<sheetData>${lines.join('')}</sheetData>`;
}

function columnsXml(sheet: Sheet, styles: Styles): string {
  const base = sheet.baseFormat === DEFAULT_FORMAT ? null : styles.cell(sheet.baseFormat);
  const columns = [...sheet.columns]
    .sort(([a], [b]) => a - b)
    .map(([column, info]) => {
      const style = info.format === undefined ? base : styles.cell(info.format);
      return `<col${attributes({
        min: column + 1,
        max: column + 1,
        width: widthOf(info.width ?? 48),
        customWidth: info.width === undefined ? null : 1,
        hidden: info.hidden === true ? 1 : null,
        style,
      })}/>`;
    });
  const last = Math.max(-1, ...sheet.columns.keys());
  if (base !== null && last < MAX_COLUMNS - 1) {
    columns.push(`<col${attributes({ min: last + 2, max: MAX_COLUMNS, width: widthOf(48), style: base })}/>`);
  }
  return columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`;
}

const reference = (rects: readonly Rect[]): string =>
  rects
    .map((rect) => {
      const bounded = { ...rect, bottom: Math.min(rect.bottom, MAX_ROWS - 1), right: Math.min(rect.right, MAX_COLUMNS - 1) };
      const corner = (row: number, column: number): string => `${columnName(column)}${String(row + 1)}`;
      const first = corner(bounded.top, bounded.left);
      const last = corner(bounded.bottom, bounded.right);
      return first === last ? first : `${first}:${last}`;
    })
    .join(' ');

const OPERATORS: Readonly<Record<string, string>> = {
  Between: 'between',
  NotBetween: 'notBetween',
  EqualTo: 'equal',
  NotEqualTo: 'notEqual',
  GreaterThan: 'greaterThan',
  LessThan: 'lessThan',
  GreaterThanOrEqualTo: 'greaterThanOrEqual',
  LessThanOrEqualTo: 'lessThanOrEqual',
  GreaterThanOrEqual: 'greaterThanOrEqual',
  LessThanOrEqual: 'lessThanOrEqual',
};

const KINDS = { wholeNumber: 'whole', decimal: 'decimal', date: 'date', time: 'time', textLength: 'textLength' } as const;
const ALERTS: Readonly<Record<string, string | null>> = { Stop: null, Warning: 'warning', Information: 'information' };

function validationXml({ rects, rule, prompt, errorAlert, ignoreBlanks }: Validation): string {
  const side = (value: string | number | null, tag: string): string => {
    if (value === null) return '';
    return `<${tag}>${escapePlain(typeof value === 'string' ? value.replace(/^=/, '') : String(value))}</${tag}>`;
  };
  let type: string | null = null;
  let operator: string | null = null;
  let formulas = '';
  if (rule.kind === 'list') {
    type = 'list';
    const source = rule.source.startsWith('=') ? rule.source : `"${rule.source.replaceAll('"', '""')}"`;
    formulas = side(source, 'formula1');
  } else if (rule.kind === 'custom') {
    type = 'custom';
    formulas = side(rule.formula, 'formula1');
  } else if (rule.kind !== 'none') {
    type = KINDS[rule.kind];
    operator = OPERATORS[rule.operator] ?? null;
    formulas = side(rule.formula1, 'formula1') + side(rule.formula2, 'formula2');
  }
  const own = {
    type,
    errorStyle: ALERTS[errorAlert.style] ?? null,
    operator: operator === 'between' ? null : operator,
    allowBlank: ignoreBlanks ? 1 : null,
    showDropDown: rule.kind === 'list' && !rule.inCellDropDown ? 1 : null,
    showInputMessage: prompt.showPrompt ? 1 : null,
    showErrorMessage: errorAlert.showAlert ? 1 : null,
    errorTitle: errorAlert.title || null,
    error: errorAlert.message || null,
    promptTitle: prompt.title || null,
    prompt: prompt.message || null,
    sqref: reference(rects),
  };
  return `<dataValidation${attributes(own)}>${formulas}</dataValidation>`;
}

function conditionalXml(format: ConditionalFormat, priority: number, styles: Styles): string {
  const common = { dxfId: styles.look(format.look), priority: priority + 1, stopIfTrue: format.stopIfTrue ? 1 : null };
  const formula = (text: string | null): string => (text === null ? '' : `<formula>${escapePlain(text.slice(1))}</formula>`);
  const rule =
    format.type === 'Custom'
      ? `<cfRule${attributes({ type: 'expression', ...common })}>${formula(format.formula)}</cfRule>`
      : `<cfRule${attributes({ type: 'cellIs', ...common, operator: OPERATORS[format.cellValue?.operator ?? ''] ?? null })}>` +
        `${formula(format.cellValue?.formula1 ?? null)}${formula(format.cellValue?.formula2 ?? null)}</cfRule>`;
  return `<conditionalFormatting${attributes({ sqref: reference(format.rects) })}>${rule}</conditionalFormatting>`;
}

function viewXml(sheet: Sheet, active: boolean): string {
  const { rows, columns } = sheet.freeze;
  const corner = `${columnName(columns)}${String(rows + 1)}`;
  const pane = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight';
  const frozen = attributes({
    xSplit: columns || null,
    ySplit: rows || null,
    topLeftCell: corner,
    activePane: pane,
    state: 'frozen',
  });
  const inside = rows === 0 && columns === 0 ? '' : `<pane${frozen}/>`;
  const view = { showGridLines: sheet.showGridlines ? null : 0, tabSelected: active ? 1 : null, workbookViewId: 0 };
  return `<sheetViews><sheetView${attributes(view)}>${inside}</sheetView></sheetViews>`;
}

const PAPER: Readonly<Record<string, number>> = { Letter: 1, Tabloid: 3, Legal: 5, A3: 8, A4: 9, A5: 11, B4: 12, B5: 13 };
const inches = (points: number): number => Math.round((points / 72) * 10_000) / 10_000;

function pageXml(sheet: Sheet): string {
  const page = sheet.pageLayout;
  const { zoom, headersFooters: words } = page;
  const fits = zoom.scale === undefined && Object.keys(zoom).length > 0;
  const sides = (left: string, center: string, right: string): string =>
    (left && `&L${left}`) + (center && `&C${center}`) + (right && `&R${right}`);
  const header = sides(words.leftHeader, words.centerHeader, words.rightHeader);
  const footer = sides(words.leftFooter, words.centerFooter, words.rightFooter);
  return (
    `<printOptions${attributes({
      horizontalCentered: page.centerHorizontally ? 1 : null,
      verticalCentered: page.centerVertically ? 1 : null,
      headings: page.printHeadings ? 1 : null,
      gridLines: page.printGridlines ? 1 : null,
    })}/>` +
    `<pageMargins${attributes({
      left: inches(page.leftMargin),
      right: inches(page.rightMargin),
      top: inches(page.topMargin),
      bottom: inches(page.bottomMargin),
      header: inches(page.headerMargin),
      footer: inches(page.footerMargin),
    })}/>` +
    `<pageSetup${attributes({
      paperSize: PAPER[page.paperSize ?? ''] ?? null,
      scale: zoom.scale === undefined || zoom.scale === 100 ? null : zoom.scale,
      fitToWidth: fits ? (zoom.horizontalFitToPages ?? 0) : null,
      fitToHeight: fits ? (zoom.verticalFitToPages ?? 0) : null,
      orientation: page.orientation.toLowerCase(),
    })}/>` +
    (header === '' && footer === ''
      ? ''
      : `<headerFooter><oddHeader>${escapePlain(header)}</oddHeader><oddFooter>${escapePlain(footer)}</oddFooter></headerFooter>`)
  );
}

/** Excel's attributes say what is forbidden: 0 allows. */
function protectionXml(sheet: Sheet): string {
  const { protection } = sheet;
  if (protection === null) return '';
  const { options } = protection;
  const allowed = (flag: boolean): 0 | null => (flag ? 0 : null);
  return `<sheetProtection${attributes({
    sheet: 1,
    objects: options.allowEditObjects ? null : 1,
    scenarios: options.allowEditScenarios ? null : 1,
    formatCells: allowed(options.allowFormatCells),
    formatColumns: allowed(options.allowFormatColumns),
    formatRows: allowed(options.allowFormatRows),
    insertColumns: allowed(options.allowInsertColumns),
    insertRows: allowed(options.allowInsertRows),
    insertHyperlinks: allowed(options.allowInsertHyperlinks),
    deleteColumns: allowed(options.allowDeleteColumns),
    deleteRows: allowed(options.allowDeleteRows),
    sort: allowed(options.allowSort),
    autoFilter: allowed(options.allowAutoFilter),
    pivotTables: allowed(options.allowPivotTables),
  })}/>`;
}

export interface SheetParts {
  readonly active: boolean;
  /** Relation ids of the sheet's tables. */
  readonly tableIds: readonly string[];
  /** Relation ids of outside links, by cell. */
  readonly linkIds: ReadonlyMap<number, string>;
  readonly tableAt: (row: number, column: number) => string | null;
}

function linksXml(sheet: Sheet, linkIds: ReadonlyMap<number, string>): string {
  const links = [...sheet.hyperlinks].map(([key, link]) => {
    const id = linkIds.get(key);
    const own = {
      ref: `${columnName(columnOf(key))}${String(rowOf(key) + 1)}`,
      ...(id === undefined ? {} : { 'r:id': id }),
      location: link.documentReference,
      tooltip: link.screenTip,
      display: link.textToDisplay,
    };
    return `<hyperlink${attributes(own)}/>`;
  });
  return links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`;
}

export function sheetXml(sheet: Sheet, styles: Styles, parts: SheetParts): string {
  const fits = sheet.pageLayout.zoom.scale === undefined;
  const color = sheet.tabColor === '' ? '' : `<tabColor rgb="FF${sheet.tabColor.slice(1)}"/>`;
  const fit = fits ? '<pageSetUpPr fitToPage="1"/>' : '';
  const properties = color === '' && fit === '' ? '' : `<sheetPr>${color}${fit}</sheetPr>`;
  const merges = sheet.merges.map((rect) => `<mergeCell${attributes({ ref: formatRect(rect) })}/>`);
  const validations = sheet.validations.map(validationXml);
  const tables = parts.tableIds.map((id) => `<tablePart r:id="${id}"/>`);
  return (
    `${XML_HEAD}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ` +
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    properties +
    viewXml(sheet, parts.active) +
    '<sheetFormatPr defaultRowHeight="15"/>' +
    columnsXml(sheet, styles) +
    rowsXml(sheet, styles, parts.tableAt) +
    protectionXml(sheet) +
    (sheet.autoFilter === null ? '' : `<autoFilter${attributes({ ref: formatRect(sheet.autoFilter) })}/>`) +
    (merges.length === 0 ? '' : `<mergeCells count="${String(merges.length)}">${merges.join('')}</mergeCells>`) +
    sheet.conditionalFormats.map((format, index) => conditionalXml(format, index, styles)).join('') +
    (validations.length === 0
      ? ''
      : `<dataValidations count="${String(validations.length)}">${validations.join('')}</dataValidations>`) +
    linksXml(sheet, parts.linkIds) +
    pageXml(sheet) +
    (tables.length === 0 ? '' : `<tableParts count="${String(tables.length)}">${tables.join('')}</tableParts>`) +
    '</worksheet>'
  );
}
