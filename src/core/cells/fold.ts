/**
 * Folding a text for comparing only: what two spellings of the same words have in common. The result is never shown
 * and never replaces what a clerk wrote.
 */

/** Characters that print nothing: soft hyphen, zero-width spaces and joiners, byte-order mark, direction marks. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
/** đ, and the letters that look like it in other alphabets (eth, African d): typists and converters confuse them. */
const CROSSED_D = /[đðɖ]/g;

/**
 * The base letters and digits of a text, lower case, words apart by one space: "Hoà  BÌNH – (2024)" → "hoa binh 2024".
 * Composed, decomposed and half-composed Unicode, hoà and hòa, thuỷ and thủy fold alike. Linear in the text's length.
 */
export function foldText(text: string): string {
  if (text.length > LONGEST_REMEMBERED) return fold(text);
  let folded = remembered.get(text);
  if (folded === undefined) {
    folded = fold(text);
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(text, folded);
  }
  return folded;
}

/** Every received file holds the same labels, and binding asks for each several times: each is folded once. */
const remembered = new Map<string, string>();
const LONGEST_REMEMBERED = 300;
const MOST_REMEMBERED = 10_000;

function fold(text: string): string {
  return (text.length > LONGEST_REMEMBERED ? null : foldSimply(text)) ?? foldWholly(text).trim();
}

/** Up to here letters fold one by one, whatever stands beside them: Latin, and Vietnamese with all its marks. */
const SIMPLE = 0x250;
const VIETNAMESE = 0x1ea0;
const VIETNAMESE_END = 0x1efa;
/** By code; asked for when first needed. */
const foldedLetters = new Map<number, string>();

/**
 * The fold of a short text of simple letters, punctuation and spaces; null for any other. Letters added one by one to a
 * long text cost its memory many times over.
 */
function foldSimply(text: string): string | null {
  let folded = '';
  let between = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= SIMPLE && !(code >= VIETNAMESE && code < VIETNAMESE_END) && !(code >= 0x2010 && code <= 0x2027)) return null;
    let letter = foldedLetters.get(code);
    if (letter === undefined) {
      letter = foldWholly(String.fromCharCode(code));
      foldedLetters.set(code, letter);
    }
    if (letter === ' ') between = folded !== '';
    // One sign that is several words: "¼".
    else if (letter.includes(' ')) return null;
    else if (letter !== '') {
      folded += between ? ` ${letter}` : letter;
      between = false;
    }
  }
  return folded;
}

/** Words apart by one space, perhaps one at either end. */
function foldWholly(text: string): string {
  return text
    .normalize('NFKD')
    .replace(INVISIBLE, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(CROSSED_D, 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
}

/** The words of the folded text, in order; empty for a text without letters and digits. */
export function foldTokens(text: string): string[] {
  const folded = foldText(text);
  return folded === '' ? [] : folded.split(' ');
}
