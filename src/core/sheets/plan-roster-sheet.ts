/**
 * Sheet "Danh sách đơn vị": the roster as a table that a clerk edits like any other. Planned here, read back by
 * `roster-sheet.ts`; what stands in it is the roster, nothing of it is kept elsewhere in secret.
 */
import type { RosterUnit } from '../campaign/roster-unit';
import type { CellRange } from '../cells/cell';
import { columnLetters } from '../cells/address';
import { number, planList, text, type ListColumn } from './list-sheet';
import { SHEET_ROLES } from './markers';
import { rangeOf } from './sheet-builder';
import type { PlanCell, PlanValidation, SheetPlan } from './sheet-plan';
import type { Bubble } from './sheet-words';

export interface RosterWords {
  readonly sheetName: string;
  readonly title: string;
  readonly hints: readonly string[];
  readonly order: string;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly superior: string;
  readonly email: string;
  readonly deadline: string;
  readonly aliases: string;
  /** The kinds to choose from, and the header they stand under. */
  readonly kinds: readonly string[];
  readonly kindsHeader: string;
  readonly kindPrompt: Bubble;
  readonly kindAlert: Bubble;
  readonly deadlinePrompt: Bubble;
}

export const ROSTER_TABLE = 'DanhSachDonVi';
/** Blank lines to type into where there is no unit yet. */
const BLANK_LINES = 20;
/** Lines below the table that choose their kind from the list as well: a table grows as one types under it. */
const SPARE_LINES = 300;

/** Plans the table of these units, in their order; blank lines for an empty roster. */
export function planRosterSheet(units: readonly RosterUnit[], words: RosterWords): SheetPlan {
  const columns: ListColumn[] = [
    { header: words.order, width: 6, style: 'textCentre' },
    { header: words.code, width: 12, style: 'code' },
    { header: words.name, width: 40, style: 'inputText' },
    { header: words.kind, width: 26, style: 'inputText' },
    { header: words.superior, width: 30, style: 'inputText' },
    { header: words.email, width: 26, style: 'inputText' },
    { header: words.deadline, width: 20, style: 'inputText' },
    { header: words.aliases, width: 34, style: 'inputText' },
  ];
  const lines =
    units.length === 0
      ? Array.from({ length: BLANK_LINES }, () => [])
      : units.map((unit, index) => [
          number(index + 1),
          text(unit.code),
          text(unit.name),
          text(unit.kindText),
          text(unit.superior),
          text(unit.email),
          text(unit.deadline),
          text(unit.aliases.join('; ')),
        ]);
  const plan = planList({
    name: words.sheetName,
    role: SHEET_ROLES.roster,
    table: ROSTER_TABLE,
    title: words.title,
    hints: words.hints,
    columns,
    rows: lines,
    frozenColumns: 3,
  });
  const top = plan.tables[0]?.range.top ?? 0;
  // The kinds stand beside the table, a column away, so that a drop-down list can name them.
  const right = columns.length + 1;
  const kinds: PlanCell[] = [words.kindsHeader, ...words.kinds].map((value, index) => ({
    row: top + index,
    column: right,
    value: { kind: 'text', value },
    style: index === 0 ? 'header' : 'text',
  }));
  const bottom = top + lines.length + SPARE_LINES;
  const column = (header: string): number => columns.findIndex((one) => one.header === header);
  const below = (header: string): CellRange => rangeOf(top + 1, column(header), bottom, column(header));
  const validations: PlanValidation[] = [
    {
      kind: 'list',
      range: below(words.kind),
      source: {
        formula: `$${columnLetters(right)}$${String(top + 2)}:$${columnLetters(right)}$${String(top + 1 + words.kinds.length)}`,
      },
      prompt: words.kindPrompt,
      alert: words.kindAlert,
    },
    { kind: 'any', range: below(words.deadline), prompt: words.deadlinePrompt },
  ];
  return {
    ...plan,
    cells: [...plan.cells, ...kinds].sort((a, b) => a.row - b.row || a.column - b.column),
    columnWidths: [...plan.columnWidths, 3, 30],
    validations,
  };
}
