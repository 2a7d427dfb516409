/**
 * "Tạo mẫu từ bảng": the clerk selects a table in the sheet, looks at what was guessed of it, confirms, and has a form that
 * is kept with the workbook and works like any other.
 */
import type { FormDefinition } from '../core/forms/definition';
import { formAsData } from '../core/forms/definition';
import { formOfDraft, learnTable, relearnRows, rowsNotFound } from '../core/forms/learn/learn-form';
import type { LearnedDraft, LearnedRole, LearnProblem } from '../core/forms/learn/learned-draft';
import type { CellGrid, CellRange } from '../core/cells/cell';
import { fail, ok, type Result } from '../core/result';
import { LEARN_WORDS } from '../messages/learn-words';
import { withRoles } from './edit-draft';
import { formFromText, formShelf, MOST_FORM_TEXT } from './form-shelf';
import type { HostProblem, SelectionReading } from './host';

export interface LearnedSelection {
  readonly draft: LearnedDraft;
  /** The sheet as it was read: `confirmDraft` reads the new form back from it. */
  readonly grid: CellGrid;
  /** What was selected: the rows are read again when the clerk says that another column has their names. */
  readonly range: CellRange;
}

export type LearnFailure =
  { readonly from: 'excel'; readonly problem: HostProblem } | { readonly from: 'table'; readonly problem: LearnProblem };

/** Reads what is selected and guesses the form in it. Costs Excel one request. */
export async function learnFromSelection(host: SelectionReading): Promise<Result<LearnedSelection, LearnFailure>> {
  const read = await host.readSelection();
  if (!read.ok) return fail({ from: 'excel', problem: read.error });
  const { grid } = read.value.sheet;
  const draft = learnTable(grid, read.value.range);
  return draft.ok ? ok({ draft: draft.value, grid, range: read.value.range }) : fail({ from: 'table', problem: draft.error });
}

/**
 * The draft with a column in another role. Where that changes which columns say number, name and unit of measure of a
 * row, the rows are read again, and what the clerk had corrected in them is gone.
 */
export function withColumnRole(selection: LearnedSelection, column: number, role: LearnedRole): LearnedSelection {
  const { draft, grid, range } = selection;
  const columns = withRoles(draft.columns, column, role);
  const places = (of: LearnedDraft['columns']): string =>
    (['number', 'label', 'unitOfMeasure'] as const).map((one) => of.findIndex((each) => each.role === one)).join();
  const doubts = draft.doubts.filter((one) => one.column !== column);
  if (places(columns) === places(draft.columns)) return { ...selection, draft: { ...draft, columns, doubts } };
  const rows = relearnRows(grid, range, columns);
  const ofColumns = doubts.filter((one) => one.row === null);
  return { ...selection, draft: { ...draft, columns, rows: rows.rows, doubts: [...ofColumns, ...rows.doubts] } };
}

/** Why a confirmed draft is no form yet; `describeConfirmFailure` has its sentence. */
export type ConfirmFailure =
  | { readonly code: 'no-name' }
  /** The draft contradicts itself: no label column, a measure no row asks for, two rows alike. */
  | { readonly code: 'incomplete' }
  /** The form does not find these of its own rows in the table it was made from. */
  | { readonly code: 'rows-not-found'; readonly rows: readonly string[] }
  /** With it the workbook would keep more of its own forms than it can hold. */
  | { readonly code: 'too-large' };

/**
 * The forms kept with the workbook and one more: the confirmed draft under a name. The new form is the last of them. Read
 * back from its own table before it is taken, so that a form that could not read its reports is never kept.
 */
export function confirmDraft(
  { draft, grid }: LearnedSelection,
  name: string,
  learned: readonly FormDefinition[],
): Result<readonly FormDefinition[], ConfirmFailure> {
  const called = name.replace(/\s+/g, ' ').trim().slice(0, 200);
  if (called === '') return fail({ code: 'no-name' });
  const taken = formShelf(learned).forms.map((form) => form.id);
  const { unitLine, label, source } = LEARN_WORDS;
  const made = formOfDraft(draft, { name: called, taken, unitLine, label, source: source(draft.from) });
  if (!made.ok) return fail({ code: 'incomplete' });
  const rows = rowsNotFound(made.value, grid);
  if (rows.length > 0) return fail({ code: 'rows-not-found', rows });
  const all = [...learned, made.value];
  return learnedSize(all) > MOST_FORM_TEXT ? fail({ code: 'too-large' }) : ok(all);
}

export type AddFailure = 'too-large' | 'not-json' | 'not-form' | 'known' | 'full';

/**
 * The forms kept with the workbook and one that was saved as a file, as the last of them. "known": it is there already,
 * or carries the id of an official one; "full": with it the workbook would keep more than it can hold.
 */
export function addSavedForm(text: string, learned: readonly FormDefinition[]): Result<readonly FormDefinition[], AddFailure> {
  const read = formFromText(text);
  if (!read.ok) return read;
  if (formShelf(learned).find(read.value.id) !== undefined) return fail('known');
  // Whatever a file says of itself: only the catalogue has official forms.
  const all = [...learned, { ...read.value, status: 'unofficial' as const }];
  return learnedSize(all) > MOST_FORM_TEXT ? fail('full') : ok(all);
}

/** The forms without one of them: sheets already made with it stay. */
export function withoutLearned(learned: readonly FormDefinition[], id: string): readonly FormDefinition[] {
  return learned.filter((form) => form.id !== id);
}

/** A form as a text to save as a file, for another workbook or the command line (`--form mau.json`). */
export function formAsText(form: FormDefinition): string {
  return `${JSON.stringify(formAsData(form), null, 2)}\n`;
}

function learnedSize(forms: readonly FormDefinition[]): number {
  return JSON.stringify(forms.map(formAsData)).length;
}
