/** What stands in the pane where Excel lacks what the add-in needs: why, and the version for a browser. */
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { SHELL_WORDS } from '../../messages/shell-words';

const useStyles = makeStyles({
  page: { display: 'grid', gap: '12px', padding: '16px', justifyItems: 'start' },
  title: { ...typographyStyles.subtitle2, margin: 0, paddingRight: '36px' },
  link: { ...typographyStyles.body1, color: tokens.colorBrandForegroundLink },
  text: { ...typographyStyles.body1, margin: 0, overflowWrap: 'anywhere' },
});

export function OldExcel(): ReactNode {
  const styles = useStyles();
  // Beside this page: excel.html and index.html are shipped together.
  const address = new URL('index.html', document.baseURI).href;
  return (
    <main className={styles.page}>
      <h1 className={styles.title}>{SHELL_WORDS.oldExcelTitle}</h1>
      <p className={styles.text}>{SHELL_WORDS.oldExcel}</p>
      <p className={styles.text}>{SHELL_WORDS.oldExcelWay}</p>
      <a className={styles.link} href={address} target="_blank" rel="noopener">
        {SHELL_WORDS.openBrowser}
      </a>
      <p className={styles.text}>{SHELL_WORDS.orCopy}</p>
      <p className={styles.text}>{address}</p>
    </main>
  );
}
