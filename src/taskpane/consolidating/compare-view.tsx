/** Two reports of one unit, cell by cell: only what differs. */
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useState, type ReactNode } from 'react';
import type { ComparedCell, Difference } from '../../app/compare-submissions';
import { CONSOLIDATING_WORDS as WORDS } from '../../messages/consolidating-words';
import { HOME } from './desk-state';
import { SubView } from './parts';
import { labelOf } from './totals-table';
import { useDesk } from './use-desk';

const useStyles = makeStyles({
  text: { ...typographyStyles.body1, margin: 0 },
  small: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  table: { ...typographyStyles.caption1, width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
  head: { padding: '4px 0 4px 8px', textAlign: 'left', verticalAlign: 'bottom', ':first-child': { paddingLeft: 0 } },
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  cell: {
    padding: '6px 0 6px 8px',
    textAlign: 'left',
    verticalAlign: 'top',
    fontWeight: 'inherit',
    overflowWrap: 'anywhere',
    ':first-child': { paddingLeft: 0 },
  },
  after: { fontWeight: tokens.fontWeightSemibold },
});

interface CompareViewProps {
  readonly before: string;
  readonly after: string;
}

export function CompareView({ before, after }: CompareViewProps): ReactNode {
  const styles = useStyles();
  const [, desk] = useDesk();
  const [found, setFound] = useState<{ readonly list: readonly Difference[] | null } | null>(null);
  useEffect(() => {
    let here = true;
    void desk.ask('compare', { before, after }).then((list) => {
      if (here) setFound({ list });
    });
    return () => {
      here = false;
    };
  }, [desk, before, after]);
  return (
    <SubView
      title={WORDS.compareTitle}
      onBack={() => {
        desk.show(HOME);
      }}
    >
      <p className={styles.small}>
        {WORDS.before}: {before}
      </p>
      <p className={styles.small}>
        {WORDS.after}: {after}
      </p>
      <p className={styles.text} role="status">
        {sentenceOf(found)}
      </p>
      {found?.list != null && found.list.length > 0 && (
        <table className={styles.table} aria-label={WORDS.compareTitle}>
          <thead>
            <tr>
              <th scope="col" className={styles.head}>
                {WORDS.indicator}
              </th>
              <th scope="col" className={styles.head}>
                {WORDS.before}
              </th>
              <th scope="col" className={styles.head}>
                {WORDS.after}
              </th>
            </tr>
          </thead>
          <tbody>
            {found.list.map((one, index) => (
              // The differences stay in their order; the same line may stand twice in a schedule.
              <tr key={index} className={styles.row}>
                <th scope="row" className={styles.cell}>
                  {labelOf(one)} · {one.measure}
                </th>
                <td className={styles.cell}>
                  <Compared cell={one.before} />
                </td>
                <td className={styles.cell}>
                  <span className={styles.after}>
                    <Compared cell={one.after} />
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </SubView>
  );
}

function sentenceOf(found: { readonly list: readonly Difference[] | null } | null): string {
  if (found === null) return WORDS.loading;
  if (found.list === null) return WORDS.notComparable;
  return found.list.length === 0 ? WORDS.noDifference : WORDS.differences(found.list.length);
}

function Compared({ cell }: { readonly cell: ComparedCell }): ReactNode {
  const styles = useStyles();
  const words =
    cell.words ?? (cell.value !== null ? WORDS.number(cell.value) : cell.raw === '' ? WORDS.empty : WORDS.unreadable(cell.raw));
  return (
    <>
      {words}
      {cell.cell !== null && <span className={styles.small}> ({WORDS.inCell(cell.cell)})</span>}
    </>
  );
}
