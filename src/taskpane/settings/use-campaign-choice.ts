/** Choosing a campaign of the catalogue, or one from a file: the same in "Mẫu" and in the settings. */
import { CAMPAIGNS } from '../../catalogue/campaigns';
import type { Campaign } from '../../core/campaign/campaign';
import { SETTINGS_WORDS } from '../../messages/settings-words';
import type { Choice } from '../shell/choice-list';
import { useSession } from '../state/session';

export interface CampaignChoice {
  /** What can be chosen; the campaign as it is now under its own name, however it was edited. */
  readonly choices: readonly Choice[];
  readonly chosen: string;
  readonly choose: (id: string) => void;
  readonly replace: (campaign: Campaign) => void;
}

/** `onReplaced` is told the campaign of before, which may be wanted back. */
export function useCampaignChoice(onReplaced: (before: Campaign | null) => void = () => undefined): CampaignChoice {
  const { campaign, setCampaign, chooseForm, tell } = useSession();
  const known = CAMPAIGNS.some((one) => one.id === campaign?.id);
  const replace = (next: Campaign): void => {
    onReplaced(campaign);
    // Who has to report is the same from year to year, and typed in nowhere else.
    const isBare = next.roster.units.length === 0 && campaign !== null;
    setCampaign(isBare ? { ...next, roster: { ...next.roster, units: campaign.roster.units } } : next);
    chooseForm(null);
    if (campaign !== null) tell(SETTINGS_WORDS.changed);
  };
  return {
    choices: [
      ...(campaign === null ? [{ id: '', name: SETTINGS_WORDS.none }] : known ? [] : [campaign]),
      ...CAMPAIGNS.map((one) => (one.id === campaign?.id ? campaign : one)),
    ],
    chosen: campaign?.id ?? '',
    choose: (id) => {
      const found = CAMPAIGNS.find((one) => one.id === id);
      if (found !== undefined) replace(found);
    },
    replace,
  };
}
