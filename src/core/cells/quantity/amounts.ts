/** The amounts a text names: each a number with the words around it. Tokens in, amounts out; no judgement yet. */
import type { FieldNature } from '../../forms/definition';
import type { OwnWord, Token } from './tokens';
import type { Entry } from './vocabulary';

/** What a counted word stands for in the row at hand. */
export type Counted = 'thing' | 'person' | 'money' | 'other';

export interface Amount {
  value: number;
  /** The reading takes a liberty: a word like "khoảng", number words, a comma for thousands. */
  why: 'approximate' | 'words' | 'comma' | null;
  /** "1.25": see `readFraction`. */
  pointed: boolean;
  scaled: boolean;
  counted: Counted[];
  /** Words after it that nobody knows. */
  loose: boolean;
  /** The signs and joining words between it and the amount before. */
  before: string[];
}

/** Why a text as a whole cannot be taken, as soon as one token says so. */
export type Refused = 'text' | 'product' | 'negative';

export interface Amounts {
  readonly amounts: readonly Amount[];
  readonly refused: Refused | null;
  /** A counted word before the first figure: "Lớp: 12". */
  readonly leading: Counted | null;
}

const MULTIPLY = new Set(['×', '*', '✕', '∙']);
const HARMLESS = new Set('.,;:/\\()[]&+-–—•"\'“”’!=\n');
/** Signs that leave a figure open when nothing follows: "200+", "12/", "12-", a footnote's star. */
const DANGLING = new Set('+/\\-–—*');
/** Signs that may stand before the first figure. */
const LEADING = new Set('([:•"\'“”’=+\n');
const APPROXIMATE = new Set(['~', '≈', '>', '≥', '±', '≃']);

/** Words that make of figures a range, a difference or a plan. */
const CONTRARY = /^(?:đến|tới|hoặc|den|toi|hoac|chưa|không|giảm|tăng|thiếu|hủy|huỷ|hoãn|dự|kế|còn)$/iu;

/** Multipliers that mean one only beside money: elsewhere "3 tr" may be three schools. */
const ABBREVIATED = /^(?:k|tr|trđ|trd|ngđ|nđ|củ|cu)$/iu;

const RANK = { comma: 1, words: 2, approximate: 3 } as const;

function weaker(a: Amount['why'], b: Amount['why']): Amount['why'] {
  if (a === null || b === null) return a ?? b;
  return RANK[a] >= RANK[b] ? a : b;
}

export function countedBy(entry: Entry | null, own: OwnWord | null, nature: FieldNature): Counted | null {
  if (own === 'unit') return nature === 'persons' ? 'person' : nature === 'money' ? 'money' : 'thing';
  if (own !== null) return own;
  if (entry === null) return null;
  if (entry.roles.has('thing')) return 'other';
  if (entry.roles.has('person')) return 'person';
  return entry.roles.has('money') ? 'money' : null;
}

/** Collects the amounts. `isOwnGroup` says whether a thing word is of a group that the row's unit (or its pair) accepts. */
export function collectAmounts(tokens: readonly Token[], nature: FieldNature, isOwnGroup: (entry: Entry) => boolean): Amounts {
  const amounts: Amount[] = [];
  let leading: Counted | null = null;
  let pending: Amount['why'] = null;
  let between: string[] = [];
  let refused: Refused | null = null;
  const refuse = (why: Refused): void => {
    if (refused === null || why === 'product') refused = why;
  };

  tokens.forEach((token, at) => {
    const last = amounts.at(-1);
    const next = tokens[at + 1];
    const previous = tokens[at - 1];
    if (token.kind === 'broken') return refuse('text');
    if (token.kind === 'number') {
      if (last !== undefined && token.glued && previous?.kind === 'word' && addGlued(last, token.digits)) return;
      amounts.push({
        value: token.value,
        why: weaker(pending, token.why),
        pointed: token.pointed,
        scaled: false,
        counted: [],
        loose: false,
        before: between,
      });
      pending = null;
      between = [];
      return;
    }
    if (token.kind === 'sign') {
      const { sign } = token;
      if (MULTIPLY.has(sign) && last !== undefined && next !== undefined) return refuse('product');
      if (APPROXIMATE.has(sign) && next !== undefined && last === undefined) pending = 'approximate';
      else if (DANGLING.has(sign) && next === undefined && last !== undefined) last.why = 'approximate';
      else if (sign === '?' && last !== undefined) last.why = 'approximate';
      else if (sign === '-' && last === undefined && next?.kind === 'number') refuse('negative');
      else if (last === undefined ? LEADING.has(sign) : HARMLESS.has(sign)) between.push(sign);
      else refuse('text');
      return;
    }
    const { entry, own, text } = token;
    if (/^[xX]$/.test(text) && last !== undefined && next !== undefined) return refuse('product');
    if (entry?.roles.has('each') === true) return refuse('product');
    if (last !== undefined && (nature === 'money' || !ABBREVIATED.test(text)) && applyScale(last, entry, text, previous)) return;
    let counted = countedBy(entry, own, nature);
    if (counted === 'other' && entry !== null && isOwnGroup(entry)) counted = 'thing';
    if (counted !== null) {
      if (last === undefined) {
        // "Lớp: 12" counts classes; "Lớp 5" may name one.
        leading ??= counted;
        if (next?.kind === 'number' && counted !== 'money') pending = 'approximate';
      } else if (last.loose) return;
      else if (counted === 'other' && between.includes('/') && nature !== 'money') last.loose = true;
      else if (nature === 'money' && counted !== 'money' && between.includes('/')) refuse('product');
      else if (nature === 'money' && last.counted.includes('money') && counted !== 'money') last.loose = true;
      else if (between.length > 0 && last.counted.length > 0 && next?.kind === 'number') between.push(text);
      else last.counted.push(counted);
      return;
    }
    const roles = entry?.roles;
    if (roles?.has('approximate') === true && (last === undefined || next?.kind === 'number')) pending = 'approximate';
    else if (roles?.has('approximate') === true && last !== undefined && next === undefined) last.why = 'approximate';
    else if (last === undefined && roles?.has('leading') === true) return;
    else if (last !== undefined && next !== undefined && roles?.has('joining') === true) between.push(text);
    else if (last !== undefined && last.counted.length > 0 && roles?.has('following') === true) return;
    else if (last !== undefined && roles?.has('following') === true) last.why = weaker(last.why, 'approximate');
    else if (last === undefined || CONTRARY.test(text)) refuse('text');
    else last.loose = true;
  });
  return { amounts: mergeScaled(amounts), refused, leading };
}

/** "5tr5" is 5,5 triệu: figures glued to a multiplier are its decimals. */
function addGlued(last: Amount, digits: string | null): boolean {
  if (!last.scaled || digits === null || !/^\d{1,3}$/.test(digits) || last.counted.length > 0) return false;
  const scale = scaleOf(last);
  if (scale === null) return false;
  last.value += (Number(digits) * scale) / 10 ** digits.length;
  last.why = weaker(last.why, 'words');
  return true;
}

const SCALES = new WeakMap<Amount, number>();

function scaleOf(amount: Amount): number | null {
  return SCALES.get(amount) ?? null;
}

/** Multiplies by "triệu", "nghìn" …; "rưỡi" after one adds its half. True when the word was one of these. */
function applyScale(last: Amount, entry: Entry | null, text: string, previous: Token | undefined): boolean {
  const scale = scaleOf(last);
  if (/^(?:rưỡi|ruoi)$/iu.test(text) && scale !== null) {
    last.value += scale / 2;
    return true;
  }
  if (entry?.scale == null || last.counted.length > 0 || last.loose) return false;
  if (previous?.kind !== 'number' && !(previous?.kind === 'word' && previous.entry?.scale != null)) return false;
  last.value = Number((last.value * entry.scale).toPrecision(15));
  last.scaled = true;
  SCALES.set(last, (scale ?? 1) * entry.scale);
  if (entry.roles.has('money')) last.counted.push('money');
  return true;
}

/** "10 triệu 500 nghìn" is one amount: descending multipliers with nothing between. */
function mergeScaled(amounts: readonly Amount[]): Amount[] {
  const merged: Amount[] = [];
  for (const amount of amounts) {
    const last = merged.at(-1);
    const [high, low] = [last === undefined ? null : scaleOf(last), scaleOf(amount)];
    const joins = last !== undefined && high !== null && low !== null && low < high && amount.value < high;
    if (joins && amount.before.length === 0 && last.counted.length === 0 && !last.loose) {
      last.value += amount.value;
      last.why = weaker(last.why, amount.why);
      last.counted = amount.counted;
      last.loose = amount.loose;
      SCALES.set(last, low);
    } else merged.push(amount);
  }
  return merged;
}
