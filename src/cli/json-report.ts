/**
 * The JSON that `--json` prints, and its schema: documented in docs/json.md, and tests hold every output against it, so
 * that scripts can rely on it.
 */
import * as z from 'zod/mini';

import type { Consolidation, Submission } from '../core/consolidation/consolidation';
import type { Finding, Proposal } from '../core/findings';
import { extraText } from '../core/forms/list/list-entries';
import { describeFinding } from '../messages/vi';

const finding = z.strictObject({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'hint']),
  sheet: z.nullable(z.string()),
  cell: z.nullable(z.string()),
  message: z.string(),
  /** The reading that is offered: the row's id and a value per quantity column. */
  proposal: z.nullable(
    z.strictObject({
      indicator: z.string(),
      values: z.record(z.string(), z.number()),
      /** In a list: column id → how its words would be read. */
      texts: z.optional(z.record(z.string(), z.string())),
    }),
  ),
});

const unit = z.strictObject({ code: z.nullable(z.string()), name: z.string() });

export const jsonReport = z.strictObject({
  form: z.string(),
  submissions: z.array(
    z.strictObject({
      file: z.string(),
      sheet: z.nullable(z.string()),
      unit: z.nullable(unit),
      state: z.enum(['counted', 'superseded', 'duplicate', 'contained', 'undetermined', 'refused']),
      reason: z.nullable(z.string()),
      findings: z.array(finding),
    }),
  ),
  /** Per row id: a number per quantity column, and under "reporters" how many units reported it. */
  totals: z.record(z.string(), z.record(z.string(), z.union([z.number(), z.record(z.string(), z.number())]))),
  /** The lines of a list, by day, time and unit; left out for a table of quantities. */
  lines: z.optional(
    z.array(
      z.strictObject({
        file: z.string(),
        unit,
        via: z.nullable(z.string()),
        sheet: z.string(),
        cell: z.nullable(z.string()),
        from: z.nullable(z.string()),
        to: z.nullable(z.string()),
        day: z.enum(['certain', 'proposed', 'unreadable', 'absent']),
        written: z.nullable(z.string()),
        texts: z.record(z.string(), z.string()),
        numbers: z.record(z.string(), z.number()),
        extra: z.string(),
      }),
    ),
  ),
  missing: z.array(z.string()),
  findings: z.array(finding),
});
export type JsonReport = z.infer<typeof jsonReport>;

/**
 * The report of a consolidation, a {@link JsonReport} written out, in pieces: as one text the findings of thousands of files
 * take more memory than the files. Every received file has its entry; only declared fields have totals.
 */
export function* jsonPieces(consolidation: Consolidation): Generator<string, void, undefined> {
  yield '{\n';
  yield* member('form', consolidation.form.id);
  yield* listMember('submissions', consolidation.submissions, submissionAsJson);
  yield* member('totals', totalsAsJson(consolidation));
  const { lines } = linesAsJson(consolidation);
  if (lines !== undefined) yield* listMember('lines', lines, (line) => line);
  yield* member(
    'missing',
    consolidation.missing.map((one) => one.name),
  );
  yield* listMember('findings', consolidation.findings, findingAsJson, '');
  yield '}\n';
}

const INDENT = '  ';

/** A value as `JSON.stringify` writes it with two spaces, so many levels deep. */
function written(value: unknown, depth: number): string {
  return JSON.stringify(value, null, INDENT.length).replaceAll('\n', `\n${INDENT.repeat(depth)}`);
}

function* member<K extends keyof JsonReport>(name: K, value: JsonReport[K], after = ','): Generator<string, void, undefined> {
  yield `${INDENT}${JSON.stringify(name)}: ${written(value, 1)}${after}\n`;
}

/** A list, one item a piece. */
function* listMember<T>(
  name: keyof JsonReport,
  items: readonly T[],
  asJson: (item: T) => unknown,
  after = ',',
): Generator<string, void, undefined> {
  if (items.length === 0) {
    yield `${INDENT}${JSON.stringify(name)}: []${after}\n`;
    return;
  }
  yield `${INDENT}${JSON.stringify(name)}: [\n`;
  for (const [place, item] of items.entries()) {
    yield `${INDENT.repeat(2)}${written(asJson(item), 2)}${place + 1 < items.length ? ',' : ''}\n`;
  }
  yield `${INDENT}]${after}\n`;
}

function submissionAsJson(one: Submission): JsonReport['submissions'][number] {
  return {
    file: one.file,
    sheet: one.sheet,
    unit: one.unit === null ? null : { code: one.unit.code, name: one.unit.name },
    state: one.state,
    reason: one.reason,
    findings: one.findings.map(findingAsJson),
  };
}

function findingAsJson(one: Finding): JsonReport['findings'][number] {
  return {
    code: one.code,
    severity: one.severity,
    sheet: one.at?.sheet ?? null,
    cell: one.at?.cell ?? null,
    message: describeFinding(one),
    proposal: one.proposal === undefined ? null : proposalAsJson(one.proposal),
  };
}

function proposalAsJson({ indicator, values, texts }: Proposal): NonNullable<JsonReport['findings'][number]['proposal']> {
  return { indicator, values: { ...values }, ...(texts === undefined ? {} : { texts: { ...texts } }) };
}

/** The lines of a list in the order of its calendar; nothing for a table of quantities. */
function linesAsJson({ calendar }: Consolidation): Pick<JsonReport, 'lines'> {
  if (calendar === undefined) return {};
  return {
    lines: calendar.map(({ unit: who, file, via, entry, span }) => ({
      file,
      unit: { code: who.code, name: who.name },
      via: via?.name ?? null,
      sheet: entry.at.sheet,
      cell: entry.at.cell,
      from: span?.from ?? null,
      to: span?.to ?? null,
      day: entry.day.state,
      written: entry.day.state === 'absent' ? null : entry.day.raw,
      texts: { ...entry.texts },
      numbers: Object.fromEntries(Object.entries(entry.numbers).flatMap(([id, one]) => (one.state === 'certain' ? [[id, one.value] as const] : []))),
      extra: extraText(entry),
    })),
  };
}

function totalsAsJson(consolidation: Consolidation): JsonReport['totals'] {
  const totals: Record<string, Record<string, number>> = {};
  const reporters: Record<string, Record<string, number>> = {};
  for (const total of consolidation.totals) {
    const { indicator, measure } = total.field;
    (totals[indicator.id] ??= {})[measure.id] = total.value;
    (reporters[indicator.id] ??= {})[measure.id] = total.reporters;
  }
  return Object.fromEntries(Object.entries(totals).map(([id, values]) => [id, { ...values, reporters: reporters[id] ?? {} }]));
}
