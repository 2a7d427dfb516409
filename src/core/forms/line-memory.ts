/**
 * Rows that said the same before. Most rows of most reports are blank or hold a small figure: the same line of the same
 * layout, with the same cells beside its label, is one object in all of them, with what had to be said about it.
 */
import type { Finding } from '../findings';
import type { FilledLine } from './filled-form';
import type { GridView, ViewCell } from './grid-view';

export interface BoundLine {
  readonly line: FilledLine;
  readonly findings: readonly Finding[];
}

const MOST_LINES = 8_000;
const LONGEST_KEY = 80;

/** Remembers the rows of one layout; see {@link KnownLayout}. */
export class LineMemory {
  private readonly known = new Map<string, Map<string, BoundLine>>();
  private size = 0;
  private readonly label: number;
  private readonly descriptive: ReadonlySet<number>;

  /** `descriptive`: the columns that hold the same in every sheet of the layout, that of the labels among them. */
  constructor(label: number, descriptive: ReadonlySet<number>) {
    this.label = label;
    this.descriptive = descriptive;
  }

  /** The line of an indicator whose row is at `row`, or null for a row the layout lacks: as bound before, or by `bind`. */
  take(view: GridView, indicator: string, row: number | null, bind: () => BoundLine): BoundLine {
    const key = row === null ? '' : this.keyOf(view, row);
    if (key.length > LONGEST_KEY) return bind();
    let ofIndicator = this.known.get(indicator);
    if (ofIndicator === undefined) {
      ofIndicator = new Map();
      this.known.set(indicator, ofIndicator);
    }
    let bound = ofIndicator.get(key);
    if (bound === undefined) {
      bound = bind();
      if (this.size >= MOST_LINES) this.forget();
      ofIndicator.set(key, bound);
      this.size += 1;
    }
    return bound;
  }

  private forget(): void {
    for (const lines of this.known.values()) lines.clear();
    this.size = 0;
  }
  /** The sheet's name and all that may differ in a row. Texts go with their lengths, so that none can pass for several. */
  private keyOf(view: GridView, row: number): string {
    let key = view.isHidden(row, this.label) ? `h${measured(view.sheet)}` : measured(view.sheet);
    for (const cell of view.row(row)?.cells ?? []) {
      if (!this.descriptive.has(cell.column)) key += `\n${String(cell.column)}${contentOf(cell)}`;
    }
    return key;
  }
}

const measured = (text: string): string => `${String(text.length)}:${text}`;

function contentOf({ value }: ViewCell): string {
  if (value.kind === 'text') return `"${measured(value.value)}`;
  if (value.kind !== 'number') return JSON.stringify(value);
  const number = Object.is(value.value, -0) ? '-0' : String(value.value);
  return value.format === undefined ? `=${number}` : `#${number} ${measured(value.format)}`;
}
