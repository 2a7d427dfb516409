/** "Kiểm tra tiện ích": says what it does, runs it, shows how it went, and gives a text to send. Loaded when asked for. */
import { Button, makeStyles, ProgressBar, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { ExcelChecking } from '../../app/excel-check';
import { DIAGNOSTICS_WORDS } from '../../messages/diagnostics-words';
import { openExcelCheck } from '../wiring/excel-check';
import { DiagnosticsResult } from './diagnostics-result';
import { useDiagnostics } from './use-diagnostics';

const useStyles = makeStyles({
  panel: { display: 'grid', gap: '12px' },
  title: { ...typographyStyles.subtitle1, margin: 0 },
  text: { ...typographyStyles.body1, margin: 0 },
  count: { ...typographyStyles.body1, margin: 0, fontVariantNumeric: 'tabular-nums' },
  failed: { ...typographyStyles.body1, margin: 0, color: tokens.colorPaletteRedForeground1 },
});

/** `openCheck`: the check to run; that of the Excel around this page where it is left out. */
export function DiagnosticsPanel({ openCheck = openExcelCheck }: { readonly openCheck?: () => ExcelChecking | null }): ReactNode {
  const styles = useStyles();
  const [check] = useState(openCheck);
  const { state, start, stop } = useDiagnostics(check);
  const result = useRef<HTMLHeadingElement>(null);
  // Reading by keyboard or aloud goes on at the result.
  useEffect(() => {
    if (state.kind === 'finished') result.current?.focus();
  }, [state.kind]);

  return (
    <section className={styles.panel} aria-labelledby="diagnostics-title">
      <h2 className={styles.title} id="diagnostics-title">
        {DIAGNOSTICS_WORDS.title}
      </h2>
      <p className={styles.text}>{DIAGNOSTICS_WORDS.what}</p>
      {check === null && <p className={styles.text}>{DIAGNOSTICS_WORDS.onlyInExcel}</p>}
      {check !== null && state.kind !== 'running' && (
        <>
          <p className={styles.text}>{DIAGNOSTICS_WORDS.caution}</p>
          <div>
            <Button appearance={state.kind === 'idle' ? 'primary' : 'secondary'} onClick={start}>
              {state.kind === 'idle' ? DIAGNOSTICS_WORDS.start : DIAGNOSTICS_WORDS.again}
            </Button>
          </div>
        </>
      )}
      {state.kind === 'running' && (
        <>
          <ProgressBar
            {...(state.total === 0 ? {} : { value: state.done / state.total })}
            aria-label={DIAGNOSTICS_WORDS.running}
          />
          <p className={styles.count} role="status">
            {state.stopping ? DIAGNOSTICS_WORDS.stopping : DIAGNOSTICS_WORDS.progress(state.done, state.total)}
          </p>
          <div>
            <Button onClick={stop} disabled={state.stopping}>
              {DIAGNOSTICS_WORDS.stop}
            </Button>
          </div>
        </>
      )}
      {state.kind === 'failed' && (
        <p className={styles.failed} role="alert">
          {state.sentence}
        </p>
      )}
      {state.kind === 'finished' && <DiagnosticsResult report={state.report} headingRef={result} />}
    </section>
  );
}
