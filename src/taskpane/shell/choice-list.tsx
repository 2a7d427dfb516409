/** A choice among things with long names: what is chosen stands whole, the others on request. A drop-down would cut them. */
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useId, useRef, type ReactNode } from 'react';

const useStyles = makeStyles({
  group: { display: 'grid', gap: '2px' },
  label: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
  details: { ...typographyStyles.body1 },
  summary: { cursor: 'pointer', borderRadius: tokens.borderRadiusSmall, padding: '4px 0', overflowWrap: 'anywhere' },
  choices: {
    display: 'grid',
    gap: '10px',
    margin: '4px 0 0',
    padding: '10px 12px',
    minWidth: 0,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  choice: { display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', gap: '8px', alignItems: 'start', cursor: 'pointer' },
  radio: { accentColor: tokens.colorBrandBackground, margin: '3px 0 0' },
  name: { overflowWrap: 'anywhere' },
});

export interface Choice {
  readonly id: string;
  readonly name: string;
}

export interface ChoiceListProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

export function ChoiceList({ label, choices, chosen, onChoose }: ChoiceListProps): ReactNode {
  const styles = useStyles();
  const name = useId();
  const details = useRef<HTMLDetailsElement>(null);
  const summary = useRef<HTMLElement>(null);
  const choose = (id: string): void => {
    if (id !== chosen) onChoose(id);
  };
  return (
    <div className={styles.group}>
      <span className={styles.label} id={`${name}-label`}>
        {label}
      </span>
      <details ref={details} className={styles.details}>
        <summary className={styles.summary} ref={summary} aria-describedby={`${name}-label`}>
          {choices.find((one) => one.id === chosen)?.name ?? chosen}
        </summary>
        <fieldset className={styles.choices} aria-labelledby={`${name}-label`}>
          {choices.map((one) => (
            <label key={one.id} className={styles.choice}>
              <input
                className={styles.radio}
                type="radio"
                name={name}
                value={one.id}
                checked={one.id === chosen}
                onChange={() => {
                  choose(one.id);
                }}
                onClick={(event) => {
                  // A click ends the choice; arrow keys, which also choose, go on among the others.
                  if (event.detail === 0 || details.current === null) return;
                  details.current.open = false;
                  summary.current?.focus();
                }}
              />
              <span className={styles.name}>{one.name}</span>
            </label>
          ))}
        </fieldset>
      </details>
    </div>
  );
}
