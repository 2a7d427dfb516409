/**
 * Numbers that the clerk corrected in "Chi tiết": found by comparing the sheet with what was written there, and carried
 * into the next run as long as the unit's file is the same. A row the clerk added becomes a unit typed in by hand.
 */
import type { Decisions, TypedIn } from '../core/campaign/decisions';
import { cellAddress } from '../core/cells/address';
import type { CellGrid, CellValue, GridRow } from '../core/cells/cell';
import type { Consolidation } from '../core/consolidation/consolidation';
import { detailColumns } from '../core/sheets/details-columns';
import { SHEET_ROLES } from '../core/sheets/markers';
import { emptySheet } from '../core/sheets/sheet-builder';
import type { PlanCell, PlanConditionalFormat, PlanValue, SheetPlan } from '../core/sheets/sheet-plan';
import type { SheetWords } from '../core/sheets/sheet-words';

export const BASELINE_SHEET = '_tonghop_goc';
export const BASELINE_ROLE = `${SHEET_ROLES.lineage}-baseline`;

/** A cell of "Chi tiết" that says something else than was written there; null: emptied. */
export interface HandCorrection {
  readonly code: string;
  readonly unit: string;
  readonly file: string;
  /** The fingerprint of the file it corrects; empty for figures that came without one. */
  readonly hash: string;
  /** Which of the unit's lines, where the form is a list. */
  readonly line?: string;
  readonly header: string;
  readonly value: number | string | null;
  /** What was written there, as the run before found it: stays the base of comparison. */
  readonly original: string;
}

export interface HandWork {
  readonly corrections: readonly HandCorrection[];
  /** Units whose rows the clerk added to the table. */
  readonly added: readonly TypedIn[];
}

/** A cell that is computed by a formula. */
const FORMULA = '=';
const HEAD = ['code', 'unit', 'file', 'hash'] as const;

/** One cell of the table as a word that can be compared. */
function wordOf(value: PlanValue | null): string {
  if (value === null) return '';
  if (value.kind === 'formula') return FORMULA;
  return value.kind === 'date' ? value.iso : String(value.value);
}

function liveWord(value: CellValue | undefined, formula: boolean): string {
  if (formula) return FORMULA;
  switch (value?.kind) {
    case 'number':
    case 'boolean':
      return String(value.value);
    case 'text':
      return value.value.trim();
    case 'date':
      return String(value.serial);
    case 'error':
      return value.code;
    default:
      return '';
  }
}

/** What was written into "Chi tiết", for the next run to compare with. `originals`: cells where a correction was carried on. */
export function planBaseline(
  consolidation: Consolidation,
  details: SheetPlan,
  words: SheetWords,
  kept: readonly KeptCell[],
): SheetPlan {
  const columns = detailColumns(consolidation, words.details);
  const top = details.tables[0]?.range.top ?? 0;
  const originals = new Map(
    kept.map(({ row, column, correction }) => [`${String(row)} ${String(column)}`, correction.original]),
  );
  const written = new Map(
    details.cells.map((cell) => [`${String(cell.row)} ${String(cell.column)}`, wordOf(cell.value)]),
  );
  const cells: PlanCell[] = [];
  const put = (row: number, column: number, value: string): void => {
    if (value !== '') cells.push({ row, column, value: { kind: 'text', value }, style: 'plain' });
  };
  HEAD.forEach((word, index) => put(0, index, word));
  const figures = columns.flatMap((column, index) => (column.field === null ? [] : [{ header: column.header, index }]));
  figures.forEach(({ header }, place) => put(0, HEAD.length + place, header));
  // The keys of the fields: a row added by hand is read by them.
  figures.forEach(({ index }, place) =>
    put(1, HEAD.length + place, `${columns[index]?.kind ?? ''} ${columns[index]?.field?.key ?? ''}`),
  );
  consolidation.contributors.forEach((one, index) => {
    const row = 2 + index;
    [one.unit.code ?? '', one.unit.name, one.file, one.hash ?? ''].forEach((word, column) => put(row, column, word));
    figures.forEach((figure, place) => {
      const key = `${String(top + 1 + index)} ${String(figure.index)}`;
      put(row, HEAD.length + place, originals.get(key) ?? written.get(key) ?? '');
    });
  });
  return { ...emptySheet(BASELINE_SHEET, BASELINE_ROLE), visibility: 'veryHidden', cells, gridLines: true };
}

interface BaselineRow {
  readonly code: string;
  readonly unit: string;
  readonly file: string;
  readonly hash: string;
  readonly words: ReadonlyMap<string, string>;
}

const cellsOf = (row: GridRow | undefined): ReadonlyMap<number, string> =>
  new Map(row?.cells.map(({ column, value }) => [column, liveWord(value, false)]));

function readBaseline(grid: CellGrid): {
  readonly keys: ReadonlyMap<string, string>;
  readonly rows: readonly BaselineRow[];
} {
  const byIndex = new Map(grid.rows.map((row) => [row.index, row]));
  const headers = [...cellsOf(byIndex.get(0))].filter(([column]) => column >= HEAD.length);
  const kinds = cellsOf(byIndex.get(1));
  const keys = new Map(headers.map(([column, header]) => [header, kinds.get(column) ?? '']));
  const rows = grid.rows
    .filter((row) => row.index >= 2)
    .map((row): BaselineRow => {
      const words = cellsOf(row);
      const of = (column: number): string => words.get(column) ?? '';
      return {
        code: of(0),
        unit: of(1),
        file: of(2),
        hash: of(3),
        words: new Map(headers.map(([column, header]) => [header, of(column)])),
      };
    });
  return { keys, rows };
}

/** Compares the live "Chi tiết" with its baseline. A table whose headers were changed says nothing that could be trusted. */
export function findHandWork(details: CellGrid, baseline: CellGrid, words: SheetWords['details']): HandWork {
  const { keys, rows } = readBaseline(baseline);
  const wanted = [words.unit, words.file, ...keys.keys()];
  const header = details.rows.find((row) => {
    const texts = new Set(cellsOf(row).values());
    return wanted.every((one) => texts.has(one));
  });
  if (header === undefined || keys.size === 0) return { corrections: [], added: [] };
  const columns = new Map([...cellsOf(header)].map(([column, text]) => [text, column]));
  const left = [...rows];
  const corrections: HandCorrection[] = [];
  const added: TypedIn[] = [];
  for (const row of details.rows) {
    if (row.index <= header.index) continue;
    const live = new Map(row.cells.map((cell) => [cell.column, cell]));
    const wordAt = (name: string): string => {
      const cell = live.get(columns.get(name) ?? -1);
      return liveWord(cell?.value, cell?.formula === true);
    };
    const [unit, file, code] = [wordAt(words.unit), wordAt(words.file), wordAt(words.code)];
    const place = left.findIndex((one) => one.unit === unit && one.file === file && one.code === code);
    const known = place < 0 ? undefined : left.splice(place, 1)[0];
    if (known === undefined) {
      const typed = typedInFrom(keys, wordAt, unit, code);
      if (typed !== null && file === '') added.push(typed);
      continue;
    }
    for (const [name] of keys) {
      const [before, now] = [known.words.get(name) ?? '', wordAt(name)];
      // A formula of the clerk's own in a cell of figures counts by its value.
      const value =
        before !== FORMULA && now === FORMULA ? liveWord(live.get(columns.get(name) ?? -1)?.value, false) : now;
      // A formula whose result is an empty text is read as an empty cell.
      if (value === before || (before === FORMULA && value === '')) continue;
      corrections.push({ ...known, header: name, value: numberOr(value), original: before });
    }
  }
  return {
    corrections: corrections.map(({ code, unit, file, hash, header: name, value, original }) => ({
      code,
      unit,
      file,
      hash,
      header: name,
      value,
      original,
    })),
    added,
  };
}

function numberOr(word: string): number | string | null {
  if (word === '' || word === FORMULA) return null;
  const value = Number(word);
  return Number.isFinite(value) ? value : word;
}

function typedInFrom(
  keys: ReadonlyMap<string, string>,
  wordAt: (name: string) => string,
  unit: string,
  code: string,
): TypedIn | null {
  const values: Record<string, number> = {};
  const reported: Record<string, number> = {};
  for (const [name, kindAndKey] of keys) {
    const [kind = '', key = ''] = kindAndKey.split(' ');
    const value = numberOr(wordAt(name));
    if (typeof value !== 'number' || value < 0) continue;
    (kind === 'reported' ? reported : values)[key] = value;
  }
  const all = { ...values, ...reported };
  if (unit === '' || Object.keys(all).length === 0) return null;
  return { unit: { code: code === '' ? null : code, name: unit }, values: all, notes: {}, receivedAt: null };
}

/** The decisions with the units that were added to the table; a unit that is typed in already keeps its entry. */
export function withAddedUnits(decisions: Decisions, added: readonly TypedIn[]): Decisions {
  const known = new Set(decisions.typedIn.map((one) => one.unit.name));
  return { ...decisions, typedIn: [...decisions.typedIn, ...added.filter((one) => !known.has(one.unit.name))] };
}

/** A cell of the new "Chi tiết" that keeps what the clerk wrote. */
export interface KeptCell {
  readonly row: number;
  readonly column: number;
  readonly correction: HandCorrection;
}

/** Where the corrections stand in the new table; those of files that changed or went are in `dropped`. */
export function placeCorrections(
  consolidation: Consolidation,
  details: SheetPlan,
  words: SheetWords,
  corrections: readonly HandCorrection[],
): { readonly kept: readonly KeptCell[]; readonly dropped: readonly HandCorrection[] } {
  const top = details.tables[0]?.range.top ?? 0;
  const columns = new Map(detailColumns(consolidation, words.details).map((column, index) => [column.header, index]));
  const kept: KeptCell[] = [];
  const dropped: HandCorrection[] = [];
  for (const correction of corrections) {
    const place = consolidation.contributors.findIndex(
      (one) =>
        one.unit.name === correction.unit &&
        (one.unit.code ?? '') === correction.code &&
        one.file === correction.file &&
        (one.hash ?? '') === correction.hash,
    );
    const column = columns.get(correction.header);
    if (place < 0 || column === undefined) dropped.push(correction);
    else kept.push({ row: top + 1 + place, column, correction });
  }
  return { kept, dropped };
}

/** The plan of "Chi tiết" with what the clerk wrote, each such cell marked. */
export function keepCorrections(details: SheetPlan, kept: readonly KeptCell[]): SheetPlan {
  if (kept.length === 0) return details;
  const values = new Map(
    kept.map(({ row, column, correction }) => [`${String(row)} ${String(column)}`, correction.value]),
  );
  const cells = details.cells.map((cell): PlanCell => {
    const value = values.get(`${String(cell.row)} ${String(cell.column)}`);
    if (value === undefined) return cell;
    if (value === null) return { ...cell, value: null };
    return { ...cell, value: typeof value === 'number' ? { kind: 'number', value } : { kind: 'text', value } };
  });
  const marks = kept.map(({ row, column }): PlanConditionalFormat => {
    const here = cellAddress(row, column);
    return { range: { top: row, left: column, bottom: row, right: column }, formula: `ROW(${here})>0`, look: 'hint' };
  });
  return { ...details, cells, conditionalFormats: [...marks, ...details.conditionalFormats] };
}
