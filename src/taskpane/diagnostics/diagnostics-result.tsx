/** How the check went: a sentence, a line for each area of Excel, and the report as text to copy. */
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useRef, useState, type ReactNode, type RefObject } from 'react';
import { byArea, reportText, type ExcelCheckReport } from '../../app/excel-check';
import { DIAGNOSTICS_WORDS } from '../../messages/diagnostics-words';

const useStyles = makeStyles({
  result: { display: 'grid', gap: '12px' },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  text: { ...typographyStyles.body1, margin: 0 },
  table: { ...typographyStyles.body1, borderCollapse: 'collapse', width: '100%' },
  head: { ...typographyStyles.caption1Strong, textAlign: 'left', padding: '4px 8px 4px 0' },
  area: {
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    padding: '4px 8px 4px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  count: {
    textAlign: 'right',
    fontVariantNumeric: 'tabular-nums',
    padding: '4px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    whiteSpace: 'nowrap',
  },
  headCount: { ...typographyStyles.caption1Strong, textAlign: 'right', padding: '4px 0' },
  failed: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  label: { ...typographyStyles.body1Strong },
  report: {
    ...typographyStyles.caption1,
    fontFamily: tokens.fontFamilyMonospace,
    boxSizing: 'border-box',
    width: '100%',
    minHeight: '160px',
    resize: 'vertical',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: '8px',
  },
  copy: { display: 'flex', gap: '8px', alignItems: 'center', flexWrap: 'wrap' },
});

interface ResultProps {
  readonly report: ExcelCheckReport;
  readonly headingRef: RefObject<HTMLHeadingElement | null>;
}

function outcomeOf({ results, total, left }: ExcelCheckReport): string {
  const failed = results.filter((one) => one.reason !== null).length;
  if (results.length < total) {
    const isClean = left !== null && left.length === 0;
    return (isClean ? DIAGNOSTICS_WORDS.stopped : DIAGNOSTICS_WORDS.stoppedLeft)(results.length, total);
  }
  return failed === 0 ? DIAGNOSTICS_WORDS.allPassed(total) : DIAGNOSTICS_WORDS.someFailed(failed, total);
}

export function DiagnosticsResult({ report, headingRef }: ResultProps): ReactNode {
  const styles = useStyles();
  const [copied, setCopied] = useState<string | null>(null);
  const place = useRef<HTMLTextAreaElement>(null);
  const text = reportText(report);
  const { left } = report;
  const copy = async (): Promise<void> => {
    // The frame of Excel on the web may forbid the clipboard, and old web views do not have it.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    try {
      if (clipboard === undefined) throw new Error('no clipboard');
      await clipboard.writeText(text);
      setCopied(DIAGNOSTICS_WORDS.copied);
    } catch {
      place.current?.focus();
      place.current?.select();
      setCopied(DIAGNOSTICS_WORDS.copyByHand);
    }
  };
  return (
    <div className={styles.result}>
      <h3 className={styles.title} ref={headingRef} tabIndex={-1}>
        {DIAGNOSTICS_WORDS.result}
      </h3>
      <p className={styles.text} role="status">
        {outcomeOf(report)}
      </p>
      {(left === null || left.length > 0) && <p className={styles.text}>{DIAGNOSTICS_WORDS.left(left)}</p>}
      <table className={styles.table}>
        <thead>
          <tr>
            <th className={styles.head} scope="col">
              {DIAGNOSTICS_WORDS.areaHeading}
            </th>
            <th className={styles.headCount} scope="col">
              {DIAGNOSTICS_WORDS.passedHeading}
            </th>
          </tr>
        </thead>
        <tbody>
          {byArea(report.results).map(({ area, passed, total }) => (
            <tr key={area}>
              <th className={styles.area} scope="row">
                {area}
              </th>
              <td className={styles.count}>
                <span className={passed < total ? styles.failed : undefined}>{DIAGNOSTICS_WORDS.passedOf(passed, total)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <label className={styles.label} htmlFor="diagnostics-report">
        {DIAGNOSTICS_WORDS.report}
      </label>
      <textarea className={styles.report} id="diagnostics-report" ref={place} readOnly value={text} />
      <div className={styles.copy}>
        <Button onClick={() => void copy()}>{DIAGNOSTICS_WORDS.copy}</Button>
        <span role="status">{copied}</span>
      </div>
    </div>
  );
}
