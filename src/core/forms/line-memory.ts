/**
 * Rows that said the same before. Most rows of most reports are blank or hold nothing but whole figures where the form asks
 * for them: the same line of the same layout is one object in all of them where it says the same, and differs in nothing but
 * its figures where those do. Every other row is kept with what had to be said about it.
 */
import type { Finding } from '../findings';
import type { CellRef } from '../cells/cell-ref';
import { cellAddress } from '../cells/address';
import type { FilledLine, Reading } from './filled-form';
import type { GridView, ViewCell } from './grid-view';

export interface BoundLine {
  readonly line: FilledLine;
  readonly findings: readonly Finding[];
}

/** A row whose filled cells are all whole figures, and all of them count: only the figures differ from row to row. */
interface FigureRow {
  readonly line: FilledLine;
  /** The declared measures in order; `cell` is the place of the measure's cell among the filled ones, -1 for none. */
  readonly measures: readonly { readonly measure: string; readonly cell: number; readonly at: CellRef }[];
}

/** What one row of a layout said so far, on sheets of one name. */
interface KnownRow {
  blank: BoundLine | undefined;
  /** The cells, as one list, that were blank last time. */
  blankCells: readonly ViewCell[] | null;
  /** By the columns that are filled, as bits; null where such rows are not only figures. */
  readonly figures: Map<number, FigureRow | null>;
  readonly others: Map<string, BoundLine>;
}

const MOST_LINES = 8_000;
const LONGEST_KEY = 80;
const MOST_SHEETS = 40;
/** Columns that fit into the bits of a number. */
const MOST_COLUMNS = 30;
/** Larger figures are doubted (see quantity/numbers). */
const LARGEST_FIGURE = 1e15;

const NOTHING_SAID: readonly Finding[] = [];
const NO_CELLS: readonly ViewCell[] = [];
const ABSENT: Reading = { state: 'absent' };

/** Remembers the rows of one layout; see {@link KnownLayout}. */
export class LineMemory {
  /** By sheet name, then by indicator. */
  private readonly known = new Map<string, Map<string, KnownRow>>();
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
    const known = this.rowOf(view.sheet, indicator);
    const cells = row === null ? NO_CELLS : (view.row(row)?.cells ?? NO_CELLS);
    const isHidden = row !== null && view.isHidden(row, this.label);
    if (known.blank !== undefined && cells === known.blankCells && !isHidden) return known.blank;
    const filled = cells.filter((cell) => !this.descriptive.has(cell.column));
    if (isHidden) return this.takeOther(known, `h${keyOf(filled)}`, bind);
    if (filled.length === 0) {
      known.blankCells = cells;
      return (known.blank ??= bind());
    }
    const columns = columnsOfFigures(filled);
    if (columns === null) return this.takeOther(known, keyOf(filled), bind);
    const figures = known.figures.get(columns);
    if (figures === null) return this.takeOther(known, keyOf(filled), bind);
    if (figures !== undefined) return { line: lineWith(figures, filled), findings: NOTHING_SAID };
    // A zero says nothing of a row's figures: multiplied it would stay what it is.
    const areAll = filled.every((cell) => cell.value.kind === 'number' && cell.value.value > 0);
    if (!areAll) return this.takeOther(known, keyOf(filled), bind);
    const bound = bind();
    known.figures.set(columns, figureRow(bound, filled));
    return bound;
  }

  private rowOf(sheet: string, indicator: string): KnownRow {
    let ofSheet = this.known.get(sheet);
    if (ofSheet === undefined) {
      if (this.known.size >= MOST_SHEETS) this.known.clear();
      ofSheet = new Map();
      this.known.set(sheet, ofSheet);
    }
    let known = ofSheet.get(indicator);
    if (known === undefined) {
      known = { blank: undefined, blankCells: null, figures: new Map(), others: new Map() };
      ofSheet.set(indicator, known);
    }
    return known;
  }

  private takeOther({ others }: KnownRow, key: string, bind: () => BoundLine): BoundLine {
    if (key.length > LONGEST_KEY) return bind();
    let bound = others.get(key);
    if (bound === undefined) {
      bound = bind();
      if (this.size >= MOST_LINES) this.forget();
      others.set(key, bound);
      this.size += 1;
    }
    return bound;
  }

  private forget(): void {
    for (const ofSheet of this.known.values()) for (const { others } of ofSheet.values()) others.clear();
    this.size = 0;
  }
}

/** The columns of cells that are all whole figures, one bit each; null where one is anything else. */
function columnsOfFigures(cells: readonly ViewCell[]): number | null {
  let columns = 0;
  for (const { column, value } of cells) {
    if (value.kind !== 'number' || column >= MOST_COLUMNS || !Number.isInteger(value.value)) return null;
    if (value.value < 0 || value.value > LARGEST_FIGURE || Object.is(value.value, -0)) return null;
    columns |= 1 << column;
  }
  return columns;
}

/** What a bound row is without its figures; null where anything was said, moved, kept beside or left out. */
function figureRow({ line, findings }: BoundLine, cells: readonly ViewCell[]): FigureRow | null {
  if (findings.length > 0 || line.note !== '' || Object.keys(line.besides).length > 0) return null;
  let counted = 0;
  const measures: FigureRow['measures'][number][] = [];
  for (const [measure, reading] of Object.entries(line.readings)) {
    if (reading.state === 'absent') {
      measures.push({ measure, cell: -1, at: { sheet: '', cell: null } });
      continue;
    }
    if (reading.state !== 'certain' || reading.accepted === true) return null;
    const place = cells.findIndex((cell) => cellAddress(cell.row, cell.column) === reading.at.cell);
    const cell = cells[place];
    if (cell?.value.kind !== 'number' || cell.value.value !== reading.value || cell.text !== reading.raw) return null;
    counted += 1;
    measures.push({ measure, cell: place, at: reading.at });
  }
  return counted === cells.length ? { line, measures } : null;
}

/** The same row with other figures. */
function lineWith({ line, measures }: FigureRow, cells: readonly ViewCell[]): FilledLine {
  const readings: Record<string, Reading> = {};
  for (const { measure, cell, at } of measures) {
    const filled = cells[cell];
    readings[measure] =
      filled?.value.kind === 'number' ? { state: 'certain', value: filled.value.value, raw: filled.text, at } : ABSENT;
  }
  return {
    indicator: line.indicator,
    at: line.at,
    readings,
    besides: line.besides,
    unitOfMeasure: line.unitOfMeasure,
    unitCell: line.unitCell,
    note: line.note,
    cells: line.cells,
  };
}

/** All that may differ in a row. Texts go with their lengths, so that none can pass for several. */
function keyOf(cells: readonly ViewCell[]): string {
  let key = '';
  for (const cell of cells) key += `\n${String(cell.column)}${contentOf(cell)}`;
  return key;
}

const measured = (text: string): string => `${String(text.length)}:${text}`;

function contentOf({ value }: ViewCell): string {
  if (value.kind === 'text') return `"${measured(value.value)}`;
  if (value.kind !== 'number') return JSON.stringify(value);
  const number = Object.is(value.value, -0) ? '-0' : String(value.value);
  return value.format === undefined ? `=${number}` : `#${number} ${measured(value.format)}`;
}
