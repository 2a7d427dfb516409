/** "Ưu điểm" and "Tồn tại, hạn chế": what a fact beyond its threshold shows, and what units wrote; otherwise a prompt. */
import { childrenOf } from '../../forms/definition';
import { figureOf, type Fact } from '../facts/fact';
import { factSources, paragraph, part, prompt, unitsInBrackets, type NarrativeContext } from '../context';
import type { Paragraph, Phrase } from '../narrative';
import { isAttendance, nounOf, titleOf } from '../row-nouns';
import type { SectionResult } from './direction';
import { saidPassages, textItems } from './text-items';

export function strengthsSection(context: NarrativeContext, section: string): SectionResult {
  const facts = context.facts.flatMap((fact): Paragraph[] => {
    const phrase = strengthOf(context, fact);
    return phrase === null ? [] : [paragraph(`strengths/${fact.id}`, section, phrase, factSources(phrase), { kind: 'item' })];
  });
  return withTexts(context, section, 'strengths', [...facts, ...breadth(context, section)], context.words.strengths.prompt);
}

export function weaknessesSection(context: NarrativeContext, section: string): SectionResult {
  const { words, choices, consolidation } = context;
  const facts = context.facts.flatMap((fact): Paragraph[] => {
    const phrase = weaknessOf(context, fact);
    return phrase === null ? [] : [paragraph(`weaknesses/${fact.id}`, section, phrase, factSources(phrase), { kind: 'item' })];
  });
  const unreported = context.byId.get('unreported')?.figures[0]?.source;
  const silent = new Set(unreported?.kind === 'rows' ? unreported.rows : []);
  const chosen = consolidation.form.indicators
    .filter((row) => choices.weaknessRows.includes(row.id) && silent.has(row.id))
    .map((row) =>
      paragraph(
        `weaknesses/row/${row.id}`,
        section,
        words.weaknesses.notDone(row.text),
        [{ kind: 'fact', fact: 'unreported' }, { kind: 'clerk' }],
        { kind: 'item' },
      ),
    );
  return withTexts(context, section, 'weaknesses', [...facts, ...chosen], words.weaknesses.prompt);
}

function withTexts(
  context: NarrativeContext,
  section: string,
  role: 'strengths' | 'weaknesses',
  facts: readonly Paragraph[],
  asks: string,
): SectionResult {
  const { said, setAside } = saidPassages(context, role);
  const items = textItems(context, section, `${role}/text`, said);
  const paragraphs = [...facts, ...items.paragraphs];
  return {
    paragraphs: paragraphs.length === 0 ? [prompt(`${role}/prompt`, section, asks)] : paragraphs,
    facts: items.facts,
    setAside: [...setAside, ...items.setAside],
  };
}

/** What nearly all units did, in one sentence. */
function breadth({ facts, consolidation, words }: NarrativeContext, section: string): readonly Paragraph[] {
  const groups = facts.flatMap((fact) => {
    const head = fact.kind === 'breadth' ? consolidation.form.indicators.find((row) => row.id === fact.row) : undefined;
    if (head === undefined) return [];
    return [{ title: titleOf(head), doing: part(fact, 'doing'), units: part(fact, 'units'), percent: part(fact, 'percent') }];
  });
  if (groups.length === 0) return [];
  const phrase = words.strengths.breadth(groups);
  return [paragraph('strengths/breadth', section, phrase, factSources(phrase), { kind: 'item' })];
}

function strengthOf(context: NarrativeContext, fact: Fact): Phrase | null {
  const { words, thresholds, consolidation } = context;
  const { strengths } = words;
  switch (fact.kind) {
    case 'scope': {
      const asked = fact.figures.find((one) => one.name === 'asked');
      if (asked === undefined || asked.value < 2 || figureOf(fact, 'listed').value !== asked.value) return null;
      return strengths.allReported(part(fact, 'asked'));
    }
    case 'timing':
      return figureOf(fact, 'percent').value >= thresholds.onTime && figureOf(fact, 'judged').value > 1
        ? strengths.onTime(part(fact, 'onTime'), part(fact, 'judged'), part(fact, 'percent'))
        : null;
    case 'money':
      return otherMoney(context, fact);
    case 'change':
      return figureOf(fact, 'now').value > figureOf(fact, 'before').value ? changed(context, fact, strengths.grown) : null;
    case 'leading': {
      const head = consolidation.form.indicators.find((row) => row.id === fact.row);
      if (head === undefined || context.choices.units !== 'named') return null;
      const units = fact.units.map((unit, index) => {
        const name = `unit${String(index + 1)}`;
        return { name: unit.name, value: part(fact, name), unit: figureOf(fact, name).unit };
      });
      return strengths.leading(titleOf(head), units);
    }
    default:
      return null;
  }
}

/** Money from another source than the first, where it is a good part of all. */
function otherMoney({ consolidation, words, thresholds }: NarrativeContext, fact: Fact): Phrase | null {
  if (fact.row === null) return null;
  const [, ...others] = childrenOf(consolidation.form, fact.row);
  for (const child of others) {
    const share = fact.figures.find((one) => one.name === `${child.id}%`);
    const [field] = child.fields;
    // All of it from there is no mobilising beside the first source: it may not have been reported.
    if (share === undefined || field === undefined || share.value < thresholds.otherMoney || share.value >= 100) continue;
    const { unit } = figureOf(fact, child.id);
    return words.strengths.otherMoney(nounOf(child, field), part(fact, child.id), unit, part(fact, share.name));
  }
  return null;
}

type ChangeWords = (
  what: string,
  now: ReturnType<typeof part>,
  before: ReturnType<typeof part>,
  percent: ReturnType<typeof part>,
  unit: string,
) => Phrase;

function changed({ consolidation }: NarrativeContext, fact: Fact, say: ChangeWords): Phrase | null {
  const { form } = consolidation;
  const row = form.indicators.find((one) => one.id === fact.row);
  if (row === undefined) return null;
  const measure = fact.id.slice(fact.id.lastIndexOf('/') + 1);
  const declaring = [row, ...childrenOf(form, row.id)].find((one) => one.fields.some((field) => field.measure === measure));
  const field = declaring?.fields.find((one) => one.measure === measure);
  if (declaring === undefined || field === undefined) return null;
  const unit = isAttendance(form, declaring, field) ? `lượt ${field.unit}` : field.unit;
  return say(titleOf(row), part(fact, 'now'), part(fact, 'before'), part(fact, 'percent'), unit);
}

function weaknessOf(context: NarrativeContext, fact: Fact): Phrase | null {
  const { weaknesses } = context.words;
  const who = unitsInBrackets(context, fact.units);
  switch (fact.kind) {
    case 'missing':
      return weaknesses.missing(part(fact, 'missing'), part(fact, 'asked'), who);
    case 'late':
      return weaknesses.late(part(fact, 'late'), part(fact, 'judged'), who);
    case 'parents':
      return weaknesses.parents(part(fact, 'parents'), who);
    case 'change':
      return figureOf(fact, 'now').value < figureOf(fact, 'before').value ? changed(context, fact, weaknesses.fallen) : null;
    default:
      return null;
  }
}
