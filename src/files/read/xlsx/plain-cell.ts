/**
 * A cell as Excel and most libraries write it: reference, style, type, then at most a value without markup:
 * <c r="B12" s="7" t="s"><v>14</v></c>. Read letter by letter, because a sheet has hundreds and a pattern costs five times
 * as much. Whatever is written otherwise (formulas, inline strings, other attributes, prefixes) is left to the scanner.
 */
import { ReadingRefused } from '../grid-builder';
import { MAX_COLUMNS, MAX_ROWS } from '../limits';

/** Types that a plain cell can have; "n" where it names none. */
type PlainType = 'n' | 's' | 'b' | 'e' | 'str';

const QUOTE = 34;
const SLASH = 47;
const LESS = 60;
const GREATER = 62;
const AMPERSAND = 38;
const MOST_LETTERS = 3;
const MOST_ROW_DIGITS = 7;
const MOST_STYLE_DIGITS = 6;
/** As many digits are a whole number without loss. */
const MOST_WHOLE_DIGITS = 15;
const LETTER = { b: 98, e: 101, n: 110, s: 115 } as const;

/** Takes plain cells, one after another; what the last one said stands in its fields. */
export class PlainCell {
  row = 0;
  column = 0;
  style = 0;
  type: PlainType = 'n';
  /** Whether the cell has a value; it may be an empty text. */
  hasValue = false;
  /** The value where it is nothing but digits, else -1. */
  whole = -1;
  private from = 0;
  private to = 0;
  private end = 0;

  /** Where the plain cell that begins at `at` ends, or -1 where none does. Refuses a place that no sheet has. */
  readonly take = (source: string, at: number): number => {
    if (!source.startsWith('<c r="', at)) return -1;
    this.end = at + 6;
    if (!this.takePlace(source)) return -1;
    this.style = 0;
    this.type = 'n';
    if (source.startsWith(' s="', this.end) && !this.takeStyle(source, this.end + 4)) return -1;
    if (source.startsWith(' t="', this.end) && !this.takeType(source, this.end + 4)) return -1;
    if (!this.takeValue(source)) return -1;
    if (this.column >= MAX_COLUMNS || this.row >= MAX_ROWS || this.row < 0) throw new ReadingRefused('damaged');
    return this.end;
  };

  /** The value as written in the text it was taken from. */
  rawOf(source: string): string {
    return source.slice(this.from, this.to);
  }

  /** The number of the shared string it refers to; null for any other cell. */
  stringOf(source: string): number | null {
    if (this.type !== 's' || !this.hasValue) return null;
    return this.whole >= 0 ? this.whole : Number.parseInt(this.rawOf(source), 10);
  }

  private takePlace(source: string): boolean {
    let at = this.end;
    let column = 0;
    let code = source.charCodeAt(at);
    const letters = at;
    for (; code >= 65 && code <= 90; code = source.charCodeAt((at += 1))) column = column * 26 + (code - 64);
    const digits = at;
    let row = 0;
    for (; code >= 48 && code <= 57; code = source.charCodeAt((at += 1))) row = row * 10 + (code - 48);
    this.column = column - 1;
    this.row = row - 1;
    this.end = at + 1;
    return (
      code === QUOTE && digits > letters && digits - letters <= MOST_LETTERS && at > digits && at - digits <= MOST_ROW_DIGITS
    );
  }

  private takeStyle(source: string, from: number): boolean {
    let at = from;
    let style = 0;
    let code = source.charCodeAt(at);
    for (; code >= 48 && code <= 57; code = source.charCodeAt((at += 1))) style = style * 10 + (code - 48);
    this.style = style;
    this.end = at + 1;
    return code === QUOTE && at > from && at - from <= MOST_STYLE_DIGITS;
  }

  private takeType(source: string, at: number): boolean {
    if (source.startsWith('str"', at)) {
      this.type = 'str';
      this.end = at + 4;
      return true;
    }
    const code = source.charCodeAt(at);
    if (code === LETTER.s) this.type = 's';
    else if (code === LETTER.b) this.type = 'b';
    else if (code === LETTER.e) this.type = 'e';
    else if (code !== LETTER.n) return false;
    this.end = at + 2;
    return source.charCodeAt(at + 1) === QUOTE;
  }

  private takeValue(source: string): boolean {
    let at = this.end;
    this.hasValue = false;
    this.whole = -1;
    if (source.charCodeAt(at) === SLASH) {
      this.end = at + 2;
      return source.charCodeAt(at + 1) === GREATER;
    }
    if (source.charCodeAt(at) !== GREATER) return false;
    at += 1;
    if (source.startsWith('<v>', at)) {
      const from = (at += 3);
      let whole = 0;
      let code = source.charCodeAt(at);
      for (; code >= 48 && code <= 57; code = source.charCodeAt((at += 1))) whole = whole * 10 + (code - 48);
      if (code === LESS && at > from && at - from <= MOST_WHOLE_DIGITS) this.whole = whole;
      while (code !== LESS && code !== GREATER && code !== AMPERSAND && at < source.length) code = source.charCodeAt((at += 1));
      if (!source.startsWith('</v>', at)) return false;
      this.hasValue = true;
      this.from = from;
      this.to = at;
      at += 4;
    }
    this.end = at + 4;
    return source.startsWith('</c>', at);
  }
}
