/** Reads "Danh sách đơn vị" back: whatever the clerk made of the table, with what is wrong in it by its row. */
import { parseDeadline } from '../campaign/deadline';
import { parseRoster, type ParsedRoster } from '../campaign/roster';
import { placedRosterRows } from '../campaign/roster-table';
import { kindOf } from '../campaign/unit-kind';
import type { CellGrid } from '../cells/cell';
import { finding, type Finding } from '../findings';
import type { RosterWords } from './plan-roster-sheet';

/** Rows looked at: the largest roster, its title and some blank lines. */
const MOST_ROWS = 20_100;

/**
 * The units of the sheet. Columns are known by their headings, in any order; a heading that was renamed beyond recognition
 * leaves its column out. `year` completes deadlines like "20/10". Nothing is guessed: every doubt is a finding with its row.
 */
export function readRosterSheet(
  grid: CellGrid,
  words: Pick<RosterWords, 'kindsHeader' | 'kinds'>,
  year: number | null,
): ParsedRoster {
  const parsed = parseRoster(placedRosterRows(grid, legendColumns(grid, words.kindsHeader), MOST_ROWS));
  const known = new Set(words.kinds);
  const findings = parsed.roster.units.flatMap((unit): Finding[] => {
    const { name, kindText, deadline } = unit;
    const oddKind = kindText !== null && !known.has(kindText) && kindOf(kindText) === 'other';
    const oddDeadline = deadline !== null && parseDeadline(deadline, year) === null;
    return [
      ...(oddKind ? [finding('roster-kind', 'warning', null, { name, text: kindText })] : []),
      ...(oddDeadline ? [finding('roster-deadline', 'warning', null, { office: name, text: deadline })] : []),
    ];
  });
  return { roster: parsed.roster, findings: [...parsed.findings, ...findings] };
}

/** The list of kinds beside the table is no part of it. */
function legendColumns(grid: CellGrid, header: string): ReadonlySet<number> {
  const columns = new Set<number>();
  for (const row of grid.rows) {
    for (const { column, value } of row.cells) if (value.kind === 'text' && value.value.trim() === header) columns.add(column);
  }
  return columns;
}
