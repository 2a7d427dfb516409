/**
 * The units inside a consolidated workbook, with their figures: names and columns from the hidden lineage sheet,
 * figures from the visible "Chi tiết", so that what the clerk corrected, added or deleted there counts.
 */
import type { CellGrid, CellValue, GridRow, WorkbookCells } from '../cells/cell';
import { cellAddress } from '../cells/address';
import type { Lineage, LineageContributor } from '../consolidation/lineage';
import { fail, ok, type Result } from '../result';
import {
  readLineageRows,
  type LineageColumn,
  type LineageProblem,
  type LineageRows,
  type LineageUnit,
} from './lineage-rows';
import { LINEAGE_SHEET } from './markers';
import type { UnitText } from './unit-texts';

export type { LineageProblem } from './lineage-rows';

/** A cell of a figure that holds no usable number. */
export interface UnreadableFigure {
  readonly key: string;
  readonly cell: string;
  readonly raw: string;
}

/** One row of "Chi tiết". `values`: per field key what was reported; for a parent the unit's own figure. */
export interface ReadContributor extends LineageContributor {
  /** For parents: what the computed cell shows. It differs from the children where somebody typed over the formula. */
  readonly shown: ReadonlyMap<string, { readonly value: number; readonly cell: string }>;
  readonly unreadable: readonly UnreadableFigure[];
  readonly texts: readonly UnitText[];
  /** False for a row that the clerk typed in: nothing is known of it but what is visible. */
  readonly recorded: boolean;
}

export interface ReadLineage extends Lineage {
  /** The sheet with the totals; null when no sheet has its name any more. */
  readonly summarySheet: string | null;
  readonly contributors: readonly ReadContributor[];
}

const LARGEST = 1e15;

/** Reads the lineage of a workbook; rows and cells as they stand, in the order of "Chi tiết". */
export function readLineage(workbook: WorkbookCells): Result<ReadLineage, LineageProblem> {
  const hidden = workbook.sheets.find((sheet) => sheet.sheet === LINEAGE_SHEET);
  if (hidden === undefined) return fail('none');
  const read = readLineageRows(hidden);
  if (!read.ok) return read;
  const rows = read.value;
  const found = findTable(workbook, rows);
  if (found === null) return fail('columns-changed');
  const left = new Map(rows.contributors);
  const contributors: ReadContributor[] = [];
  for (const row of found.grid.rows) {
    if (row.index <= found.headerRow) continue;
    const one = readRow(row, found.columns, left, rows);
    if (one !== null) contributors.push(one);
  }
  const summarySheet = workbook.sheets.some((sheet) => sheet.sheet === rows.summary) ? rows.summary : null;
  return ok({ formId: rows.formId, year: rows.year, summarySheet, sheet: found.grid.sheet, contributors });
}

interface FoundTable {
  readonly grid: CellGrid;
  readonly headerRow: number;
  /** By column of the sheet. */
  readonly columns: ReadonlyMap<number, LineageColumn>;
}

/** The table is known by its headers, wherever it was moved and whatever its sheet is called now. */
function findTable(workbook: WorkbookCells, rows: LineageRows): FoundTable | null {
  const byHeader = new Map(rows.columns.map((column) => [column.header, column]));
  if (byHeader.size !== rows.columns.length) return null;
  const needed = rows.columns.filter(
    (column) => column.kind === 'field' || column.kind === 'reported' || column.kind === 'unit',
  );
  const sheets = [...workbook.sheets].sort(
    (a, b) => Number(b.sheet === rows.details) - Number(a.sheet === rows.details),
  );
  for (const grid of sheets) {
    if (grid.sheet === LINEAGE_SHEET) continue;
    for (const row of grid.rows) {
      const columns = new Map<number, LineageColumn>();
      const headers = new Set<string>();
      for (const { column, value } of row.cells) {
        const header = value.kind === 'text' ? byHeader.get(value.value.trim()) : undefined;
        if (header === undefined) continue;
        if (headers.has(header.header)) return null;
        headers.add(header.header);
        columns.set(column, header);
      }
      if (needed.every((column) => headers.has(column.header))) return { grid, headerRow: row.index, columns };
    }
  }
  return null;
}

const SUM_ROW = /^(tổng|tổng cộng|tổng số|cộng|total)$/i;

function readRow(
  row: GridRow,
  columns: ReadonlyMap<number, LineageColumn>,
  left: Map<number, LineageUnit>,
  rows: LineageRows,
): ReadContributor | null {
  const values = new Map<string, { value: number; cell: string }>();
  const shown = new Map<string, { value: number; cell: string }>();
  const unreadable: UnreadableFigure[] = [];
  const words = new Map<LineageColumn['kind'], string>();
  const parents = new Set(rows.columns.flatMap((one) => (one.kind === 'reported' ? [one.key] : [])));
  for (const { column, value } of row.cells) {
    const meaning = columns.get(column);
    if (meaning === undefined) continue;
    if (meaning.kind !== 'field' && meaning.kind !== 'reported') {
      words.set(meaning.kind, rawOf(value).trim());
      continue;
    }
    const cell = cellAddress(row.index, column);
    const computed = meaning.kind === 'field' && parents.has(meaning.key);
    const figure = figureOf(value);
    if (figure === 'unreadable') unreadable.push({ key: meaning.key, cell, raw: rawOf(value) });
    else if (figure !== null) (computed ? shown : values).set(meaning.key, { value: figure, cell });
  }
  const name = words.get('unit') ?? '';
  const code = words.get('code') ?? '';
  const order = /^\d+$/.test(words.get('order') ?? '') ? Number(words.get('order')) : null;
  const recorded = order === null ? undefined : left.get(order);
  // The row may have been sorted or copied: the record belongs to it only if it says the same name or code, once.
  const known =
    recorded !== undefined && (oneLine(recorded.name) === oneLine(name) || (code !== '' && recorded.code === code))
      ? recorded
      : undefined;
  if (known !== undefined && order !== null) left.delete(order);
  // Notes under the table and rows of sums are no units; neither is a row without any figure that nobody recorded.
  const empty = values.size + shown.size + unreadable.length === 0;
  if (known === undefined && (empty || name === '' || SUM_ROW.test(name.normalize('NFC')))) return null;
  return {
    unit: { code: code === '' ? null : code, name },
    via:
      known === undefined || known.viaName === ''
        ? null
        : { code: known.viaCode === '' ? null : known.viaCode, name: known.viaName },
    file: known?.file ?? words.get('file') ?? '',
    hash: known === undefined || known.hash === '' ? null : known.hash,
    values,
    shown,
    unreadable,
    texts: known === undefined ? [] : textsOf(rows, known),
    recorded: known !== undefined,
  };
}

/** Names are compared without regard to spaces and line breaks, which programs rewrite. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function textsOf(rows: LineageRows, unit: LineageUnit): UnitText[] {
  return rows.texts
    .filter((one) => one.order === unit.order)
    .map((one) => ({
      kind: one.kind,
      indicator: one.indicator === '' ? null : one.indicator,
      number: one.number,
      text: one.text.join(''),
      figures: one.figures,
      at: one.sheet === '' ? null : { sheet: one.sheet, cell: one.cell === '' ? null : one.cell },
    }));
}

/** A figure, null for nothing reported, or "unreadable". Text never becomes a number here: the cells were made as numbers. */
function figureOf(value: CellValue): number | null | 'unreadable' {
  switch (value.kind) {
    case 'empty':
    case 'uncalculated':
      return null;
    case 'number':
      return value.value >= 0 && value.value <= LARGEST ? value.value : 'unreadable';
    case 'text':
      return value.value.trim() === '' ? null : 'unreadable';
    default:
      return 'unreadable';
  }
}

function rawOf(value: CellValue): string {
  switch (value.kind) {
    case 'number':
      return String(value.value);
    case 'text':
      return value.value;
    case 'boolean':
      return value.value ? 'TRUE' : 'FALSE';
    case 'date':
      return value.iso;
    case 'error':
      return value.code;
    default:
      return '';
  }
}
