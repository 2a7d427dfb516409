/** Received files with state and reason; a filter by state; what has to go back to its unit; long lists in pieces. */
import { Button, makeStyles, ToggleButton, typographyStyles } from '@fluentui/react-components';
import { ArrowDownloadRegular, MailRegular } from '@fluentui/react-icons';
import { useState, type ReactNode } from 'react';
import { CONSOLIDATING_WORDS as WORDS } from '../../messages/consolidating-words';
import { STATE_WORDS } from '../../messages/submission-words';
import type { FileLine, Outcome } from '../wiring/messages';
import { FileRow } from './file-row';
import { Pieces } from './parts';
import { useDesk } from './use-desk';

type State = FileLine['state'];

/** What needs somebody comes first. */
const ORDER: readonly State[] = ['refused', 'undetermined', 'counted', 'superseded', 'duplicate', 'contained'];

const useStyles = makeStyles({
  filters: { display: 'flex', flexWrap: 'wrap', gap: '6px', marginBottom: '8px' },
  filter: { minWidth: 'auto' },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  back: { display: 'grid', gap: '6px', marginBottom: '10px' },
  line: { ...typographyStyles.body1, margin: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
});

export function FileList({ outcome }: { readonly outcome: Outcome }): ReactNode {
  const styles = useStyles();
  const [filter, setFilter] = useState<State | null>(null);
  const { submissions } = outcome;
  const counts = new Map<State, number>();
  for (const { state } of submissions) counts.set(state, (counts.get(state) ?? 0) + 1);
  const present = ORDER.filter((state) => counts.has(state));
  const chosen = filter !== null && counts.has(filter) ? filter : null;
  const rank = (one: FileLine): number => ORDER.indexOf(one.state);
  const wanted = submissions.filter((one) => chosen === null || one.state === chosen).sort((a, b) => rank(a) - rank(b));
  return (
    <div>
      {outcome.sentBack > 0 && <SendBack count={outcome.sentBack} />}
      {present.length > 1 && (
        <div className={styles.filters} role="group" aria-label={WORDS.filter}>
          {[null, ...present].map((state) => (
            <ToggleButton
              key={state ?? 'all'}
              className={styles.filter}
              size="small"
              checked={chosen === state}
              onClick={() => {
                setFilter(state);
              }}
            >
              {state === null ? WORDS.all : `${STATE_WORDS[state]}: ${WORDS.number(counts.get(state) ?? 0)}`}
            </ToggleButton>
          ))}
        </div>
      )}
      {wanted.length === 0 && <p className={styles.line}>{WORDS.noneInState}</p>}
      <Pieces key={chosen ?? 'all'} items={wanted}>
        {(shown) => (
          <ul className={styles.list}>
            {shown.map((one) => (
              <FileRow key={one.file} line={one} />
            ))}
          </ul>
        )}
      </Pieces>
    </div>
  );
}

function SendBack({ count }: { readonly count: number }): ReactNode {
  const styles = useStyles();
  const [, desk] = useDesk();
  return (
    <section className={styles.back} aria-label={WORDS.sendBackTitle}>
      <p className={styles.line}>{WORDS.sendBackCount(count)}</p>
      <div className={styles.buttons}>
        <Button
          size="small"
          icon={<MailRegular />}
          onClick={() => {
            desk.show({ kind: 'letters' });
          }}
        >
          {WORDS.letters}
        </Button>
        {(['xlsx', 'csv'] as const).map((as) => (
          <Button
            key={as}
            size="small"
            icon={<ArrowDownloadRegular />}
            onClick={() => {
              void desk.saveList(as);
            }}
          >
            {as === 'xlsx' ? WORDS.saveListXlsx : WORDS.saveListCsv}
          </Button>
        ))}
      </div>
    </section>
  );
}
