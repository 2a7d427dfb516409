/** A unit's own file that is also inside a consolidated workbook: believed to be the same only if the figures agree. */
import { reportedValues } from '../checks/check';
import { finding } from '../findings';
import type { FormDefinition } from '../forms/definition';
import { rowName } from '../forms/row-drafts';
import { fieldsOf } from '../forms/definition';
import { UnitTable } from '../campaign/unit-key';
import type { Draft } from './drafts';
import { differingEntry } from './list/list-lineage-agrees';
import type { LineageContributor } from './lineage';

/** Marks counted drafts whose figures another counted draft carries inside. */
export function resolveContained(form: FormDefinition, all: readonly Draft[]): void {
  const carriers = all.filter((draft) => draft.state === 'counted' && draft.inside !== null);
  if (carriers.length === 0) return;
  const tables = new Map(carriers.map((one) => [one, unitsInside(one)]));
  const copiesOf = (carrier: Draft): Copies => tables.get(carrier) ?? unitsInside(carrier);
  for (const draft of all) {
    if (draft.state !== 'counted') continue;
    const carrier = carriers.find((one) => one !== draft && one.state === 'counted' && mayContain(one, draft, copiesOf(one)));
    if (carrier === undefined) continue;
    const differs = firstDifference(form, draft, copiesOf(carrier));
    const file = carrier.received.file;
    if (differs === null) {
      draft.state = 'contained';
      draft.reason = 'inside-other';
      draft.findings.push(finding('inside-other', 'hint', null, { file }));
      const changed = correctedRow(form, draft, copiesOf(carrier));
      if (changed !== null) draft.findings.push(finding('inside-other-corrected', 'warning', null, { file, row: changed }));
    } else if (draft.inside === null) {
      draft.state = 'undetermined';
      draft.reason = 'inside-other-differs';
      draft.findings.push(finding('inside-other-differs', 'error', null, { file, row: differs }));
    }
  }
}

/** Every unit the draft speaks for is also inside the carrier (of two equal carriers the first stays). */
function mayContain(carrier: Draft, draft: Draft, copies: Copies): boolean {
  if (draft.inside === null) return draft.unit !== null && copies.find(draft.unit) !== undefined;
  if (!draft.inside.every((one) => copies.find(one.unit) !== undefined)) return false;
  return draft.inside.length < (carrier.inside?.length ?? 0) || carrier.received.file < draft.received.file;
}

type Copies = UnitTable<LineageContributor>;

function unitsInside(carrier: Draft): Copies {
  const copies: Copies = new UnitTable();
  for (const one of carrier.inside ?? []) copies.add(one.unit, one);
  return copies;
}

/** The name of the first row in which the draft and the carrier's copy of it differ; null when they agree. */
function firstDifference(form: FormDefinition, draft: Draft, copies: Copies): string | null {
  const own = draft.inside ?? (draft.received.outcome === 'form' && draft.unit !== null ? [asContributor(draft)] : []);
  for (const contributor of own) {
    const copy = copies.find(contributor.unit);
    if (copy === undefined) return contributor.unit.name;
    const row = differingRow(form, contributor, copy);
    if (row !== null) return row;
  }
  return null;
}

/**
 * The same file by its hash, and yet another figure was passed on for a cell that both know: somebody in between corrected
 * it. That counts, but the one who has both should hear of it.
 */
function correctedRow(form: FormDefinition, draft: Draft, copies: Copies): string | null {
  if (draft.inside !== null || draft.unit === null || draft.received.outcome !== 'form') return null;
  const [own, copy] = [asContributor(draft), copies.find(draft.unit)];
  if (copy === undefined) return null;
  const field = fieldsOf(form).find(({ key }) => {
    const [mine, passed] = [own.values.get(key)?.value, copy.values.get(key)?.value];
    return mine !== undefined && passed !== undefined && mine !== passed;
  });
  return field === undefined ? null : rowName(field.indicator);
}

function asContributor(draft: Draft): LineageContributor {
  const { received, unit } = draft;
  if (received.outcome !== 'form' || unit === null) throw new Error('only an identified form can be a contributor');
  const values = new Map([...reportedValues(received.form)].map(([key, value]) => [key, { value, cell: '' }]));
  const entries = received.form.list?.entries;
  return { unit, via: null, file: received.file, hash: received.hash, values, ...(entries === undefined ? {} : { entries }) };
}

/** The first row whose reported values differ between two copies of the same unit; null when none does. */
export function differingRow(form: FormDefinition, a: LineageContributor, b: LineageContributor): string | null {
  if (a.hash !== null && a.hash === b.hash) return null;
  if (form.kind === 'list') return differingEntry(form, a.entries ?? [], b.entries ?? []);
  const field = fieldsOf(form).find((one) => a.values.get(one.key)?.value !== b.values.get(one.key)?.value);
  return field === undefined ? null : rowName(field.indicator);
}
