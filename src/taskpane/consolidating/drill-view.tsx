/** Who made a total: ranked, with share bars, down to file, sheet, cell and what is written there. A unit can be left out. */
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { CONSOLIDATING_WORDS as WORDS } from '../../messages/consolidating-words';
import type { Drill, DrillLine, Outcome } from '../wiring/messages';
import { switchUnit } from './decide';
import { HOME } from './desk-state';
import { Pieces, SubView } from './parts';
import { ShareBar } from './share-bar';
import { useDesk } from './use-desk';

const useStyles = makeStyles({
  row: { ...typographyStyles.body1Strong, margin: 0 },
  total: { ...typographyStyles.body1, margin: 0 },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '3px',
    padding: '8px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  head: { display: 'flex', justifyContent: 'space-between', gap: '8px', ...typographyStyles.body1Strong },
  value: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  small: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  off: { justifySelf: 'start', marginLeft: '-8px' },
});

interface DrillViewProps {
  readonly drill: Drill;
  readonly bySelection: boolean;
  readonly outcome: Outcome;
}

export function DrillView({ drill: opened, bySelection, outcome }: DrillViewProps): ReactNode {
  const styles = useStyles();
  const [, desk] = useDesk();
  const [newer, setNewer] = useState<Drill | null>(null);
  const drill = newer?.key === opened.key ? newer : opened;
  const seen = useRef(outcome);

  // A unit was left out, or something else was decided: the ranking follows.
  useEffect(() => {
    if (seen.current === outcome) return;
    seen.current = outcome;
    let here = true;
    void desk.ask('drill', { key: opened.key }).then((next) => {
      if (here && next !== null) setNewer(next);
    });
    return () => {
      here = false;
    };
  }, [outcome, opened.key, desk]);

  const largest = Math.max(1, ...drill.lines.map((one) => one.value));
  // Units inside a consolidated workbook are left out by the office that sent it, not here.
  const own = new Set(outcome.submissions.flatMap((one) => (one.unit === null ? [] : [keyOf(one.file, one.unit)])));
  return (
    <SubView
      title={WORDS.drillTitle}
      takesFocus={!bySelection}
      onBack={() => {
        desk.show(HOME);
      }}
    >
      <div role="status">
        <p className={styles.row}>
          {drill.row} · {drill.measure}
        </p>
        <p className={styles.total}>
          {drill.reporters === 0 ? WORDS.drillNobody : WORDS.drillTotal(drill.value, drill.unit, drill.reporters)}
        </p>
      </div>
      <Pieces key={drill.key} items={drill.lines}>
        {(shown) => (
          <ol className={styles.list} aria-label={WORDS.listTitle}>
            {shown.map((one, index) => (
              <Line
                key={`${one.file} ${one.unit.name} ${String(index)}`}
                line={one}
                largest={largest}
                total={drill.value}
                onSwitchOff={
                  own.has(keyOf(one.file, one.unit))
                    ? () => {
                        desk.decide(switchUnit(one.unit, false));
                      }
                    : null
                }
              />
            ))}
          </ol>
        )}
      </Pieces>
    </SubView>
  );
}

const keyOf = (file: string, unit: DrillLine['unit']): string => `${file}\n${unit.code ?? ''}\n${unit.name}`;

interface LineProps {
  readonly line: DrillLine;
  readonly largest: number;
  readonly total: number;
  readonly onSwitchOff: (() => void) | null;
}

function Line({ line, largest, total, onSwitchOff }: LineProps): ReactNode {
  const styles = useStyles();
  const percent = total === 0 ? 0 : Math.round((line.value / total) * 1000) / 10;
  const written = line.fromChildren ? WORDS.fromChildren : WORDS.written(line.raw);
  return (
    <li className={styles.line}>
      <div className={styles.head}>
        <span>{line.unit.name}</span>
        <span className={styles.value}>{WORDS.number(line.value)}</span>
      </div>
      <ShareBar share={line.value / largest} words={WORDS.share(percent)} />
      <p className={styles.small}>{line.file}</p>
      <p className={styles.small}>
        {WORDS.place(line.sheet, line.cell)} · {written}
      </p>
      {line.byHand && <p className={styles.small}>{WORDS.byHand}</p>}
      {onSwitchOff !== null && (
        <Button
          className={styles.off}
          size="small"
          appearance="transparent"
          aria-label={WORDS.ofFile(WORDS.switchOff, line.unit.name)}
          onClick={onSwitchOff}
        >
          {WORDS.switchOff}
        </Button>
      )}
    </li>
  );
}
