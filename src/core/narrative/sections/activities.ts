/** "Nội dung các hoạt động": time and theme of the Week, the groups of rows that were really done, the units' own words. */
import { unitTexts } from '../../sheets/unit-texts';
import { rowGroups } from '../facts/row-facts';
import { isMoney } from '../facts/chosen-facts';
import { documentDay, paragraph, prompt, type NarrativeContext } from '../context';
import type { Paragraph, ParagraphSource, SetAside, TextSource } from '../narrative';
import { lowerFirst, titleOf } from '../row-nouns';
import type { SectionResult } from './direction';
import { saidPassages, textItems, type SaidPassage } from './text-items';
import { judgePassage } from '../texts/judge-passage';

export function activitiesSection(context: NarrativeContext, section: string): SectionResult {
  const { words } = context;
  const written = saidPassages(context, 'activities');
  const free = freeRows(context);
  const all = [...written.said, ...free.said];
  const setAside = [...written.setAside, ...free.setAside];
  const items = textItems(context, section, 'activities/text', all);
  const paragraphs = [...weekParagraph(context, section), ...groupsParagraph(context, section), ...items.paragraphs];
  if (all.length === 0) paragraphs.push(prompt('activities/prompt', section, words.activities.prompt));
  return { paragraphs, facts: items.facts, setAside: [...setAside, ...items.setAside] };
}

function weekParagraph({ campaign, words }: NarrativeContext, section: string): readonly Paragraph[] {
  if (campaign === null || (campaign.week === null && campaign.theme === null)) return [];
  const day = (iso: string | undefined): string | null => (iso === undefined ? null : documentDay(iso));
  const text = words.week({
    year: campaign.year,
    from: day(campaign.week?.from),
    to: day(campaign.week?.to),
    theme: campaign.theme,
  });
  const sources: ParagraphSource[] = [
    ...(campaign.week === null ? [] : [{ kind: 'campaign', key: 'week' } as const]),
    ...(campaign.theme === null ? [] : [{ kind: 'campaign', key: 'theme' } as const]),
  ];
  return [paragraph('activities/week', section, [text], sources)];
}

/** Only groups that somebody did; money and rewards are no activities. */
function groupsParagraph({ consolidation, byId, words }: NarrativeContext, section: string): readonly Paragraph[] {
  const { form } = consolidation;
  const done = rowGroups(form).flatMap(({ head }) => {
    const fact = byId.get(`group:${head.id}`);
    if (fact === undefined || fact.units.length === 0 || isMoney(form, head.id) || head.wording?.about === 'reward') return [];
    return [{ id: fact.id, title: lowerFirst(titleOf(head)) }];
  });
  if (done.length === 0) return [];
  const phrase = words.activities.groups([done.map((one) => one.title).join('; ')]);
  return [
    paragraph(
      'activities/groups',
      section,
      phrase,
      done.map(({ id }) => ({ kind: 'fact', fact: id })),
    ),
  ];
}

/** What units wrote into the form's row for other matters. */
function freeRows({ consolidation, choices }: NarrativeContext): {
  readonly said: readonly SaidPassage[];
  readonly setAside: readonly SetAside[];
} {
  const said: SaidPassage[] = [];
  const setAside: SetAside[] = [];
  for (const contributor of consolidation.contributors) {
    for (const one of unitTexts(consolidation.form, contributor)) {
      if (one.kind !== 'free') continue;
      const at = one.at ?? { sheet: contributor.form.sheet, cell: null };
      for (const text of linesOf(one.text)) {
        const source: TextSource = { kind: 'text', unit: contributor.unit, file: contributor.file, at, text };
        const reason = judgePassage(text, choices.units);
        if (reason === null) said.push({ passage: { part: 'activities', text, addressee: null, at }, source });
        else setAside.push({ source, reason });
      }
    }
  }
  return { said, setAside };
}

const MOST_LINES = 50;
const LONGEST_LINE = 600;

function linesOf(text: string): readonly string[] {
  return text
    .slice(0, MOST_LINES * LONGEST_LINE)
    .split('\n')
    .map((line) => line.trim().slice(0, LONGEST_LINE))
    .filter((line) => line !== '')
    .slice(0, MOST_LINES);
}
