/**
 * A consolidation as the workbook shows it: with the numbers that the clerk corrected in "Chi tiết", rolled up as the
 * sheet's formulas do it. What the files say stays beside each corrected figure.
 */
import type { Consolidation, Contribution, Contributor } from '../core/consolidation/consolidation';
import { totalsOf } from '../core/consolidation/totals';
import { fieldsOf, type FormDefinition } from '../core/forms/definition';
import { countedFigures, type CountedValue } from '../core/forms/roll-up';
import { childKeys, detailColumns } from '../core/sheets/details-columns';
import { figuresOf, formulaResult, parentRule } from '../core/sheets/details-figures';
import type { SheetWords } from '../core/sheets/sheet-words';
import type { HandCorrection } from './hand-corrections';

/** Field key → what the clerk wrote; null where it is no number any more. */
type Written = Map<string, number | null>;

interface HandWritten {
  readonly counted: Written;
  /** The unit's own figure in the row of a parent. */
  readonly reported: Written;
}

/**
 * Totals, contributors and contributions with the corrections; without any, the consolidation itself. A contribution is
 * marked `byHand` where its figure is another than the file's, also where only its children were corrected.
 */
export function withCorrections(
  consolidation: Consolidation,
  corrections: readonly HandCorrection[],
  words: SheetWords['details'],
): Consolidation {
  if (corrections.length === 0) return consolidation;
  const columns = new Map(detailColumns(consolidation, words).map((column) => [column.header, column]));
  const written = new Map<Contributor, HandWritten>();
  for (const one of corrections) {
    const column = columns.get(one.header);
    const contributor = consolidation.contributors.find((other) => isOf(other, one));
    if (column?.field == null || contributor === undefined) continue;
    const own = written.get(contributor) ?? { counted: new Map(), reported: new Map() };
    written.set(contributor, own);
    const value = typeof one.value === 'number' ? one.value : null;
    (column.kind === 'reported' ? own.reported : own.counted).set(column.field.key, value);
  }
  const { form } = consolidation;
  const before = new Map<Contributor, Contributor>();
  const contributors = consolidation.contributors.map((one): Contributor => {
    const own = written.get(one);
    if (own === undefined) return one;
    const corrected = { ...one, counted: recount(form, one, own) };
    before.set(corrected, one);
    return corrected;
  });
  const totals = totalsOf(form, contributors).map((total) => {
    // Contributions are listed when somebody asks.
    let listed: readonly Contribution[] | null = null;
    const changed = [...before].filter(
      ([after, was]) => after.counted.get(total.field.key)?.value !== was.counted.get(total.field.key)?.value,
    );
    return {
      field: total.field,
      value: total.value,
      reporters: total.reporters,
      get contributions(): readonly Contribution[] {
        return (listed ??= total.contributions.map((one) =>
          changed.some(([{ unit, file }]) => unit === one.unit && file === one.file) ? { ...one, byHand: true as const } : one,
        ));
      },
    };
  });
  return { ...consolidation, contributors, totals };
}

const isOf = ({ unit, file, hash }: Contributor, one: HandCorrection): boolean =>
  unit.name === one.unit && (unit.code ?? '') === one.code && file === one.file && (hash ?? '') === one.hash;

/** What counts for one unit, as its row of the sheet computes it. */
function recount(form: FormDefinition, contributor: Contributor, written: HandWritten): Contributor['counted'] {
  const figures = figuresOf(form, contributor);
  const cells = new Map<string, number | null>();
  const counted = new Map<string, CountedValue>();
  // Children come after their parents in every definition.
  for (const field of [...fieldsOf(form)].reverse()) {
    const { key } = field;
    const known = figures.get(key);
    const rule = parentRule(field.indicator.rollUp);
    const keys = childKeys(form, field);
    const reported = written.reported.has(key) ? (written.reported.get(key) ?? null) : (known?.reported ?? null);
    const own = written.counted.get(key);
    const computed = keys.length > 0 && rule !== null && known?.followsFormula === true;
    const value =
      own !== undefined
        ? own
        : computed
          ? formulaResult(
              rule,
              reported,
              keys.map((child) => cells.get(child) ?? null),
            )
          : (known?.counted ?? null);
    cells.set(key, value);
    if (value === null) continue;
    const was = contributor.counted.get(key);
    counted.set(key, was?.value === value ? was : { value, from: computed && own === undefined ? 'children' : 'reported' });
  }
  return countedFigures(form, counted);
}
