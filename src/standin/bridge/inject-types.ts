/** What the window that holds the workbook offers to the add-in's page inside it. */
import type { Host } from '../protocol/host';

declare global {
  interface Window {
    standinHost?: Host;
    /** The language of Excel's menus. */
    standinLanguage?: string;
  }
}
