/** Paragraphs in the styles of the decree, and the rules it draws under names and titles. */
import { BorderStyle, Paragraph, type IParagraphOptions, type ParagraphChild } from 'docx';

import { runsOf } from './plain-text';
import type { StyleId } from './styles-part';

type Extras = Pick<IParagraphOptions, 'keepNext' | 'keepLines' | 'spacing' | 'indent' | 'alignment' | 'pageBreakBefore'>;

/** A paragraph of a style; `extras` is what one place adds to it. */
export function paragraph(style: StyleId, content: string | readonly ParagraphChild[], extras: Extras = {}): Paragraph {
  return new Paragraph({ ...extras, style, children: typeof content === 'string' ? runsOf(content) : content });
}

/** A rule in the middle of a column: a paragraph without text whose lower border is as long as wanted. In twips. */
export function rule(column: number, length: number): Paragraph {
  const aside = Math.max(0, Math.round((column - Math.min(length, column)) / 2));
  return new Paragraph({
    style: 'Rule',
    indent: { left: aside, right: aside },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
  });
}

/** What ends a section or parts two tables: Word wants a paragraph there. It is one point high. */
export function sectionEnd(before = 0): Paragraph {
  return new Paragraph({ style: 'SectionEnd', ...(before === 0 ? {} : { spacing: { before } }) });
}
