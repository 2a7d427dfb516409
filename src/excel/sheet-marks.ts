/**
 * What we write onto our own sheets so as to know them again (custom properties of a sheet, kept in the file): what the
 * sheet is, which run made it, and under which name. All of it may be copied or forged; `own-sheets` judges it.
 */
export const SHEET_PROPERTY = {
  role: 'TongHop.Role',
  run: 'TongHop.Run',
  name: 'TongHop.Name',
  /** What a new sheet still needs when all of them are there (exchange). */
  steps: 'TongHop.Steps',
} as const;

/** Stands where the last steps will, as long as a new sheet may bear its final name for a moment. */
export const UNFINISHED = 'unfinished';

/** The text of a property that was loaded; null where the sheet has none of that name. */
export function textOfProperty(one: Excel.WorksheetCustomProperty): string | null {
  return one.isNullObject ? null : one.value;
}
