/** The one sentence about what was just done or refused: at the top, where the clerk looks, and read aloud. */
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useSyncExternalStore, type ReactNode } from 'react';
import { SHELL_WORDS } from '../../messages/shell-words';
import { useSessionStore } from '../state/session';

const useStyles = makeStyles({
  // Above everything while a long place is read, so that what is said is seen where the clerk is.
  place: { position: 'sticky', top: 0, zIndex: 1 },
  box: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'start',
    gap: '4px',
    marginTop: '12px',
    boxShadow: tokens.shadow8,
    padding: '6px 4px 6px 10px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  text: { ...typographyStyles.body1, margin: '4px 0', overflowWrap: 'anywhere' },
});

export function SaidLine(): ReactNode {
  const styles = useStyles();
  const store = useSessionStore();
  const { said } = useSyncExternalStore(store.subscribe, store.current);
  // The place for announcements is always there: one that comes with its text is not read aloud.
  return (
    <div role="status" className={styles.place}>
      {said !== null && (
        <div className={styles.box}>
          <p className={styles.text}>{said.sentence}</p>
          <Button
            size="small"
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label={SHELL_WORDS.closeSaid}
            onClick={() => {
              store.tell(null);
            }}
          />
        </div>
      )}
    </div>
  );
}
