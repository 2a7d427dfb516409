/**
 * The official annex as a sheet to fill in: what "Chèn mẫu" puts into a workbook and what is sent out to a unit.
 * Labels are protected (without a password), quantities are validated by Excel itself, so that the form helps a
 * unit that has no add-in.
 */
import type { CellRange } from '../cells/cell';
import { fieldKey, type FormDefinition } from '../forms/definition';
import { layoutForm, layoutSignature, type FormHeading, type FormPlaces } from './form-layout';
import { planListForm, type ListLine } from './list/plan-list-form';
import { PROPERTY, SHEET_ROLES } from './markers';
import { rangeOf, SheetBuilder } from './sheet-builder';
import { legalSheetName } from './sheet-name';
import type { PlanValidation, SheetPlan, WorkbookPlan } from './sheet-plan';
import type { SheetWords } from './sheet-words';

export interface FormSheetOptions extends FormHeading {
  readonly words: SheetWords;
  /** The sheet's name; null takes the label of the annex. Made legal. */
  readonly sheetName: string | null;
  /** Figures already known, per field key (`fieldKey`); others stay blank. */
  readonly values?: ReadonlyMap<string, number>;
  /** Notes already known, per indicator id. */
  readonly notes?: ReadonlyMap<string, string>;
  /** Lines already known, where the form is a list. */
  readonly lines?: readonly ListLine[];
}

/** Height in points of the row for free text. */
const FREE_ROW = 60;

/** Plans one annex, blank or filled. The form's columns, rows and measures all come from its definition. */
export function planForm(form: FormDefinition, options: FormSheetOptions): SheetPlan {
  if (form.kind === 'list') return planListForm(form, options);
  const { words } = options;
  const sheet = new SheetBuilder(form.columns.map((column) => column.width));
  const places = layoutForm(
    sheet,
    form,
    options,
    {
      quantity: (row, measure, field) => {
        if (field === null) return { value: null, style: row.kind === 'free' ? 'inputText' : 'notAsked' };
        const value = options.values?.get(fieldKey(row.id, measure));
        return { value: value === undefined ? null : { kind: 'number', value }, style: 'input' };
      },
      note: (row) => {
        const note = options.notes?.get(row.id);
        return { value: note === undefined || note === '' ? null : { kind: 'text', value: note }, style: 'inputText' };
      },
    },
    words.form,
  );
  form.indicators.forEach((row, index) => {
    if (row.kind === 'free') sheet.rowHeights.set(places.bodyTop + index, FREE_ROW);
  });
  const signed = layoutSignature(sheet, places, words.form, options.year);
  return sheet.build(legalSheetName(options.sheetName ?? form.annexLabel), SHEET_ROLES.form, {
    validations: validationsOf(form, places, words),
    freeze: { rows: places.headerBottom + 1, columns: 0 },
    page: {
      titleRows: { first: places.headerTop, last: places.headerBottom },
      printArea: rangeOf(0, 0, signed.last, places.lastColumn),
    },
    editable: [...editableCells(form, places), signed.dateLine, signed.room],
  });
}

/** The annex as a workbook of its own, with the unit's code and name in its properties as well. */
export function planFormWorkbook(form: FormDefinition, options: FormSheetOptions): WorkbookPlan {
  const sheet = planForm(form, options);
  const { unit, year } = options;
  return {
    title: form.title[options.purpose]
      .join(' ')
      .replaceAll('{year}', year === null ? '' : String(year))
      .trim(),
    sheets: [sheet],
    names: {},
    properties: {
      [PROPERTY.kind]: 'form',
      [PROPERTY.form]: form.id,
      ...(year === null ? {} : { [PROPERTY.year]: String(year) }),
      ...(unit === null ? {} : { [PROPERTY.unitName]: unit.name }),
      ...(unit === null || unit.code === null ? {} : { [PROPERTY.unitCode]: unit.code }),
    },
  };
}

/** Cells of the body to type into, as few rectangles as there are runs of rows. */
function editableCells(form: FormDefinition, places: FormPlaces): CellRange[] {
  const ranges: CellRange[] = [
    rangeOf(places.unitCell.row, places.unitLine.left, places.unitCell.row, places.unitLine.right),
  ];
  form.columns.forEach((column, index) => {
    if (column.role !== 'measure' && column.role !== 'note') return;
    const open = form.indicators.map(
      (row) =>
        column.role === 'note' || row.kind === 'free' || row.fields.some((one) => one.measure === column.measure),
    );
    for (const run of runsOf(open, (one) => (one ? 'open' : null))) {
      ranges.push(rangeOf(places.bodyTop + run.first, index, places.bodyTop + run.last, index));
    }
  });
  return ranges;
}

function validationsOf(form: FormDefinition, places: FormPlaces, words: SheetWords): PlanValidation[] {
  const validations: PlanValidation[] = [
    {
      kind: 'any',
      range: rangeOf(places.unitCell.row, places.unitCell.column, places.unitCell.row, places.unitCell.column),
      prompt: words.form.unitPrompt,
    },
  ];
  form.columns.forEach((column, index) => {
    if (column.role === 'measure') {
      const fields = form.indicators.map((row) => row.fields.find((one) => one.measure === column.measure) ?? null);
      for (const run of runsOf(fields, (one) => (one === null ? null : `${one.nature} ${one.unit}`))) {
        if (run.value === null) continue;
        validations.push({
          kind: 'wholeNumber',
          range: rangeOf(places.bodyTop + run.first, index, places.bodyTop + run.last, index),
          minimum: 0,
          prompt: words.form.numberPrompt(run.value),
          alert: words.form.numberAlert(run.value),
        });
      }
    }
    if (column.role === 'note') {
      for (const run of runsOf(form.indicators, (row) => row.noteAsks)) {
        const range = rangeOf(places.bodyTop + run.first, index, places.bodyTop + run.last, index);
        validations.push({ kind: 'any', range, prompt: words.form.notePrompt(run.key) });
      }
    }
  });
  return validations;
}

/** Neighbours with the same key as runs, first and last included; a null key belongs to none. */
function runsOf<T>(
  items: readonly T[],
  keyOf: (item: T) => string | null,
): { first: number; last: number; key: string; value: T }[] {
  const runs: { first: number; last: number; key: string; value: T }[] = [];
  items.forEach((value, index) => {
    const key = keyOf(value);
    const before = runs.at(-1);
    if (key === null) return;
    if (before !== undefined && before.last === index - 1 && before.key === key) before.last = index;
    else runs.push({ first: index, last: index, key, value });
  });
  return runs;
}
