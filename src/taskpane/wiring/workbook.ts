/**
 * What the pane needs of Excel: every capability of the user actions over the open workbook. Implemented in
 * excel-actions.ts, which is loaded once Excel is there; a plain browser has none.
 */
import type { Host } from '../../app/host';

export interface PaneWorkbook {
  /**
   * The open workbook. Calls that read or write what the add-in keeps (state and summary) wait for one another, so that
   * saving a decision never crosses a consolidation that is being written.
   */
  readonly host: Host;
}

/** Opens the workbook the pane lives in. Called once, after Office is ready. */
export type OpenWorkbook = () => Promise<PaneWorkbook>;
