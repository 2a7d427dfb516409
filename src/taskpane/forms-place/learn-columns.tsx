/** The columns of a form in the making: what each is, its heading, what is counted in it. */
import { Field, Input, makeStyles, Select, tokens, typographyStyles } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import { withHeader, withNature, withUnit } from '../../app/edit-draft';
import { columnLetters } from '../../core/cells/address';
import type { FieldNature } from '../../core/forms/definition';
import type { LearnedColumn, LearnedDraft, LearnedRole } from '../../core/forms/learn/learned-draft';
import { LEARN_PANE_WORDS as WORDS, NATURE_WORDS, ROLE_WORDS } from '../../messages/learn-pane-words';

const useStyles = makeStyles({
  group: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '8px' },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  column: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(130px, 100%), 1fr))',
    gap: '4px 8px',
    margin: 0,
    padding: '4px 10px 10px',
    minWidth: 0,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  legend: { ...typographyStyles.caption1Strong, padding: '0 4px' },
  note: { ...typographyStyles.caption1, margin: 0, gridColumn: '1 / -1', color: tokens.colorNeutralForeground2 },
  input: { minWidth: 0, width: '100%' },
});

const keysOf = <T extends string>(words: Readonly<Record<T, string>>): readonly T[] => Object.keys(words) as T[];

export interface LearnColumnsProps {
  readonly draft: LearnedDraft;
  readonly onChange: (draft: LearnedDraft) => void;
  readonly onRole: (column: number, role: LearnedRole) => void;
}

export function LearnColumns({ draft, onChange, onRole }: LearnColumnsProps): ReactNode {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.group} aria-labelledby={id}>
      <h4 className={styles.title} id={id}>
        {WORDS.columns}
      </h4>
      {draft.columns.map((column, place) => (
        <Column
          key={column.place}
          column={column}
          onRole={(role) => {
            onRole(place, role);
          }}
          onHeader={(header) => {
            onChange(withHeader(draft, place, header));
          }}
          onNature={(nature) => {
            onChange(withNature(draft, place, nature));
          }}
          onUnit={(unit) => {
            onChange(withUnit(draft, place, unit));
          }}
        />
      ))}
    </section>
  );
}

interface ColumnProps {
  readonly column: LearnedColumn;
  readonly onRole: (role: LearnedRole) => void;
  readonly onHeader: (header: string) => void;
  readonly onNature: (nature: FieldNature) => void;
  readonly onUnit: (unit: string) => void;
}

function Column({ column, onRole, onHeader, onNature, onUnit }: ColumnProps): ReactNode {
  const styles = useStyles();
  const { header, group, role, nature, unit, place } = column;
  return (
    <fieldset className={styles.column}>
      <legend className={styles.legend}>{WORDS.column(columnLetters(place))}</legend>
      <Field label={WORDS.header} size="small">
        <Input
          className={styles.input}
          input={{ className: styles.input }}
          size="small"
          value={header}
          onChange={(_event, data) => {
            onHeader(data.value);
          }}
        />
      </Field>
      <Field label={WORDS.role} size="small">
        <Select
          className={styles.input}
          select={{ className: styles.input }}
          size="small"
          value={role}
          onChange={(_event, data) => {
            onRole(data.value as LearnedRole);
          }}
        >
          {keysOf(ROLE_WORDS).map((one) => (
            <option key={one} value={one}>
              {ROLE_WORDS[one]}
            </option>
          ))}
        </Select>
      </Field>
      {group !== null && role !== 'ignored' && <p className={styles.note}>{WORDS.group(group)}</p>}
      {role === 'measure' && (
        <Field label={WORDS.nature} size="small">
          <Select
            className={styles.input}
            select={{ className: styles.input }}
            size="small"
            value={nature}
            onChange={(_event, data) => {
              onNature(data.value as FieldNature);
            }}
          >
            {keysOf(NATURE_WORDS).map((one) => (
              <option key={one} value={one}>
                {NATURE_WORDS[one]}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {role === 'measure' && nature !== 'money' && (
        <Field label={WORDS.unit} size="small">
          <Input
            className={styles.input}
            input={{ className: styles.input }}
            size="small"
            value={unit}
            onChange={(_event, data) => {
              onUnit(data.value);
            }}
          />
        </Field>
      )}
    </fieldset>
  );
}
