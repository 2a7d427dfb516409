/** Whose file it is: units it may be as buttons, and the whole roster behind a box. */
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { Question } from '../../app/open-questions';
import type { ReportingUnit } from '../../core/campaign/reporting-unit';
import { CONSOLIDATING_WORDS as WORDS } from '../../messages/consolidating-words';
import { assignUnit } from './decide';
import { UnitBox } from './unit-box';
import { useDesk } from './use-desk';

const useStyles = makeStyles({
  row: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '6px', justifyItems: 'start' },
  maybe: { display: 'grid', gap: '4px', justifyItems: 'start' },
  small: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  unit: { textAlign: 'left', justifyContent: 'flex-start' },
});

export function UnitQuestion({ question }: { readonly question: Extract<Question, { kind: 'unit' }> }): ReactNode {
  const styles = useStyles();
  const [, desk] = useDesk();
  const [text, setText] = useState('');
  const [unit, setUnit] = useState<ReportingUnit | null>(null);
  const { file, heard, candidates } = question;
  // A name that fits several units may mean another one next time.
  const remember = candidates.length > 1 ? '' : heard;
  const give = (given: ReportingUnit): void => {
    desk.decide(assignUnit(file, given, remember));
  };
  const name = text.trim();
  return (
    <>
      {candidates.length > 0 && (
        <div className={styles.maybe}>
          <p className={styles.small}>{WORDS.maybe}</p>
          {candidates.map((one) => (
            <Button
              key={`${one.code ?? ''} ${one.name}`}
              className={styles.unit}
              size="small"
              onClick={() => {
                give(one);
              }}
            >
              {one.name}
            </Button>
          ))}
        </div>
      )}
      <div className={styles.row}>
        <UnitBox
          label={WORDS.unitOf(file)}
          text={text}
          onChange={(next, chosen) => {
            setText(next);
            setUnit(chosen);
          }}
        />
        <Button
          size="small"
          disabled={name === ''}
          aria-label={WORDS.ofFile(WORDS.confirm, file)}
          onClick={() => {
            give(unit ?? { code: null, name });
          }}
        >
          {WORDS.confirm}
        </Button>
      </div>
    </>
  );
}
