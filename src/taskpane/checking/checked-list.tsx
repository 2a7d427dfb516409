/** The findings of one checked sheet: counts that filter, mends for all, the list, and the calm when there is nothing. */
import { Button, makeStyles, ToggleButton, tokens, typographyStyles } from '@fluentui/react-components';
import {
  ArrowClockwiseRegular,
  ArrowUndoRegular,
  CheckmarkCircleFilled,
  EraserRegular,
  WandRegular,
} from '@fluentui/react-icons';
import { useRef, useState, type ReactNode, type RefObject } from 'react';
import type { CheckedSheet } from '../../app/check-sheet';
import type { Finding, Severity } from '../../core/findings';
import { hasFigures } from '../../core/forms/bind-form';
import { CHECKING_WORDS } from '../../messages/checking-words';
import { describeHostProblem, HOST_WORDS } from '../../messages/host-words';
import { clearFindings, proposedFindings, type CheckState } from './check-desk';
import { FindingRow } from './finding-row';
import { keysOf } from './finding-keys';
import { countOf } from './say';
import type { CheckActs } from './use-check';

/** Rows painted at once. */
const PIECE = 100;
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'hint'];

const useStyles = makeStyles({
  panel: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '10px' },
  title: { ...typographyStyles.subtitle2, margin: 0, overflowWrap: 'anywhere', outlineStyle: 'none' },
  filters: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
  filter: { minWidth: 'auto' },
  acts: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
  quiet: { display: 'flex', flexWrap: 'wrap', gap: '2px', marginLeft: '-8px' },
  // A button whose words may take two lines at 320 pixels.
  wrapped: { height: 'auto', textAlign: 'left' },
  text: { ...typographyStyles.body1, margin: 0, overflowWrap: 'anywhere' },
  calm: { display: 'grid', justifyItems: 'center', gap: '8px', padding: '24px 8px', textAlign: 'center' },
  calmIcon: { fontSize: '40px', color: tokens.colorPaletteGreenForeground1 },
  calmTitle: { ...typographyStyles.body1Strong, margin: 0 },
  list: { listStyle: 'none', margin: 0, padding: 0 },
});

export interface CheckedListProps {
  readonly state: CheckState;
  readonly checked: CheckedSheet;
  readonly acts: CheckActs;
  readonly titleRef: RefObject<HTMLHeadingElement | null>;
}

export function CheckedList({ state, checked, acts, titleRef }: CheckedListProps): ReactNode {
  const styles = useStyles();
  const [filter, setFilter] = useState<Severity | null>(null);
  const [shown, setShown] = useState(PIECE);
  const list = useRef<HTMLUListElement>(null);
  const { findings, notMarked } = checked;
  const wanted = findings.filter((one) => filter === null || one.severity === filter);
  const keys = keysOf(wanted);
  const [clear, proposed] = [clearFindings(findings), proposedFindings(findings)];

  /** The mended row goes away: reading goes on at the one that takes its place, or at the heading. */
  const fixOne = async (finding: Finding, place: number): Promise<void> => {
    await acts.fix([finding]);
    const rows = list.current?.querySelectorAll<HTMLElement>('[data-go]');
    const next = rows?.[Math.min(place, rows.length - 1)];
    (next ?? titleRef.current)?.focus();
  };
  const focusTitle = async (work: Promise<boolean>): Promise<void> => {
    await work;
    titleRef.current?.focus();
  };

  return (
    <section className={styles.panel} aria-busy={state.isBusy}>
      <h2 className={styles.title} ref={titleRef} tabIndex={-1}>
        {CHECKING_WORDS.sheet(checked.sheet.grid.sheet)}
      </h2>
      {findings.length > 0 && (
        <div className={styles.filters} role="group" aria-label={CHECKING_WORDS.filter}>
          <ToggleButton
            className={styles.filter}
            size="small"
            checked={filter === null}
            onClick={() => {
              setFilter(null);
            }}
          >
            {CHECKING_WORDS.all(findings.length)}
          </ToggleButton>
          {SEVERITIES.map((severity) => {
            const count = countOf(findings, severity);
            return (
              <ToggleButton
                key={severity}
                className={styles.filter}
                size="small"
                checked={filter === severity}
                disabled={count === 0 && filter !== severity}
                onClick={() => {
                  setFilter(filter === severity ? null : severity);
                  setShown(PIECE);
                }}
              >
                {CHECKING_WORDS.count(severity, count)}
              </ToggleButton>
            );
          })}
        </div>
      )}
      {notMarked !== null && (
        <p className={styles.text} role="status">
          {notMarked.code === 'sheet-protected' ? HOST_WORDS.marksNotShown : describeHostProblem(notMarked)}
        </p>
      )}
      {(clear.length > 0 || proposed.length > 0) && (
        <div className={styles.acts}>
          {clear.length > 0 && (
            <Button
              className={styles.wrapped}
              size="small"
              appearance="primary"
              icon={<WandRegular />}
              onClick={() => void focusTitle(acts.fix(clear))}
            >
              {CHECKING_WORDS.fixAll(clear.length)}
            </Button>
          )}
          {proposed.length > 0 && (
            <Button className={styles.wrapped} size="small" onClick={() => void focusTitle(acts.fix(proposed))}>
              {CHECKING_WORDS.acceptAll(proposed.length)}
            </Button>
          )}
        </div>
      )}
      <div className={styles.quiet}>
        <Button
          size="small"
          appearance="subtle"
          icon={<ArrowUndoRegular />}
          disabledFocusable={state.undoSteps === 0}
          onClick={() => void acts.undo()}
        >
          {state.undoSteps === 0 ? CHECKING_WORDS.undo : CHECKING_WORDS.undoSteps(state.undoSteps)}
        </Button>
        <Button
          size="small"
          appearance="subtle"
          icon={<ArrowClockwiseRegular />}
          disabledFocusable={state.isBusy}
          onClick={acts.check}
        >
          {state.isMarking ? CHECKING_WORDS.checkAgain : CHECKING_WORDS.markAgain}
        </Button>
        {state.isMarking && findings.length > 0 && notMarked === null && (
          <Button size="small" appearance="subtle" icon={<EraserRegular />} onClick={() => void focusTitle(acts.clearMarks())}>
            {CHECKING_WORDS.clearMarks}
          </Button>
        )}
      </div>
      {findings.length === 0 && <Calm checked={checked} />}
      {findings.length > 0 && wanted.length === 0 && <p className={styles.text}>{CHECKING_WORDS.noneOfFilter}</p>}
      {wanted.length > 0 && (
        <ul className={styles.list} ref={list} aria-label={CHECKING_WORDS.list}>
          {wanted.slice(0, shown).map((one, place) => (
            <FindingRow
              key={keys[place]}
              finding={one}
              onGo={() => {
                acts.goTo(one);
              }}
              onFix={() => void fixOne(one, place)}
            />
          ))}
        </ul>
      )}
      {wanted.length > shown && (
        <Button
          size="small"
          onClick={() => {
            setShown(shown + PIECE);
          }}
        >
          {CHECKING_WORDS.showMore(Math.min(PIECE, wanted.length - shown))}
        </Button>
      )}
    </section>
  );
}

function Calm({ checked }: { readonly checked: CheckedSheet }): ReactNode {
  const styles = useStyles();
  const isEmpty = !hasFigures(checked.form);
  return (
    <div className={styles.calm}>
      <CheckmarkCircleFilled className={styles.calmIcon} aria-hidden="true" />
      <p className={styles.calmTitle}>{isEmpty ? CHECKING_WORDS.emptyForm : CHECKING_WORDS.clean}</p>
      <p className={styles.text}>{isEmpty ? CHECKING_WORDS.emptyFormText : CHECKING_WORDS.cleanText}</p>
    </div>
  );
}
