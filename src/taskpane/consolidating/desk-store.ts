/**
 * The desk as the screens see it: one state, and what can be done. Lives outside of React, so that a run goes on while
 * another place is shown. It follows the session: campaign and decisions are kept there and consolidated here.
 */
import { DESK_WORDS } from '../../messages/desk-words';
import type { Decisions } from '../../core/campaign/decisions';
import { addPicked, withoutMedia } from '../picking/pick';
import type { SessionState, SessionStore } from '../state/session-store';
import type { SaveFile } from '../state/tools';
import { DeskFailure, type Desk, type OpenDesk, type PlainNews } from '../wiring/desk';
import { answerHostCall } from '../wiring/host-proxy';
import type { PickedFile, QuestionKind, Questions } from '../wiring/messages';
import type { ReportDraft } from '../wiring/report-messages';
import { localDay } from './local-day';
import { watchSummary } from './summary-watch';
import { changeDesk, EMPTY_DESK, HOME, type DeskAction, type DeskState, type Tab, type View } from './desk-state';

export interface DeskStore {
  readonly current: () => DeskState;
  readonly subscribe: (onChange: () => void) => () => void;
  readonly add: (picked: readonly PickedFile[], dropped: boolean) => void;
  /** Files will probably be added in a moment. */
  readonly expect: () => void;
  readonly cancel: () => void;
  readonly beginAnew: () => void;
  /** Changes the decisions; everything follows. */
  readonly decide: (change: (decisions: Decisions) => Decisions) => void;
  readonly show: (view: View) => void;
  readonly openTab: (tab: Tab) => void;
  /** Asks the desk; null where it failed, which is told. */
  readonly ask: <K extends QuestionKind>(about: K, ask: Questions[K]['ask']) => Promise<Questions[K]['answer'] | null>;
  /** Saves the summary as a file. */
  readonly save: () => Promise<void>;
  readonly saveList: (as: 'xlsx' | 'csv') => Promise<void>;
  /** With the report of the place "Báo cáo" where one is given. False where nothing was written, which was told. */
  readonly putIntoWorkbook: (report?: ReportDraft) => Promise<boolean>;
  /** Hands a finished file to the clerk and says where it is. */
  readonly handOver: (name: string, bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  readonly close: () => void;
}

export interface DeskStorePorts {
  readonly openDesk: OpenDesk;
  readonly saveFile: SaveFile;
  readonly session: SessionStore;
  /** The clerk's calendar. */
  readonly now: () => Date;
}

/** What of the session the desk works with. */
const SETTLED_BY = ['formId', 'campaign', 'decisions', 'learnedForms'] as const;

/** Files handed to the desk at once: a hundred take the page some ten milliseconds. */
const BATCH = 100;

export function createDeskStore({ openDesk, saveFile, session, now }: DeskStorePorts): DeskStore {
  const listeners = new Set<() => void>();
  let state: DeskState = EMPTY_DESK;
  let known: SessionState = session.current();
  let isWatching = false;
  let isClosed = false;
  let desk: Desk;

  const change = (action: DeskAction): void => {
    const next = changeDesk(state, action);
    if (next === state) return;
    state = next;
    for (const listener of [...listeners]) listener();
  };

  function hear(news: PlainNews): void {
    switch (news.kind) {
      case 'settled': {
        const { shape, files, reading } = state;
        const isOther = shape !== null && shape.form.id !== news.shape.form.id;
        change(news);
        // Figures of one form say nothing about another: everything is read anew.
        const chosen = [...files, ...(reading?.files ?? [])];
        if (isOther && chosen.length > 0) start(chosen, false);
        break;
      }
      case 'ready':
      case 'outcome':
        change(news);
        break;
      case 'progress':
        change({ ...news, kind: 'progressed' });
        break;
      case 'host-call':
        void answerHostCall(session.current().workbook?.host ?? null, news).then((answer) => {
          desk.order(answer);
        });
        break;
      case 'failed':
        change({ kind: 'failed', report: news.report });
        break;
    }
  }

  const settle = (): void => {
    const { formId, campaign, decisions, learnedForms } = known;
    desk.order({ kind: 'settle', settings: { formId, campaign, decisions, learnedForms } });
  };

  const open = (): void => {
    desk = openDesk(hear);
    settle();
  };

  const start = (files: readonly PickedFile[], keep: boolean): void => {
    const run = state.run + 1;
    change({ kind: 'started', run, files, keep });
    handOver(run, files);
  };

  /** A batch at a time, so that thousands of files do not hold up the page; a run that was stopped hands over no more. */
  function handOver(run: number, files: readonly PickedFile[]): void {
    if (isClosed || state.reading?.run !== run) return;
    if (files.length <= BATCH) {
      desk.order({ kind: 'receive', run, files });
      return;
    }
    desk.order({ kind: 'files', run, files: files.slice(0, BATCH) });
    setTimeout(() => {
      handOver(run, files.slice(BATCH));
    }, 0);
  }

  async function ask<K extends QuestionKind>(about: K, question: Questions[K]['ask']): Promise<Questions[K]['answer'] | null> {
    try {
      return await desk.ask(about, question);
    } catch (error) {
      if (!(error instanceof DeskFailure)) throw error;
      if (!isClosed && error.report !== 'closed') session.tell(DESK_WORDS.notDone);
      return null;
    }
  }

  /** What was consolidated in this workbook before comes back by itself; a workbook without any says nothing. */
  async function restore(): Promise<void> {
    change({ kind: 'busy', busy: 'restoring' });
    const restored = await ask('restore', {});
    if (restored?.ok !== true) {
      change({ kind: 'busy', busy: null });
      if (restored !== null) await session.tellProblem(restored.error);
      return;
    }
    change({ kind: 'restored', ...restored.value });
    if (restored.value.files > 0) session.tell(DESK_WORDS.restored(restored.value.files));
  }

  const summary = watchSummary({
    host: () => session.current().workbook?.host ?? null,
    summarySheet: () => {
      const { outcome, summarySheet, view, reading } = state;
      const isLooking = view.kind === 'home' || view.kind === 'drill';
      const mayShow = isLooking && outcome !== null && reading === null && session.current().place === 'consolidating';
      return mayShow ? summarySheet : null;
    },
    onCell: async (sheet, cell, isNewest) => {
      const drill = await ask('drill-cell', { sheet, cell });
      // Somebody may have gone on meanwhile.
      if (!isNewest() || (state.view.kind !== 'home' && state.view.kind !== 'drill')) return;
      if (drill !== null) change({ kind: 'viewed', view: { kind: 'drill', drill, bySelection: true } });
      else if (state.view.kind === 'drill' && state.view.bySelection) change({ kind: 'viewed', view: HOME });
    },
  });

  const follow = (): void => {
    const next = session.current();
    const before = known;
    known = next;
    const isOther = SETTLED_BY.some((key) => next[key] !== before[key]);
    if (isOther) settle();
    if (next.workbook !== null && !isWatching) {
      isWatching = true;
      void summary.start();
      if (next.formId !== null) void restore();
    }
  };
  open();
  const unsubscribe = session.subscribe(follow);
  follow();

  async function save(): Promise<void> {
    const { shape } = state;
    if (shape === null) return;
    change({ kind: 'busy', busy: 'saving' });
    const bytes = await ask('workbook', { today: localDay(now()) });
    change({ kind: 'busy', busy: null });
    const name = DESK_WORDS.fileName(shape.form.annexLabel, known.campaign?.year ?? shape.form.year);
    if (bytes !== null) await hand(name, bytes);
  }

  async function hand(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const host = session.current().workbook?.host;
    // Inside Excel a download may go nowhere: a new workbook is opened, which the clerk saves where she likes.
    if (host !== undefined && name.endsWith('.xlsx')) {
      const opened = await host.openAsNew(bytes);
      if (opened.ok) {
        session.tell(DESK_WORDS.openedAsNew);
        return;
      }
    }
    session.tell(await saveFile(name, bytes));
  }

  async function saveList(as: 'xlsx' | 'csv'): Promise<void> {
    const bytes = await ask('list', { as });
    if (bytes !== null) await hand(DESK_WORDS.listName(as), bytes);
  }

  async function putIntoWorkbook(report?: ReportDraft): Promise<boolean> {
    const { shape } = state;
    if (state.busy !== null || shape === null) return false;
    change({ kind: 'busy', busy: 'writing' });
    const written = await ask('into-workbook', { today: localDay(now()), ...(report === undefined ? {} : { report }) });
    if (written?.ok !== true) {
      change({ kind: 'busy', busy: null });
      if (written !== null) await session.tellProblem(written.error);
      return false;
    }
    const { decisions, summarySheet, reportSheet, kept, dropped } = written.value;
    summary.forget();
    // Rows that were added to the table by hand have become decisions.
    if (decisions.typedIn.length !== known.decisions.typedIn.length) session.keepDecisions(decisions);
    session.chooseForm(shape.form.id);
    change({ kind: 'written', summarySheet });
    const said = DESK_WORDS.written(summarySheet, kept, dropped);
    session.tell(report === undefined || reportSheet === null ? said : DESK_WORDS.reportWritten(reportSheet, summarySheet));
    return true;
  }

  return {
    current: () => state,
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => void listeners.delete(onChange);
    },
    add: (picked, dropped) => {
      if (picked.length === 0) {
        session.tell(dropped ? DESK_WORDS.notAFile : DESK_WORDS.nothingChosen);
        return;
      }
      if (state.reading !== null) {
        session.tell(DESK_WORDS.wait);
        return;
      }
      const { kept, skipped, bytes } = withoutMedia(picked);
      const { added, again } = addPicked(state.files, kept);
      const said = [
        skipped > 0 ? DESK_WORDS.skipped(skipped, bytes) : '',
        again > 0 ? DESK_WORDS.alreadyThere(again) : '',
        kept.length === 0 ? DESK_WORDS.noneLeft : '',
      ];
      session.tell(said.filter((one) => one !== '').join(' ') || null);
      if (added.length > 0) start(added, true);
    },
    expect: () => {
      if (state.failure === null) desk.order({ kind: 'expect' });
    },
    cancel: () => {
      if (state.reading === null) return;
      desk.order({ kind: 'cancel', run: state.reading.run });
      change({ kind: 'cancelled' });
      session.tell(DESK_WORDS.cancelled);
    },
    beginAnew: () => {
      // After a bug nobody knows what the desk still holds.
      if (state.failure === null) desk.order({ kind: 'forget' });
      else {
        desk.close();
        open();
      }
      change({ kind: 'began-anew' });
      session.tell(state.summarySheet === null ? null : DESK_WORDS.beganAnew(state.summarySheet));
    },
    decide: (make) => {
      session.keepDecisions(make(session.current().decisions));
    },
    show: (view) => {
      change({ kind: 'viewed', view });
    },
    openTab: (tab) => {
      change({ kind: 'tabbed', tab });
    },
    ask,
    save,
    saveList,
    handOver: hand,
    putIntoWorkbook,
    close: () => {
      isClosed = true;
      unsubscribe();
      summary.stop();
      desk.close();
    },
  };
}
