/** Figures that a clerk typed in by hand, made into a submission like any other. */
import type { Expectations } from '../checks/check';
import { checkForm } from '../checks/check-form';
import type { TypedIn } from '../campaign/decisions';
import { fieldKey, type FormDefinition } from '../forms/definition';
import type { FilledForm, Reading } from '../forms/filled-form';
import type { Received } from './received';

/** Marks the place of a figure that stands in no file; the words a clerk reads are put before it by the caller. */
export interface TypedInWords {
  /** "Nhập tay": the sheet such figures are said to be on, and the beginning of their place in lists of files. */
  readonly label: string;
}

/** The name under which typed-in figures of a unit stand in lists of files: "Nhập tay: UBND xã A". */
export function typedInFile(entry: TypedIn, words: TypedInWords): string {
  return `${words.label}: ${entry.unit.name}`;
}

/** A received "file" with the typed-in figures; every figure is certain, and checked like those of a file. */
export function receivedByHand(form: FormDefinition, entry: TypedIn, expected: Expectations, words: TypedInWords): Received {
  const sheet = words.label;
  const lines = form.indicators.map((indicator) => {
    const readings: Record<string, Reading> = {};
    for (const { measure } of indicator.fields) {
      const key = fieldKey(indicator.id, measure);
      const value = Object.hasOwn(entry.values, key) ? entry.values[key] : undefined;
      readings[measure] = value === undefined ? { state: 'absent' } : { state: 'certain', value, raw: String(value), at: { sheet, cell: null } };
    }
    const note = Object.hasOwn(entry.notes, indicator.id) ? (entry.notes[indicator.id] ?? '') : '';
    return { indicator: indicator.id, at: { sheet, cell: null }, readings, besides: {}, unitOfMeasure: null, unitCell: null, note, cells: {} };
  });
  const code = entry.unit.code === null ? [] : ([{ source: 'code', text: entry.unit.code, superior: null, at: null }] as const);
  const filled: FilledForm = {
    form: form.id,
    sheet,
    lines,
    extras: [],
    units: [{ source: 'typedIn', text: entry.unit.name, superior: null, at: null }, ...code],
    document: { number: null, date: null, year: null, theme: null, versionMark: null },
    findings: [],
  };
  return {
    file: typedInFile(entry, words),
    hash: null,
    savedAt: null,
    fileTime: null,
    outcome: 'form',
    form: checkForm(form, filled, expected),
    metadata: [],
    texts: null,
    lineage: null,
    lineageBroken: false,
    typedIn: true,
  };
}
