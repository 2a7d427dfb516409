/**
 * The session as components see it: where the pane is, what the workbook keeps (form, campaign, decisions), and a place
 * for sentences. One store above all places; the ribbon's buttons, which need no pane, use the same store.
 */
import { createContext, useContext, useMemo, useSyncExternalStore } from 'react';

import type { Host } from '../../app/host';
import type { Campaign } from '../../core/campaign/campaign';
import type { Decisions } from '../../core/campaign/decisions';
import type { FormDefinition } from '../../core/forms/definition';
import type { Place, SessionStore } from './session-store';

export interface Session {
  /** The open workbook; null in a plain browser, and in Excel until it is there (`isLoading`). */
  readonly host: Host | null;
  /** Whether Excel is around the pane, even where the workbook is not there yet. */
  readonly inExcel: boolean;
  /** True until the workbook's kept state was read; always false in a plain browser. */
  readonly isLoading: boolean;
  readonly place: Place;
  /** The tab to go back to from a place of the menu. */
  readonly lastTab: Place;
  /** The form chosen for this workbook; null leaves it to the campaign, or to the catalogue's default. */
  readonly formId: string | null;
  readonly campaign: Campaign | null;
  /** The units of the campaign's roster as they are kept; `rosterOfCampaign` in src/app makes a `Roster` of a campaign. */
  readonly roster: Campaign['roster']['units'];
  readonly decisions: Decisions;
  /** Forms the clerk made out of tables; `formShelf` in src/app puts them beside the catalogue's. */
  readonly learnedForms: readonly FormDefinition[];
  /** Each of these changes the session at once and saves it with the workbook soon after. */
  readonly chooseForm: (formId: string | null) => void;
  readonly setCampaign: (campaign: Campaign | null) => void;
  readonly keepDecisions: (decisions: Decisions) => void;
  readonly keepLearnedForms: (learnedForms: readonly FormDefinition[]) => void;
  /** Saves now. False where the workbook did not take it; the sentence was told. True in a plain browser. */
  readonly saveState: () => Promise<boolean>;
  readonly goTo: (place: Place) => void;
  /** Shows one sentence at the top of the pane and has it read aloud; null takes it away. */
  readonly tell: (sentence: string | null) => void;
}

export const SessionContext = createContext<SessionStore | null>(null);

/** The store itself, for what lives longer than a component. */
export function useSessionStore(): SessionStore {
  const store = useContext(SessionContext);
  if (store === null) throw new Error('no session around this component');
  return store;
}

export function useSession(): Session {
  const store = useSessionStore();
  const state = useSyncExternalStore(store.subscribe, store.current);
  return useMemo(
    () => ({
      host: state.workbook?.host ?? null,
      inExcel: state.inExcel,
      isLoading: state.isLoading,
      place: state.place,
      lastTab: state.lastTab,
      formId: state.formId,
      campaign: state.campaign,
      roster: state.campaign?.roster.units ?? NOBODY,
      decisions: state.decisions,
      learnedForms: state.learnedForms,
      chooseForm: store.chooseForm,
      setCampaign: store.setCampaign,
      keepDecisions: store.keepDecisions,
      keepLearnedForms: store.keepLearnedForms,
      saveState: store.saveState,
      goTo: store.goTo,
      tell: store.tell,
    }),
    [store, state],
  );
}

/** The same list each time, or every reader would paint anew. */
const NOBODY: Campaign['roster']['units'] = [];
