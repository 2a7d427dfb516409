/** Sheet "Đôn đốc": whom to write to, with the ready text; then the files nobody can be written about yet. */
import type { ChaseEntry, ChaseList } from '../campaign/chasing';
import type { Submission } from '../consolidation/consolidation';
import { day, number, planList, text, type ListCell } from './list-sheet';
import { SHEET_ROLES } from './markers';
import type { SheetPlan } from './sheet-plan';

export interface ChasingWords {
  readonly sheetName: string;
  readonly title: string;
  readonly hint: string;
  readonly onDay: (iso: string) => string;
  readonly order: string;
  readonly code: string;
  readonly unit: string;
  readonly superior: string;
  readonly email: string;
  readonly state: string;
  readonly lastDay: string;
  readonly problems: string;
  readonly files: string;
  readonly subject: string;
  readonly body: string;
  readonly nothing: string;
  /** In the column of units, for files whose unit is not known. */
  readonly unplacedTitle: string;
}

export interface ChasingOptions {
  readonly words: ChasingWords;
  readonly today: string | null;
  readonly describe: (entry: ChaseEntry) => { readonly state: string; readonly subject: string; readonly body: string };
  readonly describeFile: (submission: Submission) => string;
}

export function planChasing(
  { entries, unplaced }: ChaseList,
  { words, today, describe, describeFile }: ChasingOptions,
): SheetPlan {
  const rows = entries.map((entry, index): ListCell[] => {
    const { unit, lastDay, problems, submissions } = entry;
    const said = describe(entry);
    return [
      number(index + 1),
      text(unit.code),
      text(unit.name),
      text(unit.superior),
      text(unit.email),
      {
        ...text(said.state),
        style: entry.state === 'missing' || entry.state === 'refused' ? 'severityError' : 'severityWarning',
      },
      day(lastDay),
      number(problems.length === 0 ? null : problems.length),
      text(submissions.map((one) => one.file).join('\n')),
      text(said.subject),
      text(said.body),
    ];
  });
  unplaced.forEach((one, index) => {
    const said = [
      number(entries.length + index + 1),
      text(null),
      text(words.unplacedTitle),
      text(null),
      text(null),
      text(describeFile(one)),
    ];
    rows.push([...said, day(null), number(null), text(one.file)]);
  });
  if (rows.length === 0) rows.push([number(null), text(null), text(words.nothing)]);
  return planList({
    name: words.sheetName,
    role: SHEET_ROLES.chasing,
    table: 'DonDoc',
    title: words.title,
    hints: [[words.hint, ...(today === null ? [] : [words.onDay(today)])].join(' ')],
    columns: [
      { header: words.order, width: 6, style: 'textCentre' },
      { header: words.code, width: 9, style: 'code' },
      { header: words.unit, width: 30, style: 'text' },
      { header: words.superior, width: 22, style: 'text' },
      { header: words.email, width: 22, style: 'text' },
      { header: words.state, width: 18, style: 'textCentre' },
      { header: words.lastDay, width: 13, style: 'date' },
      { header: words.problems, width: 9, style: 'figure' },
      { header: words.files, width: 24, style: 'text' },
      { header: words.subject, width: 34, style: 'text' },
      { header: words.body, width: 80, style: 'text' },
    ],
    rows,
    frozenColumns: 3,
  });
}
