/**
 * From received files to a consolidation: who each file speaks for, which of several versions counts, and totals
 * that know every contribution. Pure; the order in which files were received never matters.
 */
import type { RosterIndex } from '../campaign/identify';
import type { Finding } from '../findings';
import type { FormDefinition } from '../forms/definition';
import type { Consolidation, Contributor } from './consolidation';
import { contributorsOf } from './contributors';
import { drafts } from './drafts';
import type { Received } from './received';
import { resolveContained } from './resolve-contained';
import { resolveDuplicates } from './resolve-duplicates';
import { resolveVersions } from './resolve-versions';
import { missingUnits, submissionOf } from './submissions';
import { totalsOf } from './totals';

export interface ConsolidateOptions {
  readonly roster: RosterIndex | null;
  /** Findings that came before any file: about the roster, the campaign. */
  readonly findings?: readonly Finding[];
}

/** Consolidates received files. Every file keeps exactly one submission; nothing is lost, doubt waits for the clerk. */
export function consolidate(form: FormDefinition, received: readonly Received[], options: ConsolidateOptions): Consolidation {
  const ordered = [...received].sort((a, b) => compareText(a.file, b.file));
  const all = drafts(form, ordered, options.roster);
  resolveDuplicates(all);
  resolveVersions(all);
  resolveContained(form, all);
  const contributors = sortContributors(contributorsOf(form, all));
  return {
    form,
    // After contributors: only then has every file had its say.
    submissions: all.map(submissionOf),
    contributors,
    totals: totalsOf(form, contributors),
    missing: options.roster === null ? [] : missingUnits(options.roster, all, contributors),
    findings: options.findings ?? [],
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

