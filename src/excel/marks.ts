/**
 * Highlights that the add-in owns: conditional formats, so that fills and fonts of the clerk stay what they are and come
 * to light again when the marks go. They are known by a text in their formula, in every session and on every machine.
 */
import type { LiveSheet } from '../app/host';
import { parseCellAddress } from '../core/cells/address';
import { compareSeverity, type Finding, type Severity } from '../core/findings';
import { COMMAND_BYTES, type Batcher } from './batcher';
import { loose, rangeAt, rectsOfCells } from './rects';
import { addConditionalFormat } from './write/sheet-parts';

const MARK = 'TongHop.Mark';
/** Always true, and ours. */
const MARK_FORMULA = `=LEN("${MARK}")>0`;

/** What must be loaded of a sheet's conditional formats before `ownMarks` can tell. */
export function loadMarks(sheet: Excel.Worksheet): Excel.ConditionalFormatCollection {
  const formats = loose(sheet.getRange()).conditionalFormats;
  formats.load('items/id,items/type,items/customOrNullObject/rule/formula');
  return formats;
}

/** Ids of our marks among loaded conditional formats. */
export function ownMarks(formats: Excel.ConditionalFormatCollection): readonly string[] {
  return formats.items.flatMap((one) => {
    const custom = one.customOrNullObject;
    return !custom.isNullObject && custom.rule.formula.includes(`"${MARK}"`) ? [one.id] : [];
  });
}

/** Gives the cells of the findings their marks, after taking away those of before; the gravest finding of a cell colours it. */
export async function putMarks(
  sheet: Excel.Worksheet,
  before: LiveSheet,
  findings: readonly Finding[],
  batcher: Batcher,
): Promise<void> {
  await removeMarks(sheet, before.marks, batcher);
  const cells = new Map<string, Severity>();
  for (const { at, severity } of findings) {
    if (at === null || at.cell === null || at.sheet !== before.grid.sheet) continue;
    const known = cells.get(at.cell);
    if (known === undefined || compareSeverity(severity, known) < 0) cells.set(at.cell, severity);
  }
  for (const severity of ['error', 'warning', 'hint'] as const) {
    const places = [...cells].flatMap(([cell, one]) => {
      const place = one === severity ? parseCellAddress(cell) : null;
      return place === null ? [] : [place];
    });
    for (const rect of rectsOfCells(places)) {
      await batcher.room(COMMAND_BYTES * 5);
      addConditionalFormat(rangeAt(sheet, rect), MARK_FORMULA, severity);
    }
  }
}

export async function removeMarks(sheet: Excel.Worksheet, ids: readonly string[], batcher: Batcher): Promise<void> {
  const formats = loose(sheet.getRange()).conditionalFormats;
  for (const id of ids) {
    await batcher.room(COMMAND_BYTES);
    formats.getItem(id).delete();
  }
}
