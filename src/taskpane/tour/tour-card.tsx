/** One step of the tour as a card above the place: nothing is covered, and the clerk may go on working beside it. */
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useRef, type ReactNode } from 'react';
import { SHELL_WORDS } from '../../messages/shell-words';
import { useSession } from '../state/session';
import type { Tour } from './use-tour';

const WORDS = SHELL_WORDS.tour;

const useStyles = makeStyles({
  card: {
    display: 'grid',
    gap: '8px',
    marginTop: '12px',
    padding: '12px',
    border: `1px solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorBrandBackground2,
  },
  count: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  title: { ...typographyStyles.body1Strong, margin: 0, outlineStyle: 'none' },
  text: { ...typographyStyles.body1, margin: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

export function TourCard({ tour, step }: { readonly tour: Tour; readonly step: number }): ReactNode {
  const styles = useStyles();
  const { inExcel } = useSession();
  const steps = inExcel ? WORDS.inExcel : WORDS.inBrowser;
  const current = steps[step];
  const title = useRef<HTMLHeadingElement>(null);
  const { wasAsked } = tour;
  useEffect(() => {
    if (wasAsked) title.current?.focus();
  }, [step, wasAsked]);
  if (current === undefined) return null;
  const isLast = step === steps.length - 1;
  return (
    <section className={styles.card} aria-label={WORDS.name}>
      <p className={styles.count}>{WORDS.step(step + 1, steps.length)}</p>
      <h2 className={styles.title} ref={title} tabIndex={-1}>
        {current.title}
      </h2>
      <p className={styles.text}>{current.text}</p>
      {isLast && <p className={styles.count}>{WORDS.again}</p>}
      <div className={styles.buttons}>
        {isLast ? (
          <Button size="small" appearance="primary" onClick={tour.end}>
            {WORDS.done}
          </Button>
        ) : (
          <Button
            size="small"
            appearance="primary"
            onClick={() => {
              tour.show(step + 1);
            }}
          >
            {WORDS.next}
          </Button>
        )}
        {step > 0 && (
          <Button
            size="small"
            onClick={() => {
              tour.show(step - 1);
            }}
          >
            {WORDS.back}
          </Button>
        )}
        {!isLast && (
          <Button size="small" appearance="subtle" onClick={tour.end}>
            {WORDS.skip}
          </Button>
        )}
      </div>
    </section>
  );
}
