/** What contradicts itself in a campaign: said before any file is read, never repaired in silence. */
import { containment } from '../cells/similarity';
import { formatVietnameseDate } from '../cells/vietnamese-dates';
import { finding, type Finding } from '../findings';
import type { Campaign, CampaignFlaw, ReportingStep } from './campaign';
import { lastSafeDay, lastSafeMinute, type Deadline } from './deadline';
import { dayOf, timeOf } from './moments';
import { canonicalUnitName } from './unit-name';

/** `to` of one step and `from` of the next name the same office when one is nearly inside the other. */
const SAME_OFFICE = 0.75;

type DatedStep = ReportingStep & { readonly deadline: Deadline };

/**
 * The contradictions of a campaign: a week that runs backwards or lies in another year, result deadlines before the week
 * ends or in another year, steps whose deadlines run backwards, forms nobody has (`knownForms`: ids of the catalogue).
 */
export function campaignFindings(campaign: Campaign, knownForms: readonly string[]): readonly Finding[] {
  const { week, year } = campaign;
  const findings: Finding[] = [];
  if (week !== null) {
    const [from, to] = [formatVietnameseDate(week.from), formatVietnameseDate(week.to)];
    if (week.from > week.to) findings.push(finding('campaign-week-backwards', 'error', null, { from, to }));
    const other = [week.from, week.to].find((day) => !day.startsWith(String(year)));
    if (other !== undefined) findings.push(finding('campaign-year', 'error', null, { year, found: formatVietnameseDate(other) }));
  }
  const dated = campaign.steps.filter((step): step is DatedStep => step.deadline !== null);
  for (const { deadline, what } of dated) {
    const day = lastSafeDay(deadline);
    if (what === 'result' && week !== null && day < week.to) {
      const params = { deadline: formatVietnameseDate(day), weekEnd: formatVietnameseDate(week.to) };
      findings.push(finding('campaign-deadline-early', 'error', null, params));
    }
    // A result may be due in January of the next year, a registration never.
    const years = what === 'result' ? [year, year + 1] : [year];
    if (!years.some((one) => deadline.date.startsWith(String(one)))) {
      findings.push(finding('campaign-deadline-year', 'warning', null, { deadline: formatVietnameseDate(deadline.date), year }));
    }
  }
  findings.push(...backwardSteps(dated));
  for (const form of campaign.forms) {
    if (!knownForms.includes(form)) findings.push(finding('campaign-form-unknown', 'error', null, { form }));
  }
  return findings;
}

function backwardSteps(steps: readonly DatedStep[]): readonly Finding[] {
  const findings: Finding[] = [];
  for (const lower of steps) {
    for (const upper of steps) {
      if (upper === lower || !follows(lower, upper)) continue;
      if (lastSafeMinute(upper.deadline) >= lastSafeMinute(lower.deadline)) continue;
      const from = upper.from.join(', ');
      const params = { from, earlier: momentOf(lower.deadline), later: momentOf(upper.deadline) };
      findings.push(finding('campaign-steps-backwards', 'error', null, params));
    }
  }
  return findings;
}

/** The upper step passes on what the lower one brings; a registration comes before the result it is about. */
function follows(lower: ReportingStep, upper: ReportingStep): boolean {
  if (lower.what !== 'result') return upper.what === 'result' && sameOffice(lower.to, upper.to);
  if (upper.what !== 'result') return false;
  return upper.from.some((office) => sameOffice(office, lower.to));
}

function sameOffice(a: string, b: string): boolean {
  return containment(canonicalUnitName(a), canonicalUnitName(b)) >= SAME_OFFICE;
}

function momentOf(deadline: Deadline): string {
  const minute = lastSafeMinute(deadline);
  const day = formatVietnameseDate(dayOf(minute));
  return deadline.time === undefined ? day : `${timeOf(minute)} ${day}`;
}

/** What reading a campaign file left out or missed, as findings. */
export function readingFindings(unknown: readonly CampaignFlaw[], missing: readonly CampaignFlaw[]): readonly Finding[] {
  return [
    ...unknown.map((flaw) => finding('campaign-key-unknown', 'warning', null, { key: flaw.key, meant: flaw.detail })),
    ...missing.map((flaw) => finding('campaign-key-missing', 'hint', null, { key: flaw.key })),
  ];
}
