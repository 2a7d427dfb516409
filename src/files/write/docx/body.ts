/** The body of a document or of an annex: headings, paragraphs, items, tables, and "./." behind the last of them. */
import type { Paragraph, Table } from 'docx';

import type { DocumentBlock, DocumentRun } from '../../../core/document/document-plan';
import { BETWEEN_PARAGRAPHS, FIXED } from './decree';
import { paragraph, sectionEnd } from './paragraphs';
import { capitals, linesOf, oneLine, paragraphsOf, textRuns } from './plain-text';
import type { StyleId } from './styles-part';
import { tableOf } from './tables';

type TextBlock = Exclude<DocumentBlock, { readonly kind: 'table' | 'heading' }>;

/** One paragraph that is still to be made, so that what follows can change it. */
interface Line {
  readonly style: StyleId;
  readonly runs: readonly DocumentRun[];
  /** Whether "./." may stand at its end. */
  readonly text: boolean;
}

export interface BodyOptions {
  /** In twips. */
  readonly width: number;
  /** "./." at the end. */
  readonly end: boolean;
  /** Keeps the last paragraph on the page of what comes after it (the signature). */
  readonly keepWithNext: boolean;
}

/** The blocks as paragraphs and tables. */
export function bodyOf(
  blocks: readonly DocumentBlock[],
  { width, end, keepWithNext }: BodyOptions,
): readonly (Paragraph | Table)[] {
  const parts: (Line | Table)[] = blocks.flatMap((block): (Line | Table)[] => {
    if (block.kind === 'table') {
      const table = tableOf(block, width, end && block === blocks.at(-1));
      return table === null ? [] : [table];
    }
    return block.kind === 'heading' ? headingLine(block) : textLines(block);
  });
  if (end) endWithMark(parts);
  return parts.flatMap((part, index) => {
    const next = parts[index + 1];
    if (!isLine(part)) return next === undefined || isLine(next) ? [part] : [part, sectionEnd(BETWEEN_PARAGRAPHS)];
    // A sentence that announces what follows stays with it, and the last one with the signature.
    const kept = next === undefined ? keepWithNext : announces(part);
    const tableNext = next !== undefined && !isLine(next);
    return [
      paragraph(part.style, textRuns(part.runs), {
        ...(kept ? { keepNext: true } : {}),
        ...(tableNext ? { spacing: { after: BETWEEN_PARAGRAPHS } } : {}),
      }),
    ];
  });
}

function isLine(part: Line | Table): part is Line {
  return 'runs' in part;
}

function announces({ runs, text }: Line): boolean {
  return text && /:\s*$/.test(runs.at(-1)?.text ?? '');
}

const HEADINGS = { 1: 'Heading1', 2: 'Heading2', 3: 'Heading3' } as const;

function headingLine({ level, number, text }: Extract<DocumentBlock, { kind: 'heading' }>): Line[] {
  const shown = oneLine(`${number} ${level === 1 ? capitals(text) : text}`);
  return shown === '' ? [] : [{ style: HEADINGS[level], runs: [{ text: shown }], text: false }];
}

function textLines(block: TextBlock): Line[] {
  switch (block.kind) {
    case 'paragraph':
      return paragraphsOf(block.runs).map((runs) => ({ style: 'BodyText', runs, text: true }));
    case 'item': {
      const [sign, style] = block.level === 1 ? (['-', 'Item1'] as const) : (['+', 'Item2'] as const);
      return paragraphsOf(block.runs).map((runs, index) => ({
        style,
        runs: index === 0 ? [{ text: `${sign} ` }, ...runs] : runs,
        text: true,
      }));
    }
    case 'prompt': {
      const lines = linesOf(block.text);
      const text = lines.join(' ').replace(/^\[|\]$/g, '');
      return [{ style: 'Prompt', runs: [{ text: `[${text === '' ? FIXED.blank : text}]` }], text: true }];
    }
  }
}

/** "./." ends the text: behind the last sentence in place of its full stop, or on a line of its own behind a table. */
function endWithMark(parts: (Line | Table)[]): void {
  const last = parts.at(-1);
  if (last === undefined || !isLine(last) || !last.text) {
    parts.push({ style: 'EndMark', runs: [{ text: FIXED.end }], text: true });
    return;
  }
  const run = last.runs.at(-1);
  if (run === undefined) return;
  const text = run.text.replace(/[\s.]*(?:\.\/\.)?\s*$/u, '');
  parts[parts.length - 1] = { ...last, runs: [...last.runs.slice(0, -1), { ...run, text: `${text}${FIXED.end}` }] };
}
