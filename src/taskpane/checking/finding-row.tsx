/** One finding: how grave, where, what to do; a click leads to the cell, "Sửa" writes what the sentence says. */
import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { ErrorCircleFilled, LightbulbFilled, WarningFilled, type FluentIcon } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { formatNumber } from '../../core/cells/number-format';
import type { Finding, Fix, Severity } from '../../core/findings';
import { CHECKING_WORDS } from '../../messages/checking-words';
import { SEVERITY_WORDS } from '../../messages/submission-words';
import { describeFinding } from '../../messages/vi';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) auto',
    columnGap: '8px',
    alignItems: 'start',
    padding: '6px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  icon: { fontSize: '20px', lineHeight: '20px', marginTop: '4px' },
  error: { color: tokens.colorPaletteRedForeground1 },
  warning: { color: tokens.colorPaletteDarkOrangeForeground1 },
  hint: { color: tokens.colorBrandForeground1 },
  go: {
    ...typographyStyles.body1,
    display: 'block',
    width: '100%',
    boxSizing: 'border-box',
    padding: '4px',
    border: '1px solid transparent',
    borderRadius: tokens.borderRadiusMedium,
    textAlign: 'left',
    overflowWrap: 'anywhere',
    color: tokens.colorNeutralForeground1,
    backgroundColor: 'transparent',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-1px' },
  },
  text: { ...typographyStyles.body1, margin: 0, padding: '5px', overflowWrap: 'anywhere' },
  word: { fontWeight: tokens.fontWeightSemibold },
  fix: { minWidth: 'auto' },
});

const ICONS: Readonly<Record<Severity, FluentIcon>> = { error: ErrorCircleFilled, warning: WarningFilled, hint: LightbulbFilled };

export interface FindingRowProps {
  readonly finding: Finding;
  readonly onGo: () => void;
  readonly onFix: () => void;
}

export function FindingRow({ finding, onGo, onFix }: FindingRowProps): ReactNode {
  const styles = useStyles();
  const { severity, at, fix } = finding;
  const Icon = ICONS[severity];
  const cell = at?.cell ?? null;
  const sentence = (
    <>
      <span className={styles.word}>{SEVERITY_WORDS[severity]}.</span> {describeFinding(finding)}
    </>
  );
  return (
    <li className={styles.row}>
      <Icon className={mergeClasses(styles.icon, styles[severity])} aria-hidden="true" />
      {cell === null ? (
        <p className={styles.text} data-go tabIndex={-1}>
          {sentence}
        </p>
      ) : (
        <button type="button" className={styles.go} onClick={onGo} data-go title={CHECKING_WORDS.goTo(cell)}>
          {sentence}
        </button>
      )}
      {fix !== undefined && (
        <Button
          className={styles.fix}
          size="small"
          onClick={onFix}
          aria-label={CHECKING_WORDS.fixCell(cell ?? '', wordsOf(fix))}
          title={wordsOf(fix)}
        >
          {CHECKING_WORDS.fix}
        </Button>
      )}
    </li>
  );
}

/** "D12 thành 15, E12 thành 450". */
function wordsOf(fix: Fix): string {
  return fix.writes
    .map(({ cell, value }) =>
      value === null || value === ''
        ? CHECKING_WORDS.empties(cell)
        : CHECKING_WORDS.writes(cell, typeof value === 'number' ? formatNumber(value) : `“${value}”`),
    )
    .join(', ');
}
