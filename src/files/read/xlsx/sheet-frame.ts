/**
 * What stands around the rows of a worksheet part: widths before them; merged areas, checks of input, page setup behind
 * them. Files filled into the same form have it byte by byte, and it is half of the part. It is understood once; of later
 * parts only the rows are decoded and scanned.
 */
import type { CellRange } from '../../../core/cells/cell';
import { ownText } from '../../../core/cells/own-text';
import { beginsUsually, decodeUtf8, decodeUtf8Part, lettersOf } from '../decode-text';
import { type CellBudget, GridBuilder, ReadingRefused } from '../grid-builder';
import type { ReadLimits } from '../limits';
import { scanBytes } from '../part-reader';
import { XmlError, XmlScanner } from '../xml-scanner';
import type { SheetContext } from './cell-values';
import { hasHead, hasTail } from './same-ends';
import { readSheetXml, type SheetTarget } from './sheet';

const OPENING = '<sheetData>';
const CLOSING = '</sheetData>';
/** The rows stand in these two, however deep: written out, what stands before and behind them can be scanned apart. */
const BEFORE = '<worksheet><sheetData>';
const BEHIND = '</sheetData></worksheet>';

/** One side of the rows, one letter a byte, and what it says. */
interface Side {
  readonly letters: string;
  readonly merges: readonly CellRange[];
  /** First and last. */
  readonly hiddenColumns: readonly (readonly [number, number])[];
  readonly limits: ReadLimits;
}

/** A folder comes from a handful of programs and forms. */
const MOST = 8;
/** A form's checks of input are some ten kilobytes. */
const LONGEST = 64 * 1024;
/** Of a larger part the sides are little, and it would lie in memory twice. */
const LONGEST_PART = 1024 * 1024;
const heads: Side[] = [];
const tails: Side[] = [];
/** What was met once: only what two parts have in common is worth understanding. */
const metHeads: string[] = [];
const metTails: string[] = [];

/** Reads a worksheet part into a builder of its own; null for an empty part. Throws `XmlError` and `ReadingRefused`. */
export function readSheetPart(bytes: Uint8Array, context: SheetContext, budget: CellBudget, limits: ReadLimits): GridBuilder | null {
  const framed = readFramed(bytes, context, budget, limits);
  if (framed !== null) return framed;
  const scanner = scanBytes(bytes, limits);
  if (scanner === null) return null;
  const grid = new GridBuilder(budget);
  readSheetXml(scanner, context, grid);
  return grid;
}

/** The sheet by way of known sides; null where they are not known, or anything is unusual: the whole part is scanned then. */
function readFramed(bytes: Uint8Array, context: SheetContext, budget: CellBudget, limits: ReadLimits): GridBuilder | null {
  if (bytes.length > LONGEST_PART || !beginsUsually(bytes)) return null;
  const letters = lettersOf(bytes);
  const head = heads.find((side) => side.limits === limits && hasHead(letters, side.letters));
  const tail = tails.find((side) => side.limits === limits && hasTail(letters, side.letters));
  if (head === undefined || tail === undefined) {
    learn(letters, bytes, limits, { head: head !== undefined, tail: tail !== undefined });
    return null;
  }
  if (letters.length < head.letters.length + tail.letters.length) return null;
  const rows = decodeUtf8Part(bytes.subarray(head.letters.length, letters.length - tail.letters.length));
  if (rows === null) return null;
  const before = budget.taken();
  try {
    const grid = new GridBuilder(budget);
    saySide(head, grid);
    readSheetXml(new XmlScanner(BEFORE + rows + BEHIND, limits.xmlDepth), context, grid);
    saySide(tail, grid);
    return grid;
  } catch (error) {
    if (!(error instanceof XmlError) && !(error instanceof ReadingRefused)) throw error;
    // Where the sides begin and end inside something else, or something is wrong: the whole part says what.
    budget.giveBack(before);
    return null;
  }
}

function saySide({ merges, hiddenColumns }: Side, grid: GridBuilder): void {
  for (const [from, to] of hiddenColumns) grid.hideColumns(from, to);
  for (const range of merges) grid.merge(range);
}

/** Understands those sides of a part that are not known and were met before. */
function learn(
  letters: string,
  bytes: Uint8Array,
  limits: ReadLimits,
  known: { readonly head: boolean; readonly tail: boolean },
): void {
  const opening = letters.indexOf(OPENING);
  const closing = letters.lastIndexOf(CLOSING);
  if (opening < 0 || closing < opening) return;
  const start = opening + OPENING.length;
  const [head, tail] = [letters.slice(0, start), letters.slice(closing)];
  if (!known.head && isMet(metHeads, head)) keep(heads, understand(head, decodeUtf8(bytes.subarray(0, start)), BEHIND, limits));
  if (!known.tail && isMet(metTails, tail)) keep(tails, understand(tail, decodeUtf8(bytes.subarray(closing)), BEFORE, limits));
}

/** Whether the same was met before; the first time it is remembered. */
function isMet(met: string[], side: string): boolean {
  if (side.length > LONGEST) return false;
  if (met.includes(side)) return true;
  if (met.length >= MOST) met.shift();
  met.push(ownText(side));
  return false;
}

function keep(sides: Side[], side: Side | null): void {
  if (side === null) return;
  if (sides.length >= MOST) sides.shift();
  sides.push(side);
}

/** What a side says, with the other one in its shortest form; null where it is not well-formed or holds cells. */
function understand(letters: string, text: string | null, other: typeof BEFORE | typeof BEHIND, limits: ReadLimits): Side | null {
  if (text === null) return null;
  const merges: CellRange[] = [];
  const hiddenColumns: (readonly [number, number])[] = [];
  const state = { hasRows: false };
  const row = (): void => {
    state.hasRows = true;
  };
  const target: SheetTarget = {
    add: row,
    addRow: row,
    hideRow: row,
    hideColumns: (from, to) => hiddenColumns.push([from, to]),
    merge: (range) => merges.push(range),
  };
  try {
    readSheetXml(new XmlScanner(other === BEFORE ? BEFORE + text : text + BEHIND, limits.xmlDepth), NO_CONTEXT, target);
  } catch (error) {
    if (error instanceof XmlError || error instanceof ReadingRefused) return null;
    throw error;
  }
  return state.hasRows ? null : { letters: ownText(letters), merges, hiddenColumns, limits };
}

const NO_CONTEXT: SheetContext = { strings: [], styles: [], epoch1904: false };
