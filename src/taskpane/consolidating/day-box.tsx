/** A day as Vietnamese write it, "19/10/2024". The browser's own box would follow the computer's language. */
import { Input, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useId, useState, type ReactNode } from 'react';
import { CONSOLIDATING_WORDS as WORDS } from '../../messages/consolidating-words';
import { readDay } from './typed-day';

const useStyles = makeStyles({
  box: { display: 'grid', gap: '2px' },
  day: { width: '140px', minWidth: 0 },
  input: { minWidth: 0, width: '100%' },
  flaw: { ...typographyStyles.caption1, margin: 0, color: tokens.colorPaletteRedForeground1 },
});

export interface DayBoxProps {
  readonly label: string;
  /** "2024-10-19", or empty. */
  readonly day: string;
  /** Told of every text that is a day, and of the empty one. */
  readonly onDay: (day: string) => void;
}

export function DayBox({ label, day, onDay }: DayBoxProps): ReactNode {
  const styles = useStyles();
  const flaw = useId();
  const shown = day === '' ? '' : WORDS.day(day);
  const [typing, setTyping] = useState<string | null>(null);
  const [isWrong, setIsWrong] = useState(false);
  const finish = (): void => {
    if (typing === null) return;
    const read = readDay(typing);
    setIsWrong(read === null);
    if (read === null) return;
    setTyping(null);
    if (read !== day) onDay(read);
  };
  return (
    <div className={styles.box}>
      <Input
        className={styles.day}
        input={{ className: styles.input }}
        size="small"
        inputMode="numeric"
        aria-label={label}
        aria-invalid={isWrong}
        {...(isWrong ? { 'aria-describedby': flaw } : {})}
        placeholder={WORDS.dayPattern}
        value={typing ?? shown}
        onChange={(_event, { value }) => {
          setTyping(value);
        }}
        onBlur={finish}
        onKeyDown={(event) => {
          if (event.key === 'Enter') finish();
        }}
      />
      {isWrong && (
        <p id={flaw} className={styles.flaw} role="alert">
          {WORDS.notADay}
        </p>
      )}
    </div>
  );
}
