/**
 * Which reporting unit a submission speaks for. Evidence is weighed in a fixed order (code, the line for the name,
 * letterhead, metadata, file name); with a roster the answer is one of its units or none: doubt is never a guess.
 */
import { similarity } from '../cells/similarity';
import type { UnitEvidence } from '../forms/filled-form';
import type { ReportingUnit } from './reporting-unit';
import type { Roster, RosterUnit } from './roster';
import { canonicalUnitName, looksLikeUnit, unitKey } from './unit-name';

export type Identity =
  | { readonly known: true; readonly unit: ReportingUnit; readonly evidence: UnitEvidence }
  | {
      readonly known: false;
      readonly reason: 'unit-unknown' | 'unit-not-in-roster' | 'unit-ambiguous';
      /** What the file calls itself; empty when it says nothing. */
      readonly heard: string;
      readonly candidates: readonly ReportingUnit[];
    };

const STRENGTH: readonly UnitEvidence['source'][] = [
  'typedIn',
  'code',
  'unitLine',
  'letterhead',
  'attachedTo',
  'metadata',
  'fileName',
];
/** A clerk wrote these on purpose: when the roster does not know them, weaker evidence must not overrule them. */
const DECISIVE: ReadonlySet<UnitEvidence['source']> = new Set(['typedIn', 'unitLine']);
/** Names this alike differ by a typing error at most. */
const SAME_NAME = 0.9;
const CLEAR_LEAD = 0.05;

/** Identifies the unit behind the evidence; `roster` null means that any name is accepted as it is. */
export function identifyUnit(evidence: readonly UnitEvidence[], roster: RosterIndex | null): Identity {
  const ordered = [...evidence].sort((a, b) => STRENGTH.indexOf(a.source) - STRENGTH.indexOf(b.source));
  return roster === null ? identifyFreely(ordered) : identifyInRoster(ordered, roster);
}

function identifyFreely(evidence: readonly UnitEvidence[]): Identity {
  const code = evidence.find((one) => one.source === 'code');
  const named = evidence.find((one) => one.source !== 'code' && one.text !== '');
  if (named === undefined) {
    if (code === undefined) return { known: false, reason: 'unit-unknown', heard: '', candidates: [] };
    return { known: true, unit: { code: code.text, name: code.text }, evidence: code };
  }
  return { known: true, unit: { code: code?.text ?? null, name: fullName(named) }, evidence: named };
}

/** "PHÒNG VĂN HÓA - XÃ HỘI" under "UBND XÃ A": without its place the name says nothing. */
function fullName(evidence: UnitEvidence): string {
  const words = canonicalUnitName(evidence.text);
  const bare = /^(phong giao duc dao tao|phong van hoa xa hoi|uy ban nhan dan|hoi khuyen hoc|van phong)$/.test(words);
  return bare && evidence.superior !== null ? `${evidence.text} – ${evidence.superior}` : evidence.text;
}

/** A roster prepared for look-up, once per run. */
export interface RosterIndex {
  readonly roster: Roster;
  readonly byCode: ReadonlyMap<string, RosterUnit>;
  readonly byKey: ReadonlyMap<string, readonly RosterUnit[]>;
  readonly keys: readonly (readonly [string, RosterUnit])[];
}

/** Prepares a roster: names, aliases and bare place names as keys. */
export function indexRoster(roster: Roster): RosterIndex {
  const byKey = new Map<string, RosterUnit[]>();
  const keys: [string, RosterUnit][] = [];
  for (const unit of roster.units) {
    const names = new Set([unit.name, ...unit.aliases].map(unitKey));
    for (const key of names) {
      byKey.set(key, [...(byKey.get(key) ?? []), unit]);
      keys.push([key, unit]);
    }
  }
  const byCode = new Map(roster.units.flatMap((unit) => (unit.code === null ? [] : [[unit.code.toLowerCase(), unit] as const])));
  return { roster, byCode, byKey, keys };
}

function identifyInRoster(evidence: readonly UnitEvidence[], index: RosterIndex): Identity {
  let heard = '';
  let ambiguous: { heard: string; candidates: readonly RosterUnit[] } | null = null;
  for (const one of evidence) {
    const candidates = one.source === 'code' ? codeMatch(index, one.text) : nameMatch(index, one);
    const only = candidates.length === 1 ? candidates[0] : undefined;
    if (only !== undefined) return { known: true, unit: { code: only.code, name: only.name }, evidence: one };
    if (heard === '' && one.source !== 'code') heard = fullName(one);
    if (candidates.length > 1) ambiguous ??= { heard: one.text, candidates };
    if (DECISIVE.has(one.source)) break;
  }
  if (ambiguous !== null) {
    const candidates = ambiguous.candidates.map((unit) => ({ code: unit.code, name: unit.name }));
    return { known: false, reason: 'unit-ambiguous', heard: ambiguous.heard, candidates };
  }
  return heard === ''
    ? { known: false, reason: 'unit-unknown', heard, candidates: [] }
    : { known: false, reason: 'unit-not-in-roster', heard, candidates: [] };
}

function codeMatch(index: RosterIndex, code: string): readonly RosterUnit[] {
  const unit = index.byCode.get(code.trim().toLowerCase());
  return unit === undefined ? [] : [unit];
}

function nameMatch(index: RosterIndex, evidence: UnitEvidence): readonly RosterUnit[] {
  const key = unitKey(fullName(evidence));
  const exact = index.byKey.get(key) ?? index.byKey.get(unitKey(evidence.text)) ?? [];
  if (exact.length === 1) return exact;
  if (exact.length > 1) return tellApart(exact, evidence);
  const without = index.keys.filter(([known]) => known.endsWith(` ${key}`) && !looksLikeUnit(evidence.text)).map(([, unit]) => unit);
  if (without.length > 0) return tellApart([...new Set(without)], evidence);
  return tellApart(misspelt(index, key), evidence);
}

/** Two units of the same name are told apart by their superior, or not at all. */
function tellApart(units: readonly RosterUnit[], evidence: UnitEvidence): readonly RosterUnit[] {
  if (units.length < 2) return units;
  const spoken = ` ${canonicalUnitName([evidence.text, evidence.superior ?? ''].join(' '))} `;
  const fitting = units.filter((unit) => unit.superior !== null && spoken.includes(` ${canonicalUnitName(unit.superior)} `));
  return fitting.length === 1 ? fitting : units;
}

/** Names that differ by a typing error: the numbers must be the same, and one name clearly the closest. */
function misspelt(index: RosterIndex, key: string): readonly RosterUnit[] {
  if (key.length < 5) return [];
  const digits = key.replace(/\D+/g, ' ').trim();
  let best: { unit: RosterUnit; score: number } | null = null;
  let second = 0;
  for (const [known, unit] of index.keys) {
    if (Math.abs(known.length - key.length) > 3 || known.replace(/\D+/g, ' ').trim() !== digits) continue;
    const score = similarity(known, key);
    if (best === null || score > best.score) {
      if (best !== null && best.unit !== unit) second = best.score;
      best = { unit, score };
    } else if (best.unit !== unit) second = Math.max(second, score);
  }
  return best !== null && best.score >= SAME_NAME && best.score - second >= CLEAR_LEAD ? [best.unit] : [];
}
