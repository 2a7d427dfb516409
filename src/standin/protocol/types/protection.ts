/** Excel.WorksheetProtection and Excel.WorkbookProtection. */
import { accessDenied, invalidOperation } from '../../model/host-error';
import { protectSheet, unprotectSheet } from '../../model/protection';
import type { Sheet } from '../../model/sheet';
import { HostObject, defineType } from '../host-type';

const sheetType = defineType<Sheet>('WorksheetProtection', {
  get: {
    Protected: (sheet) => sheet.protection !== null,
    // An unprotected sheet has no options (documentation: "null when the sheet isn't protected" is unknown).
    Options: (sheet) =>
      sheet.protection === null ? null : { ...sheet.protection.options, selectionMode: sheet.protection.selectionMode },
  },
  methods: {
    Protect: (sheet, args, host) => protectSheet(host.workbook, sheet, args.at(0), args.optionalString(1)),
    Unprotect: (sheet, args, host) => unprotectSheet(host.workbook, sheet, args.optionalString(0)),
  },
});

const workbookType = defineType<null>('WorkbookProtection', {
  get: { Protected: (_self, host) => host.workbook.structureProtection !== null },
  methods: {
    Protect: (_self, args, host) => {
      if (host.workbook.structureProtection !== null) throw invalidOperation();
      host.workbook.structureProtection = { password: args.optionalString(0) };
    },
    Unprotect: (_self, args, host) => {
      const protection = host.workbook.structureProtection;
      if (protection === null) return;
      if (protection.password !== null && protection.password !== args.optionalString(0)) throw accessDenied();
      host.workbook.structureProtection = null;
    },
  },
});

export const sheetProtectionOf = (sheet: Sheet): HostObject => HostObject.of(sheetType, sheet);
export const workbookProtection = (): HostObject => HostObject.of(workbookType, null);
