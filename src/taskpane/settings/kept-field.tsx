/** A field whose text is kept when the clerk leaves it; what cannot be read stays in the field with a sentence, and is not kept. */
import { Field, Input, makeStyles, Textarea } from '@fluentui/react-components';
import { useState, type KeyboardEvent, type ReactNode } from 'react';

const useStyles = makeStyles({
  // As narrow as its place: at twice the size of letters there is little.
  narrow: { minWidth: 0, width: '100%' },
});

export interface KeptFieldProps {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  /** Said below the field while nothing is wrong: what was understood. */
  readonly reading?: string | null;
  readonly lines?: number;
  /** Keeps the text; a sentence where it cannot be kept. */
  readonly onKeep: (text: string) => string | null;
}

export function KeptField({ label, value, hint, reading = null, lines = 1, onKeep }: KeptFieldProps): ReactNode {
  const styles = useStyles();
  const [edit, setEdit] = useState<{ readonly text: string; readonly of: string } | null>(null);
  const [flaw, setFlaw] = useState<string | null>(null);
  // What came from elsewhere meanwhile (another campaign was chosen) takes the place of an unfinished text.
  const text = edit !== null && edit.of === value ? edit.text : value;
  const change = (next: string): void => {
    setEdit({ text: next, of: value });
    setFlaw(null);
  };
  const keep = (): void => {
    if (text === value) return;
    const wrong = onKeep(text);
    setFlaw(wrong);
    if (wrong === null) setEdit(null);
  };
  const shownFlaw = edit !== null && edit.of === value ? flaw : null;
  return (
    <Field
      className={styles.narrow}
      label={label}
      {...(hint === undefined ? {} : { hint })}
      {...(shownFlaw !== null
        ? { validationMessage: shownFlaw, validationState: 'error' as const }
        : reading !== null
          ? { validationMessage: reading, validationState: 'none' as const }
          : {})}
    >
      {lines === 1 ? (
        <Input
          className={styles.narrow}
          input={{ className: styles.narrow }}
          value={text}
          onChange={(_event, data) => {
            change(data.value);
          }}
          onBlur={keep}
          onKeyDown={(event: KeyboardEvent) => {
            if (event.key === 'Enter') keep();
          }}
        />
      ) : (
        <Textarea
          className={styles.narrow}
          textarea={{ className: styles.narrow }}
          value={text}
          rows={lines}
          resize="vertical"
          onChange={(_event, data) => {
            change(data.value);
          }}
          onBlur={keep}
        />
      )}
    </Field>
  );
}
