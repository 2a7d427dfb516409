/** Where the report goes: into the workbook's sheet, into a Word file; and what follows for units that did not report. */
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import {
  ArrowSyncRegular,
  DocumentArrowDownRegular,
  MailRegular,
  TableArrowUpRegular,
  TableSimpleRegular,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { REPORTING_WORDS as WORDS } from '../../messages/reporting-words';
import { useSession } from '../state/session';
import { useReport } from './use-report';

const useStyles = makeStyles({
  group: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '6px' },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  text: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
  bar: {
    position: 'sticky',
    bottom: 0,
    display: 'grid',
    gap: '4px',
    padding: '8px 0 12px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    zIndex: 1,
  },
  state: { ...typographyStyles.caption1, margin: 0, textAlign: 'center', color: tokens.colorNeutralForeground2 },
});

/** Less often needed: made anew, and reminding. */
export function ReportActions(): ReactNode {
  const styles = useStyles();
  const [{ shown, busy }, report] = useReport();
  const toChase = shown?.toChase ?? null;
  return (
    <>
      <div>
        <Button
          size="small"
          appearance="subtle"
          icon={<ArrowSyncRegular />}
          disabledFocusable={busy !== null}
          onClick={() => {
            void report.refresh('said');
          }}
        >
          {WORDS.again}
        </Button>
      </div>
      <section className={styles.group} aria-label={WORDS.reminderTitle}>
        <h3 className={styles.title}>{WORDS.reminderTitle}</h3>
        <p className={styles.text}>
          {toChase === null ? WORDS.noRoster : toChase === 0 ? WORDS.nobodyToChase : WORDS.toChase(toChase)}
        </p>
        {toChase !== null && toChase > 0 && (
          <div className={styles.buttons}>
            <Button
              size="small"
              icon={<MailRegular />}
              disabledFocusable={busy !== null}
              onClick={() => {
                void report.saveReminder();
              }}
            >
              {WORDS.reminder}
            </Button>
            <Button
              size="small"
              icon={<TableSimpleRegular />}
              disabledFocusable={busy !== null}
              onClick={() => {
                void report.saveChaseList();
              }}
            >
              {WORDS.chaseList}
            </Button>
          </div>
        )}
      </section>
    </>
  );
}

export function ReportBar(): ReactNode {
  const styles = useStyles();
  const { host } = useSession();
  const [{ busy, isDirty, shown }, report] = useReport();
  const hasSheet = shown?.sheet != null;
  return (
    <div className={styles.bar} role="group" aria-label={WORDS.actions}>
      {host !== null && (
        <>
          <Button
            appearance="primary"
            icon={<TableArrowUpRegular />}
            // Stays in the tab order while it works, so that the keyboard is not thrown out.
            disabledFocusable={busy !== null}
            onClick={() => {
              void report.put();
            }}
          >
            {busy === 'writing' ? WORDS.putting : hasSheet ? WORDS.putAgain : WORDS.put}
          </Button>
          <p className={styles.state}>{hasSheet && !isDirty ? WORDS.inSheet : WORDS.notInSheet}</p>
        </>
      )}
      <Button
        appearance={host === null ? 'primary' : 'secondary'}
        icon={<DocumentArrowDownRegular />}
        disabledFocusable={busy !== null}
        onClick={() => {
          void report.saveWord();
        }}
      >
        {busy === 'word' ? WORDS.wording : WORDS.word}
      </Button>
    </div>
  );
}
