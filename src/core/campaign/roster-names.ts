/** Equal names in a roster: told apart by their superior where they have one, never merged in silence. */
import { finding, type Finding } from '../findings';
import type { RosterUnit } from './roster-unit';
import { markedText, nameWords, unitKey, unitWords } from './unit-name';

export interface RosterLine {
  /** 1-based line of the table. */
  readonly line: number;
  readonly unit: RosterUnit;
}

/**
 * Units with the same name: with codes they stay as they are; without codes the superior becomes part of the name that
 * is shown ("UBND xã Tân Phong – Huyện A"), the name itself an alias. A line that nothing tells from an earlier one is left
 * out and said.
 */
export function tellNamesApart(lines: readonly RosterLine[]): { readonly units: readonly RosterUnit[]; readonly findings: readonly Finding[] } {
  const groups = new Map<string, RosterLine[]>();
  for (const one of lines) {
    const key = markedText(unitWords(nameWords(one.unit.name)));
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const findings: Finding[] = [];
  const renamed = new Map<RosterLine, RosterUnit | null>();
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const seen = new Map<string, RosterLine>();
    for (const one of group) {
      const { code, superior, name, aliases } = one.unit;
      const place = superior === null ? '' : unitKey(superior);
      const earlier = seen.get(place);
      if (earlier !== undefined) {
        const dropped = code === null || earlier.unit.code === null;
        const params = { name, line: one.line, other: earlier.line, kept: dropped ? 'no' : 'yes' } as const;
        findings.push(finding('roster-same-name', 'warning', null, params));
        if (dropped) renamed.set(one, null);
        continue;
      }
      seen.set(place, one);
      if (code === null && superior !== null) renamed.set(one, { ...one.unit, name: `${name} – ${superior}`, aliases: [...aliases, name] });
    }
  }
  const units = lines.flatMap((one) => {
    const unit = renamed.get(one);
    return unit === null ? [] : [unit ?? one.unit];
  });
  return { units, findings };
}
