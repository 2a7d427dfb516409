/** A form's texts prepared for matching, once per definition: folded words, aliases, numbers. */
import { foldText } from '../cells/fold';
import { comparable, compareContainment, compareTexts, likenessBounds, type ComparableText } from '../cells/similarity';
import type { FormColumn, FormDefinition, Indicator } from './definition';

interface PreparedIndicator {
  readonly indicator: Indicator;
  readonly order: number;
  /** The printed text first, then its aliases; all folded. */
  readonly texts: readonly string[];
  readonly comparables: readonly ComparableText[];
  readonly unitOfMeasure: string;
}

interface PreparedColumn {
  readonly column: FormColumn;
  readonly words: readonly string[];
  readonly comparables: readonly ComparableText[];
}

export interface FormMatcher {
  readonly form: FormDefinition;
  readonly indicators: readonly PreparedIndicator[];
  readonly byId: ReadonlyMap<string, PreparedIndicator>;
  /** Folded text (printed or alias) → indicators that carry it. */
  readonly exact: ReadonlyMap<string, readonly PreparedIndicator[]>;
  readonly byNumber: ReadonlyMap<string, PreparedIndicator>;
  readonly columns: readonly PreparedColumn[];
  /** The folded words of all columns' headers. The heading "Nội dung" is half of "Nội dung khác", and no row. */
  readonly headerWords: ReadonlySet<string>;
  /** How well a folded header text names a column: 1 for its very words, 0 when it does not. */
  headerFit(header: string, column: PreparedColumn): number;
  /** How well a folded label fits an indicator: 1 for the printed words, 0 for nothing in common. */
  fit(label: string, indicator: PreparedIndicator): number;
  /** The indicator whose words a folded label resembles most, or null where none is close (0.8 and more). */
  resembled(label: string): PreparedIndicator | null;
}

export type { PreparedColumn, PreparedIndicator };

const REMEMBERED = 5_000;
const RESEMBLES = 0.8;
/** A label whose words are all in the other is a little less alike than an equal one. */
const CONTAINED = 0.9;
/**
 * Of the shorter text's words this share must be in the other letter by letter before the two are compared at all.
 * Where fewer are, even words that all differ by one letter stay below what counts as resembling.
 */
const COMMON_WORDS = 0.2;
/** No header is longer; a long text is never compared with header words. */
const LONGEST_HEADER = 80;
const HEADER_FIT = 0.8;
/** Words this short must be equal: "Lớp" and "Lớn" are one letter apart. */
const SHORT_WORDS = 5;

const prepared = new WeakMap<FormDefinition, FormMatcher>();

/** The matcher of a form; made once and kept as long as the form. */
export function matcherOf(form: FormDefinition): FormMatcher {
  const known = prepared.get(form);
  if (known !== undefined) return known;
  const made = prepare(form);
  prepared.set(form, made);
  return made;
}

function prepare(form: FormDefinition): FormMatcher {
  const indicators = form.indicators.map((indicator, order) => ({
    indicator,
    order,
    texts: [...new Set([indicator.text, ...indicator.aliases].map(foldText))],
    comparables: [indicator.text, ...indicator.aliases].map(comparable),
    unitOfMeasure: foldText(indicator.unitOfMeasure),
  }));
  const exact = new Map<string, PreparedIndicator[]>();
  for (const one of indicators) {
    for (const text of one.texts) exact.set(text, [...(exact.get(text) ?? []), one]);
  }
  const columns = form.columns.map((column) => {
    const words = [column.header, ...column.aliases].map(foldText);
    return { column, words, comparables: words.map(comparable) };
  });
  const headerFits = new Map<string, ReadonlyMap<PreparedColumn, number>>();
  // Labels repeat from file to file: each odd one is compared once. Bounded, so that odd files cost no memory.
  const fits = new Map<string, ReadonlyMap<PreparedIndicator, number>>();
  const resemblances = new Map<string, PreparedIndicator | null>();
  const index = indexWords(indicators);
  return {
    form,
    indicators,
    byId: new Map(indicators.map((one) => [one.indicator.id, one])),
    exact,
    byNumber: new Map(indicators.filter((one) => one.indicator.number !== '').map((one) => [one.indicator.number, one])),
    columns,
    headerWords: new Set(columns.flatMap((one) => one.words)),
    headerFit: (header, column) => {
      if (header === '' || header.length > LONGEST_HEADER) return 0;
      let known = headerFits.get(header);
      if (known === undefined) {
        const prepared = comparable(header);
        known = new Map(columns.map((one) => [one, headerFitOf(prepared, one)]));
        if (headerFits.size > REMEMBERED) headerFits.clear();
        headerFits.set(header, known);
      }
      return known.get(column) ?? 0;
    },
    fit: (label, indicator) => {
      if (indicator.texts.includes(label)) return 1;
      let known = fits.get(label);
      if (known === undefined) {
        const prepared = comparable(label);
        known = new Map(indicators.map((one) => [one, fitOf(prepared, one)]));
        if (fits.size > REMEMBERED) fits.clear();
        fits.set(label, known);
      }
      return known.get(indicator) ?? 0;
    },
    resembled: (label) => {
      let known = resemblances.get(label);
      if (known === undefined) {
        known = mostAlike(comparable(label), indicators, index);
        if (resemblances.size > REMEMBERED) resemblances.clear();
        resemblances.set(label, known);
      }
      return known;
    },
  };
}

/** Word → the texts it stands in, once for each time: which indicators share words with a label is found without comparing. */
type WordIndex = ReadonlyMap<string, readonly ComparableText[]>;

function indexWords(indicators: readonly PreparedIndicator[]): WordIndex {
  const index = new Map<string, ComparableText[]>();
  for (const text of indicators.flatMap((one) => one.comparables)) {
    for (const token of text.tokens) {
      const texts = index.get(token);
      if (texts === undefined) index.set(token, [text]);
      else texts.push(text);
    }
  }
  return index;
}

function mostAlike(label: ComparableText, indicators: readonly PreparedIndicator[], index: WordIndex): PreparedIndicator | null {
  const common = new Map<ComparableText, number>();
  for (const word of new Set(label.tokens)) {
    for (const text of index.get(word) ?? []) common.set(text, (common.get(text) ?? 0) + 1);
  }
  if (common.size === 0) return null;
  const sharesWords = (text: ComparableText): boolean => {
    const count = common.get(text) ?? 0;
    if (count < 1 || count < Math.min(label.tokens.length, text.tokens.length) * COMMON_WORDS) return false;
    if (label.bare !== null || text.bare !== null) return true;
    const most = likenessBounds(label, text, count);
    return most.whole >= RESEMBLES || most.contained * CONTAINED >= RESEMBLES;
  };
  let best: PreparedIndicator | null = null;
  let bestFit = 0;
  for (const indicator of indicators) {
    if (!indicator.comparables.some(sharesWords)) continue;
    const fit = fitOf(label, indicator);
    if (fit >= RESEMBLES && fit > bestFit) {
      best = indicator;
      bestFit = fit;
    }
  }
  return best;
}

/** Labels are cut short ("Tập huấn tin học cán bộ") or lengthened by remarks: the shorter one's words count too. */
function fitOf(label: ComparableText, indicator: PreparedIndicator): number {
  if (label.folded === '') return 0;
  let best = 0;
  for (const text of indicator.comparables) {
    best = Math.max(best, compareTexts(label, text));
    const shorterWords = Math.min(label.tokens.length, text.tokens.length);
    if (shorterWords >= 2) best = Math.max(best, Math.min(0.99, compareContainment(label, text) * CONTAINED));
  }
  return best;
}

function headerFitOf(header: ComparableText, column: PreparedColumn): number {
  let best = 0;
  for (const word of column.comparables) {
    if (word.folded === header.folded) return 1;
    if (word.folded.length < SHORT_WORDS) continue;
    // "Nội dung các hoạt động (ghi rõ)": the whole of the words must be there.
    if (header.folded.startsWith(`${word.folded} `)) best = Math.max(best, 0.9);
    best = Math.max(best, compareTexts(word, header));
  }
  return best >= HEADER_FIT ? best : 0;
}
