/** The report for components: its state, painted anew when it changes, and what can be done. */
import { useSyncExternalStore } from 'react';
import { useDeskHome } from '../consolidating/desk-provider';
import { useDesk } from '../consolidating/use-desk';
import { useSessionStore } from '../state/session';
import { useTools } from '../state/tools';
import type { ReportState } from './report-state';
import { createReportStore, type ReportStore } from './report-store';

export function useReport(): readonly [ReportState, ReportStore] {
  const home = useDeskHome();
  const session = useSessionStore();
  const { saveFile, writeDocument } = useTools();
  const [, desk] = useDesk();
  // The slot is filled once; it lives as long as the pane, so that edits survive a change of place.
  const store = (home.report ??= createReportStore({ desk, session, saveFile, writeDocument, now: () => new Date() }));
  return [useSyncExternalStore(store.subscribe, store.current), store];
}
