/** To whom the consolidating office reports, nearest first: by the steps of the campaign. */
import type { Campaign } from '../campaign/campaign';
import { canonicalUnitName } from '../campaign/unit-name';
import { containment } from '../cells/similarity';

/** How much of one name must stand in the other for both to mean the same office. */
const SAME_OFFICE = 0.75;

/**
 * The step in which the office itself reports decides; else the first step of results, passed on by the office that it
 * goes through ("Ủy ban nhân dân tỉnh (qua Sở …)"). Empty where the campaign sets no step.
 */
export function superiorsOf(campaign: Campaign | null): readonly string[] {
  const office = campaign?.office?.name ?? null;
  const steps = campaign?.steps.filter((one) => one.what === 'result') ?? [];
  const own = office === null ? undefined : steps.find((step) => step.from.some((from) => isSame(from, office)));
  const step = own ?? steps[0];
  if (step === undefined) return [];
  const names = [step.to, ...step.then].map((name) => name.replace(/\s*\(qua [^()]*\)/u, '').trim());
  return names.filter((name) => name !== '' && (office === null || !isSame(name, office)));
}

function isSame(a: string, b: string): boolean {
  return (
    containment(canonicalUnitName(a), canonicalUnitName(b)) >= SAME_OFFICE &&
    canonicalUnitName(a).split(' ')[0] === canonicalUnitName(b).split(' ')[0]
  );
}
