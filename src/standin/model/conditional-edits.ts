/** Conditional formats of a sheet: order is priority, the newest comes first as in Excel. */
import { invalidOperation } from './host-error';
import type { ConditionalFormat, ConditionalLook } from './parts';
import { requireAllowed } from './protection';
import { intersect, subtract, type Rect } from './rect';
import type { Sheet } from './sheet';
import type { Workbook } from './workbook';

export const newLook = (): ConditionalLook => ({
  fillColor: '',
  fontColor: '',
  bold: null,
  italic: null,
  underline: null,
  strikethrough: null,
  numberFormat: null,
});

export function addConditionalFormat(
  workbook: Workbook,
  sheet: Sheet,
  rect: Rect,
  type: ConditionalFormat['type'],
): ConditionalFormat {
  requireAllowed(sheet, 'allowFormatCells');
  const format: ConditionalFormat = {
    id: workbook.newId(),
    rects: [rect],
    type,
    formula: '',
    cellValue: null,
    stopIfTrue: false,
    look: newLook(),
  };
  sheet.conditionalFormats.unshift(format);
  workbook.note({ aspect: 'conditional', sheet });
  return format;
}

export const conditionalFormatsIn = (sheet: Sheet, rect: Rect): ConditionalFormat[] =>
  sheet.conditionalFormats.filter((format) => format.rects.some((piece) => intersect(piece, rect) !== null));

export function removeConditionalFormat(workbook: Workbook, sheet: Sheet, format: ConditionalFormat): void {
  requireAllowed(sheet, 'allowFormatCells');
  sheet.conditionalFormats = sheet.conditionalFormats.filter((other) => other !== format);
  workbook.note({ aspect: 'conditional', sheet });
}

/** Takes the conditional formats off a range; what lies beside it keeps them. */
export function clearConditionalFormats(workbook: Workbook, sheet: Sheet, rect: Rect): void {
  requireAllowed(sheet, 'allowFormatCells');
  for (const format of sheet.conditionalFormats) format.rects = format.rects.flatMap((piece) => subtract(piece, rect));
  sheet.conditionalFormats = sheet.conditionalFormats.filter((format) => format.rects.length > 0);
  workbook.note({ aspect: 'conditional', sheet });
}

export function setPriority(workbook: Workbook, sheet: Sheet, format: ConditionalFormat, priority: number): void {
  requireAllowed(sheet, 'allowFormatCells');
  if (!Number.isInteger(priority) || priority < 0 || priority >= sheet.conditionalFormats.length) throw invalidOperation();
  sheet.conditionalFormats = sheet.conditionalFormats.filter((other) => other !== format);
  sheet.conditionalFormats.splice(priority, 0, format);
  workbook.note({ aspect: 'conditional', sheet });
}
