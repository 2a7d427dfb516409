/**
 * The JSON that `--json` prints, and its schema: documented in docs/json.md, checked before it is written, so that
 * scripts can rely on it.
 */
import * as z from 'zod/mini';

import type { Consolidation, Submission } from '../core/consolidation/consolidation';
import type { Finding } from '../core/findings';
import { describeFinding } from '../messages/vi';

const finding = z.strictObject({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'hint']),
  sheet: z.nullable(z.string()),
  cell: z.nullable(z.string()),
  message: z.string(),
  /** The reading that is offered: the row's id and a value per quantity column. */
  proposal: z.nullable(z.strictObject({ indicator: z.string(), values: z.record(z.string(), z.number()) })),
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
  missing: z.array(z.string()),
  findings: z.array(finding),
});
export type JsonReport = z.infer<typeof jsonReport>;

/** The report of a consolidation. Every received file has its entry; only declared fields have totals. */
export function reportAsJson(consolidation: Consolidation): JsonReport {
  return jsonReport.parse({
    form: consolidation.form.id,
    submissions: consolidation.submissions.map(submissionAsJson),
    totals: totalsAsJson(consolidation),
    missing: consolidation.missing.map((one) => one.name),
    findings: consolidation.findings.map(findingAsJson),
  });
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
    proposal: one.proposal === undefined ? null : { indicator: one.proposal.indicator, values: { ...one.proposal.values } },
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
