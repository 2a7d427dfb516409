/** A cell's text cut into figures, words and signs. Bounded: longer texts are refused before. */
import { foldText } from '../fold';
import { numberFromWords } from '../number-words';
import { parseNumeral } from '../number-text';
import { isExactNumberWord, isUnitWord, LONGEST_PHRASE, lookUp, type Entry, type UnitWords } from './vocabulary';

/** Whose word it is: of the row's unit of measure, or of one of the two units of its pair. */
export type OwnWord = 'unit' | 'thing' | 'person';

export type Token =
  /** `glued`: no space before it ("tr5"). `digits` are the numeral's characters; null for a number in words. */
  | {
      readonly kind: 'number';
      readonly value: number;
      readonly why: 'comma' | 'words' | null;
      readonly pointed: boolean;
      readonly glued: boolean;
      readonly digits: string | null;
    }
  /** `own`: a word of the row's own unit of measure. A word nobody knows has neither entry nor own. */
  | {
      readonly kind: 'word';
      readonly text: string;
      readonly entry: Entry | null;
      readonly own: OwnWord | null;
    }
  | { readonly kind: 'sign'; readonly sign: string }
  /** A numeral that is none: "1.2.3", "12,34,5". */
  | { readonly kind: 'broken' };

/** The unit words that have a meaning in the row at hand. */
export interface RowWords {
  readonly unit: UnitWords;
  readonly thing: UnitWords | null;
  readonly person: UnitWords | null;
}

const SPACED_NUMERAL = /[1-9]\d{0,2}(?: \d{3})+(?![\d])(?:,\d+)?/y;
const NUMERAL = /\d+(?:[.,]\d+)*/y;
const WORD = /[\p{L}\p{M}]+/uy;

/** Cuts a normalized text into tokens. Phrases of the lexicon are one token each, the longest first. */
export function tokenize(text: string, row: RowWords): Token[] {
  const plain = /^[\u0000-\u007F]*$/.test(text);
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const letter = text.charAt(at);
    if (letter === ' ') {
      at += 1;
      continue;
    }
    const numeral = match(SPACED_NUMERAL, text, at) ?? match(NUMERAL, text, at);
    if (numeral !== null) {
      const read = parseNumeral(numeral);
      const glued = at > 0 && !/[\s]/.test(text.charAt(at - 1));
      if (read === null) tokens.push({ kind: 'broken' });
      else
        tokens.push({
          kind: 'number',
          value: read.value,
          why: read.why,
          pointed: read.pointed,
          glued,
          digits: numeral,
        });
      at += numeral.length;
      continue;
    }
    const words = wordsFrom(text, at);
    if (words.length === 0) {
      tokens.push({ kind: 'sign', sign: letter });
      at += letter.length;
      continue;
    }
    const taken = takePhrase(words, plain, row);
    tokens.push(taken.token);
    at = words[taken.count - 1]?.end ?? at + 1;
  }
  return tokens;
}

interface Word {
  readonly text: string;
  readonly end: number;
}

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** The words from a place on, as long as single spaces or hyphens join them; enough for a phrase or a number in words. */
function wordsFrom(text: string, start: number): Word[] {
  const words: Word[] = [];
  for (let at = start; words.length < LONGEST_NUMBER;) {
    const word = match(WORD, text, at);
    if (word === null) break;
    words.push({ text: word, end: at + word.length });
    at += word.length;
    if (text.charAt(at) !== ' ' && text.charAt(at) !== '-') break;
    at += 1;
  }
  return words;
}

function takePhrase(words: readonly Word[], plain: boolean, row: RowWords): { token: Token; count: number } {
  let best: { token: Token; count: number } | null = null;
  for (let count = Math.min(LONGEST_PHRASE, words.length); count >= 1 && best === null; count -= 1) {
    const phrase = words
      .slice(0, count)
      .map((word) => word.text)
      .join(' ');
    const own = ownWord(phrase, plain, row);
    const entry = lookUp(phrase, plain);
    if (own !== null || entry !== null) best = { token: { kind: 'word', text: phrase, entry, own }, count };
  }
  const number = takeNumber(words, plain);
  if (number !== null && (best === null || number.count > best.count)) return number;
  return (
    best ??
    number ?? {
      token: {
        kind: 'word',
        text: words[0]?.text ?? '',
        entry: null,
        own: null,
      },
      count: 1,
    }
  );
}

function ownWord(phrase: string, plain: boolean, row: RowWords): OwnWord | null {
  if (isUnitWord(row.unit, phrase, plain)) return 'unit';
  if (row.thing !== null && isUnitWord(row.thing, phrase, plain)) return 'thing';
  return row.person !== null && isUnitWord(row.person, phrase, plain) ? 'person' : null;
}

/** Words in the longest number anybody writes into such a cell. */
const LONGEST_NUMBER = 16;

/** The longest run of number words that is a number. */
function takeNumber(words: readonly Word[], plain: boolean): { token: Token; count: number } | null {
  let run = 0;
  while (run < words.length && (plain || isExactNumberWord(words[run]?.text ?? ''))) run += 1;
  const folded = words.slice(0, Math.min(run, LONGEST_NUMBER)).map((word) => foldText(word.text));
  for (let count = folded.length; count >= 1; count -= 1) {
    const value = numberFromWords(folded.slice(0, count));
    if (value !== null) {
      return {
        token: {
          kind: 'number',
          value,
          why: 'words',
          pointed: false,
          glued: false,
          digits: null,
        },
        count,
      };
    }
  }
  return null;
}
