/** What stands in the place of a place that broke. */
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useRef, type ReactNode } from 'react';
import { SHELL_WORDS } from '../../messages/shell-words';
import { ReportToCopy } from './report-to-copy';

const useStyles = makeStyles({
  panel: { display: 'grid', gap: '12px', justifyItems: 'start' },
  title: { ...typographyStyles.subtitle2, margin: 0, outlineStyle: 'none' },
  text: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground1 },
});

export function BrokenPlacePanel({ report, onReopen }: { readonly report: string; readonly onReopen: () => void }): ReactNode {
  const styles = useStyles();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
  }, []);
  return (
    <div className={styles.panel} role="alert">
      <h2 className={styles.title} ref={title} tabIndex={-1}>
        {SHELL_WORDS.brokenPlace}
      </h2>
      <p className={styles.text}>{SHELL_WORDS.brokenHelp}</p>
      <Button appearance="primary" onClick={onReopen}>
        {SHELL_WORDS.reopen}
      </Button>
      <ReportToCopy title={SHELL_WORDS.report} text={report} />
    </div>
  );
}
