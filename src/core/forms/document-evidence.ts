/** What the text around the table says of the document: year, theme, number and date of the report, version. */
import { foldText } from '../cells/fold';
import { normalizeText } from '../cells/normalize';
import { remembered } from '../cells/remembered';
import { parseVietnameseDate } from '../cells/vietnamese-dates';
import type { DocumentEvidence } from './filled-form';
import type { GridView, ViewCell } from './grid-view';

/** Text cells outside the table, each line of a cell on its own. */
export interface TextLine {
  readonly text: string;
  readonly folded: string;
  readonly row: number;
  readonly column: number;
}

/** The lines of text above a row of a sheet (and of the title, wherever merged), top to bottom. */
export function linesAbove(view: GridView, row: number): readonly TextLine[] {
  return linesOf(view.rows.filter((one) => one.index < row).flatMap((one) => one.cells));
}

function linesOf(cells: readonly ViewCell[]): readonly TextLine[] {
  return cells.flatMap((cell) =>
    cell.value.kind !== 'text'
      ? []
      : cell.text
          .slice(0, 2000)
          .split(/[\r\n]+/)
          .map((line) => line.trim())
          .filter((line) => line !== '')
          .map((text) => ({ text, folded: foldText(text), row: cell.row, column: cell.column })),
  );
}

const DOCUMENT_NUMBER = /(?:^|[\s:(])(\d{1,5}\s?\/\s?(?:BC|CV|KH|TB|TTr)?[A-ZĐ0-9&-]*)/u;

/** Reads the evidence from the lines above the table. */
export function documentEvidence(lines: readonly TextLine[]): DocumentEvidence {
  let year: number | null = null;
  let theme: string | null = null;
  let number: string | null = null;
  let date: string | null = null;
  let versionMark: string | null = null;
  for (const line of lines) {
    const attached = line.folded.startsWith('kem theo');
    if (!attached && year === null) year = titleYear(line.folded);
    theme ??= themeOf(line);
    if (!attached && /(^| )(so|so ky hieu) /.test(line.folded.slice(0, 12))) number ??= documentNumber(line.text);
    if (attached && /bao cao|cong van/.test(line.folded)) {
      number ??= documentNumber(line.text);
      date ??= completeDate(line.text);
    }
    if (!attached && /ngay .*thang .*nam/.test(line.folded)) date ??= completeDate(line.text);
    versionMark ??= titleVersion(line);
  }
  return { number, date, year, theme, versionMark };
}

/** The year of the week in a title line: "… HỌC TẬP SUỐT ĐỜI NĂM 2024". */
function titleYear(folded: string): number | null {
  if (!/(tuan le|hoc tap suot doi|ket qua|tong hop)/.test(folded) && !/^nam 20\d\d$/.test(folded)) return null;
  const match = /(?:^| )nam (20\d\d)(?: |$)/.exec(folded);
  return match?.[1] === undefined ? null : Number(match[1]);
}

function themeOf(line: TextLine): string | null {
  if (!line.folded.startsWith('chu de')) return null;
  const colon = line.text.indexOf(':');
  if (colon < 0) return null;
  const theme = line.text.slice(colon + 1).replace(/^[\s"“”']+|[\s"“”'.;]+$/g, '');
  return theme === '' || /^[.…_\s]+$/.test(theme) ? null : theme;
}

function documentNumber(text: string): string | null {
  const match = DOCUMENT_NUMBER.exec(text);
  const found = match?.[1]?.replace(/\s/g, '').replace(/[-/]+$/, '');
  return found === undefined || !/\/\p{Lu}/u.test(found) ? null : found;
}

function completeDate(text: string): string | null {
  const date = parseVietnameseDate(text);
  if (date === null || date.year === null) return null;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(date.year)}-${two(date.month)}-${two(date.day)}`;
}

/** A title that says it replaces or supplements an earlier report: "(Báo cáo lần 2)", "BÁO CÁO BỔ SUNG". */
function titleVersion(line: TextLine): string | null {
  if (line.text.length > 120) return null;
  return /(bao cao|phu luc|so lieu|lan \d|ban|phien ban)/.test(line.folded) && versionOf(line.text) !== null ? line.text : null;
}

/** What a file name or title says of its version. `order` ranks replacements: "lần 3" comes after "lần 2". */
export interface Version {
  readonly kind: 'replaces' | 'supplements';
  readonly order: number;
}

const NUMBER_WORDS: Readonly<Record<string, number>> = { hai: 2, ba: 3, tu: 4, tư: 4, bon: 4, bốn: 4, nam: 5, năm: 5 };

/** The words of versions, with their marks and without: "Lan" is a flower in a text that writes its marks. */
const MARKED = {
  supplement: / bổ sung /,
  counted: / (?:lần|bản|phiên bản)(?: thứ)? ?(\d{1,2}|hai|ba|tư|bốn|năm) /,
  replaced: / (?:thay thế|đính chính|sửa|sửa đổi|đã sửa|sửa lại|chỉnh sửa|cập nhật) /,
};
const BARE = {
  supplement: / bo sung /,
  counted: / (?:lan|ban|phien ban)(?: thu)? ?(\d{1,2}|hai|ba|tu|bon|nam) /,
  replaced: / (?:thay the|dinh chinh|sua|sua doi|da sua|sua lai|chinh sua|cap nhat) /,
};
const TECHNICAL = / (?:version|ver|v) ?(\d{1,2}) /;

/** Reads a version from words; null for a first or unmarked report ("lần 1", "v1"). */
export const versionOf = remembered(readVersion);

function readVersion(text: string): Version | null {
  const spaced = ` ${normalizeText(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
  const folded = ` ${foldText(spaced)} `;
  const writesMarks = spaced !== folded;
  const words = writesMarks ? MARKED : BARE;
  const given = writesMarks ? spaced : folded;
  if (words.supplement.test(given)) return { kind: 'supplements', order: 2 };
  const counted = words.counted.exec(given) ?? TECHNICAL.exec(given);
  if (counted?.[1] !== undefined) {
    const order = NUMBER_WORDS[counted[1]] ?? Number(counted[1]);
    if (order >= 2 && order <= 30) return { kind: 'replaces', order };
  }
  return words.replaced.test(given) ? { kind: 'replaces', order: 2 } : null;
}
