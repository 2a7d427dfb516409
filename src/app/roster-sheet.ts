/**
 * The roster in the workbook: put there as a sheet of its own, from the campaign or from the official list, and read back
 * after the clerk edited it. A sheet that is there already is never written over.
 */
import { loadProvinces, rosterOfProvince } from '../catalogue/administrative-units';
import type { Campaign } from '../core/campaign/campaign';
import type { RosterUnit } from '../core/campaign/roster-unit';
import type { Finding } from '../core/findings';
import { ok } from '../core/result';
import { planRosterSheet } from '../core/sheets/plan-roster-sheet';
import { readRosterSheet } from '../core/sheets/roster-sheet';
import { UNIT_KIND_WORDS } from '../messages/campaign-words';
import { rosterWords } from '../messages/roster-words';
import type { HostResult, SheetInserting, SheetReading } from './host';

/** Adds the sheet under a free name; blank lines for an empty roster. */
export function insertRoster(
  host: SheetInserting,
  units: readonly RosterUnit[],
): HostResult<{ readonly sheet: string; readonly id: string }> {
  return host.insertSheet(planRosterSheet(units, rosterWords));
}

export interface RosterFromSheet {
  readonly sheet: string;
  readonly id: string;
  readonly units: readonly RosterUnit[];
  readonly findings: readonly Finding[];
}

/**
 * Reads the roster from the sheet of that id or name, or from the active sheet. A sheet without a list gives no units;
 * the clerk then has to choose another one.
 */
export async function readRoster(
  host: SheetReading,
  place: { readonly id: string } | 'active',
  campaign: Pick<Campaign, 'year'> | null,
): HostResult<RosterFromSheet> {
  const read = place === 'active' ? await host.readActiveSheet() : await host.readSheet(place.id);
  if (!read.ok) return read;
  const { grid, id } = read.value;
  const { roster, findings } = readRosterSheet(grid, rosterWords, campaign?.year ?? null);
  return ok({ sheet: grid.sheet, id, units: roster.units, findings });
}

/** The official list: provinces to choose from, and the units of the one that was chosen. */
export async function officialRoster(provinceCode: string): Promise<readonly RosterUnit[]> {
  const province = (await loadProvinces()).find((one) => one.code === provinceCode);
  if (province === undefined) throw new Error(`no province has the code ${provinceCode}`);
  return rosterOfProvince(province).map((unit) => ({ ...unit, kindText: UNIT_KIND_WORDS[unit.kind] }));
}

/** The campaign with these units as its roster, as it is kept with the workbook. */
export function withRoster(campaign: Campaign, units: readonly RosterUnit[]): Campaign {
  const kept = units.map(({ code, name, kindText, superior, email, deadline, aliases }) => ({
    code,
    name,
    kind: kindText,
    superior,
    email,
    deadline,
    aliases: [...aliases],
  }));
  return { ...campaign, roster: { ...campaign.roster, units: kept } };
}
