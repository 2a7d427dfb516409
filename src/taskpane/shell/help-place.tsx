/** "Trợ giúp": what each place is for, and where more is written. */
import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { HELP_WORDS } from '../../messages/help-words';
import { useSession } from '../state/session';

const useStyles = makeStyles({
  list: { ...typographyStyles.body1, margin: 0, padding: 0, listStyle: 'none', display: 'grid', gap: '10px' },
  name: { fontWeight: tokens.fontWeightSemibold },
  links: { display: 'grid', gap: '6px', justifyItems: 'start', ...typographyStyles.body1 },
});

export function HelpPlace(): ReactNode {
  const styles = useStyles();
  const { inExcel } = useSession();
  return (
    <>
      <ul className={styles.list}>
        {(inExcel ? HELP_WORDS.inExcel : HELP_WORDS.inBrowser).map(({ name, text }) => (
          <li key={name}>
            <span className={styles.name}>{name}:</span> {text}
          </li>
        ))}
      </ul>
      <div className={styles.links}>
        <Link href="support.html" target="_blank" rel="noopener">
          {HELP_WORDS.support}
        </Link>
        <Link href="privacy.html" target="_blank" rel="noopener">
          {HELP_WORDS.privacy}
        </Link>
      </div>
    </>
  );
}
