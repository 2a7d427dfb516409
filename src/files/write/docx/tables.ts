/** Tables of a plan: fixed layout, widths on the grid and on every cell (LibreOffice and Word then agree). */
import {
  AlignmentType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx';

import type { DocumentCell, DocumentTable } from '../../../core/document/document-plan';
import { SIZE } from './decree';
import { paragraph } from './paragraphs';
import { linesOf, oneLine, runsOf } from './plain-text';
import { widthOf } from './text-width';

/** Left and right margin of a cell together, in twips (style TableGrid). */
const CELL_MARGINS = 170;
/** A row of more lines than these may break over pages; a shorter one stays whole. */
const WHOLE_ROW_LINES = 15;
/** Longer texts do not decide how wide a column must be: they wrap. */
const LONGEST_MEASURED = 500;

type Align = DocumentTable['columns'][number]['align'];
const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

/** A cell of the grid: what stands there, how many columns it takes, and whether a cell above reaches down to here. */
interface Placed {
  readonly cell: DocumentCell;
  readonly span: number;
  readonly from: 'own' | 'above';
  readonly reachesDown: boolean;
}

/**
 * The table in the width of the text (twips); null for one without columns or rows. Its last row can be kept on the page
 * of what follows it.
 */
export function tableOf(table: DocumentTable, width: number, keepLastWithNext: boolean): Table | null {
  if (table.columns.length === 0 || table.header.length + table.rows.length === 0) return null;
  const widths = columnWidths(table, width);
  const aligns = table.columns.map((column) => column.align);
  return new Table({
    style: 'TableGrid',
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      ...placed(table.header, widths.length).map((cells) => rowOf(cells, widths, aligns, 'header')),
      ...placed(table.rows, widths.length).map((cells, index) =>
        rowOf(cells, widths, aligns, keepLastWithNext && index === table.rows.length - 1 ? 'kept' : 'usual'),
      ),
    ],
  });
}

/** Widths in the proportion of the plan, but none below its longest word as long as the others can spare the room. */
function columnWidths({ columns, header, rows }: DocumentTable, width: number): readonly number[] {
  const parts = columns.map(({ widthMm }) => (Number.isFinite(widthMm) && widthMm > 0 ? widthMm : 1));
  const sum = parts.reduce((a, b) => a + b, 0);
  const wanted = parts.map((part) => (part / sum) * width);
  const least = parts.map(() => 0);
  const measure = (placed: Placed, column: number, bold: boolean): void => {
    if (placed.span > 1 || placed.from === 'above' || placed.cell.text.length > LONGEST_MEASURED) return;
    for (const word of oneLine(placed.cell.text).split(' ')) {
      least[column] = Math.max(
        least[column] ?? 0,
        widthOf(word, SIZE.table, bold || placed.cell.bold === true) + CELL_MARGINS + 20,
      );
    }
  };
  for (const [lines, bold] of [
    [placed(header, columns.length), true],
    [placed(rows, columns.length), false],
  ] as const) {
    for (const line of lines) {
      let column = 0;
      for (const one of line) {
        measure(one, column, bold);
        column += one.span;
      }
    }
  }
  const lacks = wanted.map((own, column) => Math.max(0, (least[column] ?? 0) - own));
  const spare = wanted.map((own, column) => Math.max(0, own - (least[column] ?? 0)));
  const lacking = lacks.reduce((a, b) => a + b, 0);
  const sparing = spare.reduce((a, b) => a + b, 0);
  if (lacking > sparing) return wholeTwips(wanted, width);
  return wholeTwips(
    wanted.map((own, column) => own + (lacks[column] ?? 0) - (sparing === 0 ? 0 : ((spare[column] ?? 0) / sparing) * lacking)),
    width,
  );
}

/** Whole twips that together are exactly the width. */
function wholeTwips(parts: readonly number[], width: number): number[] {
  let passed = 0;
  let at = 0;
  return parts.map((part, index) => {
    passed += part;
    const end = index === parts.length - 1 ? width : Math.round(passed);
    const own = end - at;
    at = end;
    return own;
  });
}

/** Lays the cells of rows on a grid of so many columns. Spans are cut at the edges, missing cells are empty ones. */
function placed(rows: readonly (readonly DocumentCell[])[], columns: number): Placed[][] {
  /** Per column: rows that a cell from above still reaches down, and that cell. */
  const down = new Map<number, { readonly one: Placed; readonly rows: number }>();
  return rows.map((cells, index) => {
    const line: Placed[] = [];
    let next = 0;
    for (let column = 0; column < columns;) {
      const above = down.get(column);
      if (above !== undefined) {
        line.push({ ...above.one, from: 'above' });
        if (above.rows === 1) down.delete(column);
        else down.set(column, { ...above, rows: above.rows - 1 });
        column += above.one.span;
        continue;
      }
      const cell = cells[next] ?? { text: '' };
      next += 1;
      const span = freeSpan(down, column, Math.min(whole(cell.columnSpan), columns - column));
      const reach = Math.min(whole(cell.rowSpan), rows.length - index) - 1;
      const one: Placed = { cell, span, from: 'own', reachesDown: reach > 0 };
      if (reach > 0) down.set(column, { one, rows: reach });
      line.push(one);
      column += span;
    }
    return line;
  });
}

function whole(span: number | undefined): number {
  return span === undefined || !Number.isInteger(span) || span < 1 ? 1 : span;
}

function freeSpan(down: ReadonlyMap<number, unknown>, column: number, wanted: number): number {
  let span = 1;
  while (span < wanted && !down.has(column + span)) span += 1;
  return span;
}

type RowKind = 'header' | 'usual' | 'kept';

function rowOf(cells: readonly Placed[], widths: readonly number[], aligns: readonly Align[], kind: RowKind): TableRow {
  const header = kind === 'header';
  let column = 0;
  let most = 1;
  const children = cells.map(({ cell, span, from, reachesDown }) => {
    const width = widths.slice(column, column + span).reduce((a, b) => a + b, 0);
    const align = header || span > 1 ? 'center' : (aligns[column] ?? 'left');
    column += span;
    const lines = from === 'above' ? [] : linesOf(cell.text);
    most = Math.max(most, heightOf(lines, width));
    const paragraphs = (lines.length === 0 ? [''] : lines).map((line) => {
      const look = {
        ...(cell.bold === undefined ? {} : { bold: cell.bold }),
        ...(cell.italic === undefined ? {} : { italics: cell.italic }),
      };
      return paragraph(header ? 'TableHead' : 'TableText', runsOf(line, look), {
        alignment: ALIGN[align],
        ...(kind === 'kept' ? { keepNext: true } : {}),
      });
    });
    return new TableCell({
      children: paragraphs,
      width: { size: width, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      ...(span > 1 ? { columnSpan: span } : {}),
      ...(reachesDown ? { verticalMerge: from === 'own' ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE } : {}),
    });
  });
  return new TableRow({
    children,
    ...(most <= WHOLE_ROW_LINES ? { cantSplit: true } : {}),
    ...(header ? { tableHeader: true } : {}),
  });
}

function heightOf(lines: readonly string[], width: number): number {
  const room = Math.max(200, width - CELL_MARGINS);
  return lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line, SIZE.table, false) / room)), 0);
}
