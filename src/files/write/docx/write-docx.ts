/**
 * A document plan as a .docx file in the layout of Decree 30/2020/NĐ-CP. The library `docx` makes the parts; one file
 * here per element of the layout, every measure in `decree.ts`.
 */
import {
  Document,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  type ISectionOptions,
  type Table,
} from 'docx';

import type { DocumentAnnex, DocumentPlan } from '../../../core/document/document-plan';
import { bodyOf } from './body';
import { closingTable } from './closing';
import { BETWEEN_PARAGRAPHS, PAGE, textWidth, type Orientation } from './decree';
import { addressees, letterhead, titleLines } from './letterhead';
import { corePropertiesXml, finishPackage } from './package';
import { paragraph, sectionEnd } from './paragraphs';
import { Photos } from './photos';
import { capitals, linesOf, oneLine } from './plain-text';
import { stylesXml } from './styles-part';

const LONGEST_TITLE = 250;

/** Writes a plan as the bytes of a .docx file; the same plan gives the same bytes. Text is always text. */
export async function writeDocx(plan: DocumentPlan): Promise<Uint8Array> {
  const photos = new Photos();
  const main = [
    letterhead(plan),
    ...titleLines(plan),
    ...addressees(plan),
    ...bodyOf(plan.body, { width: textWidth('portrait'), end: true, keepWithNext: true }),
    closingTable(plan),
  ];
  const document = new Document({
    sections: [
      section('portrait', main),
      ...plan.annexes.map((annex) => section(annex.orientation, annexContent(annex, photos))),
    ],
  });
  const packed = await Packer.toArrayBuffer(document, undefined, [
    { path: 'word/styles.xml', data: stylesXml() },
    { path: 'docProps/core.xml', data: corePropertiesXml(titleOf(plan)) },
  ]);
  return finishPackage(new Uint8Array(packed), photos.packed);
}

/** Pages of their own, numbered from 1, the number from the second page on in the middle of the top margin (II.9 and IV). */
function section(orientation: Orientation, content: readonly (Paragraph | Table)[]): ISectionOptions {
  return {
    properties: {
      titlePage: true,
      page: {
        size: {
          width: PAGE.width,
          height: PAGE.height,
          orientation: orientation === 'portrait' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
        },
        margin: {
          top: PAGE.top,
          right: PAGE.right,
          bottom: PAGE.bottom,
          left: PAGE.left,
          header: PAGE.header,
          footer: PAGE.header,
        },
        pageNumbers: { start: 1 },
      },
    },
    headers: { default: new Header({ children: [paragraph('Header', [new TextRun({ children: [PageNumber.CURRENT] })])] }) },
    children: content.at(-1) instanceof Paragraph ? content : [...content, sectionEnd()],
  };
}

function annexContent(annex: DocumentAnnex, photos: Photos): readonly (Paragraph | Table)[] {
  const attached = oneLine(annex.attachedTo ?? '');
  const heads = [
    ['AnnexLabel', oneLine(annex.label)],
    ...linesOf(annex.title).map((line) => ['AnnexTitle', capitals(line)] as const),
    ...(attached === '' ? [] : [['AnnexAttached', attached] as const]),
  ] as const;
  return [
    ...heads.map(([style, text], index) =>
      paragraph(style, text, index === heads.length - 1 ? { spacing: { after: BETWEEN_PARAGRAPHS } } : {}),
    ),
    ...bodyOf(annex.blocks, { width: textWidth(annex.orientation), end: annex.photos.length === 0, keepWithNext: false }),
    ...photos.paragraphsOf(annex.photos, annex.orientation),
    ...(annex.photos.length === 0 ? [] : bodyOf([], { width: textWidth(annex.orientation), end: true, keepWithNext: false })),
  ];
}

function titleOf(plan: DocumentPlan): string {
  const title = plan.kind === 'report' ? `${oneLine(plan.title ?? '')} ${oneLine(plan.subject)}` : oneLine(plan.subject);
  return title.trim().slice(0, LONGEST_TITLE);
}
