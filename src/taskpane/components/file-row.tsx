/** One received file: who it is from, what became of it and why, and on request what was found in it. */
import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import {
  CheckmarkCircleFilled,
  CopyRegular,
  DismissCircleFilled,
  HistoryRegular,
  LayerRegular,
  QuestionCircleFilled,
  type FluentIcon,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { Submission, SubmissionState } from '../../core/consolidation/consolidation';
import type { Severity } from '../../core/findings';
import { PANE_WORDS } from '../../messages/pane-words';
import { describeReason, SEVERITY_WORDS, STATE_WORDS } from '../../messages/submission-words';
import { describeFinding } from '../../messages/vi';

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
  texts: { display: 'grid', gap: '2px' },
  name: { ...typographyStyles.body1Strong },
  file: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
  state: { ...typographyStyles.body1 },
  stateWord: { fontWeight: tokens.fontWeightSemibold },
  summary: { ...typographyStyles.caption1, cursor: 'pointer', color: tokens.colorBrandForegroundLink },
  findings: { ...typographyStyles.caption1, margin: '4px 0 0', padding: '0 0 0 16px', display: 'grid', gap: '4px' },
});

type Tone = 'good' | 'waits' | 'bad' | 'calm';

const LOOKS: Readonly<Record<SubmissionState, { readonly Icon: FluentIcon; readonly tone: Tone }>> = {
  counted: { Icon: CheckmarkCircleFilled, tone: 'good' },
  undetermined: { Icon: QuestionCircleFilled, tone: 'waits' },
  refused: { Icon: DismissCircleFilled, tone: 'bad' },
  superseded: { Icon: HistoryRegular, tone: 'calm' },
  duplicate: { Icon: CopyRegular, tone: 'calm' },
  contained: { Icon: LayerRegular, tone: 'calm' },
};

export function FileRow({ submission }: { readonly submission: Submission }): ReactNode {
  const styles = useStyles();
  const { Icon, tone } = LOOKS[submission.state];
  const reason = describeReason(submission);
  const refused = submission.state === 'refused';
  const name = submission.unit?.name ?? (refused ? null : PANE_WORDS.unitUnknown);
  return (
    <li className={styles.row}>
      <Icon className={mergeClasses(styles.icon, styles[tone])} aria-hidden="true" />
      <div className={styles.texts}>
        {name !== null && <div className={styles.name}>{name}</div>}
        <div className={name === null ? styles.name : styles.file}>{submission.file}</div>
        <div className={styles.state}>
          <span className={mergeClasses(styles.stateWord, styles[tone])}>{STATE_WORDS[submission.state]}</span>
          {reason !== '' && ` · ${reason}`}
        </div>
        <Findings submission={submission} />
      </div>
    </li>
  );
}

function Findings({ submission }: { readonly submission: Submission }): ReactNode {
  const styles = useStyles();
  const { findings } = submission;
  if (findings.length === 0) return null;
  const count = (severity: Severity): number => findings.filter((one) => one.severity === severity).length;
  return (
    <details>
      <summary className={styles.summary}>{PANE_WORDS.findings(count('error'), count('warning'), count('hint'))}</summary>
      <ul className={styles.findings}>
        {findings.map((one, index) => (
          // Findings never change place while a row is shown.
          <li key={index}>
            <span className={styles.stateWord}>{SEVERITY_WORDS[one.severity]}:</span> {describeFinding(one)}
          </li>
        ))}
      </ul>
    </details>
  );
}
