/** Moves the references of a formula when cells move, sheets are renamed or removed, or it is read from another cell. */
import { MAX_COLUMNS, MAX_ROWS, columnIndex, columnName, parseRect, quoteSheetName, type Rect } from '../model/rect';
import { joinTokens, tokenize, type Token } from './tokens';

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const withSheet = (sheet: string | null, body: string): string => (sheet === null ? body : `${quoteSheetName(sheet)}!${body}`);

function mapReferences(formula: string, change: (token: Token) => string | null): string {
  const tokens = tokenize(formula);
  if (tokens === null) return formula;
  const next = tokens.map((token) => {
    if (token.kind !== 'reference' && token.kind !== 'name') return token;
    const text = change(token);
    return text === null ? token : { ...token, text };
  });
  return next.some((token, index) => token !== tokens[index]) ? joinTokens(next) : formula;
}

const CORNER = /^(\$?)([A-Za-z]{1,3})?(\$?)([0-9]{1,7})?$/;

interface Corner {
  readonly columnMark: string;
  readonly column: number | null;
  readonly rowMark: string;
  readonly row: number | null;
}

function readCorner(text: string): Corner | null {
  const match = CORNER.exec(text);
  if (match === null) return null;
  const [, first = '', letters, second = '', digits] = match;
  if (letters === undefined) return { columnMark: '', column: null, rowMark: first, row: Number(digits) - 1 };
  const row = digits === undefined ? null : Number(digits) - 1;
  return { columnMark: first, column: columnIndex(letters), rowMark: second, row };
}

const writeCorner = (corner: Corner): string =>
  (corner.column === null ? '' : corner.columnMark + columnName(corner.column)) +
  (corner.row === null ? '' : corner.rowMark + String(corner.row + 1));

/** The formula as it reads `rows` lower and `columns` to the right: relative references move, "$" ones stay. */
export function shiftRelative(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return mapReferences(formula, (token) => {
    if (token.kind === 'name' || token.body === '#REF!') return null;
    const corners = token.body.split(':').map(readCorner);
    const moved = corners.map((corner) => {
      if (corner === null) return null;
      const row = corner.row === null || corner.rowMark === '$' ? corner.row : corner.row + rows;
      const column = corner.column === null || corner.columnMark === '$' ? corner.column : corner.column + columns;
      if (row !== null && (row < 0 || row >= MAX_ROWS)) return null;
      if (column !== null && (column < 0 || column >= MAX_COLUMNS)) return null;
      return writeCorner({ ...corner, row, column });
    });
    if (moved.some((text) => text === null)) return withSheet(token.sheet, '#REF!');
    return withSheet(token.sheet, moved.join(':'));
  });
}

/** Where a rectangle goes when cells move; null when all of it was deleted. */
export type Mover = (rect: Rect) => Rect | null;

function rewriteBody(body: string, move: Mover): string {
  const rect = parseRect(body);
  if (rect === null) return body;
  const moved = move(rect);
  if (moved === null) return '#REF!';
  const corners = body.split(':').map(readCorner);
  const [first, second] = corners;
  if (first === null || first === undefined) return body;
  const place = (corner: Corner, row: number, column: number): string =>
    writeCorner({ ...corner, row: corner.row === null ? null : row, column: corner.column === null ? null : column });
  const start = place(first, moved.top, moved.left);
  if (second === null || second === undefined) return start;
  return `${start}:${place(second, moved.bottom, moved.right)}`;
}

/** The formula after cells of `sheet` moved; `home` is the sheet that the formula stands on. */
export function moveReferences(formula: string, home: string, sheet: string, move: Mover): string {
  return mapReferences(formula, (token) => {
    if (token.kind === 'name' || token.body === '#REF!') return null;
    if (!sameName(token.sheet ?? home, sheet)) return null;
    return withSheet(token.sheet, rewriteBody(token.body, move));
  });
}

export function renameSheetReferences(formula: string, from: string, to: string): string {
  return mapReferences(formula, (token) =>
    token.sheet !== null && sameName(token.sheet, from) ? withSheet(to, token.body) : null,
  );
}

/** References to a removed sheet become #REF!, as in Excel. */
export function dropSheetReferences(formula: string, sheet: string): string {
  return mapReferences(formula, (token) => (token.sheet !== null && sameName(token.sheet, sheet) ? '#REF!' : null));
}

/** References without a sheet get this one: the formula can then be read from any sheet. */
export function qualifyReferences(formula: string, sheet: string): string {
  return mapReferences(formula, (token) =>
    token.kind === 'reference' && token.sheet === null && token.body !== '#REF!' ? withSheet(sheet, token.body) : null,
  );
}
