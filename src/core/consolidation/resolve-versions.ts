/**
 * Several reports of one unit: the one that says it replaces the others counts, else the one saved last. A
 * supplement (bổ sung) waits for the clerk, and so does everything where neither words nor times decide.
 */
import { finding } from '../findings';
import type { Draft } from './drafts';

/** Decides among the counted drafts of each unit. */
export function resolveVersions(all: readonly Draft[]): void {
  const byUnit = new Map<string, Draft[]>();
  for (const draft of all) {
    if (draft.state !== 'counted' || draft.unitKey === null) continue;
    if (draft.adds === true) continue;
    if (draft.version?.kind === 'supplements' && draft.chosen !== true) {
      draft.state = 'undetermined';
      draft.reason = 'supplement';
      draft.findings.push(finding('supplement-waits', 'warning', null, { unit: draft.unit?.name ?? '' }));
      continue;
    }
    byUnit.set(draft.unitKey, [...(byUnit.get(draft.unitKey) ?? []), draft]);
  }
  for (const drafts of byUnit.values()) if (drafts.length > 1) chooseVersion(drafts);
}

function chooseVersion(drafts: readonly Draft[]): void {
  const chosen = drafts.filter((draft) => draft.chosen === true);
  if (chosen.length === 1 && chosen[0] !== undefined) {
    replaceAll(drafts, chosen[0]);
    return;
  }
  const highest = Math.max(...drafts.map(order));
  const candidates = drafts.filter((draft) => order(draft) === highest);
  const latest = latestOf(candidates);
  if (latest === null) {
    const files = candidates.map((draft) => draft.received.file).join('; ');
    for (const draft of candidates) {
      draft.state = 'undetermined';
      draft.reason = 'version-unknown';
      draft.findings.push(finding('version-unknown', 'error', null, { files }));
    }
  }
  const winner = latest ?? candidates[0];
  for (const draft of drafts) {
    if (draft.state !== 'counted' || draft === latest || winner === undefined) continue;
    draft.state = 'superseded';
    draft.reason = 'resubmitted';
    draft.findings.push(finding('replaced-by', 'hint', null, { file: winner.received.file }));
    if (latest !== null) latest.findings.push(finding('replaces', 'hint', null, { file: draft.received.file }));
  }
}

/** The clerk's choice needs no further proof. */
function replaceAll(drafts: readonly Draft[], winner: Draft): void {
  for (const draft of drafts) {
    if (draft === winner || draft.state !== 'counted') continue;
    draft.state = 'superseded';
    draft.reason = 'resubmitted';
    draft.findings.push(finding('replaced-by', 'hint', null, { file: winner.received.file }));
    winner.findings.push(finding('replaces', 'hint', null, { file: draft.received.file }));
  }
}

function order(draft: Draft): number {
  return draft.version?.order ?? 1;
}

/** The draft saved later than every other; null when two times are equal or unknown. */
function latestOf(drafts: readonly Draft[]): Draft | null {
  let latest: Draft | null = null;
  for (const draft of drafts) {
    if (drafts.every((other) => other === draft || isLater(draft, other))) latest = draft;
  }
  return latest;
}

/** The workbook's own time of saving decides; the file's time on disk only where that is missing or equal. */
function isLater(a: Draft, b: Draft): boolean {
  const saved = compareTimes(a.received.savedAt, b.received.savedAt);
  return (saved ?? compareTimes(a.received.fileTime, b.received.fileTime) ?? 0) > 0;
}

function compareTimes(a: string | null, b: string | null): number | null {
  if (a === null || b === null) return null;
  const difference = Date.parse(a) - Date.parse(b);
  return Number.isNaN(difference) || difference === 0 ? null : difference;
}
