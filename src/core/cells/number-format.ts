/**
 * Numbers as Vietnamese offices write them: a dot after thousands, a comma before decimals (Circular 39/2014/TT-BTC,
 * Article 4.1.k). One form is written; parseFormattedNumber reads exactly that form back.
 */

/** The plain decimal digits of a finite number, without an exponent: 1e21 → "1000000000000000000000". */
function plainDigits(value: number): string {
  const match = /^(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(Math.abs(value)));
  if (match?.[1] === undefined) return String(value);
  const fraction = match[2] ?? '';
  const exponent = match[3] === undefined ? 0 : Number(match[3]);
  if (exponent === 0) return fraction === '' ? match[1] : `${match[1]}.${fraction}`;
  if (exponent > 0) return (match[1] + fraction).padEnd(match[1].length + exponent, '0');
  return `0.${'0'.repeat(-exponent - 1)}${match[1]}${fraction}`;
}

/**
 * A number in Vietnamese: 1234567.5 → "1.234.567,5". Every digit that distinguishes the number is written, so that
 * `parseFormattedNumber` gives the same number back. NaN and infinities, which no cell holds, give their English names.
 */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const [whole = '0', fraction] = plainDigits(value).split('.');
  let grouped = '';
  for (let at = 0; at < whole.length; at += 1) {
    if (at > 0 && (whole.length - at) % 3 === 0) grouped += '.';
    grouped += whole.charAt(at);
  }
  return `${value < 0 ? '-' : ''}${grouped}${fraction === undefined ? '' : `,${fraction}`}`;
}

/** Reads what `formatNumber` writes, and nothing else: "1.234,5" → 1234.5; null for any other text. */
export function parseFormattedNumber(text: string): number | null {
  if (!/^-?\d{1,3}(?:\.\d{3})*(?:,\d+)?$/.test(text)) return null;
  return Number(text.replaceAll('.', '').replace(',', '.'));
}

/** A whole number below ten with a zero before it, as documents write days and small numbers: 2 → "02", 12 → "12". */
export function padTwo(value: number): string {
  return Number.isInteger(value) && value >= 0 && value < 10 ? `0${String(value)}` : formatNumber(value);
}
