/** What came of the files: how many count, each file with its state, the totals, and the workbook to save. */
import { Button, makeStyles, Tab, TabList, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowDownloadRegular, ArrowResetRegular } from '@fluentui/react-icons';
import { useState, type ReactNode, type RefObject } from 'react';
import { PANE_WORDS } from '../../messages/pane-words';
import type { Outcome, PickedFile } from '../wiring/messages';
import { FileList } from './file-list';
import { PickButtons } from './pick-buttons';
import { TotalsTable } from './totals-table';

const useStyles = makeStyles({
  panel: { display: 'grid', gap: '12px' },
  title: { ...typographyStyles.subtitle2, margin: 0, outlineStyle: 'none' },
  warning: { ...typographyStyles.body1, margin: 0, color: tokens.colorPaletteDarkOrangeForeground1 },
  tabs: { marginLeft: '-10px' },
  bar: {
    position: 'sticky',
    bottom: 0,
    display: 'grid',
    gap: '8px',
    padding: '8px 0 12px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  more: { display: 'flex', flexWrap: 'wrap', gap: '4px', marginLeft: '-8px' },
});

type View = 'files' | 'totals';

export interface ResultPanelProps {
  readonly outcome: Outcome;
  readonly saving: boolean;
  readonly headingRef: RefObject<HTMLHeadingElement | null>;
  readonly onPick: (files: readonly PickedFile[]) => void;
  readonly onSave: () => void;
  readonly onBeginAnew: () => void;
}

export function ResultPanel({ outcome, saving, headingRef, onPick, onSave, onBeginAnew }: ResultPanelProps): ReactNode {
  const styles = useStyles();
  const [view, setView] = useState<View>('files');
  const { submissions, totals, measures } = outcome;
  const counted = submissions.filter((one) => one.state === 'counted').length;
  return (
    <section className={styles.panel} aria-label={PANE_WORDS.result}>
      <h2 className={styles.title} ref={headingRef} tabIndex={-1}>
        {PANE_WORDS.counted(counted, submissions.length)}
      </h2>
      <div className={styles.more}>
        <PickButtons size="small" words={{ files: PANE_WORDS.addFiles, folder: PANE_WORDS.addFolder }} onPick={onPick} />
        <Button size="small" appearance="subtle" icon={<ArrowResetRegular />} onClick={onBeginAnew}>
          {PANE_WORDS.startOver}
        </Button>
      </div>
      {counted === 0 && <p className={styles.warning}>{PANE_WORDS.nothingCounted}</p>}
      <TabList
        className={styles.tabs}
        selectedValue={view}
        onTabSelect={(_event, { value }) => {
          setView(value === 'totals' ? 'totals' : 'files');
        }}
      >
        <Tab value="files" id="tab-files">
          {PANE_WORDS.filesTab(submissions.length)}
        </Tab>
        <Tab value="totals" id="tab-totals">
          {PANE_WORDS.totalsTab}
        </Tab>
      </TabList>
      <div role="tabpanel" aria-labelledby={`tab-${view}`}>
        {view === 'files' ? <FileList submissions={submissions} /> : <TotalsTable rows={totals} measures={measures} />}
      </div>
      <div className={styles.bar}>
        <Button appearance="primary" icon={<ArrowDownloadRegular />} disabled={saving} onClick={onSave}>
          {saving ? PANE_WORDS.saving : PANE_WORDS.save}
        </Button>
      </div>
    </section>
  );
}
