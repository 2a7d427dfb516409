/** Whose figures enter the totals: each counted file's unit, or the units inside a consolidated workbook. */
import { reportedValues } from '../checks/check';
import { finding, type Finding } from '../findings';
import type { FormDefinition } from '../forms/definition';
import { rollUp } from '../forms/roll-up';
import type { Contributor } from './consolidation';
import { keyOf, type Draft } from './drafts';
import { formOfContributor, type LineageContributor } from './lineage';
import { differingRow } from './resolve-contained';

/** The contributors of all counted drafts; a unit that two consolidated workbooks bring is counted once and said. */
export function contributorsOf(form: FormDefinition, all: readonly Draft[]): readonly Contributor[] {
  const contributors: Contributor[] = [];
  const brought = new Map<string, { readonly file: string; readonly contributor: LineageContributor }>();
  for (const draft of all) {
    const { received } = draft;
    if (draft.state !== 'counted' || received.outcome !== 'form') continue;
    if (draft.inside === null) {
      if (draft.unit === null) continue;
      const counted = rollUp(form, reportedValues(received.form));
      contributors.push({ unit: draft.unit, file: received.file, via: null, form: received.form, hash: received.hash, counted });
      continue;
    }
    for (const one of draft.inside) {
      const earlier = brought.get(keyOf(one.unit));
      if (earlier !== undefined) {
        draft.findings.push(twice(form, one, earlier));
        continue;
      }
      brought.set(keyOf(one.unit), { file: received.file, contributor: one });
      const filled = formOfContributor(form, received.lineage?.sheet ?? received.form.sheet, one);
      contributors.push({
        unit: one.unit,
        file: received.file,
        via: one.via ?? draft.unit,
        form: filled,
        hash: one.hash,
        counted: rollUp(form, reportedValues(filled)),
      });
    }
  }
  return contributors;
}

function twice(
  form: FormDefinition,
  one: LineageContributor,
  earlier: { readonly file: string; readonly contributor: LineageContributor },
): Finding {
  const row = differingRow(form, one, earlier.contributor);
  return row === null
    ? finding('inside-other', 'warning', null, { file: earlier.file })
    : finding('inside-other-differs', 'error', null, { file: earlier.file, row });
}
