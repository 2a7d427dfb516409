/**
 * The received files as the workbook keeps them: what was read of every file, so that a late one is added without the
 * others. Compressed text in a very hidden sheet. Coming back it is hostile input like a received file: checked whole.
 */
import * as z from 'zod/mini';

import { isCalendarDay } from '../core/campaign/moments';
import type { Expectations } from '../core/checks/check';
import { recheckForm } from '../core/checks/check-form';
import type { Received } from '../core/consolidation/received';
import type { FilledForm } from '../core/forms/filled-form';
import type { FormDefinition } from '../core/forms/definition';
import { CountedFigures } from '../core/forms/roll-up';
import { TEXT_PARTS } from '../core/narrative/texts/unit-texts';
import { fail, ok, type Result } from '../core/result';
import { describeRefusal } from '../messages/submission-words';
import { describeFinding } from '../messages/vi';

/** Characters of JSON that are unpacked at most: a bomb ends here. */
const MOST_TEXT = 300_000_000;

const text = z.string();
const orNull = z.nullable(text);
const at = z.strictObject({ sheet: text, cell: orNull });
const amount = z.number().check(z.gte(0), z.lte(1e15));
const reading = z.union([
  z.strictObject({ state: z.literal('absent') }),
  z.strictObject({ state: z.literal('certain'), value: amount, raw: text, at, accepted: z.optional(z.literal(true)) }),
  z.strictObject({ state: z.literal('proposed'), value: amount, raw: text, at }),
  z.strictObject({ state: z.literal('unreadable'), raw: text, at }),
]);
const readings = z.record(text, reading);
const evidence = z.strictObject({
  source: z.enum(['code', 'unitLine', 'letterhead', 'attachedTo', 'metadata', 'fileName', 'typedIn']),
  text,
  superior: orNull,
  at: z.nullable(at),
});
const fix = z.strictObject({
  writes: z.array(z.strictObject({ cell: text, value: z.nullable(z.union([text, z.number()])) })),
});
const proposal = z.strictObject({ indicator: text, values: z.record(text, amount), texts: z.optional(z.record(text, text)) });
const finding = z.object({
  code: text,
  severity: z.enum(['error', 'warning', 'hint']),
  at: z.nullable(at),
  params: z.record(text, z.unknown()),
  proposal: z.optional(proposal),
  fix: z.optional(fix),
});
const day = z.string().check(z.refine(isCalendarDay));
const span = z.strictObject({ from: day, to: day });
const entry = z.strictObject({
  id: text,
  at,
  day: z.union([
    z.strictObject({ state: z.literal('absent') }),
    z.strictObject({ state: z.literal('certain'), span, raw: text, at, accepted: z.optional(z.literal(true)) }),
    z.strictObject({ state: z.literal('proposed'), spans: z.array(span), raw: text, at }),
    z.strictObject({ state: z.literal('unreadable'), raw: text, at }),
  ]),
  texts: z.record(text, text),
  numbers: readings,
  extra: z.array(z.strictObject({ header: text, text })),
  cells: z.record(text, text),
  split: z.nullable(z.strictObject({ column: text, parts: z.array(text) })),
});
const filledForm = z.strictObject({
  form: text,
  sheet: text,
  lines: z.array(
    z.strictObject({
      indicator: text,
      at: z.nullable(at),
      readings,
      besides: readings,
      unitOfMeasure: orNull,
      unitCell: orNull,
      note: text,
      cells: z.record(text, text),
    }),
  ),
  extras: z.array(
    z.strictObject({ at, number: text, text, rest: z.array(text), parent: orNull, values: z.record(text, amount) }),
  ),
  units: z.array(evidence),
  list: z.optional(z.strictObject({ entries: z.array(entry) })),
  document: z.strictObject({
    number: orNull,
    date: orNull,
    year: z.nullable(z.number()),
    theme: orNull,
    versionMark: orNull,
  }),
  findings: z.array(finding),
});
const unit = z.strictObject({ code: orNull, name: text });
const lineage = z.looseObject({
  formId: text,
  year: z.nullable(z.number()),
  sheet: text,
  contributors: z.array(
    z.looseObject({
      unit,
      via: z.nullable(unit),
      file: text,
      hash: orNull,
      values: z.map(text, z.strictObject({ value: amount, cell: text })),
      entries: z.optional(z.array(entry)),
    }),
  ),
});
/** Bounds of what `readTexts` keeps of one unit, doubled. */
const MOST_ENTRIES = 400;
const entries = <T extends z.core.$ZodType>(entry: T) => z.array(entry).check(z.maxLength(MOST_ENTRIES));
const texts = z.strictObject({
  sheet: text,
  documents: entries(z.strictObject({ type: orNull, number: orNull, date: orNull, issuer: orNull, subject: orNull, text, at })),
  passages: entries(z.strictObject({ part: z.enum(TEXT_PARTS), text, addressee: orNull, at })),
  photos: entries(z.strictObject({ text, at })),
  findings: entries(finding),
});
const base = { file: text, hash: orNull, savedAt: orNull, fileTime: orNull };
const received = z.union([
  z.strictObject({ ...base, outcome: z.literal('refused'), refusal: z.strictObject({ code: text, detail: orNull }) }),
  z.strictObject({ ...base, outcome: z.literal('several'), sheets: z.array(text) }),
  z.strictObject({
    ...base,
    outcome: z.literal('form'),
    form: filledForm,
    metadata: z.array(evidence),
    texts: z.nullable(texts),
    lineage: z.nullable(lineage),
    lineageBroken: z.boolean(),
  }),
]);

/** Maps have no place in JSON: they travel as a list under a name no record of ours has. */
const MAP = '$map';

/** The received files as one text of printable ASCII. */
export async function storeReceived(all: readonly Received[]): Promise<string> {
  const json = JSON.stringify(all, (_key, value: unknown) => {
    // Worked out anew when the form comes back and is checked.
    if (value instanceof CountedFigures) return undefined;
    return value instanceof Map ? { [MAP]: [...(value as Map<unknown, unknown>)] } : value;
  });
  return asBase64(
    await throughStream(new TextEncoder().encode(json), new CompressionStream('gzip'), Number.MAX_SAFE_INTEGER),
  );
}

/** The received files of a stored text; "state-unreadable" for anything `storeReceived` does not write. */
export async function unstoreReceived(
  stored: string,
  form: FormDefinition,
  expected: Expectations,
): Promise<Result<readonly Received[], 'state-unreadable'>> {
  try {
    const bytes = Uint8Array.from(atob(stored), (letter) => letter.charCodeAt(0));
    const json = new TextDecoder().decode(await throughStream(bytes, new DecompressionStream('gzip'), MOST_TEXT));
    const data: unknown = JSON.parse(json, (_key, value: unknown) => {
      if (typeof value !== 'object' || value === null || !(MAP in value)) return value;
      return new Map(value[MAP] as [unknown, unknown][]);
    });
    const parsed = z.safeParse(z.array(received), data);
    if (!parsed.success) return fail('state-unreadable');
    return ok((parsed.data as unknown as readonly Received[]).map((one) => revived(one, form, expected)));
  } catch {
    // Not base64, not compressed, not JSON, cut short, too long, a code without a sentence: all say the same.
    return fail('state-unreadable');
  }
}

/** Checks once more what a schema cannot say; a finding nobody has words for throws here. */
function revived(one: Received, form: FormDefinition, expected: Expectations): Received {
  if (one.outcome === 'refused') describeRefusal(one.refusal);
  if (one.outcome !== 'form') return one;
  const filled: FilledForm = one.form;
  if (filled.form !== form.id || (filled.list !== undefined) !== (form.kind === 'list')) throw new Error('another form');
  const known = new Set(form.indicators.map((indicator) => indicator.id));
  if (filled.lines.length !== known.size || !filled.lines.every((line) => known.delete(line.indicator)))
    throw new Error('other rows');
  for (const said of filled.findings) if (describeFinding(said) === '') throw new Error('no words');
  return { ...one, form: recheckForm(form, filled, expected) };
}

async function throughStream(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const writer = stream.writable.getWriter();
  // Errors of writing come up again in reading.
  const writing = writer
    .write(bytes)
    .then(() => writer.close())
    .catch(() => undefined);
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = (stream.readable as ReadableStream<Uint8Array>).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > most) {
      await reader.cancel();
      throw new Error('too long');
    }
    parts.push(value);
  }
  await writing;
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

function asBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += 8_192)
    binary += String.fromCharCode(...bytes.subarray(start, start + 8_192));
  return btoa(binary);
}
