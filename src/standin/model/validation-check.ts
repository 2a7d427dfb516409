/** Whether values obey a validation: for `valid`, for typing, and for the marks in the grid. */
import { parseNumeric, type CellContent, type Scalar } from './cell';
import type { Calculation, Question } from './calculation';
import type { Validation, ValidationRule } from './parts';
import { parseRect, splitSheet } from './rect';
import type { Sheet } from './sheet';
import type { Workbook } from './workbook';
import { shiftRelative } from '../formulas/references';

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** The words of a list rule: its own, or the texts of the range it names. */
export function listItems(workbook: Workbook, sheet: Sheet, source: string): string[] | null {
  if (!source.startsWith('=')) return source.split(',').map((item) => item.trim());
  const { sheet: named, rest } = splitSheet(source);
  let home = named === null ? sheet : workbook.findSheet(named);
  let rect = parseRect(rest);
  if (rect === null) {
    const entry = workbook.findName(rest, sheet);
    if (entry === null) return null;
    const target = splitSheet(entry.formula);
    home = target.sheet === null ? sheet : workbook.findSheet(target.sheet);
    rect = parseRect(target.rest);
  }
  if (home === null || rect === null) return null;
  const used = home.usedRect(true, rect);
  const items: string[] = [];
  if (used === null) return items;
  for (let row = used.top; row <= used.bottom; row += 1) {
    for (let column = used.left; column <= used.right; column += 1) {
      const content = home.content(row, column);
      if (content.type !== 'Empty') items.push(String(content.value));
    }
  }
  return items;
}

const OPERATORS: Readonly<Record<string, (value: number, a: number, b: number) => boolean>> = {
  Between: (value, a, b) => value >= Math.min(a, b) && value <= Math.max(a, b),
  NotBetween: (value, a, b) => value < Math.min(a, b) || value > Math.max(a, b),
  EqualTo: (value, a) => value === a,
  NotEqualTo: (value, a) => value !== a,
  GreaterThan: (value, a) => value > a,
  LessThan: (value, a) => value < a,
  GreaterThanOrEqualTo: (value, a) => value >= a,
  LessThanOrEqualTo: (value, a) => value <= a,
};

/** The formulas a rule needs answered at a place, in the order `obeys` reads them. */
export function questionsOf(sheet: Sheet, validation: Validation, place: Place): Question[] {
  const { rule } = validation;
  const [first] = validation.rects;
  const ask = (formula: string): Question => ({
    sheet,
    row: place.row,
    column: place.column,
    formula: shiftRelative(formula, place.row - (first?.top ?? place.row), place.column - (first?.left ?? place.column)),
  });
  if (rule.kind === 'custom') return [ask(rule.formula)];
  if (rule.kind === 'none' || rule.kind === 'list') return [];
  return [rule.formula1, rule.formula2].flatMap((side) => (typeof side === 'string' && side.startsWith('=') ? [ask(side)] : []));
}

/** The value a comparison looks at: a number, or the length of a text; null when there is none. */
function measured(kind: ValidationRule['kind'], content: CellContent): number | null {
  if (kind === 'textLength') return String(content.value).length;
  if (typeof content.value !== 'number') return null;
  if (kind === 'wholeNumber' && !Number.isInteger(content.value)) return null;
  return content.value;
}

function limit(side: string | number | null, answers: Scalar[]): number | null {
  if (typeof side === 'number') return side;
  if (side === null) return null;
  const value = side.startsWith('=') ? answers.shift() : parseNumeric(side)?.value;
  return typeof value === 'number' ? value : null;
}

/** Whether content obeys; `answers` are those to `questionsOf`. */
export function obeys(
  workbook: Workbook,
  sheet: Sheet,
  validation: Validation,
  content: CellContent,
  answers: readonly Scalar[],
): boolean {
  const { rule } = validation;
  if (rule.kind === 'none') return true;
  if (content.type === 'Empty') return validation.ignoreBlanks;
  if (rule.kind === 'list') {
    const items = listItems(workbook, sheet, rule.source);
    return items === null || items.includes(String(content.value));
  }
  if (rule.kind === 'custom') {
    const [answer] = answers;
    return answer === true || (typeof answer === 'number' && answer !== 0);
  }
  const value = measured(rule.kind, content);
  const rest = [...answers];
  const [a, b] = [limit(rule.formula1, rest), limit(rule.formula2, rest)];
  if (value === null || a === null) return false;
  return OPERATORS[rule.operator]?.(value, a, b ?? a) ?? false;
}

/** Checks one place as it stands. */
export async function isValidAt(
  workbook: Workbook,
  calculation: Calculation,
  sheet: Sheet,
  validation: Validation,
  place: Place,
): Promise<boolean> {
  const answers = await calculation.evaluate(questionsOf(sheet, validation, place));
  return obeys(workbook, sheet, validation, sheet.content(place.row, place.column), answers);
}
