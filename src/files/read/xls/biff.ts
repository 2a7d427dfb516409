/**
 * The record stream of an .xls, prepared before the library reads it: counted against the bounds, password found,
 * fonts, formulas and hidden columns noted, and every record nobody needs put to sleep (its type overwritten by one
 * the library steps over), so that drawings, links and formula code cannot cost anything. [MS-XLS]
 */
import type { SheetVisibility } from '../../../core/cells/cell';
import { type CellBudget, ReadingRefused } from '../grid-builder';
import { isLegacyFont } from '../legacy-fonts';

export interface BiffSheet {
  /** Offset of the sheet's first record; the library orders sheets by it. */
  readonly position: number;
  readonly visibility: SheetVisibility;
  readonly worksheet: boolean;
  /** Keys of {@link placeKey}. */
  readonly formulas: Set<number>;
  /** Formulas written by a program that does not calculate: their result is blank and no chain leads to them. */
  readonly uncalculated: { readonly row: number; readonly column: number }[];
  readonly fonts: Map<number, string>;
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: (readonly [number, number])[];
}

export interface BiffStream {
  /** A copy of the stream, safe to hand to the library. */
  readonly bytes: Uint8Array;
  /** In tab order. Empty for BIFF 2–4, whose single sheet has no directory. */
  readonly sheets: readonly BiffSheet[];
}

export function placeKey(row: number, column: number): number {
  return row * 16_384 + column;
}

/** A record type the library knows and steps over. */
const ASLEEP = 0x001d;

/** What the library must see: stream marks, code page, 1904, sheets, formats, strings and cells. */
const AWAKE: ReadonlySet<number> = new Set([
  0x0809, 0x000a, 0x0042, 0x0022, 0x0085, 0x00e0, 0x041e, 0x00fc, 0x003c, 0x0006, 0x0207, 0x0203, 0x0205, 0x027e, 0x00bd, 0x00fd,
  0x0204, 0x00d6, 0x00e5, 0x0200,
]);
/** The same for BIFF 2–4, which have other numbers for some and no directory of sheets in most files. */
const AWAKE_OLD: ReadonlySet<number> = new Set([
  ...AWAKE,
  0x0009,
  0x0209,
  0x0409,
  0x0043,
  0x0243,
  0x0443,
  0x0044,
  0x0056,
  0x008f,
  0x008e,
  0x0208,
  0x0000,
  0x0002,
  0x0003,
  0x0004,
  0x0005,
  0x0007,
  0x001e,
  0x0206,
  0x0406,
]);
/** Bytes up to the end of the first length inside: from a shorter record the library reads lengths that are none. */
const SHORTEST: ReadonlyMap<number, number> = new Map([
  [0x000a, 0],
  [0x003c, 0],
  [0x0085, 8],
  [0x041e, 3],
  [0x00fc, 8],
  [0x0006, 22],
  [0x0206, 18],
  [0x0406, 18],
  [0x0207, 2],
  [0x0203, 14],
  [0x0205, 8],
  [0x027e, 10],
  [0x00bd, 6],
  [0x00fd, 10],
  [0x0204, 8],
  [0x00d6, 8],
  [0x0007, 1],
  [0x001e, 1],
  [0x0004, 8],
]);
/** The formula of BIFF 2 stands alone in being shorter. */
const SHORTEST_OLD: ReadonlyMap<number, number> = new Map([...SHORTEST, [0x0006, 17]]);
const OLD_BOF: ReadonlySet<number> = new Set([0x0009, 0x0209, 0x0409]);
/** Where in a formula's record its result and flags end, in every BIFF. */
const CODE = 16;
const FORMULAS: ReadonlySet<number> = new Set([0x0006, 0x0206, 0x0406]);
const SINGLE_CELLS: ReadonlySet<number> = new Set([
  0x0203, 0x0205, 0x027e, 0x00fd, 0x0204, 0x00d6, 0x0006, 0x0206, 0x0406, 0x0002, 0x0003, 0x0004, 0x0005,
]);
const VISIBILITIES: readonly SheetVisibility[] = ['visible', 'hidden', 'veryHidden'];

/** Copies and prepares the stream. Throws `ReadingRefused` ("password", "damaged", "too-many-cells"). */
export function prepareBiff(source: Uint8Array, budget: CellBudget): BiffStream {
  const bytes = source.slice();
  const view = new DataView(bytes.buffer);
  const sheets: BiffSheet[] = [];
  const byPosition = new Map<number, BiffSheet>();
  const finished = new Set<BiffSheet>();
  const fonts: (string | undefined)[] = [];
  const cellFonts: (string | undefined)[] = [];
  let old = false;
  let depth = 0;
  let current: BiffSheet | null = null;
  let previous = -1;
  let read = 0;

  for (let at = 0; at + 4 <= bytes.length;) {
    const type = view.getUint16(at, true);
    const size = view.getUint16(at + 2, true);
    const start = at + 4;
    const end = start + size;
    if (type === 0 && previous === 0x000a && depth === 0) break;
    if (end > bytes.length) break;
    read = end;
    const u16 = (offset: number): number => (offset + 2 <= size ? view.getUint16(start + offset, true) : 0);
    if (type === 0x002f) throw new ReadingRefused('password');

    if (type === 0x0809 || OLD_BOF.has(type)) {
      if (at === 0) old = OLD_BOF.has(type);
      if (depth === 0) current = byPosition.get(at) ?? null;
      depth += 1;
    } else if (type === 0x000a) {
      depth -= 1;
      if (depth === 0 && current !== null) {
        finished.add(current);
        current = null;
      }
    } else if (old) {
      if (!AWAKE_OLD.has(type)) view.setUint16(at, ASLEEP, true);
      else requireLength(type, size, SHORTEST_OLD);
    } else {
      // Charts inside sheets are streams of their own, one level deeper.
      if (depth !== 1 || !AWAKE.has(type)) view.setUint16(at, ASLEEP, true);
      else requireLength(type, size);
      if (type === 0x0085 && depth === 1 && size >= 8) {
        const sheet: BiffSheet = {
          position: view.getUint32(start, true),
          visibility: VISIBILITIES[(bytes[start + 4] ?? 0) & 3] ?? 'visible',
          worksheet: bytes[start + 5] === 0,
          formulas: new Set(),
          uncalculated: [],
          fonts: new Map(),
          hiddenRows: new Set(),
          hiddenColumns: [],
        };
        sheets.push(sheet);
        byPosition.set(sheet.position, sheet);
      } else if (type === 0x0031 && size > 16) {
        const name = fontName(bytes.subarray(start, end));
        fonts.push(isLegacyFont(name) ? name : undefined);
      } else if (type === 0x00e0) {
        // Font number 4 does not exist: the fifth font is number 5.
        const font = u16(0);
        cellFonts.push(fonts[font > 4 ? font - 1 : font]);
      }
    }

    if (depth === 1 && SINGLE_CELLS.has(type)) {
      budget.takeCells(1);
      if (current !== null) {
        const key = placeKey(u16(0), u16(2));
        const font = cellFonts[u16(4)];
        if (font !== undefined) current.fonts.set(key, font);
        if (FORMULAS.has(type)) {
          current.formulas.add(key);
          if (size >= 22 && isNeverCalculated(view, start)) current.uncalculated.push({ row: u16(0), column: u16(2) });
        }
      }
      // Without its code a formula is only its result, which is all that is read. How long the code is stands at 16 or 20,
      // depending on what the library takes the stream for; code that does not end where it should would hold it for ever.
      if (FORMULAS.has(type)) bytes.fill(0, Math.min(start + CODE, end), end);
    } else if (depth === 1 && type === 0x00bd) budget.takeCells(Math.max(0, Math.floor((size - 6) / 6)));
    else if (depth === 1 && type === 0x00e5) for (let merge = 0; merge < u16(0); merge++) budget.takeMerge();
    else if (depth === 1 && type === 0x0208 && (u16(12) & 0x20) !== 0) current?.hiddenRows.add(u16(0));
    else if (depth === 1 && type === 0x007d && (u16(8) & 1) !== 0) current?.hiddenColumns.push([u16(0), u16(2)]);
    previous = type;
    at = end;
  }
  // A sheet the workbook promises and does not hold whole would be a report lost without a word.
  if (sheets.some((sheet) => sheet.worksheet && !finished.has(sheet))) throw new ReadingRefused('damaged');
  if (!old && sheets.length === 0) throw new ReadingRefused('damaged');
  // What follows the last whole record was not looked at, so the library does not see it either.
  return { bytes: bytes.subarray(0, read), sheets };
}

function requireLength(type: number, size: number, shortest = SHORTEST): void {
  if (size < (shortest.get(type) ?? 2)) throw new ReadingRefused('damaged');
}

/**
 * A blank result (kind 3) is what Excel keeps for ="" and what libraries without a calculator write for everything.
 * Excel's formulas carry a place in its calculation chain; those of such libraries carry 0.
 */
function isNeverCalculated(view: DataView, start: number): boolean {
  return view.getUint16(start + 12, true) === 0xffff && view.getUint8(start + 6) === 3 && view.getUint32(start + 16, true) === 0;
}

function fontName(record: Uint8Array): string {
  const count = record[14] ?? 0;
  // BIFF 8 says after the count whether letters take one byte or two; BIFF 5 has one byte and no such mark.
  const flag = record[15] ?? 0;
  if (flag <= 1 && record.length >= 16 + count * (flag + 1)) {
    return new TextDecoder(flag === 1 ? 'utf-16le' : 'windows-1252').decode(record.subarray(16, 16 + count * (flag + 1)));
  }
  return new TextDecoder('windows-1252').decode(record.subarray(15, 15 + count));
}
