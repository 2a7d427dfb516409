/** Small drawings: files by day against the deadline, reporters per row, the largest contributors. Words stand beside each. */
import { makeStyles, Select, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useState, type ReactNode } from 'react';
import { CONSOLIDATING_WORDS as WORDS } from '../../messages/consolidating-words';
import type { Drill, Outcome } from '../wiring/messages';
import { DayChart } from './day-chart';
import { ShareBar } from './share-bar';
import { labelOf } from './totals-table';
import { useDesk } from './use-desk';

const LARGEST = 8;

const useStyles = makeStyles({
  all: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '20px' },
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '8px', overflowWrap: 'anywhere' },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: '6px' },
  label: { ...typographyStyles.caption1, margin: 0 },
  text: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
});

export function Drawings({ outcome }: { readonly outcome: Outcome }): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.all}>
      <section className={styles.part} aria-label={WORDS.byDay}>
        <h3 className={styles.title}>{WORDS.byDay}</h3>
        <DayChart outcome={outcome} />
      </section>
      <Reporters outcome={outcome} />
      <Largest outcome={outcome} />
    </div>
  );
}

function Reporters({ outcome }: { readonly outcome: Outcome }): ReactNode {
  const styles = useStyles();
  const [{ shape }] = useDesk();
  const all = outcome.contributors;
  return (
    <section className={styles.part} aria-label={WORDS.byRow}>
      <h3 className={styles.title}>{WORDS.byRow}</h3>
      <ul className={styles.list}>
        {(shape?.rows ?? []).map((row) => {
          const counts = row.fields.map((field) => (field === null ? 0 : (outcome.totals[field.key]?.reporters ?? 0)));
          const most = Math.max(0, ...counts);
          return (
            <li key={row.id}>
              <p className={styles.label}>{labelOf(row)}</p>
              <ShareBar share={all === 0 ? 0 : most / all} words={WORDS.ofUnits(most, all)} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Largest({ outcome }: { readonly outcome: Outcome }): ReactNode {
  const styles = useStyles();
  const [{ shape }, desk] = useDesk();
  const fields = (shape?.rows ?? []).flatMap((row) =>
    row.fields.flatMap((field) => (field === null ? [] : [{ key: field.key, words: WORDS.rowChoice(labelOf(row), field.unit) }])),
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const key = chosen ?? fields.find((one) => (outcome.totals[one.key]?.value ?? 0) > 0)?.key ?? fields[0]?.key ?? null;
  const [drill, setDrill] = useState<Drill | null>(null);
  useEffect(() => {
    let here = true;
    if (key !== null)
      void desk.ask('drill', { key }).then((next) => {
        if (here) setDrill(next);
      });
    return () => {
      here = false;
    };
  }, [desk, key, outcome]);
  const lines = (drill?.lines ?? []).slice(0, LARGEST);
  const largest = Math.max(1, ...lines.map((one) => one.value));
  return (
    <section className={styles.part} aria-label={WORDS.largest}>
      <h3 className={styles.title}>{WORDS.largest}</h3>
      <Select
        size="small"
        aria-label={WORDS.largestRow}
        value={key ?? ''}
        onChange={(_event, { value }) => {
          setChosen(value);
        }}
      >
        {fields.map((one) => (
          <option key={one.key} value={one.key}>
            {one.words}
          </option>
        ))}
      </Select>
      {lines.length === 0 && <p className={styles.text}>{WORDS.drillNobody}</p>}
      <ol className={styles.list}>
        {lines.map((one, index) => (
          <li key={`${one.unit.name} ${String(index)}`}>
            <p className={styles.label}>{one.unit.name}</p>
            <ShareBar share={one.value / largest} words={WORDS.number(one.value)} />
          </li>
        ))}
      </ol>
    </section>
  );
}
