/**
 * What we write onto our own sheets so as to know them again (custom properties of a sheet, kept in the file): what the
 * sheet is, which run made it, and under which name. All of it may be copied or forged; `own-sheets` judges it.
 */
export const SHEET_PROPERTY = {
  role: 'TongHop.Role',
  run: 'TongHop.Run',
  name: 'TongHop.Name',
} as const;
