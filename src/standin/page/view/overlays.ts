/** What lies over the cells' own looks: tables and conditional formats. Computed here, drawn by the grid. */
import { shiftRelative } from '../../formulas/references';
import type { Calculation, Question } from '../../model/calculation';
import type { ConditionalFormat } from '../../model/parts';
import { cellCount, columnName, contains, intersect } from '../../model/rect';
import { keyOf, type Sheet } from '../../model/sheet';
import type { Table } from '../../model/table';
import type { Workbook } from '../../model/workbook';
import { overlayOf, type Overlay } from './cell-style';

/** Conditional formats are looked at in this many cells of a sheet at most: it is a picture, not a calculation. */
const MAX_CELLS = 6000;

const CELL_TESTS: Readonly<Record<string, (cell: string, a: string, b: string) => string>> = {
  Between: (cell, a, b) => `AND(${cell}>=${a},${cell}<=${b})`,
  NotBetween: (cell, a, b) => `OR(${cell}<${a},${cell}>${b})`,
  EqualTo: (cell, a) => `${cell}=${a}`,
  NotEqualTo: (cell, a) => `${cell}<>${a}`,
  GreaterThan: (cell, a) => `${cell}>${a}`,
  LessThan: (cell, a) => `${cell}<${a}`,
  GreaterThanOrEqual: (cell, a) => `${cell}>=${a}`,
  LessThanOrEqual: (cell, a) => `${cell}<=${a}`,
};

/** The formula that decides at a place, or null while the format has none. */
function formulaAt(format: ConditionalFormat, row: number, column: number): string | null {
  const [first] = format.rects;
  if (first === undefined) return null;
  const shift = (formula: string): string => shiftRelative(formula, row - first.top, column - first.left);
  if (format.type === 'Custom') return format.formula === '' ? null : shift(format.formula);
  const rule = format.cellValue;
  const test = rule === null ? undefined : CELL_TESTS[rule.operator];
  if (rule === null || test === undefined) return null;
  const side = (formula: string | null): string => (formula === null ? '0' : shift(formula).slice(1));
  return `=${test(`${columnName(column)}${String(row + 1)}`, side(rule.formula1), side(rule.formula2))}`;
}

interface Decision {
  readonly key: number;
  readonly format: ConditionalFormat;
}

/** Which cells of a sheet its conditional formats light up, and how. */
export async function conditionalOverlays(calculation: Calculation, sheet: Sheet): Promise<Map<number, Overlay>> {
  const overlays = new Map<number, Overlay>();
  if (sheet.conditionalFormats.length === 0) return overlays;
  const used = sheet.usedRect(false);
  const questions: Question[] = [];
  const decisions: Decision[] = [];
  for (const format of sheet.conditionalFormats) {
    for (const rect of format.rects) {
      const visible = cellCount(rect) <= MAX_CELLS || used === null ? rect : intersect(rect, used);
      if (visible === null || cellCount(visible) > MAX_CELLS) continue;
      for (let row = visible.top; row <= visible.bottom; row += 1) {
        for (let column = visible.left; column <= visible.right; column += 1) {
          const formula = formulaAt(format, row, column);
          if (formula === null || questions.length >= MAX_CELLS) continue;
          questions.push({ sheet, row, column, formula });
          decisions.push({ key: keyOf(row, column), format });
        }
      }
    }
  }
  const answers = await calculation.evaluate(questions);
  const stopped = new Set<number>();
  decisions.forEach(({ key, format }, index) => {
    const answer = answers[index];
    if (stopped.has(key) || !(answer === true || (typeof answer === 'number' && answer !== 0))) return;
    // An earlier format has the higher priority: what it says stays.
    overlays.set(key, { ...overlayOf(format.look), ...overlays.get(key) });
    if (format.stopIfTrue) stopped.add(key);
  });
  return overlays;
}

/** Accents of the Office theme by the number in "TableStyleMedium2": 1 is black, 2 blue, 3 orange … */
const ACCENTS = ['#000000', '#4472C4', '#ED7D31', '#A5A5A5', '#FFC000', '#5B9BD5', '#70AD47'] as const;
const BANDS = ['#D9D9D9', '#D9E1F2', '#FCE4D6', '#EDEDED', '#FFF2CC', '#DDEBF7', '#E2EFDA'] as const;

function tableOverlay(table: Table, row: number): Overlay | null {
  const match = /^TableStyle(Light|Medium|Dark)(\d+)$/.exec(table.style);
  if (match?.[2] === undefined) return null;
  const color = (Number(match[2]) - 1) % 7;
  const strong = match[1] !== 'Light';
  if (table.headerRow?.top === row) {
    return strong
      ? { fillColor: ACCENTS[color] ?? ACCENTS[1], fontColor: '#FFFFFF', bold: true }
      : { bold: true, fontColor: ACCENTS[color] ?? ACCENTS[1] };
  }
  if (table.totalRow?.top === row) return { bold: true };
  const banded = table.showBandedRows && (row - table.body.top) % 2 === 0;
  return banded ? { fillColor: BANDS[color] ?? BANDS[1] } : null;
}

/** The look that a table gives a cell without a fill of its own. */
export function tableOverlayAt(workbook: Workbook, sheet: Sheet, row: number, column: number): Overlay | null {
  const table = workbook.tables.find((other) => other.sheet === sheet && contains(other.range, row, column));
  return table === undefined ? null : tableOverlay(table, row);
}
