/** What came of the files: how many count, what waits, each file, the totals, drawings; and where the result goes. */
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowDownloadRegular, TableArrowUpRegular } from '@fluentui/react-icons';
import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from 'react';
import { CALENDAR_WORDS } from '../../messages/calendar-words';
import { CONSOLIDATING_WORDS as WORDS } from '../../messages/consolidating-words';
import { useSession } from '../state/session';
import type { Outcome } from '../wiring/messages';
import type { Tab as TabName } from './desk-state';
import { FileList } from './file-list';
import { PartTabs } from './part-tabs';
import { QuestionList } from './question-list';
import { ResultHead } from './result-head';
import { TotalsTable } from './totals-table';
import { useDesk } from './use-desk';

const DrillView = lazy(() => import('./drill-view').then((module) => ({ default: module.DrillView })));
const CompareView = lazy(() => import('./compare-view').then((module) => ({ default: module.CompareView })));
const TypingView = lazy(() => import('./typing-view').then((module) => ({ default: module.TypingView })));
const LettersView = lazy(() => import('./letters-view').then((module) => ({ default: module.LettersView })));
const CalendarView = lazy(() => import('./calendar-view').then((module) => ({ default: module.CalendarView })));
const Drawings = lazy(() => import('./drawings').then((module) => ({ default: module.Drawings })));

const useStyles = makeStyles({
  panel: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '12px' },
  bar: {
    position: 'sticky',
    bottom: 0,
    display: 'grid',
    gap: '4px',
    padding: '8px 0 12px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    zIndex: 1,
  },
  apart: { justifySelf: 'center' },
  state: { ...typographyStyles.caption1, margin: 0, textAlign: 'center', color: tokens.colorNeutralForeground2 },
});

export function ResultPlace({ outcome }: { readonly outcome: Outcome }): ReactNode {
  const [{ view }] = useDesk();
  switch (view.kind) {
    case 'home':
      return <ResultHome outcome={outcome} />;
    case 'drill':
      return (
        <Suspense fallback={null}>
          <DrillView drill={view.drill} bySelection={view.bySelection} outcome={outcome} />
        </Suspense>
      );
    case 'compare':
      return (
        <Suspense fallback={null}>
          <CompareView before={view.before} after={view.after} />
        </Suspense>
      );
    case 'typing':
      return (
        <Suspense fallback={null}>
          <TypingView unit={view.unit} />
        </Suspense>
      );
    case 'letters':
      return (
        <Suspense fallback={null}>
          <LettersView />
        </Suspense>
      );
  }
}

function ResultHome({ outcome }: { readonly outcome: Outcome }): ReactNode {
  const styles = useStyles();
  const [{ tab: chosen, shape }, desk] = useDesk();
  // A list has no figures: no totals, no drawings of them.
  const isList = shape?.kind === 'list';
  const waiting = outcome.questions.length;
  // What waits is shown first, and goes on being shown when the last of it is settled.
  const [first] = useState<TabName>(waiting > 0 ? 'waiting' : 'files');
  const tab = isList && chosen === 'drawings' ? 'totals' : (chosen ?? first);
  const heading = useRef<HTMLHeadingElement>(null);
  // The clerk waited for this, or came back from a view: reading by keyboard or aloud goes on here.
  useEffect(() => {
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body) heading.current?.focus();
  }, []);
  return (
    <section className={styles.panel} aria-label={WORDS.result}>
      <ResultHead outcome={outcome} headingRef={heading} />
      <PartTabs
        label={WORDS.views}
        chosen={tab}
        onChoose={desk.openTab}
        tabs={[
          { value: 'waiting', words: WORDS.waitingTab(waiting), long: WORDS.waitingTabLong(waiting) },
          { value: 'files', words: WORDS.filesTab(outcome.submissions.length) },
          { value: 'totals' as const, words: isList ? CALENDAR_WORDS.tab : WORDS.totalsTab },
          ...(isList ? [] : [{ value: 'drawings' as const, words: WORDS.drawingsTab }]),
        ]}
      />
      <div role="tabpanel" aria-labelledby={`result-${tab}`}>
        <Suspense fallback={null}>
          {tab === 'waiting' && <QuestionList outcome={outcome} />}
          {tab === 'files' && <FileList outcome={outcome} />}
          {tab === 'totals' && (isList ? <CalendarView outcome={outcome} /> : <TotalsTable outcome={outcome} />)}
          {tab === 'drawings' && <Drawings outcome={outcome} />}
        </Suspense>
      </div>
      <Bar />
    </section>
  );
}

/** Where the result goes: into the open workbook, or into a file. */
function Bar(): ReactNode {
  const styles = useStyles();
  const { host } = useSession();
  const [{ busy, isInWorkbook, summarySheet }, desk] = useDesk();
  const save = (
    <Button
      className={host === null ? undefined : styles.apart}
      appearance={host === null ? 'primary' : 'subtle'}
      size={host === null ? 'medium' : 'small'}
      icon={<ArrowDownloadRegular />}
      disabled={busy !== null}
      onClick={() => {
        void desk.save();
      }}
    >
      {busy === 'saving' ? WORDS.saving : host === null ? WORDS.save : WORDS.saveApart}
    </Button>
  );
  if (host === null) return <div className={styles.bar}>{save}</div>;
  const put = isInWorkbook || summarySheet !== null ? WORDS.putAgain : WORDS.put;
  return (
    <div className={styles.bar}>
      <Button
        appearance="primary"
        icon={<TableArrowUpRegular />}
        // Stays in the tab order while it works, so that the keyboard is not thrown out.
        disabledFocusable={busy !== null}
        onClick={() => {
          void desk.putIntoWorkbook();
        }}
      >
        {busy === 'writing' ? WORDS.putting : put}
      </Button>
      <p className={styles.state}>{isInWorkbook ? WORDS.inWorkbook : WORDS.notYetInWorkbook}</p>
      {save}
    </div>
  );
}
