/** What every rule family gets, and how it looks up readings. */
import type { CellRef } from '../cells/cell-ref';
import { fieldKey, type FormDefinition, type Indicator } from '../forms/definition';
import type { FilledForm, FilledLine, Reading } from '../forms/filled-form';
import type { Finding } from '../findings';

/** What the campaign expects of every form; null where it does not say. */
export interface Expectations {
  readonly year: number | null;
  readonly theme: string | null;
  /** First and last day of the campaign's week, ISO; left out or null where it has none. Lists are asked for its days. */
  readonly week?: { readonly from: string; readonly to: string } | null;
  /** Id of the campaign, for workbooks that were sent out for another one; left out where it is not known. */
  readonly campaign?: string | null;
}

export interface CheckSubject {
  readonly form: FormDefinition;
  readonly filled: FilledForm;
  readonly expected: Expectations;
  readonly line: (indicator: string) => FilledLine | undefined;
}

/** A rule family: findings about one filled form. Pure; the same form always gives the same findings. */
export type Check = (subject: CheckSubject) => readonly Finding[];

/** A check that looks at one row after the other, and at nothing else of the form. `line` stands in the file. */
type LineCheck = (
  form: FormDefinition,
  indicator: Indicator,
  line: FilledLine,
  filled: Pick<FilledForm, 'sheet'>,
) => readonly Finding[];

/** The check of all rows. Rows that say the same are one object in many forms: each is checked once a sheet's name. */
export function eachLine(check: LineCheck): Check {
  const known = new WeakMap<
    FilledLine,
    { readonly form: FormDefinition; readonly sheet: string; readonly findings: readonly Finding[] }
  >();
  return ({ form, filled, line }) => {
    const findings: Finding[] = [];
    for (const indicator of form.indicators) {
      const own = line(indicator.id);
      if (own?.at == null) continue;
      let checked = known.get(own);
      if (checked?.form !== form || checked.sheet !== filled.sheet) {
        checked = { form, sheet: filled.sheet, findings: check(form, indicator, own, filled) };
        known.set(own, checked);
      }
      for (const one of checked.findings) findings.push(one);
    }
    return findings;
  };
}

/** The value of a certain reading (accepted proposals included); null for every other state. */
export function certainValue(reading: Reading | undefined): number | null {
  return reading?.state === 'certain' ? reading.value : null;
}

/** What a filled form reports for certain: field key → value. */
export function reportedValues(filled: FilledForm): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  for (const line of filled.lines) for (const [key, value] of reportedBy(line)) values.set(key, value);
  return values;
}

/** Rows that say the same are one object in many forms: each is gone through once. */
const reported = new WeakMap<FilledLine, readonly (readonly [key: string, value: number])[]>();

function reportedBy(line: FilledLine): readonly (readonly [key: string, value: number])[] {
  let known = reported.get(line);
  if (known === undefined) {
    known = Object.entries(line.readings).flatMap(([measure, reading]) =>
      reading.state === 'certain' ? [[fieldKey(line.indicator, measure), reading.value] as const] : [],
    );
    reported.set(line, known);
  }
  return known;
}

/** The place of a row's value in one measure: the cell it was read from, else where it would stand. */
export function placeOf(filled: Pick<FilledForm, 'sheet'>, line: FilledLine | undefined, measure: string): CellRef {
  const reading = line?.readings[measure] ?? line?.besides[measure];
  if (reading !== undefined && reading.state !== 'absent') return reading.at;
  const cell = line?.cells[measure];
  return { sheet: filled.sheet, cell: cell === undefined || cell === '' ? (line?.at?.cell ?? null) : cell };
}

/** The declared unit of a row in one measure: "lớp"; falls back on its first child's. */
export function unitOf(form: FormDefinition, indicator: Indicator, measure: string): string {
  const own = indicator.fields.find((field) => field.measure === measure);
  if (own !== undefined) return own.unit;
  const child = form.indicators.find(
    (one) => one.parent === indicator.id && one.fields.some((field) => field.measure === measure),
  );
  return child?.fields.find((field) => field.measure === measure)?.unit ?? '';
}
