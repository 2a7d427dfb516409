/** The totals as the form has them. Nobody reported ("–") looks different from a total of zero. */
import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { formatNumber } from '../../core/cells/number-format';
import { PANE_WORDS } from '../../messages/pane-words';
import type { TotalRow } from '../wiring/messages';

const useStyles = makeStyles({
  table: { ...typographyStyles.caption1, width: '100%', borderCollapse: 'collapse' },
  hint: { ...typographyStyles.caption1, margin: '0 0 8px', color: tokens.colorNeutralForeground2 },
  caption: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  head: { padding: '4px 0 4px 8px', textAlign: 'right', verticalAlign: 'bottom', fontWeight: tokens.fontWeightSemibold },
  headFirst: { paddingLeft: 0, textAlign: 'left' },
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  heading: { fontWeight: tokens.fontWeightSemibold },
  label: { padding: '6px 0', textAlign: 'left', verticalAlign: 'top', fontWeight: 'inherit', overflowWrap: 'anywhere' },
  child: { paddingLeft: '12px' },
  unit: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  number: { padding: '6px 0 6px 8px', textAlign: 'right', verticalAlign: 'top', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  none: { color: tokens.colorNeutralForeground3 },
  reporters: { display: 'block', color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

export function TotalsTable({ rows, measures }: { readonly rows: readonly TotalRow[]; readonly measures: readonly string[] }): ReactNode {
  const styles = useStyles();
  return (
    <div>
      <p className={styles.hint}>{PANE_WORDS.totalsHint}</p>
      <table className={styles.table}>
        <caption className={styles.caption}>{PANE_WORDS.totalsCaption}</caption>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.head, styles.headFirst)}>
              {PANE_WORDS.indicator}
            </th>
            {measures.map((measure) => (
              <th key={measure} scope="col" className={styles.head}>
                {measure}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={mergeClasses(styles.row, row.level === 0 && styles.heading)}>
              <th scope="row" className={mergeClasses(styles.label, row.level === 1 && styles.child)}>
                {row.number === '' ? row.text : `${row.number}. ${row.text}`}
                {row.unitOfMeasure !== '' && <span className={styles.unit}>{` (${row.unitOfMeasure})`}</span>}
              </th>
              {row.cells.map((cell, column) => (
                // Columns are the form's own and stay in place.
                <td key={column} className={styles.number}>
                  {cell !== null && <Figure value={cell.value} reporters={cell.reporters} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Figure({ value, reporters }: { readonly value: number; readonly reporters: number }): ReactNode {
  const styles = useStyles();
  if (reporters === 0) {
    return (
      <span className={styles.none}>
        <span aria-hidden="true">–</span>
        <span className={styles.hidden}>{PANE_WORDS.nobody}</span>
      </span>
    );
  }
  return (
    <>
      {formatNumber(value)}
      <span className={styles.reporters} aria-hidden="true">{`(${formatNumber(reporters)})`}</span>
      <span className={styles.hidden}>{PANE_WORDS.reporters(reporters)}</span>
    </>
  );
}
