/** A place with the sheet it is on; what a finding and a contribution point at. */
export interface CellRef {
  readonly sheet: string;
  /** A1 address; null when the whole sheet is meant. */
  readonly cell: string | null;
}
