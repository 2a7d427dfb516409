/** The unit of measure printed in the file against the form's. */
import { foldText } from '../cells/fold';
import { remembered } from '../cells/remembered';
import { finding, type Finding } from '../findings';
import { rowName } from '../forms/row-drafts';
import type { Check } from './check';

export const checkUnitOfMeasure: Check = ({ form, filled: { sheet }, line }) => {
  const findings: Finding[] = [];
  for (const indicator of form.indicators) {
    const own = line(indicator.id);
    const found = own?.unitOfMeasure ?? null;
    if (own?.at == null || found === null || indicator.unitOfMeasure === '' || found === indicator.unitOfMeasure) continue;
    if (bare(found) === '' || bare(found) === bare(indicator.unitOfMeasure)) continue;
    const params = { row: rowName(indicator), found, expected: indicator.unitOfMeasure };
    findings.push(finding('unit-of-measure-changed', 'warning', { sheet, cell: own.unitCell }, params));
  }
  return findings;
};

/** "Số cuộc" and "Cuộc", "Lớp/người" and "lớp / người" are the same unit. */
const bare = remembered((unit) => foldText(unit).replace(/(^| )so (?=\S)/g, '$1'));
