/** The forms that come with the product, parsed once. A definition that breaks the schema stops the build's tests. */
import { parseFormDefinition, type FormDefinition } from '../../core/forms/definition';
import ninhThuan2022 from './lich-dang-ky-ninh-thuan-2022/form.json';
import laiChau2024 from './phu-luc-ii-lai-chau-2024/form.json';
import neutral from './phu-luc-ii-trung-lap/form.json';
import twoLevelProposal from './phu-luc-ii-hai-cap-de-xuat/form.json';

export const DEFAULT_FORM_ID = 'phu-luc-ii/lai-chau-2024';

function load(data: unknown): FormDefinition {
  const parsed = parseFormDefinition(data);
  if (parsed.ok) return parsed.value;
  const flaws = parsed.error.map((flaw) => `row ${flaw.row ?? '–'}, ${flaw.field}: ${flaw.problem}`);
  throw new Error(`a form of the catalogue is broken: ${flaws.join('; ')}`);
}

/** Every form of the catalogue, in the order they are offered. */
export const FORMS: readonly FormDefinition[] = [load(laiChau2024), load(twoLevelProposal), load(neutral), load(ninhThuan2022)];

/** The form of that id, or undefined. */
export function findForm(id: string): FormDefinition | undefined {
  return FORMS.find((form) => form.id === id);
}
