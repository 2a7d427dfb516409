/**
 * Where the pane is and what the workbook keeps, outside of React: with a shared runtime it lives as long as the workbook
 * is open, and the ribbon's buttons use it while no pane is shown. Loaded from the workbook, saved back soon after every
 * change; in a plain browser it is only held in memory.
 */
import type { HostProblem } from '../../app/host';
import type { Campaign } from '../../core/campaign/campaign';
import type { Decisions } from '../../core/campaign/decisions';
import { SHELL_WORDS } from '../../messages/shell-words';
import type { FormDefinition } from '../../core/forms/definition';
import type { PaneWorkbook } from '../wiring/workbook';

/** The places with a tab, and those of the menu. */
export const TAB_PLACES = ['forms', 'checking', 'consolidating', 'reporting'] as const;
export type Place = (typeof TAB_PLACES)[number] | 'settings' | 'help' | 'trial';

export function isTab(place: Place): place is (typeof TAB_PLACES)[number] {
  return (TAB_PLACES as readonly Place[]).includes(place);
}

/** As NO_DECISIONS of core, without its schema: that is loaded with the workbook. */
export const NOTHING_DECIDED: Decisions = {
  units: {},
  names: {},
  receipts: {},
  supplements: {},
  accepted: {},
  versions: [],
  returned: [],
  switchedOff: [],
  typedIn: [],
};

export interface SessionState {
  /** Whether Excel is around the pane. It turns false where a page of Excel is opened outside of it. */
  readonly inExcel: boolean;
  readonly place: Place;
  /** The tab that was open last: where a place of the menu leads back to. */
  readonly lastTab: (typeof TAB_PLACES)[number];
  readonly workbook: PaneWorkbook | null;
  readonly isLoading: boolean;
  readonly formId: string | null;
  readonly campaign: Campaign | null;
  readonly decisions: Decisions;
  /** Forms the clerk made out of tables, kept with the workbook. */
  readonly learnedForms: readonly FormDefinition[];
  /** What was last said; a new object each time, so that the same sentence is said again. */
  readonly said: { readonly sentence: string } | null;
}

export interface SessionStore {
  readonly current: () => SessionState;
  readonly subscribe: (onChange: () => void) => () => void;
  /** Takes the workbook that is being opened and what it keeps; null where it cannot be opened, which was told. */
  readonly attach: (opening: PaneWorkbook | Promise<PaneWorkbook>) => Promise<PaneWorkbook | null>;
  /** The outcome of `attach`, for who comes before it is done. */
  readonly whenAttached: () => Promise<PaneWorkbook | null>;
  /** The workbook could not be opened at all: the pane goes on as in a browser. */
  readonly goWithout: (sentence: string) => void;
  readonly chooseForm: (formId: string | null) => void;
  readonly setCampaign: (campaign: Campaign | null) => void;
  readonly keepDecisions: (decisions: Decisions) => void;
  readonly keepLearnedForms: (learnedForms: readonly FormDefinition[]) => void;
  readonly saveState: () => Promise<boolean>;
  /** Shows a place. What was said belongs to the place before and goes, unless it is kept. */
  readonly goTo: (place: Place, options?: { readonly keepSaid: boolean }) => void;
  readonly tell: (sentence: string | null) => void;
  readonly tellProblem: (problem: HostProblem) => Promise<void>;
}

/** After the last change, in milliseconds: accepting many readings in a row is one saving. */
const SAVE_AFTER = 400;

export interface SessionSettings {
  readonly inExcel: boolean;
  readonly place?: Place;
  /** The sentence of a problem; loaded when there is one. */
  readonly describeProblem: (problem: HostProblem) => Promise<string>;
}

export function createSession({ inExcel, place = 'consolidating', describeProblem }: SessionSettings): SessionStore {
  const listeners = new Set<() => void>();
  let state: SessionState = {
    inExcel,
    place,
    lastTab: isTab(place) ? place : 'consolidating',
    workbook: null,
    isLoading: inExcel,
    formId: null,
    campaign: null,
    decisions: NOTHING_DECIDED,
    learnedForms: [],
    said: null,
  };
  /** Kept state that could not be read is not ours to write over. */
  let mayNotSave: HostProblem | null = null;
  /** Something was chosen before the workbook was there. */
  let unsaved = false;
  let timer: ReturnType<typeof setTimeout> | null = null;
  /** One saving at a time, the newest state last. */
  let saving: Promise<boolean> = Promise.resolve(true);

  const change = (part: Partial<SessionState>): void => {
    state = { ...state, ...part };
    for (const listener of [...listeners]) listener();
  };
  const tell = (sentence: string | null): void => {
    if (sentence === null && state.said === null) return;
    change({ said: sentence === null ? null : { sentence } });
  };
  const tellProblem = async (problem: HostProblem): Promise<void> => {
    tell(await describeProblem(problem));
  };

  const load = async (workbook: PaneWorkbook): Promise<void> => {
    const kept = await workbook.host.loadState();
    mayNotSave = kept.ok ? null : kept.error;
    const known = kept.ok ? kept.value : null;
    change({
      workbook,
      isLoading: false,
      // What a quick clerk chose before the workbook was there is newer than what it keeps.
      formId: state.formId ?? known?.formId ?? null,
      campaign: state.campaign ?? known?.campaign ?? null,
      learnedForms: state.learnedForms.length > 0 ? state.learnedForms : (known?.learnedForms ?? []),
      decisions: state.decisions === NOTHING_DECIDED ? (known?.decisions ?? NOTHING_DECIDED) : state.decisions,
    });
  };
  const open = async (opening: PaneWorkbook | Promise<PaneWorkbook>): Promise<PaneWorkbook | null> => {
    try {
      const workbook = await opening;
      // A run that was cut off may have left its working sheets behind.
      const recovered = await workbook.host.recover();
      await load(workbook);
      if (unsaved) saveSoon();
      if (mayNotSave !== null) await tellProblem(mayNotSave);
      else if (!recovered.ok) await tellProblem(recovered.error);
      return workbook;
    } catch {
      change({ inExcel: false, isLoading: false, said: { sentence: SHELL_WORDS.noWorkbook } });
      return null;
    }
  };
  let attached = new Promise<PaneWorkbook | null>(() => undefined);

  const save = async (): Promise<boolean> => {
    const { workbook } = state;
    if (workbook === null) return !state.inExcel;
    // Excel may only have been busy; what cannot be read at all stays so.
    if (mayNotSave !== null) await load(workbook);
    if (mayNotSave !== null) {
      await tellProblem(mayNotSave);
      return false;
    }
    const { formId, campaign, decisions, learnedForms } = state;
    const saved = await workbook.host.saveState({ formId, campaign, decisions, learnedForms });
    if (!saved.ok) await tellProblem(saved.error);
    return saved.ok;
  };
  const saveState = (): Promise<boolean> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    saving = saving.then(save);
    return saving;
  };
  const saveSoon = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => {
      void saveState();
    }, SAVE_AFTER);
  };
  const keep = (part: Partial<SessionState>): void => {
    change(part);
    if (!state.inExcel) return;
    if (state.workbook === null) unsaved = true;
    else saveSoon();
  };

  return {
    current: () => state,
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => {
        listeners.delete(onChange);
      };
    },
    attach: (opening) => {
      attached = open(opening);
      return attached;
    },
    whenAttached: () => attached,
    goWithout: (sentence) => {
      change({ inExcel: false, isLoading: false, said: { sentence } });
      attached = Promise.resolve(null);
    },
    chooseForm: (formId) => {
      if (formId !== state.formId) keep({ formId });
    },
    setCampaign: (campaign) => {
      if (campaign !== state.campaign) keep({ campaign });
    },
    keepLearnedForms: (learnedForms) => {
      if (learnedForms !== state.learnedForms) keep({ learnedForms });
    },
    keepDecisions: (decisions) => {
      if (decisions !== state.decisions) keep({ decisions });
    },
    saveState,
    goTo: (next, options) => {
      if (next === state.place) return;
      change({ place: next, lastTab: isTab(next) ? next : state.lastTab, said: options?.keepSaid === true ? state.said : null });
    },
    tell,
    tellProblem,
  };
}
