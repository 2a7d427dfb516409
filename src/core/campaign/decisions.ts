/**
 * What the clerk decided, as data: kept with the workbook, applied anew by every consolidation, so that a decision shows
 * its effect at once and can be taken back. Keys are file paths as received, and units by their code or name.
 */
import * as z from 'zod/mini';

import { parseMoment } from './moments';

const words = z.string().check(z.minLength(1));
const moment = z.string().check(z.refine((text) => parseMoment(text) !== null, 'must be a day "2024-10-19" or a time "2024-10-19T15:30"'));
const unitRef = z.strictObject({ code: z.nullable(words), name: words });

const typedIn = z.strictObject({
  unit: unitRef,
  /** Field key ("1.1/count") → figure; fields that are left out were not reported. */
  values: z.record(z.string(), z.number().check(z.gte(0))),
  /** Row id → note, and the text of free rows. */
  notes: z._default(z.record(z.string(), z.string()), {}),
  /** When the paper arrived; null for the consolidating office itself. */
  receivedAt: z._default(z.nullable(moment), null),
});
export type TypedIn = z.infer<typeof typedIn>;

const noRecord = {};
const decisions = z.strictObject({
  /** File → the unit it belongs to. */
  units: z._default(z.record(words, unitRef), noRecord),
  /** A name as it was written → code (or name) of the unit meant; remembered from campaign to campaign. */
  names: z._default(z.record(words, words), noRecord),
  /** File → when it was received, in Vietnam. */
  receipts: z._default(z.record(words, moment), noRecord),
  /** File of a supplement → whether it takes the place of the earlier report or is added to it. */
  supplements: z._default(z.record(words, z.enum(['replace', 'add'])), noRecord),
  /** File → rows (ids) whose proposals are accepted, or all of them. */
  accepted: z._default(z.record(words, z.union([z.literal('all'), z.array(words)])), noRecord),
  /** Files chosen among several versions of one unit. */
  versions: z._default(z.array(words), []),
  /** Files that went back to their unit. */
  returned: z._default(z.array(words), []),
  /** Units (code, or name where there is none) that are left out for now. */
  switchedOff: z._default(z.array(words), []),
  /** Figures typed in by hand: units on paper, and the consolidating office itself. */
  typedIn: z._default(z.array(typedIn), []),
});
export type Decisions = z.infer<typeof decisions>;

/** Nothing decided yet. */
export const NO_DECISIONS: Decisions = decisions.parse({});

/** Reads kept decisions; the error names the key that cannot be read. */
export function parseDecisions(data: unknown): { readonly ok: true; readonly value: Decisions } | { readonly ok: false; readonly error: string } {
  const parsed = z.safeParse(decisions, data);
  if (parsed.success) return { ok: true, value: parsed.data };
  const [issue] = parsed.error.issues;
  const keys = issue?.code === 'unrecognized_keys' ? issue.keys : [];
  return { ok: false, error: [...(issue?.path ?? []).map(String), ...keys.slice(0, 1)].join('.') };
}
