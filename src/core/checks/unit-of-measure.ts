/** The unit of measure printed in the file against the form's. */
import { foldText } from '../cells/fold';
import { remembered } from '../cells/remembered';
import { finding } from '../findings';
import { rowName } from '../forms/row-drafts';
import { eachLine, type Check } from './check';

export const checkUnitOfMeasure: Check = eachLine((_form, indicator, line, { sheet }) => {
  const found = line.unitOfMeasure;
  if (found === null || indicator.unitOfMeasure === '') return [];
  if (bare(found) === '' || bare(found) === bare(indicator.unitOfMeasure)) return [];
  const params = { row: rowName(indicator), found, expected: indicator.unitOfMeasure };
  return [finding('unit-of-measure-changed', 'warning', { sheet, cell: line.unitCell }, params)];
});

/** "Số cuộc" and "Cuộc", "Lớp/người" and "lớp / người" are the same unit. */
const bare = remembered((unit) => foldText(unit).replace(/(^| )so (?=\S)/g, '$1'));
