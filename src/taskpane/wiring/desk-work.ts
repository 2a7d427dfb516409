/**
 * The desk's work, without threads: it opens archives, hands files to readers, consolidates, answers questions and writes
 * workbooks, so that the page only paints. It keeps what was read between orders. What it needs of its surroundings (a
 * way to speak, readers, a clock) is handed in: in the browser by desk-worker.ts, in tests by the test.
 */
import {
  consolidateIntoWorkbook,
  consolidationWith,
  correctionsIn,
  planAll,
  type ConsolidationSettings,
} from '../../app/consolidate-into-workbook';
import { compareSubmissions } from '../../app/compare-submissions';
import { totalAt } from '../../app/drill-down';
import type { HandCorrection } from '../../app/hand-corrections';
import { joinReceived } from '../../app/join-received';
import { csvOfSendBack, lettersOf, planSendBack } from '../../app/send-back';
import { readStored } from '../../app/stored-files';
import { withTypedIn } from '../../app/type-in-unit';
import { describeFinding } from '../../messages/vi';
import { sheetWords } from '../../messages/sheet-words';
import { NO_DECISIONS, type Decisions } from '../../core/campaign/decisions';
import type { OfficialUnit } from '../../core/consolidation/contributor-claims';
import type { Consolidation, Total } from '../../core/consolidation/consolidation';
import type { Received } from '../../core/consolidation/received';
import type { FormDefinition } from '../../core/forms/definition';
import { recheckForm } from '../../core/checks/check-form';
import { ok } from '../../core/result';
import { SHEET_ROLES } from '../../core/sheets/markers';
import { bytesOf, isSameExpected, reportOf, withOfficial } from './desk-parts';
import { hostProxy } from './host-proxy';
import type { DeskNews, DeskOrder, HandedFile, QuestionKind, Questions } from './messages';
import { choiceOf, drillOf, linesOfDay, outcomeOf, shapeOf } from './outcome';
import { createFileQueue, type FileQueue } from './file-queue';
import { readPicked } from './read-picked';
import { createPreparedReaders, type OpenReaders, type Readers } from './readers';
import { createReportWork } from './report-work';
import { settleDesk, type Settled } from './settled';

export interface DeskPorts {
  readonly tell: (news: DeskNews, transfer?: Transferable[]) => void;
  readonly openReaders: OpenReaders;
  readonly forms: readonly FormDefinition[];
  readonly defaultFormId: string;
  /** Names of units that exist, for telling a typing error from another unit. */
  readonly loadNames: () => Promise<readonly string[]>;
  /** The official units by their code; asked for once a file brings units of its own. */
  readonly loadOfficial: () => Promise<ReadonlyMap<string, OfficialUnit>>;
  /** Milliseconds that only grow. */
  readonly now: () => number;
}

export interface DeskWork {
  /** Does what the page orders; resolves when it is done. Rejects only for bugs. */
  readonly obey: (order: DeskOrder) => Promise<void>;
}

type Ask<K extends QuestionKind> = Questions[K]['ask'];
type Answer<K extends QuestionKind> = Questions[K]['answer'];

export function createDeskWork(ports: DeskPorts): DeskWork {
  const host = hostProxy(ports.tell);
  const readers = createPreparedReaders(ports.openReaders, ports.now);
  let settled: Settled | null = null;
  let official: ReadonlyMap<string, OfficialUnit> | null = null;
  let received: readonly Received[] = [];
  let consolidation: Consolidation | null = null;
  /** Numbers corrected by hand in the workbook's "Chi tiết": the totals here are those of the sheet. */
  let corrections: readonly HandCorrection[] = [];
  let reading: { readonly run: number; readonly pool: Readers['pool']; readonly files: FileQueue } | null = null;
  /** Whether settings changed while files were read: then even a run that is stopped is followed by a fresh outcome. */
  let isStale = false;
  /** Whether the files of the last run in this workbook are among `received`, or the clerk began anew without them. */
  let isRestored = false;
  /** What the workbook's own sheets were last made of; null where nothing was put into it. */
  let inWorkbook: { readonly received: readonly Received[]; readonly stamp: string } | null = null;
  /** Settings arrive in a row when a clerk accepts reading after reading: only the last of them is worked out. */
  let settleCount = 0;

  const settings = (): Settled => {
    if (settled === null) throw new Error('the desk was not settled');
    return settled;
  };
  const found = (): Consolidation => {
    if (consolidation === null) throw new Error('nothing was consolidated');
    return consolidation;
  };
  const intoSettings = (today: string | null): ConsolidationSettings => ({ ...settings().consolidating, today });

  const stampOf = (decisions: Decisions): string => {
    const { form, campaign } = settings();
    return JSON.stringify([form.id, campaign, decisions]);
  };

  function refresh(run: number | null): void {
    const { consolidating, campaign, decisions, roster } = settings();
    const nothing = received.length === 0 && decisions.typedIn.length === 0;
    isStale = false;
    consolidation = nothing ? null : consolidationWith(received, consolidating, corrections);
    const outcome = consolidation === null ? null : outcomeOf(consolidation, { campaign, decisions }, roster);
    const isInWorkbook = inWorkbook?.received === received && inWorkbook.stamp === stampOf(decisions);
    ports.tell({ kind: 'outcome', run, outcome, isInWorkbook });
  }

  async function settle(order: Extract<DeskOrder, { kind: 'settle' }>): Promise<void> {
    settleCount += 1;
    const mine = settleCount;
    const next = await settleDesk(order.settings, ports, settled);
    if (mine !== settleCount) return;
    const before = settled;
    settled = withOfficial(next, official);
    if ((before?.forms ?? ports.forms) !== next.forms) ports.tell({ kind: 'ready', forms: next.forms.map(choiceOf) });
    if (before === null || before.form !== next.form || before.roster !== next.roster)
      ports.tell({ kind: 'settled', shape: shapeOf(next.form, next.roster) });
    // Figures of one form say nothing about another; the page has what it chose read anew.
    if (before !== null && before.form !== next.form) {
      stopReading();
      received = [];
    } else if (before !== null && !isSameExpected(before, next)) {
      const { form, consolidating } = next;
      received = received.map((one) =>
        one.outcome === 'form' ? { ...one, form: recheckForm(form, one.form, consolidating.expected) } : one,
      );
    }
    if (reading !== null) isStale = true;
    else if (received.length > 0 || before !== null || next.decisions.typedIn.length > 0) refresh(null);
  }

  /** Ends the reading that is under way, if any. */
  function stopReading(): void {
    reading?.pool.cancel();
    reading?.files.close();
    reading = null;
  }

  /** Some files of a run; with the first of them it begins. */
  async function receive(run: number, some: readonly HandedFile[], areLast: boolean): Promise<void> {
    const isBegun = reading?.run === run;
    const files = reading?.run === run ? reading.files : createFileQueue();
    files.push(some);
    if (areLast) files.close();
    if (!isBegun) await read(run, files);
  }

  async function read(run: number, files: FileQueue): Promise<void> {
    stopReading();
    const taken = readers.take(settings().consolidating, settings().forms);
    reading = { run, pool: taken.pool, files };
    const isCurrent = (): boolean => reading?.run === run;
    try {
      const added = await readPicked(files, taken, ports.now, (progress) => {
        ports.tell({ kind: 'progress', run, ...progress });
      });
      if (added !== null) await heldAgainstOfficial(added);
      // Another run began, or this one was stopped, between two files. What was read before stays.
      if (added === null || !isCurrent()) return;
      received = joinReceived(received, added);
      reading = null;
      refresh(run);
    } finally {
      taken.pool.cancel();
    }
  }

  /** The official list is read only where somebody's units are to be held against it. */
  async function heldAgainstOfficial(files: readonly Received[]): Promise<void> {
    if (official !== null || !files.some((one) => one.outcome === 'form' && one.lineage !== null)) return;
    official = await ports.loadOfficial();
    settled = withOfficial(settings(), official);
  }

  function cancel(run: number): void {
    if (reading?.run !== run) return;
    stopReading();
    if (isStale) refresh(null);
  }

  /** What was consolidated in this workbook before, so that late files add to it. */
  async function restore(): Promise<Answer<'restore'>> {
    const before = await host.readSummary();
    if (!before.ok) return before;
    const { form, consolidating } = settings();
    const summarySheet = before.value.own.find((one) => one.role === SHEET_ROLES.summary)?.grid.sheet ?? null;
    // A summary of another form is none of this one's.
    const isOther = (before.value.state?.formId ?? form.id) !== form.id;
    const stored = isOther ? null : await readStored(before.value, { form, expected: consolidating.expected });
    if (stored !== null && !stored.ok && stored.error.code !== 'no-summary') return stored;
    isRestored = true;
    corrections = isOther ? [] : correctionsIn(before.value);
    if (stored === null || !stored.ok) return ok({ files: 0, summarySheet: null });
    await heldAgainstOfficial(stored.value);
    const isAll = received.length === 0;
    received = joinReceived(stored.value, received);
    if (isAll) inWorkbook = { received, stamp: stampOf(before.value.state?.decisions ?? NO_DECISIONS) };
    if (reading === null) refresh(null);
    return ok({ files: stored.value.length, summarySheet });
  }

  const reports = createReportWork({
    ...{ settled: settings, openReaders: ports.openReaders, now: ports.now, readSummary: host.readSummary },
    received: () => received,
    consolidation: () => consolidation,
    forms: () => settings().forms,
  });

  async function intoWorkbook({ today, report }: Ask<'into-workbook'>): Promise<Answer<'into-workbook'>> {
    // What was consolidated here before is not ours to leave out, even where the page never asked for it.
    const before = isRestored ? null : await restore();
    if (before !== null && !before.ok) return before;
    const asked = report === undefined ? null : await reports.requestOf(report);
    if (asked !== null && !asked.ok) return asked;
    const into = intoSettings(today);
    const written = await consolidateIntoWorkbook(host, received, asked === null ? into : { ...into, report: asked.value });
    if (!written.ok) return written;
    const { decisions, kept, dropped, sheetNames } = written.value;
    corrections = kept;
    inWorkbook = { received, stamp: stampOf(decisions) };
    if (kept.length > 0) refresh(null);
    const summarySheet = sheetNames.get(SHEET_ROLES.summary) ?? '';
    const reportSheet = sheetNames.get(SHEET_ROLES.report) ?? null;
    return ok({ decisions, kept: kept.length, dropped: dropped.length, summarySheet, reportSheet });
  }

  const receivedAs = (file: string): Received | undefined => received.find((one) => one.file === file);
  const drill = (total: Total | null | undefined): Answer<'drill'> => (total == null ? null : drillOf(total));

  const answers: { readonly [K in QuestionKind]: (ask: Ask<K>) => Answer<K> | Promise<Answer<K>> } = {
    findings: ({ file }) =>
      (consolidation?.submissions.find((one) => one.file === file)?.findings ?? []).map((one) => ({
        severity: one.severity,
        sentence: describeFinding(one),
      })),
    drill: ({ key }) => drill(consolidation?.totals.find((one) => one.field.key === key)),
    'drill-cell': ({ sheet, cell }) => drill(consolidation === null ? null : totalAt(consolidation, sheet, cell)),
    day: ({ day }) => (consolidation === null ? [] : linesOfDay(consolidation, day)),
    compare: ({ before, after }) => {
      const [one, other] = [receivedAs(before), receivedAs(after)];
      return one === undefined || other === undefined ? null : compareSubmissions(settings().form, one, other);
    },
    letters: () => (consolidation === null ? [] : lettersOf(consolidation)),
    'type-in': ({ entry }) => withTypedIn(settings().form, settings().decisions, entry),
    workbook: ({ today }) => bytesOf(planAll(received, intoSettings(today), sheetWords, corrections).plan),
    list: ({ as }) => (as === 'csv' ? new TextEncoder().encode(csvOfSendBack(found())) : bytesOf(planSendBack(found()))),
    'into-workbook': intoWorkbook,
    restore,
    ...reports.answers,
  };

  async function answer<K extends QuestionKind>(id: number, about: K, ask: Ask<K>): Promise<void> {
    try {
      const given = await answers[about](ask);
      ports.tell({ kind: 'answer', id, about, answer: given } as DeskNews, given instanceof Uint8Array ? [given.buffer] : []);
    } catch (error) {
      ports.tell({ kind: 'failed', report: reportOf(error), id });
    }
  }

  async function obey(order: DeskOrder): Promise<void> {
    switch (order.kind) {
      case 'settle':
        return settle(order);
      case 'files':
        return receive(order.run, order.files, false);
      case 'receive':
        return receive(order.run, order.files, true);
      case 'expect':
        if (reading === null) readers.expect(settings().consolidating, settings().forms);
        return;
      case 'cancel':
        cancel(order.run);
        return;
      case 'forget':
        stopReading();
        received = [];
        isRestored = true;
        refresh(null);
        return;
      case 'ask':
        return answer(order.id, order.about, order.ask);
      case 'host-answer':
        host.hear(order.id, order.result);
        return;
    }
  }

  // Orders are begun in the order they come; what needs settings waits for the first of them.
  let first: Promise<void> = Promise.resolve();
  ports.tell({ kind: 'ready', forms: ports.forms.map(choiceOf) });
  return {
    obey: async (order) => {
      if (order.kind === 'settle') {
        const done = settle(order);
        if (settled === null) first = done;
        return done;
      }
      if (order.kind !== 'host-answer' && order.kind !== 'cancel') await first;
      return obey(order);
    },
  };
}
