/** Which form is consolidated: its whole name, and the others on request. Names wrap; a drop-down would cut them. */
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useRef, type ReactNode } from 'react';
import { DESK_WORDS } from '../../messages/desk-words';
import type { FormChoice } from '../wiring/messages';

const useStyles = makeStyles({
  line: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
  summary: { cursor: 'pointer', borderRadius: tokens.borderRadiusSmall },
  choices: {
    display: 'grid',
    gap: '8px',
    margin: '8px 0 0',
    padding: '8px 12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  choice: { display: 'grid', gridTemplateColumns: 'auto 1fr', gap: '8px', alignItems: 'start', cursor: 'pointer' },
  radio: { accentColor: tokens.colorBrandBackground, margin: '1px 0 0' },
});

export interface FormChoiceProps {
  readonly forms: readonly FormChoice[];
  readonly formId: string | null;
  readonly disabled: boolean;
  readonly onChoose: (formId: string) => void;
}

export function FormChoiceLine({ forms, formId, disabled, onChoose }: FormChoiceProps): ReactNode {
  const styles = useStyles();
  const details = useRef<HTMLDetailsElement>(null);
  const chosen = forms.find((form) => form.id === formId);
  if (chosen === undefined) return <div className={styles.line}>&nbsp;</div>;
  const choose = (id: string): void => {
    if (details.current !== null) details.current.open = false;
    if (id !== formId) onChoose(id);
  };
  return (
    <details ref={details} className={styles.line}>
      <summary className={styles.summary}>{chosen.name}</summary>
      <fieldset className={styles.choices} disabled={disabled}>
        <legend>{DESK_WORDS.form}</legend>
        {forms.map((form) => (
          <label key={form.id} className={styles.choice}>
            <input
              className={styles.radio}
              type="radio"
              name="form"
              value={form.id}
              checked={form.id === formId}
              onChange={() => {
                choose(form.id);
              }}
            />
            <span>{form.name}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}
