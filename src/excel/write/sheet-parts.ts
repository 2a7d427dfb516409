/** Everything of a planned sheet besides its cells: sizes, tables, validation, conditional formats, page, protection. */
import type { CellRange } from '../../core/cells/cell';
import { columnLetters } from '../../core/cells/address';
import { CELL_LOOKS, CONDITIONAL_LOOKS, PAGE_MARGINS } from '../../core/sheets/cell-styles';
import { quoteSheetName } from '../../core/sheets/sheet-name';
import type { PlanConditionalFormat, PlanValidation, SheetPlan } from '../../core/sheets/sheet-plan';
import { ARRAY_LIMIT, COMMAND_BYTES, type Batcher } from '../batcher';
import { boundsOf, loose, rangeAt, spansOf } from '../rects';

/** Width in points of a width in characters: seven pixels a digit and five for the edges, at 96 dots per inch. */
function columnPoints(characters: number): number {
  return (Math.trunc(characters * 7) + 5) * 0.75;
}

export async function writeSizes(sheet: Excel.Worksheet, plan: SheetPlan, batcher: Batcher): Promise<void> {
  let first = 0;
  for (let column = 1; column <= plan.columnWidths.length; column += 1) {
    const width = plan.columnWidths[first];
    if (width === undefined || plan.columnWidths[column] === width) continue;
    await batcher.room(COMMAND_BYTES);
    rangeAt(sheet, { top: 0, left: first, bottom: 0, right: column - 1 }).format.columnWidth = columnPoints(width);
    first = column;
  }
  const merged = new Set(plan.merges.map(({ top, left }) => `${String(top)} ${String(left)}`));
  const wrapped = new Set<number>();
  for (const { row, column, value, style } of plan.cells) {
    if (value === null || plan.rowHeights.has(row) || merged.has(`${String(row)} ${String(column)}`)) continue;
    if (CELL_LOOKS[style].wrap) wrapped.add(row);
  }
  for (const span of spansOf([...wrapped])) {
    await batcher.room(COMMAND_BYTES);
    const right = Math.max(0, plan.columnWidths.length - 1);
    rangeAt(sheet, { top: span.first, left: 0, bottom: span.last, right }).format.autofitRows();
  }
  const byHeight = new Map<number, number[]>();
  for (const [row, points] of plan.rowHeights) byHeight.set(points, [...(byHeight.get(points) ?? []), row]);
  for (const [points, rows] of byHeight) {
    for (const span of spansOf(rows)) {
      await batcher.room(COMMAND_BYTES);
      rangeAt(sheet, { top: span.first, left: 0, bottom: span.last, right: 0 }).format.rowHeight = points;
    }
  }
  for (const span of spansOf(plan.hiddenColumns)) {
    await batcher.room(COMMAND_BYTES);
    rangeAt(sheet, { top: 0, left: span.first, bottom: 0, right: span.last }).columnHidden = true;
  }
}

export async function writeMerges(sheet: Excel.Worksheet, plan: SheetPlan, batcher: Batcher): Promise<void> {
  for (const merge of plan.merges) {
    await batcher.room(COMMAND_BYTES);
    rangeAt(sheet, merge).merge(false);
  }
}

/** Tables; `nameOf` gives the name free in this workbook. */
export async function writeTables(
  sheet: Excel.Worksheet,
  plan: SheetPlan,
  nameOf: (name: string) => string,
  batcher: Batcher,
): Promise<void> {
  for (const planned of plan.tables) {
    await batcher.room(COMMAND_BYTES * 4);
    const table = sheet.tables.add(rangeAt(sheet, planned.range), true);
    table.name = nameOf(planned.name);
    table.style = 'TableStyleLight1';
    table.showBandedRows = false;
  }
  if (plan.autoFilter !== null) {
    await batcher.room(COMMAND_BYTES);
    sheet.autoFilter.apply(rangeAt(sheet, plan.autoFilter));
  }
}

/** Limits of Excel: a title, a prompt (255) and an alert (225), a list that is typed out. */
const TITLE = 32;
const MESSAGE = 225;
const LIST = 255;

const cut = (text: string, length: number): string => (text.length <= length ? text : `${text.slice(0, length - 1)}…`);

/** The rule goes in before prompt and alert: set after them, Excel refuses it. */
export async function writeValidations(sheet: Excel.Worksheet, plan: SheetPlan, name: string, batcher: Batcher): Promise<void> {
  const lists = new HelperLists(sheet, plan, name);
  for (const one of plan.validations) {
    const { dataValidation } = rangeAt(sheet, one.range);
    const prompt = { title: cut(one.prompt.title, TITLE), message: cut(one.prompt.message, MESSAGE), showPrompt: true };
    await batcher.room(COMMAND_BYTES * 4 + MESSAGE * 9);
    if (one.kind !== 'any') dataValidation.rule = await ruleOf(one, lists, batcher);
    dataValidation.prompt = prompt;
    if (one.kind === 'any') continue;
    dataValidation.ignoreBlanks = true;
    const alert = { title: cut(one.alert.title, TITLE), message: cut(one.alert.message, MESSAGE) };
    dataValidation.errorAlert = { ...alert, showAlert: true, style: one.kind === 'date' ? 'Warning' : 'Stop' };
  }
}

async function ruleOf(
  one: Exclude<PlanValidation, { kind: 'any' }>,
  lists: HelperLists,
  batcher: Batcher,
): Promise<Excel.DataValidationRule> {
  // ISO dates are what the library documents for dates, whatever the language of the program.
  if (one.kind === 'date') return { date: { formula1: one.from, formula2: one.to, operator: 'Between' } };
  if (one.kind !== 'list') return { [one.kind]: { formula1: one.minimum, operator: 'GreaterThanOrEqualTo' } };
  const source = 'formula' in one.source ? `=${one.source.formula}` : await lists.sourceOf(one.source, batcher);
  return { list: { inCellDropDown: true, source } };
}

/** A list that is too long to be typed out, or whose entries hold commas, stands in a hidden column at the right. */
class HelperLists {
  private column: number;

  constructor(
    private readonly sheet: Excel.Worksheet,
    plan: SheetPlan,
    private readonly name: string,
  ) {
    this.column = Math.max(boundsOf(plan.cells)?.right ?? 0, plan.columnWidths.length) + 2;
  }

  async sourceOf(items: readonly string[], batcher: Batcher): Promise<string> {
    const joined = items.join(',');
    if (joined.length <= LIST && !items.some((item) => item.includes(','))) return joined;
    const rect = { top: 0, left: this.column, bottom: items.length - 1, right: this.column };
    await batcher.room(Math.min(ARRAY_LIMIT, joined.length * 3) + COMMAND_BYTES * 3);
    const range = rangeAt(this.sheet, rect);
    range.numberFormat = '@' as unknown as string[][];
    range.values = items.map((item) => [item]);
    range.columnHidden = true;
    this.column += 1;
    return `=${absolute(this.name, rect)}`;
  }
}

function absolute(sheet: string, { top, left, bottom, right }: CellRange): string {
  return `${quoteSheetName(sheet)}!$${columnLetters(left)}$${String(top + 1)}:$${columnLetters(right)}$${String(bottom + 1)}`;
}

/** The first of the plan has priority; Excel puts the newest first. */
export async function writeConditionalFormats(
  sheet: Excel.Worksheet,
  formats: readonly PlanConditionalFormat[],
  batcher: Batcher,
): Promise<void> {
  for (const one of [...formats].reverse()) {
    await batcher.room(COMMAND_BYTES * 4);
    addConditionalFormat(rangeAt(sheet, one.range), `=${one.formula}`, one.look);
  }
}

/** A conditional format by formula, with one of our looks. */
export function addConditionalFormat(range: Excel.Range, formula: string, look: PlanConditionalFormat['look']): void {
  const { custom } = range.conditionalFormats.add('Custom');
  custom.rule.formula = formula;
  custom.format.font.color = `#${CONDITIONAL_LOOKS[look].color}`;
  custom.format.fill.color = `#${CONDITIONAL_LOOKS[look].fill}`;
}

const POINTS_PER_MILLIMETRE = 72 / 25.4;

/** A4, margins, title rows and columns, print area. */
export async function writePage(sheet: Excel.Worksheet, plan: SheetPlan, batcher: Batcher): Promise<void> {
  const { page } = plan;
  await batcher.room(COMMAND_BYTES * 12);
  const layout = sheet.pageLayout;
  layout.orientation = page.orientation === 'portrait' ? 'Portrait' : 'Landscape';
  layout.paperSize = 'A4';
  if (page.fitToWidth) layout.zoom = { horizontalFitToPages: page.pagesWide };
  const margins = Object.entries(PAGE_MARGINS[page.margins]).map(([side, mm]) => [side, mm * POINTS_PER_MILLIMETRE] as const);
  layout.setPrintMargins('Points', Object.fromEntries(margins));
  const whole = { top: 0, left: 0, bottom: 0, right: 0 };
  if (page.titleRows !== null) {
    layout.setPrintTitleRows(
      loose(rangeAt(sheet, { ...whole, top: page.titleRows.first, bottom: page.titleRows.last }).getEntireRow()),
    );
  }
  if (page.titleColumns !== null) {
    const columns = rangeAt(sheet, { ...whole, left: page.titleColumns.first, right: page.titleColumns.last });
    layout.setPrintTitleColumns(loose(columns.getEntireColumn()));
  }
  if (page.printArea !== null) layout.setPrintArea(rangeAt(sheet, page.printArea));
  sheet.showGridlines = plan.gridLines;
}

/** Rows and columns that stay in view. For sheets that can be seen: panes belong to a window. */
export async function writePanes(sheet: Excel.Worksheet, plan: SheetPlan, batcher: Batcher): Promise<void> {
  await batcher.room(COMMAND_BYTES);
  freezePanes(sheet, plan.freeze.rows, plan.freeze.columns);
}

/** The first rows and columns stay in view. */
export function freezePanes(sheet: Excel.Worksheet, rows: number, columns: number): void {
  if (rows > 0 && columns > 0)
    sheet.freezePanes.freezeAt(rangeAt(sheet, { top: 0, left: 0, bottom: rows - 1, right: columns - 1 }));
  else if (rows > 0) sheet.freezePanes.freezeRows(rows);
  else if (columns > 0) sheet.freezePanes.freezeColumns(columns);
}

/**
 * Labels are protected without a password; the clerk may still format, insert rows for what the form does not ask, and
 * lift the protection. "Format cells" is what marks need, too.
 */
export async function writeProtection(sheet: Excel.Worksheet, plan: SheetPlan, batcher: Batcher): Promise<void> {
  if (plan.editable === null) return;
  for (const range of plan.editable) {
    await batcher.room(COMMAND_BYTES);
    rangeAt(sheet, range).format.protection.locked = false;
  }
  await batcher.room(COMMAND_BYTES);
  sheet.protection.protect({
    allowFormatCells: true,
    allowFormatColumns: true,
    allowFormatRows: true,
    allowInsertRows: true,
  });
}
