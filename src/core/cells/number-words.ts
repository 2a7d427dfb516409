/**
 * Numbers written in words: "mười lăm", "một trăm linh năm", "hai triệu rưỡi". Words are compared folded, so that
 * typing without marks is read too; such readings are only ever proposed.
 */
import { foldTokens } from './fold';

const DIGITS: Readonly<Record<string, number>> = {
  khong: 0,
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  lam: 5,
  nham: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
};
const SCALES: Readonly<Record<string, number>> = { nghin: 1e3, ngan: 1e3, trieu: 1e6, ty: 1e9, ti: 1e9 };
const OTHER_WORDS = new Set(['muoi', 'chuc', 'tram', 'linh', 'le', 'ruoi']);

/** Longest run looked at: "chín trăm chín mươi chín tỷ …" down to the ones has 31 words. */
const LONGEST = 40;

/** True for a folded word that can stand in a number written in words. */
export function isNumberWord(folded: string): boolean {
  return Object.hasOwn(DIGITS, folded) || Object.hasOwn(SCALES, folded) || OTHER_WORDS.has(folded);
}

/** The number a whole text writes in words, or null: "hai mươi mốt" → 21, "ba nghìn" → 3000, "vài chục" → null. */
export function parseNumberWords(text: string): number | null {
  return numberFromWords(foldTokens(text.slice(0, 400)));
}

/** The same over folded words; every word must belong to the number. */
export function numberFromWords(words: readonly string[]): number | null {
  if (words.length === 0 || words.length > LONGEST || !words.every(isNumberWord)) return null;
  let total = 0;
  let ceiling = Number.POSITIVE_INFINITY;
  let group: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const scale = Object.hasOwn(SCALES, word) ? SCALES[word] : undefined;
    if (scale === undefined) {
      if (word !== 'ruoi' || group.length > 0 || at === 0) {
        group.push(word);
        continue;
      }
      // "rưỡi" after a scale is half of it, and ends the number.
      return at === words.length - 1 && ceiling !== Number.POSITIVE_INFINITY ? total + ceiling / 2 : null;
    }
    const value = belowThousand(group);
    if (value === null || value === 0 || scale >= ceiling) return null;
    total += value * scale;
    ceiling = scale;
    group = [];
  }
  if (group.length === 0) return total;
  const rest = belowThousand(group);
  return rest === null || (ceiling < Number.POSITIVE_INFINITY && rest === 0) ? null : total + rest;
}

function digit(word: string | undefined): number | null {
  return word !== undefined && Object.hasOwn(DIGITS, word) ? (DIGITS[word] ?? null) : null;
}

/** 0 to 999: [digit trăm] [linh digit | [digit] mươi [digit] | digit]. "hai lăm" is 25, "trăm rưỡi" adds fifty. */
function belowThousand(words: readonly string[]): number | null {
  let rest = words;
  let total = 0;
  const hundreds = digit(rest[0]);
  if (hundreds !== null && rest[1] === 'tram') {
    total = hundreds * 100;
    rest = rest.slice(2);
    if (rest.length === 0) return total;
    if (rest.length === 1 && rest[0] === 'ruoi') return hundreds === 0 ? null : total + 50;
    if (rest[0] === 'linh' || rest[0] === 'le') return rest.length === 2 ? addOnes(total, rest[1]) : null;
  }
  if (rest[0] === 'linh' || rest[0] === 'le') return rest.length === 2 && words.length === 2 ? digit(rest[1]) : null;
  const below = belowHundred(rest);
  return below === null ? null : total + below;
}

/** 0 to 99: "mười", "mười lăm", "hai mươi", "hai mươi mốt", "hai lăm", "ba chục", "bảy". */
function belowHundred(words: readonly string[]): number | null {
  const first = digit(words[0]);
  const ten = (word: string | undefined): boolean => word === 'muoi' || word === 'chuc';
  if (words.length === 1) return ten(words[0]) ? 10 : first;
  if (words.length === 2) {
    if (words[0] === 'muoi') return addOnes(10, words[1]);
    if (first === null || first === 0) return null;
    if (ten(words[1])) return first * 10;
    return words[1] === 'lam' || words[1] === 'nham' ? first * 10 + 5 : null;
  }
  return words.length === 3 && first !== null && first > 0 && words[1] === 'muoi' ? addOnes(first * 10, words[2]) : null;
}

function addOnes(tens: number, word: string | undefined): number | null {
  const ones = digit(word);
  return ones === null || ones === 0 ? null : tens + ones;
}
