/** What binding made of a grid, in a form that tests compare at a glance. */
import type { CellGrid } from '../../src/core/cells/cell';
import { bindSheet } from '../../src/core/forms/bind-form';
import type { FilledForm } from '../../src/core/forms/filled-form';
import { FORM } from './annex';
import type { Plain } from './grid';

/** The only form in a sheet; fails when there is none or more. */
export function bindOne(grid: CellGrid): FilledForm {
  const bound = bindSheet(FORM, grid);
  expect(bound).toHaveLength(1);
  const [first] = bound;
  if (first === undefined) throw new Error('nothing bound');
  return first;
}

/** Certain values: indicator → measure → value. */
export function certain(filled: FilledForm): Record<string, Record<string, number>> {
  const values: Record<string, Record<string, number>> = {};
  for (const line of filled.lines) {
    for (const [measure, reading] of Object.entries(line.readings)) {
      if (reading.state === 'certain') (values[line.indicator] ??= {})[measure] = reading.value;
    }
  }
  return values;
}

export const codes = (filled: FilledForm): string[] => filled.findings.map((one) => one.code);

/** Every row of the form gets its own figures, so that a row in the wrong place shows. */
export function everyRow(): Record<string, [Plain, Plain]> {
  return Object.fromEntries(
    FORM.indicators
      .filter((row) => row.fields.length > 0)
      .map((row, index): [string, [Plain, Plain]] => {
        const has = (measure: string): boolean => row.fields.some((field) => field.measure === measure);
        return [row.id, [has('count') ? 1000 + index : null, has('people') ? 20000 + index : null]];
      }),
  );
}

/** What `everyRow` should be read as. */
export function expected(): Record<string, Record<string, number>> {
  return Object.fromEntries(
    Object.entries(everyRow()).map(([id, [count, people]]) => [
      id,
      { ...(typeof count === 'number' ? { count } : {}), ...(typeof people === 'number' ? { people } : {}) },
    ]),
  );
}

