/**
 * The sheet "Báo cáo" read back: what the clerk left of it. It may have been edited in any way, also in its hidden
 * columns; what cannot be understood counts as written by the clerk, never as nothing.
 */
import * as z from 'zod/mini';

import type { CellGrid } from '../../cells/cell';
import { cellText } from '../../cells/cell-text';
import { foldText } from '../../cells/fold';
import { PARAGRAPH_STATES, type FigurePart, type Narrative, type ParagraphState } from '../narrative';
import { textKey } from '../sections/text-items';
import type { EarlierParagraph, EarlierReport } from './earlier-report';
import { KEPT_ROW, KEY_COLUMN, sectionLabels, type RowData } from './plan-report';
import type { ReportSheetWords } from './report-sheet-words';

const MOST_ROWS = 5_000;

const data = z.object({
  section: z.string(),
  kind: z.enum(['paragraph', 'item', 'prompt']),
  title: z.nullable(z.string()),
  was: z.enum(PARAGRAPH_STATES),
  figures: z.array(z.tuple([z.string(), z.string(), z.number(), z.string()])),
  texts: z.array(z.string()),
});

/** Reads the sheet; null where its header is not there any more. `sections` are those of the report that comes next. */
export function readReportSheet(grid: CellGrid, sections: Narrative['sections'], words: ReportSheetWords): EarlierReport | null {
  const header = grid.rows.find((row) => row.cells.some((cell) => cellText(cell.value).trim() === words.headers.key));
  if (header === undefined) return null;
  const columns = new Map(header.cells.map((cell) => [cellText(cell.value).trim(), cell.column]));
  const texts = columns.get(words.headers.text);
  if (texts === undefined) return null;
  const labels = sectionLabels({ sections }, words);
  const paragraphs: EarlierParagraph[] = [];
  const ids = new Set<string>();
  let section = 'opening';
  for (const row of grid.rows) {
    if (row.index <= header.index || paragraphs.length >= MOST_ROWS) continue;
    const cellOf = (name: string): string => {
      const column = columns.get(name);
      const cell = column === undefined ? undefined : row.cells.find((one) => one.column === column);
      return cell === undefined ? '' : cellText(cell.value);
    };
    const shown = sectionOf(cellOf(words.headers.section), labels);
    const kept = dataOf(cellOf(words.headers.data));
    section = shown ?? kept?.section ?? section;
    const one = paragraphOf(
      {
        key: cellOf(words.headers.key).trim(),
        text: cellOf(words.headers.text).trim(),
        state: cellOf(words.headers.state),
        generated: cellOf(words.headers.generated).trim(),
        section,
        kept,
      },
      words,
    );
    if (one === null) continue;
    // A row that was copied stands there twice: the second is the clerk's.
    const copy = ids.has(one.id);
    const own = copy ? added(one.text, section, paragraphs.length) : one;
    ids.add(own.id);
    paragraphs.push(own);
  }
  const known = grid.rows.find((row) => row.index < header.index)?.cells.find((cell) => cell.column === KEY_COLUMN);
  const generated =
    known === undefined
      ? []
      : cellText(known.value)
          .split('\n')
          .filter((id) => id !== '');
  return { paragraphs, deleted: generated.filter((id) => !ids.has(id)) };
}

/** What `planReportSheet` was given to keep; empty where nothing is there. */
export function keptText(grid: CellGrid): string {
  const cell = grid.rows.find((row) => row.index === KEPT_ROW)?.cells.find((one) => one.column === KEY_COLUMN);
  return cell?.value.kind === 'text' ? cell.value.value : '';
}

interface Row {
  readonly key: string;
  readonly text: string;
  readonly state: string;
  readonly generated: string;
  readonly section: string;
  readonly kept: RowData | null;
}

function paragraphOf({ key, text, state, generated, section, kept }: Row, words: ReportSheetWords): EarlierParagraph | null {
  if (key === '' || kept === null || kept.was === 'added') {
    // A row without text that nobody generated is just blank.
    if (text === '') return null;
    return key === '' ? added(text, section, -1) : { ...added(text, section, -1), id: key };
  }
  const chosen = stateOf(state, words);
  const figures = kept.figures.map(([fact, figure, value, shown]): FigurePart => ({ fact, figure, value, text: shown }));
  const base = { text: generated, figures };
  return {
    id: key,
    section: kept.section,
    kind: kept.kind,
    title: kept.title,
    // Emptying a paragraph hides it: the words come back when it is shown again.
    text: text === '' ? generated : text,
    state: text === '' ? 'hidden' : settledState(chosen, kept.was, text !== generated),
    base,
    texts: kept.texts,
  };
}

/** What the state column and the text say together. */
function settledState(chosen: ParagraphState | null, was: ParagraphState, touched: boolean): ParagraphState {
  if (chosen === 'hidden') return 'hidden';
  if (chosen === 'auto' && (was === 'edited' || was === 'pinned')) return 'auto';
  if (touched) return chosen === 'pinned' ? 'pinned' : 'edited';
  return chosen === 'pinned' || (was === 'pinned' && chosen === null) ? 'pinned' : 'auto';
}

function added(text: string, section: string, place: number): EarlierParagraph {
  const isItem = /^\s*[-–+•]/u.test(text);
  const clean = isItem ? text.replace(/^\s*[-–+•]+\s*/u, '') : text;
  const id = `added/${textKey(`${section} ${clean}`)}${place < 0 ? '' : `-${String(place)}`}`;
  return {
    id,
    section,
    kind: isItem ? 'item' : 'paragraph',
    title: null,
    text: clean,
    state: 'added',
    base: { text: '', figures: [] },
    texts: [],
  };
}

function stateOf(text: string, words: ReportSheetWords): ParagraphState | null {
  const folded = foldText(text);
  return PARAGRAPH_STATES.find((state) => foldText(words.states[state]) === folded) ?? null;
}

function sectionOf(label: string, labels: ReadonlyMap<string, string>): string | null {
  const folded = `${foldText(label)} `;
  for (const [id, one] of labels) if (folded.startsWith(`${foldText(one)} `)) return id;
  return null;
}

function dataOf(text: string): RowData | null {
  if (text === '') return null;
  try {
    const parsed = z.safeParse(data, JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
