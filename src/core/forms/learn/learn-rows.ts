/** The rows of a selected table, and which belongs under which: by their numbers ("1", "1.1"; "I", "1", "a"). */
import { foldText } from '../../cells/fold';
import type { GridView } from '../grid-view';
import type { LearnDoubt, LearnedColumn, LearnedRow } from './learned-draft';
import { inDong, ROW_NUMBER } from './learn-columns';
import type { TableArea } from './table-area';

export interface LearnedRows {
  readonly rows: readonly LearnedRow[];
  readonly doubts: readonly LearnDoubt[];
}

const SUM = /^(tong|tong cong|tong so|cong|cong chung|tong chung)$/;
const LONGEST_LABEL = 1_000;

export function learnRows(view: GridView, area: TableArea, columns: readonly LearnedColumn[]): LearnedRows {
  const of = (role: LearnedColumn['role']): number | null => columns.find((one) => one.role === role)?.place ?? null;
  const [number, label, unit] = [of('number'), of('label'), of('unitOfMeasure')];
  const textAt = (row: number, column: number | null): string =>
    column === null ? '' : (view.cell(row, column)?.text ?? '').replace(/\s+/g, ' ').trim().slice(0, LONGEST_LABEL);
  const raw: { place: number; number: string; text: string; unitOfMeasure: string }[] = [];
  for (let place = area.first; place <= area.last; place += 1) {
    const own = textAt(place, number);
    const text = textAt(place, label);
    // A heading may be merged from the column of numbers on.
    const words = text === '' && /\p{L}{2}/u.test(own) ? own : text;
    if (words === '') continue;
    const split =
      own === '' || words === own
        ? /^((?:\d{1,3}(?:\.\d{1,3}){0,3}\.?|[IVXLC]{1,6}\.|[a-zđ][.)]|[-+•]))\s+(\S.*)$/u.exec(words)
        : null;
    raw.push({
      place,
      number: split?.[1] ?? (words === own ? '' : own),
      text: split?.[2] ?? words,
      unitOfMeasure: textAt(place, unit),
    });
  }
  const doubts: LearnDoubt[] = [];
  const parents = parentsOf(raw.map((row) => row.number));
  const isSum = raw.map((row) => SUM.test(foldText(row.text)));
  const rows = raw.map((row, index): LearnedRow => {
    const children = raw.filter((_, other) => parents[other] === index);
    const ask = (code: LearnDoubt['code']): void => {
      doubts.push({ code, column: null, row: index });
    };
    if (isSum[index] === true) ask('sum-row');
    if (raw.findIndex((other) => foldText(other.text) === foldText(row.text)) < index) ask('label-repeated');
    if (row.number !== '' && /\w/.test(row.number) && raw.findIndex((other) => other.number === row.number) < index)
      ask('number-repeated');
    const units = new Set(children.map((child) => foldText(child.unitOfMeasure)));
    const adds = children.length > 0 && units.size === 1 && (row.unitOfMeasure === '' || units.has(foldText(row.unitOfMeasure)));
    if (children.length > 0) ask('parent-sum');
    // A row whose children count different things asks for nothing itself, unless it says in what it counts.
    const heading = children.length > 0 && !adds && row.unitOfMeasure === '';
    const unitOfMeasure = inDong(row.unitOfMeasure);
    if (unitOfMeasure !== row.unitOfMeasure.normalize('NFC')) ask('money-unit');
    return {
      ...row,
      unitOfMeasure,
      kind: isSum[index] === true && children.length === 0 ? 'ignored' : heading ? 'heading' : 'item',
      parent: parents[index] ?? null,
      rollUp: children.length === 0 ? null : adds ? 'sum' : 'none',
    };
  });
  return { rows, doubts };
}

/** The kinds of numbers in the order in which they first appear tell how deep each is; "1.1" says so by itself. */
function parentsOf(numbers: readonly string[]): (number | null)[] {
  const kinds: string[] = [];
  const open: { readonly depth: number; readonly index: number }[] = [];
  return numbers.map((number, index) => {
    const bare = number.replace(/[.)]$/, '');
    const dotted = /^\d+(?:\.\d+)+$/.test(bare);
    if (dotted) {
      const wanted = bare.slice(0, bare.lastIndexOf('.'));
      for (let before = index - 1; before >= 0; before -= 1) {
        if (numbers[before]?.replace(/[.)]$/, '') === wanted) {
          const depth = (open.find((one) => one.index === before)?.depth ?? 0) + 1;
          reopen(open, depth, index);
          return before;
        }
      }
    }
    const kind = kindOf(bare, number);
    if (kind === null) return null;
    if (!kinds.includes(kind)) kinds.push(kind);
    const depth = kinds.indexOf(kind);
    while ((open.at(-1)?.depth ?? -1) >= depth) open.pop();
    const parent = open.at(-1)?.index ?? null;
    open.push({ depth, index });
    return parent;
  });
}

function reopen(open: { readonly depth: number; readonly index: number }[], depth: number, index: number): void {
  while ((open.at(-1)?.depth ?? -1) >= depth) open.pop();
  open.push({ depth, index });
}

function kindOf(bare: string, number: string): string | null {
  if (number === '' || !ROW_NUMBER.test(number)) return null;
  if (/^\d+$/.test(bare)) return 'arabic';
  if (/^[IVXLC]+$/.test(bare)) return 'roman';
  if (/^\p{Lu}$/u.test(bare)) return 'capital';
  if (/^\p{Ll}$/u.test(bare)) return 'letter';
  return /^[-+*•]$/.test(bare) ? 'dash' : null;
}
