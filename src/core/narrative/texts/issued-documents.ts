/** Documents a unit says it issued: from the columns of a table, or from a line as documents are cited. */
import { foldText } from '../../cells/fold';
import type { CellRef } from '../../cells/cell-ref';
import { parseVietnameseDate } from '../../cells/vietnamese-dates';
import type { TextLine } from './text-lines';
import type { IssuedDocument } from './unit-texts';

const TYPES = [
  'Kế hoạch',
  'Công văn',
  'Quyết định',
  'Chỉ thị',
  'Thông báo',
  'Hướng dẫn',
  'Chương trình',
  'Tờ trình',
  'Báo cáo',
  'Nghị quyết',
  'Công điện',
  'Giấy mời',
  'Thư ngỏ',
  'Kịch bản',
  'Thể lệ',
] as const;
const FOLDED_TYPES = TYPES.map((type) => [type, foldText(type)] as const);

const NUMBER = /\d{1,5}\s?\/\s?(?:20\d\d\s?\/\s?)?\p{Lu}[\p{Lu}\p{N}&.–-]{0,40}/u;
/** An entry is read as far as this. */
const LONGEST = 600;

export type DocumentColumn = 'type' | 'number' | 'date' | 'issuer' | 'subject';
const HEADERS: readonly (readonly [DocumentColumn, readonly string[]])[] = [
  ['type', ['loai van ban', 'loai', 'ten loai', 'ten van ban', 'hinh thuc van ban']],
  ['number', ['so ky hieu', 'so', 'so hieu', 'so van ban', 'ky hieu']],
  ['date', ['ngay ban hanh', 'ngay', 'ngay thang', 'thoi gian ban hanh', 'ngay thang nam']],
  ['issuer', ['co quan ban hanh', 'don vi ban hanh', 'noi ban hanh', 'co quan']],
  ['subject', ['trich yeu', 'trich yeu noi dung', 'noi dung', 've viec', 'noi dung van ban']],
];

/** The columns of a table of documents, when the line is its header. */
export function documentColumns(line: TextLine): ReadonlyMap<number, DocumentColumn> | null {
  const columns = new Map<number, DocumentColumn>();
  for (const cell of line.cells) {
    const folded = foldText(cell.text);
    const found = HEADERS.find(([, headers]) => headers.includes(folded));
    if (found !== undefined && ![...columns.values()].includes(found[0])) columns.set(cell.column, found[0]);
  }
  return columns.size >= 2 ? columns : null;
}

/** A row of such a table; null where nothing in it is a document. */
export function documentOfRow(line: TextLine, columns: ReadonlyMap<number, DocumentColumn>, at: CellRef): IssuedDocument | null {
  const found: Record<DocumentColumn, string | null> = { type: null, number: null, date: null, issuer: null, subject: null };
  for (const cell of line.cells) {
    const column = columns.get(cell.column);
    if (column === undefined) continue;
    const value = column === 'date' ? (cell.date ?? isoDay(cell.text)) : tidy(cell.text);
    if (value !== null && value !== '') found[column] = value;
  }
  if (found.type === null && found.number === null && found.subject === null) return null;
  const text = line.cells
    .map((cell) => cell.text)
    .join(' – ')
    .slice(0, LONGEST);
  return { ...found, type: found.type === null ? null : usualType(found.type), text, at };
}

/** A citation: "Kế hoạch số 12/KH-UBND ngày 15/9/2024 của … về …"; null where neither kind nor number is there. */
export function documentOfText(text: string, at: CellRef): IssuedDocument | null {
  const line = withoutBullet(text).slice(0, LONGEST);
  const number = NUMBER.exec(line)?.[0] ?? null;
  const type = typeAtStart(line);
  // "Công văn chưa kịp thời" is a remark, not a document: a kind alone needs a day or a subject of its own.
  if (number === null && (type === null || (isoDay(line) === null && !/(?:^|\s)(?:về việc|v\/v)\s/iu.test(line)))) return null;
  const rest = number === null ? line : line.replace(number, ' ');
  const about = /(?:^|\s)(?:về việc|v\/v|về)[\s:]+(\S.*)$/iu.exec(rest);
  const before = about === null ? rest : rest.slice(0, about.index);
  const issuer = /(?:^|\s)của\s+(\S.*)$/iu.exec(before)?.[1] ?? null;
  return {
    type,
    number: number === null ? null : number.replace(/\s/gu, '').replace(/[.–-]+$/u, ''),
    date: isoDay(before),
    issuer: issuer === null ? null : tidy(issuer),
    subject: about?.[1] === undefined ? null : tidy(about[1]),
    text: line,
    at,
  };
}

export function withoutBullet(text: string): string {
  return text.replace(/^\s*(?:[-–—+*•·▪●○◦►➢✓✔§]+|\(?\d{1,2}[.)]|[a-zđ][.)])\s*/u, '').trim();
}

function typeAtStart(line: string): string | null {
  const folded = `${foldText(line.slice(0, 60))} `;
  return FOLDED_TYPES.find(([, one]) => folded.startsWith(`${one} `))?.[0] ?? null;
}

/** A kind of document in its usual spelling; others stay as written. */
function usualType(text: string): string {
  const folded = foldText(text);
  return FOLDED_TYPES.find(([, one]) => one === folded)?.[0] ?? text;
}

function tidy(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/^[\s:;,.–-]+|[\s:;,.–-]+$/gu, '')
    .slice(0, LONGEST);
}

function isoDay(text: string): string | null {
  const date = parseVietnameseDate(text);
  if (date === null || date.year === null) return null;
  return `${String(date.year)}-${String(date.month).padStart(2, '0')}-${String(date.day).padStart(2, '0')}`;
}
