/** Whose figures enter the totals: each counted file's unit, or the units inside a consolidated workbook. */
import { finding, type Finding } from '../findings';
import type { FormDefinition } from '../forms/definition';
import type { CheckedForm } from '../checks/checked-form';
import { addForms } from './add-supplement';
import type { Contributor } from './consolidation';
import type { ReportingUnit } from '../campaign/reporting-unit';
import { isSameUnit, UnitTable } from '../campaign/unit-key';
import type { Draft } from './drafts';
import { formOfContributor, type LineageContributor } from './lineage';
import { differingRow } from './resolve-contained';

/** The contributors of all counted drafts; a unit that two consolidated workbooks bring is counted once and said. */
export function contributorsOf(form: FormDefinition, all: readonly Draft[]): readonly Contributor[] {
  const contributors: Contributor[] = [];
  const brought = new UnitTable<Brought>();
  const supplements = all.filter((one) => one.adds === true);
  for (const draft of all) {
    const { received } = draft;
    if (draft.state !== 'counted' || received.outcome !== 'form') continue;
    if (draft.inside === null) {
      if (draft.unit === null || supplementOf(draft, all) !== null) continue;
      const added = supplements.filter((one) => supplementOf(one, all) === draft);
      const filled = added.reduce((sum, one) => addSupplement(form, sum, one, draft), received.form);
      const hash = added.length === 0 ? received.hash : null;
      contributors.push({ unit: draft.unit, file: received.file, via: null, form: filled, hash, counted: filled.counted });
      continue;
    }
    for (const one of draft.inside) {
      const earlier = brought.find(one.unit);
      // Rows of one table are different units, whatever they are called: the office that made it told them apart.
      if (earlier !== undefined && earlier.file !== received.file) {
        draft.findings.push(twice(form, one, earlier), ...twoSuperiors(one, draft, earlier));
        continue;
      }
      brought.add(one.unit, { file: received.file, contributor: one, office: draft.unit });
      const filled = formOfContributor(form, received.lineage?.sheet ?? received.form.sheet, one);
      contributors.push({
        unit: one.unit,
        file: received.file,
        via: one.via ?? draft.unit,
        form: filled,
        hash: one.hash,
        counted: filled.counted,
      });
    }
  }
  return contributors;
}

/** A unit as a consolidated workbook brought it, and the office that did. */
interface Brought {
  readonly file: string;
  readonly contributor: LineageContributor;
  readonly office: ReportingUnit | null;
}

/** The report that a supplement is added to; null where it is none, or stands alone. */
function supplementOf(draft: Draft, all: readonly Draft[]): Draft | null {
  if (draft.adds !== true || draft.state !== 'counted' || draft.unitKey === null) return null;
  return all.find((one) => one.adds !== true && one.state === 'counted' && one.unitKey === draft.unitKey && one.inside === null) ?? null;
}

function addSupplement(form: FormDefinition, sum: CheckedForm, supplement: Draft, to: Draft): CheckedForm {
  if (supplement.received.outcome !== 'form') return sum;
  supplement.findings.push(finding('supplement-added', 'hint', null, { file: to.received.file }));
  return addForms(form, sum, supplement.received.form);
}

/** Two offices that both count a unit as theirs: one of them is wrong, or the unit changed its superior. */
function twoSuperiors(one: LineageContributor, draft: Draft, earlier: Brought): readonly Finding[] {
  const [first, second] = [earlier.office, draft.unit];
  if (first === null || second === null || isSameUnit(first, second)) return [];
  return [finding('unit-two-superiors', 'warning', null, { office: one.unit.name, first: first.name, second: second.name })];
}

function twice(
  form: FormDefinition,
  one: LineageContributor,
  earlier: Brought,
): Finding {
  const row = differingRow(form, one, earlier.contributor);
  return row === null
    ? finding('inside-other', 'warning', null, { file: earlier.file })
    : finding('inside-other-differs', 'error', null, { file: earlier.file, row });
}
