/** While files are read: how far, which ones were just read, and the way to stop. */
import { Button, makeStyles, ProgressBar, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { PANE_WORDS } from '../../messages/pane-words';
import type { Progress } from '../wiring/messages';

const useStyles = makeStyles({
  panel: { display: 'grid', gap: '12px' },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  count: { ...typographyStyles.body1, margin: 0, fontVariantNumeric: 'tabular-nums' },
  list: { ...typographyStyles.caption1, listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: '4px', minHeight: '100px', alignContent: 'start' },
  name: { overflowWrap: 'anywhere' },
  unread: { color: tokens.colorPaletteRedForeground1 },
});

export function ReadingPanel({ progress, onCancel }: { readonly progress: Progress; readonly onCancel: () => void }): ReactNode {
  const styles = useStyles();
  const { done, total, recent } = progress;
  const value = total === null || total === 0 ? {} : { value: Math.min(1, done / total) };
  return (
    <section className={styles.panel} aria-label={PANE_WORDS.reading}>
      <h2 className={styles.title}>{PANE_WORDS.reading}</h2>
      <ProgressBar {...value} aria-label={PANE_WORDS.progress(done, total)} />
      <p className={styles.count} role="status">
        {PANE_WORDS.progress(done, total)}
      </p>
      <div>
        <Button onClick={onCancel}>{PANE_WORDS.cancel}</Button>
      </div>
      <ul className={styles.list} aria-label={PANE_WORDS.readNow}>
        {recent.map((one) => (
          <li key={one.path} className={styles.name}>
            {one.path} · <span className={one.readable ? undefined : styles.unread}>{one.readable ? PANE_WORDS.read : PANE_WORDS.unread}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
