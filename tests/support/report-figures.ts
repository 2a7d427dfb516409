/** Recomputes figures of a report from the consolidation alone, by other code than the facts. */
import type { Consolidation } from '../../src/core/consolidation/consolidation';
import type { Fact, Figure } from '../../src/core/narrative/facts/fact';

/** The value a figure must have; null where it only quotes a finding. */
export function recomputed(
  fact: Fact,
  figure: Figure,
  consolidation: Consolidation,
  lastYear: ReadonlyMap<string, number>,
): number | null {
  const { source } = figure;
  const other = (name: string): number => {
    const found = fact.figures.find((one) => one.name === name);
    if (found === undefined) throw new Error(`${fact.id} has no ${name}`);
    const value = recomputed(fact, found, consolidation, lastYear);
    if (value === null) throw new Error(`${fact.id} ${name} cannot be recomputed`);
    return value;
  };
  switch (source.kind) {
    case 'totals':
      return source.keys.reduce((sum, key) => sum + sumOfCells(consolidation, key), 0);
    case 'units':
      return new Set(source.units.map((unit) => `${unit.code ?? ''} ${unit.name}`)).size;
    case 'cells':
    case 'texts':
      return source.cells.length;
    case 'rows':
      return new Set(source.rows).size;
    case 'unit':
      return (
        consolidation.contributors.find((one) => one.unit.name === source.unit.name)?.counted.get(source.key)?.value ?? Number.NaN
      );
    case 'lastYear':
      return source.keys.reduce((sum, key) => sum + (lastYear.get(key) ?? Number.NaN), 0);
    case 'share':
      return Math.round((other(source.part) / other(source.whole)) * 1000) / 10;
    case 'change':
      return Math.round((Math.abs(other(source.now) - other(source.before)) / other(source.before)) * 1000) / 10;
    case 'finding':
      return null;
  }
}

/** The total of a field, added up over the contributors' own values. */
function sumOfCells(consolidation: Consolidation, key: string): number {
  return consolidation.contributors.reduce((sum, one) => sum + (one.counted.get(key)?.value ?? 0), 0);
}
