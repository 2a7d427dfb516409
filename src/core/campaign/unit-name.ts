/**
 * Names of reporting units brought to one form for comparison: abbreviations spelt out, numbers as digits, marks
 * and capitals gone. Only for matching; what a clerk reads stays as it was written.
 */
import { foldText } from '../cells/fold';
import { normalizeText } from '../cells/normalize';
import { MANY_NAMES, remembered } from '../cells/remembered';
import { numberFromWords } from '../cells/number-words';
import { MARKED_KINDS, MARKED_PLACE_KINDS, PHRASES, PLACE_KINDS, UNIT_OPENINGS } from './unit-vocabulary';

/** One word of a name. */
export interface NameWord {
  readonly folded: string;
  /** With its marks, the tone last ("hòa" and "hoà" alike); the folded word for words of the vocabulary and places. */
  readonly marked: string;
  /** True for words that say the kind of office or place; the others are its own name. */
  readonly known: boolean;
  /** Whether the text it stands in writes marks at all: only then does their absence say something. */
  readonly marks: boolean;
}

interface RawWord {
  readonly folded: string;
  readonly marked: string;
  /** A full stop follows at once: "P. 4", "X.Nậm Tăm". */
  readonly dotted: boolean;
  /** A comma, dash or bracket stands before it. */
  readonly parted: boolean;
}

type SpeltWord = Omit<NameWord, 'marks'>;

/** One-letter kinds of places; only at the start, after an office, after a separator or with a full stop. */
const PLACE_LETTERS: ReadonlyMap<string, string> = new Map([['p', 'phuong'], ['x', 'xa'], ['q', 'quan'], ['h', 'huyen'], ['t', 'tinh']]);
const JOINING = new Set(['va', 'cua', 'thuoc']);
const LONGEST_NAME = 400;
/** Words are many little objects: only those of the name at hand are kept, its keys longer. */
const RECENT_NAMES = 200;

/** The words of a name in comparable form: "UBND P.04" → uy, ban, nhan, dan, phuong, 4. */
export const nameWords = remembered(wordsOf, RECENT_NAMES);

function wordsOf(name: string): readonly NameWord[] {
  const text = normalizeText(name.slice(0, LONGEST_NAME));
  const raw = rawWords(text);
  const writesMarks = raw.some((word) => word.marked !== word.folded);
  const joined = raw.filter((word, index) => !(JOINING.has(word.folded) && index > 0 && index < raw.length - 1));
  const words = expand(joined).map(({ folded, marked, known }) => ({ folded, marked, known, marks: writesMarks }));
  return withoutFillers(numbered(words, writesMarks));
}

/** The words of a unit's name in comparable form: "UBND P.04" → "uy ban nhan dan phuong 4". */
export const canonicalUnitName = remembered((name) => foldedText(nameWords(name)), MANY_NAMES);

export function foldedText(words: readonly NameWord[]): string {
  return words.map((word) => word.folded).join(' ');
}

export function markedText(words: readonly NameWord[]): string {
  return words.map((word) => word.marked).join(' ');
}

/**
 * The key under which names of the same reporting unit agree. A people's committee and its department for education
 * are one unit: "UBND xã A" and "Phòng Văn hóa - Xã hội xã A"; before 2025-07-01 "UBND huyện B" and "Phòng GDĐT huyện B".
 */
export const unitKey = remembered((name) => foldedText(unitWords(nameWords(name))), MANY_NAMES);

/** The same key with its marks, tone placement aside; null for a name that writes none and so leaves them open. */
export const markedUnitKey = remembered((name): string | null => {
  const words = unitWords(nameWords(name));
  return words.some((word) => word.marks) ? markedText(words) : null;
}, MANY_NAMES);

const COMMITTEES = ['uy ban nhan dan', 'phong van hoa xa hoi', 'phong giao duc dao tao'].map((one) => one.split(' '));

/** The words of the key: a committee and its department leave only the place they are of. */
export function unitWords(words: readonly NameWord[]): readonly NameWord[] {
  const trimmed = withoutClosingOffice(words);
  let at = 0;
  for (let found = true; found; ) {
    const office = COMMITTEES.find((one) => startsWith(trimmed, at, one));
    found = office !== undefined;
    at += office?.length ?? 0;
  }
  return at > 0 && at < trimmed.length && placeAt(trimmed, at) > 0 ? trimmed.slice(at) : trimmed;
}

/** "UBND xã A - Phòng VH-XH": the department behind its committee. */
function withoutClosingOffice(words: readonly NameWord[]): readonly NameWord[] {
  const office = COMMITTEES.find((one) => words.length > one.length + 1 && startsWith(words, words.length - one.length, one));
  const place = office === undefined ? words : words.slice(0, words.length - office.length);
  return office !== undefined && (startsWith(words, 0, COMMITTEES[0] ?? []) || placeAt(words, 0) > 0) ? place : words;
}

/** The number of words (1 or 2) of the kind of place that begins at `at` and is followed by a name; 0 for none. */
export function placeAt(words: readonly NameWord[], at: number): number {
  const first = words[at];
  if (first?.known !== true) return 0;
  for (const { parts } of PLACE_WORDS) {
    if (parts[0] === first.folded && at + parts.length < words.length && parts.every((part, index) => isPart(words[at + index], part))) return parts.length;
  }
  return 0;
}

function isPart(word: NameWord | undefined, part: string): boolean {
  return word !== undefined && word.known && word.folded === part;
}

function startsWith(words: readonly NameWord[], at: number, parts: readonly string[]): boolean {
  return parts.length > 0 && parts.every((part, index) => words[at + index]?.folded === part);
}

/** Whether a text reads like the name of an office at all ("Phường 4", "Trường TH …"), for file names. */
export function looksLikeUnit(text: string): boolean {
  // "0012", "2024-10": most names of files that were numbered.
  if (!/\p{L}/u.test(text)) return false;
  const canonical = canonicalUnitName(text);
  return OPENINGS.some((opening) => canonical.startsWith(opening));
}

/** Each with the space behind it: an opening alone names nobody. */
const OPENINGS = UNIT_OPENINGS.map((words) => `${words} `);

function rawWords(text: string): readonly RawWord[] {
  const found: RawWord[] = [];
  let end = 0;
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const gap = text.slice(end, match.index);
    end = match.index + match[0].length;
    const parted = gap !== ' ' && gap !== '' && /[,;:()[\]\n/–—]|\s-|-\s/.test(gap);
    const dotted = text[end] === '.';
    const { kind, folded, marked } = wordForms(match[0]);
    if (kind !== null) found.push({ folded: kind, marked: kind, dotted: true, parted }, { folded, marked, dotted: false, parted: false });
    else if (folded !== '') found.push({ folded, marked, dotted, parted });
  }
  return found;
}

/** A word in its comparable forms; "P4" is a kind and a number. Names are made of the same few hundred syllables. */
const wordForms = remembered((word): { readonly kind: string | null; readonly folded: string; readonly marked: string } => {
  const plain = foldText(word);
  const glued = /^([pqxh]|phuong|quan)(\d{1,2})$/i.exec(plain);
  if (glued?.[1] !== undefined && glued[2] !== undefined) {
    return { kind: PLACE_LETTERS.get(glued[1]) ?? glued[1], folded: glued[2], marked: glued[2] };
  }
  const folded = sameI(plain);
  return { kind: null, folded, marked: folded === '' ? '' : markedWord(word, folded) };
});

/** "Mỹ" and "Mĩ", "Quý" and "Quí" are one word: i and y at the end of an open syllable are written either way. */
function sameI(folded: string): string {
  return /^(?:h|k|l|m|s|t|v|qu)y$/.test(folded) ? `${folded.slice(0, -1)}i` : folded;
}

const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** The word in lower case with its marks, the tone at its end wherever it was put. */
function markedWord(word: string, folded: string): string {
  const letters = word.toLowerCase().normalize('NFD');
  const tone = letters.match(TONE)?.[0] ?? '';
  const plain = letters.replace(TONE, '').normalize('NFC');
  const same = foldText(word) === folded ? plain : `${plain.slice(0, -1)}i`;
  return same + tone;
}

/** Abbreviations spelt out; letters that stand for a kind of place, and the kinds themselves, marked as known. */
function expand(raw: readonly RawWord[]): readonly SpeltWord[] {
  const words: SpeltWord[] = [];
  for (let at = 0; at < raw.length; ) {
    const word = raw[at];
    if (word === undefined) break;
    const boundary = at === 0 || word.parted || (words[words.length - 1]?.known === true && !afterPlaceKind(words));
    const phrase = PHRASES.get(word.folded)?.find((one) => fits(one.from, raw, at, boundary));
    if (phrase !== undefined) {
      for (const part of phrase.to) words.push({ folded: part, marked: part, known: true });
      at += phrase.from.length;
      continue;
    }
    const kind = placeKindAt(raw, at, boundary);
    if (kind !== null) {
      for (const part of kind.words) words.push({ folded: part, marked: part, known: true });
      at += kind.length;
      continue;
    }
    words.push({ folded: word.folded, marked: word.marked, known: false });
    at += 1;
  }
  return words;
}

/** What follows "xã" or "phường" is a name: in "phường Bảo An" there is no newspaper. */
function afterPlaceKind(words: readonly SpeltWord[]): boolean {
  const [before, last] = [words[words.length - 2]?.folded, words[words.length - 1]?.folded];
  if (last === undefined) return false;
  return A_PLACE_KIND.has(last) || (before !== undefined && A_PLACE_KIND.has(`${before} ${last}`));
}

/** Short words ("th", "so", "bao") say a kind only where a kind can stand; within a name they are part of it. */
function fits(from: readonly string[], raw: readonly RawWord[], at: number, boundary: boolean): boolean {
  if (!from.every((part, index) => raw[at + index]?.folded === part)) return false;
  const first = raw[at];
  const marks = from.length === 1 ? MARKED_KINDS[from[0] ?? ''] : undefined;
  if (marks !== undefined && first !== undefined && first.marked !== first.folded && first.marked !== markedWord(marks, from[0] ?? '')) return false;
  return boundary || from.length > 2 || (from.length === 1 && marks === undefined && (from[0] ?? '').length > 4);
}

const A_PLACE_KIND: ReadonlySet<string> = new Set(PLACE_KINDS);

/** Every kind of place with its words, as they are and as their marks write them. */
const PLACE_WORDS = PLACE_KINDS.map((kind) => ({ kind, parts: kind.split(' '), marked: toneLast(MARKED_PLACE_KINDS[kind] ?? '') }));

function placeKindAt(raw: readonly RawWord[], at: number, boundary: boolean): { words: readonly string[]; length: number } | null {
  const word = raw[at];
  if (word === undefined || at + 1 >= raw.length) return null;
  const letter = PLACE_LETTERS.get(word.folded);
  if (letter !== undefined && (boundary || word.dotted)) return { words: [letter], length: 1 };
  // "TT Tam Đường" is a township; what a centre teaches was recognised before.
  if (word.folded === 'tt' && boundary) return { words: ['thi', 'tran'], length: 1 };
  for (const { kind, parts, marked } of PLACE_WORDS) {
    if (parts[0] !== word.folded) continue;
    const found = parts.every((part, index) => raw[at + index]?.folded === part) && at + parts.length < raw.length;
    if (!found) continue;
    const written = parts.map((_, index) => raw[at + index]?.marked.normalize('NFD') ?? '').join(' ');
    const withMarks = kind === written || written === marked;
    if (withMarks) return { words: parts, length: parts.length };
  }
  return null;
}

function toneLast(kind: string): string {
  return kind
    .split(' ')
    .map((word) => markedWord(word, foldText(word)).normalize('NFD'))
    .join(' ');
}

const NUMBERED_KINDS = new Set(['phuong', 'quan']);
const MARKED_NUMBERS = /^(?:một|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín|mười|mươi|mốt)$/;

/** "04" → "4"; "phường bốn", "phường mười bốn" → digits, where nothing else follows. */
function numbered(words: readonly NameWord[], writesMarks: boolean): readonly NameWord[] {
  const plain = words.map((word) => {
    const digits = word.folded.startsWith('0') ? /^0+(\d+)$/.exec(word.folded)?.[1] : undefined;
    return digits === undefined ? word : { ...word, folded: digits, marked: digits };
  });
  for (let at = 1; at < plain.length; at += 1) {
    // "Phường số bốn"; the "sở" of "trung học cơ sở" is a word of the vocabulary and counts nothing.
    const before = plain[at - 1];
    if (before === undefined || !(before.known ? NUMBERED_KINDS.has(before.folded) : before.folded === 'so')) continue;
    let end = at;
    while (end < plain.length && plain[end]?.known === false && end - at < 3) end += 1;
    const run = plain.slice(at, end);
    if (end < plain.length && placeAt(plain, end) === 0) continue;
    if (writesMarks && !run.every((word) => MARKED_NUMBERS.test(tonedBack(word.marked)))) continue;
    const value = numberFromWords(run.map((word) => (word.folded === 'bai' ? 'bay' : word.folded)));
    if (value === null || value > 99) continue;
    const digits = String(value);
    return [...plain.slice(0, at), { folded: digits, marked: digits, known: false, marks: writesMarks }, ...plain.slice(end)];
  }
  return plain;
}

function tonedBack(marked: string): string {
  const tone = marked.match(TONE)?.[0] ?? '';
  if (tone === '') return marked;
  const letters = [...marked.replace(TONE, '')];
  const vowels = letters.flatMap((letter, index) => (/[aăâeêioôơuưy]/.test(letter) ? [index] : []));
  const place = vowels.length > 1 && letters[vowels[1] ?? 0] === 'ơ' ? vowels[1] : vowels[0];
  return letters.map((letter, index) => (index === place ? letter + tone : letter)).join('').normalize('NFC');
}

/** Words that add nothing: "trường" before its level, "số" before a number, the committee between an office and its place. */
function withoutFillers(words: readonly NameWord[]): readonly NameWord[] {
  const kept: NameWord[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined) break;
    if (word.folded === 'truong' && word.known && at === 0 && words.length > 1) continue;
    if (word.folded === 'so' && !word.known && kept.length > 0 && /^\d/.test(words[at + 1]?.folded ?? '')) continue;
    if (kept.length > 0 && startsWith(words, at, COMMITTEES[0] ?? []) && placeAt(words, at + 4) > 0) {
      at += 3;
      continue;
    }
    kept.push(word);
  }
  return kept;
}
