/**
 * What a worker found, made small for the way back. A filled form is some four hundred little objects; copying them between
 * threads costs more than reading the file did. Of its lines only the figures travel: what is the same in every report (the
 * row, its places, its unit of measure) is sent once by each worker and has a number from then on. Where they arrive, the
 * figures stay packed until somebody looks at a line, so that thousands of forms fit into memory.
 * Consolidated workbooks, with their maps of units, travel as they are.
 */
import type { CellRef } from '../core/cells/cell-ref';
import type { CheckedForm } from '../core/checks/checked-form';
import type { Received } from '../core/consolidation/received';
import type { FormDefinition } from '../core/forms/definition';
import type { FilledLine, Reading } from '../core/forms/filled-form';
import type { Finding } from '../core/findings';
import { countedFrom, figuresIn, rollUp, type Figures } from '../core/forms/roll-up';
import { findingOf, FindingPacker, type FindingShape } from './packed-findings';

type ReceivedForm = Extract<Received, { outcome: 'form' }>;
/** Without what is worked out anew or travels apart. */
type Head = Omit<ReceivedForm, 'form'> & { readonly form: Omit<CheckedForm, 'lines' | 'counted' | 'findings'> };

/** A form on its way. */
interface PackedForm {
  /** Who packed it: shapes are numbered by their packer. */
  readonly packer: string;
  /** Everything but lines, findings and what counts, as JSON. */
  readonly head: string;
  /** Shapes that were not sent before, as JSON; `firstShape` is the number of the first of them. */
  readonly shapes: readonly string[];
  readonly firstShape: number;
  /**
   * How many numbers the lines take, how many the findings, how many figures count; then these. Of a line or a finding first
   * the number of its shape, then its figures; or {@link SELDOM}, and it is the next of `seldom` or `seldomFindings`. What
   * counts stands by the form's fields; the rest are the places where the sum of the children does.
   */
  readonly numbers: Figures;
  readonly seldom: readonly FilledLine[];
  readonly seldomFindings: readonly Finding[];
}

const [LINES, FINDINGS, COUNTED, FIRST] = [0, 1, 2, 3];

/** A received file as it travels. */
export type PackedReceived = PackedForm | { readonly whole: Received };

const SELDOM = -1;
/** Shapes of one packer; a folder of odd files has no more use for them. */
const MOST_SHAPES = 5_000;

/** A line without its figures. Its readings are certain, written as plain figures, or absent: null. */
interface Shape extends Omit<FilledLine, 'readings'> {
  readonly places: readonly (readonly [measure: string, at: CellRef | null])[];
}

type AnyShape = Shape | FindingShape;

interface KnownShape {
  readonly number: number;
  readonly shape: Shape;
}

/** Numbers shapes, of lines and of findings alike; those that were not sent yet wait in `fresh`. */
class ShapeNumbers {
  fresh: string[] = [];
  private readonly known = new Map<string, number>();

  get count(): number {
    return this.known.size;
  }

  /** The number of a shape; null where no more are kept. */
  readonly of = (shape: AnyShape): number | null => {
    const text = JSON.stringify(shape);
    const known = this.known.get(text);
    if (known !== undefined || this.count >= MOST_SHAPES) return known ?? null;
    const number = this.count;
    this.known.set(text, number);
    this.fresh.push(text);
    return number;
  };
}

/** Packs for the way between threads; `name` is one that no other packer has. */
export function createPacker(name: string): (received: Received) => PackedReceived {
  const numbers = new ShapeNumbers();
  /** Lines that differ in nothing but figures share the record of their cells. */
  const byCells = new WeakMap<FilledLine['cells'], KnownShape[]>();
  const findings = new FindingPacker(numbers.of);

  const shapeOf = (line: FilledLine): KnownShape | null => {
    const alike = byCells.get(line.cells);
    const found = alike?.find((one) => fits(one.shape, line));
    if (found !== undefined) return found;
    const shape = shapeOfPlain(line);
    const number = shape === null ? null : numbers.of(shape);
    if (shape === null || number === null) return null;
    const known = { number, shape };
    if (alike === undefined) byCells.set(line.cells, [known]);
    else if (alike.length < 8) alike.push(known);
    return known;
  };

  return (received) => {
    if (received.outcome !== 'form' || received.lineage !== null) return { whole: withoutCounted(received) };
    const { lines, counted, findings: found, ...form } = received.form;
    const head: Head = { ...received, form };
    const firstShape = numbers.count;
    const out = [0, 0, counted.values.length];
    const seldom: FilledLine[] = [];
    for (const line of lines) {
      const known = shapeOf(line);
      if (known === null) {
        out.push(SELDOM);
        seldom.push(line);
        continue;
      }
      out.push(known.number);
      for (const [measure, at] of known.shape.places) {
        const reading = line.readings[measure];
        if (at !== null && reading?.state === 'certain') out.push(reading.value);
      }
    }
    out[LINES] = out.length - FIRST;
    const seldomFindings: Finding[] = [];
    for (const one of found) {
      if (findings.pack(one, out)) continue;
      out.push(SELDOM);
      seldomFindings.push(one);
    }
    out[FINDINGS] = out.length - FIRST - out[LINES];
    const { values, fromChildren } = counted;
    const all = new Float64Array(out.length + values.length + fromChildren.length);
    all.set(out);
    all.set(values, out.length);
    all.set(fromChildren, out.length + values.length);
    const shapes = numbers.fresh;
    numbers.fresh = [];
    return { packer: name, head: JSON.stringify(head), shapes, firstShape, numbers: all, seldom, seldomFindings };
  };
}

/** An object with methods does not survive the way; what counts is worked out again. */
function withoutCounted(received: Received): Received {
  if (received.outcome !== 'form') return received;
  const { counted: _counted, ...form } = received.form;
  return { ...received, form: form as CheckedForm };
}

/** The shape of a line whose readings are plain figures or absent; null for any other. */
function shapeOfPlain(line: FilledLine): Shape | null {
  const places: (readonly [string, CellRef | null])[] = [];
  for (const [measure, reading] of Object.entries(line.readings)) {
    if (reading.state === 'absent') places.push([measure, null]);
    else if (isPlain(reading)) places.push([measure, reading.at]);
    else return null;
  }
  const { indicator, at, besides, unitOfMeasure, unitCell, note, cells } = line;
  if (note !== '' || Object.keys(besides).length > 0) return null;
  return { indicator, at, besides, unitOfMeasure, unitCell, note, cells, places };
}

function isPlain(reading: Reading): boolean {
  return reading.state === 'certain' && reading.accepted !== true && reading.raw === String(reading.value);
}

/** Whether a line that shares its cells with a shape's has this shape. */
function fits(shape: Shape, line: FilledLine): boolean {
  if (shape.indicator !== line.indicator || shape.at !== line.at || shape.besides !== line.besides) return false;
  if (shape.unitOfMeasure !== line.unitOfMeasure || shape.unitCell !== line.unitCell || shape.note !== line.note) return false;
  let place = 0;
  for (const measure in line.readings) {
    const reading = line.readings[measure];
    const [known, at] = shape.places[place] ?? [];
    place += 1;
    if (known !== measure || reading === undefined) return false;
    if (reading.state === 'absent' ? at !== null : !('value' in reading) || reading.at !== at || !isPlain(reading)) return false;
  }
  return place === shape.places.length;
}

/**
 * Unpacks what packers of a form's files packed, equal to what it was. To be asked in the order in which each packer
 * packed: later forms speak of shapes that came with earlier ones.
 */
export function createUnpacker(form: FormDefinition): (packed: PackedReceived) => Received {
  const shapesOf = new Map<string, AnyShape[]>();
  return (packed) => {
    if ('whole' in packed) return withCounted(form, packed.whole);
    let shapes = shapesOf.get(packed.packer);
    if (shapes === undefined) {
      shapes = [];
      shapesOf.set(packed.packer, shapes);
    }
    if (shapes.length !== packed.firstShape) throw new Error('a packed form out of its order');
    // Written by a packer of the same program.
    for (const text of packed.shapes) shapes.push(JSON.parse(text) as AnyShape);
    const head = JSON.parse(packed.head) as Head;
    return { ...head, form: unpackForm(form, head.form, packed, shapes) };
  };
}

function withCounted(form: FormDefinition, received: Received): Received {
  if (received.outcome !== 'form') return received;
  return { ...received, form: { ...received.form, counted: rollUp(form, figuresIn(form, received.form.lines)) } };
}

/** The form with lines and findings that are unpacked when somebody looks at them, and again once nobody does any more. */
function unpackForm(form: FormDefinition, head: Head['form'], packed: PackedForm, shapes: readonly AnyShape[]): CheckedForm {
  const { numbers, seldom, seldomFindings } = packed;
  const afterLines = FIRST + (numbers[LINES] ?? 0);
  const afterFindings = afterLines + (numbers[FINDINGS] ?? 0);
  const afterCounted = afterFindings + (numbers[COUNTED] ?? 0);
  const lines = kept(() => unpackAll(numbers.subarray(FIRST, afterLines), shapes, seldom, lineOf));
  const findings = kept(() => unpackAll(numbers.subarray(afterLines, afterFindings), shapes, seldomFindings, findingOf));
  return {
    ...head,
    counted: countedFrom(form, numbers.subarray(afterFindings, afterCounted), numbers.subarray(afterCounted)),
    get lines() {
      return lines();
    },
    get findings() {
      return findings();
    },
  };
}

/** Makes something when it is asked for, and again once nobody looks at it any more. */
function kept<T extends object>(make: () => T): () => T {
  let last: WeakRef<T> | null = null;
  return () => {
    const known = last?.deref();
    if (known !== undefined) return known;
    const made = make();
    last = new WeakRef(made);
    return made;
  };
}

/** Unpacks what was packed one behind the other; `one` makes one of a shape and of the figures from a place on. */
function unpackAll<T, S extends AnyShape>(
  numbers: Figures,
  shapes: readonly AnyShape[],
  seldom: readonly T[],
  one: (shape: S, numbers: Figures, from: number) => readonly [made: T, next: number],
): readonly T[] {
  const all: T[] = [];
  let other = 0;
  for (let at = 0; at < numbers.length; ) {
    const number = numbers[at] ?? SELDOM;
    const shape = shapes[number];
    if (shape !== undefined) {
      // Lines speak of shapes of lines, findings of those of findings: one packer wrote both.
      const [made, next] = one(shape as S, numbers, at + 1);
      all.push(made);
      at = next;
      continue;
    }
    const whole = seldom[other];
    if (number !== SELDOM || whole === undefined) throw new Error('a packed thing that nobody sent');
    all.push(whole);
    other += 1;
    at += 1;
  }
  return all;
}

const ABSENT: Reading = { state: 'absent' };

function lineOf(shape: Shape, numbers: Figures, from: number): readonly [line: FilledLine, next: number] {
  const { places, indicator, at: label, besides, unitOfMeasure, unitCell, note, cells } = shape;
  let at = from;
  const readings: Record<string, Reading> = {};
  for (const [measure, place] of places) {
    if (place === null) {
      readings[measure] = ABSENT;
      continue;
    }
    const value = numbers[at] ?? Number.NaN;
    at += 1;
    readings[measure] = { state: 'certain', value, raw: String(value), at: place };
  }
  return [{ indicator, at: label, readings, besides, unitOfMeasure, unitCell, note, cells }, at];
}
