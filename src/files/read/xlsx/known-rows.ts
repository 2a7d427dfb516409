/**
 * Rows that were met before. Files filled into the same form have their blank rows and the labels of all others letter by
 * letter the same: what such letters say is worked out once, and is one list of cells in all files, so that whatever comes
 * later can tell it at a glance.
 */
import type { Cell } from '../../../core/cells/cell';
import { ownText } from '../../../core/cells/own-text';
import type { SheetContext } from './cell-values';
import type { CellString } from './cell-string';

/** The cells a row begins with, and what they mean as long as strings and styles are those of then. */
interface KnownCells {
  /** From behind the opening mark on; of a whole row with its closing mark. */
  readonly letters: string;
  /** Those that hold something. */
  readonly cells: readonly Cell[];
  /** The letters of their texts. */
  readonly textLetters: number;
  /** The last column that was written, filled or not; -1 for none. */
  readonly lastColumn: number;
  readonly strings: readonly (readonly [place: number, string: CellString])[];
  readonly styles: SheetContext['styles'];
  readonly epoch1904: boolean;
}

/** A cell as it was taken: where it ends, counted from behind the row's opening mark, and what it says. */
export interface TakenCell {
  readonly end: number;
  readonly column: number;
  readonly filled: Cell | null;
  /** The shared string it refers to, if any. */
  readonly string: number | null;
}

/** The same rows of a form in the files of several programs. */
const MOST = 3;
/** Of a row as it is written, and of the texts in it: what is kept must stay small. */
const LONGEST = 2_000;

/** What rows with one opening mark were found to say. */
export class KnownRows {
  private readonly whole: KnownCells[] = [];
  private readonly beginnings: KnownCells[] = [];
  private before = '';

  /** The row that begins at `at`, if it was met as it is; null for any other. */
  findWhole(source: string, at: number, context: SheetContext): KnownCells | null {
    return find(this.whole, source, at, context);
  }

  /** The cells that begin at `at`, if they were met; null for any others. */
  findBeginning(source: string, at: number, context: SheetContext): KnownCells | null {
    return find(this.beginnings, source, at, context);
  }

  /** Remembers a row that was taken cell by cell, `letters` from behind its opening mark to its end. */
  learn(letters: string, taken: readonly TakenCell[], context: SheetContext): void {
    if (letters.length > LONGEST) return;
    if (letters === this.before) {
      remember(this.whole, letters, taken, context);
      return;
    }
    const common = commonLetters(letters, this.before);
    let count = 0;
    while (count < taken.length && (taken[count]?.end ?? 0) <= common) count += 1;
    // Behind the last label come figures, which are the same in two files by chance.
    while (count > 0 && taken[count - 1]?.string === null) count -= 1;
    if (count > 0) remember(this.beginnings, letters.slice(0, taken[count - 1]?.end), taken.slice(0, count), context);
    this.before = ownText(letters);
  }

  /** Remembers a row that says no more than a known beginning does: the blank row of a form. */
  learnBlank(letters: string, beginning: KnownCells, lastColumn: number): void {
    if (letters.length > LONGEST || this.whole.length >= MOST || this.whole.some((one) => one.letters === letters)) return;
    this.whole.push({ ...beginning, letters: ownText(letters), lastColumn });
  }
}

function find(known: readonly KnownCells[], source: string, at: number, context: SheetContext): KnownCells | null {
  for (const one of known) {
    // Sliced and compared as a whole: faster than letter by letter.
    const letters = source.slice(at, at + one.letters.length);
    if (letters === one.letters && fits(one, context)) return one;
  }
  return null;
}

function fits({ strings, styles, epoch1904 }: KnownCells, context: SheetContext): boolean {
  if (styles !== context.styles || epoch1904 !== context.epoch1904) return false;
  for (const [place, string] of strings) if (context.strings[place] !== string) return false;
  return true;
}

function remember(known: KnownCells[], letters: string, taken: readonly TakenCell[], context: SheetContext): void {
  if (known.length >= MOST || known.some((one) => one.letters === letters)) return;
  const cells: Cell[] = [];
  const strings: [number, CellString][] = [];
  let textLetters = 0;
  for (const { filled, string } of taken) {
    const referred = string === null ? undefined : context.strings[string];
    if (string !== null && referred !== undefined) strings.push([string, referred]);
    if (filled === null) continue;
    cells.push(filled);
    if (filled.value.kind === 'text') textLetters += filled.value.value.length;
  }
  if (textLetters > LONGEST) return;
  const { styles, epoch1904 } = context;
  known.push({ letters: ownText(letters), cells, textLetters, lastColumn: taken.at(-1)?.column ?? -1, strings, styles, epoch1904 });
}

function commonLetters(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  let count = 0;
  while (count < length && a.charCodeAt(count) === b.charCodeAt(count)) count += 1;
  return count;
}
