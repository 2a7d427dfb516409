/** A form in the making: what was guessed of the selected table, with what to look at, to correct and to confirm. */
import { Button, Field, Input, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { withColumnRole, type LearnedSelection } from '../../app/learn-form';
import { LEARN_PANE_WORDS as WORDS } from '../../messages/learn-pane-words';
import { describeLearnDoubt } from '../../messages/learn-words';
import type { LearnDoubt, LearnedDraft } from '../../core/forms/learn/learned-draft';
import { columnLetters } from '../../core/cells/address';
import { LearnColumns } from './learn-columns';
import { LearnRows } from './learn-rows';

const useStyles = makeStyles({
  draft: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '10px', width: '100%' },
  title: { ...typographyStyles.body1Strong, margin: 0, overflowWrap: 'anywhere', outlineStyle: 'none' },
  text: { ...typographyStyles.body1, margin: 0, overflowWrap: 'anywhere' },
  doubts: {
    margin: 0,
    padding: '8px 10px 8px 26px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorStatusWarningBackground1,
    ...typographyStyles.body1,
    overflowWrap: 'anywhere',
  },
  problem: { ...typographyStyles.body1, margin: 0, color: tokens.colorStatusDangerForeground1, overflowWrap: 'anywhere' },
  input: { minWidth: 0, width: '100%' },
  acts: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

export interface LearnDraftProps {
  readonly selection: LearnedSelection;
  /** Takes the draft under its name; a sentence where it cannot. */
  readonly onConfirm: (selection: LearnedSelection, name: string) => string | null;
  readonly onCancel: () => void;
}

/** More are told by their number; each is answered at its column or row as well. */
const MOST_DOUBTS = 12;

/** What Excel calls a sheet says nothing of a form: the clerk is asked. */
const NO_NAME = /^(?:Sheet|Trang tính|Trang)\s*\d*$/iu;

export function LearnDraft({ selection: first, onConfirm, onCancel }: LearnDraftProps): ReactNode {
  const styles = useStyles();
  const [selection, setSelection] = useState(first);
  const [name, setName] = useState(NO_NAME.test(first.draft.name) ? '' : first.draft.name);
  const [problem, setProblem] = useState<string | null>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const { draft } = selection;
  const { from, rows, columns, doubts, headerRows } = draft;
  const kept = rows.filter((row) => row.kind !== 'ignored');

  useEffect(() => {
    title.current?.focus();
  }, []);
  const change = (next: LearnedDraft): void => {
    setProblem(null);
    setSelection({ ...selection, draft: next });
  };

  return (
    <div className={styles.draft}>
      <h4 className={styles.title} ref={title} tabIndex={-1}>
        {WORDS.draft(from)}
      </h4>
      <p className={styles.text}>
        {WORDS.understood(kept.length, columns.filter((one) => one.role !== 'ignored').length)} {WORDS.headerRows(headerRows)}
      </p>
      <div role="status">
        <p className={styles.text}>{doubts.length === 0 ? WORDS.noDoubts : WORDS.doubts(doubts.length)}</p>
      </div>
      {doubts.length > 0 && (
        <ul className={styles.doubts}>
          {doubts.slice(0, MOST_DOUBTS).map((one) => (
            <li key={`${one.code} ${String(one.column)} ${String(one.row)}`}>{sentenceOf(draft, one)}</li>
          ))}
          {doubts.length > MOST_DOUBTS && <li>{WORDS.moreDoubts(doubts.length - MOST_DOUBTS)}</li>}
        </ul>
      )}
      <Field label={WORDS.name} required>
        <Input
          className={styles.input}
          input={{ className: styles.input, maxLength: 200 }}
          value={name}
          onChange={(_event, data) => {
            setName(data.value);
            setProblem(null);
          }}
        />
      </Field>
      <LearnColumns
        draft={draft}
        onChange={change}
        onRole={(column, role) => {
          setProblem(null);
          setSelection(withColumnRole(selection, column, role));
        }}
      />
      <LearnRows draft={draft} onChange={change} />
      {problem !== null && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <div className={styles.acts}>
        <Button
          appearance="primary"
          onClick={() => {
            setProblem(onConfirm(selection, name));
          }}
        >
          {WORDS.confirm}
        </Button>
        <Button onClick={onCancel}>{WORDS.cancel}</Button>
      </div>
    </div>
  );
}

/** A column without a heading is named by its letter. */
function sentenceOf({ columns, rows }: LearnedDraft, { code, column, row }: LearnDoubt): string {
  const one = column === null ? null : columns[column];
  if (one != null) return describeLearnDoubt(code, one.header === '' ? columnLetters(one.place) : one.header);
  return describeLearnDoubt(code, row === null ? '' : (rows[row]?.text ?? ''));
}
