/**
 * From facts and the units' texts to the report: paragraphs in the order of the outline, every one with its sources.
 * Pure and deterministic: the same consolidation, texts and choices give the same report.
 */
import { REPORT_THRESHOLDS, type Fact } from './facts/fact';
import { computeFacts } from './facts/compute-facts';
import { countedTexts } from './facts/text-facts';
import type { Campaign } from '../campaign/campaign';
import type { Ledger } from '../campaign/ledger';
import type { Consolidation } from '../consolidation/consolidation';
import { USUAL_CHOICES, paragraph, type NarrativeContext, type ReportChoices } from './context';
import type { Narrative, Paragraph, ParagraphSource, Section, SetAside } from './narrative';
import type { NarrativeWords } from './narrative-words';
import type { OutlineSection, ReportOutline } from './outline';
import { activitiesSection } from './sections/activities';
import { directionSection, MOST_DOCUMENTS, type SectionResult } from './sections/direction';
import { strengthsSection, weaknessesSection } from './sections/evaluation';
import { proposalsSection } from './sections/proposals';
import { resultsSection } from './sections/results';
import type { UnitTexts } from './texts/unit-texts';

export interface NarrateOptions {
  readonly words: NarrativeWords;
  readonly outline: ReportOutline;
  readonly campaign: Campaign | null;
  readonly ledger: Ledger | null;
  /** Last year's totals by field key, of the same form; null where there are none. */
  readonly lastYear: ReadonlyMap<string, number> | null;
  /** What units wrote, by file; only files that count are heard. */
  readonly texts: ReadonlyMap<string, UnitTexts>;
  readonly choices?: ReportChoices;
}

export function narrate(consolidation: Consolidation, options: NarrateOptions): Narrative {
  const context = contextOf(consolidation, options);
  const sections: Section[] = [];
  const paragraphs: Paragraph[] = [openingParagraph(context)];
  const facts: Fact[] = [...context.facts];
  const setAside: SetAside[] = [];
  for (const section of options.outline.sections) {
    sections.push(section);
    const written = writeSection(context, section);
    sections.push(...(written.sections ?? []));
    paragraphs.push(...written.paragraphs);
    facts.push(...written.facts);
    setAside.push(...written.setAside);
  }
  paragraphs.push(closingParagraph(context));
  return { sections, paragraphs, facts, setAside };
}

function contextOf(consolidation: Consolidation, options: NarrateOptions): NarrativeContext {
  const choices = options.choices ?? USUAL_CHOICES;
  const thresholds = { ...REPORT_THRESHOLDS, ...choices.thresholds };
  const { ledger, lastYear, texts, words } = options;
  const facts = computeFacts({ consolidation, ledger, lastYear, texts, thresholds, words: words.counted });
  const counted = countedTexts(consolidation, texts);
  const documents = counted.reduce((sum, one) => sum + one.texts.documents.length, 0);
  const ownAnnex = documents > MOST_DOCUMENTS;
  const several = ownAnnex || choices.unitAnnex;
  return {
    consolidation,
    campaign: options.campaign,
    facts,
    byId: new Map(facts.map((fact) => [fact.id, fact])),
    texts: counted,
    outline: options.outline,
    choices,
    thresholds,
    words,
    annexes: { totals: words.annexName(several ? 0 : null), documents: ownAnnex ? words.annexName(1) : null },
  };
}

function writeSection(
  context: NarrativeContext,
  section: OutlineSection,
): SectionResult & { readonly sections?: readonly Section[] } {
  switch (section.role) {
    case 'direction':
      return directionSection(context, section.id);
    case 'activities':
      return activitiesSection(context, section.id);
    case 'results':
      return { paragraphs: resultsSection(context, section.id), facts: [], setAside: [] };
    case 'strengths':
      return strengthsSection(context, section.id);
    case 'weaknesses':
      return weaknessesSection(context, section.id);
    case 'proposals':
      return proposalsSection(context, section.id);
    case null:
      return { paragraphs: [], facts: [], setAside: [] };
  }
}

/** Trích yếu of the report. */
export function subjectOf(campaign: Campaign | null, year: number | null, words: NarrativeWords): string {
  return campaign?.report?.subject ?? words.subject(campaign?.year ?? year);
}

/** Fixed sentences rest on the campaign, also where it knows nothing and blanks remain. */
function fixedSource(campaign: Campaign | null, key: string): readonly ParagraphSource[] {
  return campaign === null ? [{ kind: 'prompt' }] : [{ kind: 'campaign', key }];
}

function openingParagraph({ campaign, consolidation, words }: NarrativeContext): Paragraph {
  const subject = subjectOf(campaign, consolidation.form.year, words);
  const text =
    campaign?.report?.opening ??
    words.opening({ basis: campaign?.report?.basis ?? [], office: campaign?.office?.name ?? null, subject });
  return paragraph('opening', 'opening', [text], fixedSource(campaign, 'report'));
}

function closingParagraph({ campaign, consolidation, words }: NarrativeContext): Paragraph {
  const subject = subjectOf(campaign, consolidation.form.year, words);
  const text = campaign?.report?.closing ?? words.closing({ office: campaign?.office?.name ?? null, subject });
  return paragraph('closing', 'closing', [text], fixedSource(campaign, 'report'));
}
