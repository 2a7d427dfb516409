/**
 * The looks of a planned sheet's cells as few commands: for every property, the value most cells share is given to the
 * whole area at once, and the others to as few rectangles as there are.
 */
import type { CellRange } from '../../core/cells/cell';
import { CELL_LOOKS, SHEET_FONT, TEXT_FORMAT, type CellLook } from '../../core/sheets/cell-styles';
import type { PlanCell, PlanStyle, SheetPlan } from '../../core/sheets/sheet-plan';
import { COMMAND_BYTES, type Batcher } from '../batcher';
import { areaOf, boundsOf, joinRects, rangeAt, rectsOfCells } from '../rects';

interface Piece {
  readonly look: CellLook;
  readonly format: string | null;
  readonly rects: readonly CellRange[];
}

/** The number format of a cell. Text is written into cells of the text format, so that it never turns into anything else. */
function formatOf({ style, value }: PlanCell): string | null {
  const { numberFormat } = CELL_LOOKS[style];
  if (value === null) return numberFormat ?? (OF_TEXT.has(style) ? TEXT_FORMAT : null);
  return value.kind === 'text' ? TEXT_FORMAT : numberFormat;
}

/** Styles of text columns: an empty cell there takes the format of its neighbours, so that the column stays one piece. */
const OF_TEXT: ReadonlySet<PlanStyle> = new Set<PlanStyle>([
  'text',
  'label',
  'labelHeading',
  'unitOfMeasure',
  'inputText',
  'note',
  'header',
]);

function piecesOf(plan: SheetPlan): Piece[] {
  const groups = new Map<string, { look: CellLook; format: string | null; cells: PlanCell[] }>();
  for (const cell of plan.cells) {
    const format = formatOf(cell);
    const key = `${cell.style} ${format ?? ''}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { look: CELL_LOOKS[cell.style], format, cells: [cell] });
    else group.cells.push(cell);
  }
  return [...groups.values()].map(({ look, format, cells }) => ({ look, format, rects: rectsOfCells(cells) }));
}

const HORIZONTAL = { left: 'Left', center: 'Center', right: 'Right', general: 'General' } as const;
const VERTICAL = { top: 'Top', center: 'Center', bottom: 'Bottom' } as const;

/** Number formats first of all: they decide what a written value becomes. */
export async function writeNumberFormats(sheet: Excel.Worksheet, plan: SheetPlan, batcher: Batcher): Promise<void> {
  await spread(
    piecesOf(plan).map(({ format, rects }) => ({ value: format, rects })),
    null,
    async (rect, format) => {
      if (format === null) return;
      await batcher.room(COMMAND_BYTES);
      // One format for a whole range is documented, though the types ask for an array.
      rangeAt(sheet, rect).numberFormat = format as unknown as string[][];
    },
  );
}

/** Fonts, fills, borders, alignment. */
export async function writeLooks(sheet: Excel.Worksheet, plan: SheetPlan, batcher: Batcher): Promise<void> {
  const bounds = boundsOf(plan.cells);
  if (bounds === null) return;
  const pieces = piecesOf(plan);
  await batcher.room(COMMAND_BYTES);
  rangeAt(sheet, bounds).format.font.name = SHEET_FONT;
  const each = async <T>(
    read: (look: CellLook) => T,
    write: (format: Excel.RangeFormat, value: T) => void,
    usual: T | undefined,
  ): Promise<void> => {
    const values = pieces.map((one) => ({ value: read(one.look), rects: one.rects }));
    const base = usual === undefined ? mostCells(values) : usual;
    if (usual === undefined && base !== undefined) {
      await batcher.room(COMMAND_BYTES);
      write(rangeAt(sheet, bounds).format, base);
    }
    await spread(values, base, async (rect, value) => {
      await batcher.room(COMMAND_BYTES);
      write(rangeAt(sheet, rect).format, value);
    });
  };
  await each(
    (look) => look.size,
    (format, size) => (format.font.size = size),
    undefined,
  );
  await each(
    (look) => look.vertical,
    (format, one) => (format.verticalAlignment = VERTICAL[one]),
    undefined,
  );
  await each(
    (look) => look.bold,
    (format, bold) => (format.font.bold = bold),
    false,
  );
  await each(
    (look) => look.italic,
    (format, italic) => (format.font.italic = italic),
    false,
  );
  await each(
    (look) => look.color,
    (format, color) => (format.font.color = `#${color}`),
    '000000',
  );
  await each(
    (look) => look.horizontal,
    (format, one) => (format.horizontalAlignment = HORIZONTAL[one]),
    'general',
  );
  await each(
    (look) => look.wrap,
    (format, wrap) => (format.wrapText = wrap),
    false,
  );
  await each(
    (look) => look.shrink,
    (format, shrink) => (format.shrinkToFit = shrink),
    false,
  );
  await each(
    (look) => look.indent,
    (format, indent) => (format.indentLevel = indent),
    0,
  );
  await each(
    (look) => look.fill,
    (format, fill) => {
      if (fill !== null) format.fill.color = `#${fill}`;
    },
    null,
  );
  await writeBorders(sheet, pieces, batcher);
}

const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;

async function writeBorders(sheet: Excel.Worksheet, pieces: readonly Piece[], batcher: Batcher): Promise<void> {
  const rectsWith = (border: CellLook['border']): CellRange[] =>
    joinRects(pieces.filter((one) => one.look.border === border).flatMap((one) => one.rects));
  for (const rect of rectsWith('thin')) {
    await batcher.room(COMMAND_BYTES * 6);
    const { borders } = rangeAt(sheet, rect).format;
    for (const edge of EDGES) borders.getItem(edge).style = 'Continuous';
    if (rect.bottom > rect.top) borders.getItem('InsideHorizontal').style = 'Continuous';
    if (rect.right > rect.left) borders.getItem('InsideVertical').style = 'Continuous';
  }
  for (const rect of rectsWith('dottedBelow')) {
    await batcher.room(COMMAND_BYTES);
    rangeAt(sheet, rect).format.borders.getItem('EdgeBottom').style = 'Dot';
  }
}

interface Valued<T> {
  readonly value: T;
  readonly rects: readonly CellRange[];
}

/** Calls `write` for the joined rectangles of every value but the usual one. */
async function spread<T>(
  pieces: readonly Valued<T>[],
  usual: T | undefined,
  write: (rect: CellRange, value: T) => Promise<void>,
): Promise<void> {
  const byValue = new Map<T, CellRange[]>();
  for (const { value, rects } of pieces) {
    if (value === usual) continue;
    byValue.set(value, [...(byValue.get(value) ?? []), ...rects]);
  }
  for (const [value, rects] of byValue) for (const rect of joinRects(rects)) await write(rect, value);
}

/** The value that covers most cells. */
function mostCells<T>(pieces: readonly Valued<T>[]): T | undefined {
  const areas = new Map<T, number>();
  for (const { value, rects } of pieces) {
    areas.set(value, (areas.get(value) ?? 0) + rects.reduce((sum, rect) => sum + areaOf(rect), 0));
  }
  let best: { value: T; area: number } | undefined;
  for (const [value, area] of areas) if (best === undefined || area > best.area) best = { value, area };
  return best?.value;
}
