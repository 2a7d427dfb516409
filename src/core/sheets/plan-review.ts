/** Sheet "Cần rà soát": every finding with the cell it is about, the gravest first; filterable. */
import { formatVietnameseDate } from '../cells/vietnamese-dates';
import type { Consolidation, Submission } from '../consolidation/consolidation';
import { compareSeverity, type Finding, type Proposal } from '../findings';
import type { FormDefinition } from '../forms/definition';
import { groupDigits } from './figures';
import { number, planList, text, type ListCell } from './list-sheet';
import { SHEET_ROLES } from './markers';
import type { PlanStyle, SheetPlan } from './sheet-plan';
import type { SheetWords } from './sheet-words';

export interface ReviewOptions {
  readonly words: SheetWords;
  readonly hints: readonly string[];
  /** The sentence of a finding. */
  readonly describe: (finding: Finding) => string;
}

const SEVERITY_STYLE: Readonly<Record<Finding['severity'], PlanStyle>> = {
  error: 'severityError',
  warning: 'severityWarning',
  hint: 'severityHint',
};

export function planReview(consolidation: Consolidation, options: ReviewOptions): SheetPlan {
  const words = options.words.review;
  const entries: { readonly finding: Finding; readonly submission: Submission | null }[] = [
    ...consolidation.submissions.flatMap((submission) =>
      submission.findings.map((finding) => ({ finding, submission })),
    ),
    ...consolidation.findings.map((finding) => ({ finding, submission: null })),
  ];
  // Sorting is stable: within a file the reading order stays.
  const fileOf = (entry: (typeof entries)[number]): string => entry.submission?.file ?? '';
  entries.sort((a, b) => compareSeverity(a.finding.severity, b.finding.severity) || compareText(fileOf(a), fileOf(b)));
  const rows: ListCell[][] = entries.map(({ finding, submission }, index) => [
    number(index + 1),
    { ...text(words.severityWords[finding.severity]), style: SEVERITY_STYLE[finding.severity] },
    text(submission?.unit?.name ?? null),
    text(submission?.file ?? null),
    text(finding.at?.sheet ?? null),
    text(finding.at?.cell ?? null),
    text(options.describe(finding)),
    text(finding.proposal === undefined ? null : proposalText(consolidation.form, finding.proposal)),
  ]);
  if (rows.length === 0) rows.push([...Array.from({ length: 6 }, () => text(null)), text(words.nothing)]);
  return planList({
    name: options.words.sheetNames.review,
    role: SHEET_ROLES.review,
    table: 'CanRaSoat',
    title: words.title,
    hints: [[words.hint, ...options.hints].join(' ')],
    columns: [
      { header: words.order, width: 6, style: 'textCentre' },
      { header: words.severity, width: 11, style: 'textCentre' },
      { header: words.unit, width: 26, style: 'text' },
      { header: words.file, width: 30, style: 'text' },
      { header: words.sheet, width: 14, style: 'text' },
      { header: words.cell, width: 8, style: 'textCentre' },
      { header: words.sentence, width: 70, style: 'text' },
      { header: words.proposal, width: 20, style: 'text' },
    ],
    rows,
    frozenColumns: 2,
  });
}

/** "15 lớp, 450 người": the proposed figures with the units of measure of their fields. */
function proposalText(form: FormDefinition, proposal: Proposal): string {
  if (proposal.texts !== undefined) return Object.values(proposal.texts).map(readable).join('; ');
  const row = form.indicators.find((one) => one.id === proposal.indicator);
  return Object.entries(proposal.values)
    .map(([measure, value]) =>
      `${groupDigits(value)} ${row?.fields.find((one) => one.measure === measure)?.unit ?? ''}`.trim(),
    )
    .join(', ');
}

/** Days as a reader writes them: "2022-10-03/2022-10-05" → "03/10/2022 – 05/10/2022". */
function readable(text: string): string {
  return text.replace(/(\d{4}-\d{2}-\d{2})(?:\/(\d{4}-\d{2}-\d{2}))?/g, (_days, from: string, to?: string) =>
    [from, ...(to === undefined ? [] : [to])].map(formatVietnameseDate).join(' – '),
  );
}

/** By code units: the same order on every machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
