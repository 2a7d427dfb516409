/**
 * Every form at hand: those of the catalogue and those the clerk made out of a table. Whoever looks up a form by its id
 * asks here, so that a learned form can be used wherever an official one can.
 */
import { FORMS } from '../catalogue/forms';
import type { Campaign } from '../core/campaign/campaign';
import { campaignOfForm } from '../core/campaign/campaign-of-form';
import type { Expectations } from '../core/checks/check';
import { parseFormDefinition, type FormDefinition } from '../core/forms/definition';
import { datedForm } from '../core/forms/list/dated-form';
import { fail, ok, type Result } from '../core/result';

export interface FormShelf {
  /** The catalogue's first, then the learned ones in the order they were made. */
  readonly forms: readonly FormDefinition[];
  /** The form of that id, or undefined. A form of the catalogue is never hidden by a learned one. */
  readonly find: (id: string) => FormDefinition | undefined;
}

/** The catalogue together with these forms. */
export function formShelf(learned: readonly FormDefinition[] = []): FormShelf {
  const known = new Set(FORMS.map((form) => form.id));
  const forms = [...FORMS, ...learned.filter((form) => !known.has(form.id))];
  return { forms, find: (id) => forms.find((form) => form.id === id) };
}

/** A form file is a few dozen kilobytes; more is something else. */
export const MOST_FORM_TEXT = 100_000;

/** Reads a form that was saved as text (JSON). "not-json": no text of that kind; "not-form": some other data. */
export function formFromText(text: string): Result<FormDefinition, 'too-large' | 'not-json' | 'not-form'> {
  if (text.length > MOST_FORM_TEXT) return fail('too-large');
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return fail('not-json');
  }
  const parsed = parseFormDefinition(data);
  return parsed.ok ? ok(parsed.value) : fail('not-form');
}

/** A form and a campaign as they belong together: the days of the week in a list, the deadlines of the form's own step. */
export interface FormInCampaign {
  readonly form: FormDefinition;
  readonly campaign: Campaign | null;
  readonly expected: Expectations;
}

/** Prepares form and campaign for reading, planning, sending out and consolidating. */
export function formInCampaign(form: FormDefinition, campaign: Campaign | null): FormInCampaign {
  const dated = campaign === null ? form : datedForm(form, campaign);
  return {
    form: dated,
    campaign: campaignOfForm(campaign, form),
    expected: {
      year: campaign?.year ?? form.year,
      theme: campaign?.theme ?? null,
      campaign: campaign?.id ?? null,
      week: campaign?.week ?? null,
    },
  };
}
