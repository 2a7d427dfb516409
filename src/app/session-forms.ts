/** Which form and which expectations a workbook's campaign gives: the same for ribbon, pane and checks. */
import { DEFAULT_FORM_ID } from '../catalogue/forms';
import type { Campaign } from '../core/campaign/campaign';
import type { FormDefinition } from '../core/forms/definition';
import type { CheckSettings } from './check-sheet';
import { formInCampaign, formShelf, type FormShelf } from './form-shelf';

/** What the clerk chose comes first, then the campaign's first form that is known, then the catalogue's default. */
export function chosenForm(formId: string | null, campaign: Campaign | null, shelf: FormShelf = formShelf()): FormDefinition {
  for (const id of [formId, ...(campaign?.forms ?? []), DEFAULT_FORM_ID]) {
    const form = id === null ? undefined : shelf.find(id);
    if (form !== undefined) return form;
  }
  throw new Error('the default form is missing');
}

/** The chosen form is tried first, so that it wins where two fit a sheet alike. */
export function checkSettings(formId: string | null, campaign: Campaign | null, shelf: FormShelf = formShelf()): CheckSettings {
  const form = chosenForm(formId, campaign, shelf);
  return {
    forms: [form, ...shelf.forms.filter((one) => one !== form)],
    expected: formInCampaign(form, campaign).expected,
  };
}
