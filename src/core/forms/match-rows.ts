/**
 * Which row of a table is which row of the form. Number and text together decide, the best pairs first, so that
 * moved, added, deleted, renumbered and misspelt rows each find their place, and what fits nothing is left over.
 */
import type { CellValue } from '../cells/cell';
import { foldText } from '../cells/fold';
import { normalizeRowNumber, rowNumberCandidates, splitLeadingNumber } from './row-number';
import type { FormMatcher, PreparedIndicator } from './form-matcher';

/** A row of the table as far as matching needs it. */
export interface CandidateRow {
  readonly row: number;
  readonly numbers: readonly string[];
  /** The label folded, without a number it may carry. */
  readonly label: string;
  readonly unitOfMeasure: string;
  /** Whether any cell of the row beside label and unit of measure holds something. */
  readonly hasValues: boolean;
}

export interface RowMatch {
  readonly row: CandidateRow;
  readonly indicator: PreparedIndicator;
  /** How well the words fit, 0..1. */
  readonly fit: number;
}

export interface RowMatches {
  readonly matches: readonly RowMatch[];
  /** Rows that fit an indicator another row already has: [the row, the winner]. */
  readonly doubles: readonly { readonly row: CandidateRow; readonly winner: RowMatch }[];
  readonly left: readonly CandidateRow[];
}

/** The words alone must fit this well … */
const FIT_ALONE = 0.78;
/** … or this well when the number agrees … */
const FIT_WITH_NUMBER = 0.45;
/** … and a text that could be either of two rows needs the number or this lead to be believed. */
const CLEAR_LEAD = 0.04;

/** Makes a candidate from the cells of a row. */
export function candidateRow(
  row: number,
  number: CellValue,
  label: string,
  unitOfMeasure: string,
  hasValues: boolean,
): CandidateRow {
  const exact = foldText(label);
  const split = splitLeadingNumber(label);
  const fromLabel = split.number === null ? [] : [split.number];
  const numbers = rowNumberCandidates(number);
  return {
    row,
    numbers: numbers.length > 0 ? numbers : fromLabel,
    label: split.number === null && split.text === label ? exact : foldText(split.text),
    unitOfMeasure: foldText(unitOfMeasure),
    hasValues,
  };
}

/** Assigns rows to indicators, at most one to one. */
export function matchRows(matcher: FormMatcher, rows: readonly CandidateRow[]): RowMatches {
  const pairs = rows.flatMap((row) => pairsOf(matcher, row));
  pairs.sort((a, b) => b.score - a.score || Number(b.row.hasValues) - Number(a.row.hasValues) || a.row.row - b.row.row);
  const taken = new Map<string, RowMatch>();
  const placed = new Set<number>();
  for (const pair of pairs) {
    const id = pair.indicator.indicator.id;
    if (taken.has(id) || placed.has(pair.row.row)) continue;
    taken.set(id, { row: pair.row, indicator: pair.indicator, fit: pair.fit });
    placed.add(pair.row.row);
  }
  const left: CandidateRow[] = [];
  const doubles: { row: CandidateRow; winner: RowMatch }[] = [];
  for (const row of rows) {
    if (placed.has(row.row)) continue;
    const best = pairs.find((pair) => pair.row === row && pair.fit >= FIT_ALONE);
    const winner = best === undefined ? undefined : taken.get(best.indicator.indicator.id);
    if (winner !== undefined && (row.numbers.length === 0 || agrees(row, winner.indicator))) doubles.push({ row, winner });
    else left.push(row);
  }
  const matches = [...taken.values()].sort((a, b) => a.indicator.order - b.indicator.order);
  return { matches, doubles, left };
}

/** Whether words and numbers alone assign the rows: wherever two pairs exclude one another, one of them is better. */
export function isClearCut(matcher: FormMatcher, rows: readonly CandidateRow[]): boolean {
  const pairs = rows.flatMap((row) => pairsOf(matcher, row)).sort((a, b) => b.score - a.score);
  const taken = new Map<string, number>();
  const isFree = (keys: readonly string[], score: number): boolean | null => {
    const scores = keys.flatMap((key) => taken.get(key) ?? []);
    return scores.length === 0 ? true : scores.includes(score) && scores.every((one) => one === score) ? null : false;
  };
  for (const { row, indicator, score } of pairs) {
    const keys = [`row ${String(row.row)}`, `indicator ${indicator.indicator.id}`];
    const free = isFree(keys, score);
    if (free === null) return false;
    if (free) for (const key of keys) taken.set(key, score);
  }
  return true;
}

interface Pair {
  readonly row: CandidateRow;
  readonly indicator: PreparedIndicator;
  readonly fit: number;
  readonly score: number;
}

function pairsOf(matcher: FormMatcher, row: CandidateRow): readonly Pair[] {
  const exact = matcher.exact.get(row.label);
  const candidates = exact ?? matcher.indicators;
  const pairs: Pair[] = [];
  for (const indicator of candidates) {
    const fit = matcher.fit(row.label, indicator);
    const numberAgrees = agrees(row, indicator);
    const unitAgrees = row.unitOfMeasure !== '' && row.unitOfMeasure === indicator.unitOfMeasure;
    const believable =
      fit >= FIT_ALONE ||
      (numberAgrees && fit >= FIT_WITH_NUMBER) ||
      (numberAgrees && row.label === '' && (row.unitOfMeasure === '' || unitAgrees));
    if (!believable) continue;
    pairs.push({ row, indicator, fit, score: fit + (numberAgrees ? 0.3 : 0) + (unitAgrees ? 0.05 : 0) });
  }
  if (exact !== undefined) return pairs;
  pairs.sort((a, b) => b.score - a.score);
  const [first, second] = pairs;
  // "Bồi dưỡng nâng cao trình độ cho cán bộ" fits three rows alike: without a number it is nobody's.
  if (first !== undefined && second !== undefined && first.score - second.score < CLEAR_LEAD) return [];
  return pairs;
}

function agrees(row: CandidateRow, indicator: PreparedIndicator): boolean {
  return row.numbers.includes(indicator.indicator.number) && indicator.indicator.number !== '';
}

/**
 * The closest numbered ancestor of a row number the form has: "1.13" → "1"; null when there is none, or when it is a
 * row without children: "1.6.1" is a detail of 1.6 and adds nothing to 1.
 */
export function parentByNumber(matcher: FormMatcher, numbers: readonly string[]): PreparedIndicator | null {
  for (const number of numbers) {
    const parts = (normalizeRowNumber(number) ?? '').split('.');
    for (let length = parts.length - 1; length > 0; length -= 1) {
      const parent = matcher.byNumber.get(parts.slice(0, length).join('.'));
      if (parent !== undefined) return parent.indicator.rollUp === null ? null : parent;
    }
  }
  return null;
}
