/**
 * Does a consolidated workbook speak for units that are its own? A row too many adds up as well as a right one, so the
 * sums prove nothing here: each unit is held against its superior in the roster, the official list, and the other files.
 */
import type { ReportingUnit } from '../campaign/reporting-unit';
import type { RosterIndex } from '../campaign/identify';
import type { RosterUnit } from '../campaign/roster-unit';
import * as names from '../campaign/unit-name';
import { remembered } from '../cells/remembered';
import { finding, type Finding } from '../findings';
import type { Draft } from './drafts';
import type { LineageContributor } from './lineage';

/** A unit of the official list: its full name, and the province it belongs to. */
export interface OfficialUnit {
  readonly name: string;
  readonly province: string;
}

export interface Homes {
  readonly roster: RosterIndex | null;
  /** Official code → unit; empty where the list is not at hand. */
  readonly official: ReadonlyMap<string, OfficialUnit>;
}

/** Units of one file that are said singly; a file that is wrong as a whole needs no thousand sentences. */
const MOST_SAID = 10;

/** Adds a finding to every counted consolidated workbook that names a unit twice, or one of somebody else's. */
export function checkClaims(all: readonly Draft[], homes: Homes): void {
  for (const draft of all) {
    if (draft.state !== 'counted' || draft.inside === null) continue;
    const said = [...namedTwice(draft.inside), ...ofOthers(draft, draft.inside, homes)];
    draft.findings.push(...said.slice(0, MOST_SAID));
  }
}

/** A code stands for one unit: two rows with the same one are one unit counted twice. */
function namedTwice(inside: readonly LineageContributor[]): readonly Finding[] {
  const seen = new Set<string>();
  return inside.flatMap(({ unit }) => {
    const code = unit.code?.toLowerCase();
    if (code === undefined) return [];
    if (seen.has(code)) return [finding('contributor-twice', 'warning', null, { office: unit.name, code: unit.code ?? '' })];
    seen.add(code);
    return [];
  });
}

function ofOthers(draft: Draft, inside: readonly LineageContributor[], homes: Homes): readonly Finding[] {
  const placed = inside.map((one) => ({ one, home: homeOf(one.unit, homes) }));
  const usual = mostCommon(placed.flatMap(({ home }) => (home === null ? [] : [home])));
  return placed.flatMap(({ one, home }) => {
    if (home === null) return [];
    const carriers = [one.via, draft.unit].filter((office) => office !== null);
    const belongs =
      carriers.some((office) => standsFor(office, home)) ||
      (carriers.every((office) => !namesPlace(office, homes)) && home === usual);
    if (belongs) return [];
    return [
      finding('contributor-elsewhere', 'warning', null, {
        office: one.unit.name,
        home,
        via: draft.unit?.name ?? draft.received.file,
      }),
    ];
  });
}

/** Where a unit belongs: its superior in the roster, else its province in the official list; null where nobody says. */
function homeOf(unit: ReportingUnit, { roster, official }: Homes): string | null {
  const listed = roster === null ? undefined : inRoster(unit, roster);
  if (listed !== undefined && listed.superior !== null) return nameOf(listed.superior, roster);
  const known = unit.code === null ? undefined : official.get(unit.code);
  return known !== undefined && unitKey(known.name) === unitKey(unit.name) ? known.province : null;
}

function inRoster(unit: ReportingUnit, roster: RosterIndex): RosterUnit | undefined {
  if (unit.code !== null) return roster.byCode.get(unit.code.toLowerCase());
  const named = roster.byKey.get(unitKey(unit.name)) ?? [];
  return named.length === 1 ? named[0]?.unit : undefined;
}

/** The roster may give a superior by its code. */
function nameOf(superior: string, roster: RosterIndex | null): string {
  return roster?.byCode.get(superior.toLowerCase())?.name ?? superior;
}

/** "Sở Giáo dục và Đào tạo Lai Châu" stands for "Tỉnh Lai Châu", "Phòng Văn hóa - Xã hội xã A" for "UBND xã A". */
function standsFor(office: ReportingUnit, home: string): boolean {
  if (unitKey(office.name) === unitKey(home)) return true;
  const place = ownPlace(home);
  return place !== '' && ` ${canonicalUnitName(office.name)} `.includes(` ${place} `);
}

/** The same few offices are asked about for every unit. */
const canonicalUnitName = remembered(names.canonicalUnitName);
const unitKey = remembered(names.unitKey);

const LEVEL = /^(?:uy ban nhan dan )?(?:tinh|thanh pho|xa|phuong|dac khu|thi tran|quan|huyen|thi xa) /;

/** The bare name of a place; one of a single syllable or a number keeps its level ("phuong 4"). */
function ownPlace(name: string): string {
  const canonical = canonicalUnitName(name);
  const bare = canonical.replace(LEVEL, '');
  return bare.includes(' ') ? bare : canonical.replace(/^uy ban nhan dan /, '');
}

/** Whether the office names a province at all: "Cơ quan A" says nothing of where it is. */
function namesPlace(office: ReportingUnit, { official }: Homes): boolean {
  const spoken = ` ${canonicalUnitName(office.name)} `;
  return LEVEL.test(canonicalUnitName(office.name)) || provincesOf(official).some((place) => spoken.includes(` ${place} `));
}

const provinces = new WeakMap<ReadonlyMap<string, OfficialUnit>, readonly string[]>();

function provincesOf(official: ReadonlyMap<string, OfficialUnit>): readonly string[] {
  const known = provinces.get(official);
  if (known !== undefined) return known;
  const made = [...new Set([...official.values()].map((one) => one.province))].map(ownPlace);
  provinces.set(official, made);
  return made;
}

function mostCommon(names: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0] ?? null;
}
