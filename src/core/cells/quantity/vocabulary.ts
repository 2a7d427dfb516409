/** The lexicon made ready to look words up: by their exact letters, or folded where a text is typed without marks. */
import { foldText } from '../fold';
import {
  APPROXIMATE_WORDS,
  EACH_WORDS,
  FOLLOWING_WORDS,
  JOINING_WORDS,
  LEADING_WORDS,
  MONEY_WORDS,
  PERSON_WORDS,
  SCALE_WORDS,
  THING_WORDS,
  type ThingGroup,
} from './lexicon';

export type WordRole = 'thing' | 'person' | 'money' | 'approximate' | 'leading' | 'following' | 'joining' | 'each';

/** What a word or phrase can be; a word may play several parts, its place decides. */
export interface Entry {
  readonly roles: ReadonlySet<WordRole>;
  readonly group: ThingGroup | null;
  readonly scale: number | null;
}

/** Most words in a phrase of the lexicon. */
export const LONGEST_PHRASE = 5;

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** A word by its letters with the tone moved to the end: hoà and hòa are one, hòa and hoa are two. */
function exactKey(text: string): string {
  return text
    .toLowerCase()
    .split(' ')
    .map((word) => {
      const parts = word.normalize('NFD');
      return parts.replace(TONES, '') + (parts.match(TONES) ?? []).join('');
    })
    .join(' ');
}

interface Draft {
  readonly roles: Set<WordRole>;
  group: ThingGroup | null;
  scale: number | null;
}

function buildEntries(key: (text: string) => string): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Draft>();
  const add = (words: string, role: WordRole | null, group: ThingGroup | null = null, scale: number | null = null): void => {
    for (const phrase of words.split(' | ')) {
      const draft = entries.get(key(phrase)) ?? {
        roles: new Set<WordRole>(),
        group: null,
        scale: null,
      };
      if (role !== null) draft.roles.add(role);
      draft.group ??= group;
      draft.scale ??= scale;
      entries.set(key(phrase), draft);
    }
  };
  for (const [group, words] of Object.entries(THING_WORDS)) add(words, 'thing', group as ThingGroup);
  add(PERSON_WORDS, 'person');
  add(MONEY_WORDS, 'money');
  for (const [scale, words] of SCALE_WORDS) add(words, null, null, scale);
  add('trđ | trd | ngđ | nđ', 'money');
  add(APPROXIMATE_WORDS, 'approximate');
  add(LEADING_WORDS, 'leading');
  add(FOLLOWING_WORDS, 'following');
  add(JOINING_WORDS, 'joining');
  add(EACH_WORDS, 'each');
  return entries;
}

const EXACT = buildEntries(exactKey);
const FOLDED = buildEntries(foldText);

/** The entry of a phrase, or null. `plain` for words of a text without any marks: they are compared folded. */
export function lookUp(phrase: string, plain: boolean): Entry | null {
  return (plain ? FOLDED.get(foldText(phrase)) : EXACT.get(exactKey(phrase))) ?? null;
}

/** Whether a phrase is one of the words of a list (see `lexicon.ts`), exactly or, typed without marks, folded. */
export function isOneOf(list: string, phrase: string): boolean {
  const plain = /^[\u0000-\u007F]*$/.test(phrase);
  const key = plain ? foldText : exactKey;
  const sought = key(phrase);
  return list.split(' | ').some((word) => key(word) === sought);
}

const NUMBER_WORDS = new Set(
  'không một mốt hai ba bốn tư năm lăm nhăm sáu bảy bẩy tám chín mười mươi chục trăm linh lẻ rưỡi nghìn ngàn triệu tỷ tỉ'
    .split(' ')
    .map(exactKey),
);

/** Whether a word can be part of a number in words; the marks count in a text that has any ("nam" is not "năm"). */
export function isExactNumberWord(word: string): boolean {
  return NUMBER_WORDS.has(exactKey(word));
}

const ACCEPTED: Readonly<Partial<Record<ThingGroup, readonly ThingGroup[]>>> = {
  collective: ['collective', 'school', 'commune', 'district', 'class'],
  school: ['school', 'collective'],
  district: ['district'],
  commune: ['commune'],
};

/** The words of a row's unit of measure: "tin, bài/cuộc" → the groups news and event, and the words themselves. */
export interface UnitWords {
  readonly groups: ReadonlySet<ThingGroup>;
  readonly keys: ReadonlySet<string>;
}

const UNITS = new Map<string, UnitWords>();

/** Reads a unit of measure; what it accepts beside its own words follows from their groups. */
export function unitWords(unit: string): UnitWords {
  const known = UNITS.get(unit);
  if (known !== undefined) return known;
  const words = unit
    .normalize('NFC')
    .split(/[/,;]| và | hoặc /)
    .map((word) => word.trim().replace(/^số /i, ''))
    .filter((word) => word !== '');
  const groups = new Set<ThingGroup>();
  for (const word of words) {
    const group = lookUp(word, false)?.group ?? null;
    if (group !== null && group !== 'other') for (const one of ACCEPTED[group] ?? [group]) groups.add(one);
  }
  const read: UnitWords = {
    groups,
    keys: new Set(words.flatMap((word) => [exactKey(word), `folded:${foldText(word)}`])),
  };
  if (UNITS.size < 500) UNITS.set(unit, read);
  return read;
}

/** Whether a phrase is a word of the unit itself. */
export function isUnitWord(unit: UnitWords, phrase: string, plain: boolean): boolean {
  return unit.keys.has(plain ? `folded:${foldText(phrase)}` : exactKey(phrase));
}
