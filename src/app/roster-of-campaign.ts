/** The roster of a campaign, as it is kept with the campaign, in the form the line asks for. */
import type { Campaign } from '../core/campaign/campaign';
import type { Roster } from '../core/campaign/roster-unit';
import { kindOf } from '../core/campaign/unit-kind';

/** Kinds are read from what the list says, else from the unit's name. An empty list gives a roster without units. */
export function rosterOfCampaign(campaign: Pick<Campaign, 'roster'>): Roster {
  return {
    units: campaign.roster.units.map(({ kind, ...unit }) => ({ ...unit, kind: kindOf(kind ?? unit.name), kindText: kind })),
  };
}
