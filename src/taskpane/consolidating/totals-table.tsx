/** The totals as the form has them; each opens those who made it. Nobody reported ("–") looks different from a zero. */
import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { CONSOLIDATING_WORDS as WORDS } from '../../messages/consolidating-words';
import type { FormRow, Outcome } from '../wiring/messages';
import { useDesk } from './use-desk';

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
  number: {
    padding: '4px 0 4px 8px',
    textAlign: 'right',
    verticalAlign: 'top',
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  open: {
    ...typographyStyles.caption1,
    fontWeight: 'inherit',
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorBrandForegroundLink,
    backgroundColor: 'transparent',
    border: 'none',
    borderRadius: tokens.borderRadiusSmall,
    padding: '2px 0',
    margin: 0,
    cursor: 'pointer',
    textAlign: 'right',
    textDecorationLine: 'underline',
    textDecorationColor: tokens.colorNeutralStroke1,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  none: { color: tokens.colorNeutralForeground3 },
  reporters: { display: 'block', color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

export function TotalsTable({ outcome }: { readonly outcome: Outcome }): ReactNode {
  const styles = useStyles();
  const [{ shape }] = useDesk();
  if (shape === null) return null;
  return (
    <div>
      <p className={styles.hint}>{WORDS.totalsHint}</p>
      <table className={styles.table}>
        <caption className={styles.caption}>{WORDS.totalsCaption}</caption>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.head, styles.headFirst)}>
              {WORDS.indicator}
            </th>
            {shape.measures.map((measure) => (
              <th key={measure} scope="col" className={styles.head}>
                {measure}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shape.rows.map((row) => (
            <tr key={row.id} className={mergeClasses(styles.row, row.level === 0 && styles.heading)}>
              <th scope="row" className={mergeClasses(styles.label, row.level === 1 && styles.child)}>
                {labelOf(row)}
                {row.unitOfMeasure !== '' && <span className={styles.unit}>{` (${row.unitOfMeasure})`}</span>}
              </th>
              {row.fields.map((field, column) => (
                // Columns are the form's own and stay in place.
                <td key={column} className={styles.number}>
                  {field !== null && (
                    <Figure outcome={outcome} fieldKey={field.key} row={row} measure={shape.measures[column] ?? ''} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function labelOf(row: Pick<FormRow, 'number' | 'text'>): string {
  return row.number === '' ? row.text : `${row.number}. ${row.text}`;
}

interface FigureProps {
  readonly outcome: Outcome;
  readonly fieldKey: string;
  readonly row: FormRow;
  readonly measure: string;
}

function Figure({ outcome, fieldKey, row, measure }: FigureProps): ReactNode {
  const styles = useStyles();
  const [, desk] = useDesk();
  const total = outcome.totals[fieldKey];
  if (total === undefined || total.reporters === 0) {
    return (
      <span className={styles.none}>
        <span aria-hidden="true">–</span>
        <span className={styles.hidden}>{WORDS.nobody}</span>
      </span>
    );
  }
  const open = async (): Promise<void> => {
    const drill = await desk.ask('drill', { key: fieldKey });
    if (drill !== null) desk.show({ kind: 'drill', drill, bySelection: false });
  };
  return (
    <button
      type="button"
      className={styles.open}
      aria-label={WORDS.openTotal(total.value, total.reporters, row.number === '' ? row.text : row.number, measure)}
      onClick={() => {
        void open();
      }}
    >
      {WORDS.number(total.value)}
      <span className={styles.reporters}>{`(${WORDS.number(total.reporters)})`}</span>
    </button>
  );
}
