/** Excel.WorksheetFreezePanes. */
import { invalidArgument } from '../../model/host-error';
import { isWholeColumns, isWholeRows, type Rect } from '../../model/rect';
import type { Sheet } from '../../model/sheet';
import { HostObject, defineType, type HostServices } from '../host-type';
import { rangeArgument } from './range-self';
import { makeRange } from './registry';

function freeze(sheet: Sheet, rows: number, columns: number, host: HostServices): void {
  if (rows < 0 || columns < 0) throw invalidArgument();
  sheet.freeze = { rows, columns };
  host.workbook.note({ aspect: 'freeze', sheet });
}

/** The frozen cells, or null when nothing is frozen. */
function location(sheet: Sheet): Rect | null {
  const { rows, columns } = sheet.freeze;
  if (rows === 0 && columns === 0) return null;
  return {
    top: 0,
    left: 0,
    bottom: rows === 0 ? 1_048_575 : rows - 1,
    right: columns === 0 ? 16_383 : columns - 1,
  };
}

const freezeType = defineType<Sheet>('WorksheetFreezePanes', {
  methods: {
    FreezeRows: (sheet, args, host) => freeze(sheet, args.integerOr(0, 1), 0, host),
    FreezeColumns: (sheet, args, host) => freeze(sheet, 0, args.integerOr(0, 1), host),
    // The range's rows and columns stay; a range that does not start at A1 freezes what lies before its end, too.
    FreezeAt: (sheet, args, host) => {
      const { rect, sheet: target } = rangeArgument(args.at(0), sheet, host.workbook);
      if (target !== sheet) throw invalidArgument();
      const rows = isWholeColumns(rect) ? 0 : rect.bottom + 1;
      const columns = isWholeRows(rect) ? 0 : rect.right + 1;
      freeze(sheet, rows, columns, host);
    },
    Unfreeze: (sheet, _args, host) => freeze(sheet, 0, 0, host),
    GetLocation: (sheet, _args, host) => {
      const rect = location(sheet);
      if (rect === null) throw invalidArgument();
      return makeRange(host, sheet, rect);
    },
    GetLocationOrNullObject: (sheet, _args, host) => {
      const rect = location(sheet);
      return rect === null ? null : makeRange(host, sheet, rect);
    },
  },
});

export const freezePanesOf = (sheet: Sheet): HostObject => HostObject.of(freezeType, sheet);
