/**
 * The official layout of an annex: titles, the line of the reporting unit, the header with its groups, one line per
 * row of the form. Shared by the form to fill in and by the sheet of totals; they differ in what stands in the cells.
 */
import type { FormColumn, FormDefinition, Indicator, IndicatorField } from '../forms/definition';
import type { ReportingUnit } from '../campaign/reporting-unit';
import type { CellRange } from '../cells/cell';
import { rangeOf, type SheetBuilder } from './sheet-builder';
import type { PlanCell, PlanStyle, PlanValue } from './sheet-plan';
import type { SheetWords } from './sheet-words';

export interface FormHeading {
  /** "blank": the form to fill in (MẪU …). "filled": a finished annex. */
  readonly purpose: 'blank' | 'filled';
  readonly year: number | null;
  /** The whole line "(Kèm theo …)"; null prints it with dotted blanks. */
  readonly attachedTo: string | null;
  readonly unit: ReportingUnit | null;
}

/** Where the parts of the form came to stand; rows and columns zero-based. */
export interface FormPlaces {
  readonly lastColumn: number;
  readonly unitCell: { readonly row: number; readonly column: number };
  /** Columns of the line where the unit's name stands. */
  readonly unitLine: { readonly left: number; readonly right: number };
  readonly headerTop: number;
  readonly headerBottom: number;
  readonly bodyTop: number;
  readonly bodyBottom: number;
}

export interface CellContent {
  readonly value: PlanValue | null;
  readonly style: PlanStyle;
  readonly link?: PlanCell['link'];
}

/** What the caller decides per cell of the body. */
export interface BodyContent {
  /** A quantity; `field` is null where the row does not ask for this measure. */
  readonly quantity: (row: Indicator, measure: string, field: IndicatorField | null) => CellContent;
  readonly note: (row: Indicator) => CellContent;
}

/** Fills in "{year}"; an unknown year leaves room to write it. */
export function withYear(line: string, year: number | null): string {
  return line.replaceAll('{year}', year === null ? '20……' : String(year));
}

/** Puts titles, unit line, header and body on the sheet, from row 0 down; returns where they stand. */
export function layoutForm(
  sheet: SheetBuilder,
  form: FormDefinition,
  heading: FormHeading,
  content: BodyContent,
  words: SheetWords['form'],
): FormPlaces {
  const lastColumn = form.columns.length - 1;
  let row = 0;
  for (const line of [form.annexLabel, ...form.title[heading.purpose].map((one) => withYear(one, heading.year))]) {
    sheet.line(row, 0, lastColumn, line, 'title');
    row += 1;
  }
  sheet.line(row, 0, lastColumn, heading.attachedTo ?? words.attachedToBlank, 'subtitle');
  row += 1;
  sheet.rowHeights.set(row, 6);
  row += 1;

  const labelRight = Math.max(
    0,
    Math.min(
      form.columns.findIndex((one) => one.role === 'label'),
      lastColumn - 1,
    ),
  );
  const unitLine = { left: Math.min(labelRight + 1, lastColumn), right: lastColumn };
  const unitCell = { row, column: unitLine.left };
  const pair = (label: string, value: string | null): void => {
    sheet.merged(rangeOf(row, 0, row, labelRight), `${label}:`, 'unitLine');
    sheet.line(row, unitLine.left, unitLine.right, value ?? '', 'inputLine');
    sheet.rowHeights.set(row, Math.max(21, sheet.rowHeights.get(row) ?? 0));
    row += 1;
  };
  pair(form.unitLine, heading.unit?.name ?? null);
  if (heading.unit !== null && heading.unit.code !== null) pair(words.unitCode, heading.unit.code);
  sheet.rowHeights.set(row, 8);
  row += 1;

  const headerTop = row;
  const headerBottom = headerTop + Math.max(1, form.headerRows) - 1;
  layoutHeader(sheet, form.columns, headerTop, headerBottom);
  const bodyTop = headerBottom + 1;
  form.indicators.forEach((indicator, index) => {
    layoutRow(sheet, form, indicator, bodyTop + index, content);
  });
  return {
    lastColumn,
    unitCell,
    unitLine,
    headerTop,
    headerBottom,
    bodyTop,
    bodyBottom: bodyTop + form.indicators.length - 1,
  };
}

/** Neighbouring columns of one group share a cell above their own headers; the others reach over all header rows. */
function layoutHeader(sheet: SheetBuilder, columns: readonly FormColumn[], top: number, bottom: number): void {
  let left = 0;
  while (left < columns.length) {
    const group = bottom > top ? columns[left]?.group : undefined;
    let right = left;
    while (group !== undefined && columns[right + 1]?.group === group) right += 1;
    if (group !== undefined) sheet.merged(rangeOf(top, left, top, right), group, 'header');
    for (let column = left; column <= right; column += 1) {
      sheet.merged(
        rangeOf(group === undefined ? top : top + 1, column, bottom, column),
        columns[column]?.header ?? '',
        'header',
      );
    }
    left = right + 1;
  }
  const share = bottom - top + 1;
  for (let row = top; row <= bottom; row += 1) sheet.rowHeights.set(row, share === 1 ? 36 : row === top ? 21 : 36);
}

function layoutRow(sheet: SheetBuilder, form: FormDefinition, row: Indicator, at: number, content: BodyContent): void {
  form.columns.forEach((column, index) => {
    switch (column.role) {
      case 'number':
        sheet.text(at, index, row.number, 'tt');
        break;
      case 'label':
        sheet.text(at, index, row.text, row.kind === 'heading' ? 'labelHeading' : 'label');
        break;
      case 'unitOfMeasure':
        sheet.text(at, index, row.unitOfMeasure, 'unitOfMeasure');
        break;
      case 'measure': {
        const measure = column.measure ?? '';
        const { value, style, link } = content.quantity(
          row,
          measure,
          row.fields.find((one) => one.measure === measure) ?? null,
        );
        sheet.put(at, index, value, style, link);
        break;
      }
      case 'note': {
        const { value, style, link } = content.note(row);
        sheet.put(at, index, value, style, link);
        break;
      }
    }
  });
}

/** Rows left free for a signature, and their height in points. */
const SIGNATURE_ROOM = 3;
const SIGNATURE_ROW = 20;

/** The place for date, signature and seal: over the columns right of the label, as official documents have it. */
export function layoutSignature(
  sheet: SheetBuilder,
  places: FormPlaces,
  words: SheetWords['form'],
  year: number | null,
): { readonly last: number; readonly dateLine: CellRange; readonly room: CellRange } {
  const { left, right } = places.unitLine;
  const top = places.bodyBottom + 2;
  sheet.line(top, left, right, words.placeAndDate(year), 'signatureNote');
  sheet.line(top + 1, left, right, words.signer, 'signature');
  sheet.line(top + 2, left, right, words.signHere, 'signatureNote');
  const last = top + 2 + SIGNATURE_ROOM;
  for (let row = top + 3; row <= last; row += 1) sheet.rowHeights.set(row, SIGNATURE_ROW);
  const room = rangeOf(top + 3, left, last, right);
  sheet.merged(room, null, 'signature');
  return { last, dateLine: rangeOf(top, left, top, right), room };
}
