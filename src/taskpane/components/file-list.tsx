/** Received files with state and reason; a filter by state; long lists are shown in pieces. */
import { Button, makeStyles, ToggleButton } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { Submission, SubmissionState } from '../../core/consolidation/consolidation';
import { PANE_WORDS } from '../../messages/pane-words';
import { STATE_WORDS } from '../../messages/submission-words';
import { FileRow } from './file-row';

/** Rows painted at once: enough for most offices, few enough to paint without a pause. */
const PIECE = 100;

/** What needs somebody comes first. */
const ORDER: readonly SubmissionState[] = ['refused', 'undetermined', 'counted', 'superseded', 'duplicate', 'contained'];

const useStyles = makeStyles({
  filters: { display: 'flex', flexWrap: 'wrap', gap: '6px', marginBottom: '8px' },
  filter: { minWidth: 'auto' },
  list: { listStyle: 'none', margin: 0, padding: 0 },
});

export function FileList({ submissions }: { readonly submissions: readonly Submission[] }): ReactNode {
  const styles = useStyles();
  const [filter, setFilter] = useState<SubmissionState | null>(null);
  const [shown, setShown] = useState(PIECE);
  const counts = new Map<SubmissionState, number>();
  for (const { state } of submissions) counts.set(state, (counts.get(state) ?? 0) + 1);
  const present = ORDER.filter((state) => counts.has(state));
  const rank = (one: Submission): number => ORDER.indexOf(one.state);
  const wanted = submissions.filter((one) => filter === null || one.state === filter).sort((a, b) => rank(a) - rank(b));
  const choose = (state: SubmissionState | null): void => {
    setFilter(state === filter ? null : state);
    setShown(PIECE);
  };
  return (
    <div>
      {present.length > 1 && (
        <div className={styles.filters} role="group">
          <ToggleButton className={styles.filter} size="small" checked={filter === null} onClick={() => { choose(null); }}>
            {PANE_WORDS.all}
          </ToggleButton>
          {present.map((state) => (
            <ToggleButton key={state} className={styles.filter} size="small" checked={filter === state} onClick={() => { choose(state); }}>
              {`${STATE_WORDS[state]}: ${String(counts.get(state) ?? 0)}`}
            </ToggleButton>
          ))}
        </div>
      )}
      {wanted.length === 0 && <p>{PANE_WORDS.noneInState}</p>}
      <ul className={styles.list}>
        {wanted.slice(0, shown).map((one) => (
          <FileRow key={one.file} submission={one} />
        ))}
      </ul>
      {wanted.length > shown && (
        <Button size="small" onClick={() => { setShown(shown + PIECE); }}>
          {PANE_WORDS.showMore(Math.min(PIECE, wanted.length - shown))}
        </Button>
      )}
    </div>
  );
}
