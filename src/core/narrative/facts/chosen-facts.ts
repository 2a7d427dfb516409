/** Facts that a threshold chooses: widely done rows, money by source, rewards, changes, leading and unusual units. */
import { childrenOf, fieldKey, type FormDefinition, type Indicator } from '../../forms/definition';
import type { Finding } from '../../findings';
import type { Consolidation, Contribution, Total } from '../../consolidation/consolidation';
import { rowName } from '../../forms/row-drafts';
import { percentOf, unitsFigure, type Fact, type Figure } from './fact';
import type { FactContext } from './fact-context';
import { rowGroups, withDescendants } from './row-facts';

/** Fewer units that reported have no breadth worth speaking of. */
const FEWEST_UNITS = 5;

/** Groups of rows that nearly every reporting unit did. */
export function breadthFacts({ thresholds, consolidation, words }: FactContext, groups: readonly Fact[]): readonly Fact[] {
  const all = consolidation.contributors.map((one) => one.unit);
  if (all.length < FEWEST_UNITS) return [];
  return groups.flatMap((group): Fact[] => {
    if (percentOf(group.units.length, all.length) < thresholds.breadth || isMoney(consolidation.form, group.row)) return [];
    const figures: Figure[] = [
      unitsFigure('doing', group.units, words.unit),
      unitsFigure('units', all, words.unit),
      {
        name: 'percent',
        value: percentOf(group.units.length, all.length),
        unit: '%',
        source: { kind: 'share', part: 'doing', whole: 'units' },
      },
    ];
    const rule = { name: 'breadth', threshold: thresholds.breadth };
    return [{ id: `breadth:${group.row ?? ''}`, kind: 'breadth', figures, rule, row: group.row, units: group.units }];
  });
}

/** Whether a top row is about money only. */
export function isMoney(form: FormDefinition, row: string | null): boolean {
  const head = form.indicators.find((one) => one.id === row);
  const fields = head === undefined ? [] : [head, ...childrenOf(form, head.id)].flatMap((one) => one.fields);
  return fields.length > 0 && fields.every((field) => field.nature === 'money');
}

/** Money by source: all of it, and each source's share. Only where the form says that its sources are all there is. */
export function moneyFacts({ consolidation, thresholds }: FactContext): readonly Fact[] {
  const { form, totals } = consolidation;
  return rowGroups(form).flatMap(({ head }): Fact[] => {
    if (!isMoney(form, head.id) || head.rollUp !== 'sum') return [];
    const parts = childrenOf(form, head.id).flatMap((child) =>
      totals.filter((one) => one.field.indicator.id === child.id && one.field.nature === 'money' && one.reporters > 0),
    );
    const [first] = parts;
    if (first === undefined) return [];
    const value = parts.reduce((sum, one) => sum + one.value, 0);
    const unit = first.field.unit;
    const figures = parts.flatMap(({ field, value: part }): Figure[] => [
      { name: field.indicator.id, value: part, unit, source: { kind: 'totals', keys: [field.key] } },
      {
        name: `${field.indicator.id}%`,
        value: percentOf(part, value),
        unit: '%',
        source: { kind: 'share', part: field.indicator.id, whole: 'sum' },
      },
    ]);
    const sum: Figure = { name: 'sum', value, unit, source: { kind: 'totals', keys: parts.map((one) => one.field.key) } };
    return [
      {
        id: `money:${head.id}`,
        kind: 'money',
        figures: [sum, ...figures],
        rule: { name: 'money', threshold: thresholds.otherMoney },
        row: head.id,
        units: [],
      },
    ];
  });
}

/** Rows the form marks as rewards. */
export function rewardFact({ consolidation }: FactContext): readonly Fact[] {
  const totals = consolidation.totals.filter((one) => one.field.indicator.wording?.about === 'reward' && one.reporters > 0);
  if (totals.length === 0) return [];
  const figures = totals.map(({ field, value }): Figure => ({
    name: field.key,
    value,
    unit: field.unit,
    source: { kind: 'totals', keys: [field.key] },
  }));
  return [{ id: 'reward', kind: 'reward', figures, rule: { name: 'reward', threshold: null }, row: null, units: [] }];
}

/** Totals at the top of the form that changed by at least the threshold since last year. */
export function changeFacts({ consolidation, lastYear, thresholds }: FactContext): readonly Fact[] {
  if (lastYear === null) return [];
  const totals = new Map(consolidation.totals.map((one) => [one.field.key, one]));
  return rowGroups(consolidation.form).flatMap(({ rows }) =>
    rows.flatMap((row) =>
      comparable(consolidation.form, row, totals).flatMap(({ measure, unit, keys }): Fact[] => {
        // A total nobody reported this year or last year is no change: it is not known.
        const now = keys.filter((key) => (totals.get(key)?.reporters ?? 0) > 0);
        const before = keys.filter((key) => lastYear.has(key));
        if (now.length === 0 || before.length === 0) return [];
        const [sumNow, sumBefore] = [
          sum(now, (key) => totals.get(key)?.value ?? 0),
          sum(before, (key) => lastYear.get(key) ?? 0),
        ];
        if (sumBefore <= 0 || Math.max(sumNow, sumBefore) < thresholds.smallest) return [];
        const percent = percentOf(Math.abs(sumNow - sumBefore), sumBefore);
        if (percent < thresholds.change) return [];
        const figures: Figure[] = [
          { name: 'now', value: sumNow, unit, source: { kind: 'totals', keys: now } },
          { name: 'before', value: sumBefore, unit, source: { kind: 'lastYear', keys: before } },
          { name: 'percent', value: percent, unit: '%', source: { kind: 'change', now: 'now', before: 'before' } },
        ];
        const rule = { name: 'change', threshold: thresholds.change };
        return [{ id: `change:${fieldKey(row.id, measure)}`, kind: 'change', figures, rule, row: row.id, units: [] }];
      }),
    ),
  );
}

interface Compared {
  readonly measure: string;
  readonly unit: string;
  readonly keys: readonly string[];
}

/** What of a top row can be compared: its own totals, else the sum of its children where the form says so. */
function comparable(form: FormDefinition, row: Indicator, totals: ReadonlyMap<string, Total>): readonly Compared[] {
  return form.measures.flatMap((measure): Compared[] => {
    const own = totals.get(fieldKey(row.id, measure.id));
    if (own !== undefined) return [{ measure: measure.id, unit: own.field.unit, keys: [own.field.key] }];
    if (row.rollUp !== 'sum') return [];
    const parts = childrenOf(form, row.id).flatMap((child) => totals.get(fieldKey(child.id, measure.id)) ?? []);
    const [first] = parts;
    if (first === undefined || !parts.every((one) => one.field.unit === first.field.unit)) return [];
    return [{ measure: measure.id, unit: first.field.unit, keys: parts.map((one) => one.field.key) }];
  });
}

function sum(keys: readonly string[], valueOf: (key: string) => number): number {
  return keys.reduce((all, key) => all + valueOf(key), 0);
}

/**
 * Units with the largest figures of the first row that enough units report: well above the mean of those. A unit whose
 * figures there are in doubt is not held up as an example.
 */
export function leadingFact({ consolidation, thresholds }: FactContext): readonly Fact[] {
  for (const { head } of rowGroups(consolidation.form)) {
    const total = consolidation.totals.find((one) => one.field.indicator.id === head.id && one.field.nature !== 'money');
    if (total === undefined) continue;
    const doing = total.contributions.filter((one) => one.value > 0);
    if (doing.length < FEWEST_UNITS) continue;
    const mean = total.value / doing.length;
    const doubted = doubtedFiles(consolidation, head);
    const leaders = [...doing]
      .filter((one) => one.value >= mean * thresholds.leading && !doubted.has(`${one.file}|${one.unit.name}`))
      .sort(byValue)
      .slice(0, thresholds.leaders);
    // The first row that enough units report decides: it is the one the form puts first.
    if (leaders.length === 0) return [];
    const figures = leaders.map((one, index): Figure => ({
      name: `unit${String(index + 1)}`,
      value: one.value,
      unit: total.field.unit,
      source: { kind: 'unit', unit: one.unit, key: total.field.key },
    }));
    const rule = { name: 'leading', threshold: thresholds.leading };
    return [{ id: `leading:${head.id}`, kind: 'leading', figures, rule, row: head.id, units: leaders.map((one) => one.unit) }];
  }
  return [];
}

/** Contributors with a warning about one of the rows, or that a check across units names. */
function doubtedFiles({ contributors, findings, form }: Consolidation, head: Indicator): ReadonlySet<string> {
  const rows = new Set(withDescendants(form, head).map(rowName));
  const named = new Set(findings.flatMap((found) => unusualFigure(found)?.office ?? []));
  return new Set(
    contributors
      .filter(
        (one) =>
          named.has(one.unit.name) ||
          one.form.findings.some((found) => found.severity !== 'hint' && 'row' in found.params && rows.has(found.params.row)),
      )
      .map((one) => `${one.file}|${one.unit.name}`),
  );
}

function byValue(a: Contribution, b: Contribution): number {
  return b.value - a.value || (a.unit.name < b.unit.name ? -1 : a.unit.name > b.unit.name ? 1 : 0);
}

/** What the checks across units found: for the clerk's eye, never a sentence of the report by itself. */
export function unusualFacts({ consolidation }: FactContext): readonly Fact[] {
  return consolidation.findings.flatMap((found, index): Fact[] => {
    const figure = unusualFigure(found);
    if (figure === null) return [];
    return [
      {
        id: `unusual:${found.code}:${String(index)}`,
        kind: 'unusual',
        figures: [{ name: 'value', value: figure.value, unit: figure.unit, source: { kind: 'finding', code: found.code } }],
        rule: { name: found.code, threshold: figure.factor },
        row: null,
        units: [{ code: null, name: figure.office }],
      },
    ];
  });
}

function unusualFigure(found: Finding): { value: number; unit: string; factor: number | null; office: string } | null {
  switch (found.code) {
    case 'ratio-unusual':
    case 'money-ratio-unusual':
    case 'share-unusual':
      return { value: found.params.value, unit: found.params.unit, factor: found.params.factor, office: found.params.office };
    case 'only-one-reports':
      return { value: found.params.value, unit: found.params.unit, factor: null, office: found.params.office };
    default:
      return null;
  }
}
