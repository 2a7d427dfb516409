/** The rows of a form in the making, set in as they belong under one another; a row is opened to be corrected. */
import { Button, Field, Input, makeStyles, mergeClasses, Select, tokens, typographyStyles } from '@fluentui/react-components';
import { WarningFilled } from '@fluentui/react-icons';
import { useId, useState, type ReactNode } from 'react';
import { depthOf, possibleParents, withParent, withRollUp, withRowKind, withRowTexts } from '../../app/edit-draft';
import type { LearnedDraft, LearnedRow } from '../../core/forms/learn/learned-draft';
import { KIND_WORDS, LEARN_PANE_WORDS as WORDS, ROLL_UP_WORDS } from '../../messages/learn-pane-words';

const useStyles = makeStyles({
  group: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '4px' },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  note: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  list: { listStyle: 'none', margin: 0, padding: 0, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  item: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  opener: {
    ...typographyStyles.body1,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: '6px',
    width: '100%',
    padding: '6px 4px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    textAlign: 'left',
    overflowWrap: 'anywhere',
    color: tokens.colorNeutralForeground1,
    backgroundColor: 'transparent',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-1px' },
  },
  ignored: { color: tokens.colorNeutralForeground3, textDecorationLine: 'line-through' },
  heading: { fontWeight: tokens.fontWeightSemibold },
  quiet: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
  doubt: { fontSize: '16px', color: tokens.colorPaletteDarkOrangeForeground1 },
  edit: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(130px, 100%), 1fr))',
    gap: '4px 8px',
    padding: '0 4px 10px',
  },
  wide: { gridColumn: '1 / -1' },
  input: { minWidth: 0, width: '100%' },
});

/** Rows painted at first; more on request. */
const PIECE = 60;
const STEP = 14;

const keysOf = <T extends string>(words: Readonly<Record<T, string>>): readonly T[] => Object.keys(words) as T[];
const lineOf = ({ number, text }: LearnedRow): string => (number === '' ? text : `${number}. ${text}`.replace('.. ', '. '));

export interface LearnRowsProps {
  readonly draft: LearnedDraft;
  readonly onChange: (draft: LearnedDraft) => void;
}

export function LearnRows({ draft, onChange }: LearnRowsProps): ReactNode {
  const styles = useStyles();
  const id = useId();
  const [shown, setShown] = useState(PIECE);
  const [open, setOpen] = useState<number | null>(null);
  const doubtful = new Set(draft.doubts.flatMap((one) => one.row ?? []));
  return (
    <section className={styles.group} aria-labelledby={id}>
      <h4 className={styles.title} id={id}>
        {WORDS.rows}
      </h4>
      <p className={styles.note}>{WORDS.rowsHint}</p>
      <ul className={styles.list}>
        {draft.rows.slice(0, shown).map((row, place) => (
          <li key={row.place} className={styles.item} style={{ paddingLeft: Math.min(4, depthOf(draft.rows, place)) * STEP }}>
            <button
              type="button"
              className={styles.opener}
              aria-expanded={open === place}
              onClick={() => {
                setOpen(open === place ? null : place);
              }}
            >
              <span>
                <span
                  className={mergeClasses(row.kind === 'ignored' && styles.ignored, row.kind === 'heading' && styles.heading)}
                >
                  {lineOf(row)}
                </span>{' '}
                <span className={styles.quiet}>{statusOf(row)}</span>
              </span>
              {doubtful.has(place) && <WarningFilled className={styles.doubt} aria-label={WORDS.look} />}
            </button>
            {open === place && <RowFields draft={draft} place={place} row={row} onChange={onChange} />}
          </li>
        ))}
      </ul>
      {draft.rows.length > shown && (
        <Button
          size="small"
          onClick={() => {
            setShown(shown + PIECE);
          }}
        >
          {WORDS.showMore(Math.min(PIECE, draft.rows.length - shown))}
        </Button>
      )}
    </section>
  );
}

/** "(lớp, là tổng của các dòng con)". */
function statusOf({ kind, unitOfMeasure, rollUp }: LearnedRow): string {
  const parts = kind === 'item' ? [unitOfMeasure, rollUp === null ? '' : ROLL_UP_WORDS[rollUp]] : [KIND_WORDS[kind]];
  const said = parts.filter((one) => one !== '').join(', ');
  return said === '' ? '' : `(${said})`;
}

interface RowFieldsProps extends LearnRowsProps {
  readonly place: number;
  readonly row: LearnedRow;
}

function RowFields({ draft, place, row, onChange }: RowFieldsProps): ReactNode {
  const styles = useStyles();
  const text = (key: 'number' | 'text' | 'unitOfMeasure', label: string, wide = false): ReactNode => (
    <Field label={label} size="small" className={wide ? styles.wide : undefined}>
      <Input
        className={styles.input}
        input={{ className: styles.input }}
        size="small"
        value={row[key]}
        onChange={(_event, data) => {
          onChange(withRowTexts(draft, place, { [key]: data.value }));
        }}
      />
    </Field>
  );
  return (
    <div className={styles.edit}>
      {text('text', WORDS.rowText, true)}
      {text('number', WORDS.rowNumber)}
      {text('unitOfMeasure', WORDS.rowUnit)}
      <Choice
        wide
        label={WORDS.rowKind}
        value={row.kind}
        choices={keysOf(KIND_WORDS).map((one) => [one, KIND_WORDS[one]])}
        onChoose={(kind) => {
          onChange(withRowKind(draft, place, kind as LearnedRow['kind']));
        }}
      />
      {row.rollUp !== null && (
        <Choice
          wide
          label={WORDS.rollUp}
          value={row.rollUp}
          choices={keysOf(ROLL_UP_WORDS).map((one) => [one, ROLL_UP_WORDS[one]])}
          onChoose={(rollUp) => {
            onChange(withRollUp(draft, place, rollUp === 'sum' ? 'sum' : 'none'));
          }}
        />
      )}
      <Choice
        wide
        label={WORDS.parent}
        value={row.parent === null ? '' : String(row.parent)}
        choices={[
          ['', WORDS.top],
          ...possibleParents(draft, place).map((one): [string, string] => [
            String(one),
            draft.rows[one] === undefined ? WORDS.blankRow : lineOf(draft.rows[one]),
          ]),
        ]}
        onChoose={(parent) => {
          onChange(withParent(draft, place, parent === '' ? null : Number(parent)));
        }}
      />
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly (readonly [string, string])[];
  readonly onChoose: (value: string) => void;
  readonly wide?: boolean;
}

function Choice({ label, value, choices, onChoose, wide = false }: ChoiceProps): ReactNode {
  const styles = useStyles();
  return (
    <Field label={label} size="small" className={wide ? styles.wide : undefined}>
      <Select
        className={styles.input}
        select={{ className: styles.input }}
        size="small"
        value={value}
        onChange={(_event, data) => {
          onChoose(data.value);
        }}
      >
        {choices.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </Select>
    </Field>
  );
}
