/**
 * Shared strings that were read before. Files filled into the same form carry the same labels, byte by byte: a string is
 * decoded once and is one object in all files, so that whatever comes later can tell it at a glance.
 */
import { ownText } from '../../../core/cells/own-text';
import { decodeUtf8, lettersOf } from '../decode-text';
import type { ReadLimits } from '../limits';
import { XmlError, XmlScanner } from '../xml-scanner';
import { readString, type CellString } from './cell-string';

/** The usual beginning of the part; any other is left to the scanner. */
const HEAD =
  /(?:<\?xml version="1\.0"(?: encoding="[Uu][Tt][Ff]-8")?(?: standalone="(?:yes|no)")?\s*\?>\s*)?<sst(?:\s+[A-Za-z]+(?::[A-Za-z]+)?="[^"<>&]*")*>/y;
const OPENING = '<si>';
const CLOSING = '</si>';
const TAIL = /<\/sst>\s*$/y;

/** A form has some hundred texts; a folder comes from a handful of forms. */
const MOST = 10_000;
const LONGEST = 600;
/** A part with more new strings than a form can have is no form: reading it in one go is cheaper. */
const MOST_NEW = 2_000;

/** What stands between the marks, one letter a byte → the string. */
const known = new Map<string, CellString>();

/**
 * The strings of a part that is nothing but strings one after another, as every program writes it; null for any other
 * and for a part that is not well-formed, which is then for the scanner to say.
 */
export function recallStrings(bytes: Uint8Array, limits: ReadLimits): readonly CellString[] | null {
  const letters = lettersOf(bytes);
  HEAD.lastIndex = 0;
  if (!HEAD.test(letters)) return null;
  const strings: CellString[] = [];
  let added = 0;
  let at = HEAD.lastIndex;
  while (letters.startsWith(OPENING, at)) {
    const end = letters.indexOf(CLOSING, at);
    if (end < 0) return null;
    const written = letters.slice(at + OPENING.length, end);
    let string = known.get(written);
    if (string === undefined) {
      added += 1;
      const read = added > MOST_NEW ? null : readOne(bytes.subarray(at, end + CLOSING.length), limits);
      if (read === null) return null;
      string = read;
      if (written.length <= LONGEST) remember(written, string);
    }
    strings.push(string);
    at = end + CLOSING.length;
  }
  TAIL.lastIndex = at;
  return TAIL.test(letters) ? strings : null;
}

function remember(written: string, string: CellString): void {
  if (known.size >= MOST) known.clear();
  known.set(ownText(written), string);
}

/** One string from its opening mark to its closing one; null where they are not well-formed. */
function readOne(bytes: Uint8Array, limits: ReadLimits): CellString | null {
  const text = decodeUtf8(bytes);
  if (text === null) return null;
  try {
    const scanner = new XmlScanner(text, limits.xmlDepth - 1);
    scanner.next();
    const string = readString(scanner);
    return scanner.next() === 'end' ? string : null;
  } catch (error) {
    if (error instanceof XmlError) return null;
    throw error;
  }
}
