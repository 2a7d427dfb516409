/**
 * Units against one another: figures that stand far from the middle of units of the same kind, rows that a single unit
 * reports, totals that changed much since last year. Always a factor of the median, never a deviation: a handful of
 * units is no normal distribution. Every finding carries its threshold.
 */
import { unitKey } from '../campaign/unit-name';
import { kindOf } from '../campaign/unit-kind';
import type { RosterIndex } from '../campaign/identify';
import type { Contributor, Total } from '../consolidation/consolidation';
import { finding, type Finding } from '../findings';
import { fieldKey, fieldsOf, type FormDefinition } from '../forms/definition';
import { figurePlace, sumOf } from '../forms/roll-up';
import { rowName } from '../forms/row-drafts';

/** From which factor on a figure is worth a look. Data: a campaign may set its own. */
export interface AcrossThresholds {
  /** Persons per class, against the median of the kind, upwards or downwards. */
  readonly ratio: number;
  /** Money per participant, in the same way. */
  readonly money: number;
  /** A unit's part of a total: this many times the median, and at least `SHARE_PERCENT` of the total. */
  readonly share: number;
  /** A total against last year's, upwards or downwards. */
  readonly change: number;
}

export const USUAL_THRESHOLDS: AcrossThresholds = { ratio: 5, money: 10, share: 10, change: 3 };
/** Fewer units of a kind have no middle worth comparing with. */
const FEWEST_UNITS = 5;
const SHARE_PERCENT = 30;
/** Totals below this on both sides change by large factors for no reason (no money: there it is đồng). */
const SMALL_TOTAL = 10;

export interface AcrossOptions {
  readonly roster: RosterIndex | null;
  readonly thresholds: { readonly [K in keyof AcrossThresholds]?: number | undefined };
}

interface Value {
  readonly contributor: Contributor;
  readonly value: number;
}

/** Compares the contributors of a consolidation; findings concern no single file and name the unit. */
export function acrossUnits(
  form: FormDefinition,
  contributors: readonly Contributor[],
  totals: readonly Total[],
  options: AcrossOptions,
): readonly Finding[] {
  if (contributors.length < FEWEST_UNITS) return [];
  const thresholds = complete(options.thresholds);
  const kinds = kindsOf(contributors, options.roster);
  return [
    ...personsPerClass(form, kinds, thresholds.ratio),
    ...moneyPerPerson(form, kinds, thresholds.money),
    ...shares(form, totals, kinds, thresholds.share),
    ...lonelyRows(contributors, totals),
  ];
}

function complete(given: AcrossOptions['thresholds']): AcrossThresholds {
  return {
    ratio: given.ratio ?? USUAL_THRESHOLDS.ratio,
    money: given.money ?? USUAL_THRESHOLDS.money,
    share: given.share ?? USUAL_THRESHOLDS.share,
    change: given.change ?? USUAL_THRESHOLDS.change,
  };
}

/** Contributors by kind: the roster's where it knows the unit, else what the name says. */
function kindsOf(contributors: readonly Contributor[], roster: RosterIndex | null): readonly (readonly Contributor[])[] {
  const byKind = new Map<string, Contributor[]>();
  for (const one of contributors) {
    const { code, name } = one.unit;
    const listed = code === null ? roster?.byKey.get(unitKey(name))?.[0]?.unit : roster?.byCode.get(code.toLowerCase());
    const kind = listed?.kind ?? kindOf(name);
    const list = byKind.get(kind);
    if (list === undefined) byKind.set(kind, [one]);
    else list.push(one);
  }
  return [...byKind.values()].filter((list) => list.length >= FEWEST_UNITS);
}

/** Rows that count persons along with things: how many persons a class, a contest has. */
function personsPerClass(form: FormDefinition, kinds: readonly (readonly Contributor[])[], factor: number): readonly Finding[] {
  const findings: Finding[] = [];
  for (const field of fieldsOf(form)) {
    const thing = field.indicator.fields.find((one) => one.measure === field.measure.accompanies);
    // A parent's ratio is that of its children: they say it better.
    if (thing === undefined || field.indicator.kind !== 'item') continue;
    const [persons, things] = [figurePlace(form, field.key), figurePlace(form, fieldKey(field.indicator.id, thing.measure))];
    for (const contributors of kinds) {
      const ratios = contributors.map(({ counted }) => ratioOf(counted.valueAt(persons), counted.valueAt(things)));
      for (const { one, median, units } of farFromMiddle(contributors, ratios, factor)) {
        const params = {
          ...compared(one, median, factor, units),
          row: rowName(field.indicator),
          unit: `${field.unit}/${thing.unit}`,
        };
        findings.push(finding('ratio-unusual', 'hint', null, params));
      }
    }
  }
  return findings;
}

/** One figure over the other; NaN where either is missing or nothing. */
function ratioOf(above: number, below: number): number {
  return above > 0 && below > 0 ? above / below : Number.NaN;
}

/** All money of a unit over all its attendances. */
function moneyPerPerson(form: FormDefinition, kinds: readonly (readonly Contributor[])[], factor: number): readonly Finding[] {
  const items = fieldsOf(form).filter((field) => field.indicator.kind === 'item');
  const placesOf = (nature: 'money' | 'persons'): readonly number[] =>
    items.flatMap((field) => (field.nature === nature ? [figurePlace(form, field.key)] : []));
  const [moneyPlaces, personPlaces] = [placesOf('money'), placesOf('persons')];
  const money = items.find((field) => field.nature === 'money');
  const persons = items.find((field) => field.nature === 'persons');
  if (money === undefined || persons === undefined) return [];
  return kinds.flatMap((contributors) => {
    const ratios = contributors.map(({ counted }) =>
      ratioOf(sumOf(moneyPlaces, counted.values) ?? 0, sumOf(personPlaces, counted.values) ?? 0),
    );
    return farFromMiddle(contributors, ratios, factor).map(({ one, median, units }) => {
      const params = { ...compared(one, median, factor, units), unit: `${money.unit}/${persons.unit}` };
      return finding('money-ratio-unusual', 'hint', null, params);
    });
  });
}

/** A unit that makes up much of a total, far beyond the middle of its kind: a figure in the wrong row or unit, perhaps. */
function shares(form: FormDefinition, totals: readonly Total[], kinds: readonly (readonly Contributor[])[], factor: number): readonly Finding[] {
  return totals.flatMap((total) => {
    if (total.value <= 0 || total.field.indicator.kind !== 'item') return [];
    const place = figurePlace(form, total.field.key);
    const percentOf = (value: number): number => Math.round((value * 1000) / total.value) / 10;
    return kinds.flatMap((contributors) => {
      const values = contributors.map(({ counted }) => aboveZero(counted.valueAt(place)));
      return farFromMiddle(contributors, values, factor)
        .filter(({ one }) => percentOf(one.value) >= SHARE_PERCENT)
        .map(({ one, median, units: count }) => {
          const { office, units } = compared(one, median, factor, count);
          const params = { office, units, factor, median: round(median), value: one.value, percent: percentOf(one.value) };
          return finding('share-unusual', 'warning', null, {
            ...params,
            row: rowName(total.field.indicator),
            unit: total.field.unit,
          });
        });
    });
  });
}

function aboveZero(value: number): number {
  return value > 0 ? value : Number.NaN;
}

/** Rows above zero in one report only, among enough reports. */
function lonelyRows(contributors: readonly Contributor[], totals: readonly Total[]): readonly Finding[] {
  const findings: Finding[] = [];
  const said = new Set<string>();
  for (const { field, reporters, value } of totals) {
    if (reporters !== 1 || value === 0 || field.indicator.kind !== 'item' || said.has(field.indicator.id)) continue;
    const one = contributors.find((each) => each.counted.has(field.key));
    if (one === undefined) continue;
    said.add(field.indicator.id);
    const params = { row: rowName(field.indicator), office: one.unit.name, units: contributors.length, value, unit: field.unit };
    findings.push(finding('only-one-reports', 'hint', null, params));
  }
  return findings;
}

/** Totals that grew or shrank beyond the factor since last year (field key → last year's total). */
export function changesSince(
  totals: readonly Total[],
  lastYear: ReadonlyMap<string, number>,
  given: AcrossOptions['thresholds'],
): readonly Finding[] {
  const { change: factor } = complete(given);
  return totals.flatMap(({ field, value, reporters }) => {
    const before = lastYear.get(field.key);
    if (before === undefined || (reporters === 0 && before === 0)) return [];
    if (Math.max(value, before) < SMALL_TOTAL) return [];
    if (value <= before * factor && before <= value * factor) return [];
    const params = { row: rowName(field.indicator), now: value, before, unit: field.unit, factor };
    return [finding('changed-since-last-year', 'warning', null, params)];
  });
}

interface FarValue {
  readonly one: Value;
  readonly median: number;
  /** How many values there were. */
  readonly units: number;
}

/**
 * Values more than `factor` times above or below their median, each with the contributor at its place; NaN is no value. Too
 * few values have no middle.
 */
function farFromMiddle(contributors: readonly Contributor[], values: readonly number[], factor: number): readonly FarValue[] {
  const there = values.filter((value) => !Number.isNaN(value));
  if (there.length < FEWEST_UNITS) return [];
  const median = medianOf(there);
  const units = there.length;
  const far: FarValue[] = [];
  for (const [place, contributor] of contributors.entries()) {
    const value = values[place] ?? Number.NaN;
    if (value > median * factor || value * factor < median) far.push({ one: { contributor, value }, median, units });
  }
  return far;
}

/** The middle of numbers; of an even count the mean of the two in the middle. */
export function medianOf(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2;
}

function compared(
  one: Value,
  median: number,
  factor: number,
  units: number,
): { office: string; value: number; median: number; factor: number; units: number } {
  return { office: one.contributor.unit.name, value: round(one.value), median: round(median), factor, units };
}

/** To be read, not to be reckoned with: one decimal below a hundred, none above. */
function round(value: number): number {
  return value < 100 ? Math.round(value * 10) / 10 : Math.round(value);
}
