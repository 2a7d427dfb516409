/** What every rule family gets, and how it looks up readings. */
import type { CellRef } from '../cells/cell-ref';
import { fieldKey, type FormDefinition, type Indicator } from '../forms/definition';
import type { FilledForm, FilledLine, Reading } from '../forms/filled-form';
import type { CountedFigures } from '../forms/roll-up';
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
  readonly counted: CountedFigures;
  readonly line: (indicator: string) => FilledLine | undefined;
}

/** A rule family: findings about one filled form. Pure; the same form always gives the same findings. */
export type Check = (subject: CheckSubject) => readonly Finding[];

/** The value of a certain reading (accepted proposals included); null for every other state. */
export function certainValue(reading: Reading | undefined): number | null {
  return reading?.state === 'certain' ? reading.value : null;
}

/** What a filled form reports for certain: field key → value. */
export function reportedValues(filled: FilledForm): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  for (const line of filled.lines) {
    for (const [measure, reading] of Object.entries(line.readings)) {
      if (reading.state === 'certain') values.set(fieldKey(line.indicator, measure), reading.value);
    }
  }
  return values;
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
