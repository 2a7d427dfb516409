/** A campaign as a file: for a colleague, for the command line, and for a browser, which keeps nothing. */
import { Button, makeStyles } from '@fluentui/react-components';
import { useRef, useState, type ChangeEvent, type ReactNode } from 'react';
import { readCampaign, type Campaign } from '../../core/campaign/campaign';
import { readingFindings } from '../../core/campaign/campaign-findings';
import type { Finding } from '../../core/findings';
import { SETTINGS_WORDS as WORDS } from '../../messages/settings-words';
import { useSession } from '../state/session';
import { useTools } from '../state/tools';
import { Group } from './campaign-fields';
import { FindingLines } from './finding-lines';

/** Bytes of a campaign file: one with a roster of the whole country is smaller. */
const LARGEST = 20_000_000;

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  hidden: { display: 'none' },
});

export function CampaignFile({ onOpen }: { readonly onOpen: (campaign: Campaign) => void }): ReactNode {
  const styles = useStyles();
  const { campaign, tell } = useSession();
  const { saveFile } = useTools();
  const [findings, setFindings] = useState<readonly Finding[]>([]);
  const input = useRef<HTMLInputElement>(null);
  const save = (kept: Campaign): void => {
    const name = `${kept.id}.json`;
    void saveFile(name, new Uint8Array(new TextEncoder().encode(`${JSON.stringify(kept, null, 2)}\n`))).then(tell);
  };
  const open = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = event.target.files?.[0];
    event.target.value = '';
    if (file === undefined) return;
    const data = file.size > LARGEST ? undefined : await jsonOf(file);
    if (data === undefined) {
      tell(WORDS.notCampaign);
      return;
    }
    const read = readCampaign(data);
    if (!read.ok) {
      const keys = read.error.map((flaw) => flaw.key).filter((key) => key !== '');
      tell(keys.length === 0 ? WORDS.notCampaign : WORDS.campaignFileWrong(keys.slice(0, 5).join(', ')));
      return;
    }
    const { campaign: opened, unknown, missing } = read.value;
    setFindings(readingFindings(unknown, missing));
    onOpen(opened);
    tell(WORDS.campaignOpened);
  };
  return (
    <Group title={WORDS.file}>
      <FindingLines title={WORDS.findings} findings={findings} />
      <div className={styles.buttons}>
        {campaign !== null && (
          <Button
            size="small"
            onClick={() => {
              save(campaign);
            }}
          >
            {WORDS.saveCampaign}
          </Button>
        )}
        <Button size="small" onClick={() => input.current?.click()}>
          {WORDS.openCampaign}
        </Button>
      </div>
      <input
        ref={input}
        className={styles.hidden}
        type="file"
        accept=".json"
        data-pick="campaign"
        onChange={(event) => void open(event)}
      />
    </Group>
  );
}

/** Undefined for what is no JSON or cannot be read. */
async function jsonOf(file: File): Promise<unknown> {
  try {
    return JSON.parse((await file.text()).replace(/^\uFEFF/, '')) as unknown;
  } catch {
    return undefined;
  }
}
