/** Cuts a formula into the pieces that matter when sheets, rows, tables or names change. No meaning is given here. */

export interface Token {
  readonly kind:
    | 'text'
    | 'number'
    | 'boolean'
    | 'error'
    | 'reference'
    | 'structured'
    | 'name'
    | 'function'
    | 'operator'
    | 'postfix'
    | 'open'
    | 'close'
    | 'comma'
    | 'array'
    | 'space';
  readonly text: string;
  /** Of a reference or name: the sheet before "!", unquoted; null when there is none. */
  readonly sheet: string | null;
  /** The text without the sheet. */
  readonly body: string;
}

const SHEET = String.raw`(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!`;
const CELL = String.raw`\$?[A-Za-z]{1,3}\$?[1-9][0-9]{0,6}`;
const END = String.raw`(?![\p{L}\p{N}_.(\[])`;
const REFERENCE = new RegExp(
  String.raw`(${SHEET})?(${CELL}(?::${CELL})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?[1-9][0-9]{0,6}:\$?[1-9][0-9]{0,6}|#REF!)${END}`,
  'uy',
);
const WORD = new RegExp(String.raw`(${SHEET})?([\p{L}_\\][\p{L}\p{N}_.\\?]*)`, 'uy');
const TEXT = /"(?:[^"]|"")*"/y;
const NUMBER = /(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?/y;
const ERROR = /#(?:DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!)/iy;
const OPERATOR = /<>|<=|>=|[=<>+\-*/^&:@]/y;
const SPACE = /\s+/y;

const unquote = (prefix: string | undefined): string | null => {
  if (prefix === undefined) return null;
  const name = prefix.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
};

/** The end of a "[…]" that starts at `start` (brackets nest, ' escapes), or -1. */
function bracketEnd(text: string, start: number): number {
  let depth = 0;
  for (let i = start; i < text.length; i += 1) {
    const letter = text[i];
    if (letter === "'") i += 1;
    else if (letter === '[') depth += 1;
    else if (letter === ']' && --depth === 0) return i + 1;
  }
  return -1;
}

const plain = (kind: Token['kind'], text: string): Token => ({ kind, text, sheet: null, body: text });

/** The tokens of a formula (with or without "="), or null where it cannot be cut. */
export function tokenize(formula: string): Token[] | null {
  const text = formula.startsWith('=') ? formula.slice(1) : formula;
  const tokens: Token[] = [];
  const at = (pattern: RegExp, from: number): RegExpExecArray | null => {
    pattern.lastIndex = from;
    return pattern.exec(text);
  };
  let place = 0;
  while (place < text.length) {
    const token = next(text, place, at, tokens.at(-1));
    if (token === null) return null;
    tokens.push(token);
    place += token.text.length;
  }
  return tokens;
}

function next(
  text: string,
  place: number,
  at: (pattern: RegExp, from: number) => RegExpExecArray | null,
  previous: Token | undefined,
): Token | null {
  const letter = text[place] ?? '';
  const space = at(SPACE, place);
  if (space !== null) return plain('space', space[0]);
  if (letter === '"') {
    const match = at(TEXT, place);
    return match === null ? null : plain('text', match[0]);
  }
  if (letter === '{') {
    const end = text.indexOf('}', place);
    return end < 0 ? null : plain('array', text.slice(place, end + 1));
  }
  if (letter === '[') {
    const end = bracketEnd(text, place);
    return end < 0 ? null : plain('structured', text.slice(place, end));
  }
  const reference = at(REFERENCE, place);
  if (reference?.[2] !== undefined) {
    return { kind: 'reference', text: reference[0], sheet: unquote(reference[1]), body: reference[2] };
  }
  const error = at(ERROR, place);
  if (error !== null) return plain('error', error[0]);
  const word = at(WORD, place);
  if (word?.[2] !== undefined) return wordToken(text, place, word);
  const number = at(NUMBER, place);
  if (number !== null) return plain('number', number[0]);
  if (letter === '(') return plain('open', letter);
  if (letter === ')') return plain('close', letter);
  if (letter === ',' || letter === ';') return plain('comma', letter);
  if (letter === '%' || (letter === '#' && previous?.kind === 'reference')) return plain('postfix', letter);
  const operator = at(OPERATOR, place);
  return operator === null ? null : plain('operator', operator[0]);
}

function wordToken(text: string, place: number, word: RegExpExecArray): Token | null {
  const body = word[2] ?? '';
  const after = place + word[0].length;
  if (text[after] === '[') {
    const end = bracketEnd(text, after);
    return end < 0 ? null : plain('structured', text.slice(place, end));
  }
  if (text[after] === '(') return { kind: 'function', text: word[0], sheet: unquote(word[1]), body };
  if (/^(?:true|false)$/i.test(body)) return plain('boolean', word[0]);
  return { kind: 'name', text: word[0], sheet: unquote(word[1]), body };
}

export const joinTokens = (tokens: readonly Token[]): string => `=${tokens.map((token) => token.text).join('')}`;

/** True when the formula is well formed as far as brackets, operands and operators go; Excel refuses it otherwise. */
export function isWellFormed(formula: string): boolean {
  const tokens = tokenize(formula);
  if (tokens === null || tokens.length === 0) return false;
  const stack: boolean[] = [];
  let expectOperand = true;
  let afterFunction = false;
  let spaced = false;
  for (const token of tokens) {
    if (token.kind === 'space') {
      spaced = true;
      continue;
    }
    const step = advance(token, { expectOperand, afterFunction, inCall: stack.at(-1) === true, spaced });
    if (step === null) return false;
    if (token.kind === 'open') stack.push(afterFunction);
    if (token.kind === 'close' && stack.pop() === undefined) return false;
    afterFunction = token.kind === 'function';
    expectOperand = step;
    spaced = false;
  }
  return stack.length === 0 && !expectOperand;
}

interface Situation {
  readonly expectOperand: boolean;
  readonly afterFunction: boolean;
  readonly inCall: boolean;
  readonly spaced: boolean;
}

/** Whether an operand is expected after this token; null when the token cannot stand here. */
function advance(token: Token, now: Situation): boolean | null {
  if (now.afterFunction) return token.kind === 'open' ? true : null;
  switch (token.kind) {
    case 'open':
    case 'function':
      return now.expectOperand ? true : null;
    case 'close':
      return now.expectOperand && !now.inCall ? null : false;
    case 'comma':
      return true;
    case 'operator':
      if (now.expectOperand) return /^[+\-@]$/.test(token.text) ? true : null;
      return true;
    case 'postfix':
      return now.expectOperand ? null : false;
    default:
      // Two references side by side with a space between are an intersection.
      if (!now.expectOperand && !now.spaced) return null;
      if (!now.expectOperand && !['reference', 'structured', 'name'].includes(token.kind)) return null;
      return false;
  }
}
