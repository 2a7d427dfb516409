/** The calendar of a list: days with the number of their lines; a day opens what everybody registered for it. */
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useEffect, useState, type ReactNode } from 'react';
import { CALENDAR_WORDS as WORDS } from '../../messages/calendar-words';
import type { DayLine, Outcome } from '../wiring/messages';
import { Pieces } from './parts';
import { useDesk } from './use-desk';

const useStyles = makeStyles({
  hint: { ...typographyStyles.caption1, margin: '0 0 8px', color: tokens.colorNeutralForeground2 },
  days: { listStyle: 'none', margin: 0, padding: 0 },
  day: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  opener: { justifyContent: 'start', width: '100%', textAlign: 'left', paddingLeft: 0, height: 'auto' },
  lines: { listStyle: 'none', margin: '0 0 8px', padding: '0 0 0 24px', display: 'grid', gap: '8px', overflowWrap: 'anywhere' },
  unit: { ...typographyStyles.caption1Strong, margin: 0 },
  text: { ...typographyStyles.caption1, margin: 0 },
  column: { color: tokens.colorNeutralForeground2 },
});

export function CalendarView({ outcome }: { readonly outcome: Outcome }): ReactNode {
  const styles = useStyles();
  const { days } = outcome;
  if (days.length === 0) return <p className={styles.hint}>{WORDS.empty}</p>;
  return (
    <div>
      <p className={styles.hint}>{WORDS.hint}</p>
      <ul className={styles.days} aria-label={WORDS.title}>
        {days.map(({ day, lines }) => (
          <Day key={day ?? ''} day={day} count={lines} outcome={outcome} />
        ))}
      </ul>
    </div>
  );
}

interface DayProps {
  readonly day: string | null;
  readonly count: number;
  /** Another outcome may have other lines on the same day. */
  readonly outcome: Outcome;
}

function Day({ day, count, outcome }: DayProps): ReactNode {
  const styles = useStyles();
  const [, desk] = useDesk();
  const [isOpen, setIsOpen] = useState(false);
  const [lines, setLines] = useState<readonly DayLine[] | null>(null);
  useEffect(() => {
    if (!isOpen) return;
    let here = true;
    void desk.ask('day', { day }).then((found) => {
      if (here) setLines(found);
    });
    return () => {
      here = false;
    };
  }, [desk, day, isOpen, outcome]);
  return (
    <li className={styles.day}>
      <Button
        className={styles.opener}
        appearance="transparent"
        icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
        aria-expanded={isOpen}
        onClick={() => {
          setIsOpen(!isOpen);
        }}
      >
        {WORDS.day(day, count)}
      </Button>
      {isOpen && lines !== null && (
        <Pieces items={lines}>
          {(shown) => (
            <ul className={styles.lines}>
              {shown.map(({ unit, until, rawDay, texts }, index) => (
                // Lines of a day stay in the order of the calendar.
                <li key={index}>
                  <p className={styles.unit}>{unit}</p>
                  {until !== null && <p className={styles.text}>{WORDS.until(until)}</p>}
                  {rawDay !== '' && <p className={styles.text}>{WORDS.rawDay(rawDay)}</p>}
                  {texts.map(({ column, text }) => (
                    <p key={column} className={styles.text}>
                      <span className={styles.column}>{column}:</span> {text}
                    </p>
                  ))}
                </li>
              ))}
            </ul>
          )}
        </Pieces>
      )}
    </li>
  );
}
