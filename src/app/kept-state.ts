/**
 * What the add-in keeps with the workbook besides its sheets: the campaign and what the clerk decided. It comes back from
 * a file that anybody may have touched, so it is read as strictly as a received file.
 */
import * as z from 'zod/mini';

import { parseCampaign, type Campaign } from '../core/campaign/campaign';
import { NO_DECISIONS, parseDecisions, type Decisions } from '../core/campaign/decisions';
import { formAsData, parseFormDefinition, type FormDefinition } from '../core/forms/definition';
import { fail, ok, type Result } from '../core/result';

/** Raised when an older add-in could no longer read what this one writes. */
export const STATE_VERSION = 1;

export interface KeptState {
  /** The form that is consolidated; null before the first choice. */
  readonly formId: string | null;
  readonly campaign: Campaign | null;
  readonly decisions: Decisions;
  /** Forms that the clerk made out of tables; left out where there are none. */
  readonly learnedForms?: readonly FormDefinition[];
}

export const EMPTY_STATE: KeptState = { formId: null, campaign: null, decisions: NO_DECISIONS };

/** What they may take together is bounded where they are made; a forged state must not hold thousands. */
const MOST_LEARNED = 100;

const stamped = z.object({ version: z.int().check(z.gte(1)) });
const envelope = z.object({
  formId: z.nullable(z.string().check(z.maxLength(200))),
  campaign: z.unknown(),
  decisions: z.unknown(),
  learnedForms: z.optional(z.array(z.unknown()).check(z.maxLength(MOST_LEARNED))),
});


/** The state as text (JSON). */
export function stateAsText(state: KeptState): string {
  const { learnedForms = [], ...rest } = state;
  const learned = learnedForms.length === 0 ? {} : { learnedForms: learnedForms.map(formAsData) };
  return JSON.stringify({ version: STATE_VERSION, ...rest, ...learned });
}

/** Reads kept state. "newer-version": written by a later add-in, to be left alone; "state-unreadable": broken or forged. */
export function stateFromText(text: string): Result<KeptState, 'newer-version' | 'state-unreadable'> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return fail('state-unreadable');
  }
  // The version first: nobody knows what else a newer state holds.
  const stamp = z.safeParse(stamped, data);
  if (!stamp.success) return fail('state-unreadable');
  if (stamp.data.version > STATE_VERSION) return fail('newer-version');
  const parsed = z.safeParse(envelope, data);
  if (!parsed.success) return fail('state-unreadable');
  const campaign = parsed.data.campaign === null ? null : parseCampaign(parsed.data.campaign);
  const decisions = parseDecisions(parsed.data.decisions);
  const learned = (parsed.data.learnedForms ?? []).map(parseFormDefinition);
  if (!learned.every((one) => one.ok)) return fail('state-unreadable');
  if (!decisions.ok || (campaign !== null && !campaign.ok)) return fail('state-unreadable');
  return ok({
    formId: parsed.data.formId,
    campaign: campaign === null ? null : campaign.value,
    decisions: decisions.value,
    ...(learned.length === 0 ? {} : { learnedForms: learned.map((one) => one.value) }),
  });
}
