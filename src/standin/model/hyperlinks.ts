/** Hyperlinks of cells. */
import { patchFormat } from './cell-format';
import { writeCells } from './edits';
import { invalidArgument } from './host-error';
import { requireUnlocked } from './protection';
import { rectOf, type Rect } from './rect';
import { keyOf, type Sheet } from './sheet';
import type { Actor, Workbook } from './workbook';

const LINK_LOOK = { fontColor: '#0563C1', underline: 'Single' } as const;

/**
 * Gives every cell of the range the link, its words and Excel's link look; null takes links away.
 * A link has an address or a place in the document, not both; InvalidArgument otherwise.
 */
export function writeHyperlink(
  workbook: Workbook,
  sheet: Sheet,
  rect: Rect,
  link: Readonly<Record<string, unknown>> | null,
  actor: Actor,
): void {
  requireUnlocked(sheet, rect);
  const text = (name: string): string | null => {
    const value = link?.[name] ?? null;
    if (value !== null && typeof value !== 'string') throw invalidArgument();
    return value === '' ? null : value;
  };
  const [address, documentReference] = [text('address'), text('documentReference')];
  if (link !== null && (address === null) === (documentReference === null)) throw invalidArgument();
  for (let row = rect.top; row <= rect.bottom; row += 1) {
    for (let column = rect.left; column <= rect.right; column += 1) {
      const key = keyOf(row, column);
      if (link === null) {
        sheet.hyperlinks.delete(key);
        continue;
      }
      const content = sheet.content(row, column);
      const shown = text('textToDisplay') ?? (content.type === 'Empty' ? (address ?? documentReference ?? '') : null);
      if (shown !== null) writeCells(workbook, sheet, rectOf(row, column), `'${shown}`, actor);
      const textToDisplay = String(sheet.content(row, column).value);
      sheet.hyperlinks.set(key, { address, documentReference, screenTip: text('screenTip'), textToDisplay });
      sheet.formats.set(key, patchFormat(sheet.format(row, column), LINK_LOOK));
    }
  }
  workbook.note({ aspect: 'cells', sheet, rect });
}
