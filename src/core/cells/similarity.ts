/**
 * How alike two labels are. Binding compares the rows of a form with the rows of a sheet when their folded texts
 * differ: typing errors, letters a converter lost ("đợc" for "được"), a remark in brackets added or left out.
 */
import { foldText } from './fold';

/** Longer texts are cut: no label of a form is longer, and the cost stays bounded whatever a cell holds. */
const LONGEST = 240;
/** Below this share of common letter pairs two texts have nothing to do with each other; the edit distance is spared. */
const UNRELATED = 0.4;
/** A text that matches only after a bracketed remark is left out is a little less alike than an equal one. */
const WITHOUT_BRACKETS = 0.95;
/** What a nearly equal word counts of a whole one. */
const NEARLY = 0.75;

/** A text made ready to be compared many times. */
export interface ComparableText {
  readonly folded: string;
  readonly tokens: readonly string[];
  readonly pairs: ReadonlyMap<number, number>;
  readonly pairCount: number;
  /** The same without its bracketed parts; null where it has none. */
  readonly bare: ComparableText | null;
}

/** Prepares a text for `compareTexts`; worth it where one text meets many others. */
export function comparable(text: string): ComparableText {
  const cut = text.slice(0, LONGEST * 4);
  const prepared = prepare(cut);
  const bare = cut.includes('(') ? prepare(withoutBrackets(cut)) : null;
  return { ...prepared, bare: bare === null || bare.folded === '' || bare.folded === prepared.folded ? null : bare };
}

function prepare(text: string): ComparableText {
  const folded = foldText(text).slice(0, LONGEST).trimEnd();
  const pairs = new Map<number, number>();
  for (let at = 0; at + 1 < folded.length; at += 1) {
    const pair = folded.charCodeAt(at) * 65536 + folded.charCodeAt(at + 1);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  const tokens = folded === '' ? [] : folded.split(' ');
  return { folded, tokens, pairs, pairCount: Math.max(0, folded.length - 1), bare: null };
}

/** The text without what stands in round brackets; an unclosed bracket loses everything after it. */
function withoutBrackets(text: string): string {
  let depth = 0;
  let kept = '';
  for (const letter of text) {
    if (letter === '(') depth += 1;
    else if (letter === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0) kept += letter;
  }
  return kept;
}

/**
 * Likeness of two texts, 0 (nothing in common) to 1 (equal when folded), symmetric. Half of it is the edit distance
 * over letters, half the share of words that both have, nearly equal words included.
 */
export function similarity(a: string, b: string): number {
  return compareTexts(comparable(a), comparable(b));
}

/** `similarity` over prepared texts. */
export function compareTexts(one: ComparableText, other: ComparableText): number {
  // One order for both, so that the answer never depends on it.
  const [a, b] = one.folded <= other.folded ? [one, other] : [other, one];
  const whole = compareWhole(a, b);
  if (whole === 1 || (a.bare === null) === (b.bare === null)) return whole;
  return Math.max(whole, WITHOUT_BRACKETS * compareWhole(a.bare ?? a, b.bare ?? b));
}

function compareWhole(a: ComparableText, b: ComparableText): number {
  if (a.folded === b.folded) return 1;
  if (a.folded === '' || b.folded === '') return 0;
  const related = pairOverlap(a, b);
  if (related < UNRELATED && Math.min(a.folded.length, b.folded.length) > 6) return related / 2;
  const longest = Math.max(a.folded.length, b.folded.length);
  const edits = 1 - editDistance(a.folded, b.folded) / longest;
  const common = (2 * commonTokens(a.tokens, b.tokens)) / (a.tokens.length + b.tokens.length);
  return Math.min((edits + common) / 2, 0.999);
}

/** Dice's coefficient over pairs of neighbouring letters. */
function pairOverlap(a: ComparableText, b: ComparableText): number {
  return a.pairCount + b.pairCount === 0 ? 0 : (2 * commonPairs(a, b)) / (a.pairCount + b.pairCount);
}

function commonPairs(a: ComparableText, b: ComparableText): number {
  let common = 0;
  for (const [pair, count] of a.pairs) common += Math.min(count, b.pairs.get(pair) ?? 0);
  return common;
}

/** What two likenesses cannot exceed. */
export interface LikenessBounds {
  /** Of `compareTexts`. */
  readonly whole: number;
  /** Of `compareContainment`. */
  readonly contained: number;
}

/**
 * Bounds on how alike two texts are, far cheaper than the likeness itself. `words`: how many words they have in common
 * letter by letter, or more. Only for texts without bracketed parts.
 */
export function likenessBounds(a: ComparableText, b: ComparableText, words: number): LikenessBounds {
  const shorter = Math.min(a.tokens.length, b.tokens.length);
  const equal = Math.min(words, shorter);
  // At best every other word of the shorter text is nearly one of the longer.
  const common = equal + NEARLY * (shorter - equal);
  const longest = Math.max(a.folded.length, b.folded.length);
  // An error changes at most three pairs of neighbouring letters: where two were swapped.
  const errors = Math.max(0, Math.ceil((Math.max(a.pairCount, b.pairCount) - commonPairs(a, b)) / 3));
  const edits = longest === 0 ? 1 : 1 - errors / longest;
  return {
    whole: a.folded === b.folded ? 1 : (edits + (2 * common) / Math.max(1, a.tokens.length + b.tokens.length)) / 2,
    contained: shorter === 0 ? 0 : common / shorter,
  };
}

/**
 * The share of the shorter text's words that the longer one has too, nearly equal words included: 1 where one text
 * is inside the other, 0 where they share no word or one has none.
 */
export function containment(a: string, b: string): number {
  return compareContainment(comparable(a), comparable(b));
}

/** `containment` over prepared texts. */
export function compareContainment(a: ComparableText, b: ComparableText): number {
  const [shorter, longer] = a.tokens.length <= b.tokens.length ? [a.tokens, b.tokens] : [b.tokens, a.tokens];
  return shorter.length === 0 ? 0 : commonTokens(shorter, longer) / shorter.length;
}

/** How many words two lists have in common; each word counts once, a nearly equal one for three quarters. */
function commonTokens(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const token of b) left.set(token, (left.get(token) ?? 0) + 1);
  const unmatched: string[] = [];
  let common = 0;
  for (const token of a) {
    const there = left.get(token) ?? 0;
    if (there > 0) {
      left.set(token, there - 1);
      common += 1;
    } else unmatched.push(token);
  }
  for (const token of unmatched) {
    for (const [other, there] of left) {
      if (there > 0 && nearlyEqual(token, other)) {
        left.set(other, there - 1);
        common += NEARLY;
        break;
      }
    }
  }
  return common;
}

/** One letter wrong, missing, added, or two neighbours swapped. Numbers and words of one or two letters must be equal. */
function nearlyEqual(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length < 3 || short.length < 2 || long.length - short.length > 1 || /[0-9]/.test(long + short)) return false;
  let at = 0;
  while (at < short.length && short.charCodeAt(at) === long.charCodeAt(at)) at += 1;
  if (long.length > short.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  const swapped = short.charCodeAt(at) === long.charCodeAt(at + 1) && short.charCodeAt(at + 1) === long.charCodeAt(at);
  return swapped && short.slice(at + 2) === long.slice(at + 2);
}

/** Rows of the table of distances, kept between calls: three are all it takes. */
const ROWS = [new Uint16Array(LONGEST + 1), new Uint16Array(LONGEST + 1), new Uint16Array(LONGEST + 1)] as const;

/** Edit distance with swapped neighbours as one error (optimal string alignment). Cost: the product of the lengths. */
function editDistance(a: string, b: string): number {
  let start = 0;
  let endA = a.length;
  let endB = b.length;
  while (start < endA && start < endB && a.charCodeAt(start) === b.charCodeAt(start)) start += 1;
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA -= 1;
    endB -= 1;
  }
  const width = endB - start + 1;
  let [before, last, row] = ROWS;
  if (width === 1 || endA === start) return Math.max(endA, endB) - start;
  for (let j = 0; j < width; j += 1) last[j] = j;
  for (let i = 1; i <= endA - start; i += 1) {
    row[0] = i;
    const letter = a.charCodeAt(start + i - 1);
    const above = i > 1 ? a.charCodeAt(start + i - 2) : -1;
    let left = i;
    let corner = last[0] ?? 0;
    let otherBefore = -1;
    for (let j = 1; j < width; j += 1) {
      const other = b.charCodeAt(start + j - 1);
      const up = last[j] ?? 0;
      let best = letter === other ? corner : corner + 1;
      if (up + 1 < best) best = up + 1;
      if (left + 1 < best) best = left + 1;
      if (letter === otherBefore && above === other && letter !== other) best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row[j] = best;
      left = best;
      corner = up;
      otherBefore = other;
    }
    [before, last, row] = [last, row, before];
  }
  return last[width - 1] ?? 0;
}
