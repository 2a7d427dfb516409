/**
 * Sheet "Chi tiết": one row per unit, one column per field, an Excel table. It is the only place where figures stand;
 * the totals are formulas over it. Blank: not reported. 0: reported that there was nothing.
 */
import type { Consolidation, Contributor } from '../consolidation/consolidation';
import type { Field } from '../forms/definition';
import { cellAddress } from '../cells/address';
import { childKeys, detailColumns, shorten, type DetailColumn } from './details-columns';
import { figuresOf, parentRule, rollUpFormula, type FieldFigures } from './details-figures';
import { SHEET_ROLES } from './markers';
import { rangeOf, SheetBuilder } from './sheet-builder';
import type { PlanConditionalFormat, SheetPlan } from './sheet-plan';
import type { SheetWords } from './sheet-words';

export const DETAILS_TABLE = 'ChiTiet';

export interface DetailsPlan {
  readonly sheet: SheetPlan;
  readonly columns: readonly DetailColumn[];
  /** Zero-based row of the table's header. */
  readonly headerRow: number;
  /** Per contributor, in order: figures per field key. */
  readonly figures: readonly ReadonlyMap<string, FieldFigures>[];
}

/** A whole column of the table, as formulas anywhere in the workbook write it. */
export function tableColumn(header: string): string {
  return `${DETAILS_TABLE}[[${header}]]`;
}

/** The cell of a column in the formula's own row of the table. */
function sameRow(header: string): string {
  return `${DETAILS_TABLE}[[#This Row],[${header}]]`;
}

const NOTES_ROW = 1;
const HEADER_ROW = 2;
const NOTES_HEIGHT = 84;
const LONGEST_NOTE = 70;
/** Characters that fit across a landscape A4 page at three quarters of the size. */
const PAGE_CHARACTERS = 190;

export function planDetails(consolidation: Consolidation, words: SheetWords, hints: readonly string[]): DetailsPlan {
  const { form, contributors } = consolidation;
  const columns = detailColumns(consolidation, words.details);
  const figures = contributors.map((one) => figuresOf(form, one));
  const sheet = new SheetBuilder(columns.map((column) => column.width));
  const frozen = columns.findIndex((column) => column.kind === 'unit') + 1;
  const right = columns.length - 1;

  // Title and help stand over the columns that stay in view and are printed on every page.
  sheet.line(0, 0, frozen - 1, words.details.title, 'title');
  sheet.merged(rangeOf(NOTES_ROW, 0, NOTES_ROW, frozen - 1), [words.details.hint, ...hints].join(' '), 'sideNote');
  layoutNotes(sheet, columns);
  columns.forEach((column, index) => {
    sheet.text(HEADER_ROW, index, column.header, 'header');
  });

  const formulas = parentFormulas(consolidation, columns);
  const calculated: Record<string, string> = {};
  const formats: PlanConditionalFormat[] = [];
  const first = HEADER_ROW + 1;
  const bottom = Math.max(first, HEADER_ROW + contributors.length);
  columns.forEach((column, index) => {
    const formula = column.kind === 'field' && column.field !== null ? formulas.get(column.field.key) : undefined;
    if (formula !== undefined) calculated[column.header] = formula;
    if (column.kind === 'reported') {
      const mine = cellAddress(first, index);
      const counted = cellAddress(first, index - 1);
      formats.push({
        range: rangeOf(first, index, bottom, index),
        formula: `AND(ISNUMBER(${mine}),${mine}<>${counted})`,
        look: 'warning',
      });
    }
    if (contributors.length === 0) putFigure(sheet, first, index, column, undefined, formula);
    contributors.forEach((contributor, place) => {
      const row = first + place;
      if (column.field === null) putOffice(sheet, row, index, column, contributor, place + 1);
      else putFigure(sheet, row, index, column, figures[place]?.get(column.field.key), formula);
    });
  });

  const wide = sheet.widthOf(0, right) - sheet.widthOf(0, frozen - 1);
  const plan = sheet.build(words.sheetNames.details, SHEET_ROLES.details, {
    tables: [
      {
        name: DETAILS_TABLE,
        range: rangeOf(HEADER_ROW, 0, bottom, right),
        columns: columns.map((one) => one.header),
        calculated,
      },
    ],
    conditionalFormats: formats,
    freeze: { rows: HEADER_ROW + 1, columns: frozen },
    page: {
      orientation: 'landscape',
      margins: 'list',
      titleRows: { first: 0, last: HEADER_ROW },
      titleColumns: { first: 0, last: frozen - 1 },
      pagesWide: Math.max(1, Math.ceil(wide / (PAGE_CHARACTERS - sheet.widthOf(0, frozen - 1)))),
      printArea: rangeOf(0, 0, bottom, right),
    },
  });
  return { sheet: plan, columns, headerRow: HEADER_ROW, figures };
}

/** The formula of every parent, by field key. */
function parentFormulas(consolidation: Consolidation, columns: readonly DetailColumn[]): ReadonlyMap<string, string> {
  const headerOf = (kind: DetailColumn['kind'], key: string): string =>
    columns.find((one) => one.kind === kind && one.field?.key === key)?.header ?? '';
  const formulas = new Map<string, string>();
  for (const column of columns) {
    const rule = parentRule(column.field?.indicator.rollUp ?? null);
    if (column.kind !== 'reported' || column.field === null || rule === null) continue;
    const children = childKeys(consolidation.form, column.field).map((key) => sameRow(headerOf('field', key)));
    const formula = rollUpFormula(rule, sameRow(column.header), children);
    if (formula !== null) formulas.set(column.field.key, formula);
  }
  return formulas;
}

/** Above the headers, the words of the form's rows: "1.1" alone says little to a reader. */
function layoutNotes(sheet: SheetBuilder, columns: readonly DetailColumn[]): void {
  sheet.rowHeights.set(NOTES_ROW, NOTES_HEIGHT);
  const row = (field: Field | null): string | null => field?.indicator.id ?? null;
  let left = 0;
  while (left < columns.length) {
    let right = left;
    while (
      row(columns[left]?.field ?? null) !== null &&
      row(columns[right + 1]?.field ?? null) === row(columns[left]?.field ?? null)
    )
      right += 1;
    const field = columns[left]?.field ?? null;
    if (field !== null)
      sheet.merged(
        rangeOf(NOTES_ROW, left, NOTES_ROW, right),
        shorten(field.indicator.text, LONGEST_NOTE),
        'columnNote',
      );
    left = right + 1;
  }
}

function putFigure(
  sheet: SheetBuilder,
  row: number,
  index: number,
  column: DetailColumn,
  figures: FieldFigures | undefined,
  formula: string | undefined,
): void {
  if (column.field === null) {
    sheet.put(row, index, null, 'text');
  } else if (column.kind === 'reported') {
    sheet.number(row, index, figures?.reported ?? null, 'figure');
  } else if (formula !== undefined && (figures === undefined || figures.followsFormula)) {
    sheet.put(row, index, { kind: 'formula', formula, result: figures?.counted ?? null }, 'calculated');
  } else {
    sheet.number(row, index, figures?.counted ?? null, formula === undefined ? 'figure' : 'calculated');
  }
}

function putOffice(
  sheet: SheetBuilder,
  row: number,
  index: number,
  column: DetailColumn,
  contributor: Contributor,
  order: number,
): void {
  switch (column.kind) {
    case 'order':
      sheet.number(row, index, order, 'textCentre');
      break;
    case 'code':
      sheet.text(row, index, contributor.unit.code, 'code');
      break;
    case 'unit':
      sheet.text(row, index, contributor.unit.name, 'text');
      break;
    case 'via':
      sheet.text(row, index, contributor.via?.name ?? null, 'text');
      break;
    default:
      sheet.text(row, index, contributor.file, 'text');
  }
}
