/**
 * A roster prepared for look-up: every way a name can be written leads to its units in one step, so that 3,321
 * submissions meet 3,321 units in about a second. Made once per run.
 */
import { comparable, type ComparableText } from '../cells/similarity';
import { foldedText, markedText, nameWords, placeAt, unitKey, unitWords, type NameWord } from './unit-name';
import type { Roster, RosterUnit } from './roster';

/** One name of a unit: its own or an alias. */
export interface KnownName {
  readonly unit: RosterUnit;
  /** All words, in comparable form. */
  readonly words: readonly NameWord[];
  /** The words of its key (`unitWords`). */
  readonly key: readonly NameWord[];
}

export interface RosterIndex {
  readonly roster: Roster;
  readonly byCode: ReadonlyMap<string, RosterUnit>;
  /** Full name with marks → names; then, weaker and weaker, other forms of it. */
  readonly byMarkedName: NameMap;
  readonly byMarkedKey: NameMap;
  readonly byKey: NameMap;
  readonly byBase: NameMap;
  readonly bySqueezed: NameMap;
  readonly byLoose: NameMap;
  readonly byOwnName: NameMap;
  /** Names by each of their words, and words by what is left when one letter is dropped. */
  readonly byWord: NameMap;
  readonly nearWords: ReadonlyMap<string, readonly string[]>;
  readonly comparables: Map<KnownName, ComparableText>;
  /** Where the superior of a unit is, in comparable form; null where not given. */
  readonly superiors: ReadonlyMap<RosterUnit, string | null>;
  /** What clerks decided before: the name as heard, with marks → unit. */
  readonly remembered: ReadonlyMap<string, RosterUnit>;
  /** Names with marks of places that exist elsewhere: a name that is one of them is no typing error of another. */
  readonly elsewhere: ReadonlySet<string>;
}

type MapName = 'byMarkedName' | 'byMarkedKey' | 'byKey' | 'byBase' | 'bySqueezed' | 'byLoose' | 'byOwnName' | 'byWord';
type NameMap = ReadonlyMap<string, readonly KnownName[]>;

export interface IndexOptions {
  /** Remembered decisions: a name as it was written → code of the unit (or its name, where it has no code). */
  readonly remembered?: ReadonlyMap<string, string>;
  /** Names of units that exist (the official list); sharpens the judgement of typing errors. */
  readonly elsewhere?: readonly string[];
}

/** Prepares a roster: names, aliases, keys, own names and words. */
export function indexRoster(roster: Roster, options: IndexOptions = {}): RosterIndex {
  const maps = {
    byMarkedName: new Map<string, KnownName[]>(),
    byMarkedKey: new Map<string, KnownName[]>(),
    byKey: new Map<string, KnownName[]>(),
    byBase: new Map<string, KnownName[]>(),
    bySqueezed: new Map<string, KnownName[]>(),
    byLoose: new Map<string, KnownName[]>(),
    byOwnName: new Map<string, KnownName[]>(),
    byWord: new Map<string, KnownName[]>(),
  };
  const byCode = new Map<string, RosterUnit>();
  const byName = new Map<string, RosterUnit | null>();
  for (const unit of roster.units) {
    if (unit.code !== null) byCode.set(unit.code.toLowerCase(), unit);
    byName.set(unitKey(unit.name), byName.has(unitKey(unit.name)) ? null : unit);
    for (const name of new Set([unit.name, ...unit.aliases])) addName(maps, unit, nameWords(name));
  }
  const remembered = new Map<string, RosterUnit>();
  for (const [heard, decided] of options.remembered ?? []) {
    const unit = byCode.get(decided.toLowerCase()) ?? byName.get(unitKey(decided));
    if (unit != null) remembered.set(markedText(nameWords(heard)), unit);
  }
  return {
    roster,
    byCode,
    ...maps,
    nearWords: nearWordsOf(maps.byWord.keys()),
    comparables: new Map(),
    superiors: new Map(roster.units.map((unit) => [unit, superiorPlace(unit, byCode)])),
    remembered,
    elsewhere: new Set((options.elsewhere ?? []).map((name) => markedText(unitWords(nameWords(name))))),
  };
}

function addName(
  maps: Readonly<Record<MapName, Map<string, KnownName[]>>>,
  unit: RosterUnit,
  words: readonly NameWord[],
): void {
  const key = unitWords(words);
  const known: KnownName = { unit, words, key };
  add(maps.byMarkedName, markedText(words), known);
  add(maps.byMarkedKey, markedText(key), known);
  add(maps.byKey, foldedText(key), known);
  add(maps.bySqueezed, squeezed(key), known);
  add(maps.byLoose, foldedText(looseWords(key)), known);
  const own = ownName(key);
  if (own.length > 0) add(maps.byOwnName, foldedText(own), known);
  for (const { base } of tailSplits(key)) add(maps.byBase, foldedText(base), known);
  for (const word of new Set(key.map((one) => one.folded))) add(maps.byWord, word, known);
}

function add(map: Map<string, KnownName[]>, key: string, known: KnownName): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [known]);
  else if (!list.some((one) => one.unit === known.unit)) list.push(known);
}

/** Without spaces: "phuong kimgiang" and "phuong kim giang" are typed alike. */
export function squeezed(words: readonly NameWord[]): string {
  return words.map((word) => word.folded).join('');
}

const LOOSE = ['giao duc nghe nghiep', 'pho thong dan toc ban tru', 'ngoai cong lap', 'cong lap', 'tu thuc'].map((one) => one.split(' '));

/** Without the parts of a name that people leave out ("giáo dục nghề nghiệp", "phổ thông dân tộc bán trú"). */
export function looseWords(words: readonly NameWord[]): readonly NameWord[] {
  let rest = words;
  for (const part of LOOSE) {
    const at = rest.findIndex((_, index) => part.every((word, offset) => rest[index + offset]?.folded === word));
    if (at >= 0 && rest.length > part.length + 1) rest = [...rest.slice(0, at), ...rest.slice(at + part.length)];
  }
  return rest;
}

/**
 * The words behind the kinds a name begins with: "tieu hoc kim giang" → "kim giang"; too little to be a name → none. The
 * name of a place behind an office ("trung tam hoc tap cong dong xa nam tam") is the place's own, not the office's.
 */
export function ownName(words: readonly NameWord[]): readonly NameWord[] {
  const first = words.findIndex((word) => !word.known);
  const placed = words.slice(0, Math.max(0, first)).findIndex((_, at) => placeAt(words, at) > 0);
  const own = first <= 0 || placed > 0 ? [] : words.slice(first);
  return foldedText(own).replace(/[^a-z]/g, '').length < 3 ? [] : own;
}

/** The ways to split a name into itself and the place it adds: "phuong 4 | quan tan binh". Shortest tail first. */
export function tailSplits(
  words: readonly NameWord[],
): readonly { readonly base: readonly NameWord[]; readonly tail: readonly NameWord[] }[] {
  const splits = [];
  for (let at = words.length - 2; at >= 2; at -= 1) {
    if (placeAt(words, at) > 0 && words[at - 1]?.known !== true) splits.push({ base: words.slice(0, at), tail: words.slice(at) });
  }
  return splits;
}

function nearWordsOf(words: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const near = new Map<string, string[]>();
  for (const word of words) for (const form of droppedForms(word)) near.set(form, [...(near.get(form) ?? []), word]);
  return near;
}

/** The word and what is left of it when any one letter is dropped: words one error apart share such a form. */
export function droppedForms(word: string): readonly string[] {
  if (word.length > 20 || /\d/.test(word)) return [word];
  return [...new Set([word, ...[...word].map((_, index) => word.slice(0, index) + word.slice(index + 1))])];
}

/** The prepared text of a known name, kept once made. */
export function comparableOf(index: RosterIndex, known: KnownName): ComparableText {
  const kept = index.comparables.get(known);
  if (kept !== undefined) return kept;
  const made = comparable(foldedText(known.key));
  index.comparables.set(known, made);
  return made;
}

/** A superior may be given by its code or its name. */
function superiorPlace(unit: RosterUnit, byCode: ReadonlyMap<string, RosterUnit>): string | null {
  if (unit.superior === null) return null;
  const key = unitKey(byCode.get(unit.superior.toLowerCase())?.name ?? unit.superior);
  return key === '' ? null : key;
}
