/**
 * A unit's words against its own figures: "tổ chức 15 lớp …" where its table says 12. Said only where the words name one
 * row clearly; what could mean several rows is left alone.
 */
import { foldText, foldTokens } from '../../cells/fold';
import { finding, type Finding } from '../../findings';
import { fieldsOf, type Field, type FormDefinition } from '../../forms/definition';
import type { FilledForm } from '../../forms/filled-form';
import { figuresIn, rollUp } from '../../forms/roll-up';
import { rowName } from '../../forms/row-drafts';
import { isAttendance, nounOf, withoutBrackets } from '../row-nouns';
import type { Passage, UnitTexts } from './unit-texts';

/** How much of what the words name must belong to a row, by the weight of the words. */
const BELONGS = 0.8;
/** By how much more of the row must be named than of the next one. */
const CLEARER = 0.1;
/** A passage is looked at as far as this; what stands behind a number, as far as that. */
const LONGEST = 1_000;
const REACH = 140;
/** Findings about one unit's words; more would only repeat that they cannot be right. */
const MOST_FINDINGS = 100;

interface RowWords {
  readonly field: Field;
  readonly units: readonly string[];
  readonly words: ReadonlySet<string>;
}

interface FormWords {
  readonly rows: readonly RowWords[];
  readonly weight: ReadonlyMap<string, number>;
}

const known = new WeakMap<FormDefinition, FormWords>();

export function checkTexts(form: FormDefinition, filled: FilledForm, texts: UnitTexts): readonly Finding[] {
  const words = known.get(form) ?? wordsOf(form);
  known.set(form, words);
  const counted = rollUp(form, figuresIn(form, filled.lines));
  const valueOf = (field: Field): number | 'waiting' | null => {
    const reading = filled.lines.find((line) => line.indicator === field.indicator.id)?.readings[field.measure.id];
    if (reading?.state === 'proposed' || reading?.state === 'unreadable') return 'waiting';
    return counted.valueOf(field.key);
  };
  const found = texts.passages.flatMap((passage) => [
    ...contradictions(words, passage, valueOf),
    ...denials(words, passage, valueOf),
  ]);
  return found.slice(0, MOST_FINDINGS);
}

function wordsOf(form: FormDefinition): FormWords {
  const rows = fieldsOf(form).map((field): RowWords => {
    const { indicator } = field;
    const declared = indicator.fields.find((one) => one.measure === field.measure.id);
    const noun = declared === undefined ? '' : nounOf(indicator, declared);
    const units = field.unit.split('/').map(foldText);
    const attended = declared !== undefined && isAttendance(form, indicator, declared);
    return {
      field,
      units: field.nature === 'persons' ? [...units, 'nguoi', ...(attended ? ['luot nguoi'] : [])] : units,
      words: new Set(tellingWords(`${withoutBrackets(indicator.text)} ${noun} ${indicator.wording?.title ?? ''}`)),
    };
  });
  const counts = new Map<string, number>();
  const indicators = new Map(rows.map((row) => [row.field.indicator.id, row.words]));
  for (const own of indicators.values()) for (const word of own) counts.set(word, (counts.get(word) ?? 0) + 1);
  const weight = new Map([...counts].map(([word, count]) => [word, Math.log((indicators.size + 1) / count)]));
  return { rows, weight };
}

/** Words that only join, or that every report uses. */
const JOINING = new Set(
  'va cac cho cua tai ve trong tuan le duoc da so voi tham gia co la tu den theo nhung mot to chuc hoat dong don vi'.split(' '),
);

function tellingWords(text: string): string[] {
  return foldTokens(text).filter((word) => !JOINING.has(word) && !/^\d/.test(word));
}

interface SaidQuantity {
  readonly value: number;
  readonly unit: string;
  /** Telling words behind the number (or before it, where nothing stands behind). */
  readonly words: readonly string[];
  readonly quote: string;
}

const NUMBER = /(?<![\d/.,])(\d{1,3}(?:\.\d{3})+|\d{1,9})(?![\d/]|[.,]\d)/g;
const SCALES: Readonly<Record<string, number>> = { nghin: 1e3, ngan: 1e3, trieu: 1e6, ty: 1e9, ti: 1e9 };

/** The quantities a passage names, with the words around each. */
function quantitiesOf(text: string): readonly SaidQuantity[] {
  const matches = [...text.matchAll(NUMBER)].slice(0, 40);
  return matches.flatMap((match, index): SaidQuantity[] => {
    const end = match.index + match[0].length;
    const next = matches[index + 1]?.index ?? text.length;
    const after = foldTokens(clauseStart(text.slice(end, Math.min(next, end + REACH))));
    const scale = SCALES[after[0] ?? ''];
    const unitWords = scale === undefined ? after : after.slice(1);
    const unit = unitWords[0] === 'luot' && unitWords[1] === 'nguoi' ? 'luot nguoi' : unitWords.slice(0, 2).join(' ');
    const before = index === 0 ? clauseEnd(text.slice(Math.max(0, match.index - REACH), match.index)) : '';
    // The unit itself says nothing of the row.
    const behind = tellingWords(unitWords.slice(unit === 'luot nguoi' ? 2 : 1).join(' '));
    return [
      {
        value: Number(match[1]?.replaceAll('.', '')) * (scale ?? 1),
        unit,
        words: behind.length > 2 ? behind : [...tellingWords(before), ...behind],
        quote: text,
      },
    ];
  });
}

function clauseStart(text: string): string {
  const stop = text.search(/[.;\n)](?:\s|$)/u);
  return stop < 0 ? text : text.slice(0, stop);
}

function clauseEnd(text: string): string {
  return text.slice(Math.max(text.lastIndexOf('. '), text.lastIndexOf(';'), text.lastIndexOf('\n')) + 1);
}

type ValueOf = (field: Field) => number | 'waiting' | null;

function contradictions(words: FormWords, passage: Passage, valueOf: ValueOf): readonly Finding[] {
  let last: RowWords | null = null;
  const findings: Finding[] = [];
  for (const said of quantitiesOf(passage.text.slice(0, LONGEST))) {
    const named = rowOf(words, said.words, said.unit);
    // "… với 450 lượt người tham gia" goes on about the row that was named just before.
    const row: RowWords | null =
      named ??
      (last === null || said.words.some((word) => words.weight.has(word) && !last?.words.has(word))
        ? null
        : besideOf(words, last, said.unit));
    if (named !== null) last = named;
    if (row === null) continue;
    const reported = valueOf(row.field);
    if (reported === 'waiting' || reported === said.value || !Number.isSafeInteger(said.value)) continue;
    const about = { row: rowName(row.field.indicator), quote: passage.text, said: said.value, unit: row.field.unit };
    if (reported === null) {
      if (said.value > 0) findings.push(finding('text-beyond-figures', 'hint', passage.at, about));
    } else findings.push(finding('text-contradicts-figures', 'warning', passage.at, { ...about, reported }));
  }
  return findings;
}

/** The field of the same row that counts in that unit. */
function besideOf(words: FormWords, row: RowWords, unit: string): RowWords | null {
  return words.rows.find((one) => one.field.indicator.id === row.field.indicator.id && fitsUnit(one, unit)) ?? null;
}

function fitsUnit(row: RowWords, unit: string): boolean {
  return row.units.some((one) => unit === one || unit.startsWith(`${one} `));
}

/** The one row the words name, among those that count in that unit (null: in any); null where none or several are meant. */
function rowOf({ rows, weight }: FormWords, said: readonly string[], unit: string | null): RowWords | null {
  const telling = [...new Set(said)].filter((word) => weight.has(word));
  const all = telling.reduce((sum, word) => sum + (weight.get(word) ?? 0), 0);
  if (telling.length < 2) return null;
  const fitting = rows.flatMap((row) => {
    if (unit !== null && !fitsUnit(row, unit)) return [];
    const common = telling.filter((word) => row.words.has(word));
    const share = common.reduce((sum, word) => sum + (weight.get(word) ?? 0), 0) / all;
    return share < BELONGS ? [] : [{ row, named: common.length / row.words.size, share }];
  });
  const [best, second] = fitting.sort((a, b) => b.share - a.share || b.named - a.named);
  if (best === undefined) return null;
  if (second !== undefined && second.row.field.indicator.id !== best.row.field.indicator.id) {
    if (best.share - second.share < CLEARER && best.named - second.named < CLEARER) return null;
  }
  return best.row;
}

const DENIAL = /(?:không|chưa)\s+(?:tổ chức|có|thực hiện|triển khai|phát sinh|huy động)(?:\s+được)?\s+([^.;\n]{3,140})/giu;
/** What denies only the measure of a thing, not the thing. */
const MEASURED = new Set([
  'nhieu',
  'du',
  'thuong',
  'dong',
  'deu',
  'cao',
  'tot',
  'hieu',
  'kip',
  'day',
  'sau',
  'rong',
  'phong',
  'da',
]);

function denials(words: FormWords, passage: Passage, valueOf: ValueOf): readonly Finding[] {
  return [...passage.text.slice(0, LONGEST).matchAll(DENIAL)].slice(0, 10).flatMap((match): Finding[] => {
    const said = tellingWords(match[1] ?? '');
    if (said.length < 2 || MEASURED.has(said[0] ?? '') || !said.every((word) => words.weight.has(word))) return [];
    const row = rowOf(words, said, null);
    const reported = row === null ? null : valueOf(row.field);
    if (row === null || reported === null || reported === 'waiting' || reported === 0) return [];
    const params = { row: rowName(row.field.indicator), quote: passage.text, reported, unit: row.field.unit };
    return [finding('text-denies-figures', 'warning', passage.at, params)];
  });
}
