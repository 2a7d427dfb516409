/** How a unit's parent rows follow from its child rows; the one place that knows "sum" and "atLeast". */
import { childrenOf, fieldKey, type FormDefinition } from './definition';
import type { FilledLine } from './filled-form';

/** "reported": the unit's own figure. "children": the sum of its children, in place of or beyond what was reported. */
export interface CountedValue {
  readonly value: number;
  readonly from: 'reported' | 'children';
}

/** One figure per declared field of a form, in the order of {@link FigureTable}; NaN where there is none. */
export type Figures = Float64Array;

type Rule = 'sum' | 'atLeast' | 'none' | null;

/** What rolling up goes through for every file: worked out once a form. */
interface Step {
  readonly place: number;
  readonly rule: Rule;
  readonly children: readonly number[];
}

/** The declared fields of a form's rows, numbered in the form's order. */
interface FigureTable {
  readonly keys: readonly string[];
  readonly places: ReadonlyMap<string, number>;
  /** Per indicator, in the form's order: its id, and its measures with the place of each. */
  readonly rows: readonly { readonly id: string; readonly fields: readonly (readonly [measure: string, place: number])[] }[];
  /** Children before their parents. */
  readonly steps: readonly Step[];
}

const tables = new WeakMap<FormDefinition, FigureTable>();

function tableOf(form: FormDefinition): FigureTable {
  let known = tables.get(form);
  if (known === undefined) {
    const keys = form.indicators.flatMap(({ id, fields }) => fields.map(({ measure }) => fieldKey(id, measure)));
    const places = new Map(keys.map((key, place) => [key, place]));
    const rows = form.indicators.map(({ id, fields }) => ({
      id,
      fields: fields.flatMap(({ measure }) => {
        const place = places.get(fieldKey(id, measure));
        return place === undefined ? [] : [[measure, place] as const];
      }),
    }));
    // Children come after their parents in every definition, so from the end upwards each child is ready.
    const steps = [...form.indicators]
      .reverse()
      .flatMap(({ id, rollUp: rule, fields }) =>
        fields.map(({ measure }) => ({
          place: places.get(fieldKey(id, measure)) ?? -1,
          rule,
          children: rule === null || rule === 'none' ? [] : placesOfChildren(form, places, id, measure),
        })),
      );
    known = { keys, places, rows, steps };
    tables.set(form, known);
  }
  return known;
}

/** Where the figures of a row's children in one measure stand; for {@link sumOf}. */
export function childPlaces(form: FormDefinition, parent: string, measure: string): readonly number[] {
  return placesOfChildren(form, tableOf(form).places, parent, measure);
}

function placesOfChildren(
  form: FormDefinition,
  places: FigureTable['places'],
  parent: string,
  measure: string,
): readonly number[] {
  return childrenOf(form, parent).flatMap((child) => places.get(fieldKey(child.id, measure)) ?? []);
}

/** The place of a field's figure in every report of the form; -1 where the form does not declare it. */
export function figurePlace(form: FormDefinition, key: string): number {
  return tableOf(form).places.get(key) ?? -1;
}

/** What the lines of a filled form report for certain. */
export function figuresIn(form: FormDefinition, lines: readonly FilledLine[]): Figures {
  const { keys, rows } = tableOf(form);
  const figures = new Float64Array(keys.length).fill(Number.NaN);
  let strays: ReadonlyMap<string, FilledLine> | null = null;
  for (const [index, { id, fields }] of rows.entries()) {
    let line = lines[index];
    // Lines stand in the form's order as a rule.
    if (line?.indicator !== id) line = (strays ??= new Map(lines.map((one) => [one.indicator, one]))).get(id);
    if (line === undefined) continue;
    for (const [measure, place] of fields) {
      const reading = line.readings[measure];
      if (reading?.state === 'certain') figures[place] = reading.value;
    }
  }
  return figures;
}

/** The figures of a map by field key; keys that the form does not declare are left out. */
export function figuresOf(form: FormDefinition, values: ReadonlyMap<string, number>): Figures {
  const { keys, places } = tableOf(form);
  const figures = new Float64Array(keys.length).fill(Number.NaN);
  for (const [key, value] of values) {
    const place = places.get(key);
    if (place !== undefined) figures[place] = value;
  }
  return figures;
}

/** What counts per field key; keys that were not reported are absent. As compact as thousands of reports need it. */
export class CountedFigures implements Iterable<readonly [string, CountedValue]> {
  constructor(
    private readonly table: FigureTable,
    /** By place; NaN for absent ones. */
    readonly values: Figures,
    /** The places where the sum of the children counts, in ascending order. */
    readonly fromChildren: Float64Array,
  ) {}

  get(key: string): CountedValue | undefined {
    const place = this.table.places.get(key);
    const value = this.values[place ?? -1];
    if (place === undefined || value === undefined || Number.isNaN(value)) return undefined;
    return { value, from: this.fromChildren.includes(place) ? 'children' : 'reported' };
  }

  /** The value alone, or null. */
  valueOf(key: string): number | null {
    const value = this.values[this.table.places.get(key) ?? -1];
    return value === undefined || Number.isNaN(value) ? null : value;
  }

  /** As {@link valueOf} for a key asked of thousands of reports: {@link figurePlace} says its place once. NaN for none. */
  valueAt(place: number): number {
    return this.values[place] ?? Number.NaN;
  }

  has(key: string): boolean {
    return this.valueOf(key) !== null;
  }

  *[Symbol.iterator](): Generator<readonly [string, CountedValue], void, undefined> {
    for (const key of this.table.keys) {
      const counted = this.get(key);
      if (counted !== undefined) yield [key, counted];
    }
  }
}

/** What counts, from the parts of {@link CountedFigures} that travel between threads. */
export function countedFrom(form: FormDefinition, values: Figures, fromChildren: Float64Array): CountedFigures {
  return new CountedFigures(tableOf(form), values, fromChildren);
}

/** What counts as somebody found it, by field key; keys that the form does not declare are left out. */
export function countedFigures(form: FormDefinition, found: ReadonlyMap<string, CountedValue>): CountedFigures {
  const table = tableOf(form);
  const fromChildren = [...found].flatMap(([key, { from }]) => (from === 'children' ? (table.places.get(key) ?? []) : []));
  const values = new Map([...found].map(([key, { value }]) => [key, value]));
  return new CountedFigures(table, figuresOf(form, values), Float64Array.from(fromChildren).sort());
}

/**
 * What counts, given what one unit reported. A parent with roll-up "sum" counts the sum of its children, or what was
 * reported where no child was filled; "atLeast" counts what was reported, or the children's sum where that is larger or
 * nothing was reported.
 */
export function rollUp(form: FormDefinition, reported: Figures): CountedFigures {
  const table = tableOf(form);
  const values = Float64Array.from(reported);
  const fromChildren: number[] = [];
  for (const { place, rule, children } of table.steps) {
    if (children.length === 0) continue;
    const sum = sumOf(children, values);
    const own = values[place] ?? Number.NaN;
    if (sum === null || own === sum || (rule === 'atLeast' && own >= sum)) continue;
    values[place] = sum;
    fromChildren.push(place);
  }
  return new CountedFigures(table, values, Float64Array.from(fromChildren).sort());
}

/** The sum of the figures at some places; null where none of them has one. */
export function sumOf(places: readonly number[], figures: Figures): number | null {
  let sum: number | null = null;
  for (const place of places) {
    const one = figures[place] ?? Number.NaN;
    if (!Number.isNaN(one)) sum = (sum ?? 0) + one;
  }
  return sum;
}
