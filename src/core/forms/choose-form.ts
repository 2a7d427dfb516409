/** Which of a workbook's tables is the unit's report: the visible one that says something, else the honest answer. */
import type { CellGrid } from '../cells/cell';
import { foldText } from '../cells/fold';
import { finding } from '../findings';
import { bindSheet, hasFigures } from './bind-form';
import type { FormDefinition } from './definition';
import { sameFigures } from './figures-key';
import type { FilledForm } from './filled-form';
import { matcherOf } from './form-matcher';

export type ChosenForm =
  | { readonly kind: 'one'; readonly form: FilledForm }
  /** Several tables with different figures; the sheets they are on. */
  | { readonly kind: 'several'; readonly sheets: readonly string[] }
  /** No table of this form. `resembles`: a table with the form's headings is there, but its rows are others. */
  | { readonly kind: 'none'; readonly resembles: boolean };

/** Looks for the form on every sheet, hidden ones last. */
export function chooseForm(form: FormDefinition, sheets: readonly CellGrid[]): ChosenForm {
  const visible = sheets.filter((grid) => grid.visibility === 'visible').flatMap((grid) => bindSheet(form, grid));
  const visibleFilled = distinct(visible.filter(saysSomething));
  if (visibleFilled.length > 1) return { kind: 'several', sheets: visibleFilled.map((one) => one.sheet) };
  const hidden = sheets.filter((grid) => grid.visibility !== 'visible').flatMap((grid) => bindSheet(form, grid));
  const hiddenFilled = distinct(hidden.filter(saysSomething));
  const first = visibleFilled[0];
  if (first !== undefined) return { kind: 'one', form: withIgnored(first, [...visible, ...hidden]) };
  if (hiddenFilled.length > 1) return { kind: 'several', sheets: hiddenFilled.map((one) => one.sheet) };
  const fallback = hiddenFilled[0] ?? visible[0] ?? hidden[0];
  if (fallback !== undefined) return { kind: 'one', form: withIgnored(fallback, [...visible, ...hidden]) };
  return { kind: 'none', resembles: sheets.some((grid) => hasHeadings(form, grid)) };
}

/**
 * The form of a consolidated workbook: its other sheets repeat many rows of the form, but only one has them all.
 * Its column of reporting units is no stray number.
 */
export function chooseSummary(form: FormDefinition, sheets: readonly CellGrid[]): ChosenForm {
  let best: FilledForm | null = null;
  for (const one of sheets.filter((grid) => grid.visibility === 'visible').flatMap((grid) => bindSheet(form, grid))) {
    if (best === null || rowsFound(one) > rowsFound(best)) best = one;
  }
  if (best === null) return { kind: 'none', resembles: false };
  return {
    kind: 'one',
    form: { ...best, findings: best.findings.filter((one) => one.code !== 'number-unplaced' && one.code !== 'column-extra') },
  };
}

function rowsFound(filled: FilledForm): number {
  if (filled.list !== undefined) return filled.list.entries.length;
  return filled.lines.filter((line) => line.at !== null).length;
}

function saysSomething(filled: FilledForm): boolean {
  return hasFigures(filled) || filled.extras.length > 0;
}

/** A copied sheet says nothing new: of equal tables the first stays. */
function distinct(forms: readonly FilledForm[]): readonly FilledForm[] {
  return forms.filter((one, index) => !forms.slice(0, index).some((earlier) => sameFigures(earlier, one)));
}

function withIgnored(chosen: FilledForm, all: readonly FilledForm[]): FilledForm {
  const others = [...new Set(all.filter((one) => one !== chosen && one.sheet !== chosen.sheet).map((one) => one.sheet))];
  const said = others.map((sheet) => finding('other-sheet-ignored', 'hint', { sheet, cell: null }, { sheet }));
  return said.length === 0 ? chosen : { ...chosen, findings: [...chosen.findings, ...said] };
}

/** Rows looked at for headings, and how many of the form's headings make another form of the same family. */
const HEADING_ROWS = 60;
const HEADINGS_OF_A_KIND = 3;

function hasHeadings(form: FormDefinition, grid: CellGrid): boolean {
  const columns = matcherOf(form).columns;
  return grid.rows.slice(0, HEADING_ROWS).some((row) => {
    const texts = row.cells.flatMap((cell) => (cell.value.kind === 'text' ? [foldText(cell.value.value)] : []));
    return columns.filter((column) => column.words.some((words) => texts.includes(words))).length >= HEADINGS_OF_A_KIND;
  });
}
