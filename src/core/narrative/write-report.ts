/**
 * The one entry to the written report: from a consolidation and what is known around it to the narrative (for the sheet
 * "Báo cáo" and the pane) and the document (for Word).
 */
import type { Campaign } from '../campaign/campaign';
import type { Ledger, LedgerEntry } from '../campaign/ledger';
import type { Consolidation } from '../consolidation/consolidation';
import type { Received } from '../consolidation/received';
import type { DocumentPhoto, DocumentPlan } from '../document/document-plan';
import { USUAL_CHOICES, type ReportChoices } from './context';
import { reportDocument } from './document/report-document';
import { narrate } from './narrate';
import type { Narrative } from './narrative';
import type { NarrativeWords } from './narrative-words';
import type { ReportOutline } from './outline';
import type { UnitTexts } from './texts/unit-texts';

export interface ReportOptions {
  readonly words: NarrativeWords;
  readonly outline: ReportOutline;
  readonly campaign: Campaign | null;
  /** `ledgerOf` the consolidation; null without a roster. */
  readonly ledger: Ledger | null;
  /** Last year's totals by field key; null where there are none, or where they belong to another form. */
  readonly lastYear: ReadonlyMap<string, number> | null;
  /** The received files, for the units' own texts. */
  readonly received: readonly Received[];
  readonly describeEntry: (entry: LedgerEntry) => string;
  readonly choices?: ReportChoices;
  readonly photos?: readonly DocumentPhoto[];
}

export interface WrittenReport {
  readonly narrative: Narrative;
  readonly document: DocumentPlan;
}

export function writeReport(consolidation: Consolidation, options: ReportOptions): WrittenReport {
  const { words, outline, campaign, ledger, lastYear } = options;
  const choices = options.choices ?? USUAL_CHOICES;
  const texts = textsOf(options.received);
  const narrative = narrate(consolidation, { words, outline, campaign, ledger, lastYear, texts, choices });
  return { narrative, document: documentOf(narrative, consolidation, options) };
}

/** The document of a narrative that may have been edited since it was generated. */
export function documentOf(narrative: Narrative, consolidation: Consolidation, options: ReportOptions): DocumentPlan {
  const { words, campaign, ledger, describeEntry } = options;
  return reportDocument(narrative, consolidation, {
    words,
    campaign,
    ledger,
    texts: textsOf(options.received),
    choices: options.choices ?? USUAL_CHOICES,
    describeEntry,
    photos: options.photos ?? [],
  });
}

/** What units wrote, by file. */
export function textsOf(received: readonly Received[]): ReadonlyMap<string, UnitTexts> {
  return new Map(
    received.flatMap((one) => (one.outcome === 'form' && one.texts !== null ? [[one.file, one.texts] as const] : [])),
  );
}
