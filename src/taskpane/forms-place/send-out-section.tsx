/** "Gửi mẫu": one pre-filled workbook per unit of the roster, made in a worker, with progress and a way to stop. */
import { Button, Link, makeStyles, ProgressBar, tokens, typographyStyles } from '@fluentui/react-components';
import { FolderZipRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { rosterOfCampaign } from '../../app/roster-of-campaign';
import type { FormDefinition } from '../../core/forms/definition';
import { SENDING_PANE_WORDS as WORDS } from '../../messages/sending-words';
import { useSession } from '../state/session';
import { useTools, type SendOutRun } from '../state/tools';
import { fileNameOf } from './file-name';

const useStyles = makeStyles({
  group: {
    display: 'grid',
    gap: '8px',
    justifyItems: 'start',
    paddingTop: '12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  text: { ...typographyStyles.body1, margin: 0 },
  progress: { width: '100%' },
});

export function SendOutSection({ form }: { readonly form: FormDefinition }): ReactNode {
  const styles = useStyles();
  const { campaign, roster, goTo, tell } = useSession();
  const { saveFile, fileWork } = useTools();
  const [done, setDone] = useState<number | null>(null);
  const run = useRef<SendOutRun | null>(null);
  // Whoever leaves the place asks for nothing more.
  useEffect(() => () => run.current?.stop(), []);

  const make = async (): Promise<void> => {
    if (campaign === null) return;
    const { units } = rosterOfCampaign(campaign);
    setDone(0);
    try {
      run.current = fileWork.sendOut({ form, campaign, units, withTexts: true }, setDone);
      const archive = await run.current.archive;
      if (archive === null) tell(WORDS.stopped);
      else {
        const name = fileNameOf(WORDS.fileName(form.annexLabel, campaign.year));
        await saveFile(name, archive);
        tell(WORDS.saved(name, units.length));
      }
    } catch {
      tell(WORDS.failed);
    } finally {
      run.current = null;
      setDone(null);
    }
  };

  return (
    <section className={styles.group} aria-label={WORDS.title}>
      <h3 className={styles.title}>{WORDS.title}</h3>
      {roster.length === 0 ? (
        <>
          <p className={styles.text}>{WORDS.needsRoster}</p>
          <Link
            as="button"
            onClick={() => {
              goTo('settings');
            }}
          >
            {WORDS.toRoster}
          </Link>
        </>
      ) : (
        <>
          <p className={styles.text}>{WORDS.explain(roster.length)}</p>
          {done === null ? (
            <Button icon={<FolderZipRegular />} onClick={() => void make()}>
              {WORDS.make}
            </Button>
          ) : (
            <>
              <p className={styles.text}>{WORDS.making(done, roster.length)}</p>
              <ProgressBar
                className={styles.progress}
                value={done}
                max={roster.length}
                aria-label={WORDS.making(done, roster.length)}
              />
              <Button onClick={() => run.current?.stop()}>{WORDS.stop}</Button>
            </>
          )}
        </>
      )}
    </section>
  );
}
