/** "Công tác chỉ đạo, điều hành": the documents that were issued; an evaluation only from the units' own words. */
import { figureOf, type Fact } from '../facts/fact';
import { documentDay, factSources, paragraph, part, prompt, type NarrativeContext } from '../context';
import type { Paragraph, SetAside } from '../narrative';
import type { IssuedDocument } from '../texts/unit-texts';
import { saidPassages, textItems, textKey } from './text-items';

/** More documents than this stand in an annex of their own. */
export const MOST_DOCUMENTS = 12;
/** Kinds of documents that are counted by name in the sentence. */
const MOST_TYPES = 6;

export interface SectionResult {
  readonly paragraphs: readonly Paragraph[];
  readonly facts: readonly Fact[];
  readonly setAside: readonly SetAside[];
}

export function directionSection(context: NarrativeContext, section: string): SectionResult {
  const { words, byId, annexes } = context;
  const paragraphs: Paragraph[] = [];
  const documents = byId.get('documents');
  if (documents === undefined) {
    paragraphs.push(prompt('direction/documents', section, words.direction.promptDocuments));
  } else {
    const types = documents.figures.filter((one) => one.name.startsWith('type:')).slice(0, MOST_TYPES);
    const named = types.reduce((sum, one) => sum + one.value, 0) === figureOf(documents, 'all').value;
    const phrase = words.direction.count(
      part(documents, 'all'),
      part(documents, 'units'),
      named ? types.map((one) => [part(documents, one.name), ` ${one.name.slice('type:'.length).toLowerCase()}`]) : [],
    );
    paragraphs.push(paragraph('direction/documents', section, phrase, factSources(phrase)));
    if (annexes.documents !== null) {
      const listed = words.direction.listed(annexes.documents);
      paragraphs.push(paragraph('direction/annex', section, [listed], [{ kind: 'fact', fact: documents.id }]));
    } else paragraphs.push(...documentItems(context, section));
  }
  const { said, setAside } = saidPassages(context, 'direction');
  const items = textItems(context, section, 'direction/text', said);
  if (said.length === 0) paragraphs.push(prompt('direction/evaluation', section, words.direction.promptEvaluation));
  return { paragraphs: [...paragraphs, ...items.paragraphs], facts: items.facts, setAside: [...setAside, ...items.setAside] };
}

function documentItems({ texts, words }: NarrativeContext, section: string): readonly Paragraph[] {
  const seen = new Map<string, number>();
  return texts.flatMap(({ unit, file, texts: written }) =>
    written.documents.map((one): Paragraph => {
      const base = `direction/document/${textKey(`${unit.name} ${one.text}`)}`;
      const copy = (seen.get(base) ?? 0) + 1;
      seen.set(base, copy);
      const source = { kind: 'text', unit, file, at: one.at, text: one.text } as const;
      return paragraph(
        copy === 1 ? base : `${base}-${String(copy)}`,
        section,
        [`${words.direction.document(documentWords(one, unit.name))}.`],
        [source],
        { kind: 'item' },
      );
    }),
  );
}

/** A document as it is cited; the unit issued it where nobody else is named. */
export function documentWords(
  one: IssuedDocument,
  unit: string,
): Parameters<NarrativeContext['words']['direction']['document']>[0] {
  const known = one.type !== null || one.number !== null;
  return {
    type: one.type,
    number: one.number,
    date: one.date === null ? null : documentDay(one.date),
    issuer: one.issuer ?? unit,
    subject: known ? one.subject : one.text,
  };
}
