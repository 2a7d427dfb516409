/** Findings about the campaign or the roster, as a short list that is read aloud when it changes. */
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Finding } from '../../core/findings';
import { SETTINGS_WORDS } from '../../messages/settings-words';
import { SEVERITY_WORDS } from '../../messages/submission-words';
import { describeFinding } from '../../messages/vi';

/** More of them are counted, not shown: a pasted novel has thousands. */
const SHOWN = 20;

const useStyles = makeStyles({
  // There, so that what comes is read aloud, and without the gap of a row of its own.
  nothing: { position: 'absolute' },
  box: {
    padding: '8px 10px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeft: `3px solid ${tokens.colorPaletteDarkOrangeBorderActive}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  title: { ...typographyStyles.body1Strong, margin: '0 0 4px' },
  list: { ...typographyStyles.body1, margin: 0, padding: '0 0 0 16px', display: 'grid', gap: '4px', overflowWrap: 'anywhere' },
  word: { fontWeight: tokens.fontWeightSemibold },
});

export function FindingLines({ title, findings }: { readonly title: string; readonly findings: readonly Finding[] }): ReactNode {
  const styles = useStyles();
  return (
    <div role="status" className={findings.length === 0 ? styles.nothing : undefined}>
      {findings.length > 0 && (
        <div className={styles.box}>
          <h3 className={styles.title}>{title}</h3>
          <ul className={styles.list}>
            {findings.slice(0, SHOWN).map((one, index) => (
              // The list is made anew with every change.
              <li key={index}>
                <span className={styles.word}>{SEVERITY_WORDS[one.severity]}.</span> {describeFinding(one)}
              </li>
            ))}
            {findings.length > SHOWN && <li>{SETTINGS_WORDS.moreFindings(findings.length - SHOWN)}</li>}
          </ul>
        </div>
      )}
    </div>
  );
}
