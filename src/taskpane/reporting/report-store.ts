/**
 * The written report as the screens see it: one state, and what can be done. Lives outside of React beside the desk, so
 * that the clerk's sentences survive a change of place. The desk makes the report; edits are made here at once and go
 * back to the desk with the next order, which keeps them when figures move on.
 */
import { editReport, type ReportEdit } from '../../core/narrative/edit-report';
import type { ReportChoices } from '../../core/narrative/context';
import { textOf, type OutdatedFigure } from '../../core/narrative/narrative';
import { earlierOf } from '../../core/narrative/report-sheet/earlier-report';
import { REPORTING_WORDS as WORDS } from '../../messages/reporting-words';
import type { DeskStore } from '../consolidating/desk-store';
import { localDay } from '../consolidating/local-day';
import type { SessionStore } from '../state/session-store';
import type { PaneTools } from '../state/tools';
import type { ReportDraft } from '../wiring/report-messages';
import { freeId, movedBefore, placeIn, withNewFigure, withSettledFigures } from './report-edits';
import { saveChaseList, saveReminder, saveReport, type OutputPorts } from './report-outputs';
import { EMPTY_REPORT, type ChosenPhoto, type ReportBusy, type ReportState } from './report-state';

export interface ReportStore {
  readonly current: () => ReportState;
  readonly subscribe: (onChange: () => void) => () => void;
  /** Makes the report anew where its figures moved on, or where the sheet may have been edited. */
  readonly refresh: (how?: 'said' | 'quiet') => Promise<void>;
  /** Opens a paragraph for editing; what was open is kept first. Null closes. */
  readonly open: (id: string | null) => void;
  readonly type: (text: string) => void;
  readonly giveUp: () => void;
  readonly pin: (id: string) => void;
  /** Back to the generated words of now. */
  readonly restore: (id: string) => Promise<void>;
  readonly hide: (id: string) => void;
  readonly show: (id: string) => void;
  /** Takes a paragraph of the clerk's own away. */
  readonly remove: (id: string) => void;
  readonly move: (id: string, by: 'up' | 'down') => void;
  readonly takeNew: (id: string, figure: OutdatedFigure) => void;
  readonly startAdding: (section: string | null) => void;
  readonly typeNew: (change: { readonly text?: string; readonly asItem?: boolean }) => void;
  /** The id of the paragraph that was added; null where there was nothing to add. */
  readonly add: () => string | null;
  readonly openFigure: (fact: string, figure: string, text: string, from: string) => Promise<void>;
  readonly closeFigure: () => void;
  /** The keyboard is back where it was. */
  readonly returned: () => void;
  readonly choose: (change: Partial<ReportChoices>) => Promise<void>;
  readonly takeLastYear: (file: File | null) => Promise<void>;
  readonly setPhotos: (photos: readonly ChosenPhoto[]) => void;
  readonly put: () => Promise<void>;
  readonly saveWord: () => Promise<void>;
  readonly saveReminder: () => Promise<void>;
  readonly saveChaseList: () => Promise<void>;
  readonly close: () => void;
}

export interface ReportStorePorts extends Pick<PaneTools, 'saveFile' | 'writeDocument'> {
  readonly desk: DeskStore;
  readonly session: SessionStore;
  readonly now: () => Date;
}

export function createReportStore({ desk, session, saveFile, writeDocument, now }: ReportStorePorts): ReportStore {
  const listeners = new Set<() => void>();
  let state: ReportState = EMPTY_REPORT;
  /** Orders for a new report may follow one another: only the answer to the last counts. */
  let asked = 0;

  const change = (part: Partial<ReportState>): void => {
    state = { ...state, ...part };
    for (const listener of [...listeners]) listener();
  };
  const tell = (sentence: string): void => {
    session.tell(sentence);
  };
  const inExcel = (): boolean => session.current().workbook !== null;
  const isOpen = (): boolean => state.busy === null || state.busy === 'making';

  /** In Excel the sheet speaks for an untouched report: the clerk may have typed into it. */
  const draft = (): ReportDraft => {
    const { narrative, choices, lastYear, isDirty } = state;
    const holds = narrative !== null && (isDirty || !inExcel());
    return {
      made: choices === null ? null : { choices, lastYear },
      earlier: holds ? earlierOf(narrative) : null,
      inExcel: inExcel(),
    };
  };

  const edit = (one: ReportEdit): void => {
    const { narrative } = state;
    if (narrative === null) return;
    const before = new Map(narrative.paragraphs.map((each) => [each.id, each]));
    const edited = editReport(narrative, one);
    const paragraphs = edited.paragraphs.map((each) => withSettledFigures(before.get(each.id) ?? each, each));
    change({ narrative: { ...edited, paragraphs }, isDirty: true });
  };

  /** The words of the open paragraph become the report's. */
  function keepOpen(): void {
    const { open, narrative } = state;
    if (open === null) return;
    const one = narrative?.paragraphs.find((each) => each.id === open.id);
    change({ open: null });
    const text = open.text.trim();
    // A place to fill in that was left empty still asks.
    if (one === undefined || text === textOf(one.parts) || (text === '' && one.kind === 'prompt')) return;
    edit({ kind: 'write', id: open.id, text });
    tell(text === '' ? WORDS.said.emptied : WORDS.said.edited);
  }

  async function refresh(how: 'said' | 'quiet' = 'quiet'): Promise<void> {
    const { outcome, shape } = desk.current();
    if (outcome === null || shape === null) return;
    keepOpen();
    asked += 1;
    const mine = asked;
    // Sentences about one form say nothing about another.
    if (state.formId !== null && state.formId !== shape.form.id) change({ ...EMPTY_REPORT, photos: state.photos });
    change({ busy: 'making', madeOf: outcome, formId: shape.form.id });
    const edited = state.narrative;
    const answer = await desk.ask('report', { draft: draft() });
    if (mine !== asked) return;
    if (answer?.ok !== true || answer.value === null) {
      change({ busy: null });
      if (answer?.ok === false) await session.tellProblem(answer.error);
      return;
    }
    const { narrative, choices, lastYear, ...shown } = answer.value;
    // The clerk went on editing while it was made: those words first, the figures with the next order.
    if (state.narrative !== edited) return refresh(how);
    change({ busy: null, narrative, choices, lastYear, shown });
    if (how === 'said') tell(WORDS.remade);
  }

  async function put(): Promise<void> {
    keepOpen();
    if (state.busy !== null || state.narrative === null) return;
    const { narrative } = state;
    change({ busy: 'writing' });
    const written = await desk.putIntoWorkbook(draft());
    change({ busy: null });
    if (!written) return;
    // What was typed while it was being written is not in the sheet.
    if (state.narrative === narrative) change({ isDirty: false });
    await refresh();
  }

  async function output(busy: ReportBusy, save: (ports: OutputPorts) => Promise<void>): Promise<void> {
    keepOpen();
    if (state.busy !== null) return;
    change({ busy });
    try {
      const { campaign } = session.current();
      const year = campaign?.year ?? desk.current().shape?.form.year ?? null;
      await save({ desk, session, saveFile, writeDocument, today: localDay(now()), year });
    } catch {
      tell(WORDS.failed);
    } finally {
      change({ busy: null });
    }
  }

  async function takeLastYear(file: File | null): Promise<void> {
    if (!isOpen()) return;
    if (file === null) {
      change({ lastYear: null, isDirty: true });
      return refresh();
    }
    change({ busy: 'lastYear' });
    const read = await desk.ask('last-year', { file });
    change({ busy: null });
    if (read === null) return;
    if (!read.ok) {
      tell(read.error === 'unreadable' ? WORDS.lastYearUnreadable(file.name) : WORDS.lastYearOther(file.name));
      return;
    }
    change({ lastYear: read.value, isDirty: true });
    await refresh();
    tell(WORDS.lastYearTaken(file.name));
  }

  return {
    current: () => state,
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => {
        listeners.delete(onChange);
      };
    },
    refresh,
    open: (id) => {
      keepOpen();
      const one = state.narrative?.paragraphs.find((each) => each.id === id);
      if (one !== undefined) change({ open: { id: one.id, text: one.kind === 'prompt' ? '' : textOf(one.parts) } });
    },
    type: (text) => {
      if (state.open !== null) change({ open: { ...state.open, text } });
    },
    giveUp: () => {
      change({ open: null });
    },
    pin: (id) => {
      keepOpen();
      edit({ kind: 'pin', id });
      tell(WORDS.said.pinned);
    },
    restore: async (id) => {
      change({ open: null });
      edit({ kind: 'release', id });
      await refresh();
      tell(WORDS.said.released);
    },
    hide: (id) => {
      keepOpen();
      edit({ kind: 'hide', id });
      tell(WORDS.said.hidden);
    },
    show: (id) => {
      edit({ kind: 'show', id });
      tell(WORDS.said.shown);
    },
    remove: (id) => {
      const { narrative } = state;
      if (narrative === null) return;
      const paragraphs = narrative.paragraphs.filter((one) => one.id !== id || one.state !== 'added');
      change({ open: null, narrative: { ...narrative, paragraphs }, isDirty: true });
      tell(WORDS.said.removed);
    },
    move: (id, by) => {
      const before = state.narrative === null ? undefined : movedBefore(state.narrative, id, by);
      if (before === undefined) return;
      edit({ kind: 'move', id, before });
      const { place, all } = placeIn(state.narrative ?? { sections: [], paragraphs: [], facts: [], setAside: [] }, id);
      tell(WORDS.said.movedTo(place, all));
    },
    takeNew: (id, figure) => {
      keepOpen();
      const one = state.narrative?.paragraphs.find((each) => each.id === id);
      if (one === undefined || figure.now === null) return;
      edit({ kind: 'write', id, text: withNewFigure(textOf(one.parts), figure) });
      tell(WORDS.tookNew(figure.before.text, figure.now.text));
    },
    startAdding: (section) => {
      keepOpen();
      change({ adding: section === null ? null : { section, text: '', asItem: false } });
    },
    typeNew: (part) => {
      if (state.adding !== null) change({ adding: { ...state.adding, ...part } });
    },
    add: () => {
      const { adding, narrative } = state;
      if (adding === null || narrative === null || adding.text.trim() === '') return null;
      const id = freeId(narrative);
      edit({ kind: 'add', id, section: adding.section, text: adding.text.trim(), asItem: adding.asItem });
      change({ adding: null });
      tell(WORDS.said.added);
      return `added/${id}`;
    },
    openFigure: async (fact, figure, text, from) => {
      keepOpen();
      change({ figure: { fact, figure, text, from, found: null } });
      const found = await desk.ask('report-figure', { fact, figure });
      const { figure: shown } = state;
      if (shown?.fact !== fact || shown.figure !== figure) return;
      if (found === null) {
        change({ figure: null });
        tell(WORDS.figureGone);
      } else change({ figure: { ...shown, found } });
    },
    closeFigure: () => {
      const { figure } = state;
      if (figure !== null) change({ figure: null, returnTo: `${figure.from} ${figure.fact} ${figure.figure}` });
    },
    returned: () => {
      if (state.returnTo !== null) change({ returnTo: null });
    },
    choose: async (part) => {
      const { choices } = state;
      if (choices === null) return;
      change({ choices: { ...choices, ...part }, isDirty: true });
      await refresh();
    },
    takeLastYear,
    setPhotos: (photos) => {
      change({ photos });
    },
    put,
    saveWord: () => output('word', (ports) => saveReport(ports, draft(), state.photos)),
    saveReminder: () => output('reminder', saveReminder),
    saveChaseList: () => output('chase', saveChaseList),
    close: () => {
      listeners.clear();
    },
  };
}
