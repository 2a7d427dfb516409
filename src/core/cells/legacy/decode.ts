/**
 * Text in a legacy encoding to Unicode. It stands right after reading, before any folding or matching: a label in the
 * font .VnTime is stored as "Tr­êng" and only looks like "Trường".
 *
 * A font is a hint, never a proof: correct Unicode stands in .VnTime cells too. Each possible reading is judged by
 * whether its words could be Vietnamese; a text that could be correct as it stands is left alone.
 */
import { composeText } from '../normalize';
import { COMMON_SYLLABLES } from './common';
import { judgeSyllable } from './syllables';
import { TCVN3, VNI, WINDOWS_1252_BYTES } from './tables';
import { decodeUtf8Shown } from './utf8';

export type LegacyEncoding = 'tcvn3' | 'vni' | 'utf8-as-1252';

/** A converted text with the encoding it was in; null and the text itself, letter by letter, when it was in none. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: LegacyEncoding | null;
}

/** Letters that only Unicode has: a text with one of them is not in a legacy encoding (or was already converted). */
const UNICODE_ONLY = /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01A0\u01A1\u01AF\u01B0\u1EA0-\u1EF9]/;
const ASCII_ONLY = /^[\u0000-\u007F]*$/;
/** Evidence is weighed on the beginning of a text; conversion covers all of it. */
const WEIGHED = 2000;

/** What a reading is worth: the sum over its words with letters beyond ASCII. */
interface Weight {
  readonly score: number;
  readonly impossible: number;
  readonly common: number;
  readonly words: number;
}

/**
 * Converts TCVN3 (.VnTime, .VnTimeH …), VNI and wrongly read UTF-8 to Unicode, in one pass. `font` is the cell's font
 * where known. Pure ASCII and text that is correct as it stands come back unchanged with encoding null; converting a
 * result again changes nothing. A text in a capitals font (.VnTimeH) is converted to capitals, as it looks.
 */
export function decodeLegacy(text: string, font: string | undefined): DecodedText {
  const unchanged: DecodedText = { text, encoding: null };
  if (ASCII_ONLY.test(text)) return unchanged;
  const found = recognise(text, font);
  if (found === null || recognise(found.text, font) !== null) return unchanged;
  return found;
}

function recognise(text: string, font: string | undefined): DecodedText | null {
  const composed = composeText(text);
  if (UNICODE_ONLY.test(composed) || /\p{M}/u.test(composed)) return null;
  const utf8 = fromUtf8(composed);
  if (utf8 !== null) return utf8;
  if (!hasOnlyBytes(composed)) return null;
  const name = (font ?? '').trim().toLowerCase();
  const fontSays = /^\.?vn/.test(name) && !name.startsWith('vni') ? 'tcvn3' : name.startsWith('vni') ? 'vni' : null;
  const sample = composed.slice(0, WEIGHED);
  const asIs = weigh(sample, sample);
  const readings = (['tcvn3', 'vni'] as const)
    .map((encoding) => ({ encoding, weight: weigh(sample, convert(sample, encoding)) }))
    .filter((reading) => outweighs(reading.weight, asIs, fontSays === reading.encoding))
    .sort((a, b) => b.weight.score - a.weight.score);
  const best = readings.find((reading) => reading.encoding === fontSays) ?? readings[0];
  if (best === undefined) return null;
  const capitals = best.encoding === 'tcvn3' && name.endsWith('h') && name.startsWith('.vn');
  const converted = convert(composed, best.encoding);
  return { text: capitals ? converted.toUpperCase() : mendCapitals(composed, converted), encoding: best.encoding };
}

/** Wrongly read UTF-8 proves itself: no other text is made of complete sequences that give Vietnamese words. */
function fromUtf8(text: string): DecodedText | null {
  const decoded = decodeUtf8Shown(text);
  if (decoded === null || decoded.includes('\uFFFD')) return null;
  const weight = weigh(decoded.slice(0, WEIGHED), decoded.slice(0, WEIGHED));
  const asIs = weigh(text.slice(0, WEIGHED), text.slice(0, WEIGHED));
  const proven =
    weight.words > 0
      ? weight.impossible * 4 <= weight.words && weight.score > asIs.score
      : /[\u2010-\u2026\u2264\u2265]/.test(decoded);
  return proven ? { text: composeText(decoded), encoding: 'utf8-as-1252' } : null;
}

/** Both encodings use single bytes; other letters beside them mean that the text is Unicode. Typographic marks may stand. */
function hasOnlyBytes(text: string): boolean {
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    if (code > 0xff && !WINDOWS_1252_BYTES.has(letter) && !(code >= 0x2000 && code <= 0x206f)) return false;
  }
  return true;
}

/** One pass over the text; VNI takes the longest key first. */
function convert(text: string, encoding: 'tcvn3' | 'vni'): string {
  if (encoding === 'tcvn3') return Array.from(text, (letter) => TCVN3.get(letter) ?? letter).join('');
  let result = '';
  for (let at = 0; at < text.length;) {
    const two = VNI.get(text.slice(at, at + 2));
    result += two ?? VNI.get(text.charAt(at)) ?? text.charAt(at);
    at += two === undefined ? 1 : 2;
  }
  return result;
}

/** Words are apart by what no encoding uses as a letter: spaces, ASCII punctuation and digits, typographic marks. */
const BETWEEN_WORDS = /[\u0000-\u0040\u005B-\u0060\u007B-\u007F\u00A0\u2000-\u206F]+/;

/**
 * Weighs a reading. `original` decides which words count: those with a character beyond ASCII. Frequent syllables
 * count 3, possible ones 1, impossible ones -3; a lone sign ("§ 5", "©") counts nothing where it stays a sign.
 */
function weigh(original: string, reading: string): Weight {
  const before = original.split(BETWEEN_WORDS);
  const after = reading.split(BETWEEN_WORDS);
  let score = 0;
  let impossible = 0;
  let common = 0;
  let words = 0;
  after.forEach((word, at) => {
    if (word === '' || ASCII_ONLY.test(before[at] ?? word)) return;
    if (!/\p{L}/u.test(word)) return;
    words += 1;
    const lower = word.toLowerCase().normalize('NFC');
    const judged = mixesCase(before[at] ?? '', word) ? 'impossible' : judgeSyllable(lower);
    if (judged === 'impossible') {
      score -= 3;
      impossible += 1;
    } else if (COMMON_SYLLABLES.has(lower)) {
      score += 3;
      common += 1;
    } else if (judged === 'possible') score += 1;
  });
  return { score, impossible, common, words };
}

/** A capital after a small letter within a word ("vỔ"): the byte belonged to another encoding. */
function mixesCase(original: string, word: string): boolean {
  return /\p{Ll}\p{Lu}/u.test(word) && /[a-z]/.test(original);
}

/**
 * Whether a reading beats the text as it stands. With the font on its side it needs to be better; without, the text
 * must contain what cannot be Vietnamese, or consist of frequent words in the reading and of none as it stands.
 */
function outweighs(reading: Weight, asIs: Weight, fontSays: boolean): boolean {
  if (reading.words === 0 || reading.score <= asIs.score) return false;
  if (reading.impossible * 4 > reading.words) return false;
  if (fontSays) return true;
  if (asIs.impossible > 0) return reading.score - asIs.score >= 3;
  return asIs.common === 0 && reading.common === reading.words && reading.score - asIs.score >= 4;
}

/**
 * Capitals that were typed in a capitals font and read without it: "TR­êNG" gives "TRƯờNG". Where every ASCII letter
 * of a word is a capital and there are two, the whole word is.
 */
function mendCapitals(original: string, converted: string): string {
  const allCapitals = /[A-Z][A-Z]/.test(original) && !/[a-z]/.test(original);
  return converted.replace(/[\p{L}]+/gu, (word) => {
    const ascii = word.replace(/[^A-Za-z]/g, '');
    const capitals = ascii !== '' && ascii === ascii.toUpperCase();
    return capitals && (ascii.length > 1 || allCapitals) ? word.toUpperCase() : word;
  });
}
