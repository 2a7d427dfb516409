/** Who has to report: from the official list, from a sheet, from a file, or pasted. The list of before can be had back. */
import { Button, Field, makeStyles, Textarea, typographyStyles } from '@fluentui/react-components';
import { useRef, useState, type ChangeEvent, type ReactNode } from 'react';
import { rosterOfCampaign } from '../../app/roster-of-campaign';
import { insertRoster, readRoster, withRoster } from '../../app/roster-sheet';
import { pastedRows, takeRoster } from '../../app/take-roster';
import type { Campaign } from '../../core/campaign/campaign';
import type { RosterUnit } from '../../core/campaign/roster-unit';
import type { Finding } from '../../core/findings';
import { SETTINGS_WORDS as WORDS } from '../../messages/settings-words';
import { describeRefusal } from '../../messages/submission-words';
import { useSession, useSessionStore } from '../state/session';
import { useTools } from '../state/tools';
import { Group } from './campaign-fields';
import { FindingLines } from './finding-lines';
import { ProvinceChoice } from './province-choice';
import { UnitNames } from './unit-names';

const useStyles = makeStyles({
  text: { ...typographyStyles.body1, margin: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  hidden: { display: 'none' },
  narrow: { minWidth: 0, width: '100%' },
});

export function RosterSection(): ReactNode {
  const styles = useStyles();
  const { campaign } = useSession();
  return (
    <Group title={WORDS.roster}>
      {campaign === null ? <p className={styles.text}>{WORDS.rosterNeedsCampaign}</p> : <RosterOf campaign={campaign} />}
    </Group>
  );
}

function RosterOf({ campaign }: { readonly campaign: Campaign }): ReactNode {
  const styles = useStyles();
  const store = useSessionStore();
  const { host, setCampaign, tell } = useSession();
  const { fileWork } = useTools();
  const [before, setBefore] = useState<Campaign['roster']['units'] | null>(null);
  const [findings, setFindings] = useState<readonly Finding[]>([]);
  const [pasted, setPasted] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const { units } = campaign.roster;

  /** The campaign as it is now: what was chosen while a file was read must not be lost. */
  const now = (): Campaign => store.current().campaign ?? campaign;
  const take = (next: readonly RosterUnit[], found: readonly Finding[]): void => {
    setFindings(found);
    if (next.length === 0) {
      tell(WORDS.tookNone);
      return;
    }
    setBefore(now().roster.units);
    setCampaign(withRoster(now(), next));
    tell(WORDS.took(next.length));
  };
  const takeRows = (rows: readonly (readonly string[])[]): void => {
    const { roster, findings: found } = takeRoster(rows);
    take(roster.units, found);
  };
  const fromFile = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = event.target.files?.[0];
    // The same file once more must be told of again.
    event.target.value = '';
    if (file === undefined) return;
    try {
      const rows = await fileWork.readRows(file);
      if (rows.ok) takeRows(rows.value);
      else tell(describeRefusal(rows.error));
    } catch {
      tell(WORDS.fileFailed);
    }
  };
  const fromSheet = async (): Promise<void> => {
    if (host === null) return;
    const read = await readRoster(host, 'active', now());
    if (read.ok) take(read.value.units, read.value.findings);
    else await store.tellProblem(read.error);
  };
  const toSheet = async (): Promise<void> => {
    if (host === null) return;
    const made = await insertRoster(host, rosterOfCampaign(now()).units);
    if (made.ok) tell(WORDS.inSheet(made.value.sheet));
    else await store.tellProblem(made.error);
  };

  return (
    <>
      <p className={styles.text}>{WORDS.rosterCount(units.length)}</p>
      {units.length === 0 ? <p className={styles.text}>{WORDS.rosterEmpty}</p> : <UnitNames units={units} />}
      <FindingLines title={WORDS.rosterFindings} findings={findings} />
      {before !== null && before !== units && (
        <div>
          <Button
            size="small"
            onClick={() => {
              setCampaign({ ...now(), roster: { ...now().roster, units: before } });
              setBefore(null);
              setFindings([]);
              tell(WORDS.rosterIsBack);
            }}
          >
            {WORDS.rosterBack}
          </Button>
        </div>
      )}
      <ProvinceChoice
        onTake={(official) => {
          take(official, []);
        }}
      />
      <Field className={styles.narrow} label={WORDS.paste} hint={WORDS.pasteHint}>
        <Textarea
          className={styles.narrow}
          textarea={{ className: styles.narrow }}
          value={pasted}
          rows={3}
          resize="vertical"
          onChange={(_event, data) => {
            setPasted(data.value);
          }}
        />
      </Field>
      <div className={styles.buttons}>
        <Button
          size="small"
          disabledFocusable={pasted.trim() === ''}
          onClick={() => {
            takeRows(pastedRows(pasted));
            setPasted('');
          }}
        >
          {WORDS.takePasted}
        </Button>
        <Button size="small" onClick={() => input.current?.click()}>
          {WORDS.fromFile}
        </Button>
        {host !== null && (
          <Button size="small" onClick={() => void fromSheet()}>
            {WORDS.fromSheet}
          </Button>
        )}
        {host !== null && (
          <Button size="small" onClick={() => void toSheet()}>
            {WORDS.toSheet}
          </Button>
        )}
        {units.length > 0 && (
          <Button
            size="small"
            onClick={() => {
              setBefore(units);
              setFindings([]);
              setCampaign(withRoster(now(), []));
              tell(WORDS.cleared);
            }}
          >
            {WORDS.clearRoster}
          </Button>
        )}
      </div>
      <input
        ref={input}
        className={styles.hidden}
        type="file"
        accept=".xlsx,.xlsm,.xlsb,.xls,.ods,.csv"
        data-pick="roster"
        onChange={(event) => void fromFile(event)}
      />
    </>
  );
}
