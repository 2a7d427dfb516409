/** What the sections of the report are written from. */
import type { Campaign } from '../campaign/campaign';
import type { ReportingUnit } from '../campaign/reporting-unit';
import { formatNumber, padTwo } from '../cells/number-format';
import type { Consolidation } from '../consolidation/consolidation';
import { figureOf, type Fact, type ReportThresholds } from './facts/fact';
import type { CountedTexts } from './facts/text-facts';
import type { FigurePart, Paragraph, ParagraphSource, Phrase } from './narrative';
import type { NarrativeWords, UnitsPhrase } from './narrative-words';
import type { ReportOutline } from './outline';

/** What the clerk chose. */
export interface ReportChoices {
  /** How units are spoken of: by name, by number, or not at all. */
  readonly units: 'named' | 'counted' | 'leftOut';
  /** More names than this become the first ones and a number. */
  readonly mostNamed: number;
  /** More of the units' thoughts than these in one section are left to the clerk, those of the fewest units first. */
  readonly mostItems: number;
  /** Rows (ids) that nobody reported and that the clerk calls a tồn tại. */
  readonly weaknessRows: readonly string[];
  /** Whether the report is addressed ("Kính gửi"). */
  readonly addressed: boolean;
  /** Whether the list of units is an annex. */
  readonly unitAnnex: boolean;
  /** Other thresholds than the usual ones. */
  readonly thresholds: Partial<ReportThresholds>;
}

export const USUAL_CHOICES: ReportChoices = {
  units: 'named',
  mostNamed: 5,
  mostItems: 20,
  weaknessRows: [],
  addressed: true,
  unitAnnex: true,
  thresholds: {},
};

export interface NarrativeContext {
  readonly consolidation: Consolidation;
  readonly campaign: Campaign | null;
  readonly facts: readonly Fact[];
  readonly byId: ReadonlyMap<string, Fact>;
  readonly texts: readonly CountedTexts[];
  readonly outline: ReportOutline;
  readonly choices: ReportChoices;
  readonly thresholds: ReportThresholds;
  readonly words: NarrativeWords;
  /** What the annexes are called: "Phụ lục I". */
  readonly annexes: { readonly totals: string; readonly documents: string | null };
}

/** A figure of a fact as it is written: small counts with a zero before them, percent with its sign. */
export function part(fact: Fact, name: string): FigurePart {
  const { value, unit } = figureOf(fact, name);
  return { fact: fact.id, figure: name, value, text: unit === '%' ? `${formatNumber(value)}%` : padTwo(value) };
}

/** The units of a fact in brackets after it: names, cut where they are many; null where they are left out or counted already. */
export function unitsInBrackets({ choices, words }: NarrativeContext, units: readonly ReportingUnit[]): UnitsPhrase {
  return choices.units !== 'named' || units.length === 0 ? null : [namesOf(units, choices.mostNamed, words)];
}

/** Names one after the other; beyond `most` the rest is counted. */
export function namesOf(units: readonly ReportingUnit[], most: number, words: NarrativeWords): string {
  const names = units.map((unit) => unit.name);
  if (names.length <= most) return words.who.named(names.join(', '));
  return words.who.andMore(names.slice(0, most).join(', '), names.length - most);
}

/** A day as documents write it: "2024-09-05" → "05/9/2024", "2024-02-05" → "05/02/2024" (Decree 30/2020, II.4.b). */
export function documentDay(iso: string): string {
  const [year = '', month = '', day = ''] = iso.slice(0, 10).split('-');
  return `${day}/${Number(month) > 2 ? String(Number(month)) : month}/${year}`;
}

/** A generated paragraph. */
export function paragraph(
  id: string,
  section: string,
  parts: Phrase,
  sources: readonly ParagraphSource[],
  rest: Partial<Pick<Paragraph, 'kind' | 'title' | 'alike'>> = {},
): Paragraph {
  return {
    id,
    section,
    kind: 'paragraph',
    title: null,
    parts,
    sources,
    state: 'auto',
    alike: [],
    base: null,
    outdated: [],
    ...rest,
  };
}

/** A place for the clerk to fill in. */
export function prompt(id: string, section: string, text: string): Paragraph {
  return paragraph(id, section, [text], [{ kind: 'prompt' }], { kind: 'prompt' });
}

/** The facts whose figures stand in a phrase, as sources. */
export function factSources(phrase: Phrase): readonly ParagraphSource[] {
  const ids = new Set(phrase.flatMap((one) => (typeof one === 'string' ? [] : [one.fact])));
  return [...ids].map((fact) => ({ kind: 'fact', fact }));
}
