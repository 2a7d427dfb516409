/** One sentence about what was just done, said aloud too. */
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useSyncExternalStore, type ReactNode } from 'react';
import { PANE_WORDS } from '../../messages/pane-words';
import type { Notice } from '../state/pane-state';
import { ribbonNews } from '../state/ribbon-news';

const useStyles = makeStyles({
  box: {
    ...typographyStyles.body1,
    margin: '12px 0 0',
    padding: '8px 12px',
    overflowWrap: 'anywhere',
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
});

export function NoticeLine({ notice }: { readonly notice: Notice | null }): ReactNode {
  const styles = useStyles();
  const news = useSyncExternalStore(ribbonNews.subscribe, ribbonNews.current);
  const said = notice === null ? news : sentence(notice);
  // The place for announcements is always there: one that comes with its text is not read aloud.
  return <div role="status">{said !== null && <p className={styles.box}>{said}</p>}</div>;
}

function sentence(notice: Notice): string {
  switch (notice.kind) {
    case 'nothing-chosen':
      return PANE_WORDS.nothingChosen;
    case 'not-a-file':
      return PANE_WORDS.notAFile;
    case 'already-there':
      return PANE_WORDS.alreadyThere(notice.count);
    case 'cancelled':
      return PANE_WORDS.cancelled;
    case 'saved':
      return PANE_WORDS.saved(notice.name);
  }
}
