/**
 * Which units of a roster a written name can mean: from the name as it stands down to one typing error. A later step
 * is only asked where the earlier ones found nothing, and none of them chooses between two units.
 */
import { judgeSyllable } from '../cells/legacy/syllables';
import { comparable, compareTexts } from '../cells/similarity';
import {
  comparableOf,
  droppedForms,
  looseWords,
  ownName,
  squeezed,
  tailSplits,
  type KnownName,
  type RosterIndex,
} from './name-index';
import type { RosterUnit } from './roster';
import { foldedText, markedText, nameWords, unitWords, type NameWord } from './unit-name';

export interface NameMatch {
  readonly units: readonly RosterUnit[];
  /** The place the name itself adds, in comparable form: "quan tan binh". */
  readonly place: string;
  /** True where the unit was found through a typing error. */
  readonly respelt: boolean;
  /** Units that resemble the name too little to be meant for certain; offered, never taken. */
  readonly resembling: readonly RosterUnit[];
}

const NONE: NameMatch = { units: [], place: '', respelt: false, resembling: [] };
/** Names this alike differ by a typing error at most. */
const SAME_NAME = 0.9;
const CLEAR_LEAD = 0.05;
const RESEMBLING = 0.75;
/** Names that differ more in length are not compared. */
const MOST_LETTERS = 4;
/** Names looked at closely per submission. */
const MOST_CANDIDATES = 250;

/** The units a name can mean. More than one: the name alone does not tell. */
export function matchName(index: RosterIndex, text: string): NameMatch {
  const words = nameWords(text);
  if (words.length === 0) return NONE;
  const remembered = index.remembered.get(markedText(words));
  if (remembered !== undefined) return { ...NONE, units: [remembered] };
  const key = unitWords(words);
  const exact = matchExactly(index, words, key);
  if (exact !== null) return exact;
  for (const { base, tail } of tailSplits(key)) {
    const found = matchExactly(index, base, base);
    if (found !== null && found.units.length > 0) return { ...found, place: foldedText(tail) };
  }
  const weaker = matchWeakly(index, key);
  if (weaker !== null) return weaker;
  const marksDiffer = index.byKey.get(foldedText(key)) ?? [];
  return marksDiffer.length > 0 ? matchMarks(index, key, marksDiffer) : matchMisspelt(index, key);
}

function matchExactly(index: RosterIndex, words: readonly NameWord[], key: readonly NameWord[]): NameMatch | null {
  // Without any marks "Nam Dong" may be "Nam Đông" as well: only the letters count.
  const named =
    words[0]?.marks === true ? (index.byMarkedName.get(markedText(words)) ?? index.byMarkedKey.get(markedText(key))) : undefined;
  if (named !== undefined) return found(named);
  const folded = (index.byKey.get(foldedText(key)) ?? []).filter((known) => conflicts(key, known.key) === 0);
  // "PHONG GDDT QUAN X" is the department, where the roster has its committee too.
  const literal = folded.filter((known) => foldedText(known.words) === foldedText(words));
  if (literal.length > 0) return found(literal);
  return folded.length > 0 ? found(folded) : null;
}

/** Words run together, parts left out, the place added by the roster only, or the bare own name. */
function matchWeakly(index: RosterIndex, key: readonly NameWord[]): NameMatch | null {
  const based = index.byBase.get(foldedText(key))?.filter((known) => conflicts(key, known.key.slice(0, key.length)) === 0);
  if (based !== undefined && based.length > 0) return found(based);
  const run = index.bySqueezed.get(squeezed(key))?.filter((known) => sameMarks(key, known.key));
  if (run !== undefined && run.length > 0) return found(run);
  const loose = looseWords(key);
  const loosely = index.byLoose.get(foldedText(loose))?.filter((known) => conflicts(loose, looseWords(known.key)) === 0);
  if (loosely !== undefined && loosely.length > 0) return found(loosely);
  if (key.some((word) => word.known)) return null;
  const bare = index.byOwnName.get(foldedText(key))?.filter((known) => conflicts(key, ownName(known.key)) === 0);
  return bare !== undefined && bare.length > 0 ? found(bare) : null;
}

function found(names: readonly KnownName[]): NameMatch {
  return { ...NONE, units: [...new Set(names.map((one) => one.unit))] };
}

/** How many words differ in their marks, where both texts write marks; a text without any agrees with every marking. */
function conflicts(a: readonly NameWord[], b: readonly NameWord[]): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  return a.filter((word, index) => {
    const other = b[index];
    return other !== undefined && word.marks && other.marks && word.marked !== other.marked && !word.known && !other.known;
  }).length;
}

/** Run-together words have no syllables to compare: their marks must be the same, or one text has none. */
function sameMarks(a: readonly NameWord[], b: readonly NameWord[]): boolean {
  const marksOf = (words: readonly NameWord[]): string =>
    [...words.map((word) => word.marked).join('').normalize('NFD').replace(/\P{M}/gu, '')].sort().join('');
  const [one, other] = [marksOf(a), marksOf(b)];
  return one === other || a[0]?.marks === false || b[0]?.marks === false;
}

/**
 * The letters agree, the marks do not. One word at most may have lost a mark or be no syllable at all; where the word says
 * something else ("Báo An" for "Bảo An"), or the whole is another place that exists, it is left to the clerk.
 */
function matchMarks(index: RosterIndex, key: readonly NameWord[], names: readonly KnownName[]): NameMatch {
  const units = [...new Set(names.map((one) => one.unit))];
  const own = key.filter((word) => !word.known).length;
  const only = names.length === 1 ? names[0] : undefined;
  if (only === undefined || own < 2 || index.elsewhere.has(markedText(key))) return { ...NONE, resembling: units };
  const differing = key.flatMap((word, at) => {
    const other = only.key[at];
    return other === undefined || word.marked === other.marked ? [] : [{ word, other }];
  });
  const [one] = differing;
  const typed = differing.length === 1 && one !== undefined && (lostMarks(one.word, one.other) || !isSyllable(one.word));
  return typed ? { ...NONE, units, respelt: true } : { ...NONE, resembling: units };
}

/** "Nâm" for "Nậm": every mark that is there is right, some are missing. */
function lostMarks(word: NameWord, whole: NameWord): boolean {
  const marks = (text: string): string[] =>
    [...text.normalize('NFD').replace(/đ/g, 'd\u0335')].filter((one) => /\p{M}/u.test(one));
  const rest = marks(whole.marked);
  return marks(word.marked).every((mark) => {
    const at = rest.indexOf(mark);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
}

/** One error in the letters: the numbers must be the same, one name clearly the closest, and no word a real one. */
function matchMisspelt(index: RosterIndex, key: readonly NameWord[]): NameMatch {
  const text = foldedText(key);
  if (text.length < 5) return NONE;
  const digits = text.replace(/\D+/g, ' ').trim();
  const prepared = comparable(text);
  const scored = candidatesOf(index, key)
    .filter((known) => foldedText(known.key).replace(/\D+/g, ' ').trim() === digits)
    .map((known) => ({ known, score: compareTexts(prepared, comparableOf(index, known)) }))
    .sort((a, b) => b.score - a.score);
  const best = scored[0];
  if (best === undefined || best.score < RESEMBLING) return NONE;
  const resembling = [...new Set(scored.filter((one) => one.score >= RESEMBLING).map((one) => one.known.unit))].slice(0, 5);
  const second = scored.find((one) => one.known.unit !== best.known.unit)?.score ?? 0;
  const clear = best.score >= SAME_NAME && best.score - second >= CLEAR_LEAD && !index.elsewhere.has(markedText(key));
  const typed = clear && isTypingError(key, best.known.key);
  return typed ? { ...NONE, units: [best.known.unit], respelt: true } : { ...NONE, resembling };
}

/** Names that share one of the two rarest words, or a word one letter away from it. */
function candidatesOf(index: RosterIndex, key: readonly NameWord[]): readonly KnownName[] {
  const telling = key.some((word) => !word.known) ? key.filter((word) => !word.known) : key;
  const near = telling
    .map((word) => {
      const words = [...new Set(droppedForms(word.folded).flatMap((form) => index.nearWords.get(form) ?? []))];
      return { words, count: words.reduce((sum, one) => sum + (index.byWord.get(one)?.length ?? 0), 0) };
    })
    .filter((one) => one.count > 0)
    .sort((a, b) => a.count - b.count);
  const length = foldedText(key).length;
  const names = near.slice(0, 2).flatMap(({ words }) => words.flatMap((one) => index.byWord.get(one) ?? []));
  const alike = (known: KnownName): boolean =>
    Math.abs(known.key.length - key.length) <= 1 && Math.abs(comparableOf(index, known).folded.length - length) <= MOST_LETTERS;
  return [...new Set(names)].filter(alike).slice(0, MOST_CANDIDATES);
}

/**
 * Every word that differs must be no Vietnamese syllable: "Kim Ginag" is mistyped, "Lê Lai" is another name than
 * "Lê Lợi". Words of the vocabulary ("truờng tieu hcc") may differ in any way.
 */
function isTypingError(heard: readonly NameWord[], known: readonly NameWord[]): boolean {
  const left = new Map<string, number>();
  for (const word of known) left.set(word.folded, (left.get(word.folded) ?? 0) + 1);
  const differing: NameWord[] = [];
  for (const word of heard) {
    const there = left.get(word.folded) ?? 0;
    if (there > 0) left.set(word.folded, there - 1);
    else differing.push(word);
  }
  const missing = [...left].flatMap(([word, count]) => (count > 0 ? [word] : []));
  const distinguishing = missing.some((word) => known.some((one) => one.folded === word && !one.known));
  if (!distinguishing) return differing.every((word) => !word.known) && heard.length === known.length;
  return heard.length === known.length && differing.every((word) => !word.known && !isSyllable(word));
}

const SHAPES: Readonly<Record<string, string>> = { a: 'aăâ', e: 'eê', o: 'oôơ', u: 'uư', d: 'dđ' };

/** Could the word be a Vietnamese syllable? Without marks: with some marking. */
function isSyllable(word: NameWord): boolean {
  if (/\d/.test(word.folded)) return true;
  if (word.marks) return judgeSyllable(word.marked.normalize('NFC')) === 'possible';
  if (word.folded.length > 7) return false;
  let shaped = [''];
  for (const letter of word.folded) {
    shaped = shaped.flatMap((start) => [...(SHAPES[letter] ?? letter)].map((shape) => start + shape));
  }
  return shaped.some((one) => judgeSyllable(one) === 'possible' || judgeSyllable(`${one}\u0301`) === 'possible');
}
