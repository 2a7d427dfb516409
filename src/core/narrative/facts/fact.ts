/**
 * Facts: what the report may say, each with its figures, where every figure comes from, and the rule and threshold that
 * chose it. They stand between the consolidation and the sentences; a sentence takes its figures from nowhere else.
 */
import type { ReportingUnit } from '../../campaign/reporting-unit';

/** One cell behind a figure; `cell` is null where the figure was typed in by hand. */
export interface FigureCell {
  readonly unit: ReportingUnit;
  readonly file: string;
  readonly sheet: string;
  readonly cell: string | null;
}

export type FigureSource =
  /** The sum of the totals of these fields. */
  | { readonly kind: 'totals'; readonly keys: readonly string[] }
  /** How many units these are. */
  | { readonly kind: 'units'; readonly units: readonly ReportingUnit[] }
  /** How many cells these are. */
  | { readonly kind: 'cells'; readonly cells: readonly FigureCell[] }
  /** How many rows of the form these are. */
  | { readonly kind: 'rows'; readonly rows: readonly string[] }
  /** One unit's own figure. */
  | { readonly kind: 'unit'; readonly unit: ReportingUnit; readonly key: string }
  /** The sum of last year's totals of these fields. */
  | { readonly kind: 'lastYear'; readonly keys: readonly string[] }
  /** Percent, one decimal: figure `part` over figure `whole` of the same fact. */
  | { readonly kind: 'share'; readonly part: string; readonly whole: string }
  /** Percent, one decimal: how far `now` stands from `before`, both figures of the same fact; never negative. */
  | { readonly kind: 'change'; readonly now: string; readonly before: string }
  /** How many entries of the units' texts these are. */
  | { readonly kind: 'texts'; readonly cells: readonly FigureCell[] }
  /** What a check across units found, with its own threshold. */
  | { readonly kind: 'finding'; readonly code: string };

export interface Figure {
  readonly name: string;
  readonly value: number;
  /** The unit of measure in running text: "lớp", "đồng", "đơn vị", "%". */
  readonly unit: string;
  readonly source: FigureSource;
}

export type FactKind =
  | 'scope'
  | 'row'
  | 'group'
  | 'unreported'
  | 'zeroOnly'
  | 'waiting'
  | 'money'
  | 'reward'
  | 'timing'
  | 'missing'
  | 'late'
  | 'parents'
  | 'breadth'
  | 'change'
  | 'leading'
  | 'unusual'
  | 'documents'
  | 'texts';

export interface Fact {
  /** Stable from run to run: kind and what it is about, "row:1.1". */
  readonly id: string;
  readonly kind: FactKind;
  readonly figures: readonly Figure[];
  /** Which rule chose the fact, and the threshold it used (percent or number of units); null where it needs none. */
  readonly rule: { readonly name: string; readonly threshold: number | null };
  /** The row of the form it is about; null for none. */
  readonly row: string | null;
  /** Units the fact is about, for naming them. */
  readonly units: readonly ReportingUnit[];
}

/** Thresholds of the rules that turn figures into ưu điểm and tồn tại. Percent, except `smallest` and `leaders`. */
export interface ReportThresholds {
  /** On time among the units with a confirmed day of receipt. */
  readonly onTime: number;
  /** Units that did something among the units that reported. */
  readonly breadth: number;
  /** Share of the money that did not come from the first source. */
  readonly otherMoney: number;
  /** Change of a total against last year. */
  readonly change: number;
  /** Totals below this on both sides change by large shares for no reason. */
  readonly smallest: number;
  /** How many units with the largest figures are named. */
  readonly leaders: number;
  /** A unit is named as leading from this many times the mean of those that reported the row. */
  readonly leading: number;
  /** How many units must speak of the same difficulty before a proposal follows from it. */
  readonly sameDifficulty: number;
}

export const REPORT_THRESHOLDS: ReportThresholds = {
  onTime: 90,
  breadth: 80,
  otherMoney: 30,
  change: 20,
  smallest: 10,
  leaders: 3,
  leading: 1.5,
  sameDifficulty: 2,
};

/** The figure of that name; a fact that lacks it is an error of ours. */
export function figureOf(fact: Fact, name: string): Figure {
  const found = fact.figures.find((one) => one.name === name);
  if (found === undefined) throw new Error(`fact ${fact.id} has no figure "${name}"`);
  return found;
}

export function hasFigure(fact: Fact, name: string): boolean {
  return fact.figures.some((one) => one.name === name);
}

/** Percent with one decimal; 0 of 0 is 0. */
export function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part * 1000) / whole) / 10;
}

/** A figure that counts units. */
export function unitsFigure(name: string, units: readonly ReportingUnit[], unit: string): Figure {
  return { name, value: units.length, unit, source: { kind: 'units', units } };
}
