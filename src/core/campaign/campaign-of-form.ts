/** A campaign as one of its forms sees it: the deadlines that hold for a form are those of the step it belongs to. */
import type { FormDefinition } from '../forms/definition';
import type { Campaign } from './campaign';

/** Campaigns that were made here: asked again, they stay as they are. */
const made = new WeakSet<Campaign>();

/**
 * The campaign with the steps of the form alone, which then count as the ones that results are due in. A list may be
 * asked for before the week (a schedule that is registered); figures always belong to the result.
 */
export function campaignOfForm<C extends Campaign | null>(campaign: C, form: FormDefinition): C {
  const step = form.kind === 'list' ? form.list.step : 'result';
  if (campaign === null || step === 'result' || made.has(campaign)) return campaign;
  const steps = campaign.steps.filter((one) => one.what === step).map((one) => ({ ...one, what: 'result' as const }));
  const own = { ...campaign, steps };
  made.add(own);
  return own;
}
