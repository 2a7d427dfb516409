/** What the clerk should know before reading on: blanks that stay, figures that moved on; and what was left out. */
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { REPORTING_WORDS as WORDS } from '../../messages/reporting-words';
import type { SetAside } from '../../core/narrative/narrative';
import { Pieces } from '../consolidating/parts';
import { useSession } from '../state/session';
import { useReport } from './use-report';

const useStyles = makeStyles({
  box: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    justifyItems: 'start',
    gap: '4px',
    padding: '6px 10px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
  },
  warning: { borderLeftColor: tokens.colorPaletteYellowBorderActive },
  text: { ...typographyStyles.body1, margin: 0 },
  small: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  button: { marginLeft: '-8px' },
  summary: { ...typographyStyles.caption1, cursor: 'pointer', borderRadius: tokens.borderRadiusSmall },
  list: { margin: 0, paddingLeft: '18px' },
});

export function ReportNotices(): ReactNode {
  const styles = useStyles();
  const { campaign, goTo } = useSession();
  const [{ narrative, busy }] = useReport();
  const outdated = narrative?.paragraphs.filter((one) => one.outdated.length > 0 && one.state !== 'hidden') ?? [];
  const blanks = campaign === null ? WORDS.noCampaign : campaign.office?.name == null ? WORDS.noOffice : null;
  return (
    <>
      {/* Always there: what comes into it is read aloud. */}
      <div role="status" className={styles.small}>
        {busy === 'making' ? WORDS.making : ''}
      </div>
      {blanks !== null && (
        <div className={styles.box}>
          <p className={styles.text}>{blanks}</p>
          <Button
            className={styles.button}
            size="small"
            appearance="transparent"
            onClick={() => {
              goTo('settings');
            }}
          >
            {WORDS.toSettings}
          </Button>
        </div>
      )}
      {outdated.length > 0 && (
        <div className={`${styles.box} ${styles.warning}`}>
          <p className={styles.text}>{WORDS.outdatedCount(outdated.length)}</p>
          <Button
            className={styles.button}
            size="small"
            appearance="transparent"
            onClick={() => {
              document.querySelector<HTMLElement>('[data-outdated] button')?.focus();
            }}
          >
            {WORDS.nextOutdated}
          </Button>
        </div>
      )}
    </>
  );
}

/** What units wrote and the report leaves out, with the reason: nothing is dropped silently. */
export function SetAsideList({ setAside }: { readonly setAside: readonly SetAside[] }): ReactNode {
  const styles = useStyles();
  if (setAside.length === 0) return null;
  return (
    <details>
      <summary className={styles.summary}>{WORDS.setAside(setAside.length)}</summary>
      <Pieces items={setAside} piece={20}>
        {(shown) => (
          <ul className={styles.list}>
            {shown.map(({ source, reason }, index) => (
              <li key={`${source.file} ${String(index)}`} className={styles.small}>
                {source.unit.name}: “{source.text}” ({WORDS.setAsideWhy(reason)})
              </li>
            ))}
          </ul>
        )}
      </Pieces>
    </details>
  );
}
