/**
 * What a unit wrote besides its figures: the sheet "Báo cáo" of its workbook, read. Words stay as they were written
 * (legacy encodings converted); where each stands is kept, so that every sentence of the report leads back to a cell.
 */
import type { CellRef } from '../../cells/cell-ref';
import type { Finding } from '../../findings';

/** The parts of a report that a unit writes itself. */
export const TEXT_PARTS = ['direction', 'activities', 'strengths', 'weaknesses', 'proposals'] as const;
export type TextPart = (typeof TEXT_PARTS)[number];

/** A document that the unit issued for the Week. Null: not given, or not to be found in what was written. */
export interface IssuedDocument {
  /** "Kế hoạch", "Công văn". */
  readonly type: string | null;
  /** "12/KH-UBND". */
  readonly number: string | null;
  /** ISO day. */
  readonly date: string | null;
  readonly issuer: string | null;
  /** Trích yếu. */
  readonly subject: string | null;
  /** The whole entry as it was written. */
  readonly text: string;
  readonly at: CellRef;
}

/** One thought: a line, or an item of a list. */
export interface Passage {
  readonly part: TextPart;
  readonly text: string;
  /** Of a proposal: whom it is meant for, as written; null where the unit did not say. */
  readonly addressee: string | null;
  readonly at: CellRef;
}

export interface PhotoCaption {
  readonly text: string;
  readonly at: CellRef;
}

export interface UnitTexts {
  readonly sheet: string;
  readonly documents: readonly IssuedDocument[];
  readonly passages: readonly Passage[];
  readonly photos: readonly PhotoCaption[];
  /** What reading them had to say, and where they contradict the unit's own figures. */
  readonly findings: readonly Finding[];
}
