/** While files are read: how far, how long still, which ones were just read, and the way to stop. */
import { Button, makeStyles, mergeClasses, ProgressBar, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { DESK_WORDS } from '../../messages/desk-words';
import type { Progress } from '../wiring/messages';

const useStyles = makeStyles({
  panel: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '12px' },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  count: { ...typographyStyles.body1, margin: 0, fontVariantNumeric: 'tabular-nums' },
  list: {
    ...typographyStyles.caption1,
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: '4px',
    minHeight: '160px',
    alignContent: 'start',
  },
  // News come so often that it would always be on its way, and the page be painted sixty times a second.
  bar: { transitionDuration: '0s' },
  name: { overflowWrap: 'anywhere' },
  aloud: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', margin: 0 },
  unread: { color: tokens.colorPaletteRedForeground1 },
});

/** Said aloud at every tenth, not at every file. */
const STEPS = 10;

export function ReadingPanel({ progress, onCancel }: { readonly progress: Progress; readonly onCancel: () => void }): ReactNode {
  const styles = useStyles();
  const { done, total, unread, left, recent } = progress;
  const value = total === null || total === 0 ? {} : { value: Math.min(1, done / total) };
  const words = [
    DESK_WORDS.progress(done, total),
    unread > 0 ? DESK_WORDS.unreadSoFar(unread) : '',
    left !== null && left > 0 ? DESK_WORDS.left(left) : '',
  ].filter((one) => one !== '');
  const step = total === null ? 0 : Math.floor((done / Math.max(1, total)) * STEPS);
  const aloud = total === null ? DESK_WORDS.reading : DESK_WORDS.progress(Math.floor((step * total) / STEPS), total);
  return (
    <section className={styles.panel} aria-label={DESK_WORDS.reading}>
      <h2 className={styles.title}>{DESK_WORDS.reading}</h2>
      <ProgressBar {...value} bar={{ className: styles.bar }} aria-label={DESK_WORDS.progress(done, total)} />
      <p className={styles.count}>{words.join(' · ')}</p>
      <p className={styles.aloud} role="status">
        {aloud}
      </p>
      <div>
        <Button onClick={onCancel} data-focus="cancel">
          {DESK_WORDS.cancel}
        </Button>
      </div>
      <ul className={styles.list} aria-label={DESK_WORDS.readNow}>
        {recent.map((one) => (
          <li key={one.path} className={styles.name}>
            {one.path} ·{' '}
            <span className={mergeClasses(!one.readable && styles.unread)}>
              {one.readable ? DESK_WORDS.read : DESK_WORDS.unread}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
