/** The sentences of one group of rows: totals with what they consist of, lists of quantities, money by source. */
import { childrenOf, type FormDefinition, type Indicator, type IndicatorField } from '../../forms/definition';
import { figureOf, hasFigure, type Fact } from '../facts/fact';
import { part, type NarrativeContext } from '../context';
import { joinPhrases, type FigurePart, type Phrase } from '../narrative';
import { isAttendance, nounOf, titleOf } from '../row-nouns';

/** More parts than this, and only the largest are told; the others stand in the annex. */
const MOST_PARTS = 6;

/** One sentence per row of the group that somebody did. */
export function groupSentences(context: NarrativeContext, rows: readonly Indicator[], group: Fact): Phrase {
  const { form } = context.consolidation;
  const sentences = rows.flatMap((row): Phrase[] => {
    const children = childrenOf(form, row.id);
    const own = context.byId.get(`row:${row.id}`);
    const totals = children.length === 0 ? [] : totalParts(context, row, own, group);
    if (totals.length > 0) return [totalSentence(context, row, own ?? group, totals)];
    const listed =
      children.length === 0 ? rowQuantities(context, row) : children.flatMap((child) => rowQuantities(context, child));
    return listed.length === 0 ? [] : [listSentence(context, row, own ?? group, listed)];
  });
  return joinPhrases(sentences, ' ');
}

interface TotalPart {
  readonly measure: string;
  readonly figure: FigurePart;
  readonly field: IndicatorField;
  readonly attendance: boolean;
}

/** Totals above children: the row's own, and sums that the form does not print but says are all there is. */
function totalParts(
  { consolidation }: NarrativeContext,
  row: Indicator,
  own: Fact | undefined,
  group: Fact,
): readonly TotalPart[] {
  const { form } = consolidation;
  return form.measures.flatMap(({ id: measure }): TotalPart[] => {
    const source =
      own !== undefined && hasFigure(own, measure) ? own : group.row === row.id && hasFigure(group, measure) ? group : null;
    if (source === null || figureOf(source, measure).value === 0) return [];
    const declaring = [row, ...childrenOf(form, row.id)].find((one) => one.fields.some((field) => field.measure === measure));
    const field = declaring?.fields.find((one) => one.measure === measure);
    if (declaring === undefined || field === undefined) return [];
    return [{ measure, figure: part(source, measure), field, attendance: isAttendance(form, declaring, field) }];
  });
}

function totalSentence(context: NarrativeContext, row: Indicator, fact: Fact, totals: readonly TotalPart[]): Phrase {
  const { words, consolidation, byId } = context;
  const { results } = words;
  const spoken = totals.map(({ figure, field, attendance }) =>
    attendance ? results.attendances(figure) : results.quantity(figure, field.unit),
  );
  const scope = byId.get('scope');
  const single = consolidation.contributors.length === 1 || scope === undefined;
  const activity = row.wording?.activity ?? results.activity(titleOf(row));
  return [
    ...results.doing(activity, part(fact, 'doing'), single ? null : part(scope, 'units')),
    ...results.totals(joinPhrases(spoken, ', ', words.and)),
    ...partsOf(context, row, totals[0]),
    '.',
  ];
}

function partsOf(context: NarrativeContext, row: Indicator, total: TotalPart | undefined): Phrase {
  const { byId, words, annexes, consolidation } = context;
  const parts = childrenOf(consolidation.form, row.id).flatMap((child) => {
    const quantities = rowQuantities(context, child);
    const fact = byId.get(`row:${child.id}`);
    const size =
      total === undefined || fact === undefined || !hasFigure(fact, total.measure) ? 0 : figureOf(fact, total.measure).value;
    return quantities.length === 0 ? [] : [{ phrase: joinPhrases(quantities, ', ', words.and), size }];
  });
  if (parts.length === 0) return [];
  const complete = total !== undefined && parts.reduce((sum, one) => sum + one.size, 0) === total.figure.value;
  if (parts.length <= MOST_PARTS) {
    const all = joinPhrases(
      parts.map((one) => one.phrase),
      '; ',
    );
    return complete ? words.results.consistsOf(all) : words.results.amongThem(all);
  }
  const largest = new Set([...parts].sort((a, b) => b.size - a.size).slice(0, MOST_PARTS - 1));
  const shown = parts.filter((one) => largest.has(one)).map((one) => one.phrase);
  return words.results.amongThem(joinPhrases([...shown, [words.results.otherParts(annexes.totals)]], '; '));
}

/** The quantities of one row, none where nothing above zero was reported. Attendances follow what was attended. */
function rowQuantities({ byId, words, consolidation }: NarrativeContext, row: Indicator): readonly Phrase[] {
  const fact = byId.get(`row:${row.id}`);
  if (fact === undefined) return [];
  const { form } = consolidation;
  const reported = row.fields.flatMap((field) => {
    if (!hasFigure(fact, field.measure) || figureOf(fact, field.measure).value === 0) return [];
    return [{ field, figure: part(fact, field.measure), attendance: isAttendance(form, row, field) }];
  });
  const things = reported.filter((one) => !one.attendance);
  const attendances = reported.filter((one) => one.attendance);
  if (things.length === 0) {
    return attendances.map(({ figure }) => [...words.results.attendances(figure), ` ${nounOf(row, firstThing(form, row))}`]);
  }
  const spoken = things.map(({ figure, field }) => words.results.quantity(figure, nounOf(row, field)));
  const [only] = attendances;
  if (only === undefined) return spoken;
  const last = spoken.at(-1) ?? [];
  const follow = row.parent === null ? words.results.attended(only.figure) : words.results.attendedBrackets(only.figure);
  return [...spoken.slice(0, -1), [...last, ...follow]];
}

function firstThing(form: FormDefinition, row: Indicator): IndicatorField {
  const field = row.fields.find((one) => !isAttendance(form, row, one)) ?? row.fields[0];
  if (field === undefined) throw new Error(`row ${row.id} asks for nothing`);
  return field;
}

function listSentence(context: NarrativeContext, row: Indicator, fact: Fact, listed: readonly Phrase[]): Phrase {
  const { words, consolidation, byId } = context;
  const single = consolidation.contributors.length === 1;
  const opening = (row.wording?.opening ?? words.results.opening(titleOf(row))).replaceAll('{units}', words.units(single));
  const closing = row.wording?.closing === undefined ? [] : [` ${row.wording.closing}`];
  const scope = byId.get('scope');
  const reporters = single || scope === undefined ? ['.'] : words.results.reporters(part(fact, 'doing'), part(scope, 'units'));
  return [`${opening} `, ...joinPhrases(listed, ', ', words.and), ...closing, ...reporters];
}

/** All money, its sources with their shares, and how many units reported any. */
export function moneySentence(context: NarrativeContext, head: Indicator, group: Fact): Phrase {
  const { words, consolidation, byId } = context;
  const { money } = words.results;
  const fact = byId.get(`money:${head.id}`);
  if (fact === undefined) return groupSentences(context, [head], group);
  const { unit } = figureOf(fact, 'sum');
  const sources = childrenOf(consolidation.form, head.id).flatMap((child) => {
    const [field] = child.fields;
    if (field === undefined || !hasFigure(fact, child.id) || figureOf(fact, child.id).value === 0) return [];
    return [{ id: child.id, noun: nounOf(child, field) }];
  });
  const [first] = sources;
  const opening = head.wording?.opening ?? words.results.opening(titleOf(head));
  const parts: Phrase =
    sources.length === 1 && first !== undefined
      ? money.single(first.noun)
      : words.results.consistsOf(
          joinPhrases(
            sources.map(({ id, noun }): Phrase => money.part(noun, part(fact, id), unit, part(fact, `${id}%`))),
            '; ',
          ),
        );
  const scope = byId.get('scope');
  const single = consolidation.contributors.length === 1 || scope === undefined;
  return [
    `${opening} `,
    ...money.sum(part(fact, 'sum'), unit),
    ...parts,
    ...(single ? ['.'] : money.reporters(part(group, 'doing'), part(scope, 'units'))),
  ];
}
