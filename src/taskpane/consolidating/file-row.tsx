/** One received file: who it is from, what became of it and why, what was found in it, and what can be done about it. */
import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import {
  CheckmarkCircleFilled,
  CopyRegular,
  DismissCircleFilled,
  HistoryRegular,
  LayerRegular,
  QuestionCircleFilled,
  type FluentIcon,
} from '@fluentui/react-icons';
import { useState, type ReactNode } from 'react';
import { CONSOLIDATING_WORDS as WORDS } from '../../messages/consolidating-words';
import { SEVERITY_WORDS, STATE_WORDS } from '../../messages/submission-words';
import type { FileLine, FindingLine } from '../wiring/messages';
import { removeTypedIn, returnFile, switchUnit } from './decide';
import { useDesk } from './use-desk';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: '8px',
    padding: '10px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  icon: { fontSize: '20px', lineHeight: '20px' },
  good: { color: tokens.colorPaletteGreenForeground1 },
  waits: { color: tokens.colorPaletteDarkOrangeForeground1 },
  bad: { color: tokens.colorPaletteRedForeground1 },
  calm: { color: tokens.colorNeutralForeground3 },
  texts: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '2px' },
  name: { ...typographyStyles.body1Strong },
  file: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
  state: { ...typographyStyles.body1 },
  stateWord: { fontWeight: tokens.fontWeightSemibold },
  summary: { ...typographyStyles.caption1, cursor: 'pointer', color: tokens.colorBrandForegroundLink },
  findings: { ...typographyStyles.caption1, margin: '4px 0 0', padding: '0 0 0 16px', display: 'grid', gap: '4px' },
  acts: { display: 'flex', flexWrap: 'wrap', marginLeft: '-8px' },
});

type Tone = 'good' | 'waits' | 'bad' | 'calm';

const LOOKS: Readonly<Record<FileLine['state'], { readonly Icon: FluentIcon; readonly tone: Tone }>> = {
  counted: { Icon: CheckmarkCircleFilled, tone: 'good' },
  undetermined: { Icon: QuestionCircleFilled, tone: 'waits' },
  refused: { Icon: DismissCircleFilled, tone: 'bad' },
  superseded: { Icon: HistoryRegular, tone: 'calm' },
  duplicate: { Icon: CopyRegular, tone: 'calm' },
  contained: { Icon: LayerRegular, tone: 'calm' },
};

export function FileRow({ line }: { readonly line: FileLine }): ReactNode {
  const styles = useStyles();
  const { Icon, tone } = LOOKS[line.state];
  const name = line.unit?.name ?? (line.state === 'refused' ? null : WORDS.unitUnknown);
  return (
    <li className={styles.row}>
      <Icon className={mergeClasses(styles.icon, styles[tone])} aria-hidden="true" />
      <div className={styles.texts}>
        {name !== null && <div className={styles.name}>{name}</div>}
        <div className={name === null ? styles.name : styles.file}>{line.file}</div>
        <div className={styles.state}>
          <span className={mergeClasses(styles.stateWord, styles[tone])}>{STATE_WORDS[line.state]}</span>
          {line.sentence !== '' && ` · ${line.sentence}`}
        </div>
        <Findings line={line} />
        <Acts line={line} />
      </div>
    </li>
  );
}

/** Asked for when somebody looks: thousands of files bring tens of thousands of findings. */
function Findings({ line }: { readonly line: FileLine }): ReactNode {
  const styles = useStyles();
  const [{ outcome }, desk] = useDesk();
  const [known, setKnown] = useState<{ readonly of: unknown; readonly list: readonly FindingLine[] } | null>(null);
  const { errors, warnings, hints } = line;
  if (errors + warnings + hints === 0) return null;
  const open = async (isOpen: boolean): Promise<void> => {
    if (!isOpen || known?.of === outcome) return;
    const list = await desk.ask('findings', { file: line.file });
    if (list !== null) setKnown({ of: outcome, list });
  };
  return (
    <details
      onToggle={(event) => {
        void open(event.currentTarget.open);
      }}
    >
      <summary className={styles.summary}>{WORDS.findings(errors, warnings, hints)}</summary>
      {known === null ? (
        <p className={styles.file}>{WORDS.loading}</p>
      ) : (
        <ul className={styles.findings}>
          {known.list.map((one, index) => (
            // Findings never change place while a row is shown.
            <li key={index}>
              <span className={styles.stateWord}>{SEVERITY_WORDS[one.severity]}:</span> {one.sentence}
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

interface Act {
  readonly words: string;
  readonly run: () => void;
}

function Acts({ line }: { readonly line: FileLine }): ReactNode {
  const styles = useStyles();
  const [, desk] = useDesk();
  const { file, unit, state, reason, rival, typedIn } = line;
  const acts: Act[] = [];
  if (state === 'superseded' && rival !== null)
    acts.push({ words: WORDS.seeDifference, run: () => desk.show({ kind: 'compare', before: file, after: rival }) });
  if (typedIn && unit !== null) {
    acts.push({ words: WORDS.change, run: () => desk.show({ kind: 'typing', unit: unit.name }) });
    acts.push({ words: WORDS.remove, run: () => desk.decide(removeTypedIn(unit.name)) });
  }
  if (reason === 'switched-off' && unit !== null)
    acts.push({ words: WORDS.switchOn, run: () => desk.decide(switchUnit(unit, true)) });
  else if (state === 'counted' && unit !== null)
    acts.push({ words: WORDS.switchOff, run: () => desk.decide(switchUnit(unit, false)) });
  if (reason === 'returned') acts.push({ words: WORDS.takeBack, run: () => desk.decide(returnFile(file, false)) });
  else if (!typedIn && (state === 'counted' || state === 'undetermined') && reason !== 'switched-off')
    acts.push({ words: WORDS.sendBack, run: () => desk.decide(returnFile(file, true)) });
  if (acts.length === 0) return null;
  return (
    <div className={styles.acts}>
      {acts.map(({ words, run }) => (
        <Button
          key={words}
          size="small"
          appearance="transparent"
          aria-label={WORDS.ofFile(words, unit?.name ?? file)}
          onClick={run}
        >
          {words}
        </Button>
      ))}
    </div>
  );
}
