/** "Kiến nghị và đề xuất" by addressee: the units' proposals, and those that follow from the tồn tại. */
import { canonicalUnitName } from '../../campaign/unit-name';
import { containment } from '../../cells/similarity';
import { foldText } from '../../cells/fold';
import { unitsFigure, type Fact } from '../facts/fact';
import { factSources, paragraph, part, prompt, type NarrativeContext } from '../context';
import type { Paragraph, Section, SetAside } from '../narrative';
import { superiorsOf } from '../superiors';
import { saidPassages, textItems, unitsOf, type SaidPassage } from './text-items';

/** How much of an addressee's name must stand in what a unit wrote for it to be meant. */
const SAME_ADDRESSEE = 0.75;

export interface ProposalsResult {
  readonly sections: readonly Section[];
  readonly paragraphs: readonly Paragraph[];
  readonly facts: readonly Fact[];
  readonly setAside: readonly SetAside[];
}

/** Whom proposals are made to: what the campaign says, else whom the office's own report goes to, else the outline's. */
function addresseesOf({ campaign, outline }: NarrativeContext): readonly string[] {
  if (campaign?.report !== undefined && campaign.report.proposalsTo.length > 0) return campaign.report.proposalsTo;
  const superiors = superiorsOf(campaign);
  // The highest first, as the outline has it.
  return superiors.length === 0 ? outline.proposalsTo : [...superiors].reverse();
}

export function proposalsSection(context: NarrativeContext, section: string): ProposalsResult {
  const { words } = context;
  const { said, setAside } = saidPassages(context, 'proposals');
  const addressees = addresseesOf(context);
  const byAddressee = new Map<string, SaidPassage[]>(addressees.map((one) => [one, []]));
  for (const one of said) byAddressee.get(addresseeOf(one, addressees))?.push(one);
  const derived = derivedProposals(context);
  const facts: Fact[] = [...derived.facts];
  const beyond: SetAside[] = [];
  const sections: Section[] = [];
  const paragraphs: Paragraph[] = [];
  addressees.forEach((addressee, index) => {
    const id = `${section}.${String(index + 1)}`;
    sections.push({ id, level: 2, number: `${String(index + 1)}.`, title: words.proposals.with(addressee) });
    const items = textItems(
      context,
      id,
      `proposals/${foldText(addressee).replaceAll(' ', '-')}`,
      byAddressee.get(addressee) ?? [],
    );
    facts.push(...items.facts);
    beyond.push(...items.setAside);
    // What follows from difficulties goes to the nearest superior.
    const follows = index === addressees.length - 1 ? derived.toSuperior(id) : [];
    const own = [...items.paragraphs, ...follows];
    paragraphs.push(
      ...(own.length === 0 ? [prompt(`proposals/prompt/${String(index + 1)}`, id, words.proposals.prompt(addressee))] : own),
    );
  });
  const toUnits = `${section}.${String(addressees.length + 1)}`;
  const own = derived.toUnits(toUnits);
  if (own.length > 0) {
    sections.push({ id: toUnits, level: 2, number: `${String(addressees.length + 1)}.`, title: words.proposals.withUnits });
    paragraphs.push(...own);
  }
  return { sections, paragraphs, facts, setAside: [...setAside, ...beyond] };
}

function addresseeOf({ passage }: SaidPassage, addressees: readonly string[]): string {
  const last = addressees.at(-1) ?? '';
  const meant = passage.addressee ?? passage.text.slice(0, 120);
  let best = last;
  let most = 0;
  for (const addressee of addressees) {
    const [name, heard] = [canonicalUnitName(addressee), canonicalUnitName(meant)];
    const share = passage.addressee === null ? (` ${heard} `.includes(` ${name} `) ? 1 : 0) : containment(name, heard);
    if (share > most && share >= SAME_ADDRESSEE) [best, most] = [addressee, share];
  }
  return best;
}

interface Derived {
  readonly facts: readonly Fact[];
  readonly toSuperior: (section: string) => readonly Paragraph[];
  readonly toUnits: (section: string) => readonly Paragraph[];
}

function derivedProposals(context: NarrativeContext): Derived {
  const { words, thresholds, byId } = context;
  const said = saidPassages(context, 'weaknesses').said;
  const asked = new Set(saidPassages(context, 'proposals').said.flatMap((one) => difficultiesOf(context, one)));
  const facts: Fact[] = [];
  const proposals = words.proposals.difficulties.flatMap((difficulty) => {
    // Where units themselves propose it, their words stand.
    if (asked.has(difficulty.id)) return [];
    const speaking = said.filter((one) => difficultiesOf(context, one).includes(difficulty.id));
    const units = unitsOf(speaking);
    if (units.length < thresholds.sameDifficulty) return [];
    const fact: Fact = {
      id: `difficulty:${difficulty.id}`,
      kind: 'texts',
      figures: [unitsFigure('units', units, words.counted.unit)],
      rule: { name: 'same-difficulty', threshold: thresholds.sameDifficulty },
      row: null,
      units,
    };
    facts.push(fact);
    return [{ difficulty, fact, sources: speaking.map((one) => one.source) }];
  });
  return {
    facts,
    toSuperior: (section) =>
      proposals.map(({ difficulty, fact, sources }) => {
        const phrase = words.proposals.follows(difficulty.proposal, part(fact, 'units'));
        return paragraph(`proposals/follows/${difficulty.id}`, section, phrase, [...factSources(phrase), ...sources], {
          kind: 'item',
        });
      }),
    toUnits: (section) => [
      ...(byId.has('missing') || byId.has('late')
        ? [
            paragraph(
              'proposals/units/inTime',
              section,
              [words.proposals.reportInTime],
              (['missing', 'late'] as const).filter((id) => byId.has(id)).map((fact) => ({ kind: 'fact', fact })),
              { kind: 'item' },
            ),
          ]
        : []),
      ...(byId.has('parents')
        ? [
            paragraph('proposals/units/figures', section, [words.proposals.reviewFigures], [{ kind: 'fact', fact: 'parents' }], {
              kind: 'item',
            }),
          ]
        : []),
    ],
  };
}

function difficultiesOf({ words }: NarrativeContext, { passage }: SaidPassage): readonly string[] {
  const folded = ` ${foldText(passage.text.slice(0, 1_000))} `;
  return words.proposals.difficulties
    .filter(({ signs }) => signs.some((sign) => folded.includes(` ${sign} `)))
    .map((one) => one.id);
}
