/** "Cài đặt đợt báo cáo": which campaign, what it says, who has to report. Every change is kept at once. */
import { Button, makeStyles, typographyStyles } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { flawsOfCampaign } from '../../app/edit-campaign';
import { formShelf } from '../../app/form-shelf';
import type { Campaign } from '../../core/campaign/campaign';
import { SETTINGS_WORDS } from '../../messages/settings-words';
import { ChoiceList } from '../shell/choice-list';
import { useSession } from '../state/session';
import { CampaignFields } from './campaign-fields';
import { CampaignFile } from './campaign-file';
import { FindingLines } from './finding-lines';
import { RosterSection } from './roster-section';
import { useCampaignChoice } from './use-campaign-choice';

const useStyles = makeStyles({
  text: { ...typographyStyles.caption1, margin: 0 },
});

export function SettingsPlace(): ReactNode {
  const styles = useStyles();
  const { inExcel, isLoading, campaign, learnedForms, setCampaign, tell } = useSession();
  const [before, setBefore] = useState<Campaign | null>(null);
  const { choices, chosen, choose, replace } = useCampaignChoice(setBefore);
  if (isLoading) return <p className={styles.text}>{SETTINGS_WORDS.opening}</p>;

  return (
    <>
      <p className={styles.text}>{inExcel ? SETTINGS_WORDS.keptInWorkbook : SETTINGS_WORDS.keptInMemory}</p>
      <ChoiceList label={SETTINGS_WORDS.campaign} choices={choices} chosen={chosen} onChoose={choose} />
      {campaign === null && <p className={styles.text}>{SETTINGS_WORDS.chooseFirst}</p>}
      {before !== null && (
        <div>
          <Button
            size="small"
            onClick={() => {
              setCampaign(before);
              setBefore(null);
              tell(SETTINGS_WORDS.takenBack);
            }}
          >
            {SETTINGS_WORDS.takeBack}
          </Button>
        </div>
      )}
      {campaign !== null && (
        <FindingLines title={SETTINGS_WORDS.findings} findings={flawsOfCampaign(campaign, formShelf(learnedForms))} />
      )}
      {campaign !== null && <CampaignFields campaign={campaign} onChange={setCampaign} />}
      <RosterSection />
      <CampaignFile onOpen={replace} />
    </>
  );
}
