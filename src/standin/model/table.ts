/** An Excel table: where it lies and what its parts are called. Its cells belong to the sheet. */
import type { TableShape } from '../formulas/structured';
import type { Rect } from './rect';
import type { Sheet } from './sheet';

export class Table {
  /** The header row, the rows, and the totals row where it is shown. */
  range: Rect;
  showHeaders = true;
  showTotals = false;
  style = 'TableStyleMedium2';
  showBandedRows = true;
  showBandedColumns = false;
  showFilterButton = true;
  highlightFirstColumn = false;
  highlightLastColumn = false;
  readonly columns: { readonly id: number; name: string }[] = [];
  private nextColumn = 1;

  constructor(
    readonly id: string,
    public name: string,
    public sheet: Sheet,
    range: Rect,
  ) {
    this.range = range;
  }

  addColumn(name: string, index = this.columns.length): void {
    this.columns.splice(index, 0, { id: this.nextColumn, name });
    this.nextColumn += 1;
  }

  get headerRow(): Rect | null {
    return this.showHeaders ? { ...this.range, bottom: this.range.top } : null;
  }

  get totalRow(): Rect | null {
    return this.showTotals ? { ...this.range, top: this.range.bottom } : null;
  }

  get body(): Rect {
    return {
      ...this.range,
      top: this.range.top + (this.showHeaders ? 1 : 0),
      bottom: this.range.bottom - (this.showTotals ? 1 : 0),
    };
  }

  get shape(): TableShape {
    return {
      name: this.name,
      sheet: this.sheet.name,
      range: this.range,
      showHeaders: this.showHeaders,
      showTotals: this.showTotals,
      columns: this.columns.map((column) => column.name),
    };
  }
}
