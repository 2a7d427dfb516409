/** A text for whoever helps the clerk, with a button that copies it. */
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { SHELL_WORDS } from '../../messages/shell-words';

const useStyles = makeStyles({
  box: { display: 'grid', gap: '8px', justifyItems: 'start', width: '100%' },
  text: { ...typographyStyles.body1, margin: 0 },
  report: {
    ...typographyStyles.caption1,
    boxSizing: 'border-box',
    width: '100%',
    fontFamily: tokens.fontFamilyMonospace,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    margin: 0,
    padding: '8px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
});

export function ReportToCopy({ title, text }: { readonly title: string; readonly text: string }): ReactNode {
  const styles = useStyles();
  const [said, setSaid] = useState<string | null>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(SHELL_WORDS.copied);
    } catch {
      // Frames of Excel on the web are not given the clipboard.
      setSaid(SHELL_WORDS.notCopied);
    }
  };
  return (
    <div className={styles.box}>
      <p className={styles.text}>{title}</p>
      <Button size="small" onClick={() => void copy()}>
        {SHELL_WORDS.copyReport}
      </Button>
      <div role="status">{said !== null && <p className={styles.text}>{said}</p>}</div>
      <pre className={styles.report}>{text}</pre>
    </div>
  );
}
