/**
 * Sheet "Tổng hợp": the annex in its official layout with totals as live formulas over "Chi tiết". Beside the official
 * columns, outside what is printed, stands how many units reported: nobody is another thing than zero.
 */
import type { Consolidation } from '../consolidation/consolidation';
import { fieldKey, type FormDefinition } from '../forms/definition';
import { layoutForm, layoutSignature, type CellContent, type FormHeading } from './form-layout';
import { SHEET_ROLES } from './markers';
import { tableColumn, type DetailsPlan } from './plan-details';
import { rangeOf, SheetBuilder } from './sheet-builder';
import type { SheetPlan } from './sheet-plan';
import type { SheetWords } from './sheet-words';

const GAP_WIDTH = 2;
const REPORTERS_WIDTH = 14;

export function planTotals(
  consolidation: Consolidation,
  details: DetailsPlan,
  heading: FormHeading,
  words: SheetWords,
): SheetPlan {
  const { form } = consolidation;
  const official = form.columns.map((column) => column.width);
  const sheet = new SheetBuilder([...official, GAP_WIDTH, ...form.measures.map(() => REPORTERS_WIDTH)]);
  const formulas = new Map(
    details.columns.flatMap((one) =>
      one.kind === 'field' && one.field !== null ? [[one.field.key, tableColumn(one.header)]] : [],
    ),
  );
  const totals = totalsOf(details);

  const total = (row: string, measure: string, heading: boolean): CellContent => {
    const column = formulas.get(fieldKey(row, measure));
    if (column === undefined) return { value: null, style: 'notAsked' };
    const one = totals.get(fieldKey(row, measure)) ?? { sum: 0, reporters: 0 };
    const formula = `IF(COUNT(${column})=0,"",SUM(${column}))`;
    return {
      value: { kind: 'formula', formula, result: one.reporters === 0 ? null : one.sum },
      style: heading ? 'numberHeading' : 'number',
    };
  };
  const places = layoutForm(
    sheet,
    form,
    heading,
    {
      quantity: (row, measure, field) => {
        if (field === null) return { value: null, style: row.kind === 'free' ? 'note' : 'notAsked' };
        return total(row.id, measure, row.kind === 'heading');
      },
      note: (row) =>
        row.kind === 'free'
          ? {
              value: { kind: 'text', value: words.summary.seeOther },
              style: 'note',
              link: { sheet: words.sheetNames.other, cell: 'A1' },
            }
          : { value: null, style: 'note' },
    },
    words.form,
  );

  layoutReporters(
    sheet,
    form,
    places,
    (key) => {
      const column = formulas.get(key);
      return column === undefined ? null : { formula: `COUNT(${column})`, result: totals.get(key)?.reporters ?? 0 };
    },
    words,
  );
  const signed = layoutSignature(sheet, places, words.form, heading.year);
  return sheet.build(words.sheetNames.summary, SHEET_ROLES.summary, {
    freeze: { rows: places.headerBottom + 1, columns: 0 },
    page: {
      titleRows: { first: places.headerTop, last: places.headerBottom },
      printArea: rangeOf(0, 0, signed.last, places.lastColumn),
    },
  });
}

/** Sum and number of reporters per field key over all contributors: what the formulas yield. */
function totalsOf(details: DetailsPlan): ReadonlyMap<string, { readonly sum: number; readonly reporters: number }> {
  const totals = new Map<string, { sum: number; reporters: number }>();
  for (const contributor of details.figures) {
    for (const [key, { counted }] of contributor) {
      if (counted === null) continue;
      const one = totals.get(key) ?? { sum: 0, reporters: 0 };
      totals.set(key, { sum: one.sum + counted, reporters: one.reporters + 1 });
    }
  }
  return totals;
}

/** One column per measure, each under one header of its own words: never to be taken for a column of the form. */
function layoutReporters(
  sheet: SheetBuilder,
  form: FormDefinition,
  places: {
    readonly lastColumn: number;
    readonly headerTop: number;
    readonly headerBottom: number;
    readonly bodyTop: number;
  },
  countOf: (key: string) => { readonly formula: string; readonly result: number } | null,
  words: SheetWords,
): void {
  form.measures.forEach((measure, index) => {
    const column = places.lastColumn + 2 + index;
    const header = words.summary.reporters(form.measures.length === 1 ? null : measure.name);
    sheet.merged(rangeOf(places.headerTop, column, places.headerBottom, column), header, 'columnNote');
    form.indicators.forEach((row, place) => {
      const count = countOf(fieldKey(row.id, measure.id));
      if (count !== null) sheet.put(places.bodyTop + place, column, { kind: 'formula', ...count }, 'figure');
    });
  });
}
