/**
 * From received files to a consolidation: who each file speaks for, which of several versions counts, and totals
 * that know every contribution. Pure; the order in which files were received never matters.
 */
import { NO_DECISIONS } from '../campaign/decisions';
import type { RosterIndex } from '../campaign/identify';
import { acrossUnits, changesSince, type AcrossOptions } from '../checks/across-units';
import type { Finding } from '../findings';
import type { FormDefinition } from '../forms/definition';
import { staleDecisions, withDecisions, type DecisionOptions } from './apply-decisions';
import type { Consolidation, Contributor } from './consolidation';
import { checkClaims, type Homes } from './contributor-claims';
import { contributorsOf } from './contributors';
import { drafts } from './drafts';
import { calendarOf, sharedLines } from './list/calendar';
import type { Received } from './received';
import { resolveContained } from './resolve-contained';
import { resolveDuplicates } from './resolve-duplicates';
import { resolveVersions } from './resolve-versions';
import { separateByMarks } from './separate-by-marks';
import { missingUnits, submissionOf } from './submissions';
import { totalsOf } from './totals';

export interface ConsolidateOptions extends DecisionOptions {
  readonly roster: RosterIndex | null;
  /** Findings that came before any file: about the roster, the campaign. */
  readonly findings?: readonly Finding[];
  /** Factors of the checks across units; left out, the usual ones. */
  readonly thresholds?: AcrossOptions['thresholds'];
  /** The totals of last year's summary, per field key. */
  readonly lastYear?: ReadonlyMap<string, number>;
  /** Official code → unit: whose the units inside consolidated workbooks are. */
  readonly official?: Homes['official'];
}

/** Consolidates received files. Every file keeps exactly one submission; nothing is lost, doubt waits for the clerk. */
export function consolidate(form: FormDefinition, received: readonly Received[], options: ConsolidateOptions): Consolidation {
  const decisions = options.decisions ?? NO_DECISIONS;
  const ordered = [...withDecisions(form, received, options)].sort((a, b) => compareText(a.file, b.file));
  const all = separateByMarks(drafts(form, ordered, options.roster, decisions));
  resolveDuplicates(all);
  resolveVersions(all);
  resolveContained(form, all);
  const contributors = sortContributors(contributorsOf(form, all));
  checkClaims(all, { roster: options.roster, official: options.official ?? new Map() });
  const totals = totalsOf(form, contributors);
  const across = acrossUnits(form, contributors, totals, { roster: options.roster, thresholds: options.thresholds ?? {} });
  const changes = options.lastYear === undefined ? [] : changesSince(totals, options.lastYear, options.thresholds ?? {});
  const calendar = calendarOf(form, contributors);
  return {
    form,
    // After contributors: only then has every file had its say.
    submissions: all.map(submissionOf),
    contributors,
    totals,
    ...(form.kind === 'list' ? { calendar } : {}),
    missing: options.roster === null ? [] : missingUnits(options.roster, all, contributors),
    findings: [...(options.findings ?? []), ...staleDecisions(ordered, decisions), ...across, ...changes, ...(form.kind === 'list' ? sharedLines(form, calendar) : [])],
  };
}

function sortContributors(contributors: readonly Contributor[]): readonly Contributor[] {
  return [...contributors].sort(
    (a, b) => compareText(a.unit.name, b.unit.name) || compareText(a.unit.code ?? '', b.unit.code ?? '') || compareText(a.file, b.file),
  );
}

/** By code units, the same on every machine; only `Intl` would depend on the computer's language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

