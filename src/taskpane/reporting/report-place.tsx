/**
 * The place "Báo cáo": the written report of what was consolidated, paragraph by paragraph, with where its figures come
 * from; edited here, put into the workbook or saved for Word. Loaded when it is first shown.
 */
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useRef, type ReactNode } from 'react';
import { REPORTING_WORDS as WORDS } from '../../messages/reporting-words';
import { FailurePanel } from '../components/failure';
import { useDesk } from '../consolidating/use-desk';
import { useSession } from '../state/session';
import { ChoicesPanel } from './choices-panel';
import { FigureView } from './figure-view';
import { PhotosPanel } from './photos-panel';
import { ReportActions, ReportBar } from './report-bar';
import { ReportNotices, SetAsideList } from './report-notices';
import { ReportSections } from './report-sections';
import { useReport } from './use-report';

const useStyles = makeStyles({
  place: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '12px', overflowWrap: 'anywhere' },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  text: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
});

export function ReportPlace(): ReactNode {
  const styles = useStyles();
  const { isLoading, goTo } = useSession();
  const [{ outcome, reading, failure, busy }, desk] = useDesk();
  const [state, report] = useReport();
  const isFirst = useRef(true);
  const { narrative, madeOf, figure } = state;

  // Made when first shown and whenever the figures moved on; at every visit, since the sheet may have been edited.
  useEffect(() => {
    if (isLoading || outcome === null || reading !== null) return;
    if (isFirst.current || madeOf !== outcome) {
      isFirst.current = false;
      void report.refresh();
    }
  }, [isLoading, outcome, reading, madeOf, report]);

  if (failure !== null) return <FailurePanel report={failure} onBeginAnew={desk.beginAnew} />;
  if (reading !== null || busy === 'restoring' || isLoading)
    return <p className={styles.text}>{reading === null ? WORDS.opening : WORDS.stillReading}</p>;
  if (outcome === null)
    return (
      <section className={styles.place} aria-label={WORDS.title}>
        <h2 className={styles.title}>{WORDS.nothingTitle}</h2>
        <p className={styles.text}>{WORDS.nothing}</p>
        <div>
          <Button
            appearance="primary"
            onClick={() => {
              goTo('consolidating');
            }}
          >
            {WORDS.toConsolidating}
          </Button>
        </div>
      </section>
    );
  if (figure !== null && figure.found !== null) return <FigureView text={figure.text} found={figure.found} />;
  return (
    <section className={styles.place} aria-label={WORDS.title} aria-busy={state.busy !== null}>
      <h2 className={styles.title}>{WORDS.title}</h2>
      {narrative === null ? (
        <p className={styles.text} role="status">
          {WORDS.making}
        </p>
      ) : (
        <>
          <ReportNotices />
          <ChoicesPanel />
          <ReportSections narrative={narrative} />
          <SetAsideList setAside={narrative.setAside} />
          <PhotosPanel />
          <ReportActions />
          <ReportBar />
        </>
      )}
    </section>
  );
}
