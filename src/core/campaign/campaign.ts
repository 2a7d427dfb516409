/**
 * A campaign (đợt báo cáo) as data: which forms, for which week, who reports to whom and by when. It comes from the
 * catalogue or from a clerk's own file.
 */
import * as z from 'zod/mini';

import { fail, ok, type Result } from '../result';
import { calendarDay, deadlineSchema } from './deadline';
import { reportSettings } from './report-settings';
import { UNIT_KINDS } from './unit-kind';

const words = z.string().check(z.minLength(1));
const list = z._default(z.array(words), []);
const orNull = <T extends z.core.$ZodType>(schema: T) => z._default(z.nullable(schema), null);

const unitRef = z.strictObject({ code: orNull(words), name: words });

const step = z.strictObject({
  /** "result": the report with its figures; the others are asked for before it and have no ledger. */
  what: z._default(z.enum(['result', 'registration', 'budget']), 'result'),
  /** Who reports, in the words of the document. */
  from: z.array(words),
  /** The kinds of units meant; empty means every unit of the roster. */
  kinds: z._default(z.array(z.enum(UNIT_KINDS)), []),
  /** To whom; `then` are the next levels it is passed on to. */
  to: words,
  then: list,
  /** Null where the document sets no day ("theo quy định"). */
  deadline: orNull(deadlineSchema),
  /** The words of the document about the deadline. */
  wording: orNull(words),
  attach: list,
  channels: list,
});
export type ReportingStep = z.infer<typeof step>;

const rosterUnit = z.strictObject({
  code: orNull(words),
  name: words,
  kind: orNull(words),
  superior: orNull(words),
  email: orNull(words),
  deadline: orNull(words),
  aliases: list,
});

const threshold = z.number().check(z.gt(1));

const definition = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  name: words,
  /** The document it rests on, and what was inferred beyond it. */
  source: orNull(words),
  notes: list,
  year: z.int().check(z.gte(2000), z.lte(2100)),
  /** Null: no theme yet (chưa có chủ đề). */
  theme: orNull(words),
  /** First and last day of the week's events. */
  week: orNull(z.strictObject({ from: calendarDay, to: calendarDay })),
  place: orNull(words),
  issuer: orNull(z.strictObject({ name: words, superior: orNull(words) })),
  /** The office that consolidates; null until the clerk says. */
  office: orNull(unitRef),
  /** Ids of forms of the catalogue, the one to consolidate first. */
  forms: list,
  steps: z._default(z.array(step), []),
  /** Who is asked, in the words of the document, and the units themselves where they are known by name. */
  roster: z._default(
    z.strictObject({ asked: list, units: z._default(z.array(rosterUnit), []), file: orNull(words) }),
    { asked: [], units: [], file: null },
  ),
  /** Who signs, by title only: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH". */
  signatory: list,
  recipients: list,
  /** The whole line "(Kèm theo Báo cáo số …)" of every output; null prints it with dotted blanks. */
  attachedTo: orNull(words),
  /** What is known of the written report. */
  report: z.optional(reportSettings),
  /** Factors of the checks across units that differ from the usual ones. */
  thresholds: z._default(z.partial(z.strictObject({ ratio: threshold, money: threshold, share: threshold, change: threshold })), {}),
});

export type Campaign = z.infer<typeof definition>;

/** One flaw of a campaign file: the key it is about ("steps.0.deadline.date"), and what is wrong with it. */
export interface CampaignFlaw {
  readonly key: string;
  readonly problem: 'unknown' | 'missing' | 'wrong';
  /** What the schema says; for a key that is unknown, the key that was probably meant, or "". */
  readonly detail: string;
}

/** Parses a campaign strictly: every unknown, missing or wrong key is a flaw. Keys with a default may be left out. */
export function parseCampaign(data: unknown): Result<Campaign, readonly CampaignFlaw[]> {
  const parsed = z.safeParse(definition, data);
  return parsed.success ? ok(parsed.data) : fail(parsed.error.issues.flatMap((issue) => flawsOf(issue, data)));
}

export interface ReadCampaign {
  readonly campaign: Campaign;
  /** Keys that were left out because nobody knows them. */
  readonly unknown: readonly CampaignFlaw[];
  /** Keys without which the campaign works, but says less. */
  readonly missing: readonly CampaignFlaw[];
}

/** Keys whose absence is worth a sentence. */
const WORTH_SAYING = ['theme', 'week', 'issuer', 'forms', 'steps'] as const;

/**
 * Reads a clerk's campaign file: unknown keys are left out and said, keys with a default filled in and said where they
 * matter; a missing name or year, or a value that cannot be read, fails with every such key.
 */
export function readCampaign(data: unknown): Result<ReadCampaign, readonly CampaignFlaw[]> {
  const unknown: CampaignFlaw[] = [];
  let rest = data;
  let parsed = parseCampaign(rest);
  // Each round removes what it names, so an unknown key below another one is found too.
  for (let round = 0; !parsed.ok && round < 10; round += 1) {
    const flaws = parsed.error.filter((flaw) => flaw.problem === 'unknown');
    if (flaws.length === 0) break;
    unknown.push(...flaws);
    rest = without(rest, new Set(flaws.map((flaw) => flaw.key)), '');
    parsed = parseCampaign(rest);
  }
  if (!parsed.ok) return fail([...parsed.error, ...unknown]);
  const given = new Set(Object.keys(rest as object));
  const missing = WORTH_SAYING.filter((key) => !given.has(key)).map((key): CampaignFlaw => ({ key, problem: 'missing', detail: '' }));
  return ok({ campaign: parsed.value, unknown, missing });
}

function without(value: unknown, keys: ReadonlySet<string>, path: string): unknown {
  if (Array.isArray(value)) return value.map((one, index) => without(one, keys, `${path}${String(index)}.`));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => (keys.has(path + key) ? [] : [[key, without(one, keys, `${path}${key}.`)]])),
  );
}

function flawsOf(issue: z.core.$ZodIssue, data: unknown): CampaignFlaw[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeysAt(path);
    return issue.keys.map((key) => ({ key: [...path, key].join('.'), problem: 'unknown', detail: nearest(key, known) }));
  }
  const missing = issue.code === 'invalid_type' && path.length > 0 && valueAt(data, path) === undefined;
  return [{ key: path.join('.'), problem: missing ? 'missing' : 'wrong', detail: issue.message }];
}

function valueAt(data: unknown, path: readonly string[]): unknown {
  let value = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

function knownKeysAt(path: readonly string[]): readonly string[] {
  if (path[0] === 'steps') return Object.keys(path.includes('deadline') ? deadlineSchema.shape : step.shape);
  return path.length === 0 ? Object.keys(definition.shape) : [];
}

/** The known key that differs least, when it is close: "deadlines" → "deadline". */
function nearest(key: string, known: readonly string[]): string {
  const lower = key.toLowerCase();
  return known.find((one) => lower.startsWith(one.toLowerCase()) || one.toLowerCase().startsWith(lower)) ?? '';
}
