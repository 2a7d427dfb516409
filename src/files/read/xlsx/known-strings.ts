/**
 * Shared strings that were read before. Files filled into the same form carry the same labels, byte by byte: a string is
 * decoded once and is one object in all files, so that whatever comes later can tell it at a glance. Most of them stand in
 * a row, too: what parts begin and end with is compared as a whole, and only what stands between is read.
 */
import { ownText } from '../../../core/cells/own-text';
import { decodeUtf8, lettersOf } from '../decode-text';
import type { ReadLimits } from '../limits';
import { XmlError, XmlScanner } from '../xml-scanner';
import { readString, type CellString } from './cell-string';
import { hasHead, hasTail } from './same-ends';

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

/** The beginning and the end that parts of one form have in common, with the strings in them. */
interface Frame {
  readonly head: string;
  readonly first: readonly CellString[];
  readonly tail: string;
  readonly last: readonly CellString[];
}

/** A part that was read string by string. */
interface ReadPart {
  readonly letters: string;
  readonly strings: readonly CellString[];
  /** Where each string begins, and where the last one ends. */
  readonly places: readonly number[];
}

const MOST_FRAMES = 6;
/** A form's strings are some ten kilobytes. */
const LONGEST_PART = 128 * 1024;
/** Frames of less than this share of a part's strings are not worth trying. */
const MOST_OF = 0.7;
const frames: Frame[] = [];
let lastRead: ReadPart | null = null;

/**
 * The strings of a part that is nothing but strings one after another, as every program writes it; null for any other
 * and for a part that is not well-formed, which is then for the scanner to say.
 */
export function recallStrings(bytes: Uint8Array, limits: ReadLimits): readonly CellString[] | null {
  const letters = lettersOf(bytes);
  const frame = frames.find((one) => fits(one, letters));
  if (frame !== undefined) {
    const end = letters.length - frame.tail.length;
    const middle = readStrings({ letters, bytes }, frame.head.length, end, limits);
    if (middle?.places.at(-1) === end) return [...frame.first, ...middle.strings, ...frame.last];
  }
  HEAD.lastIndex = 0;
  if (!HEAD.test(letters)) return null;
  const read = readStrings({ letters, bytes }, HEAD.lastIndex, letters.length, limits);
  if (read === null) return null;
  TAIL.lastIndex = read.places.at(-1) ?? 0;
  if (!TAIL.test(letters)) return null;
  learnFrame(read);
  return read.strings;
}

function fits({ head, tail }: Frame, letters: string): boolean {
  return letters.length >= head.length + tail.length && hasHead(letters, head) && hasTail(letters, tail);
}

/** Reads the strings that stand one after another from a place on, as far as they begin before `end`. */
function readStrings(
  { letters, bytes }: { readonly letters: string; readonly bytes: Uint8Array },
  from: number,
  end: number,
  limits: ReadLimits,
): ReadPart | null {
  const strings: CellString[] = [];
  const places = [from];
  let added = 0;
  for (let at = from; at < end && letters.startsWith(OPENING, at); ) {
    const close = letters.indexOf(CLOSING, at);
    if (close < 0) return null;
    const written = letters.slice(at + OPENING.length, close);
    let string = known.get(written);
    if (string === undefined) {
      added += 1;
      const read = added > MOST_NEW ? null : readOne(bytes.subarray(at, close + CLOSING.length), limits);
      if (read === null) return null;
      string = read;
      if (written.length <= LONGEST) remember(written, string);
    }
    strings.push(string);
    at = close + CLOSING.length;
    places.push(at);
  }
  return { letters, strings, places };
}

/** What two parts begin and end with, where that is most of both: the third of their kind is hardly read any more. */
function learnFrame(read: ReadPart): void {
  // What is kept must stay small.
  if (read.letters.length > LONGEST_PART) return;
  const before = lastRead;
  lastRead = read;
  if (before === null) return;
  const count = Math.min(read.strings.length, before.strings.length);
  let first = 0;
  while (first < count && read.strings[first] === before.strings[first]) first += 1;
  let last = 0;
  while (last < count - first && read.strings.at(-1 - last) === before.strings.at(-1 - last)) last += 1;
  if (first + last < count * MOST_OF) return;
  const head = ownText(read.letters.slice(0, read.places[first]));
  const tail = ownText(read.letters.slice(read.places[read.strings.length - last]));
  if (!before.letters.startsWith(head) || !before.letters.endsWith(tail)) return;
  if (frames.length >= MOST_FRAMES) frames.shift();
  frames.push({ head, first: read.strings.slice(0, first), tail, last: read.strings.slice(read.strings.length - last) });
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
