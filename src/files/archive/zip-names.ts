/**
 * The names inside a zip. The format knows two encodings (code page 437 and UTF-8); Windows writes a third, the
 * machine's own, which in Vietnam is 1258. Which one it was is decided by evidence, per name.
 */
import { crc32 } from './crc32';

/** Code page 437, bytes 80–FF. */
const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐' +
  '└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

function decodeCp437(raw: Uint8Array): string {
  let text = '';
  for (const byte of raw) text += byte < 0x80 ? String.fromCharCode(byte) : (CP437[byte - 0x80] ?? '?');
  return text;
}

/** How much a decoded name looks like words: letters and tone marks count for it, symbols and boxes against it. */
function plausibility(name: string): number {
  let score = 0;
  for (const char of name) {
    if (char < '\u0080') continue;
    // A tone mark must follow a letter it can stand on; Vietnamese has no box drawing, Greek or mathematics.
    if (/\p{Mn}/u.test(char)) score += 1;
    else if (/\p{Script=Latin}/u.test(char)) score += 1;
    else if (char === '–' || char === '—' || char === '’' || char === '“' || char === '”') score += 0;
    else score -= 3;
  }
  // Letters that only Vietnamese has say 1258 louder than any western accent.
  score += (name.match(/[đĐăĂơƠưƯ]|[aeiouyâêô]\p{Mn}/giu) ?? []).length * 2;
  return score;
}

function plainName(raw: Uint8Array): string | null {
  let text = '';
  for (const byte of raw) {
    if (byte >= 0x80) return null;
    text += String.fromCharCode(byte);
  }
  return text;
}

/**
 * The text of a raw name.
 * @param flaggedUtf8 general purpose bit 11 of the entry
 * @param unicodePath the value of Info-ZIP's extra field 7075, or null
 */
export function decodeZipName(raw: Uint8Array, flaggedUtf8: boolean, unicodePath: Uint8Array | null): string {
  // Nearly every name is plain, and then all encodings agree.
  const plain = unicodePath === null ? plainName(raw) : null;
  if (plain !== null) return plain;
  if (unicodePath !== null && unicodePath.length > 5 && unicodePath[0] === 1) {
    const view = new DataView(unicodePath.buffer, unicodePath.byteOffset, unicodePath.byteLength);
    // The field carries the checksum of the name it belongs to: a tool that renamed the entry leaves it stale.
    if (view.getUint32(1, true) === crc32(0, raw)) return new TextDecoder().decode(unicodePath.subarray(5));
  }
  if (flaggedUtf8) return new TextDecoder().decode(raw);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    // Not UTF-8, so an old code page. 1258 writes tones as separate marks: composed, they read as typed.
    const vietnamese = new TextDecoder('windows-1258').decode(raw).normalize('NFC');
    const original = decodeCp437(raw);
    return plausibility(vietnamese.normalize('NFD')) >= plausibility(original.normalize('NFD')) ? vietnamese : original;
  }
}

/**
 * A name made harmless as a label: forward slashes, no drive, no leading slash, no "." or ".." steps, no control
 * characters. Nothing is ever written under it; this only keeps reports and ledgers honest.
 */
export function tidyZipPath(name: string): string {
  return name
    .replace(/\\/g, '/')
    .split('/')
    .map((step) => [...step].filter((char) => char >= ' ' && char !== '\u007f').join(''))
    .filter((step, index) => step !== '' && step !== '.' && step !== '..' && !(index === 0 && /^[A-Za-z]:$/.test(step)))
    .join('/');
}
