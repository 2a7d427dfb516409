/** A report as it stood before it is generated anew: what was generated, and what the clerk made of it. */
import type { Base, FigurePart, Narrative, Paragraph, ParagraphKind, ParagraphState } from '../narrative';
import { figuresOf, textOf } from '../narrative';
import { textKey } from '../sections/text-items';

export interface EarlierParagraph {
  /** The generated paragraph's id; for one the clerk added, an id of its own. */
  readonly id: string;
  readonly section: string;
  readonly kind: ParagraphKind;
  readonly title: string | null;
  readonly text: string;
  readonly state: ParagraphState;
  /** What was generated when the clerk touched it, else what stands there. */
  readonly base: Base;
  /** Keys of the units' texts it was made from: the same thought is known again when its clearest wording changes. */
  readonly texts: readonly string[];
}

export interface EarlierReport {
  /** In the order the clerk left them. */
  readonly paragraphs: readonly EarlierParagraph[];
  /** Ids that were generated and are gone: the clerk deleted them. */
  readonly deleted: readonly string[];
}

/** The report as it is now, to be merged with the next one. */
export function earlierOf(narrative: Narrative): EarlierReport {
  return { paragraphs: narrative.paragraphs.map(earlierParagraph), deleted: [] };
}

export function earlierParagraph(one: Paragraph): EarlierParagraph {
  const { id, section, kind, title, state, base } = one;
  const text = textOf(one.parts);
  return { id, section, kind, title, state, text, base: base ?? { text, figures: figuresOf(one.parts) }, texts: textKeysOf(one) };
}

/** Keys of the texts behind a paragraph. */
export function textKeysOf(one: Paragraph): readonly string[] {
  return [...new Set(one.sources.flatMap((source) => (source.kind === 'text' ? [textKey(source.text)] : [])))];
}

export function sameFigure(a: FigurePart, b: FigurePart): boolean {
  return a.fact === b.fact && a.figure === b.figure;
}
