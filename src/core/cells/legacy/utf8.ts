/**
 * UTF-8 that some program read as Windows-1252: "TrÆ°á»ng" for "Trường". Five bytes print nothing in Windows-1252 and
 * get lost on the way, and the no-break space becomes a plain one; where a syllable leaves one answer, it is restored.
 */
import { COMMON_SYLLABLES } from './common';
import { judgeSyllable } from './syllables';
import { WINDOWS_1252_BYTES } from './tables';

/**
 * The bytes that Windows-1252 leaves undefined: what a sequence may have lost at its end. The likelier first: after
 * the bytes E1 BB they end ề, ờ, ọ, ỏ and Ố.
 */
const LOST_BYTES = [0x81, 0x9d, 0x8d, 0x8f, 0x90];
const NO_BREAK_SPACE = 0xa0;

/** One character of the result, or the choices where a byte was lost. */
type Piece = string | readonly string[];

/**
 * The text read as UTF-8, or null when it is none: every character beyond ASCII must be part of a sequence, no more
 * sequences may be damaged than whole, and each lost byte must leave a choice that makes a Vietnamese syllable; of
 * several the more frequent syllable is taken.
 */
export function decodeUtf8Shown(text: string): string | null {
  const pieces = readPieces(text);
  return pieces === null ? null : choose(pieces);
}

function byteAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 0x80 ? code : (WINDOWS_1252_BYTES.get(text.charAt(at)) ?? -1);
}

function readPieces(text: string): Piece[] | null {
  const pieces: Piece[] = [];
  let whole = 0;
  let damaged = 0;
  for (let at = 0; at < text.length;) {
    const lead = byteAt(text, at);
    if (lead >= 0 && lead < 0x80) {
      pieces.push(text.charAt(at));
      at += 1;
      continue;
    }
    const length = lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
    if (length === 0) return null;
    const bytes = [lead];
    while (bytes.length < length && isContinuation(byteAt(text, at + bytes.length))) bytes.push(byteAt(text, at + bytes.length));
    if (bytes.length === length) {
      pieces.push(letterOf(bytes));
      at += length;
      whole += 1;
    } else if (bytes.length === length - 1 && mayBeDamaged(bytes)) {
      const spaceAfter = text.charAt(at + bytes.length) === ' ';
      pieces.push(lostChoices(bytes, spaceAfter));
      at += bytes.length + (spaceAfter ? 1 : 0);
      damaged += 1;
    } else return null;
  }
  return whole > 0 && damaged <= whole ? pieces : null;
}

/** Vietnamese letters whose last byte can get lost: à, Á, Í, Ý (after C3), Đ (after C4), and five after E1 BB or E1 BA. */
function mayBeDamaged(bytes: readonly number[]): boolean {
  return bytes[0] === 0xc3 || bytes[0] === 0xc4 || (bytes[0] === 0xe1 && (bytes[1] === 0xbb || bytes[1] === 0xba));
}

function isContinuation(byte: number): boolean {
  return byte >= 0x80 && byte <= 0xbf;
}

function letterOf(bytes: readonly number[]): string {
  const lead = bytes[0] ?? 0;
  let code = bytes.length === 2 ? lead & 0x1f : bytes.length === 3 ? lead & 0x0f : lead & 0x07;
  for (const byte of bytes.slice(1)) code = code * 64 + (byte & 0x3f);
  return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? '\uFFFD' : String.fromCodePoint(code);
}

/** What an incomplete sequence can have been; a space after it may be the lost byte, a space of its own, or both. */
function lostChoices(bytes: readonly number[], spaceAfter: boolean): string[] {
  const spaced = letterOf([...bytes, NO_BREAK_SPACE]);
  if (!spaceAfter) return [...LOST_BYTES.map((byte) => letterOf([...bytes, byte])), spaced];
  return [spaced, `${spaced} `, ...LOST_BYTES.map((byte) => `${letterOf([...bytes, byte])} `)];
}

/** Puts the pieces together; each choice is settled by the word it stands in. */
function choose(pieces: readonly Piece[]): string | null {
  let result = '';
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at] ?? '';
    if (typeof piece === 'string') {
      result += piece;
      continue;
    }
    const before = /[\p{L}\p{M}]{0,8}$/u.exec(result.slice(-8))?.[0] ?? '';
    const after = lettersFrom(pieces, at + 1);
    const fitting = piece.filter((choice) => fits(before, choice, after));
    const frequent = fitting.find((choice) => COMMON_SYLLABLES.has(wordOf(before, choice, after).toLowerCase()));
    const chosen = frequent ?? fitting[0];
    if (chosen === undefined) return null;
    result += chosen;
  }
  return result;
}

/** The word that a choice stands in; after a choice that ends in a space another word begins. */
function wordOf(before: string, choice: string, after: string | null): string {
  return (choice.endsWith(' ') ? before + choice.trimEnd() : before + choice + (after ?? '')).normalize('NFC');
}

function fits(before: string, choice: string, after: string | null): boolean {
  if (after === null && !choice.endsWith(' ')) return false;
  const word = wordOf(before, choice, after);
  return judgeSyllable(word) === 'possible' && !/\p{Ll}\p{Lu}/u.test(word);
}

/** The letters that follow up to the word's end; null where another lost byte stands in the same word. */
function lettersFrom(pieces: readonly Piece[], from: number): string | null {
  let letters = '';
  for (let at = from; at < pieces.length && letters.length <= 8; at += 1) {
    const piece = pieces[at] ?? '';
    if (typeof piece !== 'string') return null;
    if (!/^[\p{L}\p{M}]$/u.test(piece)) break;
    letters += piece;
  }
  return letters;
}
