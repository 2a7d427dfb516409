/** By when a unit has to report, and in which step of the campaign. */
import type { Campaign, ReportingStep } from './campaign';
import { parseDeadline, type Deadline } from './deadline';
import type { RosterUnit } from './roster-unit';

export interface Due {
  readonly deadline: Deadline | null;
  /** The step its kind reports in; null where the campaign has none of that sort. */
  readonly step: ReportingStep | null;
  /** The unit has a deadline of its own that cannot be read, so the step's counts. */
  readonly ownUnreadable: boolean;
}

/**
 * The unit's own deadline, else that of the step its kind reports in, else that of the first step of that sort. A deadline
 * of its own is one for the report; what is asked for before it follows the campaign.
 */
export function dueOf(
  unit: Pick<RosterUnit, 'kind' | 'deadline'>,
  campaign: Campaign | null,
  what: ReportingStep['what'] = 'result',
): Due {
  const steps = (campaign?.steps ?? []).filter((step) => step.what === what);
  const step =
    steps.find((one) => one.kinds.includes(unit.kind)) ?? steps.find((one) => one.kinds.length === 0) ?? steps[0] ?? null;
  const written = what === 'result' ? unit.deadline : null;
  const own = written === null ? null : parseDeadline(written, campaign?.year ?? null);
  return { deadline: own ?? step?.deadline ?? null, step, ownUnreadable: written !== null && own === null };
}
