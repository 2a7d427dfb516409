/** Bytes to text, by the evidence in the bytes: a byte order mark, a declaration, zeros between letters, valid UTF-8. */

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258' | 'windows-1252';

/** The encoding a byte order mark names, and its length, or null without one. */
export function byteOrderMark(bytes: Uint8Array): { readonly encoding: Encoding; readonly length: number } | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', length: 2 };
  return null;
}

/**
 * Vietnamese text from an old program: 1258 where tone marks stand on letters that can carry them, else 1252, under
 * which the letters of TCVN3 pass through unchanged and are converted later, with the evidence of the whole sheet.
 */
function decodeLegacy(bytes: Uint8Array): string {
  const vietnamese = new TextDecoder('windows-1258').decode(bytes);
  const toned = vietnamese.match(/[aeiouyâêôăơư]\p{Mn}/giu)?.length ?? 0;
  const stray = vietnamese.match(/(?<![aeiouyâêôăơư])\p{Mn}/giu)?.length ?? 0;
  const dong = vietnamese.match(/[₫đĐ]/gu)?.length ?? 0;
  if (toned + dong > 0 && toned >= stray * 4) return vietnamese.normalize('NFC');
  return new TextDecoder('windows-1252').decode(bytes);
}

/** The text of a plain file (CSV, HTML): byte order mark, UTF-16 without one, UTF-8, code pages 1258 and 1252. */
export function decodePlainText(bytes: Uint8Array): string {
  const mark = byteOrderMark(bytes);
  if (mark !== null) return new TextDecoder(mark.encoding).decode(bytes.subarray(mark.length));
  const wide = utf16WithoutMark(bytes);
  if (wide !== null) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeLegacy(bytes);
  }
}

/** UTF-16 shows in plain text as a zero in every second byte of its Latin letters. */
export function utf16WithoutMark(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, 512);
  if (sample.length < 4 || bytes.length % 2 !== 0) return null;
  let even = 0;
  let odd = 0;
  sample.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  });
  const half = sample.length / 2;
  if (odd > half * 0.4 && even === 0) return 'utf-16le';
  if (even > half * 0.4 && odd === 0) return 'utf-16be';
  return null;
}

const XML_ENCODINGS: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  ascii: 'utf-8',
  'utf-16': 'utf-16le',
  'iso-8859-1': 'windows-1252',
  'windows-1252': 'windows-1252',
  'windows-1258': 'windows-1258',
};

/** The text of an XML part, or null when its encoding is unknown or its bytes do not fit it. */
export function decodeXml(bytes: Uint8Array): string | null {
  let encoding: string;
  const mark = byteOrderMark(bytes);
  if (mark !== null) encoding = mark.encoding;
  else if (beginsUsually(bytes)) encoding = 'utf-8';
  else if (bytes[0] === 0x3c && bytes[1] === 0) encoding = 'utf-16le';
  else if (bytes[0] === 0 && bytes[1] === 0x3c) encoding = 'utf-16be';
  else {
    const opening = String.fromCharCode(...bytes.subarray(0, 128));
    const declared = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(opening)?.[1];
    const known = XML_ENCODINGS[(declared ?? 'utf-8').toLowerCase()];
    if (known === undefined) return null;
    // A part that declares UTF-16 in readable one-byte letters is not UTF-16.
    encoding = known === 'utf-16le' ? 'utf-8' : known;
  }
  try {
    if (encoding === 'utf-8' && mark === null) return decodeUtf8Part(bytes);
    return decoderOf(encoding).decode(mark === null ? bytes : bytes.subarray(mark.length));
  } catch {
    return null;
  }
}

/** How nearly every part begins. */
const USUAL = Array.from('<?xml version="1.0" encoding="UTF-8"', (letter) => letter.charCodeAt(0));

/** Whether an XML part begins as nearly all do, in UTF-8 without a mark. */
export function beginsUsually(bytes: Uint8Array): boolean {
  for (let at = 0; at < USUAL.length; at += 1) if (bytes[at] !== USUAL[at]) return false;
  return true;
}

/** The text of bytes that are all below 128, null for others or where the platform knows no faster way than a decoder. */
type AsciiDecoder = (bytes: Uint8Array) => string | null;

let decodeAscii: AsciiDecoder = () => null;

/** Lets the platform take plain bytes as they are from now on, in this thread: sheets have no other letters. */
export function useAsciiDecoder(decoder: AsciiDecoder): void {
  decodeAscii = decoder;
}

const decoders = new Map<string, TextDecoder>();

/** Made once each: a received folder has thousands of parts, all in the same encoding. Each decodes whole parts. */
function decoderOf(encoding: string): TextDecoder {
  let decoder = decoders.get(encoding);
  if (decoder === undefined) {
    decoder = new TextDecoder(encoding, { fatal: encoding === 'utf-8' });
    decoders.set(encoding, decoder);
  }
  return decoder;
}

/** Every byte as one letter, different bytes as different letters, ASCII as itself: for finding places, never for words. */
type ByteLetters = (bytes: Uint8Array) => string;

let byteLetters: ByteLetters = (bytes) => decoderOf('windows-1252').decode(bytes);

/** Lets the platform make letters of bytes from now on, in this thread. */
export function useByteLetters(letters: ByteLetters): void {
  byteLetters = letters;
}

/**
 * A text with one letter a byte, for looking for ASCII marks in bytes and for telling equal pieces: the letter at a place
 * is the byte at that place. Bytes below 128 are themselves; the others are no letters that anybody wrote.
 */
export function lettersOf(bytes: Uint8Array): string {
  return byteLetters(bytes);
}

/** The text of UTF-8 bytes without a mark at their beginning, or null where they are none. */
type Utf8Decoder = (bytes: Uint8Array) => string | null;

let utf8: Utf8Decoder = (bytes) => {
  try {
    return decoderOf('utf-8').decode(bytes);
  } catch {
    return null;
  }
};

/** A piece of a part in UTF-8, or null where its bytes are none. */
export function decodeUtf8Part(bytes: Uint8Array): string | null {
  return decodeAscii(bytes) ?? decodeUtf8(bytes);
}

/** Lets the platform decode UTF-8 from now on, in this thread: most of what is decoded are a few letters. */
export function useUtf8Decoder(decoder: Utf8Decoder): void {
  utf8 = decoder;
}

/** See {@link Utf8Decoder}. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  return utf8(bytes);
}
