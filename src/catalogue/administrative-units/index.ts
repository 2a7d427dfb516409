/** The official list of provinces and of the communes, wards and special zones under them; loaded when asked for. */
import * as z from 'zod/mini';

import type { RosterUnit } from '../../core/campaign/roster';
import type { OfficialUnit } from '../../core/consolidation/contributor-claims';

const provinces = z.array(
  z.strictObject({
    code: z.string().check(z.regex(/^\d{2}$/)),
    name: z.string().check(z.minLength(1)),
    units: z.array(z.tuple([z.string().check(z.regex(/^\d{5}$/)), z.string().check(z.minLength(1))])),
  }),
);

/** A province with its units: [official code, full name]. */
export type Province = z.infer<typeof provinces>[number];

let loaded: Promise<readonly Province[]> | null = null;

/** All provinces in the order of their codes. The first call loads and checks the list. */
export function loadProvinces(): Promise<readonly Province[]> {
  loaded ??= import('./units.json').then((module) => provinces.parse(module.default));
  return loaded;
}

/**
 * The roster of a province: one unit per commune, ward and special zone, each with its official code, the province as
 * superior, and the committee as kind: "UBND phường Ba Đình" (code 00004) under "Thành phố Hà Nội".
 */
export function rosterOfProvince(province: Province): readonly RosterUnit[] {
  return province.units.map(([code, name]) => ({
    code,
    name: `UBND ${name.charAt(0).toLowerCase()}${name.slice(1)}`,
    kind: 'committee',
    kindText: 'UBND',
    superior: province.name,
    email: null,
    deadline: null,
    aliases: [],
  }));
}

/** Every commune, ward and special zone by its code, with the province it belongs to. */
export function officialUnits(list: readonly Province[]): ReadonlyMap<string, OfficialUnit> {
  return new Map(list.flatMap((province) => province.units.map(([code, name]) => [code, { name, province: province.name }] as const)));
}

/** Every name of the list, for telling a typing error from another unit that exists. */
export function namesOf(list: readonly Province[]): readonly string[] {
  return list.flatMap((province) => province.units.map(([, name]) => name));
}
