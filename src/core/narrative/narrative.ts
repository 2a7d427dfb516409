/**
 * The written report as data: ordered paragraphs whose figures know their facts and whose words know their sources.
 * It stands between the facts and the sheet "Báo cáo" or the Word document.
 */
import type { CellRef } from '../cells/cell-ref';
import type { ReportingUnit } from '../campaign/reporting-unit';
import type { Fact } from './facts/fact';

/** A figure inside a sentence: which figure of which fact, and how it is written ("02", "1.234", "12,5%"). */
export interface FigurePart {
  readonly fact: string;
  readonly figure: string;
  readonly value: number;
  readonly text: string;
}

/** Words and figures in order. */
export type Part = string | FigurePart;
export type Phrase = readonly Part[];

export interface TextSource {
  readonly kind: 'text';
  readonly unit: ReportingUnit;
  readonly file: string;
  readonly at: CellRef;
  /** As the unit wrote it. */
  readonly text: string;
}

/** What a paragraph rests on. "prompt": nothing yet, it asks the clerk; "clerk": the clerk wrote it. */
export type ParagraphSource =
  | { readonly kind: 'fact'; readonly fact: string }
  | TextSource
  | { readonly kind: 'campaign'; readonly key: string }
  | { readonly kind: 'prompt' }
  | { readonly kind: 'clerk' };

/** "paragraph": running text; "item": one line of a list; "prompt": something to fill in. */
export type ParagraphKind = 'paragraph' | 'item' | 'prompt';

/**
 * auto: as generated. edited: the clerk changed the words. pinned: kept as it is though nothing was changed. hidden: left
 * out of the document. added: the clerk's own.
 */
export const PARAGRAPH_STATES = ['auto', 'edited', 'pinned', 'hidden', 'added'] as const;
export type ParagraphState = (typeof PARAGRAPH_STATES)[number];

export interface Paragraph {
  /** Stable from run to run: "results/1", "weaknesses/late". */
  readonly id: string;
  /** Id of a section of the outline, or "opening" or "closing". */
  readonly section: string;
  readonly kind: ParagraphKind;
  /** Heads the paragraph, lettered a), b) …; null for none. */
  readonly title: string | null;
  readonly parts: Phrase;
  readonly sources: readonly ParagraphSource[];
  readonly state: ParagraphState;
  /** Other wordings of the same thought, merged into this one. */
  readonly alike: readonly TextSource[];
  /** What the clerk's own or pinned words were made from; null for paragraphs as generated, and for added ones. */
  readonly base: Base | null;
  /** Figures that moved on under the clerk's words; empty where they are up to date. */
  readonly outdated: readonly OutdatedFigure[];
}

/** A generated paragraph as it was when the clerk touched it. */
export interface Base {
  readonly text: string;
  readonly figures: readonly FigurePart[];
}

/** A figure that stands in the clerk's words, and what it is now; null where there is no such figure any more. */
export interface OutdatedFigure {
  readonly before: FigurePart;
  readonly now: FigurePart | null;
}

export interface Section {
  readonly id: string;
  readonly level: 1 | 2;
  /** "I.", "1." */
  readonly number: string;
  readonly title: string;
}

/** Something a unit wrote that the report leaves out, and why. */
export interface SetAside {
  readonly source: TextSource;
  readonly reason: 'slogan' | 'contradicts' | 'figures-without-unit' | 'beyond';
}

export interface Narrative {
  readonly sections: readonly Section[];
  /** In the order of the document. */
  readonly paragraphs: readonly Paragraph[];
  readonly facts: readonly Fact[];
  readonly setAside: readonly SetAside[];
}

/** The words of a phrase as they are read. */
export function textOf(phrase: Phrase): string {
  return phrase.map((part) => (typeof part === 'string' ? part : part.text)).join('');
}

export function figuresOf(phrase: Phrase): readonly FigurePart[] {
  return phrase.filter((part): part is FigurePart => typeof part !== 'string');
}

/** Phrases one after the other with words between them, other words before the last: "a, b và c". */
export function joinPhrases(phrases: readonly Phrase[], between: string, beforeLast = between): Phrase {
  return phrases.flatMap((phrase, index): Phrase => {
    if (index === 0) return phrase;
    return [index === phrases.length - 1 ? beforeLast : between, ...phrase];
  });
}
