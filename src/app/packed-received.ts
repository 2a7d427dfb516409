/**
 * What a worker found, made small for the way back. A filled form is some four hundred little objects; copying them
 * between threads costs more than reading the file did. They travel as one text instead, and on arrival everything that
 * files have in common (addresses, labels, "not reported") becomes one object for all of them, so that thousands of
 * forms fit into memory. Consolidated workbooks, with their maps of units, travel as they are.
 */
import type { CellRef } from '../core/cells/cell-ref';
import type { CheckedForm } from '../core/checks/checked-form';
import type { Received } from '../core/consolidation/received';
import type { FilledLine, Reading } from '../core/forms/filled-form';

/** A received file as it travels: the text of a packed form (its head, then a line of text per row), or the object itself. */
export type PackedReceived = string | Received;

type ReceivedForm = Extract<Received, { outcome: 'form' }>;

/** 0: absent. Else state, address, raw text and value; a raw text that is just the number is left out as null. */
type PackedReading = 0 | readonly [state: PackedState, cell: string | null, raw: string | null, value: number | null];
type PackedState = 'certain' | 'accepted' | 'proposed' | 'unreadable';
type PackedReadings = readonly (readonly [measure: string, reading: PackedReading])[];

type PackedLine = readonly [
  indicator: string,
  at: string | null | 0,
  readings: PackedReadings,
  besides: PackedReadings,
  unitOfMeasure: string | null,
  unitCell: string | null,
  note: string,
  cells: readonly (readonly [measure: string, cell: string])[],
];

/** Everything of a received form but its lines. */
type Head = Omit<ReceivedForm, 'form'> & { readonly form: Omit<CheckedForm, 'lines'> };

/** Packs for the way between threads. What does not have the usual shape is given back as it is. */
export function packReceived(received: Received): PackedReceived {
  if (received.outcome !== 'form' || received.lineage !== null) return received;
  const { lines, ...form } = received.form;
  // Every place of a form is on its own sheet; should one ever not be, nothing may be lost.
  const head: Head = { ...received, form };
  let packed = JSON.stringify(head);
  for (const line of lines) {
    const text = packedText(line, form.sheet);
    if (text === null) return received;
    // JSON writes no line breaks of its own.
    packed += `\n${text}`;
  }
  return packed;
}

/** The received file again, equal to what was packed. */
export function unpackReceived(packed: PackedReceived): Received {
  if (typeof packed !== 'string') return packed;
  const [first = '', ...lines] = packed.split('\n');
  // Written by `packReceived` of the same program.
  const head = JSON.parse(first) as Head;
  const known = linesOf(head.form.sheet);
  return { ...head, form: { ...head.form, lines: lines.map((text) => known(text)) } };
}

/** Rows that say the same are one object (see core/forms/line-memory): each is written once. */
const packedLines = new WeakMap<FilledLine, { readonly sheet: string; readonly text: string }>();

/** A line as text; null for one that is not all on the sheet. */
function packedText(line: FilledLine, sheet: string): string | null {
  const known = packedLines.get(line);
  if (known?.sheet === sheet) return known.text;
  if (!isOnSheet(line, sheet)) return null;
  const text = JSON.stringify(packLine(line));
  packedLines.set(line, { sheet, text });
  return text;
}

function isOnSheet(line: FilledLine, sheet: string): boolean {
  const isHere = (one: Reading): boolean => one.state === 'absent' || one.at.sheet === sheet;
  return (
    (line.at === null || line.at.sheet === sheet) &&
    Object.values(line.readings).every(isHere) &&
    Object.values(line.besides).every(isHere)
  );
}

function packLine(line: FilledLine): PackedLine {
  const at = line.at === null ? 0 : line.at.cell;
  const { indicator, unitOfMeasure, unitCell, note } = line;
  const cells = Object.entries(line.cells);
  return [indicator, at, packReadings(line.readings), packReadings(line.besides), unitOfMeasure, unitCell, note, cells];
}

function packReadings(readings: Readonly<Record<string, Reading>>): PackedReadings {
  return Object.entries(readings).map(([measure, one]) => [measure, packReading(one)]);
}

function packReading(one: Reading): PackedReading {
  if (one.state === 'absent') return 0;
  if (one.state === 'unreadable') return [one.state, one.at.cell, one.raw, null];
  const state = one.state === 'certain' && one.accepted === true ? 'accepted' : one.state;
  return [state, one.at.cell, one.raw === String(one.value) ? null : one.raw, one.value];
}

const ABSENT: Reading = { state: 'absent' };
const NOTHING: Readonly<Record<string, never>> = {};

function unpackLine(packed: PackedLine, sheet: string): FilledLine {
  const [indicator, at, readings, besides, unitOfMeasure, unitCell, note, cells] = packed;
  return {
    indicator: shared(indicator),
    at: at === 0 ? null : place(sheet, at),
    readings: unpackReadings(readings, sheet),
    besides: besides.length === 0 ? NOTHING : unpackReadings(besides, sheet),
    unitOfMeasure: unitOfMeasure === null ? null : shared(unitOfMeasure),
    unitCell: unitCell === null ? null : shared(unitCell),
    note,
    cells: sharedCells(cells),
  };
}

function unpackReadings(packed: PackedReadings, sheet: string): Readonly<Record<string, Reading>> {
  const readings: Record<string, Reading> = {};
  for (const [measure, one] of packed) readings[measure] = one === 0 ? ABSENT : unpackReading(one, sheet);
  return readings;
}

function unpackReading(packed: Exclude<PackedReading, 0>, sheet: string): Reading {
  const [state, cell, written, number] = packed;
  const at = place(sheet, cell);
  if (state === 'unreadable') return { state, raw: written ?? '', at };
  if (number === null) throw new Error('a packed reading without its value');
  const value = number;
  const raw = shared(written ?? String(value));
  if (state === 'accepted') return { state: 'certain', value, raw, at, accepted: true };
  return { state, value, raw, at };
}

/** Bounds on what is kept in common, so that odd files cost no memory for ever. */
const MOST_SHARED = 20_000;
const LONGEST_SHARED = 40;
const LONGEST_LINE = 250;

const texts = new Map<string, string>();
const lines = new Map<string, Map<string, FilledLine>>();
const places = new Map<string, Map<string | null, CellRef>>();
const cellRecords = new Map<string, Readonly<Record<string, string>>>();

function shared(text: string): string {
  if (text.length > LONGEST_SHARED) return text;
  return keep(texts, text, () => text);
}

/** Unpacks lines of a sheet; those that came before are the same objects again. */
function linesOf(sheet: string): (text: string) => FilledLine {
  const ofSheet = keep(lines, sheet, () => new Map<string, FilledLine>());
  const read = (text: string): FilledLine => unpackLine(JSON.parse(text) as PackedLine, sheet);
  return (text) =>
    text.length > LONGEST_LINE ? read(text) : (ofSheet.get(text) ?? keep(ofSheet, ownText(text), () => read(text)));
}

/** A part of a text as a text of its own: kept as a part it would keep the whole. */
function ownText(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}

function place(sheet: string, cell: string | null): CellRef {
  const ofSheet = keep(places, sheet, () => new Map<string | null, CellRef>());
  return keep(ofSheet, cell, () => ({ sheet, cell }));
}

function sharedCells(cells: PackedLine[7]): Readonly<Record<string, string>> {
  if (cells.length === 0) return NOTHING;
  return keep(cellRecords, cells.join(';'), () => Object.fromEntries(cells));
}

function keep<K, V>(kept: Map<K, V>, key: K, make: () => V): V {
  let known = kept.get(key);
  if (known === undefined) {
    known = make();
    if (kept.size >= MOST_SHARED) kept.clear();
    kept.set(key, known);
  }
  return known;
}
