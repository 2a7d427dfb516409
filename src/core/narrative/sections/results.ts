/** "Kết quả đạt được": where the figures come from, one paragraph per group of rows, and what has no figures. */
import type { FormDefinition, Indicator } from '../../forms/definition';
import { figureOf, type Fact } from '../facts/fact';
import { isMoney } from '../facts/chosen-facts';
import { rowGroups } from '../facts/row-facts';
import { factSources, paragraph, part, prompt, unitsInBrackets, type NarrativeContext } from '../context';
import type { Paragraph, Phrase } from '../narrative';
import { titleOf, withoutBrackets } from '../row-nouns';
import { groupSentences, moneySentence } from './group-sentence';

/** More rows without figures than this are not named one by one. */
const MOST_ROWS = 8;

export function resultsSection(context: NarrativeContext, section: string): readonly Paragraph[] {
  const scope = factOf(context, 'scope');
  if (figureOf(scope, 'units').value === 0) {
    const nothing: Phrase = [context.words.results.nothing];
    return [paragraph('results/scope', section, nothing, [{ kind: 'fact', fact: 'scope' }])];
  }
  return [
    scopeParagraph(context, section, scope),
    ...rowGroups(context.consolidation.form).flatMap((group) => groupParagraph(context, section, group)),
    ...silentParagraphs(context, section),
    ...waitingParagraph(context, section),
    ...doubtParagraph(context, section),
  ];
}

function factOf({ byId }: NarrativeContext, id: string): Fact {
  const fact = byId.get(id);
  if (fact === undefined) throw new Error(`there is no fact "${id}"`);
  return fact;
}

function scopeParagraph({ words, annexes }: NarrativeContext, section: string, scope: Fact): Paragraph {
  const figure = (name: string): ReturnType<typeof part> | null =>
    scope.figures.some((one) => one.name === name) ? part(scope, name) : null;
  const phrase = words.results.scope({
    units: part(scope, 'units'),
    listed: figure('listed'),
    asked: figure('asked'),
    others: figure('others'),
    annex: annexes.totals,
  });
  return paragraph('results/scope', section, phrase, factSources(phrase));
}

function groupParagraph(
  context: NarrativeContext,
  section: string,
  { head, rows }: { readonly head: Indicator; readonly rows: readonly Indicator[] },
): readonly Paragraph[] {
  const { words, annexes, consolidation } = context;
  const fact = factOf(context, `group:${head.id}`);
  if (figureOf(fact, 'reporting').value === 0) return [];
  const numbers = rows.map((row) => row.number).filter((number) => number !== '');
  const title = titleOf(head) + words.results.pointer(numbers.join(', '), annexes.totals);
  const phrase = ((): Phrase => {
    if (fact.units.length === 0) return words.results.none(titleOf(head), part(fact, 'reporting'));
    return isMoney(consolidation.form, head.id) ? moneySentence(context, head, fact) : groupSentences(context, rows, fact);
  })();
  return [paragraph(`results/${head.id}`, section, phrase, factSources(phrase), { title })];
}

/** Not reported and reported as zero are two things, and neither is a tồn tại by itself. */
function silentParagraphs(context: NarrativeContext, section: string): readonly Paragraph[] {
  const { byId, words, consolidation } = context;
  return (['unreported', 'zeroOnly'] as const).flatMap((kind): Paragraph[] => {
    const fact = byId.get(kind);
    const source = fact?.figures[0]?.source;
    if (fact === undefined || source?.kind !== 'rows') return [];
    const names = silentNames(consolidation.form, source.rows, words);
    const shown = names.slice(0, MOST_ROWS);
    const more = names.length - shown.length;
    const list: Phrase = [[...shown, ...(more === 0 ? [] : [words.results.moreRows(more, context.annexes.totals)])].join('; ')];
    const phrase = kind === 'unreported' ? words.results.silent(list) : words.results.zero(list);
    return [paragraph(`results/${kind}`, section, phrase, [{ kind: 'fact', fact: kind }])];
  });
}

/** Names of rows; a group of which every row is silent is named once. */
function silentNames(form: FormDefinition, rows: readonly string[], words: NarrativeContext['words']): readonly string[] {
  const silent = new Set(rows);
  const names: string[] = [];
  for (const { rows: heads } of rowGroups(form)) {
    for (const head of heads) {
      const below = form.indicators.filter((row) => row.parent === head.id);
      const items = below.length === 0 ? [head] : below;
      if (items.every((row) => silent.has(row.id))) names.push(named(head, words));
      else names.push(...items.filter((row) => silent.has(row.id)).map((row) => named(row, words)));
    }
  }
  return names;
}

function named(row: Indicator, words: NarrativeContext['words']): string {
  const text = `“${withoutBrackets(row.text)}”`;
  return row.number === '' ? text : `${text}${words.results.rowNumber(row.number)}`;
}

function waitingParagraph(context: NarrativeContext, section: string): readonly Paragraph[] {
  const fact = context.byId.get('waiting');
  if (fact === undefined) return [];
  const figures = { unreadable: part(fact, 'unreadable'), proposed: part(fact, 'proposed'), units: part(fact, 'units') };
  const phrase = context.words.results.waiting(figures, unitsInBrackets(context, fact.units));
  return [paragraph('results/waiting', section, phrase, factSources(phrase))];
}

/** Checks after which a figure is counted as it stands, although it is probably another. */
const DOUBTFUL = new Set(['persons-as-quantity', 'small-money', 'share-unusual']);
const MOST_DOUBTS = 5;

/** Figures that are in the totals and probably wrong: the clerk is asked, nobody is told. */
function doubtParagraph({ consolidation, words }: NarrativeContext, section: string): readonly Paragraph[] {
  const own = consolidation.contributors.flatMap(({ unit, form }) =>
    form.findings.flatMap((found) =>
      DOUBTFUL.has(found.code) && 'row' in found.params ? [`${unit.name} (${found.params.row})`] : [],
    ),
  );
  const across = consolidation.findings.flatMap((found) =>
    found.code === 'share-unusual' ? [`${found.params.office} (${found.params.row})`] : [],
  );
  const named = [...new Set([...own, ...across])];
  if (named.length === 0) return [];
  const shown = [...named.slice(0, MOST_DOUBTS), ...(named.length > MOST_DOUBTS ? [words.etc] : [])];
  return [prompt('results/doubt', section, words.doubt(shown.join('; ')))];
}
