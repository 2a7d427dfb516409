/** The outline of the written report as data: sections in order, and what each of them tells. */
import type { Section } from './narrative';

export type SectionRole = 'direction' | 'activities' | 'results' | 'strengths' | 'weaknesses' | 'proposals';

export interface OutlineSection extends Section {
  /** What is told there; null for a heading above others. "proposals" gets a subsection for each addressee. */
  readonly role: SectionRole | null;
}

export interface ReportOutline {
  readonly id: string;
  readonly source: string;
  readonly sections: readonly OutlineSection[];
  /** Whom proposals are made to where the campaign does not say. */
  readonly proposalsTo: readonly string[];
}
