/** The pane's edge: a bug ends here, with a report to copy that holds no data, and a way to go on. */
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { PANE_WORDS } from '../../messages/pane-words';

const useStyles = makeStyles({
  panel: { display: 'grid', gap: '12px', padding: '16px' },
  title: { ...typographyStyles.subtitle1, margin: 0 },
  text: { ...typographyStyles.body1, margin: 0 },
  report: {
    ...typographyStyles.caption1,
    fontFamily: tokens.fontFamilyMonospace,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    margin: 0,
    padding: '8px',
    backgroundColor: tokens.colorNeutralBackground3,
  },
});

export function FailurePanel({ report, onBeginAnew }: { readonly report: string; readonly onBeginAnew: () => void }): ReactNode {
  const styles = useStyles();
  return (
    <main className={styles.panel} role="alert">
      <h1 className={styles.title}>{PANE_WORDS.failed}</h1>
      <p className={styles.text}>{PANE_WORDS.failedHelp}</p>
      <div>
        <Button appearance="primary" onClick={onBeginAnew}>
          {PANE_WORDS.startOver}
        </Button>
      </div>
      <p className={styles.text}>{PANE_WORDS.failedReport}</p>
      <pre className={styles.report}>{report}</pre>
    </main>
  );
}
