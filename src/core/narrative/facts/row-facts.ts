/** Facts about rows: totals, who reported them, groups of rows, and what nobody reported. */
import type { ReportingUnit } from '../../campaign/reporting-unit';
import type { Consolidation, Total } from '../../consolidation/consolidation';
import { childrenOf, fieldKey, fieldsOf, type FormDefinition, type Indicator } from '../../forms/definition';
import { unitsFigure, type Fact, type Figure } from './fact';
import type { FactContext } from './fact-context';

/** Rows at the top of the form that have figures below them or of their own. */
export function topRows(form: FormDefinition): readonly Indicator[] {
  return form.indicators.filter((row) => row.parent === null && row.kind !== 'free');
}

/** Top rows with a paragraph of their own, each with the rows it tells: itself, those that join it. */
export function rowGroups(form: FormDefinition): readonly { readonly head: Indicator; readonly rows: readonly Indicator[] }[] {
  const top = topRows(form);
  const ids = new Set(top.map((row) => row.id));
  const joins = (row: Indicator): boolean =>
    row.wording?.within !== undefined && row.wording.within !== row.id && ids.has(row.wording.within);
  return top
    .filter((row) => !joins(row))
    .map((head) => ({ head, rows: [head, ...top.filter((row) => joins(row) && row.wording?.within === head.id)] }));
}

/** A row and all rows below it. */
export function withDescendants(form: FormDefinition, row: Indicator): readonly Indicator[] {
  return [row, ...childrenOf(form, row.id).flatMap((child) => withDescendants(form, child))];
}

/** One fact per row with fields: its totals, and the units behind them. A total nobody reported has no figure. */
export function rowFacts({ consolidation, words }: FactContext): readonly Fact[] {
  const byRow = new Map<string, Total[]>();
  for (const total of consolidation.totals) {
    const list = byRow.get(total.field.indicator.id);
    if (list === undefined) byRow.set(total.field.indicator.id, [total]);
    else list.push(total);
  }
  return [...byRow].map(([row, totals]): Fact => {
    const keys = totals.map((one) => one.field.key);
    const reporting = unitsWith(consolidation, keys, () => true);
    const doing = unitsWith(consolidation, keys, (value) => value > 0);
    return {
      id: `row:${row}`,
      kind: 'row',
      figures: [
        ...totals.filter((one) => one.reporters > 0).map(totalFigure),
        unitsFigure('reporting', reporting, words.unit),
        unitsFigure('doing', doing, words.unit),
      ],
      rule: { name: 'total', threshold: null },
      row,
      units: doing,
    };
  });
}

function totalFigure({ field, value }: Total): Figure {
  return { name: field.measure.id, value, unit: field.unit, source: { kind: 'totals', keys: [field.key] } };
}

function unitsWith(
  consolidation: Consolidation,
  keys: readonly string[],
  fits: (value: number) => boolean,
): readonly ReportingUnit[] {
  return consolidation.contributors
    .filter((one) =>
      keys.some((key) => {
        const counted = one.counted.get(key);
        return counted !== undefined && fits(counted.value);
      }),
    )
    .map((one) => one.unit);
}

/** One fact per paragraph of the results: how many units did any of it, and sums the form itself does not print. */
export function groupFacts({ consolidation, words }: FactContext): readonly Fact[] {
  const { form } = consolidation;
  return rowGroups(form).map(({ head, rows }): Fact => {
    const keys = rows
      .flatMap((row) => withDescendants(form, row))
      .flatMap((row) => row.fields.map((field) => fieldKey(row.id, field.measure)));
    const doing = unitsWith(consolidation, keys, (value) => value > 0);
    return {
      id: `group:${head.id}`,
      kind: 'group',
      figures: [
        unitsFigure(
          'reporting',
          unitsWith(consolidation, keys, () => true),
          words.unit,
        ),
        unitsFigure('doing', doing, words.unit),
        ...groupSums(consolidation, head),
      ],
      rule: { name: 'group', threshold: null },
      row: head.id,
      units: doing,
    };
  });
}

/** Sums over children where the form says that they are all there is and prints no total in that measure. */
function groupSums({ form, totals }: Consolidation, head: Indicator): readonly Figure[] {
  if (head.rollUp !== 'sum') return [];
  const children = childrenOf(form, head.id);
  return form.measures.flatMap((measure): Figure[] => {
    if (head.fields.some((field) => field.measure === measure.id)) return [];
    const fields = children.flatMap((child) => child.fields.filter((field) => field.measure === measure.id));
    const [first] = fields;
    if (first === undefined || !fields.every((one) => one.nature === first.nature && one.unit === first.unit)) return [];
    const keys = children.map((child) => fieldKey(child.id, measure.id));
    const parts = totals.filter((one) => keys.includes(one.field.key) && one.reporters > 0);
    if (parts.length === 0) return [];
    const value = parts.reduce((sum, one) => sum + one.value, 0);
    return [{ name: measure.id, value, unit: first.unit, source: { kind: 'totals', keys: parts.map((one) => one.field.key) } }];
  });
}

/**
 * Rows to fill in that nobody reported, and those that were reported as zero only. A row with a cell that cannot be read
 * or waits to be confirmed is neither: somebody wrote something there.
 */
export function silentRowFacts({ consolidation }: FactContext): readonly Fact[] {
  const states = new Map<string, { reporters: number; value: number }>();
  for (const field of fieldsOf(consolidation.form)) {
    if (field.indicator.kind !== 'heading') states.set(field.indicator.id, { reporters: 0, value: 0 });
  }
  for (const total of consolidation.totals) {
    const state = states.get(total.field.indicator.id);
    if (state === undefined) continue;
    state.reporters += total.reporters;
    state.value += total.value;
  }
  for (const { form } of consolidation.contributors) {
    for (const line of form.lines) {
      const waits = Object.values(line.readings).some((one) => one.state === 'proposed' || one.state === 'unreadable');
      if (waits) states.delete(line.indicator);
    }
  }
  const rowsWhere = (fits: (state: { reporters: number; value: number }) => boolean): readonly string[] =>
    [...states].filter(([, state]) => fits(state)).map(([id]) => id);
  const fact = (kind: 'unreported' | 'zeroOnly', rows: readonly string[]): Fact[] =>
    rows.length === 0
      ? []
      : [
          {
            id: kind,
            kind,
            figures: [{ name: 'rows', value: rows.length, unit: '', source: { kind: 'rows', rows } }],
            rule: { name: kind, threshold: null },
            row: null,
            units: [],
          },
        ];
  return [
    ...fact(
      'unreported',
      rowsWhere((state) => state.reporters === 0),
    ),
    ...fact(
      'zeroOnly',
      rowsWhere((state) => state.reporters > 0 && state.value === 0),
    ),
  ];
}
