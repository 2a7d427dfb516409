/** Excel.AutoFilter of a sheet: that it is there and where. Filtering by criteria is a gap, and says so. */
import { GapError, invalidArgument, itemNotFound } from '../../model/host-error';
import { requireAllowed } from '../../model/protection';
import type { Sheet } from '../../model/sheet';
import { HostObject, defineType } from '../host-type';
import { rangeArgument } from './range-self';
import { makeRange } from './registry';

const autoFilterType = defineType<Sheet>('AutoFilter', {
  get: {
    Enabled: (sheet) => sheet.autoFilter !== null,
    IsDataFiltered: () => false,
  },
  methods: {
    Apply: (sheet, args, host) => {
      requireAllowed(sheet, 'allowAutoFilter');
      if (args.has(2)) throw new GapError('AutoFilter.apply with criteria');
      const target = rangeArgument(args.at(0), sheet, host.workbook);
      if (target.sheet !== sheet) throw invalidArgument();
      sheet.autoFilter = target.rect;
      host.workbook.note({ aspect: 'tables', sheet });
    },
    Remove: (sheet, _args, host) => {
      sheet.autoFilter = null;
      host.workbook.note({ aspect: 'tables', sheet });
    },
    ClearCriteria: () => undefined,
    Reapply: () => undefined,
    GetRange: (sheet, _args, host) => {
      if (sheet.autoFilter === null) throw itemNotFound();
      return makeRange(host, sheet, sheet.autoFilter);
    },
    GetRangeOrNullObject: (sheet, _args, host) => (sheet.autoFilter === null ? null : makeRange(host, sheet, sheet.autoFilter)),
  },
});

export const autoFilterOf = (sheet: Sheet): HostObject => HostObject.of(autoFilterType, sheet);
