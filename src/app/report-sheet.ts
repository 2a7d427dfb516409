/** The written report of a consolidated workbook: made anew from the figures, with what the clerk did to the earlier one. */
import * as z from 'zod/mini';

import { DEFAULT_OUTLINE } from '../catalogue/outlines';
import type { Campaign } from '../core/campaign/campaign';
import type { Decisions } from '../core/campaign/decisions';
import type { RosterIndex } from '../core/campaign/identify';
import { ledgerOf } from '../core/campaign/ledger';
import type { Consolidation } from '../core/consolidation/consolidation';
import type { Received } from '../core/consolidation/received';
import type { DocumentPhoto, DocumentPlan } from '../core/document/document-plan';
import { USUAL_CHOICES, type ReportChoices } from '../core/narrative/context';
import type { Narrative } from '../core/narrative/narrative';
import type { EarlierReport } from '../core/narrative/report-sheet/earlier-report';
import { mergeReport } from '../core/narrative/report-sheet/merge-report';
import { planReportSheet } from '../core/narrative/report-sheet/plan-report';
import { keptText, readReportSheet } from '../core/narrative/report-sheet/read-report';
import { documentOf, writeReport, type ReportOptions } from '../core/narrative/write-report';
import { SHEET_ROLES } from '../core/sheets/markers';
import { legalSheetName } from '../core/sheets/sheet-name';
import type { SheetPlan } from '../core/sheets/sheet-plan';
import { describeDue } from '../messages/campaign-words';
import { narrativeWords } from '../messages/narrative-words';
import { reportSheetWords } from '../messages/report-sheet-words';
import type { SummarySheets } from './host';

/** What the clerk asks of the report. */
export interface ReportRequest {
  readonly choices: ReportChoices;
  /** Last year's totals of the same form, by field key; null where there are none. */
  readonly lastYear: ReadonlyMap<string, number> | null;
  readonly photos?: readonly DocumentPhoto[];
  /** The report as the pane holds it; left out, what stands in the sheet is read back. */
  readonly earlier?: EarlierReport;
}

export const USUAL_REQUEST: ReportRequest = { choices: USUAL_CHOICES, lastYear: null };

/** What a report is made from besides the request. */
export interface ReportGround {
  readonly consolidation: Consolidation;
  readonly received: readonly Received[];
  readonly campaign: Campaign | null;
  readonly roster: RosterIndex | null;
  readonly decisions: Decisions;
}

export interface MadeReport {
  readonly narrative: Narrative;
  readonly document: DocumentPlan;
  /** What it was made with: as asked, or as the sheet kept it. */
  readonly request: ReportRequest;
}

/** The report of these figures; the clerk's work on the earlier one, in the sheet or in the pane, is carried over. */
export function makeReport(ground: ReportGround, before: SummarySheets | null, asked: ReportRequest | null): MadeReport {
  const grid = before?.own.find((one) => one.role === SHEET_ROLES.report)?.grid ?? null;
  const request = asked ?? (grid === null ? USUAL_REQUEST : keptRequest(keptText(grid)));
  const { consolidation, received, campaign, roster, decisions } = ground;
  const options: ReportOptions = {
    words: narrativeWords,
    outline: DEFAULT_OUTLINE,
    campaign,
    ledger: roster === null ? null : ledgerOf(consolidation, { roster: roster.roster, campaign, decisions }),
    lastYear: request.lastYear,
    received,
    describeEntry: describeDue,
    choices: request.choices,
    photos: request.photos ?? [],
  };
  const fresh = writeReport(consolidation, options);
  const earlier = request.earlier ?? (grid === null ? null : readReportSheet(grid, fresh.narrative.sections, reportSheetWords));
  if (earlier === null) return { ...fresh, request };
  const narrative = mergeReport(earlier, fresh.narrative);
  return { narrative, document: documentOf(narrative, consolidation, options), request };
}

/** Whether the workbook has a report that a new consolidation must carry along. */
export function hasReport(before: SummarySheets): boolean {
  return before.own.some((one) => one.role === SHEET_ROLES.report);
}

/** The sheet of a report, under the name the clerk gave it or a free one. */
export function planReport(report: MadeReport, before: SummarySheets, otherNames: readonly string[]): SheetPlan {
  const known = before.own.find((one) => one.role === SHEET_ROLES.report)?.grid.sheet;
  const name = known ?? legalSheetName(reportSheetWords.name, [...before.taken, ...otherNames]);
  return planReportSheet(report.narrative, { ...reportSheetWords, name }, requestText(report.request));
}

const kept = z.object({
  choices: z.object({
    units: z.enum(['named', 'counted', 'leftOut']),
    mostNamed: z.int().check(z.gte(1), z.lte(1_000)),
    mostItems: z.int().check(z.gte(1), z.lte(1_000)),
    weaknessRows: z.array(z.string()).check(z.maxLength(1_000)),
    addressed: z.boolean(),
    unitAnnex: z.boolean(),
  }),
  lastYear: z.nullable(z.array(z.tuple([z.string(), z.number()])).check(z.maxLength(1_000))),
});

function requestText({ choices, lastYear }: ReportRequest): string {
  return JSON.stringify({ choices, lastYear: lastYear === null ? null : [...lastYear] });
}

/** The request as the sheet keeps it; whatever somebody made of that cell, a report still comes out. */
function keptRequest(text: string): ReportRequest {
  try {
    const parsed = z.safeParse(kept, JSON.parse(text));
    if (!parsed.success) return USUAL_REQUEST;
    const { choices, lastYear } = parsed.data;
    return { choices: { ...USUAL_CHOICES, ...choices }, lastYear: lastYear === null ? null : new Map(lastYear) };
  } catch {
    return USUAL_REQUEST;
  }
}
