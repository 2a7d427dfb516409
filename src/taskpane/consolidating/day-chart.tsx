/** Files by the day they came, against the deadline. Days that only the file offers are drawn lighter than confirmed ones. */
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { CONSOLIDATING_WORDS as WORDS } from '../../messages/consolidating-words';
import type { Outcome } from '../wiring/messages';
import { filesByDay } from './files-by-day';

const [WIDTH, HEIGHT, TOP, BOTTOM] = [288, 120, 14, 18];

const useStyles = makeStyles({
  chart: { display: 'block', width: '100%', height: 'auto', maxWidth: '480px' },
  confirmed: { fill: tokens.colorBrandBackground, '@media (forced-colors: active)': { fill: 'Highlight' } },
  offered: {
    fill: tokens.colorNeutralBackground5,
    stroke: tokens.colorBrandStroke1,
    '@media (forced-colors: active)': { fill: 'Canvas', stroke: 'Highlight' },
  },
  axis: { stroke: tokens.colorNeutralStroke1 },
  deadline: { stroke: tokens.colorPaletteRedBorder2, strokeDasharray: '3 2' },
  words: { fill: tokens.colorNeutralForeground2, fontSize: '10px', '@media (forced-colors: active)': { fill: 'CanvasText' } },
  text: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
});

export function DayChart({ outcome }: { readonly outcome: Outcome }): ReactNode {
  const styles = useStyles();
  const { days, most } = filesByDay(outcome.receipts);
  const { lastSafeDay } = outcome;
  const line = lastSafeDay === null ? WORDS.noDeadline : WORDS.deadline(lastSafeDay);
  if (days.length === 0) {
    return (
      <p className={styles.text}>
        {WORDS.noDays} {line}
      </p>
    );
  }
  const text = WORDS.byDayText(days.map((one) => WORDS.dayPart(one.day, one.confirmed + one.offered)).join('; '));
  const step = WIDTH / days.length;
  const bar = Math.min(28, step * 0.7);
  const height = (count: number): number => ((HEIGHT - TOP - BOTTOM) * count) / most;
  const base = HEIGHT - BOTTOM;
  // Labels stand on so many days that they never touch.
  const every = Math.ceil(days.length / 8);
  const onTime = lastSafeDay === null ? -1 : days.filter((one) => one.day <= lastSafeDay).length;
  return (
    <>
      <svg className={styles.chart} viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`} role="img" aria-label={`${text} ${line}`}>
        <line className={styles.axis} x1="0" x2={WIDTH} y1={base} y2={base} />
        {days.map((one, index) => {
          const x = index * step + (step - bar) / 2;
          const [sure, offered] = [height(one.confirmed), height(one.offered)];
          return (
            <g key={one.day}>
              <rect className={styles.confirmed} x={x} width={bar} y={base - sure} height={sure} />
              <rect className={styles.offered} x={x} width={bar} y={base - sure - offered} height={offered} />
              {index % every === 0 && (
                <>
                  <text className={styles.words} x={x + bar / 2} y={base - sure - offered - 3} textAnchor="middle">
                    {WORDS.number(one.confirmed + one.offered)}
                  </text>
                  <text className={styles.words} x={x + bar / 2} y={HEIGHT - 5} textAnchor="middle">
                    {WORDS.shortDay(one.day)}
                  </text>
                </>
              )}
            </g>
          );
        })}
        {onTime >= 0 && <line className={styles.deadline} x1={onTime * step} x2={onTime * step} y1={TOP - 8} y2={base} />}
      </svg>
      <p className={styles.text}>{line}</p>
      <p className={styles.text}>
        <Key look={styles.confirmed} /> {WORDS.confirmedDay} <Key look={styles.offered} /> {WORDS.offeredDay}
      </p>
    </>
  );
}

function Key({ look }: { readonly look: string }): ReactNode {
  return (
    <svg width="10" height="10" aria-hidden="true">
      <rect className={look} x="0.5" y="0.5" width="9" height="9" />
    </svg>
  );
}
