/** The pane: choosing files, reading them, what came of it. Screens only; workers and downloads are handed in. */
import { FluentProvider, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useRef, type ReactNode } from 'react';
import { PANE_WORDS } from '../messages/pane-words';
import { ChooseFiles } from './components/choose-files';
import { DropTarget } from './components/drop-target';
import { ErrorBoundary, FailurePanel } from './components/failure';
import { FormChoiceLine } from './components/form-choice';
import { NoticeLine } from './components/notice-line';
import { ReadingPanel } from './components/reading-panel';
import { usePane, type SaveFile } from './state/use-pane';
import { useTheme } from './state/use-theme';
import type { OpenDesk } from './wiring/desk';

/** Tables, lists and tabs are needed once there is something to show. */
const ResultPanel = lazy(() => import('./components/result-panel').then((module) => ({ default: module.ResultPanel })));

const useStyles = makeStyles({
  provider: { minHeight: '100vh' },
  page: { boxSizing: 'border-box', maxWidth: '720px', margin: '0 auto', padding: '12px 16px 16px', display: 'grid', gap: '16px' },
  // The corner belongs to the buttons of the host.
  header: { display: 'grid', gap: '4px', paddingRight: '36px' },
  title: { ...typographyStyles.subtitle1, margin: 0 },
  waiting: { color: tokens.colorNeutralForeground3, margin: 0 },
});

export function Pane({ openDesk, saveFile }: { readonly openDesk: OpenDesk; readonly saveFile: SaveFile }): ReactNode {
  const theme = useTheme();
  const styles = useStyles();
  return (
    <FluentProvider theme={theme} className={styles.provider}>
      <ErrorBoundary>
        <PaneBody openDesk={openDesk} saveFile={saveFile} />
      </ErrorBoundary>
    </FluentProvider>
  );
}

function PaneBody({ openDesk, saveFile }: { readonly openDesk: OpenDesk; readonly saveFile: SaveFile }): ReactNode {
  const styles = useStyles();
  const [state, acts] = usePane(openDesk, saveFile);
  const { reading, outcome, notice, failure } = state;
  const result = useRef<HTMLHeadingElement>(null);
  const wasReading = useRef(false);

  // The clerk waited for the result: reading by keyboard or aloud goes on there.
  useEffect(() => {
    if (wasReading.current && reading === null && outcome !== null) result.current?.focus();
    wasReading.current = reading !== null;
  }, [reading, outcome]);

  if (failure !== null) return <FailurePanel report={failure} onBeginAnew={acts.beginAnew} />;
  return (
    <DropTarget disabled={reading !== null} onDrop={(files) => { acts.add(files, true); }}>
      <main className={styles.page}>
        <div>
          <header className={styles.header}>
            <h1 className={styles.title}>{PANE_WORDS.title}</h1>
            <FormChoiceLine forms={state.forms} formId={state.formId} disabled={reading !== null} onChoose={acts.chooseForm} />
          </header>
          <NoticeLine notice={notice} />
        </div>
        {reading !== null && <ReadingPanel progress={reading.progress} onCancel={acts.cancel} />}
        {reading === null && outcome === null && <ChooseFiles onPick={(files) => { acts.add(files, false); }} />}
        {reading === null && outcome !== null && (
          <Suspense fallback={<p className={styles.waiting}>…</p>}>
            <ResultPanel
              outcome={outcome}
              saving={state.saving}
              headingRef={result}
              onPick={(files) => { acts.add(files, false); }}
              onSave={acts.save}
              onBeginAnew={acts.beginAnew}
            />
          </Suspense>
        )}
      </main>
    </DropTarget>
  );
}
