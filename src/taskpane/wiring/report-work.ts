/**
 * The desk's work on the written report: made of what the desk holds, with what the clerk did to it in the pane or in the
 * workbook's sheet; its figures opened; the documents that follow from it. Without threads, like the rest of the desk.
 */
import { chase, chaseWorkbook } from '../../app/chase';
import { consolidationShown } from '../../app/consolidate-into-workbook';
import type { HostProblem, HostResult, SummarySheets } from '../../app/host';
import { lastYearTotals } from '../../app/last-year';
import { makeReport, USUAL_REQUEST, type MadeReport, type ReportGround, type ReportRequest } from '../../app/report-sheet';
import { chaseList } from '../../core/campaign/chasing';
import type { RosterIndex } from '../../core/campaign/identify';
import { ledgerOf, type Ledger } from '../../core/campaign/ledger';
import type { Consolidation } from '../../core/consolidation/consolidation';
import type { Received } from '../../core/consolidation/received';
import type { DocumentPhoto } from '../../core/document/document-plan';
import { planReminder } from '../../core/document/reminder';
import type { FormDefinition } from '../../core/forms/definition';
import { rowName } from '../../core/forms/row-drafts';
import type { EarlierReport } from '../../core/narrative/report-sheet/earlier-report';
import { readReportSheet } from '../../core/narrative/report-sheet/read-report';
import { fail, ok, type Result } from '../../core/result';
import { SHEET_ROLES } from '../../core/sheets/markers';
import { writeXlsx } from '../../files/write/write-xlsx';
import { narrativeWords } from '../../messages/narrative-words';
import { reminderWords } from '../../messages/reminder-words';
import { reportSheetWords } from '../../messages/report-sheet-words';
import { joinReports } from './join-reports';
import { queueOf } from './file-queue';
import { readPicked } from './read-picked';
import { openedNow, type OpenReaders } from './readers';
import type { ReportDraft, ReportQuestions, ReportShown } from './report-messages';
import type { Settled } from './settled';
import { shownFigure } from './shown-figure';

export interface ReportWorkPorts {
  readonly settled: () => Settled;
  readonly received: () => readonly Received[];
  readonly consolidation: () => Consolidation | null;
  readonly readSummary: () => HostResult<SummarySheets>;
  readonly openReaders: OpenReaders;
  readonly forms: () => readonly FormDefinition[];
  readonly now: () => number;
}

type Kind = keyof ReportQuestions;
type Ask<K extends Kind> = ReportQuestions[K]['ask'];
type Answer<K extends Kind> = ReportQuestions[K]['answer'];

export interface ReportWork {
  readonly answers: { readonly [K in Kind]: (ask: Ask<K>) => Answer<K> | Promise<Answer<K>> };
  /** What is asked of the report that is about to be written into the workbook. */
  readonly requestOf: (draft: ReportDraft) => Promise<Result<ReportRequest, HostProblem>>;
}

/** What a report is made of now: the figures, and the workbook's own sheets where there are any. */
interface Ground {
  readonly ground: ReportGround;
  readonly before: SummarySheets | null;
}

export function createReportWork(ports: ReportWorkPorts): ReportWork {
  /** The report the page shows, for opening its figures. */
  let last: { readonly made: MadeReport; readonly consolidation: Consolidation; readonly before: SummarySheets | null } | null =
    null;
  /** The sheet as it was when the page last took it over: what the clerk typed into it since is not lost. */
  let seen: EarlierReport | null = null;

  async function groundOf(inExcel: boolean): Promise<Result<Ground | null, HostProblem>> {
    const consolidation = ports.consolidation();
    if (consolidation === null) return ok(null);
    const { campaign, decisions, roster, consolidating } = ports.settled();
    const received = ports.received();
    const common = { received, campaign, roster };
    if (!inExcel) return ok({ ground: { consolidation, decisions, ...common }, before: null });
    const before = await ports.readSummary();
    if (!before.ok) return before;
    // Corrections in "Chi tiết" and days in the ledger may be newer than what the desk heard last.
    const shown = consolidationShown(before.value, received, consolidating);
    return ok({ ground: { ...shown, ...common }, before: before.value });
  }

  function sheetReport(before: SummarySheets | null): EarlierReport | null {
    const grid = before?.own.find((one) => one.role === SHEET_ROLES.report)?.grid;
    if (grid === undefined || last === null) return null;
    return readReportSheet(grid, last.made.narrative.sections, reportSheetWords);
  }

  /** The page's report, with what was typed into the sheet since the page read it. */
  function earlierFor(draft: ReportDraft, before: SummarySheets | null): EarlierReport | null {
    if (draft.earlier === null) return null;
    const now = sheetReport(before);
    return now === null || seen === null ? draft.earlier : joinReports(seen, now, draft.earlier);
  }

  function asked(draft: ReportDraft, before: SummarySheets | null, photos: readonly DocumentPhoto[] = []): ReportRequest | null {
    const earlier = earlierFor(draft, before);
    if (draft.made === null && earlier === null) return null;
    return { ...(draft.made ?? USUAL_REQUEST), photos, ...(earlier === null ? {} : { earlier }) };
  }

  async function make(
    draft: ReportDraft,
    photos?: readonly DocumentPhoto[],
  ): Promise<Result<(Ground & { readonly made: MadeReport }) | null, HostProblem>> {
    const found = await groundOf(draft.inExcel);
    if (!found.ok || found.value === null) return found.ok ? ok(null) : found;
    const { ground, before } = found.value;
    const made = makeReport(ground, before, asked(draft, before, photos));
    return ok({ ground, before, made });
  }

  async function report({ draft }: Ask<'report'>): Promise<Answer<'report'>> {
    const done = await make(draft);
    if (!done.ok || done.value === null) return done.ok ? ok(null) : done;
    const { ground, before, made } = done.value;
    last = { made, consolidation: ground.consolidation, before };
    seen = sheetReport(before);
    return ok(shownOf(made, ground, before));
  }

  function shownOf(made: MadeReport, { consolidation, roster }: ReportGround, before: SummarySheets | null): ReportShown {
    const listed = roster === null ? null : ledgerNow(consolidation, roster);
    return {
      narrative: { ...made.narrative, facts: [] },
      choices: made.request.choices,
      lastYear: made.request.lastYear,
      silentRows: silentRowsOf(made, consolidation),
      sheet: before?.own.find((one) => one.role === SHEET_ROLES.report)?.grid.sheet ?? null,
      toChase:
        listed === null || roster === null
          ? null
          : chaseList(consolidation, listed, { roster, today: null }).entries.filter((one) => one.state !== 'late').length,
    };
  }

  function ledgerNow(consolidation: Consolidation, { roster }: RosterIndex): Ledger {
    const { campaign, decisions } = ports.settled();
    return ledgerOf(consolidation, { roster, campaign, decisions });
  }

  /** What chasing needs; null without a list of units. */
  function chasing(): { readonly consolidation: Consolidation; readonly roster: RosterIndex; readonly ledger: Ledger } | null {
    const consolidation = ports.consolidation();
    const { roster } = ports.settled();
    return consolidation === null || roster === null ? null : { consolidation, roster, ledger: ledgerNow(consolidation, roster) };
  }

  function reminder({ today }: Ask<'reminder'>): Answer<'reminder'> {
    const found = chasing();
    if (found === null) return fail('no-roster');
    const { consolidation, ledger, roster } = found;
    const { form, campaign } = ports.settled();
    const list = chaseList(consolidation, ledger, { roster, today });
    const plan = planReminder(list, ledger, { form, campaign, words: reminderWords, officeWords: narrativeWords });
    return plan === null ? fail('nobody') : ok(plan);
  }

  async function listToChase({ today }: Ask<'chase-list'>): Promise<Answer<'chase-list'>> {
    const found = chasing();
    if (found === null) return fail('no-roster');
    const { consolidation, ledger, roster } = found;
    const list = chase(consolidation, ledger, { roster, campaign: ports.settled().campaign, today });
    if (list.entries.length === 0) return fail('nobody');
    return ok(new Uint8Array(await writeXlsx(chaseWorkbook(list))));
  }

  /** Read by a reader, as every file: one that hangs costs only itself. */
  async function lastYear({ file }: Ask<'last-year'>): Promise<Answer<'last-year'>> {
    const { form } = ports.settled();
    const expected = { year: null, theme: null };
    const readers = openedNow(ports.openReaders, { form, forms: ports.forms(), expected, acceptProposals: false });
    try {
      const read = await readPicked(queueOf([{ path: file.name, file }]), readers, ports.now, () => undefined);
      const totals = (read ?? []).flatMap((one) => lastYearTotals(one) ?? [])[0];
      if (totals !== undefined && totals.size > 0) return ok(totals);
      return fail(read?.every((one) => one.outcome === 'refused') === true ? 'unreadable' : 'other-form');
    } finally {
      readers.pool.cancel();
    }
  }

  return {
    answers: {
      report,
      'report-figure': ({ fact, figure }) =>
        last === null ? null : shownFigure(last.made.narrative.facts, last.consolidation, last.before, fact, figure),
      'report-document': async ({ draft, photos }) => {
        const done = await make(draft, photos);
        return done.ok ? ok(done.value?.made.document ?? null) : done;
      },
      reminder,
      'chase-list': listToChase,
      'last-year': lastYear,
    },
    requestOf: async (draft) => {
      const before = await ports.readSummary();
      if (!before.ok) return before;
      return ok(asked(draft, before.value) ?? USUAL_REQUEST);
    },
  };
}

/** Rows nobody reported, as the facts know them: none that waits to be read. */
function silentRowsOf({ narrative }: MadeReport, { form }: Consolidation): ReportShown['silentRows'] {
  const source = narrative.facts.find((one) => one.kind === 'unreported')?.figures[0]?.source;
  const silent = new Set(source?.kind === 'rows' ? source.rows : []);
  return form.indicators.flatMap((row) => (silent.has(row.id) ? [{ id: row.id, name: rowName(row) }] : []));
}
