/** A roster taken from what a clerk pasted or chose: rows of texts in, units and what was odd about them out. */
import { parseRoster, type ParsedRoster } from '../core/campaign/roster';

/** Letters of a pasted list: 20,000 units with all their columns are fewer. */
const LONGEST = 5_000_000;

/** Text as the clipboard gives a table: a line a row, tabs between cells. A cell with line breaks is quoted by Excel. */
export function pastedRows(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const endCell = (): void => {
    rows.at(-1)?.push(cell.trim());
    cell = '';
  };
  const source = text.slice(0, LONGEST).replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  for (let place = 0; place < source.length; place += 1) {
    const letter = source.charAt(place);
    if (quoted) {
      if (letter !== '"') cell += letter === '\n' ? ' ' : letter;
      else if (source.charAt(place + 1) === '"') {
        cell += '"';
        place += 1;
      } else quoted = false;
    } else if (letter === '"' && cell === '' && closesBeforeCellEnd(source, place)) quoted = true;
    else if (letter === '\t') endCell();
    else if (letter === '\n') {
      endCell();
      rows.push([]);
    } else cell += letter;
  }
  endCell();
  return rows.filter((row) => row.some((one) => one !== ''));
}

/** A quotation mark that opens a cell has its like right before the cell's end; any other is a letter of the name. */
function closesBeforeCellEnd(source: string, open: number): boolean {
  for (let place = open + 1; place < source.length; place += 1) {
    if (source.charAt(place) !== '"') continue;
    const next = source.charAt(place + 1);
    if (next === '"') place += 1;
    else return next === '' || next === '\t' || next === '\n';
  }
  return false;
}

/** As `parseRoster`. Names that are no more than one list separated by semicolons are taken apart first. */
export function takeRoster(rows: readonly (readonly string[])[]): ParsedRoster {
  const [first] = rows;
  const single = rows.length === 1 && first !== undefined && first.filter((one) => one !== '').length === 1;
  const text = single ? first.join('') : '';
  return parseRoster(text.includes(';') ? text.split(';').map((one) => [one.trim()]) : rows);
}
