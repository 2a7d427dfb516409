/** Small parts of the place's screens: a view with a way back, and lists shown in pieces. */
import { Button, makeStyles, typographyStyles } from '@fluentui/react-components';
import { ChevronLeftRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { CONSOLIDATING_WORDS as WORDS } from '../../messages/consolidating-words';

const useStyles = makeStyles({
  view: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '8px', overflowWrap: 'anywhere' },
  back: { justifySelf: 'start', marginLeft: '-8px' },
  title: { ...typographyStyles.subtitle2, margin: 0, outlineStyle: 'none' },
});

export interface SubViewProps {
  readonly title: string;
  readonly onBack: () => void;
  /** False where the clerk's hands are in the sheet: then the focus stays there. */
  readonly takesFocus?: boolean;
  readonly children: ReactNode;
}

/** Something shown in place of the result: reading aloud goes on at its heading. */
export function SubView({ title, onBack, takesFocus = true, children }: SubViewProps): ReactNode {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  const takes = useRef(takesFocus);
  useEffect(() => {
    if (takes.current) heading.current?.focus();
  }, []);
  return (
    <section className={styles.view} aria-label={title}>
      <Button className={styles.back} size="small" appearance="subtle" icon={<ChevronLeftRegular />} onClick={onBack}>
        {WORDS.back}
      </Button>
      <h2 className={styles.title} ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  );
}

export interface PiecesProps<T> {
  readonly items: readonly T[];
  /** Rows painted at once: enough for most offices, few enough to paint without a pause. */
  readonly piece?: number;
  readonly children: (shown: readonly T[]) => ReactNode;
}

/** A long list, a piece at a time. */
export function Pieces<T>({ items, piece = 50, children }: PiecesProps<T>): ReactNode {
  const [count, setCount] = useState(piece);
  const left = items.length - count;
  return (
    <>
      {children(items.slice(0, count))}
      {left > 0 && (
        <Button
          size="small"
          onClick={() => {
            setCount(count + piece);
          }}
        >
          {WORDS.showMore(Math.min(piece, left))}
        </Button>
      )}
    </>
  );
}
