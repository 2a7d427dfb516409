/** What the page shows of a form and of a consolidation, cut down to what can be painted, in words. */
import { openQuestions } from '../../app/open-questions';
import { sentBack } from '../../app/send-back';
import type { Campaign } from '../../core/campaign/campaign';
import { lastSafeDay } from '../../core/campaign/deadline';
import type { Decisions } from '../../core/campaign/decisions';
import type { RosterIndex } from '../../core/campaign/identify';
import { dayOf, parseMoment } from '../../core/campaign/moments';
import type { Consolidation, Submission, Total } from '../../core/consolidation/consolidation';
import type { Finding, Severity } from '../../core/findings';
import { fieldKey, type FormDefinition } from '../../core/forms/definition';
import { rowName } from '../../core/forms/row-drafts';
import { describeReason } from '../../messages/submission-words';
import { describeFinding } from '../../messages/vi';
import type { DayLine, Drill, FileLine, FormShape, FormRow, Outcome, ReceiptLine, TotalLine } from './messages';

export function choiceOf({ id, name, annexLabel, year }: FormDefinition): FormShape['form'] {
  return { id, name, annexLabel, year };
}

/** The form's rows that ask for figures, one field a measure in the form's order, and who is asked. */
export function shapeOf(form: FormDefinition, roster: RosterIndex | null): FormShape {
  const rows = form.indicators.flatMap((row): FormRow[] => {
    if (row.fields.length === 0) return [];
    const fields = form.measures.map((measure) => {
      const field = row.fields.find((one) => one.measure === measure.id);
      return field === undefined ? null : { key: fieldKey(row.id, measure.id), unit: field.unit };
    });
    const { id, number, text, unitOfMeasure } = row;
    const isSum = row.rollUp === 'sum' || row.rollUp === 'atLeast';
    return [{ id, number, text, unitOfMeasure, level: row.parent === null ? 0 : 1, isSum, fields }];
  });
  const units = (roster?.roster.units ?? []).map(({ code, name }) => ({ code, name }));
  return { form: choiceOf(form), kind: form.kind, measures: form.measures.map((measure) => measure.name), rows, roster: units };
}

export function outcomeOf(
  consolidation: Consolidation,
  settings: { readonly campaign: Campaign | null; readonly decisions: Decisions },
  roster: RosterIndex | null,
): Outcome {
  const { submissions, totals, missing, contributors, findings } = consolidation;
  return {
    submissions: submissions.map(fileLine),
    questions: openQuestions(consolidation, roster, describeFinding),
    receipts: submissions.flatMap((one) => receiptOf(one, settings.decisions)),
    totals: Object.fromEntries(
      totals.map(({ field, value, reporters }): [string, TotalLine] => [field.key, { value, reporters }]),
    ),
    days: daysOf(consolidation),
    contributors: contributors.length,
    missing,
    lastSafeDay: lastDayOf(settings.campaign),
    remarks: findings.map((found) => ({ severity: found.severity, sentence: describeFinding(found) })),
    sentBack: sentBack(consolidation).length,
  };
}

function daysOf({ calendar = [] }: Consolidation): Outcome['days'] {
  const days = new Map<string | null, number>();
  for (const { span } of calendar) days.set(span?.from ?? null, (days.get(span?.from ?? null) ?? 0) + 1);
  return [...days].map(([day, lines]) => ({ day, lines }));
}

/** The lines of the calendar that begin on a day, or have none. */
export function linesOfDay({ calendar = [], form }: Consolidation, day: string | null): readonly DayLine[] {
  if (form.kind !== 'list') return [];
  const { columns } = form.list;
  return calendar
    .filter(({ span }) => (span?.from ?? null) === day)
    .map(({ unit, span, entry }) => ({
      unit: unit.name,
      until: span === null || span.from === span.to ? null : span.to,
      rawDay: span === null && entry.day.state !== 'absent' ? entry.day.raw : '',
      texts: columns.flatMap(({ id, header }) => {
        const reading = entry.numbers[id];
        const text = entry.texts[id] ?? (reading === undefined || reading.state === 'absent' ? '' : reading.raw);
        return text === '' ? [] : [{ column: header, text }];
      }),
    }));
}

function fileLine(one: Submission): FileLine {
  const count = (severity: Severity): number => one.findings.filter((found) => found.severity === severity).length;
  const { file, unit, state, reason } = one;
  return {
    file,
    unit,
    state,
    reason,
    sentence: describeReason(one),
    errors: count('error'),
    warnings: count('warning'),
    hints: count('hint'),
    typedIn: one.typedIn === true,
    rival: rivalOf(one.findings),
  };
}

function rivalOf(findings: readonly Finding[]): string | null {
  for (const found of findings) if (found.code === 'replaced-by' || found.code === 'replaces') return found.params.file;
  return null;
}

/** Files whose day of receipt matters: of a known unit, not the same file twice, not typed in. */
function receiptOf(one: Submission, decisions: Decisions): readonly ReceiptLine[] {
  if (one.unit === null || one.typedIn === true || one.state === 'refused' || one.state === 'duplicate') return [];
  const moment = one.savedAt === null ? null : parseMoment(one.savedAt);
  const confirmed = Object.hasOwn(decisions.receipts, one.file) ? (decisions.receipts[one.file] ?? null) : null;
  return [{ file: one.file, unit: one.unit.name, offered: moment === null ? null : dayOf(moment.minute), confirmed }];
}

/** The deadline of the step that brings the figures. */
function lastDayOf(campaign: Campaign | null): string | null {
  const step = campaign?.steps.find((one) => one.what === 'result' && one.deadline !== null);
  return step?.deadline == null ? null : lastSafeDay(step.deadline);
}

/** Everything behind one total, the largest contribution first. */
export function drillOf({ field, value, reporters, contributions }: Total): Drill {
  const lines = contributions.map((one) => ({
    unit: one.unit,
    file: one.file,
    sheet: one.sheet,
    cell: one.cell,
    raw: one.raw,
    value: one.value,
    fromChildren: one.from === 'children',
    byHand: one.byHand === true,
  }));
  lines.sort((a, b) => b.value - a.value || (a.unit.name < b.unit.name ? -1 : a.unit.name > b.unit.name ? 1 : 0));
  return {
    key: field.key,
    row: rowName(field.indicator),
    measure: field.measure.name,
    unit: field.unit,
    value,
    reporters,
    lines,
  };
}
