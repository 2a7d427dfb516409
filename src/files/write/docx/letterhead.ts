/**
 * The head of the first page (ô 1–5 of the decree's layout): offices and number on the left, quốc hiệu, tiêu ngữ, place
 * and date on the right, in a table without borders so that "Số" and the date stand on one line; then the title.
 */
import type { Paragraph } from 'docx';
import { Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';

import type { DocumentPlan } from '../../../core/document/document-plan';
import { FIXED, LETTERHEAD, PAGE, SIZE, textWidth, twips } from './decree';
import { paragraph, rule } from './paragraphs';
import { capitals, linesOf, oneLine } from './plain-text';
import { evenLines, breakLines, widthOf } from './text-width';

/** The rule under the issuer and under the title is a third to a half of its line (II.2, II.5). */
const SHARE = 0.42;
const WIDTHS = [LETTERHEAD.left, LETTERHEAD.right] as const;
/** Air between the two columns. */
const AIR = twips(2);

export function letterhead(plan: DocumentPlan): Table {
  const [left, right] = WIDTHS;
  const superior = officeLines(plan.superior ?? '', SIZE.superior, false);
  const named = officeLines(plan.issuer ?? '', SIZE.issuer, true);
  const issuer = named.length === 0 ? [FIXED.blank] : named;
  const longest = Math.max(...issuer.map((line) => widthOf(line, SIZE.issuer, true)));
  const offices = [
    ...superior.map((line) => paragraph('Superior', line)),
    ...issuer.map((line) => paragraph('Issuer', line)),
    rule(left, longest * SHARE),
  ];
  const nation = [
    paragraph('Nation', FIXED.nation),
    paragraph('Motto', FIXED.motto),
    rule(right, widthOf(FIXED.motto, SIZE.motto, true)),
  ];
  const number = [paragraph('DocumentNumber', numberLine(plan)), ...letterSubject(plan)];
  const place = [paragraph('PlaceAndDate', placeAndDate(plan))];
  return new Table({
    style: 'TableNormal',
    layout: TableLayoutType.FIXED,
    width: { size: left + right, type: WidthType.DXA },
    columnWidths: WIDTHS,
    rows: [headRow(offices, nation), headRow(number, place)],
  });
}

function headRow(left: Paragraph[], right: Paragraph[]): TableRow {
  const cell = (children: Paragraph[], size: number): TableCell =>
    new TableCell({ children, width: { size, type: WidthType.DXA } });
  return new TableRow({ cantSplit: true, children: [cell(left, LETTERHEAD.left), cell(right, LETTERHEAD.right)] });
}

/** Where a long name of an office is broken: before the place it governs. */
const BEFORE_PLACE = / (?=(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU) )/;

/** An office's name in capitals, over as many lines as it needs; lines of the plan stay. */
function officeLines(name: string, points: number, bold: boolean): readonly string[] {
  const width = LETTERHEAD.left - AIR;
  return linesOf(name).flatMap((line) => {
    const text = capitals(oneLine(line));
    if (widthOf(text, points, bold) <= width) return [text];
    const [office = '', ...places] = text.split(BEFORE_PLACE);
    const parts = places.length === 0 ? [text] : [[office, ...places.slice(0, -1)].join(' '), places.at(-1) ?? ''];
    return parts.flatMap((part) => evenLines(part, width, points, bold));
  });
}

/** "Số: 05/BC-UBND"; dots where a part is unknown. */
export function numberLine({ number, symbol, kind }: Pick<DocumentPlan, 'number' | 'symbol' | 'kind'>): string {
  const digits = oneLine(number ?? '');
  const shown = digits === '' ? '………' : /^\d$/.test(digits) ? `0${digits}` : digits;
  const behind = oneLine(symbol ?? '');
  return `Số: ${shown}/${behind === '' ? (kind === 'report' ? 'BC-………' : '…………') : behind}`;
}

/** "Lai Châu, ngày 05 tháng 01 năm 2025": a 0 before days below 10 and before months 1 and 2 (II.4.b). */
export function placeAndDate({ place, date, year }: Pick<DocumentPlan, 'place' | 'date' | 'year'>): string {
  const named = oneLine(place ?? '');
  const where = named === '' ? '………………' : named;
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(date ?? '');
  if (match === null) return `${where}, ngày …… tháng …… năm ${year === null ? '20……' : String(year)}`;
  const month = Number(match[2]);
  return `${where}, ngày ${match[3] ?? ''} tháng ${month < 3 ? `0${String(month)}` : String(month)} năm ${match[1] ?? ''}`;
}

/** The subject of a công văn stands under its number: "V/v …". */
function letterSubject(plan: DocumentPlan): readonly Paragraph[] {
  if (plan.kind !== 'official-letter') return [];
  const subject = oneLine(plan.subject).replace(/^v\/v\s*/iu, '');
  return [paragraph('LetterSubject', `V/v ${subject === '' ? FIXED.blank : subject}`, { indent: { left: AIR, right: AIR } })];
}

/** Title and subject of a report, with the rule below them. A công văn has none. */
export function titleLines(plan: DocumentPlan): readonly Paragraph[] {
  if (plan.kind === 'official-letter') return [];
  const title = capitals(oneLine(plan.title ?? ''));
  const subject = linesOf(plan.subject);
  const width = textWidth('portrait') - 2 * twips(10);
  const shown = subject.flatMap((line) => breakLines(line, width, SIZE.subject, true));
  const longest = Math.max(0, ...shown.map((line) => widthOf(line, SIZE.subject, true)));
  const last = widthOf(shown.at(-1) ?? '', SIZE.subject, true);
  // The rule is measured by the longest line, and does not reach beyond the last where it need not.
  const length = Math.min(longest / 2, Math.max(longest / 3 + 10, Math.min(longest * SHARE, last)));
  return [
    ...(title === '' ? [] : [paragraph('Title', title)]),
    ...subject.map((line) => paragraph('Subtitle', line)),
    ...(shown.length === 0 ? [] : [rule(PAGE.width - PAGE.left - PAGE.right, length)]),
  ];
}

/** From the left margin to "Kính gửi:" where there are several addressees. */
const ADDRESSEE_INDENT = twips(25);

/** One addressee on the line of "Kính gửi:"; several below it, their dashes under the colon (II.9.a). */
export function addressees(plan: DocumentPlan): readonly Paragraph[] {
  const names = plan.addressees
    .map(oneLine)
    .map((one) => one.replace(/[\s;.,]+$/u, ''))
    .filter((one) => one !== '');
  if (names.length === 0) return [];
  if (names.length === 1) return [paragraph('Addressee', `${FIXED.addressee} ${names[0] ?? ''}`)];
  const colon = Math.round(widthOf(FIXED.addressee.slice(0, -1), SIZE.addressee, false));
  const dash = Math.round(widthOf('- ', SIZE.addressee, false));
  return [
    paragraph('AddresseeItem', FIXED.addressee, { indent: { left: ADDRESSEE_INDENT }, keepNext: true, spacing: { before: 240 } }),
    ...names.map((name, index) => {
      const last = index === names.length - 1;
      return paragraph('AddresseeItem', `- ${name}${last ? '.' : ';'}`, {
        indent: { left: ADDRESSEE_INDENT + colon + dash, hanging: dash },
        ...(last ? { spacing: { before: 60, after: 120 } } : { keepNext: true }),
      });
    }),
  ];
}
