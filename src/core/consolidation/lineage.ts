/**
 * What a consolidated workbook says of the units inside it, so that the next level consolidates units, not sums.
 * It comes from a received file and is believed only after its figures agree with the ones that were signed.
 */
import type { ReportingUnit } from '../campaign/reporting-unit';
import type { CheckedForm } from '../checks/checked-form';
import { checkForm } from '../checks/check-form';
import { certainValue } from '../checks/check';
import type { FilledEntry, FilledForm, Reading } from '../forms/filled-form';
import { fieldKey, fieldsOf, type FormDefinition } from '../forms/definition';
import { rowName } from '../forms/row-drafts';
import { listDisagreement } from './list/list-lineage-agrees';
import { figuresOf, rollUp } from '../forms/roll-up';

/** One unit inside a consolidated workbook: what it reported, per field key, and the cell that says so. */
export interface LineageContributor {
  readonly unit: ReportingUnit;
  readonly via: ReportingUnit | null;
  readonly file: string;
  readonly hash: string | null;
  readonly values: ReadonlyMap<string, { readonly value: number; readonly cell: string }>;
  /** The unit's lines, where the form is a list. */
  readonly entries?: readonly FilledEntry[];
}

export interface Lineage {
  readonly formId: string;
  readonly year: number | null;
  /** The sheet the cells are on. */
  readonly sheet: string;
  readonly contributors: readonly LineageContributor[];
}

/** The filled form of one contributor, as it would have been bound from its own file. */
export function formOfContributor(form: FormDefinition, sheet: string, contributor: LineageContributor): CheckedForm {
  const lines = form.indicators.map((indicator) => {
    const readings: Record<string, Reading> = {};
    const cells: Record<string, string> = {};
    for (const field of indicator.fields) {
      const one = contributor.values.get(fieldKey(indicator.id, field.measure));
      readings[field.measure] =
        one === undefined
          ? { state: 'absent' }
          : { state: 'certain', value: one.value, raw: String(one.value), at: { sheet, cell: one.cell } };
      if (one !== undefined) cells[field.measure] = one.cell;
    }
    return { indicator: indicator.id, at: null, readings, besides: {}, unitOfMeasure: null, unitCell: null, note: '', cells };
  });
  const filled: FilledForm = {
    form: form.id,
    sheet,
    lines,
    extras: [],
    units: [{ source: 'metadata', text: contributor.unit.name, superior: contributor.via?.name ?? null, at: null }],
    document: { number: null, date: null, year: null, theme: null, versionMark: null },
    ...(form.kind === 'list' ? { list: { entries: contributor.entries ?? [] } } : {}),
    findings: [],
  };
  return checkForm(form, filled, { year: null, theme: null });
}

/** A total on the signed sheet that the units inside do not add up to. */
export interface LineageDisagreement {
  readonly row: string;
  readonly shown: number;
  readonly computed: number;
}

/** The first field whose signed total differs from its contributors' sum; null when all agree. */
export function disagreement(
  form: FormDefinition,
  shown: FilledForm,
  contributors: readonly LineageContributor[],
): LineageDisagreement | null {
  if (form.kind === 'list') return listDisagreement(form, shown, contributors);
  const sums = new Map<string, number>();
  for (const contributor of contributors) {
    const reported = new Map([...contributor.values].map(([key, one]) => [key, one.value]));
    for (const [key, one] of rollUp(form, figuresOf(form, reported))) sums.set(key, (sums.get(key) ?? 0) + one.value);
  }
  const lines = new Map(shown.lines.map((line) => [line.indicator, line]));
  for (const field of fieldsOf(form)) {
    const total = certainValue(lines.get(field.indicator.id)?.readings[field.measure.id]);
    const computed = sums.get(field.key);
    if (total !== null && total !== (computed ?? 0)) return { row: rowName(field.indicator), shown: total, computed: computed ?? 0 };
    if (total === null && computed !== undefined) return { row: rowName(field.indicator), shown: 0, computed };
  }
  return null;
}
