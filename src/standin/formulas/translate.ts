/** Turns a formula as Excel stores it into the plain A1 notation that the engine computes. */
import { formatRect, quoteSheetName, type Rect } from '../model/rect';
import { shiftRelative } from './references';
import { resolveStructured, type TableShape } from './structured';
import { joinTokens, tokenize, type Token } from './tokens';

/** What a formula's surroundings answer. */
export interface FormulaScope {
  readonly sheetName: string;
  readonly row: number;
  readonly column: number;
  /** The table that the cell stands in, for "[@x]". */
  readonly homeTable: TableShape | null;
  findTable(name: string): TableShape | null;
  /** A defined name's formula with "=", or null. */
  findName(name: string, sheet: string | null): string | null;
  hasSheet(name: string): boolean;
}

export interface Translation {
  readonly formula: string;
  /** True when the meaning hangs on tables or names, which may change. */
  readonly symbolic: boolean;
}

const MAX_DEPTH = 12;

const absolute = (sheet: string, rect: Rect): string => `${quoteSheetName(sheet)}!${formatRect(rect, '$')}`;

export function translateFormula(formula: string, scope: FormulaScope, depth = 0): Translation {
  const tokens = tokenize(formula);
  if (tokens === null) return { formula, symbolic: false };
  let symbolic = false;
  const next = tokens.map((token): Token => {
    switch (token.kind) {
      case 'structured':
        symbolic = true;
        return { ...token, text: translateStructured(token.text, scope) };
      case 'function':
        return { ...token, text: token.text.replace(/^_xl(?:fn|ws|udf)\./i, '').toUpperCase() };
      case 'reference':
        return token.sheet !== null && !scope.hasSheet(token.sheet) ? { ...token, text: '#REF!' } : token;
      case 'operator':
        // "@" asks for a single value; for single cells it changes nothing, and the engine does not know it.
        return token.text === '@' ? { ...token, text: '' } : token;
      case 'name': {
        const inner = translateName(token, scope, depth);
        symbolic = symbolic || inner !== null;
        return inner === null ? token : { ...token, text: inner };
      }
      default:
        return token;
    }
  });
  return { formula: joinTokens(next), symbolic };
}

function translateStructured(text: string, scope: FormulaScope): string {
  const target = resolveStructured(text, (name) => scope.findTable(name), scope.homeTable, scope.row);
  switch (target) {
    case 'name-error':
      return '#NAME?';
    case 'ref-error':
      return '#REF!';
    case 'value-error':
      return '#VALUE!';
    default:
      return absolute(target.sheet, target.rect);
  }
}

function translateName(token: Token, scope: FormulaScope, depth: number): string | null {
  const table = scope.findTable(token.body);
  if (token.sheet === null && table !== null) return translateStructured(`${token.body}[]`, scope);
  const formula = scope.findName(token.body, token.sheet);
  if (formula === null) return null;
  if (depth >= MAX_DEPTH) return '#NAME?';
  const here = shiftRelative(formula, scope.row, scope.column);
  const inner = translateFormula(here, scope, depth + 1).formula.slice(1);
  return /^[^\s(+\-*/^&=<>,]+$/u.test(inner) ? inner : `(${inner})`;
}
