/**
 * A number typed as text, with how far it can be trusted. A dot groups thousands and a comma starts decimals; a comma
 * that groups thousands, as English programs do, is offered only.
 */
import { parseNumberWords } from './number-words';

/** How a text was read. "comma": the comma was taken for a thousands mark; "words": written in words. */
export interface NumberText {
  readonly value: number;
  readonly trust: 'certain' | 'proposed';
  readonly why: 'comma' | 'words' | null;
  /** True for "1.25": a dot that neither groups thousands nor is Vietnamese; the value takes it for a decimal point. */
  readonly pointed: boolean;
}

/** Longer texts are no numbers. */
const LONGEST = 60;

function certain(value: number, pointed = false): NumberText {
  return { value, trust: 'certain', why: null, pointed };
}

/** Digits as text to a number: dots and spaces dropped, the comma as decimal point. */
function vietnamese(text: string): number {
  return Number(text.replace(/[. ]/g, '').replace(',', '.'));
}

/**
 * Reads one numeral without sign, spaces already plain: "1.250", "1.234,5", "12 345", "02", "12,5" are certain;
 * "1,234" (1234) and "1,234,567.5" are proposed; "1.25" is certain as 1.25 and marked `pointed`. Null otherwise.
 */
export function parseNumeral(text: string): NumberText | null {
  if (text.length > LONGEST) return null;
  if (/^\d+$/.test(text)) return certain(Number(text));
  if (/^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/.test(text)) return certain(vietnamese(text));
  if (/^[1-9]\d{0,2}(?: \d{3})+(?:,\d+)?$/.test(text)) return certain(vietnamese(text));
  if (/^[1-9]\d{0,2}(?:,\d{3})+$/.test(text) || /^[1-9]\d{0,2}(?:,\d{3})+\.\d+$/.test(text)) {
    return { value: Number(text.replaceAll(',', '')), trust: 'proposed', why: 'comma', pointed: false };
  }
  if (/^\d+,\d+$/.test(text)) return certain(vietnamese(text));
  if (/^\d+\.\d+$/.test(text)) return certain(Number(text), !/\.0+$/.test(text));
  return null;
}

/** Full-width digits and signs as plain ones, the minus sign and the odd spaces too, ends trimmed. */
export function plainSigns(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, '')
    .replace(/[\u2212\uFE63]/g, '-')
    .replace(/[\s\u00A0\u2000-\u200A\u202F\u205F\u3000]+/g, ' ')
    .trim();
}

/**
 * Reads a text that is a number and nothing else: figures (see `parseNumeral`), with a sign, a leading apostrophe or a
 * full stop at the end, or number words (proposed). Null where it is no number. Linear in the text's length.
 */
export function parseNumberText(text: string): NumberText | null {
  if (text.length > LONGEST * 100) return null;
  const plain = plainSigns(text);
  const match = /^['’]?([+-]?) ?(\d[\d., ]*)$/.exec(plain);
  if (match?.[2] !== undefined) {
    const read = parseNumeral(match[2].replace(/[.,]? ?$/, ''));
    return read === null || match[1] !== '-' ? read : { ...read, value: -read.value };
  }
  const words = parseNumberWords(plain);
  return words === null ? null : { value: words, trust: 'proposed', why: 'words', pointed: false };
}
