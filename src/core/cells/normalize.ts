/**
 * Text as the product may show it: the same letters in one composed form, the same spaces as plain ones. It never
 * changes a letter. Legacy encodings are converted before this step (see legacy.ts), which keeps U+00AD: there it is ư.
 */

const SHAPE_MARKS = '\u031B\u0302\u0306';
/** A run of combining marks after one letter, in whatever order a keyboard or converter left them. */
const MARKS = /[\u0300-\u036F]{2,}/g;
const SPACES = /[\t\v\f \u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]+/g;
/** Words one plain space apart: nothing to tidy. */
const TIDY_ALREADY = /^(?:[!-~\u00A1-\u024F\u1E00-\u1EF9\u2010-\u2026]+(?: (?!$)|$))*$/;
/** Longer texts are seldom tidy. */
const LONGEST_TIDY = 1_000;
const ZERO_WIDTH = /[\u200B-\u200D\u2060\uFEFF]/g;

/** Circumflex, breve and horn belong to the letter and go before its tone; equal ranks keep their order. */
function orderMarks(marks: string): string {
  const shapes = [...marks].filter((mark) => SHAPE_MARKS.includes(mark));
  return shapes.length === 0 ? marks : shapes.join('') + [...marks].filter((mark) => !SHAPE_MARKS.includes(mark)).join('');
}

/** Anything but Latin letters of one code each and common punctuation: composing changes none of those. */
const NEEDS_COMPOSING = /[^\u0000-\u024F\u1E00-\u1EF9\u2010-\u2026]/;

/** Composes letters with their marks (NFC), marks in any order: "e" + acute + circumflex → "ế". */
export function composeText(text: string): string {
  if (!NEEDS_COMPOSING.test(text)) return text;
  return text.normalize('NFD').replace(MARKS, orderMarks).normalize('NFC');
}

/**
 * The text composed, no-break and other odd spaces as one plain space, zero-width characters gone, lines kept and
 * trimmed. Letters and punctuation stay as they are.
 */
export function normalizeText(text: string): string {
  const composed = composeText(text);
  if (composed.length <= LONGEST_TIDY && TIDY_ALREADY.test(composed)) return composed;
  return composed
    .replace(ZERO_WIDTH, '')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(SPACES, ' ')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
}
