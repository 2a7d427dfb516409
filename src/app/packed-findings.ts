/**
 * Findings made small for the way between threads: the same rows draw the same findings in report after report, which then
 * differ in nothing but figures. What they have in common is sent once and has a number from then on.
 */
import type { Finding } from '../core/findings';

/** A finding without its figures: a parameter that is one is null here. */
export interface FindingShape {
  readonly code: Finding['code'];
  readonly severity: Finding['severity'];
  readonly at: Finding['at'];
  readonly params: readonly (readonly [name: string, text: string | null])[];
}

/** The shape of a finding whose parameters are texts and figures; null for any other. */
function shapeOf(one: Finding): FindingShape | null {
  if (one.proposal !== undefined || one.fix !== undefined || Object.keys(one).length !== FIELDS) return null;
  const params: (readonly [string, string | null])[] = [];
  for (const [name, value] of entriesOf(one)) {
    if (typeof value === 'string') params.push([name, value]);
    else if (typeof value === 'number') params.push([name, null]);
    else return null;
  }
  return { code: one.code, severity: one.severity, at: one.at, params };
}

/** Code, severity, place and parameters. */
const FIELDS = 4;

const entriesOf = (one: Finding): [string, unknown][] => Object.entries(one.params);

/** Finds shapes of findings and numbers them; `numberOf` gives the number of a shape's text, or null where no more are kept. */
export class FindingPacker {
  /** By code and cell: what was found there before, each with its number. */
  private readonly known = new Map<string, { readonly shape: FindingShape; readonly number: number }[]>();

  constructor(private readonly numberOf: (shape: FindingShape) => number | null) {}

  /** Adds the shape and the figures of a finding to `out`; false, and nothing is added, where it has no shape. */
  pack(one: Finding, out: number[]): boolean {
    const key = one.code + (one.at?.cell ?? '');
    const alike = this.known.get(key);
    let found = alike?.find(({ shape }) => fits(shape, one));
    if (found === undefined) {
      const shape = shapeOf(one);
      const number = shape === null ? null : this.numberOf(shape);
      if (shape === null || number === null) return false;
      found = { shape, number };
      if (alike === undefined) this.known.set(key, [found]);
      else if (alike.length < MOST_ALIKE) alike.push(found);
    }
    out.push(found.number);
    const params = one.params as Readonly<Record<string, unknown>>;
    for (const [name, text] of found.shape.params) {
      const value = params[name];
      if (text === null && typeof value === 'number') out.push(value);
    }
    return true;
  }
}

const MOST_ALIKE = 8;

function fits({ severity, at, params }: FindingShape, one: Finding): boolean {
  if (one.severity !== severity || one.proposal !== undefined || one.fix !== undefined) return false;
  if (one.at !== at && (one.at === null || at === null || one.at.sheet !== at.sheet || one.at.cell !== at.cell)) return false;
  let place = 0;
  for (const [name, value] of entriesOf(one)) {
    const [known, text] = params[place] ?? [];
    place += 1;
    if (known !== name || (text === null ? typeof value !== 'number' : value !== text)) return false;
  }
  return place === params.length;
}

/** The finding of a shape whose figures stand in `numbers` from a place on, and the place behind them. */
export function findingOf(shape: FindingShape, numbers: ArrayLike<number>, from: number): readonly [finding: Finding, next: number] {
  let at = from;
  const params: Record<string, string | number> = {};
  for (const [name, text] of shape.params) params[name] = text ?? numbers[at++] ?? Number.NaN;
  // Code and parameters belonged together where the shape was found.
  return [{ code: shape.code, severity: shape.severity, at: shape.at, params } as Finding, at];
}
