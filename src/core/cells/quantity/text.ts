/** A text cell as a quantity: from the plainest reading to the refusal. */
import { normalizeText } from '../normalize';
import { plainSigns } from '../number-text';
import { isPlaceholder } from '../placeholder';
import { parseVietnameseDate } from '../vietnamese-dates';
import { collectAmounts, type Amount, type Amounts, type Counted } from './amounts';
import { MARK_WORDS, ZERO_WORDS } from './lexicon';
import { LARGEST, readFraction, unreadable, wholeNumber } from './numbers';
import type { QuantityContext, QuantityReading } from './reading';
import { tokenize, type RowWords } from './tokens';
import { isOneOf, unitWords, type Entry } from './vocabulary';

/** A longer text in a quantity cell is prose, whatever figures it holds. */
const LONGEST = 300;

/** Reads the text of a quantity cell; see `readQuantity`. */
export function readTextQuantity(raw: string, context: QuantityContext): QuantityReading {
  if (isPlaceholder(raw)) return { state: 'absent' };
  const trimmed = raw.trim();
  if (trimmed.length > LONGEST) return unreadable('text');
  const text = plainLines(trimmed);
  if (text === '') return { state: 'absent' };
  const bare = text.replace(/[\s.,;:!]+$/u, '').replace(/^['’]/, '');
  if (/^[-\u2010-\u2015]$/.test(bare)) return zero();
  if (saysZero(bare, context)) return zero();
  if (isMark(bare)) return context.yesNo ? { state: 'proposed', value: 1, why: 'mark' } : unreadable('mark');
  if (/^#[A-Z/0!?]+$/i.test(trimmed)) return unreadable('error');
  return readWithRemarks(zeroInPair(bare, context), raw, context);
}

/** What a form prints to write on: "……12……". */
const DOTTED = /\.{2,}|[\u2025\u2026\u22EF_]+/g;

/** Plain signs and spaces; lines stay apart, and so does what stands between the dots of a dotted line. */
function plainLines(text: string): string {
  return normalizeText(text)
    .replaceAll('₫', 'đ')
    .replace(DOTTED, '\n')
    .split('\n')
    .map(plainSigns)
    .filter((line) => line !== '')
    .join('\n');
}

function zero(): QuantityReading {
  return { state: 'certain', value: 0, reworded: true, saysNature: null };
}

/** "không", "không có", and "không" before what the row counts: "không có lớp nào". */
function saysZero(text: string, context: QuantityContext): boolean {
  if (isOneOf(ZERO_WORDS, text)) return true;
  const match = /^(?:không có|không|khong co|khong|ko có|ko co|ko) (.{1,30}?)(?: nào| nao)?$/iu.exec(text);
  const counted = match?.[1];
  if (counted === undefined) return false;
  const first = tokenize(counted, rowWords(context));
  return first.length === 1 && first[0]?.kind === 'word' && (first[0].own !== null || isCounted(first[0].entry, context));
}

function isCounted(entry: Entry | null, context: QuantityContext): boolean {
  return entry !== null && (entry.roles.has('person') || acceptsGroup(context)(entry));
}

function isMark(text: string): boolean {
  return /^[([]?\s?(?:[xX×vV√✓✔☑☒✗✘+*]|x{2,3}|X{2,3})\s?[)\]]?$/.test(text) || isOneOf(MARK_WORDS, text);
}

function rowWords(context: QuantityContext): RowWords {
  return {
    unit: unitWords(context.unit),
    thing: context.pair === null ? null : unitWords(context.pair.thing),
    person: context.pair === null ? null : unitWords(context.pair.person),
  };
}

function acceptsGroup(context: QuantityContext): (entry: Entry) => boolean {
  const groups = [unitWords(context.unit).groups, ...(context.pair === null ? [] : [unitWords(context.pair.thing).groups])];
  return (entry) => entry.group !== null && groups.some((accepted) => entry.group !== null && accepted.has(entry.group));
}

/**
 * Bracketed remarks. The text is first read with the words in brackets as part of it ("12 (lớp)", "15 lớp (450
 * người)"), then without them; what a remark leaves in doubt is only proposed.
 */
function readWithRemarks(text: string, raw: string, context: QuantityContext): QuantityReading {
  const { outside, inside } = splitBrackets(text);
  const part = /^(.+?)[\s,;:.-]+(?:trong đó|trong do|riêng|bao gồm|gồm có)(?![\p{L}\p{M}])/iu.exec(outside)?.[1];
  if (part !== undefined) {
    const whole = readPlain(part, raw, context);
    return whole.state === 'certain' ? { state: 'proposed', value: whole.value, why: 'approximate' } : whole;
  }
  if (inside === null) return readPlain(text, raw, context);
  const inline = readPlain(
    text
      .replace(/[()[\]]/g, ' ')
      .replace(/ +/g, ' ')
      .trim(),
    raw,
    context,
  );
  if (inline.state === 'certain-pair' || inline.state === 'proposed-pair') return inline;
  if (inline.state === 'unreadable' && inline.why === 'product') return inline;
  if (inline.state === 'unreadable' && inline.why === 'other-unit' && isOneWord(inside, context)) return inline;
  if (outside === '') return unreadable('text');
  const without = readPlain(outside, raw, context);
  if (without.state !== 'certain') return without;
  if (/\p{N}/u.test(inside) || /(?:chưa|không|dự kiến|kế hoạch|hủy|huỷ|hoãn)/iu.test(inside)) {
    return { state: 'proposed', value: without.value, why: 'approximate' };
  }
  const spoken = readPlain(inside.trim(), raw, context);
  if (spoken.state === 'proposed' && spoken.why === 'words') {
    return spoken.value === without.value ? without : { state: 'proposed', value: without.value, why: 'approximate' };
  }
  // "5.000 (ĐVT: nghìn đồng)": the remark may multiply the figure, so neither reading can be offered.
  if (context.nature === 'money' && inline.state !== 'certain' && MULTIPLIER.test(inside)) return unreadable('text');
  return inline.state === 'certain' ? inline : without;
}

const MULTIPLIER = /(?:nghìn|ngàn|triệu|tỷ|tỉ|nghin|ngan|trieu)(?![\p{L}\p{M}])/iu;

/** The text outside round or square brackets, and what is inside them; null inside when there are none. */
function splitBrackets(text: string): {
  readonly outside: string;
  readonly inside: string | null;
} {
  let depth = 0;
  let outside = '';
  let inside: string | null = null;
  for (const letter of text) {
    if (letter === '(' || letter === '[') {
      depth += 1;
      inside = inside === null ? '' : `${inside} `;
    } else if (letter === ')' || letter === ']') depth = Math.max(0, depth - 1);
    else if (depth === 0) outside += letter;
    else inside = (inside ?? '') + letter;
  }
  return {
    outside: outside
      .replace(/ +/g, ' ')
      .replace(/[\s.,;:]+$/u, '')
      .trim(),
    inside,
  };
}

/** Whether a remark is nothing but one counted word: "12 (quyển)". */
function isOneWord(inside: string, context: QuantityContext): boolean {
  const tokens = tokenize(inside.trim(), rowWords(context));
  return tokens.length === 1 && tokens[0]?.kind === 'word' && tokens[0].entry !== null;
}

/** "15/-" and "-/450" in a row of two quantities: the dash is the accountant's zero. */
function zeroInPair(text: string, context: QuantityContext): string {
  if (context.pair === null) return text;
  return text.replace(/\/ ?[-\u2013\u2014]$/u, '/0').replace(/^[-\u2013\u2014] ?\//u, '0/');
}

function readPlain(text: string, raw: string, context: QuantityContext): QuantityReading {
  // "- 12 lớp" is a line of a list, "-12" and "- 12" are negative.
  const listed = /^- (?=\d.*\p{L})/u.test(text);
  const negative = !listed && /^(?:-|âm )\s?(?=\d)/iu.test(text);
  const unsigned = text.replace(listed ? /^- / : /^\+ ?(?=\d)/, '');
  const found = collectAmounts(tokenize(unsigned, rowWords(context)), context.nature, acceptsGroup(context));
  if (negative) return unreadable('negative');
  if (found.amounts.length === 0) return unreadable('text');
  if (found.refused === 'product') return unreadable('product');
  if (isDate(text, found)) return unreadable('date');
  if (found.refused !== null) return unreadable(found.refused);
  const [first, second] = found.amounts;
  if (first === undefined) return unreadable('text');
  if (second === undefined) {
    if (listed) first.why ??= 'approximate';
    return readSingle(first, found.leading, raw, context);
  }
  if (found.amounts.length === 2 && context.pair !== null) {
    const pair = readPair(first, second);
    if (pair !== null) return pair;
  }
  return readSeveral(found.amounts, context);
}

/** A calendar date: day, month and year, or the words "ngày … tháng …". */
function isDate(text: string, found: Amounts): boolean {
  const date = parseVietnameseDate(text);
  if (date === null || (date.year === null && !/tháng|^ngày/iu.test(text))) return false;
  return found.amounts.every((one) => one.counted.every((what) => what === 'other'));
}

/** What one amount counts: by its first counted word, else by the word before the figure. */
function whatCounts(amount: Amount, leading: Counted | null): Counted | null {
  return amount.counted[0] ?? leading;
}

function readSingle(amount: Amount, leading: Counted | null, raw: string, context: QuantityContext): QuantityReading {
  const counts = whatCounts(amount, leading);
  if (context.nature === 'money') {
    if (amount.counted.includes('money') && amount.counted.some((what) => what !== 'money')) return unreadable('product');
    if (counts !== null && counts !== 'money') return unreadable('other-unit');
  } else {
    if (counts === 'money' || counts === 'other') return unreadable('other-unit');
    if (context.nature === 'persons' && counts === 'thing' && context.pair === null) return unreadable('other-unit');
  }
  if (amount.loose && counts === null) return unreadable('text');
  const saysNature = counts === 'thing' ? 'things' : counts === 'person' ? 'persons' : counts === 'money' ? 'money' : null;
  let why = amount.why ?? (amount.loose ? 'approximate' : null);
  if (amount.scaled && context.nature !== 'money') why ??= 'words';
  return settle(amount, why, saysNature, raw, context);
}

/** The value checked as any number cell is: whole, not too large; then certain or proposed. */
function settle(
  amount: Amount,
  why: Amount['why'],
  saysNature: 'things' | 'persons' | 'money' | null,
  raw: string,
  context: QuantityContext,
): QuantityReading {
  if (amount.value > LARGEST) return unreadable('too-large');
  const whole = wholeNumber(amount.value);
  if (whole === null) {
    const fraction = readFraction(amount.value, context.nature);
    const typedComma = context.nature !== 'money' && !amount.pointed;
    return typedComma ? unreadable('fraction') : fraction;
  }
  if (why !== null) return { state: 'proposed', value: whole, why };
  return {
    state: 'certain',
    value: whole,
    reworded: raw !== String(whole),
    saysNature,
  };
}

const PAIR_SIGNS = new Set(['/', '\\', ';', ',', '\n']);

/** Two amounts where the row asks for two: by their words certain, by their order proposed; null for no pair. */
function readPair(first: Amount, second: Amount): QuantityReading | null {
  const a = first.counted[0] ?? null;
  const b = second.counted[0] ?? null;
  const swapped = a === 'person' || (a === null && b === 'thing');
  const [thing, person] = swapped ? [second, first] : [first, second];
  const [named, namedPerson] = swapped ? [b, a] : [a, b];
  if ((named !== null && named !== 'thing') || (namedPerson !== null && namedPerson !== 'person')) return null;
  if (a === null && b === 'thing') return null;
  // "350 người, 200 nữ": the second is a part of the first, unless a slash sets it apart.
  if (a === 'person' && b === null && !second.before.includes('/')) return null;
  const values = [wholeNumber(thing.value), wholeNumber(person.value)];
  const [count, people] = values;
  if (count === null || people === null || count === undefined || people === undefined) return null;
  if (Math.max(count, people) > LARGEST) return unreadable('too-large');
  const doubtful = first.why !== null || second.why !== null || first.loose || second.loose || first.scaled || second.scaled;
  if (named !== null && namedPerson !== null) {
    return doubtful
      ? { state: 'proposed-pair', thing: count, person: people, why: 'pair' }
      : { state: 'certain-pair', thing: count, person: people };
  }
  const signs = second.before.filter((sign) => !['(', ')', '"'].includes(sign));
  const apart = signs.length === 0 ? named !== null || namedPerson !== null : signs.every((sign) => PAIR_SIGNS.has(sign));
  return apart && (named !== null || namedPerson !== null || signs.some((sign) => sign !== ','))
    ? { state: 'proposed-pair', thing: count, person: people, why: 'pair' }
    : null;
}

const SUM_SIGNS = new Set([',', ';', '+', '/', '&', 'và', 'va', 'Và', '.', '\n']);

/**
 * Several amounts in a row that asks for one. "12 tin, 3 bài" is offered as their sum; "15 lớp/450 người" has one that
 * is asked for; a ratio, a range and everything else stay unread.
 */
function readSeveral(amounts: readonly Amount[], context: QuantityContext): QuantityReading {
  const own: Counted = context.nature === 'persons' ? 'person' : context.nature === 'money' ? 'money' : 'thing';
  const named = amounts.map((amount) => amount.counted[0] ?? null);
  if (own === 'money' && named.some((what) => what !== null && what !== 'money')) return unreadable('product');
  const values = amounts.map((amount) => wholeNumber(amount.value));
  const total = values.reduce<number | null>((sum, value) => (sum === null || value === null ? null : sum + value), 0);
  const joined = amounts.slice(1).every((amount) => amount.before.every((sign) => SUM_SIGNS.has(sign)));
  const added = amounts.slice(1).every((amount) => amount.before.length === 1 && amount.before[0] === '+');
  if (total !== null && total <= LARGEST && joined) {
    const counted = amounts.every((amount, at) => named[at] === own || (own === 'money' && amount.scaled));
    if (counted || (added && named.every((what) => what === null || what === own))) {
      return { state: 'proposed', value: total, why: 'sum' };
    }
  }
  const others: readonly (Counted | null)[] = own === 'thing' ? ['person'] : ['thing', 'other'];
  if (context.pair === null && amounts.length === 2 && named.includes(own) && named.some((what) => others.includes(what))) {
    const asked = amounts[named.indexOf(own)];
    if (asked !== undefined && asked.why === null && !asked.loose && !asked.scaled) return settle(asked, null, null, '', context);
  }
  return unreadable(named[0] === 'other' || named[0] === 'money' ? 'other-unit' : 'text');
}
