/** The report as a document: letterhead, numbered body, annexes. Paragraphs the clerk hid are left out. */
import type { Campaign } from '../../campaign/campaign';
import type { Ledger, LedgerEntry } from '../../campaign/ledger';
import type { Consolidation } from '../../consolidation/consolidation';
import type { DocumentAnnex, DocumentBlock, DocumentPhoto, DocumentPlan } from '../../document/document-plan';
import type { ReportChoices } from '../context';
import { countedTexts } from '../facts/text-facts';
import { subjectOf } from '../narrate';
import { textOf, type Narrative, type Paragraph } from '../narrative';
import type { NarrativeWords } from '../narrative-words';
import { MOST_DOCUMENTS } from '../sections/direction';
import { superiorsOf } from '../superiors';
import type { UnitTexts } from '../texts/unit-texts';
import { documentsTable, totalsTable, unitsTable } from './annexes';
import { letterheadOf } from './letterhead';

export interface ReportDocumentOptions {
  readonly words: NarrativeWords;
  readonly campaign: Campaign | null;
  readonly ledger: Ledger | null;
  readonly texts: ReadonlyMap<string, UnitTexts>;
  readonly choices: ReportChoices;
  /** How a unit of the roster stands, in words. */
  readonly describeEntry: (entry: LedgerEntry) => string;
  readonly photos: readonly DocumentPhoto[];
}

/** Letters of points in the order of the Vietnamese alphabet as documents use it. */
const LETTERS = 'abcdđeghiklmnopqrstuvxy';

export function reportDocument(narrative: Narrative, consolidation: Consolidation, options: ReportDocumentOptions): DocumentPlan {
  const { campaign, words, choices } = options;
  const year = campaign?.year ?? consolidation.form.year;
  const report = campaign?.report;
  const subject = subjectOf(campaign, year, words);
  const names = letterheadOf(campaign, choices.addressed, words);
  return {
    kind: 'report',
    superior: names.superior,
    issuer: names.issuer,
    number: report?.number ?? null,
    symbol: names.symbol,
    place: names.place,
    date: report?.date ?? null,
    year,
    title: words.letterhead.title,
    subject,
    addressees: choices.addressed ? addresseesOf(campaign, words) : [],
    body: bodyOf(narrative),
    signatory: names.signatory,
    recipients: names.recipients,
    annexes: annexesOf(consolidation, options, subject, names.symbol, year),
  };
}

/** Kính gửi: what the campaign says, else to whom the office reports, else a blank. */
function addresseesOf(campaign: Campaign | null, words: NarrativeWords): readonly string[] {
  if (campaign?.report !== undefined && campaign.report.addressees.length > 0) return campaign.report.addressees;
  const to = superiorsOf(campaign);
  return to.length === 0 ? [words.blank] : to;
}

export function bodyOf(narrative: Narrative): readonly DocumentBlock[] {
  const shown = narrative.paragraphs.filter((one) => one.state !== 'hidden');
  const of = (section: string): readonly Paragraph[] => shown.filter((one) => one.section === section);
  return [
    ...of('opening').map(blockOf),
    ...narrative.sections.flatMap((section): DocumentBlock[] => [
      { kind: 'heading', level: section.level, number: section.number, text: section.title },
      ...lettered(of(section.id)),
    ]),
    ...of('closing').map(blockOf),
  ];
}

/** Paragraphs with a title become points a), b) …; hiding one letters the rest anew. */
function lettered(paragraphs: readonly Paragraph[]): readonly DocumentBlock[] {
  let next = 0;
  return paragraphs.flatMap((one): DocumentBlock[] => {
    if (one.title === null) return [blockOf(one)];
    const letter = LETTERS.charAt(next % LETTERS.length);
    next += 1;
    return [{ kind: 'heading', level: 3, number: `${letter})`, text: one.title }, blockOf(one)];
  });
}

function blockOf(one: Paragraph): DocumentBlock {
  const text = textOf(one.parts);
  if (one.kind === 'prompt') return { kind: 'prompt', text };
  return one.kind === 'item' ? { kind: 'item', level: 1, runs: [{ text }] } : { kind: 'paragraph', runs: [{ text }] };
}

function annexesOf(
  consolidation: Consolidation,
  options: ReportDocumentOptions,
  subject: string,
  symbol: string | null,
  year: number | null,
): readonly DocumentAnnex[] {
  const { words, campaign, choices, ledger, photos } = options;
  const attachedTo = words.annex.attachedTo({
    number: campaign?.report?.number ?? null,
    symbol,
    date: campaign?.report?.date ?? null,
    office: campaign?.office?.name ?? null,
    year,
  });
  const totals = totalsTable(consolidation);
  const texts = countedTexts(consolidation, options.texts);
  const documents = texts.reduce((sum, one) => sum + one.texts.documents.length, 0);
  const base = { attachedTo, orientation: 'portrait', blocks: [], photos: [] } as const;
  const annexes: Omit<DocumentAnnex, 'label'>[] = [
    { ...base, title: words.annex.totalsTitle(subject), orientation: totals.orientation, blocks: [totals.table] },
  ];
  if (documents > MOST_DOCUMENTS)
    annexes.push({ ...base, title: words.annex.documentsTitle, blocks: [documentsTable(texts, words)] });
  if (choices.unitAnnex)
    annexes.push({
      ...base,
      title: words.annex.unitsTitle,
      blocks: [unitsTable(consolidation, ledger, words, options.describeEntry)],
    });
  if (photos.length > 0) annexes.push({ ...base, title: words.annex.photosTitle, photos });
  return annexes.map((annex, index) => ({ label: words.annexName(annexes.length === 1 ? null : index), ...annex }));
}
