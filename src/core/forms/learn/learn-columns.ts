/** What the columns of a selected table are: by the words of their headings, then by what stands in them. */
import { foldText } from '../../cells/fold';
import type { FieldNature } from '../definition';
import type { GridView, ViewCell } from '../grid-view';
import type { LearnDoubt, LearnedColumn, LearnedRole } from './learned-draft';
import type { TableArea } from './table-area';

const HEADINGS: readonly (readonly [LearnedRole, RegExp])[] = [
  ['number', /^(tt|stt|so tt|so thu tu|thu tu|ma so)$/],
  ['unitOfMeasure', /^(don vi tinh|dvt|don vi)$/],
  ['note', /^(ghi chu|chu thich|luu y|ghi ro)( |$)/],
  ['label', /^(noi dung|chi tieu|ten |hang muc|hoat dong|dien giai|linh vuc|noi dung hoat dong|tieu chi|cong viec|loai )/],
];
const MONEY = /(^| )(dong|kinh phi|so tien|tien|vnd)( |$)/;
const SCALED = /(trieu|nghin|ngan|ty) dong/;
/** Forms ask for money in đồng: figures in millions would be taken for it. */
const SCALE_OF_MONEY = /(?:triệu|nghìn|ngàn|tỷ|tỉ)\s+(đồng)/giu;

/** "Kinh phí (triệu đồng)" → "Kinh phí (đồng)". */
export function inDong(text: string): string {
  return text.normalize('NFC').replace(SCALE_OF_MONEY, '$1');
}

const PERSONS = /(^| )(nguoi|luot nguoi|hoc vien|hoc sinh|sinh vien|giao vien|can bo|dai bieu|luot)( |$)/;
/** As a row is numbered: "1", "1.1", "I", "a)", "-". */
export const ROW_NUMBER = /^(?:\d{1,3}(?:\.\d{1,3}){0,3}\.?|[IVXLC]{1,6}\.?|[A-Za-zĐđ][.)]|[-+*•])$/u;

interface ColumnFacts {
  readonly place: number;
  readonly path: readonly string[];
  readonly texts: readonly string[];
  readonly numbers: number;
  readonly filled: number;
}

export interface LearnedColumns {
  readonly columns: readonly LearnedColumn[];
  readonly doubts: readonly LearnDoubt[];
  /** Two columns are headed alike, or several have no heading. */
  readonly unclear: boolean;
}

export function learnColumns(view: GridView, area: TableArea): LearnedColumns {
  const facts = Array.from({ length: area.right - area.left + 1 }, (_, index) => factsOf(view, area, area.left + index)).filter(
    (one) => one.filled > 0 || one.path.length > 0,
  );
  const doubts: LearnDoubt[] = [];
  const doubt = (code: LearnDoubt['code'], column: number): void => {
    doubts.push({ code, column, row: null });
  };
  const roles = rolesOf(facts, doubt);
  const leaves = facts.map((one) => one.path.at(-1) ?? '');
  const columns = facts.map((one, index): LearnedColumn => {
    const groups = one.path.slice(0, -1);
    const leaf = leaves[index] ?? '';
    const shared = leaves.filter((other) => foldText(other) === foldText(leaf)).length > 1;
    // "Số lượng" under "Kế hoạch" and under "Thực hiện": a heading must say by itself which one it is.
    const header = shared && groups.length > 0 ? [...groups, leaf].join(' – ') : leaf;
    const group = shared || groups.length === 0 ? null : groups.join(' – ');
    const words = foldText(one.path.join(' '));
    const nature: FieldNature = MONEY.test(words) ? 'money' : PERSONS.test(words) ? 'persons' : 'things';
    const role = roles[index] ?? 'ignored';
    const isScaled = role === 'measure' && SCALED.test(words);
    if (isScaled) doubt('money-unit', index);
    if (header === '') doubt('column-without-header', index);
    return {
      place: one.place,
      header: header === '' ? (role === 'number' ? 'TT' : '') : isScaled ? inDong(header) : header,
      group: group !== null && isScaled ? inDong(group) : group,
      role,
      nature,
      unit: nature === 'money' ? 'đồng' : nature === 'persons' ? 'người' : leaf.toLowerCase() || 'số lượng',
    };
  });
  const named = columns.filter((one) => one.role !== 'ignored').map((one) => foldText(one.header));
  const unclear = named.some((one, index) => one === '' || named.indexOf(one) !== index);
  return { columns, doubts, unclear };
}

function factsOf(view: GridView, area: TableArea, place: number): ColumnFacts {
  const path: string[] = [];
  for (let row = area.header.first; row <= area.header.last; row += 1) {
    const text = view.headerText(row, place).replace(/\s+/g, ' ').trim();
    if (text !== '' && path.at(-1) !== text) path.push(text.slice(0, 200));
  }
  const cells: ViewCell[] = [];
  for (let row = area.first; row <= area.last; row += 1) {
    const cell = view.cell(row, place);
    if (cell !== undefined && cell.text.trim() !== '') cells.push(cell);
  }
  const texts = cells.filter((cell) => cell.value.kind === 'text' && !/^[\d\s.,-]+$/.test(cell.text)).map((cell) => cell.text);
  return { place, path, texts, numbers: cells.length - texts.length, filled: cells.length };
}

function rolesOf(facts: readonly ColumnFacts[], doubt: (code: LearnDoubt['code'], column: number) => void): LearnedRole[] {
  const roles: (LearnedRole | null)[] = facts.map(() => null);
  const take = (role: LearnedRole, index: number): void => {
    if (index >= 0 && roles[index] === null && (role === 'measure' || role === 'ignored' || !roles.includes(role)))
      roles[index] = role;
  };
  facts.forEach((one, index) => {
    const words = foldText(one.path.at(-1) ?? '');
    const named = HEADINGS.find(([role, pattern]) => role !== 'label' && pattern.test(words));
    // "Đơn vị" over the names of schools is the label, not a unit of measure.
    if (named !== undefined && !(named[0] === 'unitOfMeasure' && average(one.texts) > 25)) take(named[0], index);
  });
  const first = facts[0];
  if (first !== undefined && roles[0] === null && first.filled > 0 && isNumberColumn(first)) take('number', 0);
  take('label', labelColumn(facts, roles, doubt));
  facts.forEach((one, index) => {
    if (roles[index] !== null) return;
    const words = foldText(one.path.join(' '));
    if (one.texts.length > one.numbers) {
      const short = average(one.texts) <= 15 && new Set(one.texts.map(foldText)).size < one.texts.length;
      if (short && !roles.includes('unitOfMeasure')) take('unitOfMeasure', index);
      else {
        take('ignored', index);
        doubt('column-left-out', index);
      }
      return;
    }
    take('measure', index);
    if (one.texts.length > 0) doubt('column-mixed', index);
    else if (one.filled === 0 && !/so|luong|nguoi|kinh phi|tien|tong|ket qua|thuc hien|ke hoach/.test(words))
      doubt('column-blank', index);
  });
  return roles.map((role) => role ?? 'ignored');
}

function average(texts: readonly string[]): number {
  return texts.length === 0 ? 0 : texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
}

function isNumberColumn(one: ColumnFacts): boolean {
  return (
    one.texts.every((text) => ROW_NUMBER.test(text.trim())) &&
    average(one.texts) <= 6 &&
    one.path.every((text) => text.length <= 12)
  );
}

/** The named one, else the column with the most and longest texts. */
function labelColumn(
  facts: readonly ColumnFacts[],
  roles: readonly (LearnedRole | null)[],
  doubt: (code: LearnDoubt['code'], column: number) => void,
): number {
  const weight = (one: ColumnFacts): number => new Set(one.texts.map(foldText)).size * Math.min(60, average(one.texts));
  const free = facts
    .map((one, index) => ({ one, index }))
    .filter(({ one, index }) => roles[index] === null && one.texts.length > 0);
  const named = free.filter(({ one }) =>
    HEADINGS.some(([role, pattern]) => role === 'label' && pattern.test(`${foldText(one.path.at(-1) ?? '')} `)),
  );
  const candidates = (named.length > 0 ? named : free).sort((a, b) => weight(b.one) - weight(a.one));
  const [best, second] = candidates;
  if (best === undefined) return -1;
  if (second !== undefined && weight(second.one) > weight(best.one) * 0.7) doubt('label-unsure', best.index);
  return best.index;
}
