/** The end of a document (ô 7 and 9b): Nơi nhận on the left, level with it office and name of who signs on the right. */
import type { Paragraph } from 'docx';
import { Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';

import type { DocumentPlan } from '../../../core/document/document-plan';
import { CLOSING, FIXED } from './decree';
import { paragraph } from './paragraphs';
import { capitals, oneLine } from './plain-text';

/** More lines of Nơi nhận than these do not fit on a page with the rest: then the table may break. */
const LINES_OF_A_PAGE = 40;
/** Between the last sentence and both columns, in twips. */
const ABOVE = 200;

export function closingTable(plan: DocumentPlan): Table {
  const recipients = recipientLines(plan);
  const offices = plan.signatory.map(oneLine).filter((one) => one !== '');
  const name = oneLine(plan.signer ?? '');
  const top = { spacing: { before: ABOVE } };
  const left = [paragraph('RecipientsTitle', FIXED.recipients, top), ...recipients.map((line) => paragraph('Recipient', line))];
  const right = [
    ...(offices.length === 0 ? [FIXED.blank] : offices).map((line, index) =>
      paragraph('SignatoryOffice', capitals(line), index === 0 ? top : {}),
    ),
    paragraph('SignatoryName', name === '' ? FIXED.blank : name),
  ];
  const cell = (children: Paragraph[], size: number): TableCell =>
    new TableCell({ children, width: { size, type: WidthType.DXA } });
  return new Table({
    style: 'TableNormal',
    layout: TableLayoutType.FIXED,
    width: { size: CLOSING.left + CLOSING.right, type: WidthType.DXA },
    columnWidths: [CLOSING.left, CLOSING.right],
    rows: [
      new TableRow({
        ...(recipients.length <= LINES_OF_A_PAGE ? { cantSplit: true } : {}),
        children: [cell(left, CLOSING.left), cell(right, CLOSING.right)],
      }),
    ],
  });
}

/**
 * "- Như trên;" first where the document has an addressee, "- Lưu: VT, <đơn vị soạn>." last, a semicolon behind every
 * other line (II.9.b).
 */
export function recipientLines(plan: Pick<DocumentPlan, 'recipients' | 'addressees'>): readonly string[] {
  const given = plan.recipients
    .map((one) =>
      oneLine(one)
        .replace(/^[-–+•]\s*/u, '')
        .replace(/[\s;.,]+$/u, ''),
    )
    .filter((one) => one !== '');
  const isArchive = (line: string): boolean => /^lưu\b/iu.test(line.normalize('NFC'));
  const above =
    given.some((line) => /^như (?:trên|kính gửi)/iu.test(line)) || plan.addressees.length === 0 ? [] : [FIXED.asAbove];
  const others = given.filter((line) => !isArchive(line));
  const archive = given.filter(isArchive);
  const lines = [...above, ...others, ...(archive.length === 0 ? [`${FIXED.archive}, ………`] : archive)];
  return lines.map((line, index) => `- ${line}${index === lines.length - 1 ? '.' : ';'}`);
}
