/**
 * Which reporting unit a submission speaks for. Evidence is weighed in a fixed order (code, the line for the name,
 * letterhead, metadata, file name); with a roster the answer is one of its units or none: doubt is never a guess.
 */
import type { UnitEvidence } from '../forms/filled-form';
import { matchName, type NameMatch } from './match-name';
import type { RosterIndex } from './name-index';
import type { ReportingUnit } from './reporting-unit';
import type { RosterUnit } from './roster';
import { canonicalUnitName, nameWords, unitKey } from './unit-name';

export { indexRoster, type IndexOptions, type RosterIndex } from './name-index';

export type Identity =
  | {
      readonly known: true;
      readonly unit: ReportingUnit;
      readonly evidence: UnitEvidence;
      /** The name was found through a typing error: how it was written. */
      readonly respelt?: string;
      /** A code the roster does not know, of another campaign perhaps. */
      readonly unknownCode?: string;
    }
  | {
      readonly known: false;
      readonly reason: 'unit-unknown' | 'unit-not-in-roster' | 'unit-ambiguous';
      /** What the file calls itself; empty when it says nothing. */
      readonly heard: string;
      /** Units it may be, for the clerk to choose from. */
      readonly candidates: readonly ReportingUnit[];
      readonly unknownCode?: string;
      /** The code says one unit, the name another. */
      readonly codeSays?: { readonly code: string; readonly unit: ReportingUnit };
      /** Codes of several units: a sheet that was copied into another unit's workbook. */
      readonly codes?: readonly string[];
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

/**
 * Identifies the unit behind the evidence; `roster` null means that any name is accepted as it is. `places` are other
 * texts that may name the superior (folders); they only tell units of the same name apart.
 */
export function identifyUnit(evidence: readonly UnitEvidence[], roster: RosterIndex | null, places: readonly string[] = []): Identity {
  const ordered = [...evidence].sort((a, b) => STRENGTH.indexOf(a.source) - STRENGTH.indexOf(b.source));
  return roster === null ? identifyFreely(ordered) : identifyInRoster(ordered, roster, places);
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

/** "PHÒNG VĂN HÓA - XÃ HỘI" under "UBND XÃ A": without its place a kind of office says nothing. */
function fullName(evidence: UnitEvidence): string {
  const bare = evidence.superior !== null && nameWords(evidence.text).every((word) => word.known);
  return bare ? `${evidence.text} – ${evidence.superior}` : evidence.text;
}

function identifyInRoster(evidence: readonly UnitEvidence[], index: RosterIndex, places: readonly string[]): Identity {
  const context = [...places, ...evidence.flatMap((one) => (one.superior === null ? [] : [one.superior]))];
  const codes = evidence.filter((one) => one.source === 'code');
  const byCode = codes.flatMap((one) => index.byCode.get(one.text.trim().toLowerCase()) ?? []);
  const unknown = codes.find((one) => !index.byCode.has(one.text.trim().toLowerCase()));
  const stray = unknown === undefined ? {} : { unknownCode: unknown.text };
  const byName = identifyByName(evidence, index, context);
  if (evidence[0]?.source === 'typedIn') return { ...byName, ...stray };
  const [coded] = byCode;
  if (coded === undefined) return { ...byName, ...stray };
  const heard = nameHeard(evidence);
  if (new Set(byCode).size > 1) {
    const candidates = [...new Set(byCode)].map(plain);
    return { known: false, reason: 'unit-ambiguous', heard, candidates, codes: candidates.flatMap((one) => one.code ?? []) };
  }
  const proof = codes.find((one) => index.byCode.get(one.text.trim().toLowerCase()) === coded);
  if (proof === undefined || contradictsCode(evidence, byName, coded, index, context)) {
    const named = byName.known ? [byName.unit] : byName.candidates;
    const candidates = [plain(coded), ...named.filter((one) => one.code !== coded.code)];
    const codeSays = { code: proof?.text ?? '', unit: plain(coded) };
    return { known: false, reason: 'unit-ambiguous', heard, candidates, codeSays };
  }
  return { known: true, unit: plain(coded), evidence: proof };
}

function nameHeard(evidence: readonly UnitEvidence[]): string {
  const named = evidence.find((one) => one.source !== 'code' && one.text !== '');
  return named === undefined ? '' : fullName(named);
}

/** A name that a clerk wrote, or a letterhead that names another unit of the roster, speaks against a code. */
function contradictsCode(
  evidence: readonly UnitEvidence[],
  byName: Identity,
  coded: RosterUnit,
  index: RosterIndex,
  context: readonly string[],
): boolean {
  const written = evidence.find((one) => one.source === 'unitLine');
  if (written !== undefined) {
    const match = matchName(index, fullName(written));
    return !match.units.includes(coded) && !match.resembling.includes(coded);
  }
  const headed = evidence.find((one) => one.source === 'letterhead');
  if (headed === undefined || !byName.known || byName.evidence !== headed) return false;
  return !candidatesFor(index, headed, context).units.includes(coded);
}

function identifyByName(evidence: readonly UnitEvidence[], index: RosterIndex, context: readonly string[]): Identity {
  let heard = '';
  let ambiguous: { heard: string; candidates: readonly RosterUnit[] } | null = null;
  const resembling: RosterUnit[] = [];
  for (const one of evidence) {
    if (one.source === 'code' || one.text.trim() === '') continue;
    const match = candidatesFor(index, one, context);
    const only = match.units.length === 1 ? match.units[0] : undefined;
    // A stronger source that fits several units is not overruled: a weaker one may only choose among them.
    const allowed = ambiguous === null || (only !== undefined && ambiguous.candidates.includes(only));
    if (only !== undefined && allowed) {
      return { known: true, unit: plain(only), evidence: one, ...(match.respelt ? { respelt: one.text } : {}) };
    }
    if (heard === '') heard = fullName(one);
    if (match.units.length > 1) ambiguous ??= { heard: one.text, candidates: match.units };
    resembling.push(...match.resembling);
    if (DECISIVE.has(one.source) && match.units.length === 0) break;
  }
  if (ambiguous !== null) {
    return { known: false, reason: 'unit-ambiguous', heard: ambiguous.heard, candidates: ambiguous.candidates.map(plain) };
  }
  const candidates = [...new Set(resembling)].slice(0, 5).map(plain);
  return { known: false, reason: heard === '' ? 'unit-unknown' : 'unit-not-in-roster', heard, candidates };
}

/** What a name can mean once the place it stands in had its say. */
function candidatesFor(index: RosterIndex, evidence: UnitEvidence, context: readonly string[]): NameMatch {
  const match = matchName(index, fullName(evidence));
  const own = [match.place, evidence.superior ?? ''].filter((one) => one !== '');
  const fitting = match.units.filter((unit) => !contradicts(index.superiors.get(unit) ?? null, own));
  if (fitting.length === 0 && match.units.length > 0) return { ...match, units: [], resembling: match.units };
  return { ...match, units: tellApart(index, fitting, [...own, evidence.text, ...context]) };
}

/** Units of the same name are told apart by their superior, or not at all. */
function tellApart(index: RosterIndex, units: readonly RosterUnit[], context: readonly string[]): readonly RosterUnit[] {
  if (units.length < 2) return units;
  const spoken = context.map((text) => ` ${canonicalUnitName(text)} `);
  const fitting = units.filter((unit) => {
    const superior = index.superiors.get(unit) ?? null;
    return superior !== null && spoken.some((text) => text.includes(` ${superior} `));
  });
  return fitting.length === 1 ? fitting : units;
}

const LEVELS: readonly (readonly [RegExp, number])[] = [
  [/(?:^| )(?:xa|phuong|thi tran|dac khu) \S/, 1],
  [/(?:^| )(?:quan|huyen|thi xa) \S/, 2],
];

/** A place of the superior's own level that is not the superior: "quan 3" speaks against "quan tan binh". */
function contradicts(superior: string | null, places: readonly string[]): boolean {
  if (superior === null) return false;
  const level = levelOf(superior);
  if (level === 0) return false;
  const spoken = places.map((text) => ` ${canonicalUnitName(text)} `);
  if (spoken.some((text) => text.includes(` ${superior} `) || text.includes(` ${unitKey(superior)} `))) return false;
  return spoken.some((text) => LEVELS.some(([pattern, one]) => one === level && pattern.test(text)));
}

function levelOf(place: string): number {
  return LEVELS.find(([pattern]) => pattern.test(place))?.[1] ?? 0;
}

function plain(unit: RosterUnit): ReportingUnit {
  return { code: unit.code, name: unit.name };
}
