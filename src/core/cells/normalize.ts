/**
 * Text as the product may show it: the same letters in one composed form, the same spaces as plain ones. It never
 * changes a letter. Legacy encodings are converted before this step (see legacy.ts), which keeps U+00AD: there it is ư.
 */

const SHAPE_MARKS = '\u031B\u0302\u0306';
/** A run of combining marks after one letter, in whatever order a keyboard or converter left them. */
const MARKS = /[\u0300-\u036F]{2,}/g;
const SPACES = /[\t\v\f \u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]+/g;
const ZERO_WIDTH = /[\u200B-\u200D\u2060\uFEFF]/g;

/** Circumflex, breve and horn belong to the letter and go before its tone; equal ranks keep their order. */
function orderMarks(marks: string): string {
  const shapes = [...marks].filter((mark) => SHAPE_MARKS.includes(mark));
  return shapes.length === 0 ? marks : shapes.join('') + [...marks].filter((mark) => !SHAPE_MARKS.includes(mark)).join('');
}

/** Composes letters with their marks (NFC), marks in any order: "e" + acute + circumflex → "ế". */
export function composeText(text: string): string {
  return text.normalize('NFD').replace(MARKS, orderMarks).normalize('NFC');
}

/**
 * The text composed, no-break and other odd spaces as one plain space, zero-width characters gone, lines kept and
 * trimmed. Letters and punctuation stay as they are.
 */
export function normalizeText(text: string): string {
  return composeText(text)
    .replace(ZERO_WIDTH, '')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(SPACES, ' ')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
}
