/** The units' own words as items of the report: near-duplicates merged, the unit or the number of units behind each. */
import { unitsFigure, type Fact } from '../facts/fact';
import { groupAlike } from '../likeness/group-alike';
import { foldText } from '../../cells/fold';
import type { ReportingUnit } from '../../campaign/reporting-unit';
import { keyOf } from '../../campaign/unit-key';
import { namesOf, paragraph, part, type NarrativeContext } from '../context';
import type { Paragraph, SetAside, TextSource } from '../narrative';
import type { UnitsPhrase } from '../narrative-words';
import { judgePassage } from '../texts/judge-passage';
import type { Passage, TextPart } from '../texts/unit-texts';

/** A passage with the unit that wrote it. */
export interface SaidPassage {
  readonly passage: Passage;
  readonly source: TextSource;
}

export interface TextItems {
  readonly paragraphs: readonly Paragraph[];
  readonly facts: readonly Fact[];
  readonly setAside: readonly SetAside[];
}

/** Passages of one part, those that are no statement set aside. */
export function saidPassages(
  context: NarrativeContext,
  part: TextPart,
): { readonly said: readonly SaidPassage[]; readonly setAside: readonly SetAside[] } {
  const said: SaidPassage[] = [];
  const setAside: SetAside[] = [];
  for (const { unit, file, texts } of context.texts) {
    const contradicted = new Set(
      texts.findings.flatMap((one) =>
        (one.code === 'text-contradicts-figures' || one.code === 'text-denies-figures') && one.at !== null
          ? [`${one.at.cell ?? ''}|${one.params.quote}`]
          : [],
      ),
    );
    for (const passage of texts.passages) {
      if (passage.part !== part) continue;
      const source: TextSource = { kind: 'text', unit, file, at: passage.at, text: passage.text };
      const reason = contradicted.has(`${passage.at.cell ?? ''}|${passage.text}`)
        ? 'contradicts'
        : judgePassage(passage.text, context.choices.units);
      if (reason === null) said.push({ passage, source });
      else setAside.push({ source, reason });
    }
  }
  return { said, setAside };
}

/** One item per thought, the one most units share first. */
export function textItems(context: NarrativeContext, section: string, idPrefix: string, said: readonly SaidPassage[]): TextItems {
  const facts: Fact[] = [];
  const ids = new Map<string, number>();
  const groups = groupAlike(said, (one) => one.passage.text)
    .map((group, order) => ({ ...group, units: unitsOf(group.members), order }))
    .sort((a, b) => b.units.length - a.units.length || a.order - b.order);
  const paragraphs = groups.slice(0, context.choices.mostItems).map(({ kept, members, units }): Paragraph => {
    const base = `${idPrefix}/${textKey(kept.passage.text)}`;
    const copy = ids.get(base) ?? 0;
    ids.set(base, copy + 1);
    const id = copy === 0 ? base : `${base}-${String(copy + 1)}`;
    const fact: Fact = {
      id: `texts:${id}`,
      kind: 'texts',
      figures: [unitsFigure('units', units, context.words.counted.unit)],
      rule: { name: 'same-thought', threshold: null },
      row: null,
      units,
    };
    facts.push(fact);
    const sources = members.map((one) => one.source);
    const alike = members.filter((one) => one !== kept && one.passage.text !== kept.passage.text).map((one) => one.source);
    const parts = context.words.activities.item(asSentence(kept.passage.text), whoSaid(context, fact, units));
    return paragraph(id, section, [...parts, '.'], [...sources, { kind: 'fact', fact: fact.id }], { kind: 'item', alike });
  });
  const beyond = groups
    .slice(context.choices.mostItems)
    .flatMap(({ members }) => members.map(({ source }): SetAside => ({ source, reason: 'beyond' })));
  return { paragraphs, facts, setAside: beyond };
}

export function unitsOf(said: readonly SaidPassage[]): readonly ReportingUnit[] {
  const units = new Map<string, ReportingUnit>();
  for (const { source } of said) units.set(keyOf(source.unit), source.unit);
  return [...units.values()];
}

function whoSaid(context: NarrativeContext, fact: Fact, units: readonly ReportingUnit[]): UnitsPhrase {
  const { choices, words } = context;
  // A report of one unit speaks of nobody else.
  if (context.consolidation.contributors.length === 1 || choices.units === 'leftOut') return null;
  return choices.units === 'named' ? [namesOf(units, choices.mostNamed, words)] : words.who.counted(part(fact, 'units'));
}

/** Without the bullet before and the full stop after; the first letter large, a text in capitals small. */
export function asSentence(text: string): string {
  const clean = text.replace(/^[\s\-–—•·*+▪●○◦►➢✓✔]+/u, '').replace(/[\s.;,:…]+$/u, '');
  const letters = clean.replace(/[^\p{L}]/gu, '');
  const shouted = letters.length > 12 && letters === letters.toUpperCase();
  const calm = shouted ? clean.toLowerCase() : clean;
  return calm.charAt(0).toUpperCase() + calm.slice(1);
}

/** A key that the same words always have: FNV-1a over the folded text. */
export function textKey(text: string): string {
  let hash = 0x811c9dc5;
  const folded = foldText(text);
  for (let at = 0; at < folded.length; at += 1) hash = Math.imul(hash ^ folded.charCodeAt(at), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}
