/** A sheet plan as a few lines of text, for golden files: small enough to read, complete enough to notice a change. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { CellRange } from '../../src/core/cells/cell';
import { cellAddress, columnLetters } from '../../src/core/cells/address';
import type { PlanCell, PlanValue, SheetPlan, WorkbookPlan } from '../../src/core/sheets/sheet-plan';

const range = (one: CellRange): string => `${cellAddress(one.top, one.left)}:${cellAddress(one.bottom, one.right)}`;

function valueText(value: PlanValue | null): string {
  if (value === null) return '·';
  switch (value.kind) {
    case 'text':
      return value.value;
    case 'number':
      return `#${String(value.value)}`;
    case 'date':
      return `@${value.iso}`;
    case 'formula':
      return `=${value.formula} → ${value.result === null ? '·' : String(value.result)}`;
  }
}

/** Neighbours that are blank in the same style stand together as "C:E". */
function rowText(cells: readonly PlanCell[]): string[] {
  const lines: string[] = [];
  for (let first = 0; first < cells.length;) {
    const cell = cells[first];
    if (cell === undefined) break;
    let last = first;
    while (cell.value === null && cells[last + 1]?.value === null && cells[last + 1]?.style === cell.style) last += 1;
    const letters = columnLetters(cell.column) + (last > first ? `:${columnLetters(cells[last]?.column ?? 0)}` : '');
    const link = cell.link === undefined ? '' : ` ⇒ ${cell.link.sheet}!${cell.link.cell}`;
    lines.push(`  ${letters} ${cell.style}: ${valueText(cell.value)}${link}`);
    first = last + 1;
  }
  return lines;
}

export function sheetText(sheet: SheetPlan): string {
  const { page, freeze } = sheet;
  const titles =
    page.titleRows === null ? '–' : `${String(page.titleRows.first + 1)}–${String(page.titleRows.last + 1)}`;
  const area = page.printArea === null ? '–' : range(page.printArea);
  const lines = [
    `=== ${sheet.name} (${sheet.visibility}, ${sheet.role})`,
    `widths ${sheet.columnWidths.join(' ')}`,
    `freeze ${String(freeze.rows)} × ${String(freeze.columns)}`,
    `page ${page.orientation} ${page.margins} ${String(page.pagesWide)} wide, rows ${titles}, area ${area}`,
    `merges ${sheet.merges.map(range).join(' ')}`,
    `heights ${[...sheet.rowHeights]
      .sort((a, b) => a[0] - b[0])
      .map(([row, height]) => `${String(row + 1)}:${String(height)}`)
      .join(' ')}`,
    `editable ${sheet.editable === null ? 'all' : sheet.editable.map(range).join(' ')}`,
    ...(sheet.hiddenColumns.length === 0 ? [] : [`hidden ${sheet.hiddenColumns.map(columnLetters).join(' ')}`]),
    ...sheet.validations.map(
      (one) => `valid ${range(one.range)} ${one.kind}: ${one.prompt.title} | ${one.prompt.message}`,
    ),
    ...sheet.conditionalFormats.map((one) => `format ${range(one.range)} ${one.look}: ${one.formula}`),
    ...sheet.tables.map((one) => `table ${one.name} ${range(one.range)}`),
  ];
  const rows = new Map<number, PlanCell[]>();
  for (const cell of sheet.cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  for (const [row, cells] of [...rows].sort((a, b) => a[0] - b[0])) lines.push(String(row + 1), ...rowText(cells));
  return `${lines.join('\n')}\n`;
}

export function workbookText(plan: WorkbookPlan): string {
  const properties = Object.entries(plan.properties).map(([name, value]) => `${name} = ${value}`);
  return [`# ${plan.title}`, ...properties, ...plan.sheets.map(sheetText)].join('\n');
}

/** Compares with tests/golden/NAME; UPDATE_GOLDEN=1 writes the file anew, to be read before it is kept. */
export function expectGolden(name: string, text: string): void {
  const path = join(__dirname, '..', 'golden', name);
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, text);
  expect(text).toBe(readFileSync(path, 'utf8'));
}
